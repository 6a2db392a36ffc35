import type { Edition, TableDefinition } from './edition';
import {
  article20,
  column,
  demandedRelations,
  disputes,
  informationStub,
  otherwise,
  requestsColumns,
  requestsRowsAfter,
  requestsRowsBefore,
  requestsStub,
  results,
  row,
  sections,
} from './shared';

const previous = column('previous', '上一年项目数量');
const change = column('change', '本年增/减', 'change');
const decisions = column('decisions', '处理决定数量');

const disclosure: TableDefinition = {
  id: 'disclosure',
  section: 2,
  name: { zh: '主动公开政府信息情况表', en: 'Proactive disclosure' },
  labelColumns: 1,
  orientation: 'rows',
  blocks: [
    {
      title: article20('一'),
      stub: informationStub,
      columns: [column('made', '本年新制作数量'), column('published', '本年新公开数量'), column('publishedTotal', '对外公开总数量')],
      rows: [
        row('rules', { text: '规章', accepted: ['规章（地方政府规章）', '规章（部门规章）', '地方政府规章', '部门规章'] }),
        row('normative', { text: '规范性文件', variants: ['行政规范性文件'] }),
      ],
    },
    {
      title: article20('五'),
      stub: informationStub,
      columns: [previous, change, decisions],
      rows: [row('licensing', '行政许可'), row('services', '其他对外管理服务事项')],
    },
    {
      title: article20('六'),
      stub: informationStub,
      columns: [previous, change, decisions],
      rows: [row('penalty', '行政处罚'), row('coercion', '行政强制')],
    },
    { title: article20('八'), stub: informationStub, columns: [previous, { ...change, span: 2 }], rows: [row('fees', '行政事业性收费')] },
    {
      title: article20('九'),
      stub: informationStub,
      columns: [column('items', '采购项目数量'), { ...column('purchases', '采购总金额', 'money', 2), id: 'amount' }],
      rows: [row('procurement', '政府集中采购')],
    },
  ],
};

const requests: TableDefinition = {
  id: 'requests',
  section: 3,
  name: { zh: '收到和处理政府信息公开申请情况表', en: 'Requests received and processed' },
  labelColumns: 3,
  orientation: 'rows',
  blocks: [
    {
      stub: requestsStub,
      columns: requestsColumns,
      rows: [...requestsRowsBefore, row('otherwise', otherwise, [results]), ...requestsRowsAfter],
    },
  ],
};

/** 国办公开办函〔2019〕60号, 格式（试行）: for the reports on 2019 and 2020. */
export const edition2019: Edition = {
  id: '2019',
  years: [2019, 2020],
  source: {
    zh: '国办公开办函〔2019〕60号（试行）',
    en: 'Notice No. 60 (2019) of the Office for Government Information Disclosure, trial format',
  },
  sections,
  tables: [disclosure, requests, disputes],
  relations: demandedRelations(requests),
  stocks: disclosure.blocks
    .filter((block) => block.columns.includes(previous))
    .flatMap((block) => block.rows)
    .map(({ id }) => ({
      table: 'disclosure',
      row: id,
      terms: [
        { column: 'previous', sign: 1 },
        { column: 'change', sign: 1 },
      ],
    })),
};

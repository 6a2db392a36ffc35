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

const decisions = column('decisionsOfYear', '本年处理决定数量', 'count', 3);
const ofYear = { ...decisions, id: 'decisions' };

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
      columns: [column('issued', '本年制发件数'), column('repealed', '本年废止件数'), column('inForce', '现行有效件数')],
      rows: [
        row('rules', { text: '规章', accepted: ['规章（地方政府规章）', '规章（部门规章）', '地方政府规章', '部门规章'] }),
        row('normative', { text: '行政规范性文件', variants: ['规范性文件'] }),
      ],
    },
    { title: article20('五'), stub: informationStub, columns: [ofYear], rows: [row('licensing', '行政许可')] },
    { title: article20('六'), stub: informationStub, columns: [ofYear], rows: [row('penalty', '行政处罚'), row('coercion', '行政强制')] },
    {
      title: article20('八'),
      stub: informationStub,
      columns: [
        {
          ...column(
            'feesOfYear',
            { text: '本年收费金额（单位：万元）', accepted: ['本年收费金额（万元）'], variants: ['本年收费金额'] },
            'wan',
            3,
          ),
          id: 'amount',
        },
      ],
      rows: [row('fees', '行政事业性收费')],
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
      rows: [
        ...requestsRowsBefore,
        row(
          'otherwise.uncorrected',
          { text: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', variants: ['1.逾期不补正', '1.申请人逾期不补正'] },
          [results, otherwise],
        ),
        row(
          'otherwise.unpaid',
          {
            text: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
            variants: ['2.逾期不缴费', '2.逾期未缴费', '2.申请人逾期未缴纳费用'],
          },
          [results, otherwise],
        ),
        row('otherwise.other', '3.其他', [results, otherwise]),
        ...requestsRowsAfter,
      ],
    },
  ],
};

/** 国办公开办函〔2021〕30号: in force for the reports on 2021 and every later year. */
export const edition2021: Edition = {
  id: '2021',
  years: [2021, null],
  source: { zh: '国办公开办函〔2021〕30号', en: 'Notice No. 30 (2021) of the Office for Government Information Disclosure' },
  sections,
  tables: [disclosure, requests, disputes],
  relations: demandedRelations(requests),
  stocks: ['rules', 'normative'].map((id) => ({
    table: 'disclosure',
    row: id,
    terms: [
      { column: 'inForce', sign: 1 },
      { column: 'issued', sign: -1 },
      { column: 'repealed', sign: 1 },
    ],
  })),
};

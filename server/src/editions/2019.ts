import type { Edition, Label } from './edition';
import {
  article20,
  coercionRow,
  column,
  demandedRelations,
  disclosureTable,
  disputes,
  feesRow,
  licensingRow,
  normativeRow,
  otherwise,
  penaltyRow,
  requestsTable,
  results,
  row,
  rulesRow,
  sectionsWith,
} from './shared';

const previous = column('previous', '上一年项目数量');
const change = column('change', '本年增/减', 'change');
const decisions = column('decisions', '处理决定数量');

/** Its head leaves the unit to the figures; many a writer names it there. */
const amounts: Label = {
  text: '采购总金额',
  accepted: ['采购总金额（万元）', '采购总金额（元）', '采购总金额（单位：万元）', '采购总金额（单位：元）'],
};

const disclosure = disclosureTable([
  {
    title: article20('一'),
    columns: [column('made', '本年新制作数量'), column('published', '本年新公开数量'), column('publishedTotal', '对外公开总数量')],
    rows: [rulesRow, normativeRow('2019')],
  },
  { title: article20('五'), columns: [previous, change, decisions], rows: [licensingRow, row('services', '其他对外管理服务事项')] },
  { title: article20('六'), columns: [previous, change, decisions], rows: [penaltyRow, coercionRow] },
  { title: article20('八'), columns: [previous, { ...change, span: 2 }], rows: [feesRow] },
  {
    title: article20('九'),
    columns: [column('items', '采购项目数量'), { ...column('purchases', amounts, 'money', 2), id: 'amount' }],
    rows: [row('procurement', '政府集中采购')],
  },
]);

const requests = requestsTable([row('otherwise', otherwise, [results])]);

/** 国办公开办函〔2019〕60号, 格式（试行）: for the reports on 2019 and 2020. */
export const edition2019: Edition = {
  id: '2019',
  years: [2019, 2020],
  source: {
    zh: '国办公开办函〔2019〕60号（试行）',
    en: 'Notice No. 60 (2019) of the Office for Government Information Disclosure, trial format',
  },
  sections: sectionsWith([{ id: 'nothing', text: '本年度没有其他需要报告的事项。' }], '（请填写其他需要报告的事项，没有的写明没有）'),
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

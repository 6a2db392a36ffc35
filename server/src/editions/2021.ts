import type { Edition } from './edition';
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

const decisions = {
  ...column('decisionsOfYear', { text: '本年处理决定数量', variants: ['本年处理决定', '本年处理决定数'] }, 'count', 3),
  id: 'decisions',
};
const amount = {
  ...column(
    'feesOfYear',
    {
      text: '本年收费金额（单位：万元）',
      accepted: ['本年收费金额（万元）'],
      variants: ['本年收费金额', '本年收费金额（单位：元）', '本年收费金额（元）'],
    },
    'wan',
    3,
  ),
  id: 'amount',
};

const disclosure = disclosureTable([
  {
    title: article20('一'),
    columns: [column('issued', '本年制发件数'), column('repealed', '本年废止件数'), column('inForce', '现行有效件数')],
    rows: [rulesRow, normativeRow('2021')],
  },
  { title: article20('五'), columns: [decisions], rows: [licensingRow] },
  { title: article20('六'), columns: [decisions], rows: [penaltyRow, coercionRow] },
  { title: article20('八'), columns: [amount], rows: [feesRow] },
]);

const requests = requestsTable([
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
  row('otherwise.other', { text: '3.其他', variants: ['3.其他情形', '3.其他情况', '3.其他处理'] }, [results, otherwise]),
]);

/** 国办公开办函〔2021〕30号: in force for the reports on 2021 and every later year. */
export const edition2021: Edition = {
  id: '2021',
  years: [2021, null],
  source: { zh: '国办公开办函〔2021〕30号', en: 'Notice No. 30 (2021) of the Office for Government Information Disclosure' },
  sections: sectionsWith(
    [
      { id: 'fee-none', text: '本年度没有收取政府信息公开信息处理费。' },
      { id: 'fee-charged', text: '本年度发出政府信息公开信息处理费收费通知{count}件，总金额{amount}元，实际收取{collected}元。' },
    ],
    '（请填写收取政府信息公开信息处理费的情况）',
  ),
  tables: [disclosure, requests, disputes],
  relations: demandedRelations(requests),
  stocks: [rulesRow, normativeRow('2021')].map(({ id }) => ({
    table: 'disclosure',
    row: id,
    terms: [
      { column: 'inForce', sign: 1 },
      { column: 'issued', sign: -1 },
      { column: 'repealed', sign: 1 },
    ],
  })),
  before: {
    edition: '2019',
    successions: [
      { table: 'disclosure', of: 'column', before: 'made', now: ['issued'], likeness: 'near' },
      {
        table: 'requests',
        of: 'row',
        before: 'otherwise',
        now: ['otherwise.uncorrected', 'otherwise.unpaid', 'otherwise.other'],
        likeness: 'equal',
      },
    ],
  },
};

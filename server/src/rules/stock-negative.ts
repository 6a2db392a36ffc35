import { judgeStocks } from '../analysis/stocks';
import { rowOf, type Stock } from '../editions';
import type { Cell, Table } from '../reading/report';
import { rowPlace } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const stockNegative = rule({
  id: 'stock-negative',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '由此推出的数为负', en: 'Figures imply a negative stock' },
  explanation: {
    zh: '2021 版：现行有效件数减本年制发件数加本年废止件数，就是上年底的件数，不会小于 0。2019 版：上一年项目数量加本年增/减，就是本年底的项目数量，也不会小于 0。',
    en: 'Edition 2021: in force minus issued plus repealed is the number at the end of last year and cannot be below 0. Edition 2019: previous plus change is the number at the end of this year and cannot be either.',
  },
  fix: 'none',
  *check({ report }) {
    for (const { stock, table, state, cells, sum } of judgeStocks(report)) {
      if (state !== 'violated') continue;
      const [first, ...others] = cells as readonly Cell[];
      const place = rowPlace(table, first!.row);
      yield {
        range: first!.range,
        message: {
          zh: `${place.zh}：${formulaOf(stock, table)} = ${sum}，不应小于 0。请核对这几个数。`,
          en: `${place.en}: ${formulaOf(stock, table)} = ${sum}, which cannot be below 0. Check these figures.`,
        },
        data: { table: stock.table, row: stock.row, actual: String(sum) },
        related: others.map(({ range, column }) => ({ range, message: { zh: column.label.text, en: column.label.text } })),
      };
    }
  },
});

/** 现行有效件数 − 本年制发件数 + 本年废止件数 */
export function formulaOf({ row, terms }: Stock, { definition }: Table): string {
  const { columns } = rowOf(definition, row)!.block;
  return terms
    .map(({ column, sign }, i) => `${i === 0 ? '' : sign > 0 ? ' + ' : ' − '}${columns.find(({ id }) => id === column)!.label.text}`)
    .join('');
}

import { cellsByRow } from '../analysis/relations';
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
    for (const table of report.tables.values()) {
      const rows = cellsByRow(table);
      for (const { table: id, row, terms } of table.edition.stocks) {
        const cells = id === table.definition.id ? terms.map(({ column }) => rows.get(row)?.get(column)) : [];
        let stock = 0n;
        let readable = cells.length > 0;
        cells.forEach((cell, i) => {
          if (cell?.value.state === 'number') stock += cell.value.digits * BigInt(terms[i]!.sign);
          else readable = false;
        });
        if (!readable || stock >= 0n) continue;
        const first = cells[0]!;
        const place = rowPlace(table, first.row);
        const formula = terms.map(({ sign }, i) => `${i === 0 ? '' : sign > 0 ? ' + ' : ' − '}${cells[i]!.column.label.text}`).join('');
        yield {
          range: first.range,
          message: {
            zh: `${place.zh}：${formula} = ${stock}，不应小于 0。请核对这几个数。`,
            en: `${place.en}: ${formula} = ${stock}, which cannot be below 0. Check these figures.`,
          },
          data: { table: id, row, actual: String(stock) },
          related: cells
            .slice(1)
            .map((cell) => ({ range: cell!.range, message: { zh: cell!.column.label.text, en: cell!.column.label.text } })),
        };
      }
    }
  },
});

import { ownTables } from '../editing/convert';
import { rowsOf } from '../editions';
import { longestAscent } from './ascent';
import { rowPlace } from './naming';
import { ALL_EDITIONS, NOTICE, rule } from './rule';

export const rowOrder = rule({
  id: 'row-order',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '表中行的顺序不对', en: 'Rows out of order' },
  explanation: {
    zh: '行的顺序是规定的，打乱后与其他单位、往年的报告难以对照，也容易填错行。',
    en: 'The order of the rows is laid down; out of order they are hard to compare and easy to fill in wrongly.',
  },
  basis: NOTICE,
  needs: ['tables', 'edition'],
  fix: 'none',
  *check({ report }) {
    for (const table of ownTables(report)) {
      if (table.definition.orientation === 'wide' || table.scrambled) continue;
      const order = new Map(rowsOf(table.definition).map(({ row }, i) => [row.id, i]));
      const seen = new Set<string>();
      const rows = table.rows.filter(({ row }) => !seen.has(row.id) && seen.add(row.id));
      const inOrder = longestAscent(rows, ({ row }) => order.get(row.id) ?? -1);
      for (const bound of rows) {
        if (inOrder.has(bound)) continue;
        const { row, label } = bound;
        const place = rowPlace(table, row);
        yield {
          range: label,
          message: {
            zh: `${place.zh}没有排在规定的位置。请按规定的顺序排列。`,
            en: `${place.en} does not stand in its place. Keep the official order.`,
          },
          data: { table: table.definition.id, row: row.id },
        };
      }
    }
  },
});

import { ownTables } from '../editing/convert';
import { rowsOf } from '../editions';
import { rowPlace } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const rowOrder = rule({
  id: 'row-order',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '表中行的顺序不对', en: 'Rows out of order' },
  explanation: {
    zh: '行的顺序是规定的，打乱后与其他单位、往年的报告难以对照，也容易填错行。',
    en: 'The order of the rows is laid down; out of order they are hard to compare and easy to fill in wrongly.',
  },
  basis: { zh: '国办公开办函〔2021〕30号', en: 'Notice No. 30 (2021)' },
  needs: ['tables', 'edition'],
  fix: 'none',
  *check({ report }) {
    for (const table of ownTables(report)) {
      if (table.definition.orientation === 'wide' || table.scrambled) continue;
      const order = new Map(rowsOf(table.definition).map(({ row }, i) => [row.id, i]));
      const seen = new Set<string>();
      const rows = table.rows.filter(({ row }) => !seen.has(row.id) && seen.add(row.id));
      const moved = outOfOrder(rows.map(({ row }) => order.get(row.id) ?? -1));
      for (const at of moved) {
        const { row, label } = rows[at]!;
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

/** The indexes of as few numbers as make the others ascend, in order: a row that was moved, not all those that it passed. */
function outOfOrder(numbers: readonly number[]): number[] {
  if (numbers.every((number, i) => i === 0 || number > numbers[i - 1]!)) return [];
  // Of the numbers that ascend up to each: how many, and the one before it.
  const lengths: number[] = [];
  const previous: number[] = [];
  for (const [i, number] of numbers.entries()) {
    let best = -1;
    for (let j = 0; j < i; j++) if (numbers[j]! < number && (best < 0 || lengths[j]! > lengths[best]!)) best = j;
    lengths.push(best < 0 ? 1 : lengths[best]! + 1);
    previous.push(best);
  }
  const kept = new Set<number>();
  for (let at = lengths.indexOf(Math.max(...lengths)); at >= 0; at = previous[at]!) kept.add(at);
  return numbers.flatMap((_, i) => (kept.has(i) ? [] : [i]));
}

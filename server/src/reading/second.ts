import type { TableId } from '../editions';
import { type Gathered, holds, position } from './gather';
import type { RawCell } from './lines';
import type { Range, SecondTable } from './report';
import type { RawTables } from './rows';
import { filledCells, GROUP, type RawRow, WIDE } from './stream';

/** A second table right behind the first: pasted twice, or left over from another draft. */

/** Nothing stands between the two that could say whose figures the second one has. Where all is nought or blank, the same figures say nothing. */
export function secondOf(text: string, raw: RawTables, { id, rows, further, until }: Gathered): SecondTable | undefined {
  if (id === 'disputes') return rows.length === 0 ? secondLine(text, raw) : undefined;
  const last = rows.at(-1);
  if (!last || further.length * 2 < rows.length) return undefined;
  if (!isNothing(text, last.cells.at(-1)?.end ?? last.label.end, Math.min(until, position(further[0]!)))) return undefined;
  const areRows = rows.every(({ entry, cells }, i) => further[i]?.entry.id === entry.id && areSame(text, cells, further[i]!.cells));
  const isLast = further[rows.length] === undefined || further[rows.length]!.entry.id === rows[0]?.entry.id;
  // A row without values that only the second one has makes it another table.
  const bare = raw.bare.filter(({ entry }) => entry.table === id);
  const own = new Set(bare.flatMap(({ entry, range }) => (range.start < until ? [entry.id] : [])));
  const isSame = areRows && isLast && bare.every(({ entry }) => own.has(entry.id));
  return { label: further[0]!.label, isCopy: isSame && rows.some(({ cells }) => holdsFigure(text, cells)) };
}

/** The same of table disputes: its first label behind the line of its values. */
function secondLine(text: string, { disputes: [first, second], known }: RawTables): SecondTable | undefined {
  if (!first || !second || filledCells(first.cells) !== WIDE || filledCells(second.cells) !== WIDE) return undefined;
  const from = first.cells.at(-1)!.end;
  const heads = known.filter(
    ({ entries, range }) =>
      range.start >= from && range.start < second.cells[0]!.start && entries.some(({ table }) => table === 'disputes'),
  );
  if (heads.length <= GROUP || !isNothing(text, from, heads[0]!.range.start)) return undefined;
  return { label: heads[0]!.range, isCopy: areSame(text, first.cells, second.cells) && holdsFigure(text, first.cells) };
}

/** The rows of a table that stand in the sections of other tables. */
export const rowsUnderOthers = ({ rows }: RawTables, id: TableId, sections: ReadonlyMap<TableId, Range>): RawRow[] =>
  rows.filter(({ label }) => [...sections].some(([other, body]) => other !== id && holds(body, label)));

/** The same table once more in the section of another one, from the rows there. Rows that it has not itself are the rest of it: no second one. */
export function secondApart(text: string, { rows }: Gathered, apart: readonly RawRow[]): SecondTable | undefined {
  const own = new Set(rows.map(({ entry }) => entry.id));
  const again = apart.filter(({ entry, cells }) => cells.length > 0 && own.has(entry.id));
  if (again.length === 0 || again.length * 2 < rows.length) return undefined;
  const isSame =
    rows.length === apart.length &&
    rows.every(({ entry, cells }, i) => apart[i]!.entry.id === entry.id && areSame(text, cells, apart[i]!.cells));
  return { label: apart[0]!.label, isCopy: isSame && rows.some(({ cells }) => holdsFigure(text, cells)), isApart: true };
}

/** Whether no text stands between two places: one may say whose figures follow. */
const isNothing = (text: string, from: number, to: number): boolean => /^[\s|\uffff:-]*$/.test(text.slice(from, to));

function areSame(text: string, one: readonly RawCell[], other: readonly RawCell[]): boolean {
  const texts = (cells: readonly RawCell[]): string[] => cells.flatMap(({ start, end }) => (start < end ? [text.slice(start, end)] : []));
  const own = texts(one);
  const others = texts(other);
  return own.length === others.length && own.every((written, i) => written === others[i]);
}

const holdsFigure = (text: string, cells: readonly RawCell[]): boolean =>
  cells.some(({ start, end }) => /[1-9１-９]/.test(text.slice(start, end)));

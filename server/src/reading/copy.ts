import { type Gathered, position } from './gather';
import type { RawCell } from './lines';
import type { Range } from './report';
import type { RawTables } from './rows';
import { filledCells, GROUP, WIDE } from './stream';

/** A table that was pasted twice. */

/**
 * The first label of a second table, right behind the first, that says the same in every row. None where all is nought or blank: then figures of
 * another body, or of another year, may be the same.
 */
export function copyOf(text: string, raw: RawTables, { id, rows, further, until }: Gathered): Range | undefined {
  if (id === 'disputes') return rows.length === 0 ? copyOfLine(text, raw) : undefined;
  const isSame = rows.every(({ entry, cells }, i) => further[i]?.entry.id === entry.id && areSame(text, cells, further[i]!.cells));
  const isLast = further[rows.length] === undefined || further[rows.length]!.entry.id === rows[0]?.entry.id;
  if (rows.length === 0 || !isSame || !isLast || !rows.some(({ cells }) => holdsFigure(text, cells))) return undefined;
  const last = rows.at(-1)!;
  if (!isNothing(text, last.cells.at(-1)?.end ?? last.label.end, Math.min(until, position(further[0]!)))) return undefined;
  // A row without values that only the second one has makes it another table.
  const bare = raw.bare.filter(({ entry }) => entry.table === id);
  const own = new Set(bare.flatMap(({ entry, range }) => (range.start < until ? [entry.id] : [])));
  return bare.every(({ entry }) => own.has(entry.id)) ? further[0]!.label : undefined;
}

/** The same of table disputes: its first label behind the line of its values. */
function copyOfLine(text: string, { disputes: [first, second], known }: RawTables): Range | undefined {
  if (!first || !second || filledCells(first.cells) !== WIDE) return undefined;
  if (!areSame(text, first.cells, second.cells) || !holdsFigure(text, first.cells)) return undefined;
  const from = first.cells.at(-1)!.end;
  const heads = known.filter(
    ({ entries, range }) =>
      range.start >= from && range.start < second.cells[0]!.start && entries.some(({ table }) => table === 'disputes'),
  );
  return heads.length > GROUP && isNothing(text, from, heads[0]!.range.start) ? heads[0]!.range : undefined;
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

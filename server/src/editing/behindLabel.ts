import { labelKey, lookUp } from '../reading/labels';
import type { BoundRow, Table } from '../reading/report';
import { width } from '../reading/width';
import { type Edit, lineBreakOf } from './edit';
import { behindBreak, lineAt } from './source';

/**
 * All values of a row whose label stands alone, as text behind that label: where cells are divided by blanks or lines, a blank one has no
 * place of its own. `values`: one for every cell of the row; nothing where a cell holds something, or has another place.
 */
export function writeBehindLabel(text: string, table: Table, bound: BoundRow, values: readonly string[]): Edit | undefined {
  if (!isAlone(text, table, bound) || values.length !== bound.cells.size) return undefined;
  const at = labelEnd(text, bound);
  const { end } = lineAt(text, at);
  const gap = gapOf(text, table);
  const set = gap === '' ? lineBreakOf(text) + values.join(lineBreakOf(text)) : setApart(text, table, bound, values, at, gap);
  // A value in a line of its own stands below the whole line of its label.
  return { range: { start: gap === '' ? end : at, end }, text: set };
}

/** Whether no cell of a row has a figure, or a place other than behind the label. */
const isAlone = (text: string, { layout }: Table, { cells, label }: BoundRow): boolean =>
  (layout === 'words' || layout === 'lines') &&
  cells.size > 0 &&
  [...cells.values()].every(({ value, range }) => value.state === 'blank' && range.start === label.end && range.end === label.end) &&
  text.slice(label.end, lineAt(text, label.end).end).trim() === '';

/** Where a label ends, with what the official one has in brackets behind it, if that stands in the next line. */
function labelEnd(text: string, { row, label }: BoundRow): number {
  const [, aside] = /(（[^（）]{8,}）)$/.exec(row.label.text) ?? [];
  if (!aside) return label.end;
  const next = behindBreak(text, lineAt(text, label.end).end);
  const written = text.slice(next, lineAt(text, next).end);
  return written.trim() === aside ? next + written.trimEnd().length : label.end;
}

/** How far above the first row of a table its heads may stand. */
const MAX_HEADS = 600;

/** What stands between the cells of a row: blanks as between two heads in one line; nothing where every cell has a line of its own. */
function gapOf(text: string, table: Table): string {
  const { start, end } = table.range;
  for (const [between, before, after] of headPairs(text.slice(Math.max(0, start - MAX_HEADS), end)))
    if (isHead(before) && isHead(after)) return between.length > 1 ? '  ' : ' ';
  return table.layout === 'words' ? '  ' : '';
}

/** The blanks within lines, each with the words on its two sides. */
function* headPairs(text: string): Iterable<[string, string, string]> {
  for (const line of text.split('\n')) {
    const parts = line.trim().split(/([ \u3000]+)/);
    for (let i = 1; i < parts.length; i += 2) yield [parts[i]!, parts[i - 1]!, parts[i + 1]!];
  }
}

const isHead = (words: string): boolean => lookUp(labelKey(words)).some(({ kind }) => kind === 'column');

/** Figures in the line of a label: below those of another row, or else behind the longest label that stands alone. */
function setApart(text: string, table: Table, { cells }: BoundRow, values: readonly string[], at: number, gap: string): string {
  const columnOf = (offset: number): number => width(text.slice(lineAt(text, offset).start, offset));
  if (gap === ' ') return gap + values.join(gap);
  const filled = table.rows.find(
    (row) => row.cells.size === cells.size && [...row.cells.values()].every(({ value }) => value.state === 'number'),
  );
  const ends = table.rows.filter((row) => isAlone(text, table, row)).map((row) => columnOf(labelEnd(text, row)));
  const places = filled ? [...filled.cells.values()].map(({ range }) => columnOf(range.start)) : [Math.max(...ends) + gap.length];
  let set = '';
  values.forEach((value, i) => {
    const missing = (places[i] ?? 0) - columnOf(at) - width(set);
    set += ' '.repeat(Math.max(gap.length, missing)) + value;
  });
  return set;
}

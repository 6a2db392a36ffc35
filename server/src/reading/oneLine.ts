import { editions } from '../editions';
import { type LabelEntry, lookUp, rowEntry } from './labels';
import { pipeCells } from './layouts/pipe';
import { tabCells } from './layouts/tab';
import { words } from './layouts/words';
import type { Line, RawCell } from './lines';
import { knownFrom } from './scan/rowLabels';
import { endOfKey, isSpace, key } from './text';
import { looksLikeValue } from './values';

/** A whole table in one line, as some web pages paste it, or several of its rows. */

/** Fewer cells than the smallest table has; a line of any other layout has fewer that are filled. */
const MIN_CELLS = 24;
/** So many heads of table disputes stand over its values only. */
const MIN_HEADS = 10;

/** Stands in every report with tables whose cells are divided by blanks alone: most values are 0. */
const ZEROS = ' 0 0 0 ';
/** Words of two rows of table requests that stand in one line, and the units that these take up at least. */
const MIN_WORDS = 16;
const MIN_LENGTH = 36;

/** The lines; where one of them holds a whole table, or two rows of one, each of its cells has a line of its own. Blank cells, which divide the rows as well, have none. */
export function cutTables(text: string, lines: readonly Line[]): readonly Line[] {
  const blanksDivide = text.includes(ZEROS);
  const found = new Set(lines.filter((line) => mayHoldTable(line) || (blanksDivide && mayHoldWords(text, line))));
  return found.size === 0 ? lines : lines.flatMap((line) => (found.has(line) ? cut(text, line) : line));
}

const mayHoldTable = ({ tabs, pipes, cells }: Line): boolean => (tabs >= MIN_CELLS - 1 || pipes >= MIN_CELLS - 1) && cells === undefined;

function mayHoldWords(text: string, { start, end, tabs, pipes, cells }: Line): boolean {
  if (end - start < MIN_LENGTH || tabs + pipes > 0 || cells) return false;
  let count = 1;
  for (let i = start + 1; i < end && count < MIN_WORDS; i++) if (isSpace(text.charCodeAt(i)) && !isSpace(text.charCodeAt(i - 1))) count++;
  return count === MIN_WORDS;
}

/** The words of a line, known labels whole. */
function wordCells(text: string, line: Line): RawCell[] {
  const cells = words(text, line, true);
  const values = cells.map(({ start, end }) => looksLikeValue(text, start, end));
  const keys = cells.map(({ start, end }) => key(text, start, end));
  const whole: RawCell[] = [];
  for (let i = 0; i < cells.length; i++) {
    const first = cells[i]!;
    i = Math.max(i, knownFrom(keys, values, i));
    whole.push({ ...first, end: cells[i]!.end, roomEnd: cells[i]!.roomEnd });
  }
  return whole;
}

function cut(text: string, line: Line): Line | Line[] {
  const isOf = { leading: false, trailing: false };
  const all =
    line.tabs + line.pipes === 0 ? wordCells(text, line) : line.tabs > line.pipes ? tabCells(text, line) : pipeCells(text, line, isOf, 0);
  const cells = all.filter(({ start, end }) => start < end);
  if (cells.length < (line.tabs + line.pipes > 0 ? MIN_CELLS : MIN_WORDS) || !isTable(text, cells)) return line;
  return withHeading(text, cells).map(
    (cell): Line => ({
      ...line,
      start: cell.start,
      end: cell.end,
      from: cell.roomStart,
      to: cell.roomEnd,
      tabs: 0,
      pipes: 0,
      cells: [{ ...cell, column: 0 }],
    }),
  );
}

/** Whether several labels of rows stand among cells, each with a value right behind it; or values behind the heads of table disputes. */
function isTable(text: string, cells: readonly RawCell[]): boolean {
  const rows = new Set<string>();
  let heads = 0;
  let label: readonly LabelEntry[] = [];
  for (const { start, end } of cells) {
    if (!looksLikeValue(text, start, end)) {
      label = lookUp(key(text, start, end));
      if (label.some(({ table }) => table === 'disputes')) heads++;
      continue;
    }
    const row = rowEntry(label);
    if (row && row.table !== 'disputes') rows.add(row.id);
    if (rows.size > 1 || heads >= MIN_HEADS) return true;
    label = [];
  }
  return false;
}

/** The cells; a heading that stands in the first one, before the first title or head of the table, has a cell of its own. */
function withHeading(text: string, cells: RawCell[]): RawCell[] {
  const first = cells[0]!;
  const written = key(text, first.start, first.end);
  for (const { label } of editions.at(-1)!.sections) {
    const title = key(label.text);
    if (!written.startsWith(title) || written === title) continue;
    const end = endOfKey(text, first.start, first.end, title.length);
    if (!isSpace(text.charCodeAt(end))) continue;
    let start = end;
    while (isSpace(text.charCodeAt(start))) start++;
    return [{ ...first, end, roomEnd: end }, { ...first, start, roomStart: end }, ...cells.slice(1)];
  }
  return cells;
}

import type { Range, Report, Table } from '../reading/report';
import { width } from '../reading/width';
import { compose } from './compose';
import type { Edit } from './edit';
import { tableExtent } from './extent';
import { readsBack } from './relayout';
import { reread } from './reread';
import { behindBreak, lineAt } from './source';

/**
 * Sets the cells of a table with bars one below the other, by the columns that they take on the screen: only blanks at the ends
 * of cells and the dashes of a delimiter row change. Blanks cannot align tabs without standing in what is pasted elsewhere: a table
 * with tabs gets as many cells in every line. Other layouts, and a table that would not read the same, stay as they are.
 */
export function alignTable(report: Report, table: Table): Edit[] {
  const edits = alignment(report, table);
  return edits.length > 0 && readsBack(report, table, reread(report, edits)) ? edits : [];
}

function alignment(report: Report, table: Table): Edit[] {
  const { layout } = table;
  if (layout !== 'gfm' && layout !== 'pipe' && layout !== 'tab') return [];
  const lines = linesOf(report.text, tableExtent(report, table));
  return layout === 'tab'
    ? evenTabs(report.text, lines)
    : runsOf(report.text, lines).flatMap((run) => alignBars(report.text, run, firstValues(table)));
}

/** Edits of a table with bars that stand one below the other: they do so afterwards, too. */
export function keepAligned(report: Report, table: Table, edits: Edit[]): Edit[] {
  if (table.layout !== 'gfm' || alignment(report, table).length > 0) return edits;
  const after = reread(report, edits);
  const now = after.tables.get(table.definition.id);
  return now ? compose(report.text, edits, alignTable(after, now)) : edits;
}

/** The lines with bars around an offset, as they are aligned; what on-type formatting works on. */
export function runAt(report: Report, table: Table, offset: number): readonly Range[] | undefined {
  if (table.layout !== 'gfm' && table.layout !== 'pipe') return undefined;
  return runsOf(report.text, linesOf(report.text, tableExtent(report, table))).find((run) =>
    run.some(({ start, end }) => start <= offset && offset <= end),
  );
}

/** How many cells a line with bars has, those outside of the outer bars not counted. */
export const cellCount = (text: string, line: Range): number => splitBars(text, line).cells.length;

function linesOf(text: string, { start, end }: Range): Range[] {
  const lines: Range[] = [];
  for (let at = start; at < end; ) {
    const line = lineAt(text, at);
    lines.push(line);
    const next = behindBreak(text, line.end);
    if (next === line.end) break;
    at = next;
  }
  return lines;
}

// ── tabs ──

/** More cells than any line of an official table has. */
const MAX_TABS = 40;

function evenTabs(text: string, lines: readonly Range[]): Edit[] {
  const tabs = lines.map(({ start, end }) => text.slice(start, end).split('\t').length - 1);
  const most = Math.max(...tabs);
  if (most > MAX_TABS) return [];
  return lines.flatMap(({ end }, i) =>
    tabs[i]! > 0 && tabs[i]! < most ? [{ range: { start: end, end }, text: '\t'.repeat(most - tabs[i]!) }] : [],
  );
}

// ── bars ──

/** Runs of lines with bars: a table of its own each. */
function runsOf(text: string, lines: readonly Range[]): Range[][] {
  const runs: Range[][] = [];
  let open = false;
  for (const line of lines) {
    const barred = splitBars(text, line).cells.length > 1;
    if (barred && open) runs.at(-1)!.push(line);
    else if (barred) runs.push([line]);
    open = barred;
  }
  return runs;
}

interface BarLine {
  readonly line: Range;
  readonly opened: boolean;
  readonly closed: boolean;
  /** The rooms between the bars. */
  readonly cells: readonly Range[];
}

function splitBars(text: string, line: Range): BarLine {
  const rooms: Range[] = [];
  let from = line.start;
  for (let i = line.start; i <= line.end; i++) {
    if (i < line.end && (text[i] !== '|' || text[i - 1] === '\\')) continue;
    rooms.push({ start: from, end: i });
    from = i + 1;
  }
  const blank = (room: Range | undefined): boolean => room !== undefined && wordsOf(text, room) === '';
  // A blank in front of the first bar opens the line; bare bars may have a blank first cell, which is wider or nothing at all.
  const opened = rooms.length > 1 && rooms[0]!.start === rooms[0]!.end;
  const closed = rooms.length > 1 && blank(rooms.at(-1));
  return { line, opened, closed, cells: rooms.slice(opened ? 1 : 0, closed ? -1 : undefined) };
}

const BLANKS = /^[ \t\u3000]+|[ \t\u3000]+$/g;
const wordsOf = (text: string, { start, end }: Range): string => text.slice(start, end).replace(BLANKS, '');
const isRule = (words: string): boolean => /^:?-+:?$/.test(words);

/** Where the first value of every row begins. */
const firstValues = (table: Table): number[] =>
  table.rows.flatMap(({ cells }) => {
    const first = cells.values().next().value;
    return first ? [first.range.start] : [];
  });

function alignBars(text: string, run: readonly Range[], values: readonly number[]): Edit[] {
  const lines = run.map((line) => splitBars(text, line));
  // Lines that open with a bar are framed; a bare line may begin with a blank cell.
  const framed = lines.every(({ opened }) => opened);
  const rows = lines.map((line) =>
    framed || !line.opened ? line : { ...line, opened: false, cells: [{ start: line.line.start, end: line.line.start }, ...line.cells] },
  );
  const rule = rows.find(({ cells }) => cells.length > 0 && cells.every((cell) => isRule(wordsOf(text, cell))));
  const sides = rule?.cells.map((cell) => wordsOf(text, cell)) ?? [];
  const firsts = rows.map(({ cells }) => cells.findIndex(({ start, end }) => values.some((value) => start <= value && value <= end)));
  const known = new Set(firsts.filter((first) => first > 0));
  // Where labels take one cell or several, they are one column up to the values; lines without values then stay out of it.
  const ragged = known.size > 1;
  const first = ragged ? Math.max(...known) : 0;
  const labelWidths = rows.map(({ cells }, i) => (ragged && firsts[i]! > 0 ? labelWidth(text, cells.slice(0, firsts[i])) : 0));
  const label = Math.max(0, ...labelWidths);
  const columnOf = (row: number, cell: number): number | undefined => {
    if (!ragged) return cell;
    const from = firsts[row]!;
    return from > 0 && cell >= from ? first + cell - from : undefined;
  };
  const widths: number[] = [];
  rows.forEach((row, i) => {
    row.cells.forEach((cell, j) => {
      const column = columnOf(i, j);
      if (column === undefined || row === rule) return;
      widths[column] = Math.max(widths[column] ?? (rule ? 3 : 1), width(wordsOf(text, cell)));
    });
  });
  return rows.flatMap((row, i) =>
    row.cells.flatMap((cell, j) => {
      const words = wordsOf(text, cell);
      const column = columnOf(i, j);
      const last = j === row.cells.length - 1 && !row.closed;
      const lead = j > 0 || framed ? ' ' : '';
      const tail = last ? '' : ' ';
      if (row === rule) return replaced(text, cell, lead + dashes(words, widths[column ?? j] ?? 3) + tail);
      let room = column === undefined ? 0 : (widths[column] ?? 0) - width(words);
      if (ragged && firsts[i]! > 0 && j === firsts[i]! - 1) room = label - labelWidths[i]!;
      const [before, behind] = column === undefined ? [0, room] : sided(sides[column] ?? '', room);
      const filled = ' '.repeat(before) + words + (last ? '' : ' '.repeat(behind));
      return replaced(text, cell, lead + filled + tail);
    }),
  );
}

/** The columns that the cells of a label take with the bars between them. */
const labelWidth = (text: string, cells: readonly Range[]): number =>
  cells.reduce((sum, cell) => sum + width(wordsOf(text, cell)), 0) + 3 * (cells.length - 1);

/** Blanks before and behind the words of a column, as its rule aligns it. */
function sided(rule: string, room: number): [number, number] {
  if (!rule.endsWith(':')) return [0, room];
  return rule.startsWith(':') ? [room >> 1, room - (room >> 1)] : [room, 0];
}

function dashes(rule: string, columns: number): string {
  const open = rule.startsWith(':') ? ':' : '';
  const close = rule.endsWith(':') && rule.length > 1 ? ':' : '';
  return open + '-'.repeat(Math.max(1, columns - open.length - close.length)) + close;
}

/** Edits of the blanks at the ends of a cell, or of a whole delimiter. */
function replaced(text: string, { start, end }: Range, wanted: string): Edit[] {
  const old = text.slice(start, end);
  if (old === wanted) return [];
  const words = old.replace(BLANKS, '');
  if (words === '' || wanted.replace(BLANKS, '') !== words) return [{ range: { start, end }, text: wanted }];
  const from = start + old.indexOf(words);
  const to = from + words.length;
  const lead = wanted.slice(0, wanted.indexOf(words));
  const tail = wanted.slice(lead.length + words.length);
  const edits: Edit[] = [];
  if (text.slice(start, from) !== lead) edits.push({ range: { start, end: from }, text: lead });
  if (text.slice(to, end) !== tail) edits.push({ range: { start: to, end }, text: tail });
  return edits;
}

import type { Bilingual } from '../editions';
import {
  type CellId,
  type Column,
  cellsOf,
  type Edition,
  type Row,
  rowsOf,
  type Succession,
  type TableDefinition,
  type TableId,
  tableOf,
} from '../editions';
import type { Line } from '../reading/lines';
import type { BoundRow, Cell, Evidence, Layout, Range, Report, Table } from '../reading/report';
import { readValue } from '../reading/values';
import { keepAligned } from './align';
import { keptComments } from './comments';
import { trimmed } from './compose';
import { byPlace, type Edit, type EditingOptions, lineBreakOf } from './edit';
import { remainderOf, tableExtent } from './extent';
import { fillBlanks } from './figures';
import { rowName, tableName } from './naming';
import { unitOver } from './relabel';
import { misreadRows, reread } from './reread';
import { behindBreak, isBlankLine, lineAt, lineBefore, type Source, sourceOf, wordsIn } from './source';
import { writeTable } from './write';
import { escapeHtml } from './write/html';

/** Tables of one edition written in another: what has a counterpart is carried over, everything else stands in a note below. */

/** A figure or text of the old table that has no place in the new one: it stands in the note, as written. */
export interface Dropped {
  readonly table: TableId;
  /** Absent where it stood in no cell. */
  readonly row?: string;
  readonly column?: string;
  readonly text: string;
}

export interface Conversion {
  readonly edits: readonly Edit[];
  readonly dropped: readonly Dropped[];
  /** What is carried over with a doubt, what went into the note, what is to be filled in. */
  readonly confirm?: Bilingual;
}

/** Converts tables into an edition, all by default. Nothing where all are written in it already, or could not be read again. */
export function convert(
  report: Report,
  edition: Edition,
  { fill }: Pick<EditingOptions, 'fill'>,
  tables: Iterable<Table> = report.tables.values(),
): Conversion | undefined {
  const conversions = [...tables].flatMap((table) => convertTable(report, table, edition, fill === '0' ? '0' : '') ?? []);
  if (conversions.length === 0) return undefined;
  const doubts = conversions.flatMap(({ confirm }) => confirm ?? []);
  return {
    edits: conversions.flatMap(({ edits }) => edits).sort(byPlace),
    dropped: conversions.flatMap(({ dropped }) => dropped),
    ...(doubts.length > 0 ? { confirm: { zh: doubts.map(({ zh }) => zh).join(''), en: doubts.map(({ en }) => en).join(' ') } } : {}),
  };
}

/** More marks of another edition than this are a part of its table; a head or two in the old wording are odd heads. */
const MANY_MARKS = 3;

/** The marks of another edition in a table that is not, or not wholly, written in the one asked for. */
export function foreignMarks(table: Table, edition: Edition): readonly Evidence[] {
  const foreign = table.evidence.filter((mark) => mark.edition !== edition.id);
  return table.edition === edition && foreign.length < MANY_MARKS && !table.rows.some((row) => row.foreign) ? [] : foreign;
}

/** The edition whose heads stand over a row. */
const editionOf = (table: Table, row: BoundRow | undefined): Edition => row?.foreign?.edition ?? table.edition;

const valuesOf = ({ cells, foreign }: BoundRow): ReadonlyMap<string, Cell> => foreign?.cells ?? cells;

/** The titles of the blocks that are written in another edition, where the others are not. */
export function foreignBlocks(table: Table, edition: Edition): string[] {
  const titles = table.definition.blocks.flatMap(({ title, rows }) => {
    const bound = table.rows.filter(({ row }) => rows.includes(row));
    return title && bound.some((row) => editionOf(table, row) !== edition) ? [title.text] : [];
  });
  return table.rows.some(({ foreign }) => foreign) ? titles : [];
}

/** Whether a table would be another one in an edition: the editions share those that they have in common. */
export const differs = (table: Table, edition: Edition): boolean =>
  tableOf(edition, table.definition.id) !== table.definition || foreignMarks(table, edition).length > 0;

/** Whether a table is to be converted as a whole: to put its labels and rows right in its own edition would lead the other way. */
export const isForeign = ({ expected }: Report, table: Table): boolean =>
  expected !== undefined && table.edition !== expected && foreignMarks(table, expected).length > 0;

/** The tables that are not to be converted. */
export const ownTables = (report: Report): Table[] => [...report.tables.values()].filter((table) => !isForeign(report, table));

function convertTable(report: Report, table: Table, edition: Edition, fill: string): Conversion | undefined {
  const target = tableOf(edition, table.definition.id);
  if (!differs(table, edition)) return undefined;
  const source = sourceOf(report);
  const extent = withHeads(report, table, tableExtent(report, table));
  const carried = carry(source, table, edition, target, fill);
  const { noted, behind, dropped } = leftOver(report, source, table, extent, carried, target);
  const values = (row: string, column: string): string => carried.values.get(nameOf({ row, column })) ?? fill;
  for (const layout of layoutsFor(report, table, extent, [...carried.values.values()].includes(''))) {
    const comments = keptComments(report, table, extent, target, layout);
    const written = (row: Row, column: Column): string => comments.around({ row: row.id, column: column.id }, values(row.id, column.id));
    const body = writeTable(target, layout, written, lineBreakOf(report.text));
    const paragraphs = [...(noted === '' ? [] : [noted]), ...behind, ...comments.behind];
    const edit = { range: extent, text: framed(report, extent, body, layout, paragraphs) };
    if (!readsBack(report, edit, edition, target, values)) continue;
    const confirm = doubtsOf(table, edition, carried, dropped, layout);
    return { edits: keepAligned(report, table, trimmed(report.text, edit)), dropped, ...(confirm ? { confirm } : {}) };
  }
  return undefined;
}

const nameOf = ({ row, column }: CellId): string => `${row}/${column}`;

/** The extent of a table, with heads behind its last row: they stand over a row that is missing. */
function withHeads({ text, sections }: Report, table: Table, extent: Range): Range {
  const section = sections.find(({ body }) => body.start <= extent.start && extent.end <= body.end);
  const last = table.evidence.findLast(({ range }) => section !== undefined && range.end <= section.body.end);
  return last && last.range.end > extent.end ? { start: extent.start, end: lineAt(text, last.range.end).end } : extent;
}

/** A table with `written` in all its blank cells; written anew where its layout has no places for them. */
export function fillTable(report: Report, table: Table, written: string): Edit[] | undefined {
  const edits = fillBlanks(report, table, () => written);
  if (edits && misreadRows(report, table, blankCells(table), edits).length === 0) return edits;
  const extent = tableExtent(report, table);
  const { lines, beside } = remainderOf(report, table, extent);
  if (beside.length > 0 || table.unknownRows.length > 0) return undefined;
  const source = sourceOf(report);
  const comments = keptComments(report, table, extent, table.definition, table.layout);
  const behind = [...lines.map((line) => wordsIn(source, line)), ...comments.behind];
  const kept = (row: Row, column: Column): string => comments.around({ row: row.id, column: column.id }, written);
  const body = writeTable(table.definition, table.layout, kept, lineBreakOf(report.text));
  const edit = { range: extent, text: framed(report, extent, body, table.layout, behind) };
  return readsBack(report, edit, table.edition, table.definition, () => written) ? [edit] : undefined;
}

const blankCells = ({ rows }: Table): Cell[] =>
  rows.flatMap(({ cells }) => [...cells.values()].filter(({ value }) => value.state === 'blank'));

// ── what becomes of the figures ──

interface Carried {
  /** The text of every cell of the new table, by name. */
  readonly values: ReadonlyMap<string, string>;
  /** The old cells whose text stands in the new table. */
  readonly kept: ReadonlySet<Cell>;
  /** Cells of the new table that the writer looks at. */
  readonly near: readonly (CellId & { readonly from: Cell; readonly text: string })[];
  /** Cells of the new table that the old one knows nothing of. */
  readonly open: number;
}

function carry(source: Source, table: Table, edition: Edition, target: TableDefinition, fill: string): Carried {
  const old = new Map<string, Cell>();
  const rows = new Map<string, BoundRow>();
  for (const bound of table.rows) {
    const { row } = bound;
    if (!rows.has(row.id)) rows.set(row.id, bound);
    for (const [column, cell] of valuesOf(bound))
      if (!old.has(nameOf({ row: row.id, column }))) old.set(nameOf({ row: row.id, column }), cell);
  }
  const values = new Map<string, string>();
  const kept = new Set<Cell>();
  const near: Carried['near'][number][] = [];
  let open = 0;
  const textOf = (cell: Cell): string => (cell.value.state === 'blank' ? '' : wordsIn(source, cell.range));
  for (const { row, column } of cellsOf(target)) {
    const id = { row: row.id, column: column.id };
    const origin = originOf(id, editionOf(table, rows.get(row.id)), edition, target.id);
    const from = origin.cells.map((cell) => old.get(nameOf(cell)));
    const [only] = from;
    let text: string | undefined;
    if (from.length === 1 && only) {
      const zero = only.value.state === 'number' && only.value.digits === 0n;
      // What was one figure is three: the last takes it, and the sum stays.
      text = origin.part === 'other' && only.value.state !== 'blank' ? (only.value.state === 'number' ? '0' : '') : textOf(only);
      if (origin.part !== 'other') kept.add(only);
      const doubtful = origin.likeness === 'near' || origin.part === 'rest';
      if (doubtful && !zero && text !== '') near.push({ ...id, from: only, text });
    } else if (from.length > 1) {
      const sum = sumOf(from);
      text = sum === undefined ? '' : String(sum);
      // Nothing is lost where one part is the sum.
      if (sum !== undefined) for (const cell of from) if (cell?.value.state === 'number' && cell.value.digits === 0n) kept.add(cell);
    }
    if (text === undefined) open++;
    values.set(nameOf(id), text ?? fill);
  }
  return { values, kept, near, open };
}

interface Origin {
  readonly cells: readonly CellId[];
  readonly likeness: Succession['likeness'];
  /** Of one that was divided: the part that takes what cannot be told apart, or another. */
  readonly part?: 'rest' | 'other';
}

/** The cells of the old edition that a cell of the new one was, or is the sum of. */
function originOf(cell: CellId, from: Edition, to: Edition, table: TableId): Origin {
  const forward = to.before?.edition === from.id;
  const successions = (forward ? to.before : from.before?.edition === to.id ? from.before : undefined)?.successions ?? [];
  for (const { table: of, of: kind, before, now, likeness } of successions) {
    if (of !== table) continue;
    if (forward && now.includes(cell[kind])) {
      const part = now.length === 1 ? {} : { part: cell[kind] === now.at(-1) ? ('rest' as const) : ('other' as const) };
      return { cells: [{ ...cell, [kind]: before }], likeness, ...part };
    }
    if (!forward && cell[kind] === before) return { cells: now.map((id) => ({ ...cell, [kind]: id })), likeness };
  }
  return { cells: [cell], likeness: 'equal' };
}

/** The sum of counts; nothing where one of them is absent, blank or unreadable. */
function sumOf(cells: readonly (Cell | undefined)[]): bigint | undefined {
  let sum = 0n;
  for (const cell of cells) {
    if (cell?.value.state !== 'number' || cell.value.scale > 0) return undefined;
    sum += cell.value.digits;
  }
  return sum;
}

// ── what has no place in the new table ──

interface LeftOver {
  /** The note; empty where nothing is left. */
  readonly noted: string;
  /** Lines of text that stood within the table. */
  readonly behind: readonly string[];
  readonly dropped: readonly Dropped[];
}

function leftOver(
  report: Report,
  source: Source,
  table: Table,
  extent: Range,
  { kept, values }: Carried,
  target: TableDefinition,
): LeftOver {
  const { id } = table.definition;
  const dropped: Dropped[] = [];
  const parts: string[] = [];
  for (const bound of table.rows) {
    const { row, misaligned, label } = bound;
    const cells = valuesOf(bound);
    const figures = [...cells.values()].flatMap((cell) => {
      if (kept.has(cell) || cell.value.state === 'blank') return [];
      const text = wordsIn(source, cell.range);
      dropped.push({ table: id, row: row.id, column: cell.column.id, text });
      const unit =
        cell.column.kind === 'money' && cell.value.state === 'number' && !cell.value.unit && unitOver(report.text, table, cell.column);
      const words = unit ? text + unit : text;
      return [`${cell.column.label.text}${/^\d[\d.]*$/.test(words) ? words : `“${words}”`}`];
    });
    if (misaligned && cells.size === 0 && misaligned.range.start >= label.end) {
      const text = piecesOf(source, { start: label.end, end: misaligned.range.end }).join('、');
      dropped.push({ table: id, row: row.id, text });
      figures.push(text);
    }
    if (figures.length > 0) parts.push(`${rowName(row).replaceAll(' ', '')}：${figures.join('、')}`);
  }
  const { lines, beside } = remainderOf(report, table, extent);
  const behind: string[] = [];
  for (const line of lines) {
    const pieces = piecesOf(source, line);
    const unknown = table.unknownRows.some(({ label }) => label.start >= line.start && label.start < line.end);
    if (pieces.length > 1 || unknown) {
      dropped.push({ table: id, text: pieces.join('、') });
      parts.push(pieces.join('、'));
    } else behind.push(wordsIn(source, line));
  }
  for (const place of beside) {
    const text = wordsIn(source, place);
    const known = table.rows.some(({ label, misaligned }) => misaligned && place.start >= label.end && place.end <= misaligned.range.end);
    if (known) continue;
    dropped.push({ table: id, text });
    parts.push(text);
  }
  const standing = [...values.values(), ...parts, ...behind, ...rowsOf(target).map(({ row }) => row.label.text)].join(' ');
  for (const text of strayFigures(report.text.slice(extent.start, extent.end), standing)) {
    dropped.push({ table: id, text });
    parts.push(text);
  }
  return { noted: parts.length === 0 ? '' : `（原表数据：${parts.join('；')}。）`, behind, dropped };
}

const numbersIn = (text: string): readonly string[] => text.match(/\d+/g) ?? [];

/** Texts with figures that stand nowhere yet: what a broken HTML table has beside its cells is read by nobody. */
function strayFigures(written: string, standing: string): string[] {
  const known = new Set(numbersIn(standing));
  const words = written
    .replace(/<\/?(?:span|font|b|strong|i|em|u|o:p|a|sup|sub)\b[^<>]*>/gi, '')
    .replace(/<[^<>]*>/g, '\n')
    .replace(/&#?\w{1,8};?/g, ' ');
  const texts = words.split(/[\t\r\n|]|\s{2,}/).filter((text) => numbersIn(text).some((number) => !known.has(number)));
  return [...new Set(texts.map((text) => text.trim()))];
}

/** The texts between the delimiters of a stretch of a table. */
const piecesOf = ({ masked, lines }: Source, range: Range): string[] => {
  const cells = lineOf(lines, range.start)?.cells;
  const pieces = cells
    ? cells.filter((cell) => cell.start >= range.start && cell.end <= range.end).map((cell) => wordsIn({ masked, lines }, cell))
    : wordsInLines(masked, range).split(/[\t|\r\n]|\s{2,}/);
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
};
/** The last line that begins at or before an offset. */
function lineOf(lines: readonly Line[], offset: number): Line | undefined {
  let from = 0;
  let to = lines.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (lines[middle]!.start <= offset) from = middle + 1;
    else to = middle;
  }
  return lines[from - 1];
}

const wordsInLines = (masked: string, { start, end }: Range): string => masked.slice(start, end).replaceAll('\uffff', '');

// ── how it is written ──

/** The layout of the table, or, where it cannot show what is to be written, one that can. */
function layoutsFor({ text }: Report, { layout }: Table, extent: Range, blanks: boolean): Layout[] {
  if (layout === 'html') return ['html'];
  // Small Markdown tables of a single cell are Markdown all the same.
  const own = layout === 'lines' && /^[ \t]*\|[ :]*--/m.test(text.slice(extent.start, extent.end)) ? 'gfm' : layout;
  return [...new Set<Layout>([own === 'words' && blanks ? 'tab' : own, 'tab', 'gfm'])];
}

/** A table with the note and the texts that follow it, set off from what stands around it. */
function framed({ text }: Report, extent: Range, body: string, layout: Layout, paragraphs: readonly string[]): string {
  const lineBreak = lineBreakOf(text);
  const html = layout === 'html';
  const setOff = html ? lineBreak : lineBreak + lineBreak;
  const out = [body, ...paragraphs.map((words) => (html && !words.startsWith('<!--') ? `<p>${escapeHtml(words)}</p>` : words))].join(
    setOff,
  );
  // Its class or border is no matter of the figures.
  if (html) return out.replace('<table>', () => /^<table\b[^<>]*>/i.exec(text.slice(extent.start, extent.end))?.[0] ?? '<table>');
  const before = lineBefore(text, lineAt(text, extent.start));
  const next = behindBreak(text, extent.end);
  const opened = layout === 'gfm' && before !== undefined && !isBlankLine(text, before);
  const closed = next < text.length && !isBlankLine(text, lineAt(text, next)) && (paragraphs.length > 0 || layout === 'gfm');
  return `${opened ? lineBreak : ''}${out}${closed ? lineBreak : ''}`;
}

/** Whether a draft with one table converted reads as it should: that table complete, the others as before. */
function readsBack(
  report: Report,
  edit: Edit,
  edition: Edition,
  target: TableDefinition,
  values: (row: string, column: string) => string,
): boolean {
  const after = reread(report, [edit], edition.id);
  if (after.sections.length !== report.sections.length || after.tables.size !== report.tables.size) return false;
  for (const [id, before] of report.tables) {
    const now = after.tables.get(id);
    if (id !== target.id && now?.rows.length !== before.rows.length) return false;
  }
  const table = after.tables.get(target.id);
  if (table?.definition !== target || table.unknownRows.length > 0 || table.rows.length !== rowsOf(target).length) return false;
  if (table.evidence.some((mark) => mark.edition !== edition.id)) return false;
  return table.rows.every(({ row, cells, misaligned }) => {
    if (misaligned) return false;
    return [...cells.values()].every(({ column, value }) => {
      const text = values(row.id, column.id);
      const wanted = readValue(text, 0, text.length, column.kind);
      return value.state === wanted.state && (value.state !== 'number' || (wanted.state === 'number' && value.normal === wanted.normal));
    });
  });
}

// ── what the writer confirms ──

function doubtsOf(
  table: Table,
  edition: Edition,
  { near, open }: Carried,
  dropped: readonly Dropped[],
  layout: Layout,
): Bilingual | undefined {
  const name = tableName(table);
  const zh: string[] = [];
  const en: string[] = [];
  const target = tableOf(edition, table.definition.id);
  for (const [from, to, figures] of grouped(near, target)) {
    zh.push(`“${from}”的${figures.join('、')} 填入“${to}”，请核对`);
    en.push(`${figures.join(', ')} of “${from}” goes to “${to}”`);
  }
  if (dropped.length > 0) {
    zh.push(`${dropped.length} 处原有数据在新表样中没有位置，写在表后的“原表数据”里`);
    en.push(`${dropped.length} old entries have no place in the new table and stand in a note below it`);
  }
  if (open > 0) {
    zh.push(`${open} 格原表没有，需要填写`);
    en.push(`${open} cells are new and to be filled in`);
  }
  if (layout === 'tab' && table.layout !== 'tab') {
    zh.push('原来的排版分不清空白格，改用制表符分隔');
    en.push('cells are divided by tabs, since the old layout cannot tell blank ones apart');
  }
  return zh.length === 0 ? undefined : { zh: `${name.zh}：${zh.join('；')}。`, en: `${name.en}: ${en.join('; ')}.` };
}

/** What is carried over with a doubt: from where, to where, and the figures. Of columns that were renamed the rows tell them apart, of rows the columns. */
function grouped(near: Carried['near'], target: TableDefinition): [from: string, to: string, figures: string[]][] {
  const groups = new Map<string, [string, string, string[]]>();
  for (const { row, column, from, text } of near) {
    const to = cellsOf(target).find((cell) => cell.row.id === row && cell.column.id === column)!;
    const sameColumn = from.column.id === column;
    const [old, now] = sameColumn ? [rowName(from.row), rowName(to.row)] : [from.column.label.text, to.column.label.text];
    const group = groups.get(`${old} ${now}`) ?? [old, now, []];
    group[2].push(`${sameColumn ? from.column.label.text : rowName(from.row)} ${text}`);
    groups.set(`${old} ${now}`, group);
  }
  return [...groups.values()];
}

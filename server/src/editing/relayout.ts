import type { Column, Row } from '../editions';
import type { Layout, Range, Report, Table, Value } from '../reading/report';
import { keptComments } from './comments';
import { type Edit, lineBreakOf } from './edit';
import { remainderOf, tableExtent } from './extent';
import { reread } from './reread';
import { behindBreak, isBlankLine, isPage, lineAt, lineBefore, sourceOf, wordsIn } from './source';
import { writeTable } from './write';
import { escapeHtml } from './write/html';

/**
 * Writes a table in a layout: its figures and notes as they stand in their cells, under the official labels; rows that it lacks are there
 * blank. Comments that silence findings go with their cells; other text between its lines follows behind it. Nothing where something would be
 * lost or could not be read again: rows that are unknown, misaligned or there twice; texts beside the cells; blank cells in a layout that
 * shows none.
 */
export function relayout(report: Report, table: Table, layout: Layout, fill = ''): Edit[] | undefined {
  const { rows, unknownRows, definition } = table;
  if (unknownRows.length > 0 || rows.some((row) => row.misaligned)) return undefined;
  if (new Set(rows.map(({ row }) => row.id)).size < rows.length) return undefined;
  const inner = tableExtent(report, table);
  const { lines, beside } = remainderOf(report, table, inner);
  if (beside.length > 0) return undefined;

  const { text } = report;
  const extent = withPre(text, inner);
  const lineBreak = lineBreakOf(text);
  const source = sourceOf(report);
  const comments = keptComments(report, table, inner, definition, layout);
  const value = (row: Row, column: Column): string => {
    const cell = rows.find((bound) => bound.row.id === row.id)?.cells.get(column.id);
    if (!cell) return fill;
    return cell.value.state === 'blank' ? '' : cellText(wordsIn(source, cell.range), table.layout, layout);
  };
  const page = layout !== 'html' && isPage(report);
  // In an element that keeps its lines a comment would be text.
  if (page && comments.silences) return undefined;
  const kept = (row: Row, column: Column): string => comments.around({ row: row.id, column: column.id }, value(row, column));
  const written = writeTable(definition, layout, kept, lineBreak);
  const behind = [...lines.map((line) => remnant(report, line, isPage(report))), ...comments.behind];
  for (const body of page ? [preformatted(written, lineBreak), written] : [written]) {
    const edits = changed(text, extent, framed(text, extent, body, behind, page || (SET_OFF.has(layout) && !isPage(report)), lineBreak));
    if (edits.length === 0 || readsBack(report, table, reread(report, edits))) return edits;
  }
  return undefined;
}

/** The text of a cell for another layout: marks of Markdown mean nothing outside of it. */
function cellText(written: string, from: Layout, to: Layout): string {
  if (from !== 'gfm' && from !== 'pipe') return written;
  const plain = written.replaceAll('\\|', '|');
  return to === 'gfm' || to === 'pipe' ? plain : plain.replace(/^[*_`]+(?=.)|(?<=.)[*_`]+$/g, '');
}

/** A line that stood between those of the table, as it is written. */
function remnant(report: Report, line: Range, page: boolean): string {
  const words = wordsIn(sourceOf(report), line);
  const asWritten = report.text.slice(line.start, line.end);
  if (page) return `<p>${escapeHtml(words)}</p>`;
  return asWritten.includes('<') ? words : asWritten;
}

/** Where line feeds are blanks, lines need an element that keeps them. */
const preformatted = (written: string, lineBreak: string): string => `<pre>${lineBreak}${escapeHtml(written)}${lineBreak}</pre>`;

/** With the element that keeps its lines, where it has one. */
function withPre(text: string, { start, end }: Range): Range {
  const open = /<pre>\s{0,4}$/.exec(text.slice(Math.max(0, start - 9), start));
  const close = /^\s{0,4}<\/pre>/.exec(text.slice(end, end + 10));
  return open && close ? { start: start - open[0].length, end: end + close[0].length } : { start, end };
}

/** Layouts whose tables blank lines set off from the text around them: they are read so, and shown so. */
const SET_OFF: ReadonlySet<Layout> = new Set(['gfm', 'html']);

/** A table with what follows it, in place of an extent. */
function framed(text: string, extent: Range, body: string, behind: readonly string[], setOff: boolean, lineBreak: string): string {
  const lead = text.slice(lineAt(text, extent.start).start, extent.start);
  const rest = text.slice(extent.end, lineAt(text, extent.end).end);
  const before = lead.trim() === '' ? lineBefore(text, lineAt(text, extent.start)) : undefined;
  const nextAt = behindBreak(text, lineAt(text, extent.end).end);
  let out = body;
  const isBehindHeading = lead.trim() !== '' && !lead.includes('<');
  if (isBehindHeading || (setOff && lead.trim() !== '')) out = lineBreak + lineBreak + out;
  else if (setOff && before && !isBlankLine(text, before)) out = lineBreak + out;
  for (const line of behind) out += lineBreak + lineBreak + line;
  if (!setOff && behind.length === 0) return out;
  if (rest.trim() !== '') return out + lineBreak + lineBreak;
  return nextAt < text.length && !isBlankLine(text, lineAt(text, nextAt)) ? out + lineBreak : out;
}

const changed = (text: string, range: Range, replacement: string): Edit[] =>
  text.slice(range.start, range.end) === replacement ? [] : [{ range, text: replacement }];

/** Whether a draft reads the same in all tables after some edits, but for rows that the table had not. */
export function readsBack(report: Report, table: Table, after: Report): boolean {
  if (after.sections.length !== report.sections.length || after.tables.size !== report.tables.size) return false;
  for (const [id, before] of report.tables) {
    const now = after.tables.get(id);
    if (!now || now.edition !== before.edition) return false;
    const known = new Set(before.rows.map(({ row }) => row.id));
    const rows = id === table.definition.id ? now.rows.filter(({ row }) => known.has(row.id)) : now.rows;
    if (rows.length !== before.rows.length) return false;
    for (const bound of rows) {
      const old = before.rows.find(({ row }) => row.id === bound.row.id);
      if (!old || old.cells.size !== bound.cells.size || (old.misaligned === undefined) !== (bound.misaligned === undefined)) return false;
      for (const [column, { value }] of bound.cells) if (!sameValue(value, old.cells.get(column)?.value)) return false;
    }
  }
  return true;
}

const sameValue = (one: Value, other: Value | undefined): boolean =>
  one.state === other?.state &&
  (one.state !== 'number' || (other.state === 'number' && one.normal === other.normal && one.unit === other.unit));

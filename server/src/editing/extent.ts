import type { TableDefinition } from '../editions';
import { isPiece, labelKey } from '../reading/labels';
import { isDelimiterRow, isLoneBar } from '../reading/layouts/pipe';
import { isPageArtefact, type Line } from '../reading/lines';
import type { Range, Report, Section, Table } from '../reading/report';
import { distance, key, MASK, skipBlank } from '../reading/text';
import { byPlace } from './edit';
import { gridOf } from './grid';
import { type HtmlTable, holdsRange, htmlTables } from './markup';
import { behindBreak, lineAt, lineBefore, type Source, sourceOf, wordsIn } from './source';

/** Where the whole of a table stands, and what else stands there. */

/**
 * The whole lines from the first title of a block, head or corner to the last line of a table, without the last line break; of
 * HTML tables from the first `<table` to the last `</table>`. A caption before it is no part of it.
 */
export function tableExtent(report: Report, table: Table): Range {
  const { text } = report;
  const own = table.layout === 'html' ? htmlTablesOf(report, table) : [];
  const [first, last] = [own[0], own.at(-1)];
  // A closing tag in the wrong place leaves rows behind it.
  if (first && last) return { start: first.range.start, end: Math.max(last.range.end, table.range.end) };
  const source = sourceOf(report);
  let { start } = lineAt(text, Math.min(table.range.start, ...table.rows.slice(0, 2).map(({ label }) => label.start)));
  const labels = table.labels.map(({ range }) => range.start);
  // Rows without values look like heads: what belongs to the table above is none of this.
  const above = Math.max(0, ...[...report.tables.values()].map(({ range }) => (range.end <= start ? range.end : 0)));
  // Titles and heads in front of the first row, in lines of their own, with no other text between.
  for (let line = lineBefore(text, { start, end: start }); line && line.start >= above; line = lineBefore(text, line)) {
    const { start: from, end } = line;
    if (labels.some((label) => label >= from && label < end) || isHeadPiece(source, line)) start = from;
    else if (isBlankRow(text, line)) start = from;
    else if (wordsIn(source, line) !== '' && !/^[\s|:-]*$/.test(text.slice(from, end))) break;
  }
  // The heading may stand in the line of a table that has one only.
  const heading = sectionOver(report, table)?.heading.range;
  if (heading && heading.start >= start) start = skipBlank(text, heading.end, table.range.start);
  let lowest = lineAt(text, Math.max(table.range.end, start));
  for (let at = behindBreak(text, lowest.end); at > lowest.end && isBlankRow(text, lineAt(text, at)); at = behindBreak(text, lowest.end))
    lowest = lineAt(text, at);
  return { start, end: lowest.end };
}

/** The section whose heading stands over a table, whichever it belongs in. */
export const sectionOver = ({ sections }: Report, { range }: Table): Section | undefined =>
  sections.findLast(({ body }) => body.start <= range.start);

/** Whether a whole table stands in one line, cell behind cell. */
export function isInOneLine({ text }: Report, { layout, rows }: Table): boolean {
  const [first, last] = [rows[0], rows.at(-1)];
  return layout === 'lines' && first !== undefined && first !== last && lineAt(text, first.range.start).end >= last!.range.start;
}

/** A row of tabs alone, as Word leaves them before and behind a table. */
const isBlankRow = (text: string, { start, end }: Range): boolean => {
  const line = text.slice(start, end);
  return line.includes('\t') && line.trim() === '';
};

/** A line of a head that stands on several lines: 结果 over 维持. */
function isHeadPiece({ masked }: Source, { start, end }: Range): boolean {
  const words = masked
    .slice(start, end)
    .split(/[\s|#*]+/)
    .filter((word) => word !== '');
  return words.length > 0 && words.every((word) => isWordsOfLabel(key(word)));
}

/** The innermost HTML tables that hold labels or cells of a table, in the order of the text. */
export function htmlTablesOf({ text }: Report, table: Table): HtmlTable[] {
  const all = htmlTables(text);
  const places = [...table.rows.flatMap(({ label, cells }) => [label, ...[...cells.values()].map(({ range }) => range)])];
  const found = new Set<HtmlTable>();
  for (const place of places) {
    // Of tables that hold a place the innermost comes first.
    const innermost = all.find(({ range }) => holdsRange(range, place));
    if (innermost) found.add(innermost);
  }
  const first = Math.min(...[...found].map(({ range }) => range.start));
  for (const { kind, range: place } of table.labels) {
    if (kind !== 'block' || place.start >= first) continue;
    const innermost = all.find(({ range }) => holdsRange(range, place));
    if (innermost) found.add(innermost);
  }
  return [...found].sort(byPlace);
}

/** What stands in the extent of a table besides the table. */
export interface Remainder {
  /** Whole lines that are no part of it: a page number, a paragraph. */
  readonly lines: readonly Range[];
  /** Texts and figures beside labels and values of the table, whose meaning is not known. */
  readonly beside: readonly Range[];
}

export function remainderOf(report: Report, table: Table, extent: Range): Remainder {
  const source = sourceOf(report);
  const known = knownPlaces(table);
  const lines: Range[] = [];
  const beside: Range[] = [];
  let next = 0;
  for (const line of source.lines) {
    if (line.end <= extent.start || line.start === line.end) continue;
    if (line.start >= extent.end) break;
    while (next < known.length && known[next]!.end <= line.start) next++;
    const places: Range[] = [];
    for (let i = next; i < known.length && known[i]!.start < line.end; i++) places.push(known[i]!);
    if (places.length === 0 && isPageArtefact(source.masked, line)) {
      lines.push(line);
      continue;
    }
    const strange = strangeIn(source, table, line, places);
    if (strange.length === 0) continue;
    if (places.length === 0) lines.push(line);
    else beside.push(...strange);
  }
  return { lines, beside };
}

function knownPlaces(table: Table): Range[] {
  const places: Range[] = [];
  for (const row of table.rows) {
    places.push(...(row.pieces ?? [row.label]));
    for (const { range } of row.cells.values()) if (range.start < range.end) places.push(range);
  }
  for (const { range } of [...table.labels, ...table.oddHeads]) places.push(range);
  return places.sort((a, b) => a.start - b.start);
}

/** The texts of a line that are neither known nor pieces of a label nor the repetition of a cell that spans several. */
function strangeIn(source: Source, table: Table, line: Line, places: readonly Range[]): Range[] {
  const { masked } = source;
  if (!line.cells && line.pipes > 0 && (isDelimiterRow(masked, line) || isLoneBar(masked, line))) return [];
  const rooms: Range[] = line.cells ? line.cells.filter((cell) => cell.start < cell.end) : [line];
  return rooms.flatMap((room) => {
    if (places.some(({ start, end }) => start <= room.start && room.end <= end)) return [];
    return wordsOutside(masked, room, places, line.cells !== undefined).filter((word) => {
      const wordKey = key(masked.slice(word.start, word.end).replaceAll(MASK, ''));
      return !isWordsOfLabel(wordKey) && !resembles(table.definition, wordKey) && !repeats(source, table, word, places);
    });
  });
}

/** The words in a room that no known place covers; a cell of a grid is one word. */
function wordsOutside(masked: string, room: Range, places: readonly Range[], whole: boolean): Range[] {
  const words: Range[] = [];
  let at = room.start;
  const take = (until: number): void => {
    let start = at;
    for (let i = at; i <= until; i++) {
      const divides = i === until || (!whole && /[\s|#*\uffff]/.test(masked[i]!));
      if (!divides) continue;
      if (key(masked.slice(start, i).replaceAll(MASK, '')) !== '' || /[-—–/]/.test(masked.slice(start, i))) words.push({ start, end: i });
      start = i + 1;
    }
  };
  for (const { start, end } of places) {
    if (end <= at || start >= room.end) continue;
    if (start > at) take(start);
    at = Math.max(at, end);
  }
  if (at < room.end) take(room.end);
  return words;
}

/** A piece of an official label; figures alone are none, though labels hold some. */
const isWordsOfLabel = (wordKey: string): boolean => wordKey !== '' && !/^\d+$/.test(wordKey) && isPiece(wordKey);

/** A head, corner or group that is misspelt. */
function resembles(definition: TableDefinition, wordKey: string): boolean {
  return gridOf(definition).lines.some(({ cells }) =>
    cells.some(({ label }) => {
      if (!label) return false;
      const official = labelKey(label.text);
      const limit = Math.max(1, official.length >> 2);
      return distance(wordKey, official, limit) <= limit || (wordKey.length > 2 && wordKey === official + official);
    }),
  );
}

/** Whether a word stands for a cell that spans several and was written into each of them. */
function repeats(source: Source, table: Table, word: Range, places: readonly Range[]): boolean {
  const written = wordsIn(source, word);
  return table.rows.some(({ cells }) =>
    [...cells.values()].some(
      ({ column, range }) => column.span > 1 && places.some((place) => place.start === range.start) && wordsIn(source, range) === written,
    ),
  );
}

import type { Range } from '../reading/report';

/** Where the tables of a draft in HTML, their rows and cells stand in its text: what editing markup needs and reading masks. */

export interface HtmlCell {
  /** Lower case: `td` or `th`. */
  readonly name: string;
  readonly tag: Range;
  /** What stands in it, markup included. */
  readonly content: Range;
  /** From its tag to behind its end. */
  readonly range: Range;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Column of the grid that it begins in. */
  readonly column: number;
}

export interface HtmlRow {
  readonly tag: Range;
  /** From its tag to behind its end. */
  readonly range: Range;
  readonly cells: readonly HtmlCell[];
}

export interface HtmlTable {
  /** From `<table` to behind `</table>`. */
  readonly range: Range;
  readonly rows: readonly HtmlRow[];
}

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly closing: boolean;
}

/** No table of a draft is wider; what a stray `colspan="100000"` asks for is bounded as in reading. */
const MAX_SPAN = 120;
/** Elements whose text is none of the document's. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** The tags of a text in order; comments, scripts and what only looks like a tag are left out. Linear. */
export function* tagsOf(text: string): Generator<Tag> {
  let raw = '';
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (raw === '' && text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      if (end < 0) return;
      at = end + 3;
      continue;
    }
    const closing = text[at + 1] === '/';
    const from = closing ? at + 2 : at + 1;
    let to = from;
    while (isLetter(text.charCodeAt(to)) || (to > from && /[\d:]/.test(text[to] ?? ''))) to++;
    if (to === from) {
      at++;
      continue;
    }
    const end = endOfTag(text, to);
    if (end < 0) {
      at = to;
      continue;
    }
    const name = text.slice(from, to).toLowerCase();
    if (raw === '' || (closing && raw === name)) {
      raw = !closing && RAW.has(name) ? name : '';
      yield { name, start: at, end, closing };
    }
    at = end;
  }
}

/** More than any tag has, data in attributes included: what is longer is no tag. */
const MAX_TAG = 20_000;

/** Behind the `>` that closes a tag; -1 where nothing does. */
function endOfTag(text: string, from: number): number {
  let quote = '';
  for (let i = from; i < text.length && i - from < MAX_TAG; i++) {
    const c = text[i]!;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '>') return i + 1;
    else if (c === '<') return -1;
    else if ((c === '"' || c === "'") && text[i - 1] === '=') quote = c;
  }
  return -1;
}

interface OpenTable {
  readonly start: number;
  readonly rows: { tag: Range; end: number; cells: { name: string; tag: Range; to: number; end: number }[] }[];
  inRow: boolean;
  inCell: boolean;
}

/** Innermost last where tables nest, else in the order in which they end. Ends may be left out, as in HTML. */
export function htmlTables(text: string): HtmlTable[] {
  const tables: HtmlTable[] = [];
  const open: OpenTable[] = [];
  const endCell = (table: OpenTable, at: number, end: number): void => {
    const cell = table.inCell ? table.rows.at(-1)?.cells.at(-1) : undefined;
    if (cell) {
      cell.to = at;
      cell.end = end;
    }
    table.inCell = false;
  };
  const endRow = (table: OpenTable, at: number, end: number): void => {
    endCell(table, at, at);
    const row = table.inRow ? table.rows.at(-1) : undefined;
    if (row) row.end = end;
    table.inRow = false;
  };
  const endTable = (at: number, end: number): void => {
    const table = open.pop();
    if (!table) return;
    endRow(table, at, at);
    tables.push({ range: { start: table.start, end }, rows: gridded(text, table) });
  };
  for (const { name, start, end, closing } of tagsOf(text)) {
    const table = open.at(-1);
    if (name === 'table') {
      if (closing) endTable(start, end);
      else open.push({ start, rows: [], inRow: false, inCell: false });
    } else if (!table) continue;
    else if (name === 'tr') {
      if (closing) endRow(table, start, end);
      else {
        endRow(table, start, start);
        table.rows.push({ tag: { start, end }, end, cells: [] });
        table.inRow = true;
      }
    } else if (name === 'td' || name === 'th') {
      if (closing) endCell(table, start, end);
      else {
        endCell(table, start, start);
        if (!table.inRow) {
          table.rows.push({ tag: { start, end: start }, end, cells: [] });
          table.inRow = true;
        }
        table.rows.at(-1)!.cells.push({ name, tag: { start, end }, to: end, end });
        table.inCell = true;
      }
    } else if (name === 'tbody' || name === 'thead' || name === 'tfoot') endRow(table, start, start);
  }
  while (open.length > 0) endTable(text.length, text.length);
  return tables;
}

function gridded(text: string, { rows }: OpenTable): HtmlRow[] {
  /** For every column, how many further rows a cell above takes. */
  const taken: number[] = [];
  return rows.map(({ tag, end, cells }) => {
    let column = 0;
    const placed = cells.map((cell): HtmlCell => {
      const written = text.slice(cell.tag.start, cell.tag.end);
      const rowSpan = spanOf(written, 'rowspan');
      const colSpan = spanOf(written, 'colspan');
      while ((taken[column] ?? 0) > 0) column++;
      const at = column;
      for (let i = 0; i < colSpan; i++) taken[column + i] = rowSpan;
      column += colSpan;
      return {
        name: cell.name,
        tag: cell.tag,
        content: { start: cell.tag.end, end: cell.to },
        range: { start: cell.tag.start, end: cell.end },
        rowSpan,
        colSpan,
        column: at,
      };
    });
    for (let i = 0; i < taken.length; i++) if (taken[i]! > 0) taken[i]!--;
    return { tag, range: { start: tag.start, end }, cells: placed };
  });
}

const ROWSPAN = /\s+rowspan\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)/i;
const COLSPAN = /\s+colspan\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)/i;

function spanOf(tag: string, name: 'rowspan' | 'colspan'): number {
  const digits = /\d+/.exec((name === 'rowspan' ? ROWSPAN : COLSPAN).exec(tag)?.[0] ?? '');
  const span = digits ? Number(digits[0]) : 1;
  return span > 0 ? Math.min(span, MAX_SPAN) : 1;
}

/** A tag with other spans; everything else in it stays as it is written. */
export function withSpans(tag: string, rowSpan: number, colSpan: number): string {
  const bare = tag.replace(ROWSPAN, '').replace(COLSPAN, '');
  const rows = rowSpan > 1 ? ` rowspan="${rowSpan}"` : '';
  const columns = colSpan > 1 ? ` colspan="${colSpan}"` : '';
  return bare.replace(/^<[A-Za-z]+/, (name) => `${name}${rows}${columns}`);
}

export const holdsRange = (outer: Range, { start }: Range): boolean => outer.start <= start && start < outer.end;

import { Tokenizer } from 'htmlparser2';
import { referenceAt } from './entities';
import { type Line, type RawCell, splitLines } from './lines';
import { cutTables } from './oneLine';
import type { Range } from './report';
import { isSpace, MASK, skipBlank, skipBlankBack } from './text';

/** A draft with its markup masked, unit for unit, and its logical lines. */
export interface Unmarked {
  readonly masked: string;
  readonly lines: readonly Line[];
}

const ELEMENT = /<\/?(?:table|tr|td|th|p|div|br|h[1-6]|span|html|body|section|article|li|font|strong|a|b|u|center|del|!doctype)\b/i;
const ENTITY = /&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,5});/i;

/** Whether a text holds HTML elements that lay text out. A lone `<http://…>` is none. */
export const hasMarkup = (text: string): boolean => (text.includes('<') && ELEMENT.test(text)) || (text.includes('&') && ENTITY.test(text));

const BREAKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd section article header footer main nav body html head blockquote pre center hr form fieldset table caption thead tbody tfoot tr td th'.split(
    ' ',
  ),
);
/** Inside these a line feed is a blank. */
const FLOWS = new Set('p div h1 h2 h3 h4 h5 h6 li dt dd section article header footer main body blockquote center caption'.split(' '));
const HIDDEN = new Set(['script', 'style', 'title', 'noscript', 'textarea', 'del', 's', 'strike']);
/** Text struck out is no text; a block ends it, so that one left open cannot hide a draft. */
const STRUCK = new Set(['del', 's', 'strike']);
/** Bounds for spans: no official table is wider or higher, and a draft may say colspan="100000". */
const MAX_SPAN = 40;
const MAX_COLUMNS = 120;
const MAX_ROWSPAN = 120;
/** A cell with more text than this holds prose: the table lays a page out. */
const MAX_CELL = 240;

/** Longer than most tags are. */
const MASKS = MASK.repeat(512);

interface OpenCell {
  readonly from: number;
  to: number;
  colspan: number;
  rowspan: number;
}

interface OpenTable {
  rows: OpenCell[][];
  nested: boolean;
  cell: OpenCell | undefined;
  /** Index of the first segment inside the table. */
  readonly firstSegment: number;
}

/** A stretch of text between two block-level tags. */
interface Segment {
  readonly from: number;
  to: number;
  readonly flows: boolean;
}

/** A table that lays out figures: takes the place of the segments first..last. */
interface Grid {
  readonly first: number;
  readonly last: number;
  readonly rows: readonly OpenCell[][];
}

/**
 * A draft as it is read: markup and comments masked, in logical lines. Comments are no text in any layout: a line that holds
 * nothing else is none, so that one between two rows of a table divides nothing.
 */
export function readLines(text: string): Unmarked {
  const shown = withoutQuotes(withBars(withoutComments(text)));
  const { masked, lines } = hasMarkup(shown) ? unmark(shown) : { masked: shown, lines: splitLines(shown) };
  return { masked, lines: cutTables(masked, shown === text ? lines : lines.filter((line) => !isComment(shown, line))) };
}

/** Every comment masked, line breaks inside included; one that is never closed is none. */
function withoutComments(text: string): string {
  let out = '';
  let from = 0;
  for (const { start, end } of commentsOf(text)) {
    out += text.slice(from, start) + MASK.repeat(end - start);
    from = end;
  }
  return from === 0 ? text : out + text.slice(from);
}

/**
 * What stands in tables for bars and blanks: bars of full width, boxes, what OCR takes for a bar; what programs write into blank cells.
 */
const DRAWN = { '｜': '|', '│': '|', 丨: '|', NaN: '   ' };
/** Fewer are no table. */
const MIN_DRAWN = 24;

/** With these instead, unit for unit. */
function withBars(text: string): string {
  let shown = text;
  for (const [drawn, meant] of Object.entries(DRAWN))
    if (text.includes(drawn) && text.split(drawn, MIN_DRAWN + 1).length > MIN_DRAWN) shown = shown.replaceAll(drawn, meant);
  return shown;
}

/** A cell that a spreadsheet has put in quotes, for a line break in it. */
const QUOTED = /(?<![^\t\n\r])"(?:[^"\t]|""){1,300}"(?![^\t\n\r])/g;

/** With such cells in one line, as they stand in the sheet: quotes and line breaks masked, unit for unit. */
function withoutQuotes(text: string): string {
  if (!text.includes('\t"') && !text.includes('"\t')) return text;
  return text.replace(QUOTED, (cell) => (/[\n\r]/.test(cell) ? cell.replace(/["\n\r]/g, MASK) : cell));
}

const COMMENT = '<!--';

/** The comments of HTML in a text, in order; works in any text. Linear. */
export function* commentsOf(text: string): Generator<Range> {
  for (let start = text.indexOf(COMMENT); start >= 0; ) {
    // <!--> is a comment as well.
    const close = text.indexOf('-->', start + 2);
    if (close < 0) return;
    const end = close + 3;
    yield { start, end };
    start = text.indexOf(COMMENT, end);
  }
}

/** What stands between two lines, as if there were no comments: neither a line of comments nor one behind a line divides them. */
export function between(text: string, masked: string, { start, end }: Range): string {
  if (!text.slice(start, end).includes(COMMENT)) return masked.slice(start, end);
  let gap = '';
  let from = start;
  for (const comment of commentsOf(text.slice(start, end))) {
    gap += masked.slice(from, start + comment.start);
    from = start + comment.end;
    const alone = /[\n\r][ \t]*$/.test(gap) && /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(from, end));
    if (alone) from += alone[0].length;
  }
  return gap + masked.slice(from, end);
}

/** Whether a line holds masked comments and nothing else; a line of tabs is the blank row of a table. */
function isComment(shown: string, { start, end, from, to, tabs, cells }: Line): boolean {
  return start === end && tabs === 0 && !cells && shown.slice(from, to).includes(MASK);
}

/** Reads HTML, alone or within Markdown. Never fails: unclosed and crossed tags end where a browser would end them, or nearly so. */
export function unmark(text: string): Unmarked {
  const walker = new Walker(text);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, walker);
  tokenizer.write(text);
  tokenizer.end();
  return walker.finish();
}

class Walker {
  private readonly pieces: string[] = [];
  private masked = 0;
  private readonly segments: Segment[] = [];
  private readonly grids: Grid[] = [];
  private readonly tables: OpenTable[] = [];
  private segmentFrom = 0;
  private flowDepth = 0;
  private hidden = '';
  private name = '';
  private attribute = '';
  private value = '';
  private colspan = 1;
  private rowspan = 1;
  private tagStart = 0;
  private lastLineFeed = -1;
  private lastDelimiter = -1;
  /** The next `&` of the text, where it is known. */
  private ampersand = -1;

  constructor(private readonly text: string) {}

  ontext(start: number, end: number): void {
    // Of a draft that ends in a tag, `<br/`, the tokenizer tells a text without a beginning.
    if (this.hidden !== '' || start < 0) return;
    this.keepDecoded(start, end);
    if (!this.flows()) {
      for (let i = start; i < end; i++) {
        const code = this.text.charCodeAt(i);
        if (code === 10) this.lastLineFeed = i;
        else if (code === 0x7c || code === 9) this.lastDelimiter = i;
      }
    } else if (this.tables.length === 0) {
      this.splitAtEmptyLine(start, end);
    }
  }

  ontextentity(): void {}

  onopentagname(start: number, end: number): void {
    this.tagStart = start - 1;
    this.name = this.text.slice(start, end).toLowerCase();
    this.colspan = 1;
    this.rowspan = 1;
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.text.slice(start, Math.min(end, start + 16)).toLowerCase();
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value += this.text.slice(start, Math.min(end, start + 16));
  }

  onattribentity(): void {}

  onattribend(): void {
    if (this.attribute !== 'colspan' && this.attribute !== 'rowspan') return;
    const span = Number.parseInt(this.value, 10);
    const bound = this.attribute === 'colspan' ? MAX_SPAN : MAX_ROWSPAN;
    this[this.attribute] = span > 0 ? Math.min(span, bound) : 1;
  }

  onopentagend(end: number): void {
    const behind = end + 1;
    const { name } = this;
    if (name === 'br') {
      if (this.flows() || this.lastDelimiter <= this.lastLineFeed) this.break(this.tagStart, behind);
      return;
    }
    if (HIDDEN.has(name)) {
      this.hidden = name;
      return;
    }
    if (!BREAKS.has(name)) return;
    if (STRUCK.has(this.hidden)) this.hidden = '';
    this.break(this.tagStart, behind);
    const table = this.tables.at(-1);
    if (name === 'table') {
      if (table) table.nested = true;
      this.tables.push({ rows: [], nested: false, cell: undefined, firstSegment: this.segments.length });
    } else if (name === 'tr') {
      if (table) {
        this.closeCell(this.tagStart);
        table.rows.push([]);
      }
    } else if (name === 'td' || name === 'th') {
      if (table) {
        this.closeCell(this.tagStart);
        if (table.rows.length === 0) table.rows.push([]);
        table.cell = { from: behind, to: behind, colspan: this.colspan, rowspan: this.rowspan };
        table.rows.at(-1)!.push(table.cell);
      }
    } else if (name === 'tbody' || name === 'thead' || name === 'tfoot') {
      this.closeCell(this.tagStart);
    } else if (FLOWS.has(name)) {
      this.flowDepth++;
    }
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
  }

  onclosetag(start: number, end: number): void {
    const name = this.text.slice(start, end).toLowerCase();
    if (this.hidden !== '') {
      const ends = name === this.hidden || (STRUCK.has(this.hidden) && BREAKS.has(name));
      if (!ends) return;
      this.hidden = '';
    }
    if (!BREAKS.has(name)) return;
    const tagStart = start - 2;
    this.break(tagStart, end + 1);
    if (name === 'table') this.closeTable(tagStart);
    else if (name === 'td' || name === 'th' || name === 'tr' || name === 'tbody' || name === 'thead' || name === 'tfoot')
      this.closeCell(tagStart);
    if (FLOWS.has(name) && this.flowDepth > 0) this.flowDepth--;
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  finish(): Unmarked {
    const { length } = this.text;
    while (this.tables.length > 0) this.closeTable(length);
    this.break(length, length);
    this.mask(this.masked, length, '');
    const masked = this.pieces.join('');
    const lines: Line[] = [];
    let nextGrid = 0;
    for (let i = 0; i < this.segments.length; i++) {
      const grid = this.grids[nextGrid];
      if (grid && i >= grid.first && isGrid(masked, grid.rows)) {
        for (const line of gridLines(masked, grid.rows)) lines.push(line);
        i = grid.last;
        nextGrid++;
        continue;
      }
      if (grid && i >= grid.first) nextGrid++;
      const { from, to, flows } = this.segments[i]!;
      if (flows) {
        const start = skipBlank(masked, from, to);
        const end = skipBlankBack(masked, start, to);
        if (start < end) lines.push({ start, end, from, to, tabs: 0, pipes: 0 });
      } else {
        for (const line of splitLines(masked, from, to)) lines.push(line);
      }
    }
    return { masked, lines };
  }

  /** Whether a line feed is a blank here. */
  private flows(): boolean {
    return this.flowDepth > 0 || this.tables.length > 0;
  }

  /** Keeps a text; what its references stand for takes the first unit of each. */
  private keepDecoded(start: number, end: number): void {
    let from = start;
    for (;;) {
      if (this.ampersand < from) this.ampersand = this.nextAmpersand(from);
      const at = this.ampersand;
      if (at >= end) break;
      this.ampersand = -1;
      const reference = referenceAt(this.text, at);
      if (!reference || reference.end > end) {
        this.keep(from, at + 1);
        from = at + 1;
        continue;
      }
      this.keep(from, at);
      this.mask(at, reference.end, reference.character);
      from = reference.end;
    }
    this.keep(from, end);
  }

  private nextAmpersand(from: number): number {
    const at = this.text.indexOf('&', from);
    return at < 0 ? this.text.length : at;
  }

  private keep(start: number, end: number): void {
    this.mask(this.masked, start, '');
    this.pieces.push(this.text.slice(start, end));
    this.masked = end;
  }

  private mask(from: number, to: number, instead: string): void {
    if (to <= from) return;
    if (instead !== '') this.pieces.push(instead);
    const length = to - from - instead.length;
    this.pieces.push(length <= MASKS.length ? MASKS.slice(0, length) : MASK.repeat(length));
    this.masked = to;
  }

  private break(at: number, behind: number): void {
    if (at > this.segmentFrom) this.segments.push({ from: this.segmentFrom, to: at, flows: this.flows() });
    this.segmentFrom = behind;
  }

  /** A paragraph that is never closed must not swallow the Markdown behind it: an empty line ends it. */
  private splitAtEmptyLine(start: number, end: number): void {
    let lineFeed = -1;
    for (let i = start; i < end; i++) {
      const code = this.text.charCodeAt(i);
      if (code === 10) {
        if (lineFeed >= 0) {
          this.break(lineFeed, lineFeed);
          this.flowDepth = 0;
          this.lastLineFeed = i;
          return;
        }
        lineFeed = i;
      } else if (!isSpace(code)) {
        lineFeed = -1;
      }
    }
  }

  private closeCell(at: number): void {
    const table = this.tables.at(-1);
    if (!table?.cell) return;
    table.cell.to = Math.max(table.cell.from, at);
    table.cell = undefined;
  }

  private closeTable(at: number): void {
    this.closeCell(at);
    const table = this.tables.pop();
    if (!table || table.nested) return;
    const last = this.segments.length - 1;
    if (last >= table.firstSegment) this.grids.push({ first: table.firstSegment, last, rows: table.rows });
  }
}

/** Whether a table has columns and none of its cells holds prose: else it lays a page out, and its text is lines. */
function isGrid(masked: string, rows: readonly OpenCell[][]): boolean {
  let columns = false;
  for (const row of rows) {
    if (row.length > 1) columns = true;
    for (const { from, to } of row) {
      let length = 0;
      for (let i = from; i < to && length <= MAX_CELL; i++) if (!isSpace(masked.charCodeAt(i))) length++;
      if (length > MAX_CELL) return false;
    }
  }
  return columns;
}

/** The rows of a table on its grid: a cell that spans rows stands in the first of them only. */
function gridLines(masked: string, rows: readonly OpenCell[][]): Line[] {
  const lines: Line[] = [];
  /** For every grid column, how many further rows a cell above takes. */
  const taken: number[] = [];
  for (const row of rows) {
    const cells: RawCell[] = [];
    let column = 0;
    for (const cell of row) {
      while ((taken[column] ?? 0) > 0) column++;
      if (column >= MAX_COLUMNS) break;
      const start = skipBlank(masked, cell.from, cell.to);
      const end = skipBlankBack(masked, start, cell.to);
      cells.push({
        start: start < end ? start : cell.from,
        end: start < end ? end : cell.from,
        roomStart: cell.from,
        roomEnd: cell.to,
        column,
        span: cell.colspan,
      });
      for (let i = 0; i < cell.colspan; i++) taken[column + i] = cell.rowspan;
      column += cell.colspan;
    }
    for (let i = 0; i < taken.length; i++) if (taken[i]! > 0) taken[i]!--;
    if (cells.length === 0) continue;
    const first = cells.find((cell) => cell.start < cell.end) ?? cells[0]!;
    const last = cells.findLast((cell) => cell.start < cell.end) ?? first;
    lines.push({
      start: first.start,
      end: Math.max(first.start, last.end),
      from: cells[0]!.roomStart,
      to: cells.at(-1)!.roomEnd,
      tabs: 0,
      pipes: 0,
      cells,
    });
  }
  return lines;
}

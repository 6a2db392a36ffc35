import type { Range } from './report';
import { isLongerThan, isSpace, plain } from './text';

/** A cell of a line, before anything is known of its meaning. */
export interface RawCell {
  /** Without the blanks around it; empty where the cell is blank. */
  readonly start: number;
  readonly end: number;
  /** The room between the delimiters: what a blank cell is marked by. */
  readonly roomStart: number;
  readonly roomEnd: number;
  /** Grid column, and how many columns it spans; only HTML knows. */
  readonly column: number;
  readonly span: number;
  /** A number that may be that of a page: where its row has one value too many, it is. */
  readonly page?: true;
}

/** A logical line: one of the draft, a block of text in HTML, or a row of an HTML table. */
export interface Line {
  /** Without the blanks at both ends; `start === end` where the line is blank. */
  readonly start: number;
  readonly end: number;
  /** With the blanks at both ends: where the first and the last cell end. */
  readonly from: number;
  readonly to: number;
  readonly tabs: number;
  readonly pipes: number;
  /** Cells of a row of an HTML table. */
  readonly cells?: readonly RawCell[];
  /** Inside a fenced code block: may hold a table, but never makes a file a report. */
  fenced?: boolean;
}

/** Whether a line is text: none of a table, or a row of one that is a single cell, as where a whole page stands in a table. */
export const isText = ({ cells }: Line): boolean => cells === undefined || cells.length === 1;

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const PIPE = 0x7c;
const BACKSLASH = 0x5c;
const QUOTED = 0x3e;

/** The line of the text that an offset stands in, without its line break. */
export function lineAt(text: string, offset: number): Range {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return { start, end };
}

export const isBreak = (code: number): boolean => code === LINE_FEED || code === CARRIAGE_RETURN;

/** The lines of `from..until`, in one pass. */
export function splitLines(text: string, from = 0, until = text.length): Line[] {
  const lines: Line[] = [];
  let lineFrom = from;
  let first = -1;
  let last = -1;
  let tabs = 0;
  let pipes = 0;
  for (let i = from; i <= until; i++) {
    const code = i < until ? text.charCodeAt(i) : LINE_FEED;
    if (code > PIPE && code < 0xa000 && code > 0x3000) {
      if (first < 0) first = i;
      last = i;
      continue;
    }
    if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      if (code === CARRIAGE_RETURN && i + 1 < until && text.charCodeAt(i + 1) === LINE_FEED) continue;
      const to = code === LINE_FEED && i > lineFrom && text.charCodeAt(i - 1) === CARRIAGE_RETURN ? i - 1 : i;
      lines.push(
        first < 0
          ? { start: to, end: to, from: lineFrom, to, tabs, pipes }
          : { start: first, end: last + 1, from: lineFrom, to, tabs, pipes },
      );
      lineFrom = i + 1;
      first = -1;
      tabs = 0;
      pipes = 0;
      continue;
    }
    if (code === TAB) tabs++;
    else if (code === PIPE) {
      if (text.charCodeAt(i - 1) !== BACKSLASH) pipes++;
    }
    // A quotation of Markdown: its marks are no text.
    if (!isSpace(code) && (code !== QUOTED || first >= 0)) {
      if (first < 0) first = i;
      last = i;
    }
  }
  markFences(text, lines);
  return lines;
}

/** Marks what stands between ``` or ~~~ lines. A fence that is never closed is none: a stray one must not hide a draft. */
function markFences(text: string, lines: Line[]): void {
  let open = -1;
  for (let i = 0; i < lines.length; i++) {
    const { start } = lines[i]!;
    const code = text.charCodeAt(start);
    if ((code !== 0x60 && code !== 0x7e) || (!text.startsWith('```', start) && !text.startsWith('~~~', start))) continue;
    if (open < 0) open = i;
    else {
      for (let j = open; j <= i; j++) lines[j]!.fenced = true;
      open = -1;
    }
  }
}

const PAGE_NUMBER = /^(?:[-—–―‐－]+\s*\d{1,4}\s*[-—–―‐－]+|第\s*\d{1,4}\s*页(?:\s*[,，]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/;

/** Whether a text is drawn of dashes, in one run or one over each column: every run too long to be a mark for nothing. */
function isRule(text: string, start: number, end: number): boolean {
  let run = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (dashes.has(code)) run++;
    else if (!isSpace(code) || (run > 0 && run < MIN_RUN)) return false;
    else run = 0;
  }
  return run >= MIN_RUN;
}
const dashes = new Set([...'-=_—─━+├┼┤┌┬┐└┴┘'].map((c) => c.charCodeAt(0)));
const MIN_RUN = 4;

/** Whether a line is a page number or a rule: an artefact of a page break, no content. */
export function isPageArtefact(text: string, { start, end }: Line): boolean {
  if (isLongerThan(text, start, end, 24)) return isRule(text, start, end);
  const line = end - start > 24 ? plain(text, start, end) : text.slice(start, end);
  return PAGE_NUMBER.test(line) || /^(?:[-*_=]\s*){3,}$/.test(line) || line.startsWith('```') || line.startsWith('~~~');
}

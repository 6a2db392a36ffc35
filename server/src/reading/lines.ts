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

export const isEmptyLine = ({ start, end }: Line): boolean => start === end;

/** Whether a line is text: none of a table, or a row of one that is a single cell, as where a whole page stands in a table. */
export const isText = ({ cells }: Line): boolean => cells === undefined || cells.length === 1;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
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

/** Behind the line break that follows an offset at the end of a line. */
export function behindBreak(text: string, offset: number): number {
  if (text[offset] === '\r') return text[offset + 1] === '\n' ? offset + 2 : offset + 1;
  return text[offset] === '\n' ? offset + 1 : offset;
}

/** The line before one; nothing before the first. */
export function lineBefore(text: string, { start }: Range): Range | undefined {
  if (start === 0) return undefined;
  const end = text[start - 1] === '\n' && text[start - 2] === '\r' ? start - 2 : start - 1;
  return lineAt(text, end);
}

export const isBreak = (code: number): boolean => code === LINE_FEED || code === CARRIAGE_RETURN;

/** The lines of `from..until`. Breaks and delimiters are looked for by the engine: most of a draft is neither. */
export function splitLines(text: string, from = 0, until = text.length): Line[] {
  const own = from === 0 && until === text.length ? text : text.slice(from, until);
  const { length } = own;
  const lines: Line[] = [];
  /** Where the next one of each stands; behind the text where there is none. */
  let feed = -1;
  let carriageReturn = -1;
  let tab = -1;
  let pipe = -1;
  for (let lineFrom = 0; lineFrom <= length; ) {
    if (feed < lineFrom) feed = next(own, '\n', lineFrom);
    if (carriageReturn < lineFrom) carriageReturn = next(own, '\r', lineFrom);
    const to = Math.min(feed, carriageReturn, length);
    let tabs = 0;
    if (tab < lineFrom) tab = next(own, '\t', lineFrom);
    for (; tab < to; tab = next(own, '\t', tab + 1)) tabs++;
    let pipes = 0;
    if (pipe < lineFrom) pipe = next(own, '|', lineFrom);
    for (; pipe < to; pipe = next(own, '|', pipe + 1)) if (own.charCodeAt(pipe - 1) !== BACKSLASH) pipes++;
    let first = lineFrom;
    // A quotation of Markdown: its marks are no text.
    while (first < to && isSkipped(own.charCodeAt(first))) first++;
    let last = to;
    while (last > first && isSpace(own.charCodeAt(last - 1))) last--;
    lines.push({ start: from + first, end: from + last, from: from + lineFrom, to: from + to, tabs, pipes });
    lineFrom = feed === to + 1 && carriageReturn === to ? feed + 1 : to + 1;
  }
  markFences(text, lines);
  return lines;
}

const isSkipped = (code: number): boolean => isSpace(code) || code === QUOTED;

function next(text: string, unit: string, from: number): number {
  const at = text.indexOf(unit, from);
  return at < 0 ? text.length + 1 : at;
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

import { remembered, type SectionNumber } from '../editions';
import { between } from '../reading/html';
import type { Range, Report } from '../reading/report';
import { fold, MASK } from '../reading/text';

/** The running text of a report, for the rules that read sentences. */

/** A paragraph: a line of the draft, or several where a page or a column was too narrow for it. */
export interface Paragraph {
  /** Half-open, in `Prose.text`. */
  readonly from: number;
  readonly to: number;
  /** The section that it stands in; 0 before the first one, absent in a further one. */
  readonly section: SectionNumber | 0 | undefined;
  /** Blank lines or a page break stand before it, in the same section. */
  readonly apart: boolean;
}

export interface Prose {
  /**
   * All paragraphs, each closed by a line feed: without markup, characters of PDF text layers and full-width digits as the common ones.
   * Tables, headings of sections and page numbers are no part of it.
   */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** The range in the draft of a stretch of `text` that is not empty. */
  range(from: number, to: number): Range;
  /** The text of a section, and of further ones behind it that no number of the format is given to; empty where there is none. */
  section(number: SectionNumber | 0): Passage;
  /** The paragraph that an offset into `text` stands in. */
  paragraphAt(at: number): Paragraph;
}

/** A stretch of the prose: `text.slice(from, to)`. */
export interface Passage {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export const proseOf = remembered(readProse);

const RARE = /[\u2e80-\u2fdf\uf900-\ufaff\uff10-\uff19]/;
const RARES = new RegExp(RARE, 'g');
const NUMERIC_DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/;
const PAGE_NUMBER = /^\s*\d{1,3}\s*$/;
const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/;
export const isHan = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
/** What begins a paragraph of its own, though no blank line stands before it. */
const OPENING = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]|[#>|*\-+·•●◆■])/;
/** From this length on a line that does not end as a sentence goes on in the next one. */
const WRAPPED = 18;

function readProse(report: Report): Prose {
  const source = report.masked;
  const plainly = RARE.test(source) ? withCommon : asIs;
  const parts: string[] = [];
  let length = 0;
  /** Where pieces of the draft begin in the text, and in the draft. */
  const pieces: number[] = [];
  const offsets: number[] = [];
  const paragraphs: Paragraph[] = [];
  /** The line before, in the same section, and its words. */
  let last: Range | undefined;
  let before = '';
  /** The line before is the number of a page, alone. */
  let isBehindPage = false;
  let open: Omit<Paragraph, 'to'> | undefined;
  /** The next mark of masked markup, where it is known. */
  let mask = -1;
  const close = (): void => {
    if (!open) return;
    const { from, section, apart } = open;
    paragraphs.push({ from, to: length, section, apart });
    parts.push('\n');
    length++;
    open = undefined;
  };
  const add = (line: Range, section: SectionNumber | 0 | undefined): void => {
    const words = plainly(source.slice(line.start, line.end));
    if (words.includes('\t') || words.includes('|') || !(HAN.test(words) || NUMERIC_DATE.test(words))) {
      // Rows and figures beside the official tables divide what stands around them; the number of a page, alone in its line, is left out.
      const isPage = !isBehindPage && PAGE_NUMBER.test(words);
      isBehindPage = isPage;
      if (!isPage) last = undefined;
      return;
    }
    const gap = last && between(report.text, source, { start: last.end, end: line.start });
    const apart = gap !== undefined && APART.test(gap);
    const goesOn = gap !== undefined && !apart && before.length >= WRAPPED && !ENDED.test(before.slice(-4)) && !OPENING.test(words);
    if (!goesOn || gap.endsWith('\u3000')) {
      close();
      open = { from: length, section, apart };
    }
    for (let from = line.start; from < line.end; ) {
      if (mask < from) mask = nextMask(source, from);
      if (mask === from) {
        from++;
        continue;
      }
      const to = Math.min(mask, line.end);
      pieces.push(length);
      offsets.push(from);
      parts.push(words.slice(from - line.start, to - line.start));
      length += to - from;
      from = to;
    }
    last = line;
    before = words;
    isBehindPage = false;
  };
  for (const line of report.preamble) add(line, 0);
  for (const { number, text: lines } of report.sections) {
    close();
    last = undefined;
    const isProse = number === undefined || number === 1 || number === 5 || number === 6;
    for (const line of lines) if (isProse || isSentence(source, line)) add(line, number);
  }
  close();
  const text = parts.join('');
  const offsetOf = (at: number): number => {
    const piece = lastWhere(pieces, (from) => from <= at);
    return offsets[piece]! + at - pieces[piece]!;
  };
  return {
    text,
    paragraphs,
    range: (from, to) => ({ start: offsetOf(from), end: offsetOf(to - 1) + 1 }),
    section: (number) => sectionOf(text, paragraphs, number),
    paragraphAt: (at) => paragraphs[lastWhere(paragraphs, ({ from }) => from <= at)]!,
  };
}

const withCommon = (words: string): string => words.replace(RARES, (c) => String.fromCharCode(fold(c.charCodeAt(0))));
const asIs = (words: string): string => words;

function nextMask(source: string, from: number): number {
  const at = source.indexOf(MASK, from);
  return at < 0 ? source.length : at;
}

/** The index of the last entry that something holds for, which holds for all before it; 0 where it holds for none. */
function lastWhere<T>(entries: readonly T[], holds: (entry: T) => boolean): number {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(entries[middle]!)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Between two lines more than a line break: a blank line, a page number, a form feed, elements of a page. */
const APART = /\f|\uffff|(?:\r\n|\n|\r(?!\n))[^\r\n]*(?:\n|\r)/;
const ENDED = /[。！？；：:;!?]["'”’）)]?\s*$/;

/** In the sections of the tables what is left of a table is no prose. */
export function isSentence(text: string, { start, end }: Range): boolean {
  return end - start >= 8 && /[。，：；]/.test(text.slice(start, end));
}

function sectionOf(text: string, paragraphs: readonly Paragraph[], number: SectionNumber | 0): Passage {
  const first = paragraphs.findIndex((paragraph) => paragraph.section === number);
  if (first < 0) return { from: 0, to: 0, text: '' };
  let last = first;
  while (last + 1 < paragraphs.length && (paragraphs[last + 1]!.section === number || paragraphs[last + 1]!.section === undefined)) last++;
  const { from } = paragraphs[first]!;
  const { to } = paragraphs[last]!;
  return { from, to, text: text.slice(from, to) };
}

const SENTENCE_ENDS = new Set([...'。；！？\n'].map((c) => c.charCodeAt(0)));
/** Signs stand below and above the ideographs. */
const endsSentence = (code: number): boolean => (code < 0x4e00 || code > 0x9fff) && SENTENCE_ENDS.has(code);

/** Where the sentence around an offset begins; no further than `limit` before it. */
export function sentenceStart(text: string, at: number, limit: number): number {
  let from = at;
  while (from > 0 && at - from < limit && !endsSentence(text.charCodeAt(from - 1))) from--;
  return from;
}

/** Where the sentence around an offset ends; no further than `limit` behind it. */
export function sentenceEnd(text: string, at: number, limit: number): number {
  let to = at;
  while (to < text.length && to - at < limit && !endsSentence(text.charCodeAt(to))) to++;
  return to;
}

/** Whether an offset stands within 《…》 or “…”, of the same paragraph and not far away. */
export function isQuoted(text: string, at: number, limit = 60): boolean {
  for (let i = at - 1; i >= 0 && at - i <= limit; i--) {
    const c = text[i]!;
    if (c === '\n' || c === '》' || c === '”' || c === '>') return false;
    if (c === '《' || c === '“' || c === '<') return true;
  }
  return false;
}

/** As far as the end of what stands in brackets is looked for. */
export const MAX_BRACKET = 200;

/** Where brackets open that hold Chinese, and where one closes that is of the other width than its pair. */
export function bracketsOf(text: string): { half: number[]; full: number[] } {
  const half: number[] = [];
  const full: number[] = [];
  for (const { index: at } of text.matchAll(/[(（]/g)) {
    if (!isHan(text.charCodeAt(at + 1))) continue;
    const isHalf = text[at] === '(';
    (isHalf ? half : full).push(at);
    const inner = text.slice(at + 1, at + MAX_BRACKET);
    const close = inner.search(/[()（）\n]/);
    if (inner[close] === (isHalf ? '）' : ')')) (isHalf ? full : half).push(at + 1 + close);
  }
  return { half, full };
}

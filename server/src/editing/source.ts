import { remembered } from '../editions';
import { readLines } from '../reading/html';
import type { Line } from '../reading/lines';
import type { Range, Report } from '../reading/report';
import { MASK } from '../reading/text';

export { behindBreak, lineAt, lineBefore } from '../reading/lines';

/** A draft as it is read: markup masked, character references resolved in their place, in logical lines. */
export interface Source {
  readonly masked: string;
  readonly lines: readonly Line[];
}

export const sourceOf = remembered(({ text }: Report): Source => readLines(text));

/** What is to be read in a range: without markup, on one line. */
export const wordsIn = ({ masked }: Source, { start, end }: Range): string =>
  masked.slice(start, end).replaceAll(MASK, '').replace(/\s+/g, ' ').trim();

/** A line of tabs is none: it may be the blank row of a table. */
export const isBlankLine = (text: string, { start, end }: Range): boolean => /^[^\S\t]*$/.test(text.slice(start, end));

/** Whether a draft is a page in HTML, not text or Markdown with a table in HTML: its headings stand in elements. */
export function isPage({ text, sections, title }: Report): boolean {
  const headings = sections.length > 0 ? sections.map(({ heading }) => heading.range) : title ? [title.range] : [];
  const inElements = headings.filter(({ start }) => /<[^<>]*>\s*$/.test(text.slice(Math.max(0, start - 300), start)));
  return inElements.length * 2 > headings.length;
}

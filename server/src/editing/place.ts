import type { Range, Report, Section } from '../reading/report';
import { signatureOf } from '../reading/signature';
import type { Edit, EditingOptions } from './edit';
import { lineBreakOf } from './edit';
import { tagsOf } from './markup';
import { behindBreak, isBlankLine, isPage, lineAt, lineBefore } from './source';
import { escapeHtml } from './write/html';

/** How a draft is written, and where something new goes in it. */

/** How headings and paragraphs look in a draft. */
export interface Style {
  /** In HTML elements. */
  readonly page: boolean;
  heading(text: string): string;
  paragraph(text: string): string;
  /** Blank lines before a heading, and between a heading and what follows it, and between paragraphs. */
  readonly blankBefore: boolean;
  readonly blankBehind: boolean;
  readonly lineBreak: string;
}

export function styleOf(report: Report, options: EditingOptions): Style {
  const { text, sections } = report;
  const lineBreak = lineBreakOf(text);
  const page = isPage(report) || (sections.length === 0 && !report.title && options.layout === 'html');
  const lineOf = lineFinder(text);
  // The first numbered heading that has a line for itself; one in the middle shows best what is usual.
  const models = sections.filter(
    ({ heading, number }) => number !== undefined && heading.written !== undefined && standsAlone(text, heading.range, page, lineOf),
  );
  const model = models[models.length > 2 ? 1 : 0]?.heading.range;
  if (page) {
    const [open, close] = (model && elementsAround(text, model)) ?? ['<h2>', '</h2>'];
    return {
      page,
      heading: (words) => open + escapeHtml(words) + close,
      paragraph: (words) => `<p>${escapeHtml(words)}</p>`,
      blankBefore: false,
      blankBehind: false,
      lineBreak,
    };
  }
  const markdown = model === undefined && (options.layout === 'gfm' || options.layout === 'html' || isMarkdownTitle(report));
  const line = model && lineAt(text, model.start);
  const [open, close] =
    model && line ? [text.slice(line.start, model.start), text.slice(model.end, line.end).trimEnd()] : [markdown ? '## ' : '', ''];
  const indented = sections.some((section) => section.text.some(({ start }) => text.startsWith('\u3000\u3000', lineOf(start).start)));
  const usual = (holds: (heading: Range) => boolean): boolean =>
    models.length === 0 || models.filter(({ heading }) => holds(heading.range)).length * 2 >= models.length;
  return {
    page,
    heading: (words) => open + words + close,
    paragraph: (words) => (indented ? `\u3000\u3000${words}` : words),
    blankBefore: usual(({ start }) => {
      const before = lineBefore(text, lineAt(text, start));
      return before === undefined || isBlankLine(text, before);
    }),
    blankBehind:
      models.length === 0
        ? markdown
        : usual(({ end }) => {
            const next = behindBreak(text, lineAt(text, end).end);
            return next >= text.length || isBlankLine(text, lineAt(text, next));
          }),
    lineBreak,
  };
}

const isMarkdownTitle = ({ text, title }: Report): boolean =>
  title !== undefined && /^\s*#/.test(text.slice(lineAt(text, title.range.start).start, title.range.start + 1));

/** Finds lines for one offset after the other: thousands may stand in one line, whose ends are looked for once. */
function lineFinder(text: string): (offset: number) => Range {
  let line: Range | undefined;
  return (offset) => {
    if (!line || offset < line.start || offset >= line.end) line = lineAt(text, offset);
    return line;
  };
}

/** Whether nothing but marks stands in the line of a heading. */
function standsAlone(text: string, { start, end }: Range, page: boolean, lineOf: (offset: number) => Range): boolean {
  if (page) return true;
  const line = lineOf(start);
  return /^[\s\u3000#*_]*$/.test(text.slice(line.start, start)) && /^[\s\u3000#*_]*$/.test(text.slice(end, line.end));
}

/** More than the tags around a heading take. */
const MAX_AROUND = 1000;
const BLOCK = /^(?:p|h[1-6]|div|li|dt|dd|blockquote|center|section|td)$/;

/** The tags from the block that a heading stands in to its words, and those behind them; ids stay with the one that has them. */
function elementsAround(text: string, range: Range): [string, string] | undefined {
  const block = blockAround(text, range);
  if (!block || !/^(?:p|h[1-6]|div)$/.test(block.name)) return undefined;
  const open = text.slice(block.range.start, range.start);
  const close = text.slice(range.end, block.range.end);
  if ((open + close).replace(/<[^<>]*>/g, '').trim() !== '') return undefined;
  return [open.replace(/\s+id\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ''), close];
}

interface BlockElement {
  readonly name: string;
  readonly range: Range;
}

/** The innermost block element that holds a range. */
function blockAround(text: string, { start, end }: Range): BlockElement | undefined {
  const from = Math.max(0, start - MAX_AROUND);
  const before = [...tagsOf(text.slice(from, start))].filter(({ name }) => BLOCK.test(name));
  const open = before.at(-1);
  if (!open || open.closing) return undefined;
  const after = text.slice(end, end + MAX_AROUND);
  for (const tag of tagsOf(after)) {
    if (!BLOCK.test(tag.name)) continue;
    const until = tag.closing && tag.name === open.name ? end + tag.end : end + tag.start;
    return { name: open.name, range: { start: from + open.start, end: until } };
  }
  return undefined;
}

/** A gap between two lines or elements of a draft. */
export interface Gap {
  /** Where new text is written: the start of a line, or the end of the draft. */
  readonly at: number;
}

/** In front of a heading. */
export function beforeHeading(report: Report, { heading }: Section, style: Style): Gap {
  const { text } = report;
  if (style.page) {
    const block = blockAround(text, heading.range);
    if (block) return { at: block.range.start };
  }
  return { at: lineAt(text, heading.range.start).start };
}

/** Behind the line or element of a heading, or of the title. */
export function behind(report: Report, range: Range, style: Style): Gap {
  const { text } = report;
  if (style.page) {
    const block = blockAround(text, range);
    if (block) return { at: block.range.end };
  }
  return { at: behindBreak(text, lineAt(text, range.end).end) };
}

/** Behind all that the report says, in front of who signs it when. */
export function atEnd(report: Report, style: Style): Gap {
  const { text, further } = report;
  if (style.page) return { at: (further && blockAround(text, further.range)?.range.start) ?? endOfPage(text) };
  const last = report.sections.at(-1);
  const closing = last && signatureOf(report, last.text)[0];
  return { at: closing ? lineAt(text, closing.start).start : (last?.body.end ?? text.length) };
}

/** In front of the tags that close the page and what lays it out. */
function endOfPage(text: string): number {
  const tail = Math.max(0, text.length - 20_000);
  let at = text.length;
  let last = -1;
  for (const tag of tagsOf(text.slice(tail))) {
    const closes = tag.closing && /^(?:div|body|html|section|article|main)$/.test(tag.name);
    const between = last < 0 ? '' : text.slice(last, tail + tag.start);
    if (!closes || between.trim() !== '') at = text.length;
    if (closes && at === text.length) at = tail + tag.start;
    last = tail + tag.end;
  }
  return text
    .slice(at)
    .replace(/<[^<>]*>/g, '')
    .trim() === ''
    ? at
    : text.length;
}

/** Puts lines into a gap, set off by blank lines as asked. */
export function insertion(
  { text }: Report,
  { at }: Gap,
  lines: readonly string[],
  style: Style,
  setOff: { readonly before: boolean; readonly behind: boolean },
): Edit {
  const { lineBreak } = style;
  let out = lines.join(lineBreak);
  const line = lineAt(text, at);
  const lead = text.slice(line.start, at);
  const atStart = at === 0;
  const above = lead === '' ? lineBefore(text, line) : line;
  const needsBlank = setOff.before && !atStart && above !== undefined && !isBlankLine(text, above);
  if (lead.trim() !== '' || (lead !== '' && at === text.length)) out = (needsBlank ? lineBreak + lineBreak : lineBreak) + out;
  else if (needsBlank) out = lineBreak + out;
  if (at >= text.length) return { range: { start: at, end: at }, text: text === '' || /[\r\n]$/.test(text) ? out + lineBreak : out };
  const rest = text.slice(at, line.end);
  const restBlank = rest.trim() === '';
  if (restBlank && style.page) return { range: { start: at, end: at }, text: out };
  out += lineBreak;
  if (setOff.behind && !restBlank) out += lineBreak;
  return { range: { start: at, end: at }, text: out };
}

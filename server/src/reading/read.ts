import { type EditionId, editionById, editionOfYear, type TableId } from '../editions';
import { bindTables, editionOfTables } from './bind';
import { cutAtHeadings, findHeadings, type HeadingLine, nextSection } from './headings';
import { readLines } from './html';
import { lookUp } from './labels';
import { isPageArtefact, isText, type Line } from './lines';
import type { Range, Report, Section, Title } from './report';
import { type RawTables, readRows, type SectionStart } from './rows';
import { fold, isLongerThan, key, plain } from './text';
import { findTitle, furtherTitle, yearOfPeriod, yearOfStatistics, yearPresented } from './title';

export interface ReadOptions {
  /** What to hold the tables against; `auto` (default): what the report's year asks for. */
  readonly edition?: EditionId | 'auto';
}

/** Says of a document that it is none, though it speaks like one: a checklist names all that stands in its report. */
export const NO_REPORT = '<!-- gongkai-no-report -->';

/** How many of the sections 二, 三, 四 make a file without a title a report. */
const ENOUGH_SECTIONS = 2;
const TABLES = 3;

/** Reads a draft in whatever layout: never fails, never changes or guesses a value. Linear in the length of the text. */
export function readReport(text: string, options: ReadOptions = {}): Report {
  if (text.includes(NO_REPORT)) return nothing(text, text);
  const { masked, lines: all } = readLines(text);
  const everything = findHeadings(masked, all);
  const further = furtherReport(masked, all, everything);
  const last = further ? all.findIndex((line) => line.end > further.range.start) : all.length;
  const end = all[last]?.start ?? masked.length;
  const written = further ? all.slice(0, last) : all;
  const found = further ? findHeadings(masked, written) : everything;
  const cut = cutAtHeadings(masked, written, found);
  const headings = cut ? findHeadings(masked, cut) : found;
  const body = cut ?? written;
  const firstHeading = headings[0]?.line ?? body.length;
  const official = new Set(headings.flatMap(({ section }) => (section && section.content !== 'prose' ? [section.number] : [])));
  const title = findTitle(masked, body, firstHeading, headings.length === 0, official.size >= ENOUGH_SECTIONS);
  if (!title && official.size < ENOUGH_SECTIONS && !mayHoldTable(masked)) return nothing(text, masked);
  const lines = title ? withoutRunningTitles(masked, body, title) : body;

  const headEnd = headings[0]?.range.start ?? masked.length;
  const year =
    title?.year?.number ??
    yearOfPeriod(masked, headEnd) ??
    yearPresented(masked, headEnd) ??
    (headings[0]?.section?.number === 1 ? yearOfStatistics(masked, headEnd, headings[1]?.range.start ?? end) : undefined);
  const expected =
    options.edition && options.edition !== 'auto' ? editionById(options.edition) : year === undefined ? undefined : editionOfYear(year);
  const starts = (skipProse: boolean): SectionStart[] =>
    headings.map(({ line, through, section }) => ({
      line,
      through,
      table: section && section.content !== 'prose' ? section.content : undefined,
      prose: skipProse && section?.content === 'prose',
    }));
  const bodies = headings.map(({ range }, i): Range => ({ start: range.end, end: headings[i + 1]?.range.start ?? end }));
  const own = new Map<TableId, Range>();
  headings.forEach(({ section }, i) => {
    if (section && section.content !== 'prose' && !own.has(section.content)) own.set(section.content, bodies[i]!);
  });
  const usual = starts(true);
  let raw = readRows(masked, lines, usual);
  let tables = bindTables(masked, raw, own, bodies, expected);
  if (tables.size < TABLES && mayHoldRows(masked, lines, usual)) {
    // A table may have lost its heading, or stand in another place: then prose may hold it.
    raw = readRows(masked, lines, starts(false));
    tables = bindTables(masked, raw, own, bodies, expected);
  }
  // Figures of half a year, and the reports of others, have sections of like names: without a title none of them is official.
  const isOutlined =
    official.size >= ENOUGH_SECTIONS && (tables.size > 0 || headings.some(({ section, agreement }) => section && agreement === 'official'));
  const recognised = title !== undefined || isOutlined || [...tables.values()].some((table) => table.rows.length > 5);
  if (!recognised || (tables.size === 0 && isOfSchoolYear(masked, headEnd))) return nothing(text, masked);
  const edition = editionOfTables(tables, expected);
  return {
    text,
    masked,
    recognised,
    ...(title ? { title } : {}),
    ...(year === undefined ? {} : { year }),
    ...(title?.unit ? { unit: title.unit.name } : {}),
    preamble: readPreamble(masked, lines, title?.range.end ?? 0, headings.length === 0 ? 0 : firstHeading),
    sections: readSections(masked, lines, raw, headings, end, tables),
    ...(further ? { further } : {}),
    tables,
    ...(edition ? { edition } : {}),
    ...(expected ? { expected } : {}),
  };
}

/** A page number that stands beside the title, with its dashes. */
const MAX_PAGE = 12;

/** The lines, blank where the title comes again at the head or foot of a page. Mostly it does not: then they are as they are. */
function withoutRunningTitles(text: string, lines: readonly Line[], { range, form }: Title): readonly Line[] {
  const whole = key(text, range.start, range.end);
  const ends = [whole.charCodeAt(whole.length - 1), form.charCodeAt(form.length - 1)];
  const mayEndIn = ({ start, end }: Line): boolean => {
    for (let i = end - 1; i >= start && i >= end - MAX_PAGE; i--) if (ends.includes(fold(text.charCodeAt(i)))) return true;
    return false;
  };
  let sound: Line[] | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const { start, end } = line;
    if (start < range.end || line.cells || end - start < form.length || !mayEndIn(line)) continue;
    if (isLongerThan(text, start, end, whole.length + MAX_PAGE)) continue;
    const written = key(text, start, end).replace(/^\d{1,3}(?!\d)|(?<!\d)\d{1,3}$/, '');
    if (written !== whole && written !== form) continue;
    sound ??= [...lines];
    sound[i] = { ...line, start: end };
  }
  return sound ?? lines;
}

/** How many lines the first section may stand below the title of its report. */
const MAX_PREAMBLE = 80;

/** The title of a second report in the file, which begins anew with 一 behind the sections of the first. */
function furtherReport(text: string, lines: readonly Line[], headings: readonly HeadingLine[]): Title | undefined {
  const numbers = new Set<number>();
  for (const { section, through } of headings) {
    if (section) numbers.add(section.number);
    if (numbers.size > ENOUGH_SECTIONS && numbers.has(1))
      return furtherTitle(text, lines, through + 1, (i) => nextSection(text, lines, i + 1, i + 1 + MAX_PREAMBLE) === 1);
  }
  return undefined;
}

/** How many lines that hold a figure or a label alone make it worth while to read prose as a table. */
const ENOUGH_LINES = 3;
/** Longer lines are sentences. */
const MAX_ROW = 160;
const FIGURE = /^[\d.,-]{1,12}$/;
/** Three figures, or marks for nothing, at the end of a line. */
const FIGURES = /(?:^|\s)(?:[\d.,\-—–―/无]{1,12}\s{1,40}){2}[\d.,\-—–―/无]{1,12}$/;

/** Whether prose has lines that could be those of a table without delimiters: figures at their end, or nothing but a figure or a label. */
function mayHoldRows(text: string, lines: readonly Line[], sections: readonly SectionStart[]): boolean {
  let found = 0;
  let next = 0;
  let prose = true;
  for (let i = 0; i < lines.length; i++) {
    const section = sections[next];
    if (section?.line === i) {
      prose = section.prose;
      i = section.through;
      next++;
      continue;
    }
    const line = lines[i]!;
    if (!prose || line.start === line.end || line.cells || line.tabs + line.pipes > 0) continue;
    if (isPageArtefact(text, line) || isLongerThan(text, line.start, line.end, MAX_ROW)) continue;
    const written = plain(text, line.start, line.end);
    if (FIGURES.test(written)) return true;
    if ((FIGURE.test(written) || lookUp(key(written)).length > 0) && ++found === ENOUGH_LINES) return true;
  }
  return false;
}

/** A text that is no report, or is to be taken for none. */
export const nothing = (text: string, masked: string): Report => ({
  text,
  masked,
  recognised: false,
  preamble: [],
  sections: [],
  tables: new Map<TableId, never>(),
});

/** How far into a text its title and preamble may reach. */
const MAX_HEAD = 4000;

/** Whether title or preamble, before `until`, speak of a school year: universities report under rules of their own, in sections of like names. */
const isOfSchoolYear = (text: string, until: number): boolean => text.slice(0, Math.min(until, MAX_HEAD)).includes('学年');

/** A file with neither title nor sections is a report only if it holds table `requests`. */
const mayHoldTable = (text: string): boolean => text.includes('不予公开') && text.includes('无法提供');

/** The lines of text before `until`, from behind the title on. */
function readPreamble(text: string, lines: readonly Line[], from: number, until: number): Range[] {
  const content: Range[] = [];
  for (let i = 0; i < until; i++) {
    const line = lines[i]!;
    if (line.start >= from && line.start < line.end && isText(line) && !isPageArtefact(text, line)) content.push(line);
  }
  return content.map(({ start, end }) => ({ start, end }));
}

/** A row of table `requests` whose cells have run together: 属于国家秘密0000000. */
const RUN_TOGETHER = /[\p{Script=Han}”"）)]\d{7,}/gu;

/** The labels of a table in a line whose cells commas or semicolons divide, as a spreadsheet exports them: they say that a table is there. */
function labelsBetweenCommas(text: string, { start, end }: Range, id: TableId): Range[] {
  if (isLongerThan(text, start, end, MAX_ROW)) return [];
  const parts = text.slice(start, end).split(/[,，;；]/);
  if (parts.length < ENOUGH_CELLS) return [];
  const labels: Range[] = [];
  let at = start;
  for (const part of parts) {
    if (lookUp(key(part)).some(({ table }) => table === id)) labels.push({ start: at, end: at + part.length });
    at += part.length + 1;
  }
  return labels;
}

/** Cells that a line of a table has at least; the one of 规章 has four. */
const ENOUGH_CELLS = 4;

function readSections(
  text: string,
  lines: readonly Line[],
  raw: RawTables,
  headings: readonly HeadingLine[],
  end: number,
  tables: ReadonlyMap<TableId, unknown>,
): Section[] {
  let nextKnown = 0;
  return headings.map((heading, i) => {
    const next = headings[i + 1];
    const until = next?.line ?? lines.length;
    const content: Range[] = heading.rest ? [heading.rest] : [];
    for (let j = heading.through + 1; j < until; j++) {
      const line = lines[j]!;
      if (line.start < line.end && !raw.used.has(j) && !isPageArtefact(text, line)) content.push({ start: line.start, end: line.end });
    }
    const body = { start: heading.range.end, end: next?.range.start ?? end };
    const traces: Range[] = [];
    const table = heading.section?.content;
    while (nextKnown < raw.known.length && raw.known[nextKnown]!.range.start < body.start) nextKnown++;
    for (; nextKnown < raw.known.length && raw.known[nextKnown]!.range.start < body.end; nextKnown++) {
      const { entries, range } = raw.known[nextKnown]!;
      // Those of another table, pasted here, are none of its own.
      if (entries.some((entry) => entry.table === table)) traces.push(range);
    }
    if (table && table !== 'prose' && !tables.has(table)) {
      for (const line of content) traces.push(...labelsBetweenCommas(text, line, table));
      if (table === 'requests')
        for (const { index, 0: row } of text.slice(body.start, body.end).matchAll(RUN_TOGETHER))
          traces.push({ start: body.start + index, end: body.start + index + row.length });
    }
    return {
      heading: { range: heading.range, ...(heading.written === undefined ? {} : { written: heading.written }) },
      ...(heading.section ? { number: heading.section.number } : {}),
      agreement: heading.agreement,
      body,
      text: content,
      traces,
    };
  });
}

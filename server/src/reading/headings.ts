import { editions, type Section, type SectionNumber } from '../editions';
import { beginsWithRow, lookUp } from './labels';
import { isPageArtefact, type Line } from './lines';
import type { Agreement, Range, Title } from './report';
import { chineseNumber, distance, fold, headOf, isLongerThan, isSpace, key, plain, skipBlank } from './text';

/** A line that opens a section. */
export interface HeadingLine {
  readonly line: number;
  readonly range: Range;
  /** The official section; absent for a further one. */
  readonly section?: Section;
  readonly agreement: Agreement;
  readonly written?: number;
  /** Text of the section that stands in the heading's own line. */
  readonly rest?: Range;
}

interface Numbered {
  /** Behind `#`, `**` and the like. */
  readonly start: number;
  readonly end: number;
  readonly written?: number;
  /** The key, with and without its number. */
  readonly whole: string;
  readonly body: string;
  readonly marked: boolean;
}

/** More than any heading has, numbering and blanks included. */
const MAX_HEADING = 80;
const MAX_BODY = 40;

/** All editions have the same sections; the newest speaks for them. */
const sections = (): readonly Section[] => editions.at(-1)!.sections;

let bodyKeys: Map<Section, string> | undefined;
const bodyOf = (section: Section): string => {
  bodyKeys ??= new Map(sections().map((s) => [s, key(s.label.text).slice(1)]));
  return bodyKeys.get(section)!;
};

/** Finds the headings of the report: the six sections under whatever name, and further sections that go on with their numbering. */
export function findHeadings(text: string, lines: readonly Line[]): HeadingLine[] {
  const candidates: HeadingLine[] = [];
  lines.forEach((line, index) => {
    const heading = line.fenced ? undefined : headingOf(text, line, index);
    if (heading) candidates.push(heading);
  });
  return withoutSubheadings(text, candidates);
}

function headingOf(text: string, line: Line, index: number): HeadingLine | undefined {
  if (line.start === line.end || line.cells || !mayBeHeading(text, line.start)) return undefined;
  if (line.tabs + line.pipes > 0 && !standsAlone(text, line)) return undefined;
  if (isListItem(text, line)) return undefined;
  const numbered = numbering(text, line);
  if (!numbered) return undefined;
  const { start, end, written, whole, body, marked } = numbered;
  const range = { start, end };
  const base = { line: index, ...(written === undefined ? {} : { written }) };
  if (body.length <= MAX_BODY) {
    if (lookUp(whole).length > 0) return undefined;
    const exact = sections().find((section) => bodyOf(section) === body);
    if (exact) return { ...base, range, section: exact, agreement: written === undefined ? 'variant' : 'official' };
    // A heading ends without a full stop; a sentence that speaks of the matter does not make a section.
    if (!/[。；;，,]$/.test(plain(text, end - 1, end))) {
      const near = sections().find((section) => distance(body, bodyOf(section), 2) <= (bodyOf(section).length > 5 ? 2 : 1));
      if (near && (written !== undefined || marked)) return { ...base, range, section: near, agreement: 'typo' };
      if (written !== undefined || marked) {
        const named = sections().filter((section) => section.keywords.some((words) => words.every((word) => body.includes(word))));
        const section = named.find((s) => s.number === written) ?? (written === undefined ? named[0] : undefined);
        if (section) return { ...base, range, section, agreement: 'variant' };
      }
      // 四、结转下年度继续办理 0 0 0: a row whose values stand in the same line.
      if (written !== undefined && body.length > 0 && !beginsWithRow(whole)) return { ...base, range, agreement: 'official' };
    }
  }
  // 六、其他需要报告的事项：无。 — the text follows in the same line.
  if (written === undefined) return undefined;
  const inline = sections().find((section) => body.startsWith(bodyOf(section)));
  if (!inline) return undefined;
  const cut = endOfKey(text, start, end, bodyOf(inline).length + whole.length - body.length);
  if (!/[\s:：。,，]/.test(text[cut] ?? '')) return undefined;
  let restStart = cut;
  while (restStart < end && /[\s:：。,，]/.test(text[restStart]!)) restStart++;
  return {
    ...base,
    range: { start, end: cut },
    section: inline,
    agreement: 'official',
    ...(restStart < end ? { rest: { start: restStart, end } } : {}),
  };
}

/** The offset behind the `length`-th unit of the key. */
function endOfKey(text: string, start: number, end: number, length: number): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    if (key(text, i, i + 1) !== '') count++;
    if (count === length) return i + 1;
  }
  return end;
}

/** A cheap look at the first unit: a mark of Markdown, a numeral, or the first of an official title. */
function mayBeHeading(text: string, start: number): boolean {
  const code = fold(text.charCodeAt(start));
  firsts ??= new Set(
    [...'#*_|\uffff第一二三四五六七八九十0123456789', ...sections().map((section) => bodyOf(section)[0]!)].map((c) => c.charCodeAt(0)),
  );
  return firsts.has(code) || code <= 0x20;
}
let firsts: Set<number> | undefined;

/** Whether a line begins with an Arabic number that is not followed by the first letter of an official title. */
function isListItem(text: string, { start, end }: Line): boolean {
  let i = start;
  let digits = 0;
  for (; i < end; i++) {
    const code = fold(text.charCodeAt(i));
    if (code >= 0x30 && code <= 0x39) digits++;
    else if (code > 0x20 && code !== 0x2e && code !== 0x3001) return digits > 0 && !firsts!.has(code);
    else if (digits === 0 && code > 0x20) return false;
  }
  return digits > 0;
}

/** Whether a line with delimiters has one cell with text only: a heading with what a conversion left behind it. */
function standsAlone(text: string, { start, end }: Line): boolean {
  let gap = false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 9 || code === 0x7c) gap = i > start;
    else if (gap && !isSpace(code)) return false;
  }
  return true;
}

const CHINESE = /^(?:第([一二三四五六七八九十]{1,3})(?:部分|章)|([一二三四五六七八九十]{1,3}))\s*[、.,:．。·]?\s*/;
const ARABIC = /^(\d{1,2})\s*[、.．]\s*(?!\d)/;

function numbering(text: string, line: Line): Numbered | undefined {
  let { start, end } = line;
  // Emphasis and the marks of a Markdown heading stand around it; a tab or a bar behind it is what is left of a table.
  const marked = /[#*_]/.test(text[start]!);
  while (start < end && /[#*_|\s]/.test(text[start]!)) start++;
  start = skipBlank(text, start, end);
  while (end > start && (/[#*_|\s]/.test(text[end - 1]!) || isSpace(text.charCodeAt(end - 1)))) end--;
  if (start >= end) return undefined;
  const head = plain(text, start, headOf(text, start, end, 16));
  const chinese = CHINESE.exec(head.replace(/\s+(?=[、.,])/g, ''));
  const arabic = chinese ? null : ARABIC.exec(head);
  const separated = chinese && /[、.,:．。·\s]\s*$|部分\s*$|章\s*$/.test(chinese[0]);
  const number = chinese ? chineseNumber(chinese[1] ?? chinese[2]!) : arabic ? Number(arabic[1]) : undefined;
  const whole = key(text, start, headOf(text, start, end, MAX_HEADING));
  if (number === undefined || (chinese && !separated)) return { start, end, whole, body: whole, marked };
  const body = whole.slice(key((chinese ?? arabic)![0]).length);
  // 1. may number a paragraph of any list: it opens a section only under an official title.
  if (arabic && !sections().some((section) => body === bodyOf(section))) return undefined;
  return { start, end, written: number, whole, body, marked };
}

/** Drops what is numbered like a section but is not: restarted numbering inside a chapter, other names of a section that is there. */
function withoutSubheadings(text: string, candidates: readonly HeadingLine[]): HeadingLine[] {
  const official = new Set<SectionNumber>();
  for (const { section, agreement, written } of candidates)
    if (section && agreement === 'official' && written === section.number) official.add(section.number);
  const best = new Map<SectionNumber, HeadingLine>();
  for (const candidate of candidates) {
    const { section } = candidate;
    if (!section) continue;
    const known = best.get(section.number);
    if (!known || rank(candidate) > rank(known)) best.set(section.number, candidate);
  }
  const kept: HeadingLine[] = [];
  let last = 0;
  let inner = 0;
  for (const candidate of candidates) {
    const { section, written, agreement } = candidate;
    if (section) {
      const isSame = agreement === 'official' && best.get(section.number)?.agreement === 'official';
      if (best.get(section.number) !== candidate && !isSame) continue;
      kept.push(candidate);
      last = written ?? section.number;
      inner = 0;
      continue;
    }
    if (written === undefined) continue;
    // 一、 inside a chapter begins a numbering of its own, and what follows it goes on with that.
    if (last === 0 || written === inner + 1) {
      inner = written;
      continue;
    }
    if (written !== last + 1 && !(written > last && !official.has(written as SectionNumber))) {
      inner = written;
      continue;
    }
    // The official section of this number comes later: then this one belongs to the chapter.
    const later = best.get(written as SectionNumber);
    if (later && later.range.start > candidate.range.start) {
      inner = written;
      continue;
    }
    if (
      isLongerThan(text, candidate.range.start, candidate.range.end, MAX_BODY) ||
      /[。；]/.test(text.slice(candidate.range.start, candidate.range.end))
    )
      continue;
    kept.push(candidate);
    last = written;
    inner = 0;
  }
  return kept;
}

const rank = ({ section, agreement, written }: HeadingLine): number =>
  (agreement === 'official' ? 4 : agreement === 'typo' ? 2 : 1) + (written === section?.number ? 2 : 0);

// ── title ──

const TITLE_END = /(?:政府|政务)信息(?:与政务)?公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)$/;
const YEAR = /(?:(\d{4})|([二三][〇零○oO0一二三四五六七八九]{3}))年?度?/;
const NOT_A_TITLE = /关于|通知|编制|格式|解读|模板|说明$|制作|公布/;
const UNIT_END = /[局委办府厅院会处室所站队镇乡县区市省州盟旗部署行团社校场公司中心]$/;
/** How many lines of text a title may be away from the top. */
const MAX_TITLE_LINE = 40;
const MAX_TITLE = 80;

/** The title before the first heading: on one line, or with the unit, the year or both on one or two lines above. */
export function findTitle(text: string, lines: readonly Line[], until: number): Title | undefined {
  let above: Line[] = [];
  let count = 0;
  for (let i = 0; i < until && count < MAX_TITLE_LINE; i++) {
    const line = lines[i]!;
    if (line.start === line.end || line.fenced || isPageArtefact(text, line)) continue;
    count++;
    const title = !isLongerThan(text, line.start, line.end, MAX_TITLE * 2)
      ? titleOf(text, line, above, nextLine(lines, i, until))
      : undefined;
    if (title) return title;
    above = [line, ...above.slice(0, 1)];
  }
  return undefined;
}

function nextLine(lines: readonly Line[], index: number, until: number): Line | undefined {
  for (let i = index + 1; i < until; i++) if (lines[i]!.start < lines[i]!.end) return lines[i];
  return undefined;
}

function titleOf(text: string, line: Line, above: readonly Line[], next: Line | undefined): Title | undefined {
  const { start, end } = bare(text, line);
  const whole = key(text, start, end);
  if (whole.length > MAX_TITLE || !TITLE_END.test(whole) || NOT_A_TITLE.test(whole.replace(TITLE_END, '').slice(0, 60))) return undefined;
  if (/[。，；：、]/.test(text.slice(start, end))) return undefined;
  const lead = whole.replace(TITLE_END, '');
  const own = splitYear(text, start, end, lead);
  if (own.unit && own.year) return make(text, start, end, own.unit, own.year);
  let { unit, year } = own;
  let from = start;
  for (const part of above) {
    if ((unit && year) || !isTitlePart(text, part)) break;
    const range = bare(text, part);
    const split = splitYear(text, range.start, range.end, key(text, range.start, range.end));
    const gains = (!unit && split.unit && UNIT_END.test(key(text, split.unit.start, split.unit.end))) || (!year && split.year);
    if (!gains) break;
    if (!unit && split.unit) unit = split.unit;
    year ??= split.year;
    from = range.start;
  }
  if (from < start) return make(text, from, end, unit, year);
  const below = next && isTitlePart(text, next) ? bare(text, next) : undefined;
  if (!own.unit && below && UNIT_END.test(key(text, below.start, below.end)) && !YEAR.test(key(text, below.start, below.end))) {
    return { ...make(text, start, end, below, own.year), range: { start, end } };
  }
  return make(text, start, end, own.unit, own.year);
}

/** A line without heading marks and emphasis. */
function bare(text: string, line: Line): Range {
  let { start, end } = line;
  while (start < end && (/[#*_|\s]/.test(text[start]!) || isSpace(text.charCodeAt(start)))) start++;
  while (end > start && (/[#*_|\s]/.test(text[end - 1]!) || isSpace(text.charCodeAt(end - 1)))) end--;
  return { start, end };
}

function isTitlePart(text: string, line: Line): boolean {
  const { start, end } = bare(text, line);
  return (
    !isLongerThan(text, start, end, MAX_TITLE) &&
    !line.cells &&
    !/[。，；：！？、]|\d月/.test(text.slice(start, end)) &&
    key(text, start, end) !== ''
  );
}

/** Unit and year at the head of a title. `lead`: the key of what stands before 政府信息公开. */
function splitYear(text: string, start: number, end: number, lead: string): { unit?: Range; year?: Range & { number: number } } {
  const match = YEAR.exec(lead);
  const unitLength = match ? match.index : lead.length;
  const unitEnd = unitLength > 0 ? endOfKey(text, start, end, unitLength) : start;
  const unit = unitLength > 1 ? { unit: { start, end: unitEnd } } : {};
  if (!match) return unit;
  const yearStart = skipBlank(text, unitEnd, end);
  const yearEnd = endOfKey(text, start, end, unitLength + 4);
  const number = match[1]
    ? Number(match[1])
    : Number([...match[2]!].map((c) => '〇一二三四五六七八九'.indexOf(/[〇零○oO0]/.test(c) ? '〇' : c)).join(''));
  const year = { start: yearStart, end: yearEnd, number };
  if (unitLength > 1) return { ...unit, year };
  // 2022年清河县民政局政府信息公开工作年度报告: the unit stands behind the year.
  const behind = match[0].length + match.index;
  const tailStart = skipBlank(text, endOfKey(text, start, end, behind), end);
  return lead.length - behind > 1 ? { unit: { start: tailStart, end: endOfKey(text, start, end, lead.length) }, year } : { year };
}

function make(text: string, start: number, end: number, unit: Range | undefined, year: (Range & { number: number }) | undefined): Title {
  const formStart =
    year && year.start >= start && !(unit && unit.start > year.start)
      ? year.start
      : unit && unit.start >= start && unit.end <= end
        ? unit.end
        : start;
  return {
    range: { start, end },
    form: key(text, formStart, end),
    ...(unit ? { unit: { range: { start: unit.start, end: unit.end }, name: unitName(text, unit) } } : {}),
    ...(year ? { year: { range: { start: year.start, end: year.end }, number: year.number } } : {}),
  };
}

const unitName = (text: string, { start, end }: Range): string =>
  plain(text, start, end)
    .replace(/\s+/g, '')
    .replace(/^关于|[-—:：]+$/g, '');

/** The year of a stated period, 自2024年1月1日至2024年12月31日, where the title has none. */
export function yearOfPeriod(text: string, until: number): number | undefined {
  const match = /(\d{4})\s*年\s*1\s*月\s*1\s*日[^\n]{0,12}?(?:\1\s*年\s*)?12\s*月\s*31\s*日/.exec(text.slice(0, Math.min(until, 4000)));
  return match ? Number(match[1]) : undefined;
}

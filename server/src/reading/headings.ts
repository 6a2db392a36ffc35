import { editions, type Section, type SectionNumber } from '../editions';
import { beginsWithRow, lookUp } from './labels';
import { isText, type Line } from './lines';
import type { Agreement, Range } from './report';
import { chineseNumber, distance, endOfKey, fold, headOf, isDigit, isLongerThan, isSpace, key, plain } from './text';

/** A line that opens a section. */
export interface HeadingLine {
  readonly line: number;
  /** The last of its lines: a page or a column may have been too narrow for it. */
  readonly through: number;
  readonly range: Range;
  /** The official section; absent for a further one. */
  readonly section?: Section;
  /** Of a further one: the section that its words name, under the number of another or under one that sub-headings have. */
  readonly named?: Section;
  /** Of a named one: its number is one of sub-headings. */
  readonly inner?: boolean;
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
  /** A mark stands between the number and the title. */
  readonly separated: boolean;
  /** 1. for 一、. */
  readonly arabic: boolean;
  /** （一） or 1） for 一、, which is how sub-headings are numbered. */
  readonly inner?: boolean;
}

/** More than any heading has, numbering and blanks included. */
const MAX_HEADING = 80;
/** And its link. */
const MAX_LINK = 200;
const MAX_BODY = 40;

/** All editions have the same sections; the newest speaks for them. */
const sections = (): readonly Section[] => editions.at(-1)!.sections;

let bodyKeys: Map<Section, string> | undefined;
const bodyOf = (section: Section): string => {
  bodyKeys ??= new Map(sections().map((s) => [s, key(s.label.text).slice(1)]));
  return bodyKeys.get(section)!;
};

let byBody: Map<string, Section> | undefined;
/** The section whose official title this is, its number left out. */
function officialSection(body: string): Section | undefined {
  byBody ??= new Map(sections().map((section) => [bodyOf(section), section]));
  return byBody.get(body);
}

/** Finds the headings of the report: the six sections under whatever name, and further sections that go on with their numbering. */
export function findHeadings(text: string, lines: readonly Line[]): HeadingLine[] {
  const candidates: HeadingLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.start === line.end || line.fenced || !isText(line)) continue;
    const heading = mayBeHeading(text, line) ? headingOf(text, lines, index) : undefined;
    // In a row of a table only what is sure to be a section is a heading.
    if (heading && (!line.cells || heading.section)) candidates.push(heading);
  }
  return withoutSubheadings(text, withoutContents(lines, candidates));
}

/** The section that the next heading of one among some lines opens. */
export function nextSection(text: string, lines: readonly Line[], from: number, until: number): SectionNumber | undefined {
  for (let i = from; i < until && i < lines.length; i++) {
    const line = lines[i]!;
    if (line.start === line.end || line.fenced || !isText(line) || !mayBeHeading(text, line)) continue;
    const section = headingOf(text, lines, i)?.section;
    if (section) return section.number;
  }
  return undefined;
}

/** What stands before the blank. */
const STOPPED = /[。；！]$|如下[：:]$/;

/**
 * The lines, cut before the official titles that stand within them behind a full stop, or 如下：, and a blank: a converter joined the paragraphs.
 * Looks for the sections that have no heading; `undefined` where there is none of them.
 */
export function cutAtHeadings(text: string, lines: readonly Line[], found: readonly HeadingLine[]): Line[] | undefined {
  /** From the blanks before a title to the title. */
  const cuts: Range[] = [];
  for (const section of sections()) {
    if (found.some((heading) => heading.section === section)) continue;
    const title = section.label.text;
    for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
      let before = at;
      while (before > 0 && isSpace(text.charCodeAt(before - 1))) before--;
      const isJoined = before < at && STOPPED.test(text.slice(before - 3, before)) && /^\s?$/.test(text.charAt(at + title.length));
      if (isJoined) cuts.push({ start: before, end: at });
    }
  }
  if (cuts.length === 0) return undefined;
  cuts.sort((a, b) => a.start - b.start);
  let next = 0;
  return lines.flatMap((line) => {
    const pieces: Line[] = [];
    let rest = line;
    for (; next < cuts.length && cuts[next]!.end < line.end; next++) {
      const { start: end, end: at } = cuts[next]!;
      if (at <= rest.start || line.cells || line.tabs + line.pipes > 0) continue;
      pieces.push({ ...rest, end, to: at });
      rest = { ...rest, start: at, from: at };
    }
    pieces.push(rest);
    return pieces;
  });
}

function headingOf(text: string, lines: readonly Line[], index: number): HeadingLine | undefined {
  const line = lines[index]!;
  if (line.tabs + line.pipes > 0 && !standsAlone(text, line)) return undefined;
  if (isListItem(text, line)) return undefined;
  const numbered = numbering(text, line);
  if (!numbered) return undefined;
  const { start, end, written, whole, body, marked, separated, arabic, inner } = numbered;
  const base = (): Pick<HeadingLine, 'line' | 'through' | 'range' | 'written'> => ({
    line: index,
    through: index,
    range: { start, end },
    ...(written === undefined ? {} : { written }),
  });
  if (body.length <= MAX_BODY) {
    if (lookUp(whole).length > 0) return undefined;
    const exact = officialSection(body);
    if (exact && inner) return { ...base(), named: exact, inner, agreement: 'variant' };
    if (exact) return { ...base(), section: exact, agreement: written === undefined || !separated || arabic ? 'variant' : 'official' };
    const wrapped = written !== undefined || marked ? wrappedOver(text, lines, index, body) : undefined;
    if (wrapped)
      return {
        ...base(),
        ...wrapped,
        range: { start, end: wrapped.end },
        agreement: written === undefined || arabic ? 'variant' : 'official',
      };
    const inline = written === undefined ? undefined : withText(text, numbered);
    if (inline) return { ...base(), ...inline, agreement: 'official' };
    // ### （一）主动公开情况 is a heading within a section.
    if (isBracketed(text, start)) return undefined;
    // A heading ends without a full stop; a sentence that speaks of the matter does not make a section.
    if ((written !== undefined || marked) && !/[。；;，,]$/.test(plain(text, end - 1, end))) {
      const named = byName(body, written);
      if (named?.section) return { ...base(), ...named };
      // 四、结转下年度继续办理 0 0 0: a row whose values stand in the same line.
      if (written !== undefined && separated && body.length > 0 && !beginsWithRow(whole))
        return { ...base(), agreement: 'official', ...named };
    }
    return undefined;
  }
  const inline = written === undefined ? undefined : withText(text, numbered);
  return inline && { ...base(), ...inline, agreement: 'official' };
}

/** Whether a number in brackets stands first. */
const isBracketed = (text: string, start: number): boolean =>
  fold(text.charCodeAt(start)) === 0x28 && /^[(（][一二三四五六七八九十\d]{1,2}[)）]/.test(text.slice(start, start + 4));

/** How many lines of text a title may take. */
const MAX_LINES = 3;

/** An official title whose end stands in the next lines, and nothing but that. */
function wrappedOver(
  text: string,
  lines: readonly Line[],
  index: number,
  body: string,
): { section: Section; through: number; end: number } | undefined {
  if (body.length < 2) return undefined;
  const section = sections().find((candidate) => bodyOf(candidate).startsWith(body));
  if (!section) return undefined;
  let joined = body;
  for (let i = index + 1, taken = 1; i < lines.length && taken < MAX_LINES; i++) {
    const line = lines[i]!;
    if (line.start === line.end) continue;
    if (line.cells || line.tabs + line.pipes > 0 || isLongerThan(text, line.start, line.end, MAX_HEADING)) return undefined;
    joined += key(text, line.start, line.end);
    if (joined === bodyOf(section)) {
      let { end } = line;
      while (end > line.start && isMark(text.charCodeAt(end - 1))) end--;
      return { section, through: i, end };
    }
    if (!bodyOf(section).startsWith(joined)) return undefined;
    taken++;
  }
  return undefined;
}

/** A section under a name that is misspelt or its own; `named`: it is sure only in its place. */
function byName(
  body: string,
  written: number | undefined,
): { section: Section; agreement: Agreement } | { section?: never; named: Section } | undefined {
  const matter = body.replace(/^(?:\d{4}年?|本年)度?/, '');
  const isVariant = ({ label }: Section): boolean => (label.variants ?? []).some((variant) => key(variant).slice(1) === matter);
  const near = sections().find((section) => distance(body, bodyOf(section), 2) <= (bodyOf(section).length > 5 ? 2 : 1));
  if (near && !sections().some(isVariant)) return { section: near, agreement: 'typo' };
  const named = sections().filter(
    (section) => isVariant(section) || section.keywords.some((words) => words.every((word) => body.includes(word))),
  );
  // Under another number only a matter that is spoken of nowhere else is sure to be the section.
  const section =
    named.find(({ number }) => number === written) ??
    (written === undefined ? named[0] : named.find(({ content }) => content === 'requests' || content === 'disputes'));
  return section ? { section, agreement: 'variant' } : named[0] && { named: named[0] };
}

/** 六、其他需要报告的事项：无。 — an official title with the text of its section in the same line. */
function withText(text: string, { start, end, whole, body }: Numbered): { range: Range; section: Section; rest?: Range } | undefined {
  const section = sections().find((candidate) => body.startsWith(bodyOf(candidate)) && body !== bodyOf(candidate));
  if (!section) return undefined;
  const cut = endOfKey(text, start, end, bodyOf(section).length + whole.length - body.length);
  const isCut = /[\s\u3000:：。,，（(]/.test(text[cut] ?? '') || body.slice(bodyOf(section).length) === '无';
  if (!isCut) return undefined;
  let restStart = cut;
  while (restStart < end && /[\s\u3000:：。,，]/.test(text[restStart]!)) restStart++;
  return { range: { start, end: cut }, section, ...(restStart < end ? { rest: { start: restStart, end } } : {}) };
}

/**
 * A cheap look at the first unit: a mark of Markdown, a numeral or what is left of one, or the first of an official title, which begins no long
 * paragraph; and at the last one of a short line: whatever stands before an official title, it ends as they do.
 */
function mayBeHeading(text: string, { start, end }: Line): boolean {
  const code = fold(text.charCodeAt(start));
  firsts ??= new Set(sections().map((section) => bodyOf(section).charCodeAt(0)));
  if (marks.has(code) || code <= 0x20) return true;
  if (isLongerThan(text, start, end, MAX_HEADING)) return false;
  if (firsts.has(code)) return true;
  lasts ??= new Set(sections().map((section) => bodyOf(section).charCodeAt(bodyOf(section).length - 1)));
  return lasts.has(text.charCodeAt(end - 1)) || lasts.has(text.charCodeAt(end - 2));
}
const numerals = new Set([...'第一二三四五六七八九十0123456789'].map((c) => c.charCodeAt(0)));
const isNumeral = (code: number): boolean => numerals.has(code);
const marks = new Set([...numerals, ...[...'#*_|[、.\uffff'].map((c) => c.charCodeAt(0))]);
let firsts: Set<number> | undefined;
let lasts: Set<number> | undefined;

/** Whether a line begins with an Arabic number that is not followed by the first letter of an official title. */
function isListItem(text: string, { start, end }: Range): boolean {
  let i = start;
  let digits = 0;
  for (; i < end; i++) {
    const code = fold(text.charCodeAt(i));
    if (isDigit(code)) digits++;
    else if (code > 0x20 && code !== 0x2e && code !== 0x3001 && code !== 0x29) return digits > 0 && !marks.has(code) && !firsts!.has(code);
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
/** How else the six are numbered, as it stands in a key: 第一, 壹, 01. */
const ODD = /^第?0?(?:([一壹1])|([二贰2])|([三叁3])|([四肆4])|([五伍5])|([六陆6]))/;
/** [一、总体情况](#1) is a link of Markdown. */
const LINK = /^\[([^\]]*)\]\([^()]*\)$/;

/** `#`, `*`, `_`; a bar is what is left of a table. */
const isMark = (code: number): boolean => code === 0x23 || code === 0x2a || code === 0x5f || code === 0x7c;

function numbering(text: string, line: Line): Numbered | undefined {
  let { start, end } = line;
  // Emphasis and the marks of a Markdown heading stand around it; a tab or a bar behind it is what is left of a table.
  const marked = text[start] !== '|' && isMark(text.charCodeAt(start));
  while (start < end && (isMark(text.charCodeAt(start)) || isSpace(text.charCodeAt(start)))) start++;
  while (end > start && (isMark(text.charCodeAt(end - 1)) || isSpace(text.charCodeAt(end - 1)))) end--;
  if (start >= end || (marked && isListItem(text, { start, end }))) return undefined;
  if (text[start] === '[') {
    const link = LINK.exec(text.slice(start, Math.min(end, start + MAX_LINK)));
    if (link) end = ++start + link[1]!.length;
  }
  const head = isNumeral(fold(text.charCodeAt(start))) ? plain(text, start, headOf(text, start, end, 16)) : '';
  const chinese = head === '' ? null : CHINESE.exec(head.replace(/\s+(?=[、.,])/g, ''));
  const arabic = chinese || head === '' ? null : ARABIC.exec(head);
  const separated = chinese === null || /[、.,:．。·\s]\s*$|部分\s*$|章\s*$/.test(chinese[0]);
  const number = chinese ? chineseNumber(chinese[1] ?? chinese[2]!) : arabic ? Number(arabic[1]) : undefined;
  const whole = key(text, start, headOf(text, start, end, MAX_HEADING));
  const unnumbered: Numbered = { start, end, whole, body: whole, marked, separated, arabic: false };
  if (number === undefined) return oddlyNumbered(text, unnumbered) ?? unnumbered;
  const body = whole.slice(key((chinese ?? arabic)![0]).length);
  const isOfficial = officialSection(body) !== undefined;
  // 一总体情况 has lost its mark; 一是 and the like open sentences.
  if (!separated && !isOfficial) return unnumbered;
  // 1. may number a paragraph of any list: it opens a section only under an official title.
  if (arabic && !isOfficial) return undefined;
  return { start, end, written: number, whole, body, marked, separated, arabic: arabic !== null };
}

/** What has an official title behind a number of another kind, if it is the number of that section. */
function oddlyNumbered(text: string, numbered: Numbered): Numbered | undefined {
  const { start, end, whole } = numbered;
  const odd = ODD.exec(whole);
  if (!odd) return undefined;
  const written = odd.indexOf(odd[1] ?? odd[2] ?? odd[3] ?? odd[4] ?? odd[5] ?? odd[6]!, 1);
  const body = whole.slice(odd[0].length);
  if (officialSection(body)?.number !== written) return undefined;
  const before = plain(text, start, endOfKey(text, start, end, odd[0].length) + 1);
  return { ...numbered, written, body, separated: false, inner: before.endsWith(')') };
}

/** How many headings in a row, with no text between them, make a table of contents if they all come again. */
const CONTENTS = 3;

/** Drops a table of contents: headings that follow each other and stand once more below. */
function withoutContents(lines: readonly Line[], candidates: readonly HeadingLine[]): HeadingLine[] {
  const last = new Map<SectionNumber, number>();
  candidates.forEach(({ section }, i) => {
    if (section) last.set(section.number, i);
  });
  const follows = (i: number): boolean => {
    const from = candidates[i]?.through;
    const to = candidates[i + 1]?.line;
    if (from === undefined || to === undefined) return false;
    for (let j = from + 1; j < to; j++) if (lines[j]!.start < lines[j]!.end) return false;
    return true;
  };
  let run = 0;
  while (run < candidates.length && candidates[run]!.section && last.get(candidates[run]!.section!.number)! > run) {
    run++;
    if (!follows(run - 1)) break;
  }
  const distinct = new Set(candidates.slice(0, run).map(({ section }) => section!.number)).size;
  return distinct >= CONTENTS && distinct === run ? candidates.slice(run) : [...candidates];
}

/** Drops what is numbered like a section but is not: restarted numbering inside a chapter, other names of a section that is there. */
function withoutSubheadings(text: string, found: readonly HeadingLine[]): HeadingLine[] {
  const candidates = [...found];
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
  // （一）总体情况 is a section where others are numbered so, or stand around it.
  const isNumberedSo = new Set(candidates.filter(({ inner }) => inner).map(({ named }) => named)).size >= CONTENTS;
  for (const [i, { named, inner, ...candidate }] of candidates.entries()) {
    if (!named || best.has(named.number) || !isBetween(named, candidate.line, best)) continue;
    if (inner ? best.size === 0 && !isNumberedSo : best.size < 2 || isListed(candidates, i, best)) continue;
    candidates[i] = { ...candidate, section: named, agreement: 'variant' };
    best.set(named.number, candidates[i]);
  }
  const kept: HeadingLine[] = [];
  let last = 0;
  let inner = 0;
  for (const candidate of candidates) {
    const { section, written, agreement } = candidate;
    if (section) {
      const known = best.get(section.number);
      const isSame = agreement === 'official' && known?.agreement === 'official' && known.written === written;
      if (known !== candidate && !isSame) continue;
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
    if (later && later.written === written && later.range.start > candidate.range.start) {
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

/** Whether a line stands behind all sections before one, and before all behind it. */
function isBetween({ number }: Section, line: number, sections: ReadonlyMap<SectionNumber, HeadingLine>): boolean {
  for (const [other, heading] of sections) if (other < number !== heading.line < line) return false;
  return true;
}

/** Whether a heading goes on with, or opens, a numbering that begins with 一 within a chapter. */
function isListed(headings: readonly HeadingLine[], index: number, sections: ReadonlyMap<SectionNumber, HeadingLine>): boolean {
  const isInner = (i: number, number: number): boolean => {
    const { section, written } = headings[i] ?? {};
    return written === number && !(section && sections.get(section.number) === headings[i]);
  };
  let first = index;
  let number = headings[index]!.written!;
  while (isInner(first - 1, number - 1)) {
    first--;
    number--;
  }
  return number === 1 && (first < index || isInner(index + 1, 2));
}

const rank = ({ section, agreement, written }: HeadingLine): number =>
  (agreement === 'official' ? 4 : agreement === 'typo' ? 2 : 1) + (written === section?.number ? 2 : 0);

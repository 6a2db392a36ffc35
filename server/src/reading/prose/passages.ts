import type { SectionNumber } from '../../editions';
import { between } from '../html';
import type { Range, Report } from '../report';
import { fold, isDigit } from '../text';
import { Unit, unitBits } from './units';

/** A paragraph of prose as it is read: folded, without blanks, quotes and emphasis, in one line. */
export interface Passage {
  readonly section: SectionNumber;
  readonly text: string;
  /** The offset in the draft of a unit of `text`. */
  at(index: number): number;
}

/** A stretch of a sentence between two marks, with what stands in brackets taken out. */
export interface Clause {
  /** Without what stands in brackets. */
  readonly text: string;
  /** The index in the passage of a unit of `text`. */
  at(index: number): number;
  /** What stands in its brackets. */
  readonly asides: readonly Range[];
  /** Whether a full stop ends it. */
  readonly last: boolean;
  /** The bits of its units, those in brackets left out: see `Unit`. */
  readonly units: number;
}

/** A line shorter than this that ends without a mark is a heading, not one that goes on in the next. */
const MIN_WRAPPED = 16;
/** Far longer than any paragraph of a report; what is longer is read in pieces. */
const MAX_PASSAGE = 20_000;
/** Several times the prose of the longest report; what follows is not read. */
const MAX_PROSE = 150_000;

/** The paragraphs of some sections, in the order of the text; a sentence cut by the end of a line is one. */
export function passagesOf({ masked, sections, text }: Report, wanted: ReadonlySet<SectionNumber>): Passage[] {
  const passages: Passage[] = [];
  let total = 0;
  for (const section of sections) {
    if (section.number === undefined || !wanted.has(section.number)) continue;
    /** Those of the paragraph so far: mostly there is one. */
    let lines: Range[] | undefined;
    let length = 0;
    const close = (): void => {
      if (lines) passages.push(new Folded(section.number!, masked, lines));
      lines = undefined;
      length = 0;
    };
    for (const line of section.text) {
      if (total > MAX_PROSE) break;
      const before = lines?.at(-1);
      if (!before || length > MAX_PASSAGE || !continues(text, masked, before, line)) close();
      if (isTabular(masked, line)) {
        close();
        continue;
      }
      for (let { start } = line; start < Math.min(line.end, line.start + MAX_PROSE - total); start += MAX_PASSAGE) {
        if (start > line.start) close();
        const part = { start, end: Math.min(line.end, start + MAX_PASSAGE) };
        if (lines) lines.push(part);
        else lines = [part];
      }
      length += line.end - line.start;
      total += line.end - line.start;
    }
    close();
  }
  return passages;
}

/** A line break and blanks: where an element of HTML stands between two lines, each is a paragraph. */
const LINE_BREAK = /^[^\n\r\uffff]*(?:\r\n|\n|\r)[^\n\r\uffff]*$/;
const ENDS = '。！？；：:;!?…*';
const OPENED =
  /^(?:[#>*•●◆-]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．是]|\d{1,2}[、.．]\D|[①-⑳]|第[一二三四五六七八九十]+[、，是])/;

/** （三）行政复议、行政诉讼的发生和办理情况: a sub-heading in a line of its own, however long. */
const HEADED =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．])[^，。；：！？,;:]{2,40}情况$/;
const MAX_HEADED = 48;

/** Whether a line goes on in the one that follows it. */
function continues(text: string, masked: string, line: Range, next: Range): boolean {
  if (line.end - line.start < MIN_WRAPPED || ENDS.includes(masked[line.end - 1]!) || OPENED.test(masked.slice(next.start, next.start + 8)))
    return false;
  if (line.end - line.start < MAX_HEADED && HEADED.test(masked.slice(line.start, line.end))) return false;
  if (!LINE_BREAK.test(between(text, masked, { start: line.end, end: next.start }))) return false;
  return indent(masked, next.start) <= indent(masked, line.start);
}

function indent(text: string, start: number): number {
  let width = 0;
  for (let i = start - 1; i >= 0 && width < 80; i--) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0x3000) break;
    width += code === 0x3000 ? 2 : 1;
  }
  return width;
}

/** How much of a line is looked at. */
const MAX_LOOK = 400;

/** A row of a table that is none of the report's, and no prose. */
function isTabular(text: string, { start, end }: Range): boolean {
  const head = text.slice(start, Math.min(end, start + MAX_LOOK));
  const bar = head.indexOf('|');
  return (bar >= 0 && head.includes('|', bar + 1)) || head.includes('\t');
}

/** Units of the passage that is being read, and where its runs begin in it and in the draft: shared, so that nothing grows anew. */
let written = new Uint16Array(4096);
const runs: number[] = [];
const sources: number[] = [];
/** The quickest way from units to a text, and the one that leaves nothing behind. All that runs JavaScript today is little-endian. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

class Folded implements Passage {
  readonly text: string;
  /** Where runs of units begin in `text`, and in the draft. */
  private readonly own: readonly number[];
  private readonly source: readonly number[];

  constructor(
    readonly section: SectionNumber,
    draft: string,
    lines: readonly Range[],
  ) {
    // With a blank between two numbers the text may be longer than the lines by one unit for each of them.
    let most = 0;
    for (const { start, end } of lines) most += end - start + 1;
    if (written.length < most) written = new Uint16Array(most * 2);
    const units = written;
    let length = 0;
    let count = 0;
    /** Where the unit stands that would go on with the run. */
    let next = -1;
    let gap = false;
    let last = 0;
    for (const { start, end } of lines) {
      for (let i = start; i < end; i++) {
        let code = draft.charCodeAt(i);
        // Most of a text: ideographs that go on with a run.
        if (i === next && !gap && code >= 0x4e00 && code <= 0x9fff) {
          do {
            units[length++] = code;
            code = draft.charCodeAt(++i);
          } while (i < end && code >= 0x4e00 && code <= 0x9fff);
          next = i;
          last = 0;
          if (i === end) break;
        }
        let folded = code;
        if (code < 0x4e00 || code > 0x9fff) {
          folded = fold(code);
          if (folded <= 0x20 || unitBits[folded]! & Unit.dropped) {
            if (folded === 0x20) gap = true;
            continue;
          }
        }
        if (i !== next || gap) {
          // Two numbers with a blank between them are two numbers.
          if (gap && isDigit(folded) && isDigit(last)) units[length++] = 0x20;
          gap = false;
          runs[count] = length;
          sources[count++] = i;
        }
        units[length++] = folded;
        last = folded;
        next = i + 1;
      }
      gap = true;
    }
    this.text = decoder.decode(units.subarray(0, length));
    this.own = runs.slice(0, count);
    this.source = sources.slice(0, count);
  }

  at(index: number): number {
    const { own, source } = this;
    let low = 0;
    let high = own.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (own[middle]! <= index) low = middle;
      else high = middle - 1;
    }
    return (source[low] ?? 0) + index - (own[low] ?? 0);
  }
}

/** How far a bracket may be from its other half. */
const MAX_ASIDE = 300;
const STOPS = new Set('。!?');
/** A 、 behind these divides statements; behind words, 复议案件、诉讼案件, it only lists them. */
const COUNTED = /(?:[\d零一二两三四五六七八九十百千万余多来][件起宗例份个部条项人次]{1,2}|[%)\d])$/;
/** Neither does a colon between what is counted and its number alone: 收到申请：21件. */
const COUNTS = /(?:申请|受理|办结|答复|结转|下年度?|数量)$/;
const ITS_NUMBER = /^:(?:\d{1,6}[件起宗例条份项个]|[无零0](?:[,;。]|$))/;

/**
 * Visits the clauses of `start..end`, in order. Marks inside of numbers (`1,234`) divide nothing. A clause holds while it is visited:
 * there are hundreds, and they share an object.
 */
export function visitClauses(text: string, start: number, end: number, visit: (clause: Clause) => void): void {
  const clause = new Pieces(text);
  /** What stands before brackets: most clauses have none. */
  let before: readonly Range[] = NONE;
  let asides: readonly Range[] = NONE;
  let from = start;
  let units = 0;
  /** Up to here brackets are known to stay open: looking for their other halves again would take too long. */
  let unclosed = start;
  const close = (until: number, last: boolean): void => {
    if (until > from || before !== NONE || asides !== NONE) {
      clause.become(before, from, until, asides, last, units);
      visit(clause);
    }
    before = NONE;
    asides = NONE;
    units = 0;
    from = until + 1;
  };
  for (let i = start; i < end; i++) {
    const bits = unitBits[text.charCodeAt(i)]!;
    if (!(bits & Unit.mark)) {
      units |= bits;
      continue;
    }
    const unit = text[i]!;
    if (unit === '(') {
      const until = i < unclosed ? -1 : closing(text, i, end);
      if (until < 0) {
        unclosed = Math.max(unclosed, i + MAX_ASIDE);
        close(i, false);
        continue;
      }
      if (i > from) before = [...before, { start: from, end: i }];
      from = i;
      // A number in brackets is the item's own, no aside.
      if (!/^[一二三四五六七八九十\d]{1,3}$/.test(text.slice(i + 1, Math.min(until, i + 5))))
        asides = [...asides, { start: i + 1, end: until }];
      else if (before !== NONE) close(i, false);
      from = until + 1;
      i = until;
    } else if (unit === ')') {
      close(i, false);
    } else if (unit !== '、') {
      if (unit === ',' && isDigit(text.charCodeAt(i - 1)) && /^\d{3}(?!\d)/.test(text.slice(i + 1, i + 5))) continue;
      if (unit === ':' && COUNTS.test(text.slice(from, i)) && ITS_NUMBER.test(text.slice(i, Math.min(end, i + 9)))) continue;
      close(i, STOPS.has(unit));
    } else {
      const until = i > from ? i : (before.at(-1)?.end ?? 0);
      if (COUNTED.test(text.slice(Math.max(start, until - 3), until))) close(i, false);
    }
  }
  // 未收到申请. in half width: within a sentence it may belong to a number or an address.
  close(text[end - 1] === '.' ? end - 1 : end, true);
}

const NONE: readonly Range[] = [];

function closing(text: string, open: number, end: number): number {
  let depth = 0;
  const until = Math.min(end, open + MAX_ASIDE);
  for (let i = open; i < until; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return -1;
}

class Pieces implements Clause {
  asides: readonly Range[] = NONE;
  last = false;
  units = 0;
  /** Its pieces in front of brackets; `from..to`: the one behind them, or the whole. */
  private before: readonly Range[] = NONE;
  private from = 0;
  private to = 0;
  /** Its text, once it was asked for. */
  private whole: string | undefined;

  constructor(private readonly passage: string) {}

  become(before: readonly Range[], from: number, to: number, asides: readonly Range[], last: boolean, units: number): void {
    this.before = before;
    this.from = from;
    this.to = to;
    this.asides = asides;
    this.last = last;
    this.units = units;
    this.whole = undefined;
  }

  get text(): string {
    this.whole ??= this.joined();
    return this.whole;
  }

  private joined(): string {
    const { passage, before, from, to } = this;
    const last = from < to ? passage.slice(from, to) : '';
    return before.length === 0 ? last : before.map(({ start, end }) => passage.slice(start, end)).join('') + last;
  }

  at(index: number): number {
    let left = index;
    for (const { start, end } of this.before) {
      if (left < end - start) return start + left;
      left -= end - start;
    }
    return this.from + left;
  }
}

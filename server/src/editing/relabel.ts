import type { Column } from '../editions';
import { hasMarkup, unmark } from '../reading/html';
import type { Range, Table } from '../reading/report';
import { FULL_WIDTH, fold, isSpace, MASK_CODE } from '../reading/text';
import type { Edit } from './edit';

/** A visible character of a label and where it is written; a character reference is one. */
interface Unit {
  /** Folded. */
  readonly code: number;
  readonly start: number;
  readonly end: number;
  /** Units of one run have nothing but blanks between them: no markup, no line break. */
  readonly run: number;
}

/** More than any label or title has. */
const MAX_UNITS = 160;

/** Marks of Markdown that may stand in a label and in no official one. */
const isMark = (code: number): boolean => MARKS.has(code);
const MARKS: ReadonlySet<number> = new Set([...'*_`~#'].map((mark) => mark.charCodeAt(0)));
const isLineBreak = (code: number): boolean => code === 10 || code === 13;

/** A range with its markup masked; a draft without markup is taken as it is. */
function maskedPart(text: string, { start, end }: Range): string {
  const part = text.slice(start, end);
  return /[<&]/.test(part) && hasMarkup(text) ? unmark(part).masked : part;
}

/** The visible characters of some ranges, blanks left out. */
export function unitsOf(text: string, pieces: readonly Range[]): Unit[] {
  const units: Unit[] = [];
  let run = 0;
  for (const piece of pieces) {
    run++;
    const part = maskedPart(text, piece);
    for (let i = 0; i < part.length && units.length <= MAX_UNITS; i++) {
      const code = part.charCodeAt(i);
      const at = piece.start + i;
      if (isReference(text, part, at, i)) {
        const end = text.indexOf(';', at) + 1 || at + 1;
        if (!isSpace(code)) units.push({ code: fold(code), start: at, end, run });
        i = end - piece.start - 1;
      } else if (code === MASK_CODE || isMark(code) || isLineBreak(code)) {
        if (units.at(-1)?.run === run) run++;
      } else if (!isSpace(code)) {
        units.push({ code: fold(code), start: at, end: at + 1, run });
      }
    }
  }
  return units;
}

/** Whether a character is what a reference such as `&ldquo;` was read as. */
const isReference = (text: string, part: string, at: number, i: number): boolean =>
  text.charCodeAt(at) === 0x26 && part.charCodeAt(i) !== 0x26 && part.charCodeAt(i) !== MASK_CODE;

/** What is to be seen of a range, folded and without blanks. */
export const visible = (text: string, range: Range): string => String.fromCharCode(...unitsOf(text, [range]).map(({ code }) => code));

/** What is to be seen of a label, as a message quotes it: without blanks, its punctuation as Chinese text has it, in whatever width it is written. */
export const quoted = (text: string, ...pieces: readonly Range[]): string =>
  String.fromCharCode(...unitsOf(text, pieces).map(({ code }) => (WIDENED.has(code) ? code + FULL_WIDTH : code)));
const WIDENED: ReadonlySet<number> = new Set([...'(),:;'].map((mark) => mark.charCodeAt(0)));

/** The unit of money that a head names. */
export const unitNamed = (head: string): string | undefined => /(亿元|万元|元)[)）]?$/.exec(head)?.[1];

/** The unit of money that the head of a column names. */
export function unitOver(text: string, { labels }: Table, column: Column): string | undefined {
  const head = labels.find((label) => label.column === column);
  return head && unitNamed(visible(text, head.range));
}

/** Whether an amount asked for in 万元 stands under a head that says so: the number alone is enough there. */
export const isHeadedInWan = (text: string, table: Table, column: Column): boolean =>
  column.kind === 'wan' && unitOver(text, table, column) === '万元';

/**
 * The edits that make a written label read as the official one: what agrees stays as it is written, with its blanks,
 * widths and markup; a blank that is nowhere in the official label is no difference. `pieces`: where the label stands, in the order
 * in which it is read. `undefined` where new text would have to stand across pieces or marks of Markdown.
 */
export function relabel(text: string, pieces: readonly Range[], official: string): Edit[] | undefined {
  const written = unitsOf(text, pieces);
  if (written.length === 0 || written.length > MAX_UNITS || official.length > MAX_UNITS) return undefined;
  const edits: Edit[] = [];
  const kept = [...matches(written, official), { written: written.length, official: official.length }];
  let from = 0;
  let officialFrom = 0;
  for (const match of kept) {
    const gap = written.slice(from, match.written);
    const wanted = official.slice(officialFrom, match.official);
    if (gap.length > 0 || wanted !== '') {
      const replaced = replace(text, gap, wanted, written[from - 1], written[match.written]);
      if (!replaced) return undefined;
      edits.push(...replaced);
    }
    from = match.written + 1;
    officialFrom = match.official + 1;
  }
  return joined(text, edits);
}

/** Edits with hardly anything between them are one: that is easier to read than single characters. */
function joined(text: string, edits: readonly Edit[]): Edit[] {
  const out: Edit[] = [];
  for (const edit of edits) {
    const last = out.at(-1);
    const between = last ? text.slice(last.range.end, edit.range.start) : '';
    if (last && last.range.end <= edit.range.start && between.length <= MAX_BETWEEN && !/[<>&|*_`\s]/.test(between)) {
      out[out.length - 1] = { range: { start: last.range.start, end: edit.range.end }, text: last.text + between + edit.text };
    } else out.push(edit);
  }
  return out;
}
const MAX_BETWEEN = 4;

/** Puts `wanted` in place of some units between two that stay. */
function replace(
  text: string,
  gap: readonly Unit[],
  wanted: string,
  before: Unit | undefined,
  behind: Unit | undefined,
): Edit[] | undefined {
  if (gap.length === 0) {
    const at = before ? before.end : behind!.start;
    return [{ range: { start: at, end: at }, text: wanted }];
  }
  const runs: Unit[][] = [];
  for (const unit of gap) {
    if (runs.at(-1)?.[0]?.run === unit.run) runs.at(-1)!.push(unit);
    else runs.push([unit]);
  }
  if (wanted === '') {
    return runs.map((run) => {
      const first = run[0]!;
      // The blanks before what is taken out go with it.
      const start = before?.run === first.run ? before.end : first.start;
      return { range: { start, end: run.at(-1)!.end }, text: '' };
    });
  }
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  if (runs.length > 1 && runs.some((run, i) => i > 0 && !isMarkupOnly(text, runs[i - 1]!.at(-1)!.end, run[0]!.start))) return undefined;
  return runs.map((run) => {
    const last = run.at(-1)!;
    // Behind a number that is set right there is no blank: 1. 总体情况 becomes 一、总体情况.
    const isNumber = !before && behind?.run === last.run && /[、.）]$/.test(wanted);
    return { range: { start: run[0]!.start, end: isNumber ? behind.start : last.end }, text: run === longest ? wanted : '' };
  });
}

/** Whether tags and blanks alone stand in a range: text may be moved across these. A line break is a blank only beside tags. */
function isMarkupOnly(text: string, start: number, end: number): boolean {
  const between = text.slice(start, end);
  return /^(?:\s|&nbsp;|<[^<>]*>)*$/.test(between) && (between.includes('<') || !/[\r\n]/.test(between));
}

/** The units that stay: a longest common subsequence, as far to the front as it goes. */
function matches(written: readonly Unit[], official: string): { written: number; official: number }[] {
  const wanted = [...official].map((c) => fold(c.charCodeAt(0)));
  const rows = written.length + 1;
  const width = wanted.length + 1;
  const best = new Uint16Array(rows * width);
  for (let i = rows - 2; i >= 0; i--) {
    for (let j = width - 2; j >= 0; j--) {
      best[i * width + j] =
        written[i]!.code === wanted[j]!
          ? best[(i + 1) * width + j + 1]! + 1
          : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  const kept: { written: number; official: number }[] = [];
  for (let i = 0, j = 0; i < written.length && j < wanted.length; ) {
    if (written[i]!.code === wanted[j]!) kept.push({ written: i++, official: j++ });
    else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i++;
    else j++;
  }
  return kept;
}

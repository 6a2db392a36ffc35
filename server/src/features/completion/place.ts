import { lineAt } from '../../editing/source';
import { lookUpRow } from '../../reading/labels';
import type { Range } from '../../reading/report';
import { isSpace, key } from '../../reading/text';
import { looksLikeValue } from '../../reading/values';

/** Where a label can be written: a line or a cell with nothing in it but what is being typed. */
export interface Place {
  /** From the first character typed to the caret. */
  readonly typed: Range;
  /** Whether it is the first thing of its line; else the cell of a row. */
  readonly atLine: boolean;
  /** Blanks or the marks of a heading stand before it. */
  readonly marked: boolean;
}

/** No label is longer; what stands further from a delimiter is a sentence. */
const MAX_TYPED = 60;
/** As much of a line is looked at on either side of the caret; a page may stand on one line. */
const MAX_LINE = 2000;

/** `undefined` in the middle of a text, in front of one, and behind the label or a value of a row. */
export function placeAt(text: string, offset: number): Place | undefined {
  const line = lineAt(text, offset);
  let from = offset;
  while (from > line.start && !delimits(text, from - 1)) if (offset - --from > MAX_TYPED) return undefined;
  let start = from;
  while (start < offset && (isSpace(text.charCodeAt(start)) || '#*_'.includes(text[start]!))) start++;
  if (!isFree(text.slice(offset, Math.min(line.end, offset + MAX_LINE)))) return undefined;
  const first = Math.max(line.start, from - MAX_LINE);
  const before = text.slice(first, from);
  // In markup several rows may stand on one line.
  const row = before.slice(Math.max(0, before.toLowerCase().lastIndexOf('<tr')));
  const plain = row.replace(/<[^<>]*>|&#?\w{2,8};/g, (tag) => (/^<\/?t[dh]\b/i.test(tag) ? '\t' : ''));
  const cells = plain.split(/[\t|]| {2,}/).flatMap((cell) => cell.trim() || []);
  if (cells.some(isTaken)) return undefined;
  return {
    typed: { start, end: offset },
    atLine: first === line.start && cells.length === 0 && !/[|\t]/.test(plain),
    marked: start > from,
  };
}

/** Tabs, bars, the end of a tag or of a character reference; two blanks divide columns. */
function delimits(text: string, at: number): boolean {
  const c = text[at]!;
  if (c === ';') return /&#?\w{2,8};$/.test(text.slice(Math.max(0, at - 9), at + 1));
  return c === '\t' || c === '|' || c === '>' || (c === ' ' && text[at - 1] === ' ');
}

/** Whether nothing stands behind the caret in its cell; in a row without delimiters values may. */
function isFree(rest: string): boolean {
  const cell = rest.slice(0, rest.search(/[\t|<]|$/)).replace(/&#?\w{2,8};/g, ' ');
  return cell.trim() === '' || (isSpace(cell.charCodeAt(0)) && !/\p{L}/u.test(cell));
}

/** A value, or the label of a row in front of its values. */
const isTaken = (cell: string): boolean =>
  looksLikeValue(cell, 0, cell.length) ||
  lookUpRow(key(cell))?.meanings.every(({ definition }) => definition.orientation === 'rows') === true;

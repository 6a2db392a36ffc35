import type { Line, RawCell } from '../lines';
import { fold, isDigit, isSpace, MASK_CODE, plain, skipBlankBack } from '../text';
import { plainNumber } from '../values';

/** A word longer than this is prose, and so is its line. */
const MAX_WORD = 48;
const MAX_WORDS = 64;
/** Of a line that holds a whole table; far more than the longest has. */
const MAX_WORDS_OF_TABLE = 1000;

/**
 * Words divided by blanks, as `pdftotext` and pages copied as text have them. What belongs together is joined: `增 82`,
 * `3784.0802 万`, `22（其中修订 16 件）`. Empty where the line is prose. `isTable`: it may hold a whole table.
 */
export function words(text: string, { start, end }: Line, isTable = false): RawCell[] {
  const most = isTable ? MAX_WORDS_OF_TABLE : MAX_WORDS;
  const cells: RawCell[] = [];
  let i = start;
  while (i < end) {
    while (i < end && isSpace(text.charCodeAt(i))) i++;
    if (i >= end) break;
    const wordStart = i;
    let length = 0;
    for (; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === MASK_CODE) continue;
      if (isSpace(code)) break;
      if (++length > MAX_WORD) return [];
    }
    if (cells.length >= most) return [];
    const wordEnd = skipBlankBack(text, wordStart, i);
    cells.push({ start: wordStart, end: wordEnd, roomStart: wordStart, roomEnd: wordEnd, column: cells.length, span: 1 });
  }
  return cells.length > 1 ? join(text, cells, isTable ? NOTE_OF_TABLE : NOTE) : cells;
}

/** A sign by itself is a mark for nothing. */
const DIRECTION = /^(?:增加?|减少?)$/;
/** With the backslash that a converter to Markdown puts before a point. */
const NUMBER = /^[\d.,\\]+$/;
const UNIT = /^(?:万元|元|万|件|份|项|条|个|宗)$/;
const NOTE = /^[([]\D/;
/** In a line of several rows the next label may begin with its number: （七）总计. */
const NOTE_OF_TABLE = /^[([](?![一二三四五六七八九十]{1,2}[)\]])\D/;

function join(text: string, cells: RawCell[], note: RegExp): RawCell[] {
  // Only figures, signs and brackets join what stands beside them: most lines have none, and are as they are.
  if (!cells.some(({ start }) => mayJoin(fold(text.charCodeAt(start))))) return cells;
  const joined: RawCell[] = [];
  let depth = 0;
  let previous = '';
  for (const cell of cells) {
    // A figure beside a figure joins nothing.
    if (depth === 0 && plainNumber(text, cell.start, cell.end) >= 0 && !DIRECTION.test(previous)) {
      joined.push(joined.length === cell.column ? cell : { ...cell, column: joined.length });
      previous = '0';
      continue;
    }
    const word = plain(text, cell.start, cell.end);
    const last = joined.at(-1);
    const belongs =
      last !== undefined &&
      (depth > 0 || (DIRECTION.test(previous) && /^\d/.test(word)) || (NUMBER.test(previous) && (UNIT.test(word) || note.test(word))));
    if (belongs) joined[joined.length - 1] = { ...last, end: cell.end, roomEnd: cell.end };
    else joined.push(joined.length === cell.column ? cell : { ...cell, column: joined.length });
    // Only a bracket that opens behind a number is a note; labels have brackets of their own.
    if (depth > 0 || /^\d[^()]*\(|^\(/.test(word)) {
      if (belongs || /^\d/.test(word)) depth = Math.max(0, depth + balance(word));
    }
    previous = word;
  }
  return joined;
}

/** Figures, brackets, and the first units of directions. */
const mayJoin = (code: number): boolean => isDigit(code) || code === 0x28 || code === 0x5b || code === 0x589e || code === 0x51cf;

const balance = (word: string): number => word.split('(').length - word.split(')').length;

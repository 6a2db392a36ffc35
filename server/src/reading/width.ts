/** Columns that text takes where Chinese characters take two: on a terminal, in an editor. */

/** Code points that take none: combining marks, joiners, direction marks, variation selectors. */
const zero = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/**
 * Ranges (first, last) of code points that take two columns, by UAX #11: wide and full width; and of the ambiguous ones,
 * which take two in Chinese fonts, what occurs in such drafts: quotes, dashes, circled numbers, arrows, Greek, Cyrillic.
 */
const double: readonly (readonly [number, number])[] = [
  [0xa7, 0xa8],
  [0xb0, 0xb1],
  [0xb7, 0xb7],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x391, 0x451],
  [0x1100, 0x115f],
  [0x2010, 0x2010],
  [0x2013, 0x2027],
  [0x2030, 0x203e],
  [0x2103, 0x2bff],
  [0x2e80, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xe000, 0xfaff],
  [0xfe10, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0xfffd, 0xfffd],
  [0x16fe0, 0x1b2ff],
  [0x1f000, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Columns of one character (a whole code point). */
function charWidth(char: string): 0 | 1 | 2 {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0xa1) return 1;
  if (zero.test(char)) return 0;
  return double.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

export function width(text: string): number {
  let columns = 0;
  for (const char of text) columns += charWidth(char);
  return columns;
}

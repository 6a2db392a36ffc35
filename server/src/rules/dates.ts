import { chineseNumber } from '../reading/text';

/** Days as drafts write them. */

export interface Day {
  /** In the text that was searched. */
  readonly from: number;
  readonly to: number;
  /** Absent where only month and day are written. */
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** The rare character first, for it is what is looked for. A year may have lost a digit, have some twice or in another order: 202年, 202020年, 2203年. */
const DAY =
  /月(?<=((?:((?<!\d)(?:20(?:\d|\d{3,4})|2[1-9]\d{1,2})|(?:19|20)\d{2})\s{0,3}年\s{0,3})?(?<!\d)(\d{1,2})\s{0,3})月)\s{0,3}(\d{1,3})\s{0,3}日/g;

/** Every 2023年1月31日 and 1月31日 of a text. */
export function* daysIn(text: string): Generator<Day> {
  for (const match of text.matchAll(DAY)) {
    const [behind, before = '', year, month, day] = match;
    yield {
      from: match.index - before.length,
      to: match.index + behind.length,
      ...(year === undefined ? {} : { year: Number(year) }),
      month: Number(month),
      day: Number(day),
    };
  }
}

const LAST_YEAR = 2099;

/** Whether the calendar has such a day; 29 February without a year is one. */
export function exists({ year, month, day }: Day): boolean {
  if (year !== undefined && (year < 1900 || year > LAST_YEAR)) return false;
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

const FULL =
  /(?:((?:19|20)\d{2})\s{0,3}[年./-]\s{0,3}(\d{1,2})\s{0,3}[月./-]\s{0,3}(\d{1,2})\s{0,3}日?|([二〇零○一三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日)$/;

/** The day that a text ends with, figures or Chinese numerals, 2024-01-31 too. */
export function dayAtEnd(text: string): Day | undefined {
  const match = FULL.exec(text);
  if (!match) return undefined;
  const numeral = (digits: string): number => chineseNumber(digits) ?? 0;
  const [year, month, day] = match[1]
    ? [Number(match[1]), Number(match[2]), Number(match[3])]
    : [Number([...match[4]!].map((c) => Math.max(0, '〇一二三四五六七八九'.indexOf(c))).join('')), numeral(match[5]!), numeral(match[6]!)];
  const from = match.index;
  return { from, to: from + match[0].length, year, month, day };
}

export const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

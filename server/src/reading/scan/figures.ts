import { isLoneBar } from '../layouts/pipe';
import { isEmptyLine, type Line, type RawCell } from '../lines';
import { isLongerThan, skipBlankBack } from '../text';
import { looksLikeValue } from '../values';

/** What stands where a figure belongs. */

export const isValue = (text: string, { start, end }: RawCell): boolean => looksLikeValue(text, start, end);

/** Short enough, and without the punctuation of a sentence, to stand where a figure belongs. */
export const isShort = (text: string, { start, end }: RawCell): boolean =>
  !isLongerThan(text, start, end, 6) && !/[。，；：、（(《]/.test(text.slice(start, end));

/** What stands for a figure and is none. */
const MISTYPED = /^\d+[^\d.．、]|^[A-Za-zＡ-Ｚａ-ｚ×?？_＿]{1,3}$|^(?:若干|不详|未知|待[填定核补])$/;

/** Whether a word stands where a figure belongs and nobody can read it: 1O, O, ××, 若干. */
export const isMistyped = (text: string, cell: RawCell): boolean => isShort(text, cell) && MISTYPED.test(text.slice(cell.start, cell.end));

/** Whether the words from `from` on are values, with a text that stands for one here and there; a sentence never is. */
export function mostlyValues(text: string, cells: readonly RawCell[], values: readonly boolean[], from: number): boolean {
  let count = 0;
  for (let i = from; i < values.length; i++) {
    if (values[i]) count++;
    else if (cells[i]!.end - cells[i]!.start > 6 || /[。，；：、]/.test(text.slice(cells[i]!.start, cells[i]!.end))) return false;
  }
  const rest = values.length - from;
  return count > 0 && count * 2 >= rest;
}

/** Whether the next line that is not blank is a value by itself. */
export function valueFollows(text: string, lines: readonly Line[], line: number): boolean {
  for (let i = line + 1; i < Math.min(line + 4, lines.length); i++) {
    const next = lines[i]!;
    if (isEmptyLine(next) || isLoneBar(text, next)) continue;
    const { start, end } = next;
    return looksLikeValue(text, start, skipBlankBack(text, start, text[end - 1] === '|' ? end - 1 : end));
  }
  return false;
}

/** Whether the next line that is not blank is a single letter or mark, as where a label stands upright. */
export function letterFollows(text: string, lines: readonly Line[], line: number): boolean {
  let next = line + 1;
  while (next < lines.length && isEmptyLine(lines[next]!)) next++;
  const { start, end } = lines[next] ?? { start: 0, end: 0 };
  return end - start === 1 && !looksLikeValue(text, start, end) && !isLoneBar(text, lines[next]!);
}

import table from '../../editions/initials.json';
import { labelKey, stripNumbering } from '../../reading/labels';
import { key } from '../../reading/text';

/** Labels by what is typed of them: Chinese, pinyin initials, or both mixed, with or without the numbering. */

const initialOf = new Map(
  Object.entries(table).flatMap(([letter, characters]) => [...characters].map((c): [string, string] => [c, letter])),
);

/** Letters for ideographs; whatever has no initial stays. */
const initials = (text: string): string => [...text].map((c) => initialOf.get(c) ?? c).join('');

/** Whether `typed` is the beginning of a label (`bnxs`, `一、本年`, `三bygk`, `新收` of 本年新收) or, two ideographs or more, a part of it. */
export function isTyped(typed: string, label: string): boolean {
  const typedKey = key(typed).toLowerCase();
  // Brackets and dots alone have no key.
  if (typedKey === '') return folded(label).startsWith(folded(typed));
  const whole = labelKey(label);
  const begins = (written: string): boolean =>
    typedKey.length <= written.length && [...typedKey].every((c, i) => c === written[i] || c === initialOf.get(written[i]!));
  return begins(whole) || begins(stripNumbering(whole)) || (typedKey.length > 1 && !/[\da-z]/.test(typedKey) && whole.includes(typedKey));
}

const folded = (text: string): string => text.normalize('NFKC').trim();

/** What a client compares with what is typed, now and as typing goes on; the form that is being typed comes first. */
export function filterText(typed: string, label: string): string {
  const body = label.replace(/^[（(]?[\d一二三四五六七八九十]+[）)、.．]+/, '');
  const letters = initials(key(body));
  const forms = [letters, label, body, label.slice(0, label.length - body.length) + letters, initials(key(label))];
  const fitting = forms.find((form) => form.startsWith(typed));
  // Written as no form has it, as with half-width brackets: what is typed, and the label for what follows.
  return [...new Set([fitting ?? `${typed}${body}`, ...forms])].join(' ');
}

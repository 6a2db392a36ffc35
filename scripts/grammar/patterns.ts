import type { Label } from '../../server/src/editions';
import { stripNumbering } from '../../server/src/reading/labels';
import { fold, key } from '../../server/src/reading/text';

/**
 * Regular expressions (Oniguruma) for the labels of the official formats. They must stay harmless on any line: every
 * repetition is bounded or possessive, and no two neighbouring ones can match the same characters.
 */

/** Blanks that stand inside and around labels; no tab, which divides cells. */
export const BLANK = '\\p{Zs}';
/** What divides cells in plain text. */
export const SEPARATOR = '\\t|';
/** A cell begins or ends here: at a divider, a blank, a tag or entity, the stars of bold or an end of the line. */
export const CELL_START = '(?<![^\\s|>*;])';
export const CELL_END = '(?=[\\s|<*&]|$)';

const QUOTES = '“”"\'‘’「」';

/** Characters that fold to the same one: full width, Kangxi and radical forms. */
const lookalikes = new Map<string, string[]>();
for (const [first, last] of [
  [0x2e80, 0x2fdf],
  [0xff01, 0xff5e],
] as const) {
  for (let code = first; code <= last; code++) {
    const folded = fold(code);
    if (folded === code || folded === 0) continue;
    const plain = String.fromCharCode(folded);
    lookalikes.set(plain, [...(lookalikes.get(plain) ?? []), String.fromCharCode(code)]);
  }
}

const escapeClass = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** The characters that stand for one of `text` in real drafts, for use inside a character class. */
const classOf = (text: string): string => [...new Set([...text].flatMap((character) => variantsOf(character)))].map(escapeClass).join('');

function variantsOf(character: string): string[] {
  if (QUOTES.includes(character)) return [...QUOTES];
  const plain = String.fromCharCode(fold(character.charCodeAt(0)));
  const variants = [plain, ...(lookalikes.get(plain) ?? [])];
  return character === '.' || character === '、' ? [...new Set([...variants, '.', '．', '、', ',', '，'])] : variants;
}

const one = (character: string): string => {
  const set = classOf(character);
  return set.length === 1 ? set : `[${set}]`;
};

interface Piece {
  /** A letter, digit or ideograph. */
  readonly word: string;
  /** Punctuation behind it. */
  readonly after: string;
}

/** A text as its words characters, each with the punctuation that follows it; blanks left out. */
function pieces(text: string): { before: string; pieces: Piece[] } {
  let before = '';
  const found: { word: string; after: string }[] = [];
  for (const character of text.replace(/\s/g, '')) {
    const last = found.at(-1);
    if (key(character) !== '') found.push({ word: character, after: '' });
    else if (last) last.after += character;
    else before += character;
  }
  return { before, pieces: found };
}

/** Fewer characters of a label than these do not tell what it is. */
const RECOGNISABLE = 6;

interface LabelOptions {
  /** Whether the first line of a wrapped label counts. */
  readonly wrapped?: boolean;
}

/** A text with blanks, brackets and look-alikes as real drafts have them. */
export function loose(text: string, { wrapped = false }: LabelOptions = {}): string {
  const { before, pieces: all } = pieces(text);
  let pattern = before === '' ? '' : `(?:[${classOf(before)}]{1,4}[${BLANK}]{0,4})?`;
  let open = 0;
  let between = '';
  all.forEach(({ word, after }, index) => {
    if (wrapped && index >= RECOGNISABLE) {
      pattern += '(?:';
      open++;
    }
    pattern += between + one(word);
    between = `[${classOf(after)}${BLANK}]{0,4}`;
    if (index === all.length - 1 && after !== '') pattern += `(?:[${BLANK}]{0,2}[${classOf(after)}]{1,4})?`;
  });
  return pattern + ')?'.repeat(open);
}

const wordings = ({ text, accepted = [], variants = [] }: Label): string[] => [text, ...accepted, ...variants];

/** The wordings of labels, longest first so that a label wins over its own beginning; each once. */
export function allWordings(labels: readonly Label[]): string[] {
  const unique = new Map(labels.flatMap(wordings).map((text) => [key(text), text]));
  return [...unique.values()].sort((a, b) => key(b).length - key(a).length || (a < b ? -1 : 1));
}

/** Any one of the wordings. Numbering may be missing where what is left of the label still names it. */
export function anyOf(texts: readonly string[], options: LabelOptions = {}): string {
  const bodies = new Map<string, number>();
  for (const text of texts) bodies.set(stripNumbering(key(text)), (bodies.get(stripNumbering(key(text))) ?? 0) + 1);
  const alternatives = texts.map((text) => {
    const body = stripNumbering(key(text));
    if (body === key(text) || body.length < 4 || bodies.get(body) !== 1) return loose(text, options);
    const { numbering, rest } = splitNumbering(text);
    return `(?:${loose(numbering)}[${BLANK}]{0,2})?${loose(rest, options)}`;
  });
  return `(?:${alternatives.join('|')})`;
}

/** `3.危及…` as `3.` and `危及…`. */
function splitNumbering(text: string): { numbering: string; rest: string } {
  const body = stripNumbering(key(text));
  let at = text.length;
  while (at > 0 && !key(text.slice(at)).endsWith(body)) at--;
  while (at < text.length && key(text[at]!) === '') at++;
  return { numbering: text.slice(0, at), rest: text.slice(at) };
}

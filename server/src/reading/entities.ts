/**
 * Character references of HTML, as word processors and web pages put them into text: the punctuation of prose, blanks and
 * signs. What is not here stays as it is written; the full table of HTML would weigh more than the reader.
 */
const NAMES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  shy: '\u00ad',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  minus: '−',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  plusmn: '±',
  permil: '‰',
  deg: '°',
  sect: '§',
  para: '¶',
  yen: '¥',
  copy: '©',
  reg: '®',
  larr: '←',
  rarr: '→',
  le: '≤',
  ge: '≥',
  ne: '≠',
  lang: '〈',
  rang: '〉',
};

/** Longer than any reference that is known, `&#1114111;` included. */
const MAX_REFERENCE = 12;
const REFERENCE = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/i;

/**
 * The character that a reference at an offset stands for, and where the reference ends; `undefined` where there is none.
 * What lies beyond the Basic Multilingual Plane stands for nothing: it would take more units than one.
 */
export function referenceAt(text: string, at: number): { readonly character: string; readonly end: number } | undefined {
  const match = REFERENCE.exec(text.slice(at, at + MAX_REFERENCE));
  if (!match) return undefined;
  const [written, decimal, hexadecimal, name] = match;
  const end = at + written.length;
  if (name === undefined) {
    const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number.parseInt(decimal, 10);
    return { character: code > 0 && code <= 0xffff ? String.fromCharCode(code) : '', end };
  }
  const character = NAMES[name] ?? NAMES[name.toLowerCase()];
  return character === undefined ? undefined : { character, end };
}

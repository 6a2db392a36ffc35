import { pinyin } from 'pinyin-pro';
import { TITLE_FORM } from '../server/src/editing/skeletons';
import { editions, type Label } from '../server/src/editions';

/** Where the table of initials stands. */
const PATH = 'server/src/editions/initials.json';

/** Every text of the formats that a writer may begin to type. */
function wordings(): string[] {
  const labels: (Label | undefined)[] = editions.flatMap(({ sections, tables }) => [
    ...sections.flatMap((section) => [section.label, ...(section.topics ?? [])]),
    ...tables.flatMap(({ blocks }) =>
      blocks.flatMap(({ title, stub, columns, rows }) => [
        title,
        stub,
        ...[...columns, ...rows].flatMap(({ label, path }) => [...path, label]),
      ]),
    ),
  ]);
  const sentences = editions.flatMap(({ sections }) => sections.flatMap((section) => section.sentences ?? []));
  const names = editions.flatMap(({ tables }) => tables.map(({ name }) => name.zh));
  return [
    TITLE_FORM,
    ...names,
    ...labels.flatMap((label) => (label ? [label.text, ...(label.accepted ?? [])] : [])),
    ...sentences.map(({ text }) => text),
  ];
}

/**
 * The pinyin initial of every ideograph of the formats, as `{ b: '不本部…' }`. A character is read in its words: 重 of
 * 重复 is c, 行 of 行政 is x. Throws where the formats read one character in two ways: then the table needs words.
 */
function initials(): Record<string, string> {
  const initialOf = new Map<string, string>();
  for (const text of wordings()) {
    const letters = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' });
    for (const [i, character] of [...text].entries()) {
      if (!/\p{Script=Han}/u.test(character)) continue;
      const letter = letters[i]!.toLowerCase();
      const other = initialOf.get(character);
      if (!/^[a-z]$/.test(letter)) throw new RangeError(`no initial for ${character} of ${text}: ${letter}`);
      if (other !== undefined && other !== letter) throw new RangeError(`${character} of ${text} is ${letter}, elsewhere ${other}`);
      initialOf.set(character, letter);
    }
  }
  const table: Record<string, string> = {};
  for (const [character, letter] of [...initialOf].sort(([a], [b]) => (a < b ? -1 : 1))) table[letter] = (table[letter] ?? '') + character;
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const initialsFile = (): Map<string, string> => new Map([[PATH, `${JSON.stringify(initials(), null, 2)}\n`]]);

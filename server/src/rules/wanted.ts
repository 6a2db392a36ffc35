import type { Section } from '../reading/report';
import type { Fault } from './rule';

/** What the settings ask a section for beside the official format. `text`: what is written in it, `label`: its official heading. */
export function* wanted({ number, heading }: Section, label: string, text: string, words: readonly string[]): Generator<Fault> {
  const lacking = [...new Set(words)].filter((word) => !text.includes(word));
  if (lacking.length === 0 || number === undefined) return;
  yield {
    range: heading.range,
    message: {
      zh: `“${label}”没有写到${lacking.map((word) => `“${word}”`).join('')}，而设置里要求写到。请补写。`,
      en: `Section “${label}” does not speak of ${lacking.map((word) => `“${word}”`).join(', ')}, which the settings ask for. Add it.`,
    },
    data: { section: number, expected: lacking.join('、') },
  };
}

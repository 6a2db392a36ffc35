import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../server/src/analysis/analyze';
import type { Bilingual } from '../../server/src/editions';
import { fixtures, loadFixture } from '../../test/rules/fixture';

/** What a rule finds and what it leaves alone, from its drafts in `test/fixtures`: they are tests, so that a page never says what does not hold. */
export interface Examples {
  /** Lines of the draft with `〖…〗` around what is found (`⟦⟧`, as in the fixtures, is in few Chinese fonts); `…` stands for lines that matter to no one. */
  readonly bad: readonly string[];
  /** What is said of them, each once. */
  readonly messages: readonly Bilingual[];
  readonly good: readonly string[];
}

const ELLIPSIS = '…';
/** More lines, and more messages, than a reader wants. */
const MAX_LINES = 24;
const MAX_MESSAGES = 3;

export function examplesOf(rule: string): Examples {
  const folder = join(fixtures, 'rules', rule);
  const names = readdirSync(folder).sort();
  // The plainest: judged as any draft is, and, where it is good, in order otherwise.
  const file = (kind: string): string | undefined => {
    const own = names.filter((name) => name.startsWith(kind)).map((name) => join(folder, name));
    const plain = own.filter((path) => {
      const { expectations, options } = loadFixture(path);
      return Object.keys(options).length === 0 && (kind === 'bad' || expectations.length === 0);
    });
    const preferred = ['good-plain.', 'bad.txt', `${kind}.`].map((name) => plain.find((path) => path.includes(`/${name}`)));
    return preferred.find((path) => path !== undefined) ?? plain[0];
  };
  const [bad, good] = [file('bad'), file('good')];
  if (!bad || !good) throw new Error(`${rule} has no draft that is bad, or none that is good in all`);
  const { text, options } = loadFixture(bad);
  const found = analyze(text, options).findings.filter((finding) => finding.rule === rule);
  const messages = new Map(found.map(({ message }) => [message.zh, message]));
  return { bad: excerpt(bad, rule), messages: [...messages.values()].slice(0, MAX_MESSAGES), good: excerpt(good) };
}

/** The lines of a draft that are its own, with the marks of a rule alone. */
function excerpt(file: string, rule?: string): string[] {
  const lines: { text: string; marked: boolean }[] = [];
  for (const line of readFileSync(file, 'utf8').replace(/\n$/, '').split('\n')) {
    if (line.startsWith('//+')) lines.push({ text: ELLIPSIS, marked: false });
    else if (line.startsWith('//^')) {
      const last = lines.at(-1);
      if (last && rule !== undefined && line.split(' ')[1] === rule) last.marked = true;
    } else if (!line.startsWith('//')) lines.push({ text: line, marked: false });
  }
  const near = (i: number): boolean => lines.slice(Math.max(0, i - 1), i + 2).some(({ marked }) => marked);
  const shown = lines
    .map(({ text, marked }, i) => {
      const bare = marked ? text.replaceAll('⟦', '〖').replaceAll('⟧', '〗') : text.replace(/[⟦⟧]/g, '');
      return lines.length <= MAX_LINES || (rule === undefined ? i < MAX_LINES : near(i)) ? bare : ELLIPSIS;
    })
    .slice(0, rule === undefined ? MAX_LINES + 1 : undefined);
  // Neither blank lines beside them, nor two of them in a row.
  const lean = shown.filter((text, i) => text !== '' || ![undefined, ELLIPSIS].some((end) => shown[i - 1] === end || shown[i + 1] === end));
  const joined = lean.filter((text, i) => text !== ELLIPSIS || lean[i - 1] !== ELLIPSIS);
  if (joined.every((text) => text === ELLIPSIS)) throw new Error(`${file} has no line of its own to show`);
  return joined;
}

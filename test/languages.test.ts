import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editions } from '../server/src/editions';
import { codeActions } from '../server/src/features/codeActions';
import { codeLenses } from '../server/src/features/codeLenses';
import { completion } from '../server/src/features/completion';
import { diagnostics } from '../server/src/features/diagnostics';
import { titles } from '../server/src/features/executeCommand';
import { hover } from '../server/src/features/hover';
import { inlayHints } from '../server/src/features/inlayHints';
import { rules } from '../server/src/rules';
import { Seen } from './features/views';
import { fixtures, loadFixture } from './rules/fixture';

const root = join(__dirname, '..');
const read = (file: string): Record<string, string> => JSON.parse(readFileSync(join(root, file), 'utf8'));

describe('what the client says', () => {
  const folder = join(root, 'client', 'src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  const chinese = read('l10n/bundle.l10n.zh-cn.json');
  const LITERAL = /\bl10n\.t\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/g;
  const used = sources.flatMap(({ text }) => [...text.matchAll(LITERAL)].map(([, one, other]) => (one ?? other)!.replace(/\\(.)/g, '$1')));

  it('is a text that stands there in full', () => {
    for (const { file, text } of sources) assert.equal(text.match(/\bl10n\.t\(/g)?.length, text.match(LITERAL)?.length, file);
    assert.ok(used.length > 0);
  });

  it('has its Chinese words, and none are left over', () => {
    assert.deepEqual([...new Set(used)].sort(), Object.keys(chinese).sort());
  });

  it('says the same in both languages', () => {
    const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [english, words] of Object.entries(chinese)) {
      assert.match(words, /\p{Script=Han}/u, english);
      assert.doesNotMatch(english, /\p{Script=Han}/u);
      assert.deepEqual(places(words), places(english), english);
    }
  });

  it('is chosen by the editor alone', () => {
    for (const { file, text } of sources) assert.doesNotMatch(text, /env\.language/, file);
  });
});

describe('what the server says', () => {
  /** Chinese that an English text may have: official wording, names of rules’ matters, what stands in the draft. */
  const known: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') known.push(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) if (name !== 'zh' || !('en' in value)) collect(one);
  };
  collect(editions);
  collect(rules);
  // What stands for the unit in the standard form of a title.
  known.push('单位全称');
  const official = known.join('\n');
  const foreign = (text: string, draft: string): string | undefined =>
    text
      // Texts in quotes are those of the draft, or are to be put there.
      .replace(/“[^”]*”/g, '')
      .match(/\p{Script=Han}{2,}/gu)
      ?.find((words) => !official.includes(words) && !draft.includes(words));

  /** All words for people in an answer. */
  const wordsOf = (answer: unknown): string[] => {
    if (Array.isArray(answer)) return answer.flatMap(wordsOf);
    if (typeof answer !== 'object' || answer === null) return [];
    return Object.entries(answer).flatMap(([name, value]) =>
      typeof value === 'string' && /^(?:title|message|value|tooltip|detail|documentation|description)$/.test(name)
        ? [value]
        : wordsOf(value),
    );
  };

  const said = (text: string, language: 'zh' | 'en'): string[] => {
    const seen = new Seen(text, { language });
    const { findings, report } = seen.context.analysis;
    const places = [
      ...findings.map(({ range }) => range.start),
      ...[...report.tables.values()].flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => [...cells.values()].map(({ range }) => range.start)),
      ),
      ...report.sections.map(({ heading }) => heading.range.start),
      report.text.length,
    ].map((offset) => seen.position(offset));
    return [
      ...wordsOf(diagnostics(seen.context)),
      ...wordsOf(seen.ask(codeLenses)),
      ...wordsOf(seen.ask(inlayHints, { range: seen.whole })),
      ...findings.flatMap((finding) => {
        const range = seen.context.range(finding.range);
        return wordsOf(seen.ask(codeActions, { range, context: { diagnostics: [] } }));
      }),
      ...places.flatMap((position) => [
        ...wordsOf(seen.ask(hover, { position })),
        ...wordsOf(seen.ask(completion, { position, context: { triggerKind: 1 } })),
      ]),
    ];
  };

  const folder = join(fixtures, 'rules');
  for (const rule of readdirSync(folder)) {
    for (const name of readdirSync(join(folder, rule)).filter((file) => file.startsWith('bad'))) {
      it(`about ${rule}/${name} is Chinese or English, as it is asked for`, () => {
        const { text } = loadFixture(join(folder, rule, name));
        const english = said(text, 'en');
        assert.ok(english.length > 0);
        for (const words of english) assert.equal(foreign(words, text), undefined, words);
        for (const words of said(text, 'zh')) assert.doesNotMatch(words.replace(/“[^”]*”/g, ''), /(?:\b[A-Za-z]+ ){4}/, words);
      });
    }
  }

  it('of its commands is in both languages', () => {
    for (const { zh, en } of Object.values(titles)) {
      assert.match(zh, /\p{Script=Han}/u);
      assert.match(en, /^[A-Z][a-z]/);
    }
  });
});

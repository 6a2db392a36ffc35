import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Checks, checks } from '../../server/src/features/checks';
import { base, withRow } from '../analysis/draft';
import { faultKinds, withFault } from '../generator/faults';
import { Random } from '../generator/random';
import { render } from '../generator/render';
import { holds } from '../property/support';
import { anyDraft, Seen, wrongRange } from './views';

describe('what was checked', () => {
  const told = (text: string, language: 'zh' | 'en' = 'zh'): Checks => new Seen(text, { language }).ask(checks);

  it('counts the relations of each table, and all hold in a good draft', () => {
    const { tables } = told(base('2021'));
    assert.deepEqual(
      tables.map(({ name, extent, relations }) => [name, extent, relations]),
      [
        ['表二', '2021 版 · 6/6 行', { holds: 0, violated: 0, 'not-assessable': 0 }],
        ['表三', '2021 版 · 25/25 行', { holds: 39, violated: 0, 'not-assessable': 0 }],
        ['表四', '2021 版 · 3/3 行', { holds: 3, violated: 0, 'not-assessable': 0 }],
      ],
    );
    assert.deepEqual(
      tables.flatMap(({ open }) => open),
      [],
    );
  });

  it('names what does not hold before what cannot be checked, with its figures and its place', () => {
    const text = withRow(base('2021'), '（一）予以公开', [undefined, '', undefined, undefined, undefined, undefined, undefined]);
    const seen = new Seen(
      withRow(text, '四、结转下年度继续办理', [undefined, undefined, undefined, undefined, undefined, undefined, '99']),
    );
    const { tables }: Checks = seen.ask(checks);
    const open = tables[1]!.open;
    assert.deepEqual([...new Set(open.map(({ state }) => state))], ['violated', 'not-assessable']);
    const [first] = open;
    assert.match(first!.name, /^表三“四、结转下年度继续办理”行$/);
    assert.match(first!.equation, /^99 ≠ /);
    assert.equal(seen.textOf(first!.range), '99');
    assert.ok(open.some(({ name, equation }) => name.includes('（一）予以公开') && equation.includes('没有填')));
  });

  it('counts what was found in a table beside its sums, and leaves out what is silenced', () => {
    const blank = [undefined, undefined, ''];
    const faulty = withRow(base('2021'), '行政规范性文件', blank);
    assert.deepEqual(
      told(faulty).tables.map(({ findings: { error } }) => error),
      [1, 0, 0],
    );
    const wrong = withRow(
      base('2021'),
      '四、结转下年度继续办理',
      Array.from({ length: 7 }, (_, i) => (i < 6 ? undefined : '99')),
    );
    const { open, relations } = told(wrong).tables[1]!;
    assert.equal(open.length, relations.violated);
    assert.ok(relations.violated > 0);
    const silenced = told(`<!-- gongkai-ignore-file all: 已核实 -->\n${wrong}`).tables[1]!;
    assert.deepEqual([silenced.relations.violated, silenced.open, silenced.findings.error], [0, [], 0]);
  });

  it('knows which sections and tables are there', () => {
    const text = base('2021');
    const from = text.indexOf('三、');
    const without = text.slice(0, from) + text.slice(text.indexOf('四、政府'));
    assert.deepEqual(
      told(without).sections.map(({ number, table, range }) => [number, table, range !== undefined]),
      [
        [1, false, true],
        [2, true, true],
        [3, true, false],
        [4, true, true],
        [5, false, true],
        [6, false, true],
      ],
    );
  });

  it('takes a section of prose without a word for missing', () => {
    const text = base('2021');
    const six = text.indexOf('六、');
    const bare = text.slice(0, text.indexOf('\n', six) + 1);
    assert.equal(told(bare).sections.at(-1)?.range, undefined);
  });

  it('is silent on what is no report, and speaks English where it is asked to', () => {
    assert.equal(told('# Readme'), null);
    assert.equal(told(base('2021'), 'en').tables[1]!.name, 'Table 3 (Requests received and processed)');
  });

  holds(
    'counts all relations, and every place is one of the draft',
    fc
      .record({ drawn: anyDraft, kind: fc.constantFrom(undefined, ...faultKinds), seed: fc.nat() })
      .map(
        ({ drawn: { spec, style }, kind, seed }) =>
          render((kind && withFault(spec, kind, style.layout, new Random(seed))) ?? spec, style).text,
      ),
    { fixed: 60, random: 30 },
    (text) => {
      const seen = new Seen(text);
      const found: Checks | null = seen.ask(checks);
      if (!found) return 'no report';
      for (const { relations, open, range } of found.tables) {
        if (open.length !== relations.violated + relations['not-assessable']) return 'not all that is open is listed';
        const wrong = [range, ...open.map((one) => one.range)].map((one) => wrongRange(seen, one)).find((one) => one !== undefined);
        if (wrong) return wrong;
      }
      const all = found.tables.flatMap(({ relations }) => Object.values(relations)).reduce((sum, count) => sum + count, 0);
      return all === seen.context.analysis.relations.length ? undefined : 'relations were lost';
    },
    (text) => text,
  );
});

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../server/src/analysis/analyze';
import { fixesOf } from '../../server/src/analysis/remedies';
import { applyEdits, byPlace, defaultEditing, type Fix } from '../../server/src/editing/edit';
import type { Range } from '../../server/src/reading/report';
import { type Expectation, type Fixture, fixtures, loadFixture, parseFixture } from './fixture';

const folder = join(fixtures, 'rules');
const files = readdirSync(folder).flatMap((rule) => readdirSync(join(folder, rule)).map((name) => ({ rule, name })));

const described = (text: string, rule: string, { start, end }: Range, data: object): string => {
  const line = text.slice(0, start).split('\n').length;
  const column = start - text.lastIndexOf('\n', start - 1);
  const values = Object.entries(data).map(([name, value]) => `${name}=${JSON.stringify(String(value))}`);
  return `${line}:${column} ${JSON.stringify(text.slice(start, end))} ${[rule, ...values.sort()].join(' ')}`;
};

/** The lines that a fix changes or puts in, as they then read. */
function linesAfter(text: string, { edits }: Fix): string[] {
  const result = applyEdits(text, edits);
  const lines = new Set<number>();
  let shift = 0;
  for (const { range, text: put } of [...edits].sort(byPlace)) {
    const from = result.slice(0, range.start + shift).split('\n').length - 1;
    const count = put.replace(/\r?\n$/, '').split('\n').length;
    for (let i = 0; i < count; i++) lines.add(from + i);
    shift += put.length - (range.end - range.start);
  }
  const all = result.split(/\r?\n/);
  return [...lines].map((line) => all[line] ?? '');
}

const wanted = ({ text, expectations }: Fixture): string[] =>
  expectations.map(({ rule, range, data }) => described(text, rule, range, data)).sort();

describe('rules: drafts with marked findings', () => {
  for (const { rule, name } of files) {
    it(`${rule}/${name}`, () => {
      const fixture = loadFixture(join(folder, rule, name));
      const { text, expectations, options } = fixture;
      const analysis = analyze(text, options);
      const { report, findings } = analysis;
      assert.equal(report.recognised, true);
      const found = findings.map((finding) => ({ finding, line: described(text, finding.rule, finding.range, finding.data) }));
      assert.deepEqual(found.map(({ line }) => line).sort(), wanted(fixture));
      const foretold = (one: Expectation): string => described(text, one.rule, one.range, one.data);
      for (const expectation of expectations) {
        const finding = found.find(({ line }) => line === foretold(expectation))?.finding ?? assert.fail('not found');
        const { message } = finding;
        const fixes = fixesOf(finding, analysis, defaultEditing);
        if (expectation.unfixable) assert.deepEqual(fixes, []);
        for (const [which, lines] of expectation.fixes) {
          const fix = fixes[which] ?? assert.fail(`fix ${which + 1} is not offered`);
          assert.deepEqual(linesAfter(text, fix), lines);
        }
        if (expectation.zh !== undefined) assert.equal(message.zh, expectation.zh);
        if (expectation.en !== undefined) assert.equal(message.en, expectation.en);
      }
      const own = expectations.filter((expectation) => expectation.rule === rule);
      if (/^bad/.test(name)) assert.notEqual(own.length, 0, 'a bad draft that the rule has nothing to say about');
      else assert.equal(own.length, 0, 'a good draft that the rule has something to say about');
    });
  }

  for (const id of ['2019', '2021']) {
    it(`the base draft of edition ${id} is without any finding`, () => {
      const { report, findings } = analyze(loadFixture(join(fixtures, 'base', `${id}.txt`)).text);
      assert.equal(report.edition?.id, id);
      assert.equal(report.tables.size, 3);
      assert.deepEqual(findings, []);
    });
  }
});

describe('rules: the notation of the drafts', () => {
  const parse = (...lines: string[]): Fixture => parseFixture(`${lines.join('\n')}\n`, () => 'one\ntwo\nthree\ntwo again\n');

  it('takes marks out of the text and gives their ranges', () => {
    const { text, expectations } = parse(
      'a\t⟦12⟧\t⟦⟧',
      '//^ sum-row row=granted actual="1 2"',
      '//zh 数',
      '//en Figure',
      '//^2 cell-empty',
    );
    assert.equal(text, 'a\t12\t\n');
    assert.deepEqual(
      expectations.map(({ rule, range: { start, end }, data, zh, en }) => ({ rule, start, end, data, zh, en })),
      [
        { rule: 'sum-row', start: 2, end: 4, data: { row: 'granted', actual: '1 2' }, zh: '数', en: 'Figure' },
        { rule: 'cell-empty', start: 5, end: 5, data: {}, zh: undefined, en: undefined },
      ],
    );
  });

  it('lets marks span lines and hold others', () => {
    const { text, expectations } = parse('⟦a ⟦b⟧', '//^ table-empty', '//^2 row-label', 'c⟧ d');
    assert.deepEqual(
      expectations.map(({ range: { start, end } }) => text.slice(start, end)),
      ['a b\nc', 'b'],
    );
  });

  it('takes lines from the base, behind those already taken', () => {
    assert.equal(parse('//+ … two', 'mine', '//+ two …').text, 'one\ntwo\nmine\ntwo again\n');
    assert.equal(parse('//+ three', '//+ one').text, 'three\none\n');
    assert.equal(parse('//@ crlf', 'a', '//+ one').text, 'a\r\none\r\n');
  });

  it('refuses what it cannot read', () => {
    for (const lines of [
      ['⟦a'],
      ['a⟧'],
      ['⟦a⟧'],
      ['a', '//^ sum-row'],
      ['⟦a⟧', '//^2 sum-row'],
      ['//+ four'],
      ['//x'],
      ['//zh 数'],
      ['//@ config {"no": 1}'],
    ]) {
      assert.throws(() => parse(...lines), Error, lines.join(' '));
    }
  });
});

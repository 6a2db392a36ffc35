import assert from 'node:assert/strict';
import { analyze, INTERNAL_ERROR } from '../../server/src/analysis/analyze';
import { type Rule, rules } from '../../server/src/rules';
import { base, withRow } from './draft';

const faulty = withRow(base('2021'), '（七）总计', [undefined, undefined, undefined, undefined, undefined, undefined, '50']);

const rule = (id: string, check: Rule['check']): Rule => ({
  id,
  severity: 'hint',
  editions: ['2019', '2021'],
  title: { zh: '试', en: 'Trial' },
  explanation: { zh: '试。', en: 'Trial.' },
  fix: 'none',
  check,
});

describe('analysis', () => {
  it('says the same twice, and does not change what it was given', () => {
    const [one, other] = [analyze(faulty), analyze(faulty)];
    assert.deepEqual(one.findings, other.findings);
    assert.notEqual(one.findings.length, 0);
    assert.equal(one.report.text, faulty);
  });

  it('gives findings in the order of the text', () => {
    const { findings } = analyze(
      withRow(faulty, '2.重复申请', ['x', undefined, undefined, undefined, undefined, undefined, undefined]).replace(
        '二、主动公开',
        '二、主动的公开',
      ),
    );
    const starts = findings.map(({ range }) => range.start);
    assert.ok(starts.length >= 3);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  });

  it('gives every finding the id and the severity of its rule, data and related ranges', () => {
    const here = { start: 3, end: 5 };
    const bare = rule('trial', function* () {
      yield { range: here, message: { zh: '有误', en: 'Wrong' } };
    });
    const { findings } = analyze(faulty, { rules: [bare] });
    assert.deepEqual(findings, [
      { rule: 'trial', severity: 'hint', range: here, message: { zh: '有误', en: 'Wrong' }, data: {}, related: [] },
    ]);
  });

  describe('a rule that fails', () => {
    const others = analyze(faulty).findings;
    const failing: readonly (readonly [string, Rule['check'], RegExp])[] = [
      [
        'at once',
        () => {
          throw new TypeError('no such cell');
        },
        /no such cell/,
      ],
      [
        'after a finding',
        function* () {
          yield { range: { start: 0, end: 1 }, message: { zh: '有误', en: 'Wrong' } };
          throw new RangeError('too far');
        },
        /too far/,
      ],
      [
        'with what is no error',
        () => {
          throw 'a string';
        },
        /a string/,
      ],
    ];
    for (const [name, check, what] of failing) {
      it(`${name}: one finding says so, the others still run`, () => {
        const broken = rule('broken-rule', check);
        const { findings } = analyze(faulty, { rules: [...rules.slice(0, 5), broken, ...rules.slice(5)] });
        const [internal, ...more] = findings.filter((finding) => finding.rule === INTERNAL_ERROR);
        assert.ok(internal);
        assert.equal(more.length, 0);
        assert.equal(internal.severity, 'error');
        for (const message of [internal.message.zh, internal.message.en]) {
          assert.match(message, /broken-rule/);
          assert.match(message, what);
        }
        assert.deepEqual(
          findings.filter((finding) => finding !== internal),
          others,
        );
      });
    }
  });

  it('runs only the rules that it is given', () => {
    assert.deepEqual(analyze(faulty, { rules: [] }).findings, []);
    const sumRow = rules.filter(({ id }) => id === 'sum-row');
    assert.deepEqual(
      analyze(faulty, { rules: sumRow }).findings.map((finding) => finding.rule),
      ['sum-row'],
    );
  });

  describe('the edition', () => {
    const editionsOf = (text: string, edition?: '2019' | '2021' | 'auto'): (string | undefined)[] => {
      const { report } = analyze(text, edition ? { edition } : {});
      return [report.expected?.id, report.edition?.id, ...[...report.tables.values()].map((table) => table.edition.id)];
    };
    it('asked for is that of the year, the one written in shows in the tables', () => {
      assert.deepEqual(editionsOf(base('2019')), ['2019', '2019', '2019', '2019', '2019']);
      assert.deepEqual(editionsOf(base('2021')), ['2021', '2021', '2021', '2021', '2021']);
      assert.deepEqual(editionsOf(base('2019').replaceAll('2020年', '2022年')), ['2021', '2019', '2019', '2019', '2021']);
    });
    it('may be asked for by the caller', () => {
      assert.deepEqual(editionsOf(base('2021'), '2019'), ['2019', '2021', '2021', '2021', '2019']);
      assert.deepEqual(editionsOf(base('2021'), 'auto'), editionsOf(base('2021')));
    });
    it('is told by the tables where no year is known', () => {
      const undated = (id: '2019' | '2021'): string => base(id).replace(/\d{4}年/g, '');
      assert.deepEqual(editionsOf(undated('2019')), [undefined, '2019', '2019', '2019', '2019']);
      assert.deepEqual(editionsOf(undated('2021')), [undefined, '2021', '2021', '2021', '2021']);
    });
    it('is decided for every table by itself', () => {
      const old = base('2019');
      const mixed = base('2021').replace(
        /第二十条第（一）项[\s\S]*(?=\n\n三、)/,
        /第二十条第（一）项[\s\S]*(?=\n\n三、)/.exec(old)?.[0] ?? '',
      );
      const { report, findings } = analyze(mixed);
      assert.deepEqual(
        [...report.tables].map(([id, table]) => [id, table.edition.id]),
        [
          ['disclosure', '2019'],
          ['requests', '2021'],
          ['disputes', '2021'],
        ],
      );
      assert.deepEqual(
        findings.filter(({ rule: id }) => id === 'table-edition').map(({ data }) => data),
        [{ table: 'disclosure', actual: '2019', expected: '2021' }],
      );
    });
  });
});

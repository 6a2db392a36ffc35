import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { fixAll, fixesOf } from '../../server/src/analysis/remedies';
import { applyEdits, defaultEditing, type Fix } from '../../server/src/editing/edit';
import { rules } from '../../server/src/rules';
import type { Rule } from '../../server/src/rules/rule';
import { draft } from '../server/drafts';

const wrong = draft()
  .replace('一、总体情况', '一、工作基本情况')
  .replace('8.属于行政查询事项', '8.属于行政查讯事项')
  .replace('本年制发件数', '本年制发数');
const right = draft();

const fixed = (text: string): string => applyEdits(text, fixAll(text, {}, defaultEditing));
const rowLabel = rules.find(({ id }) => id === 'row-label') as { -readonly [P in keyof Rule]: Rule[P] };

/** With other fixes of row-label than its own. */
function withFixes<T>(fixes: NonNullable<Rule['fixes']>, run: () => T): T {
  const own = rowLabel.fixes;
  rowLabel.fixes = fixes;
  try {
    return run();
  } finally {
    rowLabel.fixes = own!;
  }
}

const fix = (start: number, end: number, text: string, more: Partial<Fix> = {}): Fix => ({
  title: { zh: '改', en: 'Change' },
  edits: [{ range: { start, end }, text }],
  ...more,
});

describe('the fixes of a finding', () => {
  const analysis = analyze(wrong);
  const finding = analysis.findings.find(({ rule }) => rule === 'row-label')!;
  const offered = (...fixes: Fix[]): readonly Fix[] =>
    withFixes(
      () => fixes,
      () => fixesOf(finding, analysis, defaultEditing),
    );

  it('are none where the rule fails, or has none', () => {
    const failing = function* (): Iterable<Fix> {
      yield fix(0, 1, 'x');
      throw new Error('no');
    };
    assert.deepEqual(
      withFixes(failing, () => fixesOf(finding, analysis, defaultEditing)),
      [],
    );
    assert.deepEqual(fixesOf({ ...finding, rule: 'internal-error' }, analysis, defaultEditing), []);
  });

  it('change something, lie in the text and nowhere twice', () => {
    const { length } = wrong;
    assert.equal(offered(fix(0, 1, 'x')).length, 1);
    for (const useless of [
      fix(0, 1, wrong.charAt(0)),
      fix(0, 0, ''),
      fix(length, length + 1, 'x'),
      fix(-1, 0, 'x'),
      fix(3, 2, 'x'),
      { ...fix(0, 0, ''), edits: [] },
    ])
      assert.deepEqual(offered(useless), [], JSON.stringify(useless));
    const both = [...fix(0, 3, 'x').edits, ...fix(2, 4, 'y').edits];
    assert.deepEqual(offered({ ...fix(0, 0, ''), edits: both }), []);
  });

  it('are as small as what they change', () => {
    const [only] = offered(fix(0, 4, `${wrong.slice(0, 2)}x${wrong.slice(3, 4)}`));
    assert.deepEqual(only?.edits, [{ range: { start: 2, end: 3 }, text: 'x' }]);
  });
});

describe('fix-all', () => {
  it('settles all that is safe in one set of edits', () => {
    assert.equal(fixed(wrong), right);
    assert.deepEqual(fixAll(right, {}, defaultEditing), []);
    assert.equal(fixAll(wrong, {}, defaultEditing).length, 3);
  });

  it('keeps line ends, the byte order mark and blanks at the ends of lines', () => {
    const ugly = (text: string): string => `\ufeff${text.replaceAll('\n', ' \r\n')}`;
    assert.equal(fixed(ugly(wrong)), ugly(right));
  });

  it('holds the draft against the edition that it is told', () => {
    const text = draft({ edition: '2019' }).replace('规范性文件\t', '行政规范性文件\t');
    assert.equal(applyEdits(text, fixAll(text, { edition: '2019' }, defaultEditing)), draft({ edition: '2019' }));
  });

  it('leaves heads that say what else was counted, and units that figures may be in', () => {
    for (const [official, written] of [
      ['现行有效件数', '对外公开总数量'],
      ['本年制发件数', '本年新制作数量'],
      ['本年收费金额（单位：万元）', '本年收费金额'],
      ['本年收费金额（单位：万元）', '本年收费金额（单位：元）'],
    ] as const) {
      const text = right.replace(official, written).replace('行政事业性收费\t0', '行政事业性收费\t12.5');
      assert.ok(text.includes(written));
      assert.equal(fixed(text), text, written);
    }
  });

  it('does nothing to a file that is no report', () => {
    for (const text of ['', '# 待办\n', '一、工作基本情况\n']) assert.deepEqual(fixAll(text, {}, defaultEditing), []);
  });

  it('leaves out what changes a figure, a sentence or brings a fault, whatever it says of itself, and does the rest', () => {
    const at = (part: string): number => wrong.indexOf(part);
    const sentence = at('本单位依法');
    const figure = at('规章\t') + '规章\t'.length;
    const title = at('年政府信息公开工作');
    for (const harm of [fix(sentence, sentence + 1, '我'), fix(figure, figure + 1, '7'), fix(title, title + 1, '年度')]) {
      const harmful = withFixes(
        () => [{ ...harm, safe: true }],
        () => fixed(wrong),
      );
      assert.equal(harmful, right.replace('8.属于行政查询事项', '8.属于行政查讯事项'));
    }
  });

  it('ends, also where a fix undoes itself', () => {
    const start = wrong.indexOf('行政查讯事项');
    const rounds = withFixes(
      ({ range }) => [fix(range.end, range.end, '某', { safe: true })],
      () => fixAll(wrong, {}, defaultEditing),
    );
    assert.ok(start > 0 && rounds.length <= 3);
  });
});

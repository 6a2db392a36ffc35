import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/editing/edit';
import type { Outcome } from '../../server/src/features/command';
import { convertTablesCommand } from '../../server/src/features/commands/convertTables';
import { fillTotalsCommand } from '../../server/src/features/commands/fillTotals';
import type { Range } from '../../server/src/reading/report';
import { base, withRow } from '../analysis/draft';
import { Seen } from '../features/views';
import { analyze } from './judge';

const at = (text: string, words: string): Range => {
  const start = text.indexOf(words);
  assert.ok(start >= 0);
  return { start, end: start + words.length };
};

describe('commands on tables', () => {
  describe('fillTotals', () => {
    const blank = withRow(base('2019'), '（七）总计', ['', '', '', '', '', '', '']);
    const run = (text: string, range?: Range): Outcome | undefined => fillTotalsCommand.run(new Seen(text).context, range, undefined);

    it('fills blank totals without a question', () => {
      const outcome = run(blank);
      assert.equal(outcome?.confirm, undefined);
      assert.equal(applyEdits(blank, outcome?.edits ?? []), base('2019'));
    });

    it('asks before it writes over figures', () => {
      const wrong = withRow(base('2019'), '（七）总计', ['13', '4', '0', '', '0', '0', '63']);
      const outcome = run(wrong);
      assert.equal(
        outcome?.confirm?.zh,
        '改动 2 个已填的总计：表三“（七）总计”行“自然人”列由 13 改为 31；表三“（七）总计”行“总计”列由 63 改为 36。各项无误再改。',
      );
      assert.equal(applyEdits(wrong, outcome?.edits ?? []), base('2019'));
    });

    it('fills the tables that are selected, and says when there is nothing to do', () => {
      assert.equal(run(blank, at(blank, '四、政府信息公开行政复议、行政诉讼情况')), undefined);
      assert.ok(run(blank, at(blank, '（三）不予公开')));
      assert.equal(run(base('2021')), undefined);
      assert.equal(run('# 没有报告'), undefined);
    });
  });

  describe('convertTables', () => {
    const renamed = base('2019').replaceAll('2019', '2023').replaceAll('2020', '2024');
    const run = (text: string, range?: Range, option?: unknown): Outcome | undefined =>
      convertTablesCommand.run(new Seen(text).context, range, option);

    it('converts into the edition that the year asks for', () => {
      const after = applyEdits(renamed, run(renamed)?.edits ?? []);
      const { report, findings } = analyze(after);
      assert.equal(report.edition?.id, '2021');
      assert.deepEqual(new Set(findings.map(({ rule }) => rule)), new Set(['cell-empty']));
    });

    it('converts into the edition that is named, and only the tables that are selected', () => {
      const text = base('2021');
      const outcome = run(text, at(text, '（三）不予公开'), '2019');
      assert.equal(outcome?.edits.length, 1);
      const { report } = analyze(applyEdits(text, outcome?.edits ?? []), { edition: '2019' });
      assert.deepEqual(
        ['disclosure', 'requests'].map((id) => report.tables.get(id as 'disclosure' | 'requests')?.edition.id),
        ['2021', '2019'],
      );
    });

    it('has nothing to do where the tables are as they should be, or there are none', () => {
      assert.equal(run(base('2021')), undefined);
      assert.equal(run('# 没有报告', undefined, '2021'), undefined);
      assert.equal(run(base('2021'), undefined, '1999'), undefined);
    });
  });
});

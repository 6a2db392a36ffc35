import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { applyEdits } from '../../server/src/editing/edit';
import { codeLenses } from '../../server/src/features/codeLenses';
import { commandIds } from '../../server/src/features/command';
import { commands } from '../../server/src/features/commands';
import { inlayHints } from '../../server/src/features/inlayHints';
import { draft } from '../server/drafts';
import { Seen } from './views';

/** Two totals of table four are wrong, in one line, and so is one of table three. */
const faulty = draft({
  values: { 'disputes/review/total': '5', 'disputes/litigation.direct/total': '7', 'requests/carriedIn/total': '2' },
});
const disputes = faulty.split('\n').findLast((line) => line.includes('5'))!;
const silenced = (rule: string): string => faulty.replace(disputes, `${disputes} <!-- gongkai-ignore-line ${rule}: 经核实 -->`);

const hintsOf = (text: string): string[] => {
  const seen = new Seen(text);
  return seen.ask(inlayHints, { range: seen.whole }).map(({ label }: { label: string }) => label);
};
const titlesOf = (text: string, language: 'zh' | 'en' = 'zh'): string[] =>
  new Seen(text, { language })
    .ask(codeLenses)
    .filter(({ command }: { command: { command: string } }) => command.command === '')
    .map(({ command }: { command: { title: string } }) => command.title);
const filled = (text: string): string => {
  const outcome = commands.find(({ id }) => id === commandIds.fillTotals)!.run(new Seen(text).context, undefined, undefined);
  return outcome ? applyEdits(text, outcome.edits) : text;
};

describe('what a comment silences', () => {
  it('is hinted at no more', () => {
    const others = ['Σ 0，差 2', '一＋二＝2，（七）＋四＝0，差 2'];
    assert.deepEqual(hintsOf(faulty).sort(), [...others, 'Σ 0，差 5', 'Σ 0，差 7'].sort());
    assert.deepEqual(hintsOf(silenced('sum-disputes')).sort(), others.sort());
    assert.equal(hintsOf(silenced('sum-row')).length, 4);
  });

  it('is counted apart', () => {
    assert.deepEqual(titlesOf(silenced('sum-disputes')), [
      '2 个错误 · 2 处已忽略',
      '2021 版 · 6/6 行',
      '2021 版 · 25/25 行 · 2 项不成立',
      '2021 版 · 3/3 行 · 1 项关系成立 · 2 处已忽略',
    ]);
    assert.equal(titlesOf(silenced('sum-disputes'), 'en').at(-1), '2021 format · 3/3 rows · 1 relation holds · 2 silenced');
  });

  it('is left as it is when totals are filled, and so is the rest of what the tables say', () => {
    const text = filled(silenced('sum-disputes'));
    assert.ok(text.includes(disputes));
    assert.deepEqual(
      analyze(text).findings.map(({ rule }) => rule),
      [],
    );
    assert.equal(filled(text), text);
    assert.ok(!filled(faulty).includes(disputes));
  });

  it('may be a blank total', () => {
    const blank = draft({ values: { 'disputes/review/total': '' } });
    const row = blank.split('\n').findLast((line) => /\|\s*\|/.test(line) || line.includes('\t\t'))!;
    const text = blank.replace(row, `${row} <!-- gongkai-ignore-line cell-empty: 尚未统计 -->`);
    assert.equal(analyze(text).suppressed.length, 1);
    assert.deepEqual(hintsOf(blank), ['Σ 0']);
    assert.deepEqual(hintsOf(text), []);
    assert.equal(filled(text), text);
    assert.notEqual(filled(blank), blank);
  });
});

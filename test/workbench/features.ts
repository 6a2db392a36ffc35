import assert from 'node:assert/strict';
import type { Bilingual } from '../../server/src/editions';
import type { Workbench } from './workbench';

/** A place in a draft: line and column, from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** A draft in which every feature has something to show; in table 3 its total of （一）予以公开 is 36, where its parts make 63. */
export const shown = '清河县民政局2023年政府信息公开工作年度报告.md';

/** Where words stand in a draft, in the first line that contains others as well. */
function placeOf(draft: string, words: string, inLine = words): Place {
  const lines = draft.split('\n');
  const line = lines.findIndex((text) => text.includes(inLine) && text.includes(words));
  assert.ok(line >= 0, words);
  return { line: line + 1, column: lines[line]!.indexOf(words) + 1 };
}

/**
 * What a draft shows on the screen, feature by feature, in a window that speaks one of the two languages. `window`: has the draft open and
 * judged; the tests leave its text as it was, but for the last.
 */
export function itShowsEveryFeature(language: keyof Bilingual, draft: string, window: () => Workbench): void {
  const zh = language === 'zh';
  const total = placeOf(draft, '36', '（一）予以公开');
  const claim = placeOf(draft, '103件');

  it('the outline has the sections, and the breadcrumbs lead to the row of the caret', async () => {
    const rows = await window().outline();
    assert.ok(rows.some((row) => row.startsWith('一、总体情况')));
    assert.ok(
      rows.some((row) => (zh ? /2021 版 · 6\/6 行/ : /2021 format · 6\/6 rows/).test(row)),
      rows.join(', '),
    );
    await window().putCaret(total);
    await window().untilCrumb('（一）予以公开');
  });

  it('lenses over a table count what holds', async () => {
    await window().putCaret(placeOf(draft, '## 二、'));
    await window().untilLens(zh ? /2021 版 · 6\/6 行 · 1 个错误/ : /2021 format · 6\/6 rows · 1 error/);
  });

  it('a total that is wrong has the sum beside it, and its parts are lit up', async () => {
    await window().putCaret(total);
    await window().untilLine(total.line, zh ? /Σ 63，差 27/ : /Σ 63, off by 27/);
    await window().untilHighlighted(7);
  });

  it('a row explains itself under the pointer', async () => {
    await window().putCaret(placeOf(draft, '行政规范性文件', '| 行政规范性文件'));
    await window().restOn('行政规范性文件');
    await window().untilShown('.monaco-hover:not(.hidden) .hover-contents', zh ? /依据/ : /Basis/);
  });

  it('a number of the prose leads to its cell, a cell to all that it is part of', async () => {
    await window().putCaret(claim);
    await window().press('F12');
    const cell = placeOf(draft, '103', '一、本年新收');
    await window().untilCaret(cell.line);
    await window().press('Shift+F12');
    const found = await window().peeked();
    assert.ok(found.length > 6, found.join('\n'));
    await window().press('Escape');
  });

  it('the selection grows from the figure to its cell, its row, its table', async () => {
    await window().putCaret(total);
    await window().press('Shift+Alt+ArrowRight', 2);
    const row = (draft.split('\n')[total.line - 1] ?? '').length;
    await window().untilSelected((units) => units > 0 && units <= row);
    await window().press('Shift+Alt+ArrowRight', 2);
    await window().untilSelected((units) => units > row);
  });

  it('labels, values and totals have colours of their own', async () => {
    await window().putCaret(placeOf(draft, '（二）部分公开'));
    assert.match(await window().tokenAt(), /semantic token type\s+property/);
    await window().putCaret(total);
    assert.match(await window().tokenAt(), /semantic token type\s+number[\s\S]*total/);
  });

  it('sections and tables fold', async () => {
    await window().putCaret({ line: 1, column: 1 });
    await window().command('Fold All');
    await window().untilText(/## 一、总体情况\n## 二、/);
    await window().command('Unfold All');
    await window().untilText(/（一）主动公开情况/);
  });

  it('labels are completed by the initials of their syllables', async () => {
    await window().toEnd();
    await window().press('Enter');
    await window().type('czdzywt');
    await window().press('Control+Space');
    const found = await window().suggestions();
    assert.ok(
      found.some((label) => label.includes('五、存在的主要问题及改进情况')),
      found.join(', '),
    );
    await window().press('Escape');
    await window().press('Control+z', 2);
    await window().untilStatus(zh ? /4 错/ : /4 errors/);
  });

  it('what settles a fault is offered in words, and done', async () => {
    const problems = await window().untilProblems((all) => all.some(({ code }) => code === 'sum-culprit'));
    const problem = problems.find(({ code }) => code === 'sum-row');
    assert.ok(problem);
    assert.match(problem.message, zh ? /六类申请人之和是 63/ : /the six kinds of applicants add up to 63/);
    const [first = ''] = await window().remedies(problem);
    assert.match(first, zh ? /由 36 改为 63/ : /from 36 to 63/);
    await window().press('Escape');
    await window().quickFix(problem, first);
    // The one figure was behind three findings; no hint stands behind a total that is right.
    await window().untilProblems((all) => !all.some(({ code }) => ['sum-culprit', 'sum-row', 'sum-results'].includes(code)));
    await window().untilLine(total.line, /\| 63 \|$/);
  });

  it('a table is aligned as it is seen', async () => {
    await window().putCaret(total);
    await window().command('Format Document');
    await window().untilLine(total.line, /公开 +\| +\| 57 +\| 4 +\|/);
  });

  it('totals are filled by a command, after a look at what will change', async () => {
    await window().command(zh ? '补齐总计' : 'Fill totals');
    await window().preview();
    await window().confirm();
    await window().untilStatus(zh ? /1 错/ : /1 error$/);
  });
}

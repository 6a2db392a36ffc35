import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editions } from '../../server/src/editions';
import { House, pictures } from './house';
import type { Problem, Workbench } from './workbench';

const wrong = '清河县民政局2023年政府信息公开工作年度报告.md';
const empty = '望江市水务局2023年政府信息公开工作年度报告.md';

const codes = (problems: readonly Problem[]): string[] => problems.map(({ code }) => code);

/** What a writer does in the editor, with its keys and its lists. */
describe('editing in the workbench', function () {
  this.timeout(120_000);
  this.slow(30_000);

  const house = new House('editing', [wrong], (folder) =>
    writeFileSync(join(folder, empty), '望江市水务局2023年政府信息公开工作年度报告\n'),
  );
  let workbench: Workbench;
  before(() => house.open());
  after(() => house.close());

  /** One window a test: its Problems view lists the drafts that it has open. */
  const inWindow = (name: string, work: () => Promise<void>) => (): Promise<void> =>
    house.inWindow(async (opened) => {
      workbench = opened;
      await workbench.openDraft(name);
      await work();
    });

  it(
    'a draft with a title alone becomes a whole report by its remedies',
    inWindow(empty, async () => {
      const own = (problems: readonly Problem[]): Problem[] => problems.filter(({ code }) => /^section|^table/.test(code));
      await workbench.untilProblems((all) => codes(all).filter((code) => code === 'section-missing').length === 6);
      const { sections } = editions.at(-1)!;
      for (const { label } of sections) {
        const problem = own(await workbench.problems()).find(({ message }) => message.includes(label.text));
        assert.ok(problem, label.text);
        await workbench.quickFix(problem, `补上“${label.text}”`);
        await workbench.untilProblems((all) => !all.some(({ message }) => message === problem.message));
      }
      const left = await workbench.untilProblems((all) => codes(all).filter((code) => code === 'table-empty').length === 3);
      assert.deepEqual(
        [...new Set(codes(left.filter(({ code }) => code !== 'sum-row')))].filter((code) => /^(section|row|title|column)/.test(code)),
        [],
      );
      await workbench.toTop();
      await workbench.screenshot(join(pictures, '4-whole-report.png'));
    }),
  );

  it(
    'a row explains itself under the pointer, and what is wrong shows beside its total',
    inWindow(wrong, async () => {
      const problems = await workbench.untilProblems((all) => codes(all).includes('sum-row'));
      const problem = problems.find(({ code }) => code === 'sum-row');
      assert.ok(problem);
      await workbench.goTo(problem, 'error');
      await workbench.untilLine(problem.line, /Σ 63/);
      const hover = await workbench.hover(problem, 'error');
      assert.match(hover, /予以公开/);
      assert.match(hover, /63/);
      await workbench.screenshot(join(pictures, '8-hover.png'));
    }),
  );

  it(
    'commands stand in the palette, for reports',
    inWindow(wrong, async () => {
      await workbench.untilProblems((all) => codes(all).includes('cell-empty'));
      await workbench.toTop();
      const names = await workbench.commands('政府信息公开年报');
      for (const name of ['补齐总计', '对齐表格', '改变表格写法', '转换表格版本', '补齐缺少的部分'])
        assert.ok(
          names.some((found) => found.includes(name)),
          `${name}: ${names.join(', ')}`,
        );
      await workbench.screenshot(join(pictures, '9-palette.png'));
      await workbench.press('Escape');
      // The client's own words, in the language of the editor.
      await workbench.command('改变表格写法');
      const { title, picks } = await workbench.asked();
      assert.equal(title, '把表格改写成');
      assert.ok(picks.includes('竖线分隔'), picks.join(', '));
      await workbench.press('Escape');
      await workbench.command('补齐总计');
      await workbench.preview();
      await workbench.confirm();
      await workbench.showProblems();
      const left = await workbench.untilProblems((all) => !codes(all).includes('sum-disputes'));
      assert.ok(!codes(left).includes('sum-row'));
    }),
  );
});

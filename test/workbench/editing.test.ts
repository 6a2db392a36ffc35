import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editions } from '../../server/src/editions';
import { House, pictures } from './house';
import type { Problem, Workbench } from './workbench';

const wrong = '清河县民政局2023年政府信息公开工作年度报告.md';
const old = '清河县民政局2019年政府信息公开工作年度报告.md';
const informal = '清河县民政局2021年政府信息公开工作年度报告.md';
const empty = '望江市水务局2023年政府信息公开工作年度报告.md';

const codes = (problems: readonly Problem[]): string[] => problems.map(({ code }) => code);

/** What a writer does in the editor, with its keys and its lists. */
describe('editing in the workbench', function () {
  this.timeout(120_000);
  this.slow(30_000);

  const house = new House('editing', [wrong, old], (folder) => {
    const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
    write(empty, '望江市水务局2023年政府信息公开工作年度报告\n');
    write(
      informal,
      readFileSync(join(folder, wrong), 'utf8')
        .replace('一、总体情况', '一、总体概况')
        .replace('五、存在的主要问题及改进情况', '五、存在的问题和改进情况'),
    );
  });
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
    'a report on 2019 whose year is set to 2022 is converted, after a look at what will change',
    inWindow(old, async () => {
      await workbench.toTop();
      // # 清河县民政局2019年…
      await workbench.press('ArrowRight', '# 清河县民政局'.length);
      await workbench.press('Shift+ArrowRight', '2019'.length);
      await workbench.type('2022');
      const problems = await workbench.untilProblems((all) => codes(all).filter((code) => code === 'table-edition').length === 2);
      const problem = problems.find(({ code }) => code === 'table-edition');
      assert.ok(problem);
      await workbench.quickFix(problem, '将表二、表三换成 2021 版表样');
      const preview = await workbench.preview();
      assert.match(preview, /本年制发件数/);
      await workbench.screenshot(join(pictures, '5-conversion.png'));
      await workbench.confirm();
      const left = await workbench.untilProblems((all) => !codes(all).includes('table-edition'));
      // What the old format did not ask for is left to be filled in; the other faults are those of the draft that opens first.
      const known = new Set(problems.map(({ message }) => message));
      assert.deepEqual([...new Set(codes(left.filter(({ message }) => !known.has(message))))], ['cell-empty']);
      await workbench.screenshot(join(pictures, '6-converted.png'));
    }),
  );

  it(
    'a wrong figure is found and set by the remedy that settles all its faults',
    inWindow(wrong, async () => {
      const problems = await workbench.untilProblems((all) => codes(all).includes('sum-culprit'));
      const problem = problems.find(({ code }) => code === 'sum-row');
      assert.ok(problem);
      const [first] = await workbench.remedies(problem);
      assert.match(first ?? '', /由 36 改为 63/);
      await workbench.screenshot(join(pictures, '7-remedies.png'));
      await workbench.press('Escape');
      await workbench.quickFix(problem, first ?? '');
      await workbench.untilProblems((all) => !['sum-culprit', 'sum-row', 'sum-results'].some((code) => codes(all).includes(code)));
      // No hint stands behind a total that is right.
      await workbench.untilLine(problem.line, /\| 63 \|$/);
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
    'the id of a rule in the list of problems leads to what it is about',
    inWindow(wrong, async () => {
      await workbench.untilProblems((all) => codes(all).includes('sum-row'));
      await workbench.followCode('sum-row');
      const shown = await workbench.shownPage('sum-row 行总计等于各类申请人之和');
      assert.match(shown, /默认级别：错误/);
      await workbench.screenshot(join(pictures, '23-rule.png'));
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

  it(
    'all that is safe is mended at once, and no figure with it',
    inWindow(informal, async () => {
      const before = await workbench.untilProblems((all) => codes(all).filter((code) => code === 'section-title').length === 2);
      await workbench.command('Fix All');
      await workbench.untilText(/## 一、总体情况/);
      const left = await workbench.untilProblems((all) => !codes(all).includes('section-title'));
      assert.deepEqual(
        codes(left).filter((code) => code.startsWith('sum-')),
        codes(before).filter((code) => code.startsWith('sum-')),
      );
    }),
  );

  it('a fault in the config file shows in it, and what it says of rules holds at once', async () => {
    const config = join(house.drafts, '.gongkairc.json');
    writeFileSync(config, '{\n  "rules": {\n    "sum-rwo": "off"\n  }\n}\n');
    try {
      await inWindow(wrong, async () => {
        await workbench.untilProblems((all) => codes(all).includes('sum-row') && all.some(({ message }) => message.includes('sum-rwo')));
        await workbench.openDraft('.gongkairc.json');
        await workbench.putCaret({ line: 3, column: '    "sum-r'.length + 1 });
        await workbench.press('Delete', 2);
        await workbench.screenshot(join(pictures, '24-config.png'));
        await workbench.type('ow');
        await workbench.untilProblems((all) => !all.some(({ message }) => message.includes('sum-rwo')) && !codes(all).includes('sum-row'));
      })();
    } finally {
      rmSync(config);
    }
  });
});

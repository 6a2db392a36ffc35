import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { House, pictures } from './house';
import type { Workbench } from './workbench';

const faulty = '清河县民政局2023年政府信息公开工作年度报告.md';
const good = '临江市人民政府2024年政府信息公开工作年度报告.txt';
const ordinary = '会议记录.md';

/** What a writer does who has never seen it: from the front door to a report without faults of form. */
describe('first steps in the workbench', function () {
  this.timeout(180_000);
  this.slow(40_000);

  const house = new House('first-steps', [faulty, good], (folder) =>
    writeFileSync(join(folder, ordinary), '# 会议记录\n\n公司开发计划，2023年。\n'),
  );
  let workbench: Workbench;
  before(() => house.open());
  after(() => house.close());

  const inWindow =
    (work: () => Promise<void>, options: { locale?: string; first?: boolean } = {}) =>
    (): Promise<void> =>
      house.inWindow(async (opened) => {
        workbench = opened;
        await work();
      }, options);

  it(
    'a new report is asked for in steps, with a way back, and opens where it is to be filled in',
    inWindow(async () => {
      await workbench.untilProblems(({ length }) => length > 0);
      await workbench.command('新建年度报告');
      await workbench.question('新建年度报告 (1/5)');
      await workbench.answer(' ');
      await workbench.untilShown('.quick-input-message', /请填写单位全称/);
      await workbench.answer('望江市水务局2022年');
      await workbench.untilShown('.quick-input-message', /只写单位名称/);
      await workbench.answer('望江市水务局');
      await workbench.question('新建年度报告 (2/5)');
      await workbench.answer('2023');
      await workbench.question('新建年度报告 (3/5)');
      await workbench.screenshot(join(pictures, '10-new-report.png'));
      await workbench.choose('政府部门');
      await workbench.question('新建年度报告 (4/5)');
      assert.equal((await workbench.choices()).length, 6);
      await workbench.back();
      await workbench.question('新建年度报告 (3/5)');
      await workbench.press('Enter');
      await workbench.question('新建年度报告 (4/5)');
      await workbench.choose('Markdown 表格');
      await workbench.question('新建年度报告 (5/5)');
      await workbench.press('Enter');
      assert.match(await workbench.untilTab('望江市水务局'), /^望江市水务局2023年政府信息公开工作年度报告\.md/);
      assert.equal(await workbench.untilStatus(/3 错/), '2021 版 · 2023 年 · 3 错 3 警');
      await workbench.untilCaret(5);
      await workbench.untilProblems((all) => all.filter(({ code }) => code === 'table-empty').length === 3);
      await workbench.screenshot(join(pictures, '11-new-report-written.png'));

      // One of this name is there now: it is not written over.
      await workbench.command('新建年度报告');
      await workbench.answer('望江市水务局');
      await workbench.question('(2/5)');
      await workbench.answer('2023');
      await workbench.agree('(3/5)', '(4/5)', '(5/5)');
      await workbench.question('已有同名的报告');
      await workbench.choose('另写一份');
      assert.match(await workbench.untilTab('（2）'), /^望江市水务局2023年政府信息公开工作年度报告（2）\.md/);
    }),
  );

  it(
    'a report on a year without an official format is refused in words',
    inWindow(async () => {
      await workbench.untilProblems(({ length }) => length > 0);
      await workbench.command('新建年度报告');
      await workbench.question('(1/5)');
      await workbench.answer('望江市水务局');
      await workbench.question('(2/5)');
      await workbench.answer('2099');
      await workbench.untilShown('.quick-input-message', /不晚于/);
      await workbench.answer('2012');
      await workbench.agree('(3/5)', '(4/5)', '(5/5)');
      assert.match(await workbench.notification(/2012/), /^2012 年度的报告没有统一格式/);
    }),
  );

  it(
    'a missing table is inserted at its place, and one that is there is shown',
    inWindow(async () => {
      await workbench.openDraft(good);
      await workbench.untilStatus(/无错|警/);
      await workbench.toTop();
      await workbench.command('新建年度报告');
      await workbench.answer('望江市水务局');
      await workbench.question('(2/5)');
      await workbench.answer('2022');
      await workbench.agree('(3/5)', '(4/5)');
      await workbench.question('(5/5)');
      await workbench.choose('先不存盘');
      await workbench.untilStatus(/2021 版 · 2022 年 · 3 错/);
      // Everything from section 二 on is cut: an untitled draft with a title and one section.
      await workbench.press('Control+Home');
      await workbench.press('ArrowDown', 13);
      await workbench.press('Control+Shift+End');
      await workbench.press('Delete');
      await workbench.untilStatus(/5 错/);
      await workbench.command('插入表格');
      await workbench.question('插入表格');
      assert.match((await workbench.choices()).slice(0, 5).join('\n'), /二、主动公开政府信息情况/);
      await workbench.screenshot(join(pictures, '12-insert-table.png'));
      await workbench.choose('三、收到和处理政府信息公开申请情况');
      await workbench.untilProblems((all) => all.some(({ code, message }) => code === 'table-empty' && message.includes('表三')));
      await workbench.command('插入表格');
      await workbench.question('插入表格');
      await workbench.choose('一、总体情况');
      await workbench.untilCaret(3);
    }),
  );

  it(
    'the status bar says what the draft is held against, lists what was checked, and lets another edition be chosen',
    inWindow(async () => {
      await workbench.openDraft(ordinary);
      assert.equal(await workbench.hasStatus(), false);
      await workbench.openDraft(faulty);
      assert.equal(await workbench.untilStatus(/错/), '2021 版 · 2023 年 · 4 错');
      await workbench.clickStatus();
      await workbench.question('核对情况');
      const choices = await workbench.choices();
      assert.match(choices.join('\n'), /37 项关系成立，2 项不成立，0 项无法核对/);
      // Every table of this draft has a fault, the first in a cell that no sum is about.
      assert.match(choices[0] ?? '', /没有要核对的和 · 1 错/);
      assert.deepEqual((await workbench.signs()).slice(0, 3), ['error', 'error', 'error']);
      await workbench.screenshot(join(pictures, '13-checks.png'));
      await workbench.choose('36 ≠ 57');
      await workbench.untilCaret(45);
      await workbench.clickStatus();
      await workbench.choose('换一版格式检查');
      await workbench.question('按哪一版格式检查');
      await workbench.screenshot(join(pictures, '14-edition.png'));
      await workbench.choose('2019 版');
      await workbench.untilStatus(/^2019 版/);
      await workbench.untilProblems((all) => all.some(({ code }) => code === 'table-edition'));
    }),
  );

  it('where the config file of the folder says which edition, the list of editions says so', async () => {
    const config = join(house.drafts, '.gongkairc.json');
    writeFileSync(config, '{ "edition": "2019" }\n');
    try {
      await inWindow(async () => {
        await workbench.openDraft(faulty);
        await workbench.untilStatus(/^2019 版/);
        await workbench.clickStatus();
        await workbench.choose('换一版格式检查');
        assert.match(await workbench.question('按哪一版格式检查'), /2019 版/);
        await workbench.untilShown('.quick-input-box input[placeholder*="优先于在这里的选择"]', /(?:)/);
        await workbench.screenshot(join(pictures, '14-edition-config.png'));
      })();
    } finally {
      rmSync(config);
    }
  });

  it(
    'all drafts of a folder are checked at once; an open one is listed once',
    inWindow(async () => {
      const before = await workbench.untilProblems(({ length }) => length > 0);
      await workbench.command('检查文件夹里的报告');
      assert.match(await workbench.notification(/份年度报告/), /^3 个文件里有 2 份年度报告：\d+ 个错误，\d+ 个警告。$/);
      const all = await workbench.problems();
      assert.equal(all.filter(({ message }) => before.some((known) => known.message === message)).length, before.length);
      await workbench.screenshot(join(pictures, '15-folder.png'));
    }),
  );

  it(
    'the walkthrough greets whoever comes for the first time, and its buttons work',
    inWindow(
      async () => {
        await workbench.untilProblems(({ length }) => length > 0);
        await workbench.walkthrough().waitFor();
        await workbench.step('看到问题');
        await workbench.screenshot(join(pictures, '16-walkthrough.png'));
        await workbench.pressButton('看第一处问题');
        await workbench.untilShown('.monaco-hover:not(.hidden) .hover-contents', /没有填|之和/);
        await workbench.untilDone('看到问题');
        await workbench.step('改正问题');
        await workbench.pressButton('看改法');
        await workbench.untilShown('.action-widget .monaco-list-row.action', /\p{Script=Han}/u);
        await workbench.press('Escape');
        await workbench.untilDone('改正问题');
        await workbench.step('弄清一行填什么');
        await workbench.pressButton('看一处说明');
        await workbench.untilShown('.monaco-hover:not(.hidden) .hover-contents', /\p{Script=Han}/u);
        await workbench.screenshot(join(pictures, '17-row.png'));
        await workbench.step('检查整个文件夹');
        await workbench.pressButton('检查文件夹');
        await workbench.notification(/份年度报告/);
        await workbench.untilDone('检查整个文件夹');
        await workbench.step('新建年度报告');
        await workbench.pressButton('新建年度报告');
        await workbench.question('新建年度报告 (1/5)');
        await workbench.press('Escape');
        await workbench.untilDone('新建年度报告');
      },
      { first: true },
    ),
  );

  it(
    'an English window is spoken to in English',
    inWindow(
      async () => {
        assert.equal(await workbench.untilStatus(/error/), '2021 format · 2023 report · 4 errors');
        await workbench.clickStatus();
        assert.match(await workbench.question('What was checked'), /37 sums hold, 2 do not, 0 cannot be checked/);
        await workbench.press('Escape');
        await workbench.command('New annual report');
        await workbench.question('New annual report (1/5)');
        await workbench.screenshot(join(pictures, '18-english.png'));
      },
      { locale: 'en-US' },
    ),
  );
});

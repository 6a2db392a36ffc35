import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './door';
import { cut, type Drafts, faulty, ofUnit, old, tabbed, titleOf, withoutRequests, writeDrafts } from './drafts';
import { House, pictures } from './house';
import { type Problem, Workbench } from './workbench';

/** A draft a task that changes it, by the name of its unit. */
const drafts: Drafts = {
  清河县民政局: (unit) => ofUnit(faulty, unit),
  清河县水利局: (unit) => ofUnit(faulty, unit).replace('| 规章 | 0 | 0 | 0 |', '| 规章 |  |  |  |'),
  清河县教育局: withoutRequests,
  清河县财政局: (unit) => ofUnit(old, unit).replaceAll('2019', '2023'),
  // Written as far as the table that is to be pasted.
  清河县商务局: (unit) => cut(ofUnit(faulty, unit), '| （本列', '## 四、')[0],
};

/** What docs/tasks.md says: what is done, and how many strokes and clicks it takes. */
const tasks = new Map(
  [...readFileSync(join(root, 'docs', 'tasks.md'), 'utf8').matchAll(/^\| (\d+) \| (.+?) \| .+ \| (\d+) \|$/gm)].map(
    ([, number, title = '', strokes]) => [Number(number), { title, strokes: Number(strokes) }],
  ),
);

/** What a writer comes for, done as one would who has never seen it, and counted. */
describe('everyday tasks', function () {
  this.timeout(90_000);
  this.slow(15_000);

  const house = new House('tasks', [], (folder) => writeDrafts(folder, drafts));
  let workbench: Workbench;
  const done = new Set<number>();

  before(async () => {
    await house.open();
    workbench = await Workbench.open(house.browser, house.address, 'zh-CN');
  });
  after(() => house.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.screenshot(join(pictures, 'failed-task.png'));
    await workbench?.closeAll();
  });

  /** A task, in a draft that is open and judged. `work` gives what is to be true in the end, which is not counted. */
  function task(
    number: number,
    unit: keyof typeof drafts,
    work: () => Promise<(() => Promise<unknown>) | undefined>,
    place: 'top' | 'end' = 'top',
  ): void {
    const { title, strokes } = tasks.get(number) ?? { title: '', strokes: 0 };
    it(`${number} ${title}`, async () => {
      done.add(number);
      await workbench.openDraft(`${titleOf(unit)}.md`);
      await workbench.untilStatus(/错/);
      await workbench.toEnd();
      if (place === 'top') await workbench.toTop();
      const before = workbench.hands.strokes;
      const check = await work();
      const taken = workbench.hands.strokes - before;
      await check?.();
      assert.equal(taken, strokes, `takes ${taken}; docs/tasks.md says ${strokes}`);
    });
  }

  const problem = async (code: string): Promise<Problem> => {
    const problems = await workbench.untilProblems((all) => all.some((one) => one.code === code));
    return problems.find((one) => one.code === code)!;
  };
  const untilNone = async (code: string): Promise<unknown> => workbench.untilProblems((all) => !all.some((one) => one.code === code));

  task(2, '清河县民政局', async () => {
    await workbench.goTo(await problem('sum-row'), 'error');
    return undefined;
  });

  task(8, '清河县民政局', async () => {
    await workbench.restOn('行政规范性文件');
    return () => workbench.untilShown('.monaco-hover:not(.hidden) .hover-contents', /制发/);
  });

  task(12, '清河县民政局', async () => {
    await workbench.clickTitleButton('打开预览');
    await workbench.hands.click(workbench.panel.locator('td.value', { hasText: '91' }));
    return () => workbench.untilCaret(faulty.split('\n').findIndex((line) => line.includes('行政许可')) + 1);
  });

  task(13, '清河县民政局', async () => {
    await workbench.clickStatus();
    await workbench.choose('导出审核清单');
    await workbench.saveAs('（审核清单）.md');
    return undefined;
  });

  task(9, '清河县民政局', async () => {
    await workbench.clickFix(await problem('sum-disputes'), '忽略这一处 sum-disputes');
    await workbench.untilText(/待写明理由/);
    await workbench.type('已核实');
    return async () => {
      await workbench.untilText(/sum-disputes: 已核实 -->/);
      await untilNone('sum-disputes');
    };
  });

  task(3, '清河县民政局', async () => {
    await workbench.quickFix(await problem('sum-row'), '将表三“（一）予以公开”行“总计”列由 36 改为 63');
    return () => untilNone('sum-row');
  });

  task(10, '清河县民政局', async () => {
    await workbench.clickFix(await problem('cell-empty'), '在本文件夹关闭规则 cell-empty');
    return async () => {
      await untilNone('cell-empty');
      await workbench.screenshot(join(pictures, '30-rule-off.png'));
      await workbench.pressInNotification('撤销');
      await problem('cell-empty');
    };
  });

  task(14, '清河县民政局', async () => {
    await workbench.clickStatus();
    await workbench.choose('换一版格式检查');
    await workbench.choose('2021 版');
    return undefined;
  });

  task(4, '清河县水利局', async () => {
    await workbench.clickFix(await problem('cell-empty'), '全部填 0');
    await workbench.preview();
    await workbench.confirm();
    return () => untilNone('cell-empty');
  });

  task(5, '清河县教育局', async () => {
    await problem('table-missing');
    await workbench.clickLens('补齐缺少的部分');
    return () => untilNone('table-missing');
  });

  task(6, '清河县财政局', async () => {
    await problem('table-edition');
    await workbench.clickLens('2 张表转换为 2021 版');
    await workbench.preview();
    await workbench.confirm();
    return () => untilNone('table-edition');
  });

  task(
    7,
    '清河县商务局',
    async () => {
      const [, columns] = cut(tabbed, '\t\t\t自然人', '四、政府信息公开行政复议');
      await workbench.paste(columns.trimEnd());
      await workbench.untilText(/四、结转下年度继续办理 +2/);
      await workbench.clickRemedy('本表改写为：Markdown 表格');
      return () => workbench.untilText(/\| （七）总计 \|/);
    },
    'end',
  );

  task(1, '清河县民政局', async () => {
    await workbench.shortCommand('新建年', '新建年度报告');
    await workbench.agree('(1/5)', '(2/5)', '(3/5)', '(4/5)', '(5/5)');
    return () => workbench.untilTab(titleOf('清河县民政局', new Date().getFullYear() - 1));
  });

  task(11, '清河县民政局', async () => {
    await workbench.chooseFromMenu(workbench.emptyPlace, '检查文件夹里的报告');
    return () => workbench.notification(/份年度报告/);
  });

  it('are all that docs/tasks.md lists', () => {
    assert.ok(tasks.size >= 12);
    assert.deepEqual(
      [...done].sort((a, b) => a - b),
      [...tasks.keys()],
    );
  });
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '../../server/src/editions';
import { type Drafts, faulty, ofUnit, old, titleOf, withoutRequests, writeDrafts } from './drafts';
import { pictures } from './house';
import type { Problem, Workbench } from './workbench';

/** A draft a work that changes it, by the name of its unit. */
const drafts: Drafts = {
  清河县统计局: (unit) => ofUnit(faulty, unit),
  清河县财政局: (unit) => ofUnit(old, unit).replaceAll('2019', '2020'),
  清河县商务局: (unit) => ofUnit(faulty, unit),
  清河县水利局: (unit) => ofUnit(faulty, unit),
  清河县教育局: withoutRequests,
  清河县司法局: (unit) => ofUnit(faulty, unit).replace('一、总体情况', '一、总体概况').replace('五、存在的主要问题及', '五、存在的问题和'),
  清河县林业局: (unit) => ofUnit(faulty, unit),
};

const config = '.gongkairc.json';
/** The name of a rule is misspelt in it: it sets nothing before that is mended. */
const misspelt = '{\n  "rules": {\n    "sum-rwo": "off"\n  }\n}\n';

/** Puts into a folder what the works are done in; also in place of what they have left there. */
export function furnishWorks(folder: string): void {
  writeDrafts(folder, drafts);
  writeFileSync(join(folder, config), misspelt);
}

const has =
  (rule: string) =>
  (all: readonly Problem[]): boolean =>
    all.some(({ code }) => code === rule);
const lineOf = (words: string): number => faulty.split('\n').findIndex((line) => line.includes(words)) + 1;

/**
 * What a writer does in a window that speaks one of the two languages, from the first steps to the export, with a picture of each.
 * `host`: what the window is of. `window`: shows a folder that `furnishWorks` has furnished, with nothing open.
 */
export function itDoesEveryWork(host: 'web' | 'desktop', language: keyof Bilingual, window: () => Workbench): void {
  const say = <T>(zh: T, en: T): T => (language === 'zh' ? zh : en);
  const picture = (name: string): Promise<void> => window().screenshot(join(pictures, `50-${host}-${language}-${name}.png`));

  /** Opens the draft of a unit, and waits until it is judged. */
  async function open(unit: keyof typeof drafts): Promise<void> {
    await window().openDraft(titleOf(unit));
    await window().untilStatus(say(/错/, /error/));
  }

  async function problem(rule: string): Promise<Problem> {
    const all = await window().untilProblems(has(rule));
    return all.find(({ code }) => code === rule)!;
  }
  const untilNone = (rule: string): Promise<unknown> => window().untilProblems((all) => !has(rule)(all));

  before(() => window().showProblems());
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await picture(`failed ${this.currentTest.title}`);
    await window().press('Escape');
    await window().closeAll();
  });

  describe('the page beside the draft', () => {
    before(async () => {
      await open('清河县统计局');
      await window().toTop();
      await window().command(say('打开预览', 'Open preview to the side'));
      await window().panel.locator('h1', { hasText: '清河县统计局' }).waitFor();
    });
    after(() => window().closeAll());

    it('shows the report with its faults, and goes with the draft both ways', async () => {
      const { panel } = window();
      assert.equal(await panel.locator('table.official').count(), 3);
      assert.equal(await panel.locator('td.fault').count(), 4);
      const said = await panel.locator('td.fault.blank').getAttribute('aria-describedby');
      assert.match(await panel.locator(`#${said}`).innerText(), say(/没有填/, /is blank/));

      // A click on a figure puts the caret into the draft, at its value.
      await panel.locator('td.value', { hasText: '91' }).click();
      await window().untilCaret(lineOf('行政许可'));
      await panel.locator('td.here', { hasText: '91' }).waitFor();

      // What is typed there is shown at once; the page stays where it is.
      await window().type('7');
      await panel.locator('td.here', { hasText: '791' }).waitFor();
      await window().press('Backspace');
      await panel.locator('td.here', { hasText: /^91$/ }).waitFor();

      // The caret moves to another row: it is the one that is marked, and seen.
      await window().press('ArrowDown', lineOf('（七）总计') - lineOf('行政许可'));
      await window().press('End');
      const total = panel.locator('td.here.fault', { hasText: '102' });
      await total.waitFor();
      assert.ok(await total.evaluate((cell) => cell.getBoundingClientRect().top < cell.ownerDocument.documentElement.clientHeight));
      await picture('preview');
    });

    it('is printed, where the window is of a browser by saving it as a page of its own', async () => {
      await window()
        .panel.locator('#print', { hasText: say('打印', 'Print') })
        .click();
      await window().saveAs(say('（预览）.html', '（preview）.html'));
    });

    it('has a checklist that leads into the draft', async () => {
      const { panel } = window();
      await panel.locator('#tab-checklist', { hasText: say('审核清单', 'Checklist') }).click();
      await panel.locator('.checklist li.violated').first().waitFor();
      const cramped = await panel.locator('.state').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
      assert.equal(cramped, 0, 'how a check stands runs into what was checked');
      await picture('checklist');
      await panel.locator('label', { hasText: say('只看没有通过的', 'Only what does not pass') }).click();
      assert.equal(await panel.locator('.checklist li.holds:visible').count(), 0);
      await panel.locator('.checklist li.violated button', { hasText: '（一）予以公开' }).first().click();
      await window().untilCaret(lineOf('（一）予以公开'));
      await picture('checklist-open');
    });

    it('the checklist is saved as a document, which is no report', async () => {
      const suffix = say('（审核清单）.md', '（checklist）.md');
      await window().command(say('导出审核清单', 'Export the checklist'));
      await window().saveAs(suffix);
      await window().openDraft(suffix);
      await window().untilLine(1, /gongkai-no-report/);
      await window().untilText(say(/^通过 \d+ · 有问题 \d+/m, /^passes \d+ · problem \d+/m));
      // The panel does not turn to it.
      await window().panel.locator('.checklist h2', { hasText: '清河县统计局' }).waitFor();
      assert.equal(await window().hasStatus(), false);
      await picture('checklist-saved');
    });
  });

  describe('the draft and its folder', () => {
    /** A work of its own, in a draft that is opened for it and closed after it. */
    const itIn = (unit: keyof typeof drafts, does: string, work: () => Promise<void>): void => {
      it(does, async () => {
        await open(unit);
        await window().toTop();
        await work();
        await window().closeAll();
      });
    };

    itIn('清河县商务局', 'what was checked is listed, and the format that the draft is held against can be chosen', async () => {
      const chooseFormat = async (format: string): Promise<void> => {
        await window().clickStatus();
        await window().choose(say('换一版格式检查', 'Check against another format'));
        await window().question(say('按哪一版格式检查', 'Check against which format?'));
        await window().choose(format);
      };
      await window().clickStatus();
      const list = await window().question(say('核对情况', 'What was checked'));
      assert.match(list, say(/37 项关系成立，2 项不成立，0 项无法核对/, /37 sums hold, 2 do not, 0 cannot be checked/));
      await picture('checks');
      await window().press('Escape');
      await chooseFormat(say('2019 版', '2019 format'));
      await window().untilStatus(say(/^2019 版/, /^2019 format/));
      await problem('table-edition');
      await chooseFormat(say('由报告年度决定', 'By the year of the report'));
      await window().untilStatus(say(/^2021 版/, /^2021 format/));
    });

    itIn('清河县商务局', 'tables are written in another layout', async () => {
      await window().command(say('改变表格写法', 'Write tables in another layout'));
      await window().question(say('把表格改写成', 'Write the tables as'));
      await picture('layouts');
      await window().choose(say('HTML 表格', 'HTML table'));
      await window().toEnd();
      await window().untilText(/<td>2<\/td>/);
      await window().untilStatus(say(/ 4 错$/, / 4 errors$/));
      await window().untilLens(say(/^2021 版 · 3\/3 行 · 1 项不成立/, /^2021 format · 3\/3 rows · 1 violated/));
      await window().untilText(say(/<td>2\s*Σ 3，差 1\s*<\/td>/, /<td>2\s*Σ 3, off by 1\s*<\/td>/));
      await picture('relayout');
    });

    itIn('清河县商务局', 'the id of a rule in the list of problems leads to what it is about', async () => {
      await problem('sum-row');
      await window().followCode('sum-row');
      const page = await window().shownPage(say('sum-row 行总计等于各类申请人之和', 'sum-row Row total equals the sum of applicants'));
      assert.match(page, say(/默认级别：错误/, /Severity: error/));
      await picture('rule');
    });

    itIn('清河县财政局', 'a report on 2020 whose year is set to 2022 is converted, after a look at what will change', async () => {
      await window().press('ArrowRight', '# 清河县财政局'.length);
      await window().press('Shift+ArrowRight', '2020'.length);
      await window().type('2022');
      const before = await window().untilProblems((all) => all.filter(({ code }) => code === 'table-edition').length === 2);
      await window().quickFix(
        await problem('table-edition'),
        say('将表二、表三换成 2021 版表样', 'Convert Table 2 (Proactive disclosure), Table 3'),
      );
      assert.match(await window().preview(), /本年制发件数/);
      await picture('conversion');
      await window().confirm();
      await window().showProblems();
      const left = await window().untilProblems((all) => !has('table-edition')(all));
      // What the old format did not ask for is left to be filled in; the other faults were there before.
      const known = new Set(before.map(({ message }) => message));
      assert.deepEqual([...new Set(left.filter(({ message }) => !known.has(message)).map(({ code }) => code))], ['cell-empty']);
      await window().untilLens(say(/^2021 版 · 6\/6 行/, /^2021 format · 6\/6 rows/));
      await picture('converted');
    });

    itIn('清河县水利局', 'a finding is silenced with a reason, and a rule turned off and on again', async () => {
      await window().clickFix(await problem('sum-disputes'), say('忽略这一处 sum-disputes', 'Silence this sum-disputes'));
      await window().untilText(/待写明理由/);
      await window().type('已核实');
      await window().untilText(/sum-disputes: 已核实 -->/);
      await untilNone('sum-disputes');
      // The lens counts it, and no sum stands beside the figure any more.
      await window().untilLens(say(/1 处已忽略/, /1 silenced/));
      await window().untilLine(
        faulty.split('\n').indexOf('| 2 | 0 | 1 | 0 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |') + 1,
        /^((?!Σ).)*$/,
      );
      await picture('silenced');
      await window().clickFix(
        await problem('cell-empty'),
        say('在本文件夹关闭规则 cell-empty', 'Turn the rule cell-empty off in this folder'),
      );
      await untilNone('cell-empty');
      await picture('rule-off');
      await window().pressInNotification(say('撤销', 'Take it back'));
      await problem('cell-empty');
    });

    itIn('清河县教育局', 'a missing table is inserted at its place', async () => {
      await problem('table-missing');
      await window().command(say('插入表格', 'Insert table'));
      await window().question(say('插入表格', 'Insert table'));
      await picture('insert-table');
      await window().choose('三、收到和处理政府信息公开申请情况');
      await window().untilProblems((all) => has('table-empty')(all) && !has('table-missing')(all));
      await picture('table-inserted');
    });

    itIn('清河县司法局', 'all that is safe is mended at once, and no figure with it', async () => {
      const rules = (all: readonly Problem[]): string => [...new Set(all.map(({ code }) => code))].sort().join(' ');
      const figures = 'cell-empty config sum-culprit sum-disputes sum-results sum-row';
      await window().untilProblems((all) => rules(all) === `${figures} section-title`.split(' ').sort().join(' '));
      await window().command(say('改正所有可安全改正的问题', 'Fix all that can be fixed safely'));
      await window().untilText(/## 一、总体情况/);
      await window().untilProblems((all) => rules(all) === figures);
    });

    it('a new report is asked for in steps, and opens where it is to be filled in', async () => {
      const title = say('新建年度报告', 'New annual report');
      await window().command(title);
      await window().question(`${title} (1/5)`);
      await window().answer('望江市档案局');
      await window().question('(2/5)');
      await window().answer('2023');
      await window().question('(3/5)');
      await picture('new-report');
      await window().choose(say('按单位名称判断', 'By the name of the unit'));
      await window().question('(4/5)');
      await window().choose(say('Markdown 表格', 'Markdown table'));
      await window().agree('(5/5)');
      await window().untilTab(titleOf('望江市档案局'));
      await window().untilStatus(say(/^2021 版 · 2023 年 · 3 错/, /^2021 format · 2023 report · 3 errors/));
      await window().untilCaret(5);
      await picture('new-report-written');
      await window().closeAll();
    });

    itIn('清河县林业局', 'the first steps show a fault of the draft that is open', async () => {
      await window().command(say('打开使用入门', 'Open the first steps'));
      await window().step(say('看到问题', 'See a fault'));
      await picture('first-steps');
      await window().pressButton(say('看第一处问题', 'Show the first fault'));
      await window().untilShown('.monaco-hover:not(.hidden) .hover-contents', say(/没有填|之和/, /is blank|add up to/));
    });

    itIn('清河县林业局', 'a fault in the config file shows in it, and what it says of rules holds at once', async () => {
      await window().untilProblems((all) => has('sum-row')(all) && all.some(({ message }) => message.includes('sum-rwo')));
      // The draft stays open behind the config file.
      await window().command('View: Keep Editor');
      assert.doesNotMatch(await window().untilShown('.markers-table-container .monaco-list-row', /sum-rwo/), /gongkai\d/);
      await window().openDraft(config);
      await window().putCaret({ line: 3, column: '    "sum-r'.length + 1 });
      await picture('config');
      await window().press('Delete', 2);
      await window().type('ow');
      await window().untilProblems((all) => has('sum-results')(all) && !has('sum-row')(all) && !has('config')(all));
    });

    it('all drafts of a folder are checked at once', async () => {
      await window().command(say('检查文件夹里的报告', 'Check the reports of a folder'));
      await window().notification(say(/^\d+ 个文件里有 \d+ 份年度报告：\d+ 个错误/, /^\d+ annual reports in \d+ files: \d+ errors/));
      await window().untilProblems(({ length }) => length > 5);
      await picture('folder');
    });
  });
}

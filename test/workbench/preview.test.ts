import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './door';
import { House, pictures } from './house';
import type { Workbench } from './workbench';

const wrong = '清河县民政局2023年政府信息公开工作年度报告.md';
const other = '望江市公安局2024年政府信息公开工作年度报告.html';
const lines = readFileSync(join(root, 'examples', wrong), 'utf8').split('\n');
const lineOf = (words: string): number => lines.findIndex((line) => line.includes(words)) + 1;

/** The page of the report beside its draft. */
describe('the preview in the workbench', function () {
  this.timeout(120_000);
  this.slow(30_000);

  const house = new House('preview', [wrong, other]);
  let workbench: Workbench;
  before(() => house.open());
  after(() => house.close());

  const inWindow =
    (work: () => Promise<void>, forcedColors: 'active' | 'none' = 'none') =>
    (): Promise<void> =>
      house.inWindow(
        async (opened) => {
          workbench = opened;
          await workbench.openDraft(wrong);
          await workbench.untilProblems((all) => all.length > 0);
          await workbench.command('打开预览');
          await workbench.panel.locator('h1').waitFor();
          await work();
        },
        { forcedColors, ours: /gongkai|Content Security Policy/ },
      );

  /** With the list of problems out of the way, and faults in sight. */
  async function picture(name: string): Promise<void> {
    await workbench.press('Control+j');
    await workbench.panel.locator('td.fault', { hasText: '36' }).scrollIntoViewIfNeeded();
    await workbench.screenshot(join(pictures, name));
    await workbench.press('Control+j');
  }

  it(
    'shows the report, and goes with the draft both ways',
    inWindow(async () => {
      const { panel } = workbench;
      assert.equal(await panel.locator('table.official').count(), 3);
      assert.equal(await panel.locator('td.fault').count(), 4);
      await picture('10-preview-light.png');

      // A click on a figure puts the caret into the draft, at its value.
      await panel.locator('td.value', { hasText: '91' }).click();
      await workbench.untilCaret(lineOf('行政许可'));
      await panel.locator('td.here', { hasText: '91' }).waitFor();

      // What is typed there is shown at once; the page stays where it is.
      await workbench.type('7');
      await panel.locator('td.here', { hasText: '791' }).waitFor();
      await workbench.press('Backspace');
      await panel.locator('td.here', { hasText: /^91$/ }).waitFor();

      // The caret moves to another row: it is the one that is marked, and seen.
      await workbench.press('ArrowDown', lineOf('（七）总计') - lineOf('行政许可'));
      await workbench.press('End');
      const total = panel.locator('td.here.fault', { hasText: '102' });
      await total.waitFor();
      assert.ok(await total.evaluate((cell) => cell.getBoundingClientRect().top < cell.ownerDocument.documentElement.clientHeight));
    }),
  );

  it(
    'can be read and walked through with the keyboard alone',
    inWindow(async () => {
      const { panel } = workbench;
      const blank = panel.locator('td.fault.blank');
      await blank.focus();
      const said = await blank.getAttribute('aria-describedby');
      assert.match(await panel.locator(`#${said}`).innerText(), /没有填/);
      await blank.press('ArrowDown');
      const next = panel.locator('td.fault:focus');
      assert.equal(await next.innerText(), '36');
      await next.press('Enter');
      await workbench.untilCaret(lineOf('（一）予以公开'));
      assert.deepEqual(await panel.locator('table.official > caption').allTextContents(), [
        '表二 主动公开政府信息情况表',
        '表三 收到和处理政府信息公开申请情况表',
        '表四 政府信息公开行政复议、行政诉讼情况表',
      ]);
    }),
  );

  it(
    'has a checklist that leads into the draft',
    inWindow(async () => {
      const { panel } = workbench;
      await panel.locator('#tab-checklist').click();
      await panel.locator('.checklist li.violated').first().waitFor();
      await workbench.screenshot(join(pictures, '11-checklist.png'));
      await panel.locator('#only-open').check();
      assert.equal(await panel.locator('.checklist li.holds:visible').count(), 0);
      await panel.locator('.checklist li.violated button', { hasText: '（一）予以公开' }).first().click();
      await workbench.untilCaret(lineOf('（一）予以公开'));
      await workbench.screenshot(join(pictures, '12-checklist-open.png'));
    }),
  );

  it(
    'follows the writer into another report, and is there again after a reload',
    inWindow(async () => {
      const { panel } = workbench;
      await workbench.openDraft(other);
      await panel.locator('h1', { hasText: '望江市公安局' }).waitFor();
      await panel.locator('#tab-checklist').click();
      await panel.locator('.checklist').waitFor();
      // The tab of the panel that is chosen.
      await workbench.reload('checklist');
      await panel.locator('.checklist h2', { hasText: '望江市公安局' }).waitFor();
      await panel.locator('#tab-preview').click();
      await panel.locator('h1', { hasText: '望江市公安局' }).waitFor();
    }),
  );

  it(
    'is saved as a document of its own, and so is the checklist',
    inWindow(async () => {
      await workbench.toTop();
      for (const [command, suffix, reads] of [
        ['导出审核清单', '（审核清单）.md', /gongkai-no-report/],
        ['导出预览', '（预览）.html', /^<!doctype html>/],
      ] as const) {
        await workbench.command(command);
        await workbench.saveAs(suffix);
        await workbench.openDraft(suffix);
        await workbench.untilLine(1, reads);
        // The checklist is no report: the panel does not turn to it.
        if (suffix.endsWith('.md'))
          assert.equal((await workbench.panel.locator('h1').innerText()).replace(/\s/g, ''), '清河县民政局2023年政府信息公开工作年度报告');
        await workbench.openDraft(wrong);
      }
    }),
  );

  it('shows a draft that was never saved, in English too', () =>
    house.inWindow(
      async (opened) => {
        workbench = opened;
        await workbench.openDraft(wrong);
        await workbench.command('File: New Untitled Text File');
        await workbench.type('清河县民政局2023年政府信息公开工作年度报告');
        await workbench.untilProblems((all) => all.some(({ code }) => code === 'section-missing'));
        await workbench.command('Open preview to the side');
        const { panel } = workbench;
        await panel.locator('h1', { hasText: '清河县民政局' }).waitFor();
        assert.equal(await panel.locator('p.absent').count(), 6);
        assert.match(await panel.locator('p.absent').first().innerText(), /is missing$/);
        await panel.locator('#tab-checklist', { hasText: 'Checklist' }).click();
        await panel.locator('.checklist li.violated', { hasText: '一、总体情况' }).waitFor();
        await workbench.screenshot(join(pictures, '15-preview-untitled.png'));
      },
      { locale: 'en-US' },
    ));

  it(
    'looks like the theme',
    inWindow(async () => {
      await workbench.command('Toggle between Light/Dark Themes');
      await workbench.panel.locator('body.vscode-dark').waitFor();
      await picture('13-preview-dark.png');
    }),
  );

  it(
    'can be read in high contrast',
    inWindow(async () => {
      await workbench.panel.locator('body.vscode-high-contrast').waitFor();
      await picture('14-preview-contrast.png');
    }, 'active'),
  );
});

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

/** The page of the report beside its draft: what `works.ts` leaves out. */
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

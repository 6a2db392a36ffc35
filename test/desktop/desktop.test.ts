import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Desktop, openDesktop, packageExtension, setUpDesktop } from '../../scripts/lib/desktop.mjs';
import { editions } from '../../server/src/editions';
import { launch } from '../workbench/browser';
import { root } from '../workbench/door';
import { expectedProblems, sorted } from '../workbench/expected';
import { itShowsEveryFeature } from '../workbench/features';
import { pictures } from '../workbench/house';
import { Workbench } from '../workbench/workbench';
import { furnishWorks, itDoesEveryWork } from '../workbench/works';

const faulty = '清河县民政局2023年政府信息公开工作年度报告.md';
/** No report, though in a language whose documents wake the extension. */
const ordinary = '会议记录.md';

/** The packaged extension in the desktop-like VS Code: client and server in Node, a folder that is not trusted. */
describe('the desktop-like VS Code', function () {
  this.timeout(180_000);
  this.slow(60_000);

  let drafts: string;
  let scratch: string;
  let browser: Browser;
  let desktop: Desktop;
  let workbench: Workbench;

  before(async function () {
    // The first time the editor is installed.
    this.timeout(900_000);
    mkdirSync(pictures, { recursive: true });
    const home = await setUpDesktop();
    assert.ok(home, 'the editor is installed');
    scratch = mkdtempSync(join(tmpdir(), 'gongkai-desktop-test-'));
    drafts = join(scratch, '年报');
    mkdirSync(drafts);
    copyFileSync(join(root, 'examples', faulty), join(drafts, faulty));
    writeFileSync(join(drafts, ordinary), '# 会议记录\n\n公司开发计划，2023年。\n');
    const vsix = await packageExtension(scratch);
    [desktop, browser] = await Promise.all([openDesktop({ home, vsix, folder: drafts, port: 0, restricted: true }), launch()]);
    workbench = await Workbench.open(browser, desktop.url, 'zh-CN');
  });
  after(async () => {
    await browser?.close();
    await desktop?.close();
    rmSync(scratch, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.screenshot(join(pictures, 'failed-desktop.png'));
  });

  /** The process of the server: it runs the bundle of the installed extension. */
  const servers = (): number[] =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
          return command.some((part) => part.startsWith(desktop.extensions) && part.endsWith('/dist/server.js'));
        } catch {
          return false;
        }
      })
      .map(Number);

  it('starts no server while no draft is open, nor for other documents', async () => {
    await workbench.untilRestricted();
    assert.deepEqual(servers(), []);
    await workbench.openDraft(ordinary);
    await workbench.command('Open the first steps');
    // The extension runs: the window is there that it opens.
    await workbench.walkthrough().waitFor();
    assert.deepEqual(servers(), []);
  });

  it('shows the faults of a draft where the command line finds them, in a folder that is not trusted', async () => {
    await workbench.openDraft(faulty);
    await workbench.showProblems();
    const faults = expectedProblems(join(drafts, faulty), 'en');
    const problems = await workbench.untilProblems(({ length }) => length === faults.length);
    assert.deepEqual(sorted(problems), sorted(faults));
    assert.equal(await workbench.untilStatus(/error/), '2021 format · 2023 report · 4 errors');
    assert.equal(servers().length, 1);
    await workbench.screenshot(join(pictures, '20-desktop.png'));
  });

  it('a remedy settles a fault', async () => {
    const problem = (await workbench.problems()).find(({ code }) => code === 'sum-disputes');
    assert.ok(problem);
    const [first] = await workbench.remedies(problem);
    assert.ok(first);
    await workbench.press('Escape');
    await workbench.quickFix(problem, first);
    await workbench.untilProblems((all) => !all.some(({ code }) => code === 'sum-disputes'));
  });

  it('a server that is killed while somebody types comes back, and nothing typed is lost', async () => {
    const [pid] = servers();
    assert.ok(pid);
    const typed = '本年度新开设了三个公开专区，由××局办理';
    await workbench.toEnd();
    await workbench.type(typed.slice(0, 6));
    process.kill(pid, 'SIGKILL');
    await workbench.type(typed.slice(6));
    // What is found now is found by another server, in the text as it is now.
    await workbench.untilProblems((all) => all.some(({ code }) => code === 'placeholder'));
    const [now] = servers();
    assert.ok(now && now !== pid);
    assert.ok((await workbench.text()).includes(typed));
    assert.equal(await workbench.hasErrors(), false, 'and nothing is said of it');
    await workbench.screenshot(join(pictures, '21-server-back.png'));
  });

  it('a new report is written into the folder', async () => {
    await workbench.command('New annual report');
    await workbench.question('(1/5)');
    await workbench.answer('望江市水务局');
    await workbench.question('(2/5)');
    await workbench.answer('2023');
    for (const place of ['(3/5)', '(4/5)', '(5/5)']) {
      await workbench.question(place);
      await workbench.press('Enter');
    }
    await workbench.untilTab('望江市水务局');
    await workbench.untilStatus(/2021 format · 2023 report · 3 errors/);
    const file = join(drafts, '望江市水务局2023年政府信息公开工作年度报告.md');
    assert.ok(existsSync(file));
    const text = readFileSync(file, 'utf8');
    for (const { label } of editions.at(-1)!.sections) assert.ok(text.includes(`## ${label.text}`));
    await workbench.screenshot(join(pictures, '22-desktop-new-report.png'));
  });

  it('checks a folder', async () => {
    await workbench.command('Check the reports of a folder');
    await workbench.notification(/2 annual reports in 3 files/);
  });

  it('welcomes where no folder is open, and writes a new report that is in no file yet', async () => {
    const empty = await Workbench.open(browser, desktop.url.replace(/\?.*/, '?ew=true'), 'zh-CN');
    try {
      await empty.pressWelcome('新建年度报告');
      await empty.question('New annual report (1/4)');
      await empty.screenshot(join(pictures, '23-welcome.png'));
      await empty.answer('望江市水务局');
      await empty.question('(2/4)');
      await empty.answer('2020');
      await empty.agree('(3/4)');
      await empty.question('(4/4)');
      await empty.choose('Divided by tabs');
      assert.equal(await empty.untilStatus(/error/), '2019 format · 2020 report · 3 errors 3 warnings');
      await empty.untilLine(1, /^望江市水务局2020年政府信息公开工作年度报告$/);
      await empty.screenshot(join(pictures, '24-untitled.png'));
    } catch (error) {
      await empty.screenshot(join(pictures, 'failed-empty.png'));
      throw error;
    } finally {
      await empty.close();
    }
  });

  for (const [language, look] of [
    ['zh', { language: 'zh-cn' }],
    ['en', {}],
  ] as const)
    describe(`in a window that speaks ${language}`, () => {
      const source = join(root, 'examples', faulty);
      before(async () => {
        await workbench.close();
        copyFileSync(source, join(drafts, faulty));
        workbench = await Workbench.open(browser, desktop.url, 'zh-CN', look);
        await workbench.openDraft(faulty);
        await workbench.showProblems();
        await workbench.untilStatus(/4 错|4 errors/);
      });
      after(() => workbench.screenshot(join(pictures, `25-desktop-${language}.png`)));

      itShowsEveryFeature(language, readFileSync(source, 'utf8'), () => workbench);
    });

  for (const [language, look] of [
    ['zh', { language: 'zh-cn' }],
    ['en', {}],
  ] as const)
    describe(`in a window on a folder of its own that speaks ${language}`, () => {
      before(async () => {
        await workbench.close();
        // Everything is written to the disk here, the settings of the folder, too.
        const folder = mkdtempSync(join(scratch, 'works-'));
        furnishWorks(folder);
        workbench = await Workbench.open(browser, desktop.url.replace(/\?.*/, `?folder=${encodeURIComponent(folder)}`), 'zh-CN', look);
        await workbench.untilRestricted();
      });

      itDoesEveryWork('desktop', language, () => workbench);
    });
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { rules } from '../../server/src/rules';
import { launch } from './browser';
import { root } from './door';

const pictures = join(root, 'out', 'screenshots');
const draft = readFileSync(join(root, 'examples', '双河县人民政府2021年政府信息公开工作年度报告.txt'), 'utf8');

/** The playground from the disk, without a network: as somebody has it who was given the folder. */
describe('the playground', function () {
  this.timeout(60_000);
  this.slow(20_000);

  let folder: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let asked: string[];

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'gongkai-site-'));
    const { buildSite } = await import('../../scripts/site.mjs');
    [browser] = await Promise.all([launch(), buildSite(folder)]);
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    complaints = [];
    asked = [];
    context = await browser.newContext({ locale: 'zh-CN', offline: true, viewport: { width: 1600, height: 1000 } });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  });
  afterEach(async () => {
    await context.close();
    assert.deepEqual(complaints, []);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith('file:')),
      [],
    );
  });

  it('finds, mends and shows what is pasted', async () => {
    const results = page.locator('#results li');
    assert.equal(await results.count(), 5);
    await page.screenshot({ path: join(pictures, '20-playground.png') });

    // A remedy settles what it stands beside, and the page shows the new figure; what has not changed is left where it is.
    const heading = page.locator('#preview h1');
    await heading.evaluate((element) => Object.assign(element, { kept: true }));
    await page.locator('#results button', { hasText: '由 36 改为 63' }).first().click();
    await page.locator('#preview td.value', { hasText: '63' }).first().waitFor();
    assert.equal(await page.locator('#results li', { hasText: 'sum-row' }).count(), 0);
    assert.equal(await heading.evaluate((element) => (element as unknown as { kept?: boolean }).kept), true);
    // What was done can be taken back, as what is typed.
    await page.keyboard.press('Control+z');
    await page.locator('#preview td.value.fault', { hasText: '36' }).waitFor();

    const area = page.locator('#text');
    await area.fill(draft);
    await page.locator('#preview h1', { hasText: '双河县人民政府' }).waitFor();
    const before = await results.count();
    assert.ok(before > 0);
    await page.locator('#fix-all').click();
    assert.ok(await page.locator('#fix-all').isDisabled());
    assert.ok((await results.count()) < before);

    await area.fill('会议记录');
    await page.locator('#preview', { hasText: '没有读作年度报告' }).waitFor();
    assert.equal(await results.count(), 0);
  });

  it('goes from a finding and from the page into the draft', async () => {
    const caret = async (): Promise<string | undefined> => {
      const at = await page.locator('#text').evaluate((area) => (area as unknown as { readonly selectionStart: number }).selectionStart);
      return (await page.locator('#text').inputValue()).slice(at).split('\n')[0];
    };
    await page.locator('#results button.place', { hasText: '（七）总计' }).click();
    assert.match((await caret()) ?? '', /^102 \|$/);
    const mark = page.locator('#underlines mark').nth(2);
    const [marked, area] = [await mark.boundingBox(), await page.locator('.editor').boundingBox()];
    assert.ok(marked && area && marked.y > area.y && marked.y < area.y + area.height, 'it is in sight');
    await page.locator('#preview td', { hasText: '91' }).click();
    assert.match((await caret()) ?? '', /^91 \|/);
    await page.locator('#preview td.here', { hasText: '91' }).waitFor();
  });

  it('speaks both languages, and has the checklist', async () => {
    await page.locator('#tab-checklist').click();
    await page.locator('#checklist .checklist li.violated').first().waitFor();
    await page.screenshot({ path: join(pictures, '21-playground-checklist.png') });
    await page.locator('#language').click();
    assert.match(await page.locator('#checklist').innerText(), /Title, sections and tables/);
    assert.equal(await page.locator('#results-head').innerText(), '5 problems');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  });

  it('brings every example, and a page for every rule', async () => {
    const names = readdirSync(join(root, 'examples')).filter((name) => name !== 'README.md');
    assert.equal(await page.locator('#examples option').count(), names.length);
    await page.locator('#examples').selectOption({ label: '桐溪镇人民政府2022年政府信息公开工作年度报告' });
    await page.locator('#preview h1', { hasText: '桐溪镇' }).waitFor();
    await page.goto(pathToFileURL(join(folder, 'rules', 'index.html')).href);
    assert.equal(await page.locator('tbody tr').count(), rules.length);
    for (const { id } of rules) {
      await page.goto(pathToFileURL(join(folder, 'rules', `${id}.html`)).href);
      assert.match(await page.locator('h1').innerText(), new RegExp(`^${id} `));
      assert.equal(await page.locator('a[href="index.html"]').count(), 1);
    }
    await page.screenshot({ path: join(pictures, '22-rule-page.png') });
  });
});

import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launch } from './browser';
import { Door, root } from './door';
import { expectedProblems, sorted } from './expected';
import { Workbench } from './workbench';

const table = '清河县民政局2023年政府信息公开工作年度报告.md';
const page = '望江市公安局2024年政府信息公开工作年度报告.html';
const pictures = join(root, 'out', 'screenshots');

describe('front door', function () {
  this.timeout(120_000);
  this.slow(20_000);

  let drafts: string;
  let browser: Browser;
  let door: Door;
  let address: string;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    drafts = mkdtempSync(join(tmpdir(), 'gongkai-drafts-'));
    for (const name of [table, page]) copyFileSync(join(root, 'examples', name), join(drafts, name));
    door = new Door('--port', '0', drafts);
    [address, browser] = await Promise.all([door.address(), launch()]);
  });

  after(async () => {
    await browser?.close();
    await door?.stop('SIGKILL');
    rmSync(drafts, { recursive: true, force: true });
  });

  describe('in a Chinese browser', () => {
    let workbench: Workbench;
    before(async () => {
      workbench = await Workbench.open(browser, address, 'zh-CN');
    });
    after(() => workbench?.close());

    it('shows the faults of the draft that it opens, where the command line finds them', async () => {
      const faults = expectedProblems(join(drafts, table));
      assert.ok(faults.some(({ code }) => code === 'sum-row'));
      const problems = await workbench.untilProblems(({ length }) => length === faults.length);
      assert.deepEqual(sorted(problems), sorted(faults));
    });

    it('underlines the cell at fault, and no longer once the figure is right', async () => {
      const before = await workbench.problems();
      const fault = before.find(({ code }) => code === 'sum-row');
      assert.ok(fault);
      const figure = await workbench.goTo(fault, 'error');
      // The draft says 36 where its parts make 63.
      assert.deepEqual(figure, { line: fault.line, text: '36' });
      const source = readFileSync(join(drafts, table), 'utf8').split('\n');
      assert.equal(source[fault.line - 1]?.slice(fault.column - 1, fault.column + 1), '36');
      await workbench.screenshot(join(pictures, '1-faults.png'));

      await workbench.retype(figure, 'error', '63');
      const corrected = source.with(fault.line - 1, (source[fault.line - 1] ?? '').replace('| 36 |', '| 63 |'));
      const file = join(drafts, `corrected-${table}`);
      writeFileSync(file, corrected.join('\n'));
      const left = expectedProblems(file);
      rmSync(file);
      assert.ok(left.length < before.length);
      assert.ok(!left.some(({ line }) => line === fault.line));
      const problems = await workbench.untilProblems(({ length }) => length === left.length);
      assert.deepEqual(sorted(problems), sorted(left));
      assert.equal(await workbench.lineText(fault.line), corrected[fault.line - 1]);
      assert.deepEqual(
        (await workbench.underlined('error')).filter(({ line }) => line === fault.line),
        [],
      );
      await workbench.screenshot(join(pictures, '2-corrected.png'));
      assert.equal(readFileSync(join(drafts, table), 'utf8'), source.join('\n'), 'the draft on the disk stays as it was');
    });

    it('shows the faults of a web page', async () => {
      const faults = expectedProblems(join(drafts, page));
      assert.ok(faults.length > 0);
      await workbench.openDraft(page);
      const problems = await workbench.untilProblems((all) =>
        faults.every((fault) => all.some(({ message }) => message === fault.message)),
      );
      const [first] = sorted(faults);
      assert.ok(first);
      await workbench.goTo(first, 'error');
      await workbench.screenshot(join(pictures, '3-web-page.png'));
      for (const fault of faults)
        assert.ok(
          problems.some((problem) => JSON.stringify(problem) === JSON.stringify(fault)),
          fault.message,
        );
    });

    it('asks no other host for anything', () => {
      assert.ok(workbench.requests.length > 10);
      assert.deepEqual(
        workbench.requests.filter((url) => !url.startsWith(address) && !/^(data|blob):/.test(url)),
        [],
      );
    });

    it('has no complaint about the extension', () => {
      assert.deepEqual(
        workbench.complaints.filter((text) => text.includes('gongkai')),
        [],
      );
    });
  });

  describe('in an English browser', () => {
    it('speaks English', async () => {
      const workbench = await Workbench.open(browser, address, 'en-US');
      try {
        const faults = expectedProblems(join(drafts, table), 'en');
        const problems = await workbench.untilProblems(({ length }) => length === faults.length);
        assert.deepEqual(sorted(problems), sorted(faults));
      } finally {
        await workbench.close();
      }
    });
  });

  describe('as a server', () => {
    const status = async (path: string, init?: RequestInit): Promise<number> => (await fetch(new URL(path, address), init)).status;

    it('serves the drafts and the extension, and nothing else of the disk', async () => {
      const mount = `static/mount/${drafts.split('/').pop()}`;
      assert.equal(await status(`${mount}/${encodeURIComponent(table)}`), 200);
      assert.equal(await status('static/gongkai/package.json'), 200);
      assert.equal(await status('static/gongkai/dist/server.js'), 200);
      for (const path of [
        'static/gongkai/package-lock.json',
        'static/gongkai/.git/config',
        'static/gongkai/dist/..%2fpackage-lock.json',
        'static/gongkai/..%2f..%2fetc%2fpasswd',
        `${mount}/..%2f..%2fetc%2fpasswd`,
        `${mount}/nothing.md`,
        'elsewhere',
      ]) {
        assert.equal(await status(path), 404, path);
      }
      assert.equal(await status(`${mount}/%zz`), 400);
      assert.equal(await status(`${mount}/%00`), 400);
      assert.equal(await status('', { method: 'POST' }), 405);
    });

    it('does not answer under a foreign name', async () => {
      const { request } = await import('node:http');
      const code = await new Promise((resolve, reject) => {
        request(address, { headers: { host: 'drafts.example' } }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end();
      });
      assert.equal(code, 403);
    });

    it('forbids the window every other host', async () => {
      const policy = (await fetch(address)).headers.get('content-security-policy') ?? '';
      assert.match(policy, /^default-src 'self' /);
      assert.doesNotMatch(policy, /https:|\s\*[\s;]/);
    });
  });

  describe('as a command', () => {
    it('says so where the port is taken, and how to choose another', async () => {
      const other = createServer();
      await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
      const { port } = other.address() as AddressInfo;
      try {
        const second = new Door('--port', `${port}`, drafts);
        assert.equal(await second.end(), 1);
        assert.match(second.said, new RegExp(`端口 ${port} 已被别的程序占用.*npm start -- --port \\d+`));
        assert.match(second.said, new RegExp(`Port ${port} is taken`));
        assert.doesNotMatch(second.said, /\bat .*:\d+:\d+/, 'no stack trace');
      } finally {
        other.close();
      }
    });

    it('says what it can do', async () => {
      const asked = new Door('--help');
      assert.equal(await asked.end(), 0);
      for (const option of ['--port', '--desktop', '--code', 'GONGKAI_PORT']) assert.ok(asked.said.includes(option), option);
    });

    it('says so where there is no VS Code on this machine, and what to do', async () => {
      const code = new Door({ PATH: dirname(process.execPath) }, '--code', drafts);
      assert.equal(await code.end(), 1);
      assert.match(code.said, /找不到命令 code。请安装/);
      assert.doesNotMatch(code.said, /\bat .*:\d+:\d+/, 'no stack trace');
    });

    it('opens the VS Code of this machine with the extension under development and the folder', async () => {
      const bin = mkdtempSync(join(tmpdir(), 'gongkai-code-'));
      try {
        writeFileSync(join(bin, 'code'), '#!/bin/sh\nprintf "%s\\n" "called with:" "$@"\n', { mode: 0o755 });
        const code = new Door({ PATH: `${bin}:${process.env.PATH}` }, '--code', drafts);
        assert.equal(await code.end(), 0);
        assert.ok(code.said.includes(`called with:\n--extensionDevelopmentPath=${root}\n${drafts}\n`), code.said);
      } finally {
        rmSync(bin, { recursive: true });
      }
    });

    it('refuses a port that is none and a folder that is not there', async () => {
      for (const args of [
        ['--port', 'http'],
        ['--port', '70000'],
        ['--port'],
        ['--colour'],
        ['--code', '--desktop'],
        [join(drafts, 'nowhere')],
      ]) {
        const refused = new Door(...args);
        assert.equal(await refused.end(), 2, args.join(' '));
        assert.match(refused.said, /\p{Script=Han}|Usage/u);
      }
    });

    it('ends on Ctrl-C and leaves the port free', async () => {
      assert.equal(await door.stop('SIGINT'), 0);
      await assert.rejects(fetch(address));
    });

    it('ends when it is told to terminate', async () => {
      const second = new Door('--port', '0', drafts);
      await second.address();
      assert.equal(await second.stop('SIGTERM'), 0);
    });
  });
});

// `npm test`: format, lint, types, build, then every suite. `--desktop`: also in the desktop-like VS Code, which is installed into a cache
// the first time; `--desktop-only`: nothing else. Ends with the line `N passed, N failed`.
// Runs in a fresh clone: whatever is installed may be imported only after setUp().
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { complain } from './lib/say.mjs';
import { endWithParent, root, setUp } from './lib/setup.mjs';

const bin = (/** @type {string} */ path) => join(root, 'node_modules', path);

/**
 * A step: what it runs with Node, and how long it may take before it counts as failed. Each is one check; a suite
 * counts its tests instead.
 * @typedef {{ name: string, args: string[], seconds: number, suite?: boolean }} Step
 */

const mocha = [bin('mocha/bin/mocha.js'), '--forbid-only', '--reporter', join(root, 'scripts', 'lib', 'reporter.mjs')];

/** What is done on a screen is done once more where it failed, and said to have been: a busy machine may be late by half a minute. */
const onScreen = [...mocha, '--retries', '1'];

/** @type {Step[]} */
const steps = [
  { name: '格式与静态检查 format and lint', args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'], seconds: 60 },
  { name: '类型检查 types', args: [bin('typescript/bin/tsc'), '--noEmit'], seconds: 120 },
  { name: '预览页类型检查 types of the preview page', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'client/webview'], seconds: 60 },
  { name: '试用页类型检查 types of the playground', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'site'], seconds: 60 },
  { name: '死代码 dead code', args: [bin('knip/bin/knip.js'), '--no-progress'], seconds: 120 },
  { name: '构建 build', args: [join(root, 'scripts', 'build.mjs')], seconds: 60 },
  { name: '测试 suites', args: [...mocha, '--ignore', 'test/{workbench,desktop}/**', 'test/**/*.test.ts'], seconds: 1500, suite: true },
  { name: '编辑器内测试 workbench', args: [...onScreen, 'test/workbench/**/*.test.ts'], seconds: 900, suite: true },
];

/** Counts as left out, loudly, where the machine cannot run it; as failed where it could not be installed. @type {Step} */
const desktop = { name: '桌面版 VS Code 内测试 desktop', args: [...onScreen, 'test/desktop/**/*.test.ts'], seconds: 1200, suite: true };

const { values: wanted } = parseArgs({ options: { desktop: { type: 'boolean' }, 'desktop-only': { type: 'boolean' } } });

endWithParent();
let passed = 0;
let failed = 0;
/** What failed, said once more at the end: of a long run often only its last lines are kept. @type {string[]} */
const failures = [];
const scratch = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
try {
  if (await setUp()) {
    if (!wanted['desktop-only']) for (const step of steps) await take(step);
    if (wanted.desktop || wanted['desktop-only']) await takeDesktop();
  } else {
    failed += 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
if (failures.length > 0) console.log(`\n── 未通过 what failed\n${failures.map(brief).join('\n')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function takeDesktop() {
  const { unsupported } = await import('./lib/desktop.mjs');
  const why = unsupported();
  if (!why) return take(desktop);
  console.log(`\n── ${desktop.name}`);
  complain(`━━━━ 跳过！${why.zh} ━━━━`, `━━━━ LEFT OUT! ${why.en} ━━━━`);
}

/** @param {Step} step */
async function take({ name, args, seconds, suite }) {
  console.log(`\n── ${name}`);
  const counts = join(scratch, 'counts.json');
  rmSync(counts, { force: true });
  const started = Date.now();
  const status = await run(args, seconds, { GONGKAI_COUNTS: counts });
  const took = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const found = suite ? readCounts(counts) : undefined;
  passed += found?.passed ?? (status === 0 && !suite ? 1 : 0);
  failed += found?.failed ?? 0;
  // A suite that broke down has no counts, or has counts without a failure and a bad status all the same.
  const broken = suite ? !found || (status !== 0 && found.failed === 0) || found.passed + found.failed === 0 : status !== 0;
  failures.push(...(found?.failures ?? []));
  if (broken) {
    failed += 1;
    failures.push(name);
  }
  console.log(broken || found?.failed ? `── 失败 failed: ${name} (${took})` : `── 通过 ok (${took})`);
}

/** The first lines of what a failure says: that of a random draft names its seed there. */
function brief(/** @type {string} */ failure) {
  return failure.split('\n').slice(0, 8).join('\n    ');
}

/** @param {string} file @returns {{ passed: number, failed: number, failures: string[] } | undefined} */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Runs Node on a script and returns its exit status; 1 where it did not end in time. Its process group is ended with it.
 * @param {string[]} args @param {number} seconds @param {Record<string, string>} env
 * @returns {Promise<number>}
 */
function run(args, seconds, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      detached: true,
    });
    const kill = () => {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    };
    const limit = setTimeout(() => {
      console.log(`── ${seconds} 秒内没有结束 did not end within ${seconds} s`);
      kill();
    }, seconds * 1000);
    const interrupt = () => {
      kill();
      process.exit(130);
    };
    process.once('SIGINT', interrupt);
    process.once('SIGTERM', interrupt);
    child.once('close', (code) => {
      clearTimeout(limit);
      process.removeListener('SIGINT', interrupt);
      process.removeListener('SIGTERM', interrupt);
      resolve(code ?? 1);
    });
  });
}

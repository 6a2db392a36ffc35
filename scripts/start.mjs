// `npm start`: the front door. Sets itself up, builds, and shows drafts in VS Code: in the browser, in the desktop-like one
// (`--desktop`), or in the one that is installed here (`--code`).
// Runs in a fresh clone: whatever is installed may be imported only after setUp().
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { complain, say } from './lib/say.mjs';
import { endWithParent, root, setUp } from './lib/setup.mjs';

const defaultPort = 3100;
const examples = join(root, 'examples');

const usage = `用法 Usage: npm start -- [选项 options] [文件夹 FOLDER]

在浏览器里打开 VS Code，装好本扩展，打开文件夹（不写则打开示例）。
Opens a VS Code in the browser with the extension and a folder; the examples where none is named.

  --port N     用这个端口，0 为任意空闲端口；也可用环境变量 GONGKAI_PORT（默认 ${defaultPort}）
               the port, 0 for any free one; also GONGKAI_PORT (default ${defaultPort})
  --desktop    桌面版 VS Code 的替身：扩展装成安装包，在 Node 里运行；改动写入磁盘。第一次要下载约 800 MB
               a desktop-like VS Code with the packaged extension in Node; edits go to the disk. Some 800 MB are installed once
  --code       本机已安装的 VS Code（命令 code），以开发方式加载本扩展
               the VS Code that is installed here (command code), with the extension under development
  --help       这些说明 this text
`;

endWithParent();
process.exitCode = await main();

async function main() {
  const options = readOptions();
  if (!options) return 2;
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  // Said before a minute of installation, not after it.
  const taken = options.how === 'code' ? undefined : await tryPort(options.port);
  if (taken) {
    sayPort(taken, options.port);
    return 1;
  }
  if (!(await setUp())) return 1;
  say('正在构建扩展……', 'Building the extension …');
  try {
    await (await import('./build.mjs')).buildAll();
  } catch (error) {
    complain(`构建失败：${message(error)}`, 'The build failed.');
    return 1;
  }
  if (options.how === 'code') return openCode(options);
  return options.how === 'desktop' ? openInDesktop(options) : openInBrowser(options);
}

/** @typedef {{ port: number, folder: string | undefined, how: 'web' | 'desktop' | 'code', help: boolean }} Options */

/** Serves the page until a signal comes. @param {Options} options @returns {Promise<number>} the exit status */
async function openInBrowser({ folder = examples, port }) {
  const { openFrontDoor } = await import('./front-door/server.mjs');
  let door;
  try {
    door = await openFrontDoor({ root, folder, port, draft: firstDraft(folder) });
  } catch (error) {
    sayPort(error, port);
    return 1;
  }
  // Before the first word: whoever reads it may end this at once.
  const ended = untilSignal();
  sayOpen(door.url);
  say(
    '在页面里改动的内容只留在页面里，不写入磁盘。按 Ctrl-C 结束。',
    'What you edit stays in the page; nothing is written to the disk. Ctrl-C ends it.',
  );
  await ended;
  await door.close();
  say('已结束。', 'Ended.');
  return 0;
}

/** Runs the desktop-like VS Code until a signal comes. @param {Options} options @returns {Promise<number>} the exit status */
async function openInDesktop({ folder, port }) {
  const { openDesktop, packageExtension, setUpDesktop, unsupported } = await import('./lib/desktop.mjs');
  const why = unsupported();
  if (why) {
    complain(`${why.zh}请不带 --desktop 启动，或用 --code。`, `${why.en} Start without --desktop, or with --code.`);
    return 1;
  }
  const home = await setUpDesktop();
  if (!home) return 1;
  const scratch = mkdtempSync(join(tmpdir(), 'gongkai-start-'));
  // What is edited is written: the examples stay as they are.
  const drafts = folder ?? join(scratch, 'examples');
  try {
    if (!folder) cpSync(examples, drafts, { recursive: true });
    const desktop = await openDesktop({ home, vsix: await packageExtension(scratch), folder: drafts, port });
    const stopped = untilSignal();
    sayOpen(desktop.url);
    if (folder) say('改动会写入这个文件夹。按 Ctrl-C 结束。', 'What you edit is written to this folder. Ctrl-C ends it.');
    else say('打开的是示例的副本，结束时删除。按 Ctrl-C 结束。', 'These are copies of the examples, removed at the end. Ctrl-C ends it.');
    const code = await Promise.race([stopped, desktop.ended]);
    await desktop.close();
    if (typeof code === 'number') {
      complain(`VS Code 意外结束（${code}）。`, 'VS Code has ended unexpectedly.');
      return 1;
    }
    say('已结束。', 'Ended.');
    return 0;
  } catch (error) {
    complain(`无法启动：${message(error)}`, 'It could not be started.');
    return 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Starts the VS Code that is installed here, which then goes on by itself. @param {Options} options @returns {Promise<number>} */
function openCode({ folder = examples }) {
  return new Promise((resolve) => {
    const child = spawn('code', [`--extensionDevelopmentPath=${root}`, folder], { stdio: 'inherit', shell: process.platform === 'win32' });
    const missing = () =>
      complain(
        '找不到命令 code。请安装 VS Code 1.91 或更高版本，在其命令面板里执行“Shell Command: Install code command in PATH”；或不带 --code 启动。',
        'There is no command code. Install VS Code 1.91 or later, with its command in the PATH; or start without --code.',
      );
    child.once('error', () => {
      missing();
      resolve(1);
    });
    child.once('close', (code) => {
      // One that could not be started at all has been told of.
      if (code !== null && code < 0) return;
      if (code === 0) say('已在 VS Code 中打开。', 'Open in VS Code.');
      else if (code === 127 || code === 9009) missing();
      else complain(`VS Code 没有打开（${code}）。`, 'VS Code did not open.');
      resolve(code === 0 ? 0 : 1);
    });
  });
}

/** @param {string} url */
function sayOpen(url) {
  say(`已打开，请用浏览器访问：${url}`, `Ready. Open this address in a browser: ${url}`);
}

/** @returns {Promise<string>} the signal that ends it */
function untilSignal() {
  return new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(signal));
  });
}

/** @returns {Options | undefined} absent where the call was wrong, which has been said */
function readOptions() {
  let parsed;
  try {
    parsed = parseArgs({
      options: { port: { type: 'string' }, desktop: { type: 'boolean' }, code: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    complain(message(error), usage);
    return undefined;
  }
  const { desktop = false, code = false, help = false } = parsed.values;
  if (desktop && code) {
    complain('--desktop 和 --code 只能选一个。', 'Either --desktop or --code.');
    return undefined;
  }
  const written = parsed.values.port ?? process.env.GONGKAI_PORT ?? String(defaultPort);
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  if (!(port <= 65535)) {
    complain(`端口号应为 0–65535 的整数，现在是“${written}”。`, `The port must be a whole number from 0 to 65535, not "${written}".`);
    return undefined;
  }
  const named = parsed.positionals[0];
  const folder = named === undefined ? undefined : resolve(named);
  if (folder !== undefined && !(existsSync(folder) && statSync(folder).isDirectory())) {
    complain(`找不到文件夹：${folder}`, `No such folder: ${folder}`);
    return undefined;
  }
  return { port, folder, how: desktop ? 'desktop' : code ? 'code' : 'web', help };
}

/** @param {number} port @returns {Promise<Error | undefined>} why it cannot be had */
function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
}

/** @param {unknown} error @param {number} port */
function sayPort(error, port) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const free = port === defaultPort ? defaultPort + 1 : defaultPort;
  const how = `npm start -- --port ${free}`;
  if (code === 'EADDRINUSE') {
    complain(
      `端口 ${port} 已被别的程序占用。请换一个端口：${how}（或设置环境变量 GONGKAI_PORT=${free}）。`,
      `Port ${port} is taken by another program. Choose another one: ${how} (or set GONGKAI_PORT=${free}).`,
    );
  } else if (code === 'EACCES') {
    complain(`没有权限使用端口 ${port}。请换一个端口：${how}。`, `Port ${port} may not be used. Choose another one: ${how}.`);
  } else {
    complain(`无法启动：${message(error)}`, 'The server could not be started.');
  }
}

/** The draft that is open when the page comes up: the one that the README shows, or else the first. @param {string} folder */
function firstDraft(folder) {
  const drafts = readdirSync(folder)
    .filter((name) => /\.(md|txt|html?|gkbg)$/.test(name) && !/^readme/i.test(name))
    .sort();
  return drafts.find((name) => name === '清河县民政局2023年政府信息公开工作年度报告.md') ?? drafts[0];
}

/** @param {unknown} error */
function message(error) {
  return error instanceof Error ? error.message : String(error);
}

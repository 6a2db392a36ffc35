// Makes the playground and the pages of the rules in HTML: `npm run build:site` → out/site/. Everything that a page needs stands in
// the page, so that it works from a file server, from the disk, and without a network.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { marked } from 'marked';
import { forBrowser } from './build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (/** @type {string[]} */ ...path) => readFileSync(join(root, ...path), 'utf8');
const hash = (/** @type {string} */ text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The draft that the page opens with: it has faults of several kinds. */
const first = '清河县民政局2023年政府信息公开工作年度报告.md';

/** @param {string} folder made where it is not there */
export async function buildSite(folder) {
  mkdirSync(join(folder, 'rules'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), await playground());
  for (const name of readdirSync(join(root, 'docs', 'rules'))) {
    const page = name === 'README.md' ? 'index.html' : name.replace(/\.md$/, '.html');
    writeFileSync(join(folder, 'rules', page), await rulePage(read('docs', 'rules', name)));
  }
}

async function playground() {
  const style = read('media', 'preview.css') + read('site', 'page.css');
  const { outputFiles } = await build({
    ...forBrowser,
    metafile: false,
    entryPoints: [join(root, 'site', 'main.ts')],
    format: 'iife',
    write: false,
  });
  // Nothing in the page may end its script.
  const script = (outputFiles?.[0]?.text ?? '').replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3c!--');
  const drafts = JSON.stringify(examples()).replaceAll('<', '\\u003c');
  const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
  return read('site', 'page.html')
    .replace('content=""', () => `content="${policy}"`)
    .replace('</head>', () => `<style>${style}</style>\n</head>`)
    .replace('</body>', () => `<script type="application/json" id="drafts">${drafts}</script>\n<script>${script}</script>\n</body>`);
}

function examples() {
  const names = readdirSync(join(root, 'examples')).filter((name) => name !== 'README.md');
  return [first, ...names.filter((name) => name !== first).sort()].map((name) => ({
    name: name.slice(0, -extname(name).length),
    text: read('examples', name),
  }));
}

/** @param {string} markdown */
async function rulePage(markdown) {
  const style = read('site', 'rules.css');
  const body = await marked.parse(
    markdown.replace(/\]\((README|[\w-]+)\.md\)/g, (_, name) => `](${name === 'README' ? 'index' : name}.html)`),
  );
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? '';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hash(style)}">
<meta name="viewport" content="width=device-width">
<title>${title} · gongkai</title>
<style>${style}</style>
</head>
<body>
<p><a href="../index.html">政府信息公开年报检查 gongkai</a></p>
${body}</body>
</html>
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const folder = join(root, 'out', 'site');
  await buildSite(folder);
  console.log(pathToFileURL(join(folder, 'index.html')).href);
}

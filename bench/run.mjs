// `npm run bench`: builds the product and the bench, then measures. See README.md in this folder.
// Runs in a fresh clone: whatever is installed may be imported only after setUp().
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { endWithParent, root, setUp } from '../scripts/lib/setup.mjs';

const folder = dirname(fileURLToPath(import.meta.url));

/** Programs that run in processes of their own, and the one that starts them. */
const programs = [
  'main',
  'workers/analysis',
  'workers/firstCall',
  'workers/firstCompiled',
  'workers/growth',
  'workers/peers',
  'workers/scanFiles',
  'workers/emptyServer',
];

endWithParent();
if (await setUp()) {
  // A folder of its own for each run: a second one may be under way.
  const out = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  process.once('exit', () => rmSync(out, { recursive: true, force: true }));
  await bundleAll(out);
  const { main } = await import(pathToFileURL(join(out, 'main.js')).href);
  process.exitCode = await main(process.argv.slice(2), root, out);
} else {
  process.exitCode = 1;
}

/**
 * What is measured is the sources as they are, bundled as they are shipped; never what happens to lie in dist/.
 * @param {string} out
 */
async function bundleAll(out) {
  const { build } = await import('esbuild');
  const { bundles, compileAhead, exampleFiles, keepCompiled } = await import('../scripts/build.mjs');
  /** @type {import('esbuild').BuildOptions} */
  const logged = { absWorkingDir: root, logLevel: 'error' };
  const product = bundles.filter(({ file }) => /(?:cli|program|server)\.js$/.test(file));
  for (const { file, options } of product) await build({ ...options, ...logged, metafile: false, outfile: join(out, basename(file)) });
  compileAhead(out);
  const { options: shipped } = bundles.find(({ file }) => basename(file) === 'server.js') ?? {};
  for (const program of programs)
    await build({
      ...shipped,
      ...logged,
      format: 'cjs',
      metafile: false,
      entryPoints: [join(folder, 'src', `${program}.ts`)],
      outfile: join(out, `${basename(program)}.js`),
    });
  keepCompiled([join(out, 'firstCompiled.js'), JSON.stringify(exampleFiles())], 0);
}

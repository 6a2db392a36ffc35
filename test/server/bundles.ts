import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Builds bundles (`server.js`, `cli.js`, …) as `npm run build` does, but into a folder of its own: the tests
 * judge the sources as they are, not what happens to lie in dist/. Remove it when done.
 */
export async function bundle(...names: string[]): Promise<{ folder: string; remove: () => void }> {
  const { bundles } = await import('../../scripts/build.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bundles-'));
  for (const name of names) {
    const found = bundles.find(({ file }) => basename(file) === name);
    if (!found) throw new RangeError(`no bundle ${name}`);
    await build({ ...found.options, outfile: join(folder, name), logLevel: 'error' });
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

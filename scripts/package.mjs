// `npm run package`: the extension as a .vsix. Two runs on the same sources give the same bytes: the order of the files, their times
// and modes are fixed.
import { chmodSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build.mjs';
import { root } from './lib/setup.mjs';

// The first moment that a zip can tell; its times have no zone. To be set before anything reads them.
process.env.SOURCE_DATE_EPOCH ??= String(Date.UTC(1980, 0, 1) / 1000);
process.env.TZ = 'UTC';
const { createVSIX, listFiles, PackageManager } = await import('@vscode/vsce');

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const options = {
  cwd: root,
  // Everything is bundled.
  packageManager: PackageManager.None,
  packagePath: resolve(values.out ?? join(root, `${name}-${version}.vsix`)),
  readmePath: 'docs/extension.md',
  // The sources are not published anywhere yet.
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
};
await buildAll();
for (const file of await listFiles(options)) chmodSync(join(root, file), 0o644);
await createVSIX(options);

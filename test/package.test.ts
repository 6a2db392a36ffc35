import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
/** Bytes that the package may weigh: it is carried into closed networks by hand. */
const limit = 600_000;

/** The files of a zip with their times, from its central directory. */
function entries(zip: Buffer): { name: string; time: number }[] {
  const found: { name: string; time: number }[] = [];
  for (let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16); zip.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [number, number, number];
    found.push({ name: zip.toString('utf8', at + 46, at + 46 + name), time: zip.readUInt32LE(at + 12) });
    at += 46 + name + extra + comment;
  }
  return found;
}

describe('the package', () => {
  let folder: string;
  let output = '';
  const build = (name: string): Buffer => {
    const file = join(folder, name);
    const run = spawnSync(process.execPath, [join(root, 'scripts', 'package.mjs'), '--out', file], { encoding: 'utf8' });
    output = run.stdout + run.stderr;
    assert.equal(run.status, 0, output);
    return readFileSync(file);
  };
  let first: Buffer;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongkai-package-'));
    first = build('first.vsix');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('holds what is needed at run time, and nothing else', () => {
    assert.deepEqual(
      entries(first)
        .map(({ name }) => name)
        .sort(),
      [
        '[Content_Types].xml',
        'extension.vsixmanifest',
        ...[
          'LICENSE.txt',
          'changelog.md',
          'dist/THIRD-PARTY-NOTICES.txt',
          'dist/client.js',
          'dist/extension.js',
          'dist/server.js',
          'dist/yaml.js',
          'images/icon.png',
          ...['export', 'fault', 'fix', 'folder', 'newReport', 'row'].map((name) => `images/walkthrough/${name}.svg`),
          'l10n/bundle.l10n.zh-cn.json',
          'language-configuration.json',
          'media/preview.css',
          'media/preview.js',
          'package.json',
          'package.nls.json',
          'package.nls.zh-cn.json',
          'readme.md',
          'schemas/gongkairc.schema.json',
          'syntaxes/gongkai-markdown-injection.tmLanguage.json',
          'syntaxes/gongkai-report.tmLanguage.json',
        ].map((name) => `extension/${name}`),
      ].sort(),
    );
  });

  it('has every file that the manifest names', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:dist|images|l10n|syntaxes|schemas)\/[^"]+)"/g)].map(([, path]) => path ?? '');
    const packed = new Set(entries(first).map(({ name }) => name));
    assert.ok(named.length > 8);
    for (const path of named) assert.ok(path === 'dist/cli.js' || packed.has(`extension/${path}`), path);
    assert.ok(existsSync(join(root, 'images', 'icon.svg')), 'what the icon is made from');
  });

  it(`weighs at most ${limit / 1000} KB`, () => assert.ok(first.length <= limit, `${first.length} bytes`));

  it('is made without a warning', () => assert.doesNotMatch(output, /warn/i));

  it('is the same, byte for byte, when it is made again from files of another date', () => {
    const touched = new Date(2001, 1, 2);
    for (const file of ['LICENSE', 'l10n/bundle.l10n.zh-cn.json', 'images/icon.png']) utimesSync(join(root, file), touched, touched);
    const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    assert.equal(hash(build('second.vsix')), hash(first));
    assert.equal(new Set(entries(first).map(({ time }) => time)).size, 1);
  });
});

it('README names every library, and why it is there', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', object>;
  const libraries = readFileSync(join(root, 'README.md'), 'utf8').split('\n## Libraries\n')[1]?.split('\n## ')[0] ?? '';
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter((name) => !name.startsWith('@types/'));
  const named = new Set(libraries.match(/[@\w][\w/-]*/g));
  assert.deepEqual(
    names.filter((name) => !named.has(name)),
    [],
  );
});

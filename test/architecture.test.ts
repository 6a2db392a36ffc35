import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix, relative, sep } from 'node:path';
import { build } from 'esbuild';

const root = dirname(__dirname);

/** A part of the product, and what it may import: of the other parts, and of the packages. Types count like values. */
interface Part {
  readonly holds: RegExp;
  readonly parts: readonly string[];
  readonly packages: readonly string[];
}

const node = builtinModules.flatMap((name) => [name, `node:${name}`]);
const core = ['editions', 'reading', 'relations', 'rules', 'analysis', 'editing', 'config'];
const protocol = ['vscode-languageserver', 'vscode-languageserver-textdocument'];

/** The first that holds a file is its part. */
const parts: Readonly<Record<string, Part>> = {
  editions: { holds: /^server\/src\/editions\//, parts: [], packages: [] },
  // What comes before reading: which documents and texts are worth it, which text some bytes are. Also the command line's and the client's.
  input: { holds: /^server\/src\/input\//, parts: ['editions'], packages: [] },
  reading: { holds: /^server\/src\/reading\//, parts: ['editions'], packages: ['htmlparser2'] },
  analysis: {
    holds: /^server\/src\/analysis\/(?:analyze|remedies)\.ts$/,
    parts: ['editions', 'reading', 'relations', 'editing', 'rules'],
    packages: [],
  },
  // What the rules are given of the analysis.
  relations: { holds: /^server\/src\/analysis\//, parts: ['editions', 'reading'], packages: [] },
  // From the model to edits; the rules offer them as remedies.
  editing: { holds: /^server\/src\/editing\//, parts: ['editions', 'reading', 'relations'], packages: [] },
  rules: { holds: /^server\/src\/rules\//, parts: ['editions', 'reading', 'relations', 'editing'], packages: [] },
  // What the user and the project want: from files and settings, to severities and options.
  config: {
    holds: /^server\/src\/config\//,
    parts: ['editions', 'input', 'reading', 'editing', 'rules', 'analysis'],
    packages: ['jsonc-parser', 'yaml'],
  },
  positions: { holds: /^server\/src\/positions\.ts$/, parts: ['reading'], packages: protocol },
  features: { holds: /^server\/src\/features\//, parts: [...core, 'positions'], packages: protocol },
  // Views that are documents: of the helpers of the features they use those that know nothing of the protocol.
  preview: { holds: /^server\/src\/preview\//, parts: [...core, 'features'], packages: [] },
  checklist: { holds: /^server\/src\/checklist\//, parts: [...core, 'features', 'preview'], packages: [] },
  server: {
    holds: /^server\/src\/[^/]+\.ts$/,
    parts: [...core, 'input', 'positions', 'features', 'preview', 'checklist'],
    packages: [...protocol, ...node],
  },
  cli: { holds: /^cli\/src\//, parts: [...core, 'input'], packages: ['vscode-languageserver-textdocument', ...node] },
  // What runs in the page of a panel: it has the document and the messages of the client, and nothing else.
  webview: { holds: /^client\/webview\//, parts: [], packages: [] },
  // The playground: the core in a page, with what the page of the panel has.
  site: { holds: /^site\//, parts: [...core, 'input', 'features', 'preview', 'checklist', 'webview'], packages: [] },
  client: { holds: /^client\/src\//, parts: ['input'], packages: ['vscode', 'vscode-languageclient', ...node] },
};

const partOf = (file: string): string | undefined => Object.keys(parts).find((name) => parts[name]?.holds.test(file));

/** Every module that a TypeScript source names, as it is written. */
function specifiers(source: string): string[] {
  const statement =
    /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]|\brequire\s*\(\s*['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm;
  return [...source.matchAll(statement)].map((match) => match.slice(1).find((found) => found !== undefined) as string);
}

/** The file that a relative specifier means, from the base with `/`. */
function resolve(base: string, importer: string, specifier: string): string {
  const path = posix.join(posix.dirname(importer), specifier);
  return [path, `${path}.ts`, `${path}/index.ts`].find((file) => /\.\w+$/.test(file) && existsSync(join(base, file))) ?? path;
}

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:') ? specifier : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

function sources(base: string): string[] {
  return ['server', 'cli', 'client', 'site']
    .filter((folder) => existsSync(join(base, folder)))
    .flatMap((folder) =>
      readdirSync(join(base, folder), { recursive: true, encoding: 'utf8' }).map((file) => posix.join(folder, file.split(sep).join('/'))),
    )
    .filter((file) => file.endsWith('.ts'));
}

/** The imports that go where they must not, one line each. */
function violations(base: string): string[] {
  return sources(base).flatMap((file) => {
    const name = partOf(file);
    const part = name === undefined ? undefined : parts[name];
    if (!part) return [`${file}: belongs to no part of the product`];
    return specifiers(readFileSync(join(base, file), 'utf8')).flatMap((specifier) => {
      if (!specifier.startsWith('.'))
        return part.packages.includes(packageOf(specifier)) ? [] : [`${file}: ${name} must not import ${specifier}`];
      const target = resolve(base, file, specifier);
      // The bundles of the other processes and the manifest are no parts.
      if (target === 'package.json') return [];
      const to = partOf(target);
      return to !== undefined && (to === name || part.parts.includes(to))
        ? []
        : [`${file}: ${name} must not import ${to ?? target} (${specifier})`];
    });
  });
}

/** A generator function that stands in another function, which makes it anew at every call: the formatter indents it. */
const INNER_GENERATOR = /^[ \t].*\bfunction ?\*/m;

describe('architecture', () => {
  it('keeps the directions of imports', () => {
    assert.deepEqual(violations(root), []);
  });

  it('sees every import that the bundler sees', async () => {
    const entries = [
      'cli/src/start.ts',
      'cli/src/main.ts',
      'server/src/main.ts',
      'server/src/config/yaml.ts',
      'client/webview/preview.ts',
      'site/main.ts',
      'client/src/extension.ts',
    ];
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: entries,
      outdir: 'out/architecture',
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      packages: 'external',
    });
    const missed = Object.entries(metafile.inputs).flatMap(([file, { imports }]) => {
      if (!file.endsWith('.ts')) return [];
      const seen = specifiers(readFileSync(join(root, file), 'utf8'));
      return imports.filter(({ original, path }) => !seen.includes(original ?? path)).map(({ path }) => `${file}: ${path}`);
    });
    assert.ok(Object.keys(metafile.inputs).length > 20, 'the bundles hold the product');
    assert.deepEqual(missed, []);
  });

  it('makes no generator function anew for every report', () => {
    assert.match('function f() {\n  return function* () {};\n}\n', INNER_GENERATOR);
    assert.deepEqual(
      sources(root).filter((file) => INNER_GENERATOR.test(readFileSync(join(root, file), 'utf8'))),
      [],
    );
  });

  describe('of a product that breaks them', () => {
    let base: string;
    beforeEach(() => {
      base = mkdtempSync(join(tmpdir(), 'gongkai-architecture-'));
    });
    afterEach(() => rmSync(base, { recursive: true }));

    const write = (file: string, text: string): void => {
      mkdirSync(dirname(join(base, file)), { recursive: true });
      writeFileSync(join(base, file), text);
    };

    const faults: [title: string, file: string, text: string, said: RegExp][] = [
      ['the core uses Node', 'server/src/reading/a.ts', `import { readFileSync } from 'node:fs';`, /reading must not import node:fs/],
      ['the core uses Node under its old name', 'server/src/rules/a.ts', `import fs from 'fs';`, /rules must not import fs/],
      [
        'the core uses the protocol',
        'server/src/editing/a.ts',
        `import type { Range } from 'vscode-languageserver';`,
        /editing must not import vscode-languageserver/,
      ],
      [
        'the core uses the editor, as a type',
        'server/src/analysis/a.ts',
        `import type { Uri } from 'vscode';`,
        /relations must not import vscode/,
      ],
      ['reading asks a rule', 'server/src/reading/a.ts', `import { b } from '../rules/b';`, /reading must not import rules/],
      ['an edition reads', 'server/src/editions/a.ts', `export * from '../reading/b';`, /editions must not import reading/],
      [
        'a rule runs the analysis',
        'server/src/rules/a.ts',
        `import type {\n  Analysis,\n} from '../analysis/analyze';`,
        /rules must not import analysis/,
      ],
      ['a feature uses the server', 'server/src/features/a.ts', `import { serve } from '../server';`, /features must not import server/],
      [
        'the command line uses a feature',
        'cli/src/a.ts',
        `import { b } from '../../server/src/features/b';`,
        /cli must not import features/,
      ],
      [
        'the command line loads the server',
        'cli/src/commands/a.ts',
        `const b = await import('../../../server/src/node');`,
        /cli must not import server/,
      ],
      ['the server imports the client', 'server/src/a.ts', `import { b } from '../../client/src/b';`, /server must not import client/],
      [
        'the client imports the core',
        'client/src/a.ts',
        `import { analyze } from '../../server/src/analysis/analyze';`,
        /client must not import analysis/,
      ],
      ['a file stands beside the parts', 'server/src/else/a.ts', '', /belongs to no part/],
    ];
    for (const [title, file, text, said] of faults) {
      it(`says that ${title}`, () => {
        write(file, text);
        for (const name of ['rules', 'features', 'reading']) write(`server/src/${name}/b.ts`, '');
        for (const name of ['server', 'node', 'analysis/analyze']) write(`server/src/${name}.ts`, '');
        write('client/src/b.ts', '');
        const found = violations(base);
        assert.equal(found.length, 1);
        assert.match(found[0] ?? '', said);
      });
    }

    it('is silent on one that does not', () => {
      write('server/src/reading/a.ts', `import type { Edition } from '../editions';\nimport { b } from './b';\n`);
      write('server/src/reading/b.ts', `import { Parser } from 'htmlparser2';\n`);
      write('server/src/editions/index.ts', 'export {};\n');
      assert.deepEqual(violations(base), []);
    });
  });

  it('is the one that folders and documents name', () => {
    for (const folder of [
      'server/src/editions',
      'server/src/reading',
      'server/src/rules',
      'server/src/analysis',
      'cli/src',
      'client/src',
    ]) {
      assert.ok(
        sources(root).some((file) => file.startsWith(`${folder}/`)),
        `${relative(root, join(root, folder))} holds sources`,
      );
    }
  });
});

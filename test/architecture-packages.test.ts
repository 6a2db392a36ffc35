import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(__dirname, '..', file), 'utf8'));

describe('packages', () => {
  const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Package>> };

  it('are asked for in exact versions', () => {
    const { dependencies, devDependencies } = read('package.json') as Package;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    assert.deepEqual(loose, []);
  });

  // npm leaves out of the lock file what a registry does not have at the time, and `npm ci` then refuses it everywhere.
  it('stand in the lock file for every platform', () => {
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !ancestors(path).some((folder) => packages[`${folder}node_modules/${name}`]))
        .map((name) => `${path} → ${name}`),
    );
    assert.deepEqual(missing, []);
  });

  it('name no registry in the lock file', () => {
    assert.deepEqual(
      Object.values(packages).filter(({ resolved }) => resolved !== undefined),
      [],
    );
  });
});

/** The folders that Node looks in for a package, from the innermost, with `/` at the end. */
function ancestors(path: string): string[] {
  if (path === '') return [''];
  const at = path.lastIndexOf('/node_modules/');
  return [`${path}/`, ...ancestors(at < 0 ? '' : path.slice(0, at))];
}

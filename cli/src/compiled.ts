import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs the bundle `name.js` beside this one, together with what V8 made of it when it was built (`name.cache`): much of a short run is
 * compiling otherwise. The flags of V8 are to be set before: it takes what it made only where it ran with the same ones.
 * @throws what the bundle throws, and where there is none
 */
export function runCompiled(name: string): void {
  const filename = join(__dirname, `${name}.js`);
  // As Node wraps a module.
  const program = new Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`, {
    filename,
    cachedData: made(join(__dirname, `${name}.cache`)),
  });
  const module = { exports: {} };
  program.runInThisContext()(module.exports, createRequire(filename), module, filename, __dirname);
}

/** Absent before the build is complete; V8 does not take what another version of it made. */
function made(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

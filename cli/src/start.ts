import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { compileOnce } from '../../server/src/input/engine';

/**
 * What `gongkai` begins with: loads the program beside it (`program.js`, a function of what a module knows) together with what V8 made of
 * it when it was built. A fifth of a check of one file is compiling otherwise.
 */

/**
 * The bytes of bytecode that a function runs through before V8 spends time on making it faster. The threads of a check of a thousand
 * reports are at work with that for half of their time if it begins as early as it does in a server.
 */
const optimiseLate = '--interrupt-budget=1000000';

// Before the program: V8 takes what it made before only where it ran with the same flags.
setFlagsFromString(compileOnce);
setFlagsFromString(optimiseLate);

const filename = join(__dirname, 'program.js');
const program = new Script(readFileSync(filename, 'utf8'), { filename, cachedData: made(join(__dirname, 'program.cache')) });
program.runInThisContext()(createRequire(filename), __dirname);

/** Absent before the build is complete; V8 does not take what another version of it made. */
function made(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

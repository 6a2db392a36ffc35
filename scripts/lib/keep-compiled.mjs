// Loaded before a program by `node --import`: what V8 makes of a script that is loaded with `vm.Script`, functions compiled on the way
// included, is kept beside it when the program ends.
import { rmSync, writeFileSync } from 'node:fs';
import vm from 'node:vm';

vm.Script = class extends vm.Script {
  /** @param {string} code @param {vm.ScriptOptions & { filename: string }} options */
  constructor(code, options) {
    const kept = options.filename.replace(/\.js$/, '.cache');
    // That of another build: V8 looks at no more of it than its length.
    rmSync(kept, { force: true });
    super(code, { filename: options.filename });
    process.once('exit', () => writeFileSync(kept, this.createCachedData()));
  }
};

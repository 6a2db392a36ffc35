/**
 * The flag of V8 with which server and command line run: a regular expression is compiled once, when it is first used, and not first
 * for an interpreter and at its second use again. A quarter of the time of the first analysis. Unknown flags are ignored.
 */
export const compileOnce = '--no-regexp-tier-up';

/**
 * The arguments with which VS Code starts the server in a process of its own: of the four threads that Node keeps for V8 one is enough. 7 MB
 * less.
 */
export const serverArguments: readonly string[] = ['--v8-pool-size=1'];

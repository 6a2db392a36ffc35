/**
 * The flag of V8 with which server and command line run: a regular expression is compiled once, when it is first used, and not first
 * for an interpreter and at its second use again. A quarter of the time of the first analysis. Unknown flags are ignored.
 */
export const compileOnce = '--no-regexp-tier-up';

/** The flags of V8 with which the server runs. */
export const serverFlags: readonly string[] = [
  // Left to itself V8 keeps 50 MB more than the server needs: nearly all that an edit makes is garbage at the next one, so
  // neither of its two generations has to grow ahead of need. Costs some 0.3 ms an edit.
  '--semi-space-growth-factor=1',
  '--heap-growing-percent=40',
  // What is young is collected in a third of a millisecond: to wait for other threads to help with that costs more, above all on a busy machine.
  '--no-parallel-scavenge',
  // What is edited first would wait for the compiler: where it begins later, it has less in hand at once. The slowest of the first thousand
  // edits take a third less, the usual one a tenth more.
  '--interrupt-budget=300000',
  compileOnce,
];

/**
 * The arguments with which VS Code starts the server in a process of its own: of the four threads that Node keeps for V8 one is enough. 7 MB
 * less.
 */
export const serverArguments: readonly string[] = ['--v8-pool-size=1'];

/**
 * The flag of V8 with which server and command line run: a regular expression is compiled once, when it is first used, and not first
 * for an interpreter and at its second use again. A quarter of the time of the first analysis. Unknown flags are ignored.
 */
export const compileOnce = '--no-regexp-tier-up';

import fc from 'fast-check';

/** Where the random drafts of this run begin, beside those of fixed seeds. A failure names it; `GONGKAI_SEED` set to it repeats the run. */
export const runSeed = Number(process.env.GONGKAI_SEED ?? Math.floor(Math.random() * 0x7fffffff));

fc.configureGlobal({ seed: runSeed });

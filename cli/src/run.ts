import { availableParallelism } from 'node:os';
import { inputs } from './inputs';
import type { Output } from './output';
import { reportFailure, type Status } from './status';
import { addTally, noTally, type Tally } from './tally';
import { inThreads } from './threads';
import { type Printed, printed, type Terminal, type Work } from './work';

/** From so many files on it is worth while to start threads: each has to load and to warm up. */
const many = 200;
const maxThreads = 8;

const statusOf = ({ failed, error }: Tally): Status => (failed > 0 ? 2 : error > 0 ? 1 : 0);

/**
 * Looks at all files and writes what is found. Keeps the status in `process.exitCode`: 1 where there is an error in a report,
 * 2 where a file could not be read or a config is faulty. It holds at any time, for a reader may close the pipe.
 */
export async function run(work: Work, terminal: Terminal, { out, err }: Output): Promise<void> {
  const { language, format, configs } = work;
  const tally = noTally();
  let first = true;
  const take = (one: Printed): void => {
    reportFailure(one, language, err);
    addTally(tally, one.tally);
    process.exitCode = statusOf(tally);
    out(format.before(first) + one.text);
    first = false;
  };
  const all = [...inputs(work.files)];
  const threads = all.length < many ? 1 : Math.min(availableParallelism(), maxThreads);
  let faults: Iterable<string>;
  if (threads > 1) {
    const printing = inThreads(work, all, threads, terminal);
    let step = await printing.next();
    for (; !step.done; step = await printing.next()) take(step.value);
    faults = step.value;
  } else {
    for (const input of all) {
      const one = printed(work, input);
      if (one) take(one);
    }
    faults = configs.faults(language);
  }
  for (const fault of faults) {
    err(`gongkai: ${fault}`);
    process.exitCode = 2;
  }
  // Neither looked at nor failed.
  tally.excluded = all.length - tally.checked - tally.failed;
  out((first ? format.before(true) : '') + format.end(tally));
}

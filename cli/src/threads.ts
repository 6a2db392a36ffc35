import { join } from 'node:path';
import { parentPort, Worker } from 'node:worker_threads';
import type { Input } from './inputs';
import { internalError } from './results';
import { type Printed, printed, type Terminal, unprinted, type Work } from './work';

/** What `gongkai` begins with, beside the program. */
const start = join(__dirname, 'cli.js');

/** Files that a thread takes at a time: few enough that all end at about the same time. */
const share = 16;

type Question = readonly Input[] | 'end';
type Answer = { readonly done: readonly (Printed | undefined)[] } | { readonly faults: readonly string[] };

/**
 * Prints files in several threads and gives them back in their order; at the end what is wrong in the configs. A thread that breaks
 * down loses the files that it had, which are said to have failed; the others go on.
 */
export async function* inThreads(
  work: Work,
  inputs: readonly Input[],
  threads: number,
  terminal: Terminal,
): AsyncGenerator<Printed, string[]> {
  const done: (readonly (Printed | undefined)[] | undefined)[] = [];
  const faults = new Set<string>();
  let given = 0;
  let wake = (): void => undefined;
  const run = (): Promise<void> =>
    new Promise((resolve) => {
      const worker = new Worker(start, { argv: process.argv.slice(2), workerData: terminal });
      let at = -1;
      const next = (): void => {
        const inputsOfShare = inputs.slice(given * share, (given + 1) * share);
        at = inputsOfShare.length > 0 ? given++ : -1;
        worker.postMessage((at < 0 ? 'end' : inputsOfShare) satisfies Question);
      };
      worker.on('message', (answer: Answer) => {
        if ('faults' in answer) {
          for (const fault of answer.faults) faults.add(fault);
          return;
        }
        done[at] = answer.done;
        wake();
        next();
      });
      worker.once('error', (error) => {
        if (at >= 0) done[at] = inputs.slice(at * share, (at + 1) * share).map(({ file }) => unprinted(work, file, internalError(error)));
        wake();
      });
      worker.once('exit', () => resolve());
      next();
    });
  const all = Promise.all(Array.from({ length: threads }, run)).then(() => {
    // Where no thread is left, neither is anyone to look at the rest.
    for (; given * share < inputs.length; given++)
      done[given] = inputs
        .slice(given * share, (given + 1) * share)
        .map(({ file }) => unprinted(work, file, internalError('no thread is left')));
    wake();
  });
  for (let at = 0; at * share < inputs.length; at++) {
    while (!done[at]) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    for (const one of done[at]!) if (one) yield one;
    done[at] = [];
  }
  await all;
  return [...faults];
}

/** In a thread: answers with what is to be written of the files that it is asked for. */
export function answerIn(work: Work): void {
  const port = parentPort!;
  port.on('message', (question: Question) => {
    if (question === 'end') {
      port.postMessage({ faults: [...work.configs.faults(work.language)] } satisfies Answer);
      port.close();
    } else port.postMessage({ done: question.map((input) => printed(work, input)) } satisfies Answer);
  });
}

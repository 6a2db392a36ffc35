import { type ChildProcess, spawn } from 'node:child_process';

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** Starts Node on a script; ended with this process if not before. */
export function start(args: readonly string[], stdio: 'pipe' | 'ignore' = 'pipe'): ChildProcess {
  const child = spawn(process.execPath, [...args], { stdio: ['pipe', stdio, 'inherit'] });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Milliseconds from the start of a process to its end. Rejects where it does not end in time or with a status not in `statuses`. */
export function timed(
  args: readonly string[],
  { seconds = 60, statuses = [0] }: { seconds?: number; statuses?: number[] } = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = start(args, 'ignore');
    child.stdin?.end();
    const limit = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.once('error', reject);
    child.once('close', (code) => {
      const took = performance.now() - from;
      clearTimeout(limit);
      if (code !== null && statuses.includes(code)) resolve(took);
      else reject(new Error(code === null ? `no end within ${seconds} s` : `exit status ${code}`));
    });
  });
}

/** What a worker has said until it ended. */
export interface Told<T> {
  readonly said: readonly T[];
  /** Why there may be less than was asked for. */
  readonly problem?: string;
}

/** Runs a worker: its input is one JSON argument, its output one JSON value a line. Ends it where it takes too long. */
export function work<T>(script: string | readonly string[], input: unknown, seconds: number): Promise<Told<T>> {
  return new Promise((resolve) => {
    const child = start([...[script].flat(), JSON.stringify(input)]);
    child.stdin?.end();
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, seconds * 1000);
    child.once('close', (code) => {
      clearTimeout(limit);
      const lines = output.split('\n').slice(0, -1);
      const said = lines.map((text): T => JSON.parse(text));
      const problem = late ? `no end within ${seconds} s` : code === 0 ? undefined : `exit status ${code}`;
      resolve({ said, ...(problem === undefined ? {} : { problem }) });
    });
  });
}

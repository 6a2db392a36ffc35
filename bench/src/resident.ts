import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Resident memory of a process, in MB of 1024 × 1024 bytes. Throws where it cannot be told. */
export function resident(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? Number(/^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(status, 'latin1'))?.[1])
    : Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  if (!(kilobytes > 0)) throw new Error(`the memory of process ${pid} cannot be read`);
  return kilobytes / 1024;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';

export const root = dirname(dirname(__dirname));

/** Variables of the environment that are to differ. */
type Environment = Readonly<Record<string, string>>;

/** A process of `npm start`, as npm runs it. */
export class Door {
  private output = '';
  private readonly process: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor(...args: readonly (string | Environment)[]) {
    const env = args.find((arg) => typeof arg === 'object');
    this.process = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), ...args.filter((arg) => typeof arg === 'string')], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    for (const stream of [this.process.stdout, this.process.stderr]) stream?.on('data', (chunk) => (this.output += String(chunk)));
    this.ended = once(this.process, 'close').then(([code]) => code as number | null);
  }

  /** What it has said so far. */
  get said(): string {
    return this.output;
  }

  /** The address that it prints once it is open. @throws where it ends before */
  async address(): Promise<string> {
    for (;;) {
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(this.output) ?? [];
      if (found) return found;
      const more = new Promise<undefined>((resolve) => this.process.stdout?.once('data', () => resolve(undefined)));
      const code = await Promise.race([more, this.ended]);
      if (code !== undefined) throw new Error(`ended with ${code}:\n${this.output}`);
    }
  }

  /** Waits for its end; the exit status, or null where a signal killed it. */
  end(): Promise<number | null> {
    return this.ended;
  }

  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    this.process.kill(signal);
    return this.ended;
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundle } from '../server/bundles';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command line in a folder of its own, with real files. */
export class CommandLine {
  readonly folder = mkdtempSync(join(tmpdir(), 'gongkai-cli-'));
  private bundles: Awaited<ReturnType<typeof bundle>> | undefined;

  async build(...names: string[]): Promise<void> {
    this.bundles = await bundle('cli.js', 'program.js', ...names);
  }

  /** What was built. */
  get built(): string {
    if (!this.bundles) throw new Error('not built');
    return this.bundles.folder;
  }

  get entry(): string {
    return join(this.built, 'cli.js');
  }

  file(name: string, content: string | Buffer): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  empty(): void {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
    this.bundles?.remove();
  }

  spawn(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    return spawn(process.execPath, [this.entry, ...args], { cwd: this.folder, env: { ...process.env, LC_ALL: 'zh_CN.UTF-8', ...env } });
  }

  /** Runs a command without a shell: nobody but the tool expands patterns. */
  run(...args: string[]): Promise<Outcome> {
    return this.runIn({}, ...args);
  }

  /** The same in another environment. */
  runIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Outcome> {
    const child = this.spawn(args, env);
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    return new Promise((resolve) => child.once('close', (status) => resolve({ status, stdout, stderr })));
  }

  /** `check --format json` with what stands in it. */
  async check(...args: string[]): Promise<Outcome & { entries: Entry[] }> {
    const outcome = await this.run('check', '--format', 'json', ...args);
    return { ...outcome, entries: JSON.parse(outcome.stdout) };
  }
}

/** An element of the output of `check --format json`, by the contract. */
export interface Entry {
  readonly file: string;
  readonly report: boolean;
  readonly edition: string | null;
  readonly year: number | null;
  readonly unit: string | null;
  readonly findings: {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly range: { readonly start: { line: number; character: number }; readonly end: { line: number; character: number } };
    readonly data: object;
  }[];
  readonly failure?: string;
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { analyze } from '../../../server/src/analysis/analyze';
import { copy, input, scan, tell } from './worker';

/** Linters in one process, in turn, on the same report. */
export interface PeersInput {
  readonly file: string;
  /** The manifest of the folder that the peers are installed in. */
  readonly manifest: string;
  readonly runs: number;
  /** For each linter, and half of it before that to warm up. */
  readonly seconds: number;
}

export interface PeersOutput {
  readonly name: PeerName;
  /** Milliseconds of each run. */
  readonly runs: readonly number[];
  readonly findings: number;
}

export type PeerName = 'scan' | 'gongkai' | 'markdownlint' | 'textlint' | 'textlint-ja-spacing';

/** What is used of the peers; they are not installed where types are checked. */
interface Markdownlint {
  lint(options: { strings: Record<string, string> }): Record<string, readonly unknown[]>;
}
interface TextlintKernel {
  lintText(text: string, options: object): Promise<{ readonly messages: readonly unknown[] }>;
}
interface Preset {
  readonly rules: Readonly<Record<string, unknown>>;
  readonly rulesConfig: Readonly<Record<string, unknown>>;
}

void main();

async function main(): Promise<void> {
  const { file, manifest, runs, seconds } = input<PeersInput>();
  const load = createRequire(manifest);
  const markdownlint: Markdownlint = await import(pathToFileURL(load.resolve('markdownlint/sync')).href);
  const kernel: TextlintKernel = new (load('@textlint/kernel').TextlintKernel)();
  const markdown = { pluginId: 'markdown', plugin: load('@textlint/textlint-plugin-markdown').default };
  const preset: Preset = load('textlint-rule-preset-ja-spacing');
  const spacing = Object.entries(preset.rules).map(([ruleId, rule]) => ({ ruleId, rule, options: preset.rulesConfig[ruleId] }));
  const textlint = async (text: string, rules: object[]): Promise<number> => {
    const { messages } = await kernel.lintText(text, { filePath: 'report.md', ext: '.md', plugins: [markdown], rules });
    return messages.length;
  };
  const peers: Readonly<Record<PeerName, (text: string) => number | Promise<number>>> = {
    scan: (text) => {
      scan(text);
      return 0;
    },
    gongkai: (text) => analyze(text).findings.length,
    markdownlint: (text) => markdownlint.lint({ strings: { report: text } }).report?.length ?? 0,
    textlint: (text) => textlint(text, []),
    'textlint-ja-spacing': (text) => textlint(text, spacing),
  };
  const bytes = Buffer.from(readFileSync(file, 'utf8'), 'utf16le');
  for (const [name, lint] of Object.entries(peers)) {
    const times: number[] = [];
    let findings = 0;
    const run = async (): Promise<number> => {
      const text = copy(bytes);
      const from = performance.now();
      const found = lint(text);
      findings = typeof found === 'number' ? found : await found;
      return performance.now() - from;
    };
    const warm = performance.now() + seconds * 500;
    while (performance.now() < warm) await run();
    const until = performance.now() + seconds * 1000;
    while (times.length < runs && performance.now() < until) times.push(await run());
    tell({ name: name as PeerName, runs: times, findings } satisfies PeersOutput);
  }
}

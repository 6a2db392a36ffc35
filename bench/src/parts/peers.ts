import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { work } from '../child';
import { type Context, draftOf, script } from '../context';
import type { Figure } from '../figures';
import { percentile } from '../statistics';
import type { PeerName, PeersInput, PeersOutput } from '../workers/peers';

const titles: Readonly<Record<PeerName, string>> = {
  scan: 'empty scan',
  gongkai: 'gongkai',
  markdownlint: 'markdownlint',
  textlint: 'textlint, no rules',
  'textlint-ja-spacing': 'textlint, preset ja-spacing',
};

/** Linters for Markdown on the same 15 KB report, warm, in process. */
export async function* peers(context: Context): AsyncIterable<Figure> {
  const folder = join(context.root, 'bench');
  const refusal = install(folder);
  if (refusal !== undefined) {
    yield { id: 'peers', name: 'npm ci', unit: 'ms', problem: refusal };
    return;
  }
  const { quick } = context.options;
  const input: PeersInput = {
    file: draftOf(context, 'gfm').file,
    manifest: join(folder, 'package.json'),
    runs: quick ? 50 : 400,
    seconds: quick ? 2 : 8,
  };
  const { said, problem } = await work<PeersOutput>(script(context, 'peers'), input, quick ? 60 : 120);
  const floor = said.find(({ name }) => name === 'scan');
  for (const p of [50, 95] as const) {
    for (const { name, runs, findings } of said) {
      if (name === 'scan') continue;
      yield {
        id: `peers.${name}.p${p}`,
        name: `${titles[name]} · p${p}`,
        unit: 'ms',
        value: percentile(runs, p / 100),
        ...(floor ? { floor: { name: 'an empty scan of the same text', value: percentile(floor.runs, p / 100) } } : {}),
        detail: { runs: runs.length, findings },
      };
    }
  }
  if (problem !== undefined) yield { id: 'peers', name: 'peers', unit: 'ms', problem };
}

/** Installs the peers as their lock file has them, if they are not there. What went wrong, if something did. */
function install(folder: string): string | undefined {
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return undefined;
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status, stderr, error } = spawnSync(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 180_000,
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (status === 0) return undefined;
  return error?.message ?? stderr.trim().split('\n').at(-1) ?? `npm ci: exit status ${status}`;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Told, work } from '../child';
import { type Context, draftOf } from '../context';
import type { Figure } from '../figures';
import { median, percentile } from '../statistics';
import type { DesktopInput, DesktopOutput } from '../workers/desktop';
import type { WindowInput, WindowOutput } from '../workers/window';

const squiggleTarget = 100;
const activationTarget = 50;
const memoryTarget = 120;

const titles = {
  gongkai: '按键 → 波浪线 key → squiggle',
  markdown: 'Markdown 链接检查 link validation of VS Code',
} as const;

/** The real workbench: in a browser, and for its memory the desktop-like one. */
export async function* workbench(context: Context): AsyncIterable<Figure> {
  const report = readFileSync(draftOf(context, 'gfm').file, 'utf8');
  yield* inWindow(context, report);
  yield* onDesktop(context, report);
}

/** Workers that drive a browser run from their sources, with the helpers of the tests. */
function drive<T>({ root }: Context, name: string, input: unknown, seconds: number): Promise<Told<T>> {
  const tsx = pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  return work<T>([`--import=${tsx}`, join(root, 'bench', 'src', 'workers', `${name}.ts`)], input, seconds);
}

async function* inWindow(context: Context, report: string): AsyncIterable<Figure> {
  const { quick } = context.options;
  const input: WindowInput = { folder: join(context.out, '年报'), report, samples: quick ? 10 : 100, windows: quick ? 1 : 5 };
  const { said, problem } = await drive<WindowOutput>(context, 'window', input, quick ? 120 : 300);
  for (const told of said) {
    if (told.what === 'activation') {
      yield {
        id: `workbench.activation.${told.of}`,
        name: `激活 activation · ${told.of === 'gongkai' ? 'gongkai' : 'Markdown'}`,
        unit: 'ms',
        value: median(told.times),
        ...(told.of === 'gongkai' ? { target: activationTarget } : {}),
        detail: { times: told.times },
      };
      continue;
    }
    const { what, samples } = told;
    for (const p of [50, 95] as const)
      yield {
        id: `workbench.${what}.p${p}`,
        name: `${titles[what]} · p${p}`,
        unit: 'ms',
        value: percentile(
          samples.map(({ squiggle }) => squiggle),
          p / 100,
        ),
        floor: {
          name: 'until the character itself is in the page',
          value: percentile(
            samples.map(({ echo }) => echo),
            p / 100,
          ),
        },
        ...(what === 'gongkai' ? { target: squiggleTarget } : {}),
        detail: { samples },
      };
  }
  if (problem !== undefined) yield { id: 'workbench', name: 'VS Code', unit: 'ms', problem };
}

async function* onDesktop(context: Context, report: string): AsyncIterable<Figure> {
  const figure = { id: 'workbench.memory', name: '扩展宿主与服务 host + server', unit: 'MB' as const, target: memoryTarget };
  const input: DesktopInput = { report, edits: context.options.quick ? 20 : 200, windows: context.options.quick ? 1 : 5 };
  // The first time the editor is installed.
  const { said, problem } = await drive<DesktopOutput>(context, 'desktop', input, 900);
  const [told] = said;
  if (!told || 'unsupported' in told) return yield { ...figure, problem: told?.unsupported ?? problem ?? 'nothing was measured' };
  yield {
    id: 'workbench.activation.desktop',
    name: '激活 activation · gongkai, desktop-like',
    unit: 'ms',
    value: median(told.activation),
    target: activationTarget,
    detail: { times: told.activation },
  };
  const { empty, host, server } = told.memory;
  yield {
    ...figure,
    name: `${figure.name}, above an empty window`,
    value: host + server - empty,
    detail: { ...told.memory },
  };
}

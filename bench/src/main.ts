import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { version } from '../../package.json';
import type { Context, Draft, Part } from './context';
import { KB } from './context';
import { type Figure, record, verdict } from './figures';
import { help, type Options, type PartName, readOptions } from './options';
import { analysis } from './parts/analysis';
import { batch } from './parts/batch';
import { edits } from './parts/edits';
import { features } from './parts/features';
import { growth } from './parts/growth';
import { memory } from './parts/memory';
import { peers } from './parts/peers';
import { size } from './parts/size';
import { startup } from './parts/startup';
import { workbench } from './parts/workbench';
import { head, row } from './table';
import { drafts, type LayoutName, layoutNames } from './texts/drafts';
import { dense, type Filler } from './texts/prose';

const parts: Readonly<Record<PartName, { readonly title: string; readonly run: Part }>> = {
  analysis: { title: '15 KB 报告的完整检查 full analysis of a 15 KB report', run: analysis },
  growth: { title: '1 MB，以及 1 → 8 MB 的增长 1 MB, and growth from 1 to 8 MB', run: growth },
  edits: { title: '编辑 → 诊断（stdio） edit → diagnostics over stdio', run: edits },
  features: { title: '编辑后的请求（stdio） requests behind an edit, over stdio', run: features },
  startup: { title: '启动 start', run: startup },
  batch: { title: '一个进程检查 1,000 份 1,000 reports in one process', run: batch },
  size: { title: '体积 size', run: size },
  memory: { title: '内存 memory', run: memory },
  workbench: { title: 'VS Code（浏览器、桌面版的替身） in a browser, and desktop-like', run: workbench },
  peers: { title: '同类工具 peers', run: peers },
};

/** Of the drafts that are measured. */
const draftSize = 15 * KB;
/** Of one with 30 KB of prose: its tables are the rest. */
const wordySize = 40 * KB;

/** Measures. `root`: the project; `out`: where the programs are that this runs, and room for its texts. Gives the exit status. */
export async function main(args: readonly string[], root: string, out: string): Promise<number> {
  let options: Options | undefined;
  try {
    options = readOptions(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${help}`);
    return 2;
  }
  if (!options) {
    process.stdout.write(help);
    return 0;
  }
  return measure(options, root, out);
}

async function measure(options: Options, root: string, out: string): Promise<number> {
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  const cores = cpus();
  const machine = { node: process.version, cpu: cores[0]?.model ?? '', cores: cores.length, load: loadavg()[0] ?? 0 };
  print(`gongkai ${version} · Node ${machine.node} · ${machine.cores} × ${machine.cpu} · load ${machine.load.toFixed(2)}`);
  if (machine.load > 0.5) print('机器正忙，数字偏大。 The machine is busy: the figures are too high.');
  if (options.quick) print('--quick：只看能否运行，不可引用。 To see that it works, not to quote.');

  const context: Context = { options, root, out, ...writeDrafts(options, out) };
  const figures: Figure[] = [];
  const seconds: Record<string, number> = {};
  for (const name of options.parts) {
    const { title, run } = parts[name];
    print(`\n${title}\n${head()}`);
    const from = performance.now();
    for await (const figure of run(context)) {
      figures.push(figure);
      print(row(figure));
    }
    seconds[name] = Math.round((performance.now() - from) / 100) / 10;
  }

  const json = resolve(root, options.json);
  mkdirSync(dirname(json), { recursive: true });
  const result = {
    version,
    date: new Date().toISOString(),
    options,
    machine: { ...machine, loadAfter: loadavg()[0] },
    seconds,
    figures: figures.map(record),
  };
  writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`);
  const count = (wanted: ReturnType<typeof verdict>): number => figures.filter((figure) => verdict(figure) === wanted).length;
  print(`\n${count('ok')} ok, ${count('over')} over, ${count('failed')} failed · ${options.json}`);
  return count('over') + count('failed') > 0 ? 1 : 0;
}

/** The drafts, also as files. */
function writeDrafts({ seed, quick }: Options, out: string): Pick<Context, 'drafts' | 'wordy' | 'dense'> {
  const folder = join(out, 'drafts');
  mkdirSync(folder, { recursive: true });
  const write = (name: string, layout: LayoutName, size: number, filler?: Filler): Draft[] =>
    drafts(layout, { seed, count: quick ? 4 : 10, size, ...(filler && { filler }) }).map((text, i) => {
      const file = join(folder, `${name}-${i}${layout === 'gfm' || layout === 'small-tables' ? '.md' : '.txt'}`);
      writeFileSync(file, text);
      return { text, file };
    });
  return {
    drafts: Object.fromEntries(layoutNames.map((layout) => [layout, write(layout, layout, draftSize)])) as Record<LayoutName, Draft[]>,
    wordy: write('wordy', 'gfm', wordySize),
    dense: write('dense', 'gfm', wordySize, dense),
  };
}

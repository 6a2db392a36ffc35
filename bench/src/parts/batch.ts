import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from '../child';
import { type Context, script } from '../context';
import type { Figure } from '../figures';
import { median } from '../statistics';

const target = 1500;
const count = 1000;

/** `gongkai check` of a folder with 1,000 reports of 15 KB in all layouts: one process, from its start to its end. */
export async function* batch(context: Context): AsyncIterable<Figure> {
  const folder = join(context.out, 'reports');
  mkdirSync(folder);
  const texts = Object.values(context.drafts).flatMap((drafts) => drafts.map(({ text }) => text));
  for (let i = 0; i < count; i++) writeFileSync(join(folder, `${String(i).padStart(4, '0')}.txt`), texts[i % texts.length] ?? '');
  const base = { id: 'batch.check', name: `gongkai check · ${count} 份 reports`, unit: 'ms' as const, target };
  const checks: number[] = [];
  const scans: number[] = [];
  try {
    for (let run = 0; run < (context.options.quick ? 2 : 7); run++) {
      checks.push(await timed([script(context, 'cli'), 'check', '--format', 'json', folder], { statuses: [1] }));
      scans.push(await timed([script(context, 'scanFiles'), JSON.stringify(folder)]));
    }
  } catch (error) {
    yield { ...base, problem: String(error) };
    return;
  }
  yield {
    ...base,
    value: median(checks),
    floor: { name: 'Node that reads and scans the same files', value: median(scans) },
    detail: { runs: checks, different: texts.length },
  };
}

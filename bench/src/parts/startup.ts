import { timed } from '../child';
import { type Context, draftOf, script, started } from '../context';
import type { Figure } from '../figures';
import { Client } from '../lsp';
import { median } from '../statistics';

/** Milliseconds on top of an empty start of Node. */
const allowance = 60;
/** A server is a larger program than none, on a slow machine too. */
const serverFactor = 1.6;

/** From the start of a process to its first diagnostics, and to the end of a check of one file; runs taken in turn. */
export async function* startup(context: Context): AsyncIterable<Figure> {
  const runs = context.options.quick ? 5 : 25;
  const { text, file } = draftOf(context, 'gfm');
  const taken: Record<'node' | 'server' | 'empty' | 'check' | 'version', number[]> = {
    node: [],
    server: [],
    empty: [],
    check: [],
    version: [],
  };
  let problem: string | undefined;
  try {
    // The first of each is for the caches of the file system.
    for (let run = -1; run < runs; run++) {
      const took = {
        node: await timed(['-e', '0']),
        server: await firstDiagnostics(started(context, 'server'), text),
        empty: await firstDiagnostics(started(context, 'emptyServer'), text),
        check: await timed([script(context, 'cli'), 'check', file], { statuses: [0, 1] }),
        version: await timed([script(context, 'cli'), '--version']),
      };
      if (run < 0) continue;
      for (const [name, samples] of Object.entries(taken)) samples.push(took[name as keyof typeof took]);
    }
  } catch (error) {
    problem = String(error);
  }
  const start = median(taken.node);
  const floor = { name: 'node -e 0', value: start };
  const figure = (name: keyof typeof taken, title: string, target?: number): Figure => {
    const base = { id: `startup.${name}`, name: title, unit: 'ms' as const, ...(target === undefined ? {} : { target }) };
    return problem === undefined ? { ...base, value: median(taken[name]), floor, detail: { runs: taken[name] } } : { ...base, problem };
  };
  yield figure('node', 'node -e 0');
  yield figure('server', '服务器首次诊断 server: first diagnostics', serverFactor * start + allowance);
  yield figure('empty', '空服务器 server that does nothing');
  yield figure('check', 'gongkai check FILE', start + allowance);
  yield figure('version', 'gongkai --version');
}

async function firstDiagnostics(server: string[], text: string): Promise<number> {
  const from = performance.now();
  const client = new Client(server);
  try {
    await client.initialize();
    await client.open('file:///draft.md', text);
    return performance.now() - from;
  } finally {
    await client.end();
  }
}

import { type Context, draftOf, started } from '../context';
import type { Figure } from '../figures';
import { Client } from '../lsp';
import { resident } from '../resident';
import { median } from '../statistics';
import { layoutNames } from '../texts/drafts';
import { Typist } from '../typing';

const target = 80;
/** MB by which the last third of the samples may lie above the middle third. */
const growthTarget = 3;

/** Resident memory of the server while 100,000 edits are made, in one draft of each layout in turn; all are open. */
export async function* memory(context: Context): AsyncIterable<Figure> {
  const { quick, seed } = context.options;
  const [edits, seconds] = quick ? [5_000, 30] : [100_000, 400];
  const every = edits / 10;
  const server = new Client(started(context, 'server'));
  const empty = new Client(started(context, 'emptyServer'));
  const samples: number[] = [];
  const made = { id: 'memory.after', name: `${edits} 次编辑后 edits: resident memory`, unit: 'MB' as const, target };
  let done = 0;
  let problem: string | undefined;
  let floor = Number.NaN;
  try {
    await empty.initialize();
    await server.initialize();
    const documents = [];
    for (const layout of layoutNames) {
      const { text } = draftOf(context, layout);
      const uri = `file:///${layout}.txt`;
      await empty.open(uri, text);
      await server.open(uri, text);
      documents.push({ uri, typist: new Typist(text, seed), version: 1 });
    }
    floor = resident(empty.pid);
    samples.push(resident(server.pid));
    const until = performance.now() + seconds * 1000;
    // A while in one draft, then in the next, as people work.
    while (done < edits && performance.now() < until) {
      const document = documents[Math.floor(done / 100) % documents.length];
      if (!document) break;
      document.version++;
      await server.edit(document.uri, document.version, document.typist.next());
      done++;
      if (done % every === 0) samples.push(resident(server.pid));
    }
    if (done < edits) problem = `only ${done} edits within ${seconds} s`;
  } catch (error) {
    problem = String(error);
  } finally {
    await Promise.all([server.end(), empty.end()]);
  }
  const detail = { edits: done, every, samples };
  if (samples.length < 2 || problem !== undefined) {
    yield { ...made, problem: problem ?? 'too few samples', detail };
    return;
  }
  yield {
    ...made,
    value: samples.at(-1) ?? Number.NaN,
    floor: { name: 'a server that does nothing, with the same documents open', value: floor },
    detail,
  };
  const third = Math.floor(samples.length / 3);
  yield {
    id: 'memory.growth',
    name: '增长 growth: last third − middle third',
    unit: 'MB',
    value: median(samples.slice(-third)) - median(samples.slice(-2 * third, -third)),
    target: growthTarget,
  };
}

import { type Context, draftOf, started } from '../context';
import type { Figure } from '../figures';
import { Client } from '../lsp';
import { percentile } from '../statistics';
import { layoutNames } from '../texts/drafts';
import { Typist } from '../typing';

const target = 3;
const uri = 'file:///draft.txt';

/** From an edit in a 15 KB draft to its diagnostics, over the stdio of a real process, beside a server that does nothing. */
export async function* edits(context: Context): AsyncIterable<Figure> {
  const { quick, seed } = context.options;
  const [count, warmUp, seconds] = quick ? [200, 100, 5] : [1500, 500, 20];
  for (const layout of layoutNames) {
    const { text } = draftOf(context, layout);
    const clients = (['server', 'emptyServer'] as const).map((name) => new Client(started(context, name)));
    const times: number[][] = clients.map(() => []);
    let problem: string | undefined;
    try {
      for (const client of clients) {
        await client.initialize();
        await client.open(uri, text);
      }
      const typist = new Typist(text, seed);
      const until = performance.now() + seconds * 1000;
      for (let edit = -warmUp; edit < count && (edit < 20 || performance.now() < until); edit++) {
        const change = typist.next();
        for (const [i, client] of clients.entries()) {
          const took = await client.edit(uri, edit + warmUp + 2, change);
          if (edit >= 0) times[i]?.push(took);
        }
      }
    } catch (error) {
      problem = String(error);
    } finally {
      await Promise.all(clients.map((client) => client.end()));
    }
    const [served = [], empty = []] = times;
    for (const p of [50, 95] as const) {
      const figure = { id: `edits.${layout}.p${p}`, name: `${layout} · p${p}`, unit: 'ms' as const, target };
      yield problem === undefined
        ? {
            ...figure,
            value: percentile(served, p / 100),
            floor: { name: 'the same edit with a server that does nothing', value: percentile(empty, p / 100) },
            detail: { edits: served.length },
          }
        : { ...figure, problem };
    }
  }
}

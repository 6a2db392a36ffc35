import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '../../../server/src/analysis/analyze';
import { Random } from '../../../test/generator/random';
import { type Context, draftOf, MB, started } from '../context';
import type { Figure } from '../figures';
import { Client, type Position } from '../lsp';
import { percentile } from '../statistics';
import { layoutNames } from '../texts/drafts';
import { grown } from '../texts/grown';
import { Typist } from '../typing';

/** Asked at a caret, over the whole text, or about the document. */
const methods = [
  ['hover', 'at'],
  ['completion', 'at'],
  ['documentSymbol', 'all'],
  ['codeLens', 'all'],
  ['inlayHint', 'over'],
  ['documentHighlight', 'at'],
] as const;

const sizes = [
  { id: '15KB', name: '15 KB', target: 3, text: (draft: string) => draft },
  { id: '1MB', name: '1 MB', target: 50, text: (draft: string) => grown(draft, 'reports', 'alone', MB) },
] as const;

interface Open {
  readonly uri: string;
  readonly typist: Typist;
  /** Where carets stand: in cells, on labels, behind lines. */
  readonly places: readonly Position[];
  readonly whole: { readonly start: Position; readonly end: Position };
}

/** What is asked while somebody types: each request follows an edit, so that nothing is at hand that the edit has not left there. */
export async function* features(context: Context): AsyncIterable<Figure> {
  const { quick, seed } = context.options;
  for (const { id, name, target, text } of sizes) {
    const count = quick ? 40 : id === '1MB' ? 160 : 800;
    const warmUp = quick ? 8 : 64;
    const times = new Map(methods.map(([method]) => [method, [[], []] as [number[], number[]]]));
    const clients = (['server', 'emptyServer'] as const).map((program) => new Client(started(context, program)));
    let problem: string | undefined;
    try {
      const random = new Random(seed);
      const drafts = layoutNames.map((layout) => opened(`file:///${layout}.txt`, text(draftOf(context, layout).text), random.fork()));
      for (const client of clients) {
        await client.initialize();
        for (const { uri, text: content } of drafts) await client.open(uri, content);
      }
      let version = 1;
      for (let round = -warmUp; round < count; round++) {
        const draft = drafts[(round + warmUp) % drafts.length]!;
        const position = random.pick(draft.places);
        for (const [method, asked] of methods) {
          const change = draft.typist.next();
          version++;
          const params = {
            textDocument: { uri: draft.uri },
            ...(asked === 'at' ? { position } : asked === 'over' ? { range: draft.whole } : {}),
          };
          for (const [i, client] of clients.entries()) {
            await client.edit(draft.uri, version, change);
            const took = await client.request(`textDocument/${method}`, params);
            if (round >= 0) times.get(method)?.[i]?.push(took);
          }
        }
      }
    } catch (error) {
      problem = String(error);
    } finally {
      await Promise.all(clients.map((client) => client.end()));
    }
    for (const [method, [served, empty]] of times) {
      const figure = { id: `features.${id}.${method}.p95`, name: `${name} · ${method} · p95`, unit: 'ms' as const, target };
      yield problem === undefined
        ? {
            ...figure,
            value: percentile(served, 0.95),
            floor: { name: 'the same request to a server that does nothing', value: percentile(empty, 0.95) },
            detail: { requests: served.length, p50: percentile(served, 0.5) },
          }
        : { ...figure, problem };
    }
  }
}

function opened(uri: string, text: string, random: Random): Open & { readonly text: string } {
  const document = TextDocument.create(uri, 'plaintext', 1, text);
  const { tables, sections } = analyze(text).report;
  const offsets = [
    ...[...tables.values()].flatMap(({ rows }) =>
      rows.flatMap(({ label, cells }) => [label.start + 1, ...[...cells.values()].map(({ range }) => range.end)]),
    ),
    ...sections.map(({ heading }) => heading.range.start + 1),
    ...Array.from({ length: 40 }, () => random.int(0, text.length)),
  ];
  return {
    uri,
    text,
    typist: new Typist(text, random.int(0, 0x7fffffff)),
    places: offsets.map((offset) => document.positionAt(offset)),
    whole: { start: { line: 0, character: 0 }, end: document.positionAt(text.length) },
  };
}

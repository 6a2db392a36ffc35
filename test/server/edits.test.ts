import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { runSeed } from '../seed';
import { bundle } from './bundles';
import { draft } from './drafts';
import { LspProcess } from './lspProcess';

/** What writers do to a draft: figures, labels, line ends, whole lines, characters outside of the BMP. */
const insertion = fc.constantFrom(
  '',
  '',
  '7',
  '12',
  '\t',
  ' ',
  '\n',
  '\r\n',
  '表',
  '😀',
  '一、总体情况\n',
  '\n规章\t1\t2\t3\n',
  '|',
  '<td>',
);
const edit = fc.record({ at: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)), insert: insertion });
const round = fc.array(edit, { minLength: 1, maxLength: 3 });

const positionAt = (text: string, offset: number): { line: number; character: number } => {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
};

/** Not between CR and LF, where no position points. */
const snap = (text: string, offset: number): number => (text[offset] === '\n' && text[offset - 1] === '\r' ? offset - 1 : offset);

describe('random edits over stdio', () => {
  let bundles: Awaited<ReturnType<typeof bundle>>;
  let edited: LspProcess;
  let fresh: LspProcess;

  before(async () => {
    bundles = await bundle('server.js');
    [edited, fresh] = [
      new LspProcess(join(bundles.folder, 'server.js'), '--stdio'),
      new LspProcess(join(bundles.folder, 'server.js'), '--stdio'),
    ];
    await Promise.all([edited.initialize(), fresh.initialize()]);
  });
  after(async () => {
    await Promise.all([edited.kill(), fresh.kill()]);
    bundles.remove();
  });

  let document = 0;
  const check = async (rounds: { at: number; length: number; insert: string }[][]): Promise<void> => {
    const uri = `file:///edited-${++document}.md`;
    let text = draft();
    await edited.open(uri, text);
    for (const [i, edits] of rounds.entries()) {
      const changes = edits.map(({ at, length, insert }) => {
        const start = snap(text, at % (text.length + 1));
        const end = Math.max(start, snap(text, Math.min(text.length, start + length)));
        const range = { start: positionAt(text, start), end: positionAt(text, end) };
        text = text.slice(0, start) + insert + text.slice(end);
        return { range, text: insert };
      });
      const { diagnostics } = await edited.change(uri, i + 2, ...changes);
      const other = `file:///fresh-${document}-${i}.md`;
      const expected = await fresh.open(other, text);
      fresh.notify('textDocument/didClose', { textDocument: { uri: other } });
      assert.deepEqual(JSON.parse(JSON.stringify(diagnostics).replaceAll(uri, other)), expected.diagnostics);
    }
    edited.notify('textDocument/didClose', { textDocument: { uri } });
  };

  for (const seed of [2019, 2021, runSeed]) {
    it(`give what a server finds that is shown the result (seed ${seed})`, async () => {
      await fc.assert(fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 20 }), check), { seed, numRuns: 20 });
    });
  }
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Position, Range } from 'vscode-languageserver';
import { features } from '../../server/src/features';
import { Random } from '../generator/random';
import { runSeed } from '../seed';
import { bundle } from './bundles';
import { draft } from './drafts';
import { LspProcess, type Message } from './lspProcess';

/** The server is asked about a draft between the edits of it: each answer is that of a server which is shown the text as it then is. */

const EDITS = 500;

/** A client that can do all that features ask for. */
const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} }, executeCommand: {} },
  textDocument: {
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { snippetSupport: true } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    ...Object.fromEntries(
      [
        'codeLens',
        'definition',
        'documentHighlight',
        'foldingRange',
        'formatting',
        'inlayHint',
        'linkedEditingRange',
        'onTypeFormatting',
        'rangeFormatting',
        'references',
        'rename',
        'selectionRange',
        'semanticTokens',
      ].map((name) => [name, {}]),
    ),
  },
};

const positionAt = (text: string, offset: number): Position => {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
};

const rangeAt = (text: string, start: number, end: number): Range => ({ start: positionAt(text, start), end: positionAt(text, end) });

/** Not between CR and LF, where no position points. */
const snap = (text: string, offset: number): number => (text[offset] === '\n' && text[offset - 1] === '\r' ? offset - 1 : offset);

/** What writers type and take out, and what they paste. */
const insertions = [
  '',
  '',
  '',
  '7',
  '12',
  '0',
  '\t',
  ' ',
  '\n',
  '\r\n',
  '表',
  '\n规\n',
  '😀',
  '|',
  '<td>',
  '（一）',
  '一、总体情况\n',
  '\n规章\t1\t2\t3\n',
  '总计',
];

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The tables with bars, in lines of as many cells each. */
function withBars(text: string): string {
  const widest = Math.max(...text.split('\n').map((line) => line.split('\t').length));
  const barred = (line: string): string => `| ${[...line.split('\t'), ...Array(widest).fill('')].slice(0, widest).join(' | ')} |`;
  return text
    .split('\n')
    .map((line) => (line.includes('\t') ? barred(line) : line))
    .join('\n');
}

function anyEdit(text: string, random: Random, originals: readonly string[]): Edit {
  // Now and then somebody undoes everything: otherwise nothing would be left of the report after so many edits.
  if (random.chance(0.1)) return { start: 0, end: text.length, text: random.pick(originals) };
  const start = snap(text, random.int(0, text.length));
  const length = random.pick([0, 0, 0, 1, 1, 2, 9, 60]);
  return { start, end: Math.max(start, snap(text, Math.min(text.length, start + length))), text: random.pick(insertions) };
}

/** The characters behind which a method has most to say, where these are few: a bar at the end of a line; a line that holds one character. */
const placesOf: Readonly<Record<string, RegExp>> = {
  'textDocument/onTypeFormatting': /\|(?=[\r\n])/g,
  'textDocument/completion': /(?<=\n)[规行二四](?=[\r\n])/g,
};
const never = /(?!)/g;

/** Parameters that a method of the protocol may have: those that it has no use for do no harm. */
function paramsFor(method: string, text: string, random: Random, diagnostics: readonly { range: Range }[]): object {
  // Half of the carets stand where most is to be said: at figures, and in lines that somebody has just begun.
  const spots = random.chance(0.5)
    ? [...text.matchAll(/\d+|^[^\s\d|]{1,4}(?=\n)/gm)].map(({ 0: found, index }) => index + found.length)
    : [];
  const [from, to] = [spots.length > 0 ? random.pick(spots) : random.int(0, text.length), random.int(0, text.length)].map((offset) =>
    snap(text, offset),
  ) as [number, number];
  // What is only done or said at few places is asked for there.
  const own = [...text.matchAll(placesOf[method] ?? never)].map(({ index }) => index + 1);
  const position = positionAt(text, own.length > 0 ? random.pick(own) : from);
  const near = diagnostics.length > 0 && random.chance(0.7) ? random.pick(diagnostics) : undefined;
  const range = near?.range ?? (random.chance(0.3) ? rangeAt(text, 0, text.length) : rangeAt(text, Math.min(from, to), Math.max(from, to)));
  return {
    position,
    positions: [position, positionAt(text, to)],
    range,
    context: { diagnostics: near ? [near] : [], includeDeclaration: random.chance(0.5), triggerKind: 1 },
    options: { tabSize: 2, insertSpaces: true },
    ch: '|',
    ...(method === 'textDocument/rename' ? { newName: '一' } : {}),
  };
}

describe('features between edits over stdio', () => {
  let bundles: Awaited<ReturnType<typeof bundle>>;
  let edited: LspProcess;
  let fresh: LspProcess;
  const methods = features.map(({ method }) => method).filter((method) => method.startsWith('textDocument/'));

  before(async () => {
    bundles = await bundle('server.js');
    [edited, fresh] = [0, 1].map(() => new LspProcess(join(bundles.folder, 'server.js'), '--stdio')) as [LspProcess, LspProcess];
    await Promise.all([edited.initialize(capabilities), fresh.initialize(capabilities)]);
  });
  after(async () => {
    await Promise.all([edited.kill(), fresh.kill()]);
    bundles.remove();
  });

  it(`answer as if the text had been opened (seed ${runSeed})`, async () => {
    const random = new Random(runSeed);
    const uri = 'file:///edited.md';
    const tabs = draft({ values: { 'requests/received/natural': '3', 'requests/received/total': '7', 'disputes/review/total': '' } });
    // A row is begun, and one of the headings.
    const begun = tabs.replace(/^行政规范性文件.*$/m, '行').replace(/^四、.*$/m, '四');
    const originals = [tabs, begun, withBars(tabs), withBars(begun)];
    let text = tabs;
    assert.equal(begun.match(placesOf['textDocument/completion']!)?.length, 2);
    await edited.open(uri, text);
    const answered = new Map<string, number>();
    for (let i = 0; i < EDITS; i++) {
      const change = anyEdit(text, random, originals);
      const range = rangeAt(text, change.start, change.end);
      text = text.slice(0, change.start) + change.text + text.slice(change.end);
      const other = `file:///fresh-${i}.md`;
      // The same version, that edits for it are the same.
      const opened = fresh.open(other, text, { version: i + 2 });
      const method = random.pick(methods);
      // Asked in the same breath as the edit: the server has had no time to do anything in between.
      const published = edited.published(uri, i + 2);
      edited.notify('textDocument/didChange', { textDocument: { uri, version: i + 2 }, contentChanges: [{ range, text: change.text }] });
      const asked = [method, random.pick(methods)].map((name) => ({ name, params: paramsFor(name, text, random, []) }));
      const answers = asked.map(({ name, params }) => edited.request(name, { ...params, textDocument: { uri } }));
      const { diagnostics } = await published;
      await opened;
      // Once more about what was found.
      const about = paramsFor(method, text, random, diagnostics);
      asked.push({ name: method, params: about });
      answers.push(edited.request(method, { ...about, textDocument: { uri } }));
      const shown = asked.map(({ name, params }) => fresh.request(name, { ...params, textDocument: { uri: other } }));
      const [given, expected] = await Promise.all([Promise.all(answers), Promise.all(shown)]);
      for (const [j, { name, params }] of asked.entries()) {
        const answer = given[j]!;
        const plain = ({ result, error }: Message): unknown => JSON.parse(JSON.stringify({ result, error }).replaceAll(other, uri));
        assert.deepEqual(
          plain(answer),
          plain(expected[j]!),
          `${name} ${JSON.stringify(params)} after edit ${i} (seed ${runSeed}) of\n${text}`,
        );
        assert.equal(answer.error, undefined, `${name} ${JSON.stringify(params)}: ${answer.error?.message}\n${text}`);
        if (answer.result !== null) answered.set(name, (answered.get(name) ?? 0) + 1);
      }
      fresh.notify('textDocument/didClose', { textDocument: { uri: other } });
    }
    assert.deepEqual(
      methods.filter((method) => !answered.has(method)),
      [],
      'every feature has had something to say',
    );
  });
});

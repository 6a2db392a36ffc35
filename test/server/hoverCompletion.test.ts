import assert from 'node:assert/strict';
import { join } from 'node:path';
import { bundle } from './bundles';
import { draft } from './drafts';
import { LspProcess, type Message } from './lspProcess';

const uri = 'file:///reports/2023.md';
const markdown = {
  textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] }, completion: { completionItem: { snippetSupport: true } } },
};
const faulty = draft({
  values: { 'requests/received/natural': '3', 'requests/received/legal': '2', 'requests/received/total': '7' },
});

/** Position of a text, `skip` UTF-16 units behind its beginning. */
const place = (text: string, part: string, skip = 0): { line: number; character: number } => {
  const before = text.slice(0, text.indexOf(part) + skip).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
};

describe('hover and completion over stdio', () => {
  let bundles: Awaited<ReturnType<typeof bundle>>;
  let server: LspProcess;

  before(async () => {
    bundles = await bundle('server.js');
  });
  after(() => bundles.remove());
  beforeEach(() => {
    server = new LspProcess(join(bundles.folder, 'server.js'), '--stdio');
  });
  afterEach(() => server.kill());

  const hover = (position: object): Promise<Message> => server.request('textDocument/hover', { textDocument: { uri }, position });
  const complete = (position: object, more: object = { context: { triggerKind: 1 } }): Promise<Message> =>
    server.request('textDocument/completion', { textDocument: { uri }, position, ...more });

  it('are announced', async () => {
    const { result } = await server.initialize();
    assert.equal(result.capabilities.hoverProvider, true);
    assert.deepEqual(result.capabilities.completionProvider.triggerCharacters, ['|', '\t', '（']);
  });

  it('a total that is wrong is explained, in Markdown for who shows it', async () => {
    await server.initialize(markdown);
    await server.open(uri, faulty);
    const { result } = await hover(place(faulty, '一、本年新收', 2));
    assert.equal(result.contents.kind, 'markdown');
    assert.match(result.contents.value, /\*\*一、本年新收政府信息公开申请数量\*\*/);
    assert.match(result.contents.value, /7 ≠ 3 \+ 2（其余为 0） ✗ 7 ≠ 5，差 2/);
  });

  it('a client that says nothing gets plain text; an English one English', async () => {
    await server.initialize({}, { locale: 'en' });
    await server.open(uri, faulty);
    const { result } = await hover(place(faulty, '一、本年新收', 2));
    assert.equal(result.contents.kind, 'plaintext');
    assert.match(result.contents.value, /^一、本年新收政府信息公开申请数量\n\nWhat counts: /);
    assert.match(result.contents.value, /7 ≠ 3 \+ 2 \(all others 0\) ✗ 7 ≠ 5, a difference of 2/);
  });

  it('follow what is typed', async () => {
    await server.initialize(markdown);
    await server.open(uri, faulty);
    const last = { line: faulty.split('\n').length - 1, character: faulty.split('\n').at(-1)!.length };
    await server.change(uri, 2, { range: { start: last, end: last }, text: '\n\n## qt' });
    const { result } = await complete({ line: last.line + 2, character: 5 });
    assert.deepEqual(
      result.items.map(({ label, textEdit }: { label: string; textEdit: object }) => [label, textEdit]),
      [
        [
          '六、其他需要报告的事项',
          {
            range: { start: { line: last.line + 2, character: 3 }, end: { line: last.line + 2, character: 5 } },
            newText: '六、其他需要报告的事项',
          },
        ],
      ],
    );
    assert.equal(result.isIncomplete, false);
  });

  it('say nothing of ordinary Markdown, of places that are not there and without a context', async () => {
    await server.initialize(markdown);
    await server.open(uri, '# 笔记\n\n一、总体');
    assert.equal((await hover({ line: 2, character: 3 })).result, null);
    assert.equal((await complete({ line: 2, character: 4 })).result, null);
    assert.equal((await complete({ line: 99, character: 99 }, {})).result, null);
    assert.equal(
      (await server.request('textDocument/hover', { textDocument: { uri: 'file:///other.md' }, position: { line: 0, character: 0 } }))
        .result,
      null,
    );
  });

  it('an empty file of the own language takes a whole report', async () => {
    await server.initialize(markdown);
    await server.open(uri, '', { languageId: 'gongkai-report' });
    const { result } = await complete({ line: 0, character: 0 });
    const [whole] = result.items;
    assert.match(whole.textEdit.newText, /^# \$\{1:单位全称\}/);
    const filled = whole.textEdit.newText.replace(/\$\{1:[^}]*\}\$\{2:[^}]*\}/, '清河县民政局2023');
    const { diagnostics } = await server.change(uri, 2, { text: filled });
    const codes = new Set(diagnostics.map(({ code }: { code: string }) => code));
    assert.deepEqual(
      [...codes].filter((code) => !/^(?:table-empty|cell-empty|section-empty|placeholder)$/.test(code as string)),
      [],
    );
  });
});

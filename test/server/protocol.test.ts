import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { features } from '../../server/src/features';
import { commandIds } from '../../server/src/features/command';
import { applyEditId } from '../../server/src/features/executeCommand';
import { bundle } from './bundles';
import { draft, titleOnly } from './drafts';
import { LspProcess, type Message } from './lspProcess';

const uri = 'file:///reports/2023.md';
const faulty = draft({
  values: { 'requests/received/natural': '3', 'requests/received/legal': '2', 'requests/received/total': '7' },
});

const codes = (params: { diagnostics: { code: string }[] }): string[] => params.diagnostics.map(({ code }) => code);
/** Position of the first occurrence of a text, in UTF-16 units. */
const place = (text: string, part: string, skip = 0): { line: number; character: number } => {
  const before = text.slice(0, text.indexOf(part) + skip).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};

describe('language server over stdio', () => {
  let bundles: Awaited<ReturnType<typeof bundle>>;
  let started: LspProcess[] = [];

  before(async () => {
    bundles = await bundle('server.js');
  });
  after(() => bundles.remove());
  afterEach(async () => {
    await Promise.all(started.map((server) => server.kill()));
    started = [];
  });

  function start(): LspProcess {
    const server = new LspProcess(join(bundles.folder, 'server.js'), '--stdio');
    started.push(server);
    return server;
  }

  async function ready(capabilities: object = {}, more: object = {}): Promise<LspProcess> {
    const server = start();
    await server.initialize(capabilities, more);
    return server;
  }

  describe('initialize', () => {
    it('says what the server can do', async () => {
      const { result } = await start().initialize();
      assert.equal(result.serverInfo.name, 'gongkai');
      assert.match(result.serverInfo.version, /^\d+\.\d+\.\d+/);
      const { positionEncoding, textDocumentSync, diagnosticProvider } = result.capabilities;
      assert.deepEqual(
        { positionEncoding, textDocumentSync, diagnosticProvider },
        { positionEncoding: 'utf-16', textDocumentSync: { openClose: true, change: 2 }, diagnosticProvider: undefined },
      );
      for (const feature of features)
        for (const [name, value] of Object.entries(feature.capabilities({}))) assert.deepEqual(result.capabilities[name], value, name);
      assert.deepEqual(
        result.capabilities.executeCommandProvider.commands.filter((id: string) => id !== applyEditId).sort(),
        Object.values(commandIds).sort(),
      );
    });

    it('offers to be asked for diagnostics where the client can ask', async () => {
      const { result } = await start().initialize({ textDocument: { diagnostic: {} } });
      assert.deepEqual(result.capabilities.diagnosticProvider, {
        identifier: 'gongkai',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      });
    });
  });

  describe('published diagnostics', () => {
    it('carry rule, link, source, severity, data, related places and the version', async () => {
      const server = await ready();
      const published = await server.open(uri, faulty, { version: 41 });
      assert.equal(published.version, 41);
      const sum = published.diagnostics.find(({ code }: { code: string }) => code === 'sum-row');
      const row = '一、本年新收政府信息公开申请数量\t\t\t3\t0\t0\t0\t2\t0\t';
      const start = place(faulty, `${row}7`, row.length);
      assert.deepEqual(sum.range, { start, end: { line: start.line, character: start.character + 1 } });
      assert.equal(sum.severity, 1);
      assert.equal(sum.source, 'gongkai');
      assert.match(sum.codeDescription.href, /^https:\/\/.*\/docs\/rules\/sum-row\.md$/);
      assert.deepEqual(sum.data, { table: 'requests', row: 'received', column: 'total', actual: '7', expected: '5' });
      const parts = [3, 2].map((figure) => place(faulty, row, row.indexOf(`\t${figure}\t`) + 1).character);
      assert.deepEqual(
        sum.relatedInformation.map(({ location }: { location: { uri: string; range: { start: object } } }) => [
          location.uri,
          location.range.start,
        ]),
        parts.map((character) => [uri, { line: start.line, character }]),
      );
      for (const { message } of sum.relatedInformation) assert.match(message, /\p{Script=Han}/u);
      assert.match(sum.message, /7/);
    });

    it('follow every change, in order, each under its version', async () => {
      const server = await ready();
      await server.open(uri, draft());
      const start = place(draft(), '四、结转下年度继续办理\t\t\t0', '四、结转下年度继续办理\t\t\t'.length);
      const end = { line: start.line, character: start.character + 1 };
      const edits = ['5', 'x', '', '0'].map((text, i) => ({
        jsonrpc: '2.0',
        method: 'textDocument/didChange',
        params: {
          textDocument: { uri, version: i + 2 },
          contentChanges: [{ range: { start, end: i === 3 ? start : end }, text }],
        },
      }));
      const last = server.published(uri, 5);
      server.send(...edits);
      await last;
      const all = server.received.filter(({ method }) => method === 'textDocument/publishDiagnostics').map(({ params }) => params);
      assert.deepEqual(
        all.map(({ version }) => version),
        [1, 2, 3, 4, 5],
      );
      assert.deepEqual(codes(all[0]), []);
      assert.ok(codes(all[1]).includes('sum-balance'));
      assert.deepEqual(codes(all[2]), ['cell-value']);
      assert.deepEqual(codes(all[3]), ['cell-empty']);
      assert.deepEqual(codes(all[4]), []);
    });

    it('are cleared when the document is closed, and come again when it is opened again', async () => {
      const server = await ready();
      assert.notDeepEqual(codes(await server.open(uri, titleOnly)), []);
      const cleared = server.published(uri);
      server.notify('textDocument/didClose', { textDocument: { uri } });
      assert.deepEqual((await cleared).diagnostics, []);
      assert.deepEqual(new Set(codes(await server.open(uri, titleOnly))), new Set(['section-missing']));
    });

    for (const languageId of ['markdown', 'plaintext', 'html', 'gongkai-report']) {
      it(`are made for the language ${languageId}`, async () => {
        const server = await ready();
        assert.ok(codes(await server.open(uri, titleOnly, { languageId })).includes('section-missing'));
      });
    }

    it('are not made for other languages, nor for what is no report', async () => {
      const server = await ready();
      server.notify('textDocument/didOpen', { textDocument: { uri: 'file:///a.json', languageId: 'json', version: 1, text: titleOnly } });
      server.notify('textDocument/didClose', { textDocument: { uri: 'file:///a.json' } });
      const published = await server.open(uri, '# README\n\nNothing to report.\n');
      assert.deepEqual(published.diagnostics, []);
      assert.deepEqual(server.received.filter(({ method }) => method === 'textDocument/publishDiagnostics').length, 1);
    });

    it('speak Chinese, and English to clients in other languages', async () => {
      for (const [locale, chinese] of [
        [undefined, true],
        ['zh-cn', true],
        ['zh-TW', true],
        ['zh', true],
        ['zh_CN.UTF-8', true],
        ['zhx', false],
        ['en', false],
        ['fr-FR', false],
      ] as const) {
        const server = await ready({}, locale && { locale });
        const [first] = (await server.open(uri, titleOnly)).diagnostics;
        assert.equal(/^\p{Script=Han}/u.test(first.message), chinese, `${locale}: ${first.message}`);
      }
    });
  });

  describe('position encoding', () => {
    for (const [encoding, units] of [
      ['utf-8', (text: string) => Buffer.byteLength(text)],
      ['utf-16', (text: string) => text.length],
      ['utf-32', (text: string) => [...text].length],
    ] as const) {
      it(`${encoding} holds for diagnostics and for changes`, async () => {
        const server = start();
        const { result } = await server.initialize({ general: { positionEncodings: [encoding, 'utf-16'] } });
        assert.equal(result.capabilities.positionEncoding, encoding);
        const { diagnostics } = await server.open(uri, faulty);
        const line = faulty.split('\n').findIndex((text) => text.startsWith('一、本年新收'));
        const before = (faulty.split('\n')[line] as string).slice(0, -1);
        const sum = diagnostics.find(({ code }: { code: string }) => code === 'sum-row');
        assert.deepEqual(sum.range.start, { line, character: units(before) });
        assert.deepEqual(sum.range.end, { line, character: units(before) + 1 });
        // An emoji before the figure, then the figure itself, each placed in these units.
        const changed = await server.change(
          uri,
          2,
          { range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: '😀' },
          {
            range: {
              start: { line, character: units(`😀${before}`) },
              end: { line, character: units(`😀${before}`) + 1 },
            },
            text: '5',
          },
          { range: { start: { line, character: 0 }, end: { line, character: units('😀') } }, text: '' },
        );
        assert.ok(!codes(changed).includes('sum-row'));
        const { diagnostics: expected } = await server.open('file:///other.md', faulty.replace(`${before}7`, `${before}5`));
        assert.deepEqual(codes(changed), codes({ diagnostics: expected }));
      });
    }
  });

  describe('settings', () => {
    const asked = (server: LspProcess): Promise<Message> => server.nextOf('workspace/configuration');
    const edition2019 = draft({ edition: '2019' });

    it('in initializationOptions hold from the first diagnostics on', async () => {
      const server = await ready({}, { initializationOptions: { edition: '2021' } });
      assert.ok(codes(await server.open(uri, edition2019)).includes('table-edition'));
    });

    it('that are asked for hold for their document, at once when they change', async () => {
      const server = start();
      const first = asked(server);
      await server.initialize({ workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } });
      const { id, params } = await first;
      assert.deepEqual(params.items, [{ section: 'gongkai' }]);
      server.send({ jsonrpc: '2.0', id, result: [{ edition: 'auto' }] });
      const registration = server.received.find(({ method }) => method === 'client/registerCapability');
      assert.equal(registration?.params.registrations[0].method, 'workspace/didChangeConfiguration');

      const ofDocument = asked(server);
      assert.deepEqual(codes(await server.open(uri, edition2019)), []);
      const question = await ofDocument;
      assert.deepEqual(question.params.items[1], { section: 'gongkai', scopeUri: uri });
      const again = server.published(uri, 1);
      server.send({ jsonrpc: '2.0', id: question.id, result: [{ edition: 'auto' }, { edition: '2021' }] });
      assert.ok(codes(await again).includes('table-edition'));

      const changed = asked(server);
      server.notify('workspace/didChangeConfiguration', { settings: null });
      const back = server.published(uri, 1);
      server.send({ jsonrpc: '2.0', id: (await changed).id, result: [{}, { edition: 'auto' }] });
      assert.deepEqual(codes(await back), []);
    });

    it('that come late do not undo later ones, nor bring back a closed document', async () => {
      const server = await ready({ workspace: { configuration: true } });
      const first = server.next(({ params }) => params?.items?.length === 2);
      await server.open(uri, edition2019);
      const { id: early } = await first;
      const second = server.next(({ params }) => params?.items?.length === 2);
      server.notify('workspace/didChangeConfiguration', { settings: null });
      const { id: late } = await second;
      const published = server.published(uri, 1);
      server.send({ jsonrpc: '2.0', id: late, result: [{}, { edition: '2021' }] });
      assert.ok(codes(await published).includes('table-edition'));
      server.send({ jsonrpc: '2.0', id: early, result: [{}, { edition: '2019' }] });
      assert.ok(codes(await server.change(uri, 2)).includes('table-edition'));

      const third = server.next(({ params }) => params?.items?.length === 2);
      server.notify('workspace/didChangeConfiguration', { settings: null });
      const { id } = await third;
      const count = server.received.length;
      server.notify('textDocument/didClose', { textDocument: { uri } });
      server.send({ jsonrpc: '2.0', id, result: [{}, { edition: 'auto' }] });
      await server.open('file:///alive.md', titleOnly);
      const about = server.received.slice(count).filter(({ params }) => params?.uri === uri);
      assert.deepEqual(
        about.map(({ params }) => params.diagnostics),
        [[]],
      );
    });

    it('that are sent along with a change hold at once', async () => {
      const server = await ready();
      await server.open(uri, edition2019);
      const published = server.published(uri, 1);
      server.notify('workspace/didChangeConfiguration', { settings: { gongkai: { edition: '2021' } } });
      assert.ok(codes(await published).includes('table-edition'));
    });

    it('that make no sense, or never come, are as if there were none', async () => {
      const server = await ready({ workspace: { configuration: true } }, { initializationOptions: { edition: 'MMXXI' } });
      assert.deepEqual(codes(await server.open(uri, edition2019)), []);
      for (const { id } of server.received.filter(({ method }) => method === 'workspace/configuration')) {
        server.send({ jsonrpc: '2.0', id, error: { code: -32601, message: 'no' } });
      }
      server.notify('workspace/didChangeConfiguration', 7);
      server.notify('workspace/didChangeConfiguration', { settings: { gongkai: 'x' } });
      assert.deepEqual(codes(await server.change(uri, 2, { text: edition2019 })), []);
    });

    it('make a client that asks ask again', async () => {
      const server = await ready({ textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } });
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: edition2019 } });
      const refresh = server.nextOf('workspace/diagnostic/refresh');
      server.notify('workspace/didChangeConfiguration', { settings: { gongkai: { edition: '2021' } } });
      server.send({ jsonrpc: '2.0', id: (await refresh).id, result: null });
      const { result } = await server.request('textDocument/diagnostic', { textDocument: { uri } });
      assert.ok(result.items.some(({ code }: { code: string }) => code === 'table-edition'));
    });
  });

  describe('diagnostics that are asked for', () => {
    const pulling = { textDocument: { diagnostic: {} } };
    const pull = (server: LspProcess, more: object = {}): Promise<Message> =>
      server.request('textDocument/diagnostic', { textDocument: { uri }, ...more });

    it('are what would have been published, and are not published as well', async () => {
      const pushed = await (await ready()).open(uri, faulty);
      const server = await ready(pulling);
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: faulty } });
      const { result } = await pull(server);
      assert.equal(result.kind, 'full');
      assert.deepEqual(result.items, pushed.diagnostics);
      server.notify('textDocument/didClose', { textDocument: { uri } });
      assert.deepEqual((await pull(server)).result, { kind: 'full', items: [] });
      assert.ok(server.received.every(({ method }) => method !== 'textDocument/publishDiagnostics'));
    });

    it('are unchanged until the document changes', async () => {
      const server = await ready(pulling);
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: faulty } });
      const { resultId } = (await pull(server)).result;
      assert.deepEqual((await pull(server, { previousResultId: resultId })).result, { kind: 'unchanged', resultId });
      server.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: titleOnly }] });
      const { result } = await pull(server, { previousResultId: resultId });
      assert.equal(result.kind, 'full');
      assert.notEqual(result.resultId, resultId);
      assert.equal(result.items.length, 6);
    });

    it('are none for a document that is not open, or in another language', async () => {
      const server = await ready(pulling);
      assert.deepEqual((await pull(server)).result, { kind: 'full', items: [] });
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text: titleOnly } });
      assert.deepEqual((await pull(server)).result, { kind: 'full', items: [] });
    });

    it('are given up when the client cancels in time', async () => {
      const server = await ready(pulling);
      const answer = server.next(({ id }) => id === 99);
      server.send(
        { jsonrpc: '2.0', id: 99, method: 'textDocument/diagnostic', params: { textDocument: { uri } } },
        { jsonrpc: '2.0', method: '$/cancelRequest', params: { id: 99 } },
      );
      assert.equal((await answer).error?.code, -32800);
    });
  });

  describe('stays up and answers as the protocol says', () => {
    /** The server still works. */
    async function alive(server: LspProcess): Promise<void> {
      assert.equal(codes(await server.open('file:///alive.md', titleOnly)).length, 6);
      server.notify('textDocument/didClose', { textDocument: { uri: 'file:///alive.md' } });
      assert.ok(server.running);
      assert.equal(server.stderr, '');
    }

    it('to an unknown request; an unknown notification is ignored', async () => {
      const server = await ready();
      assert.equal((await server.request('textDocument/fly', {})).error?.code, -32601);
      server.notify('textDocument/fly', {});
      server.notify('$/unknown', {});
      await alive(server);
    });

    it('to requests before initialize', async () => {
      const server = start();
      assert.equal((await server.request('textDocument/diagnostic', { textDocument: { uri } })).error?.code, -32002);
      assert.equal((await server.request('shutdown')).error?.code, -32002);
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: titleOnly } });
      await server.initialize();
      await alive(server);
      assert.ok(server.received.every(({ params }) => params?.uri !== uri));
    });

    it('to an initialize without capabilities, and to a second one', async () => {
      const server = start();
      assert.equal((await server.request('initialize')).error?.code, -32602);
      assert.equal((await server.request('initialize', { capabilities: 7 })).error?.code, -32602);
      await server.initialize();
      assert.equal((await server.request('initialize', { capabilities: {} })).error?.code, -32600);
      await alive(server);
    });

    it('to an initialize that says nonsense of its folders', async () => {
      const server = start();
      const folders = [null, 7, { uri: 7 }];
      const { result } = await server.initialize({}, { workspaceFolders: folders });
      assert.ok(result.capabilities);
      server.notify('workspace/didChangeWorkspaceFolders', { event: { added: folders, removed: folders } });
      await alive(server);
      assert.deepEqual(
        server.received.filter(({ method }) => method === 'window/logMessage'),
        [],
      );
    });

    it('to requests after shutdown', async () => {
      const server = await ready();
      assert.equal((await server.request('shutdown')).result, null);
      assert.equal((await server.request('textDocument/diagnostic', { textDocument: { uri } })).error?.code, -32600);
      assert.equal((await server.request('shutdown')).error?.code, -32600);
      server.notify('exit');
      assert.equal(await server.exited, 0);
    });

    it('to what is no message at all', async () => {
      const server = await ready();
      for (const nonsense of [null, 7, 'x', [], [{ jsonrpc: '2.0', id: 1, method: 'shutdown' }], {}, { id: 1 }, { method: 7, id: 2 }]) {
        const answer = server.next(({ error }) => error?.code === -32600);
        server.send(nonsense);
        assert.ok('id' in (await answer));
      }
      const answer = server.next(({ error }) => error?.code === -32700);
      server.write('Content-Length: 3\r\n\r\n{]}');
      assert.equal((await answer).id, null);
      await alive(server);
    });

    it('to parameters of the wrong kind', async () => {
      const server = await ready();
      for (const params of [undefined, null, 7, 'x', [], [1, 2], {}, { textDocument: null }, { textDocument: { uri: 7 } }]) {
        assert.equal(typeof (await server.request('textDocument/diagnostic', params)).error?.code, 'number');
        for (const method of ['didOpen', 'didChange', 'didClose', 'didSave']) server.notify(`textDocument/${method}`, params);
        for (const method of ['$/cancelRequest', '$/setTrace', '$/progress', 'workspace/didChangeConfiguration'])
          server.notify(method, params);
      }
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: 7 } });
      assert.equal(codes(await server.open('file:///alive.md', titleOnly)).length, 6);
      assert.ok(server.running);
    });

    it('to changes that make no sense: the document stays as it was', async () => {
      const server = await ready();
      await server.open(uri, faulty);
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
      for (const change of [
        null,
        {},
        { text: 7 },
        { range },
        { range: { start: range.start }, text: 'x' },
        { range: { start: { line: -1, character: 0 }, end: range.end }, text: 'x' },
        { range: { start: { line: '0', character: 0 }, end: range.end }, text: 'x' },
        { range: { start: { line: 0.5, character: 0 }, end: range.end }, text: 'x' },
      ]) {
        server.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: '' }, change] });
      }
      const { diagnostics } = await server.change(uri, 3);
      assert.deepEqual(diagnostics, (await (await ready()).open(uri, faulty)).diagnostics);
    });

    it('to documents that are not open, or are opened twice', async () => {
      const server = await ready();
      server.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: titleOnly }] });
      server.notify('textDocument/didClose', { textDocument: { uri } });
      await alive(server);
      await server.open(uri, faulty);
      assert.equal(codes(await server.open(uri, titleOnly, { version: 9 })).length, 6);
    });

    it('to ranges turned round, behind the end and across it', async () => {
      const server = await ready();
      await server.open(uri, 'x');
      const far = { line: 4294967295, character: 4294967295 };
      const origin = { line: 0, character: 0 };
      assert.equal(codes(await server.change(uri, 2, { range: { start: far, end: origin }, text: titleOnly })).length, 6);
      const left = codes(await server.change(uri, 3, { range: { start: far, end: far }, text: '\n一、总体情况\n\n正文。\n' }));
      assert.equal(left.filter((code) => code === 'section-missing').length, 5);
    });

    it('to answers and cancellations that nobody waits for', async () => {
      const server = await ready();
      server.send({ jsonrpc: '2.0', id: 77, result: 1 }, { jsonrpc: '2.0', id: null, error: { code: 1, message: 'x' } });
      server.notify('$/cancelRequest', { id: 4711 });
      assert.equal(codes(await server.open('file:///alive.md', titleOnly)).length, 6);
    });
  });

  describe('ends', () => {
    it('with status 1 on exit without shutdown, also before initialize', async () => {
      const server = await ready();
      server.notify('exit');
      assert.equal(await server.exited, 1);
      const early = start();
      early.notify('exit');
      assert.equal(await early.exited, 1);
    });

    it('when its input ends: 0 after shutdown, else 1', async () => {
      const server = await ready();
      server.closeInput();
      assert.equal(await server.exited, 1);
      const proper = await ready();
      await proper.request('shutdown');
      proper.closeInput();
      assert.equal(await proper.exited, 0);
    });

    it('when the process that it works for is gone', async () => {
      const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      const gone = new Promise((resolve) => parent.once('close', resolve));
      const server = await ready({}, { processId: parent.pid });
      parent.kill('SIGKILL');
      await gone;
      assert.equal(await server.exited, 1);
    });
  });

  it('works over the channel of a parent process as well', async () => {
    const child = fork(join(bundles.folder, 'server.js'), ['--node-ipc'], { silent: true });
    const messages: Message[] = [];
    const published = new Promise<Message>((resolve) =>
      child.on('message', (message: Message) => {
        messages.push(message);
        if (message.method === 'textDocument/publishDiagnostics') resolve(message);
      }),
    );
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, capabilities: {} } });
    child.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
    child.send({ jsonrpc: '2.0', method: '$/cancelRequest' });
    child.send({
      jsonrpc: '2.0',
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'html', version: 1, text: titleOnly } },
    });
    assert.equal((await published).params.diagnostics.length, 6);
    child.disconnect();
    assert.equal(await exited, 1);
  });
});

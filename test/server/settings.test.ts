import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundles';
import { draft } from './drafts';
import { LspProcess, type Message } from './lspProcess';

const faulty = draft({ values: { 'requests/received/total': '7' } });

interface Told {
  readonly code: string;
  readonly severity: number;
  readonly message: string;
  readonly range: { start: { line: number; character: number } };
}
const of = ({ diagnostics }: { diagnostics: Told[] }, rule: string): number[] =>
  diagnostics.flatMap(({ code, severity }) => (code === rule ? [severity] : []));

describe('settings and config files over stdio', () => {
  let bundles: Awaited<ReturnType<typeof bundle>>;
  let folder: string;
  let server: LspProcess;

  before(async () => {
    bundles = await bundle('server.js', 'yaml.js');
  });
  after(() => bundles.remove());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongkai-项目-'));
    server = new LspProcess(join(bundles.folder, 'server.js'), '--stdio');
  });
  afterEach(async () => {
    await server.kill();
    rmSync(folder, { recursive: true });
  });

  const file = (name: string, text: string | Buffer): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  const start = (capabilities: object = {}, more: object = {}): Promise<Message> =>
    server.initialize(capabilities, { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'x' }], ...more });
  const publishedFor = (uri: string): Promise<Message> =>
    server.next(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri);
  const changed = (name: string): void => server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type: 2 }] });

  it('severities of the user hold, and change at once', async () => {
    await start({}, { initializationOptions: { rules: { 'sum-row': 'hint', 'sum-balance': 'off' } } });
    const uri = uriOf('a.md');
    const first = await server.open(uri, faulty);
    assert.deepEqual([of(first, 'sum-row'), of(first, 'sum-balance')], [[4], []]);
    const again = publishedFor(uri);
    server.notify('workspace/didChangeConfiguration', { settings: { gongkai: { rules: { 'sum-row': 'off', 'no-such': 7 } } } });
    const { params } = await again;
    assert.deepEqual([of(params, 'sum-row'), of(params, 'sum-balance')], [[], [1]]);
  });

  for (const [name, text] of [
    ['.gongkairc.json', '{ "rules": { "sum-row": "warning" } }'],
    ['.gongkairc.jsonc', '{ "rules": { "sum-row": "warning", } } // x'],
    ['.gongkairc.yaml', 'rules: { sum-row: warning }'],
  ] as const) {
    it(`${name} goes before the user's settings, from the first diagnostics on`, async () => {
      file(name, text);
      await start({}, { initializationOptions: { rules: { 'sum-row': 'off', 'sum-balance': 'hint' } } });
      const told = await server.open(uriOf('年报/2023/a.md'), faulty);
      assert.deepEqual([of(told, 'sum-row'), of(told, 'sum-balance')], [[2], [4]]);
    });
  }

  it('a change of the file holds at once, and so does its end', async () => {
    file('.gongkairc.json', '{ "rules": { "sum-row": "off" } }');
    await start();
    const uri = uriOf('a.md');
    assert.deepEqual(of(await server.open(uri, faulty), 'sum-row'), []);
    let next = publishedFor(uri);
    file('.gongkairc.json', '{ "rules": { "sum-row": "hint" } }');
    changed('.gongkairc.json');
    assert.deepEqual(of((await next).params, 'sum-row'), [4]);
    next = publishedFor(uri);
    rmSync(join(folder, '.gongkairc.json'));
    changed('.gongkairc.json');
    assert.deepEqual(of((await next).params, 'sum-row'), [1]);
  });

  it('asks to be told of changes where the client can', async () => {
    const registered = server.nextOf('client/registerCapability');
    await start({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    const { params } = await registered;
    assert.equal(params.registrations[0].method, 'workspace/didChangeWatchedFiles');
    assert.deepEqual(
      params.registrations[0].registerOptions.watchers.map(({ globPattern }: { globPattern: string }) => globPattern),
      ['**/.gongkairc.json', '**/.gongkairc.jsonc', '**/.gongkairc.yaml'],
    );
  });

  it('options of rules hold, and change at once: the user’s, then those of the project', async () => {
    const signed = `${draft()}\n清河县民政局\n2024年1月25日\n`;
    const late = ({ diagnostics }: { diagnostics: Told[] }): string[] =>
      diagnostics.flatMap(({ code, message }) => (code === 'date-late' ? [message.replace(/。.*/, '')] : []));
    // As VS Code sends them: settings of their own, with their standards.
    await start({}, { initializationOptions: { options: { 'date-late': { department: '01-20', government: '03-31' } } } });
    const uri = uriOf('a.md');
    const first = await server.open(uri, signed);
    assert.equal(late(first).length, 1);
    let next = publishedFor(uri);
    server.notify('workspace/didChangeConfiguration', { settings: { gongkai: { options: { 'date-late': { department: '01-31' } } } } });
    assert.deepEqual(late((await next).params), []);
    next = publishedFor(uri);
    file('.gongkairc.json', '{ "rules": { "date-late": { "department": "01-15", "severity": "error" } } }');
    changed('.gongkairc.json');
    const { params } = await next;
    assert.equal(late(params).length, 1);
    assert.deepEqual(of(params, 'date-late'), [1]);
  });

  it('a fault in an option is told in the config, where it stands', async () => {
    file('.gongkairc.json', '{\n  "rules": { "date-late": { "severity": "hint", "department": "31-01" } }\n}\n');
    await start({}, { locale: 'en' });
    const config = uriOf('.gongkairc.json');
    const told = publishedFor(config);
    server.notify('textDocument/didOpen', { textDocument: { uri: uriOf('a.md'), languageId: 'markdown', version: 1, text: faulty } });
    const [fault, ...others] = (await told).params.diagnostics as Told[];
    assert.deepEqual(others, []);
    assert.deepEqual(fault?.range.start, { line: 1, character: 62 });
    assert.match(fault?.message ?? '', /“rules.date-late.department” should be a month and a day/);
  });

  const gb18030 = (text: string): Buffer =>
    // 规 in GB18030: what is not ASCII here.
    Buffer.concat(text.split('规').flatMap((part, i) => (i === 0 ? [Buffer.from(part)] : [Buffer.from([0xb9, 0xe6]), Buffer.from(part)])));
  const rulesOff = '{ "rules": { "sum-row": "off" } } // 规';
  for (const [encoding, bytes] of [
    ['UTF-8 with a mark', Buffer.from(`\ufeff${rulesOff}`)],
    ['UTF-16', Buffer.from(`\ufeff${rulesOff}`, 'utf16le')],
    ['GB18030', gb18030(rulesOff)],
  ] as const) {
    it(`a config in ${encoding} holds`, async () => {
      file('.gongkairc.json', bytes);
      await start();
      assert.deepEqual(of(await server.open(uriOf('a.md'), faulty), 'sum-row'), []);
    });
  }

  for (const [name, content, said] of [
    ['too large', ' '.repeat(1_000_001), /文件过大，不是配置，这个文件不起作用/],
    ['binary', Buffer.from([0x7b, 0, 0x7d]), /配置无法读取：是二进制文件/],
  ] as const) {
    it(`a config that is ${name} is no absent one: it says so, and hides the one above it`, async () => {
      file('.gongkairc.json', '{ "rules": { "sum-row": "off" } }');
      file('x/.gongkairc.json', content);
      await start();
      const told = publishedFor(uriOf('x/.gongkairc.json'));
      assert.deepEqual(of(await server.open(uriOf('x/a.md'), faulty), 'sum-row'), [1]);
      assert.match((await told).params.diagnostics[0].message, said);
      const taken = publishedFor(uriOf('x/.gongkairc.json'));
      file('x/.gongkairc.json', '');
      changed('x/.gongkairc.json');
      assert.deepEqual((await taken).params.diagnostics, []);
    });
  }

  it('says which config holds for a draft, and what it sets', async () => {
    file('.gongkairc.json', '{ "rules": { "sum-row": "hint", "date-late": { "department": "01-20" } } }');
    await start();
    const textDocument = { uri: uriOf('a.md') };
    assert.equal((await server.request('gongkai/config', { textDocument })).result, null);
    await server.open(textDocument.uri, faulty);
    const { result } = await server.request('gongkai/config', { textDocument });
    assert.deepEqual(result, { uri: uriOf('.gongkairc.json'), rules: { 'sum-row': 'hint' } });
  });

  it('a config outside of the workspace folder does not hold', async () => {
    file('.gongkairc.json', '{ "rules": { "sum-row": "off" } }');
    await start({}, { workspaceFolders: [{ uri: uriOf('inner'), name: 'inner' }] });
    assert.deepEqual(of(await server.open(uriOf('inner/a.md'), faulty), 'sum-row'), [1]);
  });

  it('faults are told in the config itself, the rest of it holds, and what is mended is taken back', async () => {
    file('.gongkairc.json', '{\n  "rules": { "sum-rwo": "off", "sum-row": "hint" }\n}\n');
    await start({ textDocument: { diagnostic: {} } }, { locale: 'zh-cn' });
    const config = uriOf('.gongkairc.json');
    const told = publishedFor(config);
    server.notify('textDocument/didOpen', { textDocument: { uri: uriOf('a.md'), languageId: 'markdown', version: 1, text: faulty } });
    const [fault, ...others] = (await told).params.diagnostics as Told[];
    assert.deepEqual(others, []);
    assert.deepEqual(fault?.range.start, { line: 1, character: 13 });
    assert.match(fault?.message ?? '', /没有“sum-rwo”这个规则/);
    const { result } = await server.request('textDocument/diagnostic', { textDocument: { uri: uriOf('a.md') } });
    assert.deepEqual(of({ diagnostics: result.items }, 'sum-row'), [4]);
    const mended = publishedFor(config);
    file('.gongkairc.json', '{}');
    changed('.gongkairc.json');
    assert.deepEqual((await mended).params.diagnostics, []);
  });

  it('a config that is being written holds as it is shown', async () => {
    file('.gongkairc.json', '{}');
    await start();
    const uri = uriOf('a.md');
    const config = uriOf('.gongkairc.json');
    await server.open(uri, faulty);
    let next = publishedFor(uri);
    server.notify('textDocument/didOpen', {
      textDocument: { uri: config, languageId: 'jsonc', version: 1, text: '{ "rules": { "sum-row": "off" } }' },
    });
    assert.deepEqual(of((await next).params, 'sum-row'), []);
    const faults = publishedFor(config);
    server.notify('textDocument/didChange', {
      textDocument: { uri: config, version: 2 },
      contentChanges: [{ text: '{ "rules": { "sum-row": "of" } }' }],
    });
    assert.equal((await faults).params.diagnostics.length, 1);
    next = publishedFor(uri);
    const taken = publishedFor(config);
    server.notify('textDocument/didChange', {
      textDocument: { uri: config, version: 3 },
      contentChanges: [{ text: '{ "rules": { "sum-row": "hint" } }' }],
    });
    assert.deepEqual(of((await next).params, 'sum-row'), [4]);
    assert.deepEqual((await taken).params.diagnostics, []);
    next = publishedFor(uri);
    server.notify('textDocument/didClose', { textDocument: { uri: config } });
    assert.deepEqual(of((await next).params, 'sum-row'), [1]);
  });

  it('an excluded draft is silent', async () => {
    file('.gongkairc.json', '{ "exclude": ["旧稿"] }');
    await start();
    assert.deepEqual((await server.open(uriOf('旧稿/a.md'), faulty)).diagnostics, []);
    assert.deepEqual(of(await server.open(uriOf('a.md'), faulty), 'sum-row'), [1]);
    const cleared = publishedFor(uriOf('a.md'));
    file('.gongkairc.json', '{ "exclude": ["*.md"] }');
    changed('.gongkairc.json');
    assert.deepEqual((await cleared).params.diagnostics, []);
  });

  it('a client that finds the config itself sends it with the settings', async () => {
    await start({ workspace: { configuration: true } }, { workspaceFolders: [{ uri: 'vscode-vfs://x/', name: 'x' }] });
    const uri = 'vscode-vfs://x/d/a.md';
    const asked = server.next(({ method, params }) => method === 'workspace/configuration' && params.items.length === 2);
    await server.open(uri, faulty);
    const next = publishedFor(uri);
    const configFile = { uri: 'vscode-vfs://x/.gongkairc.json', text: '{ "rules": { "sum-row": "off" } }' };
    server.send({ jsonrpc: '2.0', id: (await asked).id, result: [{}, { rules: { 'sum-row': 'hint' }, configFile }] });
    assert.deepEqual(of((await next).params, 'sum-row'), []);
    const again = server.next(({ method, params }) => method === 'workspace/configuration' && params.items.length === 2);
    server.notify('workspace/didChangeWatchedFiles', { changes: [] });
    const back = publishedFor(uri);
    server.send({ jsonrpc: '2.0', id: (await again).id, result: [{}, { rules: { 'sum-row': 'hint' }, configFile: null }] });
    assert.deepEqual(of((await back).params, 'sum-row'), [4]);
    const third = server.next(({ method, params }) => method === 'workspace/configuration' && params.items.length === 2);
    server.notify('workspace/didChangeWatchedFiles', { changes: [] });
    const told = publishedFor(configFile.uri);
    const unread = { ...configFile, text: '', fault: { zh: '配置无法读取。', en: 'The config cannot be read.' } };
    server.send({ jsonrpc: '2.0', id: (await third).id, result: [{}, { configFile: unread }] });
    assert.equal((await told).params.diagnostics[0].message, '配置无法读取。');
  });

  it('rules that are off are no matter of fix-all', async () => {
    file('.gongkairc.json', '{ "rules": { "section-title": "off" } }');
    await start();
    const uri = uriOf('a.md');
    await server.open(uri, faulty.replace('一、总体情况', '一、工作基本情况'));
    const { result } = await server.request('workspace/executeCommand', { command: 'gongkai.fixAll', arguments: [uri] });
    assert.equal(result, false);
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { base } from '../analysis/draft';
import { bundle } from './bundles';
import { draft } from './drafts';
import { LspProcess } from './lspProcess';

/** What the server answers beyond the protocol, to a client that knows it. */
describe('requests of its own over stdio', () => {
  let bundles: Awaited<ReturnType<typeof bundle>>;
  let server: LspProcess;
  const uri = 'file:///年报/a.md';
  const check = (text: string, settings?: object, languageId = 'markdown') =>
    server.request('gongkai/check', { textDocument: { uri, languageId, version: 0, text }, ...(settings ? { settings } : {}) });

  before(async () => {
    bundles = await bundle('server.js', 'yaml.js');
  });
  after(() => bundles.remove());
  beforeEach(async () => {
    server = new LspProcess(join(bundles.folder, 'server.js'), '--stdio');
    await server.initialize({}, { initializationOptions: { status: true, skeleton: { fill: '0' } } });
  });
  afterEach(() => server.kill());

  it('judges a draft that is not open as it judges one that is', async () => {
    const text = draft({ values: { 'requests/received/total': '7' } });
    const { result } = await check(text);
    assert.equal(result.report, true);
    const { diagnostics } = await server.open(uri, text);
    assert.ok(diagnostics.length > 0);
    assert.deepEqual(result.diagnostics, diagnostics);
  });

  it('with the settings and the config that come along, and forgets them', async () => {
    const text = draft({ values: { 'requests/received/total': '7' } });
    const codes = async (settings?: object): Promise<string[]> =>
      (await check(text, settings)).result.diagnostics.map(({ code }: { code: string }) => code);
    assert.ok((await codes()).includes('sum-row'));
    assert.ok(!(await codes({ rules: { 'sum-row': 'off' } })).includes('sum-row'));
    const configFile = { uri: 'file:///年报/.gongkairc.json', text: '{ "rules": { "sum-row": "off" } }' };
    assert.ok(!(await codes({ configFile })).includes('sum-row'));
    assert.ok((await codes()).includes('sum-row'));
    assert.deepEqual((await check(text, { exclude: ['*'], configFile: null })).result.report, true, 'patterns begin at a workspace folder');
  });

  it('is silent on what is no report and on other languages, and refuses what is no document', async () => {
    assert.deepEqual((await check('# Readme')).result, { report: false, diagnostics: [] });
    assert.deepEqual((await check(base('2021'), undefined, 'json')).result, { report: false, diagnostics: [] });
    for (const params of [undefined, {}, { textDocument: { uri } }, { textDocument: 7 }])
      assert.ok((await server.request('gongkai/check', params)).error);
  });

  it('writes a new report as the settings have it', async () => {
    const { result } = await server.request('gongkai/newReport', { unit: '清河县民政局', year: 2023, layout: 'gfm' });
    assert.equal(result.title, '清河县民政局2023年政府信息公开工作年度报告');
    assert.match(result.text, /\| 规章 \| 0 \| 0 \| 0 \|/);
    const blank = await server.request('gongkai/newReport', { unit: '清河县民政局', year: 2023, layout: 'gfm', settings: {} });
    assert.match(blank.result.text, /\| 规章 \| {2}\| {2}\| {2}\|/);
    assert.match(
      (await server.request('gongkai/newReport', { unit: '清河县民政局', year: 2012, layout: 'gfm' })).error?.message ?? '',
      /2019/,
    );
  });

  it('tells what the editor shows of a draft: edition, year and faults', async () => {
    const told = server.nextOf('gongkai/status');
    await server.open(uri, draft({ values: { 'requests/received/total': '7' } }));
    const { params } = await told;
    const { report, edition, expected, year, unit, findings } = params;
    assert.deepEqual([report, edition, expected, year, unit], [true, '2021', '2021', 2023, '清河县民政局']);
    assert.ok(findings.error > 0);
    const { result } = await server.request('gongkai/checks', { textDocument: { uri } });
    assert.equal(result.tables.length, 3);
  });
});

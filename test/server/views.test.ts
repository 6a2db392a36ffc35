import assert from 'node:assert/strict';
import { join } from 'node:path';
import { parsed, textOf } from '../preview/page';
import { bundle } from './bundles';
import { draft } from './drafts';
import { LspProcess } from './lspProcess';

const uri = 'untitled:draft';
const wrong = draft({ values: { 'requests/received/total': '7' } });

describe('views of a draft over stdio', () => {
  let bundles: Awaited<ReturnType<typeof bundle>>;
  let server: LspProcess;
  before(async () => {
    bundles = await bundle('server.js');
  });
  after(() => bundles.remove());
  beforeEach(async () => {
    server = new LspProcess(join(bundles.folder, 'server.js'));
    await server.initialize({}, { locale: 'zh-cn' });
    await server.open(uri, wrong);
  });
  afterEach(() => server.kill());

  const ask = async (method: string, more: object = {}) => server.request(method, { textDocument: { uri }, ...more });

  it('the preview is that of the draft as it is, after every change', async () => {
    const { result } = await ask('gongkai/preview');
    assert.equal(result.title, '清河县民政局2023年政府信息公开工作年度报告');
    assert.equal(result.version, 1);
    assert.equal(result.report, true);
    assert.match(textOf(parsed(result.text)), /总计”列是 7/);
    await server.change(uri, 2, { text: wrong.replace('清河县民政局', '望江市水务局') });
    const { result: next } = await ask('gongkai/preview', { clean: true });
    assert.equal(next.title, '望江市水务局2023年政府信息公开工作年度报告');
    assert.equal(next.version, 2);
    assert.doesNotMatch(next.text, /fault|<aside/);
  });

  it('the checklist comes with links, without, and in Markdown', async () => {
    const [view, html, markdown] = await Promise.all(
      ['view', 'html', 'markdown'].map(async (format) => (await ask('gongkai/checklist', { format })).result.text as string),
    );
    assert.match(view!, /<button[^>]* data-start=/);
    assert.doesNotMatch(html!, /<button/);
    assert.equal(textOf(parsed(view!)), textOf(parsed(html!.replace('<!-- gongkai-no-report -->', ''))));
    assert.match(markdown!, /\n# 审核清单 清河县民政局2023年/);
  });

  it('what is no report is said to be none, and what is not open has no view', async () => {
    await server.change(uri, 2, { text: '# 会议记录\n' });
    for (const method of ['gongkai/preview', 'gongkai/checklist']) {
      const { result } = await ask(method);
      assert.deepEqual([result.report, result.title], [false, '']);
      assert.equal((await server.request(method, { textDocument: { uri: 'untitled:other' } })).result, null);
      assert.equal((await server.request(method, {})).error?.code, -32602);
    }
  });

  it('speaks the language of the client', async () => {
    const english = new LspProcess(join(bundles.folder, 'server.js'));
    try {
      await english.initialize({}, { locale: 'en' });
      await english.open(uri, wrong);
      const { result } = await english.request('gongkai/checklist', { textDocument: { uri } });
      assert.match(result.text, /Title, sections and tables/);
    } finally {
      await english.kill();
    }
  });
});

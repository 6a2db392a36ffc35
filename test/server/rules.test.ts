import assert from 'node:assert/strict';
import { join } from 'node:path';
import { rules } from '../../server/src/rules';
import { bundle } from './bundles';
import { draft } from './drafts';
import { LspProcess } from './lspProcess';

const uri = 'untitled:draft';
const wrong = draft({ values: { 'requests/received/total': '7' } });

describe('what a rule is about, over stdio', () => {
  let bundles: Awaited<ReturnType<typeof bundle>>;
  let server: LspProcess;
  before(async () => {
    bundles = await bundle('server.js');
  });
  after(() => bundles.remove());
  beforeEach(() => {
    server = new LspProcess(join(bundles.folder, 'server.js'));
  });
  afterEach(() => server.kill());

  const links = async (initializationOptions: object): Promise<string[]> => {
    await server.initialize({}, { locale: 'zh-cn', initializationOptions });
    const { diagnostics } = await server.open(uri, wrong);
    return diagnostics.map(({ codeDescription }: { codeDescription: { href: string } }) => codeDescription.href);
  };

  it('stands on its page, for a client that has nothing to show it with', async () => {
    for (const href of await links({})) assert.match(href, /^https:.*\/docs\/rules\/sum-[a-z]+\.md$/);
  });

  it('is shown by a client that says so, without a network', async () => {
    for (const href of await links({ explainsRules: true })) {
      const [, command, given] = /^command:([\w.]+)\?(.*)$/.exec(href) ?? [];
      assert.equal(command, 'gongkai.explainRule');
      const [id] = JSON.parse(decodeURIComponent(given!));
      const { result } = await server.request('gongkai/rule', { id });
      assert.ok(result.startsWith(`# ${id} `), result);
      assert.match(result, /忽略一处：`<!-- gongkai-ignore-next-line sum-/);
    }
  });

  it('is there for every rule, and for nothing else', async () => {
    await server.initialize({}, { locale: 'en' });
    for (const { id, title, explanation } of rules) {
      const { result } = await server.request('gongkai/rule', { id });
      assert.ok(result.startsWith(`# ${id} ${title.en}\n\n${explanation.en}\n`), result);
    }
    for (const params of [{ id: 'sum-rwo' }, { id: 7 }, {}, null])
      assert.equal((await server.request('gongkai/rule', params)).result, null);
  });
});

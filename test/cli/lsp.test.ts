import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { titleOnly } from '../server/drafts';
import { LspProcess } from '../server/lspProcess';
import { CommandLine } from './command';

/** Says of every bundle that is loaded with what V8 made of it before whether that was taken. */
const teller = `import vm from 'node:vm';
vm.Script = class extends vm.Script {
  constructor(code, options) {
    super(code, options);
    console.error(options.filename.replace(/.*[^a-z](?=[a-z]+\\.js$)/, ''), this.cachedDataRejected);
  }
};`;

describe('gongkai lsp', () => {
  const cli = new CommandLine();
  before(() => cli.build('server.js'));
  after(() => cli.remove());

  const isServed = async (): Promise<void> => {
    const server = new LspProcess(cli.entry, 'lsp', '--stdio');
    const { result } = await server.initialize();
    assert.equal(result.serverInfo.name, 'gongkai');
    assert.equal((await server.open('file:///a.md', titleOnly)).diagnostics.length, 6);
    await server.request('shutdown');
    server.notify('exit');
    assert.equal(await server.exited, 0);
  };

  it('is the language server', isServed);

  it('is so with what V8 made of it, and that is taken', async () => {
    const { compileAhead } = await import('../../scripts/build.mjs');
    compileAhead(cli.built);
    const told = ['--import', `data:text/javascript,${encodeURIComponent(teller)}`, cli.entry];
    const { stderr } = spawnSync(process.execPath, [...told, 'lsp', '--stdio'], { encoding: 'utf8', input: '' });
    assert.deepEqual(stderr.trim().split('\n'), ['program.js false', 'server.js false']);
    await isServed();
  });
});

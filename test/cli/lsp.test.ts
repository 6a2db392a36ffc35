import assert from 'node:assert/strict';
import { titleOnly } from '../server/drafts';
import { LspProcess } from '../server/lspProcess';
import { CommandLine } from './command';

describe('gongkai lsp', () => {
  const cli = new CommandLine();
  before(() => cli.build('server.js'));
  after(() => cli.remove());

  it('is the language server', async () => {
    const server = new LspProcess(cli.entry, 'lsp', '--stdio');
    const { result } = await server.initialize();
    assert.equal(result.serverInfo.name, 'gongkai');
    assert.equal((await server.open('file:///a.md', titleOnly)).diagnostics.length, 6);
    await server.request('shutdown');
    server.notify('exit');
    assert.equal(await server.exited, 0);
  });
});

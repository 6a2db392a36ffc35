import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { bundle } from './bundles';
import { titleOnly } from './drafts';
import type { Message } from './lspProcess';

/** What a web worker has and a worker thread of Node has not: the port's methods on the global object. Nothing else of Node's. */
const webWorker = (path: string): string => `
  const { parentPort } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  const { createContext, runInContext } = require('node:vm');
  const self = {
    postMessage: (data) => parentPort.postMessage(data),
    addEventListener: () => undefined,
    close: () => process.exit(),
    onmessage: null,
    importScripts: () => undefined,
    console, setTimeout, clearTimeout, setInterval, clearInterval, TextDecoder, TextEncoder, crypto: globalThis.crypto, MessageChannel, queueMicrotask,
  };
  self.self = self;
  parentPort.on('message', (data) => self.onmessage({ data }));
  runInContext(readFileSync(${JSON.stringify(path)}, 'utf8'), createContext(self));
`;

describe('language server in a worker', () => {
  let bundles: Awaited<ReturnType<typeof bundle>>;
  before(async () => {
    bundles = await bundle('server.js');
  });
  after(() => bundles.remove());

  it('publishes diagnostics without anything of Node, and ends when it is told to', async () => {
    const worker = new Worker(webWorker(join(bundles.folder, 'server.js')), { eval: true });
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const send = (message: object): void => worker.postMessage({ jsonrpc: '2.0', ...message });
    const received: Message[] = [];
    const next = (matches: (message: Message) => boolean): Promise<Message> =>
      new Promise((resolve, reject) => {
        worker.once('error', reject);
        worker.on('message', (message: Message) => {
          received.push(message);
          if (matches(message)) resolve(message);
        });
      });
    const initialized = next(({ id }) => id === 1);
    send({ id: 1, method: 'initialize', params: { processId: null, capabilities: {} } });
    assert.equal((await initialized).result.serverInfo.name, 'gongkai');
    send({ method: 'initialized', params: {} });
    const published = next(({ method }) => method === 'textDocument/publishDiagnostics');
    const uri = 'vscode-vfs://github/a/b.md';
    send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text: titleOnly } } });
    assert.equal((await published).params.diagnostics.length, 6);
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    await ended;
    assert.deepEqual(received.find(({ id }) => id === 2)?.result, null);
  });
});

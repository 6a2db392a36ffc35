import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { Lifecycle } from './lifecycle';
import { clientLog } from './log';
import { serve } from './server';

/** The server in a browser: the worker's own message port is the connection. */

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & { close(): void };

const writer = new BrowserMessageWriter(self);
const connection = createMessageConnection(new BrowserMessageReader(self), writer, clientLog(writer), new Lifecycle(writer).options);
serve(connection, {
  exit: () => self.close(),
  // A worker ends with its page.
  watch: () => undefined,
});
connection.listen();

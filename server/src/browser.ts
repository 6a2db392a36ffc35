import { Connection } from './connection';
import { Lifecycle } from './lifecycle';
import { serve } from './server';

/** The server in a browser: the worker's own message port is the connection. */

declare const self: {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: object): void;
  close(): void;
};

const connection = new Connection((message) => self.postMessage(message), new Lifecycle());
serve(connection, {
  exit: () => self.close(),
  // A worker ends with its page.
  watch: () => undefined,
});
self.onmessage = ({ data }) => connection.receive([data]);

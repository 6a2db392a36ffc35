import { Connection } from './connection';
import { Lifecycle } from './lifecycle';
import { serve } from './server';
import * as views from './views';

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
  views: () => views,
});
self.onmessage = ({ data }) => connection.receive([data]);

import type { Client } from './server';

declare const self: {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: object): void;
  close(): void;
};

/** The client of a worker: the worker's own message port is the connection. */
export const clientOf = (): Client => ({
  send: (message) => self.postMessage(message),
  listen: (take) => {
    self.onmessage = ({ data }) => take([data]);
  },
  exit: () => self.close(),
  // A worker ends with its page.
  watch: () => undefined,
});

import { Connection } from './connection';
import { Lifecycle } from './lifecycle';
import { serve } from './server';

/** The server, in one file for both of its hosts: a process of Node, and a worker of a browser. What only one of them has is loaded there. */

const inWorker = typeof (globalThis as { importScripts?: unknown }).importScripts === 'function';

async function main(): Promise<void> {
  const lifecycle = new Lifecycle();
  const { clientOf } = await (inWorker ? import('./browser') : import('./node'));
  const client = clientOf(lifecycle);
  const connection = new Connection(client.send, lifecycle);
  serve(connection, client);
  client.listen((messages) => connection.receive(messages));
}

void main();

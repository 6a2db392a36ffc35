import type { ChildProcess } from 'node:child_process';
import { start } from './child';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly version?: number };
}

/** A client of a language server over real stdio, as bare as can be: what it costs is not the server's. */
export class Client {
  private readonly child: ChildProcess;
  private pending: Buffer = Buffer.alloc(0);
  private awaited: { readonly matches: (message: Message) => boolean; readonly resolve: () => void } | undefined;
  private fail: ((error: Error) => void) | undefined;
  private closed = false;
  /** The first is `initialize`. */
  private requests = 1;

  /** `args`: what Node is started with. */
  constructor(args: readonly string[]) {
    this.child = start(args);
    this.child.stdout?.on('data', (chunk: Buffer) => this.take(chunk));
    this.child.stdin?.on('error', () => undefined);
    this.child.once('close', () => {
      this.closed = true;
      this.fail?.(new Error('the server has ended'));
    });
  }

  get pid(): number {
    return this.child.pid ?? Number.NaN;
  }

  async initialize(): Promise<void> {
    const answered = this.next((message) => message.id === 1);
    this.send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await answered;
    this.send({ method: 'initialized', params: {} });
  }

  /** Opens a document and waits for its diagnostics. */
  async open(uri: string, text: string): Promise<void> {
    const published = this.published(uri, 1);
    this.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'plaintext', version: 1, text } } });
    await published;
  }

  /** Makes one edit and waits for the diagnostics of just this version. Milliseconds from the first to the last byte. */
  async edit(uri: string, version: number, change: Change): Promise<number> {
    const from = performance.now();
    const published = this.published(uri, version);
    this.send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [change] } });
    await published;
    return performance.now() - from;
  }

  /** Asks for something and waits for the answer. Milliseconds from the first to the last byte. */
  async request(method: string, params: object): Promise<number> {
    const id = ++this.requests;
    const from = performance.now();
    const answered = this.next((message) => message.id === id && message.method === undefined);
    this.send({ id, method, params });
    await answered;
    return performance.now() - from;
  }

  /** Ends the server. */
  async end(): Promise<void> {
    if (this.closed) return;
    await new Promise((resolve) => {
      this.child.once('close', resolve);
      this.child.kill('SIGKILL');
    });
  }

  private published(uri: string, version: number): Promise<void> {
    return this.next(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && params?.uri === uri && params.version === version,
    );
  }

  /** Rejects where the server ends or says nothing for ten seconds. */
  private next(matches: (message: Message) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error('no answer within 10 s')), 10_000);
      this.fail = reject;
      this.awaited = {
        matches,
        resolve: () => {
          clearTimeout(limit);
          resolve();
        },
      };
      if (this.closed) reject(new Error('the server has ended'));
    });
  }

  private send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private take(chunk: Buffer): void {
    this.pending = this.pending.length > 0 ? Buffer.concat([this.pending, chunk]) : chunk;
    for (;;) {
      const end = this.pending.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(this.pending.toString('latin1', 0, end))?.[1]);
      const body = end + 4;
      if (this.pending.length < body + length) return;
      const message: Message = JSON.parse(this.pending.toString('utf8', body, body + length));
      this.pending = this.pending.subarray(body + length);
      if (!this.awaited?.matches(message)) continue;
      const { resolve } = this.awaited;
      this.awaited = undefined;
      resolve();
    }
  }
}

export interface Change {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

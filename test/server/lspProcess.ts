import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

export interface Message {
  readonly jsonrpc: '2.0';
  readonly id?: number | string | null;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server says; the tests look into it
  readonly params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server says; the tests look into it
  readonly result?: any;
  readonly error?: { readonly code: number; readonly message: string };
}

/** Frames a body as the base protocol has it. */
export const frame = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/**
 * A language server in a process of its own, spoken to over real stdio in bare messages: no client library that would
 * put right what is wrong on either side.
 */
export class LspProcess {
  readonly received: Message[] = [];
  /** What came on stderr. */
  stderr = '';
  readonly exited: Promise<number | null>;
  private readonly child: ChildProcessWithoutNullStreams;
  private pending = Buffer.alloc(0);
  private waiting: { matches: (message: Message) => boolean; resolve: (message: Message) => void }[] = [];
  private requests = 0;

  constructor(...command: string[]) {
    this.child = spawn(process.execPath, command);
    this.exited = new Promise((resolve) => this.child.once('close', resolve));
    this.child.stdout.on('data', (chunk: Buffer) => this.take(chunk));
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    // A server that has gone closes its end while something may still be on the way to it.
    this.child.stdin.on('error', () => undefined);
  }

  get pid(): number {
    return this.child.pid ?? Number.NaN;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Writes bytes as they are. */
  write(text: string | Buffer): void {
    this.child.stdin.write(text);
  }

  /** Sends messages in one piece. */
  send(...messages: unknown[]): void {
    this.write(messages.map((message) => frame(JSON.stringify(message))).join(''));
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  async request(method: string, params?: unknown): Promise<Message> {
    const id = `test-${++this.requests}`;
    const answer = this.next((message) => message.id === id && message.method === undefined);
    this.send({ jsonrpc: '2.0', id, method, params });
    return answer;
  }

  /** The next message from now on that matches. Mocha's time limit ends the waiting. */
  next(matches: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve) => this.waiting.push({ matches, resolve }));
  }

  /** The next message with this method from now on. */
  nextOf(method: string): Promise<Message> {
    return this.next((message) => message.method === method);
  }

  /** Initializes as a client with these capabilities. */
  async initialize(capabilities: object = {}, more: object = {}): Promise<Message> {
    const answer = await this.request('initialize', { processId: null, rootUri: null, capabilities, ...more });
    this.notify('initialized', {});
    return answer;
  }

  /** Opens a document and gives the diagnostics that are published for it. */
  async open(uri: string, text: string, { languageId = 'markdown', version = 1 } = {}): Promise<Message['params']> {
    const published = this.published(uri, version);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
    return published;
  }

  async change(uri: string, version: number, ...contentChanges: object[]): Promise<Message['params']> {
    const published = this.published(uri, version);
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return published;
  }

  async published(uri: string, version?: number): Promise<Message['params']> {
    const message = await this.next(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri && params.version === version,
    );
    return message.params;
  }

  closeInput(): void {
    this.child.stdin.end();
  }

  /** Ends the process if the test has not. */
  async kill(): Promise<void> {
    if (this.running) this.child.kill('SIGKILL');
    await this.exited;
  }

  private take(chunk: Buffer): void {
    this.pending = Buffer.concat([this.pending, chunk]);
    for (;;) {
      const end = this.pending.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/^Content-Length: (\d+)$/m.exec(this.pending.toString('latin1', 0, end).replaceAll('\r', ''))?.[1]);
      if (Number.isNaN(length)) throw new Error(`not the base protocol: ${this.pending.toString('utf8', 0, end)}`);
      const body = end + 4;
      if (this.pending.length < body + length) return;
      const message: Message = JSON.parse(this.pending.toString('utf8', body, body + length));
      this.pending = this.pending.subarray(body + length);
      this.received.push(message);
      const served = this.waiting.filter(({ matches }) => matches(message));
      this.waiting = this.waiting.filter((waiter) => !served.includes(waiter));
      for (const { resolve } of served) resolve(message);
    }
  }
}

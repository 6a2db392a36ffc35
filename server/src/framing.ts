import type { Readable, Writable } from 'node:stream';
import { ErrorCodes, errorResponse, type Send } from './connection';

const headerEnd = Buffer.from('\r\n\r\n');
/** A header block is a line or two; more without an end is no header. */
const longestHeader = 8 * 1024;
/** Longer than any draft; a length beyond it is a mistake, and waiting for it would be waiting for ever. */
const longestBody = 512 * 1024 * 1024;

/** Writes messages with their `Content-Length`. */
export const framedWriter =
  (stream: Writable): Send =>
  (message) => {
    const body = JSON.stringify(message);
    stream.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };

/**
 * Reads messages framed by `Content-Length` headers. What is no JSON is answered with a parse error, and behind a wrong
 * header or length the next message is found again.
 */
export class FramedReader {
  private chunks: Buffer[] = [];
  private size = 0;
  /** Length of the body that is awaited; absent while the header is. */
  private awaited: number | undefined;

  constructor(private readonly send: Send) {}

  /** `receive` gets the messages that have come in together; they may be none. */
  listen(stream: Readable, receive: (messages: readonly unknown[]) => void): void {
    stream.on('data', (chunk: Buffer) => {
      this.chunks.push(chunk);
      this.size += chunk.length;
      const messages: unknown[] = [];
      while (this.step(messages));
      if (messages.length > 0) receive(messages);
    });
  }

  /** Takes a header or a body from what has come in; false where more must come first. */
  private step(messages: unknown[]): boolean {
    if (this.size === 0 || (this.awaited !== undefined && this.size < this.awaited)) return false;
    const bytes = this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks);
    if (this.awaited === undefined) return this.takeHeader(bytes);
    const body = bytes.subarray(0, this.awaited);
    this.keep(bytes.subarray(this.awaited));
    this.awaited = undefined;
    try {
      messages.push(JSON.parse(body.toString('utf8')));
    } catch {
      this.complain('the content is no JSON');
    }
    return true;
  }

  private takeHeader(bytes: Buffer): boolean {
    const end = bytes.indexOf(headerEnd);
    if (end < 0) {
      // What might still be the beginning of a header is kept.
      this.keep(bytes.length > longestHeader ? bytes.subarray(bytes.length - longestHeader / 2) : bytes);
      return false;
    }
    this.keep(bytes.subarray(end + headerEnd.length));
    const header = bytes.toString('latin1', Math.max(0, end - longestHeader), end);
    // Not bound to the beginning of a line: behind a body that was longer than its header said, it stands within one.
    const length = Number(/content-length:[ \t]*(\d{1,10})[ \t]*(?:\r\n|$)/i.exec(header)?.[1]);
    if (length <= longestBody) this.awaited = length;
    else this.complain('no valid Content-Length in the header');
    return true;
  }

  private keep(rest: Buffer): void {
    this.chunks = rest.length > 0 ? [rest] : [];
    this.size = rest.length;
  }

  private complain(message: string): void {
    this.send(errorResponse(null, ErrorCodes.ParseError, message));
  }
}

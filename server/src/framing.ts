import type { Readable } from 'node:stream';
import { AbstractMessageReader, type DataCallback, type Disposable, ErrorCodes, type MessageWriter } from 'vscode-jsonrpc';
import { errorResponse } from './lifecycle';

const headerEnd = Buffer.from('\r\n\r\n');
/** A header block is a line or two; more without an end is no header. */
const longestHeader = 8 * 1024;
/** Longer than any draft; a length beyond it is a mistake, and waiting for it would be waiting for ever. */
const longestBody = 512 * 1024 * 1024;

/** The library throws at malformed cancellations while it queues them; they must not end the process. */
export function guarded(callback: DataCallback): DataCallback {
  return (message) => {
    try {
      callback(message);
    } catch (error) {
      console.error(error);
    }
  };
}

/**
 * Reads messages framed by `Content-Length` headers. Unlike the library's reader it answers what is no JSON with a parse
 * error, and finds the next message again behind a wrong header or length, instead of going deaf.
 */
export class FramedReader extends AbstractMessageReader {
  private chunks: Buffer[] = [];
  private size = 0;
  /** Length of the body that is awaited; absent while the header is. */
  private awaited: number | undefined;

  constructor(
    private readonly stream: Readable,
    private readonly writer: MessageWriter,
  ) {
    super();
  }

  override listen(deliver: DataCallback): Disposable {
    const callback = guarded(deliver);
    const onData = (chunk: Buffer): void => {
      this.chunks.push(chunk);
      this.size += chunk.length;
      while (this.step(callback));
    };
    const onError = (error: Error): void => this.fireError(error);
    const onClose = (): void => this.fireClose();
    this.stream.on('data', onData).on('error', onError).on('close', onClose);
    return { dispose: () => void this.stream.off('data', onData).off('error', onError).off('close', onClose) };
  }

  /** Takes a header or a body from what has come in; false where more must come first. */
  private step(callback: DataCallback): boolean {
    if (this.size === 0 || (this.awaited !== undefined && this.size < this.awaited)) return false;
    const bytes = this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks);
    if (this.awaited === undefined) return this.takeHeader(bytes);
    const body = bytes.subarray(0, this.awaited);
    this.keep(bytes.subarray(this.awaited));
    this.awaited = undefined;
    let message: Parameters<DataCallback>[0];
    try {
      message = JSON.parse(body.toString('utf8'));
    } catch {
      this.complain('the content is no JSON');
      return true;
    }
    callback(message);
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
    this.writer.write(errorResponse(null, ErrorCodes.ParseError, message)).catch(() => undefined);
  }
}

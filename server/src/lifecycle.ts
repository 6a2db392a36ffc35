import {
  type ConnectionOptions,
  ErrorCodes,
  type Message,
  type MessageWriter,
  type NotificationMessage,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-jsonrpc';
import { isRecord } from './json';

/** A JSON-RPC error to a request; `id` null where it cannot be known. */
export function errorResponse(id: RequestMessage['id'], code: number, message: string): ResponseMessage {
  return { jsonrpc: '2.0', id, error: { code, message } } as ResponseMessage;
}

/** LSP's own code; the protocol's range of codes is not JSON-RPC's. */
const serverNotInitialized = -32002;

/** Notifications that are heard in every phase; the library keeps books on cancellations. */
const always: ReadonlySet<string> = new Set(['exit', '$/cancelRequest']);

type Phase = 'new' | 'running' | 'shut-down';

/**
 * Guards the connection's door: what is no JSON-RPC message, or comes at a time when the protocol forbids it, is
 * answered (requests) or dropped (notifications) here, so that no handler ever sees it. The library itself checks neither.
 */
export class Lifecycle {
  private phase: Phase = 'new';

  constructor(private readonly writer: MessageWriter) {}

  /** What the process exits with when the client is gone: 0 only after a shutdown request. */
  get exitCode(): 0 | 1 {
    return this.phase === 'shut-down' ? 0 : 1;
  }

  readonly options: ConnectionOptions = {
    messageStrategy: {
      handleMessage: (message, next) => {
        const refusal = this.refuse(message);
        if (refusal === 'drop') return;
        if (refusal) return void this.writer.write(refusal).catch(() => undefined);
        return next(message);
      },
    },
  };

  private refuse(message: Message): ResponseMessage | 'drop' | undefined {
    if (!isRecord(message)) return errorResponse(null, ErrorCodes.InvalidRequest, 'not a JSON-RPC message');
    const { id, method, params } = message as Partial<RequestMessage> & Partial<NotificationMessage>;
    const identified = typeof id === 'string' || typeof id === 'number';
    if (method === undefined && id !== undefined && ('result' in message || 'error' in message)) return undefined;
    if (typeof method !== 'string' || (id !== undefined && !identified)) {
      return errorResponse(identified ? id : null, ErrorCodes.InvalidRequest, 'neither a request nor a notification nor a response');
    }
    if (!identified) return this.phase === 'running' || always.has(method) ? undefined : 'drop';
    if (method === 'initialize') {
      if (this.phase !== 'new') return errorResponse(id, ErrorCodes.InvalidRequest, 'initialize may be sent only once');
      if (!isRecord(params) || !isRecord(params.capabilities)) {
        return errorResponse(id, ErrorCodes.InvalidParams, 'initialize needs the capabilities of the client');
      }
      this.phase = 'running';
      return undefined;
    }
    if (this.phase === 'new') return errorResponse(id, serverNotInitialized, `${method} before initialize`);
    if (this.phase === 'shut-down') return errorResponse(id, ErrorCodes.InvalidRequest, `${method} after shutdown`);
    if (method === 'shutdown') this.phase = 'shut-down';
    return undefined;
  }
}

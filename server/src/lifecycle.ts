import { ErrorCodes, errorResponse } from './connection';
import { isRecord } from './json';

/** LSP's own code; the protocol's range of codes is not JSON-RPC's. */
const serverNotInitialized = -32002;

/** The notification that is heard in every phase. */
const always = 'exit';

type Phase = 'new' | 'running' | 'shut-down';

/**
 * Guards the connection's door: what is no JSON-RPC message, or comes at a time when the protocol forbids it, is
 * answered (requests) or dropped (notifications) here, so that no handler ever sees it.
 */
export class Lifecycle {
  private phase: Phase = 'new';

  /** What the process exits with when the client is gone: 0 only after a shutdown request. */
  get exitCode(): 0 | 1 {
    return this.phase === 'shut-down' ? 0 : 1;
  }

  /** A request has been answered with a result. An `initialize` that failed may be sent again. */
  answered(method: string): void {
    if (method === 'initialize') this.phase = 'running';
  }

  /** The answer to a message that is not to be handled; `drop` for one that gets none. */
  refuse(message: unknown): object | 'drop' | undefined {
    if (!isRecord(message)) return errorResponse(null, ErrorCodes.InvalidRequest, 'not a JSON-RPC message');
    const { id, method, params } = message;
    const identified = typeof id === 'string' || typeof id === 'number';
    if (method === undefined && id !== undefined && ('result' in message || 'error' in message)) return undefined;
    if (typeof method !== 'string' || (id !== undefined && !identified)) {
      return errorResponse(identified ? id : null, ErrorCodes.InvalidRequest, 'neither a request nor a notification nor a response');
    }
    if (!identified) return this.phase === 'running' || method === always ? undefined : 'drop';
    if (method === 'initialize') {
      if (this.phase !== 'new') return errorResponse(id, ErrorCodes.InvalidRequest, 'initialize may be sent only once');
      if (!isRecord(params) || !isRecord(params.capabilities)) {
        return errorResponse(id, ErrorCodes.InvalidParams, 'initialize needs the capabilities of the client');
      }
      return undefined;
    }
    if (this.phase === 'new') return errorResponse(id, serverNotInitialized, `${method} before initialize`);
    if (this.phase === 'shut-down') return errorResponse(id, ErrorCodes.InvalidRequest, `${method} after shutdown`);
    if (method === 'shutdown') this.phase = 'shut-down';
    return undefined;
  }
}

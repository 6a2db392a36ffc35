import { isRecord } from './json';
import type { Lifecycle } from './lifecycle';

/** JSON-RPC 2.0, as the Language Server Protocol uses it: one object a message, no batches. */

export const ErrorCodes = {
  ParseError: -32700,
  InvalidRequest: -32600,
  MethodNotFound: -32601,
  InvalidParams: -32602,
  InternalError: -32603,
  /** LSP: the client has cancelled the request. */
  RequestCancelled: -32800,
  /** LSP: the document is not any more what the request was about. */
  ContentModified: -32801,
} as const;

/** Thrown by a handler: what the client is answered. */
export class ResponseError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

export type Id = string | number;

/** Where messages go: a stream, a parent process, a page. Never throws: a client that is gone hears nothing. */
export type Send = (message: object) => void;

/** A JSON-RPC error to a request; `id` null where it cannot be known. */
export const errorResponse = (id: Id | null, code: number, message: string): object => ({ jsonrpc: '2.0', id, error: { code, message } });

type Handler = (params: unknown) => unknown;

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** How serious a line of the client's log is: `MessageType` of the protocol. */
const ERROR = 1;

/**
 * One client. Messages are handled one after the other, as they come, each to its end: an answer is never about another
 * text than the one that the messages before it left. Whatever a message holds, the connection stays up.
 */
export class Connection {
  private readonly requests = new Map<string, Handler>();
  private readonly notifications = new Map<string, Handler>();
  private readonly waiting = new Map<Id, Waiting>();
  private lastId = 0;

  constructor(
    private readonly send: Send,
    private readonly lifecycle: Lifecycle,
  ) {}

  /** The parameters come as the client has sent them: whoever says what they are checks them. */
  onRequest<Params>(method: string, handler: (params: Params) => unknown): void {
    this.requests.set(method, handler as Handler);
  }

  onNotification<Params>(method: string, handler: (params: Params) => void): void {
    this.notifications.set(method, handler as Handler);
  }

  sendNotification(method: string, params?: object): void {
    this.send({ jsonrpc: '2.0', method, ...(params && { params }) });
  }

  /** Rejects where the client answers with an error. */
  sendRequest(method: string, params?: object): Promise<unknown> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ jsonrpc: '2.0', id, method, ...(params && { params }) });
    });
  }

  /** Handles what has come in together: a request that is cancelled further on is given up. */
  receive(messages: readonly unknown[]): void {
    const cancelled = new Set(messages.flatMap((message) => cancelledBy(message)));
    for (const message of messages) this.handle(message, cancelled);
  }

  private handle(message: unknown, cancelled: ReadonlySet<unknown>): void {
    const refusal = this.lifecycle.refuse(message);
    if (refusal === 'drop') return;
    const { id, method, params } = (message ?? {}) as { id?: Id; method?: string; params?: unknown };
    if (refusal) this.send(refusal);
    else if (method === undefined) this.answered(message as { id: unknown });
    else if (id === undefined) this.notified(method, params);
    else if (cancelled.has(id)) this.send(errorResponse(id, ErrorCodes.RequestCancelled, 'cancelled'));
    else this.requested(id, method, params);
  }

  private requested(id: Id, method: string, params: unknown): void {
    const handler = this.requests.get(method);
    const fail = (error: unknown): void => {
      const code = error instanceof ResponseError ? error.code : ErrorCodes.InternalError;
      this.send(errorResponse(id, code, error instanceof ResponseError ? error.message : `${method} failed: ${wordsOf(error)}`));
    };
    const succeed = (result: unknown): void => {
      this.lifecycle.answered(method);
      this.send({ jsonrpc: '2.0', id, result: result ?? null });
    };
    try {
      if (!handler) throw new ResponseError(ErrorCodes.MethodNotFound, `${method} is not known`);
      const result = handler(params);
      if (result instanceof Promise) result.then(succeed).catch(fail);
      else succeed(result);
    } catch (error) {
      fail(error);
    }
  }

  private notified(method: string, params: unknown): void {
    try {
      this.notifications.get(method)?.(params);
    } catch (error) {
      this.sendNotification('window/logMessage', { type: ERROR, message: `${method} was not understood: ${wordsOf(error)}` });
    }
  }

  private answered({ id, result, error }: { readonly id: unknown; readonly result?: unknown; readonly error?: unknown }): void {
    const waiting = this.waiting.get(id as Id);
    if (!waiting) return;
    this.waiting.delete(id as Id);
    if (error === undefined) waiting.resolve(result);
    else waiting.reject(new Error(isRecord(error) ? String(error.message) : 'the client refused'));
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function cancelledBy(message: unknown): unknown[] {
  return isRecord(message) && message.method === '$/cancelRequest' && isRecord(message.params) ? [message.params.id] : [];
}

import type { ClientCapabilities, ServerCapabilities, TextDocumentIdentifier } from 'vscode-languageserver';
import type { Context } from './context';

/** What every request about a document says. */
export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** A feature of the language server: what it answers to one request of the protocol about an open draft. */
export interface Feature {
  readonly method: string;
  /** What the server announces to this client. */
  capabilities(client: ClientCapabilities): ServerCapabilities;
  /** Pure. Also asked about documents that are no reports. */
  // biome-ignore lint/suspicious/noExplicitAny: the parameters are those of the method; `feature` ties them to the answer
  answer(context: Context, params: any): unknown;
}

/** Ties the parameters of a method to its answer; `null` where there is nothing to say. */
export const feature = <Params extends DocumentParams, Result>(definition: {
  readonly method: string;
  capabilities(client: ClientCapabilities): ServerCapabilities;
  answer(context: Context, params: Params): Result | null;
}): Feature => definition;

import { type CancellationToken, ErrorCodes, type MessageConnection, ResponseError } from 'vscode-jsonrpc';
import type {
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
  PublishDiagnosticsParams,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../../package.json';
import { Configuration } from './configuration';
import { type Draft, Drafts } from './drafts';
import { diagnostics, type View } from './features/diagnostics';
import { isRecord } from './json';
import { negotiateEncoding } from './positions';
import { sameSettings } from './settings';

/** What the server needs of the process or worker that it runs in. */
export interface Host {
  /** The client has asked the server to end. */
  exit(): void;
  /** The process that started the server: without it there is nothing left to do. */
  watch(processId: number): void;
}

const incremental: typeof TextDocumentSyncKind.Incremental = 2;
/** LSP: the client has cancelled the request. */
const requestCancelled = -32800;

/**
 * Wires the core to a connection. One call serves one client; the caller listens, and guards the connection with a
 * `Lifecycle`: what comes in here is well-formed JSON-RPC at a time when the protocol allows it.
 */
export function serve(connection: MessageConnection, host: Host): void {
  const drafts = new Drafts();
  let view: View = { language: 'zh', encoding: 'utf-16' };
  /** The client asks for diagnostics; then they are not pushed as well. */
  let pulls = false;
  let refreshes = false;

  function push(params: PublishDiagnosticsParams): void {
    if (!pulls) connection.sendNotification('textDocument/publishDiagnostics', params).catch(() => undefined);
  }

  function publish({ document, analysis }: Draft): void {
    if (pulls || !analysis) return;
    push({ uri: document.uri, version: document.version, diagnostics: diagnostics(analysis, document, view) });
  }

  const configuration = new Configuration(connection, (settings) => {
    let stale = false;
    for (const [uri, wanted] of settings) {
      const draft = drafts.get(uri);
      if (!draft || sameSettings(draft.settings, wanted)) continue;
      publish(drafts.configure(uri, wanted) ?? draft);
      stale = true;
    }
    if (stale && pulls && refreshes) connection.sendRequest('workspace/diagnostic/refresh').catch(() => undefined);
  });

  connection.onRequest('initialize', (params: InitializeParams): InitializeResult => {
    const { capabilities, locale, processId } = params;
    const encoding = negotiateEncoding(capabilities.general?.positionEncodings);
    view = { language: typeof locale === 'string' && !/^zh\b/i.test(locale) ? 'en' : 'zh', encoding };
    pulls = isRecord(capabilities.textDocument?.diagnostic);
    refreshes = capabilities.workspace?.diagnostics?.refreshSupport === true;
    configuration.initialize(params);
    if (typeof processId === 'number') host.watch(processId);
    return {
      capabilities: {
        positionEncoding: encoding,
        textDocumentSync: { openClose: true, change: incremental },
        ...(pulls && { diagnosticProvider: { identifier: 'gongkai', interFileDependencies: false, workspaceDiagnostics: false } }),
      },
      serverInfo: { name: 'gongkai', version },
    };
  });
  connection.onRequest('shutdown', () => null);
  connection.onNotification('exit', () => host.exit());

  connection.onNotification('initialized', () => configuration.start(drafts.uris()));
  connection.onNotification('workspace/didChangeConfiguration', (params?: DidChangeConfigurationParams) =>
    configuration.changed(params?.settings, drafts.uris()),
  );

  connection.onNotification('textDocument/didOpen', (params: DidOpenTextDocumentParams) => {
    const draft = drafts.open(params, configuration.forNow);
    publish(draft);
    if (draft.analysis) configuration.ask([draft.document.uri]);
  });
  connection.onNotification('textDocument/didChange', (params: DidChangeTextDocumentParams) =>
    publish(drafts.change(params, view.encoding)),
  );
  connection.onNotification('textDocument/didClose', (params: DidCloseTextDocumentParams) => {
    const closed = drafts.close(params);
    if (!closed?.analysis) return;
    configuration.forget(closed.document.uri);
    push({ uri: closed.document.uri, diagnostics: [] });
  });

  connection.onRequest<DocumentDiagnosticReport, void>(
    'textDocument/diagnostic',
    (params: DocumentDiagnosticParams, token: CancellationToken): DocumentDiagnosticReport => {
      if (token?.isCancellationRequested) throw new ResponseError(requestCancelled, 'cancelled');
      const uri = params?.textDocument?.uri;
      if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'textDocument/diagnostic without a document');
      const draft = drafts.get(uri);
      if (!draft?.analysis) return { kind: 'full', items: [] };
      const { analysis, document, resultId } = draft;
      if (params.previousResultId === resultId) return { kind: 'unchanged', resultId };
      return { kind: 'full', resultId, items: diagnostics(analysis, document, view) };
    },
  );
}

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
import { type Draft, Drafts, isPosition, isRange } from './drafts';
import { features } from './features';
import { Context, type View } from './features/context';
import { diagnostics } from './features/diagnostics';
import type { DocumentParams } from './features/feature';
import { isRecord } from './json';
import { negotiateEncoding } from './positions';
import { editingOptions, sameSettings } from './settings';

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
  let view: View = viewOf({ capabilities: {} });
  /** The client asks for diagnostics; then they are not pushed as well. */
  let pulls = false;
  let refreshes = false;

  function push(params: PublishDiagnosticsParams): void {
    if (!pulls) connection.sendNotification('textDocument/publishDiagnostics', params).catch(() => undefined);
  }

  const contextOf = ({ document, analysis, settings }: Draft): Context | undefined =>
    analysis && new Context(document, analysis, view, editingOptions(settings, document.languageId));

  function publish(draft: Draft): void {
    const context = pulls ? undefined : contextOf(draft);
    const { uri, version } = draft.document;
    if (context) push({ uri, version, diagnostics: diagnostics(context) });
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
    const { capabilities, processId } = params;
    view = viewOf(params);
    pulls = isRecord(capabilities.textDocument?.diagnostic);
    refreshes = capabilities.workspace?.diagnostics?.refreshSupport === true;
    configuration.initialize(params);
    if (typeof processId === 'number') host.watch(processId);
    return {
      capabilities: {
        positionEncoding: view.encoding,
        textDocumentSync: { openClose: true, change: incremental },
        ...(pulls && { diagnosticProvider: { identifier: 'gongkai', interFileDependencies: false, workspaceDiagnostics: false } }),
        ...Object.assign({}, ...features.map((feature) => feature.capabilities(capabilities))),
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

  /** Answers a request about a document: `otherwise` where it is not open, or in a language that is not the server's. */
  function answer<Params extends DocumentParams, Result>(
    method: string,
    otherwise: Result,
    handle: (context: Context, params: Params, draft: Draft) => Result,
  ): void {
    connection.onRequest<unknown, void>(method, (params: Params, token: CancellationToken): unknown => {
      if (token?.isCancellationRequested) throw new ResponseError(requestCancelled, 'cancelled');
      const uri = params?.textDocument?.uri;
      if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, `${method} without a document`);
      const { position, range } = params as { position?: unknown; range?: unknown };
      if ((position !== undefined && !isPosition(position)) || (range !== undefined && !isRange(range)))
        throw new ResponseError(ErrorCodes.InvalidParams, `${method} with a malformed position`);
      const draft = drafts.get(uri);
      const context = draft && contextOf(draft);
      return context ? handle(context, params, draft) : otherwise;
    });
  }

  answer<DocumentDiagnosticParams, DocumentDiagnosticReport>(
    'textDocument/diagnostic',
    { kind: 'full', items: [] },
    (context, params, { resultId }) =>
      params.previousResultId === resultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items: diagnostics(context) },
  );
  for (const feature of features) answer(feature.method, null, (context, params) => feature.answer(context, params));
}

/** What a client can do and wants, as far as it says so. */
function viewOf({ capabilities, locale }: Pick<InitializeParams, 'capabilities' | 'locale'>): View {
  const { general, textDocument, workspace } = capabilities;
  return {
    language: typeof locale === 'string' && !/^zh\b/i.test(locale) ? 'en' : 'zh',
    encoding: negotiateEncoding(general?.positionEncodings),
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    annotatedEdits: isRecord(workspace?.workspaceEdit?.changeAnnotationSupport),
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    codeActions: isRecord(textDocument?.codeAction?.codeActionLiteralSupport),
  };
}

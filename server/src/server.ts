import type {
  Diagnostic,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
  MessageType,
  PublishDiagnosticsParams,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../../package.json';
import type { Preferences } from './config/config';
import { configDiagnostics } from './configDiagnostics';
import { Configuration, readTold, type Told } from './configuration';
import { type Connection, ErrorCodes, ResponseError, type Send } from './connection';
import { type Draft, Drafts, isPosition, isRange } from './drafts';
import { defaultEditing } from './editing/edit';
import { features } from './features';
import { isLazy, postponed } from './features/codeActions';
import { Context, type View } from './features/context';
import { diagnostics } from './features/diagnostics';
import { executeCommandProvider, type Proposal, propose, readRequest } from './features/executeCommand';
import type { DocumentParams } from './features/feature';
import { type NewReport, newReportMethod, writeReport } from './features/newReport';
import { ruleText } from './features/rulePage';
import { status, statusMethod } from './features/status';
import { isJudged } from './features/summary';
import { readLanguage } from './input/locale';
import { isRecord } from './json';
import { negotiateEncoding } from './positions';
import { type Files, isConfig, type Project, Projects, settingsIn } from './projects';
import { editingOptions, type Settings, sameSettings, settingsOf } from './settings';
import { type ChecklistParams, checklistView, type View as DocumentView, type PreviewParams, previewView } from './views';

/** What the server needs of the process or worker that it runs in. */
export interface Host {
  /** The client has asked the server to end. */
  exit(): void;
  /** The process that started the server: without it there is nothing left to do. */
  watch(processId: number): void;
  /** The file system, where there is one: for config files. */
  readonly files?: Files;
}

/** A host, and the client at its other end. */
export interface Client extends Host {
  readonly send: Send;
  listen(take: (messages: readonly unknown[]) => void): void;
}

const incremental: typeof TextDocumentSyncKind.Incremental = 2;
const information: typeof MessageType.Info = 3;

/**
 * Wires the core to a connection. One call serves one client; the caller listens, and guards the connection with a
 * `Lifecycle`: what comes in here is well-formed JSON-RPC at a time when the protocol allows it.
 */
export function serve(connection: Connection, host: Host): void {
  const drafts = new Drafts();
  let view: View = viewOf({ capabilities: {} });
  /** The client asks for diagnostics; then they are not pushed as well. */
  let pulls = false;
  /** What the client is to be asked for when drafts are judged anew without a change of their text. */
  let refreshes: readonly string[] = [];
  /** The client wants to know what it has opened. */
  let tellsStatus = false;
  /** The client can be asked to do an edit. */
  let takesEdits = false;

  function push(params: PublishDiagnosticsParams): void {
    if (!pulls) connection.sendNotification('textDocument/publishDiagnostics', params);
  }

  const contextOf = ({ document, analysis, settings }: Draft): Context | undefined =>
    analysis && new Context(document, analysis, view, editingOptions(settings, document.languageId));

  function publish(draft: Draft): void {
    const { uri, version } = draft.document;
    const context = pulls ? undefined : contextOf(draft);
    if (context) push({ uri, version, diagnostics: diagnostics(context) });
    if (draft.analysis && tellsStatus) connection.sendNotification(statusMethod, status(draft.document, draft.analysis));
  }

  const projects = new Projects(host.files, (uri) => drafts.get(uri)?.document.getText());
  let folders: readonly string[] = [];
  /** What the user wants of an open document. */
  const preferences = new Map<string, Preferences>();
  /** The config that holds for an open document. */
  const held = new Map<string, Project | undefined>();
  /** The configs whose faults the client has been told. */
  let faulty: readonly string[] = [];

  function settingsFor(uri: string): Settings {
    const user = preferences.get(uri) ?? configuration.forNow;
    const project = projects.of(uri);
    held.set(uri, project);
    return settingsIn(uri, user, project, projects.rootOf(uri));
  }

  /** Judges open documents anew whose settings are not what they were. */
  function settle(uris: readonly string[]): void {
    let stale = false;
    for (const uri of uris) {
      const draft = drafts.get(uri);
      const wanted = draft?.analysis && settingsFor(uri);
      if (!draft || !wanted || sameSettings(draft.settings, wanted)) continue;
      publish(drafts.configure(uri, wanted) ?? draft);
      stale = true;
    }
    if (stale) for (const method of refreshes) connection.sendRequest(method).catch(() => undefined);
    tellFaults();
  }

  /** Tells what is wrong in the configs that are open or hold for an open draft, and takes back what is mended. */
  function tellFaults(): void {
    const now = new Map<string, Project>();
    for (const uri of drafts.uris()) {
      const draft = drafts.get(uri);
      const project = isConfig(uri) ? draft && projects.parse(uri, { text: draft.document.getText() }) : draft?.analysis && held.get(uri);
      if (project) now.set(project.uri, project);
    }
    for (const uri of faulty) if (!now.has(uri)) connection.sendNotification('textDocument/publishDiagnostics', { uri, diagnostics: [] });
    for (const [uri, project] of now) {
      const params = { uri, diagnostics: configDiagnostics(project, view) };
      // Also to a client that asks for diagnostics: it does not ask about files that are not open.
      if (params.diagnostics.length > 0 || faulty.includes(uri)) connection.sendNotification('textDocument/publishDiagnostics', params);
    }
    faulty = [...now].flatMap(([uri, { faults }]) => (faults.length > 0 ? [uri] : []));
  }

  const configuration = new Configuration(connection, (told) => {
    for (const [uri, { preferences: wanted, config }] of told) {
      preferences.set(uri, wanted);
      if (config !== undefined) projects.receive(uri, config ?? undefined);
    }
    settle([...told.keys()]);
  });

  connection.onRequest('initialize', (params: InitializeParams): InitializeResult => {
    const { capabilities, processId } = params;
    view = viewOf(params);
    pulls = isRecord(capabilities.textDocument?.diagnostic);
    refreshes = refreshesOf(capabilities.workspace, pulls);
    takesEdits = capabilities.workspace?.applyEdit === true;
    tellsStatus = isRecord(params.initializationOptions) && params.initializationOptions.status === true;
    configuration.initialize(params);
    folders = foldersOf(params);
    projects.initialize(folders);
    if (typeof processId === 'number') host.watch(processId);
    return {
      capabilities: {
        positionEncoding: view.encoding,
        textDocumentSync: { openClose: true, change: incremental },
        ...(pulls && { diagnosticProvider: { identifier: 'gongkai', interFileDependencies: false, workspaceDiagnostics: false } }),
        executeCommandProvider,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
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

  connection.onNotification('workspace/didChangeWorkspaceFolders', (params?: DidChangeWorkspaceFoldersParams) => {
    const gone = new Set(urisOf(params?.event?.removed));
    folders = [...folders.filter((uri) => !gone.has(uri)), ...urisOf(params?.event?.added)];
    projects.initialize(folders);
    settle(drafts.uris());
  });
  connection.onNotification('workspace/didChangeWatchedFiles', () => {
    // A client that sends configs sends them anew; the others are read.
    configuration.ask(drafts.uris());
    settle(drafts.uris());
  });

  /** A config that is open has been opened, changed or closed. */
  const reconfigured = (uri: string): void => {
    if (isConfig(uri)) settle(drafts.uris());
  };

  connection.onNotification('textDocument/didOpen', (params: DidOpenTextDocumentParams) => {
    const draft = drafts.open(params, settingsFor);
    const { document, analysis } = draft;
    publish(draft);
    if (analysis) {
      tellFaults();
      configuration.ask([document.uri]);
    }
    reconfigured(document.uri);
  });
  connection.onNotification('textDocument/didChange', (params: DidChangeTextDocumentParams) => {
    const draft = drafts.change(params, view.encoding);
    publish(draft);
    reconfigured(draft.document.uri);
  });
  connection.onNotification('textDocument/didClose', (params: DidCloseTextDocumentParams) => {
    const closed = drafts.close(params);
    if (!closed) return;
    const { uri } = closed.document;
    if (closed.analysis) {
      configuration.forget(uri);
      projects.forget(uri);
      preferences.delete(uri);
      held.delete(uri);
      push({ uri, diagnostics: [] });
      tellFaults();
    }
    reconfigured(uri);
  });

  /** Answers a request about a document: `otherwise` where it is not open, or in a language that is not the server's. */
  function answer<Params extends DocumentParams, Result>(
    method: string,
    otherwise: Result,
    handle: (context: Context, params: Params, draft: Draft) => Result,
  ): void {
    connection.onRequest<Params>(method, (params) => {
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
  /** Reads a command and what it would do to its draft; a failure is told to the client. */
  function proposalOf(params: unknown, version?: number): Proposal | undefined {
    const request = readRequest(params, isRange);
    if (typeof request === 'string') throw new ResponseError(ErrorCodes.InvalidParams, request);
    if (request.kind === 'edit') return request.proposal;
    const draft = drafts.get(request.uri);
    const context = draft && contextOf(draft);
    if (!context) throw new ResponseError(ErrorCodes.InvalidParams, `${request.uri} is not open, or in a language that is not checked`);
    if (version !== undefined && version !== draft.document.version)
      throw new ResponseError(ErrorCodes.ContentModified, `${request.uri} has changed since version ${version}`);
    const proposal = propose(context, request);
    if (!proposal) {
      const message = context.say({
        zh: '没有改动：这里没有要改的，或者改了会丢失内容。',
        en: 'Nothing changed: there is nothing to do here, or something would be lost.',
      });
      connection.sendNotification('window/showMessage', { type: information, message });
    }
    return proposal;
  }

  connection.onRequest('workspace/executeCommand', async (params: unknown): Promise<unknown> => {
    const proposal = proposalOf(params);
    if (!proposal) return false;
    // A client that cannot be asked to do an edit is given it.
    if (!takesEdits) return proposal.edit;
    const answered: unknown = await connection.sendRequest('workspace/applyEdit', proposal);
    return isRecord(answered) && answered.applied === true;
  });

  connection.onRequest('codeAction/resolve', (action: unknown): unknown => {
    const put = postponed(action);
    if (!put) return action;
    const proposal = proposalOf(put, put.version);
    return proposal ? { ...(action as object), edit: proposal.edit } : action;
  });

  answer<PreviewParams, DocumentView | null>('gongkai/preview', null, previewView);
  answer<ChecklistParams, DocumentView | null>('gongkai/checklist', null, checklistView);

  connection.onRequest('gongkai/rule', (params: unknown) =>
    isRecord(params) && typeof params.id === 'string' ? ruleText(params.id, view.language) : null,
  );

  // The config file that holds for an open draft, with the rules that it sets: for a client that would set one itself.
  answer('gongkai/config', null as HeldConfig | null, (_context, { textDocument: { uri } }) => {
    const project = held.get(uri);
    return project ? { uri: project.uri, rules: project.preferences.rules ?? {} } : null;
  });

  /** What a client says of the settings along with a request; the user's general ones where it says nothing. */
  const toldWith = (params: unknown): Told =>
    isRecord(params) && isRecord(params.settings) ? readTold(params.settings) : { preferences: configuration.forNow };

  connection.onRequest(newReportMethod, (params: unknown): NewReport => {
    const written = writeReport(params, settingsOf(toldWith(params).preferences).fill, view.language);
    if (typeof written === 'string') throw new ResponseError(ErrorCodes.InvalidParams, written);
    return written;
  });

  // Judges a draft that is not open, with the settings that come along: for a client that checks a folder.
  connection.onRequest('gongkai/check', (params: DidOpenTextDocumentParams): UnopenedCheck => {
    const { preferences: user, config } = toldWith(params);
    const { analysis, document } = drafts.judgeUnopened(params, (uri) => {
      const open = drafts.get(uri) !== undefined;
      // Of an open draft the config is known already, and stays so.
      if (!open && config !== undefined) projects.receive(uri, config ?? undefined);
      const settings = settingsIn(uri, user, projects.of(uri), projects.rootOf(uri));
      if (!open) projects.forget(uri);
      return settings;
    });
    if (!analysis || !isJudged(analysis.report)) return { report: false, diagnostics: [] };
    return { report: true, diagnostics: diagnostics(new Context(document, analysis, view, defaultEditing)) };
  });

  for (const feature of features) answer(feature.method, null, (context, params) => feature.answer(context, params));
}

/** The answer to `gongkai/config`. */
interface HeldConfig {
  readonly uri: string;
  readonly rules: NonNullable<Preferences['rules']>;
}

/** The answer to `gongkai/check`. */
interface UnopenedCheck {
  /** Whether the document is a report that is judged. */
  readonly report: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** The addresses of folders that a client names. */
const urisOf = (folders: unknown): string[] =>
  Array.isArray(folders) ? folders.flatMap((folder) => (isRecord(folder) && typeof folder.uri === 'string' ? [folder.uri] : [])) : [];

/** The folders that a client has open, as far as it says so. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (Array.isArray(workspaceFolders)) return urisOf(workspaceFolders);
  return typeof rootUri === 'string' ? [rootUri] : [];
}

/** The views that a client can be asked to ask for again. */
function refreshesOf(workspace: InitializeParams['capabilities']['workspace'], pulls: boolean): string[] {
  const views: readonly (readonly [method: string, supported: boolean | undefined])[] = [
    ['workspace/diagnostic/refresh', pulls && workspace?.diagnostics?.refreshSupport],
    ['workspace/codeLens/refresh', workspace?.codeLens?.refreshSupport],
    ['workspace/inlayHint/refresh', workspace?.inlayHint?.refreshSupport],
    ['workspace/semanticTokens/refresh', workspace?.semanticTokens?.refreshSupport],
  ];
  return views.flatMap(([method, supported]) => (supported === true ? [method] : []));
}

/** What a client can do and wants, as far as it says so. */
function viewOf({
  capabilities,
  locale,
  initializationOptions,
}: Pick<InitializeParams, 'capabilities' | 'locale' | 'initializationOptions'>): View {
  const { general, textDocument, workspace } = capabilities;
  return {
    language: typeof locale === 'string' && readLanguage(locale) !== 'zh' ? 'en' : 'zh',
    encoding: negotiateEncoding(general?.positionEncodings),
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    annotatedEdits: isRecord(workspace?.workspaceEdit?.changeAnnotationSupport),
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes?.('markdown') === true,
    flatSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport !== true,
    codeActions: isRecord(textDocument?.codeAction?.codeActionLiteralSupport),
    explainsRules: isRecord(initializationOptions) && initializationOptions.explainsRules === true,
    picksLayout: isRecord(initializationOptions) && initializationOptions.picksLayout === true,
    lazyEdits: isLazy(textDocument?.codeAction),
  };
}

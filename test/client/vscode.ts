import Module from 'node:module';
import { posix } from 'node:path';

/**
 * What the client uses of VS Code, in memory: for what takes a window too long to show. What is imported behind this module gets it as
 * `vscode`. The windows of test/workbench and test/desktop are the real thing.
 */

interface Disposable {
  dispose(): void;
}
// biome-ignore lint/suspicious/noExplicitAny: each event has its own
type Listener = (event: any) => unknown;

/** An event, and how many listen to it. */
export class Emitter<Event> {
  readonly listeners = new Set<(event: Event) => unknown>();
  readonly event = (listener: (event: Event) => unknown): Disposable => {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  };
  fire(event: Event): void {
    for (const listener of [...this.listeners]) listener(event);
  }
}

export class Uri {
  private constructor(
    readonly scheme: string,
    readonly path: string,
  ) {}
  static parse(text: string): Uri {
    const [, scheme = '', path = ''] = /^(\w+):\/\/(.*)$/.exec(text) ?? [];
    return new Uri(scheme, path);
  }
  static joinPath({ scheme, path }: Uri, ...more: string[]): Uri {
    return new Uri(scheme, posix.join(path, ...more));
  }
  with({ path }: { path: string }): Uri {
    return new Uri(this.scheme, path);
  }
  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
}

export interface Document {
  readonly uri: Uri;
  readonly languageId: string;
  getText(): string;
}

const FILE = 1;
const FOLDER = 2;
const folder = Uri.parse('disk:///reports');

/** A window with one folder. Everything is as if nobody had touched it after `reset`. */
export class Window {
  readonly opened = new Emitter<Document>();
  readonly closed = new Emitter<Document>();
  readonly changed = new Emitter<{ document: Document }>();
  readonly activated = new Emitter<unknown>();
  readonly configured = new Emitter<{ affectsConfiguration(section: string): boolean }>();
  /** By the pattern of each watcher. */
  readonly watchers = new Map<string, Record<'create' | 'change' | 'delete', Emitter<Uri>>>();
  documents: Document[] = [];
  active: { document: Document } | undefined;
  /** Bytes by path; what is no bytes cannot be read. */
  readonly files = new Map<string, Uint8Array | 'unreadable'>();
  readonly settings = new Map<string, unknown>();
  readonly contextKeys = new Map<string, unknown>();
  readonly statusItem = { text: '', isShown: false };
  readonly diagnostics = new Map<string, readonly unknown[]>();
  readonly commands = new Map<string, (...args: unknown[]) => unknown>();
  /** What was said, with how to answer it. */
  readonly said: { readonly message: string; answer(button?: string): void }[] = [];
  readonly shown: string[] = [];
  readonly cancelled = new Emitter<void>();
  isCancelled = false;

  write(name: string, content: string | Uint8Array | 'unreadable'): Uri {
    const uri = Uri.joinPath(folder, name);
    this.files.set(uri.path, content === 'unreadable' || typeof content !== 'string' ? content : Buffer.from(content));
    return uri;
  }
}

export let vscode = new Window();
export const reset = (): void => {
  vscode = new Window();
};

/** Lets everything happen that waits for nothing from outside. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

const nothing: Disposable = { dispose: () => undefined };

const api = {
  Uri,
  EventEmitter: Emitter,
  Range: class {},
  Selection: class {},
  CodeAction: class {},
  CodeActionKind: { QuickFix: 'quickfix' },
  ConfigurationTarget: { Global: 1, Workspace: 2, WorkspaceFolder: 3 },
  DiagnosticSeverity: {},
  FileType: { File: FILE, Directory: FOLDER },
  ProgressLocation: { Notification: 15 },
  QuickInputButtons: {},
  QuickPickItemKind: {},
  StatusBarAlignment: { Right: 2 },
  TextEditorRevealType: {},
  ViewColumn: {},
  l10n: { t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)])) },
  commands: {
    registerCommand: (id: string, run: (...args: unknown[]) => unknown) => {
      vscode.commands.set(id, run);
      return nothing;
    },
    executeCommand: async (id: string, key: string, value: unknown) => {
      if (id === 'setContext') vscode.contextKeys.set(key, value);
    },
  },
  languages: {
    registerCodeActionsProvider: () => nothing,
    createDiagnosticCollection: () => ({
      set: (uri: Uri, found: readonly unknown[]) => vscode.diagnostics.set(uri.toString(), found),
      delete: (uri: Uri) => vscode.diagnostics.delete(uri.toString()),
      dispose: () => undefined,
    }),
  },
  window: {
    get activeTextEditor() {
      return vscode.active;
    },
    onDidChangeActiveTextEditor: (listener: Listener) => vscode.activated.event(listener),
    registerWebviewPanelSerializer: () => nothing,
    createStatusBarItem: () =>
      Object.assign(vscode.statusItem, {
        show: () => {
          vscode.statusItem.isShown = true;
        },
        hide: () => {
          vscode.statusItem.isShown = false;
        },
        dispose: () => undefined,
      }),
    showInformationMessage: (message: string) => new Promise((answer) => vscode.said.push({ message, answer })),
    showTextDocument: async (uri: Uri) => void vscode.shown.push(uri.toString()),
    withProgress: (_options: unknown, work: (shown: unknown, token: unknown) => unknown) =>
      work(
        { report: () => vscode.cancelled.fire() },
        {
          get isCancellationRequested() {
            return vscode.isCancelled;
          },
        },
      ),
  },
  workspace: {
    workspaceFolders: [{ uri: folder }],
    getWorkspaceFolder: () => ({ uri: folder }),
    get textDocuments() {
      return vscode.documents;
    },
    onDidOpenTextDocument: (listener: Listener) => vscode.opened.event(listener),
    onDidCloseTextDocument: (listener: Listener) => vscode.closed.event(listener),
    onDidChangeTextDocument: (listener: Listener) => vscode.changed.event(listener),
    onDidChangeConfiguration: (listener: Listener) => vscode.configured.event(listener),
    registerTextDocumentContentProvider: () => nothing,
    createFileSystemWatcher: (pattern: string) => {
      const events = { create: new Emitter<Uri>(), change: new Emitter<Uri>(), delete: new Emitter<Uri>() };
      vscode.watchers.set(pattern, events);
      return {
        ...nothing,
        onDidCreate: events.create.event,
        onDidChange: events.change.event,
        onDidDelete: events.delete.event,
      };
    },
    getConfiguration: () => ({
      ...Object.fromEntries(vscode.settings),
      get: (name: string) => vscode.settings.get(name),
      inspect: (name: string) => ({ workspaceValue: vscode.settings.get(name) }),
      update: async (name: string, value: unknown) => {
        if (value === undefined) vscode.settings.delete(name);
        else vscode.settings.set(name, value);
      },
    }),
    fs: {
      readDirectory: async ({ path }: Uri) =>
        [...vscode.files.keys()].flatMap((file) => (posix.dirname(file) === path ? [[posix.basename(file), FILE]] : [])),
      stat: async ({ path }: Uri) => ({ size: bytesOf(path).length }),
      readFile: async ({ path }: Uri) => bytesOf(path),
    },
  },
};

function bytesOf(path: string): Uint8Array {
  const bytes = vscode.files.get(path);
  if (bytes === undefined || bytes === 'unreadable') throw new Error(`cannot read ${path}`);
  return bytes;
}

const loader = Module as unknown as { _load(request: string, ...more: unknown[]): unknown };
const load = loader._load;
loader._load = (request, ...more) => (request === 'vscode' ? api : load(request, ...more));

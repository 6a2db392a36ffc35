import {
  type CancellationToken,
  commands,
  type Disposable,
  FileType,
  l10n,
  ProgressLocation,
  Uri,
  languages as vscodeLanguages,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { configNames } from '../../server/src/input/configFile';
import { decode } from '../../server/src/input/decode';
import { extensions, languageOf } from '../../server/src/input/documents';
import { mayBeReport } from '../../server/src/input/hint';
import { withConfig } from './configFiles';
import type { Service } from './service';

type Diagnostics = Parameters<BaseLanguageClient['protocol2CodeConverter']['asDiagnostics']>[0];

/** Bounds of one check: whoever opens a whole disk does not wait for it. */
const MAX_FILES = 5000;
const MAX_FOLDERS = 20_000;
/** Bytes; a report has some 15 KB. */
const MAX_FILE = 4_000_000;
/** Files that are read and judged side by side. */
const AT_ONCE = 8;

interface Tally {
  reports: number;
  errors: number;
  warnings: number;
  unreadable: number;
}

/**
 * Checks the drafts of a folder that are not open, and keeps what was found in the Problems view: an open draft is the server's
 * own, and is taken back here when it is closed; one that changes on disk, or in what it is held against, is checked again.
 */
export class FolderChecks implements Disposable {
  private readonly found = vscodeLanguages.createDiagnosticCollection('gongkai.folder');
  private readonly checked = new Map<string, Uri>();
  private following: Disposable[] = [];
  /** How often all was judged anew. */
  private runs = 0;

  constructor(private readonly service: Service) {}

  dispose(): void {
    this.found.dispose();
    for (const disposable of this.following) disposable.dispose();
  }

  /** Checks a folder; all folders of the workspace where none is named. */
  async check(folder?: Uri): Promise<void> {
    const folders = folder ? [folder] : (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    if (folders.length === 0) {
      void window.showInformationMessage(l10n.t('No folder is open. Open the folder with the drafts first.'));
      return;
    }
    const options = { location: ProgressLocation.Notification, title: l10n.t('Checking annual reports'), cancellable: true };
    const said = await window.withProgress(options, async (shown, token) => {
      const { files, all } = await draftsIn(folders, token);
      const tally: Tally = { reports: 0, errors: 0, warnings: 0, unreadable: 0 };
      let done = 0;
      for (let from = 0; from < files.length && !token.isCancellationRequested; from += AT_ONCE) {
        const some = files.slice(from, from + AT_ONCE);
        await Promise.all(
          some.map((uri) =>
            this.checkFile(uri, tally).catch(() => {
              tally.unreadable++;
            }),
          ),
        );
        done += some.length;
        shown.report({ message: l10n.t('{0} of {1} files', done, files.length), increment: (some.length / files.length) * 100 });
      }
      return sentence(tally, done, !all || done < files.length);
    });
    this.follow();
    await commands.executeCommand('workbench.actions.view.problems');
    void window.showInformationMessage(said);
  }

  private async checkFile(uri: Uri, tally?: Tally): Promise<void> {
    const text = await textOf(uri);
    if (text === undefined && tally) tally.unreadable++;
    this.checked.set(uri.toString(), uri);
    if (text === undefined || !mayBeReport(text)) {
      this.found.delete(uri);
      return;
    }
    const client = await this.service.client();
    const { report, diagnostics } = await client.sendRequest<{ report: boolean; diagnostics: Diagnostics }>('gongkai/check', {
      textDocument: { uri: client.code2ProtocolConverter.asUri(uri), languageId: languageOf(uri.path), version: 0, text },
      settings: await withConfig(workspace.getConfiguration('gongkai', uri), uri),
    });
    if (tally && report) {
      tally.reports++;
      for (const { severity } of diagnostics) {
        if (severity === 1) tally.errors++;
        else if (severity === 2) tally.warnings++;
      }
    }
    // An open draft is shown as it is typed.
    if (isOpen(uri)) this.found.delete(uri);
    else this.found.set(uri, await client.protocol2CodeConverter.asDiagnostics(diagnostics));
  }

  /** From the first check on. */
  private follow(): void {
    if (this.following.length > 0) return;
    const again = (uri: Uri): void => {
      if (this.checked.has(uri.toString())) this.checkFile(uri).catch(() => undefined);
    };
    const drafts = workspace.createFileSystemWatcher(`**/*.{${extensions.join(',')}}`);
    const configs = workspace.createFileSystemWatcher(`**/{${configNames.join(',')}}`);
    const all = (): void => void this.checkAll();
    this.following = [
      workspace.onDidOpenTextDocument(({ uri }) => this.found.delete(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => again(uri)),
      drafts,
      drafts.onDidCreate(again),
      drafts.onDidChange(again),
      drafts.onDidDelete((uri) => this.found.delete(uri)),
      workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('gongkai') && all()),
      configs,
      configs.onDidCreate(all),
      configs.onDidChange(all),
      configs.onDidDelete(all),
    ];
  }

  /** Judges anew what has been checked: what it is held against has changed. A later change begins from the first again. */
  private async checkAll(): Promise<void> {
    const run = ++this.runs;
    const files = [...this.checked.values()];
    for (let from = 0; from < files.length && run === this.runs; from += AT_ONCE) {
      await Promise.all(files.slice(from, from + AT_ONCE).map((uri) => this.checkFile(uri).catch(() => undefined)));
    }
  }
}

function sentence({ reports, errors, warnings, unreadable }: Tally, files: number, stopped: boolean): string {
  const found =
    reports === 0
      ? l10n.t('No annual report was found in {0} files.', files)
      : l10n.t('{0} annual reports in {1} files: {2} errors, {3} warnings.', reports, files, errors, warnings);
  return [
    ...(stopped ? [l10n.t('Not all files were checked.')] : []),
    found,
    ...(unreadable > 0 ? [l10n.t('{0} files could not be read.', unreadable)] : []),
  ].join(' ');
}

const isOpen = (uri: Uri): boolean => workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());

/** The files that may be drafts, in the order of their names. `all`: none was left out. */
async function draftsIn(folders: readonly Uri[], token: CancellationToken): Promise<{ files: Uri[]; all: boolean }> {
  const files: Uri[] = [];
  const waiting = [...folders];
  for (let seen = 0; waiting.length > 0; seen++) {
    if (token.isCancellationRequested || seen >= MAX_FOLDERS || files.length >= MAX_FILES)
      return { files: files.slice(0, MAX_FILES), all: false };
    const folder = waiting.shift()!;
    for (const [name, type] of (await entriesOf(folder)).sort(([a], [b]) => (a < b ? -1 : 1))) {
      // Links to folders may lead in circles.
      if (type === FileType.Directory && !name.startsWith('.') && name !== 'node_modules') waiting.push(Uri.joinPath(folder, name));
      else if ((type & FileType.File) !== 0 && languageOf(name)) files.push(Uri.joinPath(folder, name));
    }
  }
  return { files, all: true };
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** The text of a draft: as it is shown where it is open, else as it is on disk. */
async function textOf(uri: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    if ((await workspace.fs.stat(uri)).size > MAX_FILE) return undefined;
    return decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

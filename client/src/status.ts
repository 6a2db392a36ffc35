import { commands, type Disposable, type TextDocument, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { judged } from './judged';

/** What the server tells of a draft whenever it has judged it. */
interface Status {
  readonly uri: string;
  readonly report: boolean;
}

/** Keeps the context key `gongkai.report` true while the active editor shows a report: commands are offered only there. */
export function followReports(client: BaseLanguageClient): Disposable[] {
  const reports = new Set<string>();
  const keyOf = ({ uri }: TextDocument): string => uri.toString();
  const update = (): void => {
    const document = window.activeTextEditor?.document;
    void commands.executeCommand('setContext', 'gongkai.report', document !== undefined && reports.has(keyOf(document)));
  };
  return [
    client.onNotification('gongkai/status', ({ uri, report }: Status) => {
      // The client and the server may write an address differently: both are read as the editor writes it.
      const draft = client.protocol2CodeConverter.asUri(uri);
      judged.fire(draft);
      const key = draft.toString();
      if (reports.has(key) === report) return;
      if (report) reports.add(key);
      else reports.delete(key);
      update();
    }),
    workspace.onDidCloseTextDocument((document) => {
      reports.delete(keyOf(document));
    }),
    window.onDidChangeActiveTextEditor(update),
  ];
}

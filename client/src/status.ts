import { commands, type Disposable, l10n, StatusBarAlignment, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Findings, faultTexts } from './faults';
import { judged } from './judged';

/** What the server tells of a draft whenever it has judged it. */
interface Status {
  readonly uri: string;
  readonly report: boolean;
  readonly edition?: string;
  readonly expected?: string;
  readonly year?: number;
  readonly unit?: string;
  readonly findings: Findings;
}

const keyOf = ({ uri }: TextDocument): string => uri.toString();

/**
 * Knows which open documents are reports. Keeps the context keys `gongkai.report` and `gongkai.faulty` true while the active editor
 * shows one, and one with faults; shows an item in the status bar, on the side of what belongs to the active file, and only there.
 */
export class Reports implements Disposable {
  private readonly statuses = new Map<string, Status>();
  private last: string | undefined;
  private readonly item = window.createStatusBarItem('gongkai.status', StatusBarAlignment.Right, 101);
  private readonly disposables: Disposable[];

  constructor() {
    this.item.name = l10n.t('Annual report');
    this.item.command = 'gongkai.showChecks';
    this.disposables = [
      this.item,
      workspace.onDidCloseTextDocument((document) => {
        // Closed is also one whose language changes, in the editor that stays active.
        if (this.statuses.delete(keyOf(document))) this.show();
      }),
      window.onDidChangeActiveTextEditor(() => this.show()),
    ];
  }

  /** Listens to what the server tells. */
  follow(client: BaseLanguageClient): Disposable {
    return client.onNotification('gongkai/status', (status: Status) => {
      // The client and the server may write an address differently: both are read as the editor writes it.
      const draft = client.protocol2CodeConverter.asUri(status.uri);
      judged.fire(draft);
      const key = draft.toString();
      if (status.report) this.statuses.set(key, status);
      else this.statuses.delete(key);
      this.show();
    });
  }

  /** The report that was active last and is still open, else any that is open. */
  recent(): Uri | undefined {
    const key = this.recentKey;
    return key === undefined ? undefined : Uri.parse(key);
  }

  /** The unit that this report is of: the next one is likely to be of the same. */
  get recentUnit(): string | undefined {
    const key = this.recentKey;
    return key === undefined ? undefined : this.statuses.get(key)?.unit;
  }

  private get recentKey(): string | undefined {
    return this.last !== undefined && this.statuses.has(this.last) ? this.last : [...this.statuses.keys()].at(-1);
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private show(): void {
    const document = window.activeTextEditor?.document;
    const status = document && this.statuses.get(keyOf(document));
    if (document && status) this.last = keyOf(document);
    void commands.executeCommand('setContext', 'gongkai.report', status !== undefined);
    void commands.executeCommand('setContext', 'gongkai.faulty', (status?.findings.error ?? 0) > 0);
    if (!status) {
      this.item.hide();
      return;
    }
    this.item.text = textOf(status);
    this.item.tooltip = l10n.t('Annual report on information disclosure: {0}. Click for what was checked.', this.item.text);
    this.item.accessibilityInformation = { label: this.item.tooltip, role: 'button' };
    this.item.show();
  }
}

/** `2021 版 · 2023 年 · 3 错 1 警` */
function textOf({ expected, edition, year, findings }: Status): string {
  const format = expected ?? edition;
  const faults = faultTexts(findings);
  return [
    ...(format === undefined ? [] : [l10n.t('{0} format', format)]),
    ...(year === undefined ? [] : [l10n.t('{0} report', String(year))]),
    faults.length > 0 ? faults.join(' ') : l10n.t('no errors'),
  ].join(' · ');
}

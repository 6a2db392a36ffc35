import { commands, DiagnosticSeverity, type ExtensionContext, l10n, languages, type Uri, window } from 'vscode';
import type { Checks } from './checks';
import { reveal } from './places';
import type { Service } from './service';
import type { Reports } from './status';

/** What the buttons of the walkthrough do: each shows something in the report that was looked at last. */

/** Beside what is open where that is asked for; never in the place of a report, in which its buttons show something. */
export function openWalkthrough({ extension }: ExtensionContext, reports: Reports, toSide: unknown): Thenable<unknown> {
  const report = reports.recent()?.toString();
  const isInSight = window.visibleTextEditors.some(({ document }) => document.uri.toString() === report);
  return commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#firstSteps`, toSide === true || isInSight);
}

/** Goes to the first fault, and shows what is said of it. */
export async function showFault(reports: Reports): Promise<void> {
  if (await goToFault(reports)) await showHover();
}

/** Goes to the first fault, and lists its remedies. */
export async function showFixes(reports: Reports): Promise<void> {
  if (await goToFault(reports)) await commands.executeCommand('editor.action.quickFix');
}

/** Goes to the first table, and shows what is said of what stands there. */
export async function explainRow(reports: Reports, service: Service): Promise<void> {
  const uri = await report(reports);
  if (!uri) return;
  const client = await service.client();
  const checks = await client.sendRequest<Checks | null>('gongkai/checks', {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
  });
  const table = checks?.tables.find(({ relations }) => Object.values(relations).some((count) => count > 0)) ?? checks?.tables[0];
  if (!table) return;
  await goTo(uri, table.range.start);
  await showHover();
}

/** Milliseconds in which the page of the walkthrough takes the focus back from whatever its button has brought up, which then closes. */
const PAGE_SETTLES = 300;

/** How often a hover is asked for: whether it is there cannot be known, and a busy window may still take it away once. */
const HOVER_TRIES = 3;

/** Shows what is said of the place where the caret is; the caret stays in the text. */
async function showHover(): Promise<void> {
  for (let tried = 0; tried < HOVER_TRIES; tried++) {
    await commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
    await new Promise((resolve) => setTimeout(resolve, PAGE_SETTLES));
  }
}

/** Goes to a place of a report, and has the caret there for good. */
async function goTo(uri: Uri, start: Parameters<typeof reveal>[1]['start']): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, PAGE_SETTLES));
  await reveal(uri, { start, end: start }, { select: true });
}

/** Whether there is a fault, which is shown then. */
async function goToFault(reports: Reports): Promise<boolean> {
  const uri = await report(reports);
  if (!uri) return false;
  const own = languages.getDiagnostics(uri).filter(({ source }) => source === 'gongkai');
  const [first] = own.sort((a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start));
  if (!first || first.severity > DiagnosticSeverity.Information) {
    void window.showInformationMessage(l10n.t('Nothing is wrong in this report.'));
    return false;
  }
  await goTo(uri, first.range.start);
  return true;
}

/** The report to show something in; where there is none, one can be made. */
async function report(reports: Reports): Promise<Uri | undefined> {
  const uri = reports.recent();
  if (uri) return uri;
  const make = l10n.t('New annual report');
  const chosen = await window.showInformationMessage(l10n.t('No annual report is open. Open a draft, or begin a new one.'), make);
  if (chosen === make) await commands.executeCommand('gongkai.newReport');
  return undefined;
}

import { commands, type ExtensionContext, type TextDocument, workspace } from 'vscode';
import { languages, ownLanguage } from '../../server/src/input/documents';
import { mayBeReport } from '../../server/src/input/hint';
import { showChecks } from './checks';
import { FolderChecks } from './folder';
import { newReport } from './newReport';
import { previews } from './preview';
import { ruleExplanations } from './rules';
import type { Service } from './service';
import { Reports } from './status';
import { explainRow, openWalkthrough, showFault, showFixes } from './tour';
import { turningOff } from './turnOff';

/** What both hosts do: little, until a document looks like a report or a command asks for the server. */
export function start(context: ExtensionContext, service: Service): void {
  const reports = new Reports();
  const folders = new FolderChecks(service);
  service.onLaunch((client) => context.subscriptions.push(reports.follow(client)));
  const handlers: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'gongkai.newReport': () => newReport(service, reports.recentUnit),
    'gongkai.checkFolder': (uri?: never) => folders.check(uri),
    'gongkai.showChecks': () => showChecks(context, service),
    'gongkai.openWalkthrough': (toSide?: never) => openWalkthrough(context, reports, toSide),
    'gongkai.showFault': () => showFault(reports),
    'gongkai.showFixes': () => showFixes(reports),
    'gongkai.explainRow': () => explainRow(reports, service),
  };
  context.subscriptions.push(
    reports,
    folders,
    ...Object.entries(handlers).map(([id, handler]) => commands.registerCommand(id, handler)),
    ...previews(context, service),
    ...ruleExplanations(service),
    ...turningOff(service),
    ...wakeFor(service),
  );
}

/** Starts the server as soon as a document is open that may be a report. */
function wakeFor(service: Service): { dispose(): void }[] {
  const wake = (document: TextDocument): void => {
    if (service.isStarted || !languages.includes(document.languageId)) return;
    // What it says of a failure stands in its output.
    if (document.languageId === ownLanguage || mayBeReport(document.getText())) service.client().catch(() => undefined);
  };
  const listeners = [workspace.onDidOpenTextDocument(wake), workspace.onDidChangeTextDocument(({ document }) => wake(document))];
  // Also where a command has asked for it.
  service.onLaunch(() => {
    for (const listener of listeners) listener.dispose();
  });
  workspace.textDocuments.forEach(wake);
  return listeners;
}

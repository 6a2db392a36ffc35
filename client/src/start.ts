import { commands, type ExtensionContext, type TextDocument, workspace } from 'vscode';
import { mayBeReport } from '../../server/src/input/hint';
import { showChecks } from './checks';
import { languages, ownLanguage } from './documents';
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
    'gongkai.openWalkthrough': (toSide?: never) => openWalkthrough(context, toSide),
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
    ...turningOff(),
    ...wakeFor(service),
  );
}

/** Starts the server as soon as a document is open that may be a report. */
function wakeFor(service: Service): { dispose(): void }[] {
  const wake = (document: TextDocument): void => {
    const worthwhile = languages.includes(document.languageId) && (document.languageId === ownLanguage || mayBeReport(document.getText()));
    if (!worthwhile || service.isStarted) return;
    // What it says of a failure stands in its output.
    service.client().catch(() => undefined);
    for (const listener of listeners) listener.dispose();
  };
  const listeners = [workspace.onDidOpenTextDocument(wake), workspace.onDidChangeTextDocument(({ document }) => wake(document))];
  workspace.textDocuments.forEach(wake);
  return listeners;
}

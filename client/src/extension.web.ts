import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientId, clientName, clientOptions } from './client';
import { previews } from './preview';
import { followReports } from './status';

declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[2];

let client: LanguageClient | undefined;

/** VS Code for the Web: the server runs in a worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true));
  client = new LanguageClient(clientId, clientName, worker, clientOptions());
  context.subscriptions.push(...followReports(client), ...previews(context, client));
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

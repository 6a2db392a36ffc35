import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName, clientOptions } from './client';
import { previews } from './preview';
import { followReports } from './status';

let client: LanguageClient | undefined;

/** Desktop and remote hosts: the server runs in a Node process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  client = new LanguageClient(
    clientId,
    clientName,
    { run: server, debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=127.0.0.1:6009'] } } },
    clientOptions(),
  );
  context.subscriptions.push(...followReports(client), ...previews(context, client));
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

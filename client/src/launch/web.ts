import { type ExtensionContext, Uri } from 'vscode';
import { type BaseLanguageClient, LanguageClient } from 'vscode-languageclient/browser';
import { clientId, clientName, clientOptions } from '../client';

declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[2];

/** The server in a worker. */
export function launch(context: ExtensionContext): BaseLanguageClient {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true));
  const client: BaseLanguageClient = new LanguageClient(
    clientId,
    clientName,
    worker,
    clientOptions((method, params) => client.sendRequest(method, params)),
  );
  return client;
}

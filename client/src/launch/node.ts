import type { ExtensionContext } from 'vscode';
import { type BaseLanguageClient, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { serverArguments } from '../../../server/src/input/engine';
import { clientId, clientName, clientOptions } from '../client';

/** The server as a process of its own, spoken to over the channel between the two. */
export function launch(context: ExtensionContext): BaseLanguageClient {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const client: BaseLanguageClient = new LanguageClient(
    clientId,
    clientName,
    {
      run: { ...server, options: { execArgv: [...serverArguments] } },
      debug: { ...server, options: { execArgv: [...serverArguments, '--nolazy', '--inspect=127.0.0.1:6009'] } },
    },
    clientOptions((method, params) => client.sendRequest(method, params)),
  );
  return client;
}

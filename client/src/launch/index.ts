import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** VS Code for the Web runs extensions in a worker. */
const inWorker = typeof (globalThis as { importScripts?: unknown }).importScripts === 'function';

/** The client library with the server, in whichever host this is. */
export const launch = async (context: ExtensionContext): Promise<BaseLanguageClient> =>
  (await (inWorker ? import('./web') : import('./node'))).launch(context);

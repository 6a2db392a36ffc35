import { workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { executeCommand } from './commands';

export const clientId = 'gongkai';
export const clientName = '政府信息公开年报检查 gongkai';

/** The same for both hosts: which documents are the server's, and the settings that it starts with. */
export function clientOptions(): LanguageClientOptions {
  const settings = workspace.getConfiguration('gongkai');
  return {
    // Of any scheme: also untitled, virtual and remote documents.
    documentSelector: ['markdown', 'plaintext', 'html', 'gongkai-report'].map((language) => ({ language })),
    // The first diagnostics are right at once; later changes are asked for by the server.
    initializationOptions: {
      edition: settings.get('edition'),
      // Plain values: an object of settings cannot be sent to a worker.
      skeleton: { fill: settings.get('skeleton.fill') },
      // Asks for `gongkai/status`.
      status: true,
    },
    middleware: { executeCommand },
  };
}

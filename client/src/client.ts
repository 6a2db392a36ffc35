import { workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';

export const clientId = 'gongkai';
export const clientName = '政府信息公开年报检查 gongkai';

/** The same for both hosts: which documents are the server's, and the settings that it starts with. */
export function clientOptions(): LanguageClientOptions {
  return {
    // Of any scheme: also untitled, virtual and remote documents.
    documentSelector: ['markdown', 'plaintext', 'html', 'gongkai-report'].map((language) => ({ language })),
    // The first diagnostics are right at once; later changes are asked for by the server.
    initializationOptions: { edition: workspace.getConfiguration('gongkai').get('edition') },
  };
}

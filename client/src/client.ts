import { workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { configNames } from '../../server/src/input/configFile';
import { languages } from '../../server/src/input/documents';
import { executeCommandWith, type Request } from './commands';
import { withConfigFiles } from './configFiles';
import { restarting } from './restarts';
import { explainCommand } from './rules';
import { plain } from './settings';

export const clientId = 'gongkai';
export const clientName = '政府信息公开年报检查 gongkai';

/** The same for both hosts: which documents are the server's, and the settings that it starts with. */
export function clientOptions(request: Request): LanguageClientOptions {
  return {
    // Of any scheme: also untitled, virtual and remote documents. Config files, so that what is typed holds before it is saved.
    documentSelector: [...languages.map((language) => ({ language })), { pattern: `**/{${configNames.join(',')}}` }],
    // The first diagnostics are right at once; later changes are asked for by the server.
    initializationOptions: {
      ...plain(workspace.getConfiguration('gongkai')),
      // Asks for `gongkai/status`.
      status: true,
      // There is `gongkai.explainRule`.
      explainsRules: true,
      // `gongkai.relayoutTables` without a layout asks for one.
      picksLayout: true,
    },
    markdown: { isTrusted: { enabledCommands: [explainCommand] } },
    // Drafts are pulled; what is pushed is said of config files. Two collections of one name would be shown as “gongkai” and “gongkai0”.
    diagnosticCollectionName: 'gongkai.config',
    errorHandler: restarting(),
    middleware: { executeCommand: executeCommandWith(request), workspace: { configuration: withConfigFiles } },
  };
}

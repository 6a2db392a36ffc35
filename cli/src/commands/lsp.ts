import { join } from 'node:path';

/**
 * `gongkai lsp --stdio`: hands the process over to the language server, whose bundle stands beside this one. It reads its
 * arguments from the command line itself.
 */
export function lsp(): void {
  require(join(__dirname, 'server.js'));
}

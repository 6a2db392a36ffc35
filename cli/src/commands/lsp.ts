import { setFlagsFromString } from 'node:v8';
import { serverFlags } from '../../../server/src/input/engine';
import { readOptions, UsageError } from '../args';
import { runCompiled } from '../compiled';
import { lspHelp } from '../help';
import { bilingual } from '../language';

/** How clients ask for a connection, and what they add; the server reads both from the command line itself. */
const options = {
  stdio: { type: 'boolean' },
  'node-ipc': { type: 'boolean' },
  clientProcessId: { type: 'string' },
} as const;

/**
 * `gongkai lsp --stdio`: hands the process over to the language server, whose bundle stands beside this one. A text where only help is
 * asked for. Throws `UsageError`: a server that waits for another connection than the client would wait for ever.
 */
export function lsp(args: string[]): string | undefined {
  const { help, language, positionals } = readOptions(args, options);
  if (help) return lspHelp[language];
  if (positionals.length > 0)
    throw new UsageError(bilingual('lsp 不带文件，文稿由编辑器打开', 'lsp takes no files: the editor opens them'));
  // As the server sets them itself, but before it is loaded.
  for (const flag of serverFlags) setFlagsFromString(flag);
  runCompiled('server');
  return undefined;
}

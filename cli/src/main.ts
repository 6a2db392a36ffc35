import { isMainThread, workerData } from 'node:worker_threads';
import { version } from '../../package.json';
import { UsageError } from './args';
import { check } from './commands/check';
import { explain } from './commands/explain';
import { extract } from './commands/extract';
import { lsp } from './commands/lsp';
import { mainHelp } from './help';
import { bilingual, type Language, readLanguage, usualLanguage } from './language';
import { BufferedOutput, printable } from './output';
import { run } from './run';
import { answerIn } from './threads';
import { type Terminal, terminalOf, type Work } from './work';

/** The language asked for, read before anything else, so that complaints about the usage are in it as well. */
function languageOf(args: readonly string[]): Language {
  const at = args.findLastIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  const locale = args[at]?.startsWith('--locale=') ? args[at].slice('--locale='.length) : args[at + 1];
  return (at >= 0 && locale && readLanguage(locale)) || usualLanguage(process.env);
}

/** What is asked for; a text where that is all, nothing where the server has taken over. Throws `UsageError`. */
function workOf([command, ...args]: string[], terminal: Terminal): Work | string | undefined {
  switch (command) {
    case 'check':
      return check(args, terminal);
    case 'extract':
      return extract(args);
    case 'explain':
      return explain(args);
    case 'lsp':
      return lsp(args);
    case '-h':
    case '--help':
      return mainHelp[languageOf(args)];
    case '-v':
    case '--version':
      return `${version}\n`;
    case undefined:
      throw new UsageError(bilingual('没有给出命令', 'no command given'));
    default:
      throw new UsageError(bilingual(`没有“${command}”这个命令`, `unknown command '${command}'`));
  }
}

async function main(args: string[]): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe: no fault, but nothing more can be written.
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit();
    const why = code ?? message;
    const said = bilingual(`结果无法写出（${why}）`, `the output cannot be written (${why})`)[languageOf(args)];
    process.stderr.write(`gongkai: ${printable(said)}\n`, () => process.exit(2));
  });
  // Who does not listen to complaints still wants what is found, and the status.
  process.stderr.on('error', () => undefined);
  const terminal = terminalOf(process.stdout, process.env);
  const output = new BufferedOutput();
  try {
    const work = workOf(args, terminal);
    if (typeof work === 'string') output.out(work);
    else if (work) await run(work, terminal, output);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.exitCode = 2;
    const language = languageOf(args);
    const hint = language === 'zh' ? '用法请看 gongkai --help' : 'see gongkai --help';
    output.err(`gongkai: ${error.text[language]}`);
    output.err(hint);
  }
  output.flush();
}

const args = process.argv.slice(2);
if (isMainThread) void main(args);
else answerIn(workOf(args, workerData) as Work);

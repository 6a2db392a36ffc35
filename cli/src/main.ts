import { version } from '../../package.json';
import { UsageError } from './args';
import { check } from './commands/check';
import { extract } from './commands/extract';
import { lsp } from './commands/lsp';
import { mainHelp } from './help';
import { bilingual, type Language, readLanguage, usualLanguage } from './language';
import { BufferedOutput, type Output } from './output';
import type { Status } from './status';

/** The language asked for, read before anything else, so that complaints about the usage are in it as well. */
function languageOf(args: readonly string[]): Language {
  const at = args.findLastIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  const locale = args[at]?.startsWith('--locale=') ? args[at].slice('--locale='.length) : args[at + 1];
  return (at >= 0 && locale && readLanguage(locale)) || usualLanguage(process.env);
}

function run([command, ...args]: string[], output: Output): Status {
  switch (command) {
    case 'check':
      return check(args, output);
    case 'extract':
      return extract(args, output);
    case '-h':
    case '--help':
      output.out(mainHelp[languageOf(args)]);
      return 0;
    case '-v':
    case '--version':
      output.out(`${version}\n`);
      return 0;
    case undefined:
      throw new UsageError(bilingual('没有给出命令', 'no command given'));
    default:
      throw new UsageError(bilingual(`没有“${command}”这个命令`, `unknown command '${command}'`));
  }
}

function main(args: string[]): void {
  if (args[0] === 'lsp') {
    lsp();
    return;
  }
  // A reader that has seen enough (`| head`) closes the pipe: no fault, but nothing more can be written.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const output = new BufferedOutput();
  try {
    process.exitCode = run(args, output);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.exitCode = 2;
    const language = languageOf(args);
    const hint = language === 'zh' ? '用法请看 gongkai --help' : 'see gongkai --help';
    output.err(`gongkai: ${error.text[language]}\n${hint}\n`);
  }
  output.flush();
}

main(process.argv.slice(2));

import type { AnalyzeOptions, Severities } from '../../../server/src/analysis/analyze';
import { judging } from '../../../server/src/config/config';
import { readArguments } from '../args';
import { Configs } from '../config';
import type { Format } from '../formats/format';
import { json } from '../formats/json';
import { stylish } from '../formats/stylish';
import { checkHelp } from '../help';
import type { Output } from '../output';
import { results } from '../results';
import { reportFailure, type Status } from '../status';

/** Whether colours are wanted: on a terminal only, and never against https://no-color.org. */
export function wantsColour({ isTTY }: { isTTY?: boolean }, { NO_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  return isTTY === true && !NO_COLOR && TERM !== 'dumb';
}

/** `gongkai check`: 0 no error-level finding, 1 at least one, 2 a file could not be read or a config is faulty. Throws `UsageError`. */
export function check(args: string[], { out, err }: Output): Status {
  const { help, format: name, edition, language, reportUnused, files } = readArguments(args, ['stylish', 'json'], ['report-unused']);
  if (help) {
    out(checkHelp[language]);
    return 0;
  }
  const terminal = { colour: wantsColour(process.stdout, process.env), columns: process.stdout.columns ?? 100 };
  const format: Format = name === 'json' ? json(language) : stylish({ language, ...terminal });
  let status: Status = 0;
  const configs = new Configs();
  const optionsFor = (file: string): AnalyzeOptions => {
    const { rules, ...preferences } = configs.of(file);
    // Of no matter to the reader of a report, unless asked for: here or in the config.
    const unused: Severities = reportUnused ? {} : { 'unused-ignore': 'off' };
    return judging({ ...preferences, rules: { ...unused, ...rules }, ...(edition && { edition }) });
  };
  for (const result of results(files, configs, optionsFor)) {
    if (result.failure) {
      reportFailure(result, language, err);
      status = 2;
    } else if (status === 0 && result.analysis.findings.some(({ severity }) => severity === 'error')) status = 1;
    out(format.add(result));
  }
  for (const fault of configs.faults(language)) {
    err(`gongkai: ${fault}\n`);
    status = 2;
  }
  out(format.end());
  return status;
}

import type { Severities } from '../../../server/src/analysis/analyze';
import { judging } from '../../../server/src/config/config';
import { readArguments } from '../args';
import { Configs } from '../config';
import { json } from '../formats/json';
import { stylish } from '../formats/stylish';
import { checkHelp } from '../help';
import type { Terminal, Work } from '../work';

/** `gongkai check`; a text where only help is asked for. Throws `UsageError`. */
export function check(args: string[], terminal: Terminal): Work | string {
  const { help, format, edition, language, reportUnused, files } = readArguments(args, ['stylish', 'json'], ['report-unused']);
  if (help) return checkHelp[language];
  const configs = new Configs();
  return {
    files,
    language,
    configs,
    format: format === 'json' ? json(language) : stylish({ language, ...terminal }),
    optionsFor: (file) => {
      const { rules, ...preferences } = configs.of(file);
      // Of no matter to the reader of a report, unless asked for: here or in the config.
      const unused: Severities = reportUnused ? {} : { 'unused-ignore': 'off' };
      return judging({ ...preferences, rules: { ...unused, ...rules }, ...(edition && { edition }) });
    },
  };
}

import { readArguments } from '../args';
import { Configs } from '../config';
import { csvFigures } from '../formats/csv';
import { jsonFigures } from '../formats/json';
import { extractHelp } from '../help';
import type { Work } from '../work';

/** `gongkai extract`: what is wrong in a draft is no matter here. A text where only help is asked for. Throws `UsageError`. */
export function extract(args: string[]): Work | string {
  const { help, format, edition, language, files } = readArguments(args, ['json', 'csv']);
  if (help) return extractHelp[language];
  const configs = new Configs();
  return {
    files,
    language,
    configs,
    format: format === 'csv' ? csvFigures : jsonFigures(language),
    // No rule runs: the figures are asked for, not what is wrong with them.
    optionsFor: (file) => ({ edition: edition ?? configs.of(file).edition ?? 'auto', rules: [] }),
  };
}

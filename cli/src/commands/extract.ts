import { readArguments } from '../args';
import { Configs } from '../config';
import { csvHead, csvLines } from '../formats/csv';
import { JsonArray } from '../formats/json';
import { extractHelp } from '../help';
import type { Output } from '../output';
import { results } from '../results';
import { reportFailure, type Status } from '../status';
import { heading, tables } from '../values';

/** `gongkai extract`: 0, or 2 where a file could not be read; what is wrong in a draft is no matter here. Throws `UsageError`. */
export function extract(args: string[], { out, err }: Output): Status {
  const { help, format, edition, language, files } = readArguments(args, ['json', 'csv']);
  if (help) {
    out(extractHelp[language]);
    return 0;
  }
  const array = new JsonArray();
  let status: Status = 0;
  if (format === 'csv') out(csvHead);
  const configs = new Configs();
  for (const result of results(files, configs, (file) => ({ edition: edition ?? configs.of(file).edition ?? 'auto' }))) {
    if (result.failure) {
      reportFailure(result, language, err);
      status = 2;
    }
    if (format === 'csv') out(csvLines(result));
    else {
      const { report: _, ...rest } = heading(result);
      out(array.add({ ...rest, tables: tables(result), failure: result.failure?.[language] }));
    }
  }
  for (const fault of configs.faults(language)) {
    err(`gongkai: ${fault}\n`);
    status = 2;
  }
  if (format === 'json') out(array.end());
  return status;
}

import type { AnalyzeOptions } from '../../server/src/analysis/analyze';
import type { Bilingual } from '../../server/src/editions';
import type { Configs } from './config';
import type { Format } from './formats/format';
import type { Input } from './inputs';
import type { Language } from './language';
import { resultOf } from './results';
import { type Tally, tallyOf } from './tally';

/** Where a command writes to, as far as it changes what is written. */
export interface Terminal {
  readonly colour: boolean;
  readonly columns: number;
}

/** Colours are wanted on a terminal only, and never against https://no-color.org. */
export function terminalOf(
  { isTTY, columns = 100 }: { readonly isTTY?: boolean; readonly columns?: number },
  { NO_COLOR, TERM }: NodeJS.ProcessEnv,
): Terminal {
  return { colour: isTTY === true && !NO_COLOR && TERM !== 'dumb', columns };
}

/** What a command does with its files: the same in every thread, made anew from the same arguments. */
export interface Work {
  /** As the arguments name them. */
  readonly files: readonly string[];
  readonly language: Language;
  readonly format: Format;
  readonly configs: Configs;
  optionsFor(file: string): AnalyzeOptions;
}

/** What is to be written of a file: plain data, that goes from thread to thread. */
export interface Printed {
  readonly file: string;
  readonly failure?: Bilingual;
  readonly text: string;
  readonly tally: Tally;
}

/** Nothing for a file that a config leaves out. */
export function printed({ configs, format, optionsFor }: Work, input: Input): Printed | undefined {
  if (!input.failure && !input.named && !configs.includes(input.file)) return undefined;
  const result = resultOf(input, optionsFor);
  const { file, failure } = result;
  return { file, ...(failure && { failure }), text: format.print(result), tally: tallyOf(result) };
}

/** A file that could not be looked at. */
export const unprinted = ({ format }: Work, file: string, failure: Bilingual): Printed => ({
  file,
  failure,
  text: format.print({ file, failure }),
  tally: tallyOf({ file, failure }),
});

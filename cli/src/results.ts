import { type Analysis, type AnalyzeOptions, analyze } from '../../server/src/analysis/analyze';
import type { Bilingual } from '../../server/src/editions';
import type { Configs } from './config';
import { inputs, readDraft } from './inputs';
import { bilingual } from './language';

/** What became of one file. */
export type Result =
  | { readonly file: string; readonly analysis: Analysis; readonly failure?: undefined }
  | { readonly file: string; readonly failure: Bilingual };

/** Reads and judges the files that the arguments name, one after the other, in their order. */
export function* results(files: readonly string[], configs: Configs, optionsFor: (file: string) => AnalyzeOptions): Generator<Result> {
  for (const { file, named, failure } of inputs(files)) {
    if (failure) {
      yield { file, failure };
      continue;
    }
    if (!named && !configs.includes(file)) continue;
    const draft = readDraft(file);
    if ('failure' in draft) {
      yield { file, failure: draft.failure };
      continue;
    }
    yield judge(file, draft.text, optionsFor(file));
  }
}

function judge(file: string, text: string, options: AnalyzeOptions): Result {
  try {
    return { file, analysis: analyze(text, options) };
  } catch (error) {
    // A defect of ours; the other files are still checked.
    const detail = error instanceof Error ? error.message : String(error);
    return { file, failure: bilingual(`检查程序内部错误：${detail}`, `internal error: ${detail}`) };
  }
}

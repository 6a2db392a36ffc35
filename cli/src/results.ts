import { type Analysis, type AnalyzeOptions, analyze } from '../../server/src/analysis/analyze';
import type { Bilingual } from '../../server/src/editions';
import { type Input, readDraft } from './inputs';
import { bilingual } from './language';

/** What became of one file. */
export type Result =
  | { readonly file: string; readonly analysis: Analysis; readonly failure?: undefined }
  | { readonly file: string; readonly failure: Bilingual };

/** Reads and judges a file. Throws nothing: what is wrong comes back. */
export function resultOf({ file, failure }: Input, optionsFor: (file: string) => AnalyzeOptions): Result {
  if (failure) return { file, failure };
  const draft = readDraft(file);
  return 'failure' in draft ? { file, failure: draft.failure } : judge(file, draft.text, optionsFor(file));
}

function judge(file: string, text: string, options: AnalyzeOptions): Result {
  try {
    return { file, analysis: analyze(text, options) };
  } catch (error) {
    // A defect of ours; the other files are still checked.
    return { file, failure: internalError(error) };
  }
}

export function internalError(error: unknown): Bilingual {
  const detail = error instanceof Error ? error.message : String(error);
  return bilingual(`检查程序内部错误：${detail}`, `internal error: ${detail}`);
}

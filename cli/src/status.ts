import type { Bilingual } from '../../server/src/editions';
import type { Language } from './language';

/** Exit status: 0 fine, 1 errors found, 2 wrong usage or a file that could not be read. */
export type Status = 0 | 1 | 2;

/** One line on stderr that names the file; nothing where it did not fail. */
export function reportFailure(
  { file, failure }: { readonly file: string; readonly failure?: Bilingual },
  language: Language,
  err: (text: string) => void,
): void {
  if (failure) err(`gongkai: ${file}${language === 'zh' ? '：' : ': '}${failure[language]}`);
}

import type { Bilingual } from '../../server/src/editions';
import { type Language, readLanguage } from '../../server/src/input/locale';

export { type Language, readLanguage };

export const bilingual = (zh: string, en: string): Bilingual => ({ zh, en });

/** The language of the environment, as POSIX has it; Chinese unless it says English. */
export const usualLanguage = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language =>
  readLanguage(LC_ALL || LC_MESSAGES || LANG || '') ?? 'zh';

import type { Bilingual } from '../../server/src/editions';

export type Language = keyof Bilingual;

/** `zh`, `zh-CN`, `en`, `en_US.UTF-8` …; undefined for any other language. */
export function readLanguage(locale: string): Language | undefined {
  const [, language] = /^(zh|en)(?:$|[-_.])/i.exec(locale) ?? [];
  return language?.toLowerCase() as Language | undefined;
}

export const bilingual = (zh: string, en: string): Bilingual => ({ zh, en });

/** The language of the environment, as POSIX has it; Chinese unless it says English. */
export const usualLanguage = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language =>
  readLanguage(LC_ALL || LC_MESSAGES || LANG || '') ?? 'zh';

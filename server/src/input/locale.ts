import type { Bilingual } from '../editions';

export type Language = keyof Bilingual;

/** The language of a locale, as editors, systems and browsers write it: `zh`, `zh-CN`, `en_US.UTF-8` …; undefined for any other. */
export function readLanguage(locale: string): Language | undefined {
  const [, language] = /^(zh|en)(?:$|[-_.@])/i.exec(locale) ?? [];
  return language?.toLowerCase() as Language | undefined;
}

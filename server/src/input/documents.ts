/** Of drafts that are never anything else. */
export const ownLanguage = 'gongkai-report';

/** The language ids whose documents are checked. */
export const languages: readonly string[] = ['markdown', 'plaintext', 'html', ownLanguage];

/** The languages of files that may be drafts, by the end of their names. */
const byExtension: Readonly<Record<string, string>> = {
  md: 'markdown',
  txt: 'plaintext',
  html: 'html',
  htm: 'html',
  gkbg: ownLanguage,
};

/** How the names of drafts end, without the dot. */
export const extensions: readonly string[] = Object.keys(byExtension);

/** The language of a file by its name; `undefined` for one that is no draft. */
export function languageOf(name: string): string | undefined {
  const end = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return name.includes('.') && Object.hasOwn(byExtension, end) ? byExtension[end] : undefined;
}

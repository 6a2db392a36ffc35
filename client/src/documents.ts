/** Of drafts that are never anything else. */
export const ownLanguage = 'gongkai-report';
/** The language ids whose documents are checked, as the server has them. */
export const languages: readonly string[] = ['markdown', 'plaintext', 'html', ownLanguage];

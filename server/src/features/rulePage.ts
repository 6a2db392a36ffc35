/** Where the page of every rule stands; `docs/rules/<id>.md` of the repository. */
const rulePages = 'https://github.com/gongkai/gongkai/blob/main/docs/rules/';

export const rulePage = (rule: string): string => `${rulePages}${rule}.md`;

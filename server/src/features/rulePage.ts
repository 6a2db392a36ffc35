import type { Bilingual } from '../editions';
import { ruleById } from '../rules';
import { about } from '../rules/about';
import type { View } from './context';

/** Where the page of every rule stands; `docs/rules/<id>.md` of the repository. */
const rulePages = 'https://github.com/gongkai/gongkai/blob/main/docs/rules/';

/** The command of clients that show what a rule is about by themselves: it needs no network. */
const explainCommand = 'gongkai.explainRule';

/** What leads to the page of a rule. */
export const rulePage = (rule: string, { explainsRules }: View): string =>
  explainsRules ? `command:${explainCommand}?${encodeURIComponent(JSON.stringify([rule]))}` : `${rulePages}${rule}.md`;

/** The answer to `gongkai/rule`: what is to be known of a rule, as Markdown; nothing where there is no such rule. */
export function ruleText(id: string, language: keyof Bilingual): string | null {
  const rule = ruleById.get(id);
  if (!rule) return null;
  const { title, explanation, facts } = about(rule, language);
  const colon = language === 'zh' ? '：' : ': ';
  const lines = facts.flatMap(({ name, value, isCode, details = [] }) => [
    `- ${name}${colon}${isCode ? `\`${value}\`` : value}`,
    ...details.map((detail) => `  - ${detail}`),
  ]);
  return `${[`# ${id} ${title}`, '', explanation, '', ...lines].join('\n')}\n`;
}

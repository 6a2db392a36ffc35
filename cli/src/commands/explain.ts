import { type Rule, ruleById, rules } from '../../../server/src/rules';
import { about } from '../../../server/src/rules/about';
import { severityNames } from '../../../server/src/rules/words';
import { readOptions, UsageError } from '../args';
import { explainHelp } from '../help';
import { bilingual, type Language } from '../language';

/** `gongkai explain`: what rules look for and why, as their pages say it, without a network or a browser. Throws `UsageError`. */
export function explain(args: string[]): string {
  const { help, language, positionals: ids } = readOptions(args);
  if (help) return explainHelp[language];
  if (ids.length === 0)
    return rules.map(({ id, severity, title }) => `${id.padEnd(22)}${severityNames[severity][language]}  ${title[language]}\n`).join('');
  const named = ids.map((id) => {
    const rule = ruleById.get(id);
    if (!rule)
      throw new UsageError(
        bilingual(`没有“${id}”这条规则；gongkai explain 列出全部规则`, `no rule '${id}'; gongkai explain lists all rules`),
      );
    return rule;
  });
  return named.map((rule) => explained(rule, language)).join('\n');
}

function explained(rule: Rule, language: Language): string {
  const { id, title, explanation, facts } = about(rule, language);
  const colon = language === 'zh' ? '：' : ': ';
  const lines = facts.flatMap(({ name, value, details = [] }) => [`${name}${colon}${value}`, ...details.map((detail) => `  ${detail}`)]);
  return `${[`${id}  ${title}`, '', explanation, '', ...lines].join('\n')}\n`;
}

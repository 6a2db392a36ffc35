import { type Rule, ruleById, rules } from '../../../server/src/rules';
import { standardOf } from '../../../server/src/rules/options';
import { fixNames, severityNames } from '../../../server/src/rules/words';
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
  const { id, severity, title, explanation, basis, fix, editions, options = {} } = rule;
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const colon = say('：', ': ');
  const lines = [
    `${id}  ${title[language]}`,
    '',
    explanation[language],
    '',
    `${say('默认级别', 'Severity')}${colon}${severityNames[severity][language]}`,
    `${say('适用版本', 'Editions')}${colon}${editions.join(say('、', ', '))}`,
    `${say('修正', 'Fix')}${colon}${fixNames[fix][language]}`,
    ...(basis ? [`${say('依据', 'Basis')}${colon}${basis[language]}`] : []),
    ...Object.entries(options).flatMap(([name, option]) => [
      `${say('选项', 'Option')} ${name}${colon}${option.about[language]}${say('默认 ', ' Default: ')}${JSON.stringify(standardOf(option))}`,
      ...(option.kind === 'choice' ? option.choices.map(({ value, about }) => `  "${value}"${colon}${about[language]}`) : []),
    ]),
    '',
    `${say('忽略一处', 'To silence one')}${colon}<!-- gongkai-ignore-next-line ${id}: ${say('理由', 'reason')} -->`,
    `${say('不再检查', 'To switch it off')}${colon}.gongkairc.json  { "rules": { "${id}": "off" } }`,
  ];
  return `${lines.join('\n')}\n`;
}

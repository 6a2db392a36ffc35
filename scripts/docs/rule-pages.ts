import type { Bilingual } from '../../server/src/editions';
import { type Rule, rules, severityNames } from '../../server/src/rules';

const fixes: Record<Rule['fix'], Bilingual> = {
  safe: { zh: '可以安全修正：不改数，不改正文', en: 'Safe: changes neither a figure nor a sentence' },
  suggestion: { zh: '只作建议，由人选定', en: 'Suggestion: chosen by hand' },
  none: { zh: '由人核对', en: 'To be checked by hand' },
};

const NOTE = '<!-- 由规则的元数据生成，请勿手改。Generated from the rule’s metadata: npm run generate -->';

/** The page of every rule and the table of all, by path from the root of the project. */
export function rulePages(): Map<string, string> {
  return new Map([...rules.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, page(rule)]), ['docs/rules/README.md', index()]]);
}

function page(rule: Rule): string {
  const severity = severityNames[rule.severity];
  const fix = fixes[rule.fix];
  const editions = rule.editions.join('、');
  return [
    `# ${rule.id} ${rule.title.zh}`,
    NOTE,
    rule.explanation.zh,
    ['| 默认级别 | 适用版本 | 修正 |', '| --- | --- | --- |', `| ${severity.zh} | ${editions} | ${fix.zh} |`].join('\n'),
    ...(rule.basis ? [`依据：${rule.basis.zh}`] : []),
    `## ${rule.title.en}`,
    rule.explanation.en,
    ['| Default severity | Editions | Fix |', '| --- | --- | --- |', `| ${severity.en} | ${rule.editions.join(', ')} | ${fix.en} |`].join(
      '\n',
    ),
    ...(rule.basis ? [`Basis: ${rule.basis.en}`] : []),
    '[全部规则 All rules](README.md)',
  ]
    .join('\n\n')
    .concat('\n');
}

function index(): string {
  const row = (rule: Rule): string =>
    `| [${rule.id}](${rule.id}.md) | ${severityNames[rule.severity].zh} | ${rule.title.zh} | ${rule.title.en} |`;
  return ['# 规则 Rules', NOTE, ['| 规则 | 级别 | 说明 | In English |', '| --- | --- | --- | --- |', ...rules.map(row)].join('\n')]
    .join('\n\n')
    .concat('\n');
}

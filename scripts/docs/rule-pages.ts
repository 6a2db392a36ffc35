import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '../../server/src/editions';
import { type Rule, rules } from '../../server/src/rules';
import { type Option, standardOf } from '../../server/src/rules/options';
import { fixNames, severityNames } from '../../server/src/rules/words';

const NOTE = '<!-- 由规则的元数据生成，请勿手改。Generated from the rule’s metadata: npm run generate -->';

/** The page of every rule and the table of all, by path from the root of the project. */
export function rulePages(): Map<string, string> {
  return new Map([...rules.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, page(rule)]), ['docs/rules/README.md', index()]]);
}

function page(rule: Rule): string {
  const severity = severityNames[rule.severity];
  const fix = fixNames[rule.fix];
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
    ...optionsOf(rule),
    '[全部规则 All rules](README.md)',
  ]
    .join('\n\n')
    .concat('\n');
}

/** What may be set, and how. */
function optionsOf({ id, options }: Rule): string[] {
  if (!options) return [];
  const [[name, option]] = Object.entries(options) as [[string, Option]];
  return [
    '## 选项 Options',
    [
      '| 选项 Option | 取值 Values | 默认 Default | 说明 About |',
      '| --- | --- | --- | --- |',
      ...Object.entries(options).map(optionRow),
    ].join('\n'),
    `写在[配置文件](../configuration.md)里，或设置 \`gongkai.options.${id}.${name}\`。In the config file, or as this setting of VS Code:`,
    ['```json', `{ "rules": { "${id}": { "${name}": ${JSON.stringify(exampleOf(option))} } } }`, '```'].join('\n'),
  ];
}

function optionRow([name, option]: [string, Option]): string {
  const values = valuesIn(option);
  return `| \`${name}\` | ${values.zh}<br>${values.en} | ${shown(standardOf(option))} | ${option.about.zh}<br>${option.about.en} |`;
}

const CONFIGURATION = 'docs/configuration.md';
const [BEGIN, END] = ['<!-- 选项 options: npm run generate -->', '<!-- /options -->'];

/** The page on configuration, with the options of all rules where it has room for them. */
export function configurationPage(root: string): [string, string][] {
  const page = readFileSync(join(root, CONFIGURATION), 'utf8');
  const rows = rules.flatMap(({ id, title, options = {} }) =>
    Object.entries(options).map(
      ([name, { about }]) => `| [${id}](rules/${id}.md#选项-options) ${title.zh} | \`${name}\` | ${about.zh}<br>${about.en} |`,
    ),
  );
  const table = ['| 规则 Rule | 选项 Option | 说明 About |', '| --- | --- | --- |', ...rows].join('\n');
  const [before, after] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  return [[CONFIGURATION, `${page.slice(0, before)}\n\n${table}\n\n${page.slice(after)}`]];
}

const shown = (value: string | readonly string[]): string => (typeof value === 'string' ? `\`${value}\`` : '`[]`');

function valuesIn(option: Option): Bilingual {
  switch (option.kind) {
    case 'words':
      return { zh: '一列文字', en: 'a list of texts' };
    case 'day':
      return { zh: '月-日', en: 'month and day' };
    case 'choice':
      return {
        zh: option.choices.map(({ value, about }) => `\`${value}\`：${about.zh}`).join('<br>'),
        en: option.choices.map(({ value, about }) => `\`${value}\`: ${about.en}`).join('<br>'),
      };
  }
}

/** Another value than the standard one. */
function exampleOf(option: Option): string | string[] {
  switch (option.kind) {
    case 'words':
      return [option.example];
    case 'day':
      return '01-20';
    case 'choice':
      return option.choices.find(({ value }) => value !== option.standard)!.value;
  }
}

function index(): string {
  const row = (rule: Rule): string =>
    `| [${rule.id}](${rule.id}.md) | ${severityNames[rule.severity].zh} | ${rule.title.zh} | ${rule.title.en} |`;
  return ['# 规则 Rules', NOTE, ['| 规则 | 级别 | 说明 | In English |', '| --- | --- | --- | --- |', ...rules.map(row)].join('\n')]
    .join('\n\n')
    .concat('\n');
}

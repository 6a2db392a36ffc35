import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '../../server/src/editions';
import { type Rule, rules } from '../../server/src/rules';
import { type Option, standardOf } from '../../server/src/rules/options';
import { fixNames, severityNames } from '../../server/src/rules/words';
import { examplesOf } from './examples';

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
    ...examples(rule),
    ...optionsOf(rule),
    ...silencingOf(rule),
    '[全部规则 All rules](README.md)',
  ]
    .join('\n\n')
    .concat('\n');
}

/** A draft with the fault and one without, both of them tests. */
function examples({ id }: Rule): string[] {
  const { bad, messages, good } = examplesOf(id);
  const draft = (lines: readonly string[]): string => ['```text', ...lines, '```'].join('\n');
  return [
    '## 例子 Examples',
    '有问题的稿子，〖 〗标出问题所在，“…”是无关的行。A draft with the fault, between 〖 and 〗:',
    draft(bad),
    messages.map(({ zh, en }) => `- ${literal(zh)}<br>${literal(en)}`).join('\n'),
    '没有这种问题的稿子。A draft without it:',
    draft(good),
  ];
}

/** Text in Markdown that is not to be taken for marks of it. */
const literal = (text: string): string => text.replace(/[\\`*_<>[\]|]/g, '\\$&');

/** How one place, or the rule, is silenced. */
const silencingOf = ({ id }: Rule): string[] => [
  '## 忽略 Silencing',
  `核实过的一处：\`<!-- gongkai-ignore-next-line ${id}: 理由 -->\`；整条规则：\`{ "rules": { "${id}": "off" } }\`。见[忽略与配置](../configuration.md)。`,
  `One place that you know to be fine, or the whole rule, in the config or as \`gongkai.rules\` of the editor: [silencing and configuration](../configuration.md).`,
];

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

/** Pages written by hand, with the tables that are made from the rules where they have room for them. */
export const pagesWithTables = (root: string): [string, string][] => [
  ['docs/configuration.md', filled(root, 'docs/configuration.md', 'options', optionsTable())],
  ['README.md', filled(root, 'README.md', 'rules', rulesTable('en'))],
  ['README.zh-CN.md', filled(root, 'README.zh-CN.md', 'rules', rulesTable('zh'))],
];

function filled(root: string, path: string, name: string, table: string): string {
  const page = readFileSync(join(root, path), 'utf8');
  const [begin, end] = [`<!-- ${name}: npm run generate -->`, `<!-- /${name} -->`];
  const [from, until] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || until < from) throw new Error(`${path} has no room for ${name}`);
  return `${page.slice(0, from + begin.length)}\n\n${table}\n\n${page.slice(until)}`;
}

function optionsTable(): string {
  const rows = rules.flatMap(({ id, title, options = {} }) =>
    Object.entries(options).map(
      ([name, { about }]) => `| [${id}](rules/${id}.md#选项-options) ${title.zh} | \`${name}\` | ${about.zh}<br>${about.en} |`,
    ),
  );
  return ['| 规则 Rule | 选项 Option | 说明 About |', '| --- | --- | --- |', ...rows].join('\n');
}

function rulesTable(language: keyof Bilingual): string {
  const head = language === 'zh' ? '| 规则 | 级别 | 说明 |' : '| Rule | Severity | What it finds |';
  const rows = rules.map(
    ({ id, severity, title }) => `| [${id}](docs/rules/${id}.md) | ${severityNames[severity][language]} | ${title[language]} |`,
  );
  return [head, '| --- | --- | --- |', ...rows].join('\n');
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

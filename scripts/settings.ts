import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Key, keys, severityChoices } from '../server/src/config/keys';
import type { Bilingual } from '../server/src/editions';
import { type Rule, rules } from '../server/src/rules';
import { type Choice, DAY, type Option } from '../server/src/rules/options';

/** The JSON schema of config files, and the settings that the manifest contributes: made from the keys and the rules. */

type Json = Readonly<Record<string, unknown>>;

const both = ({ zh, en }: Bilingual): string => `${zh} ${en}`;
/** What an option is for, with an example where its kind does not tell. */
const aboutOf = (key: Key): Bilingual =>
  'example' in key ? { zh: `${key.about.zh}例如“${key.example}”。`, en: `${key.about.en} For example “${key.example}”.` } : key.about;
const shown = ({ zh, en }: Bilingual): string => `${zh}\n\n${en}`;
const severityOf = ({ severity }: Rule): Choice => severityChoices.find(({ value }) => value === severity)!;

/** What a setting of a rule says of it. */
const aboutRule = (rule: Rule): Bilingual => ({
  zh: `${rule.title.zh}：${rule.explanation.zh}默认级别：${severityOf(rule).value}。`,
  en: `${rule.title.en}. ${rule.explanation.en} Default: ${severityOf(rule).value}.`,
});

// ── the schema of config files ──

function schemaOf(key: Key): Json {
  const described = { description: both(aboutOf(key)), markdownDescription: shown(aboutOf(key)) };
  switch (key.kind) {
    case 'group':
      return { type: 'object', ...described, properties: mapped(key.keys, schemaOf), additionalProperties: false };
    case 'words':
      return { type: 'array', ...described, items: { type: 'string', minLength: 1 } };
    case 'choice':
      return { ...described, ...choice(key.choices), ...(key.standard === undefined ? {} : { default: key.standard }) };
    case 'day':
      return { type: 'string', ...described, pattern: DAY, default: key.standard };
    case 'rules':
      return {
        type: 'object',
        ...described,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
        additionalProperties: false,
      };
  }
}

const mapped = <From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));

const choice = (choices: readonly Choice[]): Json => ({
  enum: choices.map(({ value }) => value),
  enumDescriptions: choices.map(({ about }) => both(about)),
});

const ruleSchema = (rule: Rule): Json => ({
  description: both(aboutRule(rule)),
  markdownDescription: `${shown(aboutRule(rule))}\n\n[${rule.id}](https://github.com/gongkai/gongkai/blob/main/docs/rules/${rule.id}.md)`,
  default: rule.severity,
  anyOf: [
    { $ref: '#/definitions/severity' },
    {
      type: 'object',
      properties: { severity: { $ref: '#/definitions/severity' }, ...mapped(rule.options ?? {}, schemaOf) },
      additionalProperties: false,
    },
  ],
});

/** The schema, by its path from the root of the project. */
export function schemaFile(): [string, string][] {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'gongkai',
    description: '政府信息公开年报检查的配置。 Configuration of gongkai.',
    type: 'object',
    properties: { $schema: { type: 'string' }, ...mapped(keys, schemaOf) },
    additionalProperties: false,
    definitions: { severity: choice(severityChoices) },
    allowComments: true,
    allowTrailingCommas: true,
  };
  return [['schemas/gongkairc.schema.json', `${JSON.stringify(schema, null, 2)}\n`]];
}

// ── the settings of the editor ──

/** Texts of the manifest, by their key. */
type Texts = Map<string, Bilingual>;

function settings(group: Readonly<Record<string, Key>>, path: string, texts: Texts): [string, Json][] {
  const say = (name: string, words: Bilingual): string => {
    texts.set(name, words);
    return `%${name}%`;
  };
  return Object.entries(group).flatMap(([name, key]): [string, Json][] => {
    const own = path === '' ? name : `${path}.${name}`;
    if (key.kind === 'group') return settings(key.keys, own, texts);
    const said = { scope: 'resource', description: say(`config.${own}`, aboutOf(key)) };
    if (key.kind === 'words') return [[own, { type: 'array', ...said, items: { type: 'string' }, default: [] }]];
    if (key.kind === 'day') return [[own, { type: 'string', ...said, pattern: DAY, default: key.standard }]];
    if (key.kind === 'choice') {
      // Without a standard of its own an empty choice says nothing.
      const choices = key.standard === undefined ? [nothingSaid, ...key.choices] : key.choices;
      const described = choices.map(({ value, about }) => say(`config.${own}.${value === '' ? 'none' : value}`, about));
      return [
        [
          own,
          { type: 'string', ...said, enum: choices.map(({ value }) => value), enumDescriptions: described, default: key.standard ?? '' },
        ],
      ];
    }
    const severities = severityChoices.map(({ value, about }) => say(`config.severity.${value}`, about));
    const properties = rules.map((rule): [string, Json] => [
      rule.id,
      {
        type: 'string',
        enum: severityChoices.map(({ value }) => value),
        enumDescriptions: severities,
        default: rule.severity,
        description: say(`config.rules.${rule.id}`, aboutRule(rule)),
      },
    ]);
    return [[own, { type: 'object', ...said, properties: Object.fromEntries(properties), additionalProperties: false, default: {} }]];
  });
}

/** Outside of its rule an option says which one it is of. */
const aboutIn = (option: Option, rule: Bilingual): Option => ({
  ...option,
  about: { zh: `${rule.zh}：${option.about.zh}`, en: `${rule.en}: ${option.about.en}` },
});

/**
 * The options of rules: settings of their own, for which the editor has fields and lists. Beside the severities of `gongkai.rules`, as
 * in a config file, they could be set in its JSON only, and so could the severities.
 */
const ruleOptions: Readonly<Record<string, Key>> = {
  options: {
    kind: 'group',
    about: { zh: '规则的选项。', en: 'Options of rules.' },
    keys: Object.fromEntries(
      rules.flatMap(({ id, title, options }): [string, Key][] =>
        options ? [[id, { kind: 'group', about: title, keys: mapped(options, (option) => aboutIn(option, title)) }]] : [],
      ),
    ),
  },
};

const nothingSaid: Choice = { value: '', about: { zh: '按单位名称判断。', en: 'By the name of the unit.' } };

const TRACE: Bilingual = {
  zh: '在输出面板中记录编辑器与检查服务之间的消息。',
  en: 'What the output channel records of the messages between the editor and the language server.',
};
const TRACES: readonly Choice[] = [
  { value: 'off', about: { zh: '不记录。', en: 'Nothing.' } },
  { value: 'messages', about: { zh: '只记录消息名称。', en: 'The name of each message.' } },
  { value: 'verbose', about: { zh: '记录消息的全部内容。', en: 'Each message in full.' } },
];

function contributed(texts: Texts): Json {
  const own = [...settings(keys, '', texts), ...settings(ruleOptions, '', texts)].map(([name, said], i): [string, Json] => [
    `gongkai.${name}`,
    { ...said, order: i + 1 },
  ]);
  texts.set('config.trace', TRACE);
  for (const { value, about } of TRACES) texts.set(`config.trace.${value}`, about);
  return {
    ...Object.fromEntries(own),
    'gongkai.trace.server': {
      type: 'string',
      scope: 'window',
      enum: TRACES.map(({ value }) => value),
      default: 'off',
      description: '%config.trace%',
      enumDescriptions: TRACES.map(({ value }) => `%config.trace.${value}%`),
      order: 90,
    },
  };
}

const root = join(__dirname, '..');
const parsed = (file: string): Record<string, unknown> => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** The manifest and its texts, with all that is not made here as it stands. */
export function manifestFiles(): [string, string][] {
  const texts: Texts = new Map();
  const manifest = parsed('package.json') as { contributes: { configuration: { properties: Json } } };
  manifest.contributes.configuration.properties = contributed(texts);
  const translated = (file: string, say: (words: Bilingual) => string): [string, string] => {
    const others = Object.entries(parsed(file)).filter(([name]) => !name.startsWith('config.'));
    const own = [...texts].map(([name, words]) => [name, say(words)]);
    return [file, `${JSON.stringify(Object.fromEntries([...others, ...own]), null, 2)}\n`];
  };
  return [
    ['package.json', `${JSON.stringify(manifest, null, 2)}\n`],
    translated('package.nls.json', both),
    translated('package.nls.zh-cn.json', ({ zh }) => zh),
  ];
}

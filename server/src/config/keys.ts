import { type Bilingual, editions } from '../editions';
import type { Choice, ChoiceKey, Option, WordsKey } from '../rules/options';

/** The settings that there are: what config files and editors may say. Reading, JSON schema and the editor's settings derive from this. */
export type Key =
  | Option
  | ChoiceKey
  | WordsKey
  | { readonly kind: 'group'; readonly about: Bilingual; readonly keys: Readonly<Record<string, Key>> }
  /** By id of a rule: its severity, or a map with it and the options of the rule. */
  | { readonly kind: 'rules'; readonly about: Bilingual };

export const severityChoices: readonly Choice[] = [
  { value: 'error', about: { zh: '错误：必须改正。', en: 'An error.' } },
  { value: 'warning', about: { zh: '警告：请核对。', en: 'A warning.' } },
  { value: 'information', about: { zh: '信息：供参考。', en: 'For information.' } },
  { value: 'hint', about: { zh: '提示：最轻。', en: 'A hint.' } },
  { value: 'off', about: { zh: '不检查这一条。', en: 'Not checked.' } },
];

export const keys: Readonly<Record<string, Key>> = {
  rules: {
    kind: 'rules',
    about: { zh: '每条规则的级别；没有写的用默认级别。', en: 'The severity of every rule; its own where nothing is said.' },
  },
  edition: {
    kind: 'choice',
    about: { zh: '按哪一版官方格式检查。', en: 'The official format that drafts are checked against.' },
    standard: 'auto',
    choices: [
      {
        value: 'auto',
        about: {
          zh: '由报告年度决定：2019、2020 年度用 2019 年版，2021 年度起用 2021 年版。',
          en: 'The year of the report decides: 2019 for the reports on 2019 and 2020, 2021 for later ones.',
        },
      },
      ...editions.map(({ id, years: [first, last] }) => ({
        value: id,
        about:
          last === null
            ? { zh: `${id} 年版格式（${first} 年度及以后的报告）。`, en: `The format of ${id}.` }
            : { zh: `${id} 年版格式（${first}、${last} 年度报告）。`, en: `The format of ${id}.` },
      })),
    ],
  },
  unit: {
    kind: 'choice',
    about: {
      zh: '本单位的类别，关系到公布时限和有无规章制定权；不写则按单位名称判断。',
      en: 'The kind of unit: it decides on deadlines and on the power to make rules (规章). By the name of the unit where nothing is said.',
    },
    choices: [
      { value: 'department', about: { zh: '政府部门（局、委、办等）。', en: 'A department.' } },
      { value: 'government', about: { zh: '县级以上人民政府。', en: 'A government at county level or above.' } },
      { value: 'town', about: { zh: '乡镇人民政府、街道办事处。', en: 'A town or a street office.' } },
    ],
  },
  words: {
    kind: 'words',
    about: {
      zh: '允许使用的词，如本单位的英文简称、平台名称，不再提示。',
      en: 'Words that are right as they are: abbreviations, names of platforms.',
    },
  },
  include: {
    kind: 'words',
    about: {
      zh: '只检查与这些通配符相符的文件（如“年报/**”）；不写则检查全部文稿。路径从配置文件所在的文件夹算起。',
      en: 'Only files that match one of these patterns are checked; paths begin at the folder of the config file.',
    },
  },
  exclude: {
    kind: 'words',
    about: {
      zh: '不检查与这些通配符相符的文件或文件夹（如“旧稿”“*.html”）。',
      en: 'Files and folders that match one of these patterns are not checked.',
    },
  },
  skeleton: {
    kind: 'group',
    about: { zh: '插入的框架和表格怎样写。', en: 'How new sections and tables are written.' },
    keys: {
      fill: {
        kind: 'choice',
        about: { zh: '新插入的表格里，数格留空还是填 0。', en: 'What the value cells of a new table hold.' },
        standard: 'blank',
        choices: [
          { value: 'blank', about: { zh: '留空。', en: 'Nothing.' } },
          { value: '0', about: { zh: '填 0。', en: '0.' } },
        ],
      },
      layout: {
        kind: 'choice',
        about: {
          zh: '文稿里还没有表格时，新插入的表格怎样写。',
          en: 'How a new table is written in a draft that has none yet.',
        },
        standard: 'auto',
        choices: [
          { value: 'auto', about: { zh: '由文件类型决定。', en: 'As is usual in files of the kind.' } },
          { value: 'gfm', about: { zh: 'Markdown 表格。', en: 'A Markdown table.' } },
          { value: 'html', about: { zh: 'HTML 表格。', en: 'An HTML table.' } },
          { value: 'tab', about: { zh: '制表符分列。', en: 'Columns divided by tabs.' } },
          { value: 'pipe', about: { zh: '竖线分列。', en: 'Columns divided by bars.' } },
        ],
      },
    },
  },
};

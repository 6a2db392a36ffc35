import type { AnalyzeOptions, Severities } from '../analysis/analyze';
import type { EditingOptions } from '../editing/edit';
import type { Bilingual, EditionId } from '../editions';
import { distance } from '../reading/text';
import { rules, type UnitKind } from '../rules';
import { type ChoiceKey, isDay, type OptionValues } from '../rules/options';
import { type Key, keys, severityChoices } from './keys';
import type { ConfigFault, ParsedTree, Tree } from './tree';

/** What a config file or the settings of an editor say. What they do not say is absent. */
export interface Preferences {
  readonly rules?: Severities;
  /** Options of single rules, by id and name. */
  readonly options?: Readonly<Record<string, OptionValues>>;
  readonly edition?: EditionId | 'auto';
  readonly unit?: UnitKind;
  readonly words?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly skeleton?: { readonly fill?: EditingOptions['fill']; readonly layout?: EditingOptions['layout'] | 'auto' };
}

export interface Config {
  readonly preferences: Preferences;
  /** In the order of the text. */
  readonly faults: readonly ConfigFault[];
}

/** Reads what stands in a config: what is unknown or wrong is told of and left out, the rest holds. Never throws. */
export function readConfig({ tree, faults: known }: ParsedTree): Config {
  const faults = [...known];
  const preferences: Preferences = tree ? readGroup(tree, keys, '', faults) : {};
  faults.sort((a, b) => a.range.start - b.range.start);
  return { preferences, faults };
}

/** A config of its own kind in a project goes before the user's: key by key, rule by rule, option by option; words of both are allowed. */
export function merged(user: Preferences, project: Preferences): Preferences {
  const words = [...(user.words ?? []), ...(project.words ?? [])];
  return {
    ...user,
    ...project,
    ...(user.rules || project.rules ? { rules: { ...user.rules, ...project.rules } } : {}),
    ...(user.options || project.options ? { options: mergedOptions(user.options ?? {}, project.options ?? {}) } : {}),
    ...(words.length > 0 ? { words } : {}),
    ...(user.skeleton || project.skeleton ? { skeleton: { ...user.skeleton, ...project.skeleton } } : {}),
  };
}

/** What the judgement of a draft takes from some preferences. */
export const judging = ({ edition, rules: severities, options: own, unit, words }: Preferences): AnalyzeOptions => ({
  edition: edition ?? 'auto',
  ...(severities && { severities }),
  ...(own && { own }),
  ...(unit && { unit }),
  ...(words && { words }),
});

function mergedOptions(user: RulesOptions, project: RulesOptions): RulesOptions {
  const own = Object.entries(project).map(([id, values]) => [id, { ...user[id], ...values }]);
  return { ...user, ...Object.fromEntries(own) };
}

type RulesOptions = NonNullable<Preferences['options']>;
type Values = Record<string, unknown>;

function readGroup(tree: Tree, group: Readonly<Record<string, Key>>, path: string, faults: ConfigFault[], what = SETTING): Values {
  const values: Values = {};
  if (tree.kind !== 'map') {
    faults.push({ range: tree.range, message: shouldBe(path, { zh: '一组“名称: 值”', en: 'a map of names and values' }) });
    return {};
  }
  for (const { name, range, value } of tree.members) {
    // Names for the editor and for tools.
    if (name === '$schema' && path === '') continue;
    const key = Object.hasOwn(group, name) ? group[name] : undefined;
    if (!key) faults.push({ range, message: unknown(what, name, Object.keys(group)) });
    else if (key.kind === 'rules') Object.assign(values, readRules(value, name, faults));
    else {
      const read = readKey(value, key, path === '' ? name : `${path}.${name}`, faults);
      if (read !== undefined) values[name] = read;
    }
  }
  return values;
}

const SETTING: Bilingual = { zh: '设置', en: 'setting' };
const OPTION: Bilingual = { zh: '选项', en: 'option' };

function readKey(tree: Tree, key: Exclude<Key, { readonly kind: 'rules' }>, path: string, faults: ConfigFault[]): unknown {
  switch (key.kind) {
    case 'group':
      return readGroup(tree, key.keys, path, faults);
    case 'day':
      return readDay(tree, path, faults);
    case 'words':
      return readWords(tree, path, faults);
    case 'choice':
      return readChoice(
        tree,
        path,
        key.choices.map(({ value }) => value),
        faults,
      );
  }
}

function readChoice(tree: Tree, path: string, choices: readonly string[], faults: ConfigFault[]): string | undefined {
  // 2021 and 0 may be written as numbers.
  const written = tree.kind === 'value' && tree.value !== null ? String(tree.value) : undefined;
  const choice = choices.find((one) => one === written);
  if (choice === undefined) {
    const list = choices.join(' / ');
    faults.push({ range: tree.range, message: shouldBe(path, { zh: `以下之一：${list}`, en: `one of: ${list}` }) });
  }
  return choice;
}

function readWords(tree: Tree, path: string, faults: ConfigFault[]): string[] | undefined {
  if (tree.kind !== 'list') {
    faults.push({ range: tree.range, message: shouldBe(path, { zh: '一列文字，写在方括号里', en: 'a list of texts' }) });
    return undefined;
  }
  return tree.items.flatMap((item) => {
    if (item.kind === 'value' && typeof item.value === 'string' && item.value !== '') return [item.value];
    faults.push({
      range: item.range,
      message: shouldBe(path, { zh: '一列文字，其中这一项不是', en: 'a list of texts, and this is none' }),
    });
    return [];
  });
}

function readDay(tree: Tree, path: string, faults: ConfigFault[]): string | undefined {
  if (tree.kind === 'value' && typeof tree.value === 'string' && isDay(tree.value)) return tree.value;
  const what = { zh: '“月-日”，如 "01-31"', en: 'a month and a day, such as "01-31"' };
  faults.push({ range: tree.range, message: shouldBe(path, what) });
  return undefined;
}

const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
const severity: ChoiceKey = { kind: 'choice', about: { zh: '级别。', en: 'The severity.' }, choices: severityChoices };
const severities: readonly string[] = severityChoices.map(({ value }) => value);

/** The rules of a config: their severities, and what is said of their options. */
function readRules(tree: Tree, path: string, faults: ConfigFault[]): Pick<Preferences, 'rules' | 'options'> {
  if (tree.kind !== 'map') {
    faults.push({ range: tree.range, message: shouldBe(path, { zh: '一组“规则: 级别”', en: 'a map of rules and severities' }) });
    return {};
  }
  const read = new Map<string, string>();
  const options = new Map<string, Values>();
  for (const { name, range, value } of tree.members) {
    const rule = ruleOf.get(name);
    if (!rule) {
      faults.push({ range, message: unknown({ zh: '规则', en: 'rule' }, name, [...ruleOf.keys()]) });
      continue;
    }
    const at = `${path}.${name}`;
    const { severity: level, ...own } =
      value.kind === 'map'
        ? readGroup(value, { severity, ...rule.options }, at, faults, OPTION)
        : { severity: readChoice(value, at, severities, faults) };
    if (typeof level === 'string') read.set(name, level);
    if (Object.keys(own).length > 0) options.set(name, own);
  }
  return {
    rules: Object.fromEntries(read) as Severities,
    ...(options.size > 0 ? { options: Object.fromEntries(options) as RulesOptions } : {}),
  };
}

const shouldBe = (path: string, what: Bilingual): Bilingual =>
  path === ''
    ? { zh: `配置应为${what.zh}。`, en: `The config should be ${what.en}.` }
    : {
        zh: `“${path}”的值应为${what.zh}。这一项不起作用，其余设置仍然有效。`,
        en: `“${path}” should be ${what.en}. It is left out; the other settings hold.`,
      };

/** Names of more than this are not compared. */
const MAX_NAME = 40;

function unknown(what: Bilingual, name: string, known: readonly string[]): Bilingual {
  const shown = name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name;
  const near = name.length > MAX_NAME ? undefined : known.find((one) => distance(one, name, 2) <= 2);
  const meant = near === undefined ? { zh: '', en: '' } : { zh: `是否指“${near}”？`, en: ` Is “${near}” meant?` };
  return {
    zh: `没有“${shown}”这个${what.zh}，这一项不起作用。${meant.zh}`,
    en: `There is no ${what.en} “${shown}”: it is left out.${meant.en}`,
  };
}

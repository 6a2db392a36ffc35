import type { Severities } from '../analysis/analyze';
import type { EditingOptions } from '../editing/edit';
import type { Bilingual, EditionId } from '../editions';
import { distance } from '../reading/text';
import { rules, type UnitKind } from '../rules';
import { type Key, keys, severityChoices } from './keys';
import type { ConfigFault, ParsedTree, Tree } from './tree';

/** The names that a config file may have; of several in one folder the first counts. */
export const configNames = ['.gongkairc.json', '.gongkairc.jsonc', '.gongkairc.yaml'] as const;

/** What a config file or the settings of an editor say. What they do not say is absent. */
export interface Preferences {
  readonly rules?: Severities;
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
  const preferences = tree ? readGroup(tree, keys, '', faults) : {};
  faults.sort((a, b) => a.range.start - b.range.start);
  return { preferences, faults };
}

/** A config of its own kind in a project goes before the user's: key by key, rule by rule; words of both are allowed. */
export function merged(user: Preferences, project: Preferences): Preferences {
  const words = [...(user.words ?? []), ...(project.words ?? [])];
  return {
    ...user,
    ...project,
    ...(user.rules || project.rules ? { rules: { ...user.rules, ...project.rules } } : {}),
    ...(words.length > 0 ? { words } : {}),
    ...(user.skeleton || project.skeleton ? { skeleton: { ...user.skeleton, ...project.skeleton } } : {}),
  };
}

type Values = Record<string, unknown>;

function readGroup(tree: Tree, group: Readonly<Record<string, Key>>, path: string, faults: ConfigFault[]): Preferences {
  const values: Values = {};
  if (tree.kind !== 'map') {
    faults.push({ range: tree.range, message: shouldBe(path, { zh: '一组“名称: 值”', en: 'a map of names and values' }) });
    return {};
  }
  for (const { name, range, value } of tree.members) {
    // Names for the editor and for tools.
    if (name === '$schema' && path === '') continue;
    const key = Object.hasOwn(group, name) ? group[name] : undefined;
    if (!key) faults.push({ range, message: unknown({ zh: '设置', en: 'setting' }, name, Object.keys(group)) });
    else {
      const read = readKey(value, key, path === '' ? name : `${path}.${name}`, faults);
      if (read !== undefined) values[name] = read;
    }
  }
  return values as Preferences;
}

function readKey(tree: Tree, key: Key, path: string, faults: ConfigFault[]): unknown {
  switch (key.kind) {
    case 'group':
      return readGroup(tree, key.keys, path, faults);
    case 'rules':
      return readRules(tree, path, faults);
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

const ids: readonly string[] = rules.map(({ id }) => id);
const severities: readonly string[] = severityChoices.map(({ value }) => value);

function readRules(tree: Tree, path: string, faults: ConfigFault[]): Severities | undefined {
  if (tree.kind !== 'map') {
    faults.push({ range: tree.range, message: shouldBe(path, { zh: '一组“规则: 级别”', en: 'a map of rules and severities' }) });
    return undefined;
  }
  const read = new Map<string, string>();
  for (const { name, range, value } of tree.members) {
    if (!ids.includes(name)) {
      faults.push({ range, message: unknown({ zh: '规则', en: 'rule' }, name, ids) });
      continue;
    }
    const at = `${path}.${name}`;
    if (value.kind !== 'map') {
      const severity = readChoice(value, at, severities, faults);
      if (severity !== undefined) read.set(name, severity);
      continue;
    }
    for (const option of value.members) {
      if (option.name !== 'severity') {
        faults.push({ range: option.range, message: unknown({ zh: '选项', en: 'option' }, option.name, ['severity']) });
        continue;
      }
      const severity = readChoice(option.value, `${at}.severity`, severities, faults);
      if (severity !== undefined) read.set(name, severity);
    }
  }
  return Object.fromEntries(read) as Severities;
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

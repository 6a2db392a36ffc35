import { type Node as JsonNode, type ParseError, parseTree } from 'jsonc-parser';
import type { Bilingual } from '../editions';
import type { ConfigText } from '../input/configFile';
import type { Range } from '../reading/report';

/** A config file as it is written, whatever its syntax: values with their places. */
export type Tree =
  | { readonly kind: 'map'; readonly range: Range; readonly members: readonly Member[] }
  | { readonly kind: 'list'; readonly range: Range; readonly items: readonly Tree[] }
  | { readonly kind: 'value'; readonly range: Range; readonly value: string | number | boolean | null };

export interface Member {
  readonly name: string;
  /** Of the name. */
  readonly range: Range;
  readonly value: Tree;
}

/** What is wrong at a place of a config file. All the rest of it holds. */
export interface ConfigFault {
  readonly range: Range;
  readonly message: Bilingual;
}

export interface ParsedTree {
  /** Absent where nothing can be read. */
  readonly tree: Tree | undefined;
  readonly faults: readonly ConfigFault[];
}

/** More nested than any config is. */
export const MAX_DEPTH = 16;
/** More faults of syntax than this say nothing new. */
const MAX_FAULTS = 20;

/** Reads a config file in the syntax that its name says. `readYaml` comes from a bundle of its own. */
export function readTree(name: string, { text, fault }: ConfigText, readYaml: (text: string) => ParsedTree): ParsedTree {
  if (fault) return { tree: undefined, faults: [{ range: { start: 0, end: 0 }, message: fault }] };
  return name.endsWith('.yaml') ? readYaml(text) : readJson(text);
}

/** Reads JSON, with comments and trailing commas. Never throws. */
export function readJson(text: string): ParsedTree {
  const errors: ParseError[] = [];
  let root: JsonNode | undefined;
  try {
    root = parseTree(text, errors, { allowTrailingComma: true });
  } catch {
    // Brackets in brackets, without end.
    return { tree: undefined, faults: [malformed({ start: 0, end: text.length }, 'JSON')] };
  }
  const faults = allMalformed(
    errors.map(({ offset, length }) => ({ start: offset, end: offset + length })),
    'JSON',
  );
  return { tree: text.trim() === '' ? undefined : root && treeOf(root, 0), faults: text.trim() === '' ? [] : faults };
}

export const malformed = (range: Range, syntax: 'JSON' | 'YAML'): ConfigFault => ({
  range,
  message: {
    zh: `这里不合 ${syntax} 的写法，请检查${syntax === 'JSON' ? '逗号、引号和括号' : '缩进、冒号和引号'}；能读出的设置仍然有效。`,
    en: `Not well-formed ${syntax}: check ${syntax === 'JSON' ? 'commas, quotes and brackets' : 'indents, colons and quotes'}. Settings that can be read still hold.`,
  },
});

/** What a parser stumbles over: twice at one place is told once. */
export const allMalformed = (places: readonly Range[], syntax: 'JSON' | 'YAML'): ConfigFault[] =>
  places
    .slice(0, MAX_FAULTS)
    .filter(({ start }, i, all) => all.findIndex((one) => one.start === start) === i)
    .map((range) => malformed(range, syntax));

function treeOf(node: JsonNode, depth: number): Tree | undefined {
  const range = { start: node.offset, end: node.offset + node.length };
  if (depth > MAX_DEPTH) return undefined;
  if (node.type === 'object') {
    const members = (node.children ?? []).flatMap(({ children: [name, value] = [] }): Member[] => {
      const tree = value && treeOf(value, depth + 1);
      if (!name || !tree) return [];
      return [{ name: String(name.value), range: { start: name.offset, end: name.offset + name.length }, value: tree }];
    });
    return { kind: 'map', range, members };
  }
  if (node.type === 'array') {
    return { kind: 'list', range, items: (node.children ?? []).flatMap((item) => treeOf(item, depth + 1) ?? []) };
  }
  return { kind: 'value', range, value: node.value };
}

const NOWHERE: Range = { start: 0, end: 0 };

/** What a client sends as settings, read in the same way. */
export function treeOfValue(value: unknown, depth = 0): Tree | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return { kind: 'list', range: NOWHERE, items: value.flatMap((item) => treeOfValue(item, depth + 1) ?? []) };
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).flatMap(([name, one]): Member[] => {
      const tree = treeOfValue(one, depth + 1);
      return tree ? [{ name, range: NOWHERE, value: tree }] : [];
    });
    return { kind: 'map', range: NOWHERE, members };
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'value', range: NOWHERE, value };
  return undefined;
}

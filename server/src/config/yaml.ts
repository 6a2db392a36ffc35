import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Range } from '../reading/report';
import { allMalformed, MAX_DEPTH, type Member, malformed, type ParsedTree, type Tree } from './tree';

/** Reads YAML. In a bundle of its own, loaded where there is such a file: it weighs more than all that reads JSON. Never throws. */
export function readYaml(text: string): ParsedTree {
  if (isOverdone(text)) return { tree: undefined, faults: [malformed({ start: 0, end: Math.min(1, text.length) }, 'YAML')] };
  try {
    const { contents, errors } = parseDocument(text, { keepSourceTokens: false, logLevel: 'silent' });
    const faults = allMalformed(
      errors.map(({ pos: [start, end] }) => ({ start, end: Math.max(start, end) })),
      'YAML',
    );
    return { tree: contents ? treeOf(contents, 0) : undefined, faults };
  } catch {
    return { tree: undefined, faults: [malformed({ start: 0, end: text.length }, 'YAML')] };
  }
}

const MAX_LENGTH = 100_000;
const MAX_LINE = 2_000;
const MAX_BRACKETS = 500;

/**
 * The library reads by recursion, and a stack that overflows in an expression ends the whole process. Depth is bounded by the
 * brackets and by the length of a line; no config comes near.
 */
function isOverdone(text: string): boolean {
  let brackets = 0;
  let line = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    line = c === '\n' ? 0 : line + 1;
    if (c === '[' || c === '{') brackets++;
    if (line > MAX_LINE || brackets > MAX_BRACKETS) return true;
  }
  return text.length > MAX_LENGTH;
}

const rangeOf = ({ range }: Node): Range => (range ? { start: range[0], end: range[1] } : { start: 0, end: 0 });

/** Anchors are not followed: a config needs none, and they can make a small text a large tree. */
function treeOf(node: Node, depth: number): Tree | undefined {
  const range = rangeOf(node);
  if (depth > MAX_DEPTH || isAlias(node)) return undefined;
  if (isMap<Node, Node | null>(node)) {
    const members = node.items.flatMap(({ key, value }): Member[] => {
      const tree = value && treeOf(value, depth + 1);
      return isScalar(key) && tree ? [{ name: String(key.value), range: rangeOf(key), value: tree }] : [];
    });
    return { kind: 'map', range, members };
  }
  if (isSeq<Node>(node)) return { kind: 'list', range, items: node.items.flatMap((item) => treeOf(item, depth + 1) ?? []) };
  if (!isScalar(node)) return undefined;
  const { value } = node;
  const plain = value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'value', range, value: plain ? value : String(value) };
}

import { type Block, type Column, type EditionId, editions, type Label, type Row, type TableDefinition, type TableId } from '../editions';
import type { Agreement } from './report';
import { distance, key } from './text';

/** What a label is in a table: of a row, head of a column, over or beside several rows, title of a block, or the corner. */
export type LabelKind = 'row' | 'column' | 'group' | 'block' | 'stub';

/** What a written label may mean. A label that both editions have is one entry with two meanings. */
export interface LabelEntry {
  readonly kind: LabelKind;
  readonly table: TableId;
  /** Id of the row or column; the key of the label for the others. */
  readonly id: string;
  readonly key: string;
  readonly meanings: readonly LabelMeaning[];
}

export interface LabelMeaning {
  readonly edition: EditionId;
  readonly definition: TableDefinition;
  readonly block: Block;
  readonly row?: Row;
  readonly column?: Column;
  readonly label: Label;
  /** The labels over or beside it, outermost first; of a row also their keys. */
  readonly over: readonly Label[];
  readonly path: readonly string[];
  readonly agreement: Agreement;
}

/** Numbering at the head of a key: 一本年新收 → 一, 1属于国家秘密 → 1. */
const NUMBERING = /^(?:[一二三四五六七八九十]{1,2}|\d{1,2})(?=.)/;

export function stripNumbering(labelKey: string): string {
  return numberUnits.has(labelKey.charCodeAt(0)) ? labelKey.replace(NUMBERING, '') : labelKey;
}
const numberUnits = new Set([...'一二三四五六七八九十0123456789'].map((c) => c.charCodeAt(0)));

/** Whether a key is numbering alone, as where a table has 一、 and the label in two cells. */
export const isNumbering = (labelKey: string): boolean =>
  labelKey.length < 3 && numberUnits.has(labelKey.charCodeAt(0)) && /^(?:[一二三四五六七八九十]{1,2}|\d{1,2})$/.test(labelKey);

const labelKeys = new Map<string, string>();

/** The key of an official wording; the same few are asked for again and again. */
export function labelKey(text: string): string {
  let found = labelKeys.get(text);
  if (found === undefined) {
    found = key(text);
    labelKeys.set(text, found);
  }
  return found;
}

class Dictionary {
  /** By key; numbering included. */
  readonly exact = new Map<string, LabelEntry[]>();
  /** By key without numbering; rows only. */
  readonly bodies = new Map<string, LabelEntry[]>();
  readonly rows: LabelEntry[] = [];
  readonly columns: LabelEntry[] = [];
  /** Labels of rows by each of their beginnings, as a wrapped label shows one. */
  private lazyBeginnings: Map<string, LabelEntry[]> | undefined;
  /** All beginnings of all labels, with and without their numbering. */
  private lazyPrefixes: Set<string> | undefined;
  /** All labels joined: a key that stands in it may be a piece of a wrapped label. */
  readonly joined: string;
  readonly longest: number;
  /** Keys of the labels over or beside rows, and of those over columns. */
  readonly groups: readonly string[];
  private readonly joinedGroups: string;

  constructor() {
    for (const { id: edition, tables } of editions) {
      for (const definition of tables) {
        for (const block of definition.blocks) {
          const at = { edition, definition, block, over: [], path: [] };
          if (block.title) this.add('block', definition.id, labelKey(block.title.text), block.title, at);
          if (block.stub) this.add('stub', definition.id, labelKey(block.stub.text), block.stub, at);
          for (const column of block.columns) {
            this.add('column', definition.id, column.id, column.label, { ...at, column, over: column.path });
            this.addGroups(definition.id, column.path, at);
          }
          for (const row of block.rows) {
            const path = row.path.map((label) => labelKey(label.text));
            this.add('row', definition.id, row.id, row.label, { ...at, row, over: row.path, path });
            this.addGroups(definition.id, row.path, at);
          }
        }
      }
    }
    this.groups = [...this.exact].flatMap(([labelKey, entries]) => (entries.some((entry) => entry.kind === 'group') ? [labelKey] : []));
    this.joinedGroups = this.groups.join('\n');
    this.joined = [...this.exact.keys()].join('\n');
    this.longest = Math.max(...[...this.exact.keys()].map((k) => k.length));
  }

  /** Whether a key is a piece of a label that stands over or beside rows, as 他处理 of （六）其他处理. */
  isGroupPiece(labelKey: string): boolean {
    return this.joinedGroups.includes(labelKey);
  }

  // Only layouts without delimiters need these two.
  get beginnings(): ReadonlyMap<string, readonly LabelEntry[]> {
    if (!this.lazyBeginnings) {
      this.lazyBeginnings = new Map();
      for (const entry of this.rows) {
        for (let length = 1; length <= entry.key.length; length++) {
          const beginning = entry.key.slice(0, length);
          const entries = this.lazyBeginnings.get(beginning);
          if (entries) entries.push(entry);
          else this.lazyBeginnings.set(beginning, [entry]);
        }
      }
    }
    return this.lazyBeginnings;
  }

  private get prefixes(): ReadonlySet<string> {
    if (!this.lazyPrefixes) {
      this.lazyPrefixes = new Set();
      for (const labelKey of [...this.exact.keys(), ...this.bodies.keys()]) {
        for (let length = 1; length <= labelKey.length; length++) this.lazyPrefixes.add(labelKey.slice(0, length));
      }
    }
    return this.lazyPrefixes;
  }

  /** Whether some label may begin with a key; its numbering may be another. */
  mayBegin(labelKey: string): boolean {
    if (this.prefixes.has(labelKey)) return true;
    const body = stripNumbering(labelKey);
    return body !== labelKey && this.prefixes.has(body);
  }

  private addGroups(table: TableId, path: readonly Label[], at: Omit<LabelMeaning, 'agreement' | 'label'>): void {
    for (const [i, label] of path.entries()) this.add('group', table, labelKey(label.text), label, { ...at, over: path.slice(0, i) });
  }

  private add(kind: LabelKind, table: TableId, id: string, label: Label, at: Omit<LabelMeaning, 'agreement' | 'label'>): void {
    this.addWording(label.text, 'official', kind, table, id, label, at);
    for (const text of label.accepted ?? []) this.addWording(text, 'accepted', kind, table, id, label, at);
    for (const text of label.variants ?? []) this.addWording(text, 'variant', kind, table, id, label, at);
  }

  private addWording(
    text: string,
    agreement: Agreement,
    kind: LabelKind,
    table: TableId,
    id: string,
    label: Label,
    at: Omit<LabelMeaning, 'agreement' | 'label'>,
  ): void {
    const wording = labelKey(text);
    this.put(this.exact, wording, kind, table, id, { ...at, label, agreement });
    if (kind !== 'row') return;
    const body = stripNumbering(wording);
    // 其他处理 without its number is the row that is called so, and 其他情形 the end of a label: not rows that some writers call so.
    if (body !== wording && (agreement !== 'variant' || !this.rows.some((e) => e.id !== id && e.key.includes(body))))
      this.put(this.bodies, body, kind, table, id, { ...at, label, agreement: agreement === 'official' ? 'variant' : agreement });
  }

  private put(map: Map<string, LabelEntry[]>, labelKey: string, kind: LabelKind, table: TableId, id: string, meaning: LabelMeaning): void {
    let entries = map.get(labelKey);
    if (!entries) {
      entries = [];
      map.set(labelKey, entries);
    }
    const entry = entries.find((e) => e.kind === kind && e.table === table && e.id === id);
    if (!entry) {
      const added = { kind, table, id, key: labelKey, meanings: [meaning] };
      entries.push(added);
      if (map === this.exact && kind === 'row') this.rows.push(added);
      if (map === this.exact && kind === 'column') this.columns.push(added);
    } else if (!entry.meanings.some((m) => m.edition === meaning.edition && m.block === meaning.block)) {
      (entry.meanings as LabelMeaning[]).push(meaning);
    }
  }
}

let built: Dictionary | undefined;

/** All labels of all editions, built at first use. */
export function dictionary(): Dictionary {
  built ??= new Dictionary();
  return built;
}

const NONE: readonly LabelEntry[] = [];

/** What a key means: with its numbering, exactly. */
export function lookUp(labelKey: string): readonly LabelEntry[] {
  return labelKey.length > dictionary().longest ? NONE : (dictionary().exact.get(labelKey) ?? NONE);
}

export const rowEntry = (entries: readonly LabelEntry[]): LabelEntry | undefined => entries.find((entry) => entry.kind === 'row');

/** The edition that a label stands in alone. */
export function only({ meanings }: LabelEntry): EditionId | undefined {
  const first = meanings[0]!;
  return meanings.every((m) => m.edition === first.edition) ? first.edition : undefined;
}

/** The row that a key names exactly. */
export function lookUpRow(labelKey: string): LabelEntry | undefined {
  return rowEntry(lookUp(labelKey));
}

/** The row that a key names but for its numbering, which is missing or wrong; none where two rows share the wording. */
export function lookUpRowBody(labelKey: string): LabelEntry | undefined {
  const { bodies } = dictionary();
  const entries = bodies.get(labelKey) ?? bodies.get(stripNumbering(labelKey));
  return entries?.length === 1 ? entries[0] : undefined;
}

/** The row whose label stands behind the labels over or beside it, as in （三）不予公开 1.属于国家秘密. `length`: of these. */
export function groupBefore(labelKey: string): { readonly entry: LabelEntry; readonly length: number } | undefined {
  const { groups, longest } = dictionary();
  if (labelKey.length > longest * 2) return undefined;
  for (const group of groups) {
    if (labelKey.length === group.length || !labelKey.startsWith(group)) continue;
    const rest = labelKey.slice(group.length);
    const entry = lookUpRow(rest);
    if (entry?.meanings.some(({ path }) => path.includes(group))) return { entry, length: group.length };
    const deeper = groupBefore(rest);
    if (deeper) return { entry: deeper.entry, length: group.length + deeper.length };
  }
  return undefined;
}

/** Whether a key is a row label with more behind it, the labels beside it before it or not. */
export function beginsWithRow(labelKey: string): boolean {
  const { rows, groups } = dictionary();
  return (
    rows.some((entry) => entry.key.length > 2 && labelKey.startsWith(entry.key)) ||
    groups.some((group) => labelKey.startsWith(group) && beginsWithRow(labelKey.slice(group.length)))
  );
}

/** How many units a label of this length may be off and still be recognised. */
const tolerance = (length: number): number => (length >= 7 ? 2 : length >= 4 ? 1 : 0);

/**
 * Whether two keys are two characters under the same number: （七）总汁 is no other row than （七）总计. Or four characters but for
 * one that is missing or too many: 行政罚.
 */
const areShortAlike = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) === 3 &&
  (one.length === other.length ? one[0] === other[0] && numberUnits.has(one.charCodeAt(0)) : Math.max(one.length, other.length) === 4);

/** Whether a label has not the number of one that only some writers use: 计其他情形 is no 3.其他情形. */
const isOtherwiseNumbered = (written: string, { key, meanings: [first] }: LabelEntry): boolean =>
  first!.agreement === 'variant' && numberUnits.has(key.charCodeAt(0)) && written[0] !== key[0];

/** Whether two characters side by side have changed places. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let i = 0;
  while (i < one.length && one[i] === other[i]) i++;
  return one[i] === other[i + 1] && one[i + 1] === other[i] && one.slice(i + 2) === other.slice(i + 2) && i + 1 < one.length;
}

/**
 * Whether a label is recognised by so little that its place must agree: 其他 under any number may be a row that somebody added, and so
 * may what is a piece of a long label.
 */
export const isVague = ({ key, meanings: [first] }: LabelEntry): boolean =>
  first!.agreement === 'typo' || (key.length < 3 && key !== labelKey(first!.label.text));

/** A row whose label is misspelt or shortened; the nearest one, none where two are as near. */
export function guessRow(labelKey: string): LabelEntry | undefined {
  const { rows, longest } = dictionary();
  if (labelKey.length < 2 || labelKey.length > longest + 2) return undefined;
  const body = stripNumbering(labelKey);
  const near = nearRow(labelKey);
  if (near !== undefined) return near ?? undefined;
  if (body.length < 4) return undefined;
  // What has a number of its own is no end of a label: 9.其他情形 is not 不计其他情形.
  const isPart =
    body === labelKey
      ? (entry: LabelEntry): boolean => entry.key.includes(body)
      : (entry: LabelEntry): boolean => stripNumbering(entry.key).startsWith(body);
  const longer = rows.filter((entry) => entry.key.length > body.length && !isOtherwiseNumbered(labelKey, entry));
  const containing = longer.filter(isPart);
  const found = containing.length > 0 ? containing : longer.filter((entry) => isShortened(labelKey, entry.key));
  const ids = new Set(found.map((entry) => `${entry.table}/${entry.id}`));
  return ids.size === 1 ? typo(found[0]!) : undefined;
}

/** Whether a key is an official one that words were left out of, under its number or none: 5要求确认或重新出具已获取信息. More is kept than lost. */
function isShortened(written: string, official: string): boolean {
  const full = stripNumbering(written) === written ? stripNumbering(official) : official;
  if (written.length * 2 < full.length || written[0] !== full[0]) return false;
  let kept = 0;
  for (let i = 0; i < full.length && kept < written.length; i++) if (full[i] === written[kept]) kept++;
  return kept === written.length;
}

/** The row whose label is misspelt; `null` where two are as near. */
export function nearRow(labelKey: string): LabelEntry | null | undefined {
  let best: LabelEntry | undefined;
  let bestDistance = 3;
  let tied = false;
  for (const entry of dictionary().rows) {
    const allowed = areShortAlike(labelKey, entry.key) ? 1 : tolerance(Math.min(labelKey.length, entry.key.length));
    const limit = Math.min(allowed, bestDistance);
    if (limit === 0 || isOtherwiseNumbered(labelKey, entry)) continue;
    const d = isSwapped(labelKey, entry.key) ? 1 : distance(labelKey, entry.key, limit);
    if (d > limit || (d === bestDistance && best?.id === entry.id)) continue;
    tied = d === bestDistance && best !== undefined && best.id !== entry.id;
    if (d < bestDistance || best === undefined) {
      best = entry;
      bestDistance = d;
    }
  }
  return best && (tied ? null : typo(best));
}

const typo = (entry: LabelEntry): LabelEntry => ({
  ...entry,
  meanings: entry.meanings.map((meaning) => ({ ...meaning, agreement: 'typo' })),
});

/** Whether a head is the official one cut off, doubled or misspelt. Both are keys. */
export function resembles(written: string, official: string): boolean {
  return official.startsWith(written) || written === official + official || distance(written, official, 2) <= (official.length > 3 ? 2 : 1);
}

/** Whether a key may be a piece of an official label that was wrapped or split. */
export function isPiece(labelKey: string): boolean {
  return labelKey.length > 0 && labelKey.length <= dictionary().longest && dictionary().joined.includes(labelKey);
}

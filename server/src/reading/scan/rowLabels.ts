import { dictionary, groupBefore, guessRow, isNumbering, type LabelEntry, lookUp, lookUpRow, lookUpRowBody } from '../labels';
import type { RawCell } from '../lines';
import type { Range } from '../report';
import { endOfKey, isDigit, isSpace, key } from '../text';
import { isMistyped, isShort, mostlyValues } from './figures';

/** Where in a line the label of its row stands. `keys`: those of the cells, or of the words, of the line. */

/** The label of a row among the cells of a line. */
export interface Labelled {
  /** Index of the cell that holds the label, or the end of it. */
  readonly index: number;
  readonly entry: LabelEntry;
  readonly label: Range;
  /** The label over or beside the row, where it stands in the same cell. */
  readonly group?: Range;
}

/** The last cell before the values that is the label of a row. */
export function labelOfCells(text: string, cells: readonly RawCell[], keys: readonly string[], firstValue: number): Labelled | undefined {
  const hasValues = firstValue < cells.length;
  for (let i = firstValue - 1; i >= 0; i--) {
    const labelKey = keys[i]!;
    if (labelKey === '') continue;
    const exact = lookUpRow(labelKey);
    // （六）其他处理 is a row of one edition; with the beginning of a label behind it, it stands beside that.
    if (
      exact &&
      i < firstValue - 1 &&
      lookUp(labelKey).some(({ kind }) => kind === 'group') &&
      hasRowBeside(labelKey, keys, i + 1, firstValue)
    )
      continue;
    // 一、 and the label in two cells.
    const before = i > 0 && isNumbering(keys[i - 1]!) ? lookUpRow(keys[i - 1]! + labelKey) : undefined;
    if (before) return { index: i, entry: before, label: { start: cells[i - 1]!.start, end: cells[i]!.end } };
    // In table disputes the names of the rows are heads, and no figures beside them means just that.
    if (exact && (exact.table !== 'disputes' || hasValues)) return { index: i, entry: exact, label: cells[i]! };
    const body = labelKey.length > 2 || hasValues ? lookUpRowBody(labelKey) : undefined;
    if (body && body.table !== 'disputes') return { index: i, entry: body, label: cells[i]! };
    const group = groupBefore(labelKey);
    if (group) {
      const { start, end } = cells[i]!;
      const from = endOfKey(text, start, end, group.length);
      return { index: i, entry: group.entry, label: { start: skipMarks(text, from, end), end }, group: { start, end: from } };
    }
  }
  return misspeltLabel(cells, keys, firstValue);
}

/** The last cell before the values as the misspelt label of a row. */
function misspeltLabel(cells: readonly RawCell[], keys: readonly string[], firstValue: number): Labelled | undefined {
  const index = lastFilled(keys, firstValue);
  if (index < 0) return undefined;
  const known = lookUp(keys[index]!);
  if (firstValue === cells.length) {
    // No figure at all: a blank row, unless the line is heads.
    const filled = keys.reduce((count, labelKey) => count + (labelKey === '' ? 0 : 1), 0);
    if (filled > 2 || cells.length - index < 5 || known.length > 0) return undefined;
  } else if (known.some(({ kind }) => kind !== 'row')) return undefined;
  const guess = guessRow(keys[index]!);
  return guess ? { index, entry: guess, label: cells[index]! } : undefined;
}

/** Whether the beginning of a row's label, which goes on in the next lines, or a misspelt label stands beside a label over rows. */
const hasRowBeside = (group: string, keys: readonly string[], from: number, before: number): boolean =>
  keys
    .slice(from, before)
    .some(
      (text) =>
        text !== '' && (dictionary().beginnings.has(text) || (guessRow(text)?.meanings.some(({ path }) => path.includes(group)) ?? false)),
    );

/** Whether cell `i` is the number of a label in the next cell, no value: `1.` `属于国家秘密`. */
export function numbersNext(text: string, cells: readonly RawCell[], keys: readonly string[], i: number): boolean {
  const next = cells[i + 1];
  if (!next || next.start === next.end || !isNumbering(keys[i]!)) return false;
  const label = key(text, next.start, next.end);
  return label.length > 1 && lookUpRow(keys[i]! + label) !== undefined;
}

/** Index of the last cell before `before` that has a key; -1 where there is none. */
export function lastFilled(keys: readonly string[], before: number): number {
  for (let i = before - 1; i >= 0; i--) if (keys[i] !== '') return i;
  return -1;
}

/** The label of a row, from the first of its words to the last. */
export interface LabelWords {
  readonly first: number;
  readonly last: number;
  readonly entry: LabelEntry;
}

/** The label of a row among words, with nothing but values behind it. */
export function labelAmongWords(
  text: string,
  cells: readonly RawCell[],
  keys: readonly string[],
  values: readonly boolean[],
): LabelWords | undefined {
  const labels = dictionary();
  let best: LabelWords | undefined;
  let bestLength = 0;
  let bestLast = -1;
  let isExact = false;
  for (let first = 0; first < cells.length - 1; first++) {
    if (keys[first] === '') continue;
    // Numbering may look like a value, but no label goes on with a figure.
    if (values[first] && (isDigit(text.charCodeAt(cells[first + 1]!.start)) || !isNumbering(keys[first]!))) continue;
    let joined = '';
    for (let last = first; last < cells.length - 1; last++) {
      joined += keys[last]!;
      if (!labels.mayBegin(joined)) break;
      // 三 （一）予以公开: a label as it is, behind a letter of the one that stands upright, and no other with 三一 as its number.
      const exact = lookUpRow(joined);
      // （六）其他处理 3.其他: the row, and not what stands beside it.
      const isBeside = best !== undefined && first > best.last && exact?.meanings.some(({ path }) => path.includes(best!.entry.key));
      if (joined.length <= bestLength && !isBeside && !(exact && !isExact && last === bestLast)) continue;
      const entry = exact ?? (joined.length > 3 ? lookUpRowBody(joined) : undefined);
      if (!entry) continue;
      // A bracket or full stop that a blank cut off the label is still its own.
      let end = last;
      while (end + 1 < cells.length && keys[end + 1] === '' && !values[end + 1] && !isMistyped(text, cells[end + 1]!)) end++;
      const lone =
        end + 2 === cells.length && entry.meanings.some(({ block }) => block.columns.length === 1) && isShort(text, cells[end + 1]!);
      if (!lone && !mostlyValues(text, cells, values, end + 1)) continue;
      best = { first, last: end, entry };
      bestLength = joined.length;
      bestLast = last;
      isExact = exact !== undefined;
    }
  }
  return best;
}

/** The last word of the longest known label that begins with word `from`; `from - 1` where none does. */
export function knownFrom(keys: readonly string[], values: readonly boolean[], from: number): number {
  if (values[from] || keys[from] === '') return from - 1;
  const labels = dictionary();
  let joined = '';
  let found = from - 1;
  for (let i = from; i < keys.length; i++) {
    joined += keys[i]!;
    if (!labels.mayBegin(joined)) break;
    if (lookUp(joined).length > 0) found = i;
  }
  return found;
}

/** Index behind the last known label among words; a label written with blanks may hold a word that looks like a value (无). What has no key behind it may be a value. */
export function behindLabels(keys: readonly string[], values: readonly boolean[]): number {
  let behind = 0;
  for (let i = 0; i < keys.length; i++) {
    const last = knownFrom(keys, values, i);
    if (last > i) {
      behind = lastFilled(keys, last + 1) + 1;
      i = last;
    }
  }
  return behind;
}

/** Words, with the labels over or beside a row in a word of their own: （三）不予公开1.属于国家秘密. `undefined` where there are none. */
export function groupsApart(text: string, cells: readonly RawCell[], keys: readonly string[]): RawCell[] | undefined {
  for (const [i, cell] of cells.entries()) {
    const group = groupBefore(keys[i]!);
    if (!group) continue;
    const from = endOfKey(text, cell.start, cell.end, group.length);
    const label = { ...cell, start: skipMarks(text, from, cell.end) };
    return [...cells.slice(0, i), { ...cell, end: from }, label, ...cells.slice(i + 1)];
  }
  return undefined;
}

/** Behind the closing bracket or stop that ends a label; the bracket that opens the next one is its own. */
function skipMarks(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && (isSpace(text.charCodeAt(i)) || /[)）、.．:：]/.test(text[i]!))) i++;
  return i;
}

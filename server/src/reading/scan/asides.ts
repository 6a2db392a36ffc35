import { lookUp } from '../labels';
import type { RawCell } from '../lines';
import { widthOf } from '../stream';
import { isLongerThan, key, skipBlankBack } from '../text';
import { isValue } from './figures';

/** What stands in a line of a table and is none of it: remarks behind the values, notes behind a label. */

/** The column for remarks behind those of the table, and the width of the line that heads it: -1 where cells have no columns. */
export interface RemarksColumn {
  readonly column: number;
  readonly width: number;
}

/** Whether a text heads a column that is none of the table's. */
export const isRemarks = (labelKey: string): boolean => labelKey === '备注' || labelKey === '说明';

/** A row without what stands in a column for remarks; where nothing else tells, a text behind its values. */
export function withoutRemarks(text: string, cells: readonly RawCell[], remarks: RemarksColumn | undefined): readonly RawCell[] {
  if (!remarks) return cells;
  if (remarks.width === widthOf(cells)) return cells.filter(({ column }) => column < remarks.column);
  const last = cells.findLastIndex(({ start, end }) => start < end);
  const isRemark = last > 0 && !isValue(text, cells[last]!) && isValue(text, cells[last - 1]!);
  return isRemark ? cells.slice(0, last) : cells;
}

/** Longer texts are sentences. */
const MAX_NOTED = 120;

/**
 * Cells, without a note in brackets behind the label of a row, 规章（由市政府填写）, or behind the head of a column: what it says makes no
 * other of it, unless it names a year, a number or a unit of money.
 */
export function withoutNotes(text: string, cells: readonly RawCell[]): readonly RawCell[] {
  if (!cells.some(({ start, end }) => end > start && isClosing(text.charCodeAt(endOfText(text, start, end) - 1)))) return cells;
  return cells.map((cell) => {
    const { start } = cell;
    const end = endOfText(text, start, cell.end);
    if (end === start || !isClosing(text.charCodeAt(end - 1)) || isLongerThan(text, start, end, MAX_NOTED)) return cell;
    let open = start;
    while (open < end && !isOpening(text.charCodeAt(open))) open++;
    // （六）其他处理（…）: the first bracket numbers the label.
    if (open === start) while (++open < end && !isOpening(text.charCodeAt(open)));
    if (open >= end || lookUp(key(text, start, end)).length > 0) return cell;
    const label = skipBlankBack(text, start, open);
    const named = lookUp(key(text, start, label));
    // （二）部分公开 has a bracket of its own, which may be misspelt.
    const isRow = named.some(
      ({ kind, table, meanings }) => kind === 'row' && table !== 'disputes' && meanings.some(({ agreement }) => agreement === 'official'),
    );
    const isHead =
      named.some(({ kind, meanings }) => kind === 'column' && meanings.some(({ agreement }) => agreement === 'official')) &&
      !/[\d０-９年元]/.test(text.slice(open, end));
    const isUnit = /^[（(](?:单位[：:])?[件宗起][）)]$/.test(text.slice(open, end));
    return isRow || isHead || (isUnit && named.length > 0) ? { ...cell, end: label } : cell;
  });
}

/** Behind the last unit of a cell, the marks of emphasis that close it left out. */
function endOfText(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && end - last < MAX_MARKS && isEmphasis(text.charCodeAt(last - 1))) last--;
  return last;
}

const MAX_MARKS = 4;
const isEmphasis = (code: number): boolean => code === 0x2a || code === 0x5f;
const isOpening = (code: number): boolean => code === 0xff08 || code === 0x28;
const isClosing = (code: number): boolean => code === 0xff09 || code === 0x29;

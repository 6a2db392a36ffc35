import type { Line, RawCell } from '../lines';
import { skipBlank, skipBlankBack } from '../text';

const TAB = 9;

/** Cells divided by tabs, as Word, Excel and PDF conversions paste them. */
export function tabCells(text: string, { from, to }: Line): RawCell[] {
  const cells: RawCell[] = [];
  let roomStart = from;
  for (let i = from; i <= to; i++) {
    if (i < to && text.charCodeAt(i) !== TAB) continue;
    cells.push(trimmed(text, roomStart, i, cells.length));
    roomStart = i + 1;
  }
  return cells;
}

/** A cell without the blanks around it; a blank one keeps an empty range at its start. */
export function trimmed(text: string, roomStart: number, roomEnd: number, column: number): RawCell {
  const start = skipBlank(text, roomStart, roomEnd);
  const end = skipBlankBack(text, start, roomEnd);
  return start < end
    ? { start, end, roomStart, roomEnd, column, span: 1 }
    : { start: roomStart, end: roomStart, roomStart, roomEnd, column, span: 1 };
}

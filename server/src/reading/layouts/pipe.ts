import { behindBreak, type Line, lineAt, lineBefore, type RawCell } from '../lines';
import type { Range } from '../report';
import { trimmed } from './tab';

const PIPE = 0x7c;
const BACKSLASH = 0x5c;

/** How the lines of one run of pipe lines use their bars. */
export interface PipeStyle {
  /** Every line begins with a bar that opens the first cell. */
  readonly leading: boolean;
  /** Lines end with a bar that closes the last cell. */
  readonly trailing: boolean;
  /** Cells stand on lines of their own, and a lone bar divides them, is a blank one, or opens a row (else is a blank one). */
  readonly lone: 'none' | 'divides' | 'blank' | 'opens';
  /** An empty line stands on either side of the lone bars, as where every cell was a paragraph: it says nothing of the cell. */
  readonly spaced: boolean;
}

/** Whether a pipe line is the delimiter row of a GFM table. */
export function isDelimiterRow(text: string, { start, end }: Line): boolean {
  let dashes = 0;
  let colons = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2d) dashes++;
    else if (code === 0x3a) colons++;
    else if (code !== PIPE && code !== 0x20 && code !== 9) return false;
  }
  if (dashes === 0) return false;
  // A lone dash in a cell is a mark for nothing; with a colon or another dash it is a delimiter.
  return colons > 0 || text.slice(start, end).includes('--') || (dashes > 1 && isBelowFirst(text, start, end));
}

/** Whether dashes stand in the second line of several with bars, each in a cell of its own. */
function isBelowFirst(text: string, start: number, end: number): boolean {
  if (!/^\|?(?:[ \t]*-[ \t]*\|)+(?:[ \t]*-)?$/.test(text.slice(start, end))) return false;
  const hasBars = (line: Range | undefined): boolean => line !== undefined && text.slice(line.start, line.end).includes('|');
  const own = lineAt(text, start);
  const above = lineBefore(text, own);
  const behind = behindBreak(text, own.end);
  return hasBars(above) && !hasBars(lineBefore(text, above!)) && behind > own.end && hasBars(lineAt(text, behind));
}

export const isLoneBar = (text: string, { start, end }: Line): boolean => end - start === 1 && text.charCodeAt(start) === PIPE;

/** Whether all that follows the first bar of a line are bars: they fill up a row. */
function isOneCell(text: string, { start, end }: Line): boolean {
  const bar = text.indexOf('|', start);
  let i = bar;
  while (i < end && (text[i] === '|' || text[i] === ' ')) i++;
  return bar > start && i === end;
}

/** The style of the run of pipe lines that `first..last` (inclusive) are; other lines between them are ignored. */
export function pipeStyle(text: string, lines: readonly Line[], first: number, last: number): PipeStyle {
  let count = 0;
  let leading = 0;
  let trailing = 0;
  let lone = 0;
  let single = 0;
  /** Lines with text that no bar closes, or closes in the next line; those that fill up a row with bars. */
  let open = 0;
  let filling = 0;
  let opens = false;
  let spaced = 0;
  const isEmpty = (i: number): boolean => i >= first && i <= last && lines[i]!.start === lines[i]!.end;
  for (let i = first; i <= last; i++) {
    const line = lines[i]!;
    if (line.start === line.end) continue;
    if (line.pipes === 0) {
      open++;
      continue;
    }
    if (isLoneBar(text, line)) {
      if (count === 0) opens = true;
      lone++;
      if (isEmpty(i - 1) && isEmpty(i + 1) && !isEmpty(i + 2)) spaced++;
      continue;
    }
    if (line.pipes === 1 || isOneCell(text, line)) single++;
    count++;
    const leads = text.charCodeAt(line.start) === PIPE;
    if (leads) leading++;
    if (text.charCodeAt(line.end - 1) === PIPE) {
      trailing++;
      if (line.pipes === line.end - line.start) filling++;
    } else if (leads && line.pipes === 1) {
      // | 规章⏎|⏎0⏎|
      open++;
      filling++;
    }
  }
  return {
    leading: count > 0 && leading === count,
    trailing: trailing * 2 > count,
    lone: lone === 0 ? 'none' : open > count - filling ? 'divides' : single * 2 <= count && count > 0 ? 'none' : opens ? 'opens' : 'blank',
    spaced: spaced * 2 > lone,
  };
}

/** How many columns a delimiter row (`| --- | :-: |`) gives its table. */
export const delimiterWidth = (text: string, line: Line): number => barCells(text, line, true, true).length;

/** Cells divided by bars. In a GFM table (`gfmWidth` > 0) every row may have outer bars or not, and short rows are filled up with blank cells. */
export function pipeCells(text: string, line: Line, style: Pick<PipeStyle, 'leading' | 'trailing'>, gfmWidth: number): RawCell[] {
  const cells = barCells(text, line, style.leading || gfmWidth > 0, style.trailing || gfmWidth > 0);
  const end = cells.at(-1)?.roomEnd ?? line.end;
  while (cells.length < gfmWidth) cells.push({ start: end, end, roomStart: end, roomEnd: end, column: cells.length, span: 1 });
  return cells;
}

function barCells(text: string, { start, end }: Line, leading: boolean, trailing: boolean): RawCell[] {
  const cells: RawCell[] = [];
  let roomStart = leading && text.charCodeAt(start) === PIPE ? start + 1 : start;
  for (let i = roomStart; i <= end; i++) {
    if (i < end && (text.charCodeAt(i) !== PIPE || text.charCodeAt(i - 1) === BACKSLASH)) continue;
    if (i === end && trailing && roomStart === end && cells.length > 0) break;
    cells.push(trimmed(text, roomStart, i, cells.length));
    roomStart = i + 1;
  }
  return cells;
}

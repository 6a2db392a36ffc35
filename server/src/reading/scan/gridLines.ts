import { dictionary, isPiece, type LabelEntry, lookUp, lookUpRow } from '../labels';
import type { Line, RawCell } from '../lines';
import type { Layout } from '../report';
import { filledCells, type HeadCell, headTable, WIDE, widthOf } from '../stream';
import { key } from '../text';
import { isRemarks, withoutNotes, withoutRemarks } from './asides';
import type { CellLines } from './cellLines';
import { isShort, isValue, valueFollows } from './figures';
import { type Labelled, labelOfCells, lastFilled, numbersNext } from './rowLabels';
import type { StreamWriter } from './writer';

/** Lines of a grid, whose cells delimiters or markup show: a row, heads, or values that no label of their own stands before. */
export class GridLines {
  /** The number that a column of line numbers, as of a spreadsheet, gave the last row; -2 where there is no such column. */
  private counted = -2;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly out: StreamWriter,
    private readonly cellLines: CellLines,
  ) {}

  line(written: readonly RawCell[], layout: Layout, line: number): void {
    const { text, out } = this;
    const cells = withoutRemarks(text, this.withoutCount(withoutNotes(text, written)), out.remarks);
    const filled = filledCells(cells);
    if (filled === 0) {
      // A blank line of a grid is the blank row of table disputes or of a small table, or nothing.
      if (cells.length >= WIDE || this.isUnderHeads(cells)) {
        out.flush();
        out.values([...cells], true, layout, line, 0);
      } else if (cells.length === 1 || (layout === 'pipe' && this.endsRow(cells))) out.value(cells[0]!, true, line);
      return;
    }
    const isOneCell =
      cells.length === 1 ||
      (filled === 1 && (cells.length === 2 ? !this.isRowOfOne(cells, line) && !this.isUnderHeads(cells) : this.endsRow(cells)));
    if (isOneCell) {
      const cell = cells.find(({ start, end }) => start < end)!;
      // A row of a small table under one head: what stands there is the value.
      if (layout === 'gfm' && out.asksForOne && out.asked > 0 && out.got === 0 && this.isNoLabel(cell)) out.value(cell, true, line);
      else this.cellLines.cell(cell, true, line);
      return;
    }
    // Keys are needed up to the first value only, and most cells are values.
    const keys: string[] = new Array(cells.length).fill('');
    let firstValue = 0;
    for (; firstValue < cells.length; firstValue++) {
      const cell = cells[firstValue]!;
      if (cell.start === cell.end) continue;
      keys[firstValue] = key(text, cell.start, cell.end);
      if (isValue(text, cell) && !numbersNext(text, cells, keys, firstValue)) break;
    }
    const labelled = labelOfCells(text, cells, keys, firstValue);
    if (labelled) this.rowLine(cells, keys, labelled, layout, line);
    else if (firstValue === cells.length) this.headLine(cells, keys, layout, line);
    else this.unlabelledLine(cells, keys, firstValue, filled, layout, line);
  }

  /** A label and the cells behind it. */
  private rowLine(cells: readonly RawCell[], keys: readonly string[], labelled: Labelled, layout: Layout, line: number): void {
    const { text, out } = this;
    const { index, entry, label, group } = labelled;
    out.flush();
    if (group) out.text(key(text, group.start, group.end), group, line);
    for (let i = 0; i < index; i++) if (keys[i] !== '' && cells[i]!.end <= label.start) out.text(keys[i]!, cells[i]!, line);
    const after = withoutGroupPieces(cells.slice(index + 1), keys[index + 1] ?? '', entry);
    if (after.length === 0) out.text(entry.key, label, line);
    else out.row({ entry, label, cells: after, explicit: true, width: widthOf(cells), layout, line, written: keys[index]! });
  }

  /** Texts only: column heads, labels over rows, block titles, or none of these. */
  private headLine(written: readonly RawCell[], keys: readonly string[], layout: Layout, line: number): void {
    const { out } = this;
    out.flush();
    const last = lastFilled(keys, keys.length);
    const isRemarked = last > 0 && isRemarks(keys[last]!);
    if (isRemarked) out.remarks = { column: written[last]!.column, width: widthOf(written) };
    const cells = isRemarked ? written.slice(0, last) : written;
    const entries = cells.map((_, i) => lookUp(keys[i]!));
    const table = headTable(entries, out.context);
    if (out.context && entries.every((found) => found.length === 0)) {
      for (const k of keys) if (k !== '' && isPiece(k)) out.headPieces.push({ table: out.context, key: k });
    }
    const isHeads = entries.some((found) => found.some((entry) => entry.kind === 'column' || entry.kind === 'group'));
    // Beside 信息内容 stand heads, whatever they say.
    if (table && (isHeads || entries.some((found) => found.some(({ kind }) => kind === 'stub')))) {
      if (isHeads) out.context = table;
      const heads: HeadCell[] = [];
      for (let i = 0; i < cells.length; i++) {
        if (keys[i] !== '') heads.push({ cell: cells[i]!, key: keys[i]!, entry: entries[i]!.find((e) => e.table === table) });
      }
      const known = isHeads ? out.heads : out.strangeHeads;
      known.push({ table, cells: heads, width: widthOf(cells), line, layout, region: out.regionEnd });
    }
    for (let i = 0; i < cells.length; i++) if (keys[i] !== '') out.text(keys[i]!, cells[i]!, line, entries[i]);
  }

  /** Values whose label, if any, is not known or stands elsewhere. */
  private unlabelledLine(
    cells: readonly RawCell[],
    keys: readonly string[],
    firstValue: number,
    filled: number,
    layout: Layout,
    line: number,
  ): void {
    const { text, out } = this;
    out.flush();
    // A line without a label of its own: what is no number in it stands where one belongs.
    const ofDisputes = out.context === 'disputes' && cells.length >= WIDE && filled <= WIDE;
    if (ofDisputes || (this.isUnderHeads(cells) && cells.slice(0, firstValue).every((cell) => isShort(text, cell)))) {
      out.values([...cells], true, layout, line, 0);
      return;
    }
    let inline = 0;
    for (let i = 0; i < firstValue; i++) {
      if (keys[i] === '') continue;
      out.text(keys[i]!, cells[i]!, line);
      inline++;
    }
    out.values(cells.slice(lastFilled(keys, firstValue) + 1), true, layout, line, inline);
  }

  /** A row without the number that a column before the table counts it by: beside a label, or one more than that of the row before. */
  private withoutCount(cells: readonly RawCell[]): readonly RawCell[] {
    const { text } = this;
    const { start, end } = cells[0]!;
    const number = cells.length > 2 && start < end && end - start < 4 ? Number(text.slice(start, end)) : -1;
    const next = number >= 0 && cells.find((cell, i) => i > 0 && cell.start < cell.end);
    const label = next ? key(text, next.start, next.end) : '';
    // 1. and 属于国家秘密 may stand in two cells.
    const counts = next && (number === this.counted + 1 || (lookUp(label).length > 0 && !lookUpRow(number + label)));
    this.counted = counts ? number : -2;
    return counts ? cells.slice(1).map((cell) => ({ ...cell, column: cell.column - 1 })) : cells;
  }

  /** Where each cell has a line of its own: the last value of a row, or a blank one, and the bars that stand for what its label spans. */
  private endsRow(cells: readonly RawCell[]): boolean {
    const { got, asked, asksForOne } = this.out;
    const [value, next] = cells;
    if (!next || !(got > 0 || (asksForOne && asked > 0))) return false;
    // Behind the last value a page may fill up its rows to whatever width.
    if (cells.length > 4 && got > 0 && got + 1 < asked) return false;
    // Bars alone are no cell: they fill up the row that has ended.
    if (value!.start === value!.end) return next.roomStart < next.roomEnd;
    return isValue(this.text, value!) || ((got > 0 ? got < asked : asksForOne) && this.isNoLabel(value!));
  }

  /** A label and one blank cell: a blank row of a block with a single column, unless its value has a line of its own. */
  private isRowOfOne([label]: readonly RawCell[], line: number): boolean {
    if (valueFollows(this.text, this.lines, line)) return false;
    const entry = label!.start < label!.end ? lookUpRow(key(this.text, label!.start, label!.end)) : undefined;
    return entry?.meanings.some(({ block }) => block.columns.length === 1) ?? false;
  }

  /** Whether a cell may stand where a figure belongs, and is no label. */
  private isNoLabel(cell: RawCell): boolean {
    return isShort(this.text, cell) && lookUp(key(this.text, cell.start, cell.end)).length === 0;
  }

  /** Whether the line stands under heads of values only, as in a small table under the heading that names its row. */
  private isUnderHeads(cells: readonly RawCell[]): boolean {
    const head = this.out.heads.at(-1);
    return (
      head !== undefined &&
      head.region === this.out.regionEnd &&
      head.cells.length === cells.length &&
      head.cells.every(({ entry }) => entry?.kind === 'column')
    );
  }
}

/** A shifted row may have a piece of the label beside it between its own label and its values. */
function withoutGroupPieces(after: readonly RawCell[], firstKey: string, entry: LabelEntry): readonly RawCell[] {
  if (firstKey === '' || !dictionary().isGroupPiece(firstKey)) return after;
  const expected = Math.max(...entry.meanings.map(({ block }) => block.columns.length));
  return filledCells(after) === expected + 1 ? after.slice(1) : after;
}

import { isNumbering, isPiece, lookUp } from '../labels';
import { delimiterWidth, isDelimiterRow, isLoneBar, type PipeStyle, pipeCells, pipeStyle } from '../layouts/pipe';
import { isEmptyLine, type Line } from '../lines';
import { WIDE } from '../stream';
import { key } from '../text';
import type { GridLines } from './gridLines';
import type { StreamWriter } from './writer';

/** Lines with bars: rows of a grid, or cells that have a line each, with a bar alone in its line between them. */
export class BarLines {
  private first = 0;
  private style: PipeStyle | undefined;
  /** Columns of the GFM table at hand; 0 outside of one. */
  private gfmWidth = 0;
  private lastWasBar = false;
  /** Whether the last bar, alone in its line, opened a row. */
  private lastOpened = false;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly out: StreamWriter,
    private readonly grid: GridLines,
  ) {}

  /** The stretch between two headings that begins with line `first`: its bars have a style of their own. */
  begin(first: number): void {
    this.first = first;
    this.style = undefined;
    this.gfmWidth = 0;
  }

  line(line: Line, index: number): void {
    const { text, lines, out } = this;
    this.style ??= pipeStyle(text, lines, this.first, out.regionEnd - 1);
    if (isLoneBar(text, line)) {
      this.loneBar(this.style, line, index);
      return;
    }
    this.lastWasBar = false;
    this.lastOpened = false;
    if (isDelimiterRow(text, line)) this.gfmWidth = delimiterWidth(text, line);
    else this.grid.line(pipeCells(text, line, this.style, this.gfmWidth), this.gfmWidth > 0 ? 'gfm' : 'pipe', index);
  }

  /** A line without bars: what follows a bar stands in the next line; behind a gap the cell was blank. */
  pass(index: number): void {
    this.gfmWidth = 0;
    if (!this.lastWasBar) return;
    const isGap = this.isEmpty(index - 1) && (!this.style?.spaced || this.isEmpty(index - 2));
    if (isGap) this.closeBlank(index - 1);
    this.lastWasBar = false;
  }

  /** The end of the stretch: a bar behind which nothing follows closes a blank cell. */
  end(): void {
    if (this.lastWasBar) this.closeBlank(this.out.regionEnd - 1);
    this.lastWasBar = false;
  }

  private loneBar({ lone }: PipeStyle, line: Line, index: number): void {
    if (lone === 'opens' && this.opensRow(index)) {
      this.out.flush();
      this.lastOpened = true;
      return;
    }
    if (lone === 'blank' || lone === 'opens' || (lone === 'divides' && this.closesBlank(index))) this.blankCell(line, index);
    this.lastWasBar = true;
  }

  /**
   * A bar divides two cells: behind another one, or behind the gap between two rows, it closes a blank cell. Behind a whole row it stands for
   * what the label spans.
   */
  private closesBlank(index: number): boolean {
    const { got, asked } = this.out;
    const isBehindGap = index > this.first + 1 && this.isEmpty(index - 1) && this.isEmpty(index - 2);
    return (this.lastWasBar || isBehindGap) && (got === 0 || got !== asked);
  }

  /** Whether a lone bar is that before the first cell of a row, which stands in the next line: a label, or what follows heads. */
  private opensRow(index: number): boolean {
    const { text, lines, out } = this;
    if (out.got === 0 && (out.asked === 0 || out.asked === WIDE)) return !this.lastOpened;
    let next = index + 1;
    while (next < out.regionEnd && this.isEmpty(next)) next++;
    if (next >= out.regionEnd || isLoneBar(text, lines[next]!)) return false;
    const { start, end } = pipeCells(text, lines[next]!, { leading: false, trailing: true }, 0)[0]!;
    const label = key(text, start, end);
    // 1 is a piece of a label as well, but here a figure.
    return lookUp(label).length > 0 || (!isNumbering(label) && isPiece(label));
  }

  /** The blank cell behind the last bar, where bars divide the cells of a row. */
  private closeBlank(index: number): void {
    if (this.out.isInRow && this.style?.lone === 'divides') this.blankCell(this.lines[index]!, index);
  }

  private blankCell({ start }: Line, index: number): void {
    this.out.value({ start, end: start, roomStart: start, roomEnd: start, column: 0, span: 1 }, true, index);
  }

  private isEmpty(index: number): boolean {
    return isEmptyLine(this.lines[index]!);
  }
}

import type { TableId } from '../../editions';
import { tabCells } from '../layouts/tab';
import { isEmptyLine, isPageArtefact, type Line } from '../lines';
import { type Stream, WIDE } from '../stream';
import { BarLines } from './barLines';
import { CellLines } from './cellLines';
import { GridLines } from './gridLines';
import { WordLines } from './wordLines';
import { MAX_CELLS, StreamWriter } from './writer';

/** Reads lines, of whatever layout, into the stream: tells by its delimiters how each is to be read. */
export class LineReader {
  private readonly out = new StreamWriter();
  private readonly grid: GridLines;
  private readonly bars: BarLines;
  private readonly words: WordLines;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
  ) {
    const { out } = this;
    const cells = new CellLines(text, lines, out);
    this.grid = new GridLines(text, lines, out, cells);
    this.bars = new BarLines(text, lines, out, this.grid);
    this.words = new WordLines(text, lines, out, cells);
  }

  /** The heading of a section, and the table that it holds. */
  section(table: TableId | undefined): void {
    this.out.section(table);
  }

  /** Reads the lines `first` (inclusive) to `last` (exclusive), between two headings. */
  region(first: number, last: number, prose: boolean): void {
    const { text, lines, out, grid, bars } = this;
    out.regionEnd = last;
    bars.begin(first);
    for (let i = first; i < last; i++) {
      const line = lines[i]!;
      if (line.cells) grid.line(line.cells, 'html', i);
      else if (isEmptyLine(line)) {
        if (line.tabs >= WIDE - 1 && line.tabs < MAX_CELLS) grid.line(tabCells(text, line), 'tab', i);
      } else if (isPageArtefact(text, line)) continue;
      else if (line.tabs > 0 && line.tabs < MAX_CELLS && !isMarkedHeading(text, line)) grid.line(tabCells(text, line), 'tab', i);
      else if (line.pipes > 0 && line.pipes < MAX_CELLS) bars.line(line, i);
      else {
        bars.pass(i);
        if (!prose) this.words.line(line, i);
      }
    }
    bars.end();
    out.flush();
  }

  /** Everything that was read, in the order of the text. */
  get stream(): Stream {
    return this.out;
  }
}

/** Whether a line is a heading of Markdown with nothing but tabs behind it. */
const isMarkedHeading = (text: string, { start, end }: Line): boolean => text[start] === '#' && !text.slice(start, end).includes('\t');

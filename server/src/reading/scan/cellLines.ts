import type { EditionId } from '../../editions';
import { dictionary, isNumbering, isPiece, type LabelEntry, lookUp, lookUpRow, only, rowEntry } from '../labels';
import type { Line, RawCell } from '../lines';
import type { Range } from '../report';
import { headTable, WIDE } from '../stream';
import { key } from '../text';
import { isShort, isValue, letterFollows, valueFollows } from './figures';
import type { StreamWriter } from './writer';

/** Lines of one cell: labels, which ask for so many values, and these, which are gathered into runs. */
export class CellLines {
  /** The edition of the last head of a column that had a line of its own, where only one has it. */
  private headed: EditionId | undefined;
  /** What the last lines of one cell make up of a label. */
  private cutLabel = '';

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly out: StreamWriter,
  ) {}

  /** A cell that has a line for itself. */
  cell(cell: RawCell, explicit: boolean, line: number): void {
    const { text, out } = this;
    if (isValue(text, cell) && (out.isInRow || out.context !== undefined)) {
      out.value(cell, explicit, line);
      return;
    }
    const labelKey = key(text, cell.start, cell.end);
    const entries = lookUp(labelKey);
    if (this.standsForValue(cell, labelKey, entries, line)) out.value(cell, explicit, line);
    else this.label(labelKey, cell, line, entries);
  }

  /** Whether a text stands where a figure belongs: 若干, O, 约5. */
  private standsForValue(cell: RawCell, labelKey: string, entries: readonly LabelEntry[], line: number): boolean {
    const { text, lines } = this;
    const { got, asked, asksForOne, remarks } = this.out;
    if (got >= asked) return false;
    // Before any value a character may be the end of a head that is cut: 总, 计.
    const isStrange = isPiece(labelKey)
      ? labelKey.length <= 1 && (got > 0 || isNumbering(labelKey))
      : labelKey.length <= 1 || entries.length === 0;
    if (!isStrange || !isShort(text, cell)) return false;
    if (isPiece(labelKey) && letterFollows(text, lines, line)) return false;
    // Beside a column for remarks it is one of them, unless the row goes on.
    return (remarks === undefined && (got > 0 || asksForOne)) || valueFollows(text, lines, line);
  }

  /** A text in a line of its own: it is a label, or cut off one, or neither. */
  label(labelKey: string, range: Range, line: number, entries: readonly LabelEntry[]): void {
    const { out } = this;
    out.flush();
    out.text(labelKey, range, line, entries);
    const { beginnings } = dictionary();
    this.cutLabel = beginnings.has(this.cutLabel + labelKey) ? this.cutLabel + labelKey : beginnings.has(labelKey) ? labelKey : '';
    const row = rowEntry(entries) ?? lookUpRow(this.cutLabel);
    const head = entries.find(({ kind }) => kind === 'column');
    if (head) this.headed = only(head);
    if (row && row.table !== 'disputes') {
      // As many as the heads above have, where these are of one edition.
      const headed = row.meanings.filter(({ edition }) => edition === this.headed);
      const counts = (headed.length > 0 ? headed : row.meanings).map(({ block }) => block.columns.length);
      out.asked = Math.max(...counts);
      out.asksForOne = counts.includes(1);
    } else if (entries.some((entry) => entry.table === 'disputes')) {
      out.asked = WIDE;
    } else if (entries.some((entry) => entry.kind === 'block')) {
      out.asked = 0;
    }
    if (labelKey.length > 2) out.context = headTable([entries], out.context) ?? out.context;
  }

  /** Whether a text is part of a label that is cut in two: its beginning, or what goes on with that of the last lines. */
  isCut(labelKey: string): boolean {
    const { beginnings } = dictionary();
    return (
      (labelKey.length > 1 && beginnings.has(labelKey)) ||
      (this.cutLabel !== '' && labelKey !== '' && beginnings.has(this.cutLabel + labelKey))
    );
  }
}

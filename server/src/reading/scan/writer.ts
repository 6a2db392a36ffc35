import type { TableId } from '../../editions';
import { groupBefore, isPiece, lookUp, lookUpRow, stripNumbering } from '../labels';
import type { RawCell } from '../lines';
import type { Layout, Range } from '../report';
import { APPLICANTS, type Event, type HeadLine, type KnownText, type RawRow, type Stream, type ValuesEvent } from '../stream';
import { isRemarks, type RemarksColumn } from './asides';

/** More cells than any line of an official table has, even with page furniture around it. */
export const MAX_CELLS = 96;

/** The stream as it is written, and what lines of one layout tell those of any other: all that the readers of lines share. */
export class StreamWriter implements Stream {
  readonly events: Event[] = [];
  readonly heads: HeadLine[] = [];
  readonly strangeHeads: HeadLine[] = [];
  readonly headPieces: { table: TableId; key: string }[] = [];
  readonly known: KnownText[] = [];
  readonly used = new Set<number>();
  /** The table at hand, as the section or what was read last names it. */
  context: TableId | undefined;
  /** The line that ends the stretch between two headings that is being read. */
  regionEnd = 0;
  /** How many values the last label asks for, at most. */
  asked = 0;
  /** Whether the last label may ask for one value only. */
  asksForOne = false;
  /** Whether a row of the section had too few values or too many: they may stand elsewhere. */
  isScrambled = false;
  remarks: RemarksColumn | undefined;
  /** The run of one-cell lines that is being gathered. */
  private run: ValuesEvent | undefined;

  /** How many values the run that is being gathered has; 0 where there is none. */
  get got(): number {
    return this.run ? this.run.cells.length : 0;
  }

  get gathered(): readonly RawCell[] {
    return this.run?.cells ?? [];
  }

  /** Whether values of one cell a line are being gathered, or asked for. */
  get isInRow(): boolean {
    return this.run !== undefined || this.asked > 0;
  }

  section(table: TableId | undefined): void {
    this.context = table;
    this.asked = 0;
    this.isScrambled = false;
    this.remarks = undefined;
    this.events.push({ kind: 'section', table });
  }

  /** A label and its values in one line. */
  row(row: RawRow): void {
    const { entry, label, line } = row;
    this.events.push({ kind: 'row', row });
    this.known.push({ entries: [entry], range: label, line });
    this.used.add(line);
    this.context = entry.table;
    this.asked = 0;
  }

  /** Values of one line without a label that is known to be theirs, behind `inline` texts of the same line. */
  values(cells: RawCell[], explicit: boolean, layout: Layout, line: number, inline: number): void {
    this.events.push({ kind: 'values', cells, explicit, layout, line, inline, single: false });
  }

  /** A text that stands by itself, or beside values. */
  text(labelKey: string, { start, end }: Range, line: number, entries = lookUp(labelKey)): void {
    if (labelKey === '') return;
    if (isRemarks(labelKey)) this.remarks ??= { column: 0, width: -1 };
    if (entries.length === 0 && this.context === 'disputes') {
      const name = captionOf(labelKey);
      if (name !== labelKey) {
        this.text(name, { start, end }, line);
        return;
      }
    }
    const piece = entries.length > 0 || isPiece(labelKey);
    const range = { start, end };
    this.events.push({ kind: 'text', key: labelKey, range, line, entries, piece, taken: false });
    if (entries.length > 0) this.known.push({ entries, range, line });
    if (piece && (entries.length > 0 || labelKey.length > 1)) this.used.add(line);
  }

  /** A value that has a line for itself: one more of the run. */
  value(cell: RawCell, explicit: boolean, line: number): void {
    if (this.run) {
      // Bounded: a column of figures is no row, however long.
      if (this.run.cells.length < MAX_CELLS) this.run.cells.push(cell);
      this.run.explicit ||= explicit;
    } else {
      this.run = { kind: 'values', cells: [cell], explicit, layout: 'lines', line, inline: 0, single: true };
    }
    this.used.add(line);
  }

  /** Ends the run. */
  flush(): void {
    if (!this.run) return;
    const { run } = this;
    this.run = undefined;
    // A page number behind anything but a row: no label asks for it.
    if (run.cells.length === 1 && run.cells[0]!.page && this.asked === 0) return;
    if (this.asked === APPLICANTS && run.cells.length !== APPLICANTS)
      this.isScrambled ||= run.cells.filter(({ page }) => !page).length !== APPLICANTS;
    this.asked = 0;
    this.events.push(run);
  }
}

/** The name of a row of table disputes in a title over a table of its own: （二）行政诉讼——未经复议直接起诉. */
function captionOf(labelKey: string): string {
  const name = stripNumbering(labelKey);
  const row = groupBefore(name)?.entry ?? lookUpRow(name);
  return row?.table === 'disputes' ? row.key : labelKey;
}

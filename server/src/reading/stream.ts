import type { TableId } from '../editions';
import type { LabelEntry } from './labels';
import type { RawCell } from './lines';
import type { Layout, Range } from './report';

/**
 * The stream that every layout is brought to: in real drafts the label and the run of values after it are reliable, the
 * position in the line is not.
 */

/** A label with the value cells that follow it; nothing is aligned to columns yet. */
export interface RawRow {
  readonly entry: LabelEntry;
  readonly label: Range;
  /** Of a label that does not stand in one place. */
  readonly pieces?: readonly Range[];
  readonly cells: readonly RawCell[];
  /** Blank cells are visible: a cell that is not there is not blank. */
  readonly explicit: boolean;
  /** Grid columns of the line; -1 where the layout has none. */
  readonly width: number;
  readonly layout: Layout;
  readonly line: number;
  /** Key of the label as it is written. */
  readonly written?: string;
  /** The label is a piece of the official one; the rest stands elsewhere. */
  readonly piece?: boolean;
}

/** Values without a label of their own: the one line of table `disputes`. */
export interface RawValues {
  readonly cells: readonly RawCell[];
  readonly explicit: boolean;
  readonly layout: Layout;
  readonly line: number;
}

export interface HeadCell {
  readonly cell: RawCell;
  readonly key: string;
  /** What the head means in this table; absent for one that is cut off, misspelt or strange. */
  readonly entry: LabelEntry | undefined;
}

/** A line of column heads. */
export interface HeadLine {
  readonly table: TableId;
  readonly cells: readonly HeadCell[];
  readonly width: number;
  readonly line: number;
  readonly layout: Layout;
  /** The line that ends the stretch between two headings that it stands in. */
  readonly region: number;
}

/** A known label that stands by itself. */
export interface KnownText {
  readonly entries: readonly LabelEntry[];
  readonly range: Range;
  readonly line: number;
}

/** The label of a row that no values follow. */
export interface BareLabel extends KnownText {
  readonly entry: LabelEntry;
  /** Values stand next to it that no row could be given, and may be its own: it cannot be told to be blank. */
  readonly doubtful?: boolean;
}

export interface UnknownRun {
  readonly table: TableId;
  readonly label: Range;
  readonly line: number;
  /** Nothing but that the row above it is divided into parts makes it one. */
  readonly part?: true;
}

/** A text that stands by itself, or beside values. */
export interface TextEvent {
  readonly kind: 'text';
  readonly key: string;
  readonly range: Range;
  readonly line: number;
  readonly entries: readonly LabelEntry[];
  /** May be a piece of a label. */
  readonly piece: boolean;
  taken: boolean;
}

/** A run of values without a label that is known to be theirs. */
export interface ValuesEvent {
  readonly kind: 'values';
  readonly cells: RawCell[];
  explicit: boolean;
  readonly layout: Layout;
  readonly line: number;
  /** How many of the texts before it stand on its own line. */
  readonly inline: number;
  /** Gathered from lines of one cell each. */
  readonly single: boolean;
}

/** A label and its values in one line. */
export interface RowEvent {
  readonly kind: 'row';
  readonly row: RawRow;
}

/** A heading. */
export interface SectionEvent {
  readonly kind: 'section';
  readonly table: TableId | undefined;
}

export type Event = TextEvent | ValuesEvent | RowEvent | SectionEvent;

/** Everything that was read of a draft, in the order of the text. */
export interface Stream {
  readonly events: readonly Event[];
  readonly heads: readonly HeadLine[];
  /** Lines of heads none of which is known. */
  readonly strangeHeads: readonly HeadLine[];
  /** Pieces of column heads that stand below them: a head that a page break has cut. */
  readonly headPieces: readonly { readonly table: TableId; readonly key: string }[];
  readonly known: readonly KnownText[];
  /** Lines that hold something of a table, by index. */
  readonly used: Set<number>;
}

/** Values in a row of table `requests`; in the one line of table `disputes`, and for one of its rows. */
export const APPLICANTS = 7;
export const WIDE = 15;
export const GROUP = 5;

/** The table that labels speak of: the one at hand if any of them can, else the one that most do. */
export function headTable(entries: readonly (readonly LabelEntry[])[], context: TableId | undefined): TableId | undefined {
  let best: TableId | undefined;
  let most = 0;
  for (const candidates of entries) {
    for (const { table } of candidates) {
      if (table === context) return context;
      if (table === best) continue;
      const votes = votesFor(table, entries);
      if (votes <= most) continue;
      best = table;
      most = votes;
    }
  }
  return best;
}

function votesFor(table: TableId, entries: readonly (readonly LabelEntry[])[]): number {
  let votes = 0;
  for (const found of entries) for (const entry of found) if (entry.table === table) votes++;
  return votes;
}

export function filledCells(cells: readonly RawCell[]): number {
  let count = 0;
  for (const { start, end } of cells) if (start < end) count++;
  return count;
}

/** Grid columns of a line. */
export function widthOf(cells: readonly RawCell[]): number {
  const { column, span } = cells[cells.length - 1]!;
  return column + span;
}

import type { TableDefinition } from '../editions';
import type { LabelEntry } from './labels';
import type { RawCell } from './lines';
import type { HeadLine, RawRow } from './stream';

/** How the values of a row sit in its line: known from rows that are complete. */
export class Alignment {
  /** How far behind the label the values begin. */
  private readonly offsets = new Set<number>();
  /** By the grid of the row: the columns that the values begin in. */
  private readonly starts = new Map<number, Set<number>>();
  private gridWidth: number | undefined;
  /** The heads stand in the columns of the official grid: where rows are packed, so are they. */
  private isHeaded = false;
  /** The heads of all columns stand in a line that has nothing else, as over a small table of one row. */
  private readonly isHeadedWhole: boolean;
  /** The rows of a table whose labels take several columns. */
  private grids: readonly RawRow[] = [];
  private readonly fits = new Map<number, Fit>();
  private ragged: boolean | undefined;

  constructor(
    rows: readonly RawRow[],
    private readonly definition: TableDefinition,
    heads: readonly HeadLine[],
  ) {
    const widest = Math.max(...definition.blocks.map((block) => block.columns.reduce((sum, column) => sum + column.span, 0)));
    const official = definition.labelColumns + widest;
    const grids = rows.filter((row) => row.width > 0);
    if (grids.length > 0 && grids.every((row) => row.width === official)) this.gridWidth = official;
    for (const { cells, width } of heads) {
      const at = (id: string): number | undefined => cells.find(({ entry }) => entry?.kind === 'column' && entry.id === id)?.cell.column;
      const first = definition.id === 'requests' ? at('natural') : undefined;
      if (first === definition.labelColumns && grids.some((row) => row.width === width) && width === official) {
        this.gridWidth = width;
        this.isHeaded = true;
      }
    }
    this.isHeadedWhole =
      definition.blocks.length === 1 &&
      heads.some(
        ({ cells, width }) =>
          cells.length === width &&
          width === definition.blocks[0]!.columns.length &&
          cells.every(({ entry }, i) => entry?.id === definition.blocks[0]!.columns[i]!.id),
      );
    for (const row of grids) {
      const columns = columnsOf(definition, row.entry);
      if (!columns) continue;
      const filled = filledIndexes(row.cells);
      if (filled.length !== columns || filled.at(-1)! - filled[0]! !== columns - 1) continue;
      this.offsets.add(filled[0]!);
      add(this.starts, gridOf(row), columnOf(row, filled[0]!));
    }
    if (definition.labelColumns > 1) this.grids = grids;
  }

  /** How the rows of a width may be laid out, all of them taken together. */
  private fitOf(width: number): Fit {
    let fit = this.fits.get(width);
    if (!fit) {
      const rows = this.grids.filter((row) => row.width === width);
      const { labelColumns } = this.definition;
      const columns = [...(this.starts.get(width) ?? []), labelColumns, labelColumns - 1];
      fit = {
        column: columns.find((column) => rows.every((row) => this.onColumn(row, column) !== undefined)),
        packed: rows.every((row) => this.packedStarts(row).length > 0),
        spanned: rows.every((row) => this.holds(row, this.spannedStart(row))),
      };
      this.fits.set(width, fit);
    }
    return fit;
  }

  /** Where the values begin if those of all rows begin in one column: its index, or nothing where this row speaks against it. */
  private onColumn(row: RawRow, column: number): number | undefined {
    const first = row.cells[0];
    // On a grid a label stands in its own column, unless a column of labels is lost.
    if (!first || first.column - 1 < depthOf(row) - this.definition.labelColumns + column) return undefined;
    const start = column - first.column;
    return start >= 0 && this.holds(row, start) ? start : undefined;
  }

  /** Whether the complete rows of its width begin in one column, where its values may stand as well, beginning in another place. */
  private mayBeginElsewhere(row: RawRow, start: number): boolean {
    const columns = this.starts.get(gridOf(row));
    if (columns?.size !== 1) return false;
    const other = [...columns][0]! - row.cells[0]!.column;
    return other !== start && other >= 0 && this.holds(row, other);
  }

  /** Where the values may begin if they follow their label, and blanks that its span leaves stand behind them; Word may leave one before them. */
  private packedStarts(row: RawRow): number[] {
    return (this.areRagged() ? [0, 1, 2] : row.layout === 'tab' && depthOf(row) === 0 ? [0, 1] : [0]).filter((start) =>
      this.holds(row, start),
    );
  }

  /** Where the values begin if a label that spans columns keeps its blanks, and one that spans rows is left out of all but the first. */
  private spannedStart(row: RawRow): number {
    return this.definition.labelColumns - 1 - depthOf(row);
  }

  /** Whether all that is filled lies among the values that begin there. A row with too many values speaks for nothing. */
  private holds({ cells, entry }: RawRow, start: number): boolean {
    const count = columnsOf(this.definition, entry) ?? 0;
    const filled = filledIndexes(cells);
    return filled.length === 0 || filled.length > count || (filled[0]! >= start && filled.at(-1)! < start + count);
  }

  /** Rows as wide as they please, as Word leaves them. */
  private areRagged(): boolean {
    this.ragged ??= this.grids.some(({ width, layout }) => layout === 'tab' && width !== this.grids[0]!.width);
    return this.ragged;
  }

  /** Of the places where the values of a row could begin, the one that the complete rows of the same grid speak for. */
  choose(row: RawRow, candidates: readonly number[]): number | undefined {
    // A row on another grid than the complete ones may have lost a cell: then even the only place is a guess, unless its
    // first and last values show where it begins and ends.
    const filled = filledIndexes(row.cells);
    const columns = columnsOf(this.definition, row.entry) ?? 0;
    const known =
      this.definition.labelColumns === 1 ||
      this.starts.has(gridOf(row)) ||
      (this.isHeadedWhole && row.width === columns && row.cells.length === columns) ||
      // Without a complete row only the official grid, or cells one a line, show where a row begins.
      (this.starts.size === 0 && (this.gridWidth === row.width || (row.layout === 'lines' && row.cells.length === columns)));
    if (filled.length > 0 && !known && filled.at(-1)! - filled[0]! !== columns - 1) return undefined;
    if (candidates.length <= 1) return candidates[0];
    const column = (candidate: number): number => columnOf(row, candidate);
    if (this.definition.labelColumns === 1 && candidates.includes(0)) return 0;
    if (filled.length > 0 && this.grids.length > 0 && row.layout !== 'html' && row.layout !== 'lines') {
      const { column: begins, packed, spanned } = this.fitOf(row.width);
      const start = begins === undefined ? undefined : this.onColumn(row, begins);
      const saysGrid = start !== undefined && (row.layout === 'gfm' || (this.isHeaded && row.width === this.gridWidth));
      // Whatever all rows agree with is to agree on this one.
      const possible = new Set([...(start === undefined ? [] : [start]), ...(packed && !saysGrid ? this.packedStarts(row) : [])]);
      if (possible.size > 1 || (this.starts.size === 0 && this.areRagged())) return undefined;
      const [only = spanned && begins === undefined && !packed ? this.spannedStart(row) : undefined] = possible;
      // Where a label alone has left its column, its values may have stayed in theirs.
      if (only !== undefined && begins === undefined && this.mayBeginElsewhere(row, only)) return undefined;
      if (only !== undefined && candidates.includes(only)) return only;
    }
    // On a grid all rows of a width begin in one column; else the values must follow every label at the same distance.
    const onGrid = this.starts.get(gridOf(row));
    const ragged = [...this.starts.values()].some((columns) => columns.size > 1);
    if (onGrid && !ragged) return candidates.find((candidate) => onGrid.has(column(candidate)));
    if (this.offsets.size === 1) {
      const start = candidates.find((candidate) => this.offsets.has(candidate));
      // Word pads ragged rows on either side: there only a value at that place tells.
      return row.layout === 'tab' && filled[0] !== start ? undefined : start;
    }
    return onGrid === undefined && this.gridWidth === row.width
      ? candidates.find((candidate) => column(candidate) === this.definition.labelColumns)
      : undefined;
  }
}

/** What all rows of a width agree with. */
interface Fit {
  /** The grid column that their values begin in. */
  readonly column: number | undefined;
  /** Whether they may follow their labels, wherever these stand. */
  readonly packed: boolean;
  /** Whether they may follow the columns that their labels span, wherever these stand. */
  readonly spanned: boolean;
}

/** What rows have in common whose values begin in one column: their width; where each cell has a line, how many labels stand before theirs too. */
const gridOf = (row: RawRow): number => (row.layout === 'lines' ? -(row.width * MAX_DEPTH + depthOf(row)) : row.width);
const MAX_DEPTH = 4;

/** The grid column of a cell; where each cell has a line, its place behind the label. */
const columnOf = ({ layout, cells }: RawRow, index: number): number => (layout === 'lines' ? index : (cells[index]?.column ?? -1));

/** How many labels stand to the left of its own. */
export const depthOf = ({ entry }: RawRow): number => entry.meanings[0]?.row?.path.length ?? 0;

export const columnsOf = (definition: TableDefinition, entry: LabelEntry): number | undefined =>
  definition.blocks.find((block) => block.rows.some((row) => row.id === entry.id))?.columns.length;

function add<K>(map: Map<K, Set<number>>, at: K, value: number): void {
  const set = map.get(at);
  if (set) set.add(value);
  else map.set(at, new Set([value]));
}

export function filledIndexes(cells: readonly RawCell[]): number[] {
  const indexes: number[] = [];
  for (let i = 0; i < cells.length; i++) if (cells[i]!.start < cells[i]!.end) indexes.push(i);
  return indexes;
}

export function firstFilled(cells: readonly RawCell[]): number {
  for (let i = 0; i < cells.length; i++) if (cells[i]!.start < cells[i]!.end) return i;
  return -1;
}

/** Whether the `count` cells from `first` on are filled, and all others are blank. */
export function isFull(cells: readonly RawCell[], first: number, count: number): boolean {
  for (let i = first; i < cells.length; i++) if (cells[i]!.start < cells[i]!.end !== i < first + count) return false;
  return first + count <= cells.length;
}

/** The places where the values could begin so that all that is filled lies within them. */
export function starts(cells: readonly RawCell[], filled: readonly number[], count: number, lastSpan: number): number[] {
  const candidates: number[] = [];
  for (let start = 0; start + count <= cells.length; start++) {
    if (filled.some((i) => i < start || i > start + count - 2 + lastSpan)) continue;
    if (filled.filter((i) => i >= start + count - 1).length > 1) continue;
    candidates.push(start);
  }
  return candidates;
}

/** Where there are just as many values too many as may be numbers of pages, they are. */
export function withoutPageNumbers(cells: readonly RawCell[], count: number): readonly RawCell[] {
  if (cells.length <= count) return cells;
  const values = cells.filter(({ page }) => !page);
  return values.length === count ? values : cells;
}

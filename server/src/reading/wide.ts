import { type Block, type Row, rowsOf, type TableDefinition } from '../editions';
import { filledIndexes, starts, withoutPageNumbers } from './alignment';
import { bindCell, Cells, misaligned } from './cells';
import type { Gathered } from './gather';
import type { HeadReader } from './heads';
import type { RawCell } from './lines';
import type { BoundRow, Range } from './report';
import type { RawTables } from './rows';
import { filledCells, GROUP, type RawValues } from './stream';

/** The rows of a table that has the values of all of them in one line. */
export class WideRows {
  constructor(
    private readonly text: string,
    private readonly raw: RawTables,
    private readonly found: Gathered,
    private readonly definition: TableDefinition,
    private readonly headed: HeadReader,
  ) {}

  /** Those that have no lines of their own: `rows` are the others. */
  of(rows: readonly BoundRow[]): BoundRow[] {
    const { found, definition, raw } = this;
    const bound = new Set(rows.map(({ row }) => row.id));
    const all = raw.disputes.filter((values) => (values.cells[0]?.start ?? 0) < found.until);
    const lines = all.length > 1 ? all.filter((line) => !this.numbersColumns(line)) : all;
    const values = lines.find((line) => filledCells(line.cells) > 0) ?? lines[0];
    const width = definition.blocks[0]!.columns.length;
    // Where the heads of a row are missing and so are its values, the row is missing.
    const rest = rowsOf(definition).filter(({ row }) => !bound.has(row.id));
    const named = rest.filter(({ row }) => this.labelRange(row.id));
    // In a grid the heads above the values of a row may be repeated below them.
    const isText = values?.layout === 'lines' || values?.layout === 'words';
    const complete =
      named.length === 0 ||
      !values ||
      filledCells(values.cells) !== named.length * width ||
      (isText && this.timesHeaded() > named.length + rows.length);
    // Rows in tables of their own, and those that are left in one line.
    if (rows.length > 0 && (complete || !values)) return [];
    const official = complete ? rowsOf(definition) : named;
    const labels = official.map(({ row }) => this.labelRange(row.id));
    if (!values) {
      // Heads without any values: all is blank, if these are the heads of the table and not words in prose.
      const heads = raw.known.filter(({ entries }) => entries.length > 0 && entries.every((entry) => entry.table === found.id));
      if (new Set(heads.map(({ entries }) => entries[0]!.id)).size < 5) return [];
      const end = heads.at(-1)!.range.end;
      return official.map(({ row, block }, i) => this.blankRow(row, block, labels[i] ?? { start: end, end }, end));
    }
    const aligned = this.alignWide(values, official.length * width);
    const from = values.cells[0]!.start;
    const to = values.cells.at(-1)!.end;
    let next = 0;
    return official.map(({ row, block }, i) => {
      const label = labels[i] ?? { start: from, end: from };
      const own = aligned ? block.columns.map((column) => bindCell(this.text, row, column, aligned[next++], to)) : [];
      const range = own.length > 0 ? { start: own[0]!.range.start, end: own.at(-1)!.range.end } : { start: from, end: to };
      const expected = official.length * block.columns.length;
      return {
        row,
        label,
        agreement: 'official' as const,
        range,
        cells: new Cells(own),
        ...(aligned ? {} : { misaligned: misaligned(values.cells, { start: from, end: to }, expected) }),
      };
    });
  }

  /** Whether a line counts the columns, 1 2 3 …, as a head of a spreadsheet may: its values stand in another one. */
  private numbersColumns({ cells }: RawValues): boolean {
    const numbers = filledIndexes(cells).map((i) => this.text.slice(cells[i]!.start, cells[i]!.end));
    const first = numbers[0] === '0' ? 0 : 1;
    return numbers.length > GROUP && numbers.every((number, i) => number === String(first + i));
  }

  /** How often the head of a column stands there: of table disputes once for every row whose label may be broken. */
  private timesHeaded(): number {
    const times = new Map<string, number>();
    for (const { id } of this.headed.columnHeads) times.set(id, (times.get(id) ?? 0) + 1);
    return Math.max(0, ...times.values());
  }

  private blankRow(row: Row, block: Block, label: Range, at: number): BoundRow {
    const cells = new Cells(block.columns.map((column) => bindCell(this.text, row, column, undefined, at)));
    return { row, label, agreement: 'official', range: { start: at, end: at }, cells };
  }

  private labelRange(id: string): Range | undefined {
    return this.raw.known.find(
      ({ entries, range }) =>
        range.start < this.found.until && entries.some((e) => e.table === this.found.id && e.kind === 'row' && e.id === id),
    )?.range;
  }

  private alignWide(values: RawValues, count: number): readonly (RawCell | undefined)[] | undefined {
    const cells = withoutPageNumbers(values.cells, count);
    const filled = filledIndexes(cells);
    if (filled.length === 0) return Array.from({ length: count }, (_, i) => cells[i]);
    if (filled.length === count && filled.at(-1)! - filled[0]! === count - 1) return cells.slice(filled[0]!, filled[0]! + count);
    if (!values.explicit || filled.length > count) return undefined;
    if (cells.length === count) return cells;
    const candidates = starts(cells, filled, count, 1);
    if (candidates.length === 1) return cells.slice(candidates[0]!, candidates[0]! + count);
    // The heads on the same grid begin in its first column.
    const atFirst = this.headed.heads.some((head) => head.cells.some(({ cell, entry }) => cell.column === 0 && entry));
    return atFirst && candidates.includes(0) ? cells.slice(0, count) : undefined;
  }
}

import type { Cell, Report, Table } from '../reading/report';

export interface PlacedCell {
  readonly table: Table;
  readonly cell: Cell;
}

/** The cells of all tables that a test holds for. Most are plain numbers: they are passed over in a plain loop, which costs next to nothing. */
export function cellsWhere(report: Report, test: (cell: Cell) => boolean): PlacedCell[] {
  const found: PlacedCell[] = [];
  for (const table of report.tables.values()) {
    for (const { cells } of table.rows) for (const cell of cells.values()) if (test(cell)) found.push({ table, cell });
  }
  return found;
}

import { type EditionId, type Row, rowsOf } from '../editions';
import { readReport } from '../reading/read';
import type { Cell, Report, Table, Value } from '../reading/report';
import { applyEdits, type Edit } from './edit';

/** The draft as it reads with some edits done, held against the edition that it was held against before unless told otherwise. */
export const reread = (report: Report, edits: readonly Edit[], edition: EditionId | 'auto' = report.expected?.id ?? 'auto'): Report =>
  readReport(applyEdits(report.text, edits), { edition });

/**
 * The rows of a table that do not read as they should once figures are written into some of its cells: these are numbers then, and all others
 * what they were. Of a row that shows fewer or more cells than it has, one figure among blanks may be read in another column.
 */
export function misreadRows(report: Report, table: Table, filled: readonly Cell[], edits: readonly Edit[]): Row[] {
  const { definition, edition } = table;
  const again = reread(report, edits, edition.id).tables.get(definition.id);
  const cellsIn = (of: Table | undefined, row: Row): ReadonlyMap<string, Cell> | undefined =>
    of?.rows.find((bound) => bound.row.id === row.id)?.cells;
  return rowsOf(definition).flatMap(({ row }) => {
    const now = cellsIn(again, row);
    const stays = [...(cellsIn(table, row)?.values() ?? [])].every((cell) => {
      const value = now?.get(cell.column.id)?.value;
      return filled.includes(cell) ? value?.state === 'number' : figure(value) === figure(cell.value);
    });
    return stays ? [] : [row];
  });
}

const figure = (value: Value | undefined): string | undefined => (value?.state === 'number' ? value.normal : value?.state);

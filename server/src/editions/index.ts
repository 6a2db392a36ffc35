import { edition2019 } from './2019';
import { edition2021 } from './2021';
import type { Block, Column, Edition, EditionId, Row, TableDefinition, TableId } from './edition';
import { remembered } from './remembered';

export type * from './edition';
export { remembered } from './remembered';

/** Oldest first. A new official format is one more file and one more entry here. */
export const editions: readonly Edition[] = [edition2019, edition2021];

export function editionById(id: EditionId): Edition {
  const found = editions.find((edition) => edition.id === id);
  if (!found) throw new RangeError(`no edition ${id}`);
  return found;
}

/** The edition that the format asks for in a report on `year`; none before the first. */
export function editionOfYear(year: number): Edition | undefined {
  return editions.find(({ years: [first, last] }) => year >= first && (last === null || year <= last));
}

export function tableOf(edition: Edition, id: TableId): TableDefinition {
  const table = edition.tables.find((definition) => definition.id === id);
  if (!table) throw new RangeError(`edition ${edition.id} has no table ${id}`);
  return table;
}

interface PlacedRow {
  readonly row: Row;
  readonly block: Block;
}

/** Every row of a table with the block that it stands in, in official order. */
export const rowsOf = remembered((table: TableDefinition): readonly PlacedRow[] =>
  table.blocks.flatMap((block) => block.rows.map((row) => ({ row, block }))),
);

/** The row of an id with the block that it stands in. */
export const rowOf = (table: TableDefinition, id: string): PlacedRow | undefined => rowsOf(table).find(({ row }) => row.id === id);

/** Every value cell of a table, row by row. */
export function cellsOf(table: TableDefinition): readonly { row: Row; block: Block; column: Column }[] {
  return rowsOf(table).flatMap(({ row, block }) => block.columns.map((column) => ({ row, block, column })));
}

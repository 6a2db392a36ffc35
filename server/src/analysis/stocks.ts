import type { Stock } from '../editions';
import type { Cell, Report, Table } from '../reading/report';
import { cellsByRow } from './relations';

/** A figure that cannot be negative, and what it comes to. `not-assessable`: a cell of it is blank, unreadable or absent. */
export interface StockState {
  readonly stock: Stock;
  readonly table: Table;
  readonly state: 'holds' | 'violated' | 'not-assessable';
  /** In the order of its terms. */
  readonly cells: readonly (Cell | undefined)[];
  readonly sum?: bigint;
}

/** Every stock of the tables that stand in the report, in the order of the edition. */
export function judgeStocks(report: Report): StockState[] {
  return [...report.tables.values()].flatMap((table) => {
    const own = table.edition.stocks.filter((stock) => stock.table === table.definition.id);
    const rows = own.length > 0 ? cellsByRow(table) : undefined;
    return own.map((stock) => {
      const cells = stock.terms.map(({ column }) => rows?.get(stock.row)?.get(column));
      let sum = 0n;
      for (const [i, cell] of cells.entries()) {
        if (cell?.value.state !== 'number') return { stock, table, state: 'not-assessable', cells };
        sum += cell.value.digits * BigInt(stock.terms[i]!.sign);
      }
      return { stock, table, state: sum < 0n ? 'violated' : 'holds', cells, sum };
    });
  });
}

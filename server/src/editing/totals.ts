import type { RelationState } from '../analysis/relations';
import type { Cell, Report, Table } from '../reading/report';
import { byPlace, type Edit } from './edit';
import { cellEdit, type Figure, numberIn } from './figures';

/** Totals from their parts. */

/** Totals are sums of sums of sums: of applicants, of results, of both. */
const DEPTH = 3;

/**
 * The totals of a table that are blank or wrong, with what they ought to be: the sum of parts that can all be read, once
 * the totals among these are right. A total that two sums define differently is left alone.
 */
export function wrongTotals(relations: readonly RelationState[], table: Table): Figure[] {
  const definitions = relations.filter((state) => state.table === table && state.relation.left.length === 1 && state.operands[0]!.cell);
  const figures = new Map<Cell, bigint>();
  for (const { operands } of definitions)
    for (const { cell } of operands) if (cell?.value.state === 'number') figures.set(cell, cell.value.digits);
  for (let depth = 0; depth < DEPTH; depth++) {
    const sums = new Map<Cell, bigint | undefined>();
    for (const state of definitions) {
      const total = state.operands[0]!.cell!;
      const sum = sumOf(state, figures);
      if (sum !== undefined) sums.set(total, sums.has(total) && sums.get(total) !== sum ? undefined : sum);
    }
    for (const [total, sum] of sums) {
      const value = sum ?? numberIn(total);
      if (value === undefined) figures.delete(total);
      else figures.set(total, value);
    }
  }
  const totals = new Set(definitions.map((state) => state.operands[0]!.cell!));
  const inOrder = [...totals].sort(byPlace);
  return inOrder.flatMap((cell) => {
    const value = figures.get(cell);
    return value === undefined || value === numberIn(cell) ? [] : [{ cell, value }];
  });
}

function sumOf({ operands }: RelationState, figures: ReadonlyMap<Cell, bigint>): bigint | undefined {
  let sum = 0n;
  for (const { side, cell } of operands) {
    if (side === 'left') continue;
    const value = cell && figures.get(cell);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

/** The edits that fill the totals of a table: blank ones that have a place, and wrong ones. */
export const fillTotals = ({ text }: Report, relations: readonly RelationState[], table: Table): Edit[] =>
  wrongTotals(relations, table)
    .flatMap(({ cell, value }) => cellEdit(text, table, cell, String(value)) ?? [])
    .sort(byPlace);

import { type ViolatedRelation, violated } from '../analysis/relations';
import { unitNamed, visible } from '../editing/relabel';
import type { Cell, OddHead, Report, Table } from '../reading/report';
import type { Finding, Judgement } from './rule';

/** What a finding speaks of, for its remedies. */

/** The cell that a finding stands on; of a row that stands twice the one that is meant. */
export function cellOf({ data, range }: Finding, report: Report): { readonly table: Table; readonly cell: Cell } | undefined {
  const table = data.table && report.tables.get(data.table);
  if (!table) return undefined;
  for (const { row, cells } of table.rows) {
    const cell = row.id === data.row ? cells.get(data.column ?? '') : undefined;
    if (cell && cell.range.start === range.start && cell.range.end === range.end) return { table, cell };
  }
  return undefined;
}

/** The head over a cell that names another unit of money than the official one, with that unit. */
export function otherUnitOver(
  report: Report,
  table: Table,
  { column }: Cell,
): { readonly head: OddHead; readonly unit: string } | undefined {
  const head = table.oddHeads.find((odd) => odd.column === column && !odd.moved);
  const unit = head && unitNamed(visible(report.text, head.range));
  return unit && unit !== unitNamed(column.label.text) ? { head, unit } : undefined;
}

/** The relation that a finding of a sum rule reports as violated. */
export function violationOf({ rule, data }: Finding, { relations }: Pick<Judgement, 'relations'>): ViolatedRelation | undefined {
  for (const state of violated(relations)) {
    const { relation } = state;
    const of = data.row === undefined ? undefined : relation.left[0]!.row;
    if (relation.rule === rule && relation.table === data.table && of === data.row && relation.left[0]!.column === data.column)
      return state;
  }
  return undefined;
}

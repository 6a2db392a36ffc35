import type { CellId, Edition, Relation } from '../editions';
import type { Cell, Report, Table } from '../reading/report';

export interface Operand extends CellId {
  readonly side: 'left' | 'right';
  /** Absent where the row is missing or misaligned. */
  readonly cell?: Cell;
}

/**
 * A relation and what the draft's figures say of it. `not-assessable`: an operand is blank, unreadable or absent; then
 * the sums are absent too.
 */
export interface RelationState {
  readonly relation: Relation;
  readonly table: Table;
  readonly state: 'holds' | 'violated' | 'not-assessable';
  readonly operands: readonly Operand[];
  readonly left?: bigint;
  readonly right?: bigint;
}

export interface ViolatedRelation extends RelationState {
  readonly state: 'violated';
  readonly left: bigint;
  readonly right: bigint;
}

/** Every relation of the tables that stand in the report, in the order of the edition. */
export function judgeRelations(report: Report): RelationState[] {
  const states: RelationState[] = [];
  for (const table of report.tables.values()) {
    const cells = cellsByRow(table);
    for (const relation of relationsOf(table.edition, table)) states.push(judge(relation, table, cells));
  }
  return states;
}

export function* violated(relations: readonly RelationState[], rule?: Relation['rule']): Iterable<ViolatedRelation> {
  for (const state of relations)
    if (state.state === 'violated' && (rule === undefined || state.relation.rule === rule)) yield state as ViolatedRelation;
}

const relationsOf = (edition: Edition, table: Table): readonly Relation[] =>
  edition.relations.filter((relation) => relation.table === table.definition.id);

/** The cells by row id; of a row that stands twice the first counts. */
export function cellsByRow(table: Table): ReadonlyMap<string, ReadonlyMap<string, Cell>> {
  const cells = new Map<string, ReadonlyMap<string, Cell>>();
  for (const row of table.rows) if (!cells.has(row.row.id)) cells.set(row.row.id, row.cells);
  return cells;
}

function judge(relation: Relation, table: Table, cells: ReturnType<typeof cellsByRow>): RelationState {
  const operands: Operand[] = [];
  let assessable = true;
  const sum = (side: Operand['side']): bigint => {
    let total = 0n;
    for (const { row, column } of relation[side]) {
      const cell = cells.get(row)?.get(column);
      operands.push({ row, column, side, ...(cell ? { cell } : {}) });
      if (cell?.value.state === 'number') total += cell.value.digits;
      else assessable = false;
    }
    return total;
  };
  const left = sum('left');
  const right = sum('right');
  if (!assessable) return { relation, table, state: 'not-assessable', operands };
  return { relation, table, state: left === right ? 'holds' : 'violated', operands, left, right };
}

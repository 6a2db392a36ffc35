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
  /** Left side first. */
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

export function violated(relations: readonly RelationState[], rule?: Relation['rule']): ViolatedRelation[] {
  const found: ViolatedRelation[] = [];
  for (const state of relations)
    if (state.state === 'violated' && (rule === undefined || state.relation.rule === rule)) found.push(state as ViolatedRelation);
  return found;
}

const relationsOf = (edition: Edition, table: Table): readonly Relation[] =>
  edition.relations.filter((relation) => relation.table === table.definition.id);

/** The cells by row id; of a row that stands twice the first counts. */
export function cellsByRow(table: Table): ReadonlyMap<string, ReadonlyMap<string, Cell>> {
  const cells = new Map<string, ReadonlyMap<string, Cell>>();
  for (const row of table.rows) if (!cells.has(row.row.id)) cells.set(row.row.id, row.cells);
  return cells;
}

type Cells = ReturnType<typeof cellsByRow>;

function judge(relation: Relation, table: Table, cells: Cells): RelationState {
  const left = sum(relation.left, cells);
  const right = left === undefined ? undefined : sum(relation.right, cells);
  return left === undefined || right === undefined
    ? new Judged(relation, table, cells, 'not-assessable')
    : new Judged(relation, table, cells, left === right ? 'holds' : 'violated', left, right);
}

/** The sum of some cells; `undefined` where one of them is blank, unreadable or absent. */
function sum(side: readonly CellId[], cells: Cells): bigint | undefined {
  let total = 0n;
  for (const { row, column } of side) {
    const value = cells.get(row)?.get(column)?.value;
    if (value?.state !== 'number') return undefined;
    if (value.digits !== 0n) total += value.digits;
  }
  return total;
}

/** Most relations hold, and nobody asks for their operands: these are gathered when first asked for. */
class Judged implements RelationState {
  private gathered: readonly Operand[] | undefined;
  declare readonly left?: bigint;
  declare readonly right?: bigint;

  constructor(
    readonly relation: Relation,
    readonly table: Table,
    private readonly cells: Cells,
    readonly state: RelationState['state'],
    left?: bigint,
    right?: bigint,
  ) {
    if (left !== undefined) this.left = left;
    if (right !== undefined) this.right = right;
  }

  get operands(): readonly Operand[] {
    this.gathered ??= (['left', 'right'] as const).flatMap((side) =>
      this.relation[side].map(({ row, column }) => {
        const cell = this.cells.get(row)?.get(column);
        return cell ? { row, column, side, cell } : { row, column, side };
      }),
    );
    return this.gathered;
  }
}

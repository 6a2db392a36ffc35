import type { CellId, Relation } from '../editions';
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

export interface Relations {
  /** All relations of the tables that stand in the report, in the order of the edition. */
  readonly all: readonly RelationState[];
  violated(rule: Relation['rule']): Iterable<RelationState>;
}

export function judgeRelations(report: Report): Relations {
  void report;
  throw new Error('not yet');
}

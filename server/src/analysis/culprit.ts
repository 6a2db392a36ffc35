import type { CellId } from '../editions';
import type { Cell, Table } from '../reading/report';
import { type RelationState, type ViolatedRelation, violated } from './relations';

/** One cell that, set to `expected`, settles every violation that it takes part in, where these overlap. */
export interface Culprit extends CellId {
  readonly table: Table;
  readonly cell: Cell;
  readonly actual: bigint;
  readonly expected: bigint;
  readonly settles: readonly ViolatedRelation[];
}

const nameOf = (table: Table, { row, column }: CellId): string => `${table.definition.id}/${row}/${column}`;

/**
 * The culprits: violations that share cells are taken together, and where exactly one cell would settle all of them
 * without breaking a relation that holds, it is named. Single violations have no culprit: any of their cells would do.
 */
export function findCulprits(relations: readonly RelationState[]): Culprit[] {
  const wrong = violated(relations);
  if (wrong.length < 2) return [];
  const held = new Set<string>();
  for (const state of relations) if (state.state === 'holds') for (const operand of state.operands) held.add(nameOf(state.table, operand));
  return components(wrong).flatMap((component) => {
    if (component.length < 2) return [];
    const suspects = settling(component).filter(({ table, row, column }) => !held.has(nameOf(table, { row, column })));
    return suspects.length === 1 ? suspects : [];
  });
}

/** Violations grouped by shared cells. */
function components(wrong: readonly ViolatedRelation[]): ViolatedRelation[][] {
  const groupOf = new Map<string, ViolatedRelation[]>();
  const groups = new Set<ViolatedRelation[]>();
  for (const state of wrong) {
    let group: ViolatedRelation[] = [state];
    groups.add(group);
    for (const operand of state.operands) {
      const name = nameOf(state.table, operand);
      const other = groupOf.get(name);
      if (other && other !== group) {
        const [small, large] = other.length < group.length ? [other, group] : [group, other];
        large.push(...small);
        groups.delete(small);
        for (const member of small) for (const o of member.operands) groupOf.set(nameOf(member.table, o), large);
        group = large;
      }
      groupOf.set(name, group);
    }
  }
  return [...groups];
}

function settling(component: readonly ViolatedRelation[]): Culprit[] {
  const [first, ...rest] = component;
  return first!.operands.flatMap((operand) => {
    const value = operand.cell?.value;
    if (!operand.cell || value?.state !== 'number') return [];
    const change = needed(first!, operand);
    const all = change !== undefined && rest.every((state) => needed(state, operand) === change);
    const expected = value.digits + (change ?? 0n);
    if (!all || expected < 0n) return [];
    return [
      {
        table: first!.table,
        row: operand.row,
        column: operand.column,
        cell: operand.cell,
        actual: value.digits,
        expected,
        settles: component,
      },
    ];
  });
}

/** By how much the cell would have to change to settle the relation; nothing where it takes no part. */
function needed(state: ViolatedRelation, { row, column }: CellId): bigint | undefined {
  const own = state.operands.find((operand) => operand.row === row && operand.column === column);
  if (!own) return undefined;
  return own.side === 'left' ? state.right - state.left : state.left - state.right;
}

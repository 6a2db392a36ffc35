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

/** How many cells may be wrong at once among violations that share cells; a cell takes part in three relations at most. */
const MAX_CULPRITS = 3;
const MAX_VIOLATIONS = MAX_CULPRITS * 3;

/**
 * The culprits: violations that share cells are taken together, and where exactly one cell would settle all of them
 * without breaking a relation that holds, it is named. Where none would, so are two or three that would, each for itself some
 * of them, if no other so few would. Single violations have no culprit: any of their cells would do.
 */
export function findCulprits(relations: readonly RelationState[]): Culprit[] {
  const wrong = violated(relations);
  if (wrong.length < 2) return [];
  const held = new Set<string>();
  for (const state of relations) if (state.state === 'holds') for (const operand of state.operands) held.add(nameOf(state.table, operand));
  return components(wrong).flatMap((component) => {
    if (component.length < 2 || component.length > MAX_VIOLATIONS) return [];
    const suspects = suspectsIn(component, held);
    for (let count = 1; count <= MAX_CULPRITS; count++) {
      const ways: Culprit[][] = [];
      settle(component, suspects, count, [], ways);
      if (ways.length > 0) return ways.length === 1 && ways[0]!.every(({ settles }) => settles.length > 1) ? ways[0]! : [];
    }
    return [];
  });
}

/** The ways to settle violations by as many cells, each by one of them; no more than two, since two are too many to name any. */
function settle(
  rest: readonly ViolatedRelation[],
  suspects: readonly Culprit[],
  count: number,
  chosen: readonly Culprit[],
  ways: Culprit[][],
): void {
  const [first] = rest;
  if (!first) ways.push([...chosen]);
  if (!first || count === 0) return;
  for (const suspect of suspects) {
    if (ways.length > 1) return;
    if (!suspect.settles.includes(first) || !suspect.settles.every((state) => rest.includes(state))) continue;
    const others = rest.filter((state) => !suspect.settles.includes(state));
    settle(others, suspects, count - 1, [...chosen, suspect], ways);
  }
}

/** Violations grouped by shared cells. */
function components(wrong: readonly ViolatedRelation[]): ViolatedRelation[][] {
  const groupOf = new Map<string, ViolatedRelation[]>();
  for (const state of wrong) {
    const names = state.operands.map((operand) => nameOf(state.table, operand));
    const touched = new Set(names.map((name) => groupOf.get(name)).filter((group) => group !== undefined));
    const whole = [...touched].reduce<ViolatedRelation[]>((largest, group) => (group.length > largest.length ? group : largest), []);
    whole.push(state);
    for (const name of names) groupOf.set(name, whole);
    for (const group of touched) {
      if (group === whole) continue;
      whole.push(...group);
      for (const member of group) for (const operand of member.operands) groupOf.set(nameOf(member.table, operand), whole);
    }
  }
  return [...new Set(groupOf.values())];
}

/** The cells that take part in no relation that holds and would settle all violations that they take part in. */
function suspectsIn(component: readonly ViolatedRelation[], held: ReadonlySet<string>): Culprit[] {
  const seen = new Set<string>();
  return component.flatMap(({ table, operands }) =>
    operands.flatMap((operand) => {
      const { row, column, cell } = operand;
      const name = nameOf(table, operand);
      if (cell?.value.state !== 'number' || held.has(name) || seen.has(name)) return [];
      seen.add(name);
      const settles = component.filter((state) => state.table === table && needed(state, operand) !== undefined);
      const change = needed(settles[0]!, operand)!;
      const actual = cell.value.digits;
      const expected = actual + change;
      if (expected < 0n || settles.some((state) => needed(state, operand) !== change)) return [];
      return [{ table, row, column, cell, actual, expected, settles }];
    }),
  );
}

/** By how much the cell would have to change to settle the relation; nothing where it takes no part. */
function needed(state: ViolatedRelation, { row, column }: CellId): bigint | undefined {
  const own = state.operands.find((operand) => operand.row === row && operand.column === column);
  if (!own) return undefined;
  return own.side === 'left' ? state.right - state.left : state.left - state.right;
}

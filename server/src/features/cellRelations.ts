import type { Analysis } from '../analysis/analyze';
import type { RelationState } from '../analysis/relations';
import { byPlace } from '../editing/edit';
import type { Cell, Range } from '../reading/report';

/** The equations that a cell stands in. A table has some forty: looking through them costs less than an index would. */

/** Whether an equation defines a total: its one cell on the left. */
export const definesTotal = ({ relation }: RelationState): boolean => relation.left.length === 1;

export const totalOf = (state: RelationState): Cell | undefined => state.operands[0]?.cell;

/** The cells of an equation that stand in the draft. */
export const cellsOf = (state: RelationState, side?: 'left' | 'right'): Cell[] =>
  state.operands.flatMap((operand) => (operand.cell && (side === undefined || operand.side === side) ? [operand.cell] : []));

export const relationsOf = ({ relations }: Analysis, cell: Cell): RelationState[] =>
  relations.filter(({ operands }) => operands.some((operand) => operand.cell === cell));

/** The equations of which a cell is the total. */
export const definitionsOf = ({ relations }: Pick<Analysis, 'relations'>, cell: Cell): RelationState[] =>
  relations.filter((state) => definesTotal(state) && totalOf(state) === cell);

/** What the right side adds up to; `undefined` where one of its cells is blank, unreadable or absent. */
export function computed(state: RelationState): bigint | undefined {
  if (state.right !== undefined) return state.right;
  let sum = 0n;
  for (const { side, cell } of state.operands) {
    if (side === 'left') continue;
    if (cell?.value.state !== 'number') return undefined;
    sum += cell.value.digits;
  }
  return sum;
}

/** Cells, or other places, in the order of the text, each once. */
export const inOrder = <Place extends { readonly range: Range }>(places: Iterable<Place>): Place[] => [...new Set(places)].sort(byPlace);

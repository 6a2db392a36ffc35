import type { ViolatedRelation } from '../analysis/relations';
import type { Bilingual } from '../editions';
import type { Cell, Table } from '../reading/report';
import { cellPlace, columnPlace, rowName } from './naming';
import type { Fault, Related } from './rule';

/** What the sum rules share: all read the same state of the relations. */

const operandNote = ({ row, column, value }: Cell): Related['message'] => {
  const text = `${rowName(row)} · ${column.label.text} = ${value.state === 'number' ? value.normal : ''}`;
  return { zh: text, en: text };
};

export const relatedTo = (cells: readonly Cell[]): Related[] => cells.map((cell) => ({ range: cell.range, message: operandNote(cell) }));

/** A total, the one cell on the left, that is not the sum of the cells on the right. */
export function faultOfTotal({ relation, table, operands, left, right }: ViolatedRelation, parts: Bilingual): Fault {
  const total = operands.find((operand) => operand.side === 'left')!.cell!;
  const place = cellPlace(table, total.row, total.column);
  // Zeros add nothing, neither to the sum nor to the reader's understanding.
  const addends = operands.flatMap(({ side, cell }) =>
    side === 'right' && cell?.value.state === 'number' && cell.value.digits !== 0n ? [cell] : [],
  );
  return {
    range: total.range,
    message: {
      zh: `${place.zh}是 ${left}，${parts.zh}是 ${right}，差 ${difference(left, right)}。请核对总计或各项。`,
      en: `${place.en} is ${left}, but ${parts.en} add up to ${right}, a difference of ${difference(left, right)}. Check the total or its parts.`,
    },
    data: { table: relation.table, row: total.row.id, column: total.column.id, actual: String(left), expected: String(right) },
    related: relatedTo(addends),
  };
}

/** Received and carried in on the left, processed and carried out on the right. */
export function balanceFault({ relation, table, operands, left, right }: ViolatedRelation): Fault {
  const cells = operands.map((operand) => operand.cell!);
  const last = cells.at(-1)!;
  const place = columnPlace(table, last.column);
  const [received, carriedIn, processed, carriedOut] = cells.map(({ value }) => (value.state === 'number' ? value.normal : ''));
  return {
    range: last.range,
    message: {
      zh: `${place.zh}：一 + 二 = ${received} + ${carriedIn} = ${left}，（七）+ 四 = ${processed} + ${carriedOut} = ${right}，差 ${difference(left, right)}。请核对这四个数。`,
      en: `${place.en}: 一 + 二 = ${received} + ${carriedIn} = ${left}, （七） + 四 = ${processed} + ${carriedOut} = ${right}, a difference of ${difference(left, right)}. Check these four figures.`,
    },
    data: { table: relation.table, column: last.column.id, actual: String(left), expected: String(right) },
    related: relatedTo(cells.slice(0, -1)),
  };
}

const difference = (a: bigint, b: bigint): string => String(a > b ? a - b : b - a);

/** Why a figure may have come out wrong, where that shows. */
export function reasonOf(table: Table, cell: Cell, actual: bigint, expected: bigint): Bilingual | undefined {
  const [is, should] = [String(actual), String(expected)];
  if (is.length === should.length && is !== should && [...is].sort().join('') === [...should].sort().join(''))
    return { zh: '数字颠倒', en: 'digits transposed' };
  if (is.length === should.length + 1 && doubled(is, should)) return { zh: '多打了一位', en: 'a digit doubled' };
  if (should.length === is.length + 1 && doubled(should, is)) return { zh: '漏了一位', en: 'a digit lost' };
  const row = table.rows.find((bound) => bound.row.id === cell.row.id);
  const cells = row ? [...row.cells.values()] : [];
  const at = cells.indexOf(cell);
  const neighbours = [cells[at - 1], cells[at + 1]];
  if (actual !== 0n && neighbours.some((next) => next?.value.state === 'number' && next.value.digits === actual))
    return { zh: '与邻格相同，可能错列', en: 'same as the neighbouring cell, perhaps a shifted column' };
  return undefined;
}

/** Whether `long` is `short` with one digit twice. */
function doubled(long: string, short: string): boolean {
  for (let i = 1; i < long.length; i++) if (long[i] === long[i - 1] && long.slice(0, i) + long.slice(i + 1) === short) return true;
  return false;
}

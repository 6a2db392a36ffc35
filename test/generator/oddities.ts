import { cellsOf, type TableId } from '../../server/src/editions';
import type { FaultyCell } from './faults';
import { cellKey } from './model';
import type { Random } from './random';
import type { Spec } from './spec';

const fullWidth = (digits: string): string => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const grouped = (digits: string, comma: string): string => digits.replace(/\B(?=(\d{3})+$)/g, comma);

/** Writes a count in a way that can be read but is not the usual one; the number stays. */
export function withOddity(spec: Spec, random: Random): { spec: Spec; cell: FaultyCell } {
  const table = random.pick<TableId>(['requests', 'requests', 'disputes', 'disclosure']);
  const values = spec.values[table];
  const counts = cellsOf(values.definition).filter(({ column }) => column.kind === 'count');
  const large = counts.filter(({ row, column }) => (values.cells.get(cellKey(row.id, column.id))?.normal ?? '').length > 3);
  const separated = large.length > 0 && random.chance(0.4);
  const { row, column } = random.pick(separated ? large : counts);
  const key = cellKey(row.id, column.id);
  const written = values.cells.get(key);
  if (!written?.normal) throw new Error(`${key} holds no number`);
  const { kind, normal } = written;
  const text = separated
    ? grouped(normal, random.pick([',', '，']))
    : random.pick([fullWidth(normal), `${normal}件`, `${normal}（其中修订1件）`, `${normal}(含上年结转)`]);
  const cells = new Map(values.cells).set(key, { kind, normal, text });
  return { spec: { ...spec, values: { ...spec.values, [table]: { ...values, cells } } }, cell: { table, row: row.id, column: column.id } };
}

import type { Column, Row } from '../editions';
import { filledIndexes } from './alignment';
import type { RawCell } from './lines';
import type { BoundRow, Cell, Range } from './report';
import { readValue } from './values';

/** The cells of a row by the id of their column. A row has few: an array is smaller than a map, and as fast. */
export class Cells implements ReadonlyMap<string, Cell> {
  constructor(private readonly list: readonly Cell[]) {}

  get size(): number {
    return this.list.length;
  }

  get(column: string): Cell | undefined {
    const { list } = this;
    for (let i = 0; i < list.length; i++) if (list[i]!.column.id === column) return list[i];
    return undefined;
  }

  has(column: string): boolean {
    return this.get(column) !== undefined;
  }

  values(): MapIterator<Cell> {
    return this.list.values() as MapIterator<Cell>;
  }

  keys(): MapIterator<string> {
    return this.list.map(({ column }) => column.id).values() as MapIterator<string>;
  }

  entries(): MapIterator<[string, Cell]> {
    return this.list.map((cell): [string, Cell] => [cell.column.id, cell]).values() as MapIterator<[string, Cell]>;
  }

  [Symbol.iterator](): MapIterator<[string, Cell]> {
    return this.entries();
  }

  forEach(use: (cell: Cell, column: string, cells: ReadonlyMap<string, Cell>) => void): void {
    for (const cell of this.list) use(cell, cell.column.id, this);
  }
}

/** Of a row whose values cannot be aligned. */
export const NO_CELLS: ReadonlyMap<string, Cell> = new Cells([]);

/** The cell of a column and what stands in it; `otherwise`: where a blank one is shown that has no place. */
export function bindCell(text: string, row: Row, column: Column, raw: RawCell | undefined, otherwise: number): Cell {
  if (!raw) return { row, column, range: { start: otherwise, end: otherwise }, value: { state: 'blank' } };
  const { start, end, roomStart, roomEnd } = raw;
  if (start === end) return { row, column, range: { start: roomStart, end: roomEnd }, value: { state: 'blank' } };
  return { row, column, range: { start, end }, value: readValue(text, start, end, column.kind) };
}

/** What is said of a row whose values fit its columns in no certain way. */
export function misaligned(cells: readonly RawCell[], label: Range, expected: number): NonNullable<BoundRow['misaligned']> {
  const filled = filledIndexes(cells);
  const range = filled.length > 0 ? { start: cells[filled[0]!]!.start, end: cells[filled.at(-1)!]!.end } : label;
  return { range, found: filled.length, expected };
}

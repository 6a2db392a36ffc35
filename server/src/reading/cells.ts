import type { Cell } from './report';

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

import type { Column, Row, TableDefinition } from '../../editions';
import { type GridCell, type GridLine, gridOf } from '../grid';

/** What a value cell holds. */
export type ValueText = (row: Row, column: Column) => string;

/** A cell of the official table with what stands in it. */
export interface WrittenCell extends GridCell {
  readonly text: string;
}

export interface WrittenLine {
  readonly kind: GridLine['kind'];
  readonly cells: readonly WrittenCell[];
}

export interface WrittenTable {
  readonly width: number;
  readonly lines: readonly WrittenLine[];
}

/** Writes a table in one layout: its lines, without line breaks. */
export type TableWriter = (table: WrittenTable) => string[];

export function written(definition: TableDefinition, value: ValueText): WrittenTable {
  const { width, lines } = gridOf(definition);
  return {
    width,
    lines: lines.map(({ kind, cells }) => ({
      kind,
      cells: cells.map((cell) => ({
        ...cell,
        text: cell.kind === 'value' && cell.row && cell.column ? oneLine(value(cell.row, cell.column)) : (cell.label?.text ?? ''),
      })),
    })),
  };
}

/** A cell is one line in every layout; a break inside of it is a blank. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A text for every column of the grid; what a span covers is blank. */
export function matrix({ width, lines }: WrittenTable): string[][] {
  return lines.map(({ cells }) => {
    const texts = new Array<string>(width).fill('');
    for (const { at, text } of cells) texts[at] = text;
    return texts;
  });
}

import type { Draft } from '../document';
import type { Grid, GridRow } from '../grid';
import { type PlainStyle, plainDocument } from './plain';

/** Tables as converters from web pages write them: cells divided by bars, spans padded behind. */
export interface PipeStyle extends PlainStyle {
  readonly cells:
    | /** `a | b | ||`: a row a line, filled up with bars to the width of the table. */ 'padded'
    | /** `a | b` */ 'open'
    | /** `| a | b |` */ 'framed'
    | /** `a|b|` */ 'tight'
    | /** Every cell on a line of its own that ends in ` |`. */ 'line'
    | /** The same, with the bars that fill up a row on a line behind it. */ 'filled'
    | /** The same, with a lone `|` before each row and the bars that fill it up behind its last cell. */ 'opened'
    | /** `| a`, and each further cell on a line of its own, a lone `|` behind all of them, and bars that fill up the row. */ 'headed'
    | /** Cells divided by lines with a lone `|`. */ 'divided';
  /** A blank line between the rows where a cell is a line. */
  readonly spacedRows: boolean;
  /** How much wider than the table its rows are filled up: the page counts columns of its own. */
  readonly beyond: number;
  /** The last row of a table is not filled up. */
  readonly bareLast: boolean;
}

/** Cells of a row as they follow in the source: what a span covers from above is not there. */
const packed = (row: GridRow): string[] => row.cells.map((cell) => cell.text);

function rowLines(grid: Grid, row: GridRow, last: boolean, style: PipeStyle): string[] {
  const cells = packed(row);
  const pads = Math.max(0, grid.width - cells.length) + style.beyond;
  switch (style.cells) {
    case 'padded': {
      const padding = last && style.bareLast ? '' : '|'.repeat(pads);
      return [`${cells.map((cell) => `${cell} | `).join('')}${padding}`.trimEnd()];
    }
    case 'open':
      return [cells.join(' | ')];
    case 'framed':
      return [`| ${cells.join(' | ')} |`];
    case 'tight':
      return [`${cells.join('|')}|`];
    case 'line':
      return [...cells.map((cell) => `${cell} |`), ...(style.spacedRows ? [''] : [])];
    case 'filled':
      return [...cells.map((cell) => `${cell} |`), ...(pads > 0 && !(last && style.bareLast) ? ['|'.repeat(pads)] : [])];
    case 'opened':
      return ['| ', ...cells.map((cell, at) => ` ${cell} | ${at === cells.length - 1 && cell !== '' ? '|'.repeat(pads) : ''}`)];
    case 'headed':
      return [
        ...cells.flatMap((cell, at) => [...(at === 0 ? [`| ${cell}`] : cell === '' ? [] : [cell]), '|']),
        ...(pads > 0 ? ['|'.repeat(pads)] : []),
      ];
    case 'divided':
      return [...cells.flatMap((cell, at) => (at === 0 ? [cell] : ['|', cell])), ...(style.spacedRows ? [''] : ['|'])];
  }
}

export function renderPipe(draft: Draft, style: PipeStyle): string {
  return plainDocument(draft, style, (grid) => {
    const lines = grid.rows.flatMap((row, index) => rowLines(grid, row, index === grid.rows.length - 1, style));
    // A bar divides two cells: there is none behind the last.
    while (lines.at(-1) === '|' || lines.at(-1) === '') lines.pop();
    return lines;
  });
}

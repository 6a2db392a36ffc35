import type { Draft } from '../document';
import { type Grid, type GridRow, matrix } from '../grid';
import { unmarked } from '../marks';
import type { Random } from '../random';
import { cut, type PlainStyle, pageBreak, plainDocument } from './plain';

/** Tables from Word or PDF, cells divided by tabs. */
export interface TabStyle extends PlainStyle {
  /**
   * `grid`: every row is as wide as the table. `packed`: blanks that a label's span leaves stand at the end of the row.
   * `ragged`: rows lose blanks in front and behind as they please.
   */
  readonly rows: 'grid' | 'packed' | 'ragged';
  /** A page ends inside the tables. */
  readonly breaks: boolean;
  /** The heads are repeated on the new page. */
  readonly repeatedHeads: boolean;
  /** The new page has lost a column of labels. */
  readonly shifted: boolean;
  /** The label of a group is cut by the page break. */
  readonly cutGroup: boolean;
  /** `一、` and its label in two cells. */
  readonly splitNumbers: boolean;
  /** A row of blanks in front of the table. */
  readonly blankRow: boolean;
}

interface Line {
  cells: string[];
  row: GridRow;
}

const trimEnd = (cells: string[]): string[] => {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end--;
  return cells.slice(0, end);
};

/** Values keep their place: only blanks of labels in front of them go. */
function lineUp(grid: Grid, cells: string[], row: GridRow, style: TabStyle, random: Random): string[] {
  if (row.kind !== 'data') {
    // Heads lose the column of labels that the rows have lost.
    const blank = cells.indexOf('');
    const packed =
      style.rows === 'packed' && grid.table === 'requests' && blank < grid.labelColumns ? cells.toSpliced(blank, 1).concat('') : cells;
    return style.rows === 'grid' || random.chance(0.6) ? packed : trimEnd(packed);
  }
  if (grid.table === 'disputes')
    return style.rows === 'grid' ? cells : [...cells, ...Array.from({ length: random.pick([0, 0, 1, 3]) }, () => '')];
  const labels = cells.slice(0, grid.labelColumns);
  const valueCells = row.cells.filter((cell) => cell.role === 'value');
  const values = valueCells.map((cell) => cell.text);
  if (style.rows === 'grid') return cells;
  if (grid.table === 'disclosure') {
    const pads = Array.from({ length: Math.max(0, grid.width - labels.length - values.length) }, () => '');
    return [...labels, ...values, ...(style.rows === 'ragged' && random.chance(0.5) ? [] : pads)];
  }
  // The span of the label is one cell, sometimes two; the row is filled up behind.
  const last = labels.findLastIndex((label) => label !== '');
  let front = labels.slice(0, last + 1);
  if (last === 0 && random.chance(0.5)) front.push('');
  if (style.rows === 'ragged') {
    const leading = front.findIndex((label) => label !== '');
    front = front.slice(random.int(0, Math.max(0, leading)));
    if (front.length === 1 && random.chance(0.4)) front.push('');
  }
  const pads = Math.max(0, grid.width - front.length - values.length);
  return [...front, ...values, ...Array.from({ length: style.rows === 'packed' ? pads : random.int(0, pads) }, () => '')];
}

function splitNumber(line: Line, grid: Grid): void {
  if (grid.table !== 'requests' || line.row.kind !== 'data') return;
  const parts = /^([一二四]、)\s*(.+)$/u.exec(line.cells[0] ?? '');
  if (!parts) return;
  const behind = line.cells[1] === '' ? line.cells.slice(2) : line.cells.slice(1);
  line.cells = [parts[1] ?? '', parts[2] ?? '', ...behind];
}

/** Tells in `broken` where pages end: before which rows. */
function breakPages(lines: Line[], grid: Grid, style: TabStyle, random: Random): string[] {
  const text = (line: Line): string => line.cells.join('\t');
  const firstData = lines.findIndex((line) => line.row.kind === 'data');
  if (!style.breaks || lines.length < 5) return lines.map(text);
  const at = random.int(grid.table === 'disclosure' ? 1 : firstData + 1, lines.length - 1);
  const before = lines.slice(0, at);
  const after = lines.slice(at);
  const first = after[0];
  const above = before.at(-1);
  // The label of the group stands on the row above; its second half comes in the group's column of the new page.
  if (style.cutGroup && grid.table === 'requests' && above && first) {
    const column = 1;
    const group = above.cells[column];
    const free =
      first.cells[0] === '' &&
      first.cells[column] === '' &&
      first.row.cells.some((cell) => cell.role === 'label' && cell.text === first.cells[column + 1]);
    const halves = group && free && /^[（(][三四五六]/.test(group) ? cut(group, random) : undefined;
    if (halves && group === above.row.cells.find((cell) => cell.at === column)?.text) {
      above.cells[column] = halves[0];
      first.cells[column] = halves[1];
    }
  }
  if (style.shifted && grid.table === 'requests') {
    for (const line of after) {
      if (line.cells[0] === '') line.cells = line.cells.slice(1);
      else if (line.cells[1] === '' && unmarked(line.cells[2] ?? '') === '') line.cells.splice(1, 1);
    }
  }
  const heads = style.repeatedHeads && grid.table === 'requests' ? lines.filter((line) => line.row.kind === 'head') : [];
  return [...before.map(text), ...pageBreak(random), ...heads.map(text), ...after.map(text)];
}

export function renderTab(draft: Draft, style: TabStyle): string {
  return plainDocument(draft, style, (grid, random) => {
    const lines: Line[] = matrix(grid).map((cells, index) => {
      const row = grid.rows[index];
      if (!row) throw new Error('a row of the grid is absent');
      return { cells: lineUp(grid, cells, row, style, random), row };
    });
    if (style.splitNumbers) for (const line of lines) splitNumber(line, grid);
    const blank = style.blankRow ? ['\t'.repeat(grid.width - 1)] : [];
    return [...blank, ...breakPages(lines, grid, style, random)];
  });
}

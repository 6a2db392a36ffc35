import { type Column, type Label, type Row, remembered, type TableDefinition } from '../editions';

/** The official table as it stands on paper: derived from the edition, whatever layout it is then written in. */

/** A cell of the official table. What its span covers is no cell. */
export interface GridCell {
  readonly kind: 'head' | 'label' | 'value';
  /** Column of the grid that it begins in. */
  readonly at: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Of a head or label: the official one. */
  readonly label?: Label;
  /** Of a value, and of the label of a row. */
  readonly row?: Row;
  /** Of a value, and of the head of a column. */
  readonly column?: Column;
}

export interface GridLine {
  /** `title`: the title of a block. */
  readonly kind: 'title' | 'heads' | 'values';
  readonly cells: readonly GridCell[];
}

export interface Grid {
  readonly definition: TableDefinition;
  /** Grid columns. */
  readonly width: number;
  readonly lines: readonly GridLine[];
}

export const gridOf = remembered(
  (definition: TableDefinition): Grid => (definition.orientation === 'wide' ? wideGrid(definition) : rowsGrid(definition)),
);

const widthOf = (columns: readonly Column[]): number => columns.reduce((sum, { span }) => sum + span, 0);

/** A line for every row, under heads that stand on as many lines as their paths are deep. */
function rowsGrid(definition: TableDefinition): Grid {
  const { labelColumns, blocks } = definition;
  const width = labelColumns + Math.max(...blocks.map(({ columns }) => widthOf(columns)));
  const lines: GridLine[] = [];
  for (const { title, stub, columns, rows } of blocks) {
    if (title) lines.push({ kind: 'title', cells: [{ kind: 'head', at: 0, rowSpan: 1, colSpan: width, label: title }] });
    const heads = headLines(columns, labelColumns);
    heads[0]!.unshift({ kind: 'head', at: 0, rowSpan: heads.length, colSpan: labelColumns, ...(stub ? { label: stub } : {}) });
    for (const cells of heads) lines.push({ kind: 'heads', cells });
    for (const [i, row] of rows.entries()) {
      const cells: GridCell[] = [];
      for (const [level, label] of row.path.entries()) {
        if (sharesPath(rows[i - 1], row, level)) continue;
        let rowSpan = 1;
        while (sharesPath(rows[i + rowSpan], row, level)) rowSpan++;
        cells.push({ kind: 'label', at: level, rowSpan, colSpan: 1, label });
      }
      const level = row.path.length;
      cells.push({ kind: 'label', at: level, rowSpan: 1, colSpan: labelColumns - level, label: row.label, row });
      let at = labelColumns;
      for (const column of columns) {
        cells.push({ kind: 'value', at, rowSpan: 1, colSpan: column.span, row, column });
        at += column.span;
      }
      lines.push({ kind: 'values', cells });
    }
  }
  return { definition, width, lines };
}

type Under = Pick<Row, 'path'>;

/** Whether two rows, or columns, stand beside the same labels down to a level. */
export const sharesPath = (one: Under | undefined, other: Under, level: number): boolean =>
  one !== undefined && other.path.slice(0, level + 1).every((label, i) => one.path[i] === label);

/** Heads under the labels that span them. */
function headLines(columns: readonly Column[], from: number): GridCell[][] {
  const depth = 1 + Math.max(...columns.map(({ path }) => path.length));
  const lines: GridCell[][] = Array.from({ length: depth }, () => []);
  let at = from;
  for (const [i, column] of columns.entries()) {
    const { path, label, span } = column;
    for (const [level, above] of path.entries()) {
      if (sharesPath(columns[i - 1], column, level)) continue;
      let until = i;
      while (sharesPath(columns[until], column, level)) until++;
      lines[level]!.push({ kind: 'head', at, rowSpan: 1, colSpan: widthOf(columns.slice(i, until)), label: above });
    }
    lines[path.length]!.push({ kind: 'head', at, rowSpan: depth - path.length, colSpan: span, label, column });
    at += span;
  }
  return lines;
}

/** The rows side by side: their labels are heads over the columns, which are repeated for each, and all values stand in one line. */
function wideGrid(definition: TableDefinition): Grid {
  const { columns, rows } = definition.blocks[0]!;
  const each = widthOf(columns);
  const depth = 2 + Math.max(...rows.map(({ path }) => path.length));
  const heads: GridCell[][] = Array.from({ length: depth }, () => []);
  const values: GridCell[] = [];
  for (const [i, row] of rows.entries()) {
    const from = i * each;
    for (const [level, label] of row.path.entries()) {
      if (sharesPath(rows[i - 1], row, level)) continue;
      let until = i;
      while (sharesPath(rows[until], row, level)) until++;
      heads[level]!.push({ kind: 'head', at: from, rowSpan: 1, colSpan: (until - i) * each, label });
    }
    const level = row.path.length;
    heads[level]!.push({ kind: 'label', at: from, rowSpan: 1, colSpan: each, label: row.label, row });
    let at = from;
    for (const column of columns) {
      const { label, span } = column;
      heads[level + 1]!.push({ kind: 'head', at, rowSpan: depth - level - 1, colSpan: span, label, row, column });
      values.push({ kind: 'value', at, rowSpan: 1, colSpan: span, row, column });
      at += span;
    }
  }
  return {
    definition,
    width: each * rows.length,
    lines: [...heads.map((cells): GridLine => ({ kind: 'heads', cells })), { kind: 'values', cells: values }],
  };
}

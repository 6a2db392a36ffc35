import type { Label, TableId } from '../../server/src/editions';
import type { LabelWriter } from './labels';
import type { Marker } from './marks';
import { cellKey, type TableValues } from './model';
import type { Spec } from './spec';

export type Role = 'title' | 'stub' | 'head' | 'label' | 'value';

/** A cell of the official table with the grid columns and rows that it covers. */
export interface GridCell {
  /** Column of the grid that it starts in. */
  readonly at: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly role: Role;
  /** With the marks of the generator where it is a value. */
  readonly text: string;
}

export interface GridRow {
  readonly kind: 'title' | 'head' | 'data';
  /** Ids of the rows of the format that stand in it. */
  readonly rows: readonly string[];
  readonly cells: readonly GridCell[];
}

export interface Grid {
  readonly table: TableId;
  readonly width: number;
  /** Grid columns in front of the values. */
  readonly labelColumns: number;
  readonly rows: readonly GridRow[];
}

interface Context {
  readonly values: TableValues;
  readonly spec: Spec;
  readonly labels: LabelWriter;
  readonly marker: Marker;
}

const kept = ({ values, spec }: Context, row: string): boolean =>
  !spec.faults.withoutRows?.some((left) => left.table === values.definition.id && left.row === row);

/** The values of a row from grid column `from` on. */
function valueCells(
  { values, spec, marker }: Context,
  row: string,
  columns: readonly { id: string; span: number }[],
  from: number,
): GridCell[] {
  const table = values.definition.id;
  const { dropped, surplus } = spec.faults;
  const cells: GridCell[] = [];
  let at = from;
  for (const column of columns) {
    if (dropped?.table === table && dropped.row === row && dropped.column === column.id) continue;
    const text = marker.mark({ table, row, column: column.id }, values.cells.get(cellKey(row, column.id))?.text ?? '');
    cells.push({ at, colspan: column.span, rowspan: 1, role: 'value', text });
    at += column.span;
  }
  if (surplus?.table === table && surplus.row === row) {
    for (const text of surplus.values) cells.push({ at: at++, colspan: 1, rowspan: 1, role: 'value', text });
  }
  return cells;
}

function disclosureGrid(context: Context): Grid {
  const { values, labels } = context;
  const rows: GridRow[] = [];
  for (const block of values.definition.blocks) {
    const cell = (at: number, label: Label | undefined, role: Role, colspan: number): GridCell => ({
      at,
      colspan,
      rowspan: 1,
      role,
      text: label ? labels.write(label) : '',
    });
    rows.push({ kind: 'title', rows: [], cells: [cell(0, block.title, 'title', 4)] });
    const heads: GridCell[] = [cell(0, block.stub, 'stub', 1)];
    for (const column of block.columns)
      heads.push(
        cell(
          heads.reduce((sum, head) => sum + head.colspan, 0),
          column.label,
          'head',
          column.span,
        ),
      );
    rows.push({ kind: 'head', rows: [], cells: heads });
    for (const row of block.rows) {
      if (!kept(context, row.id)) continue;
      rows.push({
        kind: 'data',
        rows: [row.id],
        cells: [cell(0, row.label, 'label', 1), ...valueCells(context, row.id, block.columns, 1)],
      });
    }
  }
  return { table: 'disclosure', width: 4, labelColumns: 1, rows };
}

function requestsGrid(context: Context): Grid {
  const { values, labels } = context;
  const block = values.definition.blocks[0];
  if (!block) throw new Error('table requests has one block');
  const rows: GridRow[] = [];
  // Heads: the corner over the labels, then the columns under their paths.
  const levels = 3;
  const heads: GridCell[][] = [[], [], []];
  heads[0]?.push({ at: 0, colspan: 3, rowspan: levels, role: 'stub', text: block.stub ? labels.write(block.stub) : '' });
  block.columns.forEach((column, index) => {
    const before = block.columns[index - 1];
    column.path.forEach((label, level) => {
      if (before?.path[level] === label) return;
      const width = block.columns.filter((other) => other.path[level] === label).length;
      heads[level]?.push({ at: 3 + index, colspan: width, rowspan: 1, role: 'head', text: labels.write(label) });
    });
    const level = column.path.length;
    heads[level]?.push({ at: 3 + index, colspan: 1, rowspan: levels - level, role: 'head', text: labels.write(column.label) });
  });
  for (const cells of heads) rows.push({ kind: 'head', rows: [], cells });
  const data = block.rows.filter((row) => kept(context, row.id));
  data.forEach((row, index) => {
    const cells: GridCell[] = [];
    row.path.forEach((label, level) => {
      if (data[index - 1]?.path[level] === label) return;
      let height = 1;
      while (data[index + height]?.path[level] === label) height++;
      cells.push({ at: level, colspan: 1, rowspan: height, role: 'label', text: labels.write(label) });
    });
    const level = row.path.length;
    cells.push({ at: level, colspan: 3 - level, rowspan: 1, role: 'label', text: labels.write(row.label) });
    cells.push(...valueCells(context, row.id, block.columns, 3));
    rows.push({ kind: 'data', rows: [row.id], cells });
  });
  return { table: 'requests', width: 3 + block.columns.length, labelColumns: 3, rows };
}

function disputesGrid(context: Context): Grid {
  const { values, labels } = context;
  const block = values.definition.blocks[0];
  if (!block) throw new Error('table disputes has one block');
  const groups = block.rows.filter((row) => kept(context, row.id));
  const size = block.columns.length;
  const levels = Math.max(...groups.map((group) => group.path.length)) + 2;
  const heads: GridCell[][] = Array.from({ length: levels }, () => []);
  const cells: GridCell[] = [];
  groups.forEach((group, index) => {
    const at = index * size;
    group.path.forEach((label, level) => {
      if (groups[index - 1]?.path[level] === label) return;
      const width = groups.filter((other) => other.path[level] === label).length * size;
      heads[level]?.push({ at, colspan: width, rowspan: 1, role: 'head', text: labels.write(label) });
    });
    const level = group.path.length;
    heads[level]?.push({ at, colspan: size, rowspan: 1, role: 'head', text: labels.write(group.label) });
    block.columns.forEach((column, offset) => {
      heads[level + 1]?.push({ at: at + offset, colspan: 1, rowspan: levels - level - 1, role: 'head', text: labels.write(column.label) });
    });
    cells.push(...valueCells(context, group.id, block.columns, at));
  });
  const rows: GridRow[] = heads.map((head) => ({ kind: 'head', rows: [], cells: head }));
  // Values behind a dropped or a surplus one move, as they would in a draft.
  const placed = cells.map((cell, at) => ({ ...cell, at }));
  rows.push({ kind: 'data', rows: groups.map((group) => group.id), cells: placed });
  return { table: 'disputes', width: groups.length * size, labelColumns: 0, rows };
}

/** The table as it stands on paper, with the faults that the draft shall have. */
export function gridOf(table: TableId, spec: Spec, labels: LabelWriter, marker: Marker): Grid {
  const context: Context = { values: spec.values[table], spec, labels, marker };
  if (table === 'disclosure') return disclosureGrid(context);
  return table === 'requests' ? requestsGrid(context) : disputesGrid(context);
}

/** One text for every grid column; what a span covers is blank, or the text again for the roles in `repeated`. */
export function matrix(grid: Grid, repeated: readonly Role[] = []): string[][] {
  const lines: string[][] = grid.rows.map(() => []);
  grid.rows.forEach((row, index) => {
    for (const cell of row.cells) {
      for (let down = 0; down < cell.rowspan; down++) {
        for (let right = 0; right < cell.colspan; right++) {
          const line = lines[index + down];
          if (!line) continue;
          const origin = down === 0 && right === 0;
          line[cell.at + right] = origin || repeated.includes(cell.role) ? cell.text : '';
        }
      }
    }
  });
  return lines.map((line) => Array.from(line, (text) => text ?? ''));
}

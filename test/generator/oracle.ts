import { cellsOf, editionOfYear, type TableId } from '../../server/src/editions';
import { cellKey, type Equation, equations, imbalance, type TableValues } from './model';
import type { Spec } from './spec';

/** A finding that the draft must get, and where; all that is not listed must not be found. */
export interface Expected {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly section?: number;
  readonly table?: TableId;
  readonly row?: string;
  readonly column?: string;
  readonly actual?: string;
  readonly expected?: string;
  /** The cell whose text the finding must stand on. */
  readonly at?: { readonly table: TableId; readonly row: string; readonly column: string };
}

export interface OracleOptions {
  /** Blank cells leave no trace: their row has too few values. */
  readonly blanksLost: boolean;
  /** A text in place of a number cannot be told from the row's label: the row has too few values. */
  readonly textLost?: boolean;
  /** The groups of `disputes` stand in tables of their own, not side by side in one line. */
  readonly groupsApart?: boolean;
}

const tables: readonly TableId[] = ['disclosure', 'requests', 'disputes'];

/** The tables that stand in the draft. */
export function standing({ faults, values }: Spec): TableValues[] {
  return tables
    .filter((table) => !faults.withoutTables?.includes(table) && !faults.withoutSections?.includes(values[table].definition.section))
    .map((table) => values[table]);
}

/** Rows whose values cannot be aligned to the columns. */
export function misaligned(spec: Spec, table: TableValues, { blanksLost, textLost, groupsApart }: OracleOptions): Set<string> {
  const id = table.definition.id;
  const { surplus, dropped, withoutRows } = spec.faults;
  const rows = new Set<string>();
  for (const fault of [surplus, dropped]) if (fault?.table === id) rows.add(fault.row);
  if (blanksLost || textLost) {
    for (const { row, column } of cellsOf(table.definition)) {
      const removed = withoutRows?.some((left) => left.table === id && left.row === row.id);
      const cell = table.cells.get(cellKey(row.id, column.id));
      if (!removed && cell?.normal === null && (cell.text === '' ? blanksLost : textLost)) rows.add(row.id);
    }
  }
  // The groups of `disputes` stand in one line: a value too many or too few moves all of them.
  if (id === 'disputes' && rows.size > 0 && !groupsApart) for (const { row } of cellsOf(table.definition)) rows.add(row.id);
  return rows;
}

/** What the draft gives for a cell: its number, or `null`. */
export function valueIn(spec: Spec, table: TableValues, options: OracleOptions): (row: string, column: string) => string | null {
  const lost = misaligned(spec, table, options);
  return (row, column) => {
    const removed = spec.faults.withoutRows?.some((left) => left.table === table.definition.id && left.row === row);
    return removed || lost.has(row) ? null : (table.cells.get(cellKey(row, column))?.normal ?? null);
  };
}

function place(key: string): { row: string; column: string } {
  const slash = key.indexOf('/');
  return { row: key.slice(0, slash), column: key.slice(slash + 1) };
}

function sums(values: TableValues, valueAt: (row: string, column: string) => string | null): Expected[] {
  const table = values.definition.id;
  const numberAt = (key: string): bigint | undefined => {
    const { row, column } = place(key);
    const normal = valueAt(row, column);
    return normal === null ? undefined : BigInt(normal);
  };
  const judged = equations(values.edition)
    .filter((equation) => equation.table === table)
    .map((equation) => ({ equation, off: imbalance(equation, numberAt) }));
  const violated = judged.filter(({ off }) => off !== undefined && off !== 0n) as { equation: Equation; off: bigint }[];
  const found = violated.map(({ equation, off }): Expected => {
    const { rule, row, column, left } = equation;
    const total = left.reduce((sum, key) => sum + (numberAt(key) ?? 0n), 0n);
    const sum = { actual: String(total), expected: String(total - off) };
    if (rule === 'sum-balance') return { rule, severity: 'error', table, ...(column ? { column } : {}), ...sum };
    const at = { table, ...place(left[0] ?? '') };
    return { rule, severity: 'error', table, row: row ?? at.row, column: column ?? at.column, ...sum, at };
  });
  return [...found, ...culprit(values, judged, violated, numberAt)];
}

/** The one cell that alone would settle every violation without a new one. */
function culprit(
  { definition }: TableValues,
  judged: readonly { equation: Equation; off: bigint | undefined }[],
  violated: readonly { equation: Equation; off: bigint }[],
  numberAt: (key: string) => bigint | undefined,
): Expected[] {
  if (violated.length < 2) return [];
  const settling: { key: string; actual: bigint; expected: bigint }[] = [];
  for (const { row, column } of cellsOf(definition)) {
    const key = cellKey(row.id, column.id);
    const [first] = violated;
    const actual = numberAt(key);
    if (actual === undefined || !first || share(first.equation, key) === 0n) continue;
    const step = -first.off * share(first.equation, key);
    const settles = judged.every(({ equation, off }) => off === undefined || off + share(equation, key) * step === 0n);
    if (settles && actual + step >= 0n) settling.push({ key, actual, expected: actual + step });
  }
  const [only, second] = settling;
  if (!only || second) return [];
  const at = { table: definition.id, ...place(only.key) };
  return [{ rule: 'sum-culprit', severity: 'information', ...at, actual: String(only.actual), expected: String(only.expected), at }];
}

/** Whether writing a value into a cell would settle at least two violations and break no equation that holds. */
export function settles(spec: Spec, values: TableValues, key: string, written: bigint, options: OracleOptions): boolean {
  const valueAt = valueIn(spec, values, options);
  const numberAt = (other: string): bigint | undefined => {
    const { row, column } = place(other);
    const normal = valueAt(row, column);
    return normal === null ? undefined : BigInt(normal);
  };
  const touched = equations(values.edition).filter((equation) => equation.table === values.definition.id && share(equation, key) !== 0n);
  const holds = (equation: Equation, of: (other: string) => bigint | undefined): boolean => (imbalance(equation, of) ?? 0n) === 0n;
  const after = (other: string): bigint | undefined => (other === key ? written : numberAt(other));
  const settled = touched.filter((equation) => !holds(equation, numberAt) && holds(equation, after));
  return settled.length >= 2 && touched.every((equation) => !holds(equation, numberAt) || holds(equation, after));
}

const share = (equation: Equation, key: string): bigint => (equation.left.includes(key) ? 1n : equation.right.includes(key) ? -1n : 0n);

function plausible(spec: Spec, values: TableValues, valueAt: (row: string, column: string) => string | null): Expected[] {
  if (values.definition.id !== 'disclosure') return [];
  const found: Expected[] = [];
  const table = 'disclosure';
  const number = (row: string, column: string): bigint | undefined => {
    const normal = values.cells.has(cellKey(row, column)) ? valueAt(row, column) : null;
    return normal === null ? undefined : BigInt(normal);
  };
  if (values.edition === '2021') {
    for (const row of ['rules', 'normative']) {
      const [inForce, issued, repealed] = [number(row, 'inForce'), number(row, 'issued'), number(row, 'repealed')];
      if (inForce === undefined || issued === undefined || repealed === undefined) continue;
      if (inForce - issued + repealed < 0n) found.push({ rule: 'stock-negative', severity: 'warning', table, row });
    }
  } else {
    for (const row of ['licensing', 'services', 'penalty', 'coercion', 'fees']) {
      const [previous, change, decisions] = [number(row, 'previous'), number(row, 'change'), number(row, 'decisions')];
      if (previous === undefined || change === undefined) continue;
      if (previous + change < 0n) found.push({ rule: 'stock-negative', severity: 'warning', table, row });
      if (decisions !== undefined && change !== 0n && decisions === previous + change)
        found.push({ rule: 'decisions-misread', severity: 'warning', table, row });
    }
  }
  if (spec.unit.rules === 'mayNot' && !spec.faults.withoutTitle) {
    const columns = cellsOf(values.definition).filter(({ row }) => row.id === 'rules');
    if (columns.some(({ column }) => (number('rules', column.id) ?? 0n) > 0n))
      found.push({ rule: 'rules-body', severity: 'warning', table, row: 'rules' });
  }
  return found;
}

function cells(spec: Spec, values: TableValues, lost: ReadonlySet<string>): Expected[] {
  const table = values.definition.id;
  const removed = (row: string): boolean => spec.faults.withoutRows?.some((left) => left.table === table && left.row === row) ?? false;
  const found: Expected[] = [];
  const rows = [...new Set(cellsOf(values.definition).map(({ row }) => row.id))];
  for (const row of rows) {
    if (removed(row)) found.push({ rule: 'row-missing', severity: 'error', table, row });
    else if (lost.has(row)) found.push({ rule: 'cell-count', severity: 'error', table, row });
  }
  const asked = cellsOf(values.definition).filter(({ row }) => !removed(row.id) && !lost.has(row.id));
  const written = asked.map(({ row, column }) => ({ row: row.id, column: column.id, cell: values.cells.get(cellKey(row.id, column.id)) }));
  if (written.length > 1 && written.every(({ cell }) => cell?.text === ''))
    return [...found, { rule: 'table-empty', severity: 'error', table }];
  for (const { row, column, cell } of written) {
    if (cell?.normal !== null) continue;
    found.push({ rule: cell.text === '' ? 'cell-empty' : 'cell-value', severity: 'error', table, row, column, at: { table, row, column } });
  }
  return found;
}

/** Everything that the rules of this project say of the draft, derived from what the draft was told to say. */
export function expectedFindings(spec: Spec, options: OracleOptions): Expected[] {
  const { faults, values, year } = spec;
  const found: Expected[] = [];
  if (faults.withoutTitle) found.push({ rule: 'title-missing', severity: 'warning' });
  for (const section of faults.withoutSections ?? []) found.push({ rule: 'section-missing', severity: 'error', section });
  for (const table of faults.withoutTables ?? []) {
    if (!faults.withoutSections?.includes(values[table].definition.section))
      found.push({ rule: 'table-missing', severity: 'error', table });
  }
  const asked = faults.withoutTitle ? undefined : editionOfYear(year)?.id;
  for (const table of standing(spec)) {
    const id = table.definition.id;
    // Table `disputes` is the same in both editions.
    if (asked && id !== 'disputes' && table.edition !== asked) {
      found.push({ rule: 'table-edition', severity: 'error', table: id, actual: table.edition, expected: asked });
    }
    const lost = misaligned(spec, table, options);
    const valueAt = valueIn(spec, table, options);
    found.push(...cells(spec, table, lost), ...plausible(spec, table, valueAt), ...sums(table, valueAt));
  }
  return found;
}

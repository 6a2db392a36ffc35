import { type EditionId, editions, rowsOf, type TableId, tableOf } from '../editions';
import { isVague, type LabelEntry, only } from './labels';
import type { Evidence, Range } from './report';
import type { RawTables } from './rows';
import { filledCells, GROUP, type KnownText, type RawRow, WIDE } from './stream';

/** Which of all the rows that were read are those of one table, and what their labels tell of its edition. */

export interface Gathered {
  readonly id: TableId;
  readonly rows: readonly RawRow[];
  /** Rows with labels that resemble one of the table which is no such row. */
  readonly strange: readonly RawRow[];
  readonly evidence: readonly Evidence[];
  readonly edition: EditionId | undefined;
  /** Where a second table of the kind begins. */
  readonly until: number;
  /** Its rows, and those of any further one. */
  readonly further: readonly RawRow[];
}

/** What was read of one table: its rows in the order of the text, and all that may be part of it. */
export function ofTable(raw: RawTables, id: TableId): RawTables {
  const rows: RawRow[] = [];
  let sorted = true;
  for (const row of raw.rows) {
    if (row.entry.table !== id) continue;
    if (rows.length > 0 && position(rows[rows.length - 1]!) > position(row)) sorted = false;
    rows.push(row);
  }
  if (!sorted) rows.sort((a, b) => position(a) - position(b));
  return { ...raw, rows, disputes: id === 'disputes' ? raw.disputes : [] };
}

/**
 * What belongs to a table: if it stands in its own section, nothing outside of that. A list of fees with a row 总计, or a
 * summary table in 一, is another matter.
 */
export function within(raw: RawTables, own: Range | undefined): RawTables {
  if (!own) return raw;
  const inside = (range: { readonly start: number }): boolean => holds(own, range);
  // Mostly nothing stands elsewhere.
  if (raw.rows.every((row) => inside(row.label)) && raw.disputes.every(({ cells }) => inside(cells[0]!))) return raw;
  const rows = raw.rows.filter((row) => inside(row.label));
  const disputes = raw.disputes.filter(({ cells }) => inside(cells[0]!));
  const names = (of: readonly RawRow[]): number => new Set(of.map((row) => row.entry.id)).size;
  if (disputes.length === 0 && (rows.length === 0 || names(rows) * 2 < names(raw.rows))) return raw;
  return {
    ...raw,
    rows,
    disputes,
    known: raw.known.filter(({ range }) => inside(range)),
    unknown: raw.unknown.filter(({ label }) => inside(label)),
    heads: raw.heads.filter(({ cells }) => inside(cells[0]!.cell)),
    bare: raw.bare.filter(({ range }) => inside(range)),
  };
}

/** Where the heads of a table may stand that is not in its own section: from behind what comes before it there. */
export function elsewhere({ rows }: RawTables, first: Range, bodies: readonly Range[]): Range | undefined {
  const body = bodies.find((one) => holds(one, first));
  if (!body) return undefined;
  let { start } = body;
  for (const { label } of rows) if (label.start < first.start && label.end > start) start = label.end;
  return { start, end: body.end };
}

export const holds = (body: Range, { start }: { readonly start: number }): boolean => start >= body.start && start < body.end;

export const position = (row: RawRow): number => row.label.start;

/** Far more than an official table has; the same rows over and over are no table. */
export const MAX_ROWS = 400;

/** 1.予以公开 23 件 in a list before a table with delimiters is a sentence. */
function withoutSentences(rows: readonly RawRow[]): readonly RawRow[] {
  let explicit = 0;
  for (const row of rows) if (row.explicit) explicit++;
  if (explicit === 0 || explicit === rows.length) return rows;
  const onGrid = new Set(rows.filter((row) => row.explicit).map((row) => row.entry.id));
  return rows.filter((row) => row.explicit || !onGrid.has(row.entry.id));
}

/**
 * The rows without those of small tables that sum up the official one before or behind it: there they would stand twice, and the figure of
 * the wrong one would count. They are other tables if they are set off, as wide as none of its rows, and have no row that it lacks.
 */
function withoutSummaries(id: TableId, rows: readonly RawRow[], { disputes, used }: RawTables): readonly RawRow[] {
  if (id === 'disputes') {
    // Behind the line of all values, blanks behind a label are what it spans.
    if (disputes.some(({ cells }) => filledCells(cells) === WIDE)) return rows.filter(({ cells }) => filledCells(cells) >= GROUP);
    const isLine = disputes.some(({ cells }) => cells.length === WIDE && filledCells(cells) > GROUP);
    return isLine ? rows.filter(({ cells }) => filledCells(cells) > 0) : rows;
  }
  if (rows.length < 2 || new Set(rows.map(({ entry }) => entry.id)).size === rows.length || rows.some(({ explicit }) => !explicit))
    return rows;
  /** The names of the rows of each table; what a page break divides is as wide on both sides. */
  const byWidth = new Map<number, Set<string>>();
  let table: Set<string> | undefined;
  const tables = rows.map((row, i) => {
    if (!table || isSetOff(rows[i - 1]!, row, used)) table = byWidth.get(row.width) ?? new Set();
    byWidth.set(row.width, table);
    return table.add(row.entry.id);
  });
  const main = tables.reduce((most, other) => (other.size > most.size ? other : most));
  return rows.filter((_, i) => tables[i]!.size === main.size || [...tables[i]!].some((name) => !main.has(name)));
}

/** Whether a line that holds nothing of a table stands between two rows. */
function isSetOff(before: RawRow, behind: RawRow, used: ReadonlySet<number>): boolean {
  for (let line = before.line + 1; line < behind.line; line++) if (!used.has(line)) return true;
  return false;
}

/** The rows of the first table of a kind, and what they tell of its edition. */
export function gather(id: TableId, raw: RawTables, expected: EditionId | undefined): Gathered {
  const all = withoutSummaries(id, withoutSentences(raw.rows), raw);
  const rows: RawRow[] = [];
  const seen = new Set<string>();
  let until = Number.POSITIVE_INFINITY;
  let further: readonly RawRow[] = [];
  for (const [i, row] of all.entries()) {
    if (rows.length === MAX_ROWS) {
      until = position(row);
      break;
    }
    if (seen.has(row.entry.id) && seen.size * 2 >= longest(id) && isEarly(id, row.entry.id) && !isEarly(id, rows.at(-1)!.entry.id)) {
      until = headsBefore(raw, row, rows.at(-1)!);
      further = all.slice(i);
      break;
    }
    seen.add(row.entry.id);
    const last = rows.at(-1);
    const merged = last && last.entry.id === row.entry.id ? mergeSplit(last, row) : undefined;
    if (merged) rows[rows.length - 1] = merged;
    else rows.push(row);
  }
  const strange = rows.some(({ entry }) => isVague(entry)) ? outOfPlace(id, rows, raw) : NO_ROWS;
  const certain = strange.size > 0 ? rows.filter((row) => !strange.has(row)) : rows;
  const groups = groupsOver(certain);
  const own = certain.filter((row) => !groups.has(row.entry.key) || filledCells(row.cells) > 0);
  const evidence = ofLabels(own, ({ label }) => label, groups);
  for (const { entries, range } of raw.known) {
    if (range.start >= until) continue;
    const entry = entries.find((e) => e.table === id && (e.kind === 'column' || e.kind === 'block'));
    const edition = entry && only(entry);
    if (edition) evidence.push({ edition, range });
  }
  if (own.length === 0) {
    // A table without any value has its labels alone.
    const labels: { readonly entry: LabelEntry; readonly range: Range }[] = [];
    for (const { entries, range } of raw.known)
      for (const entry of entries) if (entry.table === id && entry.kind === 'row') labels.push({ entry, range });
    evidence.push(...ofLabels(labels, ({ range }) => range, groupsOver(labels)));
  }
  if (own.length > 0 && evidence.length === 0) evidence.push(...ofBlankRow(id, raw.known, until));
  evidence.sort((a, b) => a.range.start - b.range.start);
  return { id, rows: own, strange: [...strange], evidence, edition: majority(evidence, expected) ?? habit(own), until, further };
}

/** Where the table begins whose first row this is: with its heads, which stand between it and the last row before it. */
function headsBefore({ known }: RawTables, row: RawRow, last: RawRow): number {
  const behind = last.cells.at(-1)?.end ?? last.label.end;
  let at = position(row);
  for (const { entries, range } of known.toReversed())
    if (range.start >= behind && range.start < at && entries.some(({ table, kind }) => table === row.entry.table && kind !== 'row'))
      at = range.start;
  return at;
}

const NO_ROWS: ReadonlySet<RawRow> = new Set();

/** Where a row stands in the editions that have it. */
const order = memo(
  (id: TableId) => new Map(editions.map((edition) => [edition.id, new Map(rowsOf(tableOf(edition, id)).map(({ row }, i) => [row.id, i]))])),
);

/** Whether a row comes before another in every edition that has both. */
const precedes = (id: TableId, one: RawRow, other: RawRow): boolean =>
  [...order(id).values()].every((places) => {
    const [a, b] = [places.get(one.entry.id), places.get(other.entry.id)];
    return a === undefined || b === undefined || a < b;
  });

/**
 * Rows that their labels only vaguely name, and that cannot be meant: the row is there under its own name, or stands elsewhere
 * than between these two.
 */
function outOfPlace(id: TableId, rows: readonly RawRow[], { bare }: RawTables): ReadonlySet<RawRow> {
  const out = new Set<RawRow>();
  const plain = new Set(rows.flatMap((row) => (isVague(row.entry) || filledCells(row.cells) === 0 ? [] : [row.entry.id])));
  // Behind the row that has none of its values yet, 合计 sums up another table.
  for (const { entry } of bare) if (entry.table === id && !isVague(entry)) plain.add(entry.id);
  for (const [i, row] of rows.entries()) {
    if (!isVague(row.entry) || filledCells(row.cells) === 0) continue;
    const before = rows.slice(0, i).findLast(({ entry }) => !isVague(entry));
    const behind = rows.slice(i + 1).find(({ entry }) => !isVague(entry));
    const between = !before || !behind || !precedes(id, before, behind) || (precedes(id, before, row) && precedes(id, row, behind));
    if (plain.has(row.entry.id) || !between) out.add(row);
  }
  return out;
}

/** What the labels of rows tell of their edition; a label that stands over rows tells nothing. */
function ofLabels<T extends { readonly entry: LabelEntry }>(
  labels: readonly T[],
  rangeOf: (one: T) => Range,
  groups: ReadonlySet<string>,
): Evidence[] {
  const evidence: Evidence[] = [];
  for (const one of labels) {
    const edition = groups.has(one.entry.key) ? undefined : only(one.entry);
    if (edition) evidence.push({ edition, range: rangeOf(one) });
  }
  return evidence;
}

/** What a row without values tells that only one edition has: it stands over no rows, for what comes next there is the next label. */
function ofBlankRow(id: TableId, known: readonly KnownText[], until: number): Evidence[] {
  const evidence: Evidence[] = [];
  for (const [i, { entries, range }] of known.entries()) {
    const entry = range.start < until && entries.find((e) => e.table === id && e.kind === 'row');
    const edition = entry && only(entry);
    if (!edition) continue;
    const ids = [...order(id).get(edition)!.keys()];
    const next = ids[ids.indexOf(entry.id) + 1];
    if (known[i + 1]?.entries.some((e) => e.table === id && e.kind === 'row' && e.id === next)) evidence.push({ edition, range });
  }
  return evidence;
}

/** What is the same for every draft, by table. */
function memo<T>(make: (id: TableId) => T): (id: TableId) => T {
  const made = new Map<TableId, T>();
  return (id) => {
    let known = made.get(id);
    if (known === undefined) {
      known = make(id);
      made.set(id, known);
    }
    return known;
  };
}

const longest = memo((id: TableId): number => Math.max(...editions.map((edition) => rowsOf(tableOf(edition, id)).length)));

const early = memo(
  (id: TableId) => new Set(editions.flatMap((edition) => rowsOf(tableOf(edition, id)).slice(0, 2)).map(({ row }) => row.id)),
);

const isEarly = (id: TableId, row: string): boolean => early(id).has(row);

/** Labels that stand over rows that are there: （六）其他处理 is a row in one edition and stands over rows in the other. */
export function groupsOver(rows: readonly Pick<RawRow, 'entry'>[]): ReadonlySet<string> {
  const groups = new Set<string>();
  for (const { entry } of rows) for (const { path } of entry.meanings) for (const group of path) groups.add(group);
  return groups;
}

function majority(evidence: readonly Evidence[], expected: EditionId | undefined): EditionId | undefined {
  const count = new Map<EditionId, number>();
  for (const { edition } of evidence) count.set(edition, (count.get(edition) ?? 0) + 1);
  let best: EditionId | undefined;
  for (const [edition, n] of count)
    if (best === undefined || n > count.get(best)! || (n === count.get(best) && edition === expected)) best = edition;
  return best;
}

/** Where no label tells: the edition in whose wording the labels are official, if there is just one. */
function habit(rows: readonly RawRow[]): EditionId | undefined {
  const official = new Set(
    rows.flatMap(({ entry }) =>
      entry.meanings.length > 1 && entry.meanings.some((m) => m.agreement === 'variant')
        ? entry.meanings.filter((m) => m.agreement === 'official').map((m) => m.edition)
        : [],
    ),
  );
  return official.size === 1 ? [...official][0] : undefined;
}

/** A label that a page break cut in two gives two rows: one with the values, one without. */
function mergeSplit(first: RawRow, second: RawRow): RawRow | undefined {
  const filled = (row: RawRow): boolean => row.cells.some((cell) => cell.start < cell.end);
  if (filled(first) && filled(second)) return undefined;
  const whole = first.entry.meanings[0]!.agreement !== 'typo' ? first : second;
  const values = filled(second) ? second : first;
  const split = first.entry.meanings[0]!.agreement !== 'official' && second.entry.meanings[0]!.agreement === 'typo';
  return { ...values, entry: whole.entry, label: whole.label, ...(split ? { piece: true } : {}) };
}

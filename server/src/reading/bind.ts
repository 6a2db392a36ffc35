import {
  type Block,
  type Column,
  type Edition,
  type EditionId,
  editionById,
  editions,
  type Row,
  rowsOf,
  type TableDefinition,
  type TableId,
  tableOf,
} from '../editions';
import { Cells, NO_CELLS } from './cells';
import { isVague, type LabelEntry, type LabelMeaning, labelKey, resembles } from './labels';
import type { RawCell } from './lines';
import type { Agreement, BoundRow, Cell, Evidence, Layout, OddHead, Range, Table, TableLabel, UnknownRow } from './report';
import type { RawTables } from './rows';
import { filledCells, GROUP, type HeadCell, type HeadLine, type RawRow, type RawValues, WIDE } from './stream';
import { readValue } from './values';

/** From labelled runs of values to tables: the edition is decided, the values are aligned to their columns, or said not to be. */

/** The first table of each kind, bound. `own`: the bodies of the sections that the tables belong in; `bodies`: those of all sections. `expected`: what the year asks for; it decides only where the table itself does not tell. */
export function bindTables(
  text: string,
  everything: RawTables,
  own: ReadonlyMap<TableId, Range>,
  bodies: readonly Range[],
  expected: Edition | undefined,
): Map<TableId, Table> {
  const ids: readonly TableId[] = ['disclosure', 'requests', 'disputes'];
  const raws = ids.map((id) => within(ofTable(everything, id), own.get(id)));
  const gathered = ids.map((id, i) => gather(id, raws[i]!, expected?.id));
  const told = new Map<EditionId, number>();
  for (const { edition } of gathered) if (edition) told.set(edition, (told.get(edition) ?? 0) + 1);
  const common = expected ?? [...told].sort((a, b) => b[1] - a[1]).map(([id]) => editionById(id))[0] ?? editions.at(-1)!;
  const tables = new Map<TableId, Table>();
  for (const [i, found] of gathered.entries()) {
    const edition = found.edition ? editionById(found.edition) : common;
    const first = found.rows[0]?.label ?? raws[i]!.disputes[0]?.cells[0];
    const section = own.get(found.id);
    const around = !first || (section && holds(section, first)) ? section : elsewhere(everything, first, bodies);
    const table = new Binder(text, raws[i]!, found, edition, around).bind();
    if (table) tables.set(found.id, table);
  }
  return tables;
}

/** The edition that most tables are written in; where they are equally many, the one that the year asks for. */
export function editionOfTables(tables: ReadonlyMap<TableId, Table>, expected: Edition | undefined): Edition | undefined {
  const count = new Map<Edition, number>();
  for (const { edition, evidence } of tables.values()) if (evidence.length > 0) count.set(edition, (count.get(edition) ?? 0) + 1);
  let best: Edition | undefined;
  for (const [edition, n] of count)
    if (best === undefined || n > count.get(best)! || (n === count.get(best) && edition === expected)) best = edition;
  return best;
}

/** What was read of one table: its rows in the order of the text, and all that may be part of it. */
function ofTable(raw: RawTables, id: TableId): RawTables {
  const rows: RawRow[] = [];
  let sorted = true;
  for (const row of raw.rows) {
    if (row.entry.table !== id) continue;
    if (rows.length > 0 && position(rows[rows.length - 1]!) > position(row)) sorted = false;
    rows.push(row);
  }
  if (!sorted) rows.sort((a, b) => position(a) - position(b));
  return { ...raw, rows };
}

/**
 * What belongs to a table: if it stands in its own section, nothing outside of that. A list of fees with a row 总计, or a
 * summary table in 一, is another matter.
 */
function within(raw: RawTables, own: Range | undefined): RawTables {
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
function elsewhere({ rows }: RawTables, first: Range, bodies: readonly Range[]): Range | undefined {
  const body = bodies.find((one) => holds(one, first));
  if (!body) return undefined;
  let { start } = body;
  for (const { label } of rows) if (label.start < first.start && label.end > start) start = label.end;
  return { start, end: body.end };
}

const holds = (body: Range, { start }: { readonly start: number }): boolean => start >= body.start && start < body.end;

interface Gathered {
  readonly id: TableId;
  readonly rows: readonly RawRow[];
  /** Rows with labels that resemble one of the table which is no such row. */
  readonly strange: readonly RawRow[];
  readonly evidence: readonly Evidence[];
  readonly edition: EditionId | undefined;
  /** Where a second table of the kind begins. */
  readonly until: number;
}

const position = (row: RawRow): number => row.label.start;

/** Far more than an official table has; the same rows over and over are no table. */
const MAX_ROWS = 400;

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
  if (id === 'disputes')
    return disputes.some(({ cells }) => filledCells(cells) === WIDE) ? rows.filter(({ cells }) => filledCells(cells) >= GROUP) : rows;
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
function gather(id: TableId, raw: RawTables, expected: EditionId | undefined): Gathered {
  const all = withoutSummaries(id, withoutSentences(raw.rows), raw);
  const rows: RawRow[] = [];
  const seen = new Set<string>();
  let until = Number.POSITIVE_INFINITY;
  for (const row of all) {
    if (rows.length === MAX_ROWS) {
      until = position(row);
      break;
    }
    if (seen.has(row.entry.id) && seen.size * 2 >= longest(id) && isEarly(id, row.entry.id) && !isEarly(id, rows.at(-1)!.entry.id)) {
      until = headsBefore(raw, row, rows.at(-1)!);
      break;
    }
    seen.add(row.entry.id);
    const last = rows.at(-1);
    const merged = last && last.entry.id === row.entry.id ? mergeSplit(last, row) : undefined;
    if (merged) rows[rows.length - 1] = merged;
    else rows.push(row);
  }
  const strange = rows.some(({ entry }) => isVague(entry)) ? outOfPlace(id, rows) : NO_ROWS;
  const certain = strange.size > 0 ? rows.filter((row) => !strange.has(row)) : rows;
  const groups = groupsOver(certain);
  const own = certain.filter((row) => !groups.has(row.entry.key) || filledCells(row.cells) > 0);
  const evidence = ofLabels(
    own.map(({ entry, label }) => ({ entry, range: label })),
    groups,
  );
  for (const { entries, range } of raw.known) {
    if (range.start >= until) continue;
    const entry = entries.find((e) => e.table === id && (e.kind === 'column' || e.kind === 'block'));
    const edition = entry && only(entry);
    if (edition) evidence.push({ edition, range });
  }
  if (own.length === 0) {
    // A table without any value has its labels alone.
    const labels = raw.known.flatMap(({ entries, range }) =>
      entries.flatMap((entry) => (entry.table === id && entry.kind === 'row' ? [{ entry, range }] : [])),
    );
    evidence.push(...ofLabels(labels, groupsOver(labels)));
  }
  evidence.sort((a, b) => a.range.start - b.range.start);
  return { id, rows: own, strange: [...strange], evidence, edition: majority(evidence, expected) ?? habit(own), until };
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
function outOfPlace(id: TableId, rows: readonly RawRow[]): ReadonlySet<RawRow> {
  const out = new Set<RawRow>();
  const plain = new Set(rows.flatMap((row) => (isVague(row.entry) || filledCells(row.cells) === 0 ? [] : [row.entry.id])));
  for (const [i, row] of rows.entries()) {
    if (!isVague(row.entry) || filledCells(row.cells) === 0) continue;
    const before = rows.slice(0, i).findLast(({ entry }) => !isVague(entry));
    const behind = rows.slice(i + 1).find(({ entry }) => !isVague(entry));
    const between = !before || !behind || !precedes(id, before, behind) || (precedes(id, before, row) && precedes(id, row, behind));
    if (plain.has(row.entry.id) || !between) out.add(row);
  }
  return out;
}

/** The edition that a label stands in alone. */
function only({ meanings }: LabelEntry): EditionId | undefined {
  const first = meanings[0]!;
  return meanings.every((m) => m.edition === first.edition) ? first.edition : undefined;
}

/** What the labels of rows tell of their edition; a label that stands over rows tells nothing. */
const ofLabels = (labels: readonly { readonly entry: LabelEntry; readonly range: Range }[], groups: ReadonlySet<string>): Evidence[] =>
  labels.flatMap(({ entry, range }) => {
    const edition = groups.has(entry.key) ? undefined : only(entry);
    return edition ? [{ edition, range }] : [];
  });

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
function groupsOver(rows: readonly Pick<RawRow, 'entry'>[]): ReadonlySet<string> {
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

/** How the values of a row sit in its line: known from rows that are complete. */
class Alignment {
  /** How far behind the label the values begin. */
  private readonly offsets = new Set<number>();
  /** By the width of the line: the columns that the values begin in. */
  private readonly starts = new Map<number, Set<number>>();
  private gridWidth: number | undefined;
  /** The heads stand in the columns of the official grid: where rows are packed, so are they. */
  private isHeaded = false;
  /** The rows of a table whose labels take several columns. */
  private grids: readonly RawRow[] = [];
  private readonly fits = new Map<number, Fit>();
  private ragged: boolean | undefined;

  constructor(
    rows: readonly RawRow[],
    private readonly definition: TableDefinition,
    heads: readonly HeadLine[],
  ) {
    const widest = Math.max(...definition.blocks.map((block) => block.columns.reduce((sum, column) => sum + column.span, 0)));
    const official = definition.labelColumns + widest;
    const grids = rows.filter((row) => row.width > 0);
    if (grids.length > 0 && grids.every((row) => row.width === official)) this.gridWidth = official;
    for (const { cells, width } of heads) {
      const at = (id: string): number | undefined => cells.find(({ entry }) => entry?.kind === 'column' && entry.id === id)?.cell.column;
      const first = definition.id === 'requests' ? at('natural') : undefined;
      if (first === definition.labelColumns && grids.some((row) => row.width === width) && width === official) {
        this.gridWidth = width;
        this.isHeaded = true;
      }
    }
    for (const row of grids) {
      const columns = columnsOf(definition, row.entry);
      if (!columns) continue;
      const filled = filledIndexes(row.cells);
      if (filled.length !== columns || filled.at(-1)! - filled[0]! !== columns - 1) continue;
      this.offsets.add(filled[0]!);
      add(this.starts, row.width, row.cells[filled[0]!]!.column);
    }
    if (definition.labelColumns > 1) this.grids = grids;
  }

  /** How the rows of a width may be laid out, all of them taken together. */
  private fitOf(width: number): Fit {
    let fit = this.fits.get(width);
    if (!fit) {
      const rows = this.grids.filter((row) => row.width === width);
      const { labelColumns } = this.definition;
      const columns = [...(this.starts.get(width) ?? []), labelColumns, labelColumns - 1];
      fit = {
        column: columns.find((column) => rows.every((row) => this.onColumn(row, column) !== undefined)),
        packed: rows.every((row) => this.packedStarts(row).length > 0),
        spanned: rows.every((row) => this.holds(row, this.spannedStart(row))),
      };
      this.fits.set(width, fit);
    }
    return fit;
  }

  /** Where the values begin if those of all rows begin in one column: its index, or nothing where this row speaks against it. */
  private onColumn(row: RawRow, column: number): number | undefined {
    const first = row.cells[0];
    // On a grid a label stands in its own column, unless a column of labels is lost.
    if (!first || first.column - 1 < depthOf(row) - this.definition.labelColumns + column) return undefined;
    const start = column - first.column;
    return start >= 0 && this.holds(row, start) ? start : undefined;
  }

  /** Where the values may begin if they follow their label, and blanks that its span leaves stand behind them; Word may leave one before them. */
  private packedStarts(row: RawRow): number[] {
    return (this.areRagged() ? [0, 1, 2] : row.layout === 'tab' && depthOf(row) === 0 ? [0, 1] : [0]).filter((start) =>
      this.holds(row, start),
    );
  }

  /** Where the values begin if a label that spans columns keeps its blanks, and one that spans rows is left out of all but the first. */
  private spannedStart(row: RawRow): number {
    return this.definition.labelColumns - 1 - depthOf(row);
  }

  /** Whether all that is filled lies among the values that begin there. A row with too many values speaks for nothing. */
  private holds({ cells, entry }: RawRow, start: number): boolean {
    const count = columnsOf(this.definition, entry) ?? 0;
    const filled = filledIndexes(cells);
    return filled.length === 0 || filled.length > count || (filled[0]! >= start && filled.at(-1)! < start + count);
  }

  /** Rows as wide as they please, as Word leaves them. */
  private areRagged(): boolean {
    this.ragged ??= this.grids.some(({ width, layout }) => layout === 'tab' && width !== this.grids[0]!.width);
    return this.ragged;
  }

  /** Of the places where the values of a row could begin, the one that the complete rows of the same grid speak for. */
  choose(row: RawRow, candidates: readonly number[]): number | undefined {
    // A row on another grid than the complete ones may have lost a cell: then even the only place is a guess, unless its
    // first and last values show where it begins and ends.
    const filled = filledIndexes(row.cells);
    const columns = columnsOf(this.definition, row.entry) ?? 0;
    const known =
      this.definition.labelColumns === 1 ||
      this.starts.has(row.width) ||
      // Without a complete row only the official grid, or cells one a line, show where a row begins.
      (this.starts.size === 0 && (this.gridWidth === row.width || (row.layout === 'lines' && row.cells.length === columns)));
    if (filled.length > 0 && !known && filled.at(-1)! - filled[0]! !== columns - 1) return undefined;
    if (candidates.length <= 1) return candidates[0];
    const column = (candidate: number): number => row.cells[candidate]?.column ?? -1;
    if (this.definition.labelColumns === 1 && candidates.includes(0)) return 0;
    if (filled.length > 0 && this.grids.length > 0 && row.layout !== 'html' && row.layout !== 'lines') {
      const { column: begins, packed, spanned } = this.fitOf(row.width);
      const start = begins === undefined ? undefined : this.onColumn(row, begins);
      const saysGrid = start !== undefined && (row.layout === 'gfm' || (this.isHeaded && row.width === this.gridWidth));
      // Whatever all rows agree with is to agree on this one.
      const possible = new Set([...(start === undefined ? [] : [start]), ...(packed && !saysGrid ? this.packedStarts(row) : [])]);
      if (possible.size > 1 || (this.starts.size === 0 && this.areRagged())) return undefined;
      const [only = spanned && begins === undefined && !packed ? this.spannedStart(row) : undefined] = possible;
      if (only !== undefined && candidates.includes(only)) return only;
    }
    // On a grid all rows of a width begin in one column; else the values must follow every label at the same distance.
    const onGrid = this.starts.get(row.width);
    const ragged = [...this.starts.values()].some((columns) => columns.size > 1);
    if (onGrid && !ragged) return candidates.find((candidate) => onGrid.has(column(candidate)));
    if (this.offsets.size === 1) {
      const start = candidates.find((candidate) => this.offsets.has(candidate));
      // Word pads ragged rows on either side: there only a value at that place tells.
      return row.layout === 'tab' && filled[0] !== start ? undefined : start;
    }
    return onGrid === undefined && this.gridWidth === row.width
      ? candidates.find((candidate) => column(candidate) === this.definition.labelColumns)
      : undefined;
  }
}

/** What all rows of a width agree with. */
interface Fit {
  /** The grid column that their values begin in. */
  readonly column: number | undefined;
  /** Whether they may follow their labels, wherever these stand. */
  readonly packed: boolean;
  /** Whether they may follow the columns that their labels span, wherever these stand. */
  readonly spanned: boolean;
}

/** How many labels stand to the left of its own. */
const depthOf = ({ entry }: RawRow): number => entry.meanings[0]?.row?.path.length ?? 0;

const columnsOf = (definition: TableDefinition, entry: LabelEntry): number | undefined =>
  definition.blocks.find((block) => block.rows.some((row) => row.id === entry.id))?.columns.length;

function add<K>(map: Map<K, Set<number>>, at: K, value: number): void {
  const set = map.get(at);
  if (set) set.add(value);
  else map.set(at, new Set([value]));
}

function filledIndexes(cells: readonly RawCell[]): number[] {
  const indexes: number[] = [];
  for (let i = 0; i < cells.length; i++) if (cells[i]!.start < cells[i]!.end) indexes.push(i);
  return indexes;
}

function firstFilled(cells: readonly RawCell[]): number {
  for (let i = 0; i < cells.length; i++) if (cells[i]!.start < cells[i]!.end) return i;
  return -1;
}

/** Whether the `count` cells from `first` on are filled, and all others are blank. */
function isFull(cells: readonly RawCell[], first: number, count: number): boolean {
  for (let i = first; i < cells.length; i++) if (cells[i]!.start < cells[i]!.end !== i < first + count) return false;
  return first + count <= cells.length;
}

/** A class, since an object with a getter of its own has a hidden class of its own: slow to read, and slow to collect. */
class BoundTable implements Table {
  #labels: readonly TableLabel[] | undefined;
  readonly #gather: () => readonly TableLabel[];

  constructor(
    readonly definition: TableDefinition,
    readonly edition: Edition,
    readonly evidence: readonly Evidence[],
    readonly layout: Layout,
    readonly range: Range,
    readonly rows: readonly BoundRow[],
    readonly unknownRows: readonly UnknownRow[],
    readonly oddHeads: readonly OddHead[],
    readonly scrambled: boolean,
    gather: () => readonly TableLabel[],
  ) {
    this.#gather = gather;
  }

  get labels(): readonly TableLabel[] {
    this.#labels ??= this.#gather();
    return this.#labels;
  }
}

class Binder {
  private readonly definition: TableDefinition;
  private readonly heads: readonly HeadLine[];
  private readonly alignment: Alignment;
  /** The columns of table `requests` in the order that its heads say, where that is not the official one. */
  private readonly reordered: readonly Column[] | undefined;
  private readonly repeatsSpans: boolean;

  constructor(
    private readonly text: string,
    private readonly raw: RawTables,
    private readonly found: Gathered,
    private readonly edition: Edition,
    /** The body of the section that the table stands in. */
    private readonly own: Range | undefined,
  ) {
    this.definition = tableOf(edition, found.id);
    this.heads = raw.heads.filter((head) => head.table === found.id && head.cells[0]!.cell.start < found.until);
    this.alignment = new Alignment(found.rows, this.definition, this.heads);
    this.repeatsSpans = this.spansRepeated();
    this.reordered =
      found.id === 'requests'
        ? orderOf(
            this.definition.blocks[0]!.columns,
            this.columnHeads().map(({ id }) => id),
          )
        : undefined;
  }

  bind(): Table | undefined {
    const { found, edition, definition } = this;
    const rows: BoundRow[] = [];
    const unknownRows: UnknownRow[] = [];
    const headed = this.headedOtherwise();
    for (const row of found.rows) {
      const meaning = row.entry.meanings.find((m) => m.edition === edition.id);
      const other = headed.get(row);
      if (!meaning?.row) unknownRows.push({ label: row.label });
      else if (other) rows.push(this.foreignRow(row, meaning, other));
      else rows.push(this.row(row, meaning, meaning.row));
    }
    const [first, last] = [found.rows[0], found.rows.at(-1)];
    const isAmong = ({ start }: Range): boolean => first !== undefined && start > first.label.start && start < last!.label.start;
    // Before and behind the table a row 总计 may be that of another one, unless it is as wide.
    for (const { label, cells, entry } of found.strange)
      if (isAmong(label) || filledCells(cells) === columnsOf(definition, entry)) unknownRows.push({ label });
    for (const { table, label } of this.raw.unknown)
      if (unknownRows.length < MAX_ROWS && table === found.id && isAmong(label)) unknownRows.push({ label });
    if (definition.orientation === 'wide') rows.push(...this.wideRows(rows));
    else rows.push(...this.bareRows(rows));
    if (rows.length === 0) return undefined;
    rows.sort((a, b) => a.range.start - b.range.start);
    const heads = this.heads.flatMap((head) => head.cells);
    const start = Math.min(
      rows[0]!.range.start,
      ...heads.slice(0, 64).map(({ cell }) => cell.start),
      ...found.evidence.slice(0, 64).map((e) => e.range.start),
    );
    const range = { start, end: Math.max(...rows.map((row) => row.range.end)) };
    const layout = mostFrequent(found.rows, this.raw.disputes, found.id);
    const odd = this.oddHeads(rows);
    const scrambled = this.raw.scrambled.has(found.id) || this.isTransposed();
    return new BoundTable(
      definition,
      edition,
      found.evidence,
      layout,
      range,
      scrambled ? rows.map(unbound) : rows,
      unknownRows,
      odd,
      scrambled,
      () => this.labels(range),
    );
  }

  /** Whether most labels of rows stand beside each other, as heads over values: those of a table that lies on its side. */
  private isTransposed(): boolean {
    const { found, definition, raw } = this;
    const enough = rowsOf(definition).length / 2;
    // Mostly no label stands without values.
    if (definition.orientation !== 'rows' || raw.bare.length <= enough) return false;
    const isBeside = (i: number, line: number): boolean => line === raw.bare[i - 1]?.line || line === raw.bare[i + 1]?.line;
    return raw.bare.filter(({ entry, line }, i) => entry.table === found.id && isBeside(i, line)).length > enough;
  }

  /** Heads, labels over or beside rows, and titles of blocks, those before the table's first head included. */
  private labels(table: Range): TableLabel[] {
    const { definition, raw } = this;
    const labels: TableLabel[] = [];
    const from = this.own ? this.own.start : table.start;
    for (const { entries, range } of raw.known) {
      if (range.start < from || range.start >= table.end) continue;
      for (const entry of entries) {
        if (entry.table !== definition.id || entry.kind === 'row') continue;
        const meanings = entry.meanings.filter((m) => m.edition === this.edition.id);
        // A head that several blocks have belongs to the block of the next row.
        const meaning =
          meanings.length > 1 ? (meanings.find(({ block }) => block === this.blockBehind(range.end)) ?? meanings[0]) : meanings[0];
        if (!meaning) continue;
        const { block, column, label, over } = meaning;
        labels.push({ kind: entry.kind, range, label, path: over, block, ...(column ? { column } : {}) });
        break;
      }
    }
    return labels.sort((a, b) => a.range.start - b.range.start);
  }

  /** The heads of columns that are known, in the order of the text. */
  private columnHeads(): { readonly id: string; readonly range: Range }[] {
    const { found, own, raw } = this;
    const from = own?.start ?? 0;
    return raw.known.flatMap(({ entries, range }) => {
      const head = range.start >= from && range.start < found.until && entries.find((e) => e.table === found.id && e.kind === 'column');
      return head ? [{ id: head.id, range }] : [];
    });
  }

  private blockBehind(offset: number): Block | undefined {
    const next = this.found.rows.find((row) => row.label.start >= offset);
    return next?.entry.meanings.find((m) => m.edition === this.edition.id)?.block;
  }

  private row(raw: RawRow, meaning: LabelMeaning, row: Row): BoundRow {
    const columns = this.reordered ?? meaning.block.columns;
    const agreement: Agreement = raw.piece ? 'official' : meaning.agreement;
    const aligned = this.align(raw, columns);
    const last = raw.cells.findLast((cell) => cell.start < cell.end) ?? raw.cells.at(-1);
    const range = {
      start: Math.min(raw.label.start, raw.cells[0]?.start ?? raw.label.start),
      end: Math.max(raw.label.end, last?.end ?? 0),
    };
    const cells = aligned ? new Cells(columns.map((column, i) => this.cell(row, column, aligned[i], raw.label.end))) : NO_CELLS;
    const bound: Mutable<BoundRow> = { row, label: raw.label, agreement, range, cells };
    if (raw.pieces) bound.pieces = raw.pieces;
    if (!aligned) bound.misaligned = misaligned(raw.cells, raw.label, columns.length);
    return bound;
  }

  /** A row under heads of another edition: bound as they say, and to no column of its table. */
  private foreignRow(raw: RawRow, meaning: LabelMeaning, asHeaded: LabelMeaning): BoundRow {
    const { columns } = meaning.block;
    const { cells } = this.row(raw, asHeaded, asHeaded.row!);
    const foreign = { edition: editionById(asHeaded.edition), cells };
    const own = this.row(raw, meaning, meaning.row!);
    return { ...own, cells: NO_CELLS, misaligned: misaligned(raw.cells, raw.label, columns.length), foreign };
  }

  /**
   * What the rows mean in another edition, where all its heads, and no others, stand over their block. One block of a file from last year is
   * easily left in a table: by the edition of the others its figures would come into wrong columns.
   */
  private headedOtherwise(): ReadonlyMap<RawRow, LabelMeaning> {
    const { found, edition, definition, own, raw } = this;
    const otherwise = new Map<RawRow, LabelMeaning>();
    if (definition.blocks.length < 2 || found.evidence.every((mark) => mark.edition === edition.id)) return otherwise;
    let heads: LabelEntry[] = [];
    let block: string | undefined;
    let next = raw.known.findIndex(({ range }) => range.start >= (own?.start ?? 0));
    for (const row of found.rows) {
      const title = row.entry.meanings[0]!.block.title?.text;
      if (title !== block) heads = [];
      const isFirst = title !== block;
      block = title;
      for (; next >= 0 && next < raw.known.length && raw.known[next]!.range.start < position(row); next++) {
        const head = raw.known[next]!.entries.find((entry) => entry.table === found.id && entry.kind === 'column');
        if (isFirst && head && head !== heads.at(-1)) heads.push(head);
      }
      const meaning = row.entry.meanings.find((m) => m.edition !== edition.id && isHeadedBy(m.block, m.edition, heads));
      const filled = filledCells(row.cells);
      // More values than heads: some of these are not known.
      if (meaning && filled > 0 && (filled <= heads.length || this.isRepeated(row, meaning))) otherwise.set(row, meaning);
    }
    return otherwise;
  }

  /** The cell of every column, `undefined` for one that is blank and has no place; nothing where only a guess would do. */
  private align(raw: RawRow, columns: readonly Column[]): (RawCell | undefined)[] | undefined {
    const count = columns.length;
    const cells = withoutPageNumbers(raw.cells, count);
    // Most rows have just their values, side by side.
    const first = firstFilled(cells);
    if (first >= 0 && isFull(cells, first, count)) return cells.slice(first, first + count);
    const filled = filledIndexes(cells);
    const lastSpan = columns.at(-1)!.span;
    const from = (start: number): (RawCell | undefined)[] =>
      columns.map((_, i) =>
        i < count - 1 || lastSpan === 1
          ? cells[start + i]
          : (cells.slice(start + i, start + i + lastSpan).find((c) => c.start < c.end) ?? cells[start + i]),
      );
    if (filled.length === 0) return from(raw.explicit ? (this.alignment.choose(raw, starts(cells, [], count, lastSpan)) ?? 0) : 0);
    if (!raw.explicit) return undefined;
    if (lastSpan > 1 && filled.length === count - 1 + lastSpan && this.repeatsSpans) return columns.map((_, i) => cells[filled[i]!]);
    if (filled.length > count) return undefined;
    const start = this.alignment.choose(raw, starts(cells, filled, count, lastSpan));
    return start === undefined ? undefined : from(start);
  }

  /** Whether a converter has repeated every spanned cell: then all rows under one that spans have as many equal values there. */
  private spansRepeated(): boolean {
    const spanned = this.found.rows.filter(({ entry }) => {
      const block = entry.meanings.find((m) => m.edition === this.edition.id)?.block;
      return block !== undefined && block.columns.at(-1)!.span > 1;
    });
    return (
      spanned.length > 1 && spanned.every((row) => this.isRepeated(row, row.entry.meanings.find((m) => m.edition === this.edition.id)!))
    );
  }

  private isRepeated({ cells }: RawRow, { block: { columns } }: LabelMeaning): boolean {
    const all = filledIndexes(cells).map((i) => this.text.slice(cells[i]!.start, cells[i]!.end));
    const texts = all.slice(columns.length - 1);
    return texts.length === columns.at(-1)!.span && texts.every((t) => t === texts[0]);
  }

  private cell(row: Row, column: Column, raw: RawCell | undefined, otherwise: number): Cell {
    if (!raw) return { row, column, range: { start: otherwise, end: otherwise }, value: { state: 'blank' } };
    const { start, end, roomStart, roomEnd } = raw;
    if (start === end) return { row, column, range: { start: roomStart, end: roomEnd }, value: { state: 'blank' } };
    return { row, column, range: { start, end }, value: readValue(this.text, start, end, column.kind) };
  }

  /** Rows whose label stands without any value, among the others: all their cells are blank. */
  private bareRows(rows: readonly BoundRow[]): BoundRow[] {
    const { found, definition } = this;
    const bound = new Set(rows.map((row) => row.row.id));
    const bare = this.raw.bare.filter(({ entry, range }) => entry.table === found.id && !bound.has(entry.id) && range.start < found.until);
    const official = rowsOf(definition).length;
    const first = rows.length > 0 ? Math.min(...rows.map((row) => row.range.start)) : Number.POSITIVE_INFINITY;
    const last = rows.length > 0 ? Math.max(...rows.map((row) => row.range.end)) : Number.NEGATIVE_INFINITY;
    // Alone they make a table only if nearly all of them are there: a label may be the heading of a paragraph.
    const wholeTable = new Set([...bound, ...bare.map(({ entry }) => entry.id)]).size * 3 >= official * 2;
    const groups = groupsOver(found.rows);
    const added: BoundRow[] = [];
    for (const { entry, range } of bare) {
      const meaning = entry.meanings.find((m) => m.edition === this.edition.id);
      if (!meaning?.row || bound.has(entry.id) || !(wholeTable || (range.start > first && range.start < last))) continue;
      if (groups.has(entry.key)) continue;
      bound.add(entry.id);
      added.push(this.row({ entry, label: range, cells: [], explicit: false, width: -1, layout: 'lines', line: -1 }, meaning, meaning.row));
    }
    return added;
  }

  /** The one line of values of a wide table, when its rows have no lines of their own. */
  private wideRows(rows: readonly BoundRow[]): BoundRow[] {
    const { found, definition, raw } = this;
    const bound = new Set(rows.map(({ row }) => row.id));
    const all = raw.disputes.filter((values) => (values.cells[0]?.start ?? 0) < found.until);
    const lines = all.length > 1 ? all.filter((line) => !this.numbersColumns(line)) : all;
    const values = lines.find((line) => filledCells(line.cells) > 0) ?? lines[0];
    const width = definition.blocks[0]!.columns.length;
    // Where the heads of a row are missing and so are its values, the row is missing.
    const rest = rowsOf(definition).filter(({ row }) => !bound.has(row.id));
    const named = rest.filter(({ row }) => this.labelRange(row.id));
    // In a grid the heads above the values of a row may be repeated below them.
    const isText = values?.layout === 'lines' || values?.layout === 'words';
    const complete =
      named.length === 0 ||
      !values ||
      filledCells(values.cells) !== named.length * width ||
      (isText && this.timesHeaded() > named.length + rows.length);
    // Rows in tables of their own, and those that are left in one line.
    if (rows.length > 0 && (complete || !values)) return [];
    const official = complete ? rowsOf(definition) : named;
    const labels = official.map(({ row }) => this.labelRange(row.id));
    if (!values) {
      // Heads without any values: all is blank, if these are the heads of the table and not words in prose.
      const heads = raw.known.filter(({ entries }) => entries.length > 0 && entries.every((entry) => entry.table === found.id));
      if (new Set(heads.map(({ entries }) => entries[0]!.id)).size < 5) return [];
      const end = heads.at(-1)!.range.end;
      return official.map(({ row, block }, i) => this.blankRow(row, block, labels[i] ?? { start: end, end }, end));
    }
    const aligned = this.alignWide(values, official.length * width);
    const from = values.cells[0]!.start;
    const to = values.cells.at(-1)!.end;
    let next = 0;
    return official.map(({ row, block }, i) => {
      const label = labels[i] ?? { start: from, end: from };
      const own = aligned ? block.columns.map((column) => this.cell(row, column, aligned[next++], to)) : [];
      const range = own.length > 0 ? { start: own[0]!.range.start, end: own.at(-1)!.range.end } : { start: from, end: to };
      const expected = official.length * block.columns.length;
      return {
        row,
        label,
        agreement: 'official' as const,
        range,
        cells: new Cells(own),
        ...(aligned ? {} : { misaligned: misaligned(values.cells, { start: from, end: to }, expected) }),
      };
    });
  }

  /** Whether a line counts the columns, 1 2 3 …, as a head of a spreadsheet may: its values stand in another one. */
  private numbersColumns({ cells }: RawValues): boolean {
    const numbers = filledIndexes(cells).map((i) => this.text.slice(cells[i]!.start, cells[i]!.end));
    const first = numbers[0] === '0' ? 0 : 1;
    return numbers.length > GROUP && numbers.every((number, i) => number === String(first + i));
  }

  /** How often the head of a column stands there: of table disputes once for every row whose label may be broken. */
  private timesHeaded(): number {
    const times = new Map<string, number>();
    for (const { id } of this.columnHeads()) times.set(id, (times.get(id) ?? 0) + 1);
    return Math.max(0, ...times.values());
  }

  private blankRow(row: Row, block: Block, label: Range, at: number): BoundRow {
    const cells = new Cells(block.columns.map((column) => this.cell(row, column, undefined, at)));
    return { row, label, agreement: 'official', range: { start: at, end: at }, cells };
  }

  private labelRange(id: string): Range | undefined {
    return this.raw.known.find(
      ({ entries, range }) =>
        range.start < this.found.until && entries.some((e) => e.table === this.found.id && e.kind === 'row' && e.id === id),
    )?.range;
  }

  private alignWide(values: RawValues, count: number): readonly (RawCell | undefined)[] | undefined {
    const cells = withoutPageNumbers(values.cells, count);
    const filled = filledIndexes(cells);
    if (filled.length === 0) return Array.from({ length: count }, (_, i) => cells[i]);
    if (filled.length === count && filled.at(-1)! - filled[0]! === count - 1) return cells.slice(filled[0]!, filled[0]! + count);
    if (!values.explicit || filled.length > count) return undefined;
    if (cells.length === count) return cells;
    const candidates = starts(cells, filled, count, 1);
    if (candidates.length === 1) return cells.slice(candidates[0]!, candidates[0]! + count);
    // The heads on the same grid begin in its first column.
    const atFirst = this.heads.some((head) => head.cells.some(({ cell, entry }) => cell.column === 0 && entry));
    return atFirst && candidates.includes(0) ? cells.slice(0, count) : undefined;
  }

  // ── heads ──

  private oddHeads(rows: readonly BoundRow[]): OddHead[] {
    const { id } = this.definition;
    return id === 'disclosure' ? this.oddBlockHeads(rows) : id === 'disputes' ? this.oddOutcomes() : this.oddApplicants();
  }

  /** The heads of table disputes in reading order are the outcomes, once for every row. */
  private oddOutcomes(): OddHead[] {
    const [block] = this.definition.blocks;
    const outcomes = block!.rows.flatMap(() => block!.columns);
    const cells = this.heads.flatMap((head) => head.cells.filter(({ entry }) => !entry || entry.kind === 'column'));
    if (cells.length !== outcomes.length) return [];
    const pieces = this.headPieces();
    return cells.flatMap((cell, i) => this.oddHead(cell, outcomes[i]!, pieces));
  }

  /** The ends of heads that stand in a line of their own. */
  private headPieces(): string[] {
    return this.raw.headPieces.filter((piece) => piece.table === this.definition.id).map((piece) => piece.key);
  }

  private oddApplicants(): OddHead[] {
    const { columns } = this.definition.blocks[0]!;
    const cells = this.heads.flatMap((head) => head.cells);
    if (this.reordered) {
      const at = columns.findIndex((column, i) => column !== this.reordered![i]);
      const { range } = this.columnHeads().find(({ id }) => id === this.reordered![at]!.id)!;
      return [{ range, column: columns[at]!, moved: true }];
    }
    const present = new Set(cells.flatMap(({ entry }) => (entry?.kind === 'column' ? [entry.id] : [])));
    const missing = columns.filter((column) => !present.has(column.id));
    const pieces = this.headPieces();
    return cells.flatMap((cell) => {
      if (cell.entry) return [];
      const column = missing.find((candidate) => resembles(cell.key, labelKey(candidate.label.text)));
      return column ? this.oddHead(cell, column, pieces) : [];
    });
  }

  private oddBlockHeads(rows: readonly BoundRow[]): OddHead[] {
    return this.heads.flatMap((head, i) => {
      const from = head.cells[0]!.cell.start;
      const until = this.heads[i + 1]?.cells[0]?.cell.start ?? Number.POSITIVE_INFINITY;
      const row = rows.find((candidate) => {
        const at = candidate.cells.values().next().value?.range.start ?? candidate.range.end;
        return at > from && at < until;
      });
      const block = row && this.definition.blocks.find((b) => b.rows.some((r) => r.id === row.row.id));
      const cells = head.cells.filter((cell) => cell.entry?.kind !== 'stub');
      if (!block || row?.foreign || cells.length !== block.columns.length) return [];
      return cells.flatMap((cell, j) => this.oddHead(cell, block.columns[j]!, []));
    });
  }

  private oddHead(head: HeadCell, column: Column, pieces: readonly string[]): OddHead[] {
    const official = labelKey(column.label.text);
    if (head.key === official || (column.label.accepted ?? []).some((label) => labelKey(label) === head.key)) return [];
    if (pieces.some((piece) => official.startsWith(head.key + piece))) return [];
    return [{ range: { start: head.cell.start, end: head.cell.end }, column }];
  }
}

/**
 * Columns in the order of their heads: those under 法人或其他组织 are all headed, each once, and in the same order wherever the heads
 * are repeated. Nothing where that is the official order, or is not told so plainly. `heads`: their ids in the order of the text.
 */
function orderOf(columns: readonly Column[], heads: readonly string[]): readonly Column[] | undefined {
  const depth = Math.max(...columns.map(({ path }) => path.length));
  const grouped = columns.filter(({ path }) => path.length === depth);
  const first = columns.indexOf(grouped[0]!);
  const headed = heads.flatMap((id) => grouped.find((column) => column.id === id) ?? []);
  const order = headed.slice(0, grouped.length);
  if (headed.length % grouped.length !== 0 || new Set(order).size !== grouped.length) return undefined;
  if (headed.some((column, i) => column !== order[i % grouped.length])) return undefined;
  if (order.every((column, i) => column === grouped[i])) return undefined;
  return [...columns.slice(0, first), ...order, ...columns.slice(first + grouped.length)];
}

/** Whether heads are those of a block in an edition, and of no other one. */
const isHeadedBy = (block: Block, edition: EditionId, heads: readonly LabelEntry[]): boolean =>
  heads.length === block.columns.length && heads.every((head, i) => head.id === block.columns[i]!.id && only(head) === edition);

/** While it is made: to spread what may be absent takes long. */
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The places where the values could begin so that all that is filled lies within them. */
function starts(cells: readonly RawCell[], filled: readonly number[], count: number, lastSpan: number): number[] {
  const candidates: number[] = [];
  for (let start = 0; start + count <= cells.length; start++) {
    if (filled.some((i) => i < start || i > start + count - 2 + lastSpan)) continue;
    if (filled.filter((i) => i >= start + count - 1).length > 1) continue;
    candidates.push(start);
  }
  return candidates;
}

/** Where there are just as many values too many as may be numbers of pages, they are. */
function withoutPageNumbers(cells: readonly RawCell[], count: number): readonly RawCell[] {
  if (cells.length <= count) return cells;
  const values = cells.filter(({ page }) => !page);
  return values.length === count ? values : cells;
}

/** A row of a table in which no value can be told from another. */
const unbound = (row: BoundRow): BoundRow => ({
  ...row,
  cells: NO_CELLS,
  misaligned: misaligned([], row.label, 0),
});

function misaligned(cells: readonly RawCell[], label: Range, expected: number): NonNullable<BoundRow['misaligned']> {
  const filled = filledIndexes(cells);
  const range = filled.length > 0 ? { start: cells[filled[0]!]!.start, end: cells[filled.at(-1)!]!.end } : label;
  return { range, found: filled.length, expected };
}

function mostFrequent(rows: readonly RawRow[], disputes: readonly RawValues[], id: TableId): Layout {
  const count = new Map<Layout, number>();
  for (const { layout } of id === 'disputes' && rows.length === 0 ? disputes : rows) count.set(layout, (count.get(layout) ?? 0) + 1);
  let best: Layout = 'lines';
  let most = 0;
  for (const [layout, n] of count) {
    if (n <= most) continue;
    best = layout;
    most = n;
  }
  return best;
}

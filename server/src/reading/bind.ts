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
import { Alignment, columnsOf, filledIndexes, firstFilled, isFull, starts, withoutPageNumbers } from './alignment';
import { bindCell, Cells, misaligned, NO_CELLS } from './cells';
import { elsewhere, type Gathered, gather, groupsOver, holds, MAX_ROWS, ofTable, position, within } from './gather';
import { HeadReader, isHeadedBy, looksHeadedBy } from './heads';
import type { LabelEntry, LabelMeaning } from './labels';
import type { RawCell } from './lines';
import { Parts } from './parts';
import type { Agreement, BoundRow, Evidence, Layout, OddHead, Range, SecondTable, Table, TableLabel, UnknownRow } from './report';
import type { RawTables } from './rows';
import { rowsUnderOthers, secondApart, secondOf } from './second';
import { filledCells, type HeadLine, type RawRow, type RawValues } from './stream';
import { readValue } from './values';
import { WideRows } from './wide';

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
  const kinds = ids.map((id) => ofTable(everything, id));
  const raws = kinds.map((raw, i) => within(raw, own.get(ids[i]!)));
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
    const apart = kinds[i] === raws[i] ? [] : rowsUnderOthers(kinds[i]!, found.id, own);
    const table = new Binder(text, raws[i]!, found, edition, around, apart).bind();
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
    readonly second: SecondTable | undefined,
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
  private readonly headed: HeadReader;
  private readonly repeatsSpans: boolean;
  private readonly parts: Parts;
  /** Heads of another edition that are misspelt or cut off. */
  private readonly marks: Evidence[] = [];

  constructor(
    private readonly text: string,
    private readonly raw: RawTables,
    private readonly found: Gathered,
    private readonly edition: Edition,
    /** The body of the section that the table stands in. */
    private readonly own: Range | undefined,
    /** The rows of its kind under the headings of other tables. */
    private readonly apart: readonly RawRow[],
  ) {
    this.definition = tableOf(edition, found.id);
    this.heads = this.ofThis(raw.heads);
    this.alignment = new Alignment(found.rows, this.definition, this.heads);
    this.repeatsSpans = this.spansRepeated();
    this.parts = new Parts(text, raw, found, edition.id);
    this.headed = new HeadReader(this.definition, this.heads, raw, own?.start ?? 0, found.until);
  }

  /** The lines of heads that are of this table. */
  private ofThis(heads: readonly HeadLine[]): HeadLine[] {
    const { id, until } = this.found;
    return heads.filter((head) => head.table === id && head.cells[0]!.cell.start < until);
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
    for (const { table, label, part } of this.raw.unknown)
      if (unknownRows.length < MAX_ROWS && table === found.id && isAmong(label) && (!part || this.parts.isBelow(label)))
        unknownRows.push({ label });
    if (definition.orientation === 'wide') rows.push(...new WideRows(this.text, this.raw, found, definition, this.headed).of(rows));
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
    const odd = this.headed.oddHeads(rows);
    const scrambled = this.raw.scrambled.has(found.id) || this.isTransposed();
    return new BoundTable(
      definition,
      edition,
      this.marks.length > 0 ? [...found.evidence, ...this.marks].sort((a, b) => a.range.start - b.range.start) : found.evidence,
      layout,
      range,
      scrambled ? rows.map(unbound) : rows,
      unknownRows,
      odd,
      scrambled,
      scrambled ? undefined : (secondOf(this.text, this.raw, found) ?? secondApart(this.text, found, this.apart)),
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

  private blockBehind(offset: number): Block | undefined {
    const next = this.found.rows.find((row) => row.label.start >= offset);
    return next?.entry.meanings.find((m) => m.edition === this.edition.id)?.block;
  }

  private row(raw: RawRow, meaning: LabelMeaning, row: Row): BoundRow {
    const columns = this.headed.reordered ?? meaning.block.columns;
    const agreement: Agreement = raw.piece ? 'official' : meaning.agreement;
    const aligned = this.align(raw, columns);
    const last = raw.cells.findLast((cell) => cell.start < cell.end) ?? raw.cells.at(-1);
    const range = {
      start: Math.min(raw.label.start, raw.cells[0]?.start ?? raw.label.start),
      end: Math.max(raw.label.end, last?.end ?? 0),
    };
    const cells = aligned ? new Cells(columns.map((column, i) => bindCell(this.text, row, column, aligned[i], raw.label.end))) : NO_CELLS;
    const bound: Mutable<BoundRow> = { row, label: raw.label, agreement, range, cells };
    if (raw.pieces) bound.pieces = raw.pieces;
    if (!aligned) {
      const part = this.parts.without(raw.cells, columns.length);
      bound.misaligned = misaligned(part ?? raw.cells, raw.label, columns.length);
      if (part && this.parts.hasFurther(raw)) bound.misaligned = { ...bound.misaligned, inParts: true };
    }
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
    if (definition.blocks.length < 2) return otherwise;
    const strange = this.ofThis(raw.strangeHeads);
    const isKnown = strange.length === 0 && this.heads.every((head) => head.cells.every(({ entry }) => entry));
    if (isKnown && found.evidence.every((mark) => mark.edition === edition.id)) return otherwise;
    const lines = isKnown ? [] : [...this.heads, ...strange].sort((a, b) => a.line - b.line);
    let heads: LabelEntry[] = [];
    /** The line of heads over a block, where some of them are not known. */
    let odd: HeadLine | undefined;
    let behind = 0;
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
      if (isFirst) odd = lines.findLast(({ cells: [first] }) => first!.cell.start >= behind && first!.cell.start < position(row));
      behind = position(row);
      const others = row.entry.meanings.filter((m) => m.edition !== edition.id);
      let meaning = others.find((m) => isHeadedBy(m.block, m.edition, heads));
      const official = odd && row.entry.meanings.find((m) => m.edition === edition.id);
      if (odd && official && !meaning) {
        meaning = others.find((m) => looksHeadedBy(odd!, m.block, official.block));
        if (meaning && isFirst) this.marks.push({ edition: meaning.edition, range: odd.cells.at(-1)!.cell });
      }
      const filled = filledCells(row.cells);
      // More values than heads: some of these are not known.
      if (meaning && filled > 0 && (filled <= meaning.block.columns.length || this.isRepeated(row.cells, meaning.block.columns)))
        otherwise.set(row, meaning);
    }
    return otherwise;
  }

  /** The cell of every column, `undefined` for one that is blank and has no place; nothing where only a guess would do. */
  private align(raw: RawRow, columns: readonly Column[]): (RawCell | undefined)[] | undefined {
    const count = columns.length;
    const own = withoutPageNumbers(raw.cells, count);
    const part = this.parts.without(own, count);
    if (part && this.parts.hasFurther(raw)) return undefined;
    const cells = part ?? own;
    const lastSpan = columns.at(-1)!.span;
    // Most rows have just their values, side by side.
    const first = firstFilled(cells);
    const isRepeated = lastSpan > 1 && this.isRepeated(cells, columns);
    // A blank and the same twice: two values, or the last one repeated.
    if (isRepeated && !this.repeatsSpans && first > 0) return undefined;
    if (isRepeated && this.repeatsSpans) return columns.map((_, i) => cells[first > 0 ? i : filledIndexes(cells)[i]!]);
    if (first >= 0 && isFull(cells, first, count)) return cells.slice(first, first + count);
    const filled = filledIndexes(cells);
    const from = (start: number): (RawCell | undefined)[] =>
      columns.map((_, i) =>
        i < count - 1 || lastSpan === 1
          ? cells[start + i]
          : (cells.slice(start + i, start + i + lastSpan).find((c) => c.start < c.end) ?? cells[start + i]),
      );
    if (filled.length === 0) return from(raw.explicit ? (this.alignment.choose(raw, starts(cells, [], count, lastSpan)) ?? 0) : 0);
    if (!raw.explicit) return undefined;
    if (filled.length > count) return undefined;
    const start = this.alignment.choose(raw, starts(cells, filled, count, lastSpan));
    return start === undefined ? undefined : from(start);
  }

  /** Whether a converter has repeated every spanned cell: then all rows under one that spans have as many equal values there, if any. */
  private spansRepeated(): boolean {
    let repeated = 0;
    for (const { entry, cells } of this.found.rows) {
      const columns = entry.meanings.find((m) => m.edition === this.edition.id)?.block.columns;
      const span = columns?.at(-1)?.span ?? 1;
      // The last value is blank, or all are.
      if (!columns || span === 1 || filledCells(cells) < span) continue;
      if (!this.isRepeated(cells, columns)) return false;
      // Of a row with one value it does not matter where it begins.
      repeated += columns.length === 1 ? 2 : 1;
    }
    return repeated > 1;
  }

  /** Whether the last value stands there as often as it spans columns, behind the others or behind where they belong. */
  private isRepeated(cells: readonly RawCell[], columns: readonly Column[]): boolean {
    const { span, kind } = columns.at(-1)!;
    const filled = filledIndexes(cells);
    const others = filled.length - span;
    if (others !== columns.length - 1 && filled[others] !== columns.length - 1) return false;
    // One of them may have been put right.
    const values = filled.slice(others).map((i) => {
      const { start, end } = cells[i]!;
      const value = readValue(this.text, start, end, kind);
      return value.state === 'number' ? value.normal : this.text.slice(start, end);
    });
    return values.every((value) => value === values[0]);
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
    for (const { entry, range, doubtful } of bare) {
      const meaning = entry.meanings.find((m) => m.edition === this.edition.id);
      if (!meaning?.row || bound.has(entry.id) || !(wholeTable || (range.start > first && range.start < last))) continue;
      if (groups.has(entry.key)) continue;
      bound.add(entry.id);
      const row = this.row({ entry, label: range, cells: [], explicit: false, width: -1, layout: 'lines', line: -1 }, meaning, meaning.row);
      added.push(doubtful ? { ...row, cells: NO_CELLS, misaligned: misaligned([], range, meaning.block.columns.length) } : row);
    }
    return added;
  }
}

/** While it is made: to spread what may be absent takes long. */
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A row of a table in which no value can be told from another. */
const unbound = (row: BoundRow): BoundRow => ({
  ...row,
  cells: NO_CELLS,
  misaligned: misaligned([], row.label, 0),
});

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

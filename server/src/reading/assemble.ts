import type { TableId } from '../editions';
import { dictionary, guessRow, type LabelEntry, lookUpRowBody, nearRow, rowEntry } from './labels';
import type { RawCell } from './lines';
import {
  APPLICANTS,
  type BareLabel,
  type Event,
  filledCells,
  GROUP,
  headTable,
  type RawRow,
  type RawValues,
  type TextEvent,
  type UnknownRun,
  type ValuesEvent,
  WIDE,
} from './stream';

/** How far around its values the pieces of a wrapped label are looked for. */
const MAX_PIECES = 16;

/** Shorter beginnings of a label may be anything. */
const MIN_BEGINNING = 4;

/** Digits of the number of a page. */
const MAX_PAGE = 3;

/** As many rows of table requests as half of it has. */
const HALF = 12;

/** So many values in other rows are no slip of the writer. */
const MIXED = 4;

/** Finds the labels of values that have none in their line: above them, around them, or in pieces beside them. */
export class Assembler {
  readonly rows: RawRow[] = [];
  readonly disputes: RawValues[] = [];
  readonly unknown: UnknownRun[] = [];
  readonly bare: BareLabel[] = [];
  /** Values that no row could be given, or more than a row has. */
  private readonly strays = new Set<Event>();
  /** Tables whose cells, a line each, stand in no order that a row could be told from. */
  readonly scrambled = new Set<TableId>();

  /** `used` is told the lines that turn out to hold something of a table. */
  constructor(
    private readonly events: readonly Event[],
    private readonly used: Set<number>,
  ) {}

  run(): this {
    const { events } = this;
    /** Index of the first text that may belong to the next values. */
    let from = 0;
    let table: TableId | undefined;
    let heaped = false;
    let strays = false;
    /** By table, the values without borders that no row was found for. */
    const homeless = new Map<TableId, number>();
    /** How many of them stand before the first row of table requests. */
    let leading = 0;
    for (let i = 0; i < events.length; i++) {
      const event = events[i]!;
      if (event.kind === 'section') {
        table = event.table;
        from = i + 1;
      } else if (event.kind === 'row') {
        this.rows.push(this.isSplit(event.row, i) ? { ...event.row, piece: true } : event.row);
        this.used.add(event.row.line);
        table = event.row.entry.table;
        from = i + 1;
      } else if (event.kind === 'text') {
        // 其他 and 总计 stand in every table; only longer labels tell that another one has begun.
        if (event.key.length > 2) table = headTable([event.entries], table) ?? table;
      } else if (this.isPageNumber(event, i, from, table)) {
        this.used.add(event.line);
      } else {
        if (event.single && !event.explicit && table && table !== 'disputes' && this.areOutOfOrder(event, i, from, table))
          this.scrambled.add(table);
        const rest = this.restOfRow(i) || (table === 'requests' ? this.inOrder(i, from) : 0);
        if (rest > 0) {
          i += rest - 1;
          from = i + 1;
          continue;
        }
        const unnamed = this.unknown.length;
        const isResolved = this.resolveValues(event, i, from, table);
        if (!isResolved || this.unknown.length > unnamed || filledCells(event.cells) > APPLICANTS) this.strays.add(event);
        if (!isResolved && table && !event.explicit) homeless.set(table, (homeless.get(table) ?? 0) + event.cells.length);
        if (!isResolved && table === 'requests' && this.rows.at(-1)?.entry.table !== table)
          leading += event.explicit ? 0 : event.cells.length;
        if (isResolved) from = this.isBetween(i) ? this.behindTaken(from, i) : i + 1;
        else if (table === 'disputes' && filledCells(event.cells) > 0) strays = true;
        // As many as three rows have: their labels stand elsewhere.
        if (event.single && table === 'requests' && event.cells.length > 2 * APPLICANTS) heaped = true;
      }
    }
    // Figures that nothing was made of: the table is not blank.
    if (strays && this.disputes.length === 0 && !this.rows.some(({ entry }) => entry.table === 'disputes')) this.scrambled.add('disputes');
    const isFull = ({ entry, cells }: RawRow): boolean => entry.table === 'requests' && filledCells(cells) === APPLICANTS;
    if (heaped && this.rows.filter(isFull).length < HALF) this.scrambled.add('requests');
    for (const id of ['disclosure', 'requests'] as const) if (this.areMixed(id, homeless.get(id) ?? 0)) this.scrambled.add(id);
    this.gatherBare();
    // Each row before its label: what stands behind one is of the next. Where only the first has lost its label, the last one has its own.
    const last = this.rows.findLast(({ entry }) => entry.table === 'requests')?.line ?? 0;
    const isBareBehind = this.bare.some(({ entry, line }) => entry.table === 'requests' && line > last);
    const isOnlyFirst = !isBareBehind && homeless.get('requests') === leading;
    if (leading > 0 && leading % APPLICANTS === 0 && !isOnlyFirst) this.scrambled.add('requests');
    return this;
  }

  /**
   * Whether a number alone in its line is that of a page: it stands before all values of the row at hand, which are in one line, among the
   * heads of table disputes or the pieces of a label of table requests.
   */
  private isPageNumber({ cells, explicit }: ValuesEvent, at: number, from: number, table: TableId | undefined): boolean {
    const width = table === 'disputes' ? WIDE : table === 'requests' ? APPLICANTS : 0;
    const [first] = cells;
    if (explicit || cells.length !== 1 || first!.end - first!.start > MAX_PAGE || width === 0) return false;
    const { events } = this;
    for (let i = at + 1; i < events.length && i - at < MAX_PIECES; i++) {
      const event = events[i]!;
      if (event.kind === 'values')
        return !event.single && filledCells(event.cells) === width && (width === WIDE || (i > at + 1 && at > from));
      if (event.kind !== 'text' || rowEntry(event.entries)?.table === 'requests') return false;
    }
    return false;
  }

  /**
   * How many events, from `at` on, the values of several rows take up, whose labels stand above all of them: as many as labels, and in their
   * order. 0 where it is otherwise.
   */
  private inOrder(at: number, from: number): number {
    const { events } = this;
    const labels: { readonly text: TextEvent; readonly entry: LabelEntry }[] = [];
    for (const text of events.slice(Math.max(from, at - MAX_PIECES), at)) {
      const entry = text.kind === 'text' && !text.taken ? rowEntry(text.entries) : undefined;
      if (text.kind === 'text' && entry?.table === 'requests') labels.push({ text, entry });
    }
    if (labels.length < 2) return 0;
    const rows: ValuesEvent[] = [];
    let end = at;
    for (let i = at; i < events.length; i++) {
      const event = events[i]!;
      if (event.kind === 'values') {
        if (event.explicit || event.single || filledCells(event.cells) !== APPLICANTS) break;
        rows.push(event);
        end = i + 1;
      } else if (event.kind !== 'text' || rowEntry(event.entries)) break;
    }
    if (rows.length !== labels.length) return 0;
    for (const [i, { text, entry }] of labels.entries()) {
      const { cells, layout } = rows[i]!;
      this.rows.push({ entry, label: text.range, cells, explicit: false, width: -1, layout, line: text.line });
      text.taken = true;
      this.take(rows[i]!, [text]);
    }
    return end - at;
  }

  /**
   * Whether values that no row was found for, or more than one has, stand next to a text, or behind a row next to it that lacks some: they may
   * be its own.
   */
  private isBesideStray(at: number): boolean {
    const { events, strays } = this;
    const isStray = (event: Event | undefined): boolean => event?.kind === 'values' && !event.explicit && strays.has(event);
    if (isStray(events.slice(Math.max(0, at - MAX_PIECES), at).findLast(({ kind }) => kind !== 'text'))) return true;
    const [next, second] = events.slice(at, at + MAX_PIECES).filter(({ kind }) => kind !== 'text');
    return isStray(next) || (next?.kind === 'row' && lacks(next.row) && isStray(second));
  }

  /** Whether values that no row was found for stand between the row or section before an event and the event. */
  private strayBefore(at: number): boolean {
    for (let i = at - 1; i >= 0; i--) {
      const event = this.events[i]!;
      if (event.kind === 'values' && this.strays.has(event)) return !event.explicit;
      if (event.kind !== 'text') return false;
    }
    return false;
  }

  /**
   * Whether the values of a table without borders stand in the wrong rows: what some lack others have too much of, or in most rows there are
   * more or fewer.
   */
  private areMixed(table: TableId, homeless: number): boolean {
    let lacking = 0;
    let surplus = homeless;
    let odd = 0;
    for (const row of this.rows) {
      const wanted = row.entry.table === table && !row.explicit ? wantedBy(row) : undefined;
      if (wanted === undefined || row.cells.length === 0) continue;
      lacking += Math.max(0, wanted - row.cells.length);
      surplus += Math.max(0, row.cells.length - wanted);
      if (row.cells.length !== wanted) odd++;
    }
    // Where blanks are lost rows lack values, and none has more. In the long table a few rows that a page break tore apart leave the others sound.
    return lacking >= MIXED && surplus >= MIXED && (table === 'disclosure' ? surplus >= lacking : odd >= HALF);
  }

  /**
   * How many values events, from `at` on, are the rest of the row before them: PDF text may break each row behind its first values. 0 where
   * they are not just as many as it lacks.
   */
  private restOfRow(at: number): number {
    const before = this.events[at - 1];
    const row = this.rows.at(-1);
    if (before?.kind !== 'row' || before.row !== row || row.layout !== 'words' || row.cells.length === 0) return 0;
    // Where values stand before a label as well, these may be those of the next.
    if (this.strayBefore(at - 1)) return 0;
    const cells = [...row.cells];
    let next = at;
    for (let event = this.events[next]; event?.kind === 'values'; event = this.events[++next]) {
      if (event.explicit || event.inline > 0) return 0;
      cells.push(...event.cells);
    }
    if (wantedBy(row) !== cells.length) return 0;
    const rest = cells.slice(row.cells.length);
    // One number more may be that of a page.
    if (rest.some(({ page }) => page) || (rest.length === 1 && mayBePage(rest[0]!))) return 0;
    for (const { line } of this.events.slice(at, next) as ValuesEvent[]) this.used.add(line);
    this.rows[this.rows.length - 1] = { ...row, cells };
    return next - at;
  }

  /** The labels of rows that no values were found for; a wrapped one is put together, as it would be around values. */
  private gatherBare(): void {
    const { events } = this;
    for (const [i, event] of events.entries()) {
      if (event.kind !== 'text' || event.taken) continue;
      const isWhole = event.entries.length > 0 || event.key.length < MIN_BEGINNING;
      const known = isWhole ? rowEntry(event.entries) : lookUpRowBody(event.key);
      if (known) this.bare.push({ ...event, entry: known, doubtful: this.isBesideStray(i) });
      if (known || isWhole || !event.piece) continue;
      const pieces = [event];
      for (let j = i + 1; j < events.length && pieces.length < MAX_PIECES; j++) {
        const next = events[j]!;
        if (next.kind !== 'text') break;
        if (next.piece && !next.taken && next.entries.length === 0) pieces.push(next);
      }
      for (const entry of dictionary().beginnings.get(event.key) ?? []) {
        const whole = consume(entry.key, pieces, 0, [])?.pieces;
        if (!whole) continue;
        for (const piece of whole) {
          piece.taken = true;
          this.used.add(piece.line);
        }
        const range = { start: event.range.start, end: whole.at(-1)!.range.end };
        const above = events.slice(Math.max(0, i - MAX_PIECES), i).findLast(({ kind }) => kind !== 'text');
        this.bare.push({ entries: [entry], entry, range, line: event.line, doubtful: above !== undefined && this.strays.has(above) });
        break;
      }
    }
  }

  /**
   * Whether values cannot be those of the row above them: they follow a head that is none of its own, or the labels of several rows, and are
   * as many as all of these have.
   */
  private areOutOfOrder({ cells }: ValuesEvent, at: number, from: number, table: TableId): boolean {
    let labels = 0;
    let wanted = 0;
    let heads = 0;
    let isHeaded = false;
    for (const event of this.events.slice(Math.max(from, at - MAX_PIECES * 2), at)) {
      if (event.kind !== 'text' || event.taken) continue;
      const own = event.entries.filter((entry) => entry.table === table);
      const row = rowEntry(own);
      isHeaded = own.length > 0 && !row && own[0]!.kind !== 'group';
      if (row) {
        labels++;
        wanted += Math.min(...row.meanings.map(({ block }) => block.columns.length));
        heads = 0;
      } else if (isHeaded && own[0]!.kind === 'column') heads++;
    }
    // A row may have heads of its own.
    return labels > 0 && ((isHeaded && heads < wanted) || (labels > 1 && cells.length >= wanted));
  }

  /** Whether the rest of a row's label stands by itself before or behind it, as where a page break cut it in two. */
  private isSplit({ entry, written }: RawRow, at: number): boolean {
    if (written === undefined || written.length >= entry.key.length || !entry.meanings.every(({ agreement }) => agreement === 'typo'))
      return false;
    const isRest = (event: Event | undefined, whole: (rest: string) => string): boolean =>
      event?.kind === 'text' && whole(event.key) === entry.key;
    for (let i = 1; i <= MAX_PIECES * 2; i++) {
      if (isRest(this.events[at - i], (rest) => rest + written) || isRest(this.events[at + i], (rest) => written + rest)) return true;
    }
    return false;
  }

  /** Whether values are those of a whole row, and so are the next ones, with a piece of their own label in their line. */
  private isBetween(at: number): boolean {
    const { events } = this;
    const isFull = (event: Event | undefined): boolean =>
      event?.kind === 'values' && !event.explicit && filledCells(event.cells) === APPLICANTS;
    const next = isFull(events[at]) ? events.slice(at + 1, at + MAX_PIECES).find(({ kind }) => kind !== 'text') : undefined;
    return isFull(next) && (next as ValuesEvent).inline > 0;
  }

  /** Index behind the last text before some values that a label was made of; behind the values where there is none. */
  private behindTaken(from: number, at: number): number {
    for (let i = at; i > from; i--) {
      const event = this.events[i - 1]!;
      if (event.kind === 'text' && event.taken) return i;
    }
    return at + 1;
  }

  /** Finds the label that the values belong to. Whether something came of it. */
  private resolveValues(values: ValuesEvent, at: number, from: number, table: TableId | undefined): boolean {
    const { events } = this;
    const before: TextEvent[] = [];
    for (let i = Math.max(from, at - MAX_PIECES * 3); i < at; i++) {
      const event = events[i]!;
      if (event.kind === 'text') before.push(event);
    }
    if (table === 'disputes') {
      const named = before.filter(
        (event) => !event.taken && event.entries.some((entry) => entry.kind === 'row' && entry.table === 'disputes'),
      );
      // Under the names of several rows, or under heads that come again for each, values are those of all of them, however few.
      const ofSeveral = named.length > 1 || (named.length === 1 && headedAgain(before));
      const ofOneRow = named.length === 1 && !ofSeveral && values.cells.length < GROUP * 2;
      const mayBeWide = values.inline === 0 ? ofSeveral || values.cells.length > GROUP : filledCells(values.cells) >= WIDE;
      if (mayBeWide && !ofOneRow) {
        this.disputes.push(values);
        // What stands before all that is known of the table is a sentence over it.
        const first = before.findIndex(({ entries }) => entries.some((entry) => entry.table === 'disputes'));
        this.take(values, before.slice(Math.max(0, first)));
        return true;
      }
    }
    const inline = before.slice(before.length - values.inline);
    const after: TextEvent[] = [];
    const isBetween = this.isBetween(at);
    for (let i = at + 1; i < events.length && after.length < MAX_PIECES; i++) {
      const event = events[i]!;
      if (event.kind === 'text') after.push(event);
      else {
        if (isBetween) after.length -= Math.min(after.length, (event as ValuesEvent).inline);
        break;
      }
    }
    // A row of cells that have a line each: what stands above it is its label, if anything is.
    const isRow = filledCells(values.cells) === APPLICANTS || (values.explicit && values.cells.length >= APPLICANTS);
    const single = values.single && table === 'requests' && isRow;
    const inLine = !values.single && !values.explicit && filledCells(values.cells) === APPLICANTS;
    const assembled = this.assemble(before.slice(-MAX_PIECES), inline, after, table, single, inLine);
    if (assembled) {
      const { entry, pieces } = assembled;
      for (const piece of pieces) piece.taken = true;
      this.take(values, pieces);
      this.rows.push({
        entry,
        label: { start: Math.min(...pieces.map((piece) => piece.range.start)), end: Math.max(...pieces.map((piece) => piece.range.end)) },
        ...(pieces.length > 1 ? { pieces: pieces.map((piece) => piece.range) } : {}),
        cells: values.cells,
        explicit: values.explicit,
        width: values.explicit ? values.cells.length : -1,
        layout: values.layout,
        line: values.line,
      });
      return true;
    }
    const label = inline.at(-1) ?? (values.cells.length > 1 ? before.at(-1) : undefined);
    const fits =
      (table === 'requests' && filledCells(values.cells) === APPLICANTS) ||
      (table === 'disclosure' && values.explicit && inline.length === 1);
    const isStrange = label !== undefined && label.entries.length === 0 && !dictionary().isGroupPiece(label.key);
    if (table === 'disclosure' && !fits && isStrange && this.areOfPart(values))
      this.unknown.push({ table, label: label.range, line: label.line, part: true });
    if (table && fits && isStrange) {
      this.unknown.push({ table, label: label.range, line: label.line });
      this.used.add(values.line);
      return true;
    }
    return false;
  }

  /** Whether the row that a text names without its number stands beside the same label as the last one: 其他 is the head of a column too. */
  private isNextTo({ key }: TextEvent): boolean {
    const groupOf = (entry: LabelEntry | undefined): string | undefined => entry?.meanings.at(-1)?.path[1];
    const group = groupOf(lookUpRowBody(key));
    return group !== undefined && group === groupOf(this.rows.at(-1)?.entry);
  }

  /** Whether values may be those of a further part of the last row, which has the name of its first part beside its own values. */
  private areOfPart({ cells }: ValuesEvent): boolean {
    const row = this.rows.at(-1);
    const wanted = row && wantedBy(row);
    return wanted !== undefined && wanted > 1 && filledCells(row!.cells) === wanted + 1 && filledCells(cells) === wanted;
  }

  private take(values: ValuesEvent, texts: readonly TextEvent[]): void {
    this.used.add(values.line);
    for (const { line } of texts) this.used.add(line);
  }

  /**
   * The label that the pieces around some values make up: `before` (with the ones in their line last), then `after`. A
   * piece that does not go on with the label is passed over: the vertical label, a label beside, the tail of another row.
   * `single`: each value has a line, and they are those of a row. `inLine`: they stand in one line, and are those of a row.
   */
  private assemble(
    before: readonly TextEvent[],
    inline: readonly TextEvent[],
    after: readonly TextEvent[],
    table: TableId | undefined,
    single: boolean,
    inLine: boolean,
  ): Assembled | undefined {
    const own = inline.at(-1);
    if (!before.some((event) => event.piece) && !own && !single)
      return inLine && after.some((event) => event.piece) ? misspelt(before, after, table) : undefined;
    const pieces = before.filter((event) => event.piece && !event.taken);
    const follow = after.filter((event) => event.piece && !event.taken);
    const aside = own !== undefined && dictionary().isGroupPiece(own.key);
    if (aside) {
      // （六）其他处理, or a piece of it, stands beside a wrapped label if what is above and below it makes one up.
      const around = nearest(pieces.slice(0, -1), follow, table, undefined);
      if (around?.pieces.some((piece) => follow.includes(piece))) return around;
    }
    // The word beside the values is part of their label, unless it belongs to the label that stands upright or beside.
    const best = nearest(pieces, follow, table, own) ?? (aside ? nearest(pieces, follow, table, undefined) : undefined);
    // Over a table of one row its heads come between.
    const near = before.at(-1);
    const short = near && this.isNextTo(near) && before.every((event) => event === near || !isColumn(event)) ? near : undefined;
    const last = short ?? before.findLast((event) => !isHead(event, before));
    // Without its number a label may stand below one that would be a row of its own: （六）其他处理.
    const body = own || !last || best?.pieces.includes(last) || dictionary().isGroupPiece(last.key) ? undefined : lookUpRowBody(last.key);
    const lone = own ?? (last && !last.taken && (last === short || last.entries.length === 0) ? last : undefined);
    // （六）其他处理 over a label that is cut is no row.
    const isOver =
      best?.pieces.length === 1 && lone && !own && guessRow(lone.key)?.meanings.some(({ path }) => path.includes(best.entry.key));
    if (best && !isOver && !(last && body?.table === table)) return best;
    // Misspelt, shortened, or numbered otherwise.
    if (!lone || (lone.entries.some((entry) => entry.kind !== 'row') && !this.isNextTo(lone))) return undefined;
    const guess = lookUpRowBody(lone.key) ?? guessRow(lone.key);
    if (!guess) return misspelt(before, after, table);
    return table === undefined || guess.table === table ? { entry: guess, pieces: [lone] } : undefined;
  }
}

const isColumn = ({ entries }: TextEvent): boolean => entries.some(({ kind }) => kind === 'column');

/** Whether a text is the head of a column, or stands beside one, as where a head is cut off. */
const isHead = (text: TextEvent, among: readonly TextEvent[]): boolean =>
  isColumn(text) || (text.entries.length === 0 && among.some((other) => other.line === text.line && isColumn(other)));

/** How many values a row has; `undefined` where its editions differ. */
function wantedBy({ entry }: RawRow): number | undefined {
  const [count, ...others] = new Set(entry.meanings.map(({ block }) => block.columns.length));
  return others.length === 0 ? count : undefined;
}

/** Whether a row that is not blank, and whose blanks are not seen, has too few values. */
const lacks = (row: RawRow): boolean => !row.explicit && row.cells.length > 0 && row.cells.length < (wantedBy(row) ?? 0);

/** Up to three digits. */
const mayBePage = ({ start, end }: RawCell): boolean => end - start <= 3;

interface Assembled {
  readonly entry: LabelEntry;
  readonly pieces: readonly TextEvent[];
}

/** How many lines of a misspelt label are taken together on either side of its values. */
const MAX_MISSPELT = 3;

/** A label with a slip in it that is wrapped over the lines around its values. */
function misspelt(before: readonly TextEvent[], after: readonly TextEvent[], table: TableId | undefined): Assembled | undefined {
  for (let behind = 0; behind <= Math.min(MAX_MISSPELT, after.length); behind++) {
    for (let above = 1; above <= Math.min(MAX_MISSPELT, before.length); above++) {
      const pieces = [...before.slice(-above), ...after.slice(0, behind)];
      if (pieces.some(({ key, taken, entries }) => taken || entries.length > 0 || key.length > dictionary().longest)) break;
      const written = pieces.map((piece) => piece.key).join('');
      const entry = nearRow(written);
      // What is too much at either end may be a line of another label.
      const isWhole = written[0] === entry?.key[0] && (behind === 0 || written.at(-1) === entry?.key.at(-1));
      if (entry && isWhole && (table === undefined || entry.table === table)) return { entry, pieces };
    }
  }
  return undefined;
}

/** Of the labels that pieces make up, the one whose pieces come nearest to the values; `own` must be one of them. */
function nearest(
  before: readonly TextEvent[],
  after: readonly TextEvent[],
  table: TableId | undefined,
  own: TextEvent | undefined,
): Assembled | undefined {
  let best: Assembled | undefined;
  let bestAt = -1;
  for (let begin = before.length - 1; begin >= 0; begin--) {
    for (const entry of dictionary().beginnings.get(before[begin]!.key) ?? []) {
      if (table !== undefined && entry.table !== table) continue;
      const attempt = consume(entry.key, before, begin, after);
      if (!attempt || (own && !attempt.pieces.includes(own))) continue;
      if (attempt.lastBefore > bestAt || (attempt.lastBefore === bestAt && best && entry.key.length > best.entry.key.length)) {
        best = { entry, pieces: attempt.pieces };
        bestAt = attempt.lastBefore;
      }
    }
  }
  return best;
}

/** How many ways to put pieces together are tried for one label. */
const MAX_TRIES = 48;

/**
 * Walks a label along the pieces from `begin` on; a piece that fits may still belong elsewhere and is then passed over.
 * `lastBefore`: index of the last piece of `before` that was used.
 */
function consume(
  label: string,
  before: readonly TextEvent[],
  begin: number,
  after: readonly TextEvent[],
): { pieces: TextEvent[]; lastBefore: number } | undefined {
  const count = before.length + after.length;
  const at = (i: number): TextEvent => (i < before.length ? before[i]! : after[i - before.length]!);
  let tries = 0;
  const walk = (from: number, position: number): TextEvent[] | undefined => {
    if (position === label.length) return [];
    for (let i = from; i < count; i++) {
      const piece = at(i);
      if (!label.startsWith(piece.key, position)) continue;
      if (++tries > MAX_TRIES) return undefined;
      const rest = walk(i + 1, position + piece.key.length);
      if (rest) return [piece, ...rest];
    }
    return undefined;
  };
  const rest = walk(begin + 1, before[begin]!.key.length);
  if (!rest) return undefined;
  const pieces = [before[begin]!, ...rest];
  let lastBefore = begin;
  for (const piece of pieces) lastBefore = Math.max(lastBefore, before.indexOf(piece));
  return { pieces, lastBefore };
}

/** Whether the head of a column of table disputes stands there more than once. */
function headedAgain(texts: readonly TextEvent[]): boolean {
  const heads = texts.flatMap(({ entries }) => entries.find(({ table, kind }) => table === 'disputes' && kind === 'column')?.id ?? []);
  return new Set(heads).size < heads.length;
}

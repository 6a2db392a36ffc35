import type { Block, Column, EditionId, TableDefinition } from '../editions';
import { type LabelEntry, labelKey, only, resembles } from './labels';
import type { BoundRow, OddHead, Range } from './report';
import type { RawTables } from './rows';
import type { HeadCell, HeadLine } from './stream';

/** Heads of columns that are cut off, doubled, wrong, or in another order than the official one. */
export class HeadReader {
  /** The columns of table `requests` in the order that its heads say, where that is not the official one. */
  readonly reordered: readonly Column[] | undefined;
  private found: readonly ColumnHead[] | undefined;

  constructor(
    private readonly definition: TableDefinition,
    readonly heads: readonly HeadLine[],
    private readonly raw: RawTables,
    /** Where the heads of the table may stand. Two numbers: a range that ends at Infinity would make V8 hold the ends of all ranges as floats. */
    private readonly from: number,
    private readonly until: number,
  ) {
    this.reordered = definition.id === 'requests' ? orderOf(definition.blocks[0]!.columns, this.columnHeads) : undefined;
  }

  /** The heads of columns that are known, in the order of the text. Asked for of few tables. */
  get columnHeads(): readonly ColumnHead[] {
    this.found ??= this.findColumnHeads();
    return this.found;
  }

  private findColumnHeads(): ColumnHead[] {
    const { definition, raw, from, until } = this;
    const heads: ColumnHead[] = [];
    for (const { entries, range, line } of raw.known) {
      if (range.start < from || range.start >= until) continue;
      const head = entries.find((e) => e.table === definition.id && e.kind === 'column');
      if (head) heads.push({ id: head.id, range, line });
    }
    return heads;
  }

  /** The odd heads of a table whose rows these are. */
  oddHeads(rows: readonly BoundRow[]): OddHead[] {
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
      const { range } = this.columnHeads.find(({ id }) => id === this.reordered![at]!.id)!;
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

/** The head of a column that is known, by its id. */
interface ColumnHead {
  readonly id: string;
  readonly range: Range;
  readonly line: number;
}

/**
 * Columns in the order of their heads: those under 法人或其他组织 are all headed, each once, and in the same order wherever the heads
 * are repeated. Nothing where that is the official order, or is not told so plainly: heads of which some stand half a line higher than others
 * come before them in the text. `heads`: in the order of the text.
 */
function orderOf(columns: readonly Column[], heads: readonly ColumnHead[]): readonly Column[] | undefined {
  const depth = Math.max(...columns.map(({ path }) => path.length));
  const grouped = columns.filter(({ path }) => path.length === depth);
  const first = columns.indexOf(grouped[0]!);
  const headed = heads.flatMap(({ id }) => grouped.find((column) => column.id === id) ?? []);
  const order = headed.slice(0, grouped.length);
  if (headed.length % grouped.length !== 0 || new Set(order).size !== grouped.length) return undefined;
  if (headed.some((column, i) => column !== order[i % grouped.length])) return undefined;
  if (order.every((column, i) => column === grouped[i])) return undefined;
  const lines = new Set(heads.flatMap(({ id, line }) => (grouped.some((column) => column.id === id) ? [line] : [])));
  if (lines.size !== headed.length && lines.size !== headed.length / grouped.length) return undefined;
  return [...columns.slice(0, first), ...order, ...columns.slice(first + grouped.length)];
}

/** Whether heads are those of a block in an edition, and of no other one. */
export const isHeadedBy = (block: Block, edition: EditionId, heads: readonly LabelEntry[]): boolean =>
  heads.length === block.columns.length && heads.every((head, i) => head.id === block.columns[i]!.id && only(head) === edition);

/** Whether the heads of a line are those of a block in another edition, misspelt or cut off, and none of them may be one of its own there. */
export function looksHeadedBy(line: HeadLine, other: Block, own: Block): boolean {
  const heads = line.cells.filter(({ entry }) => entry?.kind !== 'stub');
  const isLike = (written: string, column: Column | undefined): boolean => {
    const official = column ? labelKey(column.label.text) : '';
    return (written.length > 2 && official.includes(written)) || (column !== undefined && resembles(written, official));
  };
  return (
    heads.length === other.columns.length &&
    heads.every((head, i) => isLike(head.key, other.columns[i]) && !isLike(head.key, own.columns[i]))
  );
}

import { type Silencer, silencersOf, stretchesOf } from '../analysis/silencing';
import { type CellId, cellsOf, type TableDefinition } from '../editions';
import { commentsOf } from '../reading/html';
import type { Layout, Range, Report, Table } from '../reading/report';

/** What becomes of the comments in a table that is written anew: they are no text, and are kept. */
export interface KeptComments {
  /** Whether any speaks of cells of the table. */
  readonly silences: boolean;
  /** The text of a new cell with the comments that silence findings there. */
  around(cell: CellId, text: string): string;
  /** Comments that speak of no cell of the new table: they follow it. */
  readonly behind: readonly string[];
}

/**
 * The comments in the extent of a table, for the table that takes its place: what silenced findings in some cells does so in the same
 * cells of the new one. What Word writes for itself is dropped.
 */
export function keptComments(report: Report, table: Table, extent: Range, target: TableDefinition, layout: Layout): KeptComments {
  const { text } = report;
  const inside = [...commentsOf(text.slice(extent.start, extent.end))].map(({ start, end }) => ({
    start: extent.start + start,
    end: extent.start + end,
  }));
  const silencers = inside.length === 0 ? [] : silencersOf(text);
  const cells = silencers.length === 0 ? [] : oldPlaces(table, target);
  const placed = new Placed();
  const behind: string[] = [];
  const stretches = stretchesOf(text, silencers);
  const closes = new Map(stretches.map(({ silencer, closedBy }) => [closedBy, silencer]));
  const own = (comment: Range): boolean => inside.some(({ start }) => start === comment.start);
  for (const comment of inside) {
    const written = text.slice(comment.start, comment.end).replace(/\s+/g, ' ');
    if (/^<!--\s{0,8}\[/.test(written)) continue;
    const silencer = silencers.find(({ range }) => range.start === comment.start);
    const opener = silencer && closes.get(silencer);
    // The end of what begins in the table is written with its beginning.
    if (opener && own(opener.range)) continue;
    const stretch = opener
      ? { start: extent.start, end: comment.start }
      : silencer?.reach !== 'file' && stretches.find((one) => one.silencer === silencer)?.stretch;
    const spoken = stretch ? cells.filter(({ start }) => start >= stretch.start && start <= stretch.end) : [];
    const [first, last] = [spoken[0], spoken.at(-1)];
    if (!silencer || !first || !last) behind.push(written);
    else if (opener) placed.behind(last, written);
    else if (
      silencer.reach === 'start' &&
      !stretches.some(({ closedBy, silencer: of }) => of === silencer && closedBy && own(closedBy.range))
    )
      placed.before(first, written);
    // A line is a row, but where every cell has one.
    else if (silencer.reach !== 'start' && (layout !== 'lines' || first === last)) placed.behind(last, worded('line', silencer));
    else {
      placed.before(first, worded('start', silencer));
      placed.behind(last, `<!-- gongkai-ignore-end ${idsOf(silencer)} -->`);
    }
  }
  return { silences: placed.any, around: (cell, words) => placed.around(cell, words), behind };
}

const idsOf = ({ rules }: Silencer): string => rules.map(({ id }) => id).join(', ');
const worded = (reach: 'line' | 'start', silencer: Silencer): string =>
  `<!-- gongkai-ignore-${reach} ${idsOf(silencer)}${silencer.reason === '' ? '' : `: ${silencer.reason.replace(/\s+/g, ' ')}`} -->`;

interface Place extends CellId {
  /** Where the cell begins in the draft. */
  readonly start: number;
}

const nameOf = ({ row, column }: CellId): string => `${row}/${column}`;

/** The cells of a table that the new one has too, in the order in which it is written. */
function oldPlaces(table: Table, target: TableDefinition): Place[] {
  const starts = new Map(
    table.rows.flatMap(({ row, cells }) => [...cells].map(([column, { range }]) => [nameOf({ row: row.id, column }), range.start])),
  );
  return cellsOf(target).flatMap(({ row, column }) => {
    const start = starts.get(nameOf({ row: row.id, column: column.id }));
    return start === undefined ? [] : [{ row: row.id, column: column.id, start }];
  });
}

/** Comments by the cell that they stand in. */
class Placed {
  private readonly first = new Map<string, string>();
  private readonly last = new Map<string, string>();

  get any(): boolean {
    return this.first.size + this.last.size > 0;
  }

  before(cell: CellId, comment: string): void {
    this.first.set(nameOf(cell), (this.first.get(nameOf(cell)) ?? '') + comment);
  }

  behind(cell: CellId, comment: string): void {
    this.last.set(nameOf(cell), `${this.last.get(nameOf(cell)) ?? ''} ${comment}`);
  }

  around(cell: CellId, text: string): string {
    return ((this.first.get(nameOf(cell)) ?? '') + text + (this.last.get(nameOf(cell)) ?? '')).trim();
  }
}

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
  const placed = new Placed();
  const behind: string[] = [];
  const comments = [...commentsOf(text.slice(extent.start, extent.end))];
  const silencers = comments.length === 0 ? [] : silencersOf(text);
  const known = new Map(silencers.map((silencer) => [silencer.range.start, silencer]));
  const stretches = stretchesOf(text, silencers);
  const stretchOf = new Map(stretches.map((stretch) => [stretch.silencer, stretch]));
  const opened = new Map(stretches.map((stretch) => [stretch.closedBy, stretch]));
  const cells = silencers.length === 0 ? [] : oldPlaces(table, target);
  const isInside = (silencer: Silencer | undefined): boolean =>
    silencer !== undefined && silencer.range.start >= extent.start && silencer.range.end <= extent.end;
  for (const { start, end } of comments) {
    const written = text.slice(extent.start + start, extent.start + end).replace(/\s+/g, ' ');
    const silencer = known.get(extent.start + start);
    const block = silencer && opened.get(silencer);
    // What Word writes for itself; the end of what begins in the table, which is written with its beginning.
    if (/^<!--\s{0,8}\[/.test(written) || isInside(block?.silencer)) continue;
    const own = silencer && silencer.reach !== 'file' ? stretchOf.get(silencer) : undefined;
    const stretch = block?.stretch ?? own?.stretch;
    const spoken = stretch ? cells.filter((cell) => cell.start >= stretch.start && cell.start < stretch.end) : [];
    const [first, last] = [spoken[0], spoken.at(-1)];
    if (!silencer || !first || !last) behind.push(written);
    else if (block) placed.behind(last, written);
    else if (silencer.reach === 'start' && !isInside(own?.closedBy)) placed.before(first, written);
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

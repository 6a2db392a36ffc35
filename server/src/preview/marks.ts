import type { Analysis } from '../analysis/analyze';
import { tableExtent } from '../editing/extent';
import type { Bilingual, TableId } from '../editions';
import type { Range } from '../reading/report';
import type { Finding } from '../rules/rule';
import { bySeverity } from '../rules/words';

/** A finding in the preview, and the id of its line in the list. */
export interface Mark {
  readonly finding: Finding;
  readonly id: string;
}

/** Where in a table a finding belongs: `row/column`, `row`, or the table as a whole. */
const placeIn = ({ data: { row, column } }: Finding): string => (row === undefined ? '' : column === undefined ? row : `${row}/${column}`);

const spot = ({ start, end }: Range): string => `${start}-${end}`;

/**
 * The findings of a draft, each to be shown where it belongs. Whoever shows a place takes what belongs there; nothing is taken
 * twice.
 */
export class Marks {
  /** In the order of the text. */
  readonly all: readonly Mark[];
  private readonly inTables = new Map<TableId, Map<string, Mark[]>>();
  private readonly inText: Mark[] = [];
  /** What is said of things that are not there, by rule and section or table. */
  private readonly ofAbsent = new Map<string, Mark[]>();
  /** All in `inText` before it have been passed. */
  private next = 0;

  constructor(
    { report, findings }: Pick<Analysis, 'report' | 'findings'>,
    readonly language: keyof Bilingual,
  ) {
    this.all = findings.map((finding, i) => ({ finding, id: `finding-${i + 1}` }));
    const extents = [...report.tables].map(([id, table]) => ({ id, extent: tableExtent(report, table) }));
    for (const mark of this.all) {
      const { rule, range, data } = mark.finding;
      const absent = rule === 'section-missing' ? data.section : rule === 'table-missing' ? data.table : undefined;
      const inside = extents.find(({ id, extent }) => (data.table ?? id) === id && range.start >= extent.start && range.end <= extent.end);
      if (absent !== undefined) add(this.ofAbsent, String(absent), mark);
      else if (inside) this.addToTable(inside.id, mark);
      else this.inText.push(mark);
    }
  }

  private addToTable(id: TableId, mark: Mark): void {
    const known = this.inTables.get(id) ?? new Map<string, Mark[]>();
    this.inTables.set(id, known);
    const place = placeIn(mark.finding);
    // What names a column only, or a place that has no name, is found by where it stands.
    add(known, place === '' ? spot(mark.finding.range) : place, mark);
  }

  /** What is said of a place in a table, by its name or by where it stands. */
  at(table: TableId, place: string, ranges: readonly Range[] = []): Mark[] {
    const known = this.inTables.get(table);
    if (!known) return [];
    return [place, ...ranges.map(spot)].flatMap((name) => {
      const marks = known.get(name) ?? [];
      known.delete(name);
      return marks;
    });
  }

  /** What nobody has taken of a table: it is said of the table as a whole. */
  rest(table: TableId): Mark[] {
    const left = [...(this.inTables.get(table)?.values() ?? [])].flat();
    this.inTables.delete(table);
    return left;
  }

  /** What is said of a section or table that is not there. */
  absent(what: string | number): Mark[] {
    return this.ofAbsent.get(String(what)) ?? [];
  }

  /** What is said of a stretch of text, whole or in part. Cheapest where asked in the order of the text. */
  within({ start, end }: Range): Mark[] {
    while (this.next < this.inText.length && this.inText[this.next]!.finding.range.end < start) this.next++;
    const found: Mark[] = [];
    for (let i = this.next; i < this.inText.length; i++) {
      const { range } = this.inText[i]!.finding;
      if (range.start > end) break;
      const meets = range.start === range.end ? range.start >= start : range.start < end && range.end > start;
      if (meets) found.push(this.inText[i]!);
    }
    return found;
  }

  /** What an element that carries marks says of them: its look, its words for the pointer, its words for a reader. */
  attributes(marks: readonly Mark[], name = ''): Readonly<Record<string, string | number | undefined>> {
    if (marks.length === 0) return { class: name };
    const [gravest] = marks.map(({ finding }) => finding.severity).sort(bySeverity);
    return {
      class: `${name} fault ${gravest}`.trim(),
      title: marks.map(({ finding }) => finding.message[this.language]).join('\n'),
      'aria-describedby': marks.map(({ id }) => id).join(' '),
      tabindex: 0,
    };
  }
}

function add<Key>(to: Map<Key, Mark[]>, key: Key, mark: Mark): void {
  const known = to.get(key);
  if (known) known.push(mark);
  else to.set(key, [mark]);
}

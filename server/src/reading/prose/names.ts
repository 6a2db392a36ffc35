import { remembered, rowsOf, type TableDefinition, type TableId } from '../../editions';
import { key } from '../text';

/** A cell that a sentence may speak of, added or taken away. */
export interface Term {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  readonly sign: 1 | -1;
}

/** What a figure may mean: the sum of these cells. */
export type Reading = readonly Term[];

export const term = (table: TableId, row: string, column: string, sign: 1 | -1 = 1): Term => ({ table, row, column, sign });

/** The names of rows and columns as sentences use them: without numbering, notes and punctuation. */
export type Names = ReadonlyMap<string, readonly string[]>;

/** A name that says less than this says nothing outside of its table: 其他, 总计. */
const MIN_NAME = 3;

/** A label without its number and its note. */
export const nameOf = (label: string): string =>
  key(label.replace(/（[^（）]{4,}）$/, '').replace(/^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.．])/, ''));

function gather(entries: readonly (readonly [label: string, id: string])[]): Names {
  const names = new Map<string, string[]>();
  for (const [label, id] of entries) {
    // 申请人逾期不补正、行政机关不再处理: the first half says it all.
    for (const name of new Set([nameOf(label), nameOf(label.replace(/、行政机关.*/, ''))]))
      if (name.length >= MIN_NAME) names.set(name, [...(names.get(name) ?? []), id]);
  }
  return names;
}

/** Of table `requests`: results and groups of results with their rows. */
export const resultNames = remembered(
  (table: TableDefinition): Names =>
    gather(
      rowsOf(table).flatMap(({ row }) =>
        row.path.length === 0 ? [] : [row.label, ...row.path.slice(1)].map((label) => [label.text, row.id] as const),
      ),
    ),
);

/** Of table `requests`: kinds of applicants and groups of kinds with their columns. */
export const applicantNames = remembered(
  (table: TableDefinition): Names =>
    gather(
      table.blocks.flatMap(({ columns }) =>
        columns.flatMap((column) => [column.label, ...column.path.slice(1)].map((label) => [label.text, column.id] as const)),
      ),
    ),
);

/** Of table `disputes`: review and litigation, and the kinds of litigation, with their rows. */
export const disputeNames = remembered(
  (table: TableDefinition): Names =>
    gather(rowsOf(table).flatMap(({ row }) => [row.label, ...row.path].map((label) => [label.text, row.id] as const))),
);

/** Of table `disputes`: outcomes with their columns. */
export const outcomeNames = remembered(
  (table: TableDefinition): Names =>
    gather(table.blocks.flatMap(({ columns }) => columns.map((column) => [column.label.text, column.id] as const))),
);

/** Of table `disclosure`: what is counted, with its rows. */
export const disclosureNames = remembered(
  (table: TableDefinition): Names => gather(rowsOf(table).map(({ row }) => [row.label.text, row.id] as const)),
);

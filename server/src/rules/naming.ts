import { type Edition, editions } from '../editions';
import { lineAt } from '../reading/lines';
import type { Range, Report, Table } from '../reading/report';

export { isFragment } from '../editing/missing';
export { cellPlace, chineseDigit, columnPlace, rowName, rowPlace, tableName } from '../editing/naming';

/** The format that the report is held against; the sections are the same in all. */
export const formatOf = (report: Report): Edition => report.expected ?? report.edition ?? editions.at(-1)!;

/** Where to speak of the report as a whole: its title, or its first heading. */
export const topOf = (report: Report): Range => report.title?.range ?? report.sections[0]?.heading.range ?? { start: 0, end: 0 };

/** Whether every value cell of a table is blank. */
export const isEmpty = (table: Table): boolean =>
  table.rows.every((row) => !row.misaligned && [...row.cells.values()].every((cell) => cell.value.state === 'blank'));

/** The first line of something longer: where that is underlined which is wrong as a whole. */
export function firstLineOf({ masked }: Report, { start, end }: Range): Range {
  const line = masked.slice(start, Math.min(end, lineAt(masked, start).end));
  return { start, end: start + line.trimEnd().length };
}

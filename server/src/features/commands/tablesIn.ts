import type { Range, Report, Table } from '../../reading/report';

/** The tables that a range touches, in the order of the text; all of them without one. */
export const tablesIn = (report: Report, range: Range | undefined): Table[] =>
  [...report.tables.values()]
    .filter((table) => !range || (table.range.start <= range.end && range.start <= table.range.end))
    .sort((a, b) => a.range.start - b.range.start);

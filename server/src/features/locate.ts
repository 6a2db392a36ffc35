import type { BoundRow, Cell, Range, Report, Section, Table, TableLabel, Title } from '../reading/report';

/** What stands at a place of a draft: the innermost thing that the format has a name for. */
export type Located =
  | { readonly kind: 'cell'; readonly range: Range; readonly table: Table; readonly row: BoundRow; readonly cell: Cell }
  | { readonly kind: 'row'; readonly range: Range; readonly table: Table; readonly row: BoundRow }
  | { readonly kind: 'label'; readonly range: Range; readonly table: Table; readonly label: TableLabel }
  | { readonly kind: 'heading'; readonly range: Range; readonly section: Section }
  | { readonly kind: 'title'; readonly range: Range; readonly title: Title };

/** Ends count: the caret behind the last character is still on the word. */
const holds = ({ start, end }: Range, offset: number): boolean => start <= offset && offset <= end;

/** The pieces of a row's label; one range where it stands in one place. */
export const labelPieces = (row: BoundRow): readonly Range[] => row.pieces ?? [row.label];

/** What stands at an offset; nothing in prose, in unknown rows, between cells. */
export function locate(report: Report, offset: number): Located | undefined {
  for (const table of report.tables.values()) {
    for (const row of table.rows) {
      for (const cell of row.cells.values()) if (holds(cell.range, offset)) return { kind: 'cell', range: cell.range, table, row, cell };
    }
    // The heads of a wide table are the labels of its rows.
    for (const row of table.rows) {
      for (const range of labelPieces(row)) if (holds(range, offset)) return { kind: 'row', range, table, row };
    }
    for (const label of table.labels) if (holds(label.range, offset)) return { kind: 'label', range: label.range, table, label };
  }
  const section = report.sections.find(({ heading }) => holds(heading.range, offset));
  if (section) return { kind: 'heading', range: section.heading.range, section };
  if (report.title && holds(report.title.range, offset)) return { kind: 'title', range: report.title.range, title: report.title };
  return undefined;
}

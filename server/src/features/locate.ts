import type { BoundRow, Cell, Range, Report, Section, Table, TableLabel, Title } from '../reading/report';

/** What stands at a place of a draft: the innermost thing that the format has a name for. */
export type Located =
  | { readonly kind: 'cell'; readonly range: Range; readonly table: Table; readonly row: BoundRow; readonly cell: Cell }
  | { readonly kind: 'row'; readonly range: Range; readonly table: Table; readonly row: BoundRow }
  | { readonly kind: 'label'; readonly range: Range; readonly table: Table; readonly label: TableLabel }
  | { readonly kind: 'heading'; readonly range: Range; readonly section: Section }
  | { readonly kind: 'title'; readonly range: Range; readonly title: Title };

/** Whether a thing is at the place that is asked for. */
type Holds = (range: Range) => boolean;

/** The pieces of a row's label; one range where it stands in one place, none where the row has no label of its own. */
export const labelPieces = (row: BoundRow): readonly Range[] => (row.pieces ?? [row.label]).filter(({ start, end }) => start < end);

/**
 * What stands at an offset; nothing in prose, in unknown rows, between cells. Ends count, since the caret behind the last
 * character is still on the word; where two things meet, the one that begins there goes first.
 */
export function locate(report: Report, offset: number): Located | undefined {
  return (
    find(report, ({ start, end }) => start <= offset && offset < end) ?? find(report, ({ start, end }) => start <= offset && offset <= end)
  );
}

function find(report: Report, holds: Holds): Located | undefined {
  for (const table of report.tables.values()) {
    for (const row of table.rows) {
      for (const cell of row.cells.values())
        if (holds(cell.range) && hasPlace(row, cell)) return { kind: 'cell', range: cell.range, table, row, cell };
    }
    // The heads of a wide table are the labels of its rows.
    for (const row of table.rows) {
      for (const range of labelPieces(row)) if (holds(range)) return { kind: 'row', range, table, row };
    }
    for (const label of table.labels) if (holds(label.range)) return { kind: 'label', range: label.range, table, label };
  }
  const section = report.sections.find(({ heading }) => holds(heading.range));
  if (section) return { kind: 'heading', range: section.heading.range, section };
  if (report.title && holds(report.title.range)) return { kind: 'title', range: report.title.range, title: report.title };
  return undefined;
}

/**
 * Whether a cell stands in the draft: a blank one between two delimiters has a place, even if nothing fits in it; one that
 * the row has no room for lies on the end of what is there, or on another such cell.
 */
function hasPlace(row: BoundRow, cell: Cell): boolean {
  const { start, end } = cell.range;
  if (start < end) return true;
  const meets = (range: Range): boolean => range.start === start || range.end === start;
  if (meets(row.label) || labelPieces(row).some(meets)) return false;
  for (const other of row.cells.values()) if (other !== cell && meets(other.range)) return false;
  return true;
}

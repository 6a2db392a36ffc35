import { rowsOf } from '../../server/src/editions';
import type { Table } from '../../server/src/reading/report';
import type { Result } from './results';

/** Figures by row and column: normal forms; null where the cell is blank, unreadable, misaligned or not there. */
export type Figures = Record<string, Record<string, string | null>>;

/** What is known of a draft as a whole; nothing of a file that is no report, or could not be read. */
export function heading(result: Result): {
  file: string;
  report: boolean;
  edition: string | null;
  year: number | null;
  unit: string | null;
} {
  const { file } = result;
  const report = result.failure ? undefined : result.analysis.report;
  if (!report?.recognised) return { file, report: false, edition: null, year: null, unit: null };
  return { file, report: true, edition: report.edition?.id ?? null, year: report.year ?? null, unit: report.unit ?? null };
}

/** Every row and column of the edition that the table is written in. */
function figures({ definition, rows }: Table): Figures {
  const bound = new Map<string, Table['rows'][number]>();
  // The first of a row that stands twice is the one that counts.
  for (const row of rows) if (!bound.has(row.row.id)) bound.set(row.row.id, row);
  return Object.fromEntries(
    rowsOf(definition).map(({ row, block }) => {
      const cells = bound.get(row.id)?.cells;
      const values = block.columns.map(({ id }): [string, string | null] => {
        const value = cells?.get(id)?.value;
        return [id, value?.state === 'number' ? value.normal : null];
      });
      return [row.id, Object.fromEntries(values)];
    }),
  );
}

/** The bound values of the tables that stand in a draft. */
export function tables(result: Result): Record<string, Figures> {
  if (result.failure || !result.analysis.report.recognised) return {};
  return Object.fromEntries([...result.analysis.report.tables].map(([id, table]) => [id, figures(table)]));
}

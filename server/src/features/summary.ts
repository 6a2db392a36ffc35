import type { Analysis } from '../analysis/analyze';
import type { RelationState } from '../analysis/relations';
import { type Bilingual, type EditionId, rowsOf } from '../editions';
import type { Report, Table } from '../reading/report';
import type { Finding, Severity } from '../rules/rule';
import { silencedRelations } from './silenced';

/** What was read and judged of a table, in numbers. */
export interface TableSummary {
  readonly table: Table;
  readonly edition: EditionId;
  /** Official rows that stand in the draft, and how many the edition has. */
  readonly rows: { readonly found: number; readonly official: number };
  /** But for those whose fault is silenced. */
  readonly relations: Readonly<Record<RelationState['state'], number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Findings that comments of the draft silence. */
  readonly silenced: number;
}

export interface ReportSummary {
  /** In the order of the text. */
  readonly tables: readonly TableSummary[];
  readonly findings: Readonly<Record<Severity, number>>;
  readonly silenced: number;
}

/** Nothing is said about a file that is no report, nor about a report on a year before the first official format. */
export const isJudged = ({ recognised, year, expected, edition }: Report): boolean =>
  recognised && (year === undefined || expected !== undefined || edition !== undefined);

/** The numbers of a draft: of each table and of the whole. */
export function summarize(analysis: Analysis): ReportSummary {
  const { report, relations, findings, suppressed } = analysis;
  const silenced = silencedRelations(analysis);
  const tables = [...report.tables.values()].sort((a, b) => a.range.start - b.range.start);
  return {
    tables: tables.map((table) => ({
      table,
      edition: table.edition.id,
      rows: rowCount(table),
      relations: states(relations.filter((state) => state.table === table && !silenced.has(state))),
      findings: severities(findings.filter(({ data }) => data.table === table.definition.id)),
      silenced: suppressed.filter(({ finding: { data } }) => data.table === table.definition.id).length,
    })),
    findings: severities(findings),
    silenced: suppressed.length,
  };
}

export const rowCount = (table: Table): TableSummary['rows'] => ({
  found: new Set(table.rows.map(({ row }) => row.id)).size,
  official: rowsOf(table.definition).length,
});

/** `2021 版 · 25/25 行` */
export function extent(table: Table): Bilingual {
  const { found, official } = rowCount(table);
  const { id } = table.edition;
  return { zh: `${id} 版 · ${found}/${official} 行`, en: `${id} format · ${found}/${official} rows` };
}

function states(relations: readonly RelationState[]): TableSummary['relations'] {
  const counts = { holds: 0, violated: 0, 'not-assessable': 0 };
  for (const { state } of relations) counts[state]++;
  return counts;
}

export function severities(findings: readonly Finding[]): TableSummary['findings'] {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

import type { EditionId, SectionNumber, TableId } from '../../server/src/editions';
import type { ReportValues } from './model';
import type { Prose } from './prose';
import type { Unit } from './units';

/** What a draft shall say, before it is decided how it looks. Faults change this, never the text. */
export interface Spec {
  readonly year: number;
  readonly unit: Unit;
  /** What the year asks for. */
  readonly edition: EditionId;
  readonly values: ReportValues;
  readonly prose: Prose;
  readonly faults: SpecFaults;
}

export interface SpecFaults {
  readonly withoutTitle?: boolean;
  readonly withoutSections?: readonly SectionNumber[];
  readonly withoutTables?: readonly TableId[];
  /** Rows left out of a table. */
  readonly withoutRows?: readonly { readonly table: TableId; readonly row: string }[];
  /** Values that stand behind the last one of a row. */
  readonly surplus?: { readonly table: TableId; readonly row: string; readonly values: readonly string[] };
  /** A value that is left out of a row together with its cell. */
  readonly dropped?: { readonly table: TableId; readonly row: string; readonly column: string };
}

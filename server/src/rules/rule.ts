import type { Bilingual, EditionId, SectionNumber, TableId } from '../editions';
import type { Relations } from '../analysis/relations';
import type { Range, Report } from '../reading/report';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What applies of a finding, for programs: ids of the editions, figures in normal form. */
export interface FindingData {
  readonly section?: SectionNumber;
  readonly table?: TableId;
  readonly row?: string;
  readonly column?: string;
  readonly actual?: string;
  readonly expected?: string;
}

export interface Related {
  readonly range: Range;
  readonly message: Bilingual;
}

/** What a rule yields: one fault at one place. */
export interface Fault {
  readonly range: Range;
  /** One line that stands alone: what, why, what to do; numbers first. */
  readonly message: Bilingual;
  readonly data?: FindingData;
  readonly related?: readonly Related[];
  /** Where one rule speaks at two levels. */
  readonly severity?: Severity;
}

/** A fault with the rule that found it. */
export interface Finding extends Fault {
  readonly rule: string;
  readonly severity: Severity;
  readonly data: FindingData;
  readonly related: readonly Related[];
}

/** What a rule reads. */
export interface Judgement {
  readonly report: Report;
  readonly relations: Relations;
}

/** A rule: metadata, explanation and check. The metadata is the documentation: pages, schema and tables are made from it. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** The editions that it applies to: the one that the table is written in, or the report's. */
  readonly editions: readonly EditionId[];
  readonly title: Bilingual;
  /** What it looks for and why, a paragraph. */
  readonly explanation: Bilingual;
  /** Where the format or the law says so. */
  readonly basis?: Bilingual;
  /** `safe`: joins fix-all; `suggestion`: chosen by hand; `none`. */
  readonly fix: 'safe' | 'suggestion' | 'none';
  check(judgement: Judgement): Iterable<Fault>;
}

export const rule = (definition: Rule): Rule => definition;

import type { RelationState } from '../analysis/relations';
import type { Idle } from '../analysis/silencing';
import type { EditingOptions, Fix } from '../editing/edit';
import { type Bilingual, type EditionId, editions, type SectionNumber, type TableId } from '../editions';
import type { Range, Report } from '../reading/report';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** As VS Code calls them. */
export const severityNames: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '信息', en: 'info' },
  hint: { zh: '提示', en: 'hint' },
};

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
  /** The narrowest range that shows the fault. */
  readonly range: Range;
  /** One line that stands alone: what, why, what to do; numbers first. */
  readonly message: Bilingual;
  /** Where it is not that of the rule, as under another edition. */
  readonly severity?: Severity;
  readonly data?: FindingData;
  readonly related?: readonly Related[];
}

/** A fault with the rule that found it. */
export interface Finding extends Fault {
  readonly rule: string;
  readonly severity: Severity;
  readonly data: FindingData;
  readonly related: readonly Related[];
}

/** The kind of the unit that reports: what holds for it, by its name where the settings do not say. */
export type UnitKind = 'department' | 'government' | 'town';

/** What the settings and the config file tell the rules. */
export interface RuleOptions {
  readonly unit?: UnitKind;
  /** Words that are right as they are: names, abbreviations. */
  readonly words?: readonly string[];
}

/** What a rule reads: the model and the state of every relation. */
export interface Judgement {
  readonly report: Report;
  readonly relations: readonly RelationState[];
  readonly options?: RuleOptions;
  /** Silencers of the draft that do nothing; known when all other rules have run. */
  readonly idle?: readonly Idle[];
}

/** A rule. Its metadata is its documentation: pages, schema and tables of rules are made from it. */
export interface Rule {
  readonly id: string;
  /** Default severity. */
  readonly severity: Severity;
  /** The editions whose reports it applies to. */
  readonly editions: readonly EditionId[];
  readonly title: Bilingual;
  /** What it looks for and why. */
  readonly explanation: Bilingual;
  /** Where the format or the law says so. */
  readonly basis?: Bilingual;
  /** `safe`: joins fix-all; `suggestion`: chosen by hand; `none`. */
  readonly fix: 'safe' | 'suggestion' | 'none';
  check(judgement: Judgement): Iterable<Fault>;
  /** The remedies of a fault that this rule has found, the best first; none where only the writer knows. Pure. */
  fixes?(fault: Finding, judgement: Judgement, options: EditingOptions): Iterable<Fix>;
}

export const rule = (definition: Rule): Rule => definition;
export const ALL_EDITIONS: readonly EditionId[] = editions.map(({ id }) => id);

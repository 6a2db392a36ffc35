import type { RelationState } from '../analysis/relations';
import type { Idle } from '../analysis/silencing';
import type { EditingOptions, Fix } from '../editing/edit';
import { type Bilingual, type EditionId, editions, type SectionNumber, type TableId } from '../editions';
import type { Range, Report } from '../reading/report';
import { type Options, type OptionValues, type ValuesOf, valuesOf } from './options';

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
  /** Options of single rules, by id and name; the standard ones where nothing is said. */
  readonly own?: Readonly<Record<string, OptionValues>>;
}

/** What a rule reads: the model and the state of every relation. */
export interface Judgement<O extends Options = Options> {
  readonly report: Report;
  readonly relations: readonly RelationState[];
  readonly options?: RuleOptions;
  /** The rule's own options. */
  readonly own: ValuesOf<O>;
  /** Silencers of the draft that do nothing; known when all other rules have run. */
  readonly idle?: readonly Idle[];
}

/** What a rule reads of a report: its three tables, one of them, those that it has in the edition of its year, a section, what the title says. */
export type Need = 'tables' | 'edition' | TableId | SectionNumber | 'year' | 'unit';

/** A rule. Its metadata is its documentation: pages, schema and tables of rules are made from it. */
export interface Rule<O extends Options = Options> {
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
  /** What it cannot judge in full without: where one is not there its silence is no proof that all is well. */
  readonly needs?: readonly Need[];
  /** `safe`: joins fix-all; `suggestion`: chosen by hand; `none`. */
  readonly fix: 'safe' | 'suggestion' | 'none';
  /** What its users may set beside the severity: what many would want otherwise, and nothing else. */
  readonly options?: O;
  check(judgement: Judgement<O>): Iterable<Fault>;
  /** The remedies of a fault that this rule has found, the best first; none where only the writer knows. Pure. */
  fixes?(fault: Finding, judgement: Judgement<O>, options: EditingOptions): Iterable<Fix>;
}

export const rule = <const O extends Options = Record<never, never>>(definition: Rule<O>): Rule => definition;

/** What all rules read. */
export const sharedJudgement = (judgement: Omit<Judgement, 'own'>): Judgement => ({ ...judgement, own: NONE });

/** What one rule reads, of what all of them do: with its own options. */
export const judgementFor = ({ id, options }: Rule, judgement: Judgement): Judgement =>
  options ? { ...judgement, own: valuesOf(options, judgement.options?.own?.[id]) } : judgement;

const NONE: OptionValues = {};
export const ALL_EDITIONS: readonly EditionId[] = editions.map(({ id }) => id);

/** What most rules rest on. */
export const NOTICE: Bilingual = { zh: '国办公开办函〔2021〕30号', en: 'Notice No. 30 (2021)' };
export const ARTICLE_AND_NOTICE: Bilingual = { zh: `条例第五十条；${NOTICE.zh}`, en: `Regulation, article 50; ${NOTICE.en}` };
export const BOTH_NOTICES: Bilingual = { zh: '国办公开办函〔2019〕60号、〔2021〕30号', en: 'Notices No. 60 (2019) and No. 30 (2021)' };
export const FEE_MEASURES: Bilingual = {
  zh: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  en: 'Measures on the information processing fee (State Council Office Letter No. 109, 2020)',
};

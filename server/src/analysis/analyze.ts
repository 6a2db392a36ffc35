import { byPlace } from '../editing/edit';
import { type ReadOptions, readReport } from '../reading/read';
import type { Report } from '../reading/report';
import { ruleById, rules } from '../rules';
import { type Finding, type Judgement, judgementFor, type Rule, type RuleOptions, type Severity, sharedJudgement } from '../rules/rule';
import { unusedIgnore } from '../rules/unused-ignore';
import { judgeRelations, type RelationState } from './relations';
import { type Suppressed, silence } from './silencing';

/** How serious the findings of a rule are, or that it does not run. By id; the rules' own where it says nothing. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

export interface AnalyzeOptions extends ReadOptions, RuleOptions {
  /** The rules to run; all by default. */
  readonly rules?: readonly Rule[];
  readonly severities?: Severities;
}

/** The one judgement that every view projects. */
export interface Analysis {
  readonly report: Report;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** What a comment in the draft silences, in the order of the text. */
  readonly suppressed: readonly Suppressed<Finding>[];
  /** Of every relation of the tables in the report. */
  readonly relations: readonly RelationState[];
  /** What it was judged with. */
  readonly options: AnalyzeOptions;
}

/** The id under which a rule that failed is reported; the other rules still run. */
export const INTERNAL_ERROR = 'internal-error';

/** Reads and judges a draft. Pure, synchronous, linear in the length of the text; never throws. */
export function analyze(text: string, options: AnalyzeOptions = {}): Analysis {
  const report = readReport(text, options);
  if (!report.recognised) return { report, findings: [], suppressed: [], relations: [], options };
  const relations = judgeRelations(report);
  // A report on a year before the first official format cannot be held against one.
  if (report.year !== undefined && !report.expected && !report.edition) return { report, findings: [], suppressed: [], relations, options };
  const { severities = {} } = options;
  const judgement = sharedJudgement({ report, relations, options });
  const running = (options.rules ?? rules).filter(({ id }) => severities[id] !== 'off');
  const found: Finding[] = [];
  for (const rule of running) if (rule !== unusedIgnore) run(rule, judgement, severities, found);
  found.sort(byPlace);
  const ran = running.flatMap((rule) => (rule === unusedIgnore ? [] : [rule.id]));
  const { kept, suppressed, idle } = silence(text, found, ruleById, ran);
  if (idle.length > 0 && running.includes(unusedIgnore)) {
    run(unusedIgnore, { ...judgement, idle }, severities, kept);
    kept.sort(byPlace);
  }
  return { report, findings: kept, suppressed, relations, options };
}

const wanted = (severity: Severity | 'off' | undefined): Severity | undefined => (severity === 'off' ? undefined : severity);

/** Adds what a rule finds. A rule that throws yields one internal error and nothing else: what it found may be half a thought. */
function run(rule: Rule, judgement: Judgement, severities: Severities, findings: Finding[]): void {
  const { id, severity } = rule;
  const before = findings.length;
  try {
    for (const fault of rule.check(judgementFor(rule, judgement))) {
      const { range, message, data = {}, related = [] } = fault;
      findings.push({ rule: id, severity: wanted(severities[id]) ?? fault.severity ?? severity, range, message, data, related });
    }
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    findings.length = before;
    findings.push({
      rule: INTERNAL_ERROR,
      severity: 'error',
      range: { start: 0, end: 0 },
      message: {
        zh: `规则 ${rule.id} 内部出错，未能完成检查（${what}）；其他规则不受影响。请反馈给开发者。`,
        en: `Rule ${rule.id} failed and could not finish (${what}); the other rules are not affected. Please report this.`,
      },
      data: {},
      related: [],
    });
  }
}

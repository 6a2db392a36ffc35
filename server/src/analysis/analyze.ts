import { type ReadOptions, readReport } from '../reading/read';
import type { Report } from '../reading/report';
import { rules } from '../rules';
import type { Finding, Judgement, Rule } from '../rules/rule';
import { judgeRelations, type RelationState } from './relations';

export interface AnalyzeOptions extends ReadOptions {
  /** The rules to run; all by default. */
  readonly rules?: readonly Rule[];
}

/** The one judgement that every view projects. */
export interface Analysis {
  readonly report: Report;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** Of every relation of the tables in the report. */
  readonly relations: readonly RelationState[];
}

/** The id under which a rule that failed is reported; the other rules still run. */
export const INTERNAL_ERROR = 'internal-error';

/** Reads and judges a draft. Pure, synchronous, linear in the length of the text; never throws. */
export function analyze(text: string, options: AnalyzeOptions = {}): Analysis {
  const report = readReport(text, options);
  if (!report.recognised) return { report, findings: [], relations: [] };
  const relations = judgeRelations(report);
  // A report on a year before the first official format cannot be held against one.
  if (report.year !== undefined && !report.expected && !report.edition) return { report, findings: [], relations };
  const findings: Finding[] = [];
  const judgement = { report, relations };
  for (const rule of options.rules ?? rules) run(rule, judgement, findings);
  findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return { report, findings, relations };
}

/** Adds what a rule finds. A rule that throws yields one internal error and nothing else: what it found may be half a thought. */
function run(rule: Rule, judgement: Judgement, findings: Finding[]): void {
  const { id, severity } = rule;
  const before = findings.length;
  try {
    for (const { range, message, data = {}, related = [] } of rule.check(judgement)) {
      findings.push({ rule: id, severity, range, message, data, related });
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

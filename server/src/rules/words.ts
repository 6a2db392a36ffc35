import type { Bilingual } from '../editions';
import type { Rule, Severity } from './rule';

/** How severities and kinds of fixes are called, wherever they are named. */

/** The gravest first. */
export const severityNames: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '信息', en: 'information' },
  hint: { zh: '提示', en: 'hint' },
};

const gravest = Object.keys(severityNames) as Severity[];

/** Negative where the first is graver. */
export const bySeverity = (one: Severity, other: Severity): number => gravest.indexOf(one) - gravest.indexOf(other);

export const fixNames: Readonly<Record<Rule['fix'], Bilingual>> = {
  safe: { zh: '可以安全修正：不改数，不改正文', en: 'Safe: changes neither a figure nor a sentence' },
  suggestion: { zh: '只作建议，由人选定', en: 'Suggestion: chosen by hand' },
  none: { zh: '由人核对', en: 'To be checked by hand' },
};

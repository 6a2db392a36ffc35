import type { Severity } from '../../server/src/rules/rule';
import type { Result } from './results';

/** How many files there were, and what was found in them. */
export interface Tally extends Record<Severity, number> {
  checked: number;
  failed: number;
  /** Left out by a config. */
  excluded: number;
  /** Checked, and no report. */
  others: number;
  /** Findings that comments silence. */
  silenced: number;
}

export const noTally = (): Tally => ({
  checked: 0,
  failed: 0,
  excluded: 0,
  others: 0,
  silenced: 0,
  error: 0,
  warning: 0,
  information: 0,
  hint: 0,
});

/** Of one file. */
export function tallyOf(result: Result): Tally {
  const tally = noTally();
  if (result.failure) return { ...tally, failed: 1 };
  const { report, findings, suppressed } = result.analysis;
  for (const { severity } of findings) tally[severity]++;
  return { ...tally, checked: 1, others: report.recognised ? 0 : 1, silenced: suppressed.length };
}

export function addTally(sum: Tally, more: Tally): void {
  for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += more[key];
}

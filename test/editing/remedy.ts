import assert from 'node:assert/strict';
import type { Analysis, AnalyzeOptions } from '../../server/src/analysis/analyze';
import { fixesOf as remedies } from '../../server/src/analysis/remedies';
import { applyEdits, defaultEditing, type Fix } from '../../server/src/editing/edit';
import type { Finding } from '../../server/src/rules/rule';
import { analyze } from './judge';

/** The remedies of a finding, as every view gets them. */
export const fixesOf = (finding: Finding, analysis: Analysis): Fix[] => remedies(finding, analysis, defaultEditing);

/** The only finding of a rule in a draft, with its remedies. */
export function remediesIn(text: string, rule: string, options?: AnalyzeOptions): { finding: Finding; fixes: Fix[]; analysis: Analysis } {
  const analysis = analyze(text, options);
  const found = analysis.findings.filter((finding) => finding.rule === rule);
  assert.equal(found.length, 1, `${rule} was found ${found.length} times`);
  return { finding: found[0]!, fixes: fixesOf(found[0]!, analysis), analysis };
}

/** What makes findings of two analyses the same, whatever their place and their figures. */
export const matter = ({ rule, data: { section, table, row, column } }: Finding): string =>
  [rule, section, table, row, column].map((part) => part ?? '·').join(' ');

/**
 * What is wrong with a remedy: it leaves its finding, or brings a new one. What the writer confirms first may bring up another
 * contradiction, since it says so; `strict`: it must not.
 */
export function faultOfFix(analysis: Analysis, finding: Finding, fix: Fix, strict = false, options?: AnalyzeOptions): string | undefined {
  const { text } = analysis.report;
  const edits = fix.edits;
  if (edits.length === 0) return 'no edit';
  edits.reduce((before, { range }) => {
    assert.ok(before <= range.start && range.start <= range.end && range.end <= text.length, 'edits overlap or leave the text');
    return range.end;
  }, 0);
  const after = applyEdits(text, edits);
  if (after === text) return `“${fix.title.zh}” changes nothing`;
  const again = analyze(after, options);
  const now = new Set(again.findings.map(matter));
  if (now.has(matter(finding))) return `“${fix.title.zh}” leaves ${matter(finding)}`;
  if (fix.confirm && !strict) return undefined;
  const before = new Set(analysis.findings.map(matter));
  // A cell that explains the violations that are left is no new fault.
  const fresh = [...now].filter((one) => !before.has(one) && !one.startsWith('sum-culprit'));
  return fresh.length > 0 ? `“${fix.title.zh}” brings ${fresh.join(', ')}` : undefined;
}

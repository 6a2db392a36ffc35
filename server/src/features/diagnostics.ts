import type { Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { INTERNAL_ERROR } from '../analysis/analyze';
import type { Finding, Severity } from '../rules/rule';
import { unusedIgnore } from '../rules/unused-ignore';
import type { Context } from './context';
import { rulePage } from './rulePage';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};

/** Every finding as a diagnostic, in the order of the text. */
export const diagnostics = (context: Context): Diagnostic[] => context.analysis.findings.map((finding) => diagnostic(context, finding));

export function diagnostic(context: Context, finding: Finding): Diagnostic {
  const told: Diagnostic = {
    range: context.range(finding.range),
    severity: severities[finding.severity],
    code: finding.rule,
    source: 'gongkai',
    message: context.say(finding.message),
    data: finding.data,
  };
  // Shown faded, as what can go.
  if (finding.rule === unusedIgnore.id) told.tags = [1 satisfies typeof DiagnosticTag.Unnecessary];
  // A rule that failed is no rule: it has no page.
  if (finding.rule !== INTERNAL_ERROR) told.codeDescription = { href: rulePage(finding.rule, context.view) };
  if (finding.related.length > 0) {
    told.relatedInformation = finding.related.map(({ range, message }) => ({
      location: { uri: context.document.uri, range: context.range(range) },
      message: context.say(message),
    }));
  }
  return told;
}

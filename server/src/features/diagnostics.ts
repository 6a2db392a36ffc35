import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, INTERNAL_ERROR } from '../analysis/analyze';
import type { Bilingual } from '../editions';
import { type Encoding, Positions } from '../positions';
import type { Severity } from '../rules/rule';
import { rulePage } from './rulePage';

/** How this client wants to be spoken to. */
export interface View {
  readonly language: keyof Bilingual;
  readonly encoding: Encoding;
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};

/** Every finding as a diagnostic, in the order of the text. */
export function diagnostics(analysis: Analysis, document: TextDocument, view: View): Diagnostic[] {
  const positions = new Positions(document, view.encoding);
  return analysis.findings.map((finding) => {
    const diagnostic: Diagnostic = {
      range: positions.range(finding.range),
      severity: severities[finding.severity],
      code: finding.rule,
      source: 'gongkai',
      message: finding.message[view.language],
      data: finding.data,
    };
    // A rule that failed is no rule: it has no page.
    if (finding.rule !== INTERNAL_ERROR) diagnostic.codeDescription = { href: rulePage(finding.rule) };
    if (finding.related.length > 0) {
      diagnostic.relatedInformation = finding.related.map(({ range, message }) => ({
        location: { uri: document.uri, range: positions.range(range) },
        message: message[view.language],
      }));
    }
    return diagnostic;
  });
}

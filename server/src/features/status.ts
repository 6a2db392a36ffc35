import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analyze';
import type { EditionId } from '../editions';
import type { Severity } from '../rules/rule';
import { isJudged, severities } from './summary';

/** The notification, beyond the protocol, that tells a client what it has opened; only to one that asks for it. */
export const statusMethod = 'gongkai/status';

export interface Status {
  readonly uri: string;
  readonly version: number;
  /** Whether the document is a report that is judged. */
  readonly report: boolean;
  /** The edition that its tables are written in. */
  readonly edition?: EditionId;
  /** The edition that it is held against: what its year asks for, or the settings. */
  readonly expected?: EditionId;
  readonly year?: number;
  /** As its title names it. */
  readonly unit?: string;
  readonly findings: Readonly<Record<Severity, number>>;
}

export function status({ uri, version }: TextDocument, { report, findings }: Analysis): Status {
  return {
    uri,
    version,
    report: isJudged(report),
    ...(report.edition ? { edition: report.edition.id } : {}),
    ...(report.expected ? { expected: report.expected.id } : {}),
    ...(report.year === undefined ? {} : { year: report.year }),
    ...(report.title?.unit ? { unit: report.title.unit.name } : {}),
    findings: severities(findings),
  };
}

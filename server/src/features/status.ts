import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analyze';
import type { EditionId } from '../editions';
import { isJudged } from './summary';

/** The notification, beyond the protocol, that tells a client what it has opened; only to one that asks for it. */
export const statusMethod = 'gongkai/status';

export interface Status {
  readonly uri: string;
  readonly version: number;
  /** Whether the document is a report that is judged. */
  readonly report: boolean;
  /** The edition that its tables are written in. */
  readonly edition?: EditionId;
  readonly year?: number;
}

export function status({ uri, version }: TextDocument, { report }: Analysis): Status {
  return {
    uri,
    version,
    report: isJudged(report),
    ...(report.edition ? { edition: report.edition.id } : {}),
    ...(report.year === undefined ? {} : { year: report.year }),
  };
}

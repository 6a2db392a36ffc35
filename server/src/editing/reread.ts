import type { EditionId } from '../editions';
import { readReport } from '../reading/read';
import type { Report } from '../reading/report';
import { applyEdits, type Edit } from './edit';

/** The draft as it reads with some edits done, held against the edition that it was held against before unless told otherwise. */
export const reread = (report: Report, edits: readonly Edit[], edition: EditionId | 'auto' = report.expected?.id ?? 'auto'): Report =>
  readReport(applyEdits(report.text, edits), { edition });

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../../server/src/rules/rule';
import type { Language } from '../language';
import type { Result } from '../results';
import { heading, tables } from '../values';
import type { Format } from './format';

/** One array; every element on a line of its own. */
const arrayOf = (element: (result: Result) => object): Format => ({
  before: (first) => `${first ? '[' : ','}\n`,
  print: (result) => JSON.stringify(element(result)),
  end: ({ checked, failed }) => (checked + failed === 0 ? ']\n' : '\n]\n'),
});

/** `check --format json`. Positions are zero-based, in UTF-16 units. */
export const json = (language: Language): Format =>
  arrayOf((result) => ({ ...heading(result), ...judgement(result, language), failure: result.failure?.[language] }));

/** `extract --format json`. */
export const jsonFigures = (language: Language): Format =>
  arrayOf((result) => {
    const { report: _, ...rest } = heading(result);
    return { ...rest, tables: tables(result), failure: result.failure?.[language] };
  });

/** Findings, and beside them, where there are any, those that a comment in the draft silences, each with the writer's reason. */
function judgement(result: Result, language: Language): { findings: object[]; suppressed?: object[] } {
  if (result.failure) return { findings: [] };
  const { report, findings, suppressed } = result.analysis;
  if (findings.length + suppressed.length === 0) return { findings: [] };
  const document = TextDocument.create('', '', 0, report.text);
  const shown = ({ rule, severity, message, range, data }: Finding): object => ({
    rule,
    severity,
    message: message[language],
    range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
    data,
  });
  if (suppressed.length === 0) return { findings: findings.map(shown) };
  return {
    findings: findings.map(shown),
    suppressed: suppressed.map(({ finding, reason }) => ({ ...shown(finding), reason: reason === '' ? null : reason })),
  };
}

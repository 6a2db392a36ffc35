import { type Analysis, type AnalyzeOptions, analyze as analyzeAll } from '../../server/src/analysis/analyze';
import { rules } from '../../server/src/rules';

/** The rules of tables, sections and titles: what a prose says of its tables is another matter, and follows every change of a figure. */
export const formatRules = rules.filter(
  ({ id }) =>
    !/^(?:prose|text|fee)-/.test(id) &&
    !['overview-topics', 'problems-improvements', 'year-stale', 'period', 'date-late', 'unit-name', 'placeholder'].includes(id),
);

/** An analysis without the rules of prose. */
export const analyze = (text: string, options: AnalyzeOptions = {}): Analysis => analyzeAll(text, { rules: formatRules, ...options });

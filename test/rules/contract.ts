import type { Rule, Severity } from '../../server/src/rules';

/** Ids, default severities and kinds of fixes that others rely on, whether or not the rule is there yet. */
type Contract = readonly [severity: Severity, fix: Rule['fix']];

export const contract: Readonly<Record<string, Contract>> = {
  'title-missing': ['warning', 'suggestion'],
  'title-form': ['warning', 'suggestion'],
  'section-missing': ['error', 'suggestion'],
  'section-title': ['warning', 'safe'],
  'section-order': ['warning', 'suggestion'],
  'section-duplicate': ['warning', 'none'],
  'section-unknown': ['information', 'none'],
  'section-empty': ['error', 'suggestion'],
  'table-missing': ['error', 'suggestion'],
  'table-edition': ['error', 'suggestion'],
  'table-empty': ['error', 'suggestion'],
  'table-unreadable': ['warning', 'suggestion'],
  'row-missing': ['error', 'suggestion'],
  'row-duplicate': ['warning', 'none'],
  'row-order': ['warning', 'none'],
  'row-unknown': ['warning', 'none'],
  'row-label': ['warning', 'safe'],
  'column-label': ['warning', 'safe'],
  'cell-count': ['error', 'none'],
  'cell-empty': ['error', 'suggestion'],
  'cell-value': ['error', 'suggestion'],
  'cell-format': ['hint', 'safe'],
  'cell-unit': ['warning', 'suggestion'],
  'sum-row': ['error', 'suggestion'],
  'sum-results': ['error', 'suggestion'],
  'sum-balance': ['error', 'suggestion'],
  'sum-disputes': ['error', 'suggestion'],
  'sum-culprit': ['information', 'suggestion'],
  'stock-negative': ['warning', 'none'],
  'decisions-misread': ['warning', 'none'],
  'rules-body': ['warning', 'none'],
};

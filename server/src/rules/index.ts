import { cellCount } from './cell-count';
import { cellEmpty } from './cell-empty';
import { cellFormat } from './cell-format';
import { cellUnit } from './cell-unit';
import { cellValue } from './cell-value';
import { columnLabel } from './column-label';
import { dateLate } from './date-late';
import { decisionsMisread } from './decisions-misread';
import { feeAmount } from './fee-amount';
import { feeStatement } from './fee-statement';
import { overviewTopics } from './overview-topics';
import { period } from './period';
import { placeholder } from './placeholder';
import { problemsImprovements } from './problems-improvements';
import { prosePercent } from './prose-percent';
import { proseTable } from './prose-table';
import { rowDuplicate } from './row-duplicate';
import { rowLabel } from './row-label';
import { rowMissing } from './row-missing';
import { rowOrder } from './row-order';
import { rowUnknown } from './row-unknown';
import type { Rule } from './rule';
import { rulesBody } from './rules-body';
import { sectionDuplicate } from './section-duplicate';
import { sectionEmpty } from './section-empty';
import { sectionMissing } from './section-missing';
import { sectionOrder } from './section-order';
import { sectionTitle } from './section-title';
import { sectionUnknown } from './section-unknown';
import { stockNegative } from './stock-negative';
import { sumBalance } from './sum-balance';
import { sumCulprit } from './sum-culprit';
import { sumDisputes } from './sum-disputes';
import { sumResults } from './sum-results';
import { sumRow } from './sum-row';
import { tableEdition } from './table-edition';
import { tableEmpty } from './table-empty';
import { tableMissing } from './table-missing';
import { tableUnreadable } from './table-unreadable';
import { textBreak } from './text-break';
import { textDoubled } from './text-doubled';
import { textLatin } from './text-latin';
import { textMarkup } from './text-markup';
import { textPunctuation } from './text-punctuation';
import { titleForm } from './title-form';
import { titleMissing } from './title-missing';
import { unitName } from './unit-name';
import { unusedIgnore } from './unused-ignore';
import { yearStale } from './year-stale';

/** All rules, in the order of their documentation. Adding one: its file and a line here. */
export const rules: readonly Rule[] = [
  titleMissing,
  titleForm,
  sectionMissing,
  sectionTitle,
  sectionOrder,
  sectionDuplicate,
  sectionUnknown,
  sectionEmpty,
  tableMissing,
  tableUnreadable,
  tableEdition,
  tableEmpty,
  rowMissing,
  rowDuplicate,
  rowOrder,
  rowUnknown,
  rowLabel,
  columnLabel,
  cellCount,
  cellEmpty,
  cellValue,
  cellFormat,
  cellUnit,
  sumRow,
  sumResults,
  sumDisputes,
  sumBalance,
  sumCulprit,
  stockNegative,
  decisionsMisread,
  rulesBody,
  proseTable,
  prosePercent,
  overviewTopics,
  problemsImprovements,
  feeStatement,
  feeAmount,
  yearStale,
  period,
  dateLate,
  unitName,
  placeholder,
  textLatin,
  textPunctuation,
  textBreak,
  textMarkup,
  textDoubled,
  unusedIgnore,
];

export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

export type * from './rule';

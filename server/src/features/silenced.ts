import type { Analysis } from '../analysis/analyze';
import type { RelationState } from '../analysis/relations';
import { remembered } from '../editions';
import { cellOf, violationOf } from '../rules/subject';
import { definesTotal, definitionsOf, totalOf } from './cellRelations';

/**
 * The relations whose fault the writer has silenced: violated ones, and those of a total that is blank or no number, where that
 * is silenced. Nothing is shown of them, and fill-totals leaves their totals as they are.
 */
export const silencedRelations = remembered(({ report, relations, suppressed }: Analysis): ReadonlySet<RelationState> => {
  const silenced = new Set<RelationState>();
  for (const { finding } of suppressed) {
    const violation = violationOf(finding, { relations });
    if (violation) silenced.add(violation);
    if (finding.rule !== 'cell-empty' && finding.rule !== 'cell-value') continue;
    const cell = cellOf(finding, report)?.cell;
    if (cell) for (const state of definitionsOf({ relations }, cell)) silenced.add(state);
  }
  return silenced;
});

/** The relations without those that define a total which the writer wants as it is. */
export function openRelations(analysis: Analysis): readonly RelationState[] {
  const silenced = silencedRelations(analysis);
  if (silenced.size === 0) return analysis.relations;
  const kept = new Set([...silenced].filter(definesTotal).map(totalOf));
  return analysis.relations.filter((state) => !definesTotal(state) || !kept.has(totalOf(state)));
}

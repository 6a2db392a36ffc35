import { findCulprits } from '../analysis/culprit';
import { violated } from '../analysis/relations';
import { settleTotal } from '../editing/figures';
import { ALL_EDITIONS, rule } from './rule';
import { violationOf } from './subject';
import { faultOfTotal } from './sums';

export const sumRow = rule({
  id: 'sum-row',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '行总计等于各类申请人之和', en: 'Row total equals the sum of applicants' },
  explanation: {
    zh: '表三每一行的“总计”等于自然人和五类法人或其他组织之和。',
    en: 'In table 3 the total of a row equals the sum of natural persons and the five kinds of organisations.',
  },
  basis: { zh: '表三“总计”列', en: 'Column 总计 of table 3' },
  fix: 'suggestion',
  *check({ relations }) {
    for (const state of violated(relations, 'sum-row'))
      yield faultOfTotal(state, { zh: '六类申请人之和', en: 'the six kinds of applicants' });
  },
  *fixes(finding, judgement) {
    const state = violationOf(finding, judgement);
    if (state) yield* settleTotal(judgement, state, findCulprits(judgement.relations));
  },
});

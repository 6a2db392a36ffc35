import { findCulprits } from '../analysis/culprit';
import { violated } from '../analysis/relations';
import { settleTotal } from '../editing/figures';
import { ALL_EDITIONS, rule } from './rule';
import { violationOf } from './subject';
import { faultOfTotal } from './sums';

export const sumResults = rule({
  id: 'sum-results',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '（七）总计等于（一）至（六）之和', en: 'Total of results equals the sum of the results' },
  explanation: {
    zh: '表三每一列的“（七）总计”等于（一）予以公开至（六）其他处理各行之和。常见的是漏加（六）。',
    en: 'In table 3 row （七） of a column equals the sum of all rows （一） to （六）. Often （六） is left out.',
  },
  basis: { zh: '表三“三、本年度办理结果（七）总计”', en: 'Row （七） of table 3' },
  fix: 'suggestion',
  *check({ relations }) {
    for (const state of violated(relations, 'sum-results'))
      yield faultOfTotal(state, { zh: '（一）至（六）各行之和', en: 'rows （一） to （六）' });
  },
  *fixes(finding, judgement) {
    const state = violationOf(finding, judgement);
    if (state) yield* settleTotal(judgement, state, findCulprits(judgement.relations));
  },
});

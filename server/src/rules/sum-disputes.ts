import { findCulprits } from '../analysis/culprit';
import { violated } from '../analysis/relations';
import { settleTotal } from '../editing/figures';
import { ALL_EDITIONS, rule } from './rule';
import { violationOf } from './subject';
import { faultOfTotal } from './sums';

export const sumDisputes = rule({
  id: 'sum-disputes',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '复议、诉讼总计等于四种结果之和', en: 'Total of disputes equals the four outcomes' },
  explanation: {
    zh: '表四行政复议、未经复议直接起诉、复议后起诉各自的“总计”等于结果维持、结果纠正、其他结果、尚未审结之和。',
    en: 'In table 4 each total equals the sum of upheld, corrected, other and pending.',
  },
  basis: { zh: '表四“总计”列', en: 'Column 总计 of table 4' },
  fix: 'suggestion',
  *check({ relations }) {
    for (const state of violated(relations, 'sum-disputes')) yield faultOfTotal(state, { zh: '四种结果之和', en: 'the four outcomes' });
  },
  *fixes(finding, judgement) {
    const state = violationOf(finding, judgement);
    if (state) yield* settleTotal(judgement, state, findCulprits(judgement.relations));
  },
});

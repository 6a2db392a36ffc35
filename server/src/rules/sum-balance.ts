import { findCulprits } from '../analysis/culprit';
import { violated } from '../analysis/relations';
import { settleBalance, settleBoth } from '../editing/figures';
import { ALL_EDITIONS, rule } from './rule';
import { violationOf } from './subject';
import { balanceFault } from './sums';

export const sumBalance = rule({
  id: 'sum-balance',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '一加二等于（七）加四', en: 'New and carried in equal processed and carried out' },
  explanation: {
    zh: '表三每一列：第一项（本年新收）加第二项（上年结转），等于第三项（办理结果总计）加第四项（结转下年度）。',
    en: 'In every column of table 3: received plus carried in equals processed plus carried out.',
  },
  basis: { zh: '表三表头：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和', en: 'The note in the head of table 3' },
  fix: 'suggestion',
  *check({ relations }) {
    for (const state of violated(relations, 'sum-balance')) yield balanceFault(state);
  },
  *fixes(finding, judgement) {
    const state = violationOf(finding, judgement);
    if (!state) return;
    const culprits = findCulprits(judgement.relations);
    yield* settleBoth(judgement, state, violated(judgement.relations, 'sum-balance'), culprits);
    yield* settleBalance(judgement, state, culprits);
  },
});

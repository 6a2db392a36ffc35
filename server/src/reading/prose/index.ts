import { remembered, type SectionNumber } from '../../editions';
import type { Report } from '../report';
import { ClaimReader } from './claims';
import { passagesOf } from './passages';
import { type Percent, percentsOf } from './percents';
import type { Claim } from './statement';

export type { Reading } from './names';
export { isWholeArea } from './own';
export type { Percent } from './percents';
export type { Claim } from './statement';

/** What the sentences of a report say of figures. */
export interface Prose {
  /** In the order of the text. */
  readonly claims: readonly Claim[];
  readonly percents: readonly Percent[];
}

/** Section 五 speaks of what is to be done, and of parts. */
const READ: ReadonlySet<SectionNumber> = new Set([1, 2, 3, 4, 6]);

/** Read when first asked for. */
export const proseOf = remembered((report: Report): Prose => {
  const passages = passagesOf(report, READ);
  const reader = new ClaimReader(report);
  for (const passage of passages) reader.read(passage);
  return { claims: reader.claims, percents: percentsOf(passages, report.year) };
});

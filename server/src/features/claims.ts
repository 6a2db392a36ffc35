import { type JudgedClaim, judgeClaims, meantFigure } from '../analysis/claims';
import type { Cell, Range, Report } from '../reading/report';

/** What the prose says of cells, both ways. A report has a few dozen claims: looking through them costs less than an index would. */

/** The numbers, or words for one, that stand at a place. */
export const claimsAt = (report: Report, offset: number): JudgedClaim[] =>
  judgeClaims(report).filter(({ claim: { range } }) => range.start <= offset && offset <= range.end);

/** The cells that a claim speaks of; none where the tables do not have all of them. */
export const claimed = (judged: JudgedClaim): readonly Cell[] => meantFigure(judged)?.cells ?? [];

/** The claims that speak of one of some cells. */
export function claimsOf(report: Report, cells: Iterable<Cell>): JudgedClaim[] {
  const wanted = new Set(cells);
  return judgeClaims(report).filter((judged) => claimed(judged).some((cell) => wanted.has(cell)));
}

/** Where claims stand, each place once: 行政复议、行政诉讼均为 0 件 speaks twice. */
export const placesOf = (claims: readonly JudgedClaim[]): { readonly range: Range }[] => [
  ...new Map(claims.map(({ claim: { range } }) => [range.start, { range }])).values(),
];

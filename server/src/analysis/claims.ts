import { remembered } from '../editions';
import { type Claim, proseOf, type Reading } from '../reading/prose';
import type { Cell, Report } from '../reading/report';
import { cellsByRow } from './relations';

/** A claim of the prose and what the tables say of it. */
export interface JudgedClaim {
  readonly claim: Claim;
  /** `not-assessable`: a cell that it may speak of is blank, unreadable or absent; then there are no figures. */
  readonly state: 'agrees' | 'contradicts' | 'not-assessable';
  /** What the tables say, one for each reading of the claim. */
  readonly figures: readonly TableFigure[];
}

export interface TableFigure {
  readonly reading: Reading;
  /** One for each term of the reading. */
  readonly cells: readonly Cell[];
  readonly value: bigint;
}

/** The figure that a claim speaks of: the one that agrees, else the plainest; `undefined` where the tables do not have it. */
export const meantFigure = ({ claim, figures }: JudgedClaim): TableFigure | undefined =>
  figures.find(({ value }) => value === claim.value) ?? figures[0];

/** Every claim of the prose held against the tables, in the order of the text. */
export const judgeClaims = remembered((report: Report): readonly JudgedClaim[] => {
  const tables = new Map([...report.tables].map(([id, table]) => [id, cellsByRow(table)] as const));
  const figureOf = (reading: Reading): TableFigure | undefined => {
    const cells: Cell[] = [];
    let value = 0n;
    for (const { table, row, column, sign } of reading) {
      const cell = tables.get(table)?.get(row)?.get(column);
      if (cell?.value.state !== 'number') return undefined;
      cells.push(cell);
      value += cell.value.digits * BigInt(sign);
    }
    return { reading, cells, value };
  };
  return proseOf(report).claims.map((claim) => {
    const figures = claim.readings.map(figureOf);
    if (figures.some((figure) => figure === undefined)) return { claim, state: 'not-assessable', figures: [] };
    const known = figures as TableFigure[];
    return { claim, state: known.some(({ value }) => value === claim.value) ? 'agrees' : 'contradicts', figures: known };
  });
});

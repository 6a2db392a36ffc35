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

/** Every claim of the prose held against the tables, in the order of the text, but for those that may count something else. */
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
  const judged = proseOf(report).claims.map((claim): JudgedClaim => {
    const figures = claim.readings.map(figureOf);
    if (figures.some((figure) => figure === undefined)) return { claim, state: 'not-assessable', figures: [] };
    const known = figures as TableFigure[];
    return { claim, state: known.some(({ value }) => value === claim.value) ? 'agrees' : 'contradicts', figures: known };
  });
  return judged.filter((one) => one.state !== 'contradicts' || (!isOfMore(one) && (one.claim.doubt === undefined || isSure(one, judged))));
});

/** A body that the tables may be those of, within all that are counted; and its number, up to its unit. */
const WITHIN = /(?:本级|政府|办公室|机关|管委会|本局|海关)[)]?(?:新?收到?|受理|办理|承办|为被申请人|为被告|有|共)*(\d+)[件宗起例份条]/g;

/** Whether a claim counts more than the tables: 全县收到 246 件，县政府收到 27 件, where these say 27. */
function isOfMore({ claim: { passage, value, written }, figures }: JudgedClaim): boolean {
  const counted = new Set(figures.flatMap((figure) => (figure.value > 0n && figure.value < value ? [String(figure.value)] : [])));
  return written && counted.size > 0 && [...passage.text.matchAll(WITHIN)].some(([, number]) => counted.has(number!));
}

/** A number that agrees by chance is small. */
const TELLING = 3n;

/** Whether others of a doubtful claim's paragraph, doubtful for the same reason, agree with the tables: then all of them speak of these. */
function isSure({ claim: { passage, doubt } }: JudgedClaim, judged: readonly JudgedClaim[]): boolean {
  const alike = judged.filter(({ claim }) => claim.passage === passage && claim.doubt === doubt && claim.value > 0n);
  const agreeing = alike.filter(({ state }) => state === 'agrees');
  const differing = alike.filter(({ state }) => state === 'contradicts');
  const isTelling = agreeing.length > 1 || agreeing.some(({ claim }) => claim.value >= TELLING);
  return isTelling && agreeing.length >= differing.length;
}

import { type JudgedClaim, judgeClaims, meantFigure, type TableFigure } from '../../analysis/claims';
import type { Cell, Range, Report } from '../../reading/report';
import { placeOf, sumOf } from '../../rules/compared';
import { proseTable } from '../../rules/prose-table';
import { claimsOf } from '../claims';
import type { Context } from '../context';

/** How the numbers of the prose and the cells of the tables stand to each other, a line for each. */

/** What numbers, or words for one, are held against; where that differs in every way in which they may be meant. */
export function comparisons(context: Context, claims: readonly JudgedClaim[]): string[] {
  const { report } = context.analysis;
  return claims.flatMap((judged) => {
    const { claim, state, figures } = judged;
    const told = state === 'contradicts' ? figures : [meantFigure(judged)];
    return told.map((figure, i) => {
      const place = context.say(placeOf(report, figure?.reading ?? claim.readings[0]!));
      return standing(context, judged, figure, i > 0 ? context.say({ zh: '或', en: 'or ' }) + place : place);
    });
  });
}

/** More places than these are not shown. */
const SHOWN = 6;

/** On cells: what the prose says of them, and where. */
export function mentions(context: Context, cells: Iterable<Cell>): string[] {
  const { report } = context.analysis;
  const claims = claimsOf(report, cells);
  const lines = claims.slice(0, SHOWN).map((judged) => {
    const { range } = judged.claim;
    const line = context.range(range).start.line + 1;
    const words = `“${clauseAround(report, range)}”`;
    return standing(context, judged, meantFigure(judged), context.say({ zh: `第 ${line} 行${words}`, en: `line ${line}, ${words}` }));
  });
  return claims.length > SHOWN ? [...lines, '…'] : lines;
}

/** `表三…：50 + 4 = 54 ✓`. What differs and is not reported may be counted in another scope, or the table is at fault. */
function standing(context: Context, { claim, state }: JudgedClaim, figure: TableFigure | undefined, place: string): string {
  if (!figure) return place + context.say({ zh: '：没有填或读不出', en: ': blank or unreadable' });
  const { value } = figure;
  const sum = sumOf(figure);
  const is = `${place}${context.say({ zh: '：', en: ': ' })}${sum ? `${sum} = ` : ''}${value}`;
  if (state === 'agrees') return `${is} ✓`;
  const difference = claim.value > value ? claim.value - value : value - claim.value;
  const reported = isReported(context, claim);
  return context.say({
    zh: `${is} ${reported ? '✗ ' : '（未提示）'}差 ${difference}`,
    en: `${is} ${reported ? '✗' : '(not reported)'} a difference of ${difference}`,
  });
}

/** Whether a finding stands on a claim, or on another of its paragraph for all of them. */
function isReported({ analysis: { findings, report } }: Context, { passage, range: { start } }: JudgedClaim['claim']): boolean {
  const places = new Set(judgeClaims(report).flatMap(({ claim }) => (claim.passage === passage ? [claim.range.start] : [])));
  return findings.some(
    ({ rule, range, data }) =>
      rule === proseTable.id && (range.start === start || (data.expected === undefined && places.has(range.start))),
  );
}

/** How far a clause is shown to either side. */
const AROUND = 24;
const BEFORE = /[^，。；：！？,;:()（）\n\r\t|]*$/;
const BEHIND = /^[^，。；：！？,;:()（）\n\r\t|]*/;

/** The clause that a number stands in, on one line. */
const clauseAround = ({ masked }: Report, { start, end }: Range): string =>
  (
    BEFORE.exec(masked.slice(Math.max(0, start - AROUND), start))![0] +
    masked.slice(start, end) +
    BEHIND.exec(masked.slice(end, end + AROUND))![0]
  ).replace(/[\s\uffff]+/g, '');

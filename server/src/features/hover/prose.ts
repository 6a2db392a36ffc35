import { type JudgedClaim, meantFigure, type TableFigure } from '../../analysis/claims';
import type { Cell, Range, Report } from '../../reading/report';
import { placeOf, sumOf } from '../../rules/compared';
import { proseTable } from '../../rules/prose-table';
import { claimsAt, claimsOf } from '../claims';
import type { Context } from '../context';

/** How the numbers of the prose and the cells of the tables stand to each other, a line for each. */

/** On a number, or words for one: what it is held against. */
export const comparisons = (context: Context, offset: number): string[] =>
  claimsAt(context.analysis.report, offset).flatMap((judged) => comparison(context, judged));

/** More places than these are counted, not shown. */
const SHOWN = 6;

/** On cells: what the prose says of them, and where. */
export function mentions(context: Context, cells: Iterable<Cell>): string[] {
  const claims = claimsOf(context.analysis.report, cells);
  const more = claims.length - SHOWN;
  const lines = claims.slice(0, SHOWN).map((judged) => mention(context, judged));
  return more > 0 ? [...lines, context.say({ zh: `另有 ${more} 处`, en: `and ${more} more` })] : lines;
}

function comparison(context: Context, judged: JudgedClaim): string[] {
  const { report } = context.analysis;
  const { claim, state, figures } = judged;
  if (state === 'not-assessable') {
    const place = context.say(placeOf(report, claim.readings[0]!));
    return [context.say({ zh: `${place}没有填或读不出，无法核对`, en: `${place}: blank or unreadable, cannot be checked` })];
  }
  const told = state === 'agrees' ? [meantFigure(judged)!] : figures;
  return told.map((figure, i) => {
    const place = context.say(placeOf(report, figure.reading));
    const is = `${place}${context.say({ zh: '是', en: ' is' })} ${addition(figure) ?? figure.value}`;
    const how = verdict(context, judged, figure);
    return context.say({ zh: `${i > 0 ? '换一种口径：' : ''}${is}，${how}`, en: `${i > 0 ? 'counted otherwise: ' : ''}${is}, ${how}` });
  });
}

/** `第 12 行“收到申请54件”（50 + 4 = 54）：一致 ✓` */
function mention(context: Context, judged: JudgedClaim): string {
  const { range } = judged.claim;
  const figure = meantFigure(judged)!;
  const line = context.range(range).start.line + 1;
  const words = clauseAround(context.analysis.report, range);
  const sum = addition(figure);
  const how = verdict(context, judged, figure);
  return context.say({
    zh: `第 ${line} 行“${words}”${sum ? `（${sum}）` : ''}：${how}`,
    en: `line ${line}, “${words}”${sum ? ` (${sum})` : ''}: ${how}`,
  });
}

/** What differs and is not reported may be counted in another scope, or the table is at fault; or the rule is off. */
function verdict(context: Context, { claim, state }: JudgedClaim, { value }: TableFigure): string {
  if (state === 'agrees') return context.say({ zh: '一致 ✓', en: 'agrees ✓' });
  const { findings, suppressed } = context.analysis;
  const reported = [...findings, ...suppressed.map(({ finding }) => finding)].some(
    ({ rule, range }) => rule === proseTable.id && range.start === claim.range.start,
  );
  if (!reported) return context.say({ zh: '不同，没有作为问题提示', en: 'differs, not reported' });
  const difference = claim.value > value ? claim.value - value : value - claim.value;
  return context.say({ zh: `不一致 ✗ 差 ${difference}`, en: `does not agree ✗ a difference of ${difference}` });
}

/** `50 + 4 = 54`; `undefined` where it stands in one cell. */
function addition(figure: TableFigure): string | undefined {
  const sum = sumOf(figure);
  return sum && `${sum} = ${figure.value}`;
}

const MARK = /[，。；：！？,;:()（）\n\r\t|]/;
/** How far a clause is shown to either side. */
const AROUND = 24;

/** The clause that a number stands in, on one line. */
function clauseAround({ masked }: Report, { start, end }: Range): string {
  let from = start;
  let to = end;
  while (from > 0 && start - from < AROUND && !MARK.test(masked[from - 1]!)) from--;
  while (to < masked.length && to - end < AROUND && !MARK.test(masked[to]!)) to++;
  return masked.slice(from, to).replace(/[\s\uffff]+/g, '');
}

import { type JudgedClaim, meantFigure, type TableFigure } from '../../analysis/claims';
import type { Bilingual } from '../../editions';
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
    const otherwise: Bilingual = i === 0 ? { zh: '', en: '' } : { zh: '换一种口径：', en: 'counted otherwise: ' };
    const is = withSum(figure);
    return context.say({
      zh: `${otherwise.zh}${place}是 ${is}，${verdict(context, judged, figure).zh}`,
      en: `${otherwise.en}${place} is ${is}, ${verdict(context, judged, figure).en}`,
    });
  });
}

/** `第 12 行“收到申请52件”：不一致 ✗`; of a sum, which one. */
function mention(context: Context, judged: JudgedClaim): string {
  const { claim } = judged;
  const figure = meantFigure(judged)!;
  const line = context.range(claim.range).start.line + 1;
  const words = clauseAround(context.analysis.report, claim.range);
  const sum = sumOf(figure);
  const place = context.say({ zh: `第 ${line} 行“${words}”`, en: `line ${line}, “${words}”` });
  const of = sum === undefined ? '' : context.say({ zh: `（${figure.value} = ${sum}）`, en: ` (${figure.value} = ${sum})` });
  return `${place}${of}${context.say({ zh: '：', en: ': ' })}${context.say(verdict(context, judged, figure))}`;
}

/** What differs and is not reported may be counted in another scope, or the table is at fault; or the rule is off. */
function verdict({ analysis }: Context, { claim, state }: JudgedClaim, figure: TableFigure): Bilingual {
  if (state === 'agrees') return { zh: '一致 ✓', en: 'agrees ✓' };
  const reported = [...analysis.findings, ...analysis.suppressed.map(({ finding }) => finding)].some(
    ({ rule, range }) => rule === proseTable.id && range.start === claim.range.start && range.end === claim.range.end,
  );
  if (!reported) return { zh: '不同，没有作为问题提示', en: 'differs, not reported' };
  const difference = claim.value > figure.value ? claim.value - figure.value : figure.value - claim.value;
  return { zh: `不一致 ✗ 差 ${difference}`, en: `does not agree ✗ a difference of ${difference}` };
}

function withSum(figure: TableFigure): string {
  const sum = sumOf(figure);
  return sum === undefined ? String(figure.value) : `${sum} = ${figure.value}`;
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

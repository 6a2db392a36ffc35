import type { SectionNumber } from '../../editions';
import type { Range } from '../report';
import { numberOf } from './numbers';
import type { Passage } from './passages';

/** A share or a growth rate whose numbers stand in the same sentence. */
export interface Percent {
  readonly kind: 'share' | 'growth';
  readonly section: SectionNumber;
  /** The number without its sign. */
  readonly range: Range;
  /** As written, in half width. */
  readonly stated: string;
  /** The number that it is the share of, or grew to. */
  readonly part: Counted;
  /** The whole, or what it grew from. */
  readonly whole: Counted;
  /** 下降, 减少: the rate is of what went away. */
  readonly falls: boolean;
  /** Whether the rate follows from its numbers, or from others of the sentence. */
  readonly follows: boolean;
  /** The rate that follows from its numbers, with as many decimals; absent where it grew and is said to fall, or the other way. */
  readonly computed?: string;
  /** Whether no other number may be the whole. */
  readonly sole: boolean;
}

export interface Counted {
  readonly range: Range;
  readonly value: bigint;
}

interface Figure {
  readonly start: number;
  readonly end: number;
  readonly value: bigint;
  readonly unit: string;
}

/** Sentences that are longer, or hold more figures, say more than one thing. */
const MAX_SENTENCE = 400;
const MAX_FIGURES = 24;
/** Far more than a report has. */
const MAX_PERCENTS = 300;

const UNIT = '(?:件|条|份|起|个|篇|人次|次|期|场|项|宗|例|户|人|部)';
const FIGURE = new RegExp(`(?<![\\d第近约超逾.]|\\d,|(?<!\\d{3})\\d年)(\\d{1,3}(?:,\\d{3})+|\\d+)(${UNIT})(?![余多以左])`, 'g');
const PERCENT = /(\d{1,3}(?:\.\d{1,4})?)%(?![以左点])/g;
/** All that stands between a number and its percentage; other words may speak of another whole. */
const SHARE = new RegExp(
  `^${UNIT}[,、(]?占(?:比|到|了)?(?:(?:全部|所有|总|已(?=(办结|办理|答复)))?(?:申请|受理|收到|办结|办理|答复|案件|信息|发布|公开){0,4}(?:总数|总量|总件数|件数|数量|数|总量|量|总)?的?)?(?:比例|比重)?(?:为|是|达)?$`,
);
/** What says of no whole. */
const PLAIN = new RegExp(`^${UNIT}[,、(]?占(?:比|到|了)?|(?:比例|比重)?(?:为|是|达)?$`, 'g');
/** a 件、b 件，分别占 x%、y%: the shares before one of them, and those behind it. */
const SHARES_BEFORE = /[,(](?:分别占(?:比)?(?:为)?|占比分别(?:为|是|达)?)((?:\d{1,3}(?:\.\d{1,4})?%[、,和及]){0,9})$/;
const SHARES_BEHIND = /^%((?:[、,和及]\d{1,3}(?:\.\d{1,4})?%){0,9})/;
const SINCE = '(?:同比|环比|(?:比|较)(?:上年|去年|上一年|\\d{4}年)度?(?:同期)?(?:相比)?|相比)?';
const GROWTH = new RegExp(`^${UNIT}(?:[,()]|(\\),))?${SINCE}(?:增长|增加|上升|提高|增幅|(下降|减少|降低|降幅))率?(?:了|为|达)?$`);
/** 办结率, and not 按时办结率, which is of those that were finished. */
const FINISHED_RATE = /(?:^|[,;、(])(?:总|实际)?(?:办结|答复|办复|回复)率(?:为|是|达到?)?$/;
/** 采纳 b 条，采纳率 x%: what was done with the part is what the rate is of. */
const DONE_RATE = new RegExp(`^${UNIT}[,、(]([一-龥]{2})率(?:为|是|达到?)?$`);
/** 收到意见 a 条，采纳: up to the part. */
const DONE = new RegExp(
  `(?:收到|征集|收集|征求|发现|查出|排查|发放|应([一-龥]{2}))[^,;、(\\d]{0,12}\\d+${UNIT}[,;、(](?:其中|已|共|并|均|完成)*([一-龥]{2})(?:了|完成|到位)?(?:问题|意见|建议)?$`,
);
/** b 条，占全部 a 条的 x%: up to the whole, and behind it. */
const OF_WHOLE = new RegExp(`^${UNIT}[,、(]?占(?:比|到|了)?[^,;、。()\\d]{0,12}\\(?$`);
const BEHIND_WHOLE = new RegExp(`^${UNIT}\\)?(?:信息|申请|意见|问题)?的$`);
/** What no share and no rate can do without. */
const RELATES = /占|率|增[长加幅]|上升|提高|下降|减少|降[低幅]/;
const CHANGE = /(?:增加|增长|上升|多|(减少|下降|降低|少))了?$/;
const LAST_YEAR = /(?:上年|去年|上一年)(?!度?结转)/;
/** 较上年（26 件）: the year stands before the bracket. */
const OF_LAST_YEAR = /(?:上年|去年|上一年)度?(?:同期)?\($/;
/** 增长 x%（上年 26 件）, 增长 x%，上年为 26 件: the year stands behind the rate. */
const LAST_YEAR_BEHIND = /^%[,(](?:上年|去年|上一年|(\d{4})年)度?(?:同期)?(?:为|是)?$/;
const OF_YEAR = /(\d{4})年度?\($/;
/** 26 件（上年 21 件），增长 x%: nothing but that year stands in the bracket. */
const LAST_YEAR_ASIDE = /\((?:上年|去年|上一年|\d{4}年)度?(?:同期)?(?:为|是)?$/;

/** The shares and growth rates of some paragraphs whose numbers stand beside them. */
export function percentsOf(passages: readonly Passage[], year?: number): Percent[] {
  const percents: Percent[] = [];
  for (const passage of passages) {
    const { text } = passage;
    const before = percents.length;
    const open: Open[] = [];
    let start = 0;
    for (let at = text.indexOf('%'); at >= 0 && percents.length < MAX_PERCENTS; at = text.indexOf('%', start)) {
      start = Math.max(start, text.lastIndexOf('。', at) + 1);
      const stop = text.indexOf('。', at);
      const end = stop < 0 ? text.length : stop;
      // 收到 a 件。其中 b 件，占 x%: the whole stands in the sentence before.
      const from = start > 1 && text.startsWith('其中', start) ? text.lastIndexOf('。', start - 2) + 1 : start;
      if (end - from <= MAX_SENTENCE) ofSentence(passage, from, start, end, year, percents, open);
      start = end;
    }
    const odd = open.length > 0 ? oddOf(passage, open, percents.slice(before), year) : undefined;
    if (odd) percents.push(odd);
  }
  return percents;
}

/** The percentages of a sentence. `start`: of what it goes on from, where it is not at `own`, its own. */
function ofSentence(
  passage: Passage,
  start: number,
  own: number,
  end: number,
  year: number | undefined,
  percents: Percent[],
  open: Open[],
): void {
  const sentence = passage.text.slice(start, end);
  if (!RELATES.test(sentence)) return;
  const figures: Figure[] = [];
  for (const match of sentence.matchAll(FIGURE)) {
    const value = numberOf(match[1]!);
    if (value !== undefined) figures.push({ start: match.index, end: match.index + match[1]!.length, value, unit: match[2]! });
  }
  if (figures.length === 0 || figures.length > MAX_FIGURES) return;
  for (const match of sentence.matchAll(PERCENT)) {
    const known = figures.filter((figure) => figure.end <= match.index);
    const last = known.at(-1);
    if (!last || start + last.start < own) continue;
    const stated = match[1]!;
    const before = sentence.slice(0, match.index);
    const between = before.slice(last.end);
    const growing = GROWTH.exec(between);
    const growth = growing?.[1] && !LAST_YEAR_ASIDE.test(before.slice(0, last.start)) ? null : growing;
    // What it grew from stands in its own sentence.
    const here = known.filter((figure) => start + figure.start >= own);
    const share = growth ? null : SHARE.exec(between);
    const pair = growth
      ? (growthOf(before, here, year) ?? growthFrom(sentence, match, here, figures[known.length], year))
      : share
        ? shareOf(before, known, known.length - 1, share[1])
        : (shareOfList(sentence, match, known) ??
          finishedOf(before, known, stated) ??
          doneOf(before, known, stated) ??
          shareOfNext(before, known));
    if (!pair && share && share[1] === undefined)
      open.push({
        part: { ...last, start: last.start + start, end: last.end + start },
        stated,
        of: between.replace(PLAIN, ''),
        at: start + match.index,
      });
    if (!pair) continue;
    const [part, whole, others = []] = pair;
    const falls = growth?.[2] !== undefined;
    const said: Rate = { kind: growth ? 'growth' : 'share', stated, falls };
    const ofUnit = known.filter(({ unit }) => unit === part.unit);
    const rate = rateOf(said, part.value, whole.value);
    percents.push({
      ...saidOf(passage, start, match.index, said, part, whole),
      follows:
        followsFrom(said, part.value, whole.value) ||
        pairsOf(ofUnit).some(([one, other]) => followsFrom(said, one.value, other.value)) ||
        (others.length > 0 && sumsOf([whole, ...others]).some((sum) => followsFrom(said, part.value, sum))),
      sole: others.length === 0,
      ...(rate < 0n ? {} : { computed: rounded(rate, whole.value, decimalsOf(stated)) }),
    });
  }
}

/** What a percentage at a place says of two numbers; places are those behind `start`. */
function saidOf(
  passage: Passage,
  start: number,
  place: number,
  said: Rate,
  part: Figure,
  whole: Figure,
): Rate & Pick<Percent, 'section' | 'range' | 'part' | 'whole'> {
  const range = (from: number, until: number): Range => ({ start: passage.at(start + from), end: passage.at(start + until - 1) + 1 });
  const counted = ({ start: from, end, value }: Figure): Counted => ({ range: range(from, end), value });
  return { ...said, section: passage.section, range: range(place, place + said.stated.length), part: counted(part), whole: counted(whole) };
}

/** A share whose whole its sentence does not tell; places are those of the passage. */
interface Open {
  readonly part: Figure;
  readonly stated: string;
  /** What it is said to be of, if anything: 受理总数的. */
  readonly of: string;
  readonly at: number;
}

/** With more figures a paragraph says too much for one of them to be the whole of all. */
const MAX_CANDIDATES = 40;
/** So many shares have to agree on what they are shares of. */
const MIN_AGREED = 2;

/**
 * 答复 a 件。予以公开 b 件，占 x%；不予公开 c 件，占 y%；…: all shares of a paragraph but one are shares of the same number, and that one
 * is of no other number, and of no two of them.
 */
function oddOf(passage: Passage, open: readonly Open[], closed: readonly Percent[], year: number | undefined): Percent | undefined {
  const { text } = passage;
  const [{ part: first, of }] = open as [Open, ...Open[]];
  const { unit } = first;
  if (open.some((share) => share.part.unit !== unit || share.of !== of) || open.length + closed.length <= MIN_AGREED) return undefined;
  const figures: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const value = match[2] === unit ? numberOf(match[1]!) : undefined;
    if (value !== undefined && value > 0n) figures.push({ start: match.index, end: match.index + match[1]!.length, value, unit });
    if (figures.length > MAX_CANDIDATES) return undefined;
  }
  const follows = ({ part, stated }: Open, whole: bigint): boolean =>
    followsFrom({ kind: 'share', stated, falls: false }, part.value, whole);
  for (const whole of figures) {
    if (whole.start >= first.start) return undefined;
    if (isChange(text, whole) || isOfLastYear(text, whole) || (year && clauseOf(text, whole).includes(`${year - 1}年`))) continue;
    const agreed = new Set<string>();
    if (of === '')
      for (const { kind, follows: does, whole: its, stated } of closed)
        if (kind === 'share' && does && its.value === whole.value) agreed.add(stated);
    const others = open.filter((share) => {
      const does = follows(share, whole.value);
      if (does && share.part.value > 0n) agreed.add(share.stated);
      return !does;
    });
    const [odd] = others;
    if (!odd || others.length > 1 || agreed.size < MIN_AGREED || odd.part.value > whole.value) continue;
    const { part, stated, at } = odd;
    if (figures.some((one) => follows(odd, one.value) || figures.some((other) => one !== other && follows(odd, one.value + other.value))))
      return undefined;
    return {
      ...saidOf(passage, 0, at, { kind: 'share', stated, falls: false }, part, whole),
      follows: false,
      computed: rounded(part.value * 100n, whole.value, decimalsOf(stated)),
      sole: true,
    };
  }
  return undefined;
}

/** `others`: what may be the whole instead, or be added to it. */
type Pair = readonly [part: Figure, whole: Figure, others?: readonly Figure[]];

const pairsOf = (figures: readonly Figure[]): Pair[] =>
  figures.flatMap((one) => figures.flatMap((other): Pair[] => (one === other ? [] : [[one, other]])));

/** With more numbers before it, it is open what is a share of what; and of each there are twice as many sums. */
const MAX_WHOLES = 4;

/** All sums of some numbers: 收到 a 件，上年结转 b 件，其中 c 件，占 x%. */
function sumsOf(figures: readonly Figure[]): bigint[] {
  const sums = [0n];
  for (const { value } of figures) for (const sum of [...sums]) sums.push(sum + value);
  return sums;
}

const isChange = (before: string, { start }: Figure): boolean => CHANGE.test(before.slice(Math.max(0, start - 4), start));
function isOfLastYear(before: string, figure: Figure): boolean {
  const clause = clauseOf(before, figure);
  // 结转上年 3 件后新收 47 件: of this one.
  return (LAST_YEAR.test(clause) && !clause.includes('结转')) || OF_LAST_YEAR.test(before.slice(0, figure.start));
}

/** 共 a 件，其中 b 件，占 x%: a number, and those before 其中, the nearest first. `of`: what the whole is said to be of, 已答复. */
function shareOf(before: string, figures: readonly Figure[], index: number, of?: string): Pair | undefined {
  const part = figures[index]!;
  const among = Math.max(before.lastIndexOf('其中', part.start), before.lastIndexOf('包括', part.start));
  const isWhole = (figure: Figure): boolean =>
    figure.unit === part.unit &&
    figure.end <= among &&
    !before.slice(figure.start, among).includes(';') &&
    !isChange(before, figure) &&
    !isOfLastYear(before, figure);
  const wholes = figures.filter(isWhole).reverse();
  // 答复 a 件，包括上年结转 b 件。其中 c 件: b may be too small to be the whole.
  const whole = wholes.find(({ value }) => value >= part.value);
  if (whole === undefined || wholes.length > MAX_WHOLES || whole.value === 0n) return undefined;
  const others = wholes.filter((figure) => figure !== whole);
  return of === undefined || clauseOf(before, whole).includes(of) ? [part, whole, others] : undefined;
}

/** 收到 a 件，办结 b 件，办结率 x%: both numbers have their verbs. 100% is of those that were due, whatever is still open. */
function finishedOf(before: string, figures: readonly Figure[], stated: string): Pair | undefined {
  if (!FINISHED_RATE.test(before) || Number(stated) === 100) return undefined;
  const clauses = figures.map((figure) => clauseOf(before, figure));
  const index = clauses.findLastIndex((clause) => /(?:办结|答复|办复|回复)(?:了|完毕)?\d+$/.test(clause));
  const taken = figures.filter((_, i) => i < index && /收到|受理|接收|新收/.test(clauses[i]!));
  const [part, whole] = [figures[index], taken[0]];
  if (!part || !whole || taken.length > 1 || part.unit !== whole.unit || part.value > whole.value || whole.value === 0n) return undefined;
  const others = figures.filter((figure, i) => i < index && figure !== whole && figure.unit === whole.unit);
  return others.length < MAX_WHOLES ? [part, whole, others] : undefined;
}

/** 收到意见 a 条，采纳 b 条，采纳率 x%: side by side, with nothing between. Of 办结率 100% see above. */
function doneOf(before: string, figures: readonly Figure[], stated: string): Pair | undefined {
  if (Number(stated) === 100 && FINISHED_RATE.test(before)) return undefined;
  const [whole, part] = figures.slice(-2);
  const done = part && DONE_RATE.exec(before.slice(part.end))?.[1];
  if (!done || part.unit !== whole!.unit || part.value > whole!.value || whole!.value === 0n) return undefined;
  const [, due = done, said] = DONE.exec(before.slice(0, part.start)) ?? [];
  return said === done && due === done ? [part, whole!] : undefined;
}

/** b 条，占全部 a 条的 x%. */
function shareOfNext(before: string, figures: readonly Figure[]): Pair | undefined {
  const [part, whole] = figures.slice(-2);
  if (!whole || part!.unit !== whole.unit || part!.value > whole.value || whole.value === 0n) return undefined;
  const isOf = OF_WHOLE.test(before.slice(part!.end, whole.start)) && BEHIND_WHOLE.test(before.slice(whole.end));
  return isOf ? [part!, whole] : undefined;
}

/** 共 a 件，其中 b 件、c 件，分别占 x%、y%: as many numbers as there are shares. */
function shareOfList(sentence: string, percent: RegExpExecArray, figures: readonly Figure[]): Pair | undefined {
  const before = sentence.slice(0, percent.index);
  const list = SHARES_BEFORE.exec(before.slice(-120));
  if (!list) return undefined;
  const behind = SHARES_BEHIND.exec(sentence.slice(percent.index + percent[1]!.length))![1]!;
  const sharesIn = (shares: string): number => shares.split('%').length - 1;
  const index = figures.length - 1 - sharesIn(behind);
  const first = figures[index - sharesIn(list[1]!)];
  const last = figures.at(-1)!;
  // The numbers stand right before the shares, and behind 其中.
  const from = before.length - list[0].length;
  if (index < 0 || !first || last.end + last.unit.length !== from) return undefined;
  const pair = shareOf(before, figures, index);
  const among = Math.max(before.lastIndexOf('其中', from), before.lastIndexOf('包括', from));
  const parts = figures.filter(({ start }) => start > among).length;
  return pair && first.start > among && parts === sharesIn(list[1]!) + 1 + sharesIn(behind) ? pair : undefined;
}

/** 26 件，同比增长 x%（上年 21 件）. */
function growthFrom(
  sentence: string,
  percent: RegExpExecArray,
  figures: readonly Figure[],
  next: Figure | undefined,
  year: number | undefined,
): Pair | undefined {
  const last = figures.at(-1)!;
  if (next === undefined || next.unit !== last.unit || next.value === 0n || last.value === 0n) return undefined;
  const behind = LAST_YEAR_BEHIND.exec(sentence.slice(percent.index + percent[1]!.length, next.start));
  if (!behind || (behind[1] !== undefined && Number(behind[1]) + 1 !== year)) return undefined;
  const clause = clauseOf(sentence, last);
  const level = !LAST_YEAR.test(clause) && !CHANGE.test(sentence.slice(Math.max(0, last.start - 4), last.start));
  return level && /[),;]/.test(sentence[next.end + next.unit.length] ?? ';') ? [last, next] : undefined;
}

/** What stands before a number in its clause, and the number. */
function clauseOf(before: string, { start, end }: Figure): string {
  const from = Math.max(before.lastIndexOf(',', start), before.lastIndexOf(';', start), before.lastIndexOf('(', start)) + 1;
  return before.slice(from, end);
}

/** What it grew to, and what it grew from: written, or as the difference. */
function growthOf(before: string, figures: readonly Figure[], year: number | undefined): Pair | undefined {
  const last = figures.at(-1)!;
  const isPast = (figure: Figure): boolean =>
    isOfLastYear(before, figure) ||
    (year !== undefined &&
      (clauseOf(before, figure).includes(`${year - 1}年`) || OF_YEAR.exec(before.slice(0, figure.start))?.[1] === String(year - 1)));
  const changeOf = ({ start }: Figure): RegExpExecArray | null => CHANGE.exec(before.slice(Math.max(0, start - 4), start));
  const ofUnit = figures.filter(({ unit }) => unit === last.unit);
  const levels = ofUnit.filter((figure) => !changeOf(figure));
  const change = changeOf(last);
  // 26 件，比上年增加 5 件，增长 x%
  if (change && (isPast(last) || clauseOf(before, last).includes('同比')) && levels.length === 1 && ofUnit.length === 2) {
    const now = levels[0]!;
    const value = change[1] ? now.value + last.value : now.value - last.value;
    return value > 0n ? [now, { ...last, value }] : undefined;
  }
  if (levels.length !== 2) return undefined;
  const [one, other] = levels as [Figure, Figure];
  if (one.value === 0n || other.value === 0n || (last !== other && !(change && isPast(other)))) return undefined;
  // 由上年的 21 件增加到 26 件，增长 x%
  if (/[由从][^,;]{0,12}$/.test(before.slice(0, one.start)) && /[增加长上升下降减少升]+[到至为]$/.test(before.slice(one.end, other.start)))
    return [other, one];
  return isPast(one) === isPast(other) ? undefined : isPast(one) ? [other, one] : [one, other];
}

/** What is said of two numbers. */
type Rate = Pick<Percent, 'kind' | 'stated' | 'falls'>;

const decimalsOf = (stated: string): number => stated.split('.')[1]?.length ?? 0;

/** A hundred times the numerator of the rate; its denominator is the whole. */
const rateOf = ({ kind, falls }: Rate, part: bigint, whole: bigint): bigint =>
  kind === 'share' ? part * 100n : (falls ? whole - part : part - whole) * 100n;

/** Whether two numbers give the rate that is stated, rounded either way. */
export function followsFrom(said: Rate, part: bigint, whole: bigint): boolean {
  if (whole === 0n) return false;
  const { stated } = said;
  const difference = rateOf(said, part, whole) * 10n ** BigInt(decimalsOf(stated)) - BigInt(stated.replace('.', '')) * whole;
  return (difference < 0n ? -difference : difference) < whole;
}

function rounded(numerator: bigint, denominator: bigint, decimals: number): string {
  const digits = String((numerator * 10n ** BigInt(decimals) * 2n + denominator) / (denominator * 2n)).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

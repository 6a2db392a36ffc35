import { remembered, type TableDefinition } from '../../editions';
import { disputeNames, outcomeNames, type Term, term } from './names';
import { NUMBER, numberOf } from './numbers';
import type { Dispute, State, Statement } from './statement';
import { again, among, COUNT, exact, first, IS, NOT, OWN, PUBLIC } from './vocabulary';

/** What clauses say of table `disputes`: reviews, lawsuits and their outcomes. */

const REVIEW = '(?<review>行政复议|复议)';
const LITIGATION = '(?<litigation>行政诉讼|诉讼)';
const CAUSE = `(?:答复后)?(?:发生|产生|出现|引发|有|(?<handled>办理|处理)|收到(?=[^,;。]{0,12}(?:信息公开|依申请公开)))?(?:因为|由于|因|就|针对|涉及?|有关|关于|由|对|以|不服|[${OWN}]+)*(?<cause>(?:政府|政务)?信息(?:依申请)?公开|依申请公开)?(?:工作|事务|申请|答复|事项|类|领域|案件|问题)*(?:被申请|被提起|被提出|被|而|引起|引发|提起|提出|发生|产生|收到|不当|申请|共|的)*`;
const CASES = '(?:的?(?:申请|案件|案|事项|情况))?';
/** 行政诉讼3件（含二审1件）: the table counts a case once. */
const APPEALED = /^[^。]{0,40}(?:二审|再审|上诉)/;

/** What a body says that decides on reviews. */
const AS_JUDGE = /(?:收到|受理|接收)(?:行政)?复议申请/;
/** 行政诉讼16件，其中政府信息公开类4件; 行政复议22件，均为治安管理处罚引起; （含土地、规划等各类案件）; 主要为低保类: on any matter. */
const OF_OTHERS =
  /^[^。]{0,30}其中[^。\d]{0,14}公开[^。\d]{0,8}\d|^[,;(](?:均|都|多|主要|大多|含|包括|涉及)[^,;。公]{2,20}(?:引起|引发|提起|产生|类|等|认定|案件)|^[,;(](?:均|都)与[^,;。]{2,12}无关/;

const BOTH = `行政复议(?:案件)?(?:、|和|及|与|或|或者)(?:提起|被提起)?(?:行政)?诉讼`;
const DISPUTES = [
  exact(`${CAUSE}(?:(?<both>${BOTH})|${REVIEW}|${LITIGATION})${CASES}${IS}(?<each>各|均为|都是)?${COUNT}`),
  exact(`(?:引起|引发|发生|产生|被申请|被提起|提起)${COUNT}的?${CAUSE}(?:${REVIEW}|${LITIGATION})${CASES}`),
];
/** 行政复议 a 件和行政诉讼 b 件. */
const BOTH_COUNTED = exact(
  `${CAUSE}行政复议${CASES}${IS}${COUNT}(?:和|及|与|以及)(?:${again(CAUSE)})行政诉讼${CASES}${IS}(?<lawsuits>${NUMBER})(?:件|起|宗|例)`,
);
const EITHER_DISPUTE = exact(`${CAUSE}行政争议${CASES}${IS}${COUNT}`);
const NO_DISPUTES = exact(
  `(?:${PUBLIC}(?:工作|方面|事务)*)?(?<words>(?:${NOT}|不存在)(?:发生|产生|出现|引起|引发|收到|接到|接收|存在|有|任何|公民|法人|其他组织|申请人|一(?:起|件|例)|不服|以[${OWN}]+为被申请人|因为|由于|因|由|针对|就|对|关于|有关|涉及|[${OWN}]|本部门|(?:政府|政务)?信息(?:依申请)?公开|(?:政府|政务)信息|依申请公开(?:(?:政府|政务)?信息)?|工作|事务|答复|不当|方面|类|领域|的|被|提起|提出|申请|而|行政复议|行政诉讼|复议|诉讼|起诉|申诉|案件|案例|案|件|事项|事件|情况|情形|现象|问题|、|和|及|或者?|与|等|投诉|举报)+)`,
);
/** 行政复议、行政诉讼均为零, 零复议、零诉讼. */
const ZERO_DISPUTES = [
  exact(`${CAUSE}(?:${BOTH}|行政复议|复议|行政诉讼|诉讼)${CASES}(?:总?数量?)?(?:实现|保持)?(?<words>(?:均|都)?(?:为|是)?[0零](?:发生)?)`),
  exact(`${CAUSE}(?:实现|保持)?(?:零(?:投诉|举报|信访|差错|逾期|超期)、)*(?<words>零(?:行政)?(?:复议(?:(?:、|和)?零(?:行政)?诉讼)?|诉讼))`),
];
const ALL_CLOSED = exact('(?:案件)?(?<words>(?:均|全部|都)已?(?:全部)?(?:审结|审理完毕))');
const ALL_UPHELD = exact(
  `(?:结果|复议结果|诉讼结果|复议机关|法院)?(?<words>(?:均|全部|都)(?:获得?|被|得到|予以|为|[作做]出)?(?:结果)?维持(?:(?:结果)?的决定|(?:原|[${OWN}]+的?)?(?:行政行为|答复|决定|判|具体行政行为))?)`,
);

const patternsOf = remembered((table: TableDefinition) => {
  const names = disputeNames(table);
  const outcome = `${among(outcomeNames(table))}|维持|纠正|纠错|未审结`;
  const kinds = [...names.keys()].filter((name) => names.get(name)!.length === 1 && name.includes('起诉')).join('|');
  return {
    kinds: exact(`经?(?<name>${kinds})(?:的)?(?:行政诉讼)?${CASES}${IS}${COUNT}`),
    outcomes: [
      exact(`(?:(?<review>行政复议)|(?<litigation>行政诉讼))?(?:案件)?被?(?<name>${outcome})的?(?:案件)?${IS}${COUNT}`),
      exact(`${COUNT}(?:案件)?(?:被|为|是)?(?<name>${outcome})(?:原?(?:答复|决定|行政行为))?(?<review>)(?<litigation>)`),
    ],
  };
});

export class DisputeReader {
  private readonly patterns: ReturnType<typeof patternsOf>;

  constructor(private readonly table: TableDefinition) {
    this.patterns = patternsOf(table);
  }

  /** Whether a clause is understood to speak of reviews and lawsuits. */
  read(said: Statement): boolean {
    return counted(said) ?? none(said) ?? this.kind(said) ?? this.outcome(said) ?? false;
  }

  /** Lawsuits of one kind: 复议后起诉2件. As below, `undefined` where the clause speaks of another matter. */
  private kind(said: Statement): true | undefined {
    const { text, state } = said;
    const match = said.counted && (state.dispute || said.passage.section === 4) ? this.patterns.kinds.exec(text) : null;
    if (!match) return undefined;
    const rows = disputeNames(this.table).get(match.groups!.name!) ?? [];
    if (state.anyDispute) said.doubt ??= 'disputes';
    said.count(match, [total(rows)]);
    state.dispute = rows;
    state.disputeBefore = [];
    return true;
  }

  /** How those ended that were counted. */
  private outcome(said: Statement): boolean | undefined {
    const { text, state } = said;
    if (!state.dispute) return undefined;
    if (state.anyDispute) said.doubt ??= 'disputes';
    const outcomes = outcomeNames(this.table);
    const match = said.counted ? first(this.patterns.outcomes, text) : null;
    if (match) {
      const { review, litigation } = match.groups!;
      if (review || litigation) state.dispute = review ? REVIEWS : LAWSUITS;
    }
    const rows = state.dispute;
    if (rows.length === 0) return false;
    const of = (columns: readonly string[], kinds: Dispute = rows): Term[] =>
      kinds.flatMap((row) => columns.map((column) => term('disputes', row, column)));
    if (match) {
      const { name, review, litigation } = match.groups!;
      const written = name!.replace('纠错', '纠正');
      const columns = outcomes.get(written) ?? outcomes.get(`结果${written}`) ?? outcomes.get(`尚${written}`) ?? [];
      const isNamed = Boolean(review || litigation);
      said.count(match, [
        of(columns),
        ...(isNamed || state.disputeBefore.length === 0 ? [] : [of(columns, [...state.disputeBefore, ...rows])]),
      ]);
      return true;
    }
    const closed = ALL_CLOSED.exec(text);
    if (closed) {
      said.say(closed, [of(outcomes.get('尚未审结') ?? [])]);
      return true;
    }
    const upheld = ALL_UPHELD.exec(text);
    if (upheld) said.say(upheld, [of([...outcomes.values()].flat().filter((column) => column !== 'upheld'))]);
    return upheld !== null;
  }
}

/** How many there were, of either or of both. */
function counted(said: Statement): boolean | undefined {
  const { clause, text, passage, state } = said;
  if (!said.counted) return undefined;
  let match = /复议|诉讼/.test(text) ? first(DISPUTES, text) : null;
  if (match) {
    const { cause, both, each, handled } = match.groups!;
    const isPart = text.includes('其中');
    const zero = numberOf(match.groups!.number!) === 0n;
    const known = zero || cause !== undefined || passage.section === 4 || (state.topic && state.anchored);
    // As the one who decides on reviews, perhaps, or of those applications alone.
    const isOther = !zero && (handled !== undefined || isPart || (cause === undefined && AS_JUDGE.test(text)));
    const doubtful = isOther || (state.dispute ? state.anyDispute && cause === undefined : !known);
    if (doubtful) said.doubt ??= 'disputes';
    // 局属单位收到申请 a 件，被申请行政复议 b 件: of those.
    if (state.elsewho && !text.includes(OWN)) return false;
    const rows = both ? [...REVIEWS, ...LAWSUITS] : match.groups!.review ? REVIEWS : LAWSUITS;
    // Those on disclosure were counted before: 因政府信息公开被提起行政诉讼 a 件。全年发生行政诉讼 b 件.
    if (cause === undefined && (state.otherDispute || OF_OTHERS.test(said.behind) || said.isSaid(total(rows)))) return false;
    if (both && (each || zero)) {
      said.count(match, [total(REVIEWS)]);
      said.count(match, [total(LAWSUITS)]);
    } else if (rows === REVIEWS || !APPEALED.test(passage.text.slice(clause.at(text.length - 1)))) said.count(match, [total(rows)]);
    return disputed(state, both || zero ? [] : rows, doubtful);
  }
  match = text.includes('复议') ? BOTH_COUNTED.exec(text) : null;
  if (match) {
    if ((match.groups!.cause === undefined && passage.section !== 4) || text.includes('其中')) return false;
    said.count(match, [total(REVIEWS)]);
    said.count(match, [total(LAWSUITS)], 'lawsuits');
    return disputed(state, []);
  }
  match = text.includes('争议') ? EITHER_DISPUTE.exec(text) : null;
  if (!match) return undefined;
  said.count(match, [total([...REVIEWS, ...LAWSUITS])]);
  return disputed(state, []);
}

/** That there were none. */
function none(said: Statement): true | undefined {
  const { text, state } = said;
  const match = said.worded && /复议|诉讼/.test(text) ? (NO_DISPUTES.exec(text) ?? first(ZERO_DISPUTES, text)) : null;
  if (!match) return undefined;
  if (text.includes('复议')) said.say(match, [total(REVIEWS)]);
  if (text.includes('诉讼')) said.say(match, [total(LAWSUITS)]);
  state.elliptic = false;
  state.dispute = [];
  state.anyDispute = false;
  return true;
}

/** Disputes were counted: what follows may be parts of them. */
function disputed(state: State, dispute: Dispute, any = false): true {
  state.disputeBefore = state.dispute ?? [];
  state.dispute = dispute;
  state.anyDispute = any;
  state.elliptic = false;
  state.after = undefined;
  return true;
}

export const REVIEWS: Dispute = ['review'];
export const LAWSUITS: Dispute = ['litigation.direct', 'litigation.afterReview'];
export const total = (rows: Dispute): Term[] => rows.map((row) => term('disputes', row, 'total'));

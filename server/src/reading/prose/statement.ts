import type { Range } from '../report';
import type { Reading } from './names';
import { numberOf } from './numbers';
import type { Clause, Passage } from './passages';
import { type Match, markRequests, NOW, OWN } from './vocabulary';

/** What a sentence says of a figure of the tables. */
export interface Claim {
  /** The number; where none is written the words that stand for it. */
  readonly range: Range;
  readonly value: bigint;
  /** Whether a number is written, and not words like 未收到, 均已办结. */
  readonly written: boolean;
  /** What it may mean, the plainest first: it is right if one of them agrees. */
  readonly readings: readonly Reading[];
  /** The paragraph that it stands in: its claims share what they speak of. */
  readonly passage: Passage;
  /** Why the tables may count something else; `undefined` where they do not. */
  readonly doubt: Doubt | undefined;
  /** Its sentence names a whole area. */
  readonly wide: boolean;
}

/**
 * What a claim may count instead of what the tables count: what the government itself did, all that was handled, disputes on any matter.
 * Where others of its paragraph agree that are as doubtful, it does not.
 */
export type Doubt = 'government' | 'documents' | 'handled' | 'disputes';

/** What the clauses before say of the next one. */
export interface State {
  /** Applications for information are spoken of. */
  topic: boolean;
  /** They were counted, and nothing else since. */
  anchored: boolean;
  /** They were counted, and those of nobody else since. */
  known: boolean;
  /** A number without a noun is one of applications. */
  elliptic: boolean;
  /** Another year is spoken of. */
  elsewhen: boolean;
  /** The sentence counts applications of what may be another body: what it says in words is of that one. */
  elsewho: boolean;
  /** Another body is spoken of, up to where the report's own is named. */
  others: boolean;
  /** The sentence speaks of a part of the applications, by a way, an applicant or a field. */
  narrowed: boolean;
  /** The sentence names the report's year. */
  dated: boolean;
  /** Parts of the applications were counted last. */
  parts: boolean;
  /** 其中 stood alone. */
  among: boolean;
  /** What is carried over was counted last. */
  carried: boolean;
  /** Results were counted. */
  resulted: boolean;
  /** The most that were counted, and what that may mean; `undefined` where parts are not to be added up. */
  whole: { readonly value: bigint; readonly readings: readonly Reading[] } | undefined;
  /** How many of last year's were counted beside them. */
  over: bigint;
  /** The ways in which they came, added up so far. */
  ways: { readonly sum: bigint; readonly from: number; readonly kinds: string } | undefined;
  /** The unit by which the applications were counted, where it is not 件. */
  unit: string | undefined;
  /** The disputes that were counted last. */
  dispute: Dispute | undefined;
  /** Those that were counted right before them: outcomes may be of both. */
  disputeBefore: Dispute;
  /** The sentence counts disputes in words that are not known, or cases of another matter. */
  otherDispute: boolean;
  /** They were counted without a word of what they were about. */
  anyDispute: boolean;
  /** The sentence speaks of more than a department: 全市公安机关, 全系统. */
  wide: boolean;
  /** The sentence speaks of a field or a campaign, or of others' documents. */
  field: boolean;
  /** The government of the area was named, and nobody else since. */
  government: boolean;
  /** Documents that were issued were counted last. */
  issuing: boolean;
  /** Decisions were counted last, or what may have ended without one. */
  deciding: 'made' | 'handled' | undefined;
  document: string | undefined;
  after: 'received' | undefined;
}

export type Dispute = readonly string[];

export const fresh = (): State => ({
  topic: false,
  anchored: false,
  known: false,
  elliptic: false,
  elsewhen: false,
  elsewho: false,
  others: false,
  narrowed: false,
  dated: false,
  parts: false,
  among: false,
  carried: false,
  resulted: false,
  whole: undefined,
  over: 0n,
  ways: undefined,
  unit: undefined,
  dispute: undefined,
  disputeBefore: [],
  otherDispute: false,
  anyDispute: false,
  wide: false,
  field: false,
  government: false,
  issuing: false,
  deciding: undefined,
  document: undefined,
  after: undefined,
});

/** A count of applications that names them: what follows speaks of them. */
export function anchor(state: State): void {
  state.topic = true;
  state.known = true;
  state.anchored = true;
  state.elliptic = true;
  state.parts = false;
  state.carried = false;
  state.resulted = false;
  state.ways = undefined;
  state.unit = undefined;
  state.dispute = undefined;
}

/** Ways that may hold others, by a unit of each: 线上, 书面, 网络, 网站. */
const KIND = /线(?=[上下])|书(?=面)|网(?=[上络])|互(?=联网)|在(?=线)|平(?=台)|[官门站]/;
/** Ways that may count the same twice. */
const OVERLAP = /线[^线]|[^线]线|书.*-|-.*书|[网互在].*[平官门站]|[平官门站].*[网互在]/;
const ALL_OF_YEAR = /^(?:均|都|全部)(?:为|系|是|属于?)?(\d{4})年/;
const LESS = /^(?:均|都)?(?:不含|不包括|不包含|不计)/;
const OTHERS = '(?:政府(?!信息|网|门户)|部门|(?:下属|所属|直属|局属|其他|其它|各)单位|[局厅镇](?!长|官?网|门户)|乡(?!村)|街道|办公[室厅])';
/** 44件（含市政府文件3件）, 44件，其中包括下属单位3件: it counts those of others too, which the table may leave out. */
const MORE = new RegExp(`^(?:其中:?(?:也|还)?(?:包?含|包括)?|包?含|包括)[^,;。()\\d]{0,12}${OTHERS}`);
const MORE_BEHIND = new RegExp(`^,(?:其中)?(?:也|还)?(?:包含|包括|含)[^,;。()\\d]{0,12}${OTHERS}`);
/** As much of a bracket, or of what stands behind, as tells that. */
const MAX_ASIDE = 24;
const MEANT = new RegExp(`[${OWN}${NOW}共计]`);

/** 约 12 件, 12 余件, 12 件左右. */
const isApproximate = ({ groups }: Match): boolean => (groups!.before ?? groups!.after ?? groups!.about) !== undefined;

/** A clause that is to be understood: what may be known of it, and where what it claims is kept. */
export class Statement {
  private replaced: string | undefined;
  /** Why what it claims may count something else. */
  doubt: Doubt | undefined;

  constructor(
    private readonly claims: Claim[],
    readonly passage: Passage,
    readonly clause: Clause,
    /** With the words for the report's own body and year replaced. */
    readonly text: string,
    /** Whether a number may count something, and whether words may stand for one. */
    readonly counted: boolean,
    readonly worded: boolean,
    readonly state: State,
    /** The report's. */
    private readonly year: number | undefined,
  ) {
    this.doubt = state.government ? 'government' : undefined;
  }

  /** Its text with the words that name applications replaced, too. */
  get named(): string {
    this.replaced ??= markRequests(this.text);
    return this.replaced;
  }

  /** What follows it in its paragraph, from the mark on that ends it. */
  get behind(): string {
    return this.passage.text.slice(this.clause.at(this.text.length - 1) + 1);
  }

  /** A group of a match as it is written, in `text`; `undefined` where it has no part in it. */
  written(match: Match, group: string): string | undefined {
    const range = match.indices!.groups![group];
    return range && this.text.slice(...range);
  }

  /** A claim by a number, and its value; a vague one claims nothing. */
  count(match: Match, readings: readonly Reading[], group: 'number' | 'lawsuits' = 'number'): bigint | undefined {
    const number = match.groups![group];
    const [start, end] = match.indices!.groups![group]!;
    const value = numberOf(number!);
    // 办结一件、满意一件 is a motto; a count says whose or of when it is.
    const motto = number === '一' && !MEANT.test(this.text);
    if (value === undefined || isApproximate(match) || motto || this.isApart()) return undefined;
    this.add(start, end, value, true, readings);
    return value;
  }

  /** All that came, or was handled: what follows may be parts of it. */
  countWhole(match: Match, readings: readonly Reading[]): void {
    const value = this.count(match, readings);
    const { state } = this;
    if (value !== undefined && value >= (state.whole?.value ?? 0n)) state.whole = { value, readings };
  }

  /** One of the ways in which applications came, if that is `sure`: together they cannot be more than all. */
  countWay(match: Match, sure: boolean): void {
    const { state, clause, passage } = this;
    const value = numberOf(match.groups!.number!);
    const kinds = (state.ways?.kinds ?? '') + (KIND.exec(this.text)?.[0] ?? '-');
    if (!state.whole || !sure || OVERLAP.test(kinds) || value === undefined || isApproximate(match)) {
      state.whole = undefined;
      return;
    }
    const sum = (state.ways?.sum ?? 0n) + value;
    const from = state.ways?.from ?? clause.at(0);
    state.ways = { sum, from, kinds };
    if (sum <= state.whole.value + state.over) return;
    const range = { start: passage.at(from), end: passage.at(clause.at(this.text.length - 1)) + 1 };
    this.push(range, sum, false, state.whole.readings);
    state.whole = undefined;
  }

  /** Whether its paragraph has claimed something of these cells. */
  isSaid(reading: Reading): boolean {
    const same = JSON.stringify(reading);
    return this.claims.some(({ passage, readings }) => passage === this.passage && JSON.stringify(readings[0]) === same);
  }

  /** A claim by words: nothing, all. */
  say(match: Match, readings: readonly Reading[]): void {
    const [start, end] = match.indices!.groups!.words!;
    this.add(start, end, 0n, false, readings);
  }

  /** 2件（均为2022年案件）, 120件（不含告知承诺10件）: what is said beside it tells that the table may count others. */
  private isApart(): boolean {
    const { clause, passage, year } = this;
    const aside = clause.asides.some(({ start, end }) => {
      const words = passage.text.slice(start, Math.min(end, start + MAX_ASIDE));
      const written = ALL_OF_YEAR.exec(words)?.[1];
      return (written !== undefined && Number(written) !== year) || LESS.test(words) || MORE.test(words);
    });
    return aside || MORE_BEHIND.test(this.behind.slice(0, MAX_ASIDE));
  }

  private add(start: number, end: number, value: bigint, written: boolean, readings: readonly Reading[]): void {
    const meant = readings.filter((reading) => reading.length > 0);
    if (meant.length === 0) return;
    const { passage, clause } = this;
    const range = { start: passage.at(clause.at(start)), end: passage.at(clause.at(end - 1)) + 1 };
    this.push(range, value, written, meant);
  }

  private push(range: Range, value: bigint, written: boolean, readings: readonly Reading[]): void {
    const { passage, doubt, state } = this;
    this.claims.push({ range, value, written, readings, passage, doubt, wide: state.wide });
  }
}

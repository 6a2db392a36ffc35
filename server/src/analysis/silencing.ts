import { commentsOf } from '../reading/html';
import { isBreak, lineAt } from '../reading/lines';
import type { Range } from '../reading/report';

/**
 * Comments in a draft that silence findings a writer knows to be fine:
 *
 *     <!-- gongkai-ignore-line sum-row: 经核实 -->            what begins in this line
 *     <!-- gongkai-ignore-next-line sum-row, cell-empty -->   … in the next line that holds more than comments
 *     <!-- gongkai-ignore-start sum-row --> … <!-- gongkai-ignore-end -->
 *     <!-- gongkai-ignore-file text-latin -->
 *
 * The ids of rules, or `all`, divided by commas or blanks; behind a colon the reason.
 */

/** Stands for all rules in a silencer. */
export const ALL = 'all';

/** The id of the rule that speaks of the silencers themselves: no comment silences it. */
export const OF_SILENCERS = 'unused-ignore';

/** How far a silencer reaches; `end` closes what a `start` has opened. */
export type Reach = 'line' | 'next-line' | 'start' | 'end' | 'file';
const reaches: readonly Reach[] = ['line', 'next-line', 'start', 'end', 'file'];

export interface RuleName {
  readonly id: string;
  readonly range: Range;
}

/** A comment that begins as a silencer does. */
export interface Silencer {
  /** The comment. */
  readonly range: Range;
  /** Absent where the word behind `gongkai-ignore-` is none of those known. */
  readonly reach: Reach | undefined;
  readonly rules: readonly RuleName[];
  /** Empty where none is written. */
  readonly reason: string;
}

/** Why a silencer, or one rule in it, does nothing. */
export interface Idle {
  readonly why: 'unused' | 'of-silencers' | 'unknown-rule' | 'no-rule' | 'unknown-word' | 'never-opened' | 'never-closed';
  /** The id, or the whole comment. */
  readonly range: Range;
  readonly silencer: Silencer;
  /** The id, as it is written. */
  readonly rule?: string;
}

const OPENING = /^<!--\s{0,8}gongkai-ignore(?:-([a-z]+(?:-[a-z]+)*))?(?![\w-]*\w)/i;
const ID = /[^\s,，、;；]+/g;

/** All silencers of a text, in order. Linear. */
export function silencersOf(text: string): Silencer[] {
  if (!text.includes('gongkai-ignore')) return [];
  const silencers: Silencer[] = [];
  for (const range of commentsOf(text)) {
    const opening = OPENING.exec(text.slice(range.start, range.start + 64));
    if (!opening) continue;
    const from = range.start + opening[0].length;
    const words = text.slice(from, range.end - 3);
    const colon = words.search(/[:：]/);
    const ids = colon < 0 ? words : words.slice(0, colon);
    const rules = [...ids.matchAll(ID)].map(({ 0: id, index }) => ({
      id,
      range: { start: from + index, end: from + index + id.length },
    }));
    silencers.push({
      range,
      reach: reaches.find((reach) => reach === opening[1]?.toLowerCase()),
      rules,
      reason: colon < 0 ? '' : words.slice(colon + 1).trim(),
    });
  }
  return silencers;
}

/** What a finding is to silencing. */
interface Silenceable {
  readonly rule: string;
  readonly range: Range;
}

export interface Suppressed<Finding> {
  readonly finding: Finding;
  /** As the writer gives it; empty where none is written. */
  readonly reason: string;
}

export interface Silencing<Finding> {
  readonly kept: Finding[];
  readonly suppressed: readonly Suppressed<Finding>[];
  /** In the order of the text. */
  readonly idle: readonly Idle[];
}

/** One rule of a silencer, and the places that it holds for. */
interface Hold {
  readonly silencer: Silencer;
  readonly rule: RuleName;
  readonly stretch: Range;
  used: boolean;
}

/**
 * Takes out the findings, sorted by their start, that a silencer of the draft speaks of: the narrowest one answers for each.
 * `known` has the ids that there are, `running` those that could have found something: of the others nothing is said.
 */
export function silence<Finding extends Silenceable>(
  text: string,
  findings: Finding[],
  known: ReadonlyMap<string, unknown>,
  running: readonly string[],
): Silencing<Finding> {
  const silencers = silencersOf(text);
  if (silencers.length === 0) return { kept: findings, suppressed: [], idle: [] };
  const ran = new Set(running);
  const idle: Idle[] = [];
  const holds = holdsOf(text, silencers, known, idle);
  const kept: Finding[] = [];
  const suppressed: Suppressed<Finding>[] = [];
  const look = new Lookup(holds);
  for (const finding of findings) {
    const hold = ran.has(finding.rule) ? look.narrowest(finding) : undefined;
    if (!hold) {
      kept.push(finding);
      continue;
    }
    hold.used = true;
    suppressed.push({ finding, reason: hold.silencer.reason });
  }
  for (const { silencer, rule, used } of holds)
    if (!used && (rule.id === ALL || ran.has(rule.id))) idle.push({ why: 'unused', range: rule.range, silencer, rule: rule.id });
  idle.sort((a, b) => a.range.start - b.range.start);
  return { kept, suppressed, idle };
}

/** Where a silencer holds. */
interface Stretch {
  readonly silencer: Silencer;
  readonly stretch: Range;
  /** Of a block, what closes it; absent where nothing does. */
  readonly closedBy?: Silencer;
}

/** The stretches of all silencers of a text that have one. `knows`: the ids of rules that count. */
export function stretchesOf(text: string, silencers: readonly Silencer[], knows = (_id: string): boolean => true): Stretch[] {
  const stretches: Stretch[] = [];
  // Behind everything. Infinity would make V8 hold the ends of all ranges as floats, for as long as the process runs.
  const behind = text.length + 1;
  // Silencers come in order, and so do the lines that they stand in and those that they speak of.
  const [own, next] = [new Lines(text), new Lines(text)];
  const open = new Open();
  for (const silencer of silencers) {
    const { range, reach, rules } = silencer;
    if (reach === 'end') {
      const opened = open.close(rules.filter(({ id }) => knows(id)));
      if (opened) stretches.push({ silencer: opened, stretch: { start: opened.range.start, end: range.end }, closedBy: silencer });
    } else if (reach === 'start') open.push(silencer);
    else if (reach === 'file') stretches.push({ silencer, stretch: { start: 0, end: behind } });
    else if (reach)
      stretches.push({ silencer, stretch: reach === 'line' ? own.at(range.start) : nextLine(text, next, own.at(range.end).end) });
  }
  for (const silencer of open.rest()) stretches.push({ silencer, stretch: { start: silencer.range.start, end: behind } });
  return stretches;
}

/** The blocks that are open. */
class Open {
  private readonly all: Silencer[] = [];
  /** What is closed is taken off when it comes to lie on top. */
  private readonly byRule = new Map<string, Silencer[]>();
  private readonly closed = new Set<Silencer>();

  push(silencer: Silencer): void {
    this.all.push(silencer);
    for (const { id } of silencer.rules) {
      const known = this.byRule.get(id);
      if (known) known.push(silencer);
      else this.byRule.set(id, [silencer]);
    }
  }

  /** Closes what was opened last; where rules are named, the last that holds one of them. */
  close(rules: readonly RuleName[]): Silencer | undefined {
    const stacks = rules.length === 0 ? [this.all] : rules.map(({ id }) => this.byRule.get(id) ?? []);
    let last: Silencer | undefined;
    for (const stack of stacks) {
      while (stack.length > 0 && this.closed.has(stack.at(-1)!)) stack.pop();
      const top = stack.at(-1);
      if (top && (!last || top.range.start > last.range.start)) last = top;
    }
    if (last) this.closed.add(last);
    return last;
  }

  rest(): Silencer[] {
    return this.all.filter((silencer) => !this.closed.has(silencer));
  }
}

function holdsOf(text: string, silencers: readonly Silencer[], known: ReadonlyMap<string, unknown>, idle: Idle[]): Hold[] {
  const knows = (id: string): boolean => id === ALL || known.has(id);
  const stretches = stretchesOf(text, silencers, knows);
  const closing = new Set(stretches.map(({ closedBy }) => closedBy));
  for (const silencer of silencers) {
    const { range, reach, rules } = silencer;
    if (!reach) {
      idle.push({ why: 'unknown-word', range, silencer });
      continue;
    }
    for (const rule of rules) {
      const why = !knows(rule.id) ? 'unknown-rule' : rule.id === OF_SILENCERS ? 'of-silencers' : undefined;
      if (why) idle.push({ why, range: rule.range, silencer, rule: rule.id });
    }
    if (reach === 'end' && !closing.has(silencer)) idle.push({ why: 'never-opened', range, silencer });
    if (reach !== 'end' && rules.length === 0) idle.push({ why: 'no-rule', range, silencer });
  }
  const holds: Hold[] = [];
  for (const { silencer, stretch, closedBy } of stretches) {
    if (silencer.reach === 'start' && !closedBy) idle.push({ why: 'never-closed', range: silencer.range, silencer });
    for (const rule of silencer.rules) if (knows(rule.id)) holds.push({ silencer, rule, stretch, used: false });
  }
  return holds.sort(byStretch);
}

/** Finds what holds for one finding after the other, in the order of the text. */
class Lookup {
  /** By rule, the first to begin last. */
  private readonly ahead = new Map<string, Hold[]>();
  /** What has begun; what has ended is taken off when it comes to lie on top. */
  private readonly begun = new Map<string, Hold[]>();

  constructor(holds: readonly Hold[]) {
    for (let i = holds.length - 1; i >= 0; i--) {
      const hold = holds[i]!;
      const known = this.ahead.get(hold.rule.id);
      if (known) known.push(hold);
      else this.ahead.set(hold.rule.id, [hold]);
    }
  }

  narrowest({ rule, range }: Silenceable): Hold | undefined {
    const [own, general] = [this.last(rule, range), this.last(ALL, range)];
    return own && general && byStretch(own, general) < 0 ? general : (own ?? general);
  }

  /** What has begun last and not ended. */
  private last(rule: string, { start, end }: Range): Hold | undefined {
    const ahead = this.ahead.get(rule);
    if (!ahead) return undefined;
    const begun = this.begun.get(rule) ?? [];
    while (ahead.length > 0 && ahead.at(-1)!.stretch.start <= start) begun.push(ahead.pop()!);
    while (begun.length > 0 && begun.at(-1)!.stretch.end < start) begun.pop();
    this.begun.set(rule, begun);
    // What takes no room may stand where a block ends: the blank cell that it holds.
    return begun.findLast(
      ({ stretch, silencer }) => start < stretch.end || (start === end && start === stretch.end && silencer.reach === 'start'),
    );
  }
}

/** The narrower one last, of those that begin together. */
const byStretch = (a: Hold, b: Hold): number =>
  a.stretch.start - b.stretch.start || (a.stretch.end === b.stretch.end ? 0 : b.stretch.end - a.stretch.end);

const isBlank = (code: number): boolean => code <= 0x20 || code === 0x3000 || code === 0xa0 || code === 0xfeff;

/** Finds lines for offsets that mostly lie in the same one as the last. */
class Lines {
  private line: Range = { start: 0, end: 0 };

  constructor(private readonly text: string) {}

  /** The line at an offset with its end, where what is not there may be found: behind its last character, before the next line. */
  at(offset: number): Range {
    if (offset >= this.line.start && offset < this.line.end) return this.line;
    const { start, end } = lineAt(this.text, offset);
    this.line = { start, end: end + 1 };
    return this.line;
  }
}

/** More comments in a row than this are not looked through for the line that they speak of. */
const MAX_COMMENTS = 16;

/** The first line from one on that holds more than blanks and comments; nothing at the end of the text. */
function nextLine(text: string, lines: Lines, from: number): Range {
  let at = from;
  let first = from;
  for (let comments = 0; comments <= MAX_COMMENTS; ) {
    for (; at < text.length && isBlank(text.charCodeAt(at)); at++) if (isBreak(text.charCodeAt(at))) first = at + 1;
    if (at >= text.length) break;
    const close = text.startsWith('<!--', at) ? text.indexOf('-->', at + 2) : -1;
    if (close < 0) return lines.at(first);
    at = close + 3;
    comments++;
  }
  return { start: text.length, end: text.length };
}

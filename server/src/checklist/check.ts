import type { Bilingual } from '../editions';
import type { Range } from '../reading/report';
import type { Severity } from '../rules/rule';

/** `not-assessable`: something that it takes is blank, unreadable or absent. `silenced`: the writer knows, and says so. */
export type CheckState = 'holds' | 'violated' | 'not-assessable' | 'silenced';

export const stateNames: Readonly<Record<CheckState, Bilingual>> = {
  holds: { zh: '通过', en: 'passes' },
  violated: { zh: '有问题', en: 'problem' },
  'not-assessable': { zh: '无法核对', en: 'not assessable' },
  silenced: { zh: '已忽略', en: 'silenced' },
};

export const states = Object.keys(stateNames) as CheckState[];

/** One thing that was looked at. Texts are in the language that was asked for. */
export interface Check {
  readonly state: CheckState;
  /** What was looked at. */
  readonly name: string;
  /** How it stands: an equation with its figures, a message, a reason; empty where nothing is to be said. */
  readonly detail: string;
  /** Where it stands in the draft. */
  readonly range?: Range;
  /** The rule that looks at it. */
  readonly rule?: string;
  /** Of what was found. */
  readonly severity?: Severity;
  /** How many checks it stands for; 1 where absent. */
  readonly count?: number;
}

export interface CheckGroup {
  readonly title: string;
  readonly checks: readonly Check[];
}

/** Everything that was looked at in a draft. */
export interface Checklist {
  readonly language: keyof Bilingual;
  readonly groups: readonly CheckGroup[];
  readonly counts: Readonly<Record<CheckState, number>>;
  /** Rules that did not run, each with why. */
  readonly left: readonly string[];
}

export function counted(groups: readonly CheckGroup[]): Checklist['counts'] {
  const counts = { holds: 0, violated: 0, 'not-assessable': 0, silenced: 0 };
  for (const { checks } of groups) for (const { state, count = 1 } of checks) counts[state] += count;
  return counts;
}

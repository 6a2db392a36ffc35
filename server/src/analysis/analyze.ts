import type { EditionId } from '../editions';
import type { Report } from '../reading/report';
import type { Finding } from '../rules/rule';
import type { RelationState } from './relations';

export interface AnalyzeOptions {
  /** `auto` (default): the report's year decides. */
  readonly edition?: EditionId | 'auto';
}

/** The one judgement that every view projects. */
export interface Analysis {
  readonly report: Report;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly relations: readonly RelationState[];
}

/** Reads and judges a draft. Pure, synchronous, linear in the length of the text; never throws. */
export function analyze(text: string, options: AnalyzeOptions = {}): Analysis {
  void text;
  void options;
  throw new Error('not yet');
}

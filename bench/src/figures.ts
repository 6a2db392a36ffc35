/** What the bench gives: figures, each beside a floor that was taken in the same run. */

export type Unit = 'ms' | 'ms/MB' | 'KB' | 'MB' | '×';

export interface Figure {
  /** Unique, with dots: `analysis.tab.p95`. */
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  /** Absent where the measurement failed: then `problem` says why. */
  readonly value?: number;
  readonly floor?: Floor;
  /** The most that the value may be. */
  readonly target?: number;
  readonly problem?: string;
  /** Whatever else was learnt: counts, sizes, single samples. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The least that the same work could cost here and now, in the unit of the figure. */
export interface Floor {
  readonly name: string;
  readonly value: number;
}

export type Verdict = 'ok' | 'over' | 'failed' | '';

export function verdict({ value, target, problem }: Figure): Verdict {
  if (value === undefined || problem !== undefined) return 'failed';
  if (target === undefined) return '';
  return value <= target ? 'ok' : 'over';
}

export const ratio = ({ value, floor }: Figure): number | undefined =>
  value === undefined || !floor || floor.value <= 0 ? undefined : value / floor.value;

/** A figure as it stands in the JSON. */
export const record = (figure: Figure): object => ({ ...figure, ratio: ratio(figure), verdict: verdict(figure) });

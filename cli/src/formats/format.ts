import type { Result } from '../results';

/** Prints the results of `check` while they come in. */
export interface Format {
  /** A piece of output for one result. */
  add(result: Result): string;
  /** What comes after the last one. */
  end(): string;
}

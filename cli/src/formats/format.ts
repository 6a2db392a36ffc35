import type { Result } from '../results';
import type { Tally } from '../tally';

/** What a command writes of its files. Without a memory of its own: the files may be printed in several threads. */
export interface Format {
  /** What stands in front of a file: of the first, or of another. */
  before(first: boolean): string;
  print(result: Result): string;
  /** What comes after the last one. */
  end(tally: Tally): string;
}

import type { Edit } from '../editing/edit';
import type { Bilingual } from '../editions';
import type { Range } from '../reading/report';
import type { Context } from './context';

/** The ids of the commands, as clients and code lenses name them. Their first argument is the URI of a draft, then what stands here. */
export const commandIds = {
  /** Does all safe fixes. */
  fixAll: 'gongkai.fixAll',
  /** `[range?]`: fills the totals of the tables that the range touches; of all tables without one. */
  fillTotals: 'gongkai.fillTotals',
  /** `[range?, edition?]`: converts tables into another edition; into the one that the year asks for without one. */
  convertTables: 'gongkai.convertTables',
  /** `[range?, layout]`: writes tables in another layout. */
  relayoutTables: 'gongkai.relayoutTables',
  /** `[range?]`: aligns the columns of pipe and tab tables. */
  formatTables: 'gongkai.formatTables',
  /** `[range?]`: inserts all missing sections, tables and rows. */
  insertMissing: 'gongkai.insertMissing',
  /** `[null, number]`: inserts the section of this number, or the table or outline that it lacks. */
  insertTable: 'gongkai.insertTable',
  /** Writes a whole report into an empty draft, or completes one that has only its title. */
  insertReport: 'gongkai.insertReport',
} as const;

/** What a command would do: the edits, and what the user is to confirm first. `undefined`: there is nothing to do. */
export interface Outcome {
  readonly edits: readonly Edit[];
  readonly confirm?: Bilingual;
}

/** A command of the server: from a draft to edits. `range` is what is selected; the whole draft where absent. */
export interface Command {
  readonly id: (typeof commandIds)[keyof typeof commandIds];
  run(context: Context, range: Range | undefined, option: unknown): Outcome | undefined;
}

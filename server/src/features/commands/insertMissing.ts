import { insertMissing } from '../../editing/missing';
import { type Command, commandIds } from '../command';

/** Inserts all sections, tables and rows that a report lacks. */
export const insertMissingCommand: Command = {
  id: commandIds.insertMissing,
  run({ analysis: { report }, editing }, range) {
    const edits = report.recognised ? insertMissing(report, editing, range) : [];
    return edits.length > 0 ? { edits } : undefined;
  },
};

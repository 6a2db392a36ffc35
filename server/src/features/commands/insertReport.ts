import { insertMissing } from '../../editing/missing';
import { wholeReport } from '../../editing/skeletons';
import { type Command, commandIds } from '../command';

/** Writes a whole report into an empty draft, or completes one that is there. `option`: the year reported on. */
export const insertReportCommand: Command = {
  id: commandIds.insertReport,
  run({ analysis: { report }, text, editing }, _range, option) {
    if (report.recognised) {
      const edits = insertMissing(report, editing);
      return edits.length > 0 ? { edits } : undefined;
    }
    // What stands in another document is not to be written over.
    if (text.replace(/^\ufeff/, '').trim() !== '') return undefined;
    return { edits: wholeReport(text, editing, typeof option === 'number' && Number.isInteger(option) ? option : undefined) };
  },
};

import { fixAll } from '../../analysis/remedies';
import { type Command, commandIds } from '../command';

/** Does all safe fixes of a draft. */
export const fixAllCommand: Command = {
  id: commandIds.fixAll,
  run({ text, analysis: { report, options }, editing }) {
    // What the draft is held against stays as it is, whether the year or the settings say so.
    const edits = fixAll(text, { ...options, edition: report.expected?.id ?? 'auto' }, editing);
    return edits.length > 0 ? { edits } : undefined;
  },
};

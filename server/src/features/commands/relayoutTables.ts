import { relayout } from '../../editing/relayout';
import { layouts } from '../../editing/write';
import { type Command, commandIds } from '../command';
import { tablesIn } from './tablesIn';

/** Writes tables in the layout that is named; what cannot be written so without loss stays as it is. */
export const relayoutTablesCommand: Command = {
  id: commandIds.relayoutTables,
  run({ analysis: { report } }, range, option) {
    const layout = layouts.find((name) => name === option);
    const edits = layout ? tablesIn(report, range).flatMap((table) => relayout(report, table, layout) ?? []) : [];
    return edits.length > 0 ? { edits } : undefined;
  },
};

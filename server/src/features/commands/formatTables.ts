import { alignTable } from '../../editing/align';
import { type Command, commandIds } from '../command';
import { tablesIn } from './tablesIn';

/** Aligns tables. */
export const formatTablesCommand: Command = {
  id: commandIds.formatTables,
  run({ analysis: { report } }, range) {
    const edits = tablesIn(report, range).flatMap((table) => alignTable(report, table));
    return edits.length > 0 ? { edits } : undefined;
  },
};

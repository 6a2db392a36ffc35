import { relayout } from '../../editing/relayout';
import type { Layout } from '../../reading/report';
import { type Command, commandIds } from '../command';
import { tablesIn } from './tablesIn';

const layouts: readonly Layout[] = ['tab', 'pipe', 'gfm', 'html', 'words', 'lines'];

/** Writes tables in the layout that is named; what cannot be written so without loss stays as it is. */
export const relayoutTablesCommand: Command = {
  id: commandIds.relayoutTables,
  run({ analysis: { report } }, range, option) {
    const layout = layouts.find((name) => name === option);
    const edits = layout ? tablesIn(report, range).flatMap((table) => relayout(report, table, layout) ?? []) : [];
    return edits.length > 0 ? { edits } : undefined;
  },
};

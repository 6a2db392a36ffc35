import { relayout } from '../../editing/relayout';
import { layouts } from '../../editing/write';
import { type Command, commandIds } from '../command';
import { rowCount } from '../summary';
import { tablesIn } from './tablesIn';

/** Writes tables in the layout that is named; what cannot be written so without loss stays as it is. */
export const relayoutTablesCommand: Command = {
  id: commandIds.relayoutTables,
  run({ analysis: { report } }, range, option) {
    const layout = layouts.find((name) => name === option);
    const written = (layout ? tablesIn(report, range) : []).flatMap((table) => {
      const edits = relayout(report, table, layout!) ?? [];
      const { found, official } = rowCount(table);
      return edits.length > 0 ? [{ edits, rows: official - found }] : [];
    });
    if (written.length === 0) return undefined;
    const rows = written.reduce((sum, table) => sum + table.rows, 0);
    return {
      edits: written.flatMap(({ edits }) => edits),
      ...(rows > 0
        ? { confirm: { zh: `所缺的 ${rows} 行一并补上，等待填写`, en: `${rows} missing rows are added, to be filled in` } }
        : {}),
    };
  },
};

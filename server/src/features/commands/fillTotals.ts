import { changeOf } from '../../editing/figures';
import { fillTotals, wrongTotals } from '../../editing/totals';
import type { Bilingual } from '../../editions';
import { type Command, commandIds } from '../command';
import { openRelations } from '../silenced';
import { tablesIn } from './tablesIn';

/** Figures that a message names one by one. */
const NAMED = 5;

/** Fills the totals of tables from their parts, but for those that a silencer says are right; before it writes over figures the writer confirms. */
export const fillTotalsCommand: Command = {
  id: commandIds.fillTotals,
  run({ analysis }, range) {
    const { report } = analysis;
    const relations = openRelations(analysis);
    const tables = tablesIn(report, range);
    const edits = tables.flatMap((table) => fillTotals(report, relations, table));
    if (edits.length === 0) return undefined;
    const changes = tables.flatMap((table) =>
      wrongTotals(relations, table).flatMap(({ cell, value }) =>
        cell.value.state === 'blank' ? [] : [changeOf(report, table, cell, String(value))],
      ),
    );
    return { edits, ...(changes.length > 0 ? { confirm: overwriting(changes) } : {}) };
  },
};

function overwriting(changes: readonly Bilingual[]): Bilingual {
  const named = changes.slice(0, NAMED);
  const all = named.length === changes.length;
  return {
    zh: `改动 ${changes.length} 个已填的总计：${named.map(({ zh }) => zh).join('；')}${all ? '' : '；等等'}。各项无误再改。`,
    en: `Changes ${changes.length} written totals: ${named.map(({ en }) => en).join('; ')}${all ? '' : '; and more'}. Make sure that the parts are right.`,
  };
}

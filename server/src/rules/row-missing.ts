import { keepAligned } from '../editing/align';
import { ownTables } from '../editing/convert';
import { insertMissing } from '../editing/missing';
import { insertRow } from '../editing/rows';
import { type Row, rowsOf } from '../editions';
import { isFragment, rowName, rowPlace, tableName } from './naming';
import { ALL_EDITIONS, NOTICE, rule } from './rule';

export const rowMissing = rule({
  id: 'row-missing',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '表中缺行', en: 'Row missing' },
  explanation: {
    zh: '规定的行一行都不能少，没有发生的也要列出并填 0。',
    en: 'No row of the official table may be left out; where nothing happened it stands there with 0.',
  },
  basis: NOTICE,
  fix: 'suggestion',
  *check({ report }) {
    for (const table of ownTables(report)) {
      if (isFragment(table)) continue;
      const present = new Map(table.rows.map((bound) => [bound.row.id, bound]));
      let before = { start: table.range.start, end: table.range.start };
      let last: Row | undefined;
      for (const { row } of rowsOf(table.definition)) {
        const bound = present.get(row.id);
        if (bound) {
          before = { start: bound.label.start, end: bound.label.end };
          last = row;
          continue;
        }
        const place = rowPlace(table, row);
        const above = last ? { zh: `“${rowName(last)}”行`, en: `row “${rowName(last)}”` } : { zh: '表头', en: 'the heads' };
        yield {
          range: before,
          message: {
            zh: `${place.zh}缺失。请补在${above.zh}之后，没有发生的填 0。`,
            en: `${place.en} is missing. Add it after ${above.en}; write 0 where nothing happened.`,
          },
          data: { table: table.definition.id, row: row.id },
        };
      }
    }
  },
  *fixes({ data }, { report }, options) {
    const table = data.table && report.tables.get(data.table);
    if (!table) return;
    const missing = rowsOf(table.definition).flatMap(({ row }) => (table.rows.some((bound) => bound.row.id === row.id) ? [] : [row]));
    const row = missing.find(({ id }) => id === data.row);
    const edits = row && insertRow(report, table, row, options);
    if (!edits) return;
    const place = rowPlace(table, row);
    yield { title: { zh: `补上${place.zh}`, en: `Insert ${place.en}` }, edits: keepAligned(report, table, edits), preferred: true };
    // Once for the table, at the first of them.
    if (missing.length < 2 || row !== missing[0]) return;
    const name = tableName(table);
    yield {
      title: { zh: `补上${name.zh}所缺的全部 ${missing.length} 行`, en: `Insert all ${missing.length} missing rows of ${name.en}` },
      edits: insertMissing(report, options, table.range),
    };
  },
});

import { fillTable } from '../editing/convert';
import { firstLineOf, isEmpty, isFragment, tableName } from './naming';
import { ALL_EDITIONS, NOTICE, rule } from './rule';

export const tableEmpty = rule({
  id: 'table-empty',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '整张表没有填', en: 'Table all blank' },
  explanation: {
    zh: '表中每一格都要填，没有发生的填“0”。整张表空白只报告一次。',
    en: 'Every cell of the table is filled in; where nothing happened it is 0. A table that is blank throughout is one finding.',
  },
  basis: NOTICE,
  fix: 'suggestion',
  *check({ report }) {
    for (const table of report.tables.values()) {
      if (!isEmpty(table) || isFragment(table)) continue;
      const name = tableName(table);
      yield {
        range: firstLineOf(report, table.range),
        message: {
          zh: `${name.zh}整张没有填数。没有发生的请填 0。`,
          en: `${name.en} is blank throughout. Write 0 where nothing happened.`,
        },
        data: { table: table.definition.id },
      };
    }
  },
  *fixes({ data }, { report }) {
    const table = data.table && report.tables.get(data.table);
    const edits = table && fillTable(report, table, '0');
    if (!edits) return;
    const name = tableName(table);
    const count = table.rows.reduce((sum, { cells }) => sum + cells.size, 0);
    yield {
      title: { zh: `将${name.zh}全部填 0`, en: `Fill ${name.en} with 0` },
      edits,
      confirm: {
        zh: `${name.zh}的 ${count} 格全部填 0。请确认本年度确实都没有发生。`,
        en: `Writes 0 into all ${count} cells of ${name.en}. Make sure that nothing happened this year.`,
      },
    };
  },
});

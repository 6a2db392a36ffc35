import { isEmpty, isFragment, tableName } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const tableEmpty = rule({
  id: 'table-empty',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '整张表没有填', en: 'Table all blank' },
  explanation: {
    zh: '表中每一格都要填，没有发生的填“0”。整张表空白只报告一次。',
    en: 'Every cell of the table is filled in; where nothing happened it is 0. A table that is blank throughout is one finding.',
  },
  basis: { zh: '国办公开办函〔2021〕30号', en: 'Notice No. 30 (2021)' },
  fix: 'suggestion',
  *check({ report }) {
    for (const table of report.tables.values()) {
      if (!isEmpty(table) || isFragment(table)) continue;
      const name = tableName(table);
      yield {
        range: table.range,
        message: {
          zh: `${name.zh}整张没有填数。没有发生的请填 0。`,
          en: `${name.en} is blank throughout. Write 0 where nothing happened.`,
        },
        data: { table: table.definition.id },
      };
    }
  },
});

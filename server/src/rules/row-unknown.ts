import { ownTables } from '../editing/convert';
import { visible } from '../editing/relabel';
import { tableName } from './naming';
import { ALL_EDITIONS, NOTICE, rule } from './rule';

export const rowUnknown = rule({
  id: 'row-unknown',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '规定的表里没有这一行', en: 'Row that the table does not have' },
  explanation: {
    zh: '表样是规定的，不能自行增加行；认不出的行名也可能是写错了，其中的数没有参加核对。',
    en: 'Rows may not be added to the official table. A label that is not recognised may also be misspelt; its figures take no part in the checks.',
  },
  basis: NOTICE,
  needs: ['tables', 'edition'],
  fix: 'none',
  *check({ report }) {
    for (const table of ownTables(report)) {
      if (table.scrambled) continue;
      for (const { label } of table.unknownRows) {
        const name = tableName(table);
        const written = visible(report.text, label).replace(/\s+/g, ' ').slice(0, MAX_LABEL);
        yield {
          range: label,
          message: {
            zh: `${name.zh}没有“${written}”这一行（${table.edition.id} 版），其中的数没有参加核对。请核对行名或删去。`,
            en: `${name.en} has no row “${written}” (edition ${table.edition.id}); its figures were not checked. Check the label or delete the row.`,
          },
          data: { table: table.definition.id },
        };
      }
    }
  },
});

/** As much of a label as tells it from others. */
const MAX_LABEL = 40;

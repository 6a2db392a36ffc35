import { rowPlace, tableName } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const rowDuplicate = rule({
  id: 'row-duplicate',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '同一行出现两次', en: 'Row stands twice' },
  explanation: {
    zh: '同一行出现两次时，核对和汇总以第一次为准，另一次的数没有计入。整张表接连出现两次、各数都相同的，只提示一次；数不同的，可能是另一个单位或另一年的，不提示。',
    en: 'Where a row stands twice, the first one counts in all checks; the figures of the other are left out. A whole table that stands twice in a row with the same figures is told once; one with other figures may be that of another body or year, and is left alone.',
  },
  needs: ['tables'],
  fix: 'none',
  *check({ report }) {
    for (const table of report.tables.values()) {
      if (table.scrambled) continue;
      if (table.copy) {
        const name = tableName(table);
        yield {
          range: table.copy,
          message: {
            zh: `${name.zh}整张出现了两次，各数都相同。请删去多余的一张。`,
            en: `${name.en} stands twice, with the same figures. Delete the other.`,
          },
          data: { table: table.definition.id },
        };
      }
      const seen = new Set<string>();
      for (const { row, label } of table.rows) {
        if (seen.has(row.id)) {
          const place = rowPlace(table, row);
          yield {
            range: label,
            message: {
              zh: `${place.zh}出现了两次，核对以第一次为准。请删去多余的一行。`,
              en: `${place.en} stands twice; the first one counts. Delete the other.`,
            },
            data: { table: table.definition.id, row: row.id },
          };
        }
        seen.add(row.id);
      }
    }
  },
});

import { rowPlace } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const rowDuplicate = rule({
  id: 'row-duplicate',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '同一行出现两次', en: 'Row stands twice' },
  explanation: {
    zh: '同一行出现两次时，核对和汇总以第一次为准，另一次的数没有计入。',
    en: 'Where a row stands twice, the first one counts in all checks; the figures of the other are left out.',
  },
  needs: ['tables'],
  fix: 'none',
  *check({ report }) {
    for (const table of report.tables.values()) {
      if (table.scrambled) continue;
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

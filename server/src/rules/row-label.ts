import { tableName } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const rowLabel = rule({
  id: 'row-label',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '行名与规定不一致', en: 'Row label not official' },
  explanation: {
    zh: '行名由表样规定。认得出但写法不同（错字、简称、旧版名称）的，改成规定的名称，数不变。',
    en: 'The table lays down the labels of its rows. One that is recognised under another wording (a typo, a short form, a name of the old edition) can be set to the official label; the figures stay.',
  },
  basis: { zh: '国办公开办函〔2021〕30号', en: 'Notice No. 30 (2021)' },
  fix: 'safe',
  *check({ report }) {
    for (const table of report.tables.values()) {
      for (const { row, label, agreement } of table.rows) {
        if (agreement !== 'variant' && agreement !== 'typo') continue;
        const name = tableName(table);
        yield {
          range: label,
          message: { zh: `${name.zh}行名应为“${row.label.text}”。`, en: `${name.en}: the label should read “${row.label.text}”.` },
          data: { table: table.definition.id, row: row.id, expected: row.label.text },
        };
      }
    }
  },
});

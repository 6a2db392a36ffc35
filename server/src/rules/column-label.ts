import { ownTables } from '../editing/convert';
import { relabel, visible } from '../editing/relabel';
import { relayout } from '../editing/relayout';
import { key } from '../reading/text';
import { tableName } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const columnLabel = rule({
  id: 'column-label',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '列名与规定不一致', en: 'Column head not official' },
  explanation: {
    zh: '列名由表样规定。转换文件时列名常被截断（“尚未审结”只剩“尚未”）、重复或错位；表三各列也会换了次序。',
    en: 'The table lays down its column heads. Conversion often cuts them off (尚未 for 尚未审结), doubles or shifts them; columns of table 3 may stand in another order.',
  },
  basis: { zh: '国办公开办函〔2021〕30号', en: 'Notice No. 30 (2021)' },
  needs: ['tables', 'edition'],
  fix: 'safe',
  *check({ report }) {
    for (const table of ownTables(report)) {
      for (const { range, column, moved } of table.oddHeads) {
        const name = tableName(table);
        const { text } = column.label;
        yield {
          range,
          message: moved
            ? {
                zh: `${name.zh}列的次序与表样不同：这里应是“${text}”。各数按所写的列名读取，请核对。`,
                en: `${name.en}: columns in another order, “${text}” should stand here. Figures are read as the heads say; please check.`,
              }
            : { zh: `${name.zh}列名应为“${text}”。`, en: `${name.en}: the head should read “${text}”.` },
          data: { table: table.definition.id, column: column.id, expected: column.label.text },
        };
      }
    }
  },
  *fixes({ range, data }, { report }) {
    const head = [...report.tables.values()]
      .flatMap((table) => table.oddHeads.map((odd) => ({ ...odd, table })))
      .find(({ column, range: { start, end } }) => column.id === data.column && start === range.start && end === range.end);
    if (!head) return;
    if (head.moved) {
      const edits = relayout(report, head.table, head.table.layout);
      if (edits) yield { title: { zh: '按表样的次序排列各列', en: 'Put the columns into their official order' }, edits, preferred: true };
      return;
    }
    const { text } = head.column.label;
    const edits = relabel(report.text, [range], text);
    if (!edits) return;
    // The head of another column may be right and the figures in the wrong place: then the head says what the writer counted.
    const written = key(visible(report.text, range));
    const ofAnother = head.table.definition.blocks.some(({ columns }) => columns.some(({ label }) => key(label.text) === written));
    const title = { zh: `列名改为“${text}”`, en: `Set the head to “${text}”` };
    if (ofAnother) yield { title, edits };
    else yield { title, edits, safe: true, preferred: true };
  },
});

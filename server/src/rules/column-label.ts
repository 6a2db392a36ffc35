import { relabel, visible } from '../editing/relabel';
import { key } from '../reading/text';
import { tableName } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const columnLabel = rule({
  id: 'column-label',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '列名与规定不一致', en: 'Column head not official' },
  explanation: {
    zh: '列名由表样规定。转换文件时列名常被截断（“尚未审结”只剩“尚未”）、重复或错位。',
    en: 'The table lays down its column heads. Conversion often cuts them off (尚未 for 尚未审结), doubles or shifts them.',
  },
  basis: { zh: '国办公开办函〔2021〕30号', en: 'Notice No. 30 (2021)' },
  fix: 'safe',
  *check({ report }) {
    for (const table of report.tables.values()) {
      for (const { range, column } of table.oddHeads) {
        const name = tableName(table);
        yield {
          range,
          message: { zh: `${name.zh}列名应为“${column.label.text}”。`, en: `${name.en}: the head should read “${column.label.text}”.` },
          data: { table: table.definition.id, column: column.id, expected: column.label.text },
        };
      }
    }
  },
  *fixes({ range, data }, { report }) {
    const head = [...report.tables.values()]
      .flatMap(({ definition, oddHeads }) => oddHeads.map((odd) => ({ ...odd, definition })))
      .find(({ column, range: { start, end } }) => column.id === data.column && start === range.start && end === range.end);
    if (!head) return;
    const { text } = head.column.label;
    const edits = relabel(report.text, [range], text);
    if (!edits) return;
    // The head of another column may be right and the figures in the wrong place: then the head says what the writer counted.
    const written = key(visible(report.text, range));
    const ofAnother = head.definition.blocks.some(({ columns }) => columns.some(({ label }) => key(label.text) === written));
    const title = { zh: `列名改为“${text}”`, en: `Set the head to “${text}”` };
    if (ofAnother) yield { title, edits };
    else yield { title, edits, safe: true, preferred: true };
  },
});

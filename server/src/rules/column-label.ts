import { ownTables } from '../editing/convert';
import { quoted, relabel, unitNamed, visible } from '../editing/relabel';
import { relayout } from '../editing/relayout';
import { editions, tableOf } from '../editions';
import { resembles } from '../reading/labels';
import type { Cell, OddHead, Report, Table } from '../reading/report';
import { key } from '../reading/text';
import { tableName } from './naming';
import { ALL_EDITIONS, NOTICE, rule } from './rule';
import { otherUnitOver } from './subject';

export const columnLabel = rule({
  id: 'column-label',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '列名与规定不一致', en: 'Column head not official' },
  explanation: {
    zh: '列名由表样规定。转换文件时列名常被截断（“尚未审结”只剩“尚未”）、重复或错位；表三各列也会换了次序。',
    en: 'The table lays down its column heads. Conversion often cuts them off (尚未 for 尚未审结), doubles or shifts them; columns of table 3 may stand in another order.',
  },
  basis: NOTICE,
  needs: ['tables', 'edition'],
  fix: 'safe',
  *check({ report }) {
    for (const table of ownTables(report)) {
      for (const odd of table.oddHeads) {
        const { range, column, moved } = odd;
        if (saysYear(report, odd)) continue;
        // cell-unit says so of the figures below.
        if (figuresUnder(table, odd).some((cell) => column.kind === 'wan' && otherUnitOver(report, table, cell))) continue;
        const name = tableName(table);
        const { text } = column.label;
        const actual = quoted(report.text, range);
        yield {
          range,
          message: moved
            ? {
                zh: `${name.zh}列的次序与表样不同：这里写的是“${actual}”，应是“${text}”。各数按所写的列名读取，请核对。`,
                en: `${name.en}: columns in another order: “${actual}” stands where “${text}” should. Figures are read as the heads say; please check.`,
              }
            : {
                zh: `${name.zh}列名写作“${actual}”，应为“${text}”。`,
                en: `${name.en}: the head reads “${actual}”; it should read “${text}”.`,
              },
          data: { table: table.definition.id, column: column.id, actual, expected: text },
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
    const title = { zh: `列名改为“${text}”`, en: `Set the head to “${text}”` };
    const written = quoted(report.text, range);
    if (!changesMeaning(head.table, head, written)) yield { title, edits, safe: true, preferred: true };
    else {
      const zh = `原列名是“${written}”。列名改了，下面的数不变：是否是“${text}”，请核对。`;
      yield { title, edits, confirm: { zh, en: `The head reads ${written}. The figures below stay: check that they are “${text}”.` } };
    }
  },
});

/** Whether a head is the official one but for the year reported on: 本年（2023年）制发件数. */
function saysYear({ text, year }: Report, { range, column }: OddHead): boolean {
  const written = key(visible(text, range));
  const at = year === undefined ? -1 : written.indexOf(String(year));
  if (at < 0) return false;
  const rest = written.slice(at + 4).replace(/^年度?/, '');
  return written.slice(0, at) + rest === key(column.label.text);
}

/** The figures under a head that have no unit of their own and are not zero. */
const figuresUnder = (table: Table, { column }: OddHead): Cell[] =>
  table.rows.flatMap(({ cells }) => {
    const cell = cells.get(column.id);
    const { value } = cell ?? {};
    return cell?.column === column && value?.state === 'number' && value.digits !== 0n && value.unit === undefined ? [cell] : [];
  });

/**
 * Whether a head may be right and the figures be of something else: then it says what the writer counted. A head that is cut off,
 * doubled or misspelt is not; a unit that it lacks or has otherwise counts where there are figures.
 */
function changesMeaning(table: Table, head: OddHead, written: string): boolean {
  const { text } = head.column.label;
  const of = key(written);
  const heads = editions.flatMap((edition) => tableOf(edition, table.definition.id).blocks.flatMap(({ columns }) => columns));
  if (heads.some(({ label }) => key(label.text) === of) || !resembles(of, key(text))) return true;
  return unitNamed(written) !== unitNamed(text) && figuresUnder(table, head).length > 0;
}

import type { SecondTable, Table } from '../reading/report';
import { rowPlace, tableName } from './naming';
import { ALL_EDITIONS, type Fault, rule } from './rule';

export const rowDuplicate = rule({
  id: 'row-duplicate',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '同一行出现两次', en: 'Row stands twice' },
  explanation: {
    zh: '同一行出现两次时，核对和汇总以第一次为准，另一次的数没有计入。整张表接连出现两次，或者又贴在别的表的标题下的，只提示一次；两张之间有说明文字的，是另一个单位的数，不提示。',
    en: 'Where a row stands twice, the first one counts in all checks; the figures of the other are left out. A whole table that stands twice in a row, or once more under the heading of another table, is told once; where a text between the two says whose figures follow, it is left alone.',
  },
  needs: ['tables'],
  fix: 'none',
  *check({ report }) {
    for (const table of report.tables.values()) {
      if (table.scrambled) continue;
      if (table.second) yield secondTable(table, table.second);
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

/** One with other figures may have a reason that nobody wrote down. */
function secondTable(table: Table, { label, isCopy, isApart }: SecondTable): Fault {
  const name = tableName(table);
  const data = { table: table.definition.id };
  if (isCopy)
    return {
      range: label,
      message: {
        zh: `${name.zh}整张出现了两次，各数都相同。请删去多余的一张。`,
        en: `${name.en} stands twice, with the same figures. Delete the other.`,
      },
      data,
    };
  if (isApart)
    return {
      range: label,
      message: {
        zh: `${name.zh}在别的表的标题下又有一张，没有核对。请换成那个标题下规定的表，或删去。`,
        en: `${name.en} stands once more, under the heading of another table, and was not checked there. Put the table of that heading in its place, or delete it.`,
      },
      data,
    };
  return {
    range: label,
    severity: 'information',
    message: {
      zh: `${name.zh}后面紧接着又有一张${name.zh}，只核对了前一张。沿用旧稿留下的，请删去；是另一个单位的数，请在两张之间写明。`,
      en: `${name.en} is followed by another one; only the first is checked. Delete what an old draft has left, or say between the two whose figures these are.`,
    },
    data,
  };
}

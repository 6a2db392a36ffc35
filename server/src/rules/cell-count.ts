import type { Bilingual } from '../editions';
import { rowPlace, tableName } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const cellCount = rule({
  id: 'cell-count',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '一行的数比列多或少', en: 'Values do not fit the columns' },
  explanation: {
    zh: '这一行数的个数与列数对不上，不知道哪个数属于哪一列。工具不猜：这一行没有参加核对，也不导出。',
    en: 'The number of values does not fit the columns, so it cannot be told which value belongs where. Nothing is guessed: the row takes no part in checks and is not exported.',
  },
  needs: ['tables'],
  fix: 'none',
  *check({ report }) {
    for (const table of report.tables.values()) {
      if (table.scrambled) continue;
      const wide = table.definition.orientation === 'wide';
      let reported: number | undefined;
      for (const { row, misaligned, foreign } of table.rows) {
        // The rows of a wide table share one line: one finding. Of heads of another edition table-edition speaks.
        if (!misaligned || foreign || (wide && misaligned.range.start === reported)) continue;
        reported = misaligned.range.start;
        const { found, expected, range } = misaligned;
        const place = wide && expected > table.definition.blocks[0]!.columns.length ? tableName(table) : rowPlace(table, row);
        yield {
          range,
          message:
            found === expected
              ? scattered(place, found)
              : {
                  zh: `${place.zh}有 ${found} 个数，应有 ${expected} 个，无法对应到列，没有核对。请${found > expected ? '删去多余的数' : '补齐，没有发生的填 0'}。`,
                  en: `${place.en} has ${found} values where ${expected} belong; they cannot be told apart and were not checked. ${found > expected ? 'Delete what is too many' : 'Fill in the rest, 0 where nothing happened'}.`,
                },
          data: {
            table: table.definition.id,
            ...(place.zh === tableName(table).zh ? {} : { row: row.id }),
            actual: String(found),
            expected: String(expected),
          },
        };
      }
    }
  },
});

/** As many values as columns, but with other cells between them. */
const scattered = (place: Bilingual, found: number): Bilingual => ({
  zh: `${place.zh}的 ${found} 个数之间夹有空白的格，与其他行对不齐，没有核对。请删去多余的空白格，使每列一个数。`,
  en: `${place.en}: blank cells stand among its ${found} values, so they do not line up with the other rows and were not checked. Take the blank cells out.`,
});

import { type Bilingual, rowsOf } from '../editions';
import type { Table } from '../reading/report';
import { rowPlace, tableName } from './naming';
import { ALL_EDITIONS, type Fault, rule } from './rule';

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
      const alike = wide ? undefined : allAlike(table);
      if (alike) {
        yield alike;
        continue;
      }
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

/** What all rows that cannot be bound have in common, where they are most of the table: a column is lost, or one is added. */
function allAlike(table: Table): Fault | undefined {
  const { definition, rows, labels } = table;
  const wrong = rows.flatMap(({ misaligned, foreign }) => (misaligned && !foreign ? [misaligned] : []));
  const [first] = wrong;
  if (!first || wrong.length * 2 <= rowsOf(definition).length) return undefined;
  const { found, expected, range } = first;
  if (found === expected || wrong.some((other) => other.found !== found || other.expected !== expected)) return undefined;
  const headed = new Set(labels.map(({ column }) => column?.id));
  const lost = (definition.blocks.length > 1 ? [] : definition.blocks[0]!.columns).filter(({ id }) => !headed.has(id));
  const name = tableName(table);
  const count = {
    zh: `${wrong.length} 行都是 ${found} 个数，应有 ${expected} 个`,
    en: `${wrong.length} rows have ${found} values where ${expected} belong`,
  };
  const [only] = lost;
  const isLost = only && lost.length === 1 && found + 1 === expected;
  return {
    range,
    message: isLost
      ? {
          zh: `${name.zh}没有“${only.label.text}”列：${count.zh}，没有核对。请补上这一列。`,
          en: `${name.en} has no column “${only.label.text}”: ${count.en}; they were not checked. Add the column.`,
        }
      : {
          zh: `${name.zh}有 ${count.zh}，无法对应到列，没有核对。请${found > expected ? '删去多余的列' : '补上所缺的列'}。`,
          en: `${name.en}: ${count.en}; they cannot be told apart and were not checked. ${found > expected ? 'Delete the column that is too many' : 'Add the column that is missing'}.`,
        },
    data: { table: definition.id, ...(isLost ? { column: only.id } : {}), actual: String(found), expected: String(expected) },
  };
}

/** As many values as columns, but with other cells between them. */
const scattered = (place: Bilingual, found: number): Bilingual => ({
  zh: `${place.zh}的 ${found} 个数之间夹有空白的格，与其他行对不齐，没有核对。请删去多余的空白格，使每列一个数。`,
  en: `${place.en}: blank cells stand among its ${found} values, so they do not line up with the other rows and were not checked. Take the blank cells out.`,
});

import { type Bilingual, type Column, rowsOf } from '../editions';
import type { Table } from '../reading/report';
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
      const { definition } = table;
      const wide = definition.orientation === 'wide';
      // Of heads of another edition table-edition speaks.
      const wrong = table.rows.flatMap(({ row, misaligned, foreign }) => (misaligned && !foreign ? [{ row, ...misaligned }] : []));
      const { length } = wrong;
      const alike = !wide && length * 2 > rowsOf(definition).length && wrong.every((one) => areAlike(one, wrong[0]!));
      const lost = alike ? lostColumn(table, wrong[0]!) : undefined;
      let reported: number | undefined;
      for (const { row, found, expected, range, inParts } of alike ? wrong.slice(0, 1) : wrong) {
        // The rows of a wide table share one line: one finding.
        if (wide && range.start === reported) continue;
        reported = range.start;
        const name = tableName(table);
        const place = alike
          ? { zh: `${name.zh}的 ${length} 行都`, en: `${name.en}, ${length} rows` }
          : wide && expected > definition.blocks[0]!.columns.length
            ? name
            : rowPlace(table, row);
        const advice = lost
          ? { zh: `补上“${lost.label.text}”列`, en: `Add the column “${lost.label.text}”` }
          : found > expected
            ? { zh: '删去多余的数', en: 'Delete what is too many' }
            : { zh: '补齐，没有发生的填 0', en: 'Fill in the rest, 0 where nothing happened' };
        yield {
          range,
          message: inParts
            ? divided(place, expected)
            : found === expected
              ? scattered(place, found)
              : {
                  zh: `${place.zh}有 ${found} 个数，应有 ${expected} 个，无法对应到列，没有核对。请${advice.zh}。`,
                  en: `${place.en} ha${alike ? 've' : 's'} ${found} values where ${expected} belong; they cannot be told apart and were not checked. ${advice.en}.`,
                },
          data: {
            table: definition.id,
            ...(alike || place === name ? {} : { row: row.id }),
            ...(lost ? { column: lost.id } : {}),
            actual: String(found),
            expected: String(expected),
          },
        };
      }
    }
  },
});

interface Count {
  readonly found: number;
  readonly expected: number;
}

/** Whether two rows have too many values, or too few, and as many: where most of a table has, that is one fault. */
const areAlike = (one: Count, other: Count): boolean =>
  one.found !== one.expected && one.found === other.found && one.expected === other.expected;

/** The only column without a head, where all rows have one value too few. */
function lostColumn({ definition, labels }: Table, { found, expected }: Count): Column | undefined {
  const [lost, ...others] = definition.blocks[0]!.columns.filter(({ id }) => !labels.some(({ column }) => column?.id === id));
  return definition.blocks.length === 1 && found + 1 === expected && others.length === 0 ? lost : undefined;
}

/** Values of parts, each in a line of its own. */
const divided = (place: Bilingual, expected: number): Bilingual => ({
  zh: `${place.zh}分成了几项，表样只有一行（${expected} 个数），没有核对。请合成一行。`,
  en: `${place.en} is divided into parts, where the table has one row of ${expected} values; they were not checked. Put them into one row.`,
});

/** As many values as columns, but with other cells between them. */
const scattered = (place: Bilingual, found: number): Bilingual => ({
  zh: `${place.zh}的 ${found} 个数之间夹有空白的格，与其他行对不齐，没有核对。请删去多余的空白格，使每列一个数。`,
  en: `${place.en}: blank cells stand among its ${found} values, so they do not line up with the other rows and were not checked. Take the blank cells out.`,
});

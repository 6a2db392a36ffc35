import { fillGap, writeFigures } from '../editing/figures';
import type { Bilingual, ValueKind } from '../editions';
import type { Cell, Report, Unreadable } from '../reading/report';
import { plain } from '../reading/text';
import { cellsWhere } from './cells';
import { cellPlace, tableName } from './naming';
import { ALL_EDITIONS, NOTICE, rule } from './rule';
import { cellOf } from './subject';

export const cellValue = rule({
  id: 'cell-value',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '不是规定的数', en: 'Not a number of the kind asked for' },
  explanation: {
    zh: '件数填不小于 0 的整数；“本年增/减”填带方向的整数（增 3、-2）；金额填不小于 0 的数。“/”“-”“无”以及“若干”“约5”“三”“O”都不行，没有发生的填 0。',
    en: 'Counts are integers not below 0; 本年增/减 is an integer with its direction (增 3, -2); amounts are numbers not below 0. Marks such as “/”, “-”, 无, and 若干, 约5, 三 or the letter O are no numbers; where nothing happened it is 0.',
  },
  basis: NOTICE,
  needs: ['tables'],
  fix: 'suggestion',
  *check({ report }) {
    for (const { table, cell } of cellsWhere(report, ({ value }) => value.state === 'unreadable')) {
      const { row, column, range, value } = cell;
      if (value.state !== 'unreadable') continue;
      const place = cellPlace(table, row, column);
      const why = WHY[value.why];
      const asked = ASKED[column.kind];
      const written = report.text.slice(range.start, range.end);
      yield {
        range,
        message: {
          zh: `${place.zh}${why.zh}。${value.why === 'placeholder' ? '没有发生的请填 0' : `请填${asked.zh}`}。`,
          en: `${place.en}: ${why.en}. ${value.why === 'placeholder' ? 'Write 0 where nothing happened' : `Write ${asked.en}`}.`,
        },
        data: { table: table.definition.id, row: row.id, column: column.id, actual: written },
      };
    }
  },
  *fixes(finding, judgement) {
    const subject = cellOf(finding, judgement.report);
    if (!subject) return;
    const { table, cell } = subject;
    // What 若干, 约5 or 1O mean only the writer knows.
    if (cell.value.state === 'unreadable' && cell.value.why === 'placeholder') yield* fillGap(judgement, table, cell);
    const whole = wholeIn(judgement.report, cell);
    if (whole === undefined) return;
    const one = writeFigures(judgement, table, [{ cell, value: whole }], { preferred: true });
    if (one) yield one;
    const figures = table.rows.flatMap(({ cells }) =>
      [...cells.values()].flatMap((other) => {
        const value = wholeIn(judgement.report, other);
        return value === undefined ? [] : [{ cell: other, value }];
      }),
    );
    const all = figures.length > 1 && writeFigures(judgement, table, figures);
    if (all) {
      const name = tableName(table);
      const title = {
        zh: `${name.zh}的 ${figures.length} 个“.0”都去掉`,
        en: `Drop “.0” from all ${figures.length} such numbers of ${name.en}`,
      };
      yield { ...all, title };
    }
  },
});

/** The integer that a spreadsheet wrote as 15.0. */
function wholeIn({ text }: Report, { range, value }: Cell): bigint | undefined {
  if (value.state !== 'unreadable' || value.why !== 'fraction') return undefined;
  const [, digits] = /^(\d+)\.0+$/.exec(plain(text, range.start, range.end)) ?? [];
  return digits === undefined ? undefined : BigInt(digits);
}

const WHY: Record<Unreadable, Bilingual> = {
  placeholder: { zh: '用符号或文字代替了数', en: 'a mark stands for a number' },
  'not-a-number': { zh: '不是数', en: 'not a number' },
  negative: { zh: '是负数', en: 'a negative number' },
  fraction: { zh: '是小数', en: 'a decimal number' },
};

const ASKED: Record<ValueKind, Bilingual> = {
  count: { zh: '不小于 0 的整数', en: 'an integer not below 0' },
  change: { zh: '带方向的整数，如“增 3”“-2”', en: 'an integer with its direction, such as 增 3 or -2' },
  wan: { zh: '以万元为单位、不小于 0 的数', en: 'a number not below 0, in 万元' },
  money: { zh: '不小于 0 的金额，写明元或万元', en: 'an amount not below 0 with its unit, 元 or 万元' },
};

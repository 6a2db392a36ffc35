import { findCulprits } from '../analysis/culprit';
import { settleAll } from '../editing/figures';
import { cellPlace } from './naming';
import { ALL_EDITIONS, rule } from './rule';
import { reasonOf } from './sums';

export const sumCulprit = rule({
  id: 'sum-culprit',
  severity: 'information',
  editions: ALL_EDITIONS,
  title: { zh: '很可能是这一个数错了', en: 'Probably this one figure is wrong' },
  explanation: {
    zh: '几处关系同时不符，而只改一个数就全部相符时，指出这个数；要改两三个数、又只有一种改法的，逐个指出。看得出原因（数字颠倒、重复、漏一位、与邻格相同）的一并说明。',
    en: 'Where several relations are violated at once and one cell alone would settle them all, this names the cell; so it does with two or three where no other so few would. The reason is told where it shows: digits transposed, doubled or lost, or the figure of the neighbouring cell.',
  },
  needs: ['tables'],
  fix: 'suggestion',
  *check({ relations }) {
    for (const { table, cell, actual, expected, settles } of findCulprits(relations)) {
      const place = cellPlace(table, cell.row, cell.column);
      const reason = reasonOf(table, cell, actual, expected);
      yield {
        range: cell.range,
        message: {
          zh: `${place.zh}很可能应为 ${expected}，写的是 ${actual}：只改这一处，${settles.length} 处不符全部消除${reason ? `（${reason.zh}）` : ''}。请核对。`,
          en: `${place.en} should probably be ${expected}, not ${actual}: this change alone settles all ${settles.length} violations${reason ? ` (${reason.en})` : ''}. Check it.`,
        },
        data: { table: table.definition.id, row: cell.row.id, column: cell.column.id, actual: String(actual), expected: String(expected) },
        related: settles.flatMap(({ operands }) => {
          const total = operands.find((operand) => operand.side === 'left')?.cell;
          if (!total || total === cell) return [];
          const at = cellPlace(table, total.row, total.column);
          return [{ range: total.range, message: { zh: `${at.zh}的不符也随之消除`, en: `Settles the violation at ${at.en} too` } }];
        }),
      };
    }
  },
  *fixes({ data }, judgement) {
    const culprit = findCulprits(judgement.relations).find(
      ({ table, row, column }) => table.definition.id === data.table && row === data.row && column === data.column,
    );
    if (culprit) yield* settleAll(judgement, culprit);
  },
});

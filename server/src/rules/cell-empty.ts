import type { Fix } from '../editing/edit';
import { fillGap, fillRow, sumsFor } from '../editing/figures';
import { misreadRows } from '../editing/reread';
import { remembered } from '../editions';
import type { Cell, Report, Table } from '../reading/report';
import { cellsWhere } from './cells';
import { cellPlace, isEmpty, isFragment } from './naming';
import { ALL_EDITIONS, NOTICE, rule } from './rule';
import { cellOf } from './subject';

export const cellEmpty = rule({
  id: 'cell-empty',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '漏填', en: 'Blank cell' },
  explanation: {
    zh: '每一格都要填，没有发生的填“0”。空白不是零：有空白的关系无法核对。',
    en: 'Every cell is filled in; where nothing happened it is 0. A blank is not zero: relations with a blank cannot be checked.',
  },
  basis: NOTICE,
  needs: ['tables'],
  fix: 'suggestion',
  *check({ report, relations }) {
    const apart = new Set([...report.tables.values()].filter((table) => isEmpty(table) || isFragment(table)));
    for (const { table, cell } of cellsWhere(report, ({ value }) => value.state === 'blank')) {
      if (apart.has(table)) continue;
      const { row, column, range } = cell;
      const place = cellPlace(table, row, column);
      const [sum] = sumsFor(relations, table, cell);
      yield {
        range,
        message:
          sum !== undefined && sum > 0n
            ? {
                zh: `${place.zh}没有填，各项之和是 ${sum}。请核对后填写。`,
                en: `${place.en} is blank; its parts add up to ${sum}. Check and write it.`,
              }
            : { zh: `${place.zh}没有填。没有发生的请填 0。`, en: `${place.en} is blank. Write 0 where nothing happened.` },
        data: { table: table.definition.id, row: row.id, column: column.id },
      };
    }
  },
  *fixes(finding, judgement) {
    const subject = cellOf(finding, judgement.report);
    if (!subject) return;
    const { table, cell } = subject;
    for (const fix of fillGap(judgement, table, cell)) if (readsBack(judgement.report, table, [cell], fix)) yield fix;
    const whole = fillRow(judgement, table, cell.row);
    const blank = table.rows.flatMap(({ row, cells }) => (row === cell.row ? [...cells.values()] : []));
    const filled = blank.filter(({ value }) => value.state === 'blank');
    if (whole && readsBack(judgement.report, table, filled, whole)) yield whole;
  },
});

function readsBack(report: Report, table: Table, filled: readonly Cell[], { edits }: Fix): boolean {
  const known = readBack(report);
  const does = JSON.stringify(edits);
  const right = known.get(does) ?? misreadRows(report, table, filled, edits).length === 0;
  known.set(does, right);
  return right;
}

/** By what a fix does: the one of a row is offered at each of its cells. */
const readBack = remembered((_report: Report) => new Map<string, boolean>());

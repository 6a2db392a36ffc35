import type { Fix } from '../editing/edit';
import { fillGap, fillRow, sumsFor } from '../editing/figures';
import { reread } from '../editing/reread';
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
    for (const fix of fillGap(judgement, table, cell)) if (keepsRow(judgement.report, table, cell, fix)) yield fix;
    const whole = fillRow(judgement, table, cell.row);
    if (whole && keepsRow(judgement.report, table, cell, whole)) yield whole;
  },
});

/** Without delimiters a blank cell beside the one that is filled has no place any more: the row must still be read as it was. */
function keepsRow(report: Report, { definition, layout, edition }: Table, { row }: Cell, { edits }: Fix): boolean {
  if (layout !== 'lines' && layout !== 'words') return true;
  const again = reread(report, edits, edition.id).tables.get(definition.id);
  return again?.rows.find((bound) => bound.row.id === row.id)?.misaligned === undefined;
}

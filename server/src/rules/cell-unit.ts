import { byPlace } from '../editing/edit';
import { decimal, rewriteCell, withUnit } from '../editing/figures';
import { isHeadedInWan, relabel, unitOver } from '../editing/relabel';
import type { Bilingual } from '../editions';
import type { Cell, Report, Table } from '../reading/report';
import { cellsWhere } from './cells';
import { cellPlace } from './naming';
import { ALL_EDITIONS, BOTH_NOTICES, rule } from './rule';
import { cellOf, otherUnitOver } from './subject';

export const cellUnit = rule({
  id: 'cell-unit',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '金额的单位不清', en: 'Unit of an amount unclear' },
  explanation: {
    zh: '“采购总金额”要写明元或万元，“万”后漏了“元”或没有单位都会让人误读；“本年收费金额”以万元为单位，不要以元填写。',
    en: '采购总金额 names its unit, 元 or 万元: without one, or with 万 alone, it can be misread. 本年收费金额 is in 万元, not in 元.',
  },
  basis: BOTH_NOTICES,
  needs: ['disclosure'],
  fix: 'suggestion',
  *check({ report }) {
    for (const { table, cell } of cellsWhere(report, ({ column }) => column.kind === 'money' || column.kind === 'wan')) {
      const fault = faultOf(report, table, cell) ?? underOtherUnit(report, table, cell);
      if (!fault) continue;
      const place = cellPlace(table, cell.row, cell.column);
      yield {
        range: cell.range,
        message: { zh: `${place.zh}：${fault.zh}`, en: `${place.en}: ${fault.en}` },
        data: {
          table: table.definition.id,
          row: cell.row.id,
          column: cell.column.id,
          actual: report.text.slice(cell.range.start, cell.range.end),
        },
      };
    }
  },
  *fixes(finding, judgement) {
    const subject = cellOf(finding, judgement.report);
    if (!subject) return;
    const { table, cell } = subject;
    if (cell.value.state !== 'number') return;
    const { text } = judgement.report;
    const { value, column } = cell;
    const over = value.unit === undefined ? otherUnitOver(judgement.report, table, cell) : undefined;
    if (over && column.kind === 'wan') {
      const head = relabel(text, [over.head.range], column.label.text);
      const converted = rewriteCell(judgement, table, cell, decimal(value.digits, value.scale - OF_WAN[over.unit]!), { note: IN_WAN });
      if (!head) return;
      if (converted) yield { ...converted, edits: [...head, ...converted.edits].sort(byPlace) };
      yield {
        title: { zh: `数不变，列名改为“${column.label.text}”`, en: `Keep the figure and set the head to “${column.label.text}”` },
        edits: head,
        confirm: { zh: `这一列的数是否本来就以万元为单位，请核对。`, en: 'Check that the figure is in 万元 already.' },
      };
      return;
    }
    const power = column.kind === 'wan' ? OF_WAN[value.unit ?? ''] : undefined;
    const remedies =
      power !== undefined
        ? [rewriteCell(judgement, table, cell, decimal(value.digits, value.scale - power), { note: IN_WAN })]
        : value.unit === '万'
          ? [
              rewriteCell(
                judgement,
                table,
                cell,
                isHeadedInWan(text, table, column) ? decimal(value.digits, value.scale) : withUnit(text, cell, '元'),
                { preferred: true },
              ),
            ]
          : ['元', '万元'].map((unit) => rewriteCell(judgement, table, cell, withUnit(text, cell, unit)));
    for (const fix of remedies) if (fix) yield fix;
  },
});

function faultOf({ text }: Report, table: Table, { column, value }: Cell): Bilingual | undefined {
  if (value.state !== 'number' || value.digits === 0n) return undefined;
  if (column.kind === 'money' && value.unit === undefined && !unitOver(text, table, column))
    return { zh: '没有单位。请写明元或万元。', en: 'no unit. Write 元 or 万元.' };
  if ((column.kind === 'money' || column.kind === 'wan') && value.unit === '万') return { zh: '“万”后漏了“元”。', en: '万 without 元.' };
  if (column.kind === 'wan' && value.unit !== undefined && value.unit !== '万元') {
    return { zh: `以${value.unit}填写，这一列的单位是万元。请换算。`, en: `given in ${value.unit}; this column is in 万元. Convert it.` };
  }
  return undefined;
}

/** A figure of its own unit tells it; one without is of that of its head. */
function underOtherUnit(report: Report, table: Table, cell: Cell): Bilingual | undefined {
  const { column, value } = cell;
  if (column.kind !== 'wan' || value.state !== 'number' || value.digits === 0n || value.unit !== undefined) return undefined;
  const over = otherUnitOver(report, table, cell);
  return (
    over && {
      zh: `列名写的单位是${over.unit}，规定的单位是万元。请换算。`,
      en: `the head says ${over.unit}; this column is in 万元. Convert the figure.`,
    }
  );
}

/** Units in which an amount of 万元 is given, as powers of ten of 万元. */
const OF_WAN: Readonly<Record<string, number>> = { 元: -4, 亿元: 4 };
const IN_WAN: Bilingual = { zh: '（换算为万元）', en: ' (converted into 万元)' };

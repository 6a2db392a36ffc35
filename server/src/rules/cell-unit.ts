import { decimal, rewriteCell, withUnit } from '../editing/figures';
import type { Bilingual } from '../editions';
import type { Cell } from '../reading/report';
import { cellsWhere } from './cells';
import { cellPlace } from './naming';
import { ALL_EDITIONS, rule } from './rule';
import { cellOf } from './subject';

export const cellUnit = rule({
  id: 'cell-unit',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '金额的单位不清', en: 'Unit of an amount unclear' },
  explanation: {
    zh: '“采购总金额”要写明元或万元，“万”后漏了“元”或没有单位都会让人误读；“本年收费金额”以万元为单位，不要以元填写。',
    en: '采购总金额 names its unit, 元 or 万元: without one, or with 万 alone, it can be misread. 本年收费金额 is in 万元, not in 元.',
  },
  basis: { zh: '国办公开办函〔2019〕60号、〔2021〕30号', en: 'Notices No. 60 (2019) and No. 30 (2021)' },
  needs: ['disclosure'],
  fix: 'suggestion',
  *check({ report }) {
    for (const { table, cell } of cellsWhere(report, ({ column }) => column.kind === 'money' || column.kind === 'wan')) {
      const fault = faultOf(cell);
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
    const power = column.kind === 'wan' ? OF_WAN[value.unit ?? ''] : undefined;
    const remedies =
      power !== undefined
        ? [rewriteCell(judgement, table, cell, decimal(value.digits, value.scale - power), { note: IN_WAN })]
        : value.unit === '万'
          ? [rewriteCell(judgement, table, cell, withUnit(text, cell, '元'), { preferred: true })]
          : ['元', '万元'].map((unit) => rewriteCell(judgement, table, cell, withUnit(text, cell, unit)));
    for (const fix of remedies) if (fix) yield fix;
  },
});

function faultOf({ column, value }: Cell): Bilingual | undefined {
  if (value.state !== 'number' || value.digits === 0n) return undefined;
  if (column.kind === 'money' && value.unit === undefined) return { zh: '没有单位。请写明元或万元。', en: 'no unit. Write 元 or 万元.' };
  if ((column.kind === 'money' || column.kind === 'wan') && value.unit === '万') return { zh: '“万”后漏了“元”。', en: '万 without 元.' };
  if (column.kind === 'wan' && value.unit !== undefined && value.unit !== '万元') {
    return { zh: `以${value.unit}填写，这一列的单位是万元。请换算。`, en: `given in ${value.unit}; this column is in 万元. Convert it.` };
  }
  return undefined;
}

/** Units in which an amount of 万元 is given, as powers of ten of 万元. */
const OF_WAN: Readonly<Record<string, number>> = { 元: -4, 亿元: 4 };
const IN_WAN: Bilingual = { zh: '（换算为万元）', en: ' (converted into 万元)' };

import { plainNumber, rewriteCell } from '../editing/figures';
import { isHeadedInWan } from '../editing/relabel';
import type { Bilingual } from '../editions';
import type { Cell, Oddity, Report, Table } from '../reading/report';
import { cellsWhere } from './cells';
import { cellPlace } from './naming';
import { ALL_EDITIONS, rule } from './rule';
import { cellOf } from './subject';

export const cellFormat = rule({
  id: 'cell-format',
  severity: 'hint',
  editions: ALL_EDITIONS,
  title: { zh: '数的写法不规范', en: 'Unusual way to write a number' },
  explanation: {
    zh: '读得出来，但建议写成普通的半角数字：不用全角数字、千分位逗号，不带单位和括号说明。说明可写进正文。',
    en: 'It can be read, but plain digits are better: no full-width digits, no thousands separators, no units or notes. Notes belong in the prose.',
  },
  needs: ['tables'],
  fix: 'safe',
  *check({ report }) {
    for (const { table, cell } of cellsWhere(
      report,
      ({ value }) => value.state === 'number' && (value.oddities.length > 0 || value.unit === '万元'),
    )) {
      const { row, column, range, value } = cell;
      if (value.state !== 'number') continue;
      const oddities: readonly Oddity[] = repeatsUnit(report, table, cell) ? ['unit', ...value.oddities] : value.oddities;
      if (oddities.length === 0) continue;
      const place = cellPlace(table, row, column);
      const what = oddities.map((oddity) => ODDITIES[oddity]);
      yield {
        range,
        message: {
          zh: `${place.zh}${what.map((w) => w.zh).join('、')}，按 ${value.normal} 读。建议只写数。`,
          en: `${place.en}: ${what.map((w) => w.en).join(', ')}; read as ${value.normal}. Write the plain number.`,
        },
        data: {
          table: table.definition.id,
          row: row.id,
          column: column.id,
          actual: report.text.slice(range.start, range.end),
          expected: value.normal,
        },
      };
    }
  },
  *fixes(finding, judgement) {
    const subject = cellOf(finding, judgement.report);
    if (!subject) return;
    const { table, cell } = subject;
    const plain = plainNumber(judgement.report.text, cell, repeatsUnit(judgement.report, table, cell));
    if (plain === undefined || cell.value.state !== 'number') return;
    // Persons are not cases: there the unit says something.
    const fix = rewriteCell(judgement, table, cell, plain, cell.value.unit === '人次' ? {} : { safe: true, preferred: true });
    if (fix) yield fix;
  },
});

/** 12.35万元 under a head that says 万元 already. */
const repeatsUnit = ({ text }: Report, table: Table, { column, value }: Cell): boolean =>
  value.state === 'number' && value.unit === '万元' && isHeadedInWan(text, table, column);

const ODDITIES: Record<Oddity, Bilingual> = {
  'full-width': { zh: '用了全角字符', en: 'full-width characters' },
  separator: { zh: '有千分位逗号', en: 'thousands separators' },
  unit: { zh: '带了单位', en: 'a unit' },
  note: { zh: '带了括号说明', en: 'a note in brackets' },
  'leading-zero': { zh: '前面多了 0', en: 'leading zeros' },
};

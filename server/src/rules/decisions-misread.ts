import { cellPlace } from './naming';
import { rule } from './rule';

export const decisionsMisread = rule({
  id: 'decisions-misread',
  severity: 'warning',
  editions: ['2019'],
  title: { zh: '处理决定数量疑似填成了项目数', en: 'Decisions mistaken for items' },
  explanation: {
    zh: '2019 版表二的“处理决定数量”问的是当年作出的决定件数，不是年底的项目数量。它恰好等于“上一年项目数量＋本年增/减”时，多半是误解。',
    en: 'In table 2 of edition 2019, 处理决定数量 asks for the decisions made in the year, not for the items at its end. Where it equals previous plus change, it was probably misread.',
  },
  basis: { zh: '条例第二十条第（五）、（六）项', en: 'Regulation, article 20 (5) and (6)' },
  needs: ['disclosure'],
  fix: 'none',
  *check({ report }) {
    for (const table of report.tables.values()) {
      for (const { cells } of table.rows) {
        const previous = cells.get('previous')?.value;
        const change = cells.get('change')?.value;
        const decisions = cells.get('decisions');
        if (previous?.state !== 'number' || change?.state !== 'number' || decisions?.value.state !== 'number') continue;
        if (change.digits === 0n || decisions.value.digits !== previous.digits + change.digits) continue;
        const place = cellPlace(table, decisions.row, decisions.column);
        const sum = `${previous.normal} ${change.digits < 0n ? '−' : '+'} ${change.normal.replace('-', '')} = ${decisions.value.normal}`;
        yield {
          range: decisions.range,
          message: {
            zh: `${place.zh}恰好等于上一年项目数量加本年增/减（${sum}）。这一列应填当年作出的决定件数，请核对。`,
            en: `${place.en} equals previous plus change (${sum}). The column asks for the decisions made in the year; check it.`,
          },
          data: { table: table.definition.id, row: decisions.row.id, column: decisions.column.id, actual: decisions.value.normal },
        };
      }
    }
  },
});

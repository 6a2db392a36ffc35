import { convert, foreignBlocks, foreignMarks } from '../editing/convert';
import { type Edition, editionById, editions } from '../editions';
import type { Report, Table } from '../reading/report';
import { tableName } from './naming';
import { ALL_EDITIONS, BOTH_NOTICES, rule } from './rule';

export const tableEdition = rule({
  id: 'table-edition',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '用了不是当年的表样', en: 'Table of another edition' },
  explanation: {
    zh: '2019、2020 年度的报告用试行格式，2021 年度起用新格式，两版的表样不同。照去年的文件改时最容易留下旧表，或新旧混用（如表二是新的，表三的“（六）其他处理”还是一行）。',
    en: 'Reports on 2019 and 2020 use the trial format, those on 2021 and later the new one; the tables differ. Reusing an old file often leaves the old table in place, or mixes both.',
  },
  basis: BOTH_NOTICES,
  fix: 'suggestion',
  *check({ report }) {
    for (const table of report.tables.values()) {
      const expected = wantedIn(report, table);
      const [first] = expected ? foreignMarks(table, expected) : [];
      if (!expected || !first) continue;
      const { range, edition } = first;
      const actual = editionById(edition);
      const whole = tableName(table);
      const blocks = foreignBlocks(table, expected);
      const name =
        blocks.length === 0
          ? whole
          : { zh: `${whole.zh}“${blocks.join('”“')}”`, en: `${whole.en}, ${blocks.map((block) => `“${block}”`).join(', ')}` };
      const zh = report.year === undefined ? '应' : `${report.year} 年度的报告应`;
      const en = report.year === undefined ? '' : ` of a report on ${report.year}`;
      const isMixed = !report.expected && table.edition !== expected;
      yield {
        range,
        message: isMixed
          ? {
              zh: `${name.zh}用的是 ${actual.id} 版表样，别的表用的是 ${expected.id} 版，两版不能混用。请核对报告的年度，换用同一版表样。`,
              en: `${name.en} is written in edition ${actual.id}, another table in edition ${expected.id}. Check the year of the report, and write all tables in one edition.`,
            }
          : {
              zh: `${name.zh}用的是 ${actual.id} 版表样（${actual.source.zh}），${zh}使用 ${expected.id} 版（${expected.source.zh}）。请换用 ${expected.id} 版表样。`,
              en: `${name.en}${en} is written in edition ${actual.id} instead of ${expected.id}. Convert it to edition ${expected.id}.`,
            },
        data: { table: table.definition.id, actual: edition, expected: expected.id },
      };
    }
  },
  *fixes({ data }, { report }, options) {
    const table = data.table && report.tables.get(data.table);
    const expected = table && wantedIn(report, table);
    if (!expected) return;
    const affected = [...report.tables.values()].filter((other) => foreignMarks(other, expected).length > 0);
    for (const tables of affected.length > 1 ? [[table], affected] : [[table]]) {
      const conversion = convert(report, expected, options, tables);
      if (!conversion) continue;
      const names = tables.map(tableName);
      const { edits, confirm } = conversion;
      yield {
        title: {
          zh: `将${names.map(({ zh }) => zh).join('、')}换成 ${expected.id} 版表样`,
          en: `Convert ${names.map(({ en }) => en).join(', ')} to edition ${expected.id}`,
        },
        edits,
        ...(tables.length === 1 ? { preferred: true } : {}),
        ...(confirm ? { confirm } : {}),
      };
    }
  },
});

/** What a table is to be written in: where the year is not known, its blocks must at least agree, and all tables with the newest of them. */
function wantedIn({ expected, tables }: Report, table: Table): Edition | undefined {
  if (expected) return expected;
  if (table.rows.some(({ foreign }) => foreign)) return table.edition;
  const marked = [...tables.values()].filter(({ evidence }) => evidence.length > 0).map(({ edition }) => edition);
  return table.evidence.length > 0 ? editions.findLast((edition) => marked.includes(edition)) : undefined;
}

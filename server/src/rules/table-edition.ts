import { editionById } from '../editions';
import { tableName } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const tableEdition = rule({
  id: 'table-edition',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '用了不是当年的表样', en: 'Table of another edition' },
  explanation: {
    zh: '2019、2020 年度的报告用试行格式，2021 年度起用新格式，两版的表样不同。照去年的文件改时最容易留下旧表，或新旧混用（如表二是新的，表三的“（六）其他处理”还是一行）。',
    en: 'Reports on 2019 and 2020 use the trial format, those on 2021 and later the new one; the tables differ. Reusing an old file often leaves the old table in place, or mixes both.',
  },
  basis: { zh: '国办公开办函〔2019〕60号、〔2021〕30号', en: 'Notices No. 60 (2019) and No. 30 (2021)' },
  fix: 'suggestion',
  *check({ report }) {
    const { expected } = report;
    if (!expected) return;
    for (const table of report.tables.values()) {
      const foreign = table.evidence.find(({ edition }) => edition !== expected.id);
      if (!foreign || (table.edition.id === expected.id && table.evidence.filter(({ edition }) => edition !== expected.id).length < 2)) continue;
      const actual = editionById(foreign.edition);
      const name = tableName(table);
      const asked = report.year === undefined ? { zh: '应', en: '' } : { zh: `${report.year}年度的报告应`, en: `, for a report on ${report.year},` };
      yield {
        range: foreign.range,
        message: {
          zh: `${name.zh}是 ${actual.id} 版表样（${actual.source.zh}），${asked.zh}使用 ${expected.id} 版（${expected.source.zh}）。请换成新的表样。`.replace('新的表样', `${expected.id} 版表样`),
          en: `${name.en} is written in edition ${actual.id}${asked.en} instead of edition ${expected.id}. Convert it.`,
        },
        data: { table: table.definition.id, actual: actual.id, expected: expected.id },
      };
    }
  },
});

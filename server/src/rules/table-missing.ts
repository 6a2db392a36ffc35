import { MANY_TRACES } from '../editing/missing';
import { editionFor, insertTable } from '../editing/skeletons';
import { tableOf } from '../editions';
import { formatOf } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const tableMissing = rule({
  id: 'table-missing',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '缺规定的表', en: 'Table missing' },
  explanation: {
    zh: '二、三、四部分各有一张规定的表。只写文字、写“详见附件”或表格在转换时丢失，都要补上。',
    en: 'Sections 二, 三 and 四 hold one official table each. Prose alone, a reference to an annex, or a table lost in conversion does not do.',
  },
  basis: { zh: '条例第五十条；国办公开办函〔2021〕30号', en: 'Regulation, article 50; Notice No. 30 (2021)' },
  fix: 'suggestion',
  *check({ report }) {
    for (const { content, number, label } of formatOf(report).sections) {
      if (content === 'prose' || report.tables.has(content)) continue;
      const section = report.sections.find((present) => present.number === number);
      if (!section || section.traces.length >= MANY_TRACES) continue;
      const { name } = tableOf(formatOf(report), content);
      yield {
        range: section.heading.range,
        message: {
          zh: `“${label.text}”下没有规定的表（${name.zh}）。请补上。`,
          en: `The official table (${name.en}) is missing under “${label.text}”. Add it.`,
        },
        data: { section: number, table: content },
      };
    }
  },
  *fixes({ data }, { report }, options) {
    const edits = data.table && insertTable(report, data.table, options);
    const section = editionFor(report).sections.find(({ number }) => number === data.section);
    if (!edits || !section) return;
    yield {
      title: { zh: `在“${section.label.text}”下补上规定的表`, en: `Insert the official table under “${section.label.text}”` },
      edits,
      preferred: true,
    };
  },
});

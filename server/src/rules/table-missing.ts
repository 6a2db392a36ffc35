import { MANY_TRACES } from '../editing/missing';
import { moveTable } from '../editing/relocate';
import { editionFor, insertTable } from '../editing/skeletons';
import { type Section as OfficialSection, type TableId, tableOf } from '../editions';
import type { Report, Section } from '../reading/report';
import { formatOf, tableName } from './naming';
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
    for (const official of formatOf(report).sections) {
      const { content, number, label } = official;
      const other = misplaced(report, official);
      if (other) {
        const there = formatOf(report).sections.find((one) => one.number === other.holder.number)?.label.text;
        yield {
          range: other.section.heading.range,
          severity: 'warning',
          message: {
            zh: `“${label.text}”的表写在“${there}”下。请移到这里。`,
            en: `The table of “${label.text}” stands under “${there}”. Move it here.`,
          },
          data: { section: number, table: other.content },
        };
      }
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
    const table = data.table && report.tables.get(data.table);
    if (table) {
      const { zh, en } = tableName(table);
      const edits = moveTable(report, table, options);
      if (edits) yield { title: { zh: `把${zh}移到这里`, en: `Move ${en} here` }, edits, preferred: true };
      return;
    }
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

/**
 * A table under the heading of another table, while its own is there: where it belongs, and where it stands. Of tables behind the report, as in an
 * annex, nothing is said: they may be a copy's that lost their places.
 */
function misplaced(
  { sections, tables }: Report,
  { content, number }: OfficialSection,
): { readonly content: TableId; readonly section: Section; readonly holder: Section } | undefined {
  const table = content === 'prose' ? undefined : tables.get(content);
  const section = sections.find((one) => one.number === number);
  if (!table || content === 'prose' || !section) return undefined;
  const holder = sections.findLast(({ body }) => body.start <= table.range.start);
  const isTables = holder?.number !== undefined && holder.number >= 2 && holder.number <= 4;
  return isTables && holder.number !== number ? { content, section, holder } : undefined;
}

import { sectionOver } from '../editing/extent';
import { MANY_TRACES } from '../editing/missing';
import { moveTable } from '../editing/relocate';
import { editionFor, insertTable } from '../editing/skeletons';
import { type SectionNumber, tableOf } from '../editions';
import type { Report, Table } from '../reading/report';
import { formatOf, tableName } from './naming';
import { ALL_EDITIONS, ARTICLE_AND_NOTICE, rule } from './rule';

export const tableMissing = rule({
  id: 'table-missing',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '缺规定的表', en: 'Table missing' },
  explanation: {
    zh: '二、三、四部分各有一张规定的表。只写文字、写“详见附件”、贴成图片或表格在转换时丢失，都要补上。',
    en: 'Sections 二, 三 and 四 hold one official table each. Prose alone, a reference to an annex, a picture, or a table lost in conversion does not do.',
  },
  basis: ARTICLE_AND_NOTICE,
  fix: 'suggestion',
  *check({ report }) {
    for (const { content, number, label } of formatOf(report).sections) {
      const section = report.sections.find((present) => present.number === number);
      if (content === 'prose' || !section) continue;
      const table = report.tables.get(content);
      if (table ? !isElsewhere(report, table, number) : section.traces.length >= MANY_TRACES) continue;
      const { name } = tableOf(formatOf(report), content);
      yield {
        range: section.heading.range,
        message: table
          ? {
              zh: `“${label.text}”的表写在别的标题下。请移到这里。`,
              en: `The table of “${label.text}” stands under another heading. Move it here.`,
            }
          : PICTURE.test(report.text.slice(section.body.start, section.body.end))
            ? {
                zh: `“${label.text}”下只有图片，没有文字的表（${name.zh}），图片里的数无法核对。请换成文字的表。`,
                en: `“${label.text}” holds a picture, and no table (${name.en}) in text: figures in a picture cannot be checked. Write it as text.`,
              }
            : {
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
      const edits = moveTable(report, table, options);
      const { zh, en } = tableName(table);
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

/** A picture in Markdown or HTML: what is left of a table that was scanned, or that a converter took for one. */
const PICTURE = /!\[[^\]\n]*\]\([^)\n]+\)|!\[\[[^\]\n]+\]\]|<img[\s>]/i;

/** Whether a table stands under the heading of another table. Of one behind the report, as in an annex, nothing is said. */
function isElsewhere(report: Report, table: Table, own: SectionNumber): boolean {
  const above = sectionOver(report, table)?.number;
  return above !== own && formatOf(report).sections.some(({ number, content }) => number === above && content !== 'prose');
}

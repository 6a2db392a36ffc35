import { MANY_TRACES } from '../editing/missing';
import { relayout } from '../editing/relayout';
import { insertReadable } from '../editing/skeletons';
import type { Range } from '../reading/report';
import { firstLineOf, formatOf, isFragment, tableName } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const tableUnreadable = rule({
  id: 'table-unreadable',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '表格读不出来', en: 'Table unreadable' },
  explanation: {
    zh: '这里有表格的痕迹，但对不上规定的行和列，因此没有检查其中的数。用制表符、竖线、Markdown 或 HTML 表格都能读。',
    en: 'There are traces of a table that cannot be bound to the official rows and columns, so its figures were not checked. Tabs, bars, Markdown and HTML tables can be read.',
  },
  fix: 'suggestion',
  *check({ report }) {
    for (const { content, number, label } of formatOf(report).sections) {
      if (content === 'prose') continue;
      const table = report.tables.get(content);
      const section = report.sections.find((present) => present.number === number);
      const range: Range | undefined = table
        ? isFragment(table)
          ? firstLineOf(report, table.range)
          : undefined
        : section && section.traces.length >= MANY_TRACES
          ? section.heading.range
          : undefined;
      if (!range) continue;
      const name = table ? tableName(table) : { zh: `“${label.text}”的表`, en: `The table of “${label.text}”` };
      yield {
        range,
        message: {
          zh: `${name.zh}读不完整，没有检查。请从 Word 或网页重新粘贴成一行一条（制表符或竖线分隔），或改用 HTML 表格。`,
          en: `${name.en} cannot be read as a whole and was not checked. Paste it again with one row a line (tabs or bars), or as an HTML table.`,
        },
        data: { section: number, table: content },
      };
    }
  },
  *fixes({ data }, { report }, options) {
    const section = formatOf(report).sections.find(({ number }) => number === data.section);
    const table = data.table && report.tables.get(data.table);
    if (!data.table || !section) return;
    const whole = table && relayout(report, table, table.layout, options.fill === '0' ? '0' : '');
    if (whole && whole.length > 0) {
      const name = tableName(table);
      yield {
        title: { zh: `把${name.zh}补成整张表，读出的数保留`, en: `Complete ${name.en}; the figures that could be read stay` },
        edits: whole,
      };
      return;
    }
    const edits = insertReadable(report, data.table, options);
    if (!edits) return;
    yield {
      title: {
        zh: `在“${section.label.text}”下补一张空表，原有内容保留在表后`,
        en: `Insert a blank table under “${section.label.text}”; what is there stays behind it`,
      },
      edits,
    };
  },
});

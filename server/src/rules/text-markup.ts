import type { Range, Report } from '../reading/report';
import { ALL_EDITIONS, rule } from './rule';
import { proseOf } from './text';

export const textMarkup = rule({
  id: 'text-markup',
  severity: 'hint',
  editions: ALL_EDITIONS,
  title: { zh: '排版标记留在正文里', en: 'Marks of formatting left in' },
  explanation: {
    zh: '从网页或其他文档转来的文字，会留下 **一是**、__二是__ 和网页标签这样的标记。稿子本身不是 Markdown 或网页时，会原样印出来。',
    en: 'Text that was converted may keep marks such as **一是**, __二是__ and tags of a page. Where the draft is neither Markdown nor a page, they will be printed.',
  },
  fix: 'none',
  *check({ report }) {
    const prose = proseOf(report);
    const { text } = prose;
    const isMarked = text.includes('**') || text.includes('__') || text.includes('#');
    const isTagged = report.text.includes('<') || report.text.includes('&');
    if ((!isMarked && !isTagged) || isMarkdown(report)) return;
    const message = (written: string) => ({
      zh: `“${written}”是排版标记，正文里会原样印出。请删去。`,
      en: `“${written}” is a mark of formatting and would be printed. Delete it.`,
    });
    for (const match of isMarked ? text.matchAll(MARKS) : [])
      yield { range: prose.range(match.index, match.index + match[0].length), message: message(match[0]) };
    // A page has its elements by right.
    if (isTagged && !PAGE.test(report.text))
      for (const { start, end } of stretches(report)) {
        const match = TAG.exec(report.text.slice(start, end));
        if (!match) continue;
        const at = start + match.index;
        yield { range: { start: at, end: at + match[0].length }, message: message(match[0]) };
      }
    for (const match of isMarked ? text.matchAll(BOLD) : []) {
      const inner = match[1]!;
      yield {
        range: prose.range(match.index, match.index + match[0].length),
        message: {
          zh: `“${inner}”两边留有星号，正文里会原样印出。请删去星号。`,
          en: `Asterisks stand around “${inner}” and would be printed. Delete them.`,
        },
      };
    }
  },
});

/** __二是__, which is no blank to be filled in (会议__次，培训__次), and ## that no blank follows. */
const MARKS = /(?<![\w_])__(?![件条个次元份场篇年月日])[\u4e00-\u9fff][^_\n，。；]{0,20}__(?![\w_])|(?<=^|\n)#{2,6}(?=[\u4e00-\u9fff（])/g;
const PAGE = /<(?:table|tr|td|p|div|h[1-6]|html|body|section|article|li|span)\b/i;
const TAG = /&(?:nbsp|amp|lt|gt|quot|emsp|ensp);|<\/?(?:br|b|strong|em|u|font|center)(?:\s[^<>]{0,60})?\/?>/i;
/** Where text stands: before the first section, and in those without a table. */
const stretches = ({ title, preamble, sections }: Report): Range[] => [
  { start: title?.range.end ?? preamble[0]?.start ?? 0, end: preamble.at(-1)?.end ?? 0 },
  ...sections.flatMap(({ number, heading, text }) =>
    number === 1 || number === 5 || number === 6 ? [{ start: heading.range.end, end: text.at(-1)?.end ?? 0 }] : [],
  ),
];
const BOLD = /\*\*([^*\n]{1,80})\*\*/g;

/** What shows that a draft is Markdown whatever its name: a heading with number signs, or a pipe table. */
export const isMarkdown = ({ text, tables }: Report): boolean =>
  [...tables.values()].some(({ layout }) => layout === 'gfm') || /(?:^|\n)#{1,6} /.test(text);

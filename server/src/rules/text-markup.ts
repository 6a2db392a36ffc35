import type { Report } from '../reading/report';
import { ALL_EDITIONS, rule } from './rule';
import { proseOf } from './text';

export const textMarkup = rule({
  id: 'text-markup',
  severity: 'hint',
  editions: ALL_EDITIONS,
  title: { zh: '排版标记留在正文里', en: 'Marks of formatting left in' },
  explanation: {
    zh: '从网页或其他文档转来的文字，会留下 **一是** 这样的标记。稿子本身不是 Markdown 时，星号会原样印出来。',
    en: 'Text that was converted may keep marks such as **一是**. Where the draft is not Markdown, the asterisks will be printed.',
  },
  fix: 'none',
  *check({ report }) {
    const prose = proseOf(report);
    const { text } = prose;
    if (!text.includes('**') || isMarkdown(report)) return;
    for (const match of text.matchAll(BOLD)) {
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

const BOLD = /\*\*([^*\n]{1,80})\*\*/g;

/** What shows that a draft is Markdown whatever its name: a heading with number signs, or a pipe table. */
export const isMarkdown = ({ text, tables }: Report): boolean =>
  [...tables.values()].some(({ layout }) => layout === 'gfm') || /(?:^|\n)#{1,6} /.test(text);

import type { Edit } from '../editing/edit';
import type { Report } from '../reading/report';
import { ALL_EDITIONS, rule } from './rule';
import { bracketsOf, isHan, MAX_BRACKET, type Prose, proseOf } from './text';

export const textPunctuation = rule({
  id: 'text-punctuation',
  severity: 'hint',
  editions: ALL_EDITIONS,
  title: { zh: '标点全角半角不当', en: 'Half-width punctuation in Chinese' },
  explanation: {
    zh: '汉字之间用全角标点（，。；：？！）。一份报告里的括号要么都用全角，要么都用半角，混用只提示一次。数字、网址和外文中的半角标点不算。',
    en: 'Between Chinese characters punctuation is full-width. Mixed brackets are reported once. Punctuation within numbers, addresses and foreign words is left alone.',
  },
  basis: { zh: 'GB/T 15834—2011《标点符号用法》', en: 'GB/T 15834—2011, Use of punctuation marks' },
  fix: 'suggestion',
  options: {
    brackets: {
      kind: 'choice',
      about: { zh: '正文里的括号。', en: 'The brackets of the text.' },
      choices: [
        { value: 'consistent', about: { zh: '要么都用全角，要么都用半角。', en: 'All full-width or all half-width.' } },
        { value: 'full', about: { zh: '都用全角。', en: 'All full-width.' } },
        { value: 'any', about: { zh: '不检查。', en: 'Not checked.' } },
      ],
      standard: 'consistent',
    },
  },
  *check({ report, own }) {
    const prose = proseOf(report);
    let last = -1;
    let count = 0;
    let first = 0;
    const { text } = prose;
    const finding = () => ({
      range: prose.range(first, first + 1),
      message: {
        zh: `本段有 ${count} 处半角标点紧跟在汉字之后。请改为全角。`,
        en: `In this paragraph ${count} half-width punctuation mark${count === 1 ? ' stands' : 's stand'} behind Chinese characters. Make ${count === 1 ? 'it' : 'them'} full-width.`,
      },
    });
    for (const at of halfWidth(text)) {
      const paragraph = prose.paragraphAt(at).from;
      if (paragraph !== last) {
        if (count > 0) yield finding();
        last = paragraph;
        count = 0;
        first = at;
      }
      count++;
    }
    if (count > 0) yield finding();
    if (!text.includes('(') && !text.includes(')')) return;
    const brackets = bracketsOf(text);
    const needed = own.brackets === 'any' ? Number.POSITIVE_INFINITY : own.brackets === 'full' ? 0 : 1;
    if (brackets.half.length === 0 || brackets.full.length < needed) return;
    const [full] = brackets.full;
    yield {
      range: prose.range(brackets.half[0]!, brackets.half[0]! + 1),
      message: {
        zh: `正文的括号全角 ${brackets.full.length} 处、半角 ${brackets.half.length} 处，请统一为全角。`,
        en: `The text has ${brackets.full.length} full-width and ${brackets.half.length} half-width brackets; use full-width ones throughout.`,
      },
      ...(full === undefined
        ? {}
        : {
            related: [{ range: prose.range(full, full + 1), message: { zh: '这里用的是全角括号', en: 'Here the bracket is full-width' } }],
          }),
    };
  },
  *fixes({ range }, { report }) {
    const prose = proseOf(report);
    if ('()'.includes(report.masked[range.start]!)) {
      const { half } = bracketsOf(prose.text);
      const places = half.flatMap((at) => {
        const close = prose.text.slice(at, at + MAX_BRACKET).indexOf(')');
        return close < 0 ? [at] : [at, at + close];
      });
      const edits = editsOf(report, prose, [...new Set(places)]);
      if (edits.length > 0) yield { title: { zh: '正文的括号都改为全角', en: 'Make all brackets of the text full-width' }, edits };
      return;
    }
    const paragraph = prose.paragraphs.find(({ from, to }) => prose.range(from, to).end > range.start);
    if (!paragraph) return;
    const places = [...halfWidth(prose.text)].filter((at) => at >= paragraph.from && at < paragraph.to);
    const edits = editsOf(report, prose, places);
    if (edits.length > 0)
      yield { title: { zh: '本段的标点改为全角', en: 'Make the punctuation of this paragraph full-width' }, edits, preferred: true };
  },
});

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。', '(': '（', ')': '）' };
const MARKS = /[,;:?!.]/g;

/** Half-width marks with Chinese on both sides, or at the end of a sentence. */
function* halfWidth(text: string): Generator<number> {
  for (const { index: at } of text.matchAll(MARKS)) {
    const mark = text[at]!;
    if (!isChinese(text[at - 1])) continue;
    const next = text[at + 1];
    if (next === '\n' ? /[.;,]/.test(mark) : mark === '.' ? isHan(next?.charCodeAt(0) ?? 0) : isChinese(next) || /\d/.test(next ?? ''))
      yield at;
  }
}

const isChinese = (c: string | undefined): boolean => c !== undefined && (isHan(c.charCodeAt(0)) || /[“”《》（）、]/.test(c));

/** One edit a mark; a mark that stands for a character reference of a page is left as it is. */
function editsOf({ text }: Report, prose: Prose, places: readonly number[]): Edit[] {
  return places.flatMap((at) => {
    const range = prose.range(at, at + 1);
    const written = text[range.start]!;
    return written === prose.text[at] && FULL[written] ? [{ range, text: FULL[written] }] : [];
  });
}

import { MASK, skipBlankBack } from '../reading/text';
import { ALL_EDITIONS, rule } from './rule';
import { isHan, proseOf } from './text';

export const textBreak = rule({
  id: 'text-break',
  severity: 'hint',
  editions: ALL_EDITIONS,
  title: { zh: '句子被分页或空行断开', en: 'Sentence cut by a page break' },
  explanation: {
    zh: '从 PDF 转来的文字，句子常在换页处被空行或页码断成两段，甚至断在一个词中间。请接回来。',
    en: 'In text taken from a PDF a sentence is often cut in two by the blank lines or the number of a page, even within a word. Join it again.',
  },
  fix: 'suggestion',
  *check({ report }) {
    const prose = proseOf(report);
    const { text, paragraphs } = prose;
    for (let i = 1; i < paragraphs.length; i++) {
      const before = paragraphs[i - 1]!;
      const { from, to, apart, section } = paragraphs[i]!;
      if (!apart || section === 0 || section !== before.section) continue;
      const cut = skipBlankBack(text, before.from, before.to);
      if (before.to - before.from < MIN || !isWithin(text.charCodeAt(cut - 1))) continue;
      const head = text.slice(Math.max(before.from, before.to - MAX), cut);
      const tail = text.slice(from, Math.min(to, from + MAX));
      if (!/[，。；]/.test(head) || !goesOn(tail)) continue;
      const range = prose.range(cut - 1, from + 1);
      // What stands between may be a figure of the sentence: 收到申请, 3, 件.
      if (COUNTED.test(tail) && /\d\s*$/.test(report.masked.slice(range.start + 1, range.end - 1))) continue;
      yield {
        range,
        message: {
          zh: `句子在“${head.slice(-6)}”之后断开，下一段接着“${tail.slice(0, 6)}”。如是分页所致，请接回来。`,
          en: `The sentence breaks off after “${head.slice(-6)}” and goes on with “${tail.slice(0, 6)}”. Join it if a page break cut it.`,
        },
      };
    }
  },
  *fixes({ range: { start, end } }, { report }) {
    const gap = { start: start + 1, end: end - 1 };
    if (report.masked.slice(gap.start, gap.end).includes(MASK)) return;
    const [last, first] = [report.masked[start]!, report.masked[end - 1]!];
    yield {
      title: { zh: `把“${last}”和“${first}”接起来`, en: `Join “${last}” and “${first}”` },
      edits: [{ range: gap, text: '' }],
      preferred: true,
    };
  },
});

/** How much of a paragraph is looked at. */
const MAX = 120;
/** A shorter one is a heading or an item of a list. */
const MIN = 24;

const COUNTED = /^\s*[件条个次元万亿份场篇项人名家宗起余多]|^\s*[年月日号](?!度)/;

/** Whether a unit stands within a sentence: one that ends with it has no end. */
const isWithin = (code: number): boolean => isHan(code) || code === 0xff0c || code === 0x3001;

/** What begins a sentence: then the one before merely lacks its full stop. */
const OPENS =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}(?:[)）、.．\s]|[是要年])|第[一二三四五六]|下一步|下步|今后|接下来|针对|同时|此外|另外|目前|为|对照|我[局市县区镇乡委们]|本[局市县区年机单报]|全[市县区局镇乡省年]|各|附件?|注|改进|存在|主要|不足|根据|按照|依据|通过|坚持|加强|强化|统计|20\d\d|[\d#>*\-+·•])/;

function goesOn(tail: string): boolean {
  const first = tail.charCodeAt(0);
  if (!isHan(first) && !/[，、）”]/.test(tail[0] ?? '')) return false;
  // A heading has no full stop; a sub-heading ends with one and no comma stands in it.
  return /[。；]/.test(tail) && !OPENS.test(tail);
}

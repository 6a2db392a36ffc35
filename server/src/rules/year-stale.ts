import { ALL_EDITIONS, rule } from './rule';
import { isQuoted, proseOf, sentenceEnd, sentenceStart } from './text';

export const yearStale = rule({
  id: 'year-stale',
  severity: 'information',
  editions: ALL_EDITIONS,
  title: { zh: '年份可能没有更新', en: 'Year that may be stale' },
  explanation: {
    zh: '沿用上年稿子时，正文里常留下旧年份。本规则只看以旧年份开头叙述本年工作的句子；同比、上年、预算决算、结转、规划、文号、书名号里的年份不算。',
    en: 'A draft that began as last year’s often keeps the old year. Only sentences that open with one and report work are looked at; comparisons, budgets, plans and titles are not.',
  },
  needs: ['year'],
  fix: 'suggestion',
  options: {
    words: {
      kind: 'words',
      example: '三年行动',
      about: {
        zh: '句子里有其中一个词的，旧年份是对的，不提示。',
        en: 'Words that explain an older year: sentences with one of them are left alone.',
      },
    },
  },
  *check({ report, own }) {
    const { year } = report;
    if (year === undefined) return;
    const prose = proseOf(report);
    const { text } = prose;
    const preamble = prose.section(0);
    for (const match of text.matchAll(YEAR)) {
      const written = Number(match[1]);
      const at = match.index;
      if (written >= year || written < OLDEST) continue;
      const behind = at + match[0].length;
      const inPreamble = at < preamble.to;
      const before = text.slice(sentenceStart(text, at, inPreamble ? MAX_SENTENCE : MAX_LEAD), at);
      if (inPreamble ? !OWN_REPORT.test(text.slice(behind, behind + 24)) : !OPENS.test(before)) continue;
      const after = text.slice(behind, sentenceEnd(text, behind, MAX_SENTENCE));
      const explained = inPreamble
        ? /上年|历年|往年/.test(before)
        : CONTINUES.test(after) || !SUBJECT.test(after) || EXPLAINED.test(before + reportOf(after)) || !REPORTS.test(after);
      if (own.words.some((word) => before.includes(word) || after.includes(word))) continue;
      if (explained || (isQuoted(text, at) && !(inPreamble && PRESENTS.test(before))) || (before + after).includes(String(year))) continue;
      yield {
        range: prose.range(at, at + match[0].length),
        message: {
          zh: `这里写的是 ${written} 年，而本报告报告的是 ${year} 年。请核对是否沿用了旧稿。`,
          en: `The text says ${written}, but the report is on ${year}. Check whether the year was left over from an older draft.`,
        },
        data: { actual: String(written), expected: String(year) },
      };
    }
  },
  *fixes({ range, data }, { report }) {
    const { actual = '', expected } = data;
    if (expected === undefined || !report.text.startsWith(actual, range.start)) return;
    yield {
      title: { zh: `改为 ${expected} 年`, en: `Change the year to ${expected}` },
      edits: [{ range: { start: range.start, end: range.start + actual.length }, text: expected }],
    };
  },
});

/** Before the first Regulation there was nothing to report. */
const OLDEST = 2008;
const YEAR = /(?<!\d)(20\d{2})\s{0,2}年度?/g;
const MAX_SENTENCE = 200;
/** What may stand before a year that opens a sentence. */
const MAX_LEAD = 40;
/** What may stand between the start of a sentence and the year: a sub-heading, a number, who reports. */
const OPENS =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s?)?(?:[一二三四五六七八九十]是)?(?:我[局市县区镇乡委办院厅省州]|本[局市县区镇乡委办院厅机关]+|全[市县区局镇乡省州])?$/;
/** A date, a range, a date of something: 2020年5月, 2020年以来, 2020年至今, 2020年底. */
const CONTINUES = /^\s*(?:\d|[-—–－~～至到起底末初前后的版]|以来|以前|之前|之后|年底|[上下]半年|第|[一二三四]季度|[^，,。；;]{0,12}期间)/;
/** What a sentence on the work of a year goes on with; 2022年高校毕业生信息 is of another kind. */
const SUBJECT =
  /^\s*(?:[，,]|[共我本]|全[年市县区局镇乡省州]|[市县区州局][^，。]{0,6}[局委办府厅]|累计|主动|通过|新收|收到|受理|公开|发布|未)/;
const EXPLAINED =
  /同比|环比|相比|[较比](?=[上去往前今本\d])|上年|去年|上一年|前一年|往年|历年|近年|预算|决算|结转|规划|计划|方案|要点|修订|修正|施行|实施|印发|出台|颁布|成立|废止|失效|获|荣|表彰|通报|评估|评价|评为|考核|考评|测评|排名|年报|年度报告|存量|累计|备案|审计|以来|[年月日]起|自(?=\d)|曾|首次|问题|整改|遗留|超期|顺延/;
/** What is said behind a year: 2022年全县政务公开工作要点 is a paper of that year; behind a comma it tells what the work followed. */
const reportOf = (after: string): string => (/^\s*[，,]/.test(after) ? after.replaceAll('工作要点', '') : after);
/** What a report says of its own year. */
const REPORTS = /公开|发布|信息|申请|受理|答复|办结|收取|制发|政务|解读|培训|网站|新媒体/;
/** What the preamble says before the title of this report: 编制了《清河县民政局. */
const PRESENTS = /(?:编制|现(?:将|予以?)?(?:向社会)?(?:公布|发布|公开)?)了?《[^》]{0,40}$/;
/** 2022年政府信息公开工作年度报告, said of this report. */
const OWN_REPORT = /^\s*(?:政府|政务)信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)/;

import type { Range } from '../reading/report';
import { type Day, dayAtEnd, daysIn, exists, iso } from './dates';
import { ALL_EDITIONS, type Fault, rule } from './rule';
import { proseOf, sentenceEnd } from './text';
import { isDone, isOnWork, isWorked, MAX_SENTENCE, OPENS } from './yearly';

export const period = rule({
  id: 'period',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '统计期限或日期有误', en: 'Wrong period or impossible date' },
  explanation: {
    zh: '年度报告的统计期限是本年 1 月 1 日至 12 月 31 日。沿用上年稿子时，这里最容易忘记改。日历上没有的日期（如 2 月 30 日）也在此指出。',
    en: 'The report covers 1 January to 31 December of its year. Dates that the calendar does not have, such as 30 February, are reported here too.',
  },
  basis: { zh: '条例第四十九条、第五十条', en: 'Regulation, articles 49 and 50' },
  needs: ['year'],
  fix: 'suggestion',
  *check({ report }) {
    const prose = proseOf(report);
    const { text } = prose;
    const preamble = prose.section(0);
    let last: Day | undefined;
    for (const day of daysIn(text)) {
      const first = last;
      last = day;
      if (!exists(day)) {
        const written = text.slice(day.from, day.to).replace(/\s/g, '');
        yield {
          range: prose.range(day.from, day.to),
          message: { zh: `${written}不存在。请核对日期。`, en: `“${written}” is no date of the calendar. Check it.` },
        };
        continue;
      }
      const { year } = report;
      if (year === undefined || first?.year === undefined || !exists(first) || !BETWEEN.test(text.slice(first.to, day.from))) continue;
      const end = day.year ?? first.year;
      const whole = first.month === 1 && first.day === 1 && day.month === 12 && day.day === 31;
      if (first.year === year && end === year && whole) continue;
      const lead = leadTo(text, first.from);
      const inPreamble = first.from < preamble.to;
      if (!(inPreamble ? PERIOD : STATED).test(lead)) {
        // 2022年1月1日至12月31日，收到申请12件: all that is counted is of that year.
        if (inPreamble || !whole || end !== first.year || !OPENS.test(lead)) continue;
        const paragraph = prose.paragraphAt(first.from);
        const after = text.slice(day.to, sentenceEnd(text, day.to, MAX_SENTENCE)).replace(/^\s*(?:止|期间)/, '');
        const compared = text.slice(paragraph.from, paragraph.to).includes(String(year));
        if (compared || !isWorked(paragraph.section) || !isOnWork(lead, after) || !isDone(after)) continue;
      }
      if (OF_ANOTHER.test(lead)) continue;
      yield otherPeriod(prose.range(first.from, day.to), year, iso(first.year, first.month, first.day), iso(end, day.month, day.day));
    }
    const { year } = report;
    if (year === undefined) return;
    const head = preamble.text.slice(0, MAX_HEAD);
    if (!/统计|数据|期限|时段/.test(head)) return;
    const broken = BROKEN.exec(head);
    if (broken) {
      const at = preamble.from + broken.index + broken[1]!.length;
      const written = broken[0].slice(broken[1]!.length);
      yield {
        range: prose.range(at, at + written.length),
        message: {
          zh: `统计期限“${written}”残缺。请补全年、月、日。`,
          en: `The period “${written}” lacks signs. Write year, month and day in full.`,
        },
      };
    }
    for (const { 0: written, 1: from = '', 2: to = '', index } of head.matchAll(SPAN)) {
      const [first, end] = [dayAtEnd(from), dayAtEnd(/年/.test(to) || /^\d/.test(to) ? to : from.slice(0, YEAR_LENGTH) + to)];
      const at = preamble.from + index;
      const lead = leadTo(head, index);
      if (first?.year === undefined || end?.year === undefined || !PERIOD.test(lead) || OF_ANOTHER.test(lead)) continue;
      const [start, last] = [iso(first.year, first.month, first.day), iso(end.year, end.month, end.day)];
      if (start !== iso(year, 1, 1) || last !== iso(year, 12, 31))
        yield otherPeriod(prose.range(at, at + written.length), year, start, last);
    }
    for (const { 0: written, 1: lead = '', 2: digits, index } of head.matchAll(WHOLE)) {
      const stated = Number(digits);
      if (stated === year || OF_ANOTHER.test(leadTo(head, index + lead.length))) continue;
      const range = prose.range(preamble.from + index + lead.length, preamble.from + index + written.length);
      yield otherPeriod(range, year, iso(stated, 1, 1), iso(stated, 12, 31));
    }
  },
  // Where the days are right, the years alone are left over; what else the writer means nobody knows here.
  *fixes({ range, data }, { report }) {
    if (!data.expected || !/^\d+-01-01\/\d+-12-31$/.test(data.actual ?? '')) return;
    const year = data.expected.slice(0, 4);
    const written = report.text.slice(range.start, range.end);
    const edits = [...written.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(({ index }) => ({
      range: { start: range.start + index, end: range.start + index + 4 },
      text: year,
    }));
    if (edits.length > 0) yield { title: { zh: `改为 ${year} 年`, en: `Change the year to ${year}` }, edits };
  },
});

const otherPeriod = (range: Range, year: number, start: string, last: string): Fault => ({
  range,
  message: {
    zh: `统计期限应为 ${year} 年 1 月 1 日至 12 月 31 日，与这里写的不同。请核对。`,
    en: `The period should be 1 January to 31 December ${year}, not what stands here. Check it.`,
  },
  data: { actual: `${start}/${last}`, expected: `${iso(year, 1, 1)}/${iso(year, 12, 31)}` },
});

/** As far as what leads to a period is looked for. */
const MAX_LEAD = 60;
/** What stands before an offset, in its sentence. */
const leadTo = (text: string, at: number): string => text.slice(Math.max(0, at - MAX_LEAD), at).replace(/^[\s\S]*[。；\n]/, '');
const BETWEEN = /^\s{0,2}(?:起|开始|始)?[，,]?\s{0,2}(?:至|到|[-—–－~～]{1,3})\s{0,2}(?:同年|当年|本年)?$/;
/** What leads to the period in the preamble, and in a section, where dates of other things stand too. */
const PERIOD = /统计|数据|期限|时限|周期|报告期|起止|时间范围|时段|反映|涵盖/;
const STATED = /统计(?:的)?(?:期限|期间|时间|时限|日期|周期|区间)|所列数据|数据(?:的)?统计|报告期/;
/** What leads to the period of another report, or of what is counted on a website. */
const OF_ANOTHER = /上年|上一年|去年|《[^》]*$|(?:访问|浏览|点击|阅读)[^，,]{0,12}$/;

/** As much of what stands before the first section as may state the period. */
const MAX_HEAD = 4000;
/** 2022.1.1-2022.12.31, 二〇二二年一月一日至十二月三十一日. */
const SPAN =
  /(20\d\d[./-]\d{1,2}[./-]\d{1,2}|[二〇零○一三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)\s?起?(?:至|到|[-—–－~～]{1,3})\s?(20\d\d[./-]\d{1,2}[./-]\d{1,2}|(?:[二〇零○一三四五六七八九]{4}年)?[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)/g;
/** 二〇二二年. */
const YEAR_LENGTH = 5;
/** 统计期限为2022年度, 统计数据截至2022年12月31日, 统计期限自2022年1月至12月. */
const WHOLE =
  /((?:统计|数据|报告)[^。；\n]{0,12}?(?:(?:期限|期间|时限|周期|区间|时段|时间范围)[为是自:：]?|截[至止]到?)\s?)(20\d\d)\s?年(?:(?:度|全年)?(?=[。，；、（(\n])|1月份?(?:至|到|[-—–－~～]{1,2})12月份?(?!\s?\d)|(?<=截[至止]到?\s?\d{4}\s?年)\s?12\s?月\s?31\s?日)/g;
/** 自20231月1日起至202312月31日止, 2023 11日到1231日: signs that a copy has lost. */
const BROKEN = /(期限[^。；\n\d]{0,6})20\d\d\s{0,2}1月?1日起?(?:至|到|[-—–－~～]{1,2})(?:20\d\d\s{0,2})?12月?31日/;

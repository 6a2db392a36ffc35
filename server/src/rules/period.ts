import { type Day, daysIn, exists, iso } from './dates';
import { ALL_EDITIONS, rule } from './rule';
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
      const lead = text.slice(Math.max(0, first.from - MAX_LEAD), first.from).replace(/^[\s\S]*[。；\n]/, '');
      const inPreamble = first.from < preamble.to;
      if (!(inPreamble ? PERIOD : STATED).test(lead)) {
        // 2022年1月1日至12月31日，收到申请12件: all that is counted is of that year.
        if (inPreamble || !whole || end !== first.year || !OPENS.test(lead)) continue;
        const paragraph = prose.paragraphAt(first.from);
        const after = text.slice(day.to, sentenceEnd(text, day.to, MAX_SENTENCE)).replace(/^\s*(?:止|期间)/, '');
        const compared = text.slice(paragraph.from, paragraph.to).includes(String(year));
        if (compared || !isWorked(paragraph.section) || !isOnWork(lead, after) || !isDone(after)) continue;
      }
      yield {
        range: prose.range(first.from, day.to),
        message: {
          zh: `统计期限应为 ${year} 年 1 月 1 日至 12 月 31 日，与这里写的不同。请核对。`,
          en: `The period should be 1 January to 31 December ${year}, not what stands here. Check it.`,
        },
        data: {
          actual: `${iso(first.year, first.month, first.day)}/${iso(end, day.month, day.day)}`,
          expected: `${iso(year, 1, 1)}/${iso(year, 12, 31)}`,
        },
      };
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

/** As far as what leads to a period is looked for. */
const MAX_LEAD = 60;
const BETWEEN = /^\s{0,2}(?:起|开始|始)?[，,]?\s{0,2}(?:至|到|[-—–－~～]{1,3})\s{0,2}(?:同年|当年|本年)?$/;
/** What leads to the period in the preamble, and in a section, where dates of other things stand too. */
const PERIOD = /统计|数据|期限|时限|周期|报告期|起止/;
const STATED = /统计(?:的)?(?:期限|期间|时间|时限|日期|周期|区间)|所列数据|数据(?:的)?统计|报告期/;

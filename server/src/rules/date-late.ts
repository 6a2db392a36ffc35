import type { Bilingual } from '../editions';
import { dayAtEnd, exists, iso } from './dates';
import { ALL_EDITIONS, rule, type UnitKind } from './rule';
import { type Paragraph, proseOf } from './text';

export const dateLate = rule({
  id: 'date-late',
  severity: 'information',
  editions: ALL_EDITIONS,
  title: { zh: '落款日期不合期限', en: 'Date outside of the time limit' },
  explanation: {
    zh: '县级以上政府部门的报告应在次年 1 月 31 日前公布，县级以上地方政府的应在次年 3 月 31 日前公布。日期早于年末的，多半是沿用了上年的落款。',
    en: 'Departments publish by 31 January of the following year, local governments by 31 March. A date before the end of the year is mostly left over.',
  },
  basis: { zh: '条例第四十九条', en: 'Regulation, article 49' },
  needs: ['year'],
  fix: 'none',
  options: {
    department: {
      kind: 'day',
      about: { zh: '政府部门应在次年哪一天以前公布。', en: 'The day of the following year by which departments publish.' },
      standard: '01-31',
    },
    government: {
      kind: 'day',
      about: { zh: '地方政府应在次年哪一天以前公布。', en: 'The day of the following year by which local governments publish.' },
      standard: '03-31',
    },
  },
  *check({ report, options, own }) {
    const { year, unit } = report;
    if (year === undefined) return;
    const prose = proseOf(report);
    const kind = options?.unit ?? kindOf(unit);
    // The Regulation sets no day for towns: the later one is held against them, and against what is neither for certain.
    const limit = kind === 'department' ? own.department : own.government;
    const who = (kind !== 'town' && kind && bound[kind]) || { zh: '至迟应', en: 'Annual reports are published at the latest' };
    const [month, dayOfMonth] = limit.split('-').map(Number) as [number, number];
    const deadline = iso(year + 1, month, dayOfMonth);
    for (const paragraph of datedParagraphs(prose.paragraphs)) {
      if (paragraph.to - paragraph.from > MAX_LINE) continue;
      const words = prose.text.slice(paragraph.from, paragraph.to).replace(/[）)\s]+$/, '');
      const day = dayAtEnd(words);
      if (day?.year === undefined || !exists(day) || !(paragraph.section === 0 ? LABEL : SIGNATURE).test(words.slice(0, day.from)))
        continue;
      const date = iso(day.year, day.month, day.day);
      if (date >= iso(year, 12, 31) && date <= deadline) continue;
      yield {
        range: prose.range(paragraph.from + day.from, paragraph.from + day.to),
        message:
          date < iso(year, 12, 31)
            ? {
                zh: `日期 ${date} 早于 ${year} 年年末，而本报告报告的是 ${year} 年全年。请核对是否沿用了上年的日期。`,
                en: `The date ${date} is before the end of ${year}, the year reported on. Check whether it was left over from last year.`,
              }
            : {
                zh: `日期 ${date} 晚于 ${deadline}。${who.zh}在次年 ${month} 月 ${dayOfMonth} 日前公布年度报告，请核对日期。`,
                en: `The date ${date} is after ${deadline}. ${who.en} by ${dayOfMonth} ${MONTHS[month - 1]} of the following year; check the date.`,
              },
        data: { actual: date, expected: deadline },
      };
    }
  },
});

/** Whom the Regulation binds to a day. */
const bound: Readonly<Record<Exclude<UnitKind, 'town'>, Bilingual>> = {
  department: { zh: '部门应', en: 'Departments publish' },
  government: { zh: '县级以上地方政府应', en: 'Local governments publish' },
};
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MAX_LINE = 60;
/** In front of the date under the title, and of the one that closes the report: the unit may stand in the same line. */
const LABEL = /^\s*[（(]?(?:(?:发布|公布|公开|成文|生成|报告)?(?:日期|时间)[:：]\s{0,2})?$/;
const SIGNATURE = /^[^，。；：、,;]{0,40}$/;

/** Where a date of the report as a whole may stand: in front of the first section, and in the last lines. */
const datedParagraphs = (paragraphs: readonly Paragraph[]): Paragraph[] => [
  ...paragraphs.filter(({ section }) => section === 0),
  ...paragraphs.slice(-2).filter(({ section }) => section !== 0),
];

/** What the name says for certain. */
function kindOf(unit = ''): UnitKind | undefined {
  if (/(?:[乡镇]|苏木)(?:人民)?政府|(?:办事处|街道)$/.test(unit)) return 'town';
  // Of a league or a prefecture without a congress the office of administration is the government: 青岚盟行政公署.
  if (/(?:政府|行政公署|行署)(?:办公室|办公厅)?$/.test(unit)) return 'government';
  // An office for disclosure writes the report of its government.
  if (/(?:管理委员会|管委会|开发区|新区|园区)(?:办公室|办公厅)?$|(?:政务|信息)公开(?:工作)?(?:领导小组)?办公室$/.test(unit))
    return undefined;
  return /(?:局|委员会|委|厅|院|部|中心|处|大队|支队|办公室|站|所|署)$/.test(unit) ? 'department' : undefined;
}

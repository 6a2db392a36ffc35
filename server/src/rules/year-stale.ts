import type { Report } from '../reading/report';
import { yearOfPeriod } from '../reading/title';
import { dayAtEnd } from './dates';
import { ALL_EDITIONS, type Fault, rule } from './rule';
import { isQuoted, type Prose, proseOf, sentenceEnd, sentenceStart } from './text';
import { isDone, isOnWork, isWorked, MAX_SENTENCE, OPENS, withoutUnit } from './yearly';

export const yearStale = rule({
  id: 'year-stale',
  severity: 'information',
  editions: ALL_EDITIONS,
  title: { zh: '年份可能没有更新', en: 'Year that may be stale' },
  explanation: {
    zh: '沿用上年稿子时，正文里常留下旧年份；也有写成下一年的。本规则只看以别的年份开头叙述本年工作的句子；与今年对照的，讲预算决算、规划、整改的，以及文号、书名号里的年份不算。',
    en: 'A draft that began as last year’s often keeps the old year; some have the next one. Only sentences that open with one and report work are looked at; comparisons with this year, budgets, plans and titles are not.',
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
    const title = report.title?.year;
    const meant = title && yearOfAllElse(report, prose);
    if (title && meant)
      yield {
        range: title.range,
        message: {
          zh: `标题是 ${year} 年的，正文都是 ${meant} 年的。请核对标题的年份。`,
          en: `The title is of ${year}, all the text of ${meant}. Check the year in the title.`,
        },
        data: { actual: String(year), expected: String(meant) },
      };
    for (const match of text.matchAll(YEAR)) {
      const written = match[4] ? yearInWords(match[4]) : Number(match[1] ?? match[3]);
      const at = match.index;
      const behind = at + match[0].length;
      // Where the title is wrong it is told once.
      if (written === meant) continue;
      const wrong = (actual: string): Fault => ({
        range: prose.range(at, behind),
        message: { zh: `“${match[0]}”的年份有误。请核对。`, en: `The year of “${match[0]}” is wrong. Check it.` },
        data: { actual, expected: String(year) },
      });
      if (match[2] ?? match[5]) {
        if (!DAY.test(text.slice(behind, behind + 10)) && !isQuoted(text, at)) yield wrong(match[0].replace(/\s*年度?$/, ''));
        continue;
      }
      const isImpossible = match[3] !== undefined || written > year + MAX_AHEAD;
      if (written < OLDEST && !isImpossible) continue;
      const { section, from, to } = prose.paragraphAt(at);
      // Of the year itself only what is still to be done is out of place.
      if (written === year && section !== 5) continue;
      const all = text.slice(behind, sentenceEnd(text, behind, MAX_SENTENCE));
      const isPlanned = section !== 0 && PLANNED.test(all) && !MADE.test(all);
      if (written === year && !isPlanned) continue;
      const inPreamble = at < preamble.to;
      const before = withoutUnit(text.slice(sentenceStart(text, at, MAX_SENTENCE), at), report.unit);
      const opens =
        (before.length <= MAX_LEAD && OPENS.test(before)) ||
        // 坚持应公开尽公开，2022年发布信息40条: counted, and no other year beside it.
        (written < year &&
          isWorked(section) &&
          /[，；,;]$/.test(before) &&
          isDone(all) &&
          isOnlyYear(text.slice(from, Math.min(to, from + MAX_PARAGRAPH)), match[0]));
      if (isImpossible) {
        const isOfYear = (isOnWork(before, all, report.unit) && REPORTS.test(all)) || SUMS_UP.test(all);
        if (opens && isOfYear && !PLANS.test(all)) yield wrong(String(written));
        continue;
      }
      if (written === year) {
        if (!opens || isQuoted(text, at)) continue;
        yield {
          range: prose.range(at, behind),
          message: {
            zh: `这里写的是 ${year} 年的打算，而本报告报告的就是 ${year} 年。请核对是否沿用了旧稿。`,
            en: `Plans for ${year} stand here, but that is the year reported on. Check whether they were left over from an older draft.`,
          },
          data: { actual: String(year), expected: String(year + 1) },
        };
        continue;
      }
      const ahead = text.slice(behind, behind + 60);
      const isNew = isNewOf(before, text.slice(behind, behind + MAX_SENTENCE), written, year);
      const presents =
        (inPreamble && (OWN_REPORT.test(ahead) || (BY_FACTS.test(before) && FACTS.test(ahead)))) ||
        ((inPreamble || section === 1) && NOW.test(before) && TO_COME.test(ahead));
      const isLeft =
        written < year &&
        ((opens && (isPlanned || (section === 5 && SUMS_UP.test(all) && !OF_LAST_YEAR.test(text.slice(from, at))))) ||
          (section === 6 && isOnFee(before, opens, all)));
      if (!presents && !isNew && !isLeft && !opens) continue;
      const upTo = /截[至止]到?$/.test(before);
      const after = (upTo ? all.replace(YEAR_END, '') : all.replace(WHOLE_YEAR, '')).replace(FOLLOWED, (words) =>
        words.includes(`${year}年`) ? '' : words,
      );
      // 2024年，收到申请12件 in the report on 2023 cannot be; what is planned and when it was published can.
      if (written > year && (inPreamble || !isWorked(section) || !isDone(after))) continue;
      // 2022年收到申请 40 件。2023年收到 50 件: the sentence that follows compares.
      const last = behind + all.length;
      const next =
        isWorked(section) && last + 1 >= to && prose.paragraphAt(to + 1).section !== section ? '' : text.slice(last, last + MAX_LEAD);
      const compared = new RegExp(`^[。；\\s]*(?:${year}年|[今本]年)`).test(isLeft ? next.split('\n', 1)[0]! : next);
      const explained = presents
        ? /上年|历年|往年|(?:[对参按依]照|参考|根据|借鉴|相?[较比])[^，。；]{0,12}$/.test(before)
        : isNew || isLeft
          ? compared
          : CONTINUES.test(after) ||
            !isOnWork(before, after, report.unit) ||
            !REPORTS.test(after) ||
            compared ||
            (upTo && after.includes('累计'));
      if (own.words.some((word) => before.includes(word) || after.includes(word))) continue;
      if (explained || (isQuoted(text, at) && !(presents && PRESENTS.test(before))) || (before + after).includes(String(year))) continue;
      yield {
        range: prose.range(at, behind),
        message: {
          zh: `这里写的是 ${written} 年，而本报告报告的是 ${year} 年。${written < year ? '请核对是否沿用了旧稿。' : '请核对这里和标题的年份。'}`,
          en: `The text says ${written}, but the report is on ${year}. ${
            written < year ? 'Check whether the year was left over from an older draft.' : 'Check the year here and in the title.'
          }`,
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
/** What may stand before a year that opens a sentence. */
const MAX_LEAD = 40;
/** As far behind its own year as a report may speak of what is done: more is a slip. */
const MAX_AHEAD = 4;
/** Paragraphs are looked at no further. */
const MAX_PARAGRAPH = 2000;
/** A year, also one that has a digit or two too many, a digit too few or a wrong one, is written in Chinese figures or with 年 twice. */
const YEAR =
  /(?<![\d.])(?:(20[0-3]\d)([1-9]|\d[1-9])?|(2\d\d|2[1-9]\d\d|20[4-9]\d)|(二[〇零○][一二三][〇零○一二三四五六七八九]))\s{0,2}年(?:度(年(?=[，,]))?)?/g;
const yearInWords = (digits: string): number => Number([...digits].map((c) => Math.max(0, '〇一二三四五六七八九'.indexOf(c))).join(''));
/** What is still to come, in a year far ahead. */
const PLANS = /将|拟|力争|争取|目标|远景|规划|基本|实现|预计|预期/;
/** Whether a paragraph names no other year than one, and compares with none. */
const isOnlyYear = (paragraph: string, written: string): boolean =>
  !/[上去往历前今本]年|同比|环比|累计|[较比]/.test(paragraph.replace(/上年度?[^，。；]{0,4}结转|结转上年/g, '')) &&
  [...paragraph.matchAll(/20\d\d(?=\s{0,2}年)/g)].every(([other]) => written.startsWith(other));

/** The later year that everything but the title is of: what opens its sentences, its period, its signature. */
function yearOfAllElse({ masked, year = 0, unit, sections }: Report, { text, paragraphs, paragraphAt }: Prose): number | undefined {
  const told = new Map<number, number>();
  const tell = (of: number): unknown => told.set(of, (told.get(of) ?? 0) + 1);
  let works = 0;
  for (const { index: at, 0: whole, 1: digits } of text.matchAll(YEAR)) {
    const behind = at + whole.length;
    if (!digits || isQuoted(text, at)) continue;
    if (Number(digits) === year) return undefined;
    const after = text.slice(behind, sentenceEnd(text, behind, MAX_SENTENCE));
    const before = withoutUnit(text.slice(sentenceStart(text, at, MAX_SENTENCE), at), unit);
    const { section } = paragraphAt(at);
    if (!OPENS.test(before) || CONTINUES.test(after) || /将|拟|计划/.test(after)) continue;
    const isWork = isWorked(section) && REPORTS.test(after);
    if (isWork) works++;
    if (isWork || (section === 5 && SUMS_UP.test(after))) tell(Number(digits));
  }
  if (works === 0 || told.size !== 1) return undefined;
  const period = yearOfPeriod(masked, sections[0]?.heading.range.start ?? 0);
  if (period) tell(period);
  const signed = paragraphs
    .slice(-MAX_SIGNED)
    .map(({ from, to }) => dayAtEnd(text.slice(Math.max(from, to - MAX_LEAD), to).trimEnd())?.year);
  for (const day of signed) if (day) tell(day - 1);
  const [[of, times] = [0, 0]] = told;
  return told.size === 1 && times > 1 && of > year && of <= year + MAX_AHEAD ? of : undefined;
}
/** The last paragraphs, where the date stands. */
const MAX_SIGNED = 2;
const DAY = /^\s*\d{1,2}\s*月\s*\d/;
/** A date, a range, a date of something: 2020年5月, 2020年以来, 2020年至今, 2020年底. */
const CONTINUES =
  /^\s*(?:\d|[一二三四五六七八九十]{1,3}月|[-—–－~～至到起底末初前后的版]|以来|以前|之前|之后|年底|[上下]半年|第|[一二三四]季度|[^，,。；;]{0,12}期间)/;
/** A paper that was followed: what is done after one of this year, 按照《2023年政务公开工作要点》, is done in this year. */
const FOLLOWED = /(?:按照|根据|落实|对照)[^，。；《》\n]{0,12}《[^《》\n]{0,80}》/g;
/** 12月31日 behind 截至: the whole year. */
const YEAR_END = /^\s*(?:12月31日|年?底)/;
/** 1月至12月 behind a year: the whole of it. */
const WHOLE_YEAR = /^\s*1月?\s*[-—–－~～至到]\s*12月份?/;
/** 我局将继续加强培训; 将优化营商环境列为重点 has been done. */
const PLANNED =
  /^\s*[，,]?[^，。；：]{0,8}将(?:继续|进一步|着力|不断|持续|重点|努力|切实|认真|严格|深入|积极|紧紧|坚持|加强|加大|强化|完善|健全|优化|提升|提高|推进|推动|改进|拓展)/;
const MADE = /提出|要求|承诺|作为|列为|列入|纳入|融入|结合|放在|摆|[上去今本]年|已/;
/** How 五 begins: 2022年，我局政府信息公开工作取得一定成效，但仍存在不足. */
const SUMS_UP =
  /^\s*[，,]?(?!.*(?:整改|解决|上年|去年|本年|今年|已))[^。；]{0,40}(?:取得|有)[^。；]{0,24}(?:成效|成绩|成果|进步|进展|效果)[^。；]{0,12}(?:但|不过|然而|存在|仍|还)/;
const OF_LAST_YEAR = /上年|上一年|去年/;
/** Whether a sentence tells what was charged in the year: 本机关2022年度未收取信息处理费, 信息处理费收取情况：2022年未收取. */
function isOnFee(before: string, opens: boolean, after: string): boolean {
  if (/[同相]比|[较比]|[上去今本]年|减少|增加/.test(after)) return false;
  return opens ? CHARGED.test(after) : /情况[:：]$/.test(before) && /^\s*[，,]?(?:未|没有|无|共)?(?:收取|产生|发生)(?!的)/.test(after);
}
const CHARGED = /^\s*[，,]?[^，。；]{0,12}?(?:收取|产生|发生|发出)(?!的)[^。；]{0,24}(?:处理费|收费)/;
/** 其中，2022年新收354件: of the year reported on, where no other year up to that stands beside it. */
function isNewOf(before: string, ahead: string, written: number, year: number): boolean {
  if (!/^\s*其中[，,]?$/.test(before) || !/^\s*新收/.test(ahead)) return false;
  const others = [...ahead.split('\n', 1)[0]!.matchAll(/20\d\d(?=\s{0,2}年)/g)].map(([other]) => Number(other));
  return (
    !/[上去历今本]年/.test(ahead.slice(0, MAX_LEAD).replace(/结转上年|上年[^，。；]{0,4}结转/g, '')) &&
    others.every((other) => other === written || other > year)
  );
}
/** What a report says of its own year. */
const REPORTS = /公开|规范性文件|发布|信息|申请|受理|答复|办结|收取|制发|政务|解读|培训|网站|新媒体|责任追究|管理|审[核查]|栏目|平台|目录/;
/** What the preamble says before the title of this report: 编制了《清河县民政局. */
const PRESENTS = /(?:编制|现(?:将|予以?)?(?:向社会)?(?:公布|发布|公开)?)了?《[^》]{0,40}$/;
/** 现将2022年度政府信息公开工作情况报告如下, 现向社会公布2022年柳溪镇政府信息公开工作年度报告. */
const NOW = /(?:^|[，。；\s])(?:(?:特|兹)?现(?![已有行场在])|[特兹](?=向|予以|此|将))[^，。《》]{0,24}$/;
const TO_COME =
  /^[^，。《》]{0,24}?(?:工作|信息公开|情况)[^，。《》]{0,14}(?:如下|年度报告|年报)|^\s*(?:政府|政务)信息公开(?:工作)?的?情况(?=[，。；])/;
/** 结合我局2022年度实际工作情况: what the report is written from. */
const BY_FACTS = /结合[^，。；《》]{0,16}$/;
const FACTS = /^\s*的?(?:实际|(?:政府|政务)信息公开|工作(?:实际|情况|开展))/;
/** 2022年政府信息公开工作年度报告, said of this report. */
const OWN_REPORT = /^\s*(?:政府|政务)信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)/;

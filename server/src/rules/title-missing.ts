import { insertTitle, titleText } from '../editing/skeletons';
import { type Bilingual, editionOfYear } from '../editions';
import type { Report } from '../reading/report';
import { topOf } from './naming';
import { ALL_EDITIONS, NOTICE, rule } from './rule';

export const titleMissing = rule({
  id: 'title-missing',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '缺标题', en: 'Title missing' },
  explanation: {
    zh: '报告应以标题开头：单位全称加“YYYY年政府信息公开工作年度报告”。没有标题就不知道是谁、哪一年的报告，也无法判断应当使用哪一版格式。',
    en: 'A report begins with its title: the full name of the unit and “YYYY年政府信息公开工作年度报告”. Without it neither the unit nor the year, and so the format that applies, can be told.',
  },
  basis: NOTICE,
  fix: 'suggestion',
  *check({ report }) {
    if (report.title) return;
    const { start } = topOf(report);
    yield {
      range: { start, end: start },
      message: {
        zh: '没有找到报告标题。请在开头写“单位全称＋年份＋年政府信息公开工作年度报告”。',
        en: 'No title found. Begin with the unit’s full name, the year and 年政府信息公开工作年度报告.',
      },
    };
  },
  *fixes(_, { report }, options) {
    const year = report.year ?? spokenYear(report);
    const title = titleText(report.unit, year);
    yield {
      title: { zh: `在开头补上标题“${title}”`, en: `Insert the title “${title}” at the top` },
      edits: insertTitle(report, title, options),
      ...(report.year === undefined ? { confirm: UNSURE } : {}),
    };
  },
});

const UNSURE: Bilingual = {
  zh: '草稿中没有写明是哪一年的报告，标题中的年份请核对。',
  en: 'The draft does not say which year it reports on. Check the year in the title.',
};

/** How much of a draft is looked at. */
const MAX_TEXT = 20_000;

/** The year that a draft speaks of most, of those whose reports are written in the edition of its tables. */
function spokenYear({ text, edition }: Report): number | undefined {
  const count = new Map<string, number>();
  for (const [, year] of text.slice(0, MAX_TEXT).matchAll(/(?<!\d)(20\d\d)\s*年/g)) count.set(year!, (count.get(year!) ?? 0) + 1);
  const fits = ([year]: readonly [string, number]): boolean => !edition || editionOfYear(Number(year)) === edition;
  const [most] = [...count].filter(fits).sort((a, b) => b[1] - a[1]);
  return most && Number(most[0]);
}

import { topOf } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const titleMissing = rule({
  id: 'title-missing',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '缺标题', en: 'Title missing' },
  explanation: {
    zh: '报告应以标题开头：单位全称加“YYYY年政府信息公开工作年度报告”。没有标题就不知道是谁、哪一年的报告，也无法判断应当使用哪一版格式。',
    en: 'A report begins with its title: the full name of the unit and “YYYY年政府信息公开工作年度报告”. Without it neither the unit nor the year, and so the format that applies, can be told.',
  },
  basis: { zh: '国办公开办函〔2021〕30号', en: 'Notice No. 30 (2021)' },
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
});

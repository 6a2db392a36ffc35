import { formatOf } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const sectionDuplicate = rule({
  id: 'section-duplicate',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '同一部分出现两次', en: 'Section stands twice' },
  explanation: {
    zh: '同一个一级标题出现两次，多半是粘贴时重复了，读者不知道以哪一处为准。两份报告在一个文件里的，只核对第一份。',
    en: 'A section that stands twice was mostly pasted twice; the reader cannot tell which one counts. Of two reports in a file the first is checked.',
  },
  fix: 'none',
  *check({ report }) {
    if (report.further) {
      const { range, unit, year } = report.further;
      yield {
        range,
        message: {
          zh: `从这里起是第二份报告（${unit?.name} ${year?.number} 年度），没有核对。请分成两个文件。`,
          en: `A second report (${unit?.name}, ${year?.number}) begins here and was not checked. Put it into a file of its own.`,
        },
      };
    }
    const times = new Map<number | undefined, number>();
    for (const { number } of report.sections) times.set(number, (times.get(number) ?? 0) + 1);
    const seen = new Set<number>();
    for (const { number, heading } of report.sections) {
      if (number === undefined) continue;
      const section = formatOf(report).sections.find((official) => official.number === number);
      if (section && seen.has(number)) {
        const count = times.get(number) ?? 0;
        const [zh, en] = count === 2 ? ['两次', 'twice'] : [` ${count} 次`, `${count} times`];
        yield {
          range: heading.range,
          message: { zh: `“${section.label.text}”出现了${zh}。请只保留一处。`, en: `“${section.label.text}” stands ${en}. Keep one.` },
          data: { section: number },
        };
      }
      seen.add(number);
    }
  },
});

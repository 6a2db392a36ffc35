import { misnamed } from '../editing/numbering';
import { formatOf } from './naming';
import { ALL_EDITIONS, NOTICE, rule } from './rule';

export const sectionUnknown = rule({
  id: 'section-unknown',
  severity: 'information',
  editions: ALL_EDITIONS,
  title: { zh: '格式之外的一级标题', en: 'Further section' },
  explanation: {
    zh: '格式只有六个部分。其他内容一般应并入“六、其他需要报告的事项”或相应部分。',
    en: 'The format has six sections. Other matters mostly belong under “六、其他需要报告的事项” or the section that they concern.',
  },
  basis: NOTICE,
  fix: 'none',
  options: {
    allowed: {
      kind: 'words',
      example: '附件',
      about: {
        zh: '允许另列的部分：标题里含有其中一个词的，不提示。',
        en: 'Further sections that are right: those with one of these words in their title.',
      },
    },
  },
  *check({ report, own }) {
    const official = formatOf(report).sections;
    for (const section of report.sections) {
      const { number, heading } = section;
      // Of a section under another name section-missing speaks.
      if (number !== undefined || official.some((one) => misnamed(report, one) === section)) continue;
      const title = report.masked.slice(heading.range.start, heading.range.end);
      if (own.allowed.some((word) => title.includes(word))) continue;
      yield {
        range: heading.range,
        message: {
          zh: '格式里没有这一部分。请核对是否应并入“六、其他需要报告的事项”或其他部分。',
          en: 'The format has no such section. Check whether it belongs under “六、其他需要报告的事项” or another section.',
        },
      };
    }
  },
});

import { quoted, relabel } from '../editing/relabel';
import { formatOf } from './naming';
import { ALL_EDITIONS, NOTICE, rule } from './rule';

export const sectionTitle = rule({
  id: 'section-title',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '一级标题与规定不一致', en: 'Section title not official' },
  explanation: {
    zh: '六个部分的标题由格式规定。认得出但写法不同的，改成规定的标题即可，内容不变。',
    en: 'The format lays down the titles of the six sections. One that is recognised under another wording can be set to the official title; the content stays.',
  },
  basis: NOTICE,
  fix: 'safe',
  *check({ report }) {
    for (const { number, agreement, heading } of report.sections) {
      const section = formatOf(report).sections.find((official) => official.number === number);
      if (!section || agreement === 'official') continue;
      const actual = quoted(report.text, heading.range);
      const expected = section.label.text;
      yield {
        range: heading.range,
        message: {
          zh: `标题写作“${actual}”，规定的是“${expected}”。`,
          en: `The title reads “${actual}”; the official one is “${expected}”.`,
        },
        data: { section: section.number, actual, expected },
      };
    }
  },
  *fixes({ range, data }, { report }) {
    const edits = data.expected && relabel(report.text, [range], data.expected);
    if (!edits) return;
    yield {
      title: { zh: `标题改为“${data.expected}”`, en: `Set the title to “${data.expected}”` },
      edits,
      safe: true,
      preferred: true,
    };
  },
});

import { editionFor, insertOutline } from '../editing/skeletons';
import { isWritten } from '../reading/signature';
import { formatOf } from './naming';
import { ALL_EDITIONS, ARTICLE_AND_NOTICE, rule } from './rule';

export const sectionEmpty = rule({
  id: 'section-empty',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '部分没有内容', en: 'Section without text' },
  explanation: {
    zh: '一、五、六三个部分用文字写，不能只有标题。六没有事项的，也要写明。',
    en: 'Sections 一, 五 and 六 are prose and cannot be a heading alone. Where 六 has nothing to report, it says so.',
  },
  basis: ARTICLE_AND_NOTICE,
  fix: 'suggestion',
  *check({ report }) {
    for (const written of report.sections) {
      const section = formatOf(report).sections.find((official) => official.number === written.number);
      if (section?.content !== 'prose' || isWritten(report, written)) continue;
      yield {
        range: written.heading.range,
        message: {
          zh: `“${section.label.text}”只有标题，没有内容。请补写。`,
          en: `“${section.label.text}” has a heading but no text. Write it.`,
        },
        data: { section: section.number },
      };
    }
  },
  *fixes({ data }, { report }, options) {
    const section = editionFor(report).sections.find(({ number }) => number === data.section);
    if (!section) return;
    const name = section.label.text;
    const outline = section.topics && insertOutline(report, section.number, options);
    if (outline) yield { title: { zh: `给“${name}”补上提纲`, en: `Insert an outline into “${name}”` }, edits: outline, preferred: true };
    for (const { text } of section.sentences ?? []) {
      // Where figures are to be filled in, a gap would be left: that is a matter of completion.
      if (text.includes('{')) continue;
      const edits = insertOutline(report, section.number, options, text);
      const confirm = { zh: `请先核实：${text}`, en: 'Check first that it was so.' };
      if (edits) yield { title: { zh: `在“${name}”下写明“${text}”`, en: `Write “${text}” under “${name}”` }, edits, confirm };
    }
  },
});

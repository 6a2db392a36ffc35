import type { Fix } from '../editing/edit';
import { bearing, misnamed, numbersBeside } from '../editing/numbering';
import { editionFor, insertSections, tableWithout } from '../editing/skeletons';
import { sourceOf, wordsIn } from '../editing/source';
import type { Bilingual, Section } from '../editions';
import type { Range, Report } from '../reading/report';
import { formatOf, topOf } from './naming';
import { ALL_EDITIONS, ARTICLE_AND_NOTICE, rule } from './rule';

export const sectionMissing = rule({
  id: 'section-missing',
  severity: 'error',
  editions: ALL_EDITIONS,
  title: { zh: '缺一级标题（部分）', en: 'Section missing' },
  explanation: {
    zh: '报告必须有六个部分，标题是规定的。编号下写了别的内容（如“六、下一步工作打算”），也算缺这一部分。',
    en: 'A report has six sections with given titles. Where another matter stands under the number (六、下一步工作打算), the section is missing as well.',
  },
  basis: ARTICLE_AND_NOTICE,
  fix: 'suggestion',
  *check({ report }) {
    for (const section of formatOf(report).sections) {
      if (report.sections.some(({ number }) => number === section.number)) continue;
      const instead = report.sections.find(({ number, heading }) => number === undefined && heading.written === section.number);
      const other = misnamed(report, section);
      yield {
        range: (other ?? instead)?.heading.range ?? placeOf(report, section),
        message: {
          zh: `缺“${section.label.text}”${other ? '，它的表上写着别的标题。请改为规定的标题' : `${instead ? '，这一编号下写的是别的内容' : ''}。请补上标题和内容`}。`,
          en: `Section “${section.label.text}” is missing${other ? ': another title stands over its table. Set the official one' : `${instead ? '; another matter stands under its number' : ''}. Add the heading and its content`}.`,
        },
        data: { section: section.number },
      };
    }
  },
  *fixes({ data }, { report }, options) {
    const lacking = editionFor(report).sections.filter((section) => !report.sections.some(({ number }) => number === section.number));
    const section = lacking.find(({ number }) => number === data.section);
    if (!section) return;
    const other = misnamed(report, section);
    const { zh, en } = contentOf(section, report);
    const title = other
      ? { zh: `标题改为“${section.label.text}”`, en: `Set the title to “${section.label.text}”` }
      : { zh: `补上“${section.label.text}”${zh}`, en: `Insert section “${section.label.text}”${en}` };
    const edits = insertSections(report, [section.number], options);
    const instead = other ? undefined : bearing(report.sections, [section.number])[0];
    if (instead && !numbersBeside(report.sections, [section.number])) {
      const written = wordsIn(sourceOf(report), instead.heading.range);
      yield {
        title,
        edits,
        confirm: {
          zh: `“${written}”编号相同，补上以后请改`,
          en: `“${written}” has this number, too: change it afterwards`,
        },
      };
    } else if (instead) {
      yield {
        title: { zh: `${title.zh}，其他标题的编号随之改正`, en: `${title.en}, and number the other sections anew` },
        edits,
        preferred: true,
      };
    } else yield { title, edits, preferred: true };
    if (lacking.length > 1)
      yield allOf(
        lacking,
        insertSections(
          report,
          lacking.map(({ number }) => number),
          options,
        ),
      );
  },
});

/** What comes with the heading. */
function contentOf(section: Section, report: Report): Bilingual {
  const { content, topics } = section;
  if (tableWithout(report, section)) return { zh: '的标题', en: ': its heading' };
  if (content !== 'prose') return { zh: '及其表格', en: ' with its table' };
  return topics ? { zh: '及提纲', en: ' with an outline' } : { zh: '', en: '' };
}

const allOf = ({ length }: readonly Section[], edits: Fix['edits']): Fix => ({
  title: { zh: `补上所缺的全部 ${length} 个部分`, en: `Insert all ${length} missing sections` },
  edits,
});

/** Before the next section that is there; else at the last heading. */
function placeOf(report: Report, section: Section): Range {
  const next = report.sections.find(({ number }) => number !== undefined && number > section.number);
  return next?.heading.range ?? report.sections.at(-1)?.heading.range ?? topOf(report);
}

import type { Edit } from '../editing/edit';
import { behind, insertion, styleOf } from '../editing/place';
import { isWritten } from '../reading/signature';
import { MASK } from '../reading/text';
import { editionWithFee, sentenceWithoutFee, speaksOfFees } from './fee';
import { FEE_MEASURES, NOTICE, rule } from './rule';
import { proseOf } from './text';

export const feeStatement = rule({
  id: 'fee-statement',
  severity: 'warning',
  editions: ['2021'],
  title: { zh: '六没有报告信息处理费', en: 'Information processing fee not reported' },
  explanation: {
    zh: '从 2021 年度起，“六、其他需要报告的事项”必须报告收取政府信息公开信息处理费的情况；一分未收，也要写明没有收取，只写“无”不算。它与表二的行政事业性收费是两回事。',
    en: 'From 2021 on section 六 reports the fee for processing requests (信息处理费), also when none was charged: 无 is not enough. It has nothing to do with 行政事业性收费 in table 2.',
  },
  basis: { zh: `${NOTICE.zh}；${FEE_MEASURES.zh}`, en: `${NOTICE.en}; ${FEE_MEASURES.en}` },
  needs: [6],
  fix: 'suggestion',
  *check({ report }) {
    const section = report.sections.find(({ number }) => number === 6);
    if (!section || !isWritten(report, section) || !editionWithFee(report)) return;
    const { text } = proseOf(report).section(6);
    if (text === '' || speaksOfFees(text)) return;
    yield {
      range: section.heading.range,
      message: {
        zh: '“六、其他需要报告的事项”没有报告政府信息公开信息处理费。没有收取的，也请写明。',
        en: 'Section “六、其他需要报告的事项” does not report the information processing fee. Where none was charged, say so.',
      },
      data: { section: 6 },
    };
  },
  *fixes(_, { report }, options) {
    const section = report.sections.find(({ number }) => number === 6);
    const sentence = sentenceWithoutFee(editionWithFee(report));
    const first = section?.text[0];
    if (!section || !first || !sentence) return;
    const style = styleOf(report, options);
    const written = report.masked.slice(first.start, first.end);
    const edit: Edit = NOTHING.test(written)
      ? { range: first, text: sentence }
      : report.masked.slice(section.heading.range.end, first.start).includes('\n') || style.page
        ? insertion(report, behind(report, section.heading.range, style), [style.paragraph(sentence)], style, {
            before: style.blankBehind && !style.page,
            behind: style.blankBehind && !style.page,
          })
        : { range: { start: first.start, end: first.start }, text: sentence };
    if (report.masked.slice(edit.range.start, edit.range.end).includes(MASK)) return;
    yield {
      title: { zh: `写明“${sentence.replace(/。$/, '')}”`, en: `Write “${sentence.replace(/。$/, '')}”` },
      edits: [edit],
      confirm: { zh: '请先核实：本年度确实没有收取信息处理费。', en: 'Check first that no such fee was charged in the year.' },
    };
  },
});

const NOTHING = /^[（(]?\s*无\s*[）)]?[。.]?$/;

import type { Section } from '../reading/report';
import { chineseDigit } from './naming';
import { ALL_EDITIONS, rule } from './rule';

export const sectionOrder = rule({
  id: 'section-order',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '一级标题的顺序或编号不对', en: 'Order or numbering of sections broken' },
  explanation: {
    zh: '六个部分按一至六的顺序排列、编号。',
    en: 'The six sections stand in their order and are numbered one to six.',
  },
  basis: { zh: '国办公开办函〔2021〕30号', en: 'Notice No. 30 (2021)' },
  fix: 'suggestion',
  *check({ report }) {
    const official = report.sections.filter((section) => section.number !== undefined);
    const inOrder = longestAscent(official);
    for (const section of official) {
      const number = section.number!;
      const { heading } = section;
      if (heading.written !== undefined && heading.written !== number) {
        yield {
          range: heading.range,
          message: {
            zh: `编号不对：这一部分是“${chineseDigit(number)}”，写的是第 ${heading.written} 部分。请改正编号。`,
            en: `Wrong number: this is section ${number}, numbered ${heading.written} here. Correct the number.`,
          },
          data: { section: number, actual: String(heading.written), expected: String(number) },
        };
      } else if (!inOrder.has(section)) {
        yield {
          range: heading.range,
          message: {
            zh: `顺序不对：第${chineseDigit(number)}部分没有排在规定的位置。请按一至六排列。`,
            en: `Out of order: section ${number} does not stand in its place. Arrange the sections one to six.`,
          },
          data: { section: number },
        };
      }
    }
  },
});

/** The most sections that stand in ascending order; the others are out of place. A second one of a number is no matter of order. */
function longestAscent(sections: readonly Section[]): Set<Section> {
  // There are six numbers: for each, the longest ascent that ends in it so far.
  const best = new Map<number, { readonly length: number; readonly section: Section }>();
  const chains = new Map<Section, Section | undefined>();
  const longestUpTo = (number: number): { length: number; section: Section } | undefined => {
    let found: { length: number; section: Section } | undefined;
    for (const [at, chain] of best) if (at <= number && (!found || chain.length > found.length)) found = chain;
    return found;
  };
  for (const section of sections) {
    const before = longestUpTo(section.number!);
    chains.set(section, before?.section);
    const length = (before?.length ?? 0) + 1;
    if (length > (best.get(section.number!)?.length ?? 0)) best.set(section.number!, { length, section });
  }
  const ascent = new Set<Section>();
  for (let at = longestUpTo(Number.POSITIVE_INFINITY)?.section; at; at = chains.get(at)) ascent.add(at);
  return ascent;
}

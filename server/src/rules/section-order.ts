import { adjoined } from '../editing/compose';
import { applyEdits, type Edit, lineBreakOf } from '../editing/edit';
import { renumber } from '../editing/numbering';
import { hasMarkup } from '../reading/html';
import type { Report, Section } from '../reading/report';
import { longestAscent } from './ascent';
import { chineseDigit } from './naming';
import { ALL_EDITIONS, NOTICE, rule } from './rule';

const numberOf = ({ number }: Section): number => number ?? 0;

/** What stands in its place. Second ones are no matter of order where the first of each number stand right: they are told as such. */
function inPlace(official: readonly Section[]): ReadonlySet<Section> {
  const numbers = new Set<number>();
  const firsts = official.filter((section) => !numbers.has(numberOf(section)) && numbers.add(numberOf(section)));
  return longestAscent(firsts, numberOf).size === firsts.length ? new Set(official) : longestAscent(official, numberOf);
}

export const sectionOrder = rule({
  id: 'section-order',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '一级标题的顺序或编号不对', en: 'Order or numbering of sections broken' },
  explanation: {
    zh: '六个部分按一至六的顺序排列、编号。',
    en: 'The six sections stand in their order and are numbered one to six.',
  },
  basis: NOTICE,
  fix: 'suggestion',
  *check({ report }) {
    const official = report.sections.filter((section) => section.number !== undefined);
    const inOrder = inPlace(official);
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
  *fixes(_, { report }) {
    const official = report.sections.filter((section) => section.number !== undefined);
    const inOrder = inPlace(official);
    const numbers = renumber(report.text, new Map(official.map((section) => [section, section.number!])));
    if (!numbers) return;
    if (official.every((section) => inOrder.has(section))) {
      yield { title: { zh: '按一至六重新编号', en: 'Number the sections one to six' }, edits: numbers, preferred: true };
      return;
    }
    const edits = rearranged(report, inOrder, numbers);
    if (!edits) return;
    yield {
      title: { zh: '把各部分按一至六排列', en: 'Arrange the sections one to six' },
      edits,
      confirm: {
        zh: '排错位置的部分连同其中的文字和表一起移动，请核对分页和落款是否仍在原位',
        en: 'Whole sections move with their text and tables; check that page breaks and the signature still stand where they should',
      },
    };
  },
});

/**
 * Moves every section that is out of order, with what stands in it, before the next one that is in order. `undefined` in
 * a draft with markup, whose elements may span sections, and where a section of the writer's own would be torn from its place.
 */
function rearranged({ text, sections }: Report, inOrder: ReadonlySet<Section>, numbers: readonly Edit[]): Edit[] | undefined {
  if (sections.some(({ number }) => number === undefined) || hasMarkup(text)) return undefined;
  const lineStart = (offset: number): number => Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const starts = sections.map(({ heading }) => lineStart(heading.range.start));
  const end = sections.at(-1)?.body.end ?? text.length;
  const blockEnd = (i: number): number => starts[i + 1] ?? end;
  const moved = new Map<number, { readonly number: number; readonly text: string }[]>();
  const edits: Edit[] = [];
  for (const [i, section] of sections.entries()) {
    if (inOrder.has(section)) {
      edits.push(...numbers.filter(({ range }) => range.start >= starts[i]! && range.end <= blockEnd(i)));
      continue;
    }
    const range = { start: starts[i]!, end: blockEnd(i) };
    const own = numbers.filter((edit) => edit.range.start >= range.start && edit.range.end <= range.end);
    const shifted = own.map((edit) => ({ ...edit, range: { start: edit.range.start - range.start, end: edit.range.end - range.start } }));
    const block = applyEdits(text.slice(range.start, range.end), shifted);
    const next = sections.findIndex((other) => inOrder.has(other) && other.number! > section.number!);
    const at = next < 0 ? end : starts[next]!;
    edits.push({ range, text: '' });
    moved.set(at, [...(moved.get(at) ?? []), { number: section.number!, text: /[\r\n]$/.test(block) ? block : block + lineBreakOf(text) }]);
  }
  for (const [at, blocks] of moved) {
    const lead = at > 0 && !/[\r\n]$/.test(text.slice(0, at)) ? lineBreakOf(text) : '';
    const inserted = [...blocks].sort((a, b) => a.number - b.number).map((block) => block.text);
    edits.push({ range: { start: at, end: at }, text: lead + inserted.join('') });
  }
  return adjoined(edits);
}

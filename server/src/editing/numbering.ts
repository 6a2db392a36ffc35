import type { Section as OfficialSection } from '../editions';
import type { Report, Section } from '../reading/report';
import type { Edit } from './edit';
import { unitsOf } from './relabel';

/** The numbers that headings of sections bear. */

const NUMERALS = '一二三四五六七八九十';

/** Sets the numbers of headings; the wording around them stays. Nothing where one cannot be told from the markup in it. */
export function renumber(text: string, numbers: ReadonlyMap<Section, number>): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const [{ heading }, number] of numbers) {
    if (heading.written === undefined || heading.written === number) continue;
    const units = unitsOf(text, [heading.range]);
    const character = (i: number): string => String.fromCharCode(units[i]?.code ?? 0);
    const from = character(0) === '第' ? 1 : 0;
    const isArabic = /\d/.test(character(from));
    let to = from;
    while (isArabic ? /\d/.test(character(to)) : NUMERALS.includes(character(to))) to++;
    const [first, last] = [units[from], units[to - 1]];
    const written = isArabic ? String(number) : NUMERALS[number - 1];
    if (to === from || !first || !last || first.run !== last.run || !written) return undefined;
    edits.push({ range: { start: first.start, end: last.end }, text: written });
  }
  return edits;
}

/** The sections that bear the number of another one, which is to be inserted. */
export const bearing = (sections: readonly Section[], numbers: readonly number[]): Section[] =>
  sections.filter(({ number, heading: { written } }) => written !== undefined && written !== number && numbers.includes(written));

/** The heading over the table of a section that is not there, with its number: the section itself, under a name that says something else. */
export function misnamed({ sections, tables }: Report, { number, content }: OfficialSection): Section | undefined {
  const table = content === 'prose' ? undefined : tables.get(content);
  if (!table || sections.some((section) => section.number === number)) return undefined;
  return bearing(sections, [number]).find(
    (section) => section.number === undefined && section.body.start <= table.range.start && table.range.end <= section.body.end,
  );
}

/**
 * The numbers that sections get where others of the format are inserted: each of the format its own, further ones behind them go on. Nothing
 * where a further one stands between those of the format: only the writer knows where it belongs.
 */
export function numbersBeside(sections: readonly Section[], inserted: readonly number[]): ReadonlyMap<Section, number> | undefined {
  const numbers = new Map<Section, number>();
  const clashing = bearing(sections, inserted);
  if (clashing.length === 0) return numbers;
  for (const section of clashing) if (section.number !== undefined) numbers.set(section, section.number);
  const last = sections.findLastIndex(({ number }) => number !== undefined);
  const further = clashing.filter(({ number }) => number === undefined);
  if (further.some((section) => sections.indexOf(section) < last)) return undefined;
  if (further.length === 0) return numbers;
  let next = Math.max(...inserted, ...sections.map(({ number }) => number ?? 0));
  for (const section of sections.slice(last + 1)) if (section.heading.written !== undefined) numbers.set(section, ++next);
  return numbers;
}

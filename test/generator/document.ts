import { editionById, editionOfYear, type SectionNumber, type TableId } from '../../server/src/editions';
import { type Grid, gridOf } from './grid';
import { type LabelStyle, LabelWriter } from './labels';
import { Marker } from './marks';
import type { Random } from './random';
import type { Spec } from './spec';

/** The parts of a draft in their order; what they look like is the layout's matter. */
export type Part =
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly number: SectionNumber; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly grid: Grid };

export interface TitleStyle {
  readonly lines: 'one' | 'two';
  readonly blanks: 'none' | 'some';
}

export interface DocumentStyle {
  readonly title: TitleStyle;
  readonly labels: LabelStyle;
  /** Blanks inside section headings. */
  readonly headingBlanks: boolean;
}

/** Everything that a layout needs to write a draft. */
export interface Draft {
  readonly spec: Spec;
  readonly parts: readonly Part[];
  readonly labels: LabelWriter;
  readonly marker: Marker;
  readonly random: Random;
}

function title({ unit, year }: Spec, { lines, blanks }: TitleStyle, random: Random): string[] {
  const some = (): string => (blanks === 'some' && random.chance(0.6) ? ' ' : '');
  const form = `${year}${some()}年${some()}政府信息公开工作年度报告`;
  return lines === 'two' ? [unit.name, form] : [`${unit.name}${some()}${form}`];
}

function spacedHeading(text: string, random: Random): string {
  const behindNumber = text.replace(/^(.、)/, '$1 ');
  if (random.chance(0.6)) return behindNumber;
  const at = random.int(3, text.length - 1);
  return `${text.slice(0, at)} ${text.slice(at)}`;
}

export function draftOf(spec: Spec, style: DocumentStyle, random: Random): Draft {
  const marker = new Marker();
  const labels = new LabelWriter(style.labels, random.fork());
  const { withoutTitle, withoutSections = [], withoutTables = [] } = spec.faults;
  const parts: Part[] = [];
  const say = (paragraphs: readonly string[]): void => {
    for (const text of paragraphs) parts.push({ kind: 'paragraph', text });
  };
  if (!withoutTitle) parts.push({ kind: 'title', lines: title(spec, style.title, random) });
  say(spec.prose.preamble);
  const edition = editionOfYear(spec.year) ?? editionById(spec.edition);
  for (const { number, label, content } of edition.sections) {
    if (withoutSections.includes(number)) continue;
    parts.push({ kind: 'heading', number, text: style.headingBlanks ? spacedHeading(label.text, random) : label.text });
    if (number === 1) say(spec.prose.overview);
    else if (number === 5) say(spec.prose.problems);
    else if (number === 6) say(spec.prose.further);
    else {
      say(spec.prose.before[number]);
      const table = content as TableId;
      if (!withoutTables.includes(table)) parts.push({ kind: 'table', grid: gridOf(table, spec, labels, marker) });
      say(spec.prose.after[number]);
    }
  }
  say(spec.prose.closing);
  return { spec, parts, labels, marker, random };
}

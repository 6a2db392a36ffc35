import { type Edition, editionOfYear, editions, rowsOf, type Section, type SectionNumber, type TableId, tableOf } from '../editions';
import { nothing } from '../reading/read';
import type { Layout, Report, Table } from '../reading/report';
import { isWritten } from '../reading/signature';
import type { Edit, EditingOptions } from './edit';
import { sectionOver, tableExtent } from './extent';
import { misnamed, numbersBeside, renumber } from './numbering';
import { atEnd, beforeHeading, behind, type Gap, insertion, type Style, styleOf } from './place';
import { relabel } from './relabel';
import { reread } from './reread';
import { writeTable } from './write';

/** What a draft lacks, ready to be filled in: sections, tables, a whole report. Rows are in `rows.ts`. */

/** The format that new text follows: what the year asks for, else the one that the draft is written in, else the newest. */
export const editionFor = ({ expected, edition }: Report): Edition => expected ?? edition ?? editions.at(-1)!;

/** The layout of new tables: that of the tables that are there, the nearest in the order of the sections. */
export function layoutFor({ tables }: Report, wanted: TableId, options: EditingOptions): Layout {
  const order: readonly TableId[] = ['disclosure', 'requests', 'disputes'];
  const at = order.indexOf(wanted);
  const near = [...tables.values()].sort(
    (a, b) => Math.abs(order.indexOf(a.definition.id) - at) - Math.abs(order.indexOf(b.definition.id) - at),
  );
  return near[0]?.layout ?? options.layout;
}

const filled = (options: EditingOptions): (() => string) => (options.fill === '0' ? () => '0' : () => '');

const setsOff = (layout: Layout): boolean => layout === 'gfm' || layout === 'html';

/** The lines of a section: its heading with its table or outline. */
export function sectionLines(report: Report, edition: Edition, section: Section, options: EditingOptions, style: Style): string[] {
  const lines = [style.heading(section.label.text)];
  const content = contentLines(report, edition, section, options, style);
  if (content.lines.length > 0 && (style.blankBehind || (content.setOff && !style.page))) lines.push('');
  return [...lines, ...content.lines];
}

function contentLines(
  report: Report,
  edition: Edition,
  section: Section,
  options: EditingOptions,
  style: Style,
): { lines: string[]; setOff: boolean } {
  if (section.content === 'prose') return { lines: outlineLines(section, style), setOff: false };
  const layout = layoutFor(report, section.content, options);
  const table = writeTable(tableOf(edition, section.content), layout, filled(options), style.lineBreak);
  return { lines: [table], setOff: setsOff(layout) };
}

/**
 * Sub-headings with room between them, or what is to be written there: a standard sentence is not put into the writer's mouth, for whether
 * it is true nobody knows here.
 */
export function outlineLines({ topics, prompt }: Section, style: Style): string[] {
  const words = topics ? topics.map(({ text }) => text) : prompt === undefined ? [] : [prompt];
  return words.flatMap((text, i) => (i > 0 && !style.page ? ['', style.paragraph(text)] : [style.paragraph(text)]));
}

/** Inserts sections that are missing, each at its place, or sets the title over their table; nothing where they would not be read there, as in markup that is broken. */
export function insertSections(report: Report, numbers: readonly SectionNumber[], options: EditingOptions): Edit[] {
  const edition = editionFor(report);
  const style = styleOf(report, options);
  const byPlace = new Map<number, { gap: Gap; lines: string[] }>();
  const renamed: Edit[] = [];
  const added: SectionNumber[] = [];
  for (const number of [...numbers].sort()) {
    const section = edition.sections.find((official) => official.number === number);
    if (!section) continue;
    const other = misnamed(report, section);
    if (other) {
      renamed.push(...(relabel(report.text, [other.heading.range], section.label.text) ?? []));
      continue;
    }
    added.push(number);
    const table = tableWithout(report, section);
    const gap = table && isNext(report, table, number) ? { at: tableExtent(report, table).start } : placeOf(report, number, style);
    const lines = table ? [style.heading(section.label.text)] : sectionLines(report, edition, section, options, style);
    const same = byPlace.get(gap.at);
    if (!same) byPlace.set(gap.at, { gap, lines });
    else
      same.lines.push(
        ...(style.blankBefore || (style.blankBehind && !style.page) || endsInTable(report, edition, number, options) ? [''] : []),
        ...lines,
      );
  }
  const edits = [...byPlace.values()].map(({ gap, lines }) => {
    const setOff = !style.page && (style.blankBefore || style.blankBehind);
    return insertion(report, gap, lines, style, { before: setOff, behind: setOff });
  });
  edits.push(...renamed);
  const renumbered = numbersBeside(report.sections, added);
  if (renumbered) edits.push(...(renumber(report.text, renumbered) ?? []));
  const { sections } = reread(report, edits);
  return numbers.every((wanted) => sections.some(({ number }) => number === wanted)) ? edits : [];
}

/** The table of a section whose heading alone is lost, wherever it stands; a few of its rows in a summary are not it. */
export function tableWithout({ tables }: Report, { content }: Section): Table | undefined {
  const table = content === 'prose' ? undefined : tables.get(content);
  return table && table.rows.length * 3 >= rowsOf(table.definition).length * 2 ? table : undefined;
}

/** Whether a table stands under the heading before that of its section: there the heading belongs in front of it. */
function isNext(report: Report, table: Table, number: SectionNumber): boolean {
  const above = sectionOver(report, table);
  return above !== undefined && above === report.sections[lastBefore(report.sections, number)];
}

/** Whether the section before one ends in a table that a blank line must close. */
function endsInTable(report: Report, edition: Edition, number: SectionNumber, options: EditingOptions): boolean {
  const before = edition.sections.find((section) => section.number === number - 1);
  return before !== undefined && before.content !== 'prose' && setsOff(layoutFor(report, before.content, options));
}

/** Behind the last section that comes before it, and all that follows there under no number; else before the first that comes after it. */
function placeOf(report: Report, wanted: SectionNumber, style: Style): Gap {
  const { sections } = report;
  const before = lastBefore(sections, wanted);
  const next = before < 0 ? sections.findIndex(({ number }) => number !== undefined) : before + 1;
  const following = next < 0 ? undefined : sections[next];
  return following ? beforeHeading(report, following, style) : atEnd(report, style);
}

/** The index of the last section that comes before one; -1 where none does. */
function lastBefore(sections: Report['sections'], wanted: SectionNumber): number {
  let before = -1;
  sections.forEach(({ number }, i) => {
    if (number !== undefined && number < wanted && (before < 0 || number >= sections[before]!.number!)) before = i;
  });
  return before;
}

/** Inserts a table behind the heading of its section; nothing where the section is not there. */
export function insertTable(report: Report, id: TableId, options: EditingOptions): Edit[] | undefined {
  const edition = editionFor(report);
  const official = edition.sections.find(({ content }) => content === id);
  const section = report.sections.find(({ number }) => number === official?.number);
  if (!section || !official) return undefined;
  const style = styleOf(report, options);
  const { lines, setOff } = contentLines(report, edition, official, options, style);
  const blank = !style.page && (setOff || style.blankBehind);
  return [
    insertion(report, behind(report, section.heading.range, style), lines, style, {
      before: blank,
      behind: !style.page && (setOff || style.blankBefore),
    }),
  ];
}

/** Inserts a table in front of what cannot be read; nothing where that would then be taken for a part of it. */
export function insertReadable(report: Report, id: TableId, options: EditingOptions): Edit[] | undefined {
  const edits = insertTable(report, id, options);
  if (!edits) return undefined;
  const table = reread(report, edits).tables.get(id);
  const official = table && rowsOf(table.definition);
  const whole = table?.rows.length === official?.length && table?.rows.every(({ misaligned }) => !misaligned);
  return whole && table?.unknownRows.length === 0 ? edits : undefined;
}

/** Inserts an outline, or the sentence given, into a prose section that has no text. */
export function insertOutline(report: Report, number: SectionNumber, options: EditingOptions, sentence?: string): Edit[] | undefined {
  const official = editionFor(report).sections.find((candidate) => candidate.number === number);
  const section = report.sections.find((candidate) => candidate.number === number && !isWritten(report, candidate));
  if (!section || !official) return undefined;
  const style = styleOf(report, options);
  const lines = sentence === undefined ? outlineLines(official, style) : [style.paragraph(sentence)];
  if (lines.length === 0) return undefined;
  return [
    insertion(report, behind(report, section.heading.range, style), lines, style, { before: style.blankBehind, behind: style.blankBefore }),
  ];
}

// ── titles and whole reports ──

export const TITLE_FORM = '政府信息公开工作年度报告';

/** The title as it should be; what is not known is named. */
export const titleText = (unit: string | undefined, year: number | undefined): string =>
  `${unit ?? '单位全称'}${year ?? 'YYYY'}年${TITLE_FORM}`;

/** Inserts a title before everything else; front matter and the head of a page stay where they are. */
export function insertTitle(report: Report, words: string, options: EditingOptions): Edit[] {
  const style = styleOf(report, options);
  const { text } = report;
  const first = report.sections[0];
  const gap: Gap = style.page && first ? beforeHeading(report, first, style) : { at: behindFrontMatter(text) };
  const markdown = !style.page && style.heading('').startsWith('#');
  return [
    insertion(report, gap, [style.page ? `<h1>${words}</h1>` : markdown ? `# ${words}` : words], style, {
      before: !style.page,
      behind: !style.page,
    }),
  ];
}

function behindFrontMatter(text: string): number {
  const bom = text.startsWith('\ufeff') ? 1 : 0;
  const matter = /^---[ \t]*\r?\n(?:[^\r\n]{0,1000}\r?\n){0,60}?---[ \t]*(?:\r?\n|$)/.exec(text.slice(bom));
  return bom + (matter ? matter[0].length : 0);
}

/** A whole report in an empty draft; `year`: the one reported on. */
export function wholeReport(text: string, options: EditingOptions, year?: number): Edit[] {
  const edition = (year === undefined ? undefined : editionOfYear(year)) ?? editions.at(-1)!;
  const empty: Report = { ...nothing(text, text), expected: edition };
  const style = styleOf(empty, options);
  const title = titleText(undefined, year);
  const lines = [style.page ? `<h1>${title}</h1>` : style.heading('').startsWith('#') ? `# ${title}` : title];
  for (const section of edition.sections) {
    if (!style.page) lines.push('');
    lines.push(...sectionLines(empty, edition, section, options, style));
  }
  const from = text.startsWith('\ufeff') ? 1 : 0;
  return [{ range: { start: from, end: text.length }, text: lines.join(style.lineBreak) + style.lineBreak }];
}

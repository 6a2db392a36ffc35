import { remainderOf, tableExtent } from '../editing/extent';
import { isFragment } from '../editing/missing';
import { type Source, sourceOf } from '../editing/source';
import { type TableId, tableOf } from '../editions';
import { rowRange } from '../features/outline';
import { isDelimiterRow, isLoneBar, pipeCells, pipeStyle } from '../reading/layouts/pipe';
import { tabCells } from '../reading/layouts/tab';
import { isPageArtefact, type Line, type RawCell } from '../reading/lines';
import type { Range, Report, Section, Table } from '../reading/report';
import { key } from '../reading/text';
import { formatOf } from '../rules/naming';
import { proseOf } from '../rules/text';

/** What stands one under the other on the page, in the order of the draft. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'beside'; readonly stretches: readonly Range[] }
  | { readonly kind: 'table'; readonly table: Table }
  /** A table that is none of the official ones. */
  | { readonly kind: 'other'; readonly rows: readonly (readonly RawCell[])[] }
  | { readonly kind: 'missing-section'; readonly section: number; readonly label: string }
  | { readonly kind: 'missing-table'; readonly table: Table['definition'] }
  | { readonly kind: 'unreadable-table'; readonly table: Table };

/** Cuts a draft into the blocks of its preview. Nothing that can be read is left out but page numbers. */
export function blocksOf(report: Report): Block[] {
  const cutter = new Cutter(report);
  cutter.cut();
  return cutter.blocks;
}

/** An official table, where it stands, and what stands there besides. */
interface Standing {
  readonly table: Table;
  readonly extent: Range;
  /** Where lines begin that are no part of it. */
  readonly lines: ReadonlySet<number>;
  readonly beside: readonly Range[];
  done: boolean;
}

class Cutter {
  readonly blocks: Block[] = [];
  private readonly source: Source;
  private readonly standing: Standing[];
  private readonly unreadable: { table: Table; extent: Range; done: boolean }[] = [];
  /** Where paragraphs of several lines stand. */
  private readonly paragraphs: readonly Range[];
  private nextParagraph = 0;
  /** The last section whose heading has been passed. */
  private section: Section | undefined;
  private nextSection = 0;
  private readonly missing: { readonly number: number; readonly text: string }[];
  private titled = false;
  private readonly tableless = new Set<TableId>();

  constructor(private readonly report: Report) {
    this.source = sourceOf(report);
    this.standing = [];
    for (const table of report.tables.values()) {
      const extent = tableExtent(report, table);
      if (isFragment(table)) this.unreadable.push({ table, extent, done: false });
      else this.standing.push(this.standingOf(table, extent));
    }
    this.paragraphs = paragraphsOf(report);
    const there = new Set(report.sections.map(({ number }) => number));
    this.missing = formatOf(report).sections.flatMap(({ number, label }) => (there.has(number) ? [] : [{ number, text: label.text }]));
  }

  cut(): void {
    const { lines } = this.source;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      if (line.start === line.end && !line.cells) continue;
      if (this.opens(line, i)) continue;
      if (this.ofTable(line)) continue;
      if (isPageArtefact(this.source.masked, line)) continue;
      const run = this.otherTable(i);
      if (run > 0) i += run - 1;
      else this.paragraph(line);
    }
    this.closeSection();
    this.missingBefore(Number.POSITIVE_INFINITY);
  }

  /** A line of the title or of a heading, with what else stands in it. */
  private opens(line: Line, i: number): boolean {
    const { title } = this.report;
    if (title && meets(line, title.range)) {
      this.around(line, title.range, () => {
        if (!this.titled) this.blocks.push({ kind: 'title', stretches: this.linesIn(title.range, i) });
        this.titled = true;
      });
      return true;
    }
    const section = this.sectionOpenedBy(line);
    if (!section) return false;
    this.around(line, section.heading.range, () => {
      if (this.section === section) return;
      this.closeSection();
      this.missingBefore(section.number ?? 0);
      this.section = section;
      this.blocks.push({ kind: 'heading', stretches: this.linesIn(section.heading.range, i) });
    });
    return true;
  }

  /** What stands before a title or heading in its line, the thing itself, and what stands behind it; marks alone are no text. */
  private around({ start, end }: Line, range: Range, own: () => void): void {
    if (start < range.start) this.text({ start, end: Math.min(end, range.start) });
    own();
    if (end > range.end) this.text({ start: Math.max(start, range.end), end });
  }

  private text(range: Range): void {
    if (key(this.source.masked, range.start, range.end) !== '') this.blocks.push({ kind: 'paragraph', stretches: [range] });
  }

  /** The section whose heading stands in a line; asked in the order of the text. */
  private sectionOpenedBy(line: Line): Section | undefined {
    const { sections } = this.report;
    while (this.nextSection < sections.length && sections[this.nextSection]!.heading.range.end <= line.start) this.nextSection++;
    const section = sections[this.nextSection];
    return section && meets(line, section.heading.range) ? section : undefined;
  }

  /** The parts of a range in the lines from one on. */
  private linesIn({ start, end }: Range, from: number): Range[] {
    const parts: Range[] = [];
    for (let i = from; i < this.source.lines.length; i++) {
      const line = this.source.lines[i]!;
      if (line.start >= end) break;
      const part = { start: Math.max(start, line.start), end: Math.min(end, line.end) };
      if (part.start < part.end) parts.push(part);
    }
    return parts;
  }

  private closeSection(): void {
    const { section } = this;
    if (section?.number === undefined) return;
    const format = formatOf(this.report);
    const { content } = format.sections.find(({ number }) => number === section.number)!;
    // Of a section that stands twice the first one says it.
    if (content === 'prose' || this.report.tables.has(content) || this.tableless.has(content)) return;
    this.tableless.add(content);
    this.blocks.push({ kind: 'missing-table', table: tableOf(format, content) });
  }

  private missingBefore(number: number): void {
    while (this.missing.length > 0 && this.missing[0]!.number < number) {
      const { number: section, text: label } = this.missing.shift()!;
      this.blocks.push({ kind: 'missing-section', section, label });
    }
  }

  /** A line of an official table: the whole table stands where its first line does, and behind it what else is there. */
  private ofTable(line: Line): boolean {
    for (const unreadable of this.unreadable) {
      if (unreadable.done || !meets(line, unreadable.extent)) continue;
      unreadable.done = true;
      this.blocks.push({ kind: 'unreadable-table', table: unreadable.table });
    }
    const standing = this.standing.find(({ extent }) => meets(line, extent));
    if (!standing) return false;
    if (!standing.done) {
      standing.done = true;
      this.blocks.push({ kind: 'table', table: standing.table });
      for (const stretch of standing.beside) this.blocks.push({ kind: 'beside', stretches: [stretch] });
    }
    return !standing.lines.has(line.start);
  }

  private standingOf(table: Table, extent: Range): Standing {
    const { lines, beside } = remainderOf(this.report, table, extent);
    const shown = table.rows.flatMap(({ misaligned }) => (misaligned ? [misaligned.range] : []));
    const seen = new Set<string>();
    const again = table.rows.filter(({ row }) => {
      const isAgain = seen.has(row.id);
      seen.add(row.id);
      return isAgain;
    });
    const unbound = beside.filter((place) => !shown.some((range) => range.start <= place.start && place.end <= range.end));
    const repeated = again.map(rowRange);
    return { table, extent, lines: new Set(lines.map(({ start }) => start)), beside: [...unbound, ...repeated].sort(byStart), done: false };
  }

  /** A run of lines that are the rows of another table: how many lines it takes. */
  private otherTable(from: number): number {
    const { lines, masked } = this.source;
    let until = from;
    while (until < lines.length && isTabular(masked, lines[until]!) && !this.isElsewhere(lines[until]!)) until++;
    if (until === from) return 0;
    const style = pipeStyle(masked, lines, from, until - 1);
    const rows = lines.slice(from, until).flatMap((line) => {
      if (line.cells) return [line.cells.filter((cell) => cell.start < cell.end || cell.span === 1)];
      if (line.pipes > 0) return isDelimiterRow(masked, line) || isLoneBar(masked, line) ? [] : [pipeCells(masked, line, style, 0)];
      return [tabCells(masked, line)];
    });
    if (rows.length > 0) this.blocks.push({ kind: 'other', rows });
    return until - from;
  }

  /** Whether a line is one of the title, of a heading or of an official table. */
  private isElsewhere(line: Line): boolean {
    const { title } = this.report;
    return (
      (title !== undefined && meets(line, title.range)) ||
      this.standing.some(({ extent, lines }) => meets(line, extent) && !lines.has(line.start)) ||
      this.sectionOpenedBy(line) !== undefined
    );
  }

  /** A line is a paragraph, or goes on with the one before it. */
  private paragraph({ start, end }: Line): void {
    while (this.nextParagraph < this.paragraphs.length && this.paragraphs[this.nextParagraph]!.end <= start) this.nextParagraph++;
    const own = this.paragraphs[this.nextParagraph];
    const last = this.blocks.at(-1);
    const before = last?.kind === 'paragraph' ? last.stretches : [];
    if (own && own.start < start && before.length > 0 && before[0]!.start >= own.start)
      this.blocks[this.blocks.length - 1] = { kind: 'paragraph', stretches: [...before, { start, end }] };
    else this.blocks.push({ kind: 'paragraph', stretches: [{ start, end }] });
  }
}

const meets = (line: Range, range: Range): boolean => line.start < range.end && line.end > range.start;
const byStart = (a: Range, b: Range): number => a.start - b.start;

function isTabular(masked: string, line: Line): boolean {
  if (line.cells) return true;
  if (line.pipes > 1) return true;
  return line.tabs > 0 && masked.slice(line.start, line.end).includes('\t');
}

/** The paragraphs that take several lines. */
function paragraphsOf(report: Report): Range[] {
  const prose = proseOf(report);
  return prose.paragraphs.flatMap(({ from, to }) => (from < to ? [prose.range(from, to)] : [])).sort(byStart);
}

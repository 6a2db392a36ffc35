import type { Analysis } from '../analysis/analyze';
import { tableName } from '../editing/naming';
import { sourceOf, wordsIn } from '../editing/source';
import type { Bilingual } from '../editions';
import { isJudged } from '../features/summary';
import type { RawCell } from '../reading/lines';
import type { Range, Report } from '../reading/report';
import { signatureOf } from '../reading/signature';
import { isMarkdown } from '../rules/text-markup';
import { severityNames } from '../rules/words';
import { type Block, blocksOf } from './blocks';
import { inline, type Writing } from './inline';
import { type Mark, Marks } from './marks';
import { element, link, placed, text } from './markup';
import { officialTable } from './table';
import { findingsHead, sectionMissing, tableMissing, tableUnreadable, words } from './words';

export interface PreviewOptions {
  readonly language: keyof Bilingual;
  /** As it will be printed: nothing of findings, nothing of what is missing. */
  readonly clean?: boolean;
}

export interface Preview {
  /** A fragment of HTML: the page, and the list of what was found. */
  readonly html: string;
  /** Of the report, as it is written; of the page where there is none. */
  readonly title: string;
  /** Whether the draft is a report. */
  readonly report: boolean;
}

/**
 * A draft as it will be published. Every element that stands for a place of the draft says so in `data-start` and `data-end`,
 * offsets in UTF-16 units. Pure, linear in the length of the draft; never throws.
 */
export function preview({ report, findings }: Analysis, { language, clean = false }: PreviewOptions): Preview {
  if (!isJudged(report)) return { html: element('p', { class: 'no-report' }, text(words.noReport[language])), title: '', report: false };
  const marks = new Marks({ report, findings: clean ? [] : findings }, language);
  const page = new Page(report, marks, clean);
  const html = element('article', { class: 'page', lang: 'zh-CN' }, page.write());
  return { html: clean ? html : html + list(marks), title: titleOf(report, language), report: true };
}

/** The title of a report, as it is written, on one line. */
export const titleOf = (report: Report, language: keyof Bilingual): string =>
  report.title ? wordsIn(sourceOf(report), report.title.range) : words.noTitle[language];

class Page {
  private readonly writing: Writing;
  /** Where the lines begin that say who signs, and when; they stand at the right. */
  private readonly signed: ReadonlySet<number>;

  constructor(
    private readonly report: Report,
    private readonly marks: Marks,
    private readonly clean: boolean,
  ) {
    this.writing = { masked: report.masked, markdown: isMarkdown(report), marks };
    this.signed = new Set(report.sections.flatMap(({ text }) => signatureOf(report, text).map(({ start }) => start)));
  }

  write(): string {
    const blocks = blocksOf(this.report);
    const titled = blocks.some(({ kind }) => kind === 'title');
    const head = titled || this.clean ? '' : element('p', { class: 'absent' }, text(words.noTitle[this.marks.language]));
    return head + blocks.map((block) => this.block(block)).join('');
  }

  private block(block: Block): string {
    switch (block.kind) {
      case 'title':
        return this.lines(
          'h1',
          block.stretches.map((stretch) => this.atUnit(stretch)),
          '<br>',
        );
      case 'heading':
        return this.lines(
          'h2',
          block.stretches.map((stretch) => [stretch]),
          '',
        );
      case 'paragraph':
        return this.paragraph(block.stretches);
      case 'beside': {
        const head = element('span', { class: 'head' }, text(words.beside[this.marks.language]));
        return element('p', { class: 'beside', ...placed(span(block.stretches)) }, head + inline(this.writing, block.stretches));
      }
      case 'table':
        return officialTable(this.report.masked, block.table, this.marks);
      case 'other':
        return this.otherTable(block.rows);
      case 'missing-section':
        return this.absent(sectionMissing(block.label), this.marks.absent(block.section));
      case 'missing-table':
        return this.absent(tableMissing(block.table.name), this.marks.absent(block.table.id));
      case 'unreadable-table':
        return this.absent(tableUnreadable(tableName(block.table)), this.marks.rest(block.table.definition.id));
    }
  }

  /** Lines, each of parts between which it may break. */
  private lines(name: string, lines: readonly (readonly Range[])[], between: string): string {
    const html = lines.map((parts) => parts.map((part) => inline(this.writing, [part])).join('<wbr>')).join(between);
    return element(name, placed(span(lines.flat())), html);
  }

  /** A line of the title breaks behind the name of the unit, and nowhere else unless it must. */
  private atUnit({ start, end }: Range): Range[] {
    const at = this.report.title?.unit?.range.end ?? start;
    return at > start && at < end
      ? [
          { start, end: at },
          { start: at, end },
        ]
      : [{ start, end }];
  }

  private paragraph(stretches: readonly Range[]): string {
    const { masked } = this.report;
    const [first, ...others] = stretches;
    const start = first!.start + markLength(masked, first!, this.writing.markdown);
    const whole = [{ start, end: first!.end }, ...others];
    const written = masked.slice(start, first!.end);
    const html = inline(this.writing, whole);
    if (html === '') return '';
    if (start > first!.start || isHeadOfPart(written)) return element('h3', placed(span(whole)), html);
    return element('p', { class: this.signed.has(first!.start) ? 'signature' : undefined, ...placed(span(whole)) }, html);
  }

  private otherTable(rows: readonly (readonly RawCell[])[]): string {
    const cell = (raw: RawCell): string =>
      element('td', { colspan: raw.span > 1 ? raw.span : undefined, ...placed(raw) }, inline(this.writing, [raw]));
    const caption = element('caption', {}, text(words.otherTable[this.marks.language]));
    const body = rows.map((cells) => element('tr', {}, cells.map(cell).join(''))).join('');
    return element('table', { class: 'other' }, `${caption}<tbody>${body}</tbody>`);
  }

  private absent(said: Bilingual, marks: readonly Mark[]): string {
    if (this.clean) return '';
    const [first] = marks;
    const place = first && placed({ start: first.finding.range.start, end: first.finding.range.start });
    return element('p', { ...this.marks.attributes(marks, 'absent'), ...place }, text(said[this.marks.language]));
  }
}

/** Longer than the head of a part is. */
const MAX_HEAD = 40;

/** （一）主动公开情况, in a line of its own. */
const isHeadOfPart = (written: string): boolean =>
  written.length <= MAX_HEAD && /^[*\s]*[（(][一二三四五六七八九十]{1,3}[)）][^。；：:]*$/.test(written);

/** How long the number signs are that make a line of Markdown a heading. */
function markLength(masked: string, { start, end }: Range, markdown: boolean): number {
  return markdown ? (/^#{1,6}\s+/.exec(masked.slice(start, Math.min(end, start + 10)))?.[0].length ?? 0) : 0;
}

const span = (stretches: readonly Range[]): Range => ({ start: stretches[0]!.start, end: stretches.at(-1)!.end });

/** All that was found, each with a link to its place. */
function list({ all, language }: Marks): string {
  const head = element('h2', {}, text((all.length > 0 ? findingsHead(all.length) : words.noFindings)[language]));
  const items = all.map(({ finding: { severity, message, range, rule }, id }) => {
    const name = element('span', { class: 'severity' }, text(severityNames[severity][language]));
    const said = link(range, text(message[language]));
    return element('li', { class: severity, id }, `${name} ${said} ${element('code', {}, text(rule))}`);
  });
  return element('aside', { class: 'findings' }, head + (all.length > 0 ? element('ol', {}, items.join('')) : ''));
}

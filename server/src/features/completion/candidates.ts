import { lineBreakOf } from '../../editing/edit';
import { tableName } from '../../editing/naming';
import { styleOf } from '../../editing/place';
import { editionFor, layoutFor, sectionLines, TITLE_FORM, wholeReport } from '../../editing/skeletons';
import { writeTable } from '../../editing/write';
import { type Bilingual, type Label, type Meaning, type Section, type TableDefinition, tableOf } from '../../editions';
import type { Range, Report, Table, Section as WrittenSection } from '../../reading/report';
import type { Context } from '../context';
import type { Place } from './place';

/** Something that the format has for a place. */
export interface Candidate {
  /** What is shown and compared with what is typed. */
  readonly label: string;
  readonly kind: 'section' | 'skeleton' | 'row' | 'group' | 'topic' | 'sentence';
  readonly detail: Bilingual;
  readonly meaning?: Meaning;
  /** What is written; the label where absent. Names in braces are for the writer to fill in. */
  readonly text?: string;
  /** 0: missing, and behind what stands before the caret; 1: missing; 2: there already. */
  readonly rank: 0 | 1 | 2;
}

/** What may stand at a place, in the order of the format. */
export function candidatesAt(context: Context, place: Place): Candidate[] {
  const { report } = context.analysis;
  const at = place.typed.start;
  const written = report.sections.findLast(({ heading, body }) => heading.range.end <= at && at <= body.end);
  const official = editionFor(report).sections.find(({ number }) => number === written?.number);
  const definition = tableAt(report, official, at);
  const candidates = definition ? labels(report, definition, at) : [];
  if (definition && place.atLine && !report.tables.has(definition.id)) candidates.unshift(blankTable(context, definition));
  if (!place.atLine) return candidates;
  if (official && written) candidates.push(...prose(report, official, written));
  const all = [...candidates, ...sections(context, place)];
  return report.sections.length === 0 ? [whole(context, place), ...all] : all;
}

/** The table that the section at hand asks for, or that stands there nevertheless. */
function tableAt(report: Report, official: Section | undefined, at: number): TableDefinition | undefined {
  const edition = editionFor(report);
  if (official && official.content !== 'prose')
    return report.tables.get(official.content)?.definition ?? tableOf(edition, official.content);
  return [...report.tables.values()].find(({ range }) => range.start <= at && at <= range.end)?.definition;
}

/** Ranks things of the format by where they stand: `places` has the offset of each that is there, in the order of the format. */
function ranks(places: readonly (number | undefined)[], at: number): Candidate['rank'][] {
  const last = places.findLastIndex((place) => place !== undefined && place < at);
  return places.map((place, i) => (place !== undefined ? 2 : i > last ? 0 : 1));
}

// ── tables ──

/** Titles of blocks, labels over rows and of rows, in the order of the format. */
function labels(report: Report, definition: TableDefinition, at: number): Candidate[] {
  const table = report.tables.get(definition.id);
  const found = new Map<Label, Omit<Candidate, 'rank'> & { place: number | undefined }>();
  const detail = tableName({ definition });
  const add = (label: Label, kind: 'row' | 'group', meaning: Meaning | undefined, place: number | undefined): void => {
    if (!found.has(label)) found.set(label, { label: label.text, kind, detail, ...(meaning ? { meaning } : {}), place });
  };
  for (const { title, rows } of definition.blocks) {
    if (title) add(title, 'group', title.meaning, placeOf(table, title, at));
    for (const row of rows) {
      for (const label of row.path) add(label, 'group', label.meaning, placeOf(table, label, at));
      add(row.label, 'row', row.meaning, table?.rows.find((bound) => bound.row === row && bound.label.start !== at)?.label.start);
    }
  }
  const all = [...found.values()];
  const ranked = ranks(
    all.map(({ place }) => place),
    at,
  );
  return all.map(({ place: _, ...candidate }, i) => ({ ...candidate, rank: ranked[i]! }));
}

/** Where a label over rows stands; what is being typed does not count. */
const placeOf = (table: Table | undefined, label: Label, at: number): number | undefined =>
  table?.labels.find((one) => one.label === label && one.range.start !== at)?.range.start;

function blankTable({ analysis: { report }, editing }: Context, definition: TableDefinition): Candidate {
  const layout = layoutFor(report, definition.id, editing);
  return {
    label: definition.name.zh,
    kind: 'skeleton',
    detail: { zh: '空表', en: 'Blank table' },
    text: writeTable(definition, layout, () => (editing.fill === '0' ? '0' : ''), lineBreakOf(report.text)),
    rank: 0,
  };
}

// ── prose ──

function prose({ text }: Report, { topics = [], sentences = [] }: Section, { body }: WrittenSection): Candidate[] {
  const find = (words: string): number | undefined => {
    const at = text.indexOf(words, body.start);
    return at >= 0 && at < body.end ? at : undefined;
  };
  return [
    ...topics.map(({ text: label }): Candidate => {
      const there = find(label) ?? find(label.replace(/^（.）/, ''));
      return { label, kind: 'topic', detail: { zh: '小标题', en: 'Topic' }, rank: there === undefined ? 0 : 2 };
    }),
    ...sentences.map(({ text: sentence }): Candidate => {
      const there = find(sentence.replace(/\{.*/, ''));
      return {
        label: sentence.replace(/\{\w+\}/g, '{____}'),
        kind: 'sentence',
        detail: { zh: '常用语句', en: 'Standard sentence' },
        rank: there === undefined ? 0 : 2,
      };
    }),
  ];
}

// ── sections ──

/** Headings, and those of missing sections with their table or outline as well. */
function sections({ analysis, editing }: Context, { typed, marked }: Place): Candidate[] {
  const { report } = analysis;
  const edition = editionFor(report);
  const style = styleOf(report, editing);
  const places = edition.sections.map(({ number }) => placeOfSection(report, number, typed));
  const ranked = ranks(places, typed.start);
  return edition.sections.flatMap((section, i): Candidate[] => {
    const { label, meaning, content } = section;
    const rank = ranked[i]!;
    const heading = (text: string): string => (marked || style.page ? text : style.heading(text));
    const plain: Candidate = {
      label: label.text,
      kind: 'section',
      detail: rank === 2 ? { zh: '已有的部分', en: 'Section, there already' } : { zh: '缺少的部分', en: 'Missing section' },
      meaning,
      text: heading(label.text),
      rank,
    };
    if (rank === 2 || style.page) return [plain];
    const [, ...rest] = sectionLines(report, edition, section, editing, style);
    const what: Bilingual =
      content === 'prose' ? { zh: '标题和提纲', en: 'Heading with outline' } : { zh: '标题和空表', en: 'Heading with its table' };
    if (rest.length === 0) return [plain];
    return [plain, { ...plain, kind: 'skeleton', detail: what, text: [heading(label.text), ...rest].join(style.lineBreak) }];
  });
}

const placeOfSection = ({ sections }: Report, number: number, typed: Range): number | undefined =>
  sections.find(
    ({ heading, number: written }) => written === number && !(heading.range.start <= typed.end && typed.start <= heading.range.end),
  )?.heading.range.start;

// ── whole reports ──

/** All six sections; with a title where there is none. */
function whole({ analysis: { report }, editing, text }: Context, { marked }: Place): Candidate {
  const [edit] = wholeReport(text, editing, report.year);
  const all = edit?.text.replace('单位全称', '{$&}').replace('YYYY', '{$&}') ?? '';
  // Where the title stands already, what follows it.
  const wanted = report.title ? all.slice(all.indexOf('\n') + 1).trimStart() : all;
  return {
    label: `${TITLE_FORM}（全文）`,
    kind: 'skeleton',
    detail: { zh: '整份报告：六个部分和三张空表', en: 'Whole report: six sections and three blank tables' },
    // The marks of its first heading stand before the caret.
    text: marked ? wanted.replace(/^[#*_]{1,6}\s*/, '') : wanted,
    rank: 0,
  };
}

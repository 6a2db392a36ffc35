import { rowsOf, type SectionNumber } from '../editions';
import type { Range, Report, Table } from '../reading/report';
import { keepAligned } from './align';
import { compose } from './compose';
import { isForeign } from './convert';
import type { Edit, EditingOptions } from './edit';
import { reread } from './reread';
import { insertRow } from './rows';
import { editionFor, insertOutline, insertReadable, insertSections, insertTable } from './skeletons';

/** More than a report can lack; a table that is in scraps may take rows of its own each time. */
const MAX_STEPS = 80;

/**
 * Inserts all sections, tables and rows that a report lacks, as one set of edits. With a range, only the tables that it touches
 * get their rows and nothing else is inserted.
 */
export function insertMissing(report: Report, options: EditingOptions, range?: Range): Edit[] {
  const edition = report.expected?.id ?? 'auto';
  let all: Edit[] = [];
  let now = report;
  const tried = new Set<string>();
  for (let step = 0; step < MAX_STEPS; step++) {
    const edits =
      (range ? undefined : (sections(now, options) ?? tables(now, options, tried) ?? outlines(now, options, tried))) ??
      rows(now, report, options, tried, range);
    if (!edits) break;
    all = compose(report.text, all, edits);
    now = reread(now, edits, edition);
  }
  return [...report.tables.values()].reduce((edits, table) => keepAligned(report, table, edits), all);
}

function sections(report: Report, options: EditingOptions): Edit[] | undefined {
  const there = new Set(report.sections.map(({ number }) => number));
  const missing = editionFor(report).sections.flatMap(({ number }) => (there.has(number) ? [] : [number]));
  const edits = missing.length > 0 ? insertSections(report, missing, options) : [];
  return edits.length > 0 ? edits : undefined;
}

/** From this many known labels on, what stands in a section is a table that could not be read, not one that is missing. */
export const MANY_TRACES = 3;

function tables(report: Report, options: EditingOptions, tried: Set<string>): Edit[] | undefined {
  for (const { content, number } of editionFor(report).sections) {
    if (content === 'prose' || report.tables.has(content) || tried.has(content)) continue;
    tried.add(content);
    const traces = report.sections.find((section) => section.number === number)?.traces ?? [];
    const edits = traces.length < MANY_TRACES ? insertTable(report, content, options) : undefined;
    if (edits) return edits;
  }
  return undefined;
}

function outlines(report: Report, options: EditingOptions, tried: Set<string>): Edit[] | undefined {
  for (const { content, number } of editionFor(report).sections) {
    if (content !== 'prose' || tried.has(`outline ${number}`)) continue;
    tried.add(`outline ${number}`);
    const edits = insertOutline(report, number, options);
    if (edits) return edits;
  }
  return undefined;
}

function rows(report: Report, first: Report, options: EditingOptions, tried: Set<string>, range: Range | undefined): Edit[] | undefined {
  for (const [id, table] of report.tables) {
    if (isFragment(table) || isForeign(report, table)) continue;
    const before = first.tables.get(id);
    if (range && !(before && before.range.start <= range.end && range.start <= before.range.end)) continue;
    for (const { row } of rowsOf(table.definition)) {
      const name = `${id} ${row.id}`;
      if (table.rows.some((bound) => bound.row.id === row.id) || tried.has(name)) continue;
      tried.add(name);
      const edits = insertRow(report, table, row, options);
      if (edits) return edits;
    }
  }
  return undefined;
}

/** A table of which only scraps could be bound, or nothing with certainty: it is unreadable as a whole, its rows are not missing one by one. */
export const isFragment = ({ definition, rows: bound, scrambled }: Table): boolean =>
  scrambled || (definition.orientation === 'rows' && bound.length * 8 < rowsOf(definition).length);

/** Inserts one section, or what it lacks: its table or its outline. Nothing where it lacks nothing. */
export function insertPart(report: Report, number: SectionNumber, options: EditingOptions): Edit[] {
  const { content } = editionFor(report).sections.find((official) => official.number === number) ?? {};
  const section = report.sections.find((candidate) => candidate.number === number);
  if (content === undefined) return [];
  if (!section) return insertSections(report, [number], options);
  if (content === 'prose') return insertOutline(report, number, options) ?? [];
  if (report.tables.has(content)) return [];
  return (section.traces.length < MANY_TRACES ? insertTable(report, content, options) : insertReadable(report, content, options)) ?? [];
}

import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze';
import { tableExtent } from '../../server/src/editing/extent';
import { gridOf } from '../../server/src/editing/grid';
import { isFragment } from '../../server/src/editing/missing';
import { sourceOf } from '../../server/src/editing/source';
import { rowsOf } from '../../server/src/editions';
import { preview } from '../../server/src/preview';
import { isPageArtefact } from '../../server/src/reading/lines';
import type { Report, Table } from '../../server/src/reading/report';
import { key } from '../../server/src/reading/text';
import { readValue } from '../../server/src/reading/values';
import { anyDraft, brokenDraft } from '../features/views';
import { expectedValues, render } from '../generator/render';
import { holds, showCase } from '../property/support';
import { type Element, elements, hasClass, misplaced, parsed, textOf } from './page';

const language = 'zh';

/** What is wrong with the page of any text at all. */
function unsound(text: string): string | undefined {
  const analysis = analyze(text);
  for (const clean of [false, true]) {
    const { html } = preview(analysis, { language, clean });
    const page = parsed(html);
    const wrong = misplaced(page, analysis.report.masked);
    if (wrong) return wrong;
    if (clean) continue;
    const listed = elements(page).filter(({ name, attributes }) => name === 'li' && attributes.id?.startsWith('finding-'));
    if (listed.length !== analysis.findings.length) return `${listed.length} of ${analysis.findings.length} findings are listed`;
    const ids = new Set(listed.map(({ attributes }) => attributes.id));
    for (const { attributes } of elements(page))
      for (const id of attributes['aria-describedby']?.split(' ') ?? []) if (!ids.has(id)) return `nothing is called ${id}`;
  }
  return undefined;
}

/** The cells of a table of the page on its grid: what spans several stands in each. */
function gridOfPage(table: Element): Element[][] {
  const grid: Element[][] = [];
  const rows = elements(table).filter(({ name }) => name === 'tr');
  for (const [y, row] of rows.entries()) {
    grid[y] ??= [];
    let x = 0;
    for (const cell of elements(row).filter(({ name }) => name === 'td' || name === 'th')) {
      while (grid[y]![x]) x++;
      const { rowspan = '1', colspan = '1' } = cell.attributes;
      for (let down = 0; down < Number(rowspan); down++)
        for (let right = 0; right < Number(colspan); right++) {
          grid[y + down] ??= [];
          grid[y + down]![x + right] = cell;
        }
    }
  }
  return grid;
}

/** What is wrong with a table of the page; nothing where every cell of the format shows the value that was drawn. */
function wrongTable(page: Element, table: Table, expected: ReturnType<typeof expectedValues>): string | undefined {
  const { definition } = table;
  const shown = elements(page).find((element) => element.name === 'table' && hasClass(element, definition.id));
  if (!shown) return `there is no table ${definition.id}`;
  const { width, lines } = gridOf(definition);
  const grid = gridOfPage(shown);
  const rows = elements(shown).filter(({ name }) => name === 'tr');
  if (grid.length !== rows.length || rows.length !== lines.length || grid.some((row) => row.length !== width || row.includes(undefined!)))
    return `table ${definition.id} does not fill its grid`;
  if (!elements(shown).some(({ name }) => name === 'caption')) return `table ${definition.id} has no caption`;
  if (elements(shown).some(({ name, attributes }) => name === 'th' && !attributes.scope)) return `a head of ${definition.id} has no scope`;
  for (const [y, { cells }] of lines.entries())
    for (const { kind, at, row, column } of cells) {
      if (kind !== 'value' || !row || !column) continue;
      const text = textOf(grid[y]![at]!);
      const value = readValue(text, 0, text.length, column.kind);
      const normal = value.state === 'number' ? value.normal : null;
      if (normal !== expected[row.id]?.[column.id])
        return `${definition.id}/${row.id}/${column.id} shows ${text}, not ${expected[row.id]?.[column.id]}`;
    }
  return undefined;
}

/** A line of the draft outside of the official tables that cannot be read on the page. */
function lost(page: Element, report: Report): string | undefined {
  const text = key(textOf(page));
  const extents = [...report.tables.values()].filter((table) => !isFragment(table)).map((table) => tableExtent(report, table));
  const { lines, masked } = sourceOf(report);
  return lines
    .filter((line) => !isPageArtefact(masked, line) && !extents.some(({ start, end }) => line.start < end && line.end > start))
    .flatMap(({ start, end }) => masked.slice(start, end).split(/[|\t\uffff]/))
    .map((part) => key(part))
    .find((part) => !text.includes(part));
}

describe('the preview of any report', () => {
  holds(
    'shows every value in its cell and every sentence',
    anyDraft,
    { fixed: 150, random: 60 },
    ({ spec, style }) => {
      const { text } = render(spec, style);
      const analysis = analyze(text);
      const wrong = unsound(text);
      if (wrong) return wrong;
      const page = parsed(preview(analysis, { language }).html);
      for (const [id, table] of analysis.report.tables) {
        const different = wrongTable(page, table, expectedValues(spec, id));
        if (different) return different;
        if (rowsOf(table.definition).length === 0) return `${id} has no rows`;
      }
      const gone = lost(page, analysis.report);
      return gone && `${gone} is not on the page`;
    },
    (value) => showCase(value, render(value.spec, value.style)),
  );

  holds(
    'is sound where the draft is not',
    brokenDraft,
    { fixed: 200, random: 80 },
    (text) => {
      const { report } = analyze(text);
      const gone = report.recognised ? lost(parsed(preview(analyze(text), { language }).html), report) : undefined;
      return unsound(text) ?? (gone && `${gone} is not on the page`);
    },
    (text) => text,
  );

  const pieces = ['<script>', '&lt;img onerror=1&gt;', '"', "'", '&', '<!--', '-->', '**', '\ud800', '\u0000', '\uffff', '\n', '|', '\t'];
  const anyText = fc
    .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...pieces)), { maxLength: 12 })
    .map((parts) => `清河县民政局2023年政府信息公开工作年度报告\n${parts.join('')}\n一、总体情况\n${parts.reverse().join('')}`);
  holds('lets no text become markup', anyText, { fixed: 300, random: 100 }, unsound, (text) => text);
});

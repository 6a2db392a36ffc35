import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze';
import { gridOf } from '../../server/src/editing/grid';
import { rowsOf } from '../../server/src/editions';
import { preview } from '../../server/src/preview';
import type { Table } from '../../server/src/reading/report';
import { readValue } from '../../server/src/reading/values';
import { anyDraft, brokenDraft } from '../features/views';
import { expectedValues, render } from '../generator/render';
import { holds, showCase } from '../property/support';
import { type Element, elements, hasClass, parsed, textOf } from './page';
import { language, lost, unsound } from './soundness';

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

import type { Report, Table } from '../reading/report';
import { byPlace, type Edit, type EditingOptions } from './edit';
import { tableExtent } from './extent';
import { behind, insertion, styleOf } from './place';
import { readsBack } from './relayout';
import { reread } from './reread';
import { editionFor } from './skeletons';
import { behindBreak, isBlankLine, lineAt, lineBefore } from './source';

/** Moves a table, as it is written, behind the heading of its section; nothing where it would read otherwise there. */
export function moveTable(report: Report, table: Table, options: EditingOptions): Edit[] | undefined {
  const { text, sections } = report;
  const number = editionFor(report).sections.find(({ content }) => content === table.definition.id)?.number;
  const section = sections.find((one) => one.number === number);
  if (!section) return undefined;
  const extent = tableExtent(report, table);
  const style = styleOf(report, options);
  const lines = [text.slice(extent.start, extent.end)];
  const here = insertion(report, behind(report, section.heading.range, style), lines, style, { before: !style.page, behind: !style.page });
  const edits = [here, { range: { start: extent.start, end: behindLines(text, extent.start, extent.end) }, text: '' }].sort(byPlace);
  return readsBack(report, table, reread(report, edits)) ? edits : undefined;
}

/** Behind the line break of the last line, and behind the blank lines that follow where one is above already. */
function behindLines(text: string, start: number, end: number): number {
  let at = behindBreak(text, lineAt(text, end).end);
  if (text.slice(end, at).trim() !== '') return end;
  const above = lineBefore(text, lineAt(text, start));
  while (above && isBlankLine(text, above) && at < text.length && isBlankLine(text, lineAt(text, at)))
    at = behindBreak(text, lineAt(text, at).end);
  return at;
}

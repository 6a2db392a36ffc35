import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import type { Range, Report, Section } from '../reading/report';
import { isSpace } from '../reading/text';
import type { Context } from './context';
import { feature } from './feature';
import { inTextOrder } from './inTextOrder';
import { type Located, locate } from './locate';
import { rowRange, span, tableRange, trimmedEnd } from './outline';

/** Cell → row → table → section → draft; in prose line → paragraph → text of the section → section → draft. */
export const selectionRanges = feature<SelectionRangeParams, SelectionRange[]>({
  method: 'textDocument/selectionRange',
  capabilities: ({ textDocument }) => (textDocument?.selectionRange ? { selectionRangeProvider: true } : {}),
  answer(context, { positions }) {
    if (!context.analysis.report.recognised || !Array.isArray(positions)) return null;
    const chains = positions.map((position) => growing(rangesAt(context, context.offset(position))));
    const rangeOf = inTextOrder(context, chains.flat());
    return chains.map((steps) => {
      let selection: SelectionRange | undefined;
      for (const step of steps.reverse()) selection = { range: rangeOf(step), ...(selection ? { parent: selection } : {}) };
      return selection!;
    });
  },
});

/** Each range holds the one before it; those that add nothing are left out. */
function growing(ranges: readonly Range[]): Range[] {
  const steps: Range[] = [];
  for (const range of ranges) {
    const before = steps.at(-1);
    const step = before ? span([before, range]) : range;
    if (!before || step.end - step.start > before.end - before.start) steps.push(step);
  }
  return steps;
}

/** What holds an offset, from the smallest to the whole draft. */
function rangesAt({ analysis: { report }, text }: Context, offset: number): Range[] {
  const whole = { start: 0, end: text.length };
  const found = locate(report, offset);
  const ranges: Range[] = found ? [found.range] : [];
  const table = found && 'table' in found ? found.table : tableAt(report, offset);
  // The labels of rows that stand side by side are heads above them all.
  if (found && 'row' in found && !(found.kind === 'row' && found.table.definition.orientation === 'wide')) ranges.push(ownRange(found));
  if (table) ranges.push(tableRange(table));
  const section = sectionAt(report.sections, ranges[0]?.start ?? offset);
  if (section) {
    if (ranges.length === 0) ranges.push(...proseAt(text, section, offset));
    ranges.push(trimmedEnd(text, { start: section.heading.range.start, end: section.body.end }));
  }
  // Behind the last word of a section there is nothing of it.
  return [...ranges.filter(({ start, end }) => start <= offset && offset <= end), whole];
}

const ownRange = (found: Located & { readonly kind: 'cell' | 'row' }): Range =>
  found.table.definition.orientation === 'wide' ? found.row.range : rowRange(found.row);

const tableAt = ({ tables }: Report, offset: number) =>
  [...tables.values()].find((table) => {
    const { start, end } = tableRange(table);
    return start <= offset && offset <= end;
  });

/** The last of some ranges, in the order of the text, that begins at or before an offset. */
function lastBefore<T>(items: readonly T[], startOf: (item: T) => number, offset: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const sectionAt = (sections: readonly Section[], offset: number): Section | undefined =>
  sections[lastBefore(sections, ({ heading }) => heading.range.start, offset)];

/** The line, the lines around it without a blank one between them, and all text of the section. */
function proseAt(text: string, { text: lines }: Section, offset: number): Range[] {
  const at = lastBefore(lines, ({ start }) => start, offset);
  const line = lines[at];
  if (!line || offset > line.end) return [];
  let [first, last] = [at, at];
  while (first > 0 && adjoin(text, lines[first - 1]!, lines[first]!)) first--;
  while (last < lines.length - 1 && adjoin(text, lines[last]!, lines[last + 1]!)) last++;
  return [line, span([lines[first]!, lines[last]!]), span([lines[0]!, lines.at(-1)!])];
}

/** Whether nothing but one line end and blanks stands between two lines. */
function adjoin(text: string, one: Range, other: Range): boolean {
  let ends = 0;
  for (let i = one.end; i < other.start; i++) {
    const unit = text[i]!;
    if (unit === '\n' || (unit === '\r' && text[i + 1] !== '\n')) ends++;
    else if (unit !== '\r' && !isSpace(unit.charCodeAt(0))) return false;
    if (ends > 1) return false;
  }
  return true;
}

import { analyze } from '../../server/src/analysis/analyze';
import { tableExtent } from '../../server/src/editing/extent';
import { isFragment } from '../../server/src/editing/missing';
import { sourceOf } from '../../server/src/editing/source';
import { preview } from '../../server/src/preview';
import { isPageArtefact } from '../../server/src/reading/lines';
import type { Report } from '../../server/src/reading/report';
import { key } from '../../server/src/reading/text';
import { type Element, elements, misplaced, parsed, textOf } from './page';

export const language = 'zh';

/** What is wrong with the page of any text at all. */
export function unsound(text: string): string | undefined {
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

/** A line of the draft outside of the official tables that cannot be read on the page. */
export function lost(page: Element, report: Report): string | undefined {
  const text = key(textOf(page));
  const extents = [...report.tables.values()].filter((table) => !isFragment(table)).map((table) => tableExtent(report, table));
  const { lines, masked } = sourceOf(report);
  return lines
    .filter((line) => !isPageArtefact(masked, line) && !extents.some(({ start, end }) => line.start < end && line.end > start))
    .flatMap(({ start, end }) => masked.slice(start, end).split(/[|\t\uffff]/))
    .map((part) => key(part))
    .find((part) => !text.includes(part));
}

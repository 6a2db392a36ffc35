import type { Analysis } from '../server/src/analysis/analyze';
import { fixesOf } from '../server/src/analysis/remedies';
import { defaultEditing, type Fix } from '../server/src/editing/edit';
import type { Bilingual } from '../server/src/editions';
import { element, link, text } from '../server/src/preview/markup';
import type { Finding } from '../server/src/rules/rule';
import { severityNames } from '../server/src/rules/words';

/** The findings with their remedies as buttons, numbered in the order of the list. */
export function findingList(analysis: Analysis, language: keyof Bilingual): { html: string; fixes: readonly Fix[] } {
  const fixes: Fix[] = [];
  const button = (fix: Fix): string => {
    fixes.push(fix);
    const attributes = { type: 'button', class: fix.preferred ? 'preferred' : undefined, 'data-fix': fixes.length - 1 };
    return element('button', attributes, text(fix.title[language]));
  };
  const item = (finding: Finding): string => {
    const { severity, message, range, rule } = finding;
    const name = element('span', { class: 'severity' }, text(severityNames[severity][language]));
    const page = element('a', { href: `rules/${rule}.html`, target: '_blank', rel: 'noopener' }, text(rule));
    const own = fixesOf(finding, analysis, defaultEditing).map(button).join('');
    const remedies = own === '' ? '' : element('div', { class: 'fixes' }, own);
    return element('li', { class: severity }, `${name} ${link(range, text(message[language]))} ${page}${remedies}`);
  };
  return { html: analysis.findings.map(item).join(''), fixes };
}

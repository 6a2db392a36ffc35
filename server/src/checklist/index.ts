import type { Analysis } from '../analysis/analyze';
import type { Bilingual } from '../editions';
import { formatOf } from '../rules/naming';
import type { Rule } from '../rules/rule';
import { type Checklist, counted } from './check';
import { equations } from './equations';
import { Findings } from './found';
import { otherRules } from './rules';
import { structure } from './structure';

export type { Check, Checklist, CheckState } from './check';
export { checklistHtml } from './html';
export { checklistMarkdown } from './markdown';

/**
 * Everything that was looked at in a report that is judged, and how it stands. Every finding, and everything that is silenced,
 * is in it once. `rules`: those that there are. Pure.
 */
export function checklist(analysis: Analysis, rules: readonly Rule[], language: keyof Bilingual): Checklist {
  const { severities = {} } = analysis.options;
  const { id } = formatOf(analysis.report);
  const found = new Findings(analysis, language);
  const isOff = (rule: Rule): boolean => severities[rule.id] === 'off';
  const applies = (rule: Rule): boolean => rule.editions.includes(id);
  const running = (analysis.options.rules ?? rules).filter((rule) => !isOff(rule) && applies(rule));
  const groups = [structure(analysis, found), ...equations(analysis, found, rules)];
  groups.push(
    otherRules(analysis, found, running, new Set([...itemised, ...groups.flatMap(({ checks }) => checks.map(({ rule }) => rule ?? ''))])),
  );
  const left = rules.flatMap((rule) => {
    const why = isOff(rule) ? off : applies(rule) ? undefined : notThere;
    return why ? [`${found.say(rule.title)}（${found.say(why)}）`] : [];
  });
  return { language, groups, counts: counted(groups), left };
}

/** Rules that the checks of the structure are made of: where they found nothing, those say so. */
const itemised = [
  'title-missing',
  'title-form',
  'section-missing',
  'section-title',
  'section-empty',
  'table-missing',
  'table-unreadable',
  'table-edition',
  'table-empty',
  'row-missing',
];

const off: Bilingual = { zh: '设置中已关闭', en: 'off by the settings' };
const notThere: Bilingual = { zh: '不适用于本年度的格式', en: 'not for the format of this year' };

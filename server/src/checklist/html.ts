import type { Bilingual } from '../editions';
import { element, link, text } from '../preview/markup';
import { NO_REPORT } from '../reading/read';
import { severityNames } from '../rules/words';
import { type Check, type Checklist, stateNames, states } from './check';

/** The checklist as a fragment of HTML; `links`: whether the places are to be pressed. */
export function checklistHtml({ groups, counts, left, language }: Checklist, title: string, links: boolean): string {
  const say = (words: Bilingual): string => words[language];
  const totals = states.map((state) =>
    element('span', { class: state }, `${sign(state)} ${text(say(stateNames[state]))} ${counts[state]}`),
  );
  const item = (check: Check): string => {
    const { state, name, detail, range, severity } = check;
    const how = severity && state === 'violated' ? severityNames[severity] : stateNames[state];
    const named = range && links ? link(range, text(name)) : element('span', {}, text(name));
    const said = detail === '' ? '' : element('span', { class: 'detail' }, text(detail));
    return element(
      'li',
      { class: severity && state === 'violated' ? `violated ${severity}` : state },
      `${element('span', { class: 'state' }, `${sign(state)} ${text(say(how))}`)}${element('span', {}, named + said)}`,
    );
  };
  const sections = groups.map(({ title: head, checks }) =>
    element('section', {}, element('h3', {}, text(head)) + element('ul', {}, checks.map(item).join(''))),
  );
  const rest = left.length > 0 ? element('p', { class: 'detail' }, text(say(notRun) + left.join(say(comma)))) : '';
  const head = element('h2', {}, text(`${say(listName)} ${title}`));
  const page = element('div', { class: 'checklist' }, head + element('p', { class: 'counts' }, totals.join('')) + sections.join('') + rest);
  return links ? page : NO_REPORT + page;
}

const sign = (state: Check['state']): string => element('span', { 'aria-hidden': 'true' }, signs[state]);

const signs: Readonly<Record<Check['state'], string>> = { holds: '√', violated: '×', 'not-assessable': '?', silenced: '–' };

export const listName: Bilingual = { zh: '审核清单', en: 'Checklist' };
export const notRun: Bilingual = { zh: '没有运行：', en: 'Not run: ' };
export const comma: Bilingual = { zh: '、', en: ', ' };

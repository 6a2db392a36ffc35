import type { Analysis } from '../analysis/analyze';
import { tableName } from '../editing/naming';
import { sourceOf, wordsIn } from '../editing/source';
import { tableOf } from '../editions';
import { extent } from '../features/summary';
import { formatOf } from '../rules/naming';
import type { Check, CheckGroup } from './check';
import type { Findings } from './found';

/** Whether everything is there that the format asks for: the title, six sections, three tables with all rows. */
export function structure({ report }: Analysis, found: Findings): CheckGroup {
  const format = formatOf(report);
  const checks: Check[] = [];
  /** What was found about a thing; where that is nothing, the thing is as it should be. */
  const add = (name: string, faults: readonly Check[], good: Omit<Check, 'name' | 'state'>): void => {
    checks.push(...(faults.length > 0 ? faults : [{ ...good, name, state: 'holds' as const }]));
  };
  const title = found.say({ zh: '标题', en: 'Title' });
  const about = found.checks(
    found.take(({ rule }) => rule.startsWith('title-')),
    title,
  );
  if (report.title) add(title, about, { detail: wordsIn(sourceOf(report), report.title.range), range: report.title.range });
  else add(title, about.length > 0 ? about : [{ name: title, state: 'violated', detail: found.say(absent) }], { detail: '' });
  for (const { number, label } of format.sections) {
    const section = report.sections.find((one) => one.number === number);
    const own = found.checks(
      found.take(({ rule, data }) => rule.startsWith('section-') && data.section === number),
      label.text,
    );
    if (section) add(label.text, own, { detail: '', range: section.heading.range });
    else add(label.text, own.length > 0 ? own : [{ name: label.text, state: 'violated', detail: found.say(absent) }], { detail: '' });
  }
  for (const { id } of format.tables) {
    const table = report.tables.get(id);
    const name = found.say(tableName(table ?? { definition: tableOf(format, id) }));
    const own = found.checks(
      found.take(({ rule, data }) => (rule.startsWith('table-') || rule === 'row-missing') && data.table === id),
      name,
    );
    if (table) add(name, own, { detail: found.say(extent(table)), range: table.range });
    else add(name, own.length > 0 ? own : [{ name, state: 'violated', detail: found.say(absent) }], { detail: '' });
  }
  return { title: found.say({ zh: '标题、部分和表', en: 'Title, sections and tables' }), checks };
}

const absent = { zh: '没有读到', en: 'not found' };

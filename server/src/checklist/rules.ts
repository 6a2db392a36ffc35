import type { Analysis } from '../analysis/analyze';
import { judgeClaims } from '../analysis/claims';
import { isForeign } from '../editing/convert';
import { tableName } from '../editing/naming';
import { type Bilingual, type TableId, tableOf } from '../editions';
import type { Report } from '../reading/report';
import { formatOf, isFragment } from '../rules/naming';
import { proseTable } from '../rules/prose-table';
import type { Need, Rule } from '../rules/rule';
import type { Check, CheckGroup } from './check';
import type { Findings } from './found';

/** Every rule that ran and is not one thing with the checks before: what it found, or that it found nothing. */
export function otherRules(analysis: Analysis, found: Findings, running: readonly Rule[], said: ReadonlySet<string>): CheckGroup {
  const checks = running.flatMap((rule): Check[] => {
    const name = found.say(rule.title);
    const own = found.checks(
      found.take((finding) => finding.rule === rule.id),
      name,
    );
    const lacking = (rule.needs ?? []).flatMap((need) => lackOf(analysis.report, need));
    if (own.length === 0 && said.has(rule.id)) return [];
    if (own.length > 0 && lacking.length === 0) return own;
    const [first] = lacking;
    if (first)
      return [
        ...own,
        { name, rule: rule.id, state: 'not-assessable', detail: lacking.map((words) => found.say(words)).join(found.say(comma)) },
      ];
    return [
      {
        name,
        rule: rule.id,
        ...(rule.id === proseTable.id ? claimed(analysis.report, found) : { state: 'holds', detail: found.say(nothing) }),
      },
    ];
  });
  // A rule that failed found nothing that could be trusted.
  const failed = found.checks(
    found.take(() => true),
    found.say({ zh: '检查程序', en: 'The checker' }),
  );
  return { title: found.say({ zh: '其他检查', en: 'Other checks' }), checks: [...checks, ...failed] };
}

const nothing: Bilingual = { zh: '没有发现问题', en: 'no problem found' };
const comma: Bilingual = { zh: '，', en: '; ' };

/** What a rule needs and the report lacks. */
function lackOf(report: Report, need: Need): Bilingual[] {
  if (need === 'year') return report.year === undefined ? [{ zh: '没有读到年份', en: 'the year was not found' }] : [];
  if (need === 'unit') return report.unit === undefined ? [{ zh: '没有读到单位名称', en: 'the name of the unit was not found' }] : [];
  const format = formatOf(report);
  if (need === 'edition') {
    return [...report.tables.values()].flatMap((table) => {
      const name = tableName(table);
      return isForeign(report, table)
        ? [{ zh: `${name.zh}不是 ${format.id} 版表样`, en: `${name.en} is not of edition ${format.id}` }]
        : [];
    });
  }
  if (typeof need === 'number') {
    const { text } = format.sections.find(({ number }) => number === need)!.label;
    return report.sections.some(({ number }) => number === need) ? [] : [{ zh: `没有读到“${text}”`, en: `“${text}” was not found` }];
  }
  const ids: readonly TableId[] = need === 'tables' ? format.tables.map(({ id }) => id) : [need];
  return ids.flatMap((id) => {
    const table = report.tables.get(id);
    if (table && !isFragment(table)) return [];
    const name = tableName(table ?? { definition: tableOf(format, id) });
    return [{ zh: `没有读到${name.zh}`, en: `${name.en} was not found` }];
  });
}

/** How the numbers of the prose stand to the tables, where none contradicts them. */
function claimed(report: Report, found: Findings): Pick<Check, 'state' | 'detail'> {
  const claims = judgeClaims(report);
  const agreeing = claims.filter(({ state }) => state === 'agrees').length;
  const open = claims.filter(({ state }) => state === 'not-assessable').length;
  // Not reported, since the prose may be right: it may count something else, or the sums of the table say which of the two is wrong.
  const differing = claims.filter(({ state }) => state === 'contradicts').length;
  const parts: Bilingual[] = [
    ...(differing > 0
      ? [
          {
            zh: `正文 ${differing} 处数与表格不同，可能统计范围不同，或表中的合计有误，请核对`,
            en: `${differing} numbers in the prose differ from the tables: they may count something else, or a sum of the table is wrong; please check`,
          },
        ]
      : []),
    ...(agreeing > 0 ? [{ zh: `正文中 ${agreeing} 处数与表格相符`, en: `${agreeing} numbers in the prose agree with the tables` }] : []),
    ...(open > 0
      ? [{ zh: `${open} 处因表中的数没有填或读不出，无法核对`, en: `${open} speak of cells that are blank or cannot be read` }]
      : []),
    ...(claims.length === 0 ? [{ zh: '正文没有提到表中的数', en: 'the prose speaks of no figure of the tables' }] : []),
  ];
  return {
    state: open + differing > 0 ? 'not-assessable' : 'holds',
    detail: parts.map((words) => found.say(words)).join(found.say(comma)),
  };
}

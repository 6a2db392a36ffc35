import { relabel } from '../editing/relabel';
import type { Bilingual } from '../editions';
import type { Range, Title } from '../reading/report';
import { ALL_EDITIONS, NOTICE, rule } from './rule';

export const titleForm = rule({
  id: 'title-form',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '标题不规范', en: 'Title not in the standard form' },
  explanation: {
    zh: '标准写法是“单位全称＋YYYY年政府信息公开工作年度报告”。常见问题：缺单位或年份，“年度”写了两次，漏了“工作”，写成“年度工作报告”。',
    en: 'The standard form is the unit’s full name and “YYYY年政府信息公开工作年度报告”. Often the unit or the year is missing, 年度 stands twice, 工作 is missing, or it reads 年度工作报告.',
  },
  basis: NOTICE,
  fix: 'suggestion',
  *check({ report }) {
    const { title } = report;
    if (!title) return;
    const faults = faultsOf(title, report.text);
    if (faults.length === 0) return;
    yield {
      range: title.range,
      message: {
        zh: `标题${faults.map((fault) => fault.zh).join('，')}。规范写法：${standardForm(title)}。`,
        en: `The title ${faults.map((fault) => fault.en).join(', ')}. Standard form: ${standardForm(title)}.`,
      },
    };
  },
  // Without unit or year the standard form cannot be written: only the writer knows them.
  *fixes(_, { report }) {
    const { title } = report;
    if (!title?.unit || !title.year) return;
    const { start, end } = title.range;
    const stands = ({ range }: { readonly range: Range }): boolean => range.start >= start && range.end <= end;
    const pieces = stands(title.year) ? [title.range] : [title.range, around(report.text, title.year.range)];
    const official = stands(title.unit) ? standardForm(title) : standardForm(title).slice(title.unit.name.length);
    const edits = relabel(report.text, pieces, official);
    if (edits)
      yield { title: { zh: `标题改为“${standardForm(title)}”`, en: `Set the title to “${standardForm(title)}”` }, edits, preferred: true };
  },
});

/** A year that stands on a line of its own, with its 年 and the brackets around it. */
function around(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (/[（(]/.test(text[from - 1] ?? '')) from--;
  while (/[年度）)]/.test(text[to] ?? '')) to++;
  return { start: from, end: to };
}

const WORDS = '政府信息公开工作年度报告';
const STANDARD = new RegExp(`^(?:\\d{4}|[二〇零○一三四五六七八九]{4})年${WORDS}$`);

export function standardForm({ unit, year }: Title): string {
  const name = year ? unit?.name : unit?.name.replace(YEAR_TO_COME, '');
  return `${name || '单位全称'}${year?.number ?? 'YYYY'}年${WORDS}`;
}

/** What stands in a title for a year that is still to be written, or that is not written in full: 23年. */
const YEAR_TO_COME = /(?:[YyＹX×xＸ_]{2,4}年?|\d{2}年度?)$|^\d{2}年度?/;

function faultsOf({ unit, year, form, stage, range }: Title, text: string): Bilingual[] {
  const faults: Bilingual[] = [];
  // 2023年清河县民政局政府信息公开工作年度报告: all is there, in another order.
  const isYearFirst =
    unit !== undefined &&
    year !== undefined &&
    year.range.start >= range.start &&
    year.range.start < unit.range.start &&
    unit.range.end <= range.end;
  if (!unit) faults.push({ zh: '缺单位名称', en: 'lacks the unit' });
  if (!year) faults.push({ zh: '缺年份', en: 'lacks the year' });
  if (/年度.*年度/.test(form) || (isYearFirst && form.includes('年度') && /^\s?年度/.test(text.slice(year.range.end, year.range.end + 3))))
    faults.push({ zh: '“年度”写了两次', en: 'has 年度 twice' });
  if (form.includes('年度工作报告')) faults.push({ zh: '“年度报告”写成了“年度工作报告”', en: 'reads 年度工作报告' });
  else if (!/公开.*工作/.test(form)) faults.push({ zh: '漏了“工作”', en: 'lacks 工作' });
  if (stage) faults.push({ zh: `末尾还有“${stage}”`, en: `still ends in ${stage}` });
  if (faults.length === 0 && year && !STANDARD.test(form) && !(isYearFirst && form === WORDS))
    faults.push({ zh: '与规范写法不同', en: 'differs from the standard form' });
  return faults;
}

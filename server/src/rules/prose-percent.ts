import { judgeClaims } from '../analysis/claims';
import { cellsByRow } from '../analysis/relations';
import { type Percent, proseOf, type Reading } from '../reading/prose';
import { writtenLike } from '../reading/prose/numbers';
import { type Counted, followsFrom } from '../reading/prose/percents';
import type { Report } from '../reading/report';
import { ALL_EDITIONS, type Fault, rule } from './rule';

export const prosePercent = rule({
  id: 'prose-percent',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '百分比由它的数得出', en: 'Percentages follow from their numbers' },
  explanation: {
    zh: '同一句里（或者这一句以“其中”开头，在前一句里）写出了总数和其中一项，“占 x%”要由这两个数得出；写出了上年和本年的数，或者增减的件数，“增长 x%”“下降 x%”也要由它们得出；写出了收到和办结（采纳、整改等）的数，“办结率 x%”“采纳率 x%”也是。四舍五入或舍去尾数都可以；约数、百分点和没有写出基数的不判断。',
    en: 'Where a sentence, or one that begins with 其中 and the one before it, gives a whole and a part of it, 占 x% follows from the two; where it gives the numbers of last year and this year, or their difference, so does the growth rate; and 办结率 x% or 采纳率 x% follows from what came and what was finished or taken up. Rounding either way will do. Approximate numbers, percentage points and rates without their base are left alone.',
  },
  fix: 'suggestion',
  *check({ report }) {
    for (const percent of proseOf(report).percents) if (!percent.follows && !explained(percent, report)) yield faultOf(percent);
  },
  *fixes(finding, { report }) {
    const { range, data } = finding;
    const raw = report.text.slice(range.start, range.end);
    const written = data.expected === undefined || /[<&\s]/.test(raw) ? undefined : writtenLike(raw, data.expected);
    if (written === undefined) return;
    yield {
      title: { zh: `把“${raw}%”改为“${written}%”`, en: `Change “${raw}%” into “${written}%”` },
      edits: [{ range, text: written }],
    };
  },
});

/** Whether the rate follows from what the tables have in place of one of its numbers: then that number is wrong, and `prose-table` says so. */
function explained(percent: Percent, report: Report): boolean {
  const { part, whole } = percent;
  const valuesOf = ({ range, value }: Counted): bigint[] => [
    value,
    ...judgeClaims(report).flatMap(({ claim, state, figures }) =>
      state === 'contradicts' && claim.range.start === range.start ? figures.map((figure) => figure.value) : [],
    ),
  ];
  const wholes = [...valuesOf(whole), ...unwritten(percent, report)];
  return valuesOf(part).some((one) => wholes.some((other) => followsFrom(percent, one, other)));
}

/** A result of applications, and not what came of one kind of applicants. */
const isResult = (term: Reading[number] | undefined): boolean =>
  term?.table === 'requests' && term.column === 'total' && !['received', 'carriedIn', 'carriedOut', 'processed'].includes(term.row);

/** What applications may be a share of though the sentence does not give it: those that were finished, or came and were carried over. */
function unwritten({ kind, part }: Percent, report: Report): bigint[] {
  const table = kind === 'share' ? report.tables.get('requests') : undefined;
  const isOfTable = judgeClaims(report).some(
    ({ claim, figures }) => claim.range.start === part.range.start && isResult(figures[0]?.reading[0]),
  );
  if (!table || !isOfTable) return [];
  const rows = cellsByRow(table);
  const totalOf = (row: string): bigint | undefined => {
    const value = rows.get(row)?.get('total')?.value;
    return value?.state === 'number' ? value.digits : undefined;
  };
  const [received, carriedIn, processed] = [totalOf('received'), totalOf('carriedIn'), totalOf('processed')];
  return [
    ...(processed === undefined ? [] : [processed]),
    ...(received === undefined || carriedIn === undefined ? [] : [received, received + carriedIn]),
  ];
}

function faultOf({ kind, section, range, stated, computed, part, whole, falls, sole }: Percent): Fault {
  const data = { section, actual: stated, ...(computed === undefined || !sole ? {} : { expected: computed }) };
  const related = [whole, part].map(({ range: place, value }) => ({ range: place, message: { zh: String(value), en: String(value) } }));
  if (kind === 'share')
    return {
      range,
      message: {
        zh: `正文写 ${stated}%，${part.value} ÷ ${whole.value} 是 ${computed}%。请核对百分比和这两个数。`,
        en: `The prose says ${stated}%, but ${part.value} ÷ ${whole.value} is ${computed}%. Check the percentage and the two numbers.`,
      },
      data,
      related,
    };
  const zh = falls ? '下降' : '增长';
  const en = falls ? 'a fall' : 'a growth';
  const other = falls ? { zh: '增长', en: 'a growth' } : { zh: '下降', en: 'a fall' };
  return {
    range,
    message:
      computed === undefined
        ? {
            zh: `正文写${zh} ${stated}%，从 ${whole.value} 到 ${part.value} 是${other.zh}。请核对这句话里的数。`,
            en: `The prose says ${en} of ${stated}%, but from ${whole.value} to ${part.value} is ${other.en}. Check the numbers of this sentence.`,
          }
        : {
            zh: `正文写${zh} ${stated}%，从 ${whole.value} 到 ${part.value} 是${zh} ${computed}%。请核对百分比和这两个数。`,
            en: `The prose says ${en} of ${stated}%, but from ${whole.value} to ${part.value} is ${en} of ${computed}%. Check the percentage and the two numbers.`,
          },
    data,
    related,
  };
}

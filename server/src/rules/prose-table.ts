import { type JudgedClaim, judgeClaims, type TableFigure } from '../analysis/claims';
import { type RelationState, violated } from '../analysis/relations';
import type { Bilingual } from '../editions';
import { isWholeArea } from '../reading/prose';
import { writtenLike } from '../reading/prose/numbers';
import type { Cell, Report } from '../reading/report';
import { otherwise, placeOf, sumOf } from './compared';
import { ALL_EDITIONS, type Fault, type FindingData, rule } from './rule';
import { relatedTo } from './sums';

export const proseTable = rule({
  id: 'prose-table',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '正文与表格的数一致', en: 'Prose and tables agree' },
  explanation: {
    zh: '正文里收到、答复、结转、各类办理结果、行政复议和行政诉讼等的件数，以及“未收到”“均已办结”之类的说法，要与表格一致；各种申请方式的件数之和不能比收到的多。“收到”含不含上年结转都可以。说的是别的事、别的单位、别的年度，或者是约数时不判断；表格里的数没有填或读不出时也不判断。',
    en: 'Numbers in the prose of requests received, answered and carried over, of results, reviews and lawsuits, and words such as 未收到 or 均已办结, agree with the tables; ways of applying add up to no more than came. 收到 may or may not include requests carried in. Other matters, other bodies, other years and approximate numbers are left alone, and so is what the tables leave blank or cannot be read.',
  },
  basis: { zh: '国办公开办函〔2021〕30号；条例第五十条', en: 'Notice No. 30 (2021); article 50 of the Regulation' },
  needs: ['tables'],
  fix: 'suggestion',
  options: {
    scope: {
      kind: 'choice',
      about: {
        zh: '地方政府的报告里，正文和表格是否统计同一范围。',
        en: 'Whether the prose of a local government’s report counts what its tables count.',
      },
      choices: [
        {
          value: 'auto',
          about: {
            zh: '正文各数与表格都对不上、又没有写明全县、全市时，当作统计范围可能不同（如只写政府本级），每段只提示一次。',
            en: 'Where none of its numbers agrees with the tables, and they are not said to be those of the area, the prose may speak of another scope, such as the office alone: it is told once a paragraph, as information.',
          },
        },
        { value: 'same', about: { zh: '范围相同，各数都要一致。', en: 'The same: every number is to agree.' } },
      ],
      standard: 'auto',
    },
  },
  *check({ report, relations, own }) {
    const { wrong, elsewhere } = contradictions(report, own.scope === 'same');
    for (const judged of wrong) if (!explained(judged, relations)) yield faultOf(report, judged);
    for (const judged of elsewhere) yield scopeOf(judged);
  },
  *fixes(finding, { report }) {
    const { start, end } = finding.range;
    const raw = report.text.slice(start, end);
    const judged = judgeClaims(report).find(
      ({ claim, state, figures }) =>
        state === 'contradicts' &&
        claim.written &&
        claim.range.start === start &&
        claim.range.end === end &&
        String(figures[0]!.value) === finding.data.expected,
    );
    // Markup or a line break within a number is left to the writer.
    if (!judged || /[<&\s]/.test(raw)) return;
    for (const value of valuesOf(judged.figures)) {
      const written = writtenLike(raw, value);
      if (written === undefined) continue;
      const sum = sumOf(judged.figures.find((figure) => String(figure.value) === value)!);
      yield {
        title: sum
          ? {
              zh: `把正文的“${raw}”改为“${written}”，即表格的 ${sum}`,
              en: `Change “${raw}” in the prose into “${written}”, in the table ${sum}`,
            }
          : { zh: `把正文的“${raw}”改为表格的“${written}”`, en: `Change “${raw}” in the prose into “${written}” as in the table` },
        edits: [{ range: finding.range, text: written }],
      };
    }
  },
});

/** Two claims of a paragraph that both differ from the tables may both speak of the office alone. */
const ENOUGH = 2;

/**
 * The claims that the tables contradict; `elsewhere`: by paragraph, those that may count something else. In the report of a whole area a paragraph may speak of its government alone: where none
 * of its numbers agrees with the tables, and they are not said to be those of the area, it speaks of something else.
 */
function contradictions(report: Report, sameScope: boolean): { wrong: readonly JudgedClaim[]; elsewhere: readonly JudgedClaim[][] } {
  const judged = judgeClaims(report);
  const wrong = judged.filter(({ state }) => state === 'contradicts');
  if (sameScope || wrong.length === 0 || !isWholeArea(report)) return { wrong, elsewhere: [] };
  const ofPassage = (one: JudgedClaim): JudgedClaim[] => judged.filter(({ claim }) => claim.passage === one.claim.passage);
  const isTold = (one: JudgedClaim): boolean => {
    const others = ofPassage(one).filter(({ claim, state }) => state !== 'not-assessable' && claim.value > 0n);
    return one.claim.wide || others.length < ENOUGH || others.some(({ state }) => state === 'agrees');
  };
  const byPassage = new Map<unknown, JudgedClaim[]>();
  for (const one of wrong) {
    if (isTold(one) || !one.claim.written) continue;
    const { passage } = one.claim;
    byPassage.set(passage, [...(byPassage.get(passage) ?? []), one]);
  }
  return { wrong: wrong.filter(isTold), elsewhere: [...byPassage.values()] };
}

/** One finding for a paragraph none of whose numbers is in the tables. */
function scopeOf(judged: readonly JudgedClaim[]): Fault {
  const { range, passage } = judged[0]!.claim;
  const plainest = judged.map(({ figures }) => figures[0]!);
  const said = judged.map(({ claim }) => String(claim.value));
  const counted = plainest.map(({ value }) => String(value));
  return {
    range,
    severity: 'information',
    message: {
      zh: `这一段的数（${said.join('、')}）与表格（${counted.join('、')}）没有一处一致。如果是上年留下的，请更新；如果统计范围不同，如只写政府本级，请写明。`,
      en: `None of the numbers of this paragraph (${said.join(', ')}) is in the tables (${counted.join(', ')}). Update them if they are last year’s; say so if they count something else, such as the government alone.`,
    },
    data: { section: passage.section },
    related: relatedTo(plainest.flatMap(({ cells }) => (cells.length === 1 ? cells : []))),
  };
}

/**
 * Whether the prose has the number that would settle the sums of the table, or what the parts of a total add up to: then the cell is
 * wrong, and a sum rule says so.
 */
function explained({ claim, figures }: JudgedClaim, relations: readonly RelationState[]): boolean {
  const broken = violated(relations);
  if (broken.length === 0) return false;
  return figures.some(({ cells, value }) => {
    const difference = claim.value - value;
    return cells.some((cell) => {
      const own = broken.filter(({ operands }) => operands.some((operand) => operand.cell === cell));
      const settled = own.filter(({ operands, left, right }) => {
        const isLeft = operands.some((operand) => operand.cell === cell && operand.side === 'left');
        return left + (isLeft ? difference : 0n) === right + (isLeft ? 0n : difference);
      });
      return own.length > 0 && (settled.length === own.length || settled.some((state) => isTotalOf(cell, state)));
    });
  });
}

/** Whether a cell is to be the sum of others: it stands alone on its side. */
const isTotalOf = (cell: Cell, { operands }: RelationState): boolean => {
  const of = operands.find((operand) => operand.cell === cell)!;
  return operands.every((operand) => operand === of || operand.side !== of.side);
};

const valuesOf = (figures: readonly TableFigure[]): string[] => [
  ...new Set(figures.flatMap(({ value }) => (value < 0n ? [] : [String(value)]))),
];

function faultOf(report: Report, { claim, figures }: JudgedClaim): Fault {
  const { cells, reading } = figures[0]!;
  const table = report.tables.get(reading[0]!.table)!;
  const place = placeOf(report, reading);
  const [value] = valuesOf(figures);
  const aside = asideOf(report, figures);
  const sum = claim.value > 0n ? { zh: `，合计 ${claim.value}`, en: `, ${claim.value} in all` } : { zh: '', en: '' };
  const said = `“${wordsOf(report, claim.range)}”`;
  const words = claim.written ? { zh: ` ${claim.value}`, en: String(claim.value) } : { zh: said + sum.zh, en: said + sum.en };
  const rows = new Set(reading.map(({ row }) => row));
  const columns = new Set(reading.map(({ column }) => column));
  const data: FindingData = {
    section: claim.passage.section,
    table: table.definition.id,
    ...(rows.size === 1 ? { row: [...rows][0]! } : {}),
    ...(columns.size === 1 ? { column: [...columns][0]! } : {}),
    actual: String(claim.value),
    expected: value!,
  };
  const figuresShown = cells.length === 1 ? cells : cells.filter((cell) => cell.value.state === 'number' && cell.value.digits !== 0n);
  return {
    range: claim.range,
    message: {
      zh: `正文写${words.zh}，${place.zh}是 ${value}${aside.zh}，两处不一致。请核对正文和表格。`,
      en: `The prose says ${words.en}, but ${place.en} is ${value}${aside.en}. Check the prose and the table.`,
    },
    data,
    related: relatedTo(figuresShown),
  };
}

/** What the figure would be if counted otherwise, and how: （含上年结转是 54）. */
function asideOf(report: Report, figures: readonly TableFigure[]): Bilingual {
  const others = valuesOf(figures).slice(1);
  if (others.length === 0) return { zh: '', en: '' };
  const words = others.map((value) => {
    const figure = figures.find((one) => String(one.value) === value)!;
    const how = otherwise(report, figures[0]!.reading, figure.reading) ?? { zh: '换一种口径', en: 'if counted otherwise' };
    return { zh: `${how.zh}是 ${value}`, en: `${value} ${how.en}` };
  });
  return { zh: `（${words.map(({ zh }) => zh).join('，')}）`, en: ` (${words.map(({ en }) => en).join(', ')})` };
}

/** Words that were claimed, on one line. */
const wordsOf = ({ masked }: Report, { start, end }: { start: number; end: number }): string =>
  masked.slice(start, end).replace(/[\s\uffff]+/g, '');

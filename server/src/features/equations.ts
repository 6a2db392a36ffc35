import type { Operand, RelationState } from '../analysis/relations';
import { type Bilingual, rowOf } from '../editions';
import { rowName } from '../rules/naming';

type Language = keyof Bilingual;

/** More addends than this, and zeros are left out. */
const MANY = 4;

/**
 * An equation with the figures of today and its state, on one line: `21 + 0 = 21 + 0 ✓`, `36 ≠ 21 + 42 ✗ 36 ≠ 63，差 27`,
 * `— 无法核对：“总计”没有填`. Long sums leave out zeros: `25 = 3 + 21 + 1（其余为 0）✓`.
 */
export function equation(state: RelationState, language: Language = 'zh'): string {
  const { operands, left, right } = state;
  if (left === undefined || right === undefined) return notAssessable(state, language);
  const sides = (['left', 'right'] as const).map((side) =>
    sum(
      operands.filter((operand) => operand.side === side),
      language,
    ),
  );
  if (state.state === 'holds') return `${sides.join(' = ')} ✓`;
  const difference = left > right ? left - right : right - left;
  // Where nothing is added, both sums stand there already.
  const sums = sides.some((side) => side.includes('+')) ? `${left} ≠ ${right}${language === 'zh' ? '，' : ', '}` : '';
  return `${sides.join(' ≠ ')} ✗ ${sums}${language === 'zh' ? '差' : 'a difference of'} ${difference}`;
}

function sum(operands: readonly Operand[], language: Language): string {
  const figures = operands.flatMap(({ cell }) => (cell?.value.state === 'number' ? [cell.value.normal] : []));
  if (figures.length <= MANY) return figures.join(' + ');
  const shown = figures.filter((figure) => figure !== '0');
  const zeros = figures.length - shown.length;
  const note = zeros === 0 ? '' : shown.length === 0 ? allZero[language] : othersZero[language];
  return (shown.join(' + ') || '0') + note;
}

const othersZero: Bilingual = { zh: '（其余为 0）', en: ' (all others 0)' };
const allZero: Bilingual = { zh: '（各项均为 0）', en: ' (all are 0)' };

/** At most this many operands that hinder are named. */
const NAMED = 3;

function notAssessable(state: RelationState, language: Language): string {
  const { operands } = state;
  const told = (Object.keys(reasons) as Hindrance[]).flatMap((why) => {
    const hindering = operands.filter((operand) => hindrance(operand) === why);
    if (hindering.length === 0) return [];
    if (hindering.length === operands.length && operands.length > NAMED) return [`${all[language]}${reasons[why][language]}`];
    const names = hindering.slice(0, NAMED).map((operand) => `“${nameIn(state, operand)}”`);
    const more = hindering.length - names.length;
    return language === 'zh'
      ? [`${names.join('')}${more > 0 ? `等 ${hindering.length} 格` : ''}${reasons[why].zh}`]
      : [`${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}${reasons[why].en}`];
  });
  return language === 'zh' ? `— 无法核对：${told.join('，')}` : `— cannot be checked: ${told.join('; ')}`;
}

const reasons = {
  absent: { zh: '没有读到', en: ' not found' },
  unreadable: { zh: '不是数', en: ' not a number' },
  blank: { zh: '没有填', en: ' blank' },
} as const satisfies Record<string, Bilingual>;
type Hindrance = keyof typeof reasons;
const all: Bilingual = { zh: '各项都', en: 'all figures' };

const hindrance = ({ cell }: Operand): Hindrance | undefined =>
  !cell ? 'absent' : cell.value.state === 'number' ? undefined : cell.value.state;

/** What tells an operand from the others: its column in a sum over a row, its row in one over a column. */
function nameIn({ relation, table: { definition } }: RelationState, operand: Operand): string {
  const { row, block } = rowOf(definition, operand.row)!;
  return relation.row === undefined ? rowName(row) : block.columns.find(({ id }) => id === operand.column)!.label.text;
}

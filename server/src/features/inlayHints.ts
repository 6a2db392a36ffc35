import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import type { RelationState } from '../analysis/relations';
import { cellEdit } from '../editing/figures';
import type { Bilingual, Row } from '../editions';
import type { Cell, Range, Table } from '../reading/report';
import { cellsOf, computed, definesTotal, definitionsOf, inOrder, totalOf } from './cellRelations';
import type { Context } from './context';
import { feature } from './feature';
import { silencedRelations } from './silenced';
import { isJudged } from './summary';

/** What is written beside a cell, and the equation in words. */
interface Note {
  readonly label: Bilingual;
  readonly tooltip: Bilingual;
  /** What to write into a blank. */
  readonly sum?: bigint;
}

/** Beside totals that are wrong or not written: what their parts add up to. Nothing where all is well, or is said to be by a silencer. */
export const inlayHints = feature<InlayHintParams, InlayHint[]>({
  method: 'textDocument/inlayHint',
  capabilities: ({ textDocument }) => (textDocument?.inlayHint ? { inlayHintProvider: true } : {}),
  answer(context, { range }) {
    if (!isJudged(context.analysis.report)) return null;
    const wanted = context.offsets(range);
    const notes = notesByCell(context, wanted);
    return inOrder(notes.keys()).map((cell) => {
      const position = context.range(placeOf(cell)).start;
      const { table, texts } = notes.get(cell)!;
      const [only, ...others] = texts;
      const sum = others.length === 0 ? only?.sum : undefined;
      const edit = sum === undefined ? undefined : cellEdit(context.text, table, cell, String(sum));
      return {
        position,
        label: texts.map(({ label }) => context.say(label)).join(context.say(semicolon)),
        tooltip: texts.map(({ tooltip }) => context.say(tooltip)).join('\n'),
        paddingLeft: true,
        ...(edit ? { textEdits: context.textEdits([edit]) } : {}),
      };
    });
  },
});

/** Behind a value; where one is to be written in a blank. */
const placeOf = ({ range, value }: Cell): Range => {
  const at = value.state === 'blank' ? range.start : range.end;
  return { start: at, end: at };
};

interface Notes {
  readonly table: Table;
  readonly texts: readonly Note[];
}

function notesByCell({ analysis }: Context, wanted: Range): Map<Cell, Notes> {
  const silenced = silencedRelations(analysis);
  const marked = new Map<Cell, { readonly table: Table; readonly balance?: RelationState }>();
  for (const state of analysis.relations) {
    const cell = definesTotal(state) ? totalOf(state) : state.operands.at(-1)?.cell;
    const balance = !definesTotal(state) && state.state === 'violated';
    if (!cell || silenced.has(state) || state.state === 'holds' || !(balance || definesTotal(state))) continue;
    const { start } = placeOf(cell);
    if (start < wanted.start || start > wanted.end) continue;
    marked.set(cell, { ...marked.get(cell), table: state.table, ...(balance ? { balance: state } : {}) });
  }
  const notes = new Map<Cell, Notes>();
  for (const [cell, { table, balance }] of marked) {
    const definitions = definitionsOf(analysis, cell).filter((state) => !silenced.has(state));
    const texts = [...notesOnTotal(cell, definitions), ...(balance ? [noteOnBalance(balance)] : [])];
    if (texts.length > 0) notes.set(cell, { table, texts });
  }
  return notes;
}

/** One note where the equations that define a total agree on it, or only one can tell; otherwise one for each that is not met. */
function notesOnTotal(total: Cell, definitions: readonly RelationState[]): Note[] {
  const told = definitions.flatMap((state) => {
    const sum = computed(state);
    return sum === undefined ? [] : [{ state, sum }];
  });
  const open = told.filter(({ sum }) => total.value.state !== 'number' || total.value.digits !== sum);
  const agreed = told.every(({ sum }) => sum === told[0]?.sum);
  return (agreed ? open.slice(0, 1) : open).map(({ state, sum }) => noteOnTotal(total, state, sum, agreed));
}

function noteOnTotal({ value }: Cell, state: RelationState, sum: bigint, agreed: boolean): Note {
  const inRow = state.relation.row !== undefined;
  const way: Bilingual = agreed ? { zh: '', en: '' } : inRow ? { zh: '行 ', en: 'row ' } : { zh: '列 ', en: 'column ' };
  const parts: Bilingual = inRow
    ? { zh: '本行各项之和', en: 'The parts in this row' }
    : { zh: '本列各行之和', en: 'The rows of this column' };
  const worked = `${addition(cellsOf(state, 'right'))} = ${sum}`;
  if (value.state !== 'number') {
    const why: Bilingual =
      value.state === 'blank'
        ? { zh: '这里还没有填', en: 'nothing is written here yet' }
        : { zh: '这里填的不是数', en: 'what is written here is no number' };
    return {
      label: { zh: `${way.zh}Σ ${sum}`, en: `${way.en}Σ ${sum}` },
      tooltip: { zh: `${parts.zh}：${worked}；${why.zh}。`, en: `${parts.en}: ${worked}; ${why.en}.` },
      ...(agreed && value.state === 'blank' ? { sum } : {}),
    };
  }
  const surplus = value.digits - sum;
  const size = surplus < 0n ? -surplus : surplus;
  return {
    label: { zh: `${way.zh}Σ ${sum}，差 ${size}`, en: `${way.en}Σ ${sum}, off by ${size}` },
    tooltip: {
      zh: `${parts.zh}：${worked}；这里填的是 ${value.digits}，${surplus > 0n ? '多' : '少'} ${size}。`,
      en: `${parts.en}: ${worked}; ${value.digits} is written here, ${size} too ${surplus > 0n ? 'many' : 'few'}.`,
    },
  };
}

/** `一＋二＝63，（七）＋四＝61，差 2` */
function noteOnBalance(state: RelationState): Note {
  const { left = 0n, right = 0n, operands } = state;
  const names = (side: 'left' | 'right'): string =>
    cellsOf(state, side)
      .map(({ row }) => ordinal(row))
      .join('＋');
  const size = left > right ? left - right : right - left;
  const column = operands.at(-1)?.cell?.column.label.text ?? '';
  const sides = (['left', 'right'] as const).map((side) => {
    const cells = cellsOf(state, side);
    return `${cells.map(({ row }) => ordinal(row)).join(' + ')} = ${cells.map(figure).join(' + ')} = ${side === 'left' ? left : right}`;
  });
  return {
    label: {
      zh: `${names('left')}＝${left}，${names('right')}＝${right}，差 ${size}`,
      en: `${names('left')}＝${left}, ${names('right')}＝${right}, off by ${size}`,
    },
    tooltip: {
      zh: `“${column}”列应当相等：${sides.join('；')}；差 ${size}。`,
      en: `In column “${column}” these should be equal: ${sides.join('; ')}; off by ${size}.`,
    },
  };
}

/** The number before the label of a row: 一, （七）. */
const ordinal = ({ label }: Row): string => /^（[^（）]+）|^[^、]+(?=、)/.exec(label.text)?.[0] ?? label.text;

const figure = ({ value }: Cell): string => (value.state === 'number' ? value.normal : '');

/** More addends than this are not written out. */
const MOST = 10;

/** Zeros add nothing, neither to the sum nor to the reader's understanding. */
function addition(cells: readonly Cell[]): string {
  const figures = cells.map(figure).filter((text) => text !== '0');
  const shown = figures.length > MOST ? [...figures.slice(0, MOST - 1), '…', ...figures.slice(-1)] : figures;
  return shown.join(' + ') || '0';
}

const semicolon: Bilingual = { zh: '；', en: '; ' };

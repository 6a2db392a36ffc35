import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/editing/edit';
import { inlayHints } from '../../server/src/features/inlayHints';
import { withFault } from '../generator/faults';
import { cellKey, equations, imbalance } from '../generator/model';
import { standing } from '../generator/oracle';
import { Random } from '../generator/random';
import { render } from '../generator/render';
import { holds, showCase } from '../property/support';
import { draft } from '../server/drafts';
import { anyDraft, rangesLieInText, Seen } from './views';

interface Hint {
  readonly position: { line: number; character: number };
  readonly label: string;
  readonly tooltip: string;
  readonly textEdits?: { range: never; newText: string }[];
}

const hintsOf = (seen: Seen): Hint[] => seen.ask(inlayHints, { range: seen.whole });

/** `三、…的行末两格 ⟦label⟧` */
const shown = (seen: Seen): string[] =>
  hintsOf(seen).map(({ position, label }) => `${seen.before(position).split('\t').slice(-2).join(' ')} ⟦${label}⟧`);

const requests = (cells: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).map(([cell, value]) => [`requests/${cell}`, value]));

/** One person asked and was answered. */
const one = requests({
  'received/natural': '1',
  'received/total': '1',
  'granted/natural': '1',
  'granted/total': '1',
  'processed/natural': '1',
  'processed/total': '1',
});

describe('inlay hints', () => {
  const cases: readonly (readonly [name: string, values: Record<string, string>, hints: readonly string[]])[] = [
    ['nothing where all is well', one, []],
    ['a total that is too large', { 'disputes/review/upheld': '3', 'disputes/review/total': '5' }, ['0 5 ⟦Σ 3，差 2⟧']],
    ['a total that is too small', { 'disputes/review/upheld': '3' }, ['0 0 ⟦Σ 3，差 3⟧']],
    ['a blank total', { 'disputes/review/upheld': '3', 'disputes/review/total': '' }, ['0  ⟦Σ 3⟧']],
    ['a total that is no number', { 'disputes/review/upheld': '3', 'disputes/review/total': '三' }, ['0 三 ⟦Σ 3⟧']],
    ['a blank total of zeros', { 'disputes/review/total': '' }, ['0  ⟦Σ 0⟧']],
    ['nothing where a part is blank', { 'disputes/review/upheld': '', 'disputes/review/total': '5' }, []],
    ['nothing where a part is no number', { 'disputes/review/upheld': '若干', 'disputes/review/total': '' }, []],
    ['one hint where both sums say the same', { ...one, ...requests({ 'processed/total': '' }) }, ['0  ⟦Σ 1⟧']],
    [
      'which way, where only one of two sums is wrong',
      { ...one, ...requests({ 'granted/total': '2' }) },
      ['0 2 ⟦Σ 1，差 1⟧', '0 1 ⟦列 Σ 2，差 1⟧'],
    ],
    [
      'both ways, where the sums differ',
      { ...one, ...requests({ 'granted/total': '3', 'processed/total': '9', 'carriedOut/natural': '0' }) },
      ['0 3 ⟦Σ 1，差 2⟧', '0 9 ⟦行 Σ 1，差 8；列 Σ 3，差 6⟧', '0 0 ⟦一＋二＝1，（七）＋四＝9，差 8⟧'],
    ],
    [
      'a column that does not balance, at its last row',
      { ...one, ...requests({ 'carriedIn/natural': '62', 'carriedIn/total': '62', 'carriedOut/natural': '60', 'carriedOut/total': '60' }) },
      ['四、结转下年度继续办理 60 ⟦一＋二＝63，（七）＋四＝61，差 2⟧', '0 60 ⟦一＋二＝63，（七）＋四＝61，差 2⟧'],
    ],
  ];
  for (const [name, values, hints] of cases) {
    it(name, () => {
      const rows = shown(new Seen(draft({ values }))).map((hint) => hint.replace(/^ /, ''));
      assert.deepEqual(
        rows,
        hints.map((hint) => hint.replace('四、结转下年度继续办理 ', '')),
      );
    });
  }

  it('say the equation in words, in both languages', () => {
    const text = draft({ values: { 'disputes/review/upheld': '3', 'disputes/review/pending': '4', 'disputes/review/total': '5' } });
    assert.deepEqual(
      hintsOf(new Seen(text)).map(({ tooltip }) => tooltip),
      ['本行各项之和：3 + 4 = 7；这里填的是 5，少 2。'],
    );
    const [hint] = hintsOf(new Seen(text, { language: 'en' }));
    assert.equal(hint?.label, 'Σ 7, off by 2');
    assert.equal(hint?.tooltip, 'The parts in this row: 3 + 4 = 7; 5 is written here, 2 too few.');
  });

  it('write the sum into a blank', () => {
    const seen = new Seen(draft({ values: { ...one, ...requests({ 'processed/total': '' }) } }));
    const edits = hintsOf(seen).flatMap(({ textEdits = [] }) => textEdits);
    const filled = applyEdits(
      seen.text,
      edits.map(({ range, newText }) => ({ range: seen.offsets(range), text: newText })),
    );
    assert.equal(filled, draft({ values: one }));
    const wrong = new Seen(draft({ values: { 'disputes/review/total': '5' } }));
    assert.ok(
      hintsOf(wrong).every(({ textEdits }) => textEdits === undefined),
      'a written figure is not to be overwritten by a click',
    );
  });

  it('only where they are asked for', () => {
    const seen = new Seen(draft({ values: { 'requests/received/total': '5', 'disputes/review/total': '5' } }));
    const [first, ...others] = hintsOf(seen);
    assert.ok(first && others.length > 0);
    const line = { start: { line: first.position.line, character: 0 }, end: { line: first.position.line + 1, character: 0 } };
    assert.deepEqual(seen.ask(inlayHints, { range: line }), [first]);
  });

  it('none in other files, nor on a year without a format', () => {
    assert.equal(new Seen('# 笔记\n\n| 总计 | 3 |\n').ask(inlayHints, { range: new Seen('x').whole }), null);
    const old = new Seen('清河县民政局2016年政府信息公开工作年度报告\n\n一、概述\n\n无。\n');
    assert.equal(old.ask(inlayHints, { range: old.whole }), null);
  });

  holds(
    'stand at every total that is wrong and at no other',
    fc
      .record({ drawn: anyDraft, kind: fc.constantFrom('number' as const, 'numbers' as const), seed: fc.nat() })
      .map(({ drawn: { spec, style }, kind, seed }) => ({ style, spec: withFault(spec, kind, style.layout, new Random(seed)) ?? spec })),
    { fixed: 60, random: 30 },
    ({ spec, style }) => {
      const drawn = render(spec, style);
      const expected = new Set<number>();
      for (const values of standing(spec)) {
        const id = values.definition.id;
        for (const equation of equations(values.edition).filter(({ table }) => table === id)) {
          if (imbalance(equation, (key) => BigInt(values.cells.get(key)?.normal ?? 'none')) === 0n) continue;
          const named = equation.left.length === 1 ? equation.left[0] : equation.right.at(-1);
          const cell = drawn.cells.find((placed) => placed.table === id && cellKey(placed.row, placed.column) === named);
          if (cell) expected.add(cell.end);
        }
      }
      const seen = new Seen(drawn.text);
      const found = hintsOf(seen).map(({ position }) => seen.offsets({ start: position, end: position }).start);
      const [ours, theirs] = [found, [...expected].sort((a, b) => a - b)].map((places) => places.join(' '));
      return ours === theirs ? undefined : `hints stand at ${ours}, not at ${theirs}`;
    },
    (value) => showCase(value, render(value.spec, value.style)),
  );

  rangesLieInText((seen) =>
    (hintsOf(seen) ?? []).map(({ position, label }) => {
      assert.notEqual(label, '');
      return { start: position, end: position };
    }),
  );
});

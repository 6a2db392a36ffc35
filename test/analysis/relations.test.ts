import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import type { Operand, RelationState } from '../../server/src/analysis/relations';
import { editionById, editions } from '../../server/src/editions';
import { base, withRow } from './draft';

const states = (text: string): ReadonlyMap<string, RelationState> =>
  new Map(analyze(text).relations.map((state) => [state.relation.id, state]));
const stateOf = (text: string, id: string): RelationState => states(text).get(id) ?? assert.fail(`no relation ${id}`);
const operands = (text: string, { operands: all }: RelationState, side: Operand['side']): string[] =>
  all
    .filter((operand) => operand.side === side)
    .map(({ row, column, cell }) => `${row}/${column}=${cell ? text.slice(cell.range.start, cell.range.end) : 'absent'}`);
const notHolding = (text: string): string[] =>
  [...states(text)].flatMap(([id, { state }]) => (state === 'holds' ? [] : [`${state} ${id}`]));

describe('relations', () => {
  for (const { id, relations } of editions) {
    it(`edition ${id}: every one is judged, once, in the order of the edition`, () => {
      const judged = analyze(base(id)).relations;
      const inOrder = (table: string): string[] => relations.filter((relation) => relation.table === table).map((relation) => relation.id);
      assert.deepEqual(
        judged.map(({ relation }) => relation.id),
        [...inOrder('requests'), ...inOrder('disputes')],
      );
      assert.equal(new Set(relations.map((relation) => relation.id)).size, relations.length);
      // A row each, a sum and a balance each of seven columns, and the three groups of disputes.
      const rows = id === '2019' ? 23 : 25;
      assert.equal(relations.length, rows + 7 + 7 + 3);
      assert.deepEqual(notHolding(base(id)), []);
    });
  }

  it('name their operands, with their values in place', () => {
    const text = base('2021');
    const row = stateOf(text, 'requests/sum-row/denied.thirdParty');
    assert.deepEqual([row.state, row.left, row.right], ['holds', 3n, 3n]);
    assert.deepEqual(operands(text, row, 'left'), ['denied.thirdParty/total=3']);
    assert.deepEqual(
      operands(text, row, 'right'),
      ['natural=2', 'business=1', 'research=0', 'welfare=0', 'legal=0', 'other=0'].map((cell) => `denied.thirdParty/${cell}`),
    );
    const balance = stateOf(text, 'requests/sum-balance/business');
    assert.deepEqual(operands(text, balance, 'left'), ['received/business=6', 'carriedIn/business=1']);
    assert.deepEqual(operands(text, balance, 'right'), ['processed/business=6', 'carriedOut/business=1']);
    const outcomes = stateOf(text, 'disputes/sum-disputes/litigation.afterReview');
    assert.deepEqual(operands(text, outcomes, 'left'), ['litigation.afterReview/total=2']);
    assert.deepEqual(
      operands(text, outcomes, 'right'),
      ['upheld=1', 'corrected=0', 'other=1', 'pending=0'].map((cell) => `litigation.afterReview/${cell}`),
    );
  });

  it('the sum of the results takes in every row from （一） to （六）, and neither 一, 二 nor 四', () => {
    for (const [id, count] of [
      ['2019', 19],
      ['2021', 21],
    ] as const) {
      const { right, left } = editionById(id).relations.find((relation) => relation.id === 'requests/sum-results/total') ?? assert.fail();
      assert.deepEqual(left, [{ row: 'processed', column: 'total' }]);
      assert.equal(right.length, count);
      const rows = right.map(({ row }) => row);
      for (const absent of ['received', 'carriedIn', 'processed', 'carriedOut']) assert.ok(!rows.includes(absent), absent);
      assert.equal(rows.filter((row) => row.startsWith('otherwise')).length, id === '2019' ? 1 : 3);
      assert.ok(right.every(({ column }) => column === 'total'));
    }
  });

  it('violated: both sums are given, and every other relation is judged by itself', () => {
    const text = withRow(base('2021'), '四、结转下年度继续办理', [undefined, undefined, undefined, undefined, undefined, undefined, '5']);
    const row = stateOf(text, 'requests/sum-row/carriedOut');
    assert.deepEqual([row.state, row.left, row.right], ['violated', 5n, 3n]);
    const balance = stateOf(text, 'requests/sum-balance/total');
    assert.deepEqual([balance.state, balance.left, balance.right], ['violated', 54n, 56n]);
    assert.deepEqual(notHolding(text), ['violated requests/sum-row/carriedOut', 'violated requests/sum-balance/total']);
  });

  it('numbers beyond 2^53 are added exactly', () => {
    const huge = '9007199254740993';
    const text = withRow(base('2021'), '2.重复申请', [huge, '0', '0', '0', '0', '2', '9007199254740994']);
    const row = stateOf(text, 'requests/sum-row/rejected.duplicate');
    assert.deepEqual([row.state, row.left, row.right], ['violated', 9007199254740994n, 9007199254740995n]);
  });

  describe('not assessable, without sums', () => {
    for (const [name, value] of [
      ['a blank', ''],
      ['a mark for nothing', '—'],
      ['a text', '若干'],
      ['a negative count', '-1'],
      ['a decimal count', '1.0'],
    ] as const) {
      it(`${name} in an operand`, () => {
        const text = withRow(base('2021'), '2.重复申请', [undefined, value, undefined, undefined, undefined, undefined, undefined]);
        assert.deepEqual(notHolding(text), [
          'not-assessable requests/sum-row/rejected.duplicate',
          'not-assessable requests/sum-results/business',
        ]);
        const { left, right, operands: all } = stateOf(text, 'requests/sum-results/business');
        assert.deepEqual([left, right], [undefined, undefined]);
        const blank = all.find(({ row }) => row === 'rejected.duplicate');
        assert.ok(blank?.cell && blank.cell.value.state !== 'number');
      });
    }

    it('a missing row: its operands are absent', () => {
      const text = base('2021').replace(/^.*3\.要求提供公开出版物.*\n/m, '');
      const columns = ['natural', 'business', 'research', 'welfare', 'legal', 'other', 'total'];
      assert.deepEqual(
        notHolding(text).sort(),
        [
          'not-assessable requests/sum-row/rejected.publication',
          ...columns.map((column) => `not-assessable requests/sum-results/${column}`),
        ].sort(),
      );
      assert.ok(operands(text, stateOf(text, 'requests/sum-results/legal'), 'right').includes('rejected.publication/legal=absent'));
    });

    it('a row that cannot be aligned', () => {
      const text = withRow(base('2021'), '四、结转下年度继续办理', ['2', '1', '0', '0', '0', '0', '3\t3']);
      assert.deepEqual(
        notHolding(text).filter((line) => line.includes('sum-row')),
        ['not-assessable requests/sum-row/carriedOut'],
      );
      assert.equal(notHolding(text).filter((line) => line.startsWith('not-assessable requests/sum-balance')).length, 7);
    });
  });

  it('a table that is not there has none', () => {
    const text = base('2021').replace(/行政复议\t[\s\S]*\n\n(?=五、)/, '略。\n\n');
    assert.ok([...states(text).keys()].every((id) => id.startsWith('requests/')));
  });

  it('of a row that stands twice the first counts', () => {
    const text = base('2021').replace(/^(.*2\.重复申请)(.*)$/m, '$1$2\n\t\t2.重复申请\t9\t9\t9\t9\t9\t9\t9');
    assert.deepEqual(notHolding(text), []);
  });

  it('are those of the edition that the table is written in, not of the one that the year asks for', () => {
    const text = base('2019').replaceAll('2020年', '2023年');
    assert.deepEqual(notHolding(text), []);
    assert.ok(states(text).has('requests/sum-row/otherwise'));
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editions, rowsOf } from '../../server/src/editions';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { faultKinds, withFault } from '../generator/faults';
import { cellKey, equations, imbalance, misfits } from '../generator/model';
import { expectedFindings, standing } from '../generator/oracle';
import { Random } from '../generator/random';
import { layoutNames, render } from '../generator/render';

/** The generator is checked by itself, without the reader. */
describe('generator of drafts', () => {
  it('knows the same equations as the data of the editions', () => {
    const ours = (list: readonly { rule: string; table: string; left: readonly string[]; right: readonly string[] }[]): string[] =>
      list
        .map(({ rule, table, left, right }) => `${rule} ${table}: ${[...left].sort().join(' + ')} = ${[...right].sort().join(' + ')}`)
        .sort();
    for (const edition of editions) {
      const data = edition.relations.map(({ rule, table, left, right }) => ({
        rule,
        table,
        left: left.map(({ row, column }) => cellKey(row, column)),
        right: right.map(({ row, column }) => cellKey(row, column)),
      }));
      assert.deepEqual(ours(data), ours(equations(edition.id)));
      assert.equal(edition.relations.length, (edition.id === '2021' ? 25 : 23) + 14 + 3);
    }
  });

  it('draws reports that balance and fit their edition', () => {
    fc.assert(
      fc.property(balancedSpec, (spec) => {
        for (const values of standing(spec)) {
          assert.deepEqual(misfits(values), []);
          for (const equation of equations(values.edition).filter(({ table }) => table === values.definition.id)) {
            const off = imbalance(equation, (key) => BigInt(values.cells.get(key)?.normal ?? 'no number'));
            assert.equal(off, 0n, JSON.stringify(equation));
          }
        }
        assert.deepEqual(expectedFindings(spec, { blanksLost: false }), []);
        assert.deepEqual(expectedFindings(spec, { blanksLost: true }), []);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  for (const layout of layoutNames) {
    it(`writes every value of every table once: ${layout}`, () => {
      fc.assert(
        fc.property(balancedSpec, draftStyle(layout), (spec, style) => {
          const { text, cells } = render(spec, style);
          assert.ok(!/[\ue000-\uf8ff]/.test(text), 'a mark is left in the text');
          assert.equal(new Set(cells.map(({ table, row, column }) => `${table} ${row} ${column}`)).size, cells.length);
          assert.equal(
            cells.length,
            standing(spec).reduce((sum, values) => sum + values.cells.size, 0),
          );
          for (const { table, row, column, start, end } of cells) {
            assert.equal(text.slice(start, end), spec.values[table].cells.get(cellKey(row, column))?.text);
          }
          assert.deepEqual(render(spec, style), { text, cells }, 'the same draft comes out twice');
        }),
        { seed: 2, numRuns: 60 },
      );
    });
  }

  for (const kind of faultKinds) {
    it(`puts a fault into a report that has consequences: ${kind}`, () => {
      let put = 0;
      const drafts = fc.tuple(
        balancedSpec,
        fc.oneof(...layoutNames.map((layout) => draftStyle(layout))),
        fc.integer({ min: 0, max: 0x7fffffff }),
      );
      for (const [spec, style, seed] of fc.sample(drafts, { seed: 5, numRuns: 200 })) {
        const faulty = withFault(spec, kind, style.layout, new Random(seed));
        if (!faulty) continue;
        put++;
        const found = expectedFindings(faulty, { blanksLost: false });
        // A number in `disclosure` stands in no equation.
        const free = (kind === 'number' || kind === 'numbers') && faulty.values.disclosure !== spec.values.disclosure;
        assert.ok(free || found.length > 0, `the fault of seed ${seed} has no consequence`);
        render(faulty, style);
      }
      assert.ok(put > 20, `only ${put} of 200 drafts could take the fault`);
    });
  }

  it('draws all rows of both editions, all layouts and line ends', () => {
    const seen = new Set<string>();
    const drafts = fc.sample(fc.tuple(balancedSpec, fc.oneof(...layoutNames.map((layout) => draftStyle(layout)))), {
      seed: 3,
      numRuns: 400,
    });
    for (const [spec, style] of drafts) {
      seen
        .add(spec.edition)
        .add(style.layout.layout)
        .add(style.crlf ? 'CRLF' : 'LF')
        .add(style.bom ? 'BOM' : 'no BOM');
      for (const values of standing(spec)) for (const { row } of rowsOf(values.definition)) seen.add(`${values.edition} ${row.id}`);
    }
    const rows = editions.flatMap((edition) =>
      edition.tables.flatMap((table) => rowsOf(table).map(({ row }) => `${edition.id} ${row.id}`)),
    );
    for (const one of [...rows, ...layoutNames, '2019', '2021', 'LF', 'CRLF', 'BOM', 'no BOM'])
      assert.ok(seen.has(one), `${one} was never drawn`);
  });
});

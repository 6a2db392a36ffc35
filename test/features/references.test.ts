import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver';
import { definition, references } from '../../server/src/features/references';
import { cellKey, equations } from '../generator/model';
import { render } from '../generator/render';
import { holds, showCase } from '../property/support';
import { draft } from '../server/drafts';
import { anyDraft, rangesLieInText, Seen, uri } from './views';

type Cell = readonly [table: 'disclosure' | 'requests' | 'disputes', row: string, column: string];

const definitionsAt = (seen: Seen, offset: number): Location[] | null => seen.ask(definition, { position: seen.position(offset) });
const referencesAt = (seen: Seen, offset: number, includeDeclaration = true): Location[] | null =>
  seen.ask(references, { position: seen.position(offset), context: { includeDeclaration } });

const names = (seen: Seen, found: Location[] | null): string[] | undefined =>
  found?.map(({ uri: document, range }) => {
    assert.equal(document, uri);
    return seen.nameOf(range).replace(/^\w+\//, '');
  });

describe('definition and references', () => {
  const seen = new Seen(draft({ values: { 'requests/received/total': '' } }));
  const at = ([table, row, column]: Cell): number => seen.cell(table, row, column).range.start;

  it('lead from a part to its totals', () => {
    assert.deepEqual(names(seen, definitionsAt(seen, at(['disputes', 'review', 'other']))), ['review/total']);
    assert.deepEqual(names(seen, definitionsAt(seen, at(['requests', 'granted', 'legal']))), ['granted/total', 'processed/legal']);
    assert.deepEqual(names(seen, definitionsAt(seen, at(['requests', 'received', 'other']))), ['received/total'], 'also where it is blank');
  });

  it('lead from a total to its parts', () => {
    assert.deepEqual(names(seen, definitionsAt(seen, at(['disputes', 'review', 'total']))), [
      'review/upheld',
      'review/corrected',
      'review/other',
      'review/pending',
    ]);
    assert.equal(definitionsAt(seen, at(['requests', 'processed', 'total']))?.length, 21 + 6);
  });

  it('lead from a number of the prose to its cells', () => {
    const told = new Seen(
      draft().replace(/\d{4}年，本单位依法[^\n]*/, '（二）依申请公开。全年新收政府信息公开申请50件，其中法人或其他组织10件，均已办结。'),
    );
    const from = (part: string, skip: number): string[] | undefined => names(told, told.ask(definition, { position: told.at(part, skip) }));
    assert.deepEqual(from('申请50件', 3), ['received/total']);
    assert.deepEqual(from('组织10件', 2), [
      'received/business',
      'received/research',
      'received/welfare',
      'received/legal',
      'received/other',
    ]);
    assert.deepEqual(from('均已办结', 1), ['carriedOut/total']);
    assert.equal(from('全年新收', 1), undefined);
  });

  it('find the numbers of the prose that speak of a cell, a row or the same cell', () => {
    const told = new Seen(
      draft().replace(
        /\d{4}年，本单位依法[^\n]*/,
        '（二）依申请公开。全年新收政府信息公开申请50件，新收申请51件，其中自然人40件。行政复议、行政诉讼均为0件。',
      ),
    );
    const numbers = (found: Location[] | null): string[] =>
      (found ?? []).flatMap(({ range }) => (told.nameOf(range).startsWith('no cell') ? [told.textOf(range)] : []));
    const of = (cell: Cell): string[] => numbers(referencesAt(told, told.cell(...cell).range.start, false));
    assert.deepEqual(of(['requests', 'received', 'total']), ['50', '51']);
    assert.deepEqual(of(['requests', 'received', 'natural']), ['40']);
    assert.deepEqual(of(['disputes', 'review', 'total']), ['0']);
    assert.deepEqual(of(['requests', 'granted', 'total']), []);
    const at50 = told.text.indexOf('50件');
    assert.deepEqual(names(told, referencesAt(told, at50, false))?.slice(-1), ['received/total']);
    assert.deepEqual(numbers(referencesAt(told, at50, false)), ['51']);
    assert.deepEqual(numbers(referencesAt(told, at50, true)), ['50', '51']);
    assert.deepEqual(numbers(referencesAt(told, told.text.indexOf('一、本年新收') + 2)), ['50', '51', '40']);
  });

  it('find all that is calculated with a cell', () => {
    const own = [
      'received/natural',
      'received/business',
      'received/research',
      'received/welfare',
      'received/legal',
      'received/other',
      'received/total',
    ];
    const balance = ['carriedIn/natural', 'processed/natural', 'carriedOut/natural'];
    assert.deepEqual(names(seen, referencesAt(seen, at(['requests', 'received', 'natural']))), [...own, ...balance]);
    assert.deepEqual(names(seen, referencesAt(seen, at(['requests', 'received', 'natural']), false)), [...own.slice(1), ...balance]);
  });

  it('find the values of a row', () => {
    const found: Location[] = seen.ask(references, { position: seen.at('行政规范性文件', 2), context: { includeDeclaration: true } });
    assert.deepEqual(names(seen, found), ['normative/issued', 'normative/repealed', 'normative/inForce']);
  });

  it('nothing elsewhere', () => {
    const licensing = at(['disclosure', 'licensing', 'decisions']);
    assert.equal(definitionsAt(seen, licensing), null);
    assert.equal(referencesAt(seen, licensing, false), null);
    for (const part of ['三、收到和处理', '商业企业', '存在的主要问题：'])
      assert.equal(seen.ask(definition, { position: seen.at(part, 1) }), null, part);
    assert.equal(definitionsAt(new Seen('| 总计 | 3 |\n| --- | --- |\n'), 7), null);
  });

  holds(
    'lead to the other cells of the same equations',
    anyDraft,
    { fixed: 40, random: 20 },
    ({ spec, style }) => {
      const drawn = render(spec, style);
      const all = new Seen(drawn.text);
      for (const { definition: table, edition } of Object.values(spec.values)) {
        const cells = drawn.cells.filter((cell) => cell.table === table.id);
        const places = new Map(cells.map((cell) => [cellKey(cell.row, cell.column), cell.start]));
        const own = equations(edition).filter((equation) => equation.table === table.id);
        for (const [key, start] of places) {
          const starts = (found: Location[] | null): string => (found ?? []).map(({ range }) => all.offsets(range).start).join(' ');
          const expected = (keys: readonly string[]): string =>
            [...new Set(keys)]
              .map((one) => places.get(one)!)
              .sort((a, b) => a - b)
              .join(' ');
          const around = own.filter(({ left, right }) => left.includes(key) || right.includes(key));
          const others = around.flatMap(({ left, right }) => [...left, ...right]).filter((other) => other !== key);
          if (starts(referencesAt(all, start, false)) !== expected(others)) return `references of ${table.id} ${key}`;
          const totals = around.filter(({ left }) => left.length === 1);
          const parts = totals.filter(({ left }) => left[0] === key).flatMap(({ right }) => right);
          const led = parts.length > 0 ? parts : totals.flatMap(({ left }) => left);
          if (starts(definitionsAt(all, start)) !== expected(led)) return `definitions of ${table.id} ${key}`;
        }
      }
      return undefined;
    },
    (value) => showCase(value, render(value.spec, value.style)),
  );

  rangesLieInText((seen) =>
    seen
      .places(100)
      .flatMap((offset) => [...(definitionsAt(seen, offset) ?? []), ...(referencesAt(seen, offset) ?? [])])
      .map(({ range }) => range),
  );
});

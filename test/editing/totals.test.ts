import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../../server/src/analysis/analyze';
import { applyEdits } from '../../server/src/editing/edit';
import { fillTotals } from '../../server/src/editing/totals';
import type { TableId } from '../../server/src/editions';
import { base, withRow } from '../analysis/draft';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { cellKey, type Written } from '../generator/model';
import { Random } from '../generator/random';
import { layoutNames, render } from '../generator/render';
import type { Spec } from '../generator/spec';
import { type Case, holds, showCase } from '../property/support';
import { analyze } from './judge';

const sums = /^sum-(?:row|results|disputes)$/;

function filled(text: string, table?: TableId): string {
  const { report, relations } = analyze(text);
  const tables = [...report.tables.values()].filter(({ definition }) => table === undefined || definition.id === table);
  return applyEdits(
    text,
    tables.flatMap((one) => fillTotals(report, relations, one)),
  );
}

/** A report in which some totals are blank or wrong. */
function withoutTotals(spec: Spec, random: Random, wrong: boolean): Spec {
  const values = { ...spec.values };
  for (const id of ['requests', 'disputes'] as const) {
    const cells = new Map<string, Written>(values[id].cells);
    for (const [key, cell] of cells) {
      if (!(key.endsWith('/total') || key.startsWith('processed/')) || random.chance(0.6)) continue;
      const text = wrong ? String(random.int(0, 99)) : '';
      cells.set(key, { ...cell, text, normal: wrong ? text : null });
    }
    values[id] = { ...values[id], cells };
  }
  return { ...spec, values };
}

const figuresOf = ({ report }: Analysis): string[] =>
  [...report.tables].flatMap(([id, table]) =>
    table.rows.flatMap(({ row, cells }) =>
      [...cells].map(([column, { value }]) => `${id} ${cellKey(row.id, column)} ${value.state === 'number' ? value.normal : value.state}`),
    ),
  );

describe('totals from their parts', () => {
  const zero = ['0', '0', '0', '0', '0', '0'];

  it('are computed in the order in which they depend on each other', () => {
    const text = [
      ['（一）予以公开', ['14', '2', '0', '1', '0', '0', '']],
      ['（七）总计', ['', '', '', '99', '', '', '']],
    ].reduce((draft, [label, values]) => withRow(draft, label as string, values as string[]), base('2019'));
    assert.equal(filled(text), base('2019'));
  });

  it('stay blank where a part cannot be read', () => {
    const text = withRow(withRow(base('2019'), '（一）予以公开', ['14', '若干', '0', '1', '0', '0', '']), '（七）总计', [
      '31',
      '',
      '0',
      '1',
      '0',
      '0',
      '',
    ]);
    const after = filled(text);
    assert.match(after, /（一）予以公开\t\t14\t若干\t0\t1\t0\t0\t\n/);
    assert.match(after, /（七）总计\t\t31\t\t0\t1\t0\t0\t\n/);
  });

  it('leave a total alone that two sums define differently', () => {
    // The row says 36, the column cannot: one of its totals is wrong and its own parts are unreadable.
    const text = withRow(withRow(base('2019'), '1.属于国家秘密', ['/', '0', '0', '0', '0', '0', '7']), '（七）总计', [
      '31',
      '4',
      '0',
      '1',
      '0',
      '0',
      '36',
    ]);
    assert.equal(filled(text), text);
  });

  it('compute nothing else: not what was received, not what was carried over', () => {
    const text = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '四、结转下年度继续办理'].reduce(
      (draft, label) => withRow(draft, label, ['', ...zero]),
      base('2019'),
    );
    assert.equal(filled(text), text);
  });

  it('come in table disputes too, and leave the other tables alone', () => {
    const disputes = /^\d+(?:\t\d+){14}$/m;
    const text = base('2021').replace(disputes, (line) =>
      line
        .split('\t')
        .map((figure, i) => (i === 4 ? '' : i === 9 ? '77' : figure))
        .join('\t'),
    );
    assert.notEqual(text, base('2021'));
    assert.equal(filled(text), base('2021'));
    assert.equal(filled(text, 'requests'), text);
  });

  it('stand below the last bar where bars have lines of their own', () => {
    const apart = (text: string): string =>
      text.replace(
        /^.*\t.*$/gm,
        (row) =>
          `${row
            .replace(/^\t+/, '')
            .replace(/\t+(?=.)/g, '\n|\n')
            .replace(/\t+$/, '\n|\n')}\n`,
      );
    const text = withRow(base('2021'), '（一）予以公开', ['18', '3', '1', '0', '1', '0', '']);
    assert.equal(filled(apart(text)), apart(base('2021')));
  });

  for (const layout of layoutNames) {
    for (const wrong of [true, false]) {
      const drafts: fc.Arbitrary<Case> = fc
        .record({ spec: balancedSpec, style: draftStyle(layout), seed: fc.integer({ min: 0, max: 0x7fffffff }) })
        .map(({ spec, style, seed }) => ({ spec: withoutTotals(spec, new Random(seed), wrong), style }));
      holds(
        `${layout}: ${wrong ? 'wrong' : 'blank'} totals`,
        drafts,
        { fixed: 12, random: 6 },
        ({ spec, style }) => {
          const { text } = render(spec, style);
          const after = filled(text);
          const [before, now] = [analyze(text), analyze(after)];
          const violated = now.findings.filter(({ rule }) => sums.test(rule));
          if (violated.length > 0) return violated[0]!.message.zh;
          const assessable = ({ relations }: Analysis): Set<string> =>
            new Set(relations.flatMap(({ relation, state }) => (state === 'not-assessable' ? [] : [relation.id])));
          for (const id of assessable(before)) if (!assessable(now).has(id)) return `${id} was assessable`;
          const others = figuresOf(before).filter((one) => !/\/total |processed\//.test(one));
          const left = new Set(figuresOf(now));
          for (const one of others) if (!left.has(one)) return `${one} has changed`;
          if (filled(after) !== after) return 'the second time something changes';
          const shown = layout === 'gfm' || layout === 'html' || layout === 'small-tables';
          const blank = now.findings.filter(
            ({ rule, data }) => rule === 'cell-empty' && (data.column === 'total' || data.row === 'processed'),
          );
          return shown && blank.length > 0 ? `${blank[0]!.message.zh}\n${after}` : undefined;
        },
        (value) => showCase(value, render(value.spec, value.style)),
      );
    }
  }
});

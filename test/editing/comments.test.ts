import assert from 'node:assert/strict';
import { analyze as analyzeAll } from '../../server/src/analysis/analyze';
import { convert } from '../../server/src/editing/convert';
import { applyEdits, defaultEditing } from '../../server/src/editing/edit';
import { relayout } from '../../server/src/editing/relayout';
import { silencingFix } from '../../server/src/editing/silence';
import { editionById } from '../../server/src/editions';
import type { Layout } from '../../server/src/reading/report';
import { base, withRow } from '../analysis/draft';
import { analyze } from './judge';

const layouts: readonly Layout[] = ['tab', 'pipe', 'gfm', 'html', 'lines', 'words'];

/** Two totals of rows that are wrong. */
const granted = '（一）予以公开';
const partial = '（二）部分公开（区分处理的，只计这一情形，不计其他情形）';
const wrong = (total: string): (string | undefined)[] => [...new Array<undefined>(6).fill(undefined), total];
const faulty = withRow(withRow(base('2021'), granted, wrong('99')), partial, wrong('98'));
const lineOf = (label: string): string => faulty.split('\n').find((line) => line.includes(label))!;

const inLayout = (text: string, layout: Layout): string => {
  const { report } = analyze(text);
  return applyEdits(text, relayout(report, report.tables.get('requests')!, layout) ?? assert.fail(`not written as ${layout}`));
};

/** What is told and what is silenced, whatever the layout. */
const judged = (text: string): { told: string[]; silenced: string[] } => {
  const { findings, suppressed } = analyze(text);
  const name = ({ rule, data }: { rule: string; data: object }): string => `${rule} ${JSON.stringify(data)}`;
  return { told: findings.map(name).sort(), silenced: suppressed.map(({ finding, reason }) => `${name(finding)} ${reason}`).sort() };
};

describe('comments in a table that is written anew', () => {
  for (const from of layouts) {
    for (const to of layouts.filter((layout) => layout !== from)) {
      it(`silence the same finding and no other: ${from} to ${to}`, () => {
        const text = inLayout(faulty, from);
        const { findings, report } = analyze(text);
        const finding = findings.find(({ rule, data }) => rule === 'sum-row' && data.row === 'granted')!;
        const silenced = applyEdits(text, silencingFix(finding, findings, report).edits);
        const before = judged(silenced);
        assert.equal(before.silenced.length, 1);
        assert.ok(before.told.some((one) => one.startsWith('sum-row')));
        assert.deepEqual(judged(inLayout(silenced, to)), before);
      });
    }
  }

  const [first, second] = [lineOf(granted), lineOf(partial)];
  const cases: [title: string, lines: string, silenced: number, lead?: string][] = [
    ['a line', `${first} <!-- gongkai-ignore-line sum-row: 经核实 -->\n${second}`, 1],
    ['the next line', `<!-- gongkai-ignore-next-line sum-row: 经核实 -->\n${first}\n${second}`, 1],
    ['a block', `<!-- gongkai-ignore-start sum-row: 经核实 -->\n${first}\n${second}\n<!-- gongkai-ignore-end -->`, 2],
    ['a block that is never closed', `<!-- gongkai-ignore-start sum-row -->\n${first}\n${second}`, 2],
    [
      'a block that ends in the table',
      `${first}\n<!-- gongkai-ignore-end -->\n${second}`,
      1,
      '<!-- gongkai-ignore-start sum-row: 经核实 -->\n',
    ],
    ['the whole file', `<!-- gongkai-ignore-file sum-row: 经核实 -->\n${first}\n${second}`, 2],
  ];
  for (const [title, lines, count, lead = ''] of cases) {
    for (const to of layouts.filter((layout) => layout !== 'tab')) {
      it(`that speak of ${title} hold in ${to}`, () => {
        const text = faulty.replace(`${first}\n${second}`, lines).replace('三、收到', `${lead}三、收到`);
        const before = judged(text);
        assert.equal(before.silenced.length, count);
        assert.deepEqual(judged(inLayout(text, to)), before);
      });
    }
  }

  it('that speak of nothing in it follow it', () => {
    const text = faulty.replace(first, `<!-- 待核 -->\n${first}`);
    assert.match(inLayout(text, 'gfm'), /\|\n\n<!-- 待核 -->\n/);
  });

  it('go with their cells into the other edition', () => {
    const text = faulty.replace(first, `${first} <!-- gongkai-ignore-line sum-row: 经核实 -->`);
    const edits = convert(analyze(text).report, editionById('2019'), defaultEditing)!.edits;
    const { suppressed } = analyze(applyEdits(text, edits), { edition: '2019' });
    assert.deepEqual(
      suppressed.map(({ finding: { rule, data }, reason }) => [rule, data.row, reason]),
      [['sum-row', 'granted', '经核实']],
    );
  });

  it('a cell in a line of its own is silenced alone', () => {
    const text = inLayout(faulty, 'lines').replace('\n99\n', '\n99 <!-- gongkai-ignore-line sum-row: 经核实 -->\n');
    assert.equal(judged(text).silenced.length, 1);
    assert.match(inLayout(text, 'gfm'), /\| 99 <!-- gongkai-ignore-line sum-row: 经核实 --> \|/);
  });

  it('a cell that looks like a comment is none', () => {
    const text = faulty.replace(first, first.replace('\t99', '\t99（&lt;!-- 待核 --&gt;）'));
    assert.ok(!inLayout(text, 'html').includes('99（<!--'));
  });

  it('bars in a reason divide no cell', () => {
    const text = faulty.replace(first, `${first} <!-- gongkai-ignore-line sum-row: 甲|乙 -->`);
    assert.deepEqual(judged(inLayout(text, 'gfm')).told, judged(text).told);
    assert.match(inLayout(text, 'gfm'), /甲\\\|乙/);
  });
});

describe('a silencer in the paragraph of a page', () => {
  for (const [title, paragraph, expected] of [
    [
      'behind its last word',
      '<p>新收政府信息公开申请51件，均已登记。</p>',
      '均已登记。<!-- gongkai-ignore-line prose-table: 待写明理由 --></p>',
    ],
    [
      'before the line is broken',
      '<p>新收<b>政府信息公开申请</b>51件，均已登记。<br>其他正常。</p>',
      '登记。<!-- gongkai-ignore-line prose-table: 待写明理由 --><br>',
    ],
    [
      'at the end of a line of a longer one',
      '<p>\n新收政府信息公开申请51件，均已登记。\n</p>',
      '登记。<!-- gongkai-ignore-line prose-table: 待写明理由 -->\n</p>',
    ],
  ] as const) {
    it(`stands ${title}`, () => {
      const draft = inLayout(base('2021'), 'html').replace('一、总体情况\n', `$&${paragraph}\n`);
      const { findings, report } = analyzeAll(draft);
      const finding = findings.find(({ rule }) => rule === 'prose-table') ?? assert.fail(findings.map(({ rule }) => rule).join());
      const silenced = applyEdits(draft, silencingFix(finding, findings, report).edits);
      assert.ok(silenced.includes(expected), silenced.slice(0, 600));
      assert.deepEqual(
        analyzeAll(silenced).suppressed.map(({ finding: { rule } }) => rule),
        ['prose-table'],
      );
    });
  }
});

describe('a silencer of a blank cell', () => {
  it('stands around it where blank lines are all there is of it', () => {
    // A cell a line, a bar between two of them; the last cell of a row is blank, and rows are apart.
    const lines = base('2021')
      .split('\n')
      .map((line) => (line.includes('\t') ? `${line.split('\t').filter(Boolean).join('\n|\n')}\n` : line));
    const draft = lines.join('\n').replace(/(8\.属于行政查询事项\n(?:\|\n\d+\n){6}\|\n)\d+\n/, '$1\n');
    const { findings, report } = analyzeAll(draft);
    const finding = findings.find(({ rule }) => rule === 'cell-empty') ?? assert.fail(findings.map(({ rule }) => rule).join());
    const silenced = applyEdits(draft, silencingFix(finding, findings, report).edits);
    assert.ok(silenced.includes('| <!-- gongkai-ignore-start cell-empty: 待写明理由 -->\n\n<!-- gongkai-ignore-end -->'), silenced);
    const after = analyzeAll(silenced);
    assert.deepEqual(
      after.suppressed.map(({ finding: { rule, data } }) => [rule, data.row, data.column]),
      [['cell-empty', 'denied.inquiry', 'total']],
    );
    assert.deepEqual(
      after.findings.map(({ rule }) => rule),
      findings.filter((one) => one !== finding).map(({ rule }) => rule),
    );
  });
});

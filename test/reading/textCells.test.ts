import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../server/src/analysis/analyze';

const base = readFileSync(join(__dirname, '..', 'fixtures', 'base', '2021.txt'), 'utf8');

/** The same tables, written otherwise. */
const layouts: Readonly<Record<string, (text: string) => string>> = {
  tab: (text) => text,
  pipe: (text) => eachTable(text, (rows) => rows.map((row) => `${row.join(' | ')} |`)),
  gfm: (text) => eachTable(text, ([head = [], ...rows]) => [bar(head), bar(head.map(() => '---')), ...rows.map(bar)]),
  html: (text) => eachTable(text, (rows) => ['<table>', ...rows.map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`), '</table>']),
};
const bar = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function eachTable(text: string, write: (rows: string[][]) => string[]): string {
  return text.replace(/(?:^[^\n]*\t[^\n]*\n)+/gm, (table) => {
    const rows = table.trimEnd().split('\n');
    return `${write(rows.map((row) => row.split('\t'))).join('\n')}\n`;
  });
}

interface Spot {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** What stands in the base draft around the figure, with § in its place. */
  readonly around: string;
  readonly figure: string;
}
const spots: readonly Spot[] = [
  { table: 'disclosure', row: 'normative', column: 'issued', around: '行政规范性文件\t§\t1', figure: '3' },
  { table: 'disclosure', row: 'normative', column: 'inForce', around: '\t3\t1\t§\n', figure: '16' },
  { table: 'disclosure', row: 'licensing', column: 'decisions', around: '行政许可\t§\t', figure: '212' },
  { table: 'requests', row: 'denied.thirdParty', column: 'natural', around: '合法权益\t§\t1\t0', figure: '2' },
  { table: 'requests', row: 'denied.thirdParty', column: 'research', around: '合法权益\t2\t1\t§\t0', figure: '0' },
  { table: 'requests', row: 'denied.thirdParty', column: 'total', around: '合法权益\t2\t1\t0\t0\t0\t0\t§\n', figure: '3' },
  { table: 'requests', row: 'carriedOut', column: 'natural', around: '继续办理\t\t\t§\t1', figure: '2' },
  { table: 'disputes', row: 'review', column: 'upheld', around: '\n§\t1\t0\t1\t4\t', figure: '2' },
  { table: 'disputes', row: 'litigation.direct', column: 'pending', around: '\t1\t0\t0\t§\t2\t', figure: '1' },
  { table: 'disputes', row: 'litigation.afterReview', column: 'total', around: '\t1\t0\t1\t0\t§\n', figure: '2' },
];

const written = [
  '/',
  '—',
  '-',
  '无',
  'N/A',
  '若干',
  'O',
  '1O',
  '三',
  '约5',
  '83余',
  '3～5',
  '未发生',
  '1.5',
  '-3',
  '+5',
  '5.',
  '零件',
  'x',
  '（3）',
  '（略）',
  '1、',
];

describe('a text where a figure belongs is found in its cell', () => {
  for (const [layout, write] of Object.entries(layouts)) {
    for (const { table, row, column, around, figure } of spots) {
      it(`${layout}: ${table} ${row} ${column}`, () => {
        const [before = '', after = ''] = around.split('§');
        assert.equal(base.split(before + figure + after).length, 2, 'the spot is one');
        for (const cell of written) {
          const text = write(base.replace(before + figure + after, before + cell + after));
          const { findings, relations } = analyze(text);
          assert.deepEqual(
            findings.map(({ rule, data, range }) => [rule, data.table, data.row, data.column, text.slice(range.start, range.end)]),
            [['cell-value', table, row, column, cell]],
          );
          assert.deepEqual(
            relations.filter(({ state }) => state === 'violated'),
            [],
          );
        }
      });
    }
  }
});

describe('blank cells in Markdown', () => {
  it('may be written as non-breaking spaces', () => {
    const gfm = layouts.gfm?.(base).replaceAll('|  |', '| &nbsp; |').replaceAll('|  |', '| &nbsp; |') ?? '';
    assert.match(gfm, /&nbsp;/);
    assert.deepEqual(analyze(gfm).findings, []);
  });
});

describe('a first figure that nobody can read is found among words', () => {
  const words = base.replace(/\t+/g, ' ');
  const wraps: Readonly<Record<string, (first: string) => string>> = {
    'where the label is wrapped around the values': (first) =>
      words.replace(/^(.*)2\.没有现成信息需要另行制作 \S+( .*)$/m, (_, before: string, after: string) =>
        [`${before}2.没有现成信`.trim(), `三、本年度办理结果 ${first}${after}`, '息需要另行制作'].join('\n'),
      ),
    'behind the end of a wrapped label': (first) =>
      words.replace(
        /^(.*2\.没有现成信息需要)另行制作 \S+( .*)$/m,
        (_, before: string, after: string) => `${before}\n另行制作 ${first}${after}`,
      ),
    'behind a label in one piece': (first) => words.replace(/(?<=2\.没有现成信息需要另行制作) \S+/, ` ${first}`),
  };
  for (const [where, write] of Object.entries(wraps))
    for (const first of ['1O', 'O', 'l', 'Ｏ', '若干', '待填', '××', '？', '__'])
      it(`${where}: ${first}`, () => {
        const text = write(first);
        assert.ok(text.includes(` ${first} 0`));
        assert.deepEqual(
          analyze(text).findings.map(({ rule, data: { row, column } }) => `${rule} ${row} ${column}`),
          ['cell-value unavailable.toBeMade natural'],
        );
      });
});

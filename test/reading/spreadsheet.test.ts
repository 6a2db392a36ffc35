import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { cellEdit } from '../../server/src/editing/figures';
import { base } from '../analysis/draft';
import { assertSame, official, values } from './figures';

/** Every table, as `write` makes it of its rows. */
const eachTable = (text: string, write: (rows: readonly string[][]) => readonly string[]): string =>
  text.replace(/(?:^[^\n]*\t[^\n]*\n)+/gm, (table) => {
    const rows = table.replace(/\n$/, '').split('\n');
    return `${write(rows.map((row) => row.split('\t'))).join('\n')}\n`;
  });
const letters = (row: readonly string[]): string => row.map((_, i) => `\t${String.fromCharCode(65 + i)}`).join('');
const bar = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const ruled = ([head = [], ...rows]: readonly string[][]): string[] => [bar(head), bar(head.map(() => '---')), ...rows.map(bar)];
const html = (rows: readonly string[][]): string[] => [
  '<table>',
  ...rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`),
  '</table>',
];
const counted = (rows: readonly string[][], from: number): string[][] => rows.map((row, i) => [String(i + from), ...row]);
const missing = (rows: readonly string[][]): string[][] => rows.map((row) => row.map((cell) => (cell === '' ? 'NaN' : cell)));
const broken = (cell: string, end: string): string => (cell.length > 5 ? `"${cell.slice(0, 4)}${end}${cell.slice(4)}"` : cell);

describe('tables as spreadsheets and programs copy them', () => {
  const written: Readonly<Record<string, (rows: readonly string[][]) => readonly string[]>> = {
    'the number of the line before every row': (rows) => counted(rows, 1).map((row) => row.join('\t')),
    'the letters of the columns above, too': (rows) => [letters(rows[0]!), ...counted(rows, 1).map((row) => row.join('\t'))],
    'counted from naught, in Markdown': (rows) => ruled([['', ...rows[0]!.map((_, i) => String(i))], ...counted(rows, 0)]),
    'counted in HTML': (rows) => html(counted(rows, 1)),
    'a head of serial numbers': (rows) => rows.map((row, i) => [row[0] === '信息内容' ? '序号' : String(i), ...row].join('\t')),
    'line breaks in quoted cells': (rows) => rows.map((row) => row.map((cell) => broken(cell, '\n')).join('\t')),
    'line breaks of Windows in them': (rows) => rows.map((row) => `${row.map((cell) => broken(cell, '\r\n')).join('\t')}\r`),
    'NaN in blank cells': (rows) => ruled(missing(rows)),
    'NaN in blank cells, behind a count': (rows) => ruled([['', ...rows[0]!.map((_, i) => `Unnamed: ${i}`)], ...counted(missing(rows), 0)]),
  };
  for (const [name, write] of Object.entries(written)) {
    it(name, () => {
      const text = eachTable(base('2021'), write);
      assertSame(text);
    });
  }

  it('quotes around sentences divide no line', () => {
    const text = base('2021').replace('（二）依申请公开', '"公开是原则。"\n\n"不公开是例外。"\n\n一\t"甲"\t乙\n\n（二）依申请公开');
    const { sections } = analyze(text).report;
    assert.deepEqual(values(text), official);
    assert.ok(sections[0]?.text.some(({ start, end }) => text.slice(start, end) === '"公开是原则。"'));
  });

  it('a number that begins a row of values is one of them', () => {
    const text = eachTable(base('2021').replace('\n2\t1\t0', '\n2\tO\t0'), ruled);
    const cell = analyze(text).report.tables.get('disputes')?.rows[0]?.cells.get('upheld');
    assert.equal(cell?.value.state === 'number' && cell.value.normal, '2');
  });

  const lacking = base('2021').replace('行政规范性文件\t3\t1\t16', '行政规范性文件\t3\tNaN\t16');

  it('a single NaN stands for nothing', () => {
    const text = eachTable(lacking, ruled);
    const cell = analyze(text).report.tables.get('disclosure')?.rows[1]?.cells.get('repealed');
    assert.equal(cell && text.slice(cell.range.start, cell.range.end), 'NaN');
  });

  it('NaN where a value belongs is filled in its place', () => {
    const text = eachTable(lacking, (rows) => ruled(missing(rows)));
    const { tables } = analyze(text).report;
    const table = tables.get('disclosure')!;
    const { range, text: written } = cellEdit(text, table, table.rows[1]!.cells.get('repealed')!, '0')!;
    assert.match(text.slice(0, range.start) + written + text.slice(range.end), /\| 行政规范性文件 \| 3 \| 0 \| 16 \|/);
  });
});

import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { base } from '../analysis/draft';
import { assertSame, official, values } from './figures';

/** Every row of every table, as `write` makes it of its cells. */
const eachRow = (text: string, write: (cells: readonly string[]) => string): string =>
  text.replace(/^.*\t.*$/gm, (row) => write(row.split('\t')));
const gfm = (text: string): string =>
  text.replace(/(?:^[^\n]*\t[^\n]*\n)+/gm, (table) => {
    const [head = [], ...rows] = table
      .replace(/\n$/, '')
      .split('\n')
      .map((row) => row.split('\t'));
    return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
  });

describe('tables drawn with other signs', () => {
  const written: Readonly<Record<string, (text: string) => string>> = {
    'bars of full width': (text) => eachRow(text, (cells) => `｜${cells.join('｜')}｜`),
    'boxes with rules between the rows': (text) =>
      eachRow(text, (cells) => `│ ${cells.join(' │ ')} │\n├${cells.map(() => '──────').join('┼')}┤`),
    'bars as OCR takes them': (text) => eachRow(text, (cells) => `丨 ${cells.filter((cell) => cell !== '').join(' 丨 ')} 丨`),
    'quoted in Markdown': (text) => gfm(text).replace(/^\|/gm, '> |'),
    'numbers as formulas': (text) => gfm(text).replace(/ (\d+) /g, ' $$$1$$ '),
    'a tab behind every cell, a line each': (text) =>
      eachRow(text, (cells) => cells.flatMap((cell) => (cell === '' ? [] : [cell])).join('\t\n')),
  };
  for (const [name, write] of Object.entries(written)) {
    it(name, () => {
      const text = write(base('2021'));
      assertSame(text);
    });
  }

  it('a bar of full width in a sentence is text', () => {
    const text = base('2021').replace('（二）依申请公开', '栏目路径：首页｜政务公开｜年报。\n\n（二）依申请公开');
    assert.notEqual(text, base('2021'));
    assert.deepEqual(values(text), official);
  });
});

describe('spanned cells that a converter has repeated', () => {
  it('of the last of two columns', () => {
    const text = base('2019').replace(/^(行政事业性收费|政府集中采购)\t([^\t\n]*)\t([^\t\n]*).*$/gm, '$1\t$2\t$3\t$3');
    assert.notEqual(text, base('2019'));
    assert.deepEqual(values(text), values(base('2019')));
  });

  it('where one row lacks another value', () => {
    const repeated = (text: string): string =>
      text.replace(/^(行政事业性收费|政府集中采购)\t([^\t\n]*)\t([^\t\n]*).*$/gm, '$1\t$2\t$3\t$3');
    const blank = base('2019').replace(/^行政事业性收费\t[^\t\n]*/m, '行政事业性收费\t');
    assert.deepEqual(values(repeated(blank)), values(blank));
  });

  it('with a line for every cell', () => {
    const block = /^(行政许可|行政处罚|行政强制|行政事业性收费)\t([^\t\n]*).*$/gm;
    assert.deepEqual(values(base('2021').replace(block, '$1\n$2\n$2\n$2')), official);
  });
});

describe('table 4 in three tables, each under the name of its row', () => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].join('\t');
  const split = (names: readonly string[]): string =>
    base('2021').replace(/^行政复议\t(?:.*\n){3}(.*)\n/m, (_, row: string) => {
      const cells = row.split('\t');
      return names.map((name, i) => `${name}\n${outcomes}\n${cells.slice(i * 5, i * 5 + 5).join('\t')}\n`).join('\n');
    });
  const names: readonly (readonly string[])[] = [
    ['行政复议', '未经复议直接起诉', '复议后起诉'],
    ['行政复议', '行政诉讼——未经复议直接起诉', '行政诉讼——复议后起诉'],
    ['**行政复议**', '**行政诉讼（未经复议直接起诉）**', '**行政诉讼（复议后起诉）**'],
    ['（一）行政复议', '（二）未经复议直接起诉', '（三）复议后起诉'],
  ];
  for (const written of names) {
    it(written.join('、'), () => {
      const text = split(written);
      assert.notEqual(text, base('2021'));
      assert.deepEqual(values(text), official);
    });
  }

  it('transposed, it is told to be unreadable, not to be blank', () => {
    const text = base('2021').replace(/^行政复议\t(?:.*\n){3}(.*)\n/m, (_, row: string) => {
      const cells = row.split('\t');
      const rows = outcomes.split('\t').map((outcome, i) => [outcome, cells[i], cells[i + 5], cells[i + 10]].join('\t'));
      return `\t行政复议\t未经复议直接起诉\t复议后起诉\n${rows.join('\n')}\n`;
    });
    assert.deepEqual(
      analyze(text).findings.map(({ rule, data }) => [rule, data.table]),
      [['table-unreadable', 'disputes']],
    );
  });

  it('so is table 3: its rows are neither blank nor out of order', () => {
    const start = base('2021').indexOf('（本列数据');
    const table = base('2021').slice(start, base('2021').indexOf('\n\n四、政府信息公开'));
    const rows = table.split('\n').map((row) => row.split('\t'));
    const onItsSide = rows[0]!.map((_, i) => rows.map((row) => row[i] ?? '').join('\t')).join('\n');
    assert.deepEqual(
      analyze(base('2021').replace(table, onItsSide)).findings.map(({ rule, data }) => [rule, data.table]),
      [['table-unreadable', 'requests']],
    );
  });
});

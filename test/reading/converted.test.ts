import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { base } from '../analysis/draft';
import { official, values } from './figures';

/** The draft in order with blanks between its cells, and with a line for each cell. */
const words = base('2021').replace(/^.*\t.*$/gm, (line) => line.replace(/\t+/g, '  ').trim());
const cells = base('2021').replace(/^.*\t.*$/gm, (line) => line.trim().split(/\t+/).join('\n\n'));

/** What is found in a draft, by rule. */
const found = (text: string): string[] => analyze(text).findings.map(({ rule }) => rule);

/** A draft with a spot of it written otherwise. */
function changed(text: string, from: string, to: string): string {
  assert.equal(text.split(from).length, 2, `the spot is one: ${from}`);
  return text.replace(from, to);
}

describe('a table that a converter has written', () => {
  it('is read as it was', () => {
    assert.deepEqual(values(words), official);
    assert.deepEqual(values(cells), official);
  });

  for (const label of ['其他', '③其他', '3.其他情形', '3.其他处理', '（3）其他'])
    it(`has the last row of （六） as ${label}`, () => {
      for (const [draft, end] of [
        [words, '  1  0'],
        [cells, '\n\n1\n\n0'],
      ] as const) {
        const text = changed(draft, `3.其他${end}`, `${label}${end}`);
        assert.deepEqual(values(text), official);
        assert.deepEqual(found(text), label.startsWith('（3）') ? [] : ['row-label']);
      }
    });

  it('has the label beside the rows of （六） before the last of them', () => {
    const text = changed(changed(words, '（六）其他处理  1.', '1.'), '3.其他  1', '（六）其他处理  3.其他  1');
    assert.deepEqual(values(text), official);
    assert.deepEqual(found(text), []);
  });

  it('has the end of a label in a line of its own', () => {
    const text = changed(changed(words, '不计其他情形）', '不计'), '\n（三）不予公开', '\n其他情形）\n（三）不予公开');
    assert.deepEqual(values(text), official);
    assert.deepEqual(found(text), []);
  });
});

describe('numbers that columns too narrow have wrapped', () => {
  const disputes = '2  1  0  1  4  1  0  0  1  2  1  0  1  0  2';
  const requests = '一、本年新收政府信息公开申请数量  40  6  1  0  3  0  50';
  const table: readonly (readonly [title: string, line: string, wrapped: string])[] = [
    ['their ends below', disputes, '2  1  0  1  21  1  0  0  1  20  1  0  1  0  2\n            7             5'],
    ['their beginnings above', disputes, '           12            17\n2  1  0  1  4  1  0  0  1  3  1  0  1  0  2'],
    ['one end below', disputes, '2  1  0  1  4  1  0  0  1  2  1  0  1  0  16\n                                          5'],
    ['one beginning above', requests, `${' '.repeat(34)}34\n${requests}`],
    ['their ends below, the columns not kept', requests, `${requests}\n      4      1`],
  ];
  for (const [title, line, wrapped] of table)
    it(`are not read as what is left of them: ${title}`, () => {
      const text = changed(words, line, wrapped);
      assert.deepEqual(found(text), ['cell-count']);
      const { range } = analyze(text).findings[0]!;
      assert.ok(range.start < range.end);
    });

  it('are none where the row is whole and a number of a page stands below', () => {
    assert.deepEqual(found(changed(words, requests, `${requests}\n 3`)), []);
  });
});

describe('the number of a page between two rows of cells that have a line each', () => {
  const lines = cells.replace(/\n\n(?=\d+$)/gm, '\n');
  const row = '2.重复申请\n1\n0\n0\n0\n0\n0\n1\n';
  const found = (text: string): string[] => analyze(text).findings.map(({ rule, data }) => `${rule} ${data.row ?? ''}`);

  it('is no value of a whole row', () => {
    for (const page of ['\n3\n\n', '\n3\n']) {
      const text = changed(lines, row, row + page);
      assert.deepEqual(values(text), official);
      assert.deepEqual(found(text), []);
    }
  });

  it('is no value of a row that has lost one', () => {
    const text = changed(lines, row, `${row.replace('0\n', '')}\n3\n\n`);
    assert.deepEqual(found(text), ['cell-count rejected.duplicate']);
  });

  it('may be a letter of a label that stands upright instead', () => {
    const upright = `\n${[...'三、本年度办理结果'].join('\n')}\n`;
    const blank = lines.replace('\n三、本年度办理结果', upright);
    assert.notEqual(blank, lines);
    assert.deepEqual(values(blank), official);
    const text = changed(blank, '3\n1\n0\n0\n0\n0\n4\n', '3\n1\n0\n0\n0\n4\n');
    assert.deepEqual(found(text), ['cell-count carriedIn']);
  });

  it('is none where it is the total of the values before it', () => {
    const text = changed(lines, row, row.replace(/1\n$/, '\n1\n\n'));
    assert.deepEqual(values(text), official);
  });
});

import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { fixesOf } from '../../server/src/analysis/remedies';
import { applyEdits } from '../../server/src/editing/edit';
import { base } from '../analysis/draft';
import { official, values } from './figures';

/** A draft with every table in one line: `between` two cells, and `rows` between two rows. */
function inOneLine(text: string, between: string, rows: string, afterHeading = false): string {
  const [intro, ...sections] = text.split(/(?=^[二三四五]、[^\t\n]*\n\n)/m);
  const written = sections.map((section) => {
    if (section.startsWith('五')) return section;
    const [heading, ...lines] = section.split('\n').filter((line) => line.trim() !== '');
    const table = lines
      .map((line) =>
        line
          .split('\t')
          .filter((cell) => cell !== '')
          .join(between),
      )
      .join(rows);
    return `${heading}${afterHeading ? ' ' : '\n\n'}${table}\n\n`;
  });
  return intro + written.join('');
}

const written: Readonly<Record<string, (text: string) => string>> = {
  bars: (text) => inOneLine(text, ' | ', ' | '),
  'bars, with blank cells between the rows': (text) => inOneLine(text, ' | ', ' |  |  | '),
  tabs: (text) => inOneLine(text, '\t', '\t'),
  'tabs, with blank cells between the rows': (text) => inOneLine(text, '\t', '\t\t\t'),
  'bars, behind the heading': (text) => inOneLine(text, ' | ', ' |  |  | ', true),
  'tabs, behind the heading': (text) => inOneLine(text, '\t', '\t', true),
  blanks: (text) => inOneLine(text, ' ', ' '),
  'blanks, wide ones between the rows': (text) => inOneLine(text, ' ', '     '),
  'blanks, behind the heading': (text) => inOneLine(text, ' ', ' ', true),
};

const rulesIn = (text: string): string[] => analyze(text).findings.map(({ rule }) => rule);

describe('a whole table in one line', () => {
  for (const [name, write] of Object.entries(written)) {
    const draft = write(base('2021'));

    it(`${name}: all values are read`, () => {
      assert.deepEqual(values(draft), official);
      assert.deepEqual(analyze(draft).findings, []);
      assert.deepEqual(analyze(write(base('2019'))).findings, []);
    });

    it(`${name}: what is wrong in it is told where it stands`, () => {
      const slip = write(base('2021').replace('4.保护第三方合法权益\t2\t', '4.保护第三方合法权益\t若干\t'));
      const [{ rule, range }, ...others] = analyze(slip).findings as [ReturnType<typeof analyze>['findings'][number]];
      assert.deepEqual([rule, slip.slice(range.start, range.end), others], ['cell-value', '若干', []]);
      assert.deepEqual(rulesIn(write(base('2021').replace('4.保护第三方合法权益\t2\t', '4.保护第三方合法权益\t'))), ['cell-count']);
      assert.deepEqual(rulesIn(write(base('2021').replace('4.保护第三方合法权益\t2\t', '4.保护第三方合法权益\t2\t2\t'))), ['cell-count']);
      assert.deepEqual(rulesIn(write(base('2021').replace('\n2\t1\t0\t1\t4\t', '\n2\t1\t0\t1\t'))), ['cell-count']);
    });

    it(`${name}: a row that it lacks is put in, and the table has a line for every row then`, () => {
      const lacking = write(base('2021').replace(/^行政处罚\t.*\n/m, ''));
      const analysis = analyze(lacking);
      assert.deepEqual(rulesIn(lacking), ['row-missing']);
      const [fix] = fixesOf(analysis.findings[0]!, analysis, { fill: '0', layout: 'gfm' });
      const fixed = applyEdits(lacking, fix!.edits);
      assert.deepEqual(rulesIn(fixed), []);
      assert.match(fixed, /^二、主动公开政府信息情况 ?\n\n第二十条第（一）项 /m);
      assert.match(fixed, /^行政处罚 \| 0 /m);
    });
  }

  it('two rows in a line are two', () => {
    const words = base('2021').replace(/^.*\t.*$/gm, (row) =>
      row
        .split('\t')
        .filter((cell) => cell !== '')
        .join(' '),
    );
    const draft = words.replace(/\n(?=3\.要求提供公开出版物|4\.保护第三方)/g, ' ');
    assert.notEqual(draft, words);
    assert.deepEqual(values(draft), official);
    assert.deepEqual(analyze(draft).findings, []);
  });

  it('lines of figures as long as one, and rows of a wide grid, are none', () => {
    const row = '2.重复申请\t1\t0\t0\t0\t0\t0\t1';
    const wide = base('2021').replace(row, row + '\t'.repeat(40));
    assert.notEqual(wide, base('2021'));
    assert.deepEqual(values(wide), official);
    const figures = base('2021').replace(
      '（二）依申请公开。',
      `${Array.from({ length: 40 }, (_, i) => i).join(' | ')}\n\n（二）依申请公开。`,
    );
    assert.notEqual(figures, base('2021'));
    assert.deepEqual(values(figures), official);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignTable } from '../../server/src/editing/align';
import { applyEdits } from '../../server/src/editing/edit';
import { relayout } from '../../server/src/editing/relayout';
import { formatting, onTypeFormatting, rangeFormatting } from '../../server/src/features/formatting';
import { readReport } from '../../server/src/reading/read';
import { width } from '../../server/src/reading/width';
import { base } from '../analysis/draft';
import { Seen } from '../features/views';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { render } from '../generator/render';
import { type Case, holds, showCase } from '../property/support';
import { analyze } from './judge';
import { fixesOf } from './remedy';

const title = '清河县民政局2023年政府信息公开工作年度报告';
const draft = (...table: readonly string[]): string =>
  [title, '', '## 二、主动公开政府信息情况', '', ...table, '', '注 | 无', ''].join('\n');

function aligned(text: string): string {
  const report = readReport(text);
  return applyEdits(
    text,
    [...report.tables.values()].flatMap((table) => alignTable(report, table)),
  );
}
/** The lines of the table alone. */
const lines = (...table: readonly string[]): string[] =>
  aligned(draft(...table))
    .split('\n')
    .slice(4, -3);

describe('alignment of tables', () => {
  it('by the columns that characters take, as the delimiter row says', () => {
    assert.deepEqual(
      lines(
        '|第二十条第（一）项||||',
        '|:--|--:|:-:|---|',
        '|信息内容|本年制发件数|本年废止件数|现行有效件数|',
        '| 规章 | 0 |  0|0 |',
        '|行政规范性文件 | 12|3|   120|',
      ),
      [
        '| 第二十条第（一）项 |              |              |              |',
        '| :----------------- | -----------: | :----------: | ------------ |',
        '| 信息内容           | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
        '| 规章               |            0 |      0       | 0            |',
        '| 行政规范性文件     |           12 |      3       | 120          |',
      ],
    );
  });

  it('stays when rows are inserted or a table is converted, and does not come where it was not', () => {
    for (const text of [base('2021'), base('2019').replaceAll('2020', '2023')]) {
      const gfm = [...readReport(text).tables.keys()].reduce((now, id) => {
        const report = readReport(now);
        return applyEdits(now, relayout(report, report.tables.get(id)!, 'gfm')!);
      }, text);
      for (const whole of [aligned(gfm), gfm]) {
        const before = whole.replace(/^\|[ |]+7\..*\n/m, '');
        const analysis = analyze(before);
        const { findings } = analysis;
        const fixes = findings
          .filter(({ rule }) => rule === 'row-missing' || rule === 'table-edition')
          .flatMap((one) => fixesOf(one, analysis));
        assert.ok(fixes.length > 0);
        for (const { edits } of fixes) {
          const after = applyEdits(before, edits);
          assert.equal(aligned(after) === after, aligned(before) === before);
        }
      }
    }
  });

  it('bare bars stay bare', () => {
    assert.deepEqual(lines('信息内容|本年制发件数|本年废止件数|现行有效件数', '规章 | 0|0|0', '行政规范性文件|12 |3| 120'), [
      '信息内容       | 本年制发件数 | 本年废止件数 | 现行有效件数',
      '规章           | 0            | 0            | 0',
      '行政规范性文件 | 12           | 3            | 120',
    ]);
  });

  it('labels in one cell or several make one column', () => {
    const text = [
      title,
      '三、收到和处理政府信息公开申请情况',
      '一、本年新收政府信息公开申请数量|3|0|0|0|0|0|3|',
      '三、本年度办理结果|（三）不予公开|1.属于国家秘密|12|0|0|0|0|0|12|',
      '2.其他法律行政法规禁止公开|1|0|0|0|0|0|1|',
    ].join('\n');
    assert.deepEqual(aligned(text).split('\n').slice(2), [
      '一、本年新收政府信息公开申请数量                     | 3  | 0 | 0 | 0 | 0 | 0 | 3  |',
      '三、本年度办理结果 | （三）不予公开 | 1.属于国家秘密 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |',
      '2.其他法律行政法规禁止公开                           | 1  | 0 | 0 | 0 | 0 | 0 | 1  |',
    ]);
  });

  it('tab tables get as many cells in every line, and no blanks', () => {
    assert.deepEqual(
      lines(
        '第二十条第（一）项',
        '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
        '规章\t0\t0\t0',
        '第二十条第（五）项\t',
        '信息内容\t本年处理决定数量',
        '行政许可\t3\t\t',
      ),
      [
        '第二十条第（一）项',
        '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
        '规章\t0\t0\t0',
        '第二十条第（五）项\t\t\t',
        '信息内容\t本年处理决定数量\t\t',
        '行政许可\t3\t\t',
      ],
    );
  });

  it('nothing else: other tables, prose with bars, a document that is no report', () => {
    const text = draft('| 项目|数 |', '|---|---|', '|网站 | 1|');
    assert.equal(aligned(text), text);
    assert.equal(new Seen('| a|b |\n|---|---|\n|c | 1|\n').ask(formatting, {}), null);
  });

  for (const layout of ['pipe', 'gfm', 'small-tables', 'tab'] as const) {
    const drafts: fc.Arbitrary<Case> = fc.record({ spec: balancedSpec, style: draftStyle(layout) });
    // Without blanks and delimiter rows.
    const bare = (text: string): string =>
      text
        .split('\n')
        .filter((line) => !/^[\s|:-]+$/.test(line) || !line.includes('|'))
        .join('\n')
        .replace(/[ \t\u3000]+/g, '');
    holds(
      `${layout}: only blanks change, and nothing the second time`,
      drafts,
      { fixed: 60, random: 30 },
      ({ spec, style }) => {
        const { text } = render(spec, style);
        const once = aligned(text);
        if (bare(once) !== bare(text)) return 'more than blanks has changed';
        return aligned(once) === once ? undefined : 'the second time changes it again';
      },
      (value) => showCase(value, render(value.spec, value.style)),
    );
  }
});

describe('formatting as a feature', () => {
  const text = draft('|信息内容|本年制发件数|本年废止件数|现行有效件数|', '|---|---|---|---|', '|规章|0|0|0|', '|行政规范性文件|12|3|120|');

  const seen = new Seen(text);
  const edited = (answer: { range: Parameters<Seen['offsets']>[0]; newText: string }[]): string =>
    applyEdits(
      text,
      answer.map(({ range, newText }) => ({ range: seen.offsets(range), text: newText })),
    );

  it('formats the document, and the tables that a range touches', () => {
    assert.equal(edited(seen.ask(formatting)), aligned(text));
    const range = (part: string): object => ({ range: { start: seen.at(part), end: seen.at(part, 2) } });
    assert.equal(edited(seen.ask(rangeFormatting, range('行政规范性文件'))), aligned(text));
    assert.deepEqual(seen.ask(rangeFormatting, range(title)), []);
  });

  it('on a bar that completes a row, and on no other', () => {
    const typed = (part: string, one = seen): ReturnType<typeof edited> | null => {
      const answer = one.ask(onTypeFormatting, { position: one.at(part, part.length), ch: '|' });
      return answer && edited(answer);
    };
    assert.equal(typed('|12|3|120|'), aligned(text));
    assert.equal(typed('|12|3|'), null);
    assert.equal(typed('|规章|'), null);
    assert.equal(typed('注 |'), null);
    assert.equal(typed('|12|3|', new Seen(text.replace('|12|3|120|', '|12|3|'))), null);
  });
});

describe('columns of text', () => {
  it('Chinese characters and their punctuation take two, marks none', () => {
    for (const [text, columns] of [
      ['', 0],
      ['abc', 3],
      ['规章', 4],
      ['（一）', 6],
      ['“三安全”', 10],
      ['e\u0301', 1],
      ['⻄', 2],
    ] as const)
      assert.equal(width(text), columns, text);
  });
});

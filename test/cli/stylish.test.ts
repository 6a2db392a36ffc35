import assert from 'node:assert/strict';
import { cutout, stylish } from '../../cli/src/formats/stylish';
import { bilingual } from '../../cli/src/language';
import type { Result } from '../../cli/src/results';
import { addTally, noTally, tallyOf } from '../../cli/src/tally';
import { terminalOf } from '../../cli/src/work';
import { analyze } from '../../server/src/analysis/analyze';
import { width } from '../../server/src/reading/width';
import type { Finding } from '../../server/src/rules/rule';

const finding = (start: number, end: number, more: Partial<Finding> = {}): Finding => ({
  rule: 'sum-row',
  severity: 'error',
  range: { start, end },
  message: bilingual('总计不对', 'wrong total'),
  data: {},
  related: [],
  ...more,
});

function printAll(results: readonly Result[], options: Partial<Parameters<typeof stylish>[0]> = {}): string {
  const format = stylish({ language: 'zh', colour: false, columns: 100, ...options });
  const tally = noTally();
  for (const result of results) addTally(tally, tallyOf(result));
  return results.map((result) => format.print(result)).join('') + format.end(tally);
}

function print(text: string, findings: Finding[], options: Partial<Parameters<typeof stylish>[0]> = {}): string {
  const analysis = analyze(text);
  const report = { ...analysis.report, recognised: true };
  return printAll([{ file: 'a.md', analysis: { ...analysis, report, findings } }], options);
}

describe('stylish', () => {
  it('shows file, place, severity, message, rule, the line with a mark under the range, and a summary', () => {
    const text = '标题\n新收\t3\t7\n';
    assert.equal(
      print(text, [finding(8, 9)]),
      [
        'a.md',
        '  2:6      错误  总计不对  sum-row',
        '           | 新收  3  7',
        '           |          ^',
        '',
        '检查了 1 个文件：1 个错误，0 个警告',
        '',
      ].join('\n'),
    );
  });

  it('counts Chinese and ambiguous characters as two columns, marks as none', () => {
    assert.equal(width('总计'), 4);
    assert.equal(width('“—…①×·”'), 14);
    assert.equal(width('a1,'), 3);
    assert.equal(width('😀𠀀（）'), 8);
    assert.equal(width('e\u0301\u200b'), 1);
    assert.ok(print('危及“三安全”\t5', [finding(8, 9)]).includes(`| ${' '.repeat(16)}^\n`));
  });

  it('shows the line once for findings at one place', () => {
    const output = print('新收\t3', [finding(3, 4), finding(3, 4, { rule: 'cell-value', severity: 'warning' }), finding(0, 2)]);
    assert.equal(output.match(/\| 新收/g)?.length, 2);
    assert.match(output, /sum-row\n.*cell-value\n.*\| 新收 {2}3\n.*\^\n/);
  });

  it('marks a range of several lines up to the end of its first, and an empty one with one mark', () => {
    assert.match(print('临江市公安局\n2019 年\n', [finding(3, 9)]), /\| 临江市公安局\n {11}\| {7}\^{6}\n/);
    assert.match(print('新收\t', [finding(3, 3)]), /\| 新收 {2}\n {11}\| {7}\^\n/);
  });

  it('names the severities and counts them', () => {
    const severities = ['error', 'warning', 'information', 'hint'] as const;
    const findings = severities.map((severity) => finding(0, 1, { severity }));
    assert.match(print('x', findings), /错误[\s\S]*警告[\s\S]*信息[\s\S]*提示[\s\S]*：1 个错误，1 个警告，1 条信息，1 条提示\n$/);
    assert.match(
      print('x', findings, { language: 'en' }),
      /error {2}wrong total[\s\S]*1 file checked: 1 error, 1 warning, 1 info, 1 hint\n$/,
    );
    assert.equal(print('x', []), '检查了 1 个文件：没有发现问题\n');
    assert.equal(print('x', [], { language: 'en' }), '1 file checked: no problems found\n');
  });

  it('tells apart what is no report and what could not be read', () => {
    const results = [
      { file: 'a.md', analysis: analyze('会议纪要') },
      { file: 'b.md', failure: bilingual('文件不存在', 'no such file') },
    ];
    assert.equal(printAll(results), '检查了 1 个文件（1 个不是年度报告，1 个未能读取）：没有发现问题\n');
  });

  it('is coloured on a terminal, unless the user or the terminal wants none', () => {
    assert.ok(terminalOf({ isTTY: true }, { TERM: 'xterm' }).colour);
    assert.ok(terminalOf({ isTTY: true }, { NO_COLOR: '' }).colour);
    assert.ok(!terminalOf({ isTTY: true }, { NO_COLOR: '1' }).colour);
    assert.ok(!terminalOf({ isTTY: true }, { TERM: 'dumb' }).colour);
    assert.ok(!terminalOf({}, { TERM: 'xterm' }).colour);
  });

  it('is coloured only when told so', () => {
    assert.ok(!print('x', [finding(0, 1)]).includes('\u001b'));
    const coloured = print('x', [finding(0, 1)], { colour: true });
    assert.match(coloured, /\u001b\[31m错误\u001b\[0m/);
    assert.equal(coloured.replaceAll(/\u001b\[\d+m/g, ''), print('x', [finding(0, 1)]));
  });

  it('lets no control character of a draft through', () => {
    const evil = '新收\u001b]0;x\u0007\u202e\u009b31m\r\n';
    const output = print(evil, [finding(0, 2, { message: bilingual(evil, evil) })]);
    assert.ok(!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/.test(output));
  });

  describe('cuts a long line', () => {
    for (const [what, line] of [
      ['ASCII', 'abcdefghij'.repeat(100)],
      ['Chinese', '一二三四五六七八九十'.repeat(100)],
      ['tabs', '一\t'.repeat(500)],
      ['emoji', '😀一'.repeat(300)],
    ] as const) {
      it(`of ${what} so that the mark stands under the range`, () => {
        for (const columns of [20, 40, 77, 120]) {
          for (let start = 0; start < line.length; start += 37) {
            const length = (start % 11) + 1;
            const { text, before, marked } = cutout(line, start, length, columns);
            assert.ok(width(text) <= Math.max(26, columns) + 1, `${width(text)} > ${columns}`);
            const source = line.slice(start, start + length).replaceAll('\t', '  ');
            // What stands above the mark is the range, but for a half of a pair that it begins or ends with.
            const above = [...text].filter((_, i, all) => {
              const left = width(all.slice(0, i).join(''));
              return left >= before && left < before + marked;
            });
            if (!/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(source))
              assert.ok(source.startsWith(above.join('')), `${source} ≠ ${above.join('')}`);
          }
        }
      });
    }

    it('of megabytes in no time', () => {
      const line = '一'.repeat(8_000_000);
      for (let i = 0; i < 5000; i++) cutout(line, i * 1600, 10, 100);
    });
  });
});

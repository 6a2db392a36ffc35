import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/editing/edit';
import { tableExtent } from '../../server/src/editing/extent';
import { writeTable } from '../../server/src/editing/write';
import type { Layout } from '../../server/src/reading/report';
import { base, withRow } from '../analysis/draft';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { type FaultKind, withFault } from '../generator/faults';
import { withOddity } from '../generator/oddities';
import { Random } from '../generator/random';
import { layoutNames, render } from '../generator/render';
import { type Case, holds, showCase } from '../property/support';
import { analyze } from './judge';
import { faultOfFix, fixesOf, remediesIn } from './remedy';

const own = /^(?:cell-(?:empty|value|format|unit)|sum-)/;

/** What is wrong with any remedy of the figures of a draft. */
function faultOfRemedies(text: string): string | undefined {
  const analysis = analyze(text);
  for (const finding of analysis.findings) {
    if (!own.test(finding.rule)) continue;
    const fixes = fixesOf(finding, analysis);
    for (const fix of fixes) {
      const wrong = faultOfFix(analysis, finding, fix);
      if (wrong) return `${finding.message.zh}\n${wrong}`;
    }
  }
  return undefined;
}

/** The titles of the remedies of the only finding of a rule, with what they make of the line that it stands in. */
function remedies(text: string, rule: string): [title: string, line: string, marks: string][] {
  const { fixes, finding, analysis } = remediesIn(text, rule);
  return fixes.map((fix) => {
    const wrong = faultOfFix(analysis, finding, fix);
    if (wrong) assert.fail(wrong);
    const after = applyEdits(text, fix.edits);
    const from = after.lastIndexOf('\n', finding.range.start - 1) + 1;
    const marks = [fix.safe && 'safe', fix.preferred && 'preferred', fix.confirm && 'confirm'].filter(Boolean);
    return [fix.title.zh, after.slice(from, after.indexOf('\n', from)), marks.join(' ')];
  });
}

const zeros = (count: number): string[] => new Array<string>(count).fill('0');
/** A row of table 二 with other cells behind its label. */
const withLine = (text: string, label: string, cells: string): string => {
  const line = new RegExp(`^${label}\\t.*$`, 'm');
  assert.match(text, line);
  return text.replace(line, () => `${label}\t${cells}`);
};
/** The base draft with 行政强制 written in another way. */
const withCoercion = (written: string): string => withLine(base('2021'), '行政强制', `${written}\t\t`);

/** Table 四 in Markdown or HTML, in place of the one of the base draft. */
const withDisputes = (table: string): string => {
  const text = base('2021');
  const from = text.indexOf('行政复议\t');
  return `${text.slice(0, from)}${table}\n\n${text.slice(text.indexOf('\n五、') + 1)}`;
};
const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const markdown = (values: string): string =>
  [
    `| 行政复议 |  |  |  |  | 行政诉讼 |${'  |'.repeat(9)}`,
    `|${' --- |'.repeat(15)}`,
    `|  |  |  |  |  | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |`,
    `| ${[...heads, ...heads, ...heads].join(' | ')} |`,
    values,
  ].join('\n');
const html = (first: string): string =>
  [
    '<table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr>',
    `<tr>${heads.map((head) => `<td rowspan=2>${head}</td>`).join('')}<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>`,
    `<tr>${[...heads, ...heads].map((head) => `<td>${head}</td>`).join('')}</tr>`,
    `<tr>${first}${'<td>0</td>'.repeat(14)}</tr></table>`,
  ].join('\n');

describe('remedies of figures', () => {
  describe('a blank cell', () => {
    it('is filled with 0', () => {
      assert.deepEqual(remedies(withCoercion(''), 'cell-empty'), [['将表二“行政强制”行“本年处理决定数量”列填为 0', '行政强制\t0\t\t', '']]);
    });

    it('is filled with the figure that total and balance leave, where it is one', () => {
      const blank = withRow(base('2019'), '（一）予以公开', [undefined, undefined, '', undefined, undefined, undefined, undefined]);
      assert.deepEqual(remedies(blank, 'cell-empty'), [
        ['将表三“（一）予以公开”行“科研机构”列填为 0', '三、本年度办理结果\t（一）予以公开\t\t14\t2\t0\t1\t0\t0\t17', 'preferred'],
      ]);
      const known = withRow(base('2019'), '（一）予以公开', [undefined, '', undefined, undefined, undefined, undefined, undefined]);
      assert.deepEqual(
        remedies(known, 'cell-empty').map(([title, , marks]) => [title, marks]),
        [
          ['将表三“（一）予以公开”行“商业企业”列填为 2（由总计与其他各项推得）', 'preferred'],
          ['将表三“（一）予以公开”行“商业企业”列填为 0', 'confirm'],
        ],
      );
    });

    it('is filled with the sum of its parts where it is a total', () => {
      const blank = withRow(base('2019'), '（一）予以公开', [undefined, undefined, undefined, undefined, undefined, undefined, '']);
      assert.deepEqual(
        remedies(blank, 'cell-empty').map(([title, , marks]) => [title, marks]),
        [['将表三“（一）予以公开”行“总计”列填为 17（各项之和）', 'preferred']],
      );
      const unknown = withRow(base('2019'), '（一）予以公开', [undefined, '若干', undefined, undefined, undefined, undefined, '']);
      assert.deepEqual(remedies(unknown, 'cell-empty'), [], 'a total of something is not 0');
    });

    for (const [room, filled] of [
      ['|  |', '| 0 |'],
      ['| |', '| 0 |'],
      ['||', '|0|'],
      ['|      |', '| 0    |'],
    ] as const) {
      it(`keeps its form in Markdown: ${room}`, () => {
        const text = withDisputes(markdown(`${room}${' 0 |'.repeat(14)}`));
        assert.deepEqual(
          remedies(text, 'cell-empty').map(([, line]) => line),
          [`${filled}${' 0 |'.repeat(14)}`],
        );
      });
    }

    it('without a place of its own is left to the writer', () => {
      const text = withDisputes(markdown(`|${' 0 |'.repeat(13)}`));
      const analysis = analyze(text);
      for (const finding of analysis.findings.filter(({ rule }) => rule === 'cell-empty')) assert.deepEqual(fixesOf(finding, analysis), []);
    });

    for (const [cell, filled] of [
      ['<td></td>', '<td>0</td>'],
      ['<td> </td>', '<td>0</td>'],
      ['<td>&nbsp;</td>', '<td>0</td>'],
      ['<td>&#160;&nbsp;</td>', '<td>0</td>'],
      ['<td><br></td>', '<td>0<br></td>'],
      ['<td><p><o:p>&nbsp;</o:p></p></td>', '<td><p><o:p>0</o:p></p></td>'],
      ['<td><p class="a"><span></span>&nbsp;</p></td>', '<td><p class="a"><span>0</span>&nbsp;</p></td>'],
      ['<td>\n  <p>\n  </p>\n</td>', '<td>\n  <p>0\n  </p>\n</td>'],
      ['<td><!-- 空 --></td>', '<td>0<!-- 空 --></td>'],
      ['<td><del>5</del></td>', '<td>0<del>5</del></td>'],
      ['<td>', '<td>0'],
    ] as const) {
      it(`keeps its markup in HTML: ${JSON.stringify(cell)}`, () => {
        const text = withDisputes(html(cell));
        const { fixes, analysis, finding } = remediesIn(text, 'cell-empty');
        assert.equal(faultOfFix(analysis, finding, fixes[0]!, true), undefined);
        assert.equal(applyEdits(text, fixes[0]!.edits), withDisputes(html(filled)));
      });
    }

    it('of a stock is not filled with 0 without a warning where that contradicts what was issued', () => {
      const text = withRow(base('2021'), '行政规范性文件', ['3', '1', '']);
      assert.deepEqual(
        remedies(text, 'cell-empty').map(([title, , marks]) => [title, marks]),
        [['将表二“行政规范性文件”行“现行有效件数”列填为 0', 'confirm']],
      );
    });
  });

  describe('a row that is blank throughout', () => {
    for (const [what, line, written] of [
      ['as it should', /^\t\t3\.危及.*$/m, `\t\t3.危及“三安全一稳定”${'\t'.repeat(7)}`],
      ['pushed to the left', /^\t\t3\.危及.*$/m, `3.危及“三安全一稳定”${'\t'.repeat(9)}`],
      ['short of a cell', /^四、结转.*$/m, `四、结转下年度继续办理${'\t'.repeat(8)}`],
    ] as const) {
      it(`and stands ${what}: each figure is read in the cell that it is for, and the row can be filled`, () => {
        const analysis = analyze(base('2021').replace(line, () => written));
        const blank = analysis.findings.filter(({ rule }) => rule === 'cell-empty');
        assert.equal(blank.length, 7);
        for (const finding of blank) {
          const fixes = fixesOf(finding, analysis);
          const { row, column } = finding.data;
          for (const fix of fixes) {
            const after = analyze(applyEdits(analysis.report.text, fix.edits)).report.tables.get('requests')!.rows;
            const filled = [...after.find((bound) => bound.row.id === row)!.cells].filter(([, { value }]) => value.state === 'number');
            assert.equal(filled.length, fix.edits.length, fix.title.zh);
            assert.ok(filled.some(([id]) => id === column));
          }
          // Other figures follow from the totals of what is left.
          if (row !== 'carriedOut') assert.ok(fixes.length > 0);
        }
      });
    }
  });

  describe('a row that is blank in part', () => {
    const titles = (text: string): string[] => {
      const analysis = analyze(text);
      const fixes = analysis.findings.flatMap((finding) => {
        if (finding.rule !== 'cell-empty') return [];
        return fixesOf(finding, analysis).map((fix) => {
          assert.equal(faultOfFix(analysis, finding, fix), undefined);
          return fix;
        });
      });
      const rows = fixes.filter(({ title }) => title.zh.includes('处空格'));
      assert.ok(rows.every(({ confirm, preferred }) => confirm && !preferred));
      return [...new Set(rows.map(({ title, edits }) => `${title.zh}: ${edits.map((edit) => edit.text.trim()).join(' ')}`))];
    };
    const row = '表三“（五）不予处理 · 1.信访举报投诉类申请”行';
    for (const [what, cells, filled] of [
      ['zeros', ['2', '', '', '0', '', '0', '2'], [`${row}的 3 处空格填 0: 0 0 0`]],
      ['and the total', ['2', '', '0', '0', '0', '0', ''], [`${row}的 1 处空格填 0，总计填各项之和: 0 2`]],
      ['no zeros against the total', ['', '', '0', '0', '0', '0', '2'], []],
      ['one blank is no matter of the row', ['2', '', '0', '0', '0', '0', '2'], []],
    ] as const)
      it(what, () => assert.deepEqual(titles(withRow(base('2021'), '1.信访举报投诉类申请', [...cells])), filled));
  });

  describe('a text where a figure belongs', () => {
    for (const mark of ['/', '—', '无', '-', '零']) {
      it(`is 0 where it stands for nothing: ${mark}`, () => {
        assert.deepEqual(remedies(withCoercion(mark), 'cell-value'), [
          [`将表二“行政强制”行“本年处理决定数量”列由 ${mark} 改为 0`, '行政强制\t0\t\t', 'preferred'],
        ]);
      });
    }
    for (const text of ['若干', '约5', 'O', '1O', '-4', '1.5', '三'])
      it(`is not guessed: ${text}`, () => assert.deepEqual(remedies(withCoercion(text), 'cell-value'), []));
  });

  describe('an unusual number', () => {
    for (const [written, plain] of [
      ['１２', '12'],
      ['1,234', '1234'],
      ['1，234，567', '1234567'],
      ['26件', '26'],
      ['26 件', '26'],
      ['007', '7'],
      ['**２６件**', '**26**'],
    ] as const) {
      it(`is written plainly: ${written}`, () => {
        assert.deepEqual(
          remedies(withCoercion(written), 'cell-format').map(([, line, marks]) => [line, marks]),
          [[`行政强制\t${plain}\t\t`, 'safe preferred']],
        );
      });
    }

    it('keeps its note, and a unit that says more than the column', () => {
      assert.deepEqual(remedies(withCoercion('22（其中修订 16 件）'), 'cell-format'), []);
      assert.deepEqual(
        remedies(withCoercion('22人次'), 'cell-format').map(([, line, marks]) => [line, marks]),
        [['行政强制\t22\t\t', '']],
      );
    });

    it('keeps its direction and its unit', () => {
      const change = withLine(base('2019'), '行政强制', '96\t增 ０２\t58');
      assert.match(remedies(change, 'cell-format')[0]?.[1] ?? '', /\t增 2\t/);
      const money = withLine(base('2019'), '政府集中采购', '37\t1,234.50万元\t');
      assert.match(remedies(money, 'cell-format')[0]?.[1] ?? '', /\t1234\.50万元/);
    });
  });

  describe('an amount', () => {
    const purchases = (written: string): string[] =>
      remedies(withLine(base('2019'), '政府集中采购', `37\t${written}\t`), 'cell-unit').map(([, line]) => line.split('\t')[2] ?? '');
    const fees = (written: string): string[] =>
      remedies(withLine(base('2021'), '行政事业性收费', `${written}\t\t`), 'cell-unit').map(([, line]) => line.split('\t')[1] ?? '');

    it('gets the unit that is missing', () => {
      assert.deepEqual(purchases('3784.0802 万'), ['3784.0802 万元']);
      assert.deepEqual(purchases('2638271.63'), ['2638271.63元', '2638271.63万元']);
      assert.deepEqual(purchases('12.5（含税）'), ['12.5元（含税）', '12.5万元（含税）']);
      assert.deepEqual(fees('3万'), ['3']);
    });

    it('is converted exactly', () => {
      assert.deepEqual(fees('23500元'), ['2.35']);
      assert.deepEqual(fees('1,234,567.89 元'), ['123.456789']);
      assert.deepEqual(fees('90000元'), ['9']);
      assert.deepEqual(fees('1.25亿元'), ['12500']);
      assert.deepEqual(fees('0.1元'), ['0.00001']);
    });
  });

  describe('sums that do not agree', () => {
    it('name the total where that is what is wrong', () => {
      const text = withRow(base('2021'), '1.属于国家秘密', ['0', '0', '0', '0', '0', '0', '3']);
      assert.deepEqual(
        remedies(text, 'sum-row').map(([title, , marks]) => [title, marks]),
        [['将表三“（三）不予公开 · 1.属于国家秘密”行“总计”列由 3 改为 0（各项之和）', 'preferred']],
      );
    });

    it('offer the cell that settles all first, and say what the other would upset', () => {
      const text = withRow(base('2019'), '（一）予以公开', ['41', '2', '0', '1', '0', '0', '17']);
      assert.deepEqual(
        remedies(text, 'sum-row').map(([title, , marks]) => [title, marks]),
        [
          ['将表三“（一）予以公开”行“自然人”列由 41 改为 14', 'preferred'],
          ['将表三“（一）予以公开”行“总计”列由 17 改为 44（各项之和）', 'confirm'],
        ],
      );
      assert.deepEqual(
        remedies(text, 'sum-culprit').map(([title, , marks]) => [title, marks]),
        [['将表三“（一）予以公开”行“自然人”列由 41 改为 14', 'preferred']],
      );
    });

    it('offer the four cells of a balance, with the total of the row that is off by as much', () => {
      // Two were forgotten both among the natural persons and in the total of 四.
      const text = withRow(base('2019'), '四、结转下年度继续办理', ['3', ...zeros(5), '3']);
      const analysis = analyze(text);
      const found = analysis.findings.filter(({ rule }) => rule === 'sum-balance');
      assert.deepEqual(
        found.map(({ data }) => data.column),
        ['natural', 'total'],
      );
      const fixes = fixesOf(found[0]!, analysis);
      assert.deepEqual(
        fixes.map(({ title, confirm }) => [title.zh, confirm?.zh]),
        [
          // The prose says that one was carried out.
          ['将表三“四、结转下年度继续办理”行“自然人”列由 3 改为 1，同行“总计”列由 3 改为 1', undefined],
          ['将表三“一、本年新收政府信息公开申请数量”行“自然人”列由 30 改为 32，同行“总计”列由 35 改为 37', undefined],
          ['将表三“二、上年结转政府信息公开申请数量”行“自然人”列由 2 改为 4，同行“总计”列由 2 改为 4', undefined],
          ['将表三“（七）总计”行“自然人”列由 31 改为 29', '这样改后，表三“（七）总计”行、表三“自然人”列的数对不上。请核对后再改。'],
        ],
      );
      assert.deepEqual(
        fixes.map(({ preferred }) => preferred),
        [true, undefined, undefined, undefined],
      );
      assert.deepEqual(
        fixesOf(found[1]!, analysis)
          .slice(0, 3)
          .map(({ edits }) => edits),
        fixes.slice(0, 3).map(({ edits }) => edits),
      );
      for (const fix of fixes) assert.equal(faultOfFix(analysis, found[0]!, fix), undefined);
      const silent = analyze(text.replace(/结转[^，。；]*\d+件/g, '结转若干件'));
      assert.deepEqual(
        fixesOf(silent.findings.find(({ rule }) => rule === 'sum-balance')!, silent).map(({ preferred }) => preferred),
        [undefined, undefined, undefined, undefined],
      );
    });

    it('never offer a figure below 0', () => {
      const text = withRow(base('2019'), '二、上年结转政府信息公开申请数量', ['0', ...zeros(6)]);
      for (const finding of analyze(text).findings.filter(({ rule }) => rule === 'sum-balance'))
        for (const { title } of fixesOf(finding, analyze(text))) assert.doesNotMatch(title.zh, /改为 -/);
    });
  });

  describe('a table that is blank throughout', () => {
    const blankOf = (layout: Layout): string => {
      const text = base('2021');
      const { report } = analyze(text);
      const table = report.tables.get('requests')!;
      return applyEdits(text, [{ range: tableExtent(report, table), text: writeTable(table.definition, layout, () => '', '\n') }]);
    };
    for (const layout of ['tab', 'pipe', 'gfm', 'html', 'lines'] as const) {
      it(`is filled with 0: ${layout}`, () => {
        const text = blankOf(layout);
        const { fixes, finding, analysis } = remediesIn(text, 'table-empty');
        assert.equal(fixes[0]?.confirm?.zh, '表三的 175 格全部填 0。请确认本年度确实都没有发生。');
        assert.equal(faultOfFix(analysis, finding, fixes[0]!, true), undefined);
        const after = analyze(applyEdits(text, fixes[0]!.edits));
        assert.ok(after.relations.filter(({ relation }) => relation.table === 'requests').every(({ left }) => left === 0n));
      });
    }
  });

  describe('rows whose labels stand alone, where blanks or lines divide cells', () => {
    /** The base draft with table 二 in these lines, and what the first remedy of its fault makes of the changed ones. */
    const filled = (rule: string, ...table: string[]): string[] => {
      const text = base('2021');
      const extent = tableExtent(analyze(text).report, analyze(text).report.tables.get('disclosure')!);
      const draft = applyEdits(text, [{ range: extent, text: table.join('\n') }]);
      const analysis = analyze(draft);
      const finding = analysis.findings.find((one) => one.rule === rule);
      assert.ok(finding, `no ${rule}`);
      const [fix] = fixesOf(finding, analysis);
      assert.ok(fix, `no remedy of ${rule}`);
      assert.equal(faultOfFix(analysis, finding, fix, true), undefined);
      const after = applyEdits(draft, fix.edits);
      assert.deepEqual(
        analyze(after).findings.filter((one) => one.data.table === 'disclosure' && one.data.row === finding.data.row),
        [],
      );
      return after.slice(extent.start, after.length - (text.length - extent.end)).split('\n');
    };
    const heads = (gap: string) => ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].join(gap);
    const decisions = (...rows: string[]) => [
      '第二十条第（五）项',
      '信息内容  本年处理决定数量',
      rows[0]!,
      '第二十条第（六）项',
      '信息内容  本年处理决定数量',
      ...rows.slice(1, 3),
      '第二十条第（八）项',
      '信息内容  本年收费金额（单位：万元）',
      rows[3]!,
    ];
    const labels = ['行政许可', '行政处罚', '行政强制', '行政事业性收费'];

    it('get their figures one below the other', () => {
      assert.deepEqual(
        filled('table-empty', '第二十条第（一）项', heads('   '), '规章', '', '  行政规范性文件   ', ...decisions(...labels)),
        [
          '第二十条第（一）项',
          heads('   '),
          '规章              0  0  0',
          '',
          '  行政规范性文件  0  0  0',
          ...decisions('行政许可          0', '行政处罚          0', '行政强制          0', '行政事业性收费    0'),
        ],
      );
    });

    it('get them below those of another row', () => {
      const above = '规章               2       1             17';
      assert.deepEqual(
        filled(
          'cell-empty',
          '第二十条第（一）项',
          heads('   '),
          above,
          '行政规范性文件',
          ...decisions(...labels.map((label) => `${label}  3`)),
        ),
        [
          '第二十条第（一）项',
          heads('   '),
          above,
          '行政规范性文件     0       0             0',
          ...decisions(...labels.map((label) => `${label}  3`)),
        ],
      );
    });

    it('get them one blank apart, as the heads are', () => {
      const narrow = (lines: string[]) => lines.map((line) => line.replace('  ', ' '));
      assert.deepEqual(filled('table-empty', '第二十条第（一）项', heads(' '), '规章', '行政规范性文件', ...narrow(decisions(...labels))), [
        '第二十条第（一）项',
        heads(' '),
        '规章 0 0 0',
        '行政规范性文件 0 0 0',
        ...narrow(decisions(...labels.map((label) => `${label} 0`))),
      ]);
    });

    it('get them each in a line of its own, behind all of a label in two lines', () => {
      const text = base('2021');
      const { report } = analyze(text);
      const table = report.tables.get('requests')!;
      const lines = writeTable(table.definition, 'lines', () => '', '\n')
        .replace(/ ?\|/g, '')
        .replace(/(（二）部分公开)(（.*）)/, '$1\n$2')
        .replace(/\n\n+/g, '\n');
      const draft = applyEdits(text, [{ range: tableExtent(report, table), text: lines }]);
      const { fixes } = remediesIn(draft, 'table-empty');
      const after = applyEdits(draft, fixes[0]!.edits);
      assert.ok(after.includes('\n（二）部分公开\n（区分处理的，只计这一情形，不计其他情形）\n0\n0\n0\n0\n0\n0\n0\n（三）不予公开\n'));
      assert.ok(
        analyze(after)
          .relations.filter(({ relation }) => relation.table === 'requests')
          .every(({ left }) => left === 0n),
      );
    });
  });

  for (const layout of layoutNames) {
    for (const kind of ['number', 'numbers', 'blank', 'text'] satisfies FaultKind[]) {
      const drafts: fc.Arbitrary<Case> = fc
        .record({ spec: balancedSpec, style: draftStyle(layout), seed: fc.integer({ min: 0, max: 0x7fffffff }) })
        .map(({ spec, style, seed }) => ({ spec: withFault(spec, kind, style.layout, new Random(seed)), style }))
        .filter((drawn): drawn is Case => drawn.spec !== undefined);
      holds(
        `${layout}: ${kind}`,
        drafts,
        { fixed: 15, random: 6 },
        ({ spec, style }) => faultOfRemedies(render(spec, style).text),
        (value) => showCase(value, render(value.spec, value.style)),
      );
    }
    holds(
      `${layout}: unusual numbers`,
      fc
        .record({ spec: balancedSpec, style: draftStyle(layout), seed: fc.integer({ min: 0, max: 0x7fffffff }) })
        .map(({ spec, style, seed }) => ({ ...withOddity(spec, new Random(seed)), style })),
      { fixed: 15, random: 6 },
      ({ spec, style }) => faultOfRemedies(render(spec, style).text),
      (value) => showCase(value, render(value.spec, value.style)),
    );
  }
});

import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { newReport } from '../../server/src/editing/newReport';
import { editions, rowsOf, tableOf } from '../../server/src/editions';
import { readReport } from '../../server/src/reading/read';
import { base } from '../analysis/draft';

describe('a row whose label shares its cell with the label beside it', () => {
  const table: readonly (readonly [label: string, cell: string])[] = [
    ['（三）不予公开\t1.属于国家秘密', '（三）不予公开 1.属于国家秘密'],
    ['（三）不予公开\t1.属于国家秘密', '(三)不予公开1．属于国家秘密'],
    ['（五）不予处理\t1.信访举报投诉类申请', '（五）不予处理：1、信访举报投诉类申请'],
    ['三、本年度办理结果\t（一）予以公开', '三、本年度办理结果 （一）予以公开'],
  ];
  const draft = base('2021');
  for (const [official, cell] of table) {
    it(cell, () => {
      assert.equal(draft.split(official).length, 2, 'the spot is one');
      const text = draft.replace(official, `${cell}\t`);
      const { report, findings } = analyze(text);
      assert.deepEqual(findings, []);
      const row = report.tables.get('requests')?.rows.find(({ label }) => label.start >= text.indexOf(cell));
      assert.ok(row);
      assert.ok(cell.endsWith(text.slice(row.label.start, row.label.end)), 'the label is the row’s own');
      assert.equal(row.agreement, 'official');
      assert.ok(
        report.tables.get('requests')?.labels.some(({ kind, range }) => kind === 'group' && range.start === text.indexOf(cell)),
        'the label beside it is known too',
      );
    });
  }
});

describe('a row whose label no blank divides from the label beside it, in a line of words', () => {
  const draft = newReport('清河县民政局2023年政府信息公开工作年度报告', { fill: '0', layout: 'words' }).text;
  for (const [group, label] of [
    ['（三）不予公开', '1.属于国家秘密'],
    ['三、本年度办理结果', '（一）予以公开'],
    ['（六）其他处理', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  ])
    it(`${group}${label}`, () => {
      const line = draft.split('\n').find((text) => text.includes(`${label}  0`))!;
      const text = draft.replace(line, `${group}${label} 0 0 0 0 0 0 7`);
      const row = readReport(text)
        .tables.get('requests')
        ?.rows.find(({ label: { start } }) => start >= text.indexOf(`${group}${label}`));
      assert.ok(row);
      assert.equal(text.slice(row.label.start, row.label.end), label);
      assert.deepEqual(
        [...row.cells.values()].map(({ range }) => text.slice(range.start, range.end)),
        ['0', '0', '0', '0', '0', '0', '7'],
      );
    });
});

describe('a note in brackets behind a label, or a unit behind a head', () => {
  const table: readonly (readonly [label: string, noted: string])[] = [
    ['规章', '规章（由设区的市的政府填写）'],
    ['行政规范性文件', '行政规范性文件（含以办公室名义印发的）'],
    ['行政许可', '行政许可（件）'],
    ['1.本机关不掌握相关政府信息', '1.本机关不掌握相关政府信息（含由其他机关公开的）'],
    ['商业企业', '商业企业（件）'],
  ];
  const lines = newReport('清河县民政局2023年政府信息公开工作年度报告', { fill: '0', layout: 'words' }).text;
  for (const [label, noted] of table)
    for (const draft of [base('2021'), lines])
      it(`${noted} ${draft === lines ? 'between blanks' : ''}`, () => {
        const text = draft.replace(label, noted);
        const told = (one: string): string[] => analyze(one).findings.map(({ rule, message }) => `${rule} ${message.zh}`);
        assert.notEqual(text, draft);
        assert.deepEqual(told(text), told(draft));
      });

  it('in bold', () => {
    const pipes = newReport('清河县民政局2023年政府信息公开工作年度报告', { fill: '0', layout: 'pipe' }).text;
    const text = pipes.replace('行政规范性文件', '**行政规范性文件（含以办公室名义印发的）**');
    const told = (one: string): string[] => analyze(one).findings.map(({ rule, message }) => `${rule} ${message.zh}`);
    assert.notEqual(text, pipes);
    assert.deepEqual(told(text), told(pipes.replace('行政规范性文件', '**行政规范性文件**')));
  });

  it('is no label where the whole is one', () => {
    const draft = base('2021');
    const { findings } = analyze(
      draft.replace('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '（二）部分公开（区分处理的，只计这一情形）'),
    );
    assert.ok(findings.every(({ rule }) => rule === 'row-label'));
  });
});

describe('labels that a narrow cell breaks over several rows of bars, the values in the first of them', () => {
  const draft = newReport('清河县民政局2023年政府信息公开工作年度报告', { fill: '0', layout: 'pipe' }).text;
  const blanks = '| '.repeat(8);
  const table: readonly (readonly [row: string, pieces: readonly string[]])[] = [
    [
      '（六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      ['（六）其他处理 | 1.申请人无正当理', ' | 由逾期不补正、行', ' | 政机关不再处理其', ' | 政府信息公开申请'],
    ],
    ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', ['（二）部分公开（', '区分处理的，只计', '这一情形，不计其', '他情形）']],
  ];
  for (const [row, [first = '', ...more]] of table)
    it(row, () => {
      const line = draft.split('\n').find((text) => text.includes(row))!;
      assert.ok(line, 'the draft has the row');
      const broken = [line.replace(row, first), ...more.map((piece) => `| ${piece} ${blanks}`)].join('\n');
      const told = ({ findings }: ReturnType<typeof analyze>): string[] => findings.map(({ rule, message }) => `${rule} ${message.zh}`);
      assert.deepEqual(told(analyze(draft.replace(line, broken))), told(analyze(draft)));
    });
});

describe('a table with blanks for the columns that a label spans, and none for the rows', () => {
  const definition = tableOf(editions.at(-1)!, 'requests');
  const bars = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  /** Row `blank` lacks its first value. */
  function draft(blank: string): string {
    let above: readonly unknown[] = [];
    const rows = rowsOf(definition).map(({ row, block }, i) => {
      const labels = row.path.filter((label, level) => above[level] !== label).map(({ text }) => text);
      above = row.path;
      const spanned = Array.from({ length: definition.labelColumns - 1 - row.path.length }, () => '');
      const values = block.columns.map((_, j) => (row.id === blank && j === 0 ? '' : `${i + 1}${j}`));
      return bars([...labels, row.label.text, ...spanned, ...values]);
    });
    const heads = [bars(['', '', '', '自然人', '', '', '', '', '', '总计']), bars(new Array(10).fill('---'))];
    return ['清河县民政局2023年政府信息公开工作年度报告', '', '三、收到和处理政府信息公开申请情况', '', ...heads, ...rows].join('\n');
  }
  for (const { row } of rowsOf(definition))
    it(row.label.text, () => {
      const text = draft(row.id);
      const bound = readReport(text).tables.get('requests')?.rows ?? [];
      assert.equal(bound.length, rowsOf(definition).length);
      bound.forEach(({ cells, row: { id } }, i) => {
        const written = [...cells.values()].map(({ range }) => text.slice(range.start, range.end).trim());
        assert.deepEqual(written, [id === row.id ? '' : `${i + 1}0`, ...[1, 2, 3, 4, 5, 6].map((j) => `${i + 1}${j}`)], id);
      });
    });
});

describe('a heading of Markdown that names the row of a small table', () => {
  it('has no cells, though tabs stand behind it', () => {
    const small = '#### 行政许可\t\n\n| 本年处理决定数量 |\n| --- |\n| 5 |\n\n#### 行政处罚\t\t\n\n| 本年处理决定数量 |\n| --- |\n| 7 |\n';
    const { report, findings } = analyze(`清河县民政局2023年政府信息公开工作年度报告\n\n## 二、主动公开政府信息情况\n\n${small}`);
    const rows = report.tables.get('disclosure')?.rows ?? [];
    assert.deepEqual(
      rows
        .map(({ row, cells }) => [row.id, cells.get('decisions')?.value])
        .map(([id, value]) => `${id} ${JSON.stringify((value as { normal?: string })?.normal)}`),
      ['licensing "5"', 'penalty "7"'],
    );
    assert.ok(!findings.some(({ rule }) => rule === 'cell-empty' || rule === 'table-empty'));
  });
});

describe('a table whose labels stand one a line, without a value', () => {
  /** Of edition 2021; a converter left only what is written. */
  const labels = newReport('清河县民政局2023年政府信息公开工作年度报告', { fill: 'blank', layout: 'html' })
    .text.replace(/<[^>]*>|&nbsp;/g, '\n')
    .replace(/\n\s*\n/g, '\n');
  const read = (text: string): (readonly [string, number])[] =>
    [...readReport(text).tables.values()].map(({ edition, rows }) => [edition.id, rows.length]);

  it('is of the edition that its labels are of', () => {
    assert.deepEqual(read(labels), [
      ['2021', 6],
      ['2021', 25],
      ['2021', 3],
    ]);
  });

  it('has （六）其他处理 as a row of its own where nothing stands under it', () => {
    const old = labels.replace(/(（六）其他处理\n)(?:.+\n){3}/, '$1');
    assert.notEqual(old, labels);
    assert.deepEqual(read(old)[1], ['2019', 23]);
  });
});

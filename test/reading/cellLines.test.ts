import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { base } from '../analysis/draft';
import { official, values } from './figures';

/** The cells of its tables a line each, as a PDF's text or a copied page has them; blank ones are lost. */
const draft = base('2021').replace(/^.*\t.*$/gm, (row) =>
  row
    .split('\t')
    .filter((cell) => cell !== '')
    .join('\n'),
);

/** The rows of the first two tables that have several values, written anew. */
function withRows(text: string, write: (label: string, values: readonly string[]) => string): string {
  const end = text.indexOf('四、政府信息公开行政复议');
  const rows = text
    .slice(0, end)
    .replace(/(\D)\n((?:\d+\n){2,6}\d+)$/gm, (_, last: string, values: string) => write(last, values.split('\n')));
  return rows + text.slice(end);
}

/** The last values of all rows of table 3, and the last of all. */
const lastOfRows = /\n(\d+)\n(?=\D)/g;
const lastOfAll = /\n(\d+)(?=\n+五、)/;

describe('cells that have a line each', () => {
  const written: Readonly<Record<string, (text: string) => string>> = {
    'as they are': (text) => text,
    'the last two values of every row share a line': (text) =>
      text.replace(/((?:^\d+\n){5})(\d+)\n(\d+)$/gm, (_, head: string, sixth: string, last: string) => `${head}${sixth} ${last}`),
    'the first two values of every row share a line': (text) =>
      text.replace(/(\D\n)(\d+)\n(\d+\n(?:\d+\n){4}\d+)$/gm, (_, label: string, first: string, rest: string) => `${label}${first} ${rest}`),
    'every row is broken behind its first value, with blank lines between': (text) =>
      withRows(text, (label, [first, ...rest]) => [`${label} ${first}`, ...rest].join('\n\n')),
    'every row is broken where its cells are centred': (text) =>
      withRows(text, (label, all) => [`${label} ${all[0]}`, all.slice(1, 3).join(' '), all.slice(3).join(' ')].join('\n\n').trimEnd()),
    'the last head is cut before the values': (text) => text.replace(/总计\n(?=\d)/g, '总\n计\n'),
    'heads are cut letter by letter': (text) => text.replace(/结果维持\n/g, '结果维\n持\n').replace(/总计\n(?=结|\d)/g, '总\n计\n'),
    'a page number before a form feed behind every row': (text) => text.replace(lastOfRows, '\n$1\n\n3\n\n\f'),
    'a page number within a row': (text) => text.replace('4.保护第三方合法权益\n', '4.保护第三方合法权益\n3\n\f'),
    'a page number below the last table': (text) => text.replace(lastOfAll, '\n$1\n\n12\n\n'),
  };
  for (const [name, write] of Object.entries(written)) {
    it(`${name}: all values are read`, () => {
      const text = write(draft);
      if (name !== 'as they are') assert.notEqual(text, draft);
      assert.deepEqual(values(text), official);
      assert.deepEqual(analyze(text).findings, []);
    });
  }

  describe('what may not be a page number stays', () => {
    const row = /(4\.保护第三方合法权益\n)((?:\d+\n){7})/;
    const cases: readonly (readonly [name: string, write: (text: string) => string])[] = [
      ['a value too many without a page break', (text) => text.replace(row, '$1$23\n')],
      ['a value too few before a page break', (text) => text.replace(row, (_, label, all: string) => `${label}${all.slice(2)}\f`)],
      ['two values too many, one of them before a page break', (text) => text.replace(row, '$1$23\n4\n\f')],
    ];
    for (const [name, write] of cases) {
      it(`${name}: the row cannot be aligned`, () => {
        const { report } = analyze(write(draft));
        const bound = report.tables.get('requests')!.rows.find(({ row }) => row.id === 'denied.thirdParty');
        assert.ok(bound?.misaligned);
        assert.equal(bound.cells.size, 0);
      });
    }
  });

  it('a number below a row that lacks its last value may be that of a page', () => {
    const row = /(4\.保护第三方合法权益)\n((?:\d+\n){6})\d+\n/;
    const text = draft.replace(row, (_, label: string, six: string) => `${label} ${six.trimEnd().replaceAll('\n', ' ')}\n12\n`);
    assert.notEqual(text, draft);
    const { rows } = analyze(text).report.tables.get('requests')!;
    assert.ok(rows.find(({ row: { id } }) => id === 'denied.thirdParty')?.misaligned);
  });

  it('numbers that share a line fill no row where another has too few or too many', () => {
    // The last two of the row above come late, as in text that lost its order.
    const text = draft.replace(
      /(（七）总计\n(?:\d+\n){5})(\d+)\n(\d+)\n(四、结转下年度继续办理\n(?:\d+\n){5})\d+\n\d+/,
      (_, row: string, sixth: string, last: string, next: string) => `${row}${next}${sixth} ${last}`,
    );
    assert.notEqual(text, draft);
    const { rows } = analyze(text).report.tables.get('requests')!;
    assert.ok(rows.find(({ row }) => row.id === 'carriedOut')?.misaligned);
  });
});

describe('labels and values in the order of blocks on the page', () => {
  const cells = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
  const tables: Readonly<Record<string, readonly [table: string, before: RegExp, cells: string]>> = {
    'heads between a label and its values': [
      'disclosure',
      /第二十条第（五）项\n[\s\S]*?(?=\n三、收到)/,
      cells(
        '信息内容',
        '行政许可',
        '信息内容',
        '行政处罚',
        '行政强制',
        '第二十条第（五）项',
        '本年处理决定数量',
        '212',
        '本年处理决定数量',
        '9',
        '0',
      ),
    ],
    'the labels of two rows, then the values of both': [
      'disclosure',
      /规章\n[\s\S]*?第二十条第（五）项\n/,
      cells('规章', '行政规范性文件', '0', '3', '0', '1', '0', '16', '第二十条第（五）项'),
    ],
  };
  for (const [name, [id, rows, written]] of Object.entries(tables)) {
    it(`${name}: the table is told to be unreadable, once`, () => {
      const text = draft.replace(rows, written);
      assert.notEqual(text, draft);
      const { report, findings } = analyze(text);
      assert.deepEqual(
        findings.map(({ rule, data }) => [rule, data.table]),
        [['table-unreadable', id]],
      );
      for (const { cells: bound } of report.tables.get('disclosure')!.rows) assert.equal(bound.size, 0);
    });
  }

  it('values that some rows lack and others have too much of', () => {
    const text = draft.replace(
      /信息内容\n本年制发件数\n[\s\S]*?第二十条第（五）项\n/,
      cells(
        '信息内容',
        '规章',
        '本年制发件数 本年废止件数 现行有效件数',
        '0',
        '行政规范性文件 3',
        '0',
        '1',
        '0',
        '16',
        '第二十条第（五）项',
      ),
    );
    assert.notEqual(text, draft);
    assert.deepEqual(
      analyze(text).findings.map(({ rule, data }) => [rule, data.table]),
      [['table-unreadable', 'disclosure']],
    );
  });

  it('every row before its label', () => {
    const rows = draft.slice(draft.indexOf('一、本年新收'), draft.indexOf('四、政府信息公开行政复议'));
    const text = draft.replace(rows, rows.replace(/^(.*\D)\n((?:\d+\n){6}\d+)$/gm, '$2\n$1'));
    assert.notEqual(text, draft);
    assert.deepEqual(
      analyze(text).findings.map(({ rule, data }) => [rule, data.table]),
      [['table-unreadable', 'requests']],
    );
  });

  it('every row but its first value before its label is no row of another', () => {
    const text = draft.replace(/规章\n0\n0\n0\n行政规范性文件\n3\n1\n16\n/, '0\n0\n规章 0\n1\n16\n行政规范性文件 3\n');
    assert.notEqual(text, draft);
    for (const { row, cells: bound } of analyze(text).report.tables.get('disclosure')!.rows)
      if (row.id === 'rules' || row.id === 'normative') assert.equal(bound.size, 0);
  });

  it('the labels of two rows in a line each, then the values of both in a line each', () => {
    const spaced = draft.replace(/(\D)\n((?:\d+\n){6}\d+)$/gm, (_, end: string, all: string) => `${end} ${all.replaceAll('\n', ' ')}`);
    const text = spaced.replace(/(2\.没有现成信息需要另行制作) (.*)\n(3\.补正后申请内容仍不明确) (.*)/, '$1\n$3\n$2\n办理结果 $4');
    assert.notEqual(text, spaced);
    assert.deepEqual(values(text), values(spaced));
  });

  it('a heap of values where most labels have none', () => {
    const rows = draft.slice(draft.indexOf('一、本年新收'), draft.indexOf('四、政府信息公开行政复议'));
    const lines = rows.trimEnd().split('\n');
    const [labels, figures] = [lines.filter((line) => /\D/.test(line)), lines.filter((line) => /^\d+$/.test(line))];
    const text = draft.replace(rows, cells(...labels.slice(0, 20), ...figures.slice(0, 80), ...labels.slice(20), ...figures.slice(80), ''));
    const { report, findings } = analyze(text);
    assert.deepEqual(
      findings.map(({ rule, data }) => [rule, data.table]),
      [['table-unreadable', 'requests']],
    );
    for (const { cells: bound } of report.tables.get('requests')!.rows) assert.equal(bound.size, 0);
  });

  it('heads between a label and its values, where every row has its own, are in order', () => {
    const headed = draft
      .replace(/(（八）项\n信息内容\n)(.*)\n(行政事业性收费)\n/, '$1$3\n$2\n')
      .replace(/(（五）项\n信息内容\n)(.*)\n(行政许可)\n/, '$1$3\n$2\n');
    assert.notEqual(headed, draft);
    assert.deepEqual(values(headed), official);
  });
});

describe('a column too narrow for a number', () => {
  const page = (rows: readonly string[]): string =>
    ['清河县民政局2023年政府信息公开工作年度报告', '', '三、收到和处理政府信息公开申请情况', '', ...rows, ''].join('\n');
  const next = '二、上年结转政府信息公开申请数量   0   30    0   40    0    0   70';
  const totals = (text: string): (string | undefined)[] =>
    (analyze(text).report.tables.get('requests')?.rows ?? []).map(({ cells, misaligned }) => {
      const range = cells.get('total')?.range;
      return misaligned || !range ? undefined : text.slice(range.start, range.end);
    });

  it('leaves its row unread: what is cut off stands below', () => {
    const first = '一、本年新收政府信息公开申请数  303  113  299  197  284  220  141';
    const cut = '量                                                             6';
    assert.deepEqual(totals(page([first, cut, next])), [undefined, '70']);
  });

  it('may cut every number of a row', () => {
    const first = '一、本年新收政府信息公开申请数量  303  113  299  197  284  220  141';
    const cut = '                                    4    9    0    2    1    5   16';
    assert.deepEqual(totals(page([first, cut, next])), [undefined, '70']);
  });

  it('may cut numbers of full width', () => {
    const first = '一、本年新收政府信息公开申请数量  ３  １  ２  １  ２  ２  １１';
    assert.deepEqual(totals(page([first, `${' '.repeat(58)}１`, next])), [undefined, '70']);
  });

  it('is none where the digits stand below no number, or as many as a row has', () => {
    const first = '一、本年新收政府信息公开申请数量  303  113  299  197  284  220  1416';
    assert.deepEqual(totals(page([first, '                  6', next])), ['1416', '70']);
    assert.deepEqual(totals(page([first, '', `${' '.repeat(70)}16`, next])), ['1416', '70']);
  });
});

describe('cells that were paragraphs, with a bar and an empty line between them', () => {
  it('are read like others', () => {
    const text = base('2021').replace(/^.*\t.*$/gm, (row) =>
      row
        .replace(/^\t+|\t+$/g, '')
        .split(/\t+/)
        .join(' \n\n | \n\n'),
    );
    assert.deepEqual(values(text), official);
  });
});

describe('a misspelt label above its values', () => {
  for (const [label, written, row] of [
    ['4.保护第三方合法权益', '4.保护第三方合法权利', 'denied.thirdParty'],
    ['2.重复申请', '2.重复申清', 'rejected.duplicate'],
    // In two lines, with the slip in either.
    ['5.要求行政机关确认或重新出具已获取信息', '5.要求行政机关确认或\n重新出据已获取信息', 'rejected.confirmation'],
    ['二、上年结转政府信息公开申请数量', '二、上年结专政府信息\n公开申请数量', 'carriedIn'],
    ['2.没有现成信息需要另行制作', '2.没有现成\n信自需要\n另行制作', 'unavailable.toBeMade'],
  ] as const)
    it(written, () => {
      const { report, findings } = analyze(draft.replace(label, written));
      assert.deepEqual(
        findings.map(({ rule, data }) => `${rule} ${data.row}`),
        [`row-label ${row}`],
      );
      assert.equal(report.tables.get('requests')?.rows.find((bound) => bound.row.id === row)?.cells.size, 7);
    });

  it('that is wrapped around them', () => {
    const text = base('2021').replace(
      /^\t\t4\.保护第三方合法权益\t(.*)$/m,
      (_, row: string) => `4.保护第三方\n${row.replaceAll('\t', ' ')}\n合法权利`,
    );
    assert.deepEqual(
      analyze(text).findings.map(({ rule, data }) => `${rule} ${data.row}`),
      ['row-label denied.thirdParty'],
    );
    assert.deepEqual(values(text), official);
  });

  it('is none where the line of another label stands before the right one', () => {
    const text = draft.replace('2.申请人逾期未按收费通知要求', '他\n2.申请人逾期未按收费通知要求');
    assert.deepEqual(values(text), official);
    assert.deepEqual(analyze(text).findings, []);
  });

  it('beside a label over rows that is a row in another edition', () => {
    const text = base('2021').replace('（六）其他处理\t1.申请人无正当理由', '（六）其他处理\t1.申请人无正当由理');
    assert.deepEqual(
      analyze(text).findings.map(({ rule, data }) => `${rule} ${data.row}`),
      ['row-label otherwise.uncorrected'],
    );
    assert.deepEqual(values(text), official);
  });

  it('and blank cells between these, each closed by a bar', () => {
    const rows = base('2021').split('\n');
    const at = rows.findIndex((line) => line.includes('4.保护第三方合法权益'));
    rows[at] = rows[at]!.replace('权益', '权利').replace(/\t0(?=\t|$)/g, '\t');
    const text = rows
      .map((line, i) =>
        line.includes('\t')
          ? line
              .split('\t')
              // What spans rows or columns is not there again; a cell without its figure is.
              .filter((cell) => cell !== '' || i === at)
              .map((cell) => `${cell} |`)
              .slice(i === at ? -8 : 0)
              .join('\n')
          : line,
      )
      .join('\n');
    const { report, findings } = analyze(text);
    assert.deepEqual([...new Set(findings.map(({ rule, data }) => `${rule} ${data.row}`))].sort(), [
      'cell-empty denied.thirdParty',
      'row-label denied.thirdParty',
    ]);
    assert.equal(report.tables.get('requests')?.rows.find((bound) => bound.row.id === 'denied.thirdParty')?.cells.size, 7);
  });
});

import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { type Reach, type Silencer, silencersOf, stretchesOf } from '../../server/src/analysis/silencing';
import { applyEdits } from '../../server/src/editing/edit';
import { relayout } from '../../server/src/editing/relayout';
import { draft } from '../server/drafts';

/** Row 7 of table requests says 2 and its parts add up to 1; so does row 8. */
const faulty = draft({
  values: {
    'requests/denied.enforcement/natural': '1',
    'requests/denied.enforcement/total': '2',
    'requests/denied.inquiry/natural': '1',
    'requests/denied.inquiry/total': '2',
    'requests/processed/natural': '2',
    'requests/processed/total': '4',
    'requests/received/natural': '2',
    'requests/received/total': '4',
  },
});
const row7 = '7.属于行政执法案卷';
const row8 = '8.属于行政查询事项';
const lineOf = (label: string): string => faulty.split('\n').find((line) => line.includes(label))!;
const line7 = lineOf(row7);
const line8 = lineOf(row8);

const around = (before: string, line: string, behind = ''): string => faulty.replace(line, `${before}${line}${behind}`);
/** Rows of `sum-row`, and what is said of the silencers. */
const left = (text: string): string[] =>
  analyze(text).findings.flatMap(({ rule, range, data }) =>
    rule === 'sum-row' ? [data.row ?? ''] : rule === 'unused-ignore' ? [`unused ${text.slice(range.start, range.end)}`] : [],
  );

describe('silencers', () => {
  const both = ['received', 'denied.enforcement', 'denied.inquiry', 'processed'];
  const rest = (...gone: string[]): string[] => both.filter((row) => !gone.includes(row));

  it('the draft has what they are about', () => assert.deepEqual(left(faulty), both));

  const cases: [title: string, text: string, left: string[]][] = [
    ['in its line', around('', line7, ' <!-- gongkai-ignore-line sum-row: 经核实 -->'), rest('denied.enforcement')],
    ['before its line', around('<!-- gongkai-ignore-next-line sum-row: 经核实 -->\n', line7), rest('denied.enforcement')],
    [
      'before it, with a blank line and another comment between',
      around('<!-- gongkai-ignore-next-line sum-row -->\n\n<!-- x -->\n', line7),
      rest('denied.enforcement'),
    ],
    [
      'two on one line',
      around('<!-- gongkai-ignore-next-line sum-culprit: 甲 --> <!-- gongkai-ignore-next-line sum-row: 乙 -->\n', line7),
      [...rest('denied.enforcement', 'denied.inquiry', 'processed'), 'unused sum-culprit', 'denied.inquiry', 'processed'],
    ],
    [
      'two in two lines',
      around('<!-- gongkai-ignore-next-line sum-row -->\n<!-- gongkai-ignore-next-line all -->\n', line7),
      ['unused all', ...rest('denied.enforcement')],
    ],
    [
      'a block',
      around('<!-- gongkai-ignore-start sum-row: 经核实 -->\n', `${line7}\n${line8}`, '\n<!-- gongkai-ignore-end -->'),
      rest('denied.enforcement', 'denied.inquiry'),
    ],
    [
      'a block within a line',
      faulty.replace(line7, line7.replace(/2$/, '<!--gongkai-ignore-start sum-row-->2<!--gongkai-ignore-end-->')),
      rest('denied.enforcement'),
    ],
    ['the file, from wherever it stands', `${faulty}\n<!-- gongkai-ignore-file sum-row -->\n`, []],
    ['all rules', `<!-- gongkai-ignore-file all: 旧稿 -->\n${faulty}`, []],
    [
      'with a full-width colon and commas',
      around('<!-- gongkai-ignore-next-line sum-results，sum-row：经核实，见附件 -->\n', line7),
      ['received', 'unused sum-results', ...rest('received', 'denied.enforcement')],
    ],
    [
      'a comment in another line than meant',
      around('', line7, '\n<!-- gongkai-ignore-line sum-row -->'),
      ['received', 'denied.enforcement', 'unused sum-row', 'denied.inquiry', 'processed'],
    ],
    [
      'another rule',
      around('<!-- gongkai-ignore-next-line cell-empty -->\n', line7),
      ['received', 'unused cell-empty', ...rest('received')],
    ],
    [
      'an unknown rule',
      around('<!-- gongkai-ignore-next-line sum-rows -->\n', line7),
      ['received', 'unused sum-rows', ...rest('received')],
    ],
    [
      'no rule',
      around('<!-- gongkai-ignore-next-line -->\n', line7),
      ['received', 'unused <!-- gongkai-ignore-next-line -->', ...rest('received')],
    ],
    ['an unclosed comment', around('<!-- gongkai-ignore-next-line sum-row\n', line7), both],
    ['something else', around('<!-- gongkai 已核 -->\n', line7), both],
  ];
  for (const [title, text, expected] of cases) it(`${title}`, () => assert.deepEqual(left(text).sort(), [...expected].sort()));

  it('keep their reason with what they silence', () => {
    const { suppressed } = analyze(around('<!-- gongkai-ignore-next-line sum-row: 经核实：含上年 -->\n', line7));
    assert.deepEqual(
      suppressed.map(({ finding, reason }) => [finding.rule, finding.data.row, reason]),
      [['sum-row', 'denied.enforcement', '经核实：含上年']],
    );
    assert.equal(analyze(around('<!-- gongkai-ignore-next-line sum-row -->\n', line7)).suppressed[0]?.reason, '');
  });

  it('answer the narrowest first', () => {
    const text = around(
      '<!-- gongkai-ignore-start sum-row: 块 -->\n<!-- gongkai-ignore-next-line sum-row: 行 -->\n',
      `${line7}\n${line8}`,
      '\n<!-- gongkai-ignore-end sum-row -->',
    );
    assert.deepEqual(
      analyze(`<!-- gongkai-ignore-file sum-row: 全文 -->\n${text}`).suppressed.map(({ reason }) => reason),
      ['全文', '行', '块', '全文'],
    );
  });

  it('of a rule that is off are not called unused', () => {
    const text = around('<!-- gongkai-ignore-next-line sum-row -->\n', line7);
    const { findings } = analyze(text, { severities: { 'sum-row': 'off' } });
    assert.ok(!findings.some(({ rule }) => rule === 'sum-row' || rule === 'unused-ignore'));
  });

  it('do not silence a rule that fails', () => {
    const failing = {
      id: 'row-order',
      severity: 'error',
      editions: ['2021'],
      title: { zh: '', en: '' },
      explanation: { zh: '', en: '' },
      fix: 'none',
      check: () => {
        throw new Error('x');
      },
    } as const;
    const { findings } = analyze(`<!-- gongkai-ignore-file all -->\n${faulty}`, { rules: [failing] });
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['internal-error'],
    );
  });

  it('are no part of what is read', () => {
    const comment = '<!-- 备注：1\t2 | 3 -->';
    const plain = analyze(faulty);
    const commented = analyze(faulty.split('\n').join(`\n${comment}\n`));
    assert.deepEqual(
      commented.findings.map(({ message }) => message.zh),
      plain.findings.map(({ message }) => message.zh),
    );
    assert.deepEqual(
      commented.report.sections.map(({ text }) => text.length),
      plain.report.sections.map(({ text }) => text.length),
    );
  });

  it('take time linear in the length of hostile text', () => {
    for (const one of [
      '<!-- gongkai-ignore-next-line sum-row -->\n',
      '<!-- gongkai-ignore-start sum-row -->',
      '<!-- gongkai-ignore-line all -->',
      '<!--',
      '<!-- gongkai-ignore-next-line a b c d e f g h -->\n\n\n\n',
    ]) {
      const text = faulty + one.repeat(2_000_000 / one.length);
      analyze(text);
    }
  });

  it('are paired in time linear in their number', () => {
    const silencer = (reach: Reach, id: string, at: number): Silencer => {
      const range = { start: at, end: at + 1 };
      return { range, reach, rules: [{ id, range }], reason: '' };
    };
    const many = 300_000;
    const open = Array.from({ length: many }, (_, i) => silencer('start', 'sum-row', i));
    const ends = Array.from({ length: many }, (_, i) => silencer('end', 'cell-empty', many + i));
    assert.equal(stretchesOf('', [...open, ...ends]).length, many);
  });

  it('are closed by what names them, whatever was opened since', () => {
    const text = ['start a', 'start b', 'start a, c', 'end b', 'end a', 'end', 'end a']
      .map((words) => words.replace(/^(\w+) ?(.*)$/, '<!-- gongkai-ignore-$1 $2 -->'))
      .join('\n');
    const silencers = silencersOf(text);
    assert.deepEqual(
      stretchesOf(text, silencers).map(({ silencer, closedBy }) => [silencer, closedBy].map((one) => silencers.indexOf(one!))),
      [
        [1, 3],
        [2, 4],
        [0, 5],
      ],
    );
  });

  it('are read with the place of every id', () => {
    const text = 'x <!-- gongkai-ignore-line sum-row, cell-empty: 理由 -->';
    const [silencer] = silencersOf(text);
    assert.deepEqual(
      silencer?.rules.map(({ id, range }) => [id, text.slice(range.start, range.end)]),
      [
        ['sum-row', 'sum-row'],
        ['cell-empty', 'cell-empty'],
      ],
    );
    assert.equal(silencer?.reach, 'line');
  });
});

describe('severities', () => {
  it('go before those of the rules', () => {
    const { findings } = analyze(faulty, { severities: { 'sum-row': 'hint' } });
    assert.deepEqual([...new Set(findings.flatMap(({ rule, severity }) => (rule === 'sum-row' ? [severity] : [])))], ['hint']);
  });
});

describe('comments in a table', () => {
  const commented = around('', line7, ' <!-- gongkai-ignore-line sum-row: 经核实 -->').replace(line8, `<!-- 待核 -->\n${line8}`);
  for (const layout of ['gfm', 'html', 'pipe'] as const) {
    it(`are kept behind it when it is written as ${layout}`, () => {
      const { report } = analyze(commented);
      const edits = relayout(report, report.tables.get('requests')!, layout);
      assert.ok(edits);
      const text = applyEdits(commented, edits);
      for (const comment of ['<!-- gongkai-ignore-line sum-row: 经核实 -->', '<!-- 待核 -->']) assert.ok(text.includes(comment));
      assert.ok(text.indexOf('<!-- 待核 -->') > text.indexOf('结转下年度继续办理'));
    });
  }
});

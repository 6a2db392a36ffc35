import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyze } from '../../server/src/analysis/analyze';
import { cellsOf, type TableId } from '../../server/src/editions';
import { contract } from '../rules/contract';

/**
 * Real reports, which are no part of the project: read where a checkout has them beside it. What is expected of each is
 * what its collection says; here stand facts and figures only.
 */
const folder = join(__dirname, '..', '..', '..', 'shared', 'corpus');

interface Expected {
  readonly file: string;
  readonly unit: string;
  readonly year: number;
  readonly edition: string;
  /** Errors and warnings: rule, and what its data say. */
  readonly findings: readonly string[];
  /** Values that stand there, by `table/row/column`; null for what is blank or cannot be aligned. */
  readonly values: Readonly<Record<string, string | null>>;
  /** How many values of all cells cannot be given. */
  readonly without: number;
}

const blank = (table: TableId, row: string, ...columns: string[]): string[] =>
  columns.map((column) => `error cell-empty ${table} ${row} ${column}`);
const outcomes = ['upheld', 'corrected', 'other', 'pending', 'total'];
const cutHeads = ['upheld', 'corrected', 'other', 'pending'].map((column) => `warning column-label disputes ${column}`);
const shortLabels = ['partial', 'otherwise.uncorrected', 'otherwise.unpaid'].map((row) => `warning row-label requests ${row}`);

const huaian = {
  unit: '淮安市人民政府',
  year: 2024,
  edition: '2021',
  findings: [],
  without: 0,
  values: {
    'disclosure/rules/inForce': '11',
    'disclosure/normative/repealed': '26',
    'disclosure/penalty/decisions': '3985758',
    'disclosure/fees/amount': '96171.6',
    'requests/received/total': '3119',
    'requests/carriedIn/natural': '34',
    'requests/granted/legal': '50',
    'requests/unavailable.notHeld/total': '769',
    'requests/unavailable.toBeMade/natural': '11',
    'requests/otherwise.uncorrected/business': '3',
    'requests/processed/total': '3050',
    'requests/carriedOut/total': '103',
    'disputes/review/total': '351',
    'disputes/litigation.direct/corrected': '4',
    'disputes/litigation.afterReview/pending': '6',
  },
};
const suqian2024 = {
  unit: '宿迁市',
  year: 2024,
  edition: '2021',
  findings: shortLabels,
  without: 0,
  values: {
    'disclosure/normative/inForce': '420',
    'disclosure/fees/amount': '72701.2578',
    'requests/received/total': '3525',
    'requests/denied.inquiry/natural': '13',
    'requests/unavailable.notHeld/business': '33',
    'requests/otherwise.uncorrected/welfare': '1',
    'requests/processed/other': '2',
    'requests/carriedOut/total': '125',
    'disputes/review/total': '170',
    'disputes/litigation.afterReview/total': '52',
  },
};

const reports: readonly Expected[] = [
  {
    file: '000_90d54e70a7b2f861.txt',
    unit: '牡丹江市公安局',
    year: 2020,
    edition: '2019',
    findings: [
      'error cell-count requests otherwise',
      'error cell-count requests processed',
      'warning cell-unit disclosure procurement amount',
    ],
    without: 14,
    values: {
      'disclosure/normative/publishedTotal': '1',
      'disclosure/licensing/decisions': '221726',
      'disclosure/penalty/change': '82',
      'disclosure/coercion/decisions': '380',
      'disclosure/procurement/items': '49',
      'disclosure/procurement/amount': '3784.0802',
      'requests/otherwise/natural': null,
      'requests/processed/total': null,
      'requests/carriedOut/total': '0',
      'disputes/litigation.afterReview/total': '0',
    },
  },
  {
    file: '001_1639d9a3cb71e5df.txt',
    unit: '海东市公安局',
    year: 2019,
    edition: '2019',
    findings: [
      'warning title-form',
      'error section-missing 6',
      'error table-empty requests',
      'warning decisions-misread disclosure penalty decisions',
      'warning decisions-misread disclosure coercion decisions',
      ...blank('disclosure', 'rules', 'made', 'published', 'publishedTotal'),
      ...blank('disclosure', 'normative', 'made', 'published', 'publishedTotal'),
      ...blank('disclosure', 'licensing', 'previous', 'change', 'decisions'),
      ...blank('disclosure', 'services', 'previous', 'change', 'decisions'),
      ...blank('disclosure', 'fees', 'previous', 'change'),
      ...blank('disclosure', 'procurement', 'items', 'amount'),
      ...blank('disputes', 'review', ...outcomes),
      ...blank('disputes', 'litigation.direct', 'other', 'pending'),
      ...blank('disputes', 'litigation.afterReview', ...outcomes),
    ],
    without: 16 + 161 + 12,
    values: {
      'disclosure/penalty/previous': '60',
      'disclosure/penalty/change': '-17',
      'disclosure/coercion/decisions': '8',
      'requests/received/total': null,
      'disputes/litigation.direct/upheld': '2',
      'disputes/litigation.direct/other': null,
      'disputes/litigation.direct/total': '4',
    },
  },
  {
    file: '002_b681702e841a9da8.txt',
    unit: '乌海市公安局',
    year: 2021,
    edition: '2021',
    findings: [
      'warning overview-topics 1',
      'warning prose-table 1 disclosure normative issued',
      'warning fee-statement 6',
      'warning column-label disputes pending',
      ...cutHeads,
      ...cutHeads,
    ],
    without: 0,
    values: { 'requests/received/natural': '0', 'requests/otherwise.unpaid/total': '0', 'disputes/review/total': '0' },
  },
  {
    file: '003_ff974b936955be5d.txt',
    unit: '木兰县公安局',
    year: 2022,
    edition: '2021',
    findings: [],
    without: 0,
    values: { 'disclosure/penalty/decisions': '5990', 'disclosure/fees/amount': '7.5', 'requests/processed/natural': '0' },
  },
  {
    file: '004_b6dbe45ca052e215.txt',
    unit: '吴忠市公安局',
    year: 2020,
    edition: '2019',
    findings: blank('disputes', 'review', ...outcomes),
    without: 5,
    values: {
      'disclosure/penalty/change': '-3',
      'disclosure/procurement/amount': '2638271.63',
      'requests/denied.deliberative/total': '0',
      'requests/unavailable.unclear/natural': '0',
      'disputes/review/total': null,
      'disputes/litigation.direct/upheld': '0',
    },
  },
  { file: 'more/huaian-2024.tab.txt', ...huaian },
  { file: 'more/huaian-2024.pdf-layout.txt', ...huaian },
  { file: 'more/huaian-2024.pdf-lines.txt', ...huaian },
  {
    file: 'more/suqian-2023.tab.txt',
    unit: '宿迁市',
    year: 2023,
    edition: '2021',
    findings: shortLabels,
    without: 0,
    values: {
      'disclosure/normative/issued': '109',
      'disclosure/fees/amount': '59237.2449',
      'requests/received/total': '3511',
      'requests/rejected.excessive/natural': '58',
      'requests/otherwise.other/legal': '1',
      'requests/carriedOut/total': '121',
      'disputes/review/other': '88',
    },
  },
  { file: 'more/suqian-2024.tab.txt', ...suqian2024 },
  { file: 'more/suqian-2024.kangxi.tab.txt', ...suqian2024 },
];

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** Every value cell of the edition that the tables are written in, as the command line would export it. */
function extract({ report }: Analysis): Record<string, string | null> {
  const values: Record<string, string | null> = {};
  for (const [id, { definition, rows }] of report.tables) {
    for (const { row, column } of cellsOf(definition)) {
      const value = rows.find((bound) => bound.row.id === row.id)?.cells.get(column.id)?.value;
      values[`${id}/${row.id}/${column.id}`] = value?.state === 'number' ? value.normal : null;
    }
  }
  return values;
}

/** Errors of all rules; warnings of those whose ids the contract lists here, since others may come. */
const found = ({ findings }: Analysis): string[] =>
  findings
    .filter(({ rule, severity }) => severity === 'error' || (severity === 'warning' && contract[rule] !== undefined))
    .map(({ rule, severity, data: { section, table, row, column } }) =>
      [severity, rule, section, table, row, column].filter((part) => part !== undefined).join(' '),
    );

const describeCorpus = existsSync(folder) ? describe : undefined;
if (!describeCorpus) console.log('  真实报告不在旁边，略过 the real reports are not beside this checkout: their tests are left out');

describeCorpus?.('real reports', () => {
  for (const { file, unit, year, edition, findings, values, without } of reports) {
    it(`${file}: ${unit} ${year}`, () => {
      const analysis = analyze(read(file));
      const { report } = analysis;
      assert.deepEqual([report.unit, report.year, report.edition?.id, report.expected?.id], [unit, year, edition, edition]);
      assert.deepEqual(found(analysis).sort(), [...findings].sort());
      const given = extract(analysis);
      assert.equal(Object.keys(given).length, edition === '2019' ? 22 + 161 + 15 : 10 + 175 + 15);
      assert.equal(Object.values(given).filter((value) => value === null).length, without);
      for (const [cell, value] of Object.entries(values)) assert.equal(given[cell], value, cell);
      // All that could be judged holds.
      assert.deepEqual(
        analysis.relations.filter(({ state }) => state === 'violated').map(({ relation }) => relation.id),
        [],
      );
    });
  }

  it('another matter under 六 is information beside the missing section', () => {
    const { findings } = analyze(read('001_1639d9a3cb71e5df.txt'));
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'section-unknown').map(({ severity }) => severity),
      ['information'],
    );
  });

  const told: Readonly<Record<string, readonly string[]>> = {
    '000_90d54e70a7b2f861.txt': ['text-break', 'text-latin', 'text-markup', 'text-punctuation'],
    '001_1639d9a3cb71e5df.txt': ['overview-topics', 'text-break', 'text-punctuation'],
    '002_b681702e841a9da8.txt': ['fee-statement', 'overview-topics', 'text-punctuation', 'year-stale'],
    '003_ff974b936955be5d.txt': [],
    '004_b6dbe45ca052e215.txt': ['text-break', 'text-markup'],
    'more/huaian-2024.tab.txt': ['text-break'],
    'more/huaian-2024.pdf-layout.txt': ['text-break'],
    'more/huaian-2024.pdf-lines.txt': ['text-break'],
    'more/suqian-2023.tab.txt': [],
    'more/suqian-2024.tab.txt': ['text-doubled'],
    'more/suqian-2024.kangxi.tab.txt': ['text-doubled'],
  };
  const ofProse = /^(?:overview-|problems-|fee-|year-stale|period|date-late|unit-name|placeholder|text-|internal-)/;
  for (const [file, rules] of Object.entries(told)) {
    it(`${file}: what is said of the text: ${rules.join(', ')}`, () => {
      const said = analyze(read(file)).findings.flatMap(({ rule }) => (ofProse.test(rule) ? [rule] : []));
      assert.deepEqual([...new Set(said)].sort(), rules);
    });
  }

  for (const file of reports.map((report) => report.file).filter((name) => !name.includes('pdf'))) {
    it(`${file}: every figure of a table is a value, in the order of the text`, () => {
      const text = read(file);
      const analysis = analyze(text);
      const delimiter = file.startsWith('002') ? '|' : '\t';
      const figures = text
        .split('\n')
        .filter((line) => line.includes(delimiter))
        .flatMap((line) => line.split(delimiter).map((cell) => cell.trim()))
        .filter((cell) => /^(?:[增减+-] ?)?\d+(?:\.\d+)?(?: ?[万元])?$/.test(cell));
      const bound = [...analysis.report.tables.values()].flatMap(({ rows }) =>
        rows.flatMap(({ cells, misaligned }) => (misaligned ? [misaligned.range] : [...cells.values()].map(({ range }) => range))),
      );
      const places = new Map(bound.map((range) => [range.start, range]));
      const inOrder = [...places.values()]
        .sort((a, b) => a.start - b.start)
        .flatMap(({ start, end }) => text.slice(start, end).split(delimiter))
        .filter((cell) => cell !== '');
      assert.deepEqual(inOrder, figures);
    });
  }

  it('the layouts of one report give the same values', () => {
    const [tab, ...others] = ['tab', 'pdf-layout', 'pdf-lines'].map((layout) => extract(analyze(read(`more/huaian-2024.${layout}.txt`))));
    for (const other of others) assert.deepEqual(other, tab);
    assert.ok(Object.values(tab ?? {}).every((value) => value !== null));
  });

  it('the layouts of one report give the same findings', () => {
    const all = ['tab', 'pdf-layout', 'pdf-lines'].map((layout) => found(analyze(read(`more/huaian-2024.${layout}.txt`))));
    assert.deepEqual(all, [[], [], []]);
  });

  it('characters from a PDF change neither a finding nor its place', () => {
    const [plain, radicals] = ['tab', 'kangxi.tab'].map((layout) => analyze(read(`more/suqian-2024.${layout}.txt`)));
    assert.ok(plain && radicals);
    assert.deepEqual(extract(radicals), extract(plain));
    const places = ({ findings }: Analysis): unknown[] =>
      findings.filter(({ rule }) => contract[rule] !== undefined).map(({ rule, range, data }) => ({ rule, range, data }));
    assert.deepEqual(places(radicals), places(plain));
  });
});

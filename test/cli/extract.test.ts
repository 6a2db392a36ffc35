import assert from 'node:assert/strict';
import { cellsOf, editionById, editions } from '../../server/src/editions';
import { draft, titleOnly } from '../server/drafts';
import { CommandLine } from './command';

type Tables = Record<string, Record<string, Record<string, string | null>>>;
interface Entry {
  readonly file: string;
  readonly edition: string | null;
  readonly year: number | null;
  readonly unit: string | null;
  readonly tables: Tables;
  readonly failure?: string;
}

/** RFC 4180, read by the letter. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    if (lines.length === 0 || lines.at(-1)?.at(-1) === '\n') lines.push([]);
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') lines.at(-1)?.push('\n');
  }
  return lines.map((line) => line.slice(0, -1));
}

describe('gongkai extract', () => {
  const cli = new CommandLine();
  before(() => cli.build());
  after(() => cli.remove());
  beforeEach(() => cli.empty());

  const extract = async (...args: string[]): Promise<{ status: number | null; stderr: string; entries: Entry[] }> => {
    const { stdout, ...rest } = await cli.run('extract', '--format', 'json', ...args);
    return { ...rest, entries: JSON.parse(stdout) };
  };

  /** The tables of the only file. */
  const tablesOf = async (file: string): Promise<{ disclosure: Tables[string]; requests: Tables[string] }> => {
    const [entry] = (await extract(file)).entries;
    assert.ok(entry?.tables.disclosure && entry.tables.requests);
    return { disclosure: entry.tables.disclosure, requests: entry.tables.requests };
  };

  for (const { id } of editions) {
    it(`gives every row and column of edition ${id}, each value in its place`, async () => {
      // A value of its own for every cell; they do not balance, which is no matter here.
      const cells = editionById(id).tables.flatMap((table) =>
        cellsOf(table).map(({ row, column }) => `${table.id}/${row.id}/${column.id}`),
      );
      const values = Object.fromEntries(cells.map((cell, i) => [cell, String(i + 1)]));
      if (id === '2019') values['disclosure/procurement/amount'] = `${values['disclosure/procurement/amount']} 元`;
      cli.file('a.md', draft({ edition: id, values }));
      const { status, entries } = await extract('a.md');
      assert.equal(status, 0);
      const { tables, ...rest } = entries[0] as Entry;
      assert.deepEqual(rest, { file: 'a.md', edition: id, year: id === '2019' ? 2020 : 2023, unit: '清河县民政局' });
      const found = Object.entries(tables).flatMap(([table, rows]) =>
        Object.entries(rows).flatMap(([row, columns]) =>
          Object.entries(columns).map(([column, value]) => [`${table}/${row}/${column}`, value]),
        ),
      );
      assert.deepEqual(
        found,
        cells.map((cell, i) => [cell, String(i + 1)]),
      );
    });
  }

  it('gives normal forms, and null for what is blank or no number', async () => {
    cli.file(
      'a.md',
      draft({
        edition: '2019',
        values: {
          'disclosure/licensing/change': '减17',
          'disclosure/services/change': '增 82',
          'disclosure/procurement/amount': '3784.0802 万元',
          'requests/received/natural': '22（其中修订 16 件）',
          'requests/received/business': '１２',
          'requests/received/research': '1,234',
          'requests/received/welfare': '若干',
          'requests/received/legal': '',
          'requests/received/other': '/',
        },
      }),
    );
    const { disclosure, requests } = await tablesOf('a.md');
    assert.equal(disclosure.licensing?.change, '-17');
    assert.equal(disclosure.services?.change, '82');
    assert.equal(disclosure.procurement?.amount, '3784.0802');
    assert.deepEqual(requests.received, {
      natural: '22',
      business: '12',
      research: '1234',
      welfare: null,
      legal: null,
      other: null,
      total: '0',
    });
  });

  it('gives null for a row that is not there, or whose values cannot be aligned', async () => {
    const lines = draft().split('\n');
    const text = lines
      .filter((line) => !line.includes('7.属于行政执法案卷'))
      .map((line) => (line.startsWith('（六）其他处理') || line.includes('8.属于行政查询事项') ? `${line}\t5` : line))
      .join('\n');
    cli.file('a.md', text);
    const { requests } = await tablesOf('a.md');
    for (const row of ['denied.enforcement', 'denied.inquiry']) {
      assert.deepEqual(new Set(Object.values(requests[row] ?? {})), new Set([null]), row);
      assert.equal(Object.keys(requests[row] ?? {}).length, 7);
    }
    assert.equal(requests['denied.deliberative']?.total, '0');
  });

  it('gives the tables that stand in the draft, and nothing for what is no report', async () => {
    cli.file('title.md', titleOnly);
    cli.file('notes.md', '会议纪要\n');
    const [title, notes] = (await extract('title.md', 'notes.md')).entries;
    assert.deepEqual(title, { file: 'title.md', edition: null, year: 2023, unit: '清河县民政局', tables: {} });
    assert.deepEqual(notes, { file: 'notes.md', edition: null, year: null, unit: null, tables: {} });
  });

  it('names the files that cannot be read', async () => {
    cli.file('a.md', titleOnly);
    const { status, stderr, entries } = await extract('nowhere.md', 'a.md');
    assert.equal(status, 2);
    assert.match(stderr, /nowhere\.md/);
    assert.match(entries[0]?.failure ?? '', /文件不存在/);
    assert.equal(entries[1]?.year, 2023);
  });

  it('writes CSV that Excel opens: a mark, CRLF, a line for every value', async () => {
    cli.file('报告,"甲".md', draft({ values: { 'requests/received/total': '', 'disclosure/fees/amount': '7.5' } }));
    const { status, stdout } = await cli.run('extract', '--format', 'csv', '报告,"甲".md', 'nowhere.md');
    assert.equal(status, 2);
    assert.ok(stdout.startsWith('\ufefffile,edition,year,unit,table,row,column,value\r\n'));
    assert.ok(!/[^\r]\n/.test(stdout));
    const [, ...lines] = readCsv(stdout.slice(1));
    assert.equal(lines.length, 10 + 175 + 15);
    for (const line of lines) assert.deepEqual([line.length, ...line.slice(0, 4)], [8, '报告,"甲".md', '2021', '2023', '清河县民政局']);
    const value = (...cell: string[]): string | undefined => lines.find((line) => line.slice(4, 7).join() === cell.join())?.[7];
    assert.equal(value('disclosure', 'fees', 'amount'), '7.5');
    assert.equal(value('requests', 'received', 'total'), '');
    assert.equal(value('disputes', 'litigation.direct', 'upheld'), '0');
  });

  it('writes no formulas into CSV', async () => {
    cli.file('=1+1.md', draft());
    const { stdout } = await cli.run('extract', '--format', 'csv', '=1+1.md');
    assert.equal(readCsv(stdout.slice(1))[1]?.[0], "'=1+1.md");
  });
});

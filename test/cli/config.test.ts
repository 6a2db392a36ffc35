import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { draft } from '../server/drafts';
import { CommandLine, type Entry } from './command';

const faulty = draft({ values: { 'requests/received/total': '7' } });
const line = faulty.split('\n').find((one) => one.startsWith('一、本年新收'))!;
const silenced = faulty.replace(line, `<!-- gongkai-ignore-file sum-row, sum-balance: 经核实 -->\n${line}`);

const severities = (entry: Entry | undefined, rule: string): string[] =>
  entry?.findings.flatMap((finding) => (finding.rule === rule ? [finding.severity] : [])) ?? [];

describe('gongkai check with silencers and a config', () => {
  const cli = new CommandLine();
  before(() => cli.build('yaml.js'));
  after(() => cli.remove());
  beforeEach(() => cli.empty());

  describe('silencers', () => {
    it('take findings out of the count, and show them with their reason', async () => {
      cli.file('a.md', silenced);
      const { status, entries } = await cli.check('a.md');
      assert.equal(status, 0);
      assert.deepEqual(severities(entries[0], 'sum-row'), []);
      const { suppressed } = entries[0] as Entry & { suppressed: (Entry['findings'][number] & { reason: string | null })[] };
      assert.deepEqual(
        suppressed.map(({ rule, severity, reason }) => [rule, severity, reason]),
        [
          ['sum-row', 'error', '经核实'],
          ['sum-balance', 'error', '经核实'],
        ],
      );
      for (const one of suppressed) assert.deepEqual(Object.keys(one), ['rule', 'severity', 'message', 'range', 'data', 'reason']);
      assert.match((await cli.run('check', 'a.md')).stdout, /1 条信息（另有 2 处已用注释忽略）/);
    });

    it('that do nothing are named with --report-unused only', async () => {
      cli.file('a.md', silenced.replace('sum-row,', 'sum-row, cell-empty, sum-rwo,'));
      assert.deepEqual(severities((await cli.check('a.md')).entries[0], 'unused-ignore'), []);
      const { status, entries } = await cli.check('--report-unused', 'a.md');
      assert.equal(status, 0);
      assert.deepEqual(severities(entries[0], 'unused-ignore'), ['hint', 'hint']);
      assert.equal((await cli.run('extract', '--report-unused', 'a.md')).status, 2);
    });
  });

  for (const [name, text] of [
    ['.gongkairc.json', '{ "rules": { "sum-row": "warning", "sum-balance": { "severity": "off" } } }'],
    ['.gongkairc.jsonc', '// 本单位\n{ "rules": { "sum-row": "warning", "sum-balance": "off", }, }'],
    ['.gongkairc.yaml', 'rules:\n  sum-row: warning\n  sum-balance: off\n'],
  ] as const) {
    it(`reads ${name} above the draft`, async () => {
      cli.file(name, text);
      cli.file('x/y/a.md', faulty);
      const { status, stderr, entries } = await cli.check('x');
      assert.equal(stderr, '');
      assert.equal(status, 0);
      assert.deepEqual(severities(entries[0], 'sum-row'), ['warning']);
      assert.deepEqual(severities(entries[0], 'sum-balance'), []);
    });
  }

  it('takes the nearest one, alone, and looks no further than the folder with .git', async () => {
    cli.file('.gongkairc.json', '{ "rules": { "sum-row": "off", "sum-balance": "off" } }');
    cli.file('x/.gongkairc.json', '{ "rules": { "sum-row": "hint" } }');
    cli.file('x/a.md', faulty);
    cli.file('y/a.md', faulty);
    mkdirSync(join(cli.folder, 'y', '.git'));
    const { entries } = await cli.check('x/a.md', 'y/a.md');
    assert.deepEqual(severities(entries[0], 'sum-row'), ['hint']);
    assert.deepEqual(severities(entries[0], 'sum-balance'), ['error']);
    assert.deepEqual(severities(entries[1], 'sum-row'), ['error']);
  });

  it('goes before by its options', async () => {
    cli.file('.gongkairc.json', '{ "edition": "2019" }');
    cli.file('a.md', faulty);
    assert.equal(severities((await cli.check('a.md')).entries[0], 'table-edition').length > 0, true);
    assert.deepEqual(severities((await cli.check('--edition', 'auto', 'a.md')).entries[0], 'table-edition'), []);
  });

  it('leaves out what is excluded, unless it is named', async () => {
    cli.file('.gongkairc.json', '{ "include": ["年报"], "exclude": ["旧稿", "*.html"] }');
    for (const name of ['年报/a.md', '年报/旧稿/b.md', '年报/c.html', '其他/d.md']) cli.file(name, faulty);
    const { entries } = await cli.check('.');
    assert.deepEqual(
      entries.map(({ file }) => file),
      ['年报/a.md'],
    );
    assert.deepEqual(
      (await cli.check('其他/d.md')).entries.map(({ findings }) => findings.length > 0),
      [true],
    );
  });

  it('names faults of a config once, with their place, and ends with 2; the rest of it holds', async () => {
    cli.file('x/.gongkairc.json', '{\n  "rules": { "sum-rwo": "off", "sum-row": "off" },\n  "edtion": "2021"\n}\n');
    cli.file('x/a.md', faulty);
    cli.file('x/b.md', faulty);
    const { status, stderr, entries } = await cli.check('x');
    assert.equal(status, 2);
    assert.deepEqual(stderr.trimEnd().split('\n'), [
      'gongkai: x/.gongkairc.json:2:14：没有“sum-rwo”这个规则，这一项不起作用。是否指“sum-row”？',
      'gongkai: x/.gongkairc.json:3:3：没有“edtion”这个设置，这一项不起作用。是否指“edition”？',
    ]);
    assert.deepEqual(severities(entries[0], 'sum-row'), []);
    assert.match((await cli.run('check', '--locale', 'en', 'x')).stderr, /x\/\.gongkairc\.json:2:14: There is no rule “sum-rwo”/);
  });

  it('says so where a config cannot be read at all', async () => {
    cli.file('.gongkairc.yaml', 'rules: [\n');
    cli.file('a.md', faulty);
    const broken = await cli.check('a.md');
    assert.equal(broken.status, 2);
    assert.match(broken.stderr, /\.gongkairc\.yaml:\d+:\d+：/);
    cli.empty();
    cli.file('.gongkairc.json', Buffer.from([0, 1, 2]));
    cli.file('a.md', faulty);
    const binary = await cli.check('a.md');
    assert.equal(binary.status, 2);
    assert.match(binary.stderr, /\.gongkairc\.json:1:1：配置无法读取/);
    assert.deepEqual(severities(binary.entries[0], 'sum-row'), ['error']);
  });
});

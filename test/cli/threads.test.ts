import assert from 'node:assert/strict';
import { draft } from '../server/drafts';
import { CommandLine } from './command';

/** So many files are shared out among threads; fewer are not. */
const MANY = 260;
const FEW = 100;

describe('gongkai check of many files', () => {
  const cli = new CommandLine();
  before(() => cli.build());
  after(() => cli.remove());

  const name = (i: number): string => `稿/${String(i).padStart(3, '0')}.md`;
  beforeEach(() => {
    cli.empty();
    for (let i = 0; i < MANY; i++)
      cli.file(name(i), i % 7 === 3 ? '会议纪要\n' : draft({ values: { 'requests/received/total': String(i) } }));
    cli.file(name(5), Buffer.from([0, 1, 2, 3, 0, 0]));
    cli.file('.git/HEAD', '');
    cli.file('稿/.gongkairc.json', '{ "rules": { "sum-row": "warning", "sum-rwo": "off" }, "exclude": ["010.md"] }');
  });

  const args = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => name(from + i));

  it('says what it says of a few of them, in the same order', async () => {
    for (const format of ['json', 'stylish'] as const) {
      const all = await cli.run('check', '--format', format, ...args(0, MANY));
      const parts = [];
      for (let from = 0; from < MANY; from += FEW)
        parts.push(await cli.run('check', '--format', format, ...args(from, Math.min(MANY, from + FEW))));
      assert.equal(all.status, 2);
      if (format === 'json')
        assert.deepEqual(
          JSON.parse(all.stdout),
          parts.flatMap(({ stdout }) => JSON.parse(stdout)),
        );
      else {
        const body = (text: string): string => text.slice(0, text.lastIndexOf('检查了'));
        assert.equal(body(all.stdout), parts.map(({ stdout }) => body(stdout)).join(''));
        assert.match(all.stdout, new RegExp(`检查了 ${MANY - 1} 个文件（37 个不是年度报告，1 个未能读取）：`));
      }
      // What is wrong with the config is said once, whatever number of threads has read it.
      assert.equal(all.stderr.split('sum-rwo').length - 1, 1, all.stderr);
      assert.match(all.stderr, /005\.md/);
    }
  });

  it('leaves out what the config excludes', async () => {
    const { entries } = await cli.check('稿');
    assert.equal(entries.length, MANY - 1);
    assert.deepEqual(
      entries.map(({ file }) => file),
      args(0, MANY).filter((file) => file !== name(10)),
    );
  });

  it('extracts as it does of a few', async () => {
    const all = await cli.run('extract', '--format', 'csv', ...args(0, MANY));
    const parts = [];
    for (let from = 0; from < MANY; from += FEW)
      parts.push((await cli.run('extract', '--format', 'csv', ...args(from, Math.min(MANY, from + FEW)))).stdout);
    const [head] = all.stdout.split('\r\n');
    assert.equal(all.stdout, `${head}\r\n${parts.map((text) => text.slice(head!.length + 2)).join('')}`);
  });

  it('ends when nobody reads on', async () => {
    const child = cli.spawn(['check', '稿']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const status = await new Promise((resolve) => child.once('close', resolve));
    assert.equal(status, 2);
  });
});

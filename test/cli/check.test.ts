import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, existsSync, openSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { draft, titleOnly } from '../server/drafts';
import { CommandLine } from './command';

const good = draft();
const faulty = draft({ values: { 'requests/received/total': '7' } });
/** Only a warning: a figure that cannot be negative is. */
const doubtful = draft({ values: { 'disclosure/normative/issued': '5', 'disclosure/normative/inForce': '3' } });

/** Node only decodes this encoding: the table is turned round, as far as two bytes go. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from([...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (codes.get(char) ?? assert.fail(char)))));
}

describe('gongkai check', () => {
  const cli = new CommandLine();
  before(() => cli.build());
  after(() => cli.remove());
  beforeEach(() => cli.empty());

  describe('exit status', () => {
    it('is 0 without findings, and with warnings only', async () => {
      cli.file('good.md', good);
      cli.file('doubtful.md', doubtful);
      assert.equal((await cli.run('check', 'good.md')).status, 0);
      const { status, entries } = await cli.check('doubtful.md');
      assert.equal(status, 0);
      assert.deepEqual(
        entries[0]?.findings.map(({ severity }) => severity),
        ['warning'],
      );
    });

    it('is 1 with an error-level finding', async () => {
      cli.file('faulty.md', faulty);
      cli.file('good.md', good);
      assert.equal((await cli.run('check', 'faulty.md', 'good.md')).status, 1);
    });

    it('is 2 where a file cannot be read; the others are checked all the same', async () => {
      cli.file('faulty.md', faulty);
      const { status, stderr, entries } = await cli.check('nowhere.md', 'faulty.md');
      assert.equal(status, 2);
      assert.match(stderr, /nowhere\.md/);
      assert.equal(entries[0]?.file, 'nowhere.md');
      assert.match(entries[0]?.failure ?? '', /文件不存在/);
      assert.ok(entries[1]?.findings.some(({ rule }) => rule === 'sum-row'));
      assert.equal(entries[1]?.failure, undefined);
    });

    const wrong: Record<string, string[]> = {
      'no command': [],
      'an unknown command': ['chek', 'a.md'],
      'no file': ['check'],
      'no file for extract': ['extract', '--format', 'csv'],
      'an unknown option': ['check', '--fix', 'a.md'],
      'an unknown short option': ['check', '-x', 'a.md'],
      'an unknown format': ['check', '--format', 'xml', 'a.md'],
      'a format of the other command': ['check', '--format', 'csv', 'a.md'],
      'an unknown edition': ['check', '--edition', '2020', 'a.md'],
      'an option without its value': ['check', 'a.md', '--edition'],
      'an unknown locale': ['check', '--locale', 'fr', 'a.md'],
      'an unknown option of explain': ['explain', '--format', 'json'],
      'an unknown rule': ['explain', 'sum-rwo'],
      'an unknown option of lsp': ['lsp', '--bogus'],
      'a connection that lsp has not': ['lsp', '--socket=7000'],
      'a file for lsp': ['lsp', '--stdio', 'a.md'],
      'a value for an option that takes none': ['check', '--help=yes', 'a.md'],
    };
    for (const [what, args] of Object.entries(wrong)) {
      it(`is 2 with a hint on stderr for ${what}`, async () => {
        cli.file('a.md', good);
        const { status, stdout, stderr } = await cli.run(...args);
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.match(stderr, /^gongkai: .+\n.*gongkai --help\n$/);
      });
    }
  });

  it('says that no file was checked where none could be read', async () => {
    const { status, stdout } = await cli.run('check', 'none.md');
    assert.equal(status, 2);
    assert.match(stdout, /^一个文件也没有检查（1 个未能读取）\n$/);
    assert.match((await cli.run('check', '--locale', 'en', 'none.md')).stdout, /^No file was checked \(1 could not be read\)\n$/);
  });

  it('says that all files are excluded where they are', async () => {
    cli.file('.gongkairc.json', '{ "exclude": ["in"] }');
    cli.file('in/a.md', faulty);
    cli.file('in/b.md', faulty);
    assert.deepEqual(await cli.run('check', 'in'), { status: 0, stdout: '一个文件也没有检查（2 个被配置排除）\n', stderr: '' });
    const { status, stdout } = await cli.run('check', '--locale', 'en', 'in', 'none.md');
    assert.deepEqual([status, stdout], [2, 'No file was checked (1 could not be read, 2 excluded by the config)\n']);
    assert.match((await cli.run('check', 'in', 'in/a.md')).stdout, /^检查了 1 个文件：/m);
  });

  it('prints help and version', async () => {
    for (const args of [
      ['--help'],
      ['-h'],
      ['check', '--help'],
      ['check', '-h', 'a.md'],
      ['extract', '--help'],
      ['explain', '-h'],
      ['lsp', '--help'],
    ]) {
      const { status, stdout, stderr } = await cli.run(...args);
      assert.equal(status, 0);
      assert.match(stdout, /用法/);
      assert.equal(stderr, '');
      assert.match((await cli.run(...args, '--locale', 'en')).stdout, /Usage/);
    }
    assert.deepEqual(await cli.run('--version'), { status: 0, stdout: `${version}\n`, stderr: '' });
  });

  describe('--format json', () => {
    it('gives for every file what the contract says, and nothing else', async () => {
      cli.file('drafts/a.md', faulty);
      const { entries, stdout } = await cli.check('drafts/a.md');
      assert.match(stdout, /^\[\n[^\n]+\n\]\n$/);
      assert.equal(entries.length, 1);
      const [entry] = entries;
      assert.deepEqual(Object.keys(entry ?? {}), ['file', 'report', 'edition', 'year', 'unit', 'findings']);
      assert.deepEqual(
        { ...entry, findings: [] },
        { file: 'drafts/a.md', report: true, edition: '2021', year: 2023, unit: '清河县民政局', findings: [] },
      );
      const finding = entry?.findings.find(({ rule }) => rule === 'sum-row');
      assert.deepEqual(Object.keys(finding ?? {}), ['rule', 'severity', 'message', 'range', 'data']);
      const line = faulty.split('\n').findIndex((text) => text.startsWith('一、本年新收'));
      const character = (faulty.split('\n')[line] as string).length - 1;
      assert.deepEqual(finding?.range, { start: { line, character }, end: { line, character: character + 1 } });
      assert.equal(finding?.severity, 'error');
      assert.match(finding?.message ?? '', /\p{Script=Han}/u);
      assert.deepEqual(finding?.data, { table: 'requests', row: 'received', column: 'total', actual: '7', expected: '0' });
    });

    it('says false and null of what is no report', async () => {
      cli.file('notes.txt', '会议纪要\n\n一、总体情况\n');
      const { status, entries } = await cli.check('notes.txt');
      assert.equal(status, 0);
      assert.deepEqual(entries, [{ file: 'notes.txt', report: false, edition: null, year: null, unit: null, findings: [] }]);
    });

    it('speaks English where that is asked for', async () => {
      cli.file('a.md', titleOnly);
      for (const [locale, pattern] of [
        ['en', /missing/],
        ['en_GB.UTF-8', /missing/],
        ['zh-CN', /缺/],
      ] as const) {
        const { entries } = await cli.check('--locale', locale, 'a.md');
        assert.match(entries[0]?.findings[0]?.message ?? '', pattern);
      }
      assert.match((await cli.check('--locale=en', 'b.md')).stderr, /no such file/);
    });

    it('speaks the language of the system, Chinese where that is neither', async () => {
      cli.file('a.md', titleOnly);
      const unset = { LC_ALL: '', LC_MESSAGES: '', LANG: '' };
      for (const [env, pattern] of [
        [{ LANG: 'en_GB.UTF-8' }, /missing/],
        [{ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, /缺/],
        [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US' }, /missing/],
        [{ LANG: 'C.UTF-8' }, /缺/],
        [{ LANG: 'fr_FR.UTF-8' }, /缺/],
        [{}, /缺/],
      ] as const) {
        assert.match((await cli.runIn({ ...unset, ...env }, 'check', 'a.md')).stdout, pattern, JSON.stringify(env));
      }
      assert.match((await cli.runIn({ ...unset, LANG: 'en_US.UTF-8' }, 'chekc')).stderr, /unknown command/);
      assert.match((await cli.runIn({ ...unset, LANG: 'en_US.UTF-8' }, 'check', '--locale', 'zh', 'a.md')).stdout, /缺/);
    });
  });

  it('takes the edition from the command line', async () => {
    cli.file('a.md', draft({ edition: '2019' }));
    const rules = async (...args: string[]): Promise<string[]> =>
      (await cli.check(...args, 'a.md')).entries.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    assert.deepEqual(await rules(), []);
    assert.deepEqual(await rules('--edition', 'auto'), []);
    assert.deepEqual(await rules('--edition', '2019'), []);
    assert.ok((await rules('--edition=2021')).includes('table-edition'));
  });

  describe('arguments', () => {
    const files = async (...args: string[]): Promise<string[]> => (await cli.check(...args)).entries.map(({ file }) => file);

    it('keep their order; a folder gives its drafts by name, with those below it', async () => {
      for (const name of ['z.md', 'in/b.md', 'in/B.TXT', 'in/a.gkbg', 'in/deep/er/c.html', 'in/deep/d.htm', 'in/deep.md'])
        cli.file(name, good);
      for (const name of [
        'in/e.docx',
        'in/f.pdf',
        'in/g',
        'in/.hidden.md',
        'in/.git/h.md',
        'in/node_modules/i.md',
        'in/deep/node_modules/j/k.md',
      ])
        cli.file(name, good);
      assert.deepEqual(await files('z.md', 'in', './z.md'), [
        'z.md',
        'in/B.TXT',
        'in/a.gkbg',
        'in/b.md',
        'in/deep/d.htm',
        'in/deep/er/c.html',
        'in/deep.md',
        './z.md',
      ]);
      assert.deepEqual(await files('in/deep/'), ['in/deep/d.htm', 'in/deep/er/c.html']);
      assert.equal((await files('.'))[0], 'in/B.TXT');
    });

    it('that name a file take it whatever its ending', async () => {
      cli.file('draft.docx.bak', faulty);
      cli.file('年报', faulty);
      cli.file('node_modules/a.md', faulty);
      assert.equal((await cli.run('check', 'draft.docx.bak')).status, 1);
      assert.equal((await cli.run('check', '年报')).status, 1);
      assert.equal((await cli.run('check', 'node_modules/a.md')).status, 1);
      cli.file('-a.md', faulty);
      assert.equal((await cli.run('check', '--', '-a.md')).status, 1);
    });

    it('expand patterns where the shell has not', async () => {
      for (const name of ['2022/a.md', '2022/b.txt', '2023/a.md', '2023/sub/c.md', 'x.md', '.y.md', '2022/.z.md', '2023/node_modules/n.md'])
        cli.file(name, good);
      assert.deepEqual(await files('*.md'), ['x.md']);
      assert.deepEqual(await files('*/*.md'), ['2022/a.md', '2023/a.md']);
      assert.deepEqual(await files('**/*.md'), ['x.md', '2022/a.md', '2023/a.md', '2023/sub/c.md']);
      assert.deepEqual(await files('2023/**'), ['2023/a.md', '2023/sub/c.md']);
      assert.deepEqual(await files('202?/a.{md,txt}'), ['2022/a.md', '2023/a.md']);
      assert.deepEqual(await files('2022/[!a].*', '{x,y}.md'), ['2022/b.txt', 'x.md']);
      assert.deepEqual(await files('20*'), ['2022/a.md', '2022/b.txt', '2023/a.md', '2023/sub/c.md']);
      assert.deepEqual(await files(join(cli.folder, '2022', '*.md')), [join(cli.folder, '2022/a.md')]);
    });

    it('take a file whose name looks like a pattern for that file', async () => {
      cli.file('年报[定稿].md', good);
      cli.file('a{1}.md', good);
      assert.deepEqual(await files('年报[定稿].md', 'a{1}.md'), ['年报[定稿].md', 'a{1}.md']);
    });

    it('take a folder whose name has brackets for that folder, in patterns too', async () => {
      for (const name of ['年报[定稿]/a.md', '年报定/b.md', 'x/[1]/c.md', 'x/1/d.md', 'x/2/e.md']) cli.file(name, good);
      assert.deepEqual(await files('年报[定稿]/*.md'), ['年报[定稿]/a.md']);
      assert.deepEqual(await files('*/[1]/*.md'), ['x/[1]/c.md']);
      assert.deepEqual(await files('x/[12]/*.md'), ['x/1/d.md', 'x/2/e.md']);
      assert.deepEqual(await files('年报[定]/*.md'), ['年报定/b.md']);
    });

    it('that overlap give a file once', async () => {
      cli.file('in/a.md', good);
      cli.file('in/b.md', good);
      assert.deepEqual(await files('in/b.md', 'in', 'in/*.md', '**/*.md'), ['in/b.md', 'in/a.md']);
    });

    it('that match nothing are a failure, on stderr and in JSON', async () => {
      cli.file('none/a.docx', 'x');
      cli.file('a.md', good);
      const { status, stderr, entries } = await cli.check('*.gkbg', 'none', 'a.md');
      assert.equal(status, 2);
      assert.match(stderr, /\*\.gkbg：没有与此匹配的文件\n.*none：文件夹中没有/);
      assert.deepEqual(
        entries.map(({ file, failure }) => [file, failure !== undefined]),
        [
          ['*.gkbg', true],
          ['none', true],
          ['a.md', false],
        ],
      );
    });

    it('follow links to files, not links in a circle', async () => {
      cli.file('in/a.md', good);
      symlinkSync(join(cli.folder, 'in/a.md'), join(cli.folder, 'in/link.md'));
      symlinkSync('..', join(cli.folder, 'in/up'));
      symlinkSync('nowhere', join(cli.folder, 'in/broken.md'));
      const { entries, status } = await cli.check('in');
      assert.equal(status, 2);
      assert.deepEqual(
        entries.map(({ file, failure }) => [file, failure]),
        [
          ['in/a.md', undefined],
          ['in/broken.md', '文件不存在'],
          ['in/link.md', undefined],
        ],
      );
    });
  });

  describe('files', () => {
    const rules = async (name: string): Promise<string[] | string | undefined> => {
      const { entries } = await cli.check(name);
      return entries[0]?.failure ?? entries[0]?.findings.map(({ rule }) => rule);
    };
    const expected = ['sum-row', 'sum-culprit', 'sum-balance'];
    const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

    it('in UTF-8 with and without a mark, and in UTF-16 with one, say the same at the same places', async () => {
      cli.file('a.md', faulty);
      cli.file('marked.md', `\ufeff${faulty}`);
      cli.file('16le.md', utf16(faulty));
      cli.file('16be.md', utf16(faulty).swap16());
      const { entries } = await cli.check('a.md', 'marked.md', '16le.md', '16be.md');
      assert.deepEqual(
        entries[0]?.findings.map(({ rule }) => rule),
        expected,
      );
      for (const { findings } of entries) assert.deepEqual(findings, entries[0]?.findings);
    });

    it('in GB18030 say the same', async () => {
      cli.file('a.md', faulty);
      cli.file('gb.md', gb18030(faulty));
      const { entries } = await cli.check('a.md', 'gb.md');
      assert.deepEqual({ ...entries[1], file: 'a.md' }, entries[0]);
      assert.deepEqual(
        entries[1]?.findings.map(({ rule }) => rule),
        expected,
      );
    });

    it('that are binary, broken, too large or no files are failures with the reason and what to do', async () => {
      cli.file('word.md', Buffer.from('504b0304140000000800', 'hex'));
      const bytes = Buffer.from(faulty);
      bytes[100] = 0xff;
      cli.file('broken.md', bytes);
      cli.file('noise.md', Buffer.from('ff'.repeat(40), 'hex'));
      cli.file('huge.md', Buffer.alloc(20_000_001, 0x61));
      cli.file('largest.md', Buffer.alloc(20_000_000, 0x61));
      assert.match(String(await rules('word.md')), /二进制.*另存为/);
      assert.match(String(await rules('broken.md')), /第 \d+ 行.*UTF-8/);
      assert.match(String(await rules('noise.md')), /编码/);
      assert.match(String(await rules('huge.md')), /20\.0 MB.*20 MB/);
      assert.deepEqual(await rules('largest.md'), []);
    });

    it('that may not be read are failures', async () => {
      cli.file('locked.md', good);
      cli.file('a.md', good);
      chmodSync(join(cli.folder, 'locked.md'), 0);
      const { entries, status } = await cli.check('locked.md', 'a.md');
      // The superuser may read everything.
      if (process.getuid?.() === 0) assert.equal(status, 0);
      else assert.match(entries[0]?.failure ?? '', /权限/);
      assert.equal(entries[1]?.failure, undefined);
    });

    it('that a pattern may match are failures, too, where their folder may not be looked into', async () => {
      cli.file('a.md', good);
      cli.file('locked/b.md', good);
      chmodSync(join(cli.folder, 'locked'), 0);
      try {
        for (const [pattern, checked, named] of [
          ['**/*.md', 1, 'locked'],
          ['*/*.md', 0, 'locked'],
          ['locked/*.md', 0, 'locked'],
          ['*/b.md', 0, 'locked/b.md'],
        ] as const) {
          const { entries, status, stderr } = await cli.check(pattern);
          // The superuser may look into everything.
          if (process.getuid?.() === 0) assert.equal(status, 0);
          else {
            assert.equal(entries.length, checked + 1);
            assert.equal(status, 2);
            assert.equal(stderr, `gongkai: ${named}：没有读取权限\n`);
          }
        }
      } finally {
        chmodSync(join(cli.folder, 'locked'), 0o700);
      }
    });

    it('that are empty are no reports', async () => {
      cli.file('empty.md', '');
      assert.deepEqual(await rules('empty.md'), []);
    });
  });

  describe('output', () => {
    it('is complete, however long', async () => {
      for (let i = 0; i < 60; i++) cli.file(`in/${i}.md`, titleOnly.repeat(1) + '一、总体情况\n\n'.repeat(300));
      const { entries, stdout } = await cli.check('in');
      assert.equal(entries.length, 60);
      assert.ok(stdout.length > 1_000_000);
    });

    it('is complete, and so is the status, where nobody reads what could not be done', async () => {
      cli.file('a.md', faulty);
      const child = cli.spawn(['check', '--format', 'json', ...Array.from({ length: 3000 }, (_, i) => `none${i}.md`), 'a.md']);
      child.stderr?.destroy();
      let stdout = '';
      child.stdout?.setEncoding('utf8').on('data', (text) => {
        stdout += text;
      });
      const status = await new Promise((resolve) => child.once('close', resolve));
      assert.equal(status, 2);
      assert.equal(JSON.parse(stdout).length, 3001);
    });

    it('has no control characters of names and configs, in complaints neither', async () => {
      cli.file('.gongkairc.json', '{ "a\\u001b[2J": 1 }');
      cli.file('a.md', good);
      const { stdout, stderr } = await cli.run('check', 'a.md', 'b\u001b[31m\nc.md');
      assert.match(stderr, /b\ufffd\[31m\ufffdc\.md：没有与此匹配的文件/);
      assert.match(stderr, /没有“a\ufffd\[2J”这个设置/);
      assert.doesNotMatch(stdout + stderr, /\u001b/);
    });

    it('that cannot be written is one complaint, and status 2', function () {
      if (!existsSync('/dev/full')) this.skip();
      cli.file('a.md', good);
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [cli.entry, 'check', '--locale', 'zh', 'a.md'], {
        cwd: cli.folder,
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      closeSync(full);
      assert.deepEqual([status, stderr], [2, 'gongkai: 结果无法写出（ENOSPC）\n']);
    });

    it('may be closed early by its reader', async () => {
      for (let i = 0; i < 60; i++) cli.file(`in/${i}.md`, titleOnly + '一、总体情况\n\n'.repeat(300));
      const child = cli.spawn(['check', '--format', 'json', 'in']);
      let stderr = '';
      child.stderr?.on('data', (chunk) => {
        stderr += chunk;
      });
      child.stdout?.once('data', () => child.stdout?.destroy());
      const status = await new Promise((resolve) => child.once('close', resolve));
      assert.equal(stderr, '');
      assert.equal(status, 1);
    });
  });
});

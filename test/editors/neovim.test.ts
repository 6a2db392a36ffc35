import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const name = '清河县民政局2023年政府信息公开工作年度报告.md';

interface Fault {
  readonly code: string;
  readonly line: number;
  readonly text: string;
}

/** What `neovim.lua` writes down. */
interface Seen {
  readonly problem?: string;
  readonly faults: readonly Fault[];
  readonly left: readonly Fault[];
  readonly hover?: readonly string[];
  readonly actions?: readonly string[];
  readonly applied?: string;
  readonly text?: readonly string[];
}

const hasNeovim = spawnSync('nvim', ['--version'], { stdio: 'ignore' }).status === 0;

/** What the command line finds, without the column. */
function found(file: string): string[] {
  const { stdout } = spawnSync(process.execPath, [join(root, 'dist', 'cli.js'), 'check', '--format', 'json', file], { encoding: 'utf8' });
  const [report] = JSON.parse(stdout) as [{ findings: { rule: string; range: { start: { line: number } } }[] }];
  return report.findings.map(({ rule, range }) => `${range.start.line} ${rule}`).sort();
}

describe('Neovim', function () {
  this.slow(5000);
  let folder: string;
  let seen: Seen;

  before(function () {
    if (!hasNeovim) {
      console.log('      没有安装 Neovim，跳过。 Neovim is not installed: skipped.');
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'gongkai-neovim-'));
    copyFileSync(join(root, 'examples', name), join(folder, name));
    const output = join(folder, 'seen.json');
    const { stderr } = spawnSync('nvim', ['--headless', '-n', '-u', 'NONE', '-S', join(__dirname, 'neovim.lua')], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 30_000,
      killSignal: 'SIGKILL',
      env: {
        ...process.env,
        GONGKAI_SEEN: output,
        GONGKAI_DRAFT: join(folder, name),
        GONGKAI_NODE: process.execPath,
        GONGKAI_CLI: join(root, 'dist', 'cli.js'),
      },
    });
    assert.ok(existsSync(output), `Neovim wrote nothing: ${stderr}`);
    seen = JSON.parse(readFileSync(output, 'utf8')) as Seen;
    assert.equal(seen.problem, undefined);
  });
  after(() => folder && rmSync(folder, { recursive: true, force: true }));

  it('shows the faults that the command line finds', () =>
    assert.deepEqual(seen.faults.map(({ line, code }) => `${line} ${code}`).sort(), found(join(folder, name))));

  it('marks the cell', () => assert.equal(seen.faults.find(({ code }) => code === 'sum-row')?.text, '36'));

  it('tells what the cell means', () => {
    const hover = (seen.hover ?? []).join('\n');
    assert.match(hover, /总计/);
    assert.match(hover, /36/);
  });

  it('does what it offers: the figure is right, and nothing else has changed', () => {
    assert.match(seen.applied ?? '', /63/);
    const draft = readFileSync(join(folder, name), 'utf8').replace(/\n$/, '').split('\n');
    const changed = (seen.text ?? []).flatMap((line, i) => (line === draft[i] ? [] : [[draft[i], line]]));
    assert.equal(changed.length, 1);
    assert.equal(changed[0]?.[0]?.replace('| 36 |', '| 63 |'), changed[0]?.[1]);
    assert.ok(!seen.left.some(({ code }) => code === 'sum-row'));
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draft } from '../server/drafts';
import { CommandLine } from './command';

describe('the start of gongkai', () => {
  const cli = new CommandLine();
  const kept = (): string => join(cli.built, 'program.cache');
  let made: Buffer;
  before(async () => {
    await cli.build();
    const { compileAhead } = await import('../../scripts/build.mjs');
    compileAhead(cli.built);
    made = readFileSync(kept());
    cli.file('a.md', draft({ values: { 'requests/received/total': '77' } }));
  });
  after(() => cli.remove());

  const states: [title: string, prepare: () => void][] = [
    ['with what V8 made of the program', () => writeFileSync(kept(), made)],
    ['without it', () => rmSync(kept())],
    // The first bytes say which version of V8 it is of.
    ['with that of another version of V8', () => writeFileSync(kept(), Buffer.concat([Buffer.alloc(16, 1), made.subarray(16)]))],
    ['with half of it', () => writeFileSync(kept(), made.subarray(0, made.length / 2))],
    ['with something else', () => writeFileSync(kept(), 'not what it should be')],
  ];

  it('keeps what V8 makes of it', () => assert.ok(made.length > 100_000, `${made.length} bytes`));

  for (const [title, prepare] of states)
    it(`says the same ${title}`, async () => {
      prepare();
      const { status, entries, stderr } = await cli.check('a.md');
      assert.deepEqual([status, stderr, entries[0]?.findings[0]?.rule], [1, '', 'sum-row']);
    });

  it('is not held back by what an earlier build left', async () => {
    writeFileSync(kept(), 'of an earlier build');
    const { compileAhead } = await import('../../scripts/build.mjs');
    compileAhead(cli.built);
    assert.ok(existsSync(kept()));
    assert.ok(readFileSync(kept()).length > 100_000);
  });
});

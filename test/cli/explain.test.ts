import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules';
import { CommandLine } from './command';

describe('gongkai explain', () => {
  const cli = new CommandLine();
  before(() => cli.build());
  after(() => cli.remove());

  it('lists all rules', async () => {
    const { status, stdout } = await cli.run('explain');
    assert.equal(status, 0);
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
      rules.map(({ id }) => id),
    );
  });

  it('says of every rule what its page says, in either language', async () => {
    const ids = rules.map(({ id }) => id);
    const chinese = (await cli.run('explain', ...ids)).stdout;
    const english = (await cli.run('explain', '--locale', 'en', ...ids)).stdout;
    for (const { id, title, explanation, basis, options = {} } of rules) {
      for (const [text, language] of [
        [chinese, 'zh'],
        [english, 'en'],
      ] as const) {
        const about = Object.values(options).map((option) => option.about[language]);
        for (const words of [`${id}  ${title[language]}`, explanation[language], ...(basis ? [basis[language]] : []), ...about])
          assert.ok(text.includes(words), `${id}: ${words}`);
      }
    }
    assert.match(chinese, /<!-- gongkai-ignore-next-line sum-row: 理由 -->/);
    assert.match(english, /\{ "rules": \{ "sum-row": "off" \} \}/);
  });

  it('knows no other', async () => {
    const { status, stdout, stderr } = await cli.run('explain', 'sum-rwo');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^gongkai: 没有“sum-rwo”这条规则/);
  });
});

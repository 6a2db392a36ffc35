import assert from 'node:assert/strict';
import { expandBraces, hasMagic, matcher } from '../../cli/src/glob';

describe('patterns', () => {
  it('match names', () => {
    for (const [pattern, yes, no] of [
      ['*.md', ['a.md', '年报.md', '.md'.padStart(4, 'x')], ['a.mdx', '.md', 'a.txt']],
      ['a?c', ['abc', 'a年c', 'a😀c'], ['ac', 'abbc']],
      ['[ab]x', ['ax', 'bx'], ['cx', 'x']],
      ['[!ab]x', ['cx'], ['ax']],
      ['[a-c]', ['b'], ['d', '-']],
      ['[]]', [']'], ['[']],
      ['[^a]', ['^', 'a'], ['b']],
      ['a.b+(c)$', ['a.b+(c)$'], ['axb+(c)$']],
      ['[', ['['], ['a']],
      ['[z-a]', ['[z-a]'], ['z']],
      ['.*', ['.git'], ['git']],
      ['***', ['a'], ['.a']],
      ['\\d', ['\\d'], ['1']],
    ] as const) {
      const matches = matcher(pattern);
      for (const name of yes) assert.ok(matches(name), `${pattern} matches ${name}`);
      for (const name of no) assert.ok(!matches(name), `${pattern} does not match ${name}`);
    }
  });

  it('write out their alternatives', () => {
    assert.deepEqual(expandBraces('a'), ['a']);
    assert.deepEqual(expandBraces('{a,b}.{md,txt}'), ['a.md', 'a.txt', 'b.md', 'b.txt']);
    assert.deepEqual(new Set(expandBraces('x{a,{b,c}d,}')), new Set(['xa', 'xbd', 'xcd', 'x']));
    assert.deepEqual(expandBraces('{a}{'), ['{a}{']);
  });

  it('are told from plain names', () => {
    assert.ok(!hasMagic('reports/2023年.md'));
    for (const pattern of ['*', 'a?', '[a]', '{a,b}']) assert.ok(hasMagic(pattern));
  });
});

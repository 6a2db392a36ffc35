import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compose, trimmed } from '../../server/src/editing/compose';
import { applyEdits, type Edit } from '../../server/src/editing/edit';

const edit = (start: number, end: number, text: string): Edit => ({ range: { start, end }, text });

/** Edits of a text of some length that neither overlap nor touch. */
const editsOf = (length: number): fc.Arbitrary<Edit[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.nat(length), { maxLength: 8 }).map((places) => places.sort((a, b) => a - b)),
      fc.array(fc.constantFrom('', 'x', 'yz', '一二三'), { minLength: 8, maxLength: 8 }),
    )
    .map(([places, texts]) => {
      const edits: Edit[] = [];
      for (let i = 0; i + 1 < places.length; i += 2) edits.push(edit(places[i]!, places[i + 1]!, texts[i]!));
      return edits;
    });

describe('edits composed', () => {
  it('do what both do one after the other', () => {
    for (const [text, first, second, composed] of [
      ['abcdef', [], [], []],
      ['abcdef', [edit(1, 2, 'X')], [], [edit(1, 2, 'X')]],
      ['abcdef', [], [edit(1, 2, 'X')], [edit(1, 2, 'X')]],
      ['abcdef', [edit(1, 2, 'X')], [edit(4, 5, 'Y')], [edit(1, 2, 'X'), edit(4, 5, 'Y')]],
      ['abcdef', [edit(4, 5, 'YY')], [edit(1, 2, '')], [edit(1, 2, ''), edit(4, 5, 'YY')]],
      // What the first puts in, the second changes …
      ['abcdef', [edit(1, 2, 'XYZ')], [edit(2, 3, '')], [edit(1, 2, 'XZ')]],
      // … takes out with what stands around it …
      ['abcdef', [edit(2, 2, 'XYZ')], [edit(1, 6, '')], [edit(1, 3, '')]],
      // … or puts back.
      ['abcdef', [edit(1, 3, 'X')], [edit(1, 2, 'bc')], []],
    ] as const) {
      assert.deepEqual(compose(text, first, second), composed, JSON.stringify([text, first, second]));
    }
  });

  it('give the same text as one after the other, in order and apart (random)', () => {
    const drawn = fc
      .string({ maxLength: 24 })
      .chain((text) => editsOf(text.length).map((first) => ({ text, first })))
      .chain(({ text, first }) => editsOf(applyEdits(text, first).length).map((second) => ({ text, first, second })));
    fc.assert(
      fc.property(drawn, ({ text, first, second }) => {
        const composed = compose(text, first, second);
        assert.equal(applyEdits(text, composed), applyEdits(applyEdits(text, first), second));
        for (const [i, { range }] of composed.entries()) assert.ok(range.start >= (composed[i - 1]?.range.end ?? 0));
        for (const one of composed) assert.deepEqual(trimmed(text, one), [one]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an edit trimmed', () => {
  it('is what it changes', () => {
    assert.deepEqual(trimmed('abcabc', edit(0, 6, 'abXabc')), [edit(2, 3, 'X')]);
    assert.deepEqual(trimmed('aaa', edit(0, 3, 'aa')), [edit(2, 3, '')]);
    assert.deepEqual(trimmed('aa', edit(0, 2, 'aaa')), [edit(2, 2, 'a')]);
    assert.deepEqual(trimmed('abc', edit(1, 2, 'b')), []);
  });

  it('never begins or ends between CR and LF', () => {
    const text = 'a\r\nb\r\nc\r\nd';
    assert.deepEqual(trimmed(text, edit(0, 6, 'a\r\nx\r\ny\r\n')), [edit(3, 4, 'x\r\ny')]);
    assert.deepEqual(trimmed(text, edit(0, 9, 'a\r\ne\r\nf\r\n')), [edit(3, 7, 'e\r\nf')]);
    assert.deepEqual(trimmed('a\r\nb', edit(1, 3, '\n')), [edit(1, 3, '\n')]);
    assert.deepEqual(trimmed('a\nb', edit(1, 2, '\r\n')), [edit(1, 1, '\r')]);
  });
});

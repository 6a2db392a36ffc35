import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { applyChanges, type Encoding, negotiateEncoding, offsetAt, Positions } from '../../server/src/positions';

const encodings: Encoding[] = ['utf-8', 'utf-16', 'utf-32'];
const document = (text: string): TextDocument => TextDocument.create('file:///a.md', 'markdown', 1, text);

/** Lines with what makes encodings differ: ASCII, Chinese, emoji, accents, all three line ends. */
const text = fc
  .array(fc.constantFrom('a', '7', '表', '总', '😀', '𠀀', 'é', '\t', '\n', '\r\n', '\r'), { maxLength: 40 })
  .map((parts) => parts.join(''));

/** Units of a string, by the definition of the encoding. */
const units = (part: string, encoding: Encoding): number =>
  encoding === 'utf-8' ? Buffer.byteLength(part) : encoding === 'utf-16' ? part.length : [...part].length;

/** Offsets between whole characters that are not inside a CRLF, with the line and what stands before them on it. */
function places(whole: string): { offset: number; line: number; before: string }[] {
  const found = [];
  let line = 0;
  let start = 0;
  for (let offset = 0; ; ) {
    found.push({ offset, line, before: whole.slice(start, offset) });
    if (offset === whole.length) return found;
    const end = whole.startsWith('\r\n', offset) ? 2 : /[\r\n]/.test(whole[offset] as string) ? 1 : 0;
    offset += end || ((whole.codePointAt(offset) as number) > 0xffff ? 2 : 1);
    if (end > 0) {
      line++;
      start = offset;
    }
  }
}

describe('positions', () => {
  for (const encoding of encodings) {
    it(`counts in ${encoding} and back`, () => {
      fc.assert(
        fc.property(text, (whole) => {
          const positions = new Positions(document(whole), encoding);
          for (const { offset, line, before } of places(whole)) {
            const position = { line, character: units(before, encoding) };
            assert.deepEqual(positions.at(offset), position);
            assert.equal(offsetAt(document(whole), position, encoding), offset);
          }
        }),
      );
    });

    it(`answers in ${encoding} in any order as in the order of the text`, () => {
      fc.assert(
        fc.property(text, fc.infiniteStream(fc.nat()), (whole, random) => {
          const positions = new Positions(document(whole), encoding);
          const some = places(whole);
          for (const n of random.take(30)) {
            const { offset } = some[n % some.length] as (typeof some)[number];
            assert.deepEqual(positions.at(offset), new Positions(document(whole), encoding).at(offset));
          }
        }),
      );
    });

    it(`moves positions in ${encoding} that are not in the document to where the protocol says`, () => {
      const whole = '表a\r\n总';
      assert.equal(offsetAt(document(whole), { line: 0, character: 99 }, encoding), 2);
      assert.equal(offsetAt(document(whole), { line: 1, character: 99 }, encoding), whole.length);
      assert.equal(offsetAt(document(whole), { line: 99, character: 1 }, encoding), whole.length);
    });
  }

  it('goes back to the beginning of a character that a position stands in', () => {
    assert.equal(offsetAt(document('表总'), { line: 0, character: 4 }, 'utf-8'), 1);
    assert.equal(offsetAt(document('a😀b'), { line: 0, character: 3 }, 'utf-8'), 1);
    assert.deepEqual(new Positions(document('a😀b'), 'utf-32').at(2), { line: 0, character: 1 });
  });

  it('counts a lone surrogate like the character that is sent for it', () => {
    assert.deepEqual(new Positions(document('\ud800a'), 'utf-8').at(1), { line: 0, character: 3 });
  });
});

describe('changes', () => {
  for (const encoding of encodings) {
    it(`in ${encoding}, one after the other, give the text that they describe`, () => {
      const edit = fc.record({ from: fc.nat(), to: fc.nat(), insert: text, full: fc.nat(9) });
      fc.assert(
        fc.property(text, fc.array(edit, { maxLength: 8 }), (whole, edits) => {
          let expected = whole;
          const changes = edits.map(({ from, to, insert, full }): TextDocumentContentChangeEvent => {
            const some = places(expected);
            const [a, b] = [some[from % some.length], some[to % some.length]] as const;
            if (full === 0 || !a || !b) {
              expected = insert;
              return { text: insert };
            }
            const [start, end] = a.offset <= b.offset ? [a, b] : [b, a];
            expected = expected.slice(0, start.offset) + insert + expected.slice(end.offset);
            const position = ({ line, before }: typeof a) => ({ line, character: units(before, encoding) });
            return { range: { start: position(start), end: position(end) }, text: insert };
          });
          const changed = document(whole);
          applyChanges(changed, changes, 7, encoding);
          assert.equal(changed.getText(), expected);
          assert.equal(changed.version, 7);
          // The line table is that of the text, too.
          for (const { offset, line } of places(expected)) assert.equal(changed.positionAt(offset).line, line);
        }),
      );
    });
  }

  it('behind the end are made at the end, and leave a sound line table', () => {
    const changed = document('一\n二');
    applyChanges(
      changed,
      [{ range: { start: { line: 9, character: 9 }, end: { line: 12, character: 0 } }, text: '\n三\n四' }],
      2,
      'utf-16',
    );
    assert.equal(changed.getText(), '一\n二\n三\n四');
    assert.deepEqual(changed.positionAt(7), { line: 3, character: 1 });
    applyChanges(
      changed,
      [{ range: { start: { line: 0, character: 0 }, end: { line: 4294967295, character: 4294967295 } }, text: '五' }],
      3,
      'utf-16',
    );
    assert.equal(changed.getText(), '五');
  });

  it('without a change only bring a new version', () => {
    const changed = document('一');
    applyChanges(changed, [], 5, 'utf-16');
    assert.equal(changed.version, 5);
  });
});

describe('position encoding', () => {
  it('is the first known one that the client offers', () => {
    assert.equal(negotiateEncoding(['utf-8', 'utf-16']), 'utf-8');
    assert.equal(negotiateEncoding(['utf-7', 'utf-32', 'utf-8']), 'utf-32');
  });

  it('is utf-16 where the client offers none that is known', () => {
    for (const offered of [undefined, null, [], ['utf-7'], 'utf-8', [3]]) assert.equal(negotiateEncoding(offered), 'utf-16');
  });
});

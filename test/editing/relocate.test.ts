import assert from 'node:assert/strict';
import { applyEdits, type Fix } from '../../server/src/editing/edit';
import { base } from '../analysis/draft';
import { analyze } from './judge';
import { fixesOf, remediesIn } from './remedy';

const text = base('2021');
const [second, third] = [
  text.slice(text.indexOf('第二十条'), text.indexOf('\n\n三、收到')),
  text.slice(text.indexOf('（本列数据'), text.indexOf('\n\n四、政府')),
];
/** Each under the heading of the other. */
const swapped = text.replace(second, '⟦⟧').replace(third, second).replace('⟦⟧', third);

describe('a table under the heading of another one', () => {
  for (const [name, written] of [
    ['tabs', (draft: string) => draft],
    ['bars', (draft: string) => draft.replaceAll('\t', ' | ')],
    ['CRLF', (draft: string) => draft.replaceAll('\n', '\r\n')],
  ] as const) {
    it(`${name}: is moved as it is written, and the draft is as it should be`, () => {
      let now = written(swapped);
      for (const left of [2, 1]) {
        const analysis = analyze(now);
        const found = analysis.findings.filter(({ rule }) => rule === 'table-missing');
        assert.equal(found.length, left);
        const [fix, ...others] = fixesOf(found[0]!, analysis);
        assert.ok(fix && others.length === 0);
        now = applyEdits(now, fix.edits);
      }
      assert.equal(now, written(text));
    });
  }

  it('is not written a second time', () => {
    const { fixes } = remediesIn(text.replace(`${second}\n\n`, '').replace(third, `${second}\n\n${third}`), 'table-missing');
    assert.deepEqual(
      fixes.map(({ title }: Fix) => title.zh),
      ['把表二移到这里'],
    );
  });
});

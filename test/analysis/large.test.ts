import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';

const opening = '清河县民政局2023年政府信息公开工作年度报告\n一、总体情况\n三、收到和处理政府信息公开申请情况\n';

/** What a draft may hold thousands of times by a slip of the clipboard: no array of it may be spread or searched anew for each. */
const floods: readonly (readonly [name: string, piece: string])[] = [
  ['rows of the table', '（一）予以公开\t1\t2\t3\t4\t5\t6\t7\n'],
  ['heads and rows', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3\n'],
  ['headings', '一、总体情况\n'],
  ['further headings', '七、其他工作\n'],
  ['pieces of labels', '申请人无\n0 0\n'],
  ['blank cells', '\t'],
  ['bars', '|'],
  ['lines of one value', '0\n'],
  ['HTML rows', '<table><tr><td colspan=100000>1<td>2</table>'],
];

describe('analysis of what stands there far too often', () => {
  for (const [name, piece] of floods) {
    it(`${name}: is read to the end`, () => {
      const text = opening + piece.repeat(Math.ceil(400_000 / piece.length));
      const { report, findings } = analyze(text);
      assert.ok(report.recognised);
      assert.ok(findings.every(({ rule, range }) => rule !== 'internal-error' && range.end <= text.length));
    });
  }
});

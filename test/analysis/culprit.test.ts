import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { findCulprits } from '../../server/src/analysis/culprit';
import { base, withRow } from './draft';

const same = undefined;
/** `row/column 81→18 ×2`: the cell, what stands there, what should, and how many violations that settles. */
const culprits = (text: string): string[] =>
  findCulprits(analyze(text).relations)
    .map(({ row, column, actual, expected, settles }) => `${row}/${column} ${actual}→${expected} ×${settles.length}`)
    .sort();
const violations = (text: string): number => analyze(text).relations.filter(({ state }) => state === 'violated').length;
const reason = (text: string): string =>
  analyze(text)
    .findings.find(({ rule }) => rule === 'sum-culprit')
    ?.message.zh.match(/（([^（）]*)）。请核对。$/)?.[1] ?? '';

describe('culprits', () => {
  it('none in a report that balances', () => assert.deepEqual(culprits(base('2021')), []));

  describe('one wrong cell in table requests is named', () => {
    const table: readonly (readonly [string, string, (string | undefined)[], string, number])[] = [
      ['a part of a result', '（一）予以公开', ['17', same, same, same, same, same, same], 'granted/natural 17→18 ×2', 2],
      ['a total of a result', '（一）予以公开', [same, same, same, same, same, same, '25'], 'granted/total 25→23 ×2', 2],
      ['a part of （七）', '（七）总计', ['40', same, same, same, same, same, same], 'processed/natural 40→41 ×3', 3],
      ['the total of （七）', '（七）总计', [same, same, same, same, same, same, '50'], 'processed/total 50→51 ×3', 3],
      ['a part of 一', '一、本年新收政府信息公开申请数量', [same, '16', same, same, same, same, same], 'received/business 16→6 ×2', 2],
      ['the total of 四', '四、结转下年度继续办理', [same, same, same, same, same, same, '0'], 'carriedOut/total 0→3 ×2', 2],
    ];
    for (const [name, label, values, expected, count] of table) {
      it(name, () => {
        const text = withRow(base('2021'), label, values);
        assert.equal(violations(text), count);
        assert.deepEqual(culprits(text), [expected]);
      });
    }
  });

  it('two faults without a relation in common are named each', () => {
    const one = withRow(base('2021'), '（一）予以公开', ['17', same, same, same, same, same, same]);
    const both = withRow(one, '一、本年新收政府信息公开申请数量', [same, '16', same, same, same, same, same]);
    assert.deepEqual(culprits(both), ['granted/natural 17→18 ×2', 'received/business 16→6 ×2']);
  });

  describe('faults in rows and columns that cross', () => {
    const crossed = (...changes: readonly (readonly [label: string, values: (string | undefined)[]])[]): string =>
      changes.reduce((text, [label, values]) => withRow(text, label, values), base('2021'));
    const table: readonly (readonly [string, string, string[]])[] = [
      [
        'by different amounts',
        crossed(
          ['（一）予以公开', ['17', same, same, same, same, same, same]],
          ['7.属于行政执法案卷', [same, same, same, same, '3', same, same]],
        ),
        ['denied.enforcement/legal 3→1 ×2', 'granted/natural 17→18 ×2'],
      ],
      [
        'three of them',
        crossed(
          ['（一）予以公开', ['17', same, same, same, same, same, same]],
          ['7.属于行政执法案卷', [same, same, same, same, '3', same, same]],
          ['2.重复申请', [same, '4', same, same, same, same, same]],
        ),
        ['denied.enforcement/legal 3→1 ×2', 'granted/natural 17→18 ×2', 'rejected.duplicate/business 4→0 ×2'],
      ],
      [
        'by the same amount, where another two cells would have to be negative',
        crossed(
          ['（一）予以公开', [same, same, same, same, '2', same, same]],
          ['1.属于国家秘密', [same, same, same, '1', same, same, same]],
        ),
        ['denied.secret/welfare 1→0 ×2', 'granted/legal 2→1 ×2'],
      ],
      [
        'by the same amount: either two of the four cells would do',
        crossed(
          ['（一）予以公开', ['17', same, same, same, same, same, same]],
          ['1.本机关不掌握相关政府信息', [same, '0', same, same, same, same, same]],
        ),
        [],
      ],
    ];
    for (const [name, text, expected] of table) it(name, () => assert.deepEqual(culprits(text), expected));
  });

  it('none for one violation: any of its cells would do', () => {
    const text = withRow(base('2021').replace('\n2\t1\t0\t1\t4\t', '\n2\t1\t0\t1\t5\t'), '2.重复申请', [
      same,
      same,
      same,
      same,
      same,
      same,
      same,
    ]);
    assert.equal(violations(text), 1);
    assert.deepEqual(culprits(text), []);
  });

  it('none where the violations have no cell in common', () => {
    // The part and the total of a row are off together: two columns do not balance, and any of their cells would do.
    const text = withRow(base('2021'), '一、本年新收政府信息公开申请数量', ['41', same, same, same, same, same, '51']);
    assert.equal(violations(text), 2);
    assert.deepEqual(culprits(text), []);
  });

  it('none where only a change of two cells would do', () => {
    // Two results of one column, wrong by different amounts.
    const one = withRow(base('2021'), '（一）予以公开', ['17', same, same, same, same, same, same]);
    const text = withRow(one, '1.信访举报投诉类申请', ['5', same, same, same, same, same, same]);
    assert.equal(violations(text), 3);
    assert.deepEqual(culprits(text), []);
  });

  it('none that would break a relation that holds', () => {
    // The column and its total are wrong together: carriedIn alone would settle both, and break the sum of its row.
    const text = withRow(base('2021'), '二、上年结转政府信息公开申请数量', ['5', same, same, same, same, same, '6']);
    assert.deepEqual(culprits(text), []);
  });

  it('none that would have to be negative', () => {
    const one = withRow(base('2021'), '2.重复申请', [same, same, same, same, same, same, '0']);
    const [only] = findCulprits(analyze(one).relations);
    assert.equal(only?.expected, 1n);
    const text = withRow(base('2021'), '（七）总计', [same, same, same, same, same, same, '9']);
    assert.ok(findCulprits(analyze(text).relations).every(({ expected }) => expected >= 0n));
  });

  it('a blank that takes part is never the culprit, and what depends on it is left out', () => {
    const one = withRow(base('2021'), '（一）予以公开', ['17', same, same, same, same, same, same]);
    const text = withRow(one, '2.重复申请', ['', same, same, same, same, same, same]);
    assert.equal(violations(text), 1);
    assert.deepEqual(culprits(text), []);
  });

  describe('the reason, where it shows', () => {
    const table: readonly (readonly [string, string, (string | undefined)[], string])[] = [
      ['digits transposed', '（一）予以公开', ['81', same, same, same, same, same, same], '数字颠倒'],
      ['a digit doubled', '（一）予以公开', ['188', same, same, same, same, same, same], '多打了一位'],
      ['a shifted column', '（一）予以公开', ['3', same, same, same, same, same, same], '与邻格相同，可能错列'],
      ['none', '（一）予以公开', ['20', same, same, same, same, same, same], ''],
    ];
    for (const [name, label, values, expected] of table)
      it(name, () => assert.equal(reason(withRow(base('2021'), label, values)), expected));

    it('a doubled digit typed once', () => {
      const huge = withRow(base('2021'), '2.重复申请', ['11', same, same, same, same, same, '11']);
      const text = withRow(huge, '（七）总计', ['51', same, same, same, same, same, '61']);
      const whole = withRow(text, '四、结转下年度继续办理', ['2', same, same, same, same, same, '3']);
      const received = withRow(whole, '一、本年新收政府信息公开申请数量', ['50', same, same, same, same, same, '60']);
      assert.equal(violations(received), 0);
      assert.equal(reason(withRow(received, '2.重复申请', ['1', same, same, same, same, same, same])), '漏了一位');
    });
  });

  it('the finding names the cell, what stands there and what should, and where the violations stand', () => {
    const text = withRow(base('2021'), '（一）予以公开', ['81', same, same, same, same, same, same]);
    const finding = analyze(text).findings.find(({ rule }) => rule === 'sum-culprit') ?? assert.fail();
    assert.deepEqual(finding.data, { table: 'requests', row: 'granted', column: 'natural', actual: '81', expected: '18' });
    assert.equal(text.slice(finding.range.start, finding.range.end), '81');
    assert.deepEqual(
      finding.related.map(({ range }) => text.slice(range.start, range.end)),
      ['23', '41'],
    );
  });
});

import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { base } from '../analysis/draft';

describe('a row whose label shares its cell with the label beside it', () => {
  const table: readonly (readonly [label: string, cell: string])[] = [
    ['（三）不予公开\t1.属于国家秘密', '（三）不予公开 1.属于国家秘密'],
    ['（三）不予公开\t1.属于国家秘密', '(三)不予公开1．属于国家秘密'],
    ['（五）不予处理\t1.信访举报投诉类申请', '（五）不予处理：1、信访举报投诉类申请'],
    ['三、本年度办理结果\t（一）予以公开', '三、本年度办理结果 （一）予以公开'],
  ];
  const draft = base('2021');
  for (const [official, cell] of table) {
    it(cell, () => {
      assert.equal(draft.split(official).length, 2, 'the spot is one');
      const text = draft.replace(official, `${cell}\t`);
      const { report, findings } = analyze(text);
      assert.deepEqual(findings, []);
      const row = report.tables.get('requests')?.rows.find(({ label }) => label.start >= text.indexOf(cell));
      assert.ok(row);
      assert.ok(cell.endsWith(text.slice(row.label.start, row.label.end)), 'the label is the row’s own');
      assert.equal(row.agreement, 'official');
      assert.ok(
        report.tables.get('requests')?.labels.some(({ kind, range }) => kind === 'group' && range.start === text.indexOf(cell)),
        'the label beside it is known too',
      );
    });
  }
});

import assert from 'node:assert/strict';
import { newReport } from '../../server/src/editing/newReport';
import { editions, tableOf } from '../../server/src/editions';
import { readReport } from '../../server/src/reading/read';
import type { Layout } from '../../server/src/reading/report';
import { base } from '../analysis/draft';

const definition = tableOf(editions.at(-1)!, 'disputes');

/** What table 4 of a draft holds, in the order of its official cells. */
const read = (text: string): string[] =>
  (readReport(text).tables.get('disputes')?.rows ?? []).flatMap(({ cells }) =>
    [...cells.values()].map(({ range }) => text.slice(range.start, range.end).trim()),
  );

describe('a line that counts the columns of table 4', () => {
  const values = '3 1 0 2 6 1 0 0 0 1 0 2 0 1 3'.split(' ');
  const counted = (first: number): string[] => values.map((_, i) => String(first + i));
  const lines: Partial<Record<Layout, (cells: readonly string[]) => string>> = {
    tab: (cells) => cells.join('\t'),
    gfm: (cells) => `| ${cells.join(' | ')} |`,
    words: (cells) => cells.join(' '),
  };
  for (const [layout, line] of Object.entries(lines)) {
    const blank = newReport('清河县民政局2023年政府信息公开工作年度报告', { fill: '0', layout: layout as Layout }).text;
    const zeros = blank.split('\n').findLast((text) => (text.match(/(?<!\d)0(?!\d)/g) ?? []).length === values.length)!;
    for (const first of [0, 1])
      it(`holds no values: ${layout}, from ${first}`, () => {
        assert.deepEqual(read(blank.replace(zeros, `${line(counted(first))}\n${line(values)}`)), values);
      });
  }

  it('is the line of values where there is no other', () => {
    const text = base('2021');
    const own = text.split('\n').find((one) => one.split('\t').filter((cell) => /^\d+$/.test(cell)).length === values.length)!;
    assert.ok(own);
    assert.deepEqual(read(text.replace(own, counted(1).join('\t'))), counted(1));
  });

  it('has as many cells as the table', () =>
    assert.equal(values.length, definition.blocks[0]!.columns.length * definition.blocks.flatMap(({ rows }) => rows).length));
});

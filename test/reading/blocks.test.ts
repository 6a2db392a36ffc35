import assert from 'node:assert/strict';
import { readReport } from '../../server/src/reading/read';
import { base } from '../analysis/draft';

/** Table 2 of 2021 with some blocks as given, every line of cells in a layout. */
function read(blocks: Readonly<Record<string, string>>, line: (cells: readonly string[]) => string) {
  const lines = base('2021').split('\n');
  for (const [title, block] of Object.entries(blocks)) {
    const from = lines.findIndex((one) => one.startsWith(title));
    const length = lines.slice(from + 1).findIndex((one) => one.startsWith('第二十条') || one.trim() === '');
    lines.splice(from + 1, length, ...block.split('\n').map((one) => one.split(' ').join('\t')));
  }
  const from = lines.findIndex((one) => one.startsWith('第二十条'));
  for (let i = from; lines[i]!.trim() !== ''; i++) lines[i] = line(lines[i]!.trimEnd().split('\t'));
  const draft = lines.join('\n');
  const table = readReport(draft).tables.get('disclosure')!;
  return [
    table.edition.id,
    ...table.rows.map(({ row, cells, foreign, agreement }) => {
      const values = [...(foreign?.cells ?? cells).values()].map(
        ({ column, range }) => `${column.id} ${draft.slice(range.start, range.end)}`,
      );
      return `${row.id}${foreign ? ` as in ${foreign.edition.id}` : ''}: ${values.join(', ')}${agreement === 'official' ? '' : ` ${agreement}`}`;
    }),
    ...table.unknownRows.map(({ label }) => `? ${draft.slice(label.start, label.end)}`),
  ];
}

const layouts = {
  tab: (cells: readonly string[]) => cells.join('\t'),
  gfm: (cells: readonly string[]) => `| ${cells.join(' | ')} |`,
  words: (cells: readonly string[]) => cells.join('  '),
  lines: (cells: readonly string[]) => cells.join('\n'),
};

const rest = ['licensing: decisions 212', 'penalty: decisions 9', 'coercion: decisions 0', 'fees: amount 12.5'];
const issued = ['rules: issued 0, repealed 0, inForce 0', 'normative: issued 3, repealed 1, inForce 16'];

describe('a block under the heads of another edition is bound as they say', () => {
  for (const [layout, line] of Object.entries(layouts)) {
    it(`the first of four: ${layout}`, () => {
      const block = '信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n规章 0 0 0\n行政规范性文件 3 2 15';
      assert.deepEqual(read({ '第二十条第（一）项': block }, line), [
        '2021',
        'rules as in 2019: made 0, published 0, publishedTotal 0',
        'normative as in 2019: made 3, published 2, publishedTotal 15',
        ...rest,
      ]);
    });
    it(`one that had more rows: ${layout}`, () => {
      const block = '信息内容 上一年项目数量 本年增/减 处理决定数量\n行政许可 9 -2 71\n其他对外管理服务事项 24 3 68';
      assert.deepEqual(read({ '第二十条第（五）项': block }, line), [
        '2021',
        ...issued,
        'licensing as in 2019: previous 9, change -2, decisions 71',
        ...rest.slice(1),
        '? 其他对外管理服务事项',
      ]);
    });
    // Where every cell has a line of its own, only heads that are known are heads.
    for (const heads of layout === 'tab' || layout === 'gfm'
      ? ['本年新 本年新 对外公开总数量', '本年新制作数 本年新公开数 对外公开总数', '制作数量 公开数量 对外公开总数量']
      : [])
      it(`under heads that are cut off: ${heads}: ${layout}`, () => {
        const block = `信息内容 ${heads}\n规章 0 0 0\n行政规范性文件 3 2 15`;
        assert.deepEqual(read({ '第二十条第（一）项': block }, line), [
          '2021',
          'rules as in 2019: made 0, published 0, publishedTotal 0',
          'normative as in 2019: made 3, published 2, publishedTotal 15',
          ...rest,
        ]);
      });
    for (const heads of ['本年制发数量 本年废止数量 现行有效数量', '本年 本年 总数量', '本年新制定数 本年废止数 总数'])
      it(`heads that may be its own, or are of neither edition: ${heads}: ${layout}`, () => {
        const block = `信息内容 ${heads}\n规章 0 0 0\n行政规范性文件 3 1 16`;
        assert.deepEqual(read({ '第二十条第（一）项': block }, line), ['2021', ...issued, ...rest]);
      });
    it(`heads that lack a word, or are not all there, are no other edition's: ${layout}`, () => {
      assert.deepEqual(read({ '第二十条第（五）项': '信息内容 处理决定数量\n行政许可 212' }, line), ['2021', ...issued, ...rest]);
    });
  }
});

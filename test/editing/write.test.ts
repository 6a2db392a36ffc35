import assert from 'node:assert/strict';
import { gridOf } from '../../server/src/editing/grid';
import { writeTable } from '../../server/src/editing/write';
import { cellsOf, type Edition, editionById, editions, type TableDefinition, type TableId, tableOf } from '../../server/src/editions';
import type { Layout } from '../../server/src/reading/report';
import { analyze } from './judge';

const layouts: readonly Layout[] = ['tab', 'pipe', 'gfm', 'html', 'lines', 'words'];
const table = (id: TableId): TableDefinition => tableOf(editionById('2021'), id);
const lines = (id: TableId, layout: Layout, value: string): string[] => writeTable(table(id), layout, () => value, '\n').split('\n');

describe('the grid of a table', () => {
  for (const edition of editions) {
    for (const definition of edition.tables) {
      it(`${edition.id} ${definition.id}: every place of the grid is covered once`, () => {
        const { width, lines } = gridOf(definition);
        const covered = lines.map(() => new Array<number>(width).fill(0));
        for (const [i, { cells }] of lines.entries()) {
          for (const { at, rowSpan, colSpan } of cells) {
            for (let down = 0; down < rowSpan; down++) for (let right = 0; right < colSpan; right++) covered[i + down]![at + right]!++;
          }
        }
        assert.ok(
          covered.every((line) => line.every((times) => times === 1)),
          covered.map((line) => line.join('')).join('\n'),
        );
      });

      it(`${edition.id} ${definition.id}: its values are the cells of the format, in their order`, () => {
        const values = gridOf(definition).lines.flatMap(({ cells }) => cells.filter(({ kind }) => kind === 'value'));
        assert.deepEqual(
          values.map(({ row, column }) => `${row?.id}/${column?.id}`),
          cellsOf(definition).map(({ row, column }) => `${row.id}/${column.id}`),
        );
      });
    }
  }

  it('labels of table three span as the format has them', () => {
    const spans = gridOf(table('requests')).lines.flatMap(({ cells }) =>
      cells.flatMap(({ kind, label, rowSpan, colSpan }) =>
        kind !== 'value' && rowSpan * colSpan > 1 ? [`${label?.text.slice(0, 7)} ${rowSpan}×${colSpan}`] : [],
      ),
    );
    assert.deepEqual(spans, [
      '（本列数据的勾 3×3',
      '申请人情况 1×7',
      '自然人 2×1',
      '法人或其他组织 1×5',
      '总计 2×1',
      '一、本年新收政 1×3',
      '二、上年结转政 1×3',
      '三、本年度办理 22×1',
      '（一）予以公开 1×2',
      '（二）部分公开 1×2',
      '（三）不予公开 8×1',
      '（四）无法提供 3×1',
      '（五）不予处理 5×1',
      '（六）其他处理 3×1',
      '（七）总计 1×2',
      '四、结转下年度 1×3',
    ]);
  });
});

describe('tables as they are written', () => {
  it('tabs: what spans cells stands once, every line is as wide as the table', () => {
    assert.deepEqual(lines('disclosure', 'tab', '0').slice(4, 8), [
      '第二十条第（五）项\t\t\t',
      '信息内容\t本年处理决定数量\t\t',
      '行政许可\t0\t\t',
      '第二十条第（六）项\t\t\t',
    ]);
    for (const id of ['disclosure', 'requests', 'disputes'] as const) {
      assert.deepEqual([...new Set(lines(id, 'tab', '').map((line) => line.split('\t').length))], [gridOf(table(id)).width]);
    }
  });

  it('bare bars', () => {
    assert.deepEqual(lines('requests', 'pipe', '0').slice(3, 9), [
      '一、本年新收政府信息公开申请数量 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      '二、上年结转政府信息公开申请数量 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      '三、本年度办理结果 | （一）予以公开 |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      ' | （二）部分公开（区分处理的，只计这一情形，不计其他情形） |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      ' | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      ' |  | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
    ]);
  });

  it('Markdown: the first line is the head', () => {
    assert.deepEqual(lines('disclosure', 'gfm', '').slice(0, 4), [
      '| 第二十条第（一）项 |  |  |  |',
      '| --- | --- | --- | --- |',
      '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
      '| 规章 |  |  |  |',
    ]);
  });

  it('HTML: real spans, one row a line, text escaped', () => {
    assert.deepEqual(lines('disclosure', 'html', '<3 & 4>').slice(0, 7), [
      '<table>',
      '<tr><th colspan="4">第二十条第（一）项</th></tr>',
      '<tr><th>信息内容</th><th>本年制发件数</th><th>本年废止件数</th><th>现行有效件数</th></tr>',
      '<tr><th>规章</th><td>&lt;3 &amp; 4&gt;</td><td>&lt;3 &amp; 4&gt;</td><td>&lt;3 &amp; 4&gt;</td></tr>',
      '<tr><th>行政规范性文件</th><td>&lt;3 &amp; 4&gt;</td><td>&lt;3 &amp; 4&gt;</td><td>&lt;3 &amp; 4&gt;</td></tr>',
      '<tr><th colspan="4">第二十条第（五）项</th></tr>',
      '<tr><th>信息内容</th><th colspan="3">本年处理决定数量</th></tr>',
    ]);
    assert.equal(lines('requests', 'html', '').filter((line) => line.includes('<th rowspan="22">三、本年度办理结果</th>')).length, 1);
    assert.equal(lines('disclosure', 'html', '').at(-1), '</table>');
  });

  it('one cell a line: blank cells are closed by bars', () => {
    assert.deepEqual(lines('disclosure', 'lines', '0').slice(5, 10), ['规章', '0', '0', '0', '行政规范性文件']);
    assert.deepEqual(lines('disclosure', 'lines', '').slice(5, 10), ['规章 |', '|', '|', '|', '行政规范性文件 |']);
  });

  it('words: two blanks between cells', () => {
    assert.deepEqual(lines('disclosure', 'words', '0').slice(0, 3), [
      '第二十条第（一）项',
      '信息内容  本年制发件数  本年废止件数  现行有效件数',
      '规章  0  0  0',
    ]);
  });

  it('line breaks as asked, none at the end; a break in a value is a blank, a bar in it no delimiter', () => {
    const written = writeTable(table('disclosure'), 'gfm', () => '1\n（a|b）', '\r\n');
    assert.equal(written.split('\r\n').length, 15);
    assert.ok(!/[^\r]\n|\r\n$/.test(written));
    assert.ok(written.includes('| 规章 | 1 （a\\|b） |'));
  });
});

/** A draft whose only table is the one given. */
function draft(edition: Edition, definition: TableDefinition, written: string): string {
  const heading = edition.sections.find(({ content }) => content === definition.id)!.label.text;
  return `清河县民政局${edition.years[0]}年政府信息公开工作年度报告\n\n${heading}\n\n${written}\n\n五、存在的主要问题及改进情况\n\n有问题。\n`;
}

describe('a table that was written is read', () => {
  for (const edition of editions) {
    for (const definition of edition.tables) {
      for (const layout of layouts) {
        it(`${edition.id} ${definition.id} ${layout}: blank`, () => {
          const { report, findings } = analyze(
            draft(
              edition,
              definition,
              writeTable(definition, layout, () => '', '\n'),
            ),
          );
          const cells = report.tables.get(definition.id)!.rows.flatMap((row) => [...row.cells.values()]);
          assert.equal(cells.length, cellsOf(definition).length);
          assert.ok(cells.every(({ value }) => value.state === 'blank'));
          assert.equal(report.tables.get(definition.id)!.edition.id, definition.id === 'disputes' ? report.expected!.id : edition.id);
          assert.deepEqual(
            findings.filter(({ rule }) => rule !== 'section-missing').map(({ rule }) => rule),
            ['table-empty'],
          );
        });

        it(`${edition.id} ${definition.id} ${layout}: every figure in its place`, () => {
          const figures = new Map(cellsOf(definition).map(({ row, column }, i) => [`${row.id}/${column.id}`, `${i + 1}`]));
          const written = writeTable(definition, layout, (row, column) => figures.get(`${row.id}/${column.id}`)!, '\r\n');
          const { report } = analyze(draft(edition, definition, written));
          const read = new Map(
            report.tables
              .get(definition.id)!
              .rows.flatMap((row) =>
                [...row.cells].map(([column, { value }]) => [
                  `${row.row.id}/${column}`,
                  value.state === 'number' ? value.normal : value.state,
                ]),
              ),
          );
          assert.deepEqual(read, figures);
        });
      }
    }
  }

  it('a half-filled table with delimiters is read cell by cell', () => {
    for (const layout of ['tab', 'pipe', 'gfm', 'html', 'lines'] as const) {
      const definition = table('requests');
      const written = writeTable(definition, layout, (row, { id }) => (row.id === 'granted' && id === 'research' ? '7' : ''), '\n');
      const bound = analyze(draft(editionById('2021'), definition, written)).report.tables.get('requests')!;
      const filled = bound.rows.flatMap((row) =>
        [...row.cells].flatMap(([column, { value }]) => (value.state === 'number' ? [`${row.row.id}/${column}`] : [])),
      );
      assert.deepEqual(filled, ['granted/research'], layout);
    }
  });
});

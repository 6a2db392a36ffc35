import assert from 'node:assert/strict';
import { remainderOf, tableExtent } from '../../server/src/editing/extent';
import { writeTable } from '../../server/src/editing/write';
import { editionById, type TableId, tableOf } from '../../server/src/editions';
import { readReport } from '../../server/src/reading/read';
import type { Layout } from '../../server/src/reading/report';

const written = (id: TableId, layout: Layout, value = '0'): string =>
  writeTable(tableOf(editionById('2021'), id), layout, () => value, '\n');

/** The extent of a table in a draft of it and what is around it. */
function extentIn(id: TableId, body: string): { text: string; lines: string[]; beside: string[] } {
  const heading = editionById('2021').sections.find(({ content }) => content === id)!.label.text;
  const report = readReport(`清河县民政局2023年政府信息公开工作年度报告\n\n${heading}\n${body}\n五、存在的主要问题及改进情况\n有问题。\n`);
  const table = report.tables.get(id)!;
  const extent = tableExtent(report, table);
  const { lines, beside } = remainderOf(report, table, extent);
  const words = ({ start, end }: { start: number; end: number }): string => report.text.slice(start, end);
  return { text: words(extent), lines: lines.map(words), beside: beside.map(words) };
}

describe('the extent of a table', () => {
  for (const id of ['disclosure', 'requests', 'disputes'] as const) {
    for (const layout of ['tab', 'pipe', 'gfm', 'html', 'lines', 'words'] as const) {
      for (const value of ['0', '']) {
        it(`${id} ${layout} ${value === '' ? 'blank' : 'filled in'}: all of it, and nothing around it`, () => {
          const table = written(id, layout, value);
          const found = extentIn(id, `有关情况见下表，单位：件。\n\n表1 情况统计表\n\n${table}\n\n注：数据由各科室提供。\n`);
          // Where blank cells are not seen, the last line is blank.
          assert.equal(found.text.trimEnd(), table.trimEnd());
          assert.deepEqual([found.lines, found.beside], [[], []]);
        });
      }
    }
  }

  for (const layout of ['tab', 'pipe', 'gfm', 'html', 'lines', 'words'] as const) {
    it(`${layout}: blank rows above are another table's`, () => {
      const table = written('disputes', layout);
      assert.equal(extentIn('disputes', `\n${written('requests', layout, '')}\n\n${table}\n`).text, table);
    });
  }

  it('heads on two lines, a vertical label, heads repeated on the next page', () => {
    const body = [
      '行政复议              行政诉讼',
      '                未经复议直接起诉    复议后起诉',
      '结果 结果 其他 尚未 总计 结果 结果 其他 尚未 总计 结果 结果 其他 尚未 总计',
      '维持 纠正 结果 审结      维持 纠正 结果 审结      维持 纠正 结果 审结',
      '0 1 0 0 1 0 0 0 0 0 0 0 0 0 0',
    ].join('\n');
    assert.deepEqual(extentIn('disputes', `\n${body}\n`), { text: body, lines: [], beside: [] });
  });

  it('small tables: from the heading of the first row to the last row', () => {
    const row = (label: string): string => `### ${label}\n\n| 本年处理决定数量 |\n| --- |\n| 3 |`;
    const body = ['### 第二十条第（五）项', row('行政许可'), '### 第二十条第（六）项', row('行政处罚'), row('行政强制')].join('\n\n');
    assert.equal(extentIn('disclosure', `\n说明文字。\n\n${body}\n\n完。`).text, body);
  });

  it('HTML: from tag to tag, over several tables, without the caption before', () => {
    const [head, ...rest] = written('disclosure', 'html').split('\n');
    const cut = rest.findIndex((line) => line.includes('（六）'));
    const two = [head, ...rest.slice(0, cut), '</table>', '<p>续表</p>', head, ...rest.slice(cut)].join('\n');
    assert.deepEqual(extentIn('disclosure', `<p>表1 主动公开情况</p>${two}<p>注</p>`), { text: two, lines: ['续表'], beside: [] });
  });

  it('HTML: to the last row, where a closing tag ends the table too early', () => {
    const html = written('requests', 'html', '7');
    const at = html.indexOf('<td', html.indexOf('行政查询事项'));
    const { text } = extentIn('requests', `${html.slice(0, at)}<td</table>${html.slice(at + 3)}`);
    assert.match(text, /四、结转下年度继续办理.*7$/s);
  });

  it('what stands between and beside the cells is told apart', () => {
    const lines = written('requests', 'tab').split('\n');
    lines.splice(10, 0, '- 3 -', '续表（单位：件）');
    lines[1] += '\t已核对';
    const { lines: between, beside } = extentIn('requests', lines.join('\n'));
    assert.deepEqual(between, ['- 3 -', '续表（单位：件）']);
    assert.deepEqual(beside, ['已核对']);
  });
});

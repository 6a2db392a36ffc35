import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/editing/edit';
import { remainderOf, tableExtent } from '../../server/src/editing/extent';
import { relayout } from '../../server/src/editing/relayout';
import { writeTable } from '../../server/src/editing/write';
import { editionById, type TableId, tableOf } from '../../server/src/editions';
import { readReport } from '../../server/src/reading/read';
import type { Layout, Report } from '../../server/src/reading/report';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { layoutNames, render } from '../generator/render';
import { type Case, holds, showCase } from '../property/support';

const layouts: readonly Layout[] = ['tab', 'pipe', 'gfm', 'html', 'lines', 'words'];
const ids: readonly TableId[] = ['disclosure', 'requests', 'disputes'];

/** Every value of a report, by table, row and column; a blank is a blank. */
const valuesOf = ({ tables }: Report): Map<string, string> =>
  new Map(
    [...tables].flatMap(([id, { rows }]) =>
      rows.flatMap(({ row, cells }) =>
        [...cells].map(
          ([column, { value }]) =>
            [`${id}/${row.id}/${column}`, value.state === 'number' ? value.normal + (value.unit ?? '') : value.state] as const,
        ),
      ),
    ),
  );

/** The lines of a draft with their table three written otherwise. */
function draft(...body: readonly string[]): Report {
  return readReport(
    [
      '清河县民政局2023年政府信息公开工作年度报告',
      '',
      '三、收到和处理政府信息公开申请情况',
      '',
      ...body,
      '',
      '五、存在的主要问题及改进情况',
      '有问题。',
      '',
    ].join('\n'),
  );
}
const requests = (layout: Layout, value: string): string[] =>
  writeTable(tableOf(editionById('2021'), 'requests'), layout, () => value, '\n').split('\n');

function rewritten(report: Report, id: TableId, layout: Layout): string {
  const edits = relayout(report, report.tables.get(id)!, layout);
  assert.ok(edits, 'nothing is offered');
  return applyEdits(report.text, edits);
}

describe('tables in another layout', () => {
  it('figures and notes stay as they are written', () => {
    const lines = requests('tab', '0');
    lines[3] = '一、本年新收政府信息公开申请数量\t\t\t１２\t3件\t\t4（其中补正1件）\t0\t0\t约5';
    const report = draft(...lines);
    const text = rewritten(report, 'requests', 'gfm');
    assert.ok(text.includes('| 一、本年新收政府信息公开申请数量 |  |  | １２ | 3件 |  | 4（其中补正1件） | 0 | 0 | 约5 |'), text);
    assert.deepEqual(valuesOf(readReport(text)), valuesOf(report));
  });

  it('character references and bars are written as the layout needs them', () => {
    const html = draft(
      writeTable(tableOf(editionById('2021'), 'requests'), 'html', ({ id }) => (id === 'granted' ? '3 （a|b & <c>）' : '0'), '\n'),
    );
    const gfm = rewritten(html, 'requests', 'gfm');
    assert.ok(gfm.includes('| 3 （a\\|b & <c>） |'));
    assert.equal(rewritten(readReport(gfm), 'requests', 'html'), html.text);
  });

  it('emphasis of Markdown stays in Markdown', () => {
    const lines = requests('gfm', '0');
    lines[5] = lines[5]!.replace(/ 0 \|$/, ' **0** |');
    const report = draft(...lines);
    assert.ok(rewritten(report, 'requests', 'gfm').includes('**0**'));
    assert.ok(!rewritten(report, 'requests', 'tab').includes('*'));
  });

  it('a page number and a paragraph between the rows follow behind the table, in order', () => {
    const lines = requests('tab', '0');
    lines.splice(12, 0, '- 3 -', '', '以下为续表，数据截至年底。');
    const report = draft('具体情况见下表：', ...lines, '注：数据由各科室提供。');
    const text = rewritten(report, 'requests', 'html');
    assert.match(text, /：\n\n<table>\n[\s\S]*<\/table>\n\n- 3 -\n\n以下为续表，数据截至年底。\n\n注：数据由各科室提供。\n/);
    assert.equal(rewritten(readReport(text), 'requests', 'html'), text);
  });

  it('only what a table needs around it is put there', () => {
    const report = draft('说明。', ...requests('pipe', '0'), '注：无。');
    const [edit] = relayout(report, report.tables.get('requests')!, 'gfm')!;
    assert.match(edit!.text, /^\n\| [\s\S]* \|\n$/);
    assert.doesNotMatch(relayout(report, report.tables.get('requests')!, 'tab')![0]!.text, /^\n|\n$/);
  });

  for (const [what, change] of [
    ['a row that is unknown', (lines: string[]) => lines.splice(20, 0, '\t\t9.其他不予公开情形\t0\t0\t0\t0\t0\t0\t0')],
    [
      'a row that cannot be aligned',
      (lines: string[]) => lines.splice(4, 1, '二、上年结转政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0\t0\t0'),
    ],
    ['a row that stands twice', (lines: string[]) => lines.splice(5, 0, '二、上年结转政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t0\t1')],
    ['a text beside the cells', (lines: string[]) => lines.splice(4, 1, `${lines[4]}\t核对无误`)],
  ] as const) {
    it(`${what} is not lost: nothing is offered`, () => {
      const lines = requests('tab', '0');
      change(lines);
      const report = draft(...lines);
      assert.ok(report.tables.has('requests'));
      for (const layout of layouts) assert.equal(relayout(report, report.tables.get('requests')!, layout), undefined);
    });
  }

  it('blank cells among figures are not written where blanks are not seen', () => {
    const lines = requests('gfm', '0');
    lines[5] = lines[5]!.replace(' 0 ', '  ');
    const report = draft(...lines);
    assert.equal(relayout(report, report.tables.get('requests')!, 'words'), undefined);
    assert.ok(relayout(report, report.tables.get('requests')!, 'lines'));
  });

  for (const layout of layoutNames) {
    const drafts: fc.Arbitrary<Case> = fc.record({ spec: balancedSpec, style: draftStyle(layout) });
    holds(
      `${layout}: into every layout and back, with all values`,
      drafts,
      { fixed: 25, random: 12 },
      ({ spec, style }) => {
        const report = readReport(render(spec, style).text);
        const values = valuesOf(report);
        for (const id of ids) {
          const table = report.tables.get(id);
          if (!table) return `${id} was not read`;
          const extent = tableExtent(report, table);
          if (remainderOf(report, table, extent).beside.length > 0) return `${id}: something stands beside its cells`;
          for (const to of layouts) {
            const edits = relayout(report, table, to);
            if (!edits) {
              // Lines inside of a table that lays out a page are no lines.
              if (style.layout.layout === 'html' && style.layout.style.layoutTable && to !== 'html') continue;
              return `${id} is not written as ${to}`;
            }
            const text = applyEdits(report.text, edits);
            const after = readReport(text);
            const now = valuesOf(after);
            for (const [at, value] of values) if (now.get(at) !== value) return `${at} was ${value} and is ${now.get(at)} as ${to}`;
            if (after.edition !== report.edition || now.size !== values.size) return `${id} as ${to} is another table`;
            if (!text.startsWith(report.text.slice(0, extent.start)) || !text.endsWith(report.text.slice(extent.end)))
              return `${id} as ${to}: the text around it has changed`;
            const again = relayout(after, after.tables.get(id)!, to);
            if (!again || applyEdits(text, again) !== text) return `${id} as ${to} once more is another text`;
          }
        }
        return undefined;
      },
      (value) => showCase(value, render(value.spec, value.style)),
    );
  }

  const corpus = join(__dirname, '..', '..', '..', 'shared', 'corpus');
  const files = existsSync(corpus)
    ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'))
    : [];
  for (const file of files) {
    it(`keeps the values of ${file}`, () => {
      const report = readReport(readFileSync(join(corpus, file), 'utf8'));
      const values = valuesOf(report);
      let written = 0;
      for (const table of report.tables.values()) {
        for (const layout of layouts) {
          const edits = relayout(report, table, layout);
          if (!edits) continue;
          written++;
          assert.deepEqual(new Map([...valuesOf(readReport(applyEdits(report.text, edits)))].sort()), new Map([...values].sort()));
        }
      }
      assert.ok(written >= 11, `${written} were written`);
    });
  }
});

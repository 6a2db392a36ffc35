import assert from 'node:assert/strict';
import { applyEdits, defaultEditing } from '../../server/src/editing/edit';
import { insertPart } from '../../server/src/editing/missing';
import { newReport } from '../../server/src/editing/newReport';
import { layouts } from '../../server/src/editing/write';
import { editionById, editions, rowsOf } from '../../server/src/editions';
import { writeReport } from '../../server/src/features/newReport';
import { readReport } from '../../server/src/reading/read';
import { Random } from '../generator/random';
import { analyze } from './judge';

const title = (year: number): string => `清河县民政局${year}年政府信息公开工作年度报告`;

describe('a new report', () => {
  for (const layout of layouts) {
    for (const { id, years } of editions) {
      it(`of edition ${id} in layout ${layout} has all sections and tables, and nothing but figures is missing`, () => {
        const { text, caret } = newReport(title(years[0]), { fill: 'blank', layout });
        const { report, findings } = analyze(text);
        assert.equal(report.unit, '清河县民政局');
        assert.equal(report.edition?.id, id);
        assert.deepEqual(
          report.sections.map(({ number }) => number),
          [1, 2, 3, 4, 5, 6],
        );
        for (const { id: table, layout: written, rows } of [...report.tables].map(([table, read]) => ({ id: table, ...read }))) {
          // Blank figures cannot be divided by blanks.
          assert.equal(written, layout === 'words' ? 'lines' : layout);
          assert.equal(rows.length, rowsOf(editionById(id).tables.find((one) => one.id === table)!).length);
        }
        assert.equal(report.tables.size, 3);
        assert.deepEqual([...new Set(findings.map(({ rule }) => rule))], ['table-empty']);
        // The caret stands in section 一, at the end of a line.
        assert.ok(caret > report.sections[0]!.heading.range.start && caret < report.sections[1]!.heading.range.start);
        assert.equal(text[caret], '\n');
      });
    }
  }

  it('with zeros in its tables has no errors', () => {
    const { text } = newReport(title(2023), { fill: '0', layout: 'gfm' });
    assert.deepEqual(
      analyze(text).findings.filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('is filled in figure by figure, in any order, and each is read where it was written', () => {
    const random = new Random(20211);
    // Blank figures cannot be divided by blanks: see above.
    for (const layout of layouts.filter((one) => one !== 'words')) {
      for (const { years } of editions) {
        let { text } = newReport(title(years[0]), { fill: 'blank', layout });
        const written = new Map<string, string>();
        for (let step = 0; step < 40; step++) {
          const cells = [...readReport(text).tables].flatMap(([table, { rows }]) =>
            rows.flatMap((row) => [...row.cells.values()].map((cell) => ({ place: `${table} ${row.row.id} ${cell.column.id}`, ...cell }))),
          );
          const read = cells.flatMap(({ place, value }) => (value.state === 'number' ? [`${place} ${value.normal}`] : []));
          assert.deepEqual(read.sort(), [...written].map((one) => one.join(' ')).sort(), `${layout}\n${text}`);
          const { place, range } = random.pick(cells.filter(({ value }) => value.state === 'blank'));
          const at = Math.min(range.start + 1, range.end);
          const figure = String(random.int(1, 900));
          text = text.slice(0, at) + figure + text.slice(at);
          written.set(place, figure);
        }
      }
    }
  });

  it('is written for a unit, a year and a layout that are there', () => {
    const asked = { unit: ' 清河县民政局 ', year: 2023, layout: 'tab' };
    const written = writeReport(asked, 'blank', 'zh');
    assert.ok(typeof written !== 'string');
    assert.equal(written.title, title(2023));
    const lines = written.text.split('\n');
    assert.equal(written.caret.character, lines[written.caret.line]?.length);
    for (const wrong of [
      undefined,
      {},
      { ...asked, unit: '' },
      { ...asked, year: '2023' },
      { ...asked, year: 2023.5 },
      { ...asked, layout: 'word' },
    ])
      assert.equal(typeof writeReport(wrong, 'blank', 'zh'), 'string');
    assert.match(String(writeReport({ ...asked, year: 2015 }, 'blank', 'zh')), /2019/);
    assert.match(String(writeReport({ ...asked, year: 2015 }, 'blank', 'en')), /no official format/);
  });
});

describe('inserting one part', () => {
  const whole = newReport(title(2023), { fill: 'blank', layout: 'gfm' }).text;
  const part = (text: string, from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to));
  const insert = (text: string, number: 1 | 2 | 3 | 4 | 5 | 6): string =>
    applyEdits(text, insertPart(readReport(text), number, defaultEditing));

  it('brings back each section that was taken out', () => {
    const headings = editions.at(-1)!.sections.map(({ number, label }) => ({ number, heading: `## ${label.text}` }));
    headings.forEach(({ number, heading }, i) => {
      const next = headings[i + 1]?.heading;
      const without = whole.replace(next ? part(whole, heading, next) : whole.slice(whole.indexOf(heading)), '');
      assert.notEqual(without, whole);
      assert.equal(insert(without, number).trimEnd(), whole.trimEnd());
    });
  });

  it('brings back a table or an outline alone', () => {
    const table = part(whole, '| 第二十条第（一）项', '## 三、');
    assert.equal(insert(whole.replace(table, ''), 2), whole);
    const outline = part(whole, '（一）存在的主要问题', '## 六、');
    assert.equal(insert(whole.replace(outline, ''), 5), whole);
  });

  it('does nothing where nothing is missing', () => {
    for (const number of [1, 2, 3, 4, 5, 6] as const) assert.equal(insert(whole, number), whole);
  });
});

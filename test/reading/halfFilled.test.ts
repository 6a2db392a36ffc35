import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { base } from '../analysis/draft';
import { official, values } from './figures';

/** Every row of every table, as `write` makes it of its cells. */
const eachRow = (text: string, write: (cells: readonly string[]) => string): string =>
  text.replace(/^.*\t.*$/gm, (row) => write(row.split('\t')));
const filled = (cells: readonly string[]): string[] => cells.filter((cell) => cell !== '');
const findings = (text: string): string[] => analyze(text).findings.map(({ rule, data }) => `${rule} ${data.row ?? data.table ?? ''}`);
const bound = (text: string, id: string) =>
  [...analyze(text).report.tables.values()].flatMap(({ rows }) => rows).find(({ row }) => row.id === id) ?? assert.fail(`no row ${id}`);
const written = (text: string, id: string): string =>
  [...bound(text, id).cells.values()].map(({ range }) => text.slice(range.start, range.end)).join(',');

const html = (text: string): string =>
  text.replace(
    /(?:^.*\t.*\n)+/gm,
    (table) => `<table>${table.replace(/.+/g, (row) => `<tr>${row.replace(/[^\t]+|(?<=\t|^)(?=\t|$)/g, '<td>$&</td>')}</tr>`)}</table>\n`,
  );
const layouts: Readonly<Record<string, (text: string) => string>> = {
  tab: (text) => text,
  pipe: (text) => eachRow(text, (cells) => `| ${cells.join(' | ')} |`),
  html,
  words: (text) => eachRow(text, (cells) => filled(cells).join('  ')),
  lines: (text) => eachRow(text, (cells) => filled(cells).join('\n')),
};

describe('a column for remarks behind table 3', () => {
  /** The table with one more column: its head, and what stands there in the row 予以公开. */
  const remarked = (head: string, remark: string): string => {
    const lines = base('2021').split('\n');
    const from = lines.findIndex((line) => line.includes('申请人情况'));
    for (let i = from; lines[i]!.includes('\t'); i++)
      lines[i] += `\t${i === from ? head : lines[i]!.includes('（一）予以公开') ? remark : ''}`;
    return lines.join('\n');
  };
  for (const [layout, write] of Object.entries(layouts)) {
    for (const remark of ['', '见附件'])
      it(`${layout}: ${remark || 'blank'}`, () => {
        const text = write(remarked('备注', remark));
        assert.deepEqual(values(text), official);
        assert.deepEqual(findings(text), []);
      });
    it(`${layout}: what stands there is no value of a row that lacks one`, () => {
      const text = write(remarked('备注', '见附件').replace(/((?:一、|^).*（一）予以公开\t+)\d+/m, '$1'));
      const row = bound(text, 'granted');
      assert.ok(row.misaligned || row.cells.get('natural')?.value.state === 'blank');
      assert.ok(!findings(text).includes('cell-value granted'));
    });
  }
});

describe('spanned cells that a converter has repeated, in a table that is not filled yet', () => {
  const repeated = (id: '2019' | '2021'): string =>
    base(id)
      .replace(/^(行政许可|行政处罚|行政强制|行政事业性收费)\t([^\t\n]+)\t*$/gm, '$1\t$2\t$2\t$2')
      .replace(/^(行政事业性收费|政府集中采购)\t([^\t\n]*)\t([^\t\n]+)\t*$/gm, '$1\t$2\t$3\t$3');
  it('rows whose values are blank say nothing against it', () => {
    const text = repeated('2021').replace(/^(行政处罚)\t.*/m, '$1\t\t\t');
    assert.notEqual(text, repeated('2021'));
    assert.equal(written(text, 'licensing'), written(base('2021'), 'licensing'));
    assert.deepEqual(findings(text), ['cell-empty penalty']);
  });
  it('the first of them may be put right alone', () => {
    const text = repeated('2021').replace(/^(行政许可)\t212\t212\t212/m, '$1\t212\t２１２\t２１２');
    assert.notEqual(text, repeated('2021'));
    assert.equal(written(text, 'licensing'), '212');
    assert.deepEqual(findings(text), []);
  });
  it('the last of two, repeated, is not the first', () => {
    const text = repeated('2019').replace(/^(政府集中采购)\t[^\t]*\t[^\t]*\t.*/m, '$1\t\t356.78万元\t356.78万元');
    assert.notEqual(text, repeated('2019'));
    assert.equal(written(text, 'procurement'), ',356.78万元');
    const alone = text.replace(/^(行政事业性收费\t[^\t]*\t[^\t]*).*/m, '$1\t');
    assert.ok(bound(alone, 'procurement').misaligned);
  });
});

/** Table 3 with a table for each of its rows, under a heading that names it. */
const eachUnderHeading = (write: (label: string) => string, values: (cells: readonly string[]) => readonly string[]): string =>
  base('2021').replace(/(?:^.*\t.*\n)+(?=\n四、政府)/m, (table) =>
    table
      .trimEnd()
      .split('\n')
      .slice(3)
      .map((row) => {
        const labels = filled(row.split('\t').slice(0, 3));
        const heads =
          '| 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| --- | --- | --- | --- | --- | --- | --- |';
        const above = labels.slice(0, -1).map((label) => `### ${label}\n\n`);
        return `${above.join('')}#### ${write(labels.at(-1)!)}\n\n${heads}\n| ${values(row.split('\t').slice(3)).join(' | ')} |\n`;
      })
      .join('\n'),
  );

describe('a table for each row, under a heading that names it', () => {
  it('without the number of the row', () => {
    const text = eachUnderHeading(
      (label) => (/总计|其他$/.test(label) ? label : label.replace(/^(?:[一二四]、|（[一二]）|\d\.)/, '')),
      (cells) => cells,
    );
    assert.notEqual(text, base('2021'));
    assert.deepEqual(values(text), official);
  });
  it('with every second value: all heads stand over them', () => {
    const text = eachUnderHeading(
      (label) => label,
      (cells) => cells.map((cell, i) => (i % 2 === 0 ? '' : cell)),
    );
    assert.equal(written(text, 'received').replace(/[^,]/g, ''), ',,,,,,');
    assert.deepEqual(new Set(findings(text).map((finding) => finding.split(' ')[0])), new Set(['cell-empty']));
  });
});

describe('labels that lost their numbers, each cell in a line', () => {
  const unnumbered = layouts.lines!(base('2021')).replace(/^(?:[一二四]、|（[一二]）|\d\.)(?=[^\d\n]{4,}\n\d)/gm, '');
  it('are no others than the one of the group above', () => {
    assert.ok(unnumbered.includes('\n申请人无正当理由逾期不补正'));
    assert.deepEqual(values(unnumbered), official);
  });
  it('are there, though the values are blank', () => {
    const text = unnumbered.replace(/^(保护第三方合法权益|要求提供公开出版物)\n(?:\d+\n){7}/gm, '$1\n');
    assert.notEqual(text, unnumbered);
    assert.ok(!findings(text).some((finding) => finding.startsWith('row-missing')));
  });
});

describe('a table of its own behind the last row of table 2, each cell in a line', () => {
  it('does not add to that row', () => {
    const text = layouts.lines!(base('2021')).replace(/(?=\n三、收到)/, '\n公开渠道\n政府网站\n微信公众号\n条数\n120\n56\n总计\n176\n');
    assert.deepEqual(values(text), official);
    assert.deepEqual(findings(text), []);
  });
});

describe('table 3 of 2019 in a later report, filled in part', () => {
  const from = (id: '2019' | '2021'): string => /^三、[\s\S]*?(?=^四、[^结])/m.exec(base(id))?.[0] ?? assert.fail('no table 3');
  /** The values are blank from this row on. */
  const until = (label: string): string => {
    const old = from('2019');
    const at = old.indexOf(label);
    return base('2021').replace(from('2021'), old.slice(0, at) + old.slice(at).replace(/^(.*\t.*?)(?:\t\d+){7}$/gm, '$1\t\t\t\t\t\t\t'));
  };
  for (const [layout, write] of Object.entries(layouts))
    for (const label of ['（二）部分公开', '（六）其他处理', '（七）总计'])
      it(`${layout}: blank from ${label} on`, () => {
        const text = write(until(label));
        assert.ok(findings(text).includes('table-edition requests'));
        assert.ok(!findings(text).some((finding) => finding.startsWith('row-missing')));
      });
});

describe('a label that has left its column, in a row that lacks a value', () => {
  const official = (column: number) => ['41', '6', '1', '0', '3', '0', '51'].map((value, i) => (i === column ? '' : value));
  for (const layout of ['tab', 'pipe', 'html'] as const)
    for (const label of ['（七）总计\t\t', '\t（七）总计\t', '\t\t（七）总计'])
      it(`${layout}: no value comes into another column, ${JSON.stringify(label)}`, () => {
        for (let column = 0; column < 7; column++) {
          const text = layouts[layout]!(base('2021').replace(/^\t（七）总计\t(\t\d+){7}$/m, `${label}\t${official(column).join('\t')}`));
          assert.notEqual(text, layouts[layout]!(base('2021')));
          const row = bound(text, 'processed');
          const read = [...row.cells.values()].map(({ value }) => (value.state === 'number' ? value.normal : ''));
          if (row.misaligned) assert.notEqual(layout, 'html');
          else assert.deepEqual(read, official(column));
        }
      });
});

describe('a row that lacks a value, each cell in a line with a bar, blank ones as bars alone', () => {
  const bars = (text: string): string => eachRow(text, (cells) => cells.map((cell) => `${cell} |`.trim()).join('\n'));
  const rows: Readonly<Record<string, string>> = {
    received: '一、本年新收',
    granted: '三、本年度办理结果\t（一）予以公开',
    processed: '\t（七）总计',
  };
  for (const [id, label] of Object.entries(rows))
    for (const written of ['', '若干'])
      for (const column of [0, 3, 6])
        it(`${id}: no value comes into another column, ${written || 'blank'} in ${column}`, () => {
          const row = new RegExp(`^${label}.*`, 'm').exec(base('2021'))?.[0].split('\t') ?? assert.fail();
          const official = row.slice(3);
          const values = official.with(column, written);
          const text = bars(base('2021').replace(row.join('\t'), [...row.slice(0, 3), ...values].join('\t')));
          const found = bound(text, id);
          const read = [...found.cells.values()].map(({ value }) => (value.state === 'number' ? value.normal : ''));
          if (!found.misaligned) assert.deepEqual(read, official.with(column, ''));
          assert.deepEqual(bound(text, 'denied.secret').misaligned, undefined);
        });

  it('table 4: the blanks that labels span are no rows, where one of its own values is blank', () => {
    const text = bars(base('2021')).replace(/^2 \|\n1 \|\n0 \|\n1 \|\n4 \|$/m, '2 |\n1 |\n|\n1 |\n4 |');
    assert.notEqual(text, bars(base('2021')));
    assert.equal(written(text, 'review'), '2,1,,1,4');
    assert.deepEqual(findings(text), ['cell-empty review']);
  });
});

import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { base } from '../analysis/draft';
import { assertSame, official, values } from './figures';

/** Every row of every table, as `write` makes it of the cells that are not blank. */
const eachRow = (write: (cells: readonly string[]) => string): string =>
  base('2021').replace(/^.*\t.*$/gm, (row) => write(row.split('\t').filter((cell) => cell !== '')));

const layouts: Readonly<Record<string, string>> = {
  tab: base('2021'),
  lines: eachRow((cells) => cells.join('\n')),
  words: eachRow((cells) => cells.join('  ')),
};
const title = '禾丰县林业局2023年政府信息公开工作年度报告';

describe('the title at the head or foot of a page', () => {
  for (const [layout, draft] of Object.entries(layouts)) {
    for (const [written, head] of Object.entries({
      'as it is': title,
      'with a page number': `${title}   — 5 —`,
      'without the unit': title.slice(title.indexOf('2023')),
      'behind a page break': `\f${title}`,
    }))
      it(`${layout}: ${written}, before the last value of a row`, () => {
        // In a grid a row stands in one line: there it comes between two.
        const row = layout === 'lines' ? /(?<=8\.属于行政查询事项\n(?:\d+\n){6})/ : /(?<=8\.属于行政查询事项.*\n)/;
        const text = draft.replace(row, `${head}\n`);
        assert.notEqual(text, draft);
        assert.deepEqual(values(text), official);
        assert.deepEqual(analyze(text).findings, []);
      });
  }

  it('is no text of its section', () => {
    const text = layouts.tab!.replace(/(?=\n五、)/, `\n${title}\n`);
    assert.deepEqual(
      analyze(text).report.sections.map(({ text: lines }) => lines.length),
      analyze(layouts.tab!).report.sections.map(({ text: lines }) => lines.length),
    );
  });
});

describe('a page number alone in its line', () => {
  for (const layout of ['tab', 'words'] as const)
    for (const place of [/(?<=复议后起诉.*\n)/, /(?=^2[\t ]+1[\t ]+0[\t ]+1[\t ]+4[\t ])/m])
      it(`${layout}: is no value of table 4, whose values come behind it, ${place}`, () => {
        const text = layouts[layout]!.replace(place, '12\n');
        assertSame(text);
        assert.deepEqual(analyze(text).findings, []);
      });

  it('is no value of the row in whose wrapped label it stands', () => {
    const text = layouts.words!.replace('2.申请人逾期未按收费通知要求缴纳费用、', '2.申请人逾期未按收费通知要求\n12\n缴纳费用、');
    assertSame(text);
    assert.deepEqual(analyze(text).findings, []);
  });

  it('is a value where a row has no others', () => {
    const text = layouts.words!.replace(/(2\.申请人逾期未按收费通知要求)(缴纳费用、.*?) {2}0.*/, '$1\n12\n$2');
    assert.notEqual(text, layouts.words);
    assert.deepEqual(
      analyze(text).findings.map(({ rule, data }) => `${rule} ${data.row}`),
      ['cell-count otherwise.unpaid'],
    );
  });
});

describe('a page number set off from the values above it, before a page break', () => {
  const row = /(3\.补正后申请内容仍不明确\n(?:\d+\n){6})\d+\n/;
  for (const blanks of ['\n', '\n\n'])
    it(`is no value of theirs, where the last is blank: ${blanks.length}`, () => {
      const text = layouts.lines!.replace(row, `$1${blanks}6\n\n\f`);
      assert.notEqual(text, layouts.lines);
      const bound = analyze(text)
        .report.tables.get('requests')!
        .rows.find((one) => one.row.id === 'unavailable.unclear');
      assert.equal(bound?.misaligned?.found, 6);
    });
});

describe('labels of `pdftotext -layout`', () => {
  it('behind a letter of the label that stands upright are no others', () => {
    const text = layouts.words!.replace(/.*(?=（一）予以公开 )/, '三      ');
    assert.notEqual(text, layouts.words);
    assert.deepEqual(values(text), official);
    assert.deepEqual(analyze(text).findings, []);
  });

  const rows = eachRow((cells) => cells.join('  ')).replace(
    /^.*(5\.要求行政机关确认或重新)(出具已获取信息).*$/m,
    '                 $1\n理               $2',
  );
  it('that are wrapped have rows, though these are blank', () => {
    const { findings } = analyze(rows);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'row-missing'),
      [],
    );
    assert.deepEqual(
      [...new Set(findings.filter(({ rule }) => rule === 'cell-empty').map(({ data }) => data.row))],
      ['rejected.confirmation'],
    );
  });

  it('are not told to be blank where values above them may be theirs', () => {
    const text = layouts.words!.replace(
      /^(.*5\.要求行政机关确认或重新)(出具已获取信息)(.*)$/m,
      '    $3\n\n    第2页\n    5.要求行政机关确认或重新\n    $2',
    );
    assert.notEqual(text, layouts.words);
    const { findings } = analyze(text);
    assert.deepEqual(
      findings.filter(({ data }) => data.row === 'rejected.confirmation').map(({ rule }) => rule),
      ['cell-count'],
    );
  });

  it('are not told to be blank where the row below lacks values that stand under it', () => {
    const text = layouts.words!.replace(/^(.*另行制作) {2}(.*)\n(.*不明确 {2}\d+) {2}(.*)$/m, '$1\n$3\n    $4\n    $2');
    assert.notEqual(text, layouts.words);
    const { findings } = analyze(text);
    assert.deepEqual(
      [...new Set(findings.map(({ rule, data }) => `${rule} ${data.row}`))],
      ['cell-count unavailable.toBeMade', 'cell-count unavailable.unclear'],
    );
  });

  it('are pieced together with their own values where these stand in a line of a label, or between two', () => {
    const text = layouts.words!.replace(
      /^.*(1\.申请人无正当理由逾期不补正、行政机关)(不再处理其政府信息公开申请)(.*)\n(.*缴纳费用、)(.*申请)(.*)$/m,
      '            $1\n                $2\n      （六）其他 $4\n                                   $3\n\n\n       处理 $5 $6\n',
    );
    assert.notEqual(text, layouts.words);
    assert.deepEqual(values(text), official);
  });

  it('are known with a slip in the piece above their values', () => {
    const text = layouts.words!.replace(/5\.要求行政机关确认或重新出具已获取信息 {2}(.*)/, '5.要求行政机关确认或从新出\n$1\n具已获取信息');
    assertSame(text);
    assert.deepEqual(
      analyze(text).findings.map(({ rule, data }) => `${rule} ${data.row}`),
      ['row-label rejected.confirmation'],
    );
  });

  it('are wrapped around a page break, too', () => {
    const text = layouts.words!.replace(
      /^.*(1\.本机关不掌握相关政府信)(息)(.*)$/m,
      '四、结转下年度继续办理\n$1$3\n\n6\n\n\f办  （四）无法提  $2\n    供',
    );
    assert.deepEqual(
      analyze(text).findings.filter(({ rule }) => rule === 'row-label'),
      [],
    );
  });
});

describe('a table that sums up others, behind one whose last rows are blank', () => {
  it('is none of its rows', () => {
    const text = layouts
      .words!.replace(/^(（七）总计|四、结转).*$/gm, (row) => row.replace(/\s.*/, ''))
      .replace(/(?=\n四、政府信息公开)/, '\n镇（街道）  新收  已办结  结转\n城关镇  3  2  1\n合计  3  2  1\n');
    const { findings } = analyze(text);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'row-order' || rule === 'row-label'),
      [],
    );
  });
});

import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { editions } from '../../server/src/editions';
import { readReport } from '../../server/src/reading/read';
import type { Section } from '../../server/src/reading/report';

const title = '禾丰县林业局2023年政府信息公开工作年度报告\n\n';
const body = '\n\n全年公开信息316条。\n';
const official = editions.at(-1)!.sections.map(({ label }) => label.text);

/** `2 typo "二、…"`, in the order of the text; `-` for a further section, the written number where it is not its own. */
function shown(text: string): string[] {
  return readReport(text).sections.map(({ number, agreement, heading }: Section) => {
    const written = heading.written === number ? '' : heading.written === undefined ? ' no number' : ` as ${heading.written}`;
    return `${number ?? '-'} ${agreement}${written} ${text.slice(heading.range.start, heading.range.end)}`;
  });
}

const one = (heading: string): string[] => shown(title + heading + body);

describe('headings of the six sections', () => {
  for (const text of official) it(text, () => assert.deepEqual(one(text), [`${official.indexOf(text) + 1} official ${text}`]));

  describe('in official wording, however they are marked', () => {
    const table: readonly (readonly [written: string, range?: string])[] = [
      ['一、 总体情况'],
      ['一 、总体情况'],
      ['一．总体情况'],
      ['一丶总体情况'],
      ['[一、总体情况](#1)', '一、总体情况'],
      ['一.总体情况'],
      ['一：总体情况'],
      ['一 总体情况'],
      ['一、总 体 情 况'],
      ['⼀、总体情况'],
      ['一、总体情况：'],
      ['一、总体情况。'],
      ['第一部分 总体情况'],
      ['第一部分　总体情况'],
      ['　　一、总体情况', '一、总体情况'],
      ['# 一、总体情况', '一、总体情况'],
      ['### 一、总体情况', '一、总体情况'],
      ['**一、总体情况**', '一、总体情况'],
      ['## **一、总体情况**', '一、总体情况'],
      ['__一、总体情况__', '一、总体情况'],
      ['一、总体情况\t\t', '一、总体情况'],
      ['一、总体情况 |', '一、总体情况'],
      ['| 一、总体情况 |', '一、总体情况'],
      ['<h2>一、总体情况</h2>', '一、总体情况'],
      ['<p><strong>一、总体情况</strong></p>', '一、总体情况'],
      ['<a id="_Toc1"></a>## 一、总体情况', '一、总体情况'],
    ];
    for (const [written, range = written] of table)
      it(JSON.stringify(written), () => assert.deepEqual(one(written), [`1 official ${range}`]));
  });

  describe('in official wording over several lines, as a narrow page breaks it', () => {
    const table: readonly (readonly [written: string, number: number, range?: string])[] = [
      ['三、收到和处理政府信息公开\n申请情况', 3],
      ['四、政府信息公开行政复议、\r\n\r\n行政诉讼情况', 4],
      ['五、存在的主要问题及改\n　进情况', 5],
      ['四、政府信息公开\n行政复议、行政\n诉讼情况', 4],
      ['**二、主动公开政府\n信息情况**', 2, '二、主动公开政府\n信息情况'],
    ];
    for (const [written, number, range = written] of table)
      it(JSON.stringify(written), () => assert.deepEqual(one(written), [`${number} official ${range}`]));

    it('a heading within a section is none of these, however it is marked', () => {
      for (const written of ['### （一）主动公开情况', '**（二）收到和处理申请情况**', '#### (三)存在的问题'])
        assert.deepEqual(one(`一、总体情况\n\n${written}`), ['1 official 一、总体情况'], written);
    });

    it('but not where a sentence goes on', () => assert.deepEqual(one('二、主动公开政府\n信息情况良好，全年无差错。'), []));
  });

  describe('in other words', () => {
    const table: readonly (readonly [written: string, expected: string])[] = [
      ['1、总体情况', '1 variant'],
      ['1. 总体情况', '1 variant'],
      ['一、工作基本情况', '1 variant'],
      ['一、2019年政府信息公开工作的总体情况', '1 variant'],
      ['一、2021政府信息公开情况', '1 variant'],
      ['一、2023年度政府信息公开情况', '1 variant'],
      ['一、概述', '1 variant'],
      ['一、总体工作', '1 variant'],
      ['一、开展情况', '1 variant'],
      ['一、综述', '1 variant'],
      ['一、总体公开情况', '1 variant'],
      ['一、工作开展情况', '1 variant'],
      ['一、总体情況', '1 typo'],
      ['二、主动公开政府信息的情况', '2 typo'],
      ['二、主动公开情况', '2 variant'],
      ['二、政府信息主动公开情况', '2 variant'],
      ['二、主动公开', '2 variant'],
      ['二、政府信息公开情况', '2 variant'],
      ['二、主动向社会公开政府信息情况', '2 variant'],
      ['三、收到和处理政府信息公开申请情况表', '3 typo'],
      ['三、收到和处理申请情况', '3 variant'],
      ['三、依申请公开情况', '3 variant'],
      ['三、政府信息公开申请情况', '3 variant'],
      ['三、申请公开政府信息情况', '3 variant'],
      ['三、依申请公开', '3 variant'],
      ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', '4 variant'],
      ['四、政府信息公开行政复议和行政诉讼情况', '4 typo'],
      ['四、行政复议、行政诉讼情况', '4 variant'],
      ['四、政府信息公开行政复议情况', '4 variant'],
      ['四、行政争议情况', '4 variant'],
      ['五、存在问题及改进情况', '5 variant'],
      ['五、存在的主要问题及整改措施', '5 variant'],
      ['五、政府信息公开工作存在的主要问题及改进情况', '5 variant'],
      ['五、存在的薄弱环节及改进措施', '5 variant'],
      ['五、存在的短板和改进措施', '5 variant'],
      ['五、面临的问题及对策', '5 variant'],
      ['六、其它需要报告的事项', '6 typo'],
      ['六、其他需要说明的情况', '6 variant'],
      ['六、其他需要汇报事项', '6 variant'],
      ['六、其他有关情况', '6 variant'],
      ['六、其他重要事项', '6 variant'],
      ['六、其他需说明的问题', '6 variant'],
      ['六、其他方面', '6 variant'],
      ['六、另需报告的事项', '6 variant'],
      ['六、有关说明', '6 variant'],
      ['六、需要报告的其他事项', '6 variant'],
      ['六、其他事项', '6 variant'],
    ];
    for (const [written, expected] of table) it(written, () => assert.deepEqual(one(written), [`${expected} ${written}`]));

    it('without a number', () => {
      assert.deepEqual(one('总体情况'), ['1 variant no number 总体情况']);
      assert.deepEqual(one('## 存在的主要问题及改进情况'), ['5 variant no number 存在的主要问题及改进情况']);
    });

    it('that has lost its number, not what stood behind it', () => {
      assert.deepEqual(one('、总体情况'), ['1 variant no number 、总体情况']);
      assert.deepEqual(one('**．其他需要报告的事项**'), ['6 variant no number ．其他需要报告的事项']);
      assert.deepEqual(one('、其他需要说明的几个问题'), []);
    });

    it('under a number or a sign of another kind', () => {
      for (const [written, number = ' no number'] of [
        ['第一、总体情况', ''],
        ['第一，总体情况', ''],
        ['壹、总体情况', ''],
        ['01 总体情况', ''],
        ['1 总体情况', ''],
        ['Ⅰ、总体情况'],
        ['㈠总体情况'],
        ['①总体情况'],
        ['—、总体情况'],
        ['－、总体情况'],
        ['ー、总体情况'],
        ['■总体情况'],
        ['◆一、总体情况', ''],
        ['▍一、总体情况', ''],
        ['【一、总体情况】', ''],
      ] as const)
        assert.deepEqual(one(written), [`1 variant${number} ${written}`], written);
    });

    it('under another number', () => {
      assert.deepEqual(one('七、其他需要报告的事项'), ['6 official as 7 七、其他需要报告的事项']);
      assert.deepEqual(one('四、存在的主要问题及改进情况'), ['5 official as 4 四、存在的主要问题及改进情况']);
    });
  });

  describe('with their text in the same line', () => {
    const table: readonly (readonly [written: string, heading: string, rest: string])[] = [
      ['六、其他需要报告的事项：无。', '六、其他需要报告的事项', '无。'],
      ['六、其他需要报告的事项：无', '六、其他需要报告的事项', '无'],
      ['六、其他需要报告的事项 无', '六、其他需要报告的事项', '无'],
      ['六、其他需要报告的事项。无。', '六、其他需要报告的事项', '无。'],
      ['五、存在的主要问题及改进情况：（一）公开不够及时。', '五、存在的主要问题及改进情况', '（一）公开不够及时。'],
    ];
    for (const [written, heading, rest] of table)
      it(written, () => {
        const text = `${title}${written}\n`;
        const [section] = readReport(text).sections;
        assert.ok(section);
        assert.deepEqual(shown(text), [`${section.number} official ${heading}`]);
        assert.deepEqual(
          section.text.map(({ start, end }) => text.slice(start, end)),
          [rest],
        );
      });
  });

  it('in rows of a table that a whole page stands in, and no other rows', () => {
    const rows = ['一、总体情况', '全年公开信息316条。', '九、本处其他说明', '二、主动公开政府信息情况'];
    const row = (text: string): string => `<tr><td colspan="4">${text}</td></tr>`;
    const figures = '<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>';
    const text = `<table>${row(title.trim())}${rows.map(row).join('')}${figures}</table>`;
    assert.deepEqual(shown(text), ['1 official 一、总体情况', '2 official 二、主动公开政府信息情况']);
    assert.equal(readReport(text).unit, '禾丰县林业局');
    assert.equal(readReport(text).tables.get('disclosure')?.rows[0]?.cells.size, 3);
  });

  it('behind a full stop in a line that a converter joined', () => {
    const text = `${title}所列数据截至12月31日。 一、总体情况 全年公开信息316条。 二、主动公开政府信息情况\n`;
    assert.deepEqual(shown(text), ['1 official 一、总体情况', '2 official 二、主动公开政府信息情况']);
    const { preamble, sections } = readReport(text);
    const words = (ranges: readonly { start: number; end: number }[]): string[] => ranges.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(words(preamble), ['所列数据截至12月31日。']);
    assert.deepEqual(words(sections[0]!.text), ['全年公开信息316条。']);
    const announced = text.replace('所列数据截至12月31日。', '现将有关情况汇报如下：');
    assert.deepEqual(shown(announced), ['1 official 一、总体情况', '2 official 二、主动公开政府信息情况']);
  });

  describe('what is none', () => {
    for (const written of [
      '一、',
      '一',
      '总体情况良好，全年公开信息316条。',
      '本报告由一、总体情况，二、主动公开政府信息情况等六个部分组成。',
      '（一）总体情况',
      '四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0',
      '一、本年新收政府信息公开申请数量 40 6 1 0 3 0 50',
      '二、上年结转政府信息公开申请数量',
      '存在的主要问题：公开不够及时。',
      '1. 加强组织领导',
      '2.重复申请',
      '2023年总体情况',
      '本报告由 一、总体情况 等六个部分组成。',
      '报告共六个部分。一、总体情况，二、主动公开政府信息情况。',
    ])
      it(JSON.stringify(written), () => assert.deepEqual(one(written), []));

    it('the first result of a table that has lost the heading before it', () => {
      const rows = '一、本年新收政府信息公开申请数量 6 0 0 0 0 0 6\n三、本年度办理结果 （一）予以公开 6 0 0 0 0 0 6';
      assert.deepEqual(shown(`${title}二、主动公开政府信息情况\n\n${rows}\n`), ['2 official 二、主动公开政府信息情况']);
    });

    it('what stands in a fenced block', () => {
      assert.deepEqual(shown(`${title}一、总体情况\n\n\`\`\`\n二、主动公开政府信息情况\n\`\`\`\n`), ['1 official 一、总体情况']);
    });

    it('a row of an HTML table', () => {
      assert.deepEqual(one('<table><tr><td>四、结转下年度继续办理</td><td>0</td></tr></table>'), []);
    });
  });
});

describe('sections among each other', () => {
  const all = (replace: Readonly<Record<number, string>>): string =>
    title + official.map((text, i) => (replace[i + 1] ?? text) + body).join('\n');
  const numbers = (text: string): string =>
    readReport(text)
      .sections.map(({ number }) => number ?? '-')
      .join('');

  it('six of them', () => assert.equal(numbers(all({})), '123456'));

  it('another matter under a number is a section of its own', () => {
    const text = all({ 6: '六、下一步工作打算' });
    assert.equal(numbers(text), '12345-');
    assert.equal(readReport(text).sections.at(-1)?.heading.written, 6);
  });

  it('numbered as sub-headings are, where all of them are, or one among the others', () => {
    const numbered = (form: (number: string, digit: number) => string): string =>
      numbers(all(Object.fromEntries(official.map((text, i) => [i + 1, form(text[0]!, i + 1) + text.slice(2)]))));
    assert.equal(
      numbered((number) => `（${number}）`),
      '123456',
    );
    assert.equal(
      numbered((number) => `(${number})、`),
      '123456',
    );
    assert.equal(
      numbered((_, digit) => `${digit}）`),
      '123456',
    );
    assert.equal(
      numbered((_, digit) => `（${digit}）`),
      '123456',
    );
    assert.equal(numbers(all({ 6: '（六）其他需要报告的事项' })), '123456');
    assert.equal(numbers(all({ 1: '一、总体情况\n\n（二）主动公开政府信息情况\n\n多。' })), '123456');
    assert.equal(numbers(all({ 1: '一、总体情况\n\n（一）总体情况\n\n多。\n\n（三）主动公开政府信息情况\n\n多。', 2: '表格' })), '13456');
  });

  it('other words under another number are the section in its place alone', () => {
    assert.equal(numbers(all({ 5: '六、存在的问题及改进措施' })), '123456');
    assert.equal(numbers(all({ 2: '三、主动公开情况' })), '123456');
    assert.equal(numbers(all({ 5: '四、下一步工作打算' })), '12346');
    assert.equal(numbers(all({ 2: '三、行政许可公开的问题及改进' })), '13456');
    assert.equal(numbers(`${title}一、总体情况${body}\n四、其他事项${body}`), '1-');
  });

  it('further sections behind the last', () => assert.equal(numbers(`${all({})}\n七、附件\n\n流程图。\n`), '123456-'));

  it('numbering that begins anew inside a section', () => {
    assert.equal(numbers(all({ 1: '一、总体情况\n\n一、主动公开\n\n多。\n\n二、依申请公开\n\n少。\n\n三、监督保障' })), '123456');
    assert.equal(numbers(all({ 5: '五、存在的主要问题及改进情况\n\n一、存在的主要问题\n\n二、改进情况' })), '123456');
    assert.equal(numbers(all({ 5: '五、存在的主要问题及改进情况\n\n1、主要问题\n\n2、改进措施' })), '123456');
  });

  it('a list of contents above the report', () => {
    assert.equal(numbers(all({ 1: `目录\n\n${official.map((text, i) => `${text}……${i + 1}`).join('\n')}\n\n一、总体情况` })), '123456');
  });

  it('an outline of the years before 2019', () => {
    const text = `${title}一、概述${body}\n二、主动公开政府信息情况${body}\n三、依申请公开政府信息情况${body}\n四、收费及减免情况${body}\n五、政府信息公开行政复议、行政诉讼情况${body}\n六、存在的主要问题及改进措施${body}\n七、附表${body}`;
    const { sections } = readReport(text);
    assert.deepEqual(
      sections.map(({ number, heading }) => `${number ?? '-'}/${heading.written}`),
      ['1/1', '2/2', '3/3', '-/4', '4/5', '5/6', '-/7'],
    );
  });

  it('the body of a section runs to the next, its text leaves out tables, blanks and page numbers', () => {
    const text = `${title}一、总体情况\n\n第一段。\n\n- 1 -\n\f\n第二段。\n二、主动公开政府信息情况\n`;
    const [first, second] = readReport(text).sections;
    assert.ok(first && second);
    assert.equal(text.slice(first.body.start, first.body.end), '\n\n第一段。\n\n- 1 -\n\f\n第二段。\n');
    assert.deepEqual(
      first.text.map(({ start, end }) => text.slice(start, end)),
      ['第一段。', '第二段。'],
    );
    assert.equal(second.body.end, text.length);
  });

  it('a heading that stands twice is there twice', () => {
    assert.equal(numbers(`${all({})}\n五、存在的主要问题及改进情况${body}`), '1234565');
    const { findings } = analyze(`${all({})}\n五、存在的主要问题及改进情况${body}`);
    assert.equal(findings.filter(({ rule }) => rule === 'section-duplicate').length, 1);
  });
});

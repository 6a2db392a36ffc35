import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tabCells } from '../../server/src/reading/layouts/tab';
import { words } from '../../server/src/reading/layouts/words';
import { isPageArtefact, type Line, type RawCell, splitLines } from '../../server/src/reading/lines';
import { isSpace } from '../../server/src/reading/text';

const only = (text: string): Line => splitLines(text)[0] ?? assert.fail('no line');
const texts = (text: string, cells: readonly RawCell[]): string[] => cells.map(({ start, end }) => text.slice(start, end));

describe('lines', () => {
  it('end with LF, CR LF or CR, each by itself', () => {
    const text = '甲\n乙\r\n丙\r丁';
    assert.deepEqual(
      splitLines(text).map(({ from, to }) => text.slice(from, to)),
      ['甲', '乙', '丙', '丁'],
    );
    assert.deepEqual(
      splitLines('\n\r\n').map(({ from, to }) => [from, to]),
      [
        [0, 0],
        [1, 1],
        [3, 3],
      ],
    );
  });

  it('cover the text, hold no line end, and know what stands in them', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        '\n',
        '\r',
        '\r\n',
        ' ',
        '\t',
        '|',
        '\\|',
        '　',
        '一',
        'a',
        '\ufeff',
        '\u{20bb7}',
        '\u3001',
        '\u9fff',
        '\ue000',
      ),
    });
    fc.assert(
      fc.property(text, (source) => {
        const lines = splitLines(source);
        assert.deepEqual(
          lines.map(({ from, to }) => source.slice(from, to)),
          source.split(/\r\n|\n|\r/),
        );
        for (const { start, end, from, to, tabs, pipes } of lines) {
          const line = source.slice(from, to);
          assert.ok(from <= start && start <= end && end <= to);
          if (start < end) assert.ok(!isSpace(source.charCodeAt(start)) && !isSpace(source.charCodeAt(end - 1)));
          for (let i = from; i < to; i++) assert.ok((start <= i && i < end) || isSpace(source.charCodeAt(i)));
          assert.equal(tabs, line.split('\t').length - 1);
          assert.equal(pipes, line.replaceAll('\\|', '').split('|').length - 1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('between two fences are marked, and a fence that is never closed is none', () => {
    const fenced = (text: string): string =>
      splitLines(text)
        .map((line) => (line.fenced ? 'x' : '-'))
        .join('');
    assert.equal(fenced('a\n```\nb\n```\nc'), '-xxx-');
    assert.equal(fenced('a\n~~~ md\nb\n~~~'), '-xxx');
    assert.equal(fenced('a\n```\nb\nc'), '----');
    assert.equal(fenced('```\na\n```\n```\nb'), 'xxx--');
  });
});

describe('page artefacts', () => {
  for (const text of [
    '- 3 -',
    '-3-',
    '— 4 —',
    '－ 12 －',
    '—— 2 ——',
    '第 3 页',
    '第3页 共12页',
    '第3页，共 12 页',
    '3/12',
    '---',
    '***',
    '_____',
    '```',
    '- - -',
    '　- 5 -　',
    '——————————————————————————————',
    '  ---------- ---------- ------ ------------------ ----------',
  ])
    it(text, () => assert.ok(isPageArtefact(text, only(text))));
  for (const text of [
    '3',
    '2023',
    '-3',
    '- 3',
    '- 30 件',
    '第三页',
    '第 3 条',
    '-',
    '—',
    '3/',
    '--',
    '|---|',
    '- 12345 -',
    '第3页的内容',
    '- - - - - - - - - - - - - - -',
    '—— —— —— —— —— —— —— —— —— ——',
    '------------------------ 3',
  ])
    it(`not ${text}`, () => assert.equal(isPageArtefact(text, only(text)), false));
});

describe('cells divided by tabs', () => {
  it('keep their places, blank ones too', () => {
    const line = '\t（一）予以公开 \t\t18\t　\t 0 \t';
    const cells = tabCells(line, only(line));
    assert.deepEqual(texts(line, cells), ['', '（一）予以公开', '', '18', '', '0', '']);
    assert.deepEqual(
      cells.map(({ column }) => column),
      [0, 1, 2, 3, 4, 5, 6],
    );
    assert.deepEqual([cells[4]?.roomStart, cells[4]?.roomEnd], [line.indexOf('　'), line.indexOf('　') + 1]);
  });
});

describe('words divided by blanks', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['1.属于国家秘密 2 0 0 0 0 0 2', ['1.属于国家秘密', '2', '0', '0', '0', '0', '0', '2']],
    ['  行政处罚    2215     增 82    731', ['行政处罚', '2215', '增 82', '731']],
    ['行政强制 96 减 17 58', ['行政强制', '96', '减 17', '58']],
    ['政府集中采购 37 3784.0802 万', ['政府集中采购', '37', '3784.0802 万']],
    ['政府集中采购 37 2638271.63 元', ['政府集中采购', '37', '2638271.63 元']],
    ['83139522\\.81 元', ['83139522\\.81 元']],
    ['规范性文件 22（其中修订 16 件） 9 143', ['规范性文件', '22（其中修订 16 件）', '9', '143']],
    ['规范性文件 22 （其中修订 16 件） 9', ['规范性文件', '22 （其中修订 16 件）', '9']],
    ['规范性文件　22　9　143', ['规范性文件', '22', '9', '143']],
    ['行政许可 - / 26 件', ['行政许可', '-', '/', '26 件']],
    ['行政许可', ['行政许可']],
    ['', []],
  ];
  for (const [line, expected] of table) it(JSON.stringify(line), () => assert.deepEqual(texts(line, words(line, only(line))), expected));

  it('a line of prose has none', () => {
    assert.deepEqual(words('一'.repeat(60), only('一'.repeat(60))), []);
    const many = Array.from({ length: 80 }, (_, i) => i).join(' ');
    assert.deepEqual(words(many, only(many)), []);
  });
});

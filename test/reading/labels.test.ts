import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { editions, rowsOf } from '../../server/src/editions';
import {
  beginsWithRow,
  guessRow,
  isNumbering,
  isPiece,
  type LabelEntry,
  lookUp,
  lookUpRow,
  lookUpRowBody,
  stripNumbering,
} from '../../server/src/reading/labels';
import { key } from '../../server/src/reading/text';

const named = (entry: LabelEntry | undefined): string | undefined => entry && `${entry.table}/${entry.id}`;

/** Every row of every edition with each of its wordings. */
const wordings = editions.flatMap((edition) =>
  edition.tables.flatMap((table) =>
    rowsOf(table).flatMap(({ row }) => [
      { edition, table, row, text: row.label.text, agreement: 'official' },
      ...(row.label.accepted ?? []).map((text) => ({ edition, table, row, text, agreement: 'accepted' })),
      ...(row.label.variants ?? []).map((text) => ({ edition, table, row, text, agreement: 'variant' })),
    ]),
  ),
);
const rowLabels = [...new Map(wordings.map(({ table, row, text }) => [key(text), `${table.id}/${row.id}`]))];

describe('labels of the official tables', () => {
  it('every wording of every row is found, with what it is worth in its edition', () => {
    for (const { edition, table, row, text, agreement } of wordings) {
      const entry = lookUpRow(key(text));
      assert.equal(named(entry), `${table.id}/${row.id}`, text);
      assert.equal(entry?.meanings.find((meaning) => meaning.edition === edition.id)?.agreement, agreement, text);
    }
  });

  it('every head, title of a block, corner and label beside rows is found', () => {
    for (const { tables } of editions) {
      for (const { id, blocks } of tables) {
        for (const block of blocks) {
          const found = (text: string, kind: string): boolean =>
            lookUp(key(text)).some((entry) => entry.table === id && entry.kind === kind);
          for (const column of block.columns) {
            assert.ok(found(column.label.text, 'column'), column.label.text);
            for (const above of column.path) assert.ok(found(above.text, 'group'), above.text);
          }
          for (const row of block.rows) for (const beside of row.path) assert.ok(found(beside.text, 'group'), beside.text);
          if (block.title) assert.ok(found(block.title.text, 'block'), block.title.text);
          if (block.stub) assert.ok(found(block.stub.text, 'stub'), block.stub.text);
        }
      }
    }
  });

  it('a label of one edition alone says so', () => {
    const only = (text: string): string[] => [
      ...new Set(lookUp(key(text)).flatMap((entry) => entry.meanings.map(({ edition }) => edition))),
    ];
    assert.deepEqual(only('本年新制作数量'), ['2019']);
    assert.deepEqual(only('其他对外管理服务事项'), ['2019']);
    assert.deepEqual(only('本年制发件数'), ['2021']);
    assert.deepEqual(only('1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'), ['2021']);
    assert.deepEqual(only('一、本年新收政府信息公开申请数量'), ['2019', '2021']);
  });
});

describe('row labels with another number or none', () => {
  const table: readonly (readonly [string, string | undefined])[] = [
    ['本年新收政府信息公开申请数量', 'requests/received'],
    ['上年结转政府信息公开申请数量', 'requests/carriedIn'],
    ['予以公开', 'requests/granted'],
    ['2.予以公开', 'requests/granted'],
    ['属于国家秘密', 'requests/denied.secret'],
    ['9.属于国家秘密', 'requests/denied.secret'],
    ['其他', 'requests/otherwise.other'],
    ['总计', 'requests/processed'],
    ['结转下年度继续办理', 'requests/carriedOut'],
    ['五、结转下年度继续办理', 'requests/carriedOut'],
    ['本年新收', undefined],
    ['不予公开', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of table)
    it(`${JSON.stringify(text)} → ${expected}`, () => assert.equal(named(lookUpRowBody(key(text))), expected));
});

describe('row labels that are misspelt, shortened or cut', () => {
  const table: readonly (readonly [string, string | undefined])[] = [
    ['二、上年结转政府信息公开申请数', 'requests/carriedIn'],
    ['一、本年新收政府信息公开申请件数', 'requests/received'],
    ['3.危及“三安全一稳定', 'requests/denied.security'],
    ['3.危及三安全', 'requests/denied.security'],
    ['4.保护第三方合法权宜', 'requests/denied.thirdParty'],
    ['5.属于三类内部事物信息', 'requests/denied.internal'],
    ['8.属于行政咨询事项', 'requests/denied.inquiry'],
    ['4.无正当理由大量反复申清', 'requests/rejected.excessive'],
    ['行政规范性文什', 'disclosure/normative'],
    ['行政事业性收费情况', 'disclosure/fees'],
    ['行政许司', 'disclosure/licensing'],
    // Two characters, under the number that they have in the table.
    ['（七）总汁', 'requests/processed'],
    ['3.其它', 'requests/otherwise.other'],
    // Four characters, one of them lost or doubled; two that have changed places.
    ['行政罚', 'disclosure/penalty'],
    ['政强制', 'disclosure/coercion'],
    ['（七）总总计', 'requests/processed'],
    ['行政制强', 'disclosure/coercion'],
    ['2.复重申请', 'requests/rejected.duplicate'],
    ['行检', undefined],
    ['行政检', undefined],
    ['（六）总汁', undefined],
    ['总汁', undefined],
    // A cut label that is contained in one row alone.
    ['要求行政机关确认', 'requests/rejected.confirmation'],
    ['不再处理其政府信息公开申请', undefined],
    // Words left out, under the label's number or none; the more of them is there.
    ['一、本年新收申请数量', 'requests/received'],
    ['上年结转申请数量', 'requests/carriedIn'],
    ['4.大量反复申请', 'requests/rejected.excessive'],
    ['5.要求确认或重新出具已获取信息', 'requests/rejected.confirmation'],
    ['5.大量反复申请', undefined],
    ['1.申请公开', undefined],
    ['2.其他情形', undefined],
    ['申请数量', undefined],
    // As near to one as to the other, or to nothing.
    ['行政某某', undefined],
    ['规定', undefined],
    ['1.', undefined],
    ['行政检查', undefined],
    ['行政确认', undefined],
    ['行政裁决', undefined],
    ['结果维持', undefined],
    ['商业企业', undefined],
    ['政府信息公开', undefined],
    ['本年度办理结果', undefined],
    ['依法依规予以公开的政府信息数量较上年明显增加', undefined],
  ];
  for (const [text, expected] of table) it(`${text} → ${expected}`, () => assert.equal(named(guessRow(key(text))), expected));

  it('a guess is always marked as one', () => {
    for (const text of ['行政规范性文什', '8.属于行政咨询事项', '要求行政机关确认']) {
      const guess = guessRow(key(text)) ?? assert.fail(text);
      assert.ok(guess.meanings.length > 0 && guess.meanings.every(({ agreement }) => agreement === 'typo'));
    }
  });

  it('one wrong, lost or doubled character never makes another row of a label', () => {
    let found = 0;
    let tried = 0;
    for (const [label, expected] of rowLabels) {
      const rest = lookUpRowBody(label.slice(1)) ?? guessRow(label.slice(1));
      // Nothing but their numbers tells 3.其他处理 from （六）其他处理, and 3.其他情形 from the end of a label.
      for (let at = rest && named(rest) !== expected ? 1 : 0; at < label.length; at++) {
        const [head, tail] = [label.slice(0, at), label.slice(at + 1)];
        for (const written of [`${head}某${tail}`, head + tail, `${head}${label[at]}${label[at]}${tail}`]) {
          const entry = lookUpRow(written) ?? lookUpRowBody(written) ?? guessRow(written);
          tried++;
          if (!entry) continue;
          found++;
          assert.equal(named(entry), expected, `${label} written ${written}`);
        }
      }
    }
    assert.ok(found / tried > 0.95, `${found} of ${tried} are recognised`);
  });
});

describe('pieces of labels', () => {
  it('every stretch of a label is one', () => {
    for (const [label] of rowLabels) {
      for (let from = 0; from < label.length; from++)
        for (let to = from + 1; to <= label.length; to++) assert.ok(isPiece(label.slice(from, to)));
    }
    for (const text of ['', '某', '县人民政府', '公开申请数量二', 'a']) assert.equal(isPiece(text), false, text);
  });

  it('numbers at the head', () => {
    for (const [labelKey, rest] of [
      ['1属于国家秘密', '属于国家秘密'],
      ['七总计', '总计'],
      ['12其他', '其他'],
      ['十一其他', '其他'],
      ['总计', '总计'],
      ['一', '一'],
      ['1', '1'],
      ['', ''],
    ] as const)
      assert.equal(stripNumbering(labelKey), rest, labelKey);
    for (const labelKey of ['1', '12', '一', '十二']) assert.ok(isNumbering(labelKey), labelKey);
    for (const labelKey of ['', '123', '一二三', '一a', '总', '1其']) assert.equal(isNumbering(labelKey), false, labelKey);
  });

  it('a row label with more behind it', () => {
    assert.ok(beginsWithRow(key('四、结转下年度继续办理 0 0 0 0 0 0 0')));
    assert.ok(beginsWithRow(key('三、本年度办理结果 （一）予以公开 4 0 0 0 0 0 4')));
    assert.ok(beginsWithRow(key('一、本年新收政府信息公开申请数量')));
    assert.equal(beginsWithRow(key('四、政府信息公开行政复议、行政诉讼情况')), false);
    assert.equal(beginsWithRow(key('一、总体情况')), false);
  });
});

describe('a misspelt title over a small table of one row', () => {
  const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const table = (title: string, [first = '', ...others]: readonly string[]): string =>
    `### ${title}\n\n| ${[first, ...others].join(' | ')} |\n| --- | --- | --- | --- | --- |\n| 0 | 0 | 0 | 0 | 0 |\n\n`;
  for (const first of ['结果维持', '结果'])
    it(`is read, with the first head ${first}`, () => {
      const { findings } = analyze(
        '# 禾丰县民政局2022年政府信息公开工作年度报告\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n' +
          table('行政议复', [first, ...heads.slice(1)]) +
          table('未经复议直接起诉', heads) +
          table('复议后起诉', heads),
      );
      const labels = findings
        .filter(({ rule }) => /^(?:row|column)-/.test(rule))
        .map(({ rule, data }) => `${rule} ${data.row ?? data.column}`);
      assert.deepEqual(labels, ['row-label review', ...(first === '结果' ? ['column-label upheld'] : [])]);
    });
});

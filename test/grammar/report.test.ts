import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { editions, rowsOf } from '../../server/src/editions';
import { reportGrammar, tokenize, withScope } from './tokenize';

const ROW = 'variable.other.row';
const GROUP = 'support.type.group';
const COLUMN = 'entity.name.type.column';
const BLOCK = 'entity.name.section.block';
const NUMBER = 'constant.numeric';
const SEPARATOR = 'punctuation.separator.cell';
const TITLE = 'markup.heading.title';
const SECTION = 'markup.heading.section';
const SUB_SECTION = 'markup.heading.subsection';

describe('grammar: text.gongkai-report', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await reportGrammar();
  });
  const scoped = (text: string, scope: string): string[] => withScope(tokenize(grammar, text), scope);
  const plain = (text: string): boolean => tokenize(grammar, text).every((line) => line.every(({ scopes }) => scopes.length === 1));

  describe('title', () => {
    for (const [text, unit, year] of [
      ['清河县民政局2023年政府信息公开工作年度报告', '清河县民政局', '2023年'],
      ['# 临江市人民政府 2021 年政府信息公开工作年度报告', '临江市人民政府', '2021 年'],
      ['**南湖区水利局2019年度政府信息公开工作年度报告**', '南湖区水利局', '2019年度'],
      ['　　清河县民政局２０２３年政府信息公开工作年度报告', '清河县民政局', '２０２３年'],
      ['清河县民政局2022年政府信息公开年度工作报告', '清河县民政局', '2022年'],
    ] as const) {
      it(text, () => {
        assert.deepEqual(scoped(text, 'entity.name.type.unit'), [unit]);
        assert.deepEqual(scoped(text, 'constant.numeric.year'), [year]);
        assert.equal(scoped(text, TITLE).length, 1);
      });
    }

    it('the second line of a title in two lines', () => {
      const text = '清河县民政局\n2020 年度政府信息公开工作年度报告';
      assert.deepEqual(scoped(text, TITLE), ['2020 年度政府信息公开工作年度报告']);
      assert.deepEqual(scoped(text, 'entity.name.type.unit'), []);
    });

    it('no sentence that speaks of the report', () => {
      assert.ok(plain('现将清河县民政局2023年政府信息公开工作年度报告公布如下，请社会各界监督。'));
      assert.ok(plain('本报告是2023年政府信息公开工作年度报告，由局办公室编制。'));
    });
  });

  describe('section headings', () => {
    for (const { sections } of editions.slice(-1)) {
      for (const { label } of sections) {
        const title = label.text.slice(2);
        for (const text of [
          label.text,
          `## ${label.text}`,
          `**${label.text}**`,
          `  ${label.text}  `,
          label.text.replace('、', '、 '),
          label.text.split('').join(' '),
        ]) {
          it(text, () => {
            assert.equal(scoped(text, SECTION).length, 1);
            assert.deepEqual(
              scoped(text, 'entity.name.section').map((found) => found.replace(/ /g, '')),
              [title],
            );
            assert.deepEqual(scoped(text, 'entity.name.section.variant'), []);
            assert.deepEqual(scoped(text, 'entity.name.section.other'), []);
          });
        }
      }
    }

    it('a section under a name of its own, and another matter under its number', () => {
      assert.deepEqual(scoped('五、政府信息公开工作存在问题及改进情况', 'entity.name.section.variant'), [
        '政府信息公开工作存在问题及改进情况',
      ]);
      assert.deepEqual(scoped('六、下一步工作打算', 'entity.name.section.other'), ['下一步工作打算']);
    });

    it('marks of Markdown and numbering are punctuation', () => {
      assert.deepEqual(scoped('## **一、总体情况**', 'punctuation.definition'), ['##', '**一、', '**']);
    });

    it('no sentence, no row of the table', () => {
      assert.ok(plain('二、三两项工作均已完成。'));
      for (const text of ['一、本年新收政府信息公开申请数量', '四、结转下年度继续办理']) {
        assert.deepEqual(scoped(text, SECTION), []);
        assert.deepEqual(scoped(text, ROW), [text]);
      }
      assert.deepEqual(scoped('三、本年度办理结果', GROUP), ['三、本年度办理结果']);
    });
  });

  describe('sub-headings', () => {
    for (const [text, title] of [
      ['（一）主动公开情况。全年公开各类信息 120 条。', '主动公开情况'],
      ['(二) 依申请公开', '依申请公开'],
      ['### （三）政府信息管理', '政府信息管理'],
      ['**（四）平台建设。**按要求维护专栏。', '平台建设'],
      ['（五）监督保障：组织培训 2 次。', '监督保障'],
    ] as const) {
      it(text, () => {
        assert.deepEqual(scoped(text, 'entity.name.section.sub'), [title]);
        assert.equal(scoped(text, SUB_SECTION).length, 1);
      });
    }

    it('a numbered sentence is marked by its number only', () => {
      assert.deepEqual(scoped('（一）局党组高度重视，多次研究部署公开工作。', SUB_SECTION), ['（一）']);
    });
  });

  describe('labels of the official formats', () => {
    for (const edition of editions) {
      for (const table of edition.tables) {
        it(`${edition.id} ${table.name.zh}`, () => {
          for (const { row } of rowsOf(table)) {
            const scope = table.orientation === 'wide' ? GROUP : ROW;
            for (const line of [
              `${row.label.text}\t0\t1`,
              `| ${row.label.text} | 0 | 1 |`,
              `${row.label.text} 0 1`,
              `${row.label.text} | 0 | 1 |`,
            ]) {
              assert.deepEqual(scoped(line, scope), [row.label.text], line);
              assert.deepEqual(scoped(line, NUMBER), ['0', '1'], line);
            }
            for (const wording of [...(row.label.accepted ?? []), ...(row.label.variants ?? [])])
              assert.deepEqual(scoped(`${wording}\t7`, scope), [wording]);
          }
          for (const block of table.blocks) {
            const heads = block.columns.map(({ label }) => label.text);
            assert.deepEqual(scoped([...(block.stub ? [block.stub.text] : []), ...heads].join('\t'), COLUMN), [
              ...(block.stub ? [block.stub.text] : []),
              ...heads,
            ]);
            if (block.title) assert.deepEqual(scoped(`${block.title.text}\t\t\t`, BLOCK), [block.title.text]);
          }
        });
      }
    }
  });

  describe('layouts', () => {
    it('tab-separated, with shifted labels and the number in a cell of its own', () => {
      const text = [
        '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况',
        '一、\t本年新收政府信息公开申请数量\t12\t0\t13',
        '三、 本年 度办 理结 果\t(一) 予以公开\t\t5\t-\t5',
        '\t(三) 不予公开\t1. 属于国家秘密\t0\t0\t0',
        '法提供\t2.没有现成信息需要另行制作\t1\t0\t1',
      ].join('\n');
      assert.deepEqual(scoped(text, ROW), [
        '本年新收政府信息公开申请数量',
        '(一) 予以公开',
        '1. 属于国家秘密',
        '2.没有现成信息需要另行制作',
      ]);
      assert.deepEqual(scoped(text, GROUP), ['申请人情况', '三、 本年 度办 理结 果', '(三) 不予公开']);
      assert.deepEqual(scoped(text, NUMBER), ['12', '0', '13', '5', '5', '0', '0', '0', '1', '0', '1']);
      assert.deepEqual(scoped(text, 'constant.language.placeholder'), ['-']);
    });

    it('bare pipes', () => {
      const text =
        '第二十条第(一)项 | |||\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章(地方政府规章) | 0 | 1 | 22（其中修订 16 件） |';
      assert.deepEqual(scoped(text, BLOCK), ['第二十条第(一)项']);
      assert.deepEqual(scoped(text, COLUMN), ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']);
      assert.deepEqual(scoped(text, ROW), ['规章(地方政府规章)']);
      assert.deepEqual(scoped(text, NUMBER), ['0', '1', '22']);
      assert.deepEqual(scoped(text, 'string.unquoted.note'), ['（其中修订 16 件）']);
      assert.equal(scoped('规章 | 0 |', SEPARATOR).length, 2);
    });

    it('GFM, with its delimiter row', () => {
      const text = '| 信息内容 | 本年处理决定数量 |\n| :--- | ---: |\n| 行政许可 | 1280 |';
      assert.deepEqual(scoped(text, 'punctuation.separator.table'), ['| :--- | ---: |']);
      assert.deepEqual(scoped(text, ROW), ['行政许可']);
      assert.deepEqual(scoped(text, NUMBER), ['1280']);
    });

    it('HTML', () => {
      const text =
        '<table>\n<tr><td colspan="3">一、本年新收政府信息公开申请数量</td><td>3</td><td style="x"> 4 </td></tr>\n<tr><td>规章</td>\n<td><span>12</span></td></tr>\n<tr><th>本年制发件数</th></tr>\n</table>';
      assert.deepEqual(scoped(text, ROW), ['一、本年新收政府信息公开申请数量', '规章']);
      assert.deepEqual(scoped(text, COLUMN), ['本年制发件数']);
      assert.deepEqual(scoped(text, NUMBER), ['3', '4', '12']);
      assert.deepEqual(new Set(scoped(text, 'entity.name.tag')), new Set(['table', 'tr', 'td', 'span', 'th']));
      assert.deepEqual(scoped(text, 'string.quoted'), ['"3"', '"x"']);
    });

    it('headings in HTML', () => {
      const text = '<h1>清河县民政局2023年政府信息公开工作年度报告</h1>\n<p><strong>一、总体情况</strong></p>\n<p>一、总体情况良好。</p>';
      assert.deepEqual(scoped(text, TITLE), ['清河县民政局2023年政府信息公开工作年度报告']);
      assert.deepEqual(scoped(text, SECTION), ['一、总体情况']);
    });

    it('one small table per row, under headings', () => {
      const text = '#### 1.属于国家秘密\n\n| 自然人 | 总计 |\n| --- | --- |\n| 3 | 3 |\n\n**行政复议**\n\n### 第二十条第（一）项';
      assert.deepEqual(scoped(text, 'markup.heading.row'), ['#### 1.属于国家秘密', '**行政复议**', '### 第二十条第（一）项']);
      assert.deepEqual(scoped(text, ROW), ['1.属于国家秘密']);
      assert.deepEqual(scoped(text, GROUP), ['行政复议']);
      assert.deepEqual(scoped(text, BLOCK), ['第二十条第（一）项']);
      assert.deepEqual(scoped(text, NUMBER), ['3', '3']);
    });

    it('bold cells, entities beside values', () => {
      assert.deepEqual(scoped('| **（七）总计** | | **12** |', ROW), ['（七）总计']);
      assert.deepEqual(scoped('| **（七）总计** | | **12** |', NUMBER), ['12']);
      assert.deepEqual(scoped('<tr><td>规章</td><td>&nbsp;7&nbsp;</td></tr>', NUMBER), ['7']);
    });

    it('one cell per line', () => {
      const text = '自然人\n总计\n1.属于国家秘密\n3\n0\n行政处罚\n1526';
      assert.deepEqual(scoped(text, COLUMN), ['自然人', '总计']);
      assert.deepEqual(scoped(text, ROW), ['1.属于国家秘密', '行政处罚']);
      assert.deepEqual(scoped(text, NUMBER), ['3', '0', '1526']);
    });

    it('space-aligned, with wrapped labels and page numbers', () => {
      const text = [
        '\f信息内容               本年处理决定数量',
        '      （二）部分公开（区分处理的，只计这一情',
        '                       44         7        0    0    0    0    51',
        '      形，不计其他情形）',
        '年     （四）无          1.本机关不掌握相关政府信息   8   0   0   0   0   0   8',
        '                    - 4 -',
        '               求缴纳费用、行政机关不再处理      6    0    0    0   0   0   6',
      ].join('\n');
      assert.deepEqual(scoped(text, COLUMN), ['信息内容', '本年处理决定数量']);
      assert.deepEqual(scoped(text, ROW), ['（二）部分公开（区分处理的，只计这一情', '1.本机关不掌握相关政府信息']);
      assert.equal(scoped(text, NUMBER).length, 21);
      assert.deepEqual(scoped(text, 'comment.line.page-number'), ['                    - 4 -']);
      assert.deepEqual(scoped(text, SUB_SECTION), []);
    });

    it('single blanks', () => {
      const text = '3.危及“三安全一稳定” 5 0 0 0 0 0 5\n72 64 178 37 351 13 4 8 1 26 12 1 1 6 20';
      assert.deepEqual(scoped(text, ROW), ['3.危及“三安全一稳定”']);
      assert.equal(scoped(text, NUMBER).length, 22);
    });

    it('Kangxi and radical characters, full width, odd quotes', () => {
      assert.deepEqual(scoped('⾏政规范性⽂件\t50', ROW), ['⾏政规范性⽂件']);
      assert.deepEqual(scoped('⼀、本年新收政府信息公开申请数量\t1', ROW), ['⼀、本年新收政府信息公开申请数量']);
      assert.deepEqual(scoped('3．危及"三安全一稳定"\t１２', ROW), ['3．危及"三安全一稳定"']);
      assert.deepEqual(scoped('3、危及三安全一稳定\t１２', NUMBER), ['１２']);
    });
  });

  describe('values', () => {
    it('sign, direction, unit', () => {
      const text = '行政处罚\t203\t减17\t1,737\n行政强制\t27\t-3\t26件\n政府集中采购\t129\t2638271.63 元';
      assert.deepEqual(scoped(text, NUMBER), ['203', '17', '1,737', '27', '3', '26', '129', '2638271.63']);
      assert.deepEqual(scoped(text, 'keyword.operator.sign'), ['减', '-']);
      assert.deepEqual(scoped(text, 'keyword.other.unit'), ['件', '元']);
    });

    it('what is no number is not coloured as one', () => {
      assert.deepEqual(scoped('行政许可\t若干\t1O\t约5', NUMBER), []);
    });

    it('numbers in prose are prose', () => {
      assert.ok(plain('全年收到政府信息公开申请 12 件，办结 12 件，其中予以公开 5 件。'));
      assert.ok(plain('其中结果维持 72 件，结果纠正 64 件，其他结果 178 件，尚'));
      assert.ok(plain('行政许可、行政处罚和行政强制信息均在网站公开。'));
    });
  });

  describe('comments', () => {
    it('a silencer: directive, rules, reason', () => {
      const text = '<!-- gongkai-ignore-next-line sum-row cell-value: 经核实 -->';
      assert.deepEqual(scoped(text, 'comment.block'), [text]);
      assert.deepEqual(scoped(text, 'keyword.control.directive'), ['gongkai-ignore-next-line']);
      assert.deepEqual(scoped(text, 'entity.name.tag.rule'), ['sum-row', 'cell-value']);
      assert.deepEqual(scoped(text, 'string.unquoted.reason'), [': 经核实 ']);
    });

    it('other comments, over lines', () => {
      assert.deepEqual(scoped('<!-- 稿子\n一、总体情况\n-->\n一、总体情况', SECTION), ['一、总体情况']);
    });

    it('page numbers', () => {
      for (const text of ['- 3 -', '— 12 —', '-3-', '第 3 页', '第3页 共12页', '　　— 4 —'])
        assert.deepEqual(scoped(text, 'comment.line'), [text]);
    });
  });
});

import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/editing/edit';
import { relabel } from '../../server/src/editing/relabel';
import type { Range } from '../../server/src/reading/report';

/** The ranges between `⟦` and `⟧`, and the text without these. */
function marked(source: string): { text: string; pieces: Range[] } {
  const pieces: Range[] = [];
  let text = '';
  let start = 0;
  for (const part of source.split(/([⟦⟧])/)) {
    if (part === '⟦') start = text.length;
    else if (part === '⟧') pieces.push({ start, end: text.length });
    else text += part;
  }
  return { text, pieces };
}

function relabelled(source: string, official: string): string | undefined {
  const { text, pieces } = marked(source);
  const edits = relabel(text, pieces, official);
  return edits && applyEdits(text, edits);
}

describe('a label set to the official one', () => {
  const secret = '1.属于国家秘密';
  const partial = '（二）部分公开（区分处理的，只计这一情形，不计其他情形）';

  for (const [what, written, official, result] of [
    ['a misspelt character', '\t⟦1.属于国家密秘⟧\t0', secret, '\t1.属于国家秘密\t0'],
    ['a character lost', '⟦属于国家秘密⟧ 3', secret, '1.属于国家秘密 3'],
    ['a note lost', '⟦(二)部分公开⟧|1', partial, '(二)部分公开（区分处理的，只计这一情形，不计其他情形）|1'],
    ['blanks inside stay', '⟦社 会 公 溢 组 织⟧', '社会公益组织', '社 会 公 益 组 织'],
    ['doubled', '⟦总计 总计⟧', '总计', '总计'],
    ['widths that agree stay', '⟦１．属于国家秘⟧', secret, '１．属于国家秘密'],
    ['radicals stay', '⟦1.属于国家秘⼈⟧', '1.属于国家秘密人', '1.属于国家秘密⼈'],
    ['spans stay', '<td>⟦<span>1.属于</span><span>国家密</span>⟧</td>', secret, '<td><span>1.属于</span><span>国家秘密</span></td>'],
    ['text across spans goes into one', '<p>⟦一、<b>工</b><b>作基本</b>情况⟧</p>', '一、总体情况', '<p>一、<b></b><b>总体</b>情况</p>'],
    [
      'character references',
      '<td>⟦3.危及&ldquo;三安全一稳&rdquo;⟧</td>',
      '3.危及“三安全一稳定”',
      '<td>3.危及&ldquo;三安全一稳定&rdquo;</td>',
    ],
    ['blanks as references', '<td>⟦1.属于&nbsp;国加秘密⟧</td>', secret, '<td>1.属于&nbsp;国家秘密</td>'],
    ['a break', '<td>⟦尚未<br>⟧</td>', '尚未审结', '<td>尚未审结<br></td>'],
    ['emphasis', '⟦**1.属于国家密**⟧', secret, '**1.属于国家秘密**'],
    ['wrapped lines', '⟦没有现成信⟧ 0 0\n⟦另行制作⟧', '没有现成信息需要另行制作', '没有现成信息需要 0 0\n另行制作'],
    [
      'a title on two lines',
      '⟦临江市公安局\n2019 年度政府信息公开年度报告⟧',
      '临江市公安局2019年政府信息公开工作年度报告',
      '临江市公安局\n2019 年政府信息公开工作年度报告',
    ],
    ['a number of another kind', '⟦1. 总体情况⟧', '一、总体情况', '一、总体情况'],
    ['marks of headings', '# ⟦甲局\n## 2023年度报告⟧', '甲局2023年报告', '# 甲局\n## 2023年报告'],
    ['nothing to do', '⟦1. 属于国家秘密⟧', secret, '1. 属于国家秘密'],
    ['lines that would have to be told apart', '⟦甲乙\n丙丁⟧', '总计', undefined],
    ['marks of Markdown that would be left empty', '⟦**甲乙**丙丁⟧', '总计', undefined],
    ['no label at all', '⟦⟧', '总计', undefined],
  ] as const) {
    it(what, () => assert.equal(relabelled(written, official), result));
  }

  it('is one edit where hardly anything lies between two', () => {
    const { text, pieces } = marked('⟦2.逾期不缴费⟧');
    assert.equal(relabel(text, pieces, '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请')?.length, 1);
  });
});

import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { bareMarkdownGrammar, markdownGrammar, tokenize, withScope } from './tokenize';

const draft = `# 清河县民政局2023年政府信息公开工作年度报告

现将有关情况报告如下，**重点**事项另附。

## 一、总体情况

（一）主动公开情况。全年公开信息 120 条。

### （二）依申请公开

二、主动公开政府信息情况

| 第二十条第（一）项 | | | |
| --- | --- | --- | --- |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 3 | 1 | 12 |

一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 1 | 5 |

<!-- gongkai-ignore-next-line sum-row: 经核实 -->
<table>
<tr><td rowspan="22">三、本年度办理结果</td><td colspan="2">（一）予以公开</td><td>5</td><td> / </td></tr>
</table>

0 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

— 3 —
`;

const ordinary = `# Notes

Some *text* with \`code\` and 12 apples, see [a link](https://example.org).

- 3 apples
- 4 pears

1. one
2. two

| fruit | 2022 | 2023 |
|-------|-----:|-----:|
| 其他  | 1    | 2    |
| pears | 3    | 4    |

<table><tr><td>12</td></tr></table>

会议纪要：其他事项共 3 件，总计 5 件。

\`\`\`text
一、总体情况
规章 | 0 | 0 | 0 |
\`\`\`
`;

describe('grammar: injected into Markdown', () => {
  let grammar: IGrammar;
  let bare: IGrammar;
  before(async () => {
    grammar = await markdownGrammar();
    bare = await bareMarkdownGrammar();
  });
  const scoped = (scope: string): string[] => withScope(tokenize(grammar, draft), scope);

  it('title, sections and sub-headings', () => {
    assert.deepEqual(scoped('markup.heading.title'), ['# 清河县民政局2023年政府信息公开工作年度报告']);
    assert.deepEqual(scoped('markup.heading.section'), ['## 一、总体情况', '二、主动公开政府信息情况']);
    assert.deepEqual(scoped('entity.name.section.sub'), ['主动公开情况', '依申请公开']);
  });

  it('rows, columns, groups and block titles, in pipes and in HTML', () => {
    assert.deepEqual(scoped('entity.name.section.block'), ['第二十条第（一）项']);
    assert.deepEqual(scoped('variable.other.row'), ['规章', '行政规范性文件', '一、本年新收政府信息公开申请数量', '（一）予以公开']);
    assert.deepEqual(scoped('support.type.group'), ['三、本年度办理结果']);
    assert.deepEqual(scoped('entity.name.type.column'), ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']);
  });

  it('numbers of the tables, and only these', () => {
    const numbers = scoped('constant.numeric').filter((text) => !text.includes('年'));
    assert.deepEqual(numbers, [...'000', '3', '1', '12', ...'4000015', '5', ...'001010000000000']);
    assert.deepEqual(scoped('constant.language.placeholder'), ['/']);
  });

  it('silencers and page numbers', () => {
    assert.deepEqual(scoped('keyword.control.directive'), ['gongkai-ignore-next-line']);
    assert.deepEqual(scoped('comment.line.page-number'), ['— 3 —']);
  });

  it('what is Markdown stays Markdown', () => {
    assert.deepEqual(scoped('markup.bold'), ['**重点**']);
    assert.ok(scoped('punctuation.separator.table').length > 0, 'the delimiter row belongs to the Markdown grammar');
  });

  it('a file that is no report keeps the tokens of the Markdown grammar', () => {
    assert.deepEqual(tokenize(grammar, ordinary), tokenize(bare, ordinary));
    assert.notDeepEqual(tokenize(grammar, draft), tokenize(bare, draft));
  });
});

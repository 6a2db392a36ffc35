import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '../../server/src/analysis/analyze';
import { applyEdits, defaultEditing, type EditingOptions } from '../../server/src/editing/edit';
import { editions, type Label } from '../../server/src/editions';
import { completion } from '../../server/src/features/completion';
import { filterText, isTyped } from '../../server/src/features/completion/initials';
import { Context, type View } from '../../server/src/features/context';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { type LayoutName, layoutNames, render } from '../generator/render';
import { type Case, holds, showCase } from '../property/support';
import { brokenDraft, Seen, uri } from './views';

interface Asked {
  readonly languageId?: string;
  readonly view?: Partial<View>;
  readonly editing?: EditingOptions;
  /** Typed, and the client asks because of it. */
  readonly trigger?: string;
}

/** A draft with the caret at `▌`. */
class Draft {
  readonly text: string;
  readonly caret: number;
  readonly context: Context;
  private readonly trigger: string | undefined;

  constructor(draft: string, { languageId = 'markdown', view, editing = defaultEditing, trigger }: Asked = {}) {
    this.caret = draft.indexOf('▌');
    this.text = draft.slice(0, this.caret) + draft.slice(this.caret + 1);
    const document = TextDocument.create(uri, languageId, 1, this.text);
    this.context = new Context(document, analyze(this.text), { ...new Seen('').context.view, ...view }, editing);
    this.trigger = trigger;
  }

  list(): CompletionList | null {
    const context = this.trigger ? { triggerKind: 2, triggerCharacter: this.trigger } : { triggerKind: 1 };
    const position = this.context.range({ start: this.caret, end: this.caret }).start;
    return completion.answer(this.context, { textDocument: { uri }, position, context }) as CompletionList | null;
  }

  /** As a client shows them. */
  items(): CompletionItem[] {
    return [...(this.list()?.items ?? [])].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  }

  labels(): string[] {
    return this.items().map(({ label }) => label);
  }

  /** The text when an item is taken, snippets as they are. */
  taken(item: CompletionItem): string {
    const { range, newText } = item.textEdit as TextEdit;
    return applyEdits(this.text, [{ range: this.context.offsets(range), text: newText }]);
  }

  /** What an item replaces. */
  typed(item: CompletionItem): string {
    const { start, end } = this.context.offsets((item.textEdit as TextEdit).range);
    return this.text.slice(start, end);
  }
}

const title = '# 清河县民政局2023年政府信息公开工作年度报告\n\n';
const three = `${title}## 三、收到和处理政府信息公开申请情况\n\n`;
const heads =
  '|||| 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|---|---|\n';
const bars = (label: string, figures: string): string => `| ${label} ||| ${figures.split(' ').join(' | ')} |\n`;
const row = (label: string, figures = '0 0 0 0 0 0 0'): string => bars(label, figures);
const table =
  three +
  heads +
  row('一、本年新收政府信息公开申请数量', '21 0 0 0 0 3 24') +
  row('二、上年结转政府信息公开申请数量') +
  row('（一）予以公开', '20 0 0 0 0 3 23') +
  row('1.属于国家秘密') +
  row('2.其他法律行政法规禁止公开');

describe('completion', () => {
  const drafts: [what: string, draft: string, first: string[], asked?: Asked][] = [
    [
      'headings that are missing, the next one first',
      `${title}## 一、总体情况\n\n平稳。\n\n## 三、收到和处理政府信息公开申请情况\n\n${heads}${row('一、本年新收政府信息公开申请数量')}\n## 五、存在的主要问题及改进情况\n\n多。\n\n## ▌`,
      [
        '（一）存在的主要问题',
        '（二）改进情况',
        '六、其他需要报告的事项',
        '六、其他需要报告的事项',
        '二、主动公开政府信息情况',
        '二、主动公开政府信息情况',
        '四、政府信息公开行政复议、行政诉讼情况',
      ],
    ],
    [
      'a heading by its initials',
      `${title}## 一、总体情况\n\n平稳。\n\nzdgk▌`,
      ['（一）主动公开情况', '二、主动公开政府信息情况', '二、主动公开政府信息情况'],
    ],
    ['a heading by its number', `${title}二、▌`, ['二、主动公开政府信息情况', '二、主动公开政府信息情况']],
    [
      'the five topics',
      `${title}## 一、总体情况\n\n▌`,
      ['（一）主动公开情况', '（二）依申请公开情况', '（三）政府信息管理情况', '（四）政府信息公开平台建设情况', '（五）监督保障情况'],
    ],
    [
      'the topics after a bracket, those that are there last',
      `${title}## 一、总体情况\n\n（一）主动公开情况\n\n好。\n\n（▌`,
      ['（二）依申请公开情况', '（三）政府信息管理情况', '（四）政府信息公开平台建设情况', '（五）监督保障情况', '（一）主动公开情况'],
      { trigger: '（' },
    ],
    ['topics with half-width brackets', `${title}## 一、总体情况\n\n(三▌`, ['（三）政府信息管理情况']],
    [
      'sentences on the fee',
      `${title}## 六、其他需要报告的事项\n\nbnd▌`,
      ['本年度没有收取政府信息公开信息处理费。', '本年度发出政府信息公开信息处理费收费通知____件，总金额____元，实际收取____元。'],
    ],
    [
      'the sentence of the former format',
      `${title.replace('2023', '2020')}## 六、其他需要报告的事项\n\n本年度▌`,
      ['本年度没有其他需要报告的事项。'],
    ],
    ['rows by initials', `${three}bnxs▌`, ['一、本年新收政府信息公开申请数量']],
    ['rows by Chinese without the number', `${three}本年▌`, ['一、本年新收政府信息公开申请数量', '三、本年度办理结果']],
    ['rows by words from their middle', `${three}国家秘密▌`, ['1.属于国家秘密']],
    ['rows by number and initials', `${three}（三）by▌`, ['（三）不予公开']],
    [
      'the next row in a blank cell, then the others that are missing',
      `${table}| ▌ |||||||||`,
      ['3.危及“三安全一稳定”', '4.保护第三方合法权益', '5.属于三类内部事务信息'],
    ],
    ['a row between others', `${table.replace('2.其他法律行政法规禁止公开', 'qtfl▌')}`, ['2.其他法律行政法规禁止公开']],
    [
      'rows after a tab',
      `${three}一、本年新收政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0\n\t\tcf▌\t0\t0\t0\t0\t0\t0\t0\n`,
      ['2.重复申请'],
    ],
    [
      'rows in markup',
      `${three}<table><tr><td colspan="3">一、本年新收政府信息公开申请数量</td><td>0</td></tr><tr><td>snjz▌</td><td>0</td></tr></table>`,
      ['二、上年结转政府信息公开申请数量'],
    ],
    [
      'rows in a line with values',
      `${three}一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0\nsnjz▌ 0 0 0 0 0 0 0\n`,
      ['二、上年结转政府信息公开申请数量'],
    ],
    [
      'titles of blocks',
      `${title}## 二、主动公开政府信息情况\n\n第二十条▌`,
      ['第二十条第（一）项', '第二十条第（五）项', '第二十条第（六）项', '第二十条第（八）项'],
    ],
    [
      'titles of blocks of the former format',
      `${title.replace('2023', '2020')}## 二、主动公开政府信息情况\n\ndestdjx▌`,
      ['第二十条第（九）项'],
    ],
    ['a whole table where it is missing', `${three}▌`, ['收到和处理政府信息公开申请情况表', '一、本年新收政府信息公开申请数量']],
    [
      'a whole report in an empty file of the own language',
      '▌',
      ['政府信息公开工作年度报告（全文）', '一、总体情况'],
      { languageId: 'gongkai-report' },
    ],
    ['a whole report by its initials', 'zfxxgkgz▌', ['政府信息公开工作年度报告（全文）'], { languageId: 'gongkai-report' }],
    ['a total', `${table}${row('3.危及“三安全一稳定”', '60 31 0 0 2 0 ▌')}`, ['93']],
    ['a total that is being typed', `${table}${row('3.危及“三安全一稳定”', '60 31 0 0 2 0 9▌')}`, ['93']],
    ['a total that is wrong', `${table}${row('3.危及“三安全一稳定”', '60 31 0 0 2 0 91▌')}`, ['93']],
  ];
  for (const [what, draft, first, asked] of drafts) {
    it(what, () => assert.deepEqual(new Draft(draft, asked).labels().slice(0, first.length), first));
  }

  const silent: [what: string, draft: string, asked?: Asked][] = [
    ['ordinary Markdown', '# 笔记\n\n一、总体▌'],
    ['an empty file of another language', '▌'],
    ['plain text of the own language that is no report', '今天\n\n开会\n▌', { languageId: 'gongkai-report' }],
    ['the middle of a sentence', `${title}## 一、总体情况\n\n全年主动公开▌`],
    ['the end of a sentence with a bracket', `${title}## 一、总体情况\n\n全年主动公开（▌`, { trigger: '（' }],
    ['in front of a sentence', `${title}## 一、总体情况\n\n（一）▌主动公开工作有序`],
    ['words that no label begins with', `${title}## 五、存在的主要问题及改进情况\n\n我们▌`],
    ['figures at the start of a line', `${three}一、本年新收政府信息公开申请数量\n1▌`],
    ['a blank line after a tab', `${title}## 五、存在的主要问题及改进情况\n\n\t▌`, { trigger: '\t' }],
    ['a value cell that is no total', `${table}${row('3.危及“三安全一稳定”', '60 ▌ 0 0 0 0 0')}`],
    ['a total with a blank among its parts', `${table}| 3.危及“三安全一稳定” ||| 60 |  | 0 | 0 | 0 | 0 | ▌ |\n`],
    ['a total with a part that is no number', `${table}${row('3.危及“三安全一稳定”', '60 若干 0 0 0 0 ▌')}`],
    ['a total that is right', `${table}${row('3.危及“三安全一稳定”', '60 31 0 0 2 0 93▌')}`],
    ['a report on a year before the first format', `${title.replace('2023', '2015')}▌`],
  ];
  for (const [what, draft, asked] of silent) it(`silent: ${what}`, () => assert.equal(new Draft(draft, asked).list(), null));

  it('a total is chosen beforehand, and says what it is', () => {
    const [item] = new Draft(`${table}${row('3.危及“三安全一稳定”', '60 31 0 0 2 0 ▌')}`).items();
    assert.equal(item?.detail, '六类申请人之和 Σ');
    assert.equal(item?.preselect, true);
    const [english] = new Draft(`${table}${row('3.危及“三安全一稳定”', '60 31 0 0 2 0 ▌')}`, { view: { language: 'en' } }).items();
    assert.equal(english?.detail, 'sum of the six kinds of applicants Σ');
  });

  it('a total whose row and column disagree has two answers and none chosen', () => {
    const rows = editions.at(-1)!.tables[1]!.blocks[0]!.rows;
    const draft =
      three +
      heads +
      rows
        .map(({ id, label }) => row(label.text, id === 'granted' ? '5 0 0 0 0 0 4' : id === 'processed' ? '5 0 0 0 0 0 ▌' : undefined))
        .join('');
    const items = new Draft(draft).items();
    assert.deepEqual(
      items.map(({ label, detail, preselect }) => [label, detail, preselect]),
      [
        ['5', '六类申请人之和 Σ', undefined],
        ['4', '（一）至（六）各行之和 Σ', undefined],
      ],
    );
  });

  it('takes the place of what was typed, and of nothing else', () => {
    for (const [typed, label] of [
      ['bnxs', '一、本年新收政府信息公开申请数量'],
      ['（三', '（三）不予公开'],
      ['1.属', '1.属于国家秘密'],
      ['三by', '（三）不予公开'],
    ] as const) {
      const draft = new Draft(`${three}\t${typed}▌\t0\t0\r\n`);
      const item = draft.items().find((one) => one.label === label);
      assert.ok(item, typed);
      assert.equal(draft.typed(item), typed);
      assert.equal(draft.taken(item), `${three}\t${label}\t0\t0\r\n`);
    }
  });

  it('a heading looks like those that are there', () => {
    const draft = new Draft(`清河县民政局2023年政府信息公开工作年度报告\n**一、总体情况**\n平稳。\n**二、主动公开政府信息情况**\nwt▌`);
    const labels = (typed: string): string[] =>
      new Draft(draft.text.replace('wt', `${typed}▌`)).items().map((item) => (item.textEdit as TextEdit).newText.split('\n')[0]!);
    assert.deepEqual(labels('czd'), ['**五、存在的主要问题及改进情况**', '**五、存在的主要问题及改进情况**']);
    assert.deepEqual(labels('## czd'), ['五、存在的主要问题及改进情况', '五、存在的主要问题及改进情况']);
  });

  it('a heading with its table reads back as that table, in the layout of the draft', () => {
    const draft = new Draft(`${three}${heads}${row('一、本年新收政府信息公开申请数量')}\n## 四▌`);
    const item = draft.items().find(({ detail }) => detail === '标题和空表');
    assert.ok(item);
    const read = analyze(draft.taken(item)).report.tables.get('disputes');
    assert.equal(read?.layout, 'gfm');
    assert.equal(read.rows.length, 3);
  });

  it('a whole report asks for unit and year; without snippets they are named', () => {
    const [item] = new Draft('▌', { languageId: 'gongkai-report' }).items();
    assert.equal(item?.insertTextFormat, 2);
    assert.match((item!.textEdit as TextEdit).newText, /^# \$\{1:单位全称\}\$\{2:YYYY\}年政府信息公开工作年度报告\n/);
    const draft = new Draft('▌', { languageId: 'gongkai-report', view: { snippets: false } });
    const [plain] = draft.items();
    assert.equal(plain?.insertTextFormat, undefined);
    const filled = draft.taken(plain!).replace('单位全称YYYY', '清河县民政局2023');
    const { report, findings } = analyze(filled);
    assert.deepEqual([...report.tables.keys()], ['disclosure', 'requests', 'disputes']);
    assert.deepEqual(
      report.sections.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6],
    );
    assert.deepEqual(
      findings.filter(({ rule }) => /^(?:title|section-(?!empty)|row|column|table-(?!empty))/.test(rule)),
      [],
    );
  });

  it('a draft with a title is completed in the format of its year, and keeps the title', () => {
    const draft = new Draft(`${title.replace('2023', '2020')}▌`);
    const item = draft.items().find(({ label }) => label.endsWith('（全文）'))!;
    const { report } = analyze(draft.taken(item));
    assert.equal(report.unit, '清河县民政局');
    assert.equal(report.tables.get('requests')?.edition.id, '2019');
    assert.equal(draft.taken(item).match(/政府信息公开工作年度报告/g)?.length, 1);
  });

  it('the marks of a heading that stand before the caret are not written again', () => {
    const draft = new Draft(`${title}## ▌`);
    const items = draft.items();
    assert.ok(items.some(({ label }) => label.endsWith('（全文）')));
    for (const item of items) assert.doesNotMatch(draft.taken(item), /^## *#/m, item.label);
    assert.match(draft.taken(items[0]!), /\n## 一、总体情况\n[\s\S]*\n## 六、/);
  });

  it('sentences without snippets leave room to write in', () => {
    const [, charged] = new Draft(`${title}## 六、其他需要报告的事项\n\n▌`, { view: { snippets: false } }).items();
    assert.match((charged!.textEdit as TextEdit).newText, /收费通知____件/);
    const [, snippet] = new Draft(`${title}## 六、其他需要报告的事项\n\n▌`).items();
    assert.match((snippet!.textEdit as TextEdit).newText, /收费通知\$\{1:____\}件，总金额\$\{2:____\}元/);
  });

  it('what is typed on is among what a client compares', () => {
    for (const [typed, label] of [
      ['', '（三）不予公开'],
      ['b', '（三）不予公开'],
      ['（三', '（三）不予公开'],
      ['(三', '（三）不予公开'],
      ['不予', '（三）不予公开'],
    ] as const)
      assert.ok(filterText(typed, label).startsWith(typed));
    assert.equal(filterText('b', '（三）不予公开').split(' ')[0], 'bygk');
    assert.ok(filterText('', '（三）不予公开').split(' ').includes('（三）不予公开'));
  });
});

describe('initials', () => {
  const labels = new Map<string, Label>();
  for (const { sections, tables } of editions) {
    for (const { label, topics = [] } of sections) for (const one of [label, ...topics]) labels.set(one.text, one);
    for (const { blocks } of tables)
      for (const { title: head, columns, rows } of blocks)
        for (const one of [...(head ? [head] : []), ...[...columns, ...rows].flatMap(({ path, label }) => [...path, label])])
          labels.set(one.text, one);
  }

  it('there is a letter for every ideograph of every label', () => {
    for (const label of labels.keys()) assert.match(filterText('', label).split(' ')[0]!, /^[a-z]+$/, label);
  });

  // Characters with two readings, in the reading of their words.
  const readings: [label: string, letters: string][] = [
    ['2.重复申请', 'cfsq'],
    ['行政许可', 'xzxk'],
    ['（五）不予处理', 'bycl'],
    ['一、本年新收政府信息公开申请数量', 'bnxszfxxgksqsl'],
    ['5.要求行政机关确认或重新出具已获取信息', 'yqxzjgqrhcxcjyhqxx'],
    ['四、结转下年度继续办理', 'jzxndjxbl'],
    ['其他对外管理服务事项', 'qtdwglfwsx'],
    ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', 'sqrwzdlyyqbbzxzjgbzclqzfxxgksq'],
    ['1.本机关不掌握相关政府信息', 'bjgbzwxgzfxx'],
    ['尚未审结', 'swsj'],
    ['（一）予以公开', 'yygk'],
    ['7.属于行政执法案卷', 'syxzzfaj'],
  ];
  for (const [label, letters] of readings)
    it(`${label}: ${letters}`, () => {
      assert.ok(labels.has(label));
      assert.equal(filterText('', label).split(' ')[0], letters);
      assert.ok(isTyped(letters, label) && isTyped(letters.slice(0, 3), label) && isTyped(letters.toUpperCase(), label));
      assert.ok(!isTyped(`${letters}q`, label) && !isTyped('zzz', label));
    });
});

// ── in every layout ──

/** The draft with the text of a range replaced and the caret behind it. */
const retyped = (text: string, { start, end }: { start: number; end: number }, typed: string): string =>
  `${text.slice(0, start)}${typed}▌${text.slice(end)}`;

describe('completion in every layout', () => {
  const cases = (layout: LayoutName): fc.Arbitrary<Case> => fc.record({ spec: balancedSpec, style: draftStyle(layout) });
  const shown = (one: Case): string => showCase(one, render(one.spec, one.style));

  for (const layout of layoutNames) {
    holds(
      `${layout}: the sum in the place of a wrong total`,
      cases(layout),
      { fixed: 15, random: 10 },
      ({ spec, style }) => {
        const { text, cells } = render(spec, style);
        for (const cell of cells.filter(({ row: id, column }) => column === 'total' && ['granted', 'processed', 'review'].includes(id))) {
          const written = text.slice(cell.start, cell.end);
          const draft = new Draft(retyped(text, cell, written === '7' ? '8' : '7'));
          const item = draft.items().find(({ label }) => label === written);
          if (!item) return `${written} is not offered for ${cell.row}`;
          if (draft.taken(item) !== text) return `${written} does not take the place of the wrong total of ${cell.row}`;
        }
        return undefined;
      },
      shown,
    );
  }

  for (const layout of ['tab', 'pipe', 'gfm', 'html'] as const) {
    holds(
      `${layout}: a label in the place of its initials`,
      cases(layout),
      { fixed: 15, random: 10 },
      ({ spec, style }) => {
        // Where what a span covers is repeated, the label stands in the cells before its last as well.
        if ('spans' in style.layout.style && style.layout.style.spans === 'repeated') return undefined;
        const { text } = render(spec, style);
        const rows = analyze(text).report.tables.get('requests')?.rows ?? [];
        const bound = rows.filter(({ pieces, label }) => !pieces && !/[<&\n]/.test(text.slice(label.start, label.end)));
        for (const [id, typed] of [
          ['denied.secret', 'sygj'],
          ['received', 'bnxs'],
          ['processed', '（七'],
          ['rejected.duplicate', 'cf'],
        ] as const) {
          const found = bound.find(({ row: { id: own } }) => own === id);
          if (!found) continue;
          const draft = new Draft(retyped(text, found.label, typed));
          const [item] = draft.items();
          if (item?.label !== found.row.label.text) return `${item?.label} is offered for ${typed}`;
          if (draft.typed(item) !== typed) return `${draft.typed(item)} is replaced, not ${typed}`;
        }
        return undefined;
      },
      shown,
    );
  }

  for (const layout of layoutNames) {
    holds(
      `${layout}: nothing in the middle of prose`,
      cases(layout),
      { fixed: 8, random: 4 },
      ({ spec, style }) => {
        const { text } = render(spec, style);
        for (const { number, text: lines } of analyze(text).report.sections) {
          if (number !== 1 && number !== 5) continue;
          for (const { start, end } of lines) {
            for (const offset of [start + 12, (start + end) >> 1]) {
              if (offset >= end - 1 || !/^[\u4e00-\u9fff]{2}$/.test(text.slice(offset - 1, offset + 1))) continue;
              const offered = new Draft(retyped(text, { start: offset, end: offset }, '')).labels();
              if (offered.length > 0) return `${offered[0]} is offered at ${offset}`;
            }
          }
        }
        return undefined;
      },
      shown,
    );
  }

  holds(
    'broken drafts: edits of one line that hold the caret, a bounded number of them, each in a place of its own',
    fc.record({ text: brokenDraft, places: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }) }),
    { fixed: 60, random: 40 },
    ({ text, places }) => {
      for (const place of places) {
        const draft = new Draft(retyped(text, { start: place % (text.length + 1), end: place % (text.length + 1) }, ''));
        const caret = draft.context.range({ start: draft.caret, end: draft.caret }).start;
        const items = draft.items();
        if (items.length > 60) return `${items.length} items`;
        if (new Set(items.map(({ sortText }) => sortText)).size !== items.length) return 'two items in one place';
        for (const item of items) {
          const { start, end } = (item.textEdit as TextEdit).range;
          if (start.line !== end.line || start.line !== caret.line || start.character > caret.character || end.character < caret.character)
            return `${JSON.stringify({ start, end })} does not hold the caret at ${JSON.stringify(caret)}`;
        }
      }
      return undefined;
    },
    ({ text }) => text,
  );
});

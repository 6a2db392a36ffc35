import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Block,
  type Column,
  type EditionId,
  editionById,
  editions,
  type Row,
  rowsOf,
  type TableId,
  tableOf,
} from '../../server/src/editions';
import { equation } from '../../server/src/features/equations';
import { hover } from '../../server/src/features/hover';
import { citation } from '../../server/src/features/hover/citation';
import { labelPieces } from '../../server/src/features/locate';
import { key } from '../../server/src/reading/text';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { layoutNames, render } from '../generator/render';
import { type Case, holds, showCase } from '../property/support';
import { draft } from '../server/drafts';
import { brokenDraft, Seen, wrongRange } from './views';

const title = '# 清河县民政局2023年政府信息公开工作年度报告\n\n';

/** A row of table `requests` in a table with bars; `figures` from 自然人 to 总计. */
const requests = (...rows: [label: string, figures: string][]): string =>
  `${title}## 三、收到和处理政府信息公开申请情况\n\n|||| 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|---|---|\n${rows
    .map(([label, figures]) => `| ${label} ||| ${figures.split(' ').join(' | ')} |`)
    .join('\n')}\n`;
const balanced = requests(
  ['一、本年新收政府信息公开申请数量', '21 0 0 0 0 3 24'],
  ['二、上年结转政府信息公开申请数量', '0 0 0 0 0 0 0'],
  ['（一）予以公开', '20 0 0 0 0 3 23'],
  ['1.属于国家秘密', '0 0 0 0 0 0 0'],
  ['（七）总计', '21 0 0 0 0 3 24'],
  ['四、结转下年度继续办理', '0 0 0 0 0 0 0'],
);

describe('what a hover tells of findings', () => {
  it('is told once where a rule found the same several times', () => {
    const seen = new Seen(title);
    const told = seen.ask(hover, { position: seen.position(3) })?.contents.value ?? '';
    assert.equal(told.match(/section-missing\]/g)?.length, 1);
  });
});

const value = (seen: Seen, position: object): string | null => seen.ask(hover, { position })?.contents.value ?? null;
const at = (text: string, part: string, skip = 0, view = {}): string | null => {
  const seen = new Seen(text, view);
  return value(seen, seen.at(part, skip));
};
/** The name in bold that a hover begins with. */
const nameOf = (markdown: string | null | undefined): string | undefined =>
  /^\*\*(.*)\*\*$/m.exec(markdown ?? '')?.[1]?.replaceAll('\\', '');

describe('equations in figures', () => {
  const states = (text: string): string[] =>
    new Seen(text).context.analysis.relations.filter(({ state }) => state !== 'not-assessable').map((state) => equation(state));

  const drafts: [figures: string, said: string][] = [
    ['21 0 0 0 0 3 24', '24 = 21 + 3（其余为 0） ✓'],
    ['21 0 0 0 0 3 42', '42 ≠ 21 + 3（其余为 0） ✗ 42 ≠ 24，差 18'],
    ['0 0 0 0 0 0 0', '0 = 0（各项均为 0） ✓'],
    ['63 0 0 0 0 0 36', '36 ≠ 63（其余为 0） ✗ 差 27'],
    ['1 2 3 4 5 6 21', '21 = 1 + 2 + 3 + 4 + 5 + 6 ✓'],
  ];
  for (const [figures, said] of drafts) {
    it(`${figures}: ${said}`, () =>
      assert.deepEqual(
        states(
          requests(
            ['一、本年新收政府信息公开申请数量', figures],
            ['二、上年结转政府信息公开申请数量', figures],
            ['（一）予以公开', figures],
            ['（七）总计', figures],
            ['1.属于国家秘密', figures],
            ['2.重复申请', figures],
          ),
        ).slice(0, 1),
        [said],
      ));
  }

  it('a balance keeps its zeros: their places tell', () => {
    assert.ok(states(balanced).includes('21 + 0 = 21 + 0 ✓'));
    assert.ok(
      states(balanced.replace('| 21 | 0 | 0 | 0 | 0 | 3 | 24 |\n| 二', '| 12 | 0 | 0 | 0 | 0 | 3 | 15 |\n| 二')).includes(
        '12 + 0 ≠ 21 + 0 ✗ 12 ≠ 21，差 9',
      ),
    );
  });

  it('says which operands hinder, and why', () => {
    const open = (text: string, id: string, language: 'zh' | 'en' = 'zh'): string => {
      const state = new Seen(text).context.analysis.relations.find(({ relation }) => relation.id === id);
      return state ? equation(state, language) : '';
    };
    const some = balanced.replace('| 20 | 0 | 0 | 0 | 0 | 3 | 23 |', '| 20 |  | 若干 | 0 | 0 | 3 |  |');
    assert.equal(open(some, 'requests/sum-row/granted'), '— 无法核对：“科研机构”不是数，“总计”“商业企业”没有填');
    assert.equal(open(some, 'requests/sum-row/granted', 'en'), '— cannot be checked: “科研机构” not a number; “总计”, “商业企业” blank');
    assert.match(
      open(some, 'requests/sum-results/natural'),
      /^— 无法核对：“（二）部分公开”“（三）不予公开 · 2.其他法律行政法规禁止公开”“（三）不予公开 · 3.危及“三安全一稳定””等 19 格没有读到$/,
    );
    const none = balanced.replace('| 20 | 0 | 0 | 0 | 0 | 3 | 23 |', '|  |  |  |  |  |  |  |');
    assert.equal(open(none, 'requests/sum-row/granted'), '— 无法核对：各项都没有填');
  });
});

describe('hover', () => {
  it('cites the law in the language of the reader', () => {
    const basis = [
      '条例第十四条至第十六条',
      '条例第三十六条第（四）、（五）项',
      { zh: '某办法', en: 'Some measures' },
      '条例第三十九条第一款',
    ];
    assert.equal(citation(basis, 'zh'), '条例第十四条至第十六条、第三十六条第（四）、（五）项、某办法、条例第三十九条第一款');
    assert.equal(
      citation(basis, 'en'),
      'Regulation, articles 14 to 16; article 36, items 4 and 5; Some measures; Regulation, article 39, paragraph 1',
    );
  });

  const rows: [part: string, name: string, ...said: (string | RegExp)[]][] = [
    [
      '21 | 0',
      '一、本年新收政府信息公开申请数量 × 自然人',
      '本行',
      '本列',
      '24 = 21 + 3（其余为 0） ✓',
      '21 + 0 = 21 + 0 ✓',
      '条例第二十七条、第二十九条',
    ],
    [
      '1.属于国家秘密',
      '三、本年度办理结果 › （三）不予公开 › 1.属于国家秘密',
      '计什么',
      '条例第十四条、第三十六条第（三）项',
      '常见填错',
      '0 = 0（各项均为 0） ✓',
    ],
    ['（七）总计', '三、本年度办理结果 › （七）总计', '（七）总计等于（一）至（六）之和 · 总计', '24 + 0 = 24 + 0 ✓'],
    ['商业企业', '申请人情况 › 法人或其他组织 › 商业企业', '一加二等于（七）加四：0 + 0 = 0 + 0 ✓'],
    ['三、收到', '三、收到和处理政府信息公开申请情况', '写什么', /\d+ 个等式中 \d+ 个无法核对/],
    ['2023年政府', '清河县民政局2023年政府信息公开工作年度报告', '国办公开办函〔2021〕30号'],
  ];
  for (const [part, name, ...said] of rows) {
    it(`on ${part}: ${name}`, () => {
      const told = at(balanced, part);
      assert.equal(nameOf(told), name);
      for (const words of said) assert.match(told!, words instanceof RegExp ? words : new RegExp(words.replace(/[()+*.?]/g, '\\$&')));
    });
  }

  it('the path over a column is told where columns share a name', () => {
    const seen = new Seen(balanced);
    const { range } = seen.cell('requests', 'denied.secret', 'other');
    assert.equal(
      nameOf(value(seen, seen.position(range.start))),
      '三、本年度办理结果 › （三）不予公开 › 1.属于国家秘密 × 其他（法人或其他组织）',
    );
  });

  it('titles of blocks, groups, corners and headings of the other sections', () => {
    const draft = `${title}## 一、总体情况\n\n平稳。\n\n## 二、主动公开政府信息情况\n\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t7\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t1\n行政强制\t0\n`;
    const names: [part: string, name: string][] = [
      ['第二十条第（六）项', '第二十条第（六）项'],
      ['本年处理决定数量\n行政许可', '第二十条第（五）项 › 本年处理决定数量'],
      ['本年处理决定数量\n行政处罚', '第二十条第（六）项 › 本年处理决定数量'],
      ['信息内容', '信息内容'],
      ['行政强制', '第二十条第（六）项 › 行政强制'],
      ['7', '第二十条第（五）项 › 行政许可 × 本年处理决定数量'],
      ['一、总体', '一、总体情况'],
    ];
    for (const [part, name] of names) assert.equal(nameOf(at(draft, part)), name, part);
  });

  it('every label of every edition has a meaning in both languages', () => {
    for (const { tables, sections } of editions) {
      for (const { meaning } of sections) assert.ok(meaning.counts.zh && meaning.counts.en);
      for (const { blocks } of tables)
        for (const { title: head, stub, columns, rows: own } of blocks)
          for (const label of [head, stub, ...[...columns, ...own].flatMap(({ path }) => path)])
            if (label) assert.ok(label.meaning?.counts.zh && label.meaning.counts.en, label.text);
    }
  });

  it('a finding comes behind what the cell is: explanation and page of the rule', () => {
    const told = at(balanced.replace('| 3 | 24 |', '| 3 | 42 |'), '42')!;
    const [explained, finding] = told.split('\n\n---\n\n');
    assert.match(finding!, /^\*\*行总计等于各类申请人之和\*\* · 错误 · \[sum-row\]\(https:\/\/\S+\/sum-row\.md\) {2}\n表三每一行的“总计”/);
    assert.match(told, /42 ≠ 21 \+ 3（其余为 0） ✗ 42 ≠ 24，差 18/);
    assert.match(explained ?? '', /\*\*/);
  });

  it('says of a finding in another row nothing, even where its range reaches', () => {
    const seen = new Seen(balanced.replace('| 3 | 24 |', '| 3 | 42 |'));
    assert.doesNotMatch(value(seen, seen.at('（一）予以公开'))!, /sum-row/);
  });

  it('a heading of no official section: its finding alone', () => {
    const told = at(`${balanced}\n## 七、下一步工作打算\n\n继续努力。\n`, '七、下一步')!;
    assert.match(told, /section-unknown/);
    assert.doesNotMatch(told, /计什么|写什么|---\s*$/);
  });

  it('prose, blank lines and files that are no reports: nothing', () => {
    const draft = `${balanced}\n## 五、存在的主要问题及改进情况\n\n问题是总计常常填错。\n`;
    assert.equal(at(draft, '总计常常'), null);
    assert.equal(at(draft, '\n\n## 三', 1), null);
    assert.equal(at('# 会议纪要\n\n一、总体情况\n', '总体'), null);
    assert.equal(at('一、本年新收政府信息公开申请数量\n', '本年'), null);
    // Before the first official format.
    assert.equal(at(draft.replace('2023年', '2013年'), '21 | 0'), null);
  });

  it('in English where the client is', () => {
    const told = at(balanced, '（七）总计', 0, { language: 'en' })!;
    assert.match(told, /\*\*What counts\*\*: All requests decided/);
    assert.match(told, /Total of results equals the sum of the results · 总计: — cannot be checked/);
    assert.doesNotMatch(told, /计什么|无法核对/);
  });

  it('plain text where the client shows no Markdown', () => {
    const seen = new Seen(balanced.replace('| 3 | 24 |', '| 3 | 42 |'), { markdownHover: false });
    const { contents } = seen.ask(hover, { position: seen.at('42') });
    assert.equal(contents.kind, 'plaintext');
    assert.match(contents.value, /· sum-row https:\/\//);
    assert.doesNotMatch(contents.value, /\*\*|\]\(|\\/);
  });

  it('words of the draft cannot become markup', () => {
    const told = at('# 清河县_民_政*局*[甲](乙2023年政府信息公开工作年度报告\n', '2023年')!;
    assert.match(told, /^\*\*清河县\\_民\\_政\\\*局\\\*\\\[甲\\\]\(乙2023年政府信息公开工作年度报告\*\*$/m);
  });

  it('the range is the thing under the mouse', () => {
    const seen = new Seen(balanced);
    for (const text of ['（七）总计', '商业企业', '三、收到和处理政府信息公开申请情况'])
      assert.equal(seen.textOf(seen.ask(hover, { position: seen.at(text, 1) }).range), text);
  });
});

// ── prose and tables ──

describe('hover on numbers of the prose and on their cells', () => {
  const values = {
    'requests/received/natural': '50',
    'requests/received/total': '50',
    'requests/carriedIn/natural': '4',
    'requests/carriedIn/total': '4',
    'requests/granted/natural': '23',
    'requests/granted/total': '23',
    'requests/partial/natural': '5',
    'requests/partial/total': '5',
    'requests/denied.secret/total': '',
  };
  const told = (prose: string, unit = '清河县民政局'): string =>
    draft({ unit, values }).replace(/\d{4}年，本单位依法[^\n]*/, `（二）依申请公开。${prose}`);
  const items = (text: string | null): string[] => [...(text ?? '').matchAll(/^- (.*)$/gm)].map(([, item]) => item!.replaceAll('\\', ''));

  const numbers: [prose: string, part: string, ...said: string[]][] = [
    ['新收政府信息公开申请50件。', '50件', '表三“一、本年新收政府信息公开申请数量”行“总计”列：50 ✓'],
    ['新收政府信息公开申请52件。', '52件', '表三“一、本年新收政府信息公开申请数量”行“总计”列：50 ✗ 差 2'],
    [
      '收到政府信息公开申请54件。',
      '54件',
      '表三“一、本年新收政府信息公开申请数量”“二、上年结转政府信息公开申请数量”行“总计”列之和：50 + 4 = 54 ✓',
    ],
    [
      '收到政府信息公开申请51件。',
      '51件',
      '表三“一、本年新收政府信息公开申请数量”行“总计”列：50 ✗ 差 1',
      '或表三“一、本年新收政府信息公开申请数量”“二、上年结转政府信息公开申请数量”行“总计”列之和：50 + 4 = 54 ✗ 差 3',
    ],
    ['收到政府信息公开申请50件，均已办结。', '均已办结', '表三“四、结转下年度继续办理”行“总计”列：0 ✓'],
    ['行政复议、行政诉讼均为0件。', '0件。', '表四“行政复议”行“总计”列：0 ✓', '表四“行政诉讼”各行“总计”列之和：0 ✓'],
    ['收到政府信息公开申请50件，不予公开3件。', '3件', '表三“（三）不予公开”各行“总计”列之和：没有填或读不出'],
    ['上年收到政府信息公开申请52件。', '52件'],
  ];
  for (const [prose, part, ...said] of numbers) it(prose, () => assert.deepEqual(items(at(told(prose), part)), said));

  it('tells in English, and plainly what is not reported', () => {
    assert.deepEqual(items(at(told('新收政府信息公开申请52件。'), '52件', 0, { language: 'en' })), [
      'Table 3 (Requests received and processed), row “一、本年新收政府信息公开申请数量”, column “总计”: 50 ✗ a difference of 2',
    ]);
    // The office alone, perhaps: none of its numbers agrees with the tables of the area, which is told of all of them.
    const office = told('新收政府信息公开申请12件，予以公开7件。', '清河县人民政府');
    assert.deepEqual(items(at(office, '12件')), ['表三“一、本年新收政府信息公开申请数量”行“总计”列：50 ✗ 差 38']);
    assert.match(at(office, '7件') ?? '', /✗ 差/);
    const silenced = `<!-- gongkai-ignore-file prose-table -->\n${told('新收政府信息公开申请52件。')}`;
    assert.match(at(silenced, '52件') ?? '', /：50 （未提示）差 2/);
  });

  it('a cell and the label of its row say where the prose speaks of them', () => {
    const text = told('全年收到政府信息公开申请54件，其中予以公开28件。第二段。本年新收政府信息公开申请52件。');
    const seen = new Seen(text);
    const of = (row: string, column: string): string[] => items(value(seen, seen.position(seen.cell('requests', row, column).range.start)));
    const sum = '第 5 行“全年收到政府信息公开申请54件”：50 + 4 = 54 ✓';
    assert.deepEqual(of('received', 'total').slice(-2), [sum, '第 5 行“本年新收政府信息公开申请52件”：50 ✗ 差 2']);
    assert.deepEqual(of('carriedIn', 'total').slice(-1), [sum]);
    assert.deepEqual(items(at(text, '（二）部分公开')).slice(-1), ['第 5 行“其中予以公开28件”：23 + 5 = 28 ✓']);
    assert.doesNotMatch(of('carriedIn', 'natural').join(), /第 5 行/);
    assert.match(at(text, '（二）部分公开', 0, { language: 'en' }) ?? '', /line 5, “其中予以公开28件”: 23 \+ 5 = 28 ✓/);
  });

  it('shows some of many places', () => {
    const many = '新收政府信息公开申请50件。'.repeat(9);
    assert.equal(items(at(told(many), '一、本年新收')).at(-1), '…');
  });
});

// ── never the wrong row ──

const blockOf = (edition: EditionId, table: TableId, row: string): { row: Row; block: Block } => {
  const found = rowsOf(tableOf(editionById(edition), table)).find((one) => one.row.id === row);
  assert.ok(found);
  return found;
};

/** How a cell is to be named, from the data of the format. */
function cellName(edition: EditionId, table: TableId, rowId: string, columnId: string): string {
  const { row, block } = blockOf(edition, table, rowId);
  const column = block.columns.find(({ id }) => id === columnId) as Column;
  const over = column.path.at(-1)?.text;
  const head = table === 'requests' && over === '法人或其他组织' ? `${column.label.text}（${over}）` : column.label.text;
  return `${rowName(row, block)} × ${head}`;
}
const rowName = (row: Row, { title: head }: Block): string =>
  [...(head ? [head] : []), ...row.path, row.label].map(({ text }) => text).join(' › ');
const wordings = ({ label: { text, accepted = [], variants = [] } }: Row): string[] =>
  [text, ...accepted, ...variants].map((one) => key(one));

/** What is wrong with the hovers of a balanced draft. */
function mistaken({ spec, style }: Case): string | undefined {
  const drawn = render(spec, style);
  const seen = new Seen(drawn.text);
  const names = (offset: number): string | undefined => nameOf(seen.ask(hover, { position: seen.position(offset) })?.contents.value);
  for (const { table, row, column, start, end } of drawn.cells) {
    if (start === end) continue;
    const expected = cellName(spec.edition, table, row, column);
    for (const offset of new Set([start, end - 1]))
      if (names(offset) !== expected) return `${names(offset)} is said of ${expected} at ${offset}`;
  }
  for (const table of seen.context.analysis.report.tables.values()) {
    for (const bound of table.rows) {
      const pieces = labelPieces(bound);
      const { row, block } = blockOf(spec.edition, table.definition.id, bound.row.id);
      // What is hovered is nothing but the label: no word of another row stands in a piece.
      const written = pieces.map(({ start, end }) => key(drawn.text.slice(start, end).replace(/<[^<>]*>|&\w+;|&#\d+;/g, ''))).join('');
      if (
        pieces.length > 0 &&
        !wordings(row).some((wording) => wording === written || wording.replace(/^[一二三四五六七八九十\d]/, '') === written)
      )
        return `the pieces of ${row.id} are ${written}`;
      for (const { start, end } of pieces)
        for (const offset of new Set([start, (start + end) >> 1, end - 1]))
          if (names(offset) !== rowName(row, block)) return `${names(offset)} is said of the label of ${row.id} at ${offset}`;
    }
    // Heads that are cut in two are not found as the labels of a wide table.
    const named = table.definition.orientation === 'wide' || table.rows.every((bound) => labelPieces(bound).length > 0);
    if (!named) return 'a row has no label';
    for (const { range, label } of table.labels) {
      const name = names(range.start);
      if (!name?.endsWith(label.text)) return `${name} is said of ${label.text}`;
    }
  }
  return undefined;
}

describe('hover in every layout', () => {
  for (const layout of layoutNames) {
    const drafts: fc.Arbitrary<Case> = fc.record({ spec: balancedSpec, style: draftStyle(layout) });
    holds(layout, drafts, { fixed: 25, random: 10 }, mistaken, (one) => showCase(one, render(one.spec, one.style)));
  }
});

describe('hover in broken drafts', () => {
  holds(
    'has a range of the text that holds the place',
    fc.record({ text: brokenDraft, places: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }) }),
    { fixed: 60, random: 40 },
    ({ text, places }) => {
      const seen = new Seen(text);
      for (const place of places) {
        const position = seen.position(place % (text.length + 1));
        const answer = seen.ask(hover, { position });
        if (!answer) continue;
        const offset = seen.offsets({ start: position, end: position }).start;
        const wrong = wrongRange(seen, answer.range);
        if (wrong) return wrong;
        const { start, end } = seen.offsets(answer.range);
        if (offset < start || offset > end) return `the range ${start}–${end} does not hold ${offset}`;
      }
      return undefined;
    },
    ({ text }) => text,
  );
});

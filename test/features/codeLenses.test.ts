import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver';
import { codeLenses } from '../../server/src/features/codeLenses';
import { commandIds } from '../../server/src/features/command';
import { render } from '../generator/render';
import { holds, showCase } from '../property/support';
import { draft, titleOnly } from '../server/drafts';
import { anyDraft, brokenDraft, encodingFor, Seen, uri, wrongRange } from './views';

const lensesOf = (seen: Seen): CodeLens[] => seen.ask(codeLenses);

/** The lenses by line: `what stands there: title | title`. */
function shown(seen: Seen): string[] {
  const lines = new Map<string, string[]>();
  for (const { range, command } of lensesOf(seen)) {
    const line = seen.textOf(range);
    lines.set(line, [...(lines.get(line) ?? []), command?.title ?? '']);
  }
  return [...lines].map(([line, titles]) => `${line.slice(0, 12)}: ${titles.join(' | ')}`);
}

describe('code lenses', () => {
  it('say what was read and judged', () => {
    assert.deepEqual(shown(new Seen(draft())), [
      '清河县民政局2023年政: 没有错误和警告',
      '第二十条第（一）项: 2021 版 · 6/6 行 | 改变版式',
      '（本列数据的勾稽关系为：: 2021 版 · 25/25 行 · 39 项关系全部成立 | 改变版式',
      '行政复议: 2021 版 · 3/3 行 · 3 项关系全部成立 | 改变版式',
    ]);
    assert.deepEqual(shown(new Seen(draft({ edition: '2019' }), { language: 'en' })), [
      '清河县民政局2020年政: no errors and no warnings',
      '第二十条第（一）项: 2019 format · 8/8 rows | Change layout',
      '（本列数据的勾稽关系为：: 2019 format · 23/23 rows · all 37 relations hold | Change layout',
      '行政复议: 2019 format · 3/3 rows · all 3 relations hold | Change layout',
    ]);
  });

  it('stand over their tables where these come behind all sections', () => {
    const sections =
      /(?<=二、主动公开政府信息情况\n)[\s\S]*?(?=三、收到)|(?<=三、收到和处理政府信息公开申请情况\n)[\s\S]*?(?=四、政府)|(?<=行政诉讼情况\n)[\s\S]*?(?=五、存在)/g;
    const tables: string[] = [];
    const rest = draft().replace(sections, (table) => `见附表${tables.push(table)}。\n`);
    assert.equal(tables.length, 3);
    assert.deepEqual(shown(new Seen([rest, ...tables].join('\n附表\n'))).slice(2), shown(new Seen(draft())).slice(2));
  });

  it('count what is violated and what cannot be told', () => {
    const values = { 'requests/received/total': '7', 'requests/carriedIn/legal': '', 'disputes/review/total': '' };
    assert.deepEqual(shown(new Seen(draft({ values }))), [
      '清河县民政局2023年政: 4 个错误',
      '第二十条第（一）项: 2021 版 · 6/6 行 | 改变版式',
      '（本列数据的勾稽关系为：: 2021 版 · 25/25 行 · 2 项不成立，2 项无法核对 | 补齐总计 | 改变版式',
      '行政复议: 2021 版 · 3/3 行 · 1 项无法核对 | 补齐总计 | 改变版式',
    ]);
  });

  it('count faults where there are no relations', () => {
    const values = { 'disclosure/licensing/decisions': '', 'disclosure/rules/inForce': '2', 'disclosure/rules/issued': '3' };
    assert.equal(shown(new Seen(draft({ values })))[1], '第二十条第（一）项: 2021 版 · 6/6 行 · 1 个错误，2 个警告 | 改变版式');
  });

  it('offer what can be done, each for its table', () => {
    const seen = new Seen(draft({ edition: '2019', year: 2022, values: { 'requests/received/total': '7' } }));
    const offered = lensesOf(seen).flatMap(({ command }) => (command?.command ? [command] : []));
    assert.deepEqual(
      offered.map(({ title, command }) => `${title} ${command}`),
      [
        `2 张表转换为 2021 版 ${commandIds.convertTables}`,
        `转换为 2021 版 ${commandIds.convertTables}`,
        `改变版式 ${commandIds.relayoutTables}`,
        `补齐总计 ${commandIds.fillTotals}`,
        `转换为 2021 版 ${commandIds.convertTables}`,
        `改变版式 ${commandIds.relayoutTables}`,
        `改变版式 ${commandIds.relayoutTables}`,
      ],
    );
    for (const { arguments: args = [] } of offered) {
      const [document, range] = args;
      assert.equal(document, uri);
      if (range !== null) assert.equal(wrongRange(seen, range), undefined);
    }
    assert.deepEqual(offered[0]?.arguments?.slice(1), [null, '2021'], 'all tables');
    assert.equal(offered[1]?.arguments?.[2], '2021');
    assert.match(seen.textOf(offered[3]?.arguments?.[1]), /一、本年新收[\s\S]*四、结转下年度/);
    assert.equal(offered[3]?.arguments?.length, 2);
  });

  it('offer to align pipes, and to insert what is missing', () => {
    const pipes = draft().replaceAll('\t', ' | ');
    assert.ok(lensesOf(new Seen(pipes)).some(({ command }) => command?.command === commandIds.formatTables));
    const seen = new Seen(titleOnly);
    assert.deepEqual(shown(seen), ['清河县民政局2023年政: 6 个错误 | 补齐缺少的部分']);
    assert.deepEqual(lensesOf(seen)[1]?.command, { title: '补齐缺少的部分', command: commandIds.insertMissing, arguments: [uri] });
  });

  it('offer no other layout where the client cannot ask for one', () => {
    assert.equal(shown(new Seen(draft(), { picksLayout: false }))[1], '第二十条第（一）项: 2021 版 · 6/6 行');
  });

  it('none in other files, nor on a year without a format', () => {
    assert.equal(new Seen('# 笔记\n').ask(codeLenses), null);
    assert.equal(new Seen('清河县民政局2016年政府信息公开工作年度报告\n\n一、概述\n\n无。\n').ask(codeLenses), null);
  });

  holds(
    'find all rows and relations of balanced reports',
    anyDraft,
    { fixed: 40, random: 20 },
    ({ spec, style }) => {
      const seen = new Seen(render(spec, style).text);
      const [rows, relations] = spec.edition === '2021' ? ['25/25', 39] : ['23/23', 37];
      const found = lensesOf(seen)
        .map(({ command }) => command?.title ?? '')
        .filter((title) => /版/.test(title) && !/版式/.test(title));
      const expected = [
        `${spec.edition} 版 · ${spec.edition === '2021' ? '6/6' : '8/8'} 行`,
        `${spec.edition} 版 · ${rows} 行 · ${relations} 项关系全部成立`,
        `${spec.edition} 版 · 3/3 行 · 3 项关系全部成立`,
      ];
      // Hints and warnings of other rules stand behind the rows.
      const agree = found.length === 3 && found.every((title, i) => (i === 0 ? title.startsWith(expected[0]!) : title === expected[i]));
      return agree ? undefined : `${found.join('\n')}\nnot\n${expected.join('\n')}`;
    },
    (value) => showCase(value, render(value.spec, value.style)),
  );

  holds(
    'stand in one line each, whatever the text is',
    brokenDraft,
    { fixed: 40, random: 20 },
    (text) => {
      const seen = new Seen(text, { encoding: encodingFor(text) });
      for (const { range, command } of lensesOf(seen) ?? []) {
        if (!command?.title) return 'a lens without a title';
        if (range.start.line !== range.end.line) return `a lens over several lines: ${JSON.stringify(range)}`;
        const about = command.arguments?.[1];
        const wrong = wrongRange(seen, range) ?? (about && wrongRange(seen, about));
        if (wrong) return wrong;
      }
      return undefined;
    },
    JSON.stringify,
  );
});

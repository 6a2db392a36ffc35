import assert from 'node:assert/strict';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { rowsOf } from '../../server/src/editions';
import { symbols } from '../../server/src/features/symbols';
import { expectedValues, render } from '../generator/render';
import { holds, showCase } from '../property/support';
import { draft } from '../server/drafts';
import { anyDraft, brokenDraft, encodingFor, Seen, wrongRange } from './views';

const symbolsOf = (seen: Seen): DocumentSymbol[] => seen.ask(symbols);

const shown = (list: readonly DocumentSymbol[], depth = 0): string[] =>
  list.flatMap(({ name, detail, children = [] }) => [
    `${'  '.repeat(depth)}${name}${detail ? ` · ${detail}` : ''}`,
    ...shown(children, depth + 1),
  ]);

const flat = (list: readonly DocumentSymbol[]): DocumentSymbol[] => list.flatMap((symbol) => [symbol, ...flat(symbol.children ?? [])]);

/** What a client would refuse. */
function refused(seen: Seen, list: readonly DocumentSymbol[], around = { start: 0, end: seen.text.length }): string | undefined {
  for (const { name, range, selectionRange, children = [] } of list) {
    const wrong = wrongRange(seen, range) ?? wrongRange(seen, selectionRange);
    if (wrong) return wrong;
    const [whole, selected] = [seen.offsets(range), seen.offsets(selectionRange)];
    if (name.trim() === '') return 'a symbol without a name';
    if (whole.start < around.start || whole.end > around.end) return `${name} is not within what it stands in`;
    if (selected.start < whole.start || selected.end > whole.end) return `the name of ${name} is not within it`;
    const inner = refused(seen, children, whole);
    if (inner) return inner;
  }
  return undefined;
}

describe('document symbols', () => {
  it('are title, sections, tables, blocks and groups, rows with their values', () => {
    const values = { 'requests/received/natural': '2', 'requests/received/total': '', 'requests/granted/legal': '若干' };
    const lines = shown(symbolsOf(new Seen(draft({ values }))));
    assert.deepEqual(lines.slice(0, 24), [
      '清河县民政局2023年政府信息公开工作年度报告',
      '  一、总体情况',
      '  二、主动公开政府信息情况',
      '    主动公开政府信息情况表 · 2021 版 · 6/6 行',
      '      第二十条第（一）项',
      '        规章 · 0 0 0',
      '        行政规范性文件 · 0 0 0',
      '      第二十条第（五）项',
      '        行政许可 · 0',
      '      第二十条第（六）项',
      '        行政处罚 · 0',
      '        行政强制 · 0',
      '      第二十条第（八）项',
      '        行政事业性收费 · 0',
      '  三、收到和处理政府信息公开申请情况',
      '    收到和处理政府信息公开申请情况表 · 2021 版 · 25/25 行',
      '      一、本年新收政府信息公开申请数量 · 2 0 0 0 0 0 空',
      '      二、上年结转政府信息公开申请数量 · 0 0 0 0 0 0 0',
      '      三、本年度办理结果',
      '        （一）予以公开 · 0 0 0 0 若干 0 0',
      '        （二）部分公开（区分处理的，只计这一情形，不计其他情形） · 0 0 0 0 0 0 0',
      '        （三）不予公开',
      '          1.属于国家秘密 · 0 0 0 0 0 0 0',
      '          2.其他法律行政法规禁止公开 · 0 0 0 0 0 0 0',
    ]);
    assert.deepEqual(lines.slice(-8), [
      '  四、政府信息公开行政复议、行政诉讼情况',
      '    政府信息公开行政复议、行政诉讼情况表 · 2021 版 · 3/3 行',
      '      行政复议 · 0 0 0 0 0',
      '      行政诉讼',
      '        未经复议直接起诉 · 0 0 0 0 0',
      '        复议后起诉 · 0 0 0 0 0',
      '  五、存在的主要问题及改进情况',
      '  六、其他需要报告的事项',
    ]);
  });

  it('name further sections, own names and rows that do not fit', () => {
    const text = draft()
      .replace('五、存在的主要问题及改进情况', '五、存在的问题及改进措施')
      .replace('六、其他需要报告的事项', '六、其他需要报告的事项\n\n无。\n\n七、附则')
      .replace('\t（七）总计\t\t0', '\t（七）总计\t\t0\t0\t0');
    const lines = shown(symbolsOf(new Seen(text)));
    for (const line of ['  五、存在的问题及改进措施', '  七、附则', '        （七）总计 · 数值与列对不上'])
      assert.ok(lines.includes(line), line);
  });

  it('speak English where the names are not the format’s own', () => {
    const lines = shown(symbolsOf(new Seen(draft(), { language: 'en' })));
    assert.ok(lines.includes('    Proactive disclosure · 2021 format · 6/6 rows'));
    assert.ok(lines.includes('  一、总体情况'));
  });

  it('read headings without their markup', () => {
    const text = `<h1>清河县民政局2023年政府信息公开工作年度报告</h1><p>一、<b>工作</b>&nbsp;基本情况</p><p>好。</p><p>二、主动公开政府信息情况</p>`;
    assert.deepEqual(shown(symbolsOf(new Seen(text))).slice(1), ['  一、 工作 基本情况', '  二、主动公开政府信息情况']);
  });

  it('come as a list where the client knows no tree', () => {
    const tree = flat(symbolsOf(new Seen(draft())));
    const list: SymbolInformation[] = new Seen(draft(), { flatSymbols: true }).ask(symbols);
    assert.deepEqual(
      list.map(({ name, kind, location }) => ({ name, kind, range: location.range })),
      tree.map(({ name, kind, range }) => ({ name, kind, range })),
    );
    assert.equal(list.find(({ name }) => name === '行政许可')?.containerName, '第二十条第（五）项');
  });

  it('are announced by a name where the client shows one', () => {
    const announced = (documentSymbol?: object) => symbols.capabilities({ textDocument: documentSymbol ? { documentSymbol } : {} });
    assert.deepEqual(announced(), {});
    assert.deepEqual(announced({}), { documentSymbolProvider: true });
    assert.deepEqual(announced({ labelSupport: true }), { documentSymbolProvider: { label: '年度报告' } });
  });

  it('none in other files', () => assert.equal(new Seen('# 笔记\n\n## 总计\n').ask(symbols), null));

  holds(
    'name every row with its values',
    anyDraft,
    { fixed: 60, random: 30 },
    ({ spec, style }) => {
      const seen = new Seen(render(spec, style).text);
      const found = symbolsOf(seen);
      const wrong = refused(seen, found);
      if (wrong) return wrong;
      const all = flat(found);
      for (const { definition } of Object.values(spec.values)) {
        const [table, ...others] = all.filter(({ name }) => name === definition.name.zh);
        if (!table || others.length > 0) return `table ${definition.id} stands there ${others.length + (table ? 1 : 0)} times`;
        const inside = flat(table.children ?? []).filter(({ detail }) => detail);
        const expected = expectedValues(spec, definition.id);
        const rows = rowsOf(definition).map(({ row, block }) => {
          return `${row.label.text} · ${block.columns.map(({ id }) => expected[row.id]?.[id]).join(' ')}`;
        });
        const named = inside.map(({ name, detail }) => `${name} · ${detail}`);
        if (named.sort().join('\n') !== rows.sort().join('\n')) return `${named.join('\n')}\nnot\n${rows.join('\n')}`;
      }
      return undefined;
    },
    (value) => showCase(value, render(value.spec, value.style)),
  );

  holds(
    'are never refused, whatever the text is',
    brokenDraft,
    { fixed: 60, random: 30 },
    (text) => {
      const seen = new Seen(text, { encoding: encodingFor(text) });
      const wrong = refused(seen, symbolsOf(seen) ?? []);
      if (wrong) return `${wrong} (${encodingFor(text)})`;
      return undefined;
    },
    JSON.stringify,
  );
});

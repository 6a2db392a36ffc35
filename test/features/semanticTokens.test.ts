import assert from 'node:assert/strict';
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import { semanticTokens, semanticTokensRange } from '../../server/src/features/semanticTokens';
import { key } from '../../server/src/reading/text';
import { withFault } from '../generator/faults';
import { cellKey, equations } from '../generator/model';
import { Random } from '../generator/random';
import { render } from '../generator/render';
import { holds, showCase } from '../property/support';
import { draft } from '../server/drafts';
import { anyDraft, brokenDraft, encodingFor, Seen, wrongRange } from './views';

const { legend } = semanticTokens.capabilities({ textDocument: { semanticTokens: {} as never } }).semanticTokensProvider as {
  legend: SemanticTokensLegend;
};

interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: string;
  readonly modifiers: readonly string[];
}

function decoded(answer: SemanticTokens | null): Token[] {
  const { data } = answer ?? { data: [] };
  assert.equal(data.length % 5, 0);
  const tokens: Token[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down, across, length, type, set] = data.slice(i, i + 5) as [number, number, number, number, number];
    character = down > 0 ? across : character + across;
    line += down;
    tokens.push({
      line,
      character,
      length,
      type: legend.tokenTypes[type] ?? '?',
      modifiers: legend.tokenModifiers.filter((_, bit) => set & (1 << bit)),
    });
  }
  return tokens;
}

const rangeOf = ({ line, character, length }: Token) => ({ start: { line, character }, end: { line, character: character + length } });

/** `type.modifier text` */
const shown = (seen: Seen, tokens: readonly Token[]): string[] =>
  tokens.map((token) => `${[token.type, ...token.modifiers].join('.')} ${seen.textOf(rangeOf(token))}`);

describe('semantic tokens', () => {
  const values = { 'disputes/review/upheld': '3', 'disputes/review/pending': '无', 'disputes/litigation.direct/total': '2' };
  const seen = new Seen(draft({ values }));

  it('are labels, heads and values, with what is wrong with these', () => {
    const all = shown(seen, decoded(seen.ask(semanticTokens)));
    assert.deepEqual(all.slice(0, 9), [
      'class 第二十条第（一）项',
      'class 信息内容',
      'class 本年制发件数',
      'class 本年废止件数',
      'class 现行有效件数',
      'property 规章',
      'number 0',
      'number 0',
      'number 0',
    ]);
    assert.deepEqual(all.slice(-15, -5), [
      'number 3',
      'number 0',
      'number 0',
      'number.invalid 无',
      'number.total 0',
      'number 0',
      'number 0',
      'number 0',
      'number 0',
      'number.total.invalid 2',
    ]);
    assert.ok(all.includes('property （七）总计') && all.includes('class 三、本年度办理结果') && all.includes('class （三）不予公开'));
  });

  it('are those of a range where only these are wanted', () => {
    const all = decoded(seen.ask(semanticTokens));
    const { line } = seen.at('规章');
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    assert.deepEqual(
      decoded(seen.ask(semanticTokensRange, { range })),
      all.filter((token) => token.line === line),
    );
  });

  it('leave markup and line ends out', () => {
    const text = [
      '<h1>清河县民政局2023年政府信息公开工作年度报告</h1><p>四、政府信息公开行政复议、行政诉讼情况</p>',
      '<table><tr><td colspan=5>行政<br>\r\n  <b>复议</b></td><td colspan=10>行政诉讼</td></tr>',
      '<tr><td>1&nbsp;</td><td>0</td><td>0</td><td>0</td><td>1</td>',
      ...['0', '0', '0', '0', '0', '0', '0', '0', '0', '0'].map((value) => `<td>${value}</td>`),
      '</tr></table>',
    ].join('\r\n');
    const html = new Seen(text);
    const all = shown(html, decoded(html.ask(semanticTokens)));
    assert.deepEqual(all.slice(0, 5), ['property 行政', 'property 复议', 'class 行政诉讼', 'number 1', 'number 0']);
  });

  it('none in other files', () => {
    const other = new Seen('# 笔记\n');
    assert.equal(other.ask(semanticTokens), null);
    assert.equal(other.ask(semanticTokensRange, { range: other.whole }), null);
  });

  it('are announced with their legend where the client shows them', () => {
    assert.deepEqual(semanticTokens.capabilities({}), {});
    assert.deepEqual(legend, { tokenTypes: ['property', 'class', 'number'], tokenModifiers: ['total', 'invalid'] });
  });

  holds(
    'are what they say',
    anyDraft,
    { fixed: 80, random: 40 },
    ({ spec: balanced, style }) => {
      const spec = withFault(balanced, 'number', style.layout, new Random(style.seed)) ?? balanced;
      const drawn = render(spec, style);
      const all = new Seen(drawn.text, { encoding: encodingFor(drawn.text) });
      const tokens = decoded(all.ask(semanticTokens)).map((token) => ({ ...token, ...all.offsets(rangeOf(token)) }));
      const textIn = (own: readonly { start: number; end: number }[]): string =>
        own.map(({ start, end }) => drawn.text.slice(start, end)).join('');
      const numbers = tokens.filter(({ type }) => type === 'number');
      const totals = new Set(
        Object.values(spec.values).flatMap(({ definition, edition }) =>
          equations(edition)
            .filter(({ table, left }) => table === definition.id && left.length === 1)
            .map(({ table, left }) => `${table} ${left[0]}`),
        ),
      );
      for (const { table, row, column, start, end } of drawn.cells) {
        const own = numbers.filter((token) => token.start >= start && token.end <= end);
        const written = drawn.text.slice(start, end).replace(/\s/g, '');
        const read = textIn(own).replace(/\s/g, '');
        if (read !== written) return `${table} ${row} ${column} is ${written}, its tokens are ${read}`;
        const isTotal = totals.has(`${table} ${cellKey(row, column)}`);
        if (own.some(({ modifiers }) => modifiers.includes('total') !== isTotal)) return `${table} ${row} ${column}: total or not`;
      }
      const faults = all.context.analysis.findings.filter(({ rule }) => rule.startsWith('sum-')).map(({ range }) => `${range.start}`);
      const invalid = numbers.filter(({ modifiers }) => modifiers.includes('invalid'));
      const marked = new Set(invalid.map(({ start }) => `${start}`));
      if (faults.some((start) => !marked.has(start))) return 'a sum that is wrong is not marked';
      for (const table of all.context.analysis.report.tables.values()) {
        for (const { row, label, pieces = [label] } of table.rows) {
          // A head that is cut in two is found, but in no one place.
          if (label.start === label.end) continue;
          const own = tokens.filter(
            ({ type, start, end }) => type === 'property' && pieces.some((piece) => piece.start <= start && end <= piece.end),
          );
          const read = key(textIn(own));
          const { text, accepted = [] } = row.label;
          if (![text, ...accepted].some((official) => key(official) === read)) return `the tokens of ${text} read ${read}`;
        }
      }
      return undefined;
    },
    (value) => showCase(value, render(value.spec, value.style)),
  );

  holds(
    'are in order, apart and in one line each, whatever the text is',
    brokenDraft,
    { fixed: 60, random: 30 },
    (text) => {
      const broken = new Seen(text, { encoding: encodingFor(text) });
      let before = 0;
      for (const token of decoded(broken.ask(semanticTokens))) {
        const range = rangeOf(token);
        const wrong = wrongRange(broken, range);
        if (wrong) return wrong;
        const { start, end } = broken.offsets(range);
        if (start < before) return 'a token lies over another';
        if (start === end || /^\s|\s$|[\r\n]/.test(text.slice(start, end))) return `no token: ${JSON.stringify(text.slice(start, end))}`;
        before = end;
      }
      return undefined;
    },
    JSON.stringify,
  );
});

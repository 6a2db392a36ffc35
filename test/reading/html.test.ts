import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { hasMarkup, unmark } from '../../server/src/reading/html';
import type { Line } from '../../server/src/reading/lines';
import { MASK, plain } from '../../server/src/reading/text';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A cell on the grid of its table: the text without blanks, its column, how many it spans, and where its source stands. */
interface GridCell {
  readonly text: string;
  readonly column: number;
  readonly span: number;
}
interface SourceCell extends GridCell {
  readonly from: number;
  readonly to: number;
}

const slot = (x: number, y: number): string => `${x} ${y}`;
const bare = (text: string): string => plain(text, 0, text.length).replaceAll(' ', '');

// ── what parse5 says ──

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const descendants = (node: Node, tag: string): Element[] =>
  childrenOf(node).flatMap((child) => [...(isElement(child) && child.tagName === tag ? [child] : []), ...descendants(child, tag)]);
const textOf = (node: Node): string =>
  'value' in node
    ? node.value
    : isElement(node) && /^(?:script|style|title)$/.test(node.tagName)
      ? ''
      : childrenOf(node).map(textOf).join('');

function attribute(element: Element, name: string): number {
  const value = Number.parseInt(element.attrs.find((attr) => attr.name === name)?.value ?? '1', 10);
  return value > 0 ? value : 1;
}

/** The grid of a table, after the algorithm of the HTML standard. */
function gridOf(table: Element): SourceCell[][] {
  const taken = new Set<string>();
  const rows = descendants(table, 'tr').map((row, y) => {
    let x = 0;
    return childrenOf(row)
      .filter(isElement)
      .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
      .map((cell) => {
        while (taken.has(slot(x, y))) x++;
        const [span, height] = [attribute(cell, 'colspan'), attribute(cell, 'rowspan')];
        for (let dy = 0; dy < height; dy++) {
          for (let dx = 0; dx < span; dx++) taken.add(slot(x + dx, y + dy));
        }
        const place = cell.sourceCodeLocation ?? assert.fail('no source location');
        const placed = { text: bare(textOf(cell)), column: x, span, from: place.startOffset, to: place.endOffset };
        x += span;
        return placed;
      });
  });
  return rows.filter((row) => row.length > 0);
}

/** The grids of all tables that hold no other. */
function oracle(html: string): SourceCell[][] {
  const document = parse(html, { sourceCodeLocationInfo: true });
  return document.childNodes
    .flatMap((node) => [...(isElement(node) && node.tagName === 'table' ? [node] : []), ...descendants(node, 'table')])
    .filter((table) => descendants(table, 'table').length === 0)
    .flatMap(gridOf);
}

// ── what is read ──

function grids(html: string): { rows: GridCell[][]; lines: Line[] } {
  const { masked, lines } = unmark(html);
  assert.equal(masked.length, html.length);
  const rows = lines.filter(({ cells }) => cells !== undefined);
  return {
    lines: rows,
    rows: rows.map(({ cells = [] }) =>
      cells.map(({ start, end, column, span }) => ({ text: bare(masked.slice(start, end)), column, span })),
    ),
  };
}

function assertLikeParse5(html: string): void {
  const expected = oracle(html);
  const { rows, lines } = grids(html);
  assert.deepEqual(
    rows,
    expected.map((row) => row.map(({ text, column, span }) => ({ text, column, span }))),
  );
  for (const [y, { cells = [] }] of lines.entries()) {
    for (const [x, { start, end, roomStart, roomEnd }] of cells.entries()) {
      const source = expected[y]?.[x] ?? assert.fail('no such cell');
      assert.ok(source.from <= roomStart && roomStart <= start && start <= end && end <= roomEnd && roomEnd <= source.to, html);
    }
  }
}

// ── random tables ──

const word = fc.constantFrom(
  '行政许可',
  '22',
  '0',
  '增 82',
  '（七）总计',
  '１２',
  'a&lt;b',
  '3&nbsp;',
  '&#49;6',
  '&#x32;',
  'A &amp; B',
  '五',
  '',
);
const wrapped = fc
  .tuple(
    word,
    word,
    fc.constantFrom(
      (a: string, b: string) => a + b,
      (a: string, b: string) => `<b>${a}</b>${b}`,
      (a: string, b: string) => `<span style="width:1px">${a}</span><span>${b}</span>`,
      (a: string, b: string) => `<p>${a}</p>\n<p class=x>${b}</p>`,
      (a: string, b: string) => `<P ALIGN=center>${a}<br>${b}`,
      (a: string, b: string) => `<!-- ${b || 'x'} <td> -->${a}`,
      (a: string, b: string) => `<span lang="EN-US">${a}<o:p></o:p></span>${b}`,
      (a: string, b: string) => `<font title="a>b" face='x'>${a}</font><br/>\r\n${b}`,
      (a: string, b: string) => `<div>${a}</div><div><strong>${b}</strong></div>`,
      (a: string, b: string) => `&nbsp;<a href="x?a=1&b=2">${a}</a>　${b}`,
    ),
  )
  .map(([a, b, wrap]) => wrap(a, b));

interface Place {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
}
const place: fc.Arbitrary<Place> = fc.record({
  text: wrapped,
  colspan: fc.constantFrom(1, 1, 1, 1, 2, 3, 5),
  rowspan: fc.constantFrom(1, 1, 1, 1, 2, 3),
});

/** Rows whose cells do not overlap: a span that would run into one from above is cut. */
const places: fc.Arbitrary<Place[][]> = fc
  .array(fc.array(place, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 6 })
  .map((rows) => {
    const taken = new Set<string>();
    return rows.map((row, y) => {
      let x = 0;
      return row.map((cell) => {
        while (taken.has(slot(x, y))) x++;
        let colspan = 1;
        while (colspan < cell.colspan && !taken.has(slot(x + colspan, y))) colspan++;
        for (let dy = 0; dy < cell.rowspan; dy++) for (let dx = 0; dx < colspan; dx++) taken.add(slot(x + dx, y + dy));
        x += colspan;
        return { ...cell, colspan };
      });
    });
  });

interface Manner {
  readonly ends: boolean;
  readonly rowEnds: boolean;
  readonly body: '' | 'tbody' | 'thead';
  readonly upper: boolean;
  readonly gap: string;
  readonly header: boolean;
  readonly quote: string;
}
const manner: fc.Arbitrary<Manner> = fc.record({
  ends: fc.boolean(),
  rowEnds: fc.boolean(),
  body: fc.constantFrom('', 'tbody', 'thead'),
  upper: fc.boolean(),
  gap: fc.constantFrom('', '\n', '\r\n  ', '\n<!-- -->\n'),
  header: fc.boolean(),
  quote: fc.constantFrom('"', "'", ''),
});

function write(rows: readonly (readonly Place[])[], { ends, rowEnds, body, upper, gap, header, quote }: Manner): string {
  const tag = (name: string): string => (upper ? name.toUpperCase() : name);
  const cells = rows.map((row, y) => {
    const name = tag(header && y === 0 ? 'th' : 'td');
    const written = row.map(({ text, colspan, rowspan }) => {
      const spans = [
        ...(colspan > 1 ? [` colspan=${quote}${colspan}${quote}`] : []),
        ...(rowspan > 1 ? [` ${tag('rowspan')}=${quote}${rowspan}${quote} style="x"`] : []),
      ];
      return `<${name}${spans.join('')}>${text}${ends ? `</${name}>` : ''}`;
    });
    return `<${tag('tr')}>${gap}${written.join(gap)}${rowEnds ? `</${tag('tr')}>` : ''}`;
  });
  const inner = cells.join(gap);
  const bodied = body === '' ? inner : `<${tag(body)}>${gap}${inner}${rowEnds ? `</${tag(body)}>` : ''}`;
  return `<${tag('table')} border=1>${gap}${bodied}${gap}</${tag('table')}>`;
}

const table = fc.tuple(places, manner).map(([rows, how]) => write(rows, how));

describe('HTML tables, against parse5', () => {
  it('one table', () => {
    fc.assert(
      fc.property(table, (html) => assertLikeParse5(html)),
      { numRuns: 1500 },
    );
  });

  it('in a draft that ends in the middle of a tag', () => {
    for (const end of [
      '<',
      '<b',
      '<br/',
      '<br/\t',
      '<br /',
      '<td a="1"/ ',
      '<td a=1',
      '<td a="1',
      '</',
      '</td',
      '</td ',
      '<!',
      '<!-',
      '&',
      '&nb',
    ]) {
      const html = `<table><tr><td>规章<td>0${end}`;
      assert.equal(unmark(html).masked.length, html.length, end);
    }
  });

  it('several among prose, in a page', () => {
    fc.assert(
      fc.property(fc.array(table, { minLength: 1, maxLength: 3 }), fc.boolean(), (tables, page) => {
        const body = tables.map((html, i) => `<p>第${i}部分<p>说明：<b>见下表</b>\n${html}\n<h2>题 | 目</h2>`).join('\n');
        assertLikeParse5(
          page ? `<!DOCTYPE html>\n<html><head><title>a</title><style>td > p {}</style></head><body>${body}</body></html>` : body,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('one that another lays out', () => {
    fc.assert(
      fc.property(table, table, (one, other) => assertLikeParse5(`<table><tr><td>${one}</td></tr><tr><td><p>说明</p>${other}</table>`)),
      { numRuns: 300 },
    );
  });

  const cases: readonly (readonly [string, string])[] = [
    ['no rows', '<table></table>'],
    ['a row without cells', '<table><tr><td rowspan=2>a<td>b<tr></tr><tr><td>c<td>d</table>'],
    ['no tr', '<table><td>a<td>b</table>'],
    ['spans beyond the last row', '<table><tr><td rowspan=9>a<td>b<tr><td>c</table>'],
    ['spans that are no numbers', '<table><tr><td colspan=x>a<td colspan="2.7">b<td colspan=-3>c<td rowspan=" 2 ">d<tr><td>e<td>f</table>'],
    ['a row in rows of three', '<table><tr><td rowspan=3>a<td rowspan=2>b<td>c<tr><td>d<tr><td>e<td>f</table>'],
    ['a caption and columns', '<table><caption>表 <b>一</b></caption><colgroup><col><col></colgroup><tr><td>a<td>b</table>'],
    ['unclosed table', '<p>x</p><table><tr><td>a<td>b'],
    ['unclosed markup in a cell', '<table><tr><td><b>a<td><span>b</table><p>c'],
    ['script and style in a cell', '<table><tr><td>1<script>var a = "<td>";</script><td>2<style>td{}</style></table>'],
    ['a comment with a table', '<!-- <table><tr><td>x<td>y</table> --><table><tr><td>a<td>b</table>'],
    ['an attribute with a tag', '<table><tr><td title="</td><td>">a<td>b</table>'],
    ['a cell of blanks', '<table><tr><td>&nbsp; \u3000<td><span>&#160;</span><o:p>&nbsp;</o:p></table>'],
    ['a character beyond the first plane', '<table><tr><td>𠮷野<td>&#x20BB7;野</table>'.replace('&#x20BB7;', '')],
  ];
  for (const [name, html] of cases) it(name, () => assertLikeParse5(html));

  it('bounds spans: a grid is never as wide as a draft says', () => {
    const { rows } = grids('<table><tr><td colspan="100000">a<td rowspan="999999999">b<tr><td>c<td>d</table>');
    assert.deepEqual(
      rows.map((row) => row.map(({ text }) => text)),
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    );
    assert.ok(rows.flat().every(({ column, span }) => column < 200 && span <= 100));
  });
});

describe('text with its markup masked', () => {
  const lines = (html: string): string[] => {
    const { masked, lines: found } = unmark(html);
    return found.flatMap(({ start, end }) => (start < end ? [bare(masked.slice(start, end))] : []));
  };

  it('has a line for every block', () => {
    assert.deepEqual(lines('<h1>标题</h1><p>一、总体<b>情况</b></p><div>第一段<br>第二段</div><ul><li>甲<li>乙</ul>'), [
      '标题',
      '一、总体情况',
      '第一段',
      '第二段',
      '甲',
      '乙',
    ]);
  });

  it('lets a paragraph run over line feeds, and an empty line end one that is never closed', () => {
    assert.deepEqual(lines('<p>第一段\n还是第一段</p>\n第二段\n第三段'), ['第一段还是第一段', '第二段', '第三段']);
    assert.deepEqual(lines('<p>第一段\n还是\n\n一、总体情况\n二段'), ['第一段还是', '一、总体情况', '二段']);
  });

  it('leaves scripts, styles and the name of the page out', () => {
    assert.deepEqual(lines('<title>页</title><script>a<b</script><style>p{}</style><p>文</p><!-- 注 -->'), ['文']);
  });

  it('takes a table that lays prose out for lines', () => {
    assert.deepEqual(lines(`<table><tr><td>栏<td><p>${'长'.repeat(300)}</p><p>尾</p></table>`), ['栏', '长'.repeat(300), '尾']);
    assert.deepEqual(lines('<table><tr><td>甲<tr><td>乙</table>'), ['甲', '乙']);
  });

  it('keeps every unit in its place', () => {
    const markup = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '<table>',
          '<tr>',
          '<td>',
          '</td>',
          '<td colspan=3>',
          '</table>',
          '<p>',
          '</p>',
          '<br>',
          '&nbsp;',
          '&#49;',
          '&',
          '<',
          '>',
          '<!--',
          '-->',
          '"',
          '\n',
          '行政',
          '3',
          '|',
          '\t',
        ),
        fc.string({ unit: 'binary', maxLength: 2 }),
      ),
      maxLength: 40,
    });
    fc.assert(
      fc.property(markup, (html) => {
        const { masked, lines: found } = unmark(html);
        assert.equal(masked.length, html.length);
        let last = 0;
        for (const { start, end, from, to, cells = [] } of found) {
          assert.ok(last <= from && from <= start && start <= end && end <= to && to <= html.length);
          last = cells.length > 0 ? from : start;
          for (const cell of cells)
            assert.ok(cell.roomStart <= cell.start && cell.start <= cell.end && cell.end <= cell.roomEnd && cell.roomEnd <= html.length);
        }
        // What is neither masked nor decoded is the draft's own text.
        for (let i = 0; i < html.length; i++) assert.ok(masked[i] === html[i] || masked[i] === MASK || html.lastIndexOf('&', i) >= 0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('whether a text holds markup', () => {
  for (const [text, expected] of [
    ['<p>文', true],
    ['<TABLE border=1>', true],
    ['文<br/>文', true],
    ['</td>', true],
    ['<a id="top"></a>文', true],
    ['<address>', false],
    ['', false],
    ['1 < 2 > 0', false],
    ['<http://www.example.org>', false],
    ['<办公室>', false],
    ['<pre', true],
    ['`<table>`', true],
  ] as const) {
    if (text === '<pre') it(`${text}: no element that lays text out`, () => assert.equal(hasMarkup(text), false));
    else it(JSON.stringify(text), () => assert.equal(hasMarkup(text), expected));
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, postprocess, preprocess } from 'micromark';
import { gfmTable } from 'micromark-extension-gfm-table';
import { delimiterWidth, isDelimiterRow, isLoneBar, type PipeStyle, pipeCells, pipeStyle } from '../../server/src/reading/layouts/pipe';
import { type Line, splitLines } from '../../server/src/reading/lines';
import { base } from '../analysis/draft';
import { assertSame } from './figures';

type Span = readonly [start: number, end: number];

/** The rows of the tables in a Markdown text after micromark: what stands in each cell, or where a blank one is. */
function oracle(text: string): Span[][] {
  const events = postprocess(
    parse({ extensions: [gfmTable()] })
      .document()
      .write(preprocess()(text, 'utf8', true)),
  );
  const rows: Span[][] = [];
  let filled = false;
  for (const [what, { type, start, end }] of events) {
    if (what !== 'enter') continue;
    if (type === 'tableRow') rows.push([]);
    else if (type === 'tableHeader' || type === 'tableData') {
      // The token of a cell takes its bars in; its content, where it has any, does not.
      rows.at(-1)?.push([start.offset, start.offset]);
      filled = false;
    } else if (type === 'tableContent' && !filled) {
      rows.at(-1)?.splice(-1, 1, [start.offset, end.offset]);
      filled = true;
    }
  }
  return rows;
}

const bars = (text: string): Line[] => splitLines(text).filter(({ pipes, start, end }) => pipes > 0 && start < end);

/** The rows as they are read, as far as the table is wide; micromark gives cells beyond it too. */
function read(text: string): Span[][] {
  const lines = bars(text);
  const style = pipeStyle(text, lines, 0, lines.length - 1);
  const width = delimiterWidth(text, lines.find((line) => isDelimiterRow(text, line)) ?? assert.fail('no delimiter row'));
  return lines
    .filter((line) => !isDelimiterRow(text, line))
    .map((line) => pipeCells(text, line, style, width).map(({ start, end }) => [start, end]));
}

/** Blank cells compare by being blank: where in their room they stand is a matter of taste. */
const shown = (text: string, rows: readonly (readonly Span[])[]): string[][] =>
  rows.map((row) => row.map(([start, end]) => (text.slice(start, end).trim() === '' ? '' : `${start} ${text.slice(start, end)}`)));

const content = fc.constantFrom('', '', '0', '22', '行政许可', '（七）总计', '增 82', 'a\\|b', '**3**', '1. 信访', 'x y', '-', '—', '3:');
const padding = fc.constantFrom('', ' ', '  ', '\t');

interface Grid {
  readonly rows: readonly (readonly string[])[];
  readonly leading: boolean;
  readonly trailing: boolean;
  readonly pad: string;
  readonly delimiter: string;
  readonly indent: string;
  readonly end: string;
}
const grids: fc.Arbitrary<Grid> = fc
  .record({
    width: fc.integer({ min: 2, max: 7 }),
    height: fc.integer({ min: 1, max: 5 }),
    leading: fc.boolean(),
    trailing: fc.boolean(),
    pad: padding,
    delimiter: fc.constantFrom('---', ':--', '--:', ':-:', '----------', '--'),
    indent: fc.constantFrom('', ' ', '   '),
    end: fc.constantFrom('\n', '\r\n'),
  })
  .chain(({ width, height, ...how }) =>
    fc.array(fc.array(content, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }).map((rows) => ({
      ...how,
      rows: rows.map((row, y) =>
        row.map((cell, x) => {
          // Without a bar at an end, a blank cell there would not be one, and some beginnings would make a list.
          const open = (!how.leading && x === 0) || (!how.trailing && x === row.length - 1);
          return (open && /^(?:$|-|1\.)/.test(cell)) || (y === 0 && cell === '') ? '甲' : cell;
        }),
      ),
    })),
  );

function write({ rows, leading, trailing, pad, delimiter, indent, end }: Grid): string {
  const line = (cells: readonly string[]): string =>
    indent + (leading ? `|${pad}` : '') + cells.join(`${pad}|${pad}`) + (trailing ? `${pad}|` : '');
  const [head = [], ...body] = rows;
  return [line(head), line(head.map(() => delimiter)), ...body.map(line)].join(end) + end;
}

describe('GFM tables, against micromark', () => {
  it('cells stand where micromark sees them', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const text = write(grid);
        const expected = shown(text, oracle(text));
        assert.equal(expected.length, grid.rows.length);
        assert.deepEqual(shown(text, read(text)), expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('rows that are too short are filled up with blank cells', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 9 }), (width, filled) => {
        const row = `| ${Array.from({ length: Math.min(width, filled) }, (_, i) => i).join(' | ')} |`;
        const text = `| ${'甲 | '.repeat(width)}\n|${'-|'.repeat(width)}\n${row}\n`.replaceAll('|-', '|--');
        const [, cells = []] = shown(text, read(text));
        assert.equal(cells.length, width);
        assert.equal(cells.filter((cell) => cell !== '').length, Math.min(width, filled));
      }),
    );
  });

  it('delimiter rows', () => {
    for (const [text, expected] of [
      ['| --- | --- |', true],
      ['|---|---|', true],
      ['| :-- | --: | :-: |', true],
      ['--- | ---', true],
      ['|:-|', true],
      ['| - | - |', false],
      ['| — | — |', false],
      ['|  |  |', false],
      ['| --- | 0 |', false],
      ['| : | : |', false],
    ] as const) {
      const [line] = splitLines(text);
      assert.equal(isDelimiterRow(text, line ?? assert.fail()), expected, text);
    }
  });

  it('a dash in every cell is one below the first line, where more lines follow', () => {
    const second = (text: string): boolean =>
      isDelimiterRow(text, splitLines(text).find(({ pipes, start }) => pipes > 0 && text[start + 1] === '-') ?? assert.fail());
    assert.equal(second('| 甲 | 乙 |\n|-|-|\n| 1 | 2 |'), true);
    assert.equal(second('前文\r\n\r\n| 甲 | 乙 |\r\n|- | -\r\n| 1 | 2 |'), true);
    assert.equal(second('| 甲 | 乙 |\n|-|-|'), false);
    assert.equal(second('| 甲 | 乙 |\n| 丙 | 丁 |\n|-|-|\n| 1 | 2 |'), false);
    assert.equal(second('| 甲 | 乙 |\n|-| |\n| 1 | 2 |'), false);
    const draft = base('2021').replace(/^.*\t.*$/gm, (row) => `| ${row.split('\t').join(' | ')} |`);
    const gfm = draft.replace(/(?<=\n\n)(\|.*)\n(?=\|)/g, (_, first: string) => `${first}\n${'|-'.repeat(first.split('|').length - 2)}|\n`);
    assertSame(gfm);
  });

  it('delimiter rows are as wide as micromark says', () => {
    for (const row of ['| --- | --- |', '|---|---', '--- | --- | ---', ' |:-:|:-:| ', '| --- | --- | --- | --- |']) {
      const [line] = splitLines(row);
      const head = Array.from({ length: row.split('---').length + row.split(':-:').length - 2 }, () => '甲').join(' | ');
      assert.equal(delimiterWidth(row, line ?? assert.fail()), oracle(`| ${head} |\n${row}\n`)[0]?.length, row);
    }
  });
});

describe('bare pipes', () => {
  const cells = (text: string): string[][] => {
    const lines = bars(text);
    const style = pipeStyle(text, lines, 0, lines.length - 1);
    return lines.map((line) => pipeCells(text, line, style, 0).map(({ start, end }) => text.slice(start, end)));
  };
  const styleOf = (text: string): PipeStyle => {
    const lines = splitLines(text);
    return pipeStyle(text, lines, 0, lines.length - 1);
  };

  it('as web pages give them: padded spans, a bar behind every cell', () => {
    assert.deepEqual(cells('第二十条第（一）项 ||||\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 0 | 0 | 0\n'), [
      ['第二十条第（一）项', '', '', '', ''],
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', '0', '0', '0'],
    ]);
    assert.deepEqual(cells('规章 | 0 |  | 0 |\n行政许可 | 5 | |\n行政处罚 | 7 |\n'), [
      ['规章', '0', '', '0'],
      ['行政许可', '5', ''],
      ['行政处罚', '7'],
    ]);
  });

  it('with a leading bar, without padding', () => {
    assert.deepEqual(cells('|规章|0|0|0|\n||1||2|\n'), [
      ['规章', '0', '0', '0'],
      ['', '1', '', '2'],
    ]);
  });

  it('a bar at the head is a blank cell where other lines have none', () => {
    assert.deepEqual(cells('甲 | 乙 | 丙 |\n| 1 | 2 |\n'), [
      ['甲', '乙', '丙'],
      ['', '1', '2'],
    ]);
  });

  it('says how bars are used', () => {
    assert.deepEqual(styleOf('| a | b |\n| c | d |'), { leading: true, trailing: true, lone: 'none', spaced: false });
    assert.deepEqual(styleOf('a | b\nc | d'), { leading: false, trailing: false, lone: 'none', spaced: false });
    assert.deepEqual(styleOf('a | b |\nc | d |'), { leading: false, trailing: true, lone: 'none', spaced: false });
    assert.deepEqual(styleOf('规章 |\n0 |\n|\n0 |\n'), { leading: false, trailing: true, lone: 'blank', spaced: false });
    assert.deepEqual(styleOf('规章\n|\n0\n|\n0\n'), { leading: false, trailing: false, lone: 'divides', spaced: false });
  });

  it('a lone bar, with blanks around it or not', () => {
    for (const [text, expected] of [
      ['|', true],
      [' | ', true],
      ['　|', true],
      ['||', false],
      ['a |', false],
      ['', false],
    ] as const)
      assert.equal(isLoneBar(text, splitLines(text)[0] ?? assert.fail()), expected, JSON.stringify(text));
  });

  it('every unit of a line is in one room or a bar, whatever the line', () => {
    const line = fc
      .string({ unit: fc.constantFrom('|', ' ', '\\', '0', '一', '\t', '-', ':', '　'), minLength: 1, maxLength: 30 })
      .filter((text) => /\S/.test(text));
    fc.assert(
      fc.property(line, fc.boolean(), fc.boolean(), fc.nat(6), (text, leading, trailing, width) => {
        const found = pipeCells(text, splitLines(text)[0] ?? assert.fail(), { leading, trailing }, width);
        assert.ok(found.length >= width);
        let last = 0;
        for (const { start, end, roomStart, roomEnd } of found) {
          assert.ok(last <= roomStart && roomStart <= start && start <= end && end <= roomEnd);
          assert.doesNotMatch(text.slice(start, end), /^\s|\s$|(?<!\\)\|/);
          last = roomEnd;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

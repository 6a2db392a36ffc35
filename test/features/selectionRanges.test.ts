import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { render } from '../generator/render';
import { holds, showCase } from '../property/support';
import { draft } from '../server/drafts';
import { anyDraft, brokenDraft, encodingFor, Seen, wrongRange } from './views';

const chain = (selection: SelectionRange | undefined): SelectionRange[] => (selection ? [selection, ...chain(selection.parent)] : []);

/** The first and last characters of what is selected, step by step. */
const steps = (seen: Seen, selection: SelectionRange): string[] =>
  chain(selection).map(({ range }) => {
    const text = seen.textOf(range).replace(/\s+/g, ' ');
    return text.length <= 14 ? text : `${text.slice(0, 6)}…${text.slice(-6)}`;
  });

/** Every step is larger than the one in it and holds it; the first holds the caret, the last is the whole. */
function wrongChain(seen: Seen, offset: number, selection: SelectionRange): string | undefined {
  const ranges = chain(selection).map(({ range }) => range);
  const wrong = ranges.map((range) => wrongRange(seen, range)).find((one) => one !== undefined);
  if (wrong) return wrong;
  let inner = { start: offset, end: offset };
  for (const [i, range] of ranges.entries()) {
    const { start, end } = seen.offsets(range);
    if (start > inner.start || end < inner.end) return `step ${i} does not hold what is in it`;
    if (i > 0 && end - start <= inner.end - inner.start) return `step ${i} is no larger than the one before`;
    inner = { start, end };
  }
  return inner.start === 0 && inner.end === seen.text.length ? undefined : 'the last step is not the whole draft';
}

describe('selection ranges', () => {
  const seen = new Seen(
    draft({ values: { 'requests/carriedIn/legal': '83' } }).replace('监督保障各项工作。', '监督保障各项工作。\n全年无事。\n\n另起一段。'),
  );
  const cases: readonly (readonly [string, part: string, skip: number, steps: readonly string[]])[] = [
    ['in a cell', '83', 1, ['83', '二、上年结转…83 0 0', '（本列数据的… 0 0 0', '三、收到和处… 0 0 0']],
    [
      'in the label of a row',
      '二、上年结转',
      3,
      ['二、上年结转…公开申请数量', '二、上年结转…83 0 0', '（本列数据的… 0 0 0', '三、收到和处… 0 0 0'],
    ],
    ['in a head', '商业企业', 2, ['商业企业', '（本列数据的… 0 0 0', '三、收到和处… 0 0 0']],
    ['in a label over rows', '（三）不予公开', 2, ['（三）不予公开', '（本列数据的… 0 0 0', '三、收到和处… 0 0 0']],
    ['in the label of a row side by side with others', '复议后起诉', 1, ['复议后起诉', '行政复议 行… 0 0 0', '四、政府信息… 0 0 0']],
    ['in prose', '全年无事', 2, ['全年无事。', '2023年，… 全年无事。', '2023年，… 另起一段。', '一、总体情况… 另起一段。']],
    ['in a heading', '五、存在', 2, ['五、存在的主要问题及改进情况', '五、存在的主…周更新制度。']],
    ['in the title', '清河县民政局', 2, ['清河县民政局…工作年度报告']],
    ['between sections', '六、其他需要报告的事项', -1, []],
  ];
  for (const [name, part, skip, expected] of cases) {
    it(name, () => {
      const [selection] = seen.ask(selectionRanges, { positions: [seen.at(part, skip)] });
      const found = steps(seen, selection);
      assert.equal(found.at(-1), `清河县民政局…${seen.text.replace(/\s+/g, ' ').slice(-6)}`);
      assert.deepEqual(found.slice(0, -1), expected);
    });
  }

  it('one for each of many carets', () => {
    const offsets = Array.from({ length: seen.text.length + 1 }, (_, i) => i);
    const selections: SelectionRange[] = seen.ask(selectionRanges, { positions: offsets.map((offset) => seen.position(offset)) });
    assert.equal(selections.length, offsets.length);
    for (const [offset, selection] of selections.entries()) assert.equal(wrongChain(seen, offset, selection), undefined, `at ${offset}`);
  });

  it('none in other files', () =>
    assert.equal(new Seen('# 笔记\n').ask(selectionRanges, { positions: [{ line: 0, character: 1 }] }), null));

  holds(
    'go from every value to its row and its table',
    anyDraft,
    { fixed: 40, random: 20 },
    ({ spec, style }) => {
      const { text, cells } = render(spec, style);
      const drawn = new Seen(text);
      const selections: SelectionRange[] = drawn.ask(selectionRanges, { positions: cells.map(({ start }) => drawn.position(start)) });
      for (const [i, { table, row, start, end }] of cells.entries()) {
        const wrong = wrongChain(drawn, start, selections[i]!);
        if (wrong) return `${table} ${row}: ${wrong}`;
        const ranges = chain(selections[i]).map(({ range }) => drawn.offsets(range));
        if (ranges[0]?.start !== start || ranges[0]?.end !== end) return `${table} ${row}: the first step is not the value`;
        const own = cells.filter((cell) => cell.table === table && cell.row === row);
        const [first, last] = [own[0]!.start, own.at(-1)!.end];
        if (!ranges.slice(0, own.length > 1 ? 2 : 1).some((range) => range.start <= first && range.end >= last))
          return `${table} ${row}: the second step is not the row`;
        const whole = cells.filter((cell) => cell.table === table);
        const around = ranges.slice(0, -2).filter((range) => range.start <= whole[0]!.start && range.end >= whole.at(-1)!.end);
        if (around.length === 0) return `${table} ${row}: no step is the table`;
      }
      return undefined;
    },
    (value) => showCase(value, render(value.spec, value.style)),
  );

  holds(
    'grow strictly, whatever the text is',
    fc.tuple(brokenDraft, fc.array(fc.nat(), { minLength: 1, maxLength: 20 })),
    { fixed: 40, random: 20 },
    ([text, places]) => {
      const broken = new Seen(text, { encoding: encodingFor(text) });
      // Inside a character no position points.
      const offsets = places.map((place) => {
        const position = broken.position(place % (text.length + 1));
        return broken.offsets({ start: position, end: position }).start;
      });
      const selections: SelectionRange[] | null = broken.ask(selectionRanges, {
        positions: offsets.map((offset) => broken.position(offset)),
      });
      for (const [i, selection] of (selections ?? []).entries()) {
        const wrong = wrongChain(broken, offsets[i]!, selection);
        if (wrong) return `${wrong} (${encodingFor(text)}, at ${offsets[i]})`;
      }
      return undefined;
    },
    JSON.stringify,
  );
});

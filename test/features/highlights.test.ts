import assert from 'node:assert/strict';
import type { DocumentHighlight } from 'vscode-languageserver';
import { highlights } from '../../server/src/features/highlights';
import { cellKey, equations } from '../generator/model';
import { render } from '../generator/render';
import { holds, showCase } from '../property/support';
import { draft } from '../server/drafts';
import { anyDraft, rangesLieInText, Seen } from './views';

const kinds = ['', 'text', 'read', 'write'];

const highlightsAt = (seen: Seen, offset: number): DocumentHighlight[] | null => seen.ask(highlights, { position: seen.position(offset) });

/** `write row/column`, in the order of the text. */
const shown = (seen: Seen, [table, row, column]: readonly [never, string, string]): string[] | undefined =>
  highlightsAt(seen, seen.cell(table, row, column).range.start)?.map(
    ({ range, kind }) => `${kinds[kind ?? 0]} ${seen.nameOf(range).slice(`${table}/`.length)}`,
  );

describe('document highlights', () => {
  const seen = new Seen(draft());
  const cases: readonly (readonly [name: string, cell: readonly [string, string, string], found: readonly string[] | undefined])[] = [
    [
      'a total and its parts',
      ['disputes', 'review', 'total'],
      ['read review/upheld', 'read review/corrected', 'read review/other', 'read review/pending', 'write review/total'],
    ],
    ['a part and its total', ['disputes', 'review', 'other'], ['read review/other', 'write review/total']],
    [
      'a part of a row and of a column',
      ['requests', 'denied.secret', 'legal'],
      ['read denied.secret/legal', 'write denied.secret/total', 'write processed/legal'],
    ],
    ['a part of a row only', ['requests', 'carriedOut', 'other'], ['read carriedOut/other', 'write carriedOut/total']],
    ['nothing where there is no sum', ['disclosure', 'licensing', 'decisions'], undefined],
  ];
  for (const [name, cell, found] of cases) it(name, () => assert.deepEqual(shown(seen, cell as never), found));

  it('a total of two sums and the parts of both', () => {
    const found = shown(seen, ['requests' as never, 'processed', 'total']) ?? [];
    assert.equal(found.length, 22 - 1 + 6 + 1);
    assert.deepEqual(found.slice(-7), [
      ...['natural', 'business', 'research', 'welfare', 'legal', 'other'].map((column) => `read processed/${column}`),
      'write processed/total',
    ]);
    assert.equal(found[0], 'read granted/total');
  });

  it('the values of a row on its label', () => {
    const found: DocumentHighlight[] = seen.ask(highlights, { position: seen.at('（七）总计', 2) });
    assert.deepEqual(
      found.map(({ range, kind }) => `${kinds[kind ?? 0]} ${seen.nameOf(range)}`),
      ['natural', 'business', 'research', 'welfare', 'legal', 'other', 'total'].map((column) => `read requests/processed/${column}`),
    );
  });

  it('the numbers of the prose and their cells', () => {
    const told = new Seen(
      draft().replace(/\d{4}年，本单位依法[^\n]*/, '（一）主动公开。作出行政许可决定9件。（二）依申请公开。新收申请51件，予以公开3件。'),
    );
    const of = (offset: number): string[] | undefined =>
      highlightsAt(told, offset)?.map(({ range, kind }) => {
        const name = told.nameOf(range);
        return `${kinds[kind ?? 0]} ${name.startsWith('no cell') ? told.textOf(range) : name}`;
      });
    assert.deepEqual(of(told.text.indexOf('51件')), ['text 51', 'read requests/received/total']);
    assert.deepEqual(of(told.cell('disclosure', 'licensing', 'decisions').range.start), ['text 9', 'read disclosure/licensing/decisions']);
    assert.deepEqual(of(told.cell('requests', 'received', 'total').range.start)?.[0], 'text 51');
    assert.deepEqual(of(told.text.indexOf('（一）予以公开') + 1)?.[0], 'text 3');
    assert.equal(of(told.text.indexOf('新收申请')), undefined);
  });

  it('nothing on headings, heads, in prose and in other files', () => {
    for (const part of ['三、收到和处理', '商业企业', '存在的主要问题：', '清河县'])
      assert.equal(seen.ask(highlights, { position: seen.at(part, 1) }), null, part);
    assert.equal(highlightsAt(new Seen('| 总计 | 3 |\n| --- | --- |\n'), 7), null);
  });

  holds(
    'of every total are the operands of its equations',
    anyDraft,
    { fixed: 60, random: 30 },
    ({ spec, style }) => {
      const drawn = render(spec, style);
      const draftSeen = new Seen(drawn.text);
      for (const { definition, edition } of Object.values(spec.values)) {
        const own = equations(edition).filter(({ table, left }) => table === definition.id && left.length === 1);
        const places = new Map(
          drawn.cells.filter(({ table }) => table === definition.id).map((cell) => [cellKey(cell.row, cell.column), cell.start]),
        );
        for (const total of new Set(own.map(({ left }) => left[0]!))) {
          const operands = new Set([total, ...own.filter(({ left }) => left[0] === total).flatMap(({ right }) => right)]);
          const expected = [...operands].map((key) => places.get(key)!).sort((a, b) => a - b);
          const found = highlightsAt(draftSeen, places.get(total)!) ?? [];
          const starts = found.map(({ range }) => draftSeen.offsets(range).start);
          if (starts.join(' ') !== expected.join(' ')) return `${definition.id} ${total}: ${starts} instead of ${expected}`;
          const written = found.filter(({ kind }) => kind === 3).map(({ range }) => draftSeen.offsets(range).start);
          if (written.length !== 1 || written[0] !== places.get(total)) return `${definition.id} ${total} is not what is written`;
        }
      }
      return undefined;
    },
    (value) => showCase(value, render(value.spec, value.style)),
  );

  rangesLieInText((seen) => seen.places(150).flatMap((offset) => (highlightsAt(seen, offset) ?? []).map(({ range }) => range)));
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Range as LspRange, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '../../server/src/analysis/analyze';
import { defaultEditing } from '../../server/src/editing/edit';
import type { TableId } from '../../server/src/editions';
import { Context, type View } from '../../server/src/features/context';
import type { Feature } from '../../server/src/features/feature';
import { type Encoding, offsetAt } from '../../server/src/positions';
import type { Cell, Range } from '../../server/src/reading/report';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { faultKinds, withFault } from '../generator/faults';
import { Random } from '../generator/random';
import { layoutNames, render } from '../generator/render';
import { type Case, holds } from '../property/support';

export const uri = 'file:///draft.md';

/** A draft as a client sees it that may ask for features of it. */
export class Seen {
  readonly context: Context;
  private readonly document: TextDocument;

  constructor(
    readonly text: string,
    private readonly view: Partial<View> = {},
  ) {
    this.document = TextDocument.create(uri, 'markdown', 1, text);
    const able = { versionedEdits: true, annotatedEdits: true, snippets: true, markdownHover: true, codeActions: true, picksLayout: true };
    this.context = new Context(
      this.document,
      analyze(text),
      { language: 'zh', encoding: 'utf-16', ...able, ...view } as View,
      defaultEditing,
    );
  }

  private get encoding(): Encoding {
    return this.view.encoding ?? 'utf-16';
  }

  /** The answer as it arrives. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the feature says; the tests look into it
  ask(feature: Feature, params: object = {}): any {
    const answer = feature.answer(this.context, { textDocument: { uri }, ...params });
    return answer === null ? null : JSON.parse(JSON.stringify(answer));
  }

  position(offset: number): Position {
    return this.context.range({ start: offset, end: offset }).start;
  }

  /** Where a text stands, `skip` units behind its beginning. */
  at(part: string, skip = 0): Position {
    const start = this.text.indexOf(part);
    assert.ok(start >= 0, `the draft has no ${part}`);
    return this.position(start + skip);
  }

  /** Some offsets, spread evenly over the text. */
  places(count: number): number[] {
    const { length } = this.text;
    const step = Math.max(1, Math.floor(length / count));
    return Array.from({ length: Math.floor(length / step) + 1 }, (_, i) => i * step);
  }

  get whole(): LspRange {
    return this.context.range({ start: 0, end: this.text.length });
  }

  offsets({ start, end }: LspRange): Range {
    return { start: offsetAt(this.document, start, this.encoding), end: offsetAt(this.document, end, this.encoding) };
  }

  textOf(range: LspRange): string {
    const { start, end } = this.offsets(range);
    return this.text.slice(start, end);
  }

  /** What stands in its line before a position. */
  before(position: Position): string {
    return this.textOf({ start: { line: position.line, character: 0 }, end: position });
  }

  cell(table: TableId, row: string, column: string): Cell {
    const cell = this.context.analysis.report.tables
      .get(table)
      ?.rows.find((bound) => bound.row.id === row)
      ?.cells.get(column);
    assert.ok(cell, `the draft has no ${table}/${row}/${column}`);
    return cell;
  }

  /** `table/row/column` of the cell that stands at a range. */
  nameOf(range: LspRange): string {
    const { start, end } = this.offsets(range);
    for (const table of this.context.analysis.report.tables.values())
      for (const { row, cells } of table.rows)
        for (const cell of cells.values())
          if (cell.range.start === start && cell.range.end === end) return `${table.definition.id}/${row.id}/${cell.column.id}`;
    return `no cell at ${start}–${end}`;
  }
}

/** Whether a range is one of the text: neither behind its end nor backwards. */
export function wrongRange(seen: Seen, range: LspRange): string | undefined {
  const { start, end } = seen.offsets(range);
  const again = seen.context.range({ start, end });
  return start <= end && JSON.stringify(again) === JSON.stringify(range) ? undefined : `no range of the text: ${JSON.stringify(range)}`;
}

/** Balanced drafts in any layout. */
export const anyDraft: fc.Arbitrary<Case> = fc
  .record({ spec: balancedSpec, styles: fc.tuple(...layoutNames.map((layout) => draftStyle(layout))), at: fc.nat(layoutNames.length - 1) })
  .map(({ spec, styles, at }) => ({ spec, style: styles[at]! }));

/** Pieces of tables and headings, to be strewn into drafts. */
const pieces = [
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '　',
  '<td>',
  '</table>',
  '<!--',
  '7',
  '',
  '',
  '一、总体情况\n',
  '（七）总计',
  '\n总计\n',
  '😀',
  '\ud800',
  '行政诉讼',
];

/** Drafts with a fault that are then damaged: cut, doubled, strewn with pieces. */
export const brokenDraft: fc.Arbitrary<string> = fc
  .record({
    drawn: anyDraft,
    fault: fc.constantFrom(undefined, ...faultKinds),
    seed: fc.nat(),
    damages: fc.array(
      fc.record({ at: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(500)), piece: fc.constantFrom(...pieces) }),
      {
        maxLength: 6,
      },
    ),
  })
  .map(({ drawn: { spec, style }, fault, seed, damages }) => {
    const faulty = fault ? withFault(spec, fault, style.layout, new Random(seed)) : undefined;
    let { text } = render(faulty ?? spec, style);
    for (const { at, length, piece } of damages) {
      const start = at % (text.length + 1);
      // What is cut out is now and then doubled instead.
      text =
        length % 7 === 6 ? text.slice(0, start + length) + text.slice(start) : text.slice(0, start) + piece + text.slice(start + length);
    }
    return text;
  });

const encodings: readonly Encoding[] = ['utf-16', 'utf-8', 'utf-32'];

/** Each is as good as another; which one a draft is read in depends on the draft alone. */
export const encodingFor = (text: string): Encoding => encodings[text.length % encodings.length]!;

/** A property: the ranges that a feature gives are ranges of the text, whatever it is. */
export function rangesLieInText(rangesOf: (seen: Seen) => readonly LspRange[]): void {
  holds(
    'lie in the text, whatever it is',
    brokenDraft,
    { fixed: 60, random: 30 },
    (text) => {
      const seen = new Seen(text, { encoding: encodingFor(text) });
      for (const range of rangesOf(seen)) {
        const wrong = wrongRange(seen, range);
        if (wrong) return wrong;
      }
      return undefined;
    },
    JSON.stringify,
  );
}

import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze';
import type { TableId } from '../../server/src/editions';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { cellKey, type Written } from '../generator/model';
import { Random } from '../generator/random';
import { type DraftStyle, layoutNames, render } from '../generator/render';
import type { Spec } from '../generator/spec';
import { type Case, holds, showCase } from './support';

/** Blanks many cells of a report, whole rows and columns among them, as in a draft that is being filled in. */
function halfFilled(spec: Spec, share: number, seed: number): Spec {
  const random = new Random(seed);
  const values = Object.fromEntries(
    Object.entries(spec.values).map(([table, one]) => {
      const shares = new Map<string, number>();
      const shareOf = (id: string): number => {
        if (!shares.has(id)) shares.set(id, random.chance(0.2) ? 1 : random.chance(0.2) ? 0 : share);
        return shares.get(id)!;
      };
      const cells = [...one.cells].map(([place, cell]): [string, Written] => {
        const [row = '', column = ''] = place.split('/');
        const isBlank = random.chance(Math.max(shareOf(`row ${row}`), shareOf(`column ${column}`)));
        return [place, isBlank ? { kind: cell.kind, normal: null, text: '' } : cell];
      });
      return [table, { ...one, cells: new Map(cells) }];
    }),
  ) as unknown as Spec['values'];
  return { ...spec, values };
}

/** Whether every blank cell can be told, so that no value may be lost. */
const tellsBlanks = ({ layout }: DraftStyle): boolean =>
  layout.layout === 'html' || layout.layout === 'gfm' || (layout.layout === 'pipe' && layout.style.cells === 'framed');

/** Figures that agreed before others were taken out still do; what cannot be told is no fault. */
const unwarranted = /^(?:sum-|stock-|decisions-|cell-(?:value|unit|format)|section-|table-edition|column-label|internal-)/;

/** What is bound is what stands in the cell, or nothing: however many others are blank. */
describe('half-filled drafts', () => {
  for (const layout of layoutNames) {
    const drafts: fc.Arbitrary<Case> = fc
      .record({
        spec: balancedSpec,
        style: draftStyle(layout),
        share: fc.constantFrom(0.1, 0.5, 0.9),
        seed: fc.integer({ min: 0, max: 0x7fffffff }),
      })
      .map(({ spec, style, share, seed }) => ({ spec: halfFilled(spec, share, seed), style }));
    holds(
      layout,
      drafts,
      { fixed: 60, random: 40 },
      ({ spec, style }) => {
        const drawn = render(spec, style);
        const { report, findings } = analyze(drawn.text);
        const alarm = findings.find(({ rule }) => unwarranted.test(rule));
        if (alarm) return `${alarm.rule} at ${alarm.range.start}: ${alarm.message.zh}`;
        for (const [id, table] of report.tables) {
          if (table.edition.id !== spec.values[id as TableId].edition) continue;
          for (const row of table.rows) {
            for (const { column, range, value } of row.cells.values()) {
              const place = cellKey(row.row.id, column.id);
              const written = spec.values[id].cells.get(place)?.normal ?? null;
              const bound = value.state === 'number' ? value.normal : null;
              if (bound === written) continue;
              if (bound !== null) return `${id} ${place} is ${bound} at ${range.start}, not ${written}`;
              if (tellsBlanks(style)) return `${id} ${place} is blank, not ${written}`;
            }
          }
        }
        return undefined;
      },
      (value) => showCase(value, render(value.spec, value.style)),
    );
  }
});

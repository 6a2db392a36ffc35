import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { type FaultKind, faultKinds, withFault } from '../generator/faults';
import { Random } from '../generator/random';
import { layoutNames, render } from '../generator/render';
import { type Case, disagreement, holds, readings, showCase } from './support';

/** Draws a balanced report and puts one fault into it. */
const faulty = (layout: (typeof layoutNames)[number], kind: FaultKind): fc.Arbitrary<Case> =>
  fc
    .record({ spec: balancedSpec, style: draftStyle(layout), seed: fc.integer({ min: 0, max: 0x7fffffff }) })
    .map(({ spec, style, seed }) => ({ spec: withFault(spec, kind, style.layout, new Random(seed)), style }))
    .filter((drawn): drawn is Case => drawn.spec !== undefined);

/** Layouts that cannot show a fault of the kind, or cannot show it without leaving room for another reading. */
const silent: Partial<Record<FaultKind, readonly string[]>> = {
  dropped: ['gfm', 'small-tables', 'lines', 'columns', 'words'],
  empty: ['lines', 'columns', 'words'],
};

/** One fault gives exactly the findings that follow from it, at their places, and no wrong value. */
describe('one fault', () => {
  for (const layout of layoutNames) {
    describe(layout, () => {
      for (const kind of faultKinds) {
        if (silent[kind]?.includes(layout)) continue;
        holds(
          kind,
          faulty(layout, kind),
          kind === 'number' || kind === 'text' || kind === 'blank' || kind === 'row'
            ? { fixed: 60, random: 25 }
            : { fixed: 25, random: 12 },
          (value) => {
            const drawn = render(value.spec, value.style);
            const analysis = analyze(drawn.text);
            const wrong = readings(value).map((options) => disagreement(analysis, value.spec, drawn, options, kind === 'numbers'));
            return wrong.includes(undefined) ? undefined : wrong.join('\n  or\n');
          },
          (value) => showCase(value, render(value.spec, value.style)),
        );
      }
    });
  }
});

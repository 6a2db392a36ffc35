import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { withOddity } from '../generator/oddities';
import { Random } from '../generator/random';
import { layoutNames, render } from '../generator/render';
import { disagreement, holds, showCase } from './support';

/** A number that is written in an unusual way is read all the same, and one hint says how it is usually written. */
describe('unusual numbers', () => {
  for (const layout of layoutNames) {
    const drafts = fc
      .record({ spec: balancedSpec, style: draftStyle(layout), seed: fc.integer({ min: 0, max: 0x7fffffff }) })
      .map(({ spec, style, seed }) => ({ ...withOddity(spec, new Random(seed)), style }));
    holds(
      layout,
      drafts,
      { fixed: 40, random: 20 },
      ({ spec, style, cell }) => {
        const drawn = render(spec, style);
        const analysis = analyze(drawn.text);
        const wrong = disagreement(analysis, spec, drawn, { blanksLost: false });
        if (wrong) return wrong;
        const hints = analysis.findings.filter(({ rule }) => rule === 'cell-format');
        const right = hints.some(({ data }) => data.table === cell.table && data.row === cell.row && data.column === cell.column);
        return hints.length === 1 && right
          ? undefined
          : `hints on ${JSON.stringify(hints.map(({ data }) => data))}, not on ${JSON.stringify(cell)}`;
      },
      (value) => showCase(value, render(value.spec, value.style)),
    );
  }
});

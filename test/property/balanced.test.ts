import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { layoutNames, render } from '../generator/render';
import { type Case, disagreement, holds, showCase } from './support';

/** Rules of the running text; where it is cut by page numbers, that is said. */
const ofProse = /^(?:overview-|problems-|fee-|year-stale|period|date-late|unit-name|placeholder|text-|internal-)/;

const mayHavePages = /^(?:words|columns)$/;

/** A report whose figures agree gets no finding, whatever it looks like, and gives every value in its place. */
describe('balanced reports', () => {
  for (const layout of layoutNames) {
    const drafts: fc.Arbitrary<Case> = fc.record({ spec: balancedSpec, style: draftStyle(layout) });
    holds(
      layout,
      drafts,
      { fixed: 220, random: 80 },
      ({ spec, style }) => {
        const drawn = render(spec, style);
        const analysis = analyze(drawn.text);
        const { report, relations } = analysis;
        if (!report.recognised) return 'the draft was not recognised as a report';
        const wrong = disagreement(analysis, spec, drawn, { blanksLost: false });
        if (wrong) return wrong;
        if (report.year !== spec.year) return `the year is ${report.year}, not ${spec.year}`;
        if (report.unit !== spec.unit.name) return `the unit is ${report.unit}, not ${spec.unit.name}`;
        if (report.edition?.id !== spec.edition) return `the edition is ${report.edition?.id}, not ${spec.edition}`;
        const open = relations.filter(({ state }) => state !== 'holds');
        if (open.length > 0) return `${open[0]?.relation.id} is ${open[0]?.state}`;
        const asked = (spec.edition === '2021' ? 25 : 23) + 14 + 3;
        const prose = analysis.findings.find(({ rule }) => ofProse.test(rule) && !(rule === 'text-break' && mayHavePages.test(layout)));
        if (prose) return `${prose.rule}: ${prose.message.zh}`;
        return relations.length === asked ? undefined : `${relations.length} relations were judged, not ${asked}`;
      },
      (value) => showCase(value, render(value.spec, value.style)),
    );
  }
});

import fc from 'fast-check';
import { type Analysis, analyze } from '../../server/src/analysis/analyze';
import { applyEdits } from '../../server/src/editing/edit';
import { silencingFix } from '../../server/src/editing/silence';
import type { Finding } from '../../server/src/rules/rule';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { damaged } from '../generator/damages';
import { type FaultKind, faultKinds, withFault } from '../generator/faults';
import { Random } from '../generator/random';
import { layoutNames, render } from '../generator/render';
import { holds } from './support';

interface Drawn {
  readonly text: string;
  readonly seed: number;
}

const anySeed = fc.integer({ min: 0, max: 0x7fffffff });

const faultyDraft = (layout: (typeof layoutNames)[number]): fc.Arbitrary<Drawn> =>
  fc
    .record({ spec: balancedSpec, style: draftStyle(layout), kind: fc.constantFrom<FaultKind>(...faultKinds), seed: anySeed })
    .map(({ spec, style, kind, seed }) => {
      const faulty = withFault(spec, kind, style.layout, new Random(seed));
      return faulty && { text: render(faulty, style).text, seed };
    })
    .filter((drawn) => drawn !== undefined);

const damagedDraft = (layout: (typeof layoutNames)[number]): fc.Arbitrary<Drawn> =>
  fc.record({ spec: balancedSpec, style: draftStyle(layout), seed: anySeed }).map(({ spec, style, seed }) => ({
    text: damaged(render(spec, style).text, 2, new Random(seed)),
    seed,
  }));

/** Figures that no table has, in a sentence that the ends of lines cut. */
const WRAPPED = [
  '',
  '',
  '（二）依申请公开。本年度规范办理流程，全年共收到公民、法人和其他组织提出的政府信息公开申请',
  '98765 件，上年结转政府信息公开申请',
  '87654 件。',
  '',
];

const wrappedDraft = (layout: (typeof layoutNames)[number]): fc.Arbitrary<Drawn> =>
  damagedDraft(layout)
    .map(({ text, seed }) => {
      const { sections } = analyze(text).report;
      const at = sections.find(({ number }) => number === 1)?.heading.range.end;
      const lines = WRAPPED.join(text.includes('\r\n') ? '\r\n' : '\n');
      return at === undefined ? undefined : { text: text.slice(0, at) + lines + text.slice(at), seed };
    })
    .filter((drawn) => drawn !== undefined);

/** A finding without its place: comments move what stands behind them. */
const nameOf = ({ rule, severity, message, data }: Finding): string => JSON.stringify([rule, severity, message.zh, data]);
const names = (findings: readonly Finding[]): string[] => findings.map(nameOf);

/** All that is bound, without places. */
const figures = ({ report, relations }: Analysis): string =>
  JSON.stringify([
    report.year,
    report.unit,
    report.sections.map(({ number, agreement, text }) => [number, agreement, text.length]),
    [...report.tables].map(([id, { edition, rows, layout }]) => [
      id,
      edition.id,
      layout,
      rows.map(({ row, agreement, misaligned, cells }) => [
        row.id,
        agreement,
        misaligned?.found,
        [...cells].map(([column, { value }]) => [column, value.state === 'number' ? value.normal : value.state]),
      ]),
    ]),
    relations.map(({ state }) => state),
  ]);

/** What is wrong with the silencing of one finding; `undefined` where nothing is. */
function defect(before: Analysis, finding: Finding): string | undefined {
  const { text } = before.report;
  const { edits } = silencingFix(finding, before.findings, before.report);
  if (edits.some(({ range, text: put }) => range.start !== range.end || put.replace(/<!--.*?-->/g, '').trim() !== ''))
    return 'it changes more than comments';
  if (text.startsWith('\ufeff') && edits.some(({ range }) => range.start === 0)) return 'it stands before the byte order mark';
  const result = applyEdits(text, edits);
  if (text.includes('\r\n') && !/(?<!\r)\n/.test(text) && /(?<!\r)\n/.test(result)) return 'it ends a line otherwise';
  const after = analyze(result);
  if (figures(after) !== figures(before)) return 'it changes what is read';
  // Findings of one rule on the very same place cannot be told apart.
  const together = before.findings.filter(
    ({ rule, range }) => rule === finding.rule && range.start === finding.range.start && range.end === finding.range.end,
  );
  const expected = names(before.findings.filter((other) => !together.includes(other)));
  if (names(after.findings).join('\n') !== expected.join('\n')) {
    return [
      ...names(after.findings).filter((name) => !expected.includes(name)),
      'instead of',
      ...expected.filter((name) => !names(after.findings).includes(name)),
    ].join('\n');
  }
  const suppressed = after.suppressed.map(({ finding: one }) => nameOf(one));
  if (suppressed.join('\n') !== names(together).join('\n')) return `it silences ${suppressed.join('\n')}`;
  return undefined;
}

const TRIED = 8;

function defects({ text, seed }: Drawn): string | undefined {
  const analysis = analyze(text);
  const random = new Random(seed);
  const { findings } = analysis;
  const tried = findings.length <= TRIED ? findings : Array.from({ length: TRIED }, () => random.pick(findings));
  for (const finding of tried) {
    if (finding.rule === 'unused-ignore' || finding.rule === 'internal-error') continue;
    const wrong = defect(analysis, finding);
    if (wrong) {
      const { edits } = silencingFix(finding, findings, analysis.report);
      return `${nameOf(finding)}: ${wrong}\n${JSON.stringify(edits)}`;
    }
  }
  return undefined;
}

describe('a silencer that the quick fix writes', () => {
  for (const layout of layoutNames) {
    describe(layout, () => {
      holds(
        'takes away its finding, and no other, and changes no value',
        faultyDraft(layout),
        { fixed: 40, random: 20 },
        defects,
        ({ text }) => text,
      );
      holds('does so in damaged drafts', damagedDraft(layout), { fixed: 40, random: 20 }, defects, ({ text }) => text);
      if (layout !== 'html')
        holds('does so where lines end within sentences', wrappedDraft(layout), { fixed: 20, random: 10 }, defects, ({ text }) => text);
    });
  }
});

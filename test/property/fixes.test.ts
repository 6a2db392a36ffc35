import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../server/src/analysis/analyze';
import { fixAll, fixesOf } from '../../server/src/analysis/remedies';
import { applyEdits, defaultEditing, type Edit, type EditingOptions, type Fix } from '../../server/src/editing/edit';
import type { Cell } from '../../server/src/reading/report';
import type { Finding } from '../../server/src/rules/rule';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { damaged } from '../generator/damages';
import { type FaultKind, faultKinds, withFault } from '../generator/faults';
import { Random } from '../generator/random';
import { layoutNames, render } from '../generator/render';
import { fixtures, loadFixture } from '../rules/fixture';
import { holds } from './support';

/**
 * What may be found after a fix that was not found before: consequences that the writer is told of as soon as they show.
 * Everything else that is new, but a hint, is a defect of the fix.
 */
const follows: Readonly<Record<string, RegExp>> = {
  // A figure that is written takes part in sums and plausibility, which could not be judged before or held by chance, and the prose may
  // say another.
  'cell-empty': /^(?:sum-|stock-|decisions-|rules-|prose-)/,
  'cell-value': /^(?:sum-|stock-|decisions-|rules-|prose-)/,
  'sum-row': /^(?:sum-|prose-)/,
  'sum-results': /^(?:sum-|prose-)/,
  'sum-balance': /^(?:sum-|prose-)/,
  'sum-disputes': /^(?:sum-|prose-)/,
  // The unit and the year that stand for what the draft does not say.
  // The year may not be that of the text.
  'title-missing': /^(?:title-form|year-stale|period|date-late|placeholder)$/,
  // What is to be written in a new section is named there.
  // A sentence on the year itself is held against the tables.
  'year-stale': /^prose-/,
  period: /^(?:prose-|year-stale$)/,
  // Figures under heads of another edition could not be judged before.
  'table-edition': /^(?:stock-|rules-|prose-)/,
  'section-missing': /^placeholder$/,
  'section-empty': /^placeholder$/,
};

/** New cells are blank, or 0 where that is the setting: then they take part in sums and may not be plausible beside the others. */
const insertsCells: ReadonlySet<string> = new Set(['section-missing', 'table-missing', 'table-unreadable', 'row-missing', 'table-edition']);
const followsCells: Readonly<Record<EditingOptions['fill'], RegExp>> = {
  blank: /^(?:cell-empty|table-empty)$/,
  '0': /^(?:sum-|stock-negative$|prose-table$)/,
};

/** Another table comes in the place of the one that is there, whose figures are carried over or left behind it as text. */
const replacesTable: ReadonlySet<string> = new Set(['table-edition', 'table-unreadable']);

const mayFollow = (fixed: string, found: string, { fill }: EditingOptions): boolean =>
  follows[fixed]?.test(found) === true || (insertsCells.has(fixed) && (followsCells[fill].test(found) || followsCells.blank.test(found)));

const nameOf = ({ rule, data: { section, table, row, column } }: Finding): string =>
  [rule, section, table, row, column].map((part) => part ?? '').join(' ');

const counted = (findings: readonly Finding[]): Map<string, number> => {
  const count = new Map<string, number>();
  for (const finding of findings) count.set(nameOf(finding), (count.get(nameOf(finding)) ?? 0) + 1);
  return count;
};

const cellsOf = ({ report }: Analysis): Map<string, Cell> =>
  new Map(
    [...report.tables].flatMap(([id, { rows }]) =>
      rows.flatMap(({ row, cells }) => [...cells].map(([column, cell]) => [`${id}/${row.id}/${column}`, cell] as const)),
    ),
  );

/** What is wrong with a fix of a finding; `undefined` where nothing is. */
function defect(before: Analysis, finding: Finding, fix: Fix, options: EditingOptions): string | undefined {
  const { text } = before.report;
  const { edits } = fix;
  let end = 0;
  for (const [i, edit] of edits.entries()) {
    if (edit.range.start < end || (i > 0 && edit.range.start === end && edits[i - 1]!.range.start === end)) return 'edits overlap';
    if (edit.range.end < edit.range.start || edit.range.end > text.length) return 'an edit lies outside of the text';
    if (edit.range.start === 0 && text.startsWith('\ufeff')) return 'an edit before the byte order mark';
    const breaksLine = /(?<!\r)\n/.test(edit.text) && text.includes('\r\n') && !/(?<!\r)\n/.test(text);
    if (breaksLine) return 'line feeds put into a draft whose lines end with CR LF';
    const cuts = ({ range }: Edit): boolean => [range.start, range.end].some((at) => text[at] === '\n' && text[at - 1] === '\r');
    if (cuts(edit)) return 'an edit begins or ends between CR and LF';
    end = edit.range.end;
  }
  const result = applyEdits(text, edits);
  if (result === text) return 'it changes nothing';
  const after = analyze(result);
  const [was, is] = [counted(before.findings), counted(after.findings)];
  const name = nameOf(finding);
  if ((is.get(name) ?? 0) >= (was.get(name) ?? 0)) return 'the finding is still there';
  for (const found of after.findings) {
    if (found.severity === 'hint') continue;
    if ((is.get(nameOf(found)) ?? 0) <= (was.get(nameOf(found)) ?? 0) || mayFollow(finding.rule, found.rule, options)) continue;
    return `it brings ${nameOf(found)}: ${found.message.zh}`;
  }
  const cells = cellsOf(after);
  for (const [place, { value, range }] of cellsOf(before)) {
    if (value.state !== 'number' || replacesTable.has(finding.rule)) continue;
    if (!fix.safe && edits.some((edit) => edit.range.start <= range.end && edit.range.end >= range.start)) continue;
    const now = cells.get(place)?.value;
    if (now?.state !== 'number' || now.normal !== value.normal)
      return `${place} was ${value.normal}, is ${now?.state === 'number' ? now.normal : now?.state}`;
  }
  return undefined;
}

/** How many fixes of one draft are tried; of every rule at least one. */
const TRIED = 14;

function defects(text: string, options: EditingOptions, random: Random): string | undefined {
  const analysis = analyze(text);
  const all = analysis.findings.flatMap((finding) => fixesOf(finding, analysis, options).map((fix) => ({ finding, fix })));
  const rules = new Set<string>();
  const firsts = all.filter(({ finding }) => !rules.has(finding.rule) && rules.add(finding.rule));
  const others = all.length <= TRIED ? all : Array.from({ length: TRIED - firsts.length }, () => random.pick(all));
  for (const { finding, fix } of new Set([...firsts, ...others])) {
    const wrong = defect(analysis, finding, fix, options);
    if (wrong) {
      const edits = fix.edits.map(
        ({ range, text: put }) => `${JSON.stringify(text.slice(range.start, range.end))} → ${JSON.stringify(put)}`,
      );
      return `${nameOf(finding)} · ${fix.title.zh}: ${wrong}\n${edits.slice(0, 8).join('\n').slice(0, 2000)}`;
    }
  }
  return undefined;
}

const sentences = (text: string): string => text.match(/[^\s|<>]*。/g)?.join('') ?? '';
const digits = (text: string): string =>
  [...(text.match(/[0-9０-９]/g) ?? [])]
    .map((d) => d.normalize('NFKC'))
    .sort()
    .join('');

/** What is wrong with fix-all on a draft. */
function defectOfAll(text: string, options: EditingOptions): string | undefined {
  const before = analyze(text);
  const result = applyEdits(text, fixAll(text, {}, options));
  if (fixAll(result, {}, options).length > 0) return 'fix-all finds more to do the second time';
  const after = analyze(result);
  const [was, is] = [counted(before.findings), counted(after.findings)];
  for (const found of after.findings) {
    if (found.severity !== 'hint' && (is.get(nameOf(found)) ?? 0) > (was.get(nameOf(found)) ?? 0)) return `fix-all brings ${nameOf(found)}`;
  }
  const cells = cellsOf(after);
  for (const [place, { value }] of cellsOf(before)) {
    const now = cells.get(place)?.value;
    if (now?.state !== value.state || (now.state === 'number' && value.state === 'number' && now.normal !== value.normal))
      return `fix-all changes ${place}`;
  }
  if (sentences(result) !== sentences(text)) return 'fix-all changes a sentence';
  return undefined;
}

interface Drawn {
  readonly text: string;
  readonly seed: number;
  readonly options: EditingOptions;
}

const editing = fc.record<EditingOptions>({
  fill: fc.constantFrom<EditingOptions['fill']>('blank', '0'),
  layout: fc.constantFrom<EditingOptions['layout']>('gfm', 'tab', 'html'),
});
const anySeed = fc.integer({ min: 0, max: 0x7fffffff });

const damagedDraft = (layout: (typeof layoutNames)[number]): fc.Arbitrary<Drawn> =>
  fc
    .record({ spec: balancedSpec, style: draftStyle(layout), seed: anySeed, count: fc.integer({ min: 1, max: 3 }), options: editing })
    .map(({ spec, style, seed, count, options }) => ({
      text: damaged(render(spec, style).text, count, new Random(seed)),
      seed,
      options,
    }));

const faultyDraft = (layout: (typeof layoutNames)[number]): fc.Arbitrary<Drawn> =>
  fc
    .record({
      spec: balancedSpec,
      style: draftStyle(layout),
      kind: fc.constantFrom<FaultKind>(...faultKinds),
      seed: anySeed,
      options: editing,
    })
    .map(({ spec, style, kind, seed, options }) => {
      const faulty = withFault(spec, kind, style.layout, new Random(seed));
      return faulty && { text: render(faulty, style).text, seed, options };
    })
    .filter((drawn) => drawn !== undefined);

const judge = ({ text, options, seed }: Drawn): string | undefined => defects(text, options, new Random(seed));
const judgeAll = ({ text, options }: Drawn): string | undefined => defectOfAll(text, options);
const shown = ({ text }: Drawn): string => text;

describe('fixes', () => {
  for (const layout of layoutNames) {
    describe(layout, () => {
      holds('settle what they say, and nothing else, in damaged drafts', damagedDraft(layout), { fixed: 60, random: 8 }, judge, shown);
      holds(
        'settle what they say, and nothing else, in drafts with one fault',
        faultyDraft(layout),
        { fixed: 40, random: 8 },
        judge,
        shown,
      );
      holds('fix-all settles, changes no figure and no sentence', damagedDraft(layout), { fixed: 40, random: 8 }, judgeAll, shown);
    });
  }

  const folder = join(fixtures, 'rules');
  for (const rule of readdirSync(folder)) {
    for (const name of readdirSync(join(folder, rule)).filter((file) => file.startsWith('bad'))) {
      it(`settle what they say in ${rule}/${name}`, () => {
        const { text, options } = loadFixture(join(folder, rule, name));
        if (Object.keys(options).length > 0) return;
        assert.equal(defects(text, defaultEditing, new Random(1)), undefined);
        assert.equal(defectOfAll(text, defaultEditing), undefined);
      });
    }
  }
});

const corpus = join(__dirname, '..', '..', '..', 'shared', 'corpus');
const describeCorpus = existsSync(corpus) ? describe : undefined;

describeCorpus?.('fixes of real reports', () => {
  const files = [corpus, join(corpus, 'more')].flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).flatMap((name) => (name.endsWith('.txt') ? [join(folder, name)] : [])) : [],
  );
  for (const file of files) {
    it(`${file.slice(corpus.length + 1)}: no digit and no sentence is lost`, () => {
      const text = readFileSync(file, 'utf8');
      const result = applyEdits(text, fixAll(text, {}, defaultEditing));
      assert.equal(digits(result), digits(text));
      assert.equal(defectOfAll(text, defaultEditing), undefined);
      assert.equal(defects(text, defaultEditing, new Random(7)), undefined);
    });
  }
});

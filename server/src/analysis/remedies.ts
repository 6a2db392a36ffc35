import { adjoined, compose, trimmed } from '../editing/compose';
import { applyEdits, type Edit, type EditingOptions, type Fix } from '../editing/edit';
import type { Report } from '../reading/report';
import { ruleById } from '../rules';
import { type Finding, judgementFor, sharedJudgement } from '../rules/rule';
import { type Analysis, type AnalyzeOptions, analyze } from './analyze';

/** The remedies of a finding, the best first; none where its rule has none for it, or fails. */
export function fixesOf(finding: Finding, analysis: Analysis, options: EditingOptions): Fix[] {
  try {
    return [...eachFix(finding, analysis, options)];
  } catch {
    return [];
  }
}

/** The first remedy of a kind: those behind it, which may take long, are not made. */
export function findFix(finding: Finding, analysis: Analysis, options: EditingOptions, isWanted: (fix: Fix) => boolean): Fix | undefined {
  try {
    for (const fix of eachFix(finding, analysis, options)) if (isWanted(fix)) return fix;
  } catch {
    // A rule that fails has none.
  }
  return undefined;
}

function* eachFix(finding: Finding, { report, relations, options: judging }: Analysis, options: EditingOptions): Iterable<Fix> {
  const rule = ruleById.get(finding.rule);
  const fixes = rule?.fixes?.(finding, judgementFor(rule, sharedJudgement({ report, relations, options: judging })), options) ?? [];
  for (const fix of fixes) {
    const edits = adjoined(fix.edits.flatMap((edit) => trimmed(report.text, edit)));
    if (edits.length > 0 && isSound(report.text, edits)) yield { ...fix, edits };
  }
}

/** Whether edits lie in the text, and none over another. */
const isSound = (text: string, edits: readonly Edit[]): boolean =>
  edits.every(({ range: { start, end } }, i) => start >= (edits[i - 1]?.range.end ?? 0) && start <= end && end <= text.length);

/** One fix may bring the next one to light; more rounds than this it never takes. */
const MAX_ROUNDS = 8;

/**
 * All safe fixes, done over and over until none is left: as one set of edits of the text. Doing it again finds nothing to do.
 * What would change a figure, a sentence or bring a new fault is left out.
 */
export function fixAll(text: string, analyzeOptions: AnalyzeOptions, options: EditingOptions): Edit[] {
  let all: Edit[] = [];
  let analysis = analyze(text, analyzeOptions);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const done = harmless(analysis, safeFixes(analysis, options), analyzeOptions);
    if (!done) break;
    all = compose(text, all, done.edits);
    analysis = done.analysis;
  }
  return all;
}

interface Done {
  readonly edits: readonly Edit[];
  readonly analysis: Analysis;
}

/** Does as many fixes as do no harm together: where all of them do, the harmful ones are found out by halves. */
function harmless(before: Analysis, fixes: readonly Fix[], options: AnalyzeOptions): Done | undefined {
  let done: Done | undefined;
  const add = (some: readonly Fix[]): void => {
    if (some.length === 0) return;
    const more = attempt(before, [...(done?.edits ?? []), ...some.flatMap(({ edits }) => edits)], options);
    if (more) done = more;
    else if (some.length > 1) {
      const half = some.length >> 1;
      add(some.slice(0, half));
      add(some.slice(half));
    }
  };
  add(fixes);
  return done;
}

/** The safe fix of a finding, where there is one. */
const safeFix = (finding: Finding, analysis: Analysis, options: EditingOptions): Fix | undefined =>
  ruleById.get(finding.rule)?.fix === 'safe' ? fixesOf(finding, analysis, options).find(({ safe }) => safe) : undefined;

export const hasSafeFix = (analysis: Analysis, options: EditingOptions): boolean =>
  analysis.findings.some((finding) => safeFix(finding, analysis, options));

/** The safe fixes of a draft that can be done together: of two that would touch each other, the first. */
export function safeFixes(analysis: Analysis, options: EditingOptions): Fix[] {
  const taken: Fix[] = [];
  const edits: Edit[] = [];
  for (const finding of analysis.findings) {
    const fix = safeFix(finding, analysis, options);
    if (!fix || fix.edits.some((edit) => edits.some((other) => touch(edit, other)))) continue;
    taken.push(fix);
    edits.push(...fix.edits);
  }
  return taken;
}

const touch = (one: Edit, other: Edit): boolean => one.range.start <= other.range.end && other.range.start <= one.range.end;

/** What comes of some edits; nothing where they do harm. */
function attempt(before: Analysis, edits: readonly Edit[], options: AnalyzeOptions): Done | undefined {
  const analysis = analyze(applyEdits(before.report.text, edits), options);
  const same = figures(before.report) === figures(analysis.report) && prose(before.report) === prose(analysis.report);
  const known = new Set(before.findings.map(nameOfFinding));
  const worse = analysis.findings.some((finding) => finding.severity !== 'hint' && !known.has(nameOfFinding(finding)));
  return same && !worse ? { edits, analysis } : undefined;
}

const nameOfFinding = ({ rule, data: { section, table, row, column } }: Finding): string => [rule, section, table, row, column].join(' ');

const figures = ({ tables }: Report): string =>
  [...tables]
    .flatMap(([id, { rows }]) =>
      rows.flatMap(({ row, cells }) =>
        [...cells].map(([column, { value }]) => `${id}/${row.id}/${column}=${value.state === 'number' ? value.normal : value.state}`),
      ),
    )
    .sort()
    .join('\n');

const prose = ({ text, sections }: Report): string =>
  sections.flatMap((section) => section.text.map(({ start, end }) => text.slice(start, end))).join('\n');

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../server/src/analysis/analyze';
import { cellsOf, type TableId } from '../../server/src/editions';
import type { Range } from '../../server/src/reading/report';
import type { Finding } from '../../server/src/rules/rule';
import { blankShows } from '../generator/faults';
import { cellKey } from '../generator/model';
import { expectedFindings, misaligned, type OracleOptions, settles, standing } from '../generator/oracle';
import { type DraftStyle, expectedValues, type Rendered } from '../generator/render';
import type { Spec } from '../generator/spec';
import { runSeed } from '../seed';

/** Rules whose findings these properties foretell; others may say more about the same drafts. */
const foretold = /^(?:title-|section-|table-|row-|column-label$|cell-|sum-|stock-negative$|decisions-misread$|rules-body$|internal-error$)/;

const show = (parts: readonly (string | number | undefined)[]): string => parts.map((part) => part ?? '·').join(' ');

/** Rules that judge a row as a whole: their column and figures are their own matter. */
const ofRow = new Set(['stock-negative', 'decisions-misread', 'rules-body', 'cell-count', 'row-missing']);
/** Rules that name the table; its section follows from it. */
const ofTable = /^(?:table|row|cell|column|sum)-/;
/** Rules whose figures the contract lays down. */
const withFigures = new Set(['sum-row', 'sum-results', 'sum-disputes', 'sum-culprit', 'table-edition']);

interface Comparable {
  readonly rule: string;
  readonly severity: string;
  readonly section?: number | undefined;
  readonly table?: string | undefined;
  readonly row?: string | undefined;
  readonly column?: string | undefined;
  readonly actual?: string | undefined;
  readonly expected?: string | undefined;
}

function key({ rule, severity, section, table, row, column, actual, expected }: Comparable): string {
  const figures = rule === 'sum-balance' ? [actual, expected].sort() : withFigures.has(rule) ? [actual, expected] : [];
  return show([severity, rule, ofTable.test(rule) ? undefined : section, table, row, ofRow.has(rule) ? undefined : column, ...figures]);
}

const keyOfFinding = (finding: Finding): string => key({ ...finding.data, rule: finding.rule, severity: finding.severity });

/** The findings that the properties speak of; a hint on how a value is written is none of them. */
export const judged = (analysis: Analysis, spec: Spec): Finding[] =>
  analysis.findings.filter(
    ({ rule, severity }) => foretold.test(rule) && severity !== 'hint' && !(rule === 'rules-body' && spec.unit.rules === 'unsure'),
  );

/** One finding for each of several rows that share a line may be one finding for the line. */
const oneCount = (keys: readonly string[], { groupsApart }: OracleOptions): string[] => {
  if (groupsApart) return [...keys].sort();
  const counts = keys.filter((text) => text.startsWith('error cell-count · disputes'));
  return [...keys.filter((text) => !counts.includes(text)), ...(counts.length > 0 ? ['error cell-count · disputes'] : [])].sort();
};

/** `undefined` where the findings are exactly the expected ones, at their places; otherwise what is wrong. */
export function disagreement(analysis: Analysis, spec: Spec, drawn: Rendered, options: OracleOptions, several = false): string | undefined {
  let expected = expectedFindings(spec, options);
  let found = judged(analysis, spec);
  if (several) {
    // With more than one wrong cell it is open which violations are taken together: a named cell must at least be sound.
    for (const { rule, data } of found) {
      const values = standing(spec).find((one) => one.definition.id === data.table);
      if (rule !== 'sum-culprit') continue;
      if (!values || !settles(spec, values, cellKey(data.row ?? '', data.column ?? ''), BigInt(data.expected ?? ''), options)) {
        return `sum-culprit names ${data.row}/${data.column}, and ${data.expected} there does not settle what it takes part in`;
      }
    }
    expected = expected.filter(({ rule }) => rule !== 'sum-culprit');
    found = found.filter(({ rule }) => rule !== 'sum-culprit');
  }
  const [foundKeys, expectedKeys] = [oneCount(found.map(keyOfFinding), options), oneCount(expected.map(key), options)];
  const unexpected = surplusOf(foundKeys, expectedKeys);
  const absent = surplusOf(expectedKeys, foundKeys);
  if (unexpected.length > 0 || absent.length > 0) {
    return [...unexpected.map((text) => `unexpected: ${text}`), ...absent.map((text) => `not found:  ${text}`)].join('\n');
  }
  for (const { at, ...one } of expected) {
    if (!at) continue;
    const cell = drawn.cells.find((placed) => placed.table === at.table && placed.row === at.row && placed.column === at.column);
    const finding = found.find((candidate) => keyOfFinding(candidate) === key(one));
    if (!cell || !finding) continue;
    const { start, end } = finding.range;
    const right = cell.start === cell.end ? blankBetween(drawn.text, finding.range, cell.start) : start === cell.start && end === cell.end;
    if (!right)
      return `${key(one)} stands on ${start}–${end} ${JSON.stringify(drawn.text.slice(start, end))}, not on the cell at ${cell.start}–${cell.end}`;
  }
  return misplaced(analysis, spec, drawn, options);
}

/** Whether a range is in the room of a blank cell: nothing but blanks stand in it, and between it and the cell. */
function blankBetween(text: string, { start, end }: Range, offset: number): boolean {
  const room = text.slice(Math.min(start, offset), Math.max(end, offset));
  return /^(?:[ \n\r　\u00a0]|&nbsp;|&#160;|&emsp;|<br ?\/?>|<\/?(?:o:p|span|p)[^<>]*>)*$/i.test(room);
}

function surplusOf(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return some.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The values that are bound, against those that were written. */
function misplaced(analysis: Analysis, spec: Spec, drawn: Rendered, options: OracleOptions): string | undefined {
  const present = standing(spec);
  for (const values of present) {
    const id = values.definition.id;
    const table = analysis.report.tables.get(id);
    if (!table) return `table ${id} was not bound`;
    if (id !== 'disputes' && table.edition.id !== values.edition)
      return `table ${id} is bound to edition ${table.edition.id}, not ${values.edition}`;
    const lost = misaligned(spec, values, options);
    const rows = expectedValues(spec, id);
    for (const bound of table.rows) {
      if (lost.has(bound.row.id)) {
        const given = [...bound.cells.values()].find((cell) => cell.value.state === 'number');
        if (given) return `row ${id} ${bound.row.id} cannot be aligned, but gives a value for ${given.column.id}`;
        continue;
      }
      for (const [column, normal] of Object.entries(rows[bound.row.id] ?? {})) {
        const cell = bound.cells.get(column);
        const given = cell?.value.state === 'number' ? cell.value.normal : null;
        if (given !== normal) return `${id} ${bound.row.id} ${column} is ${given}, not ${normal}`;
        const place = drawn.cells.find((placed) => placed.table === id && placed.row === bound.row.id && placed.column === column);
        if (!cell || !place || place.start === place.end) continue;
        if (cell.range.start !== place.start || cell.range.end !== place.end) {
          return `${id} ${bound.row.id} ${column} stands at ${place.start}–${place.end}, not at ${cell.range.start}–${cell.range.end} ${JSON.stringify(drawn.text.slice(cell.range.start, cell.range.end))}`;
        }
      }
    }
    const absent = Object.keys(rows).filter(
      (row) =>
        !table.rows.some((bound) => bound.row.id === row) &&
        !spec.faults.withoutRows?.some((left) => left.table === id && left.row === row),
    );
    if (absent.length > 0 && lost.size === 0) return `rows of ${id} were not bound: ${absent.join(', ')}`;
  }
  const extra = [...analysis.report.tables.keys()].filter((id: TableId) => !present.some((values) => values.definition.id === id));
  if (extra.length > 0) return `tables were bound that do not stand in the draft: ${extra.join(', ')}`;
  return undefined;
}

/** Every range lies in the text, and the findings stand in its order. */
export function rangesOf(analysis: Analysis): Range[] {
  const { report, findings, relations } = analysis;
  const ranges: Range[] = [];
  for (const finding of findings) ranges.push(finding.range, ...finding.related.map((related) => related.range));
  if (report.title) {
    ranges.push(report.title.range);
    if (report.title.unit) ranges.push(report.title.unit.range);
    if (report.title.year) ranges.push(report.title.year.range);
  }
  for (const section of report.sections) ranges.push(section.heading.range, section.body, ...section.text, ...section.traces);
  for (const table of report.tables.values()) {
    ranges.push(
      table.range,
      ...table.evidence.map((one) => one.range),
      ...table.unknownRows.map((row) => row.label),
      ...table.oddHeads.map((head) => head.range),
    );
    for (const row of table.rows) {
      ranges.push(row.label, row.range, ...(row.misaligned ? [row.misaligned.range] : []));
      for (const cell of row.cells.values()) ranges.push(cell.range);
    }
  }
  for (const relation of relations) for (const operand of relation.operands) if (operand.cell) ranges.push(operand.cell.range);
  return ranges;
}

export function assertSound(text: string): Analysis {
  const analysis = analyze(text);
  for (const { start, end } of rangesOf(analysis)) {
    assert.ok(
      Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length,
      `a range is ${start}–${end} in a text of ${text.length}`,
    );
  }
  analysis.findings.reduce((before, finding) => {
    assert.ok(before <= finding.range.start, 'the findings are not in the order of the text');
    return finding.range.start;
  }, 0);
  return analysis;
}

export interface Case {
  readonly spec: Spec;
  readonly style: DraftStyle;
}

/** How a cell without a number may be understood; any of the readings will do. */
export function readings({ spec, style }: Case): OracleOptions[] {
  const { layout } = style;
  const plain: OracleOptions = { blanksLost: false, groupsApart: layout.layout === 'small-tables' };
  for (const { definition, cells } of Object.values(spec.values)) {
    const unread = cellsOf(definition).filter(({ row, column }) => cells.get(cellKey(row.id, column.id))?.normal === null);
    const [one] = unread;
    if (!one || unread.length > 1) continue;
    const cell = { table: definition.id, row: one.row.id, column: one.column.id };
    if (cells.get(cellKey(cell.row, cell.column))?.text !== '') {
      // Where blanks are all that divides label and values, a text in the first place may belong to the label.
      const first = one.column === one.block.columns[0] && (layout.layout === 'columns' || layout.layout === 'words');
      return first ? [plain, { ...plain, textLost: true }] : [plain];
    }
    const shown = blankShows(layout, cell, spec);
    const lost = { ...plain, blanksLost: true };
    return shown === 'yes' ? [plain] : shown === 'no' ? [lost] : [lost, plain];
  }
  return [plain];
}

export interface Runs {
  /** Cases with the fixed seed and with the seed of this run. */
  readonly fixed: number;
  readonly random: number;
}

/** Draws cases with a fixed seed and with this run's; a failure shows seed, style, draft and what is wrong. */
export function holds<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  runs: Runs,
  property: (value: T) => string | undefined,
  draft: (value: T) => string,
): void {
  for (const [label, seed, numRuns] of [
    ['fixed seed', 20211, runs.fixed],
    [`seed ${runSeed}`, runSeed, runs.random],
  ] as const) {
    it(`${name} (${numRuns} drafts, ${label})`, function () {
      this.timeout(120_000);
      const details = fc.check(
        fc.property(arbitrary, (value) => {
          const wrong = property(value);
          if (wrong !== undefined) throw new Error(wrong);
        }),
        { seed, numRuns, interruptAfterTimeLimit: 60_000 },
      );
      if (!details.failed) return;
      const value = details.counterexample?.[0];
      const wrong =
        details.errorInstance instanceof Error
          ? (details.errorInstance.stack ?? details.errorInstance.message)
          : String(details.errorInstance);
      const shown = value === undefined ? '' : draft(value);
      assert.fail(
        `${wrong}\nGONGKAI_SEED=${seed}, path ${details.counterexamplePath}, run ${details.numRuns} of ${numRuns}, ${details.numShrinks} shrinks\n${shown}`,
      );
    });
  }
}

export const showCase = ({ style }: Case, drawn: Rendered): string => `style ${JSON.stringify(style)}\n────────\n${drawn.text}\n────────`;

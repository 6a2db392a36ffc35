import type {
  CodeAction,
  CodeActionClientCapabilities,
  CodeActionParams,
  Command as CodeCommand,
  Diagnostic,
  Range as LspRange,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis/analyze';
import { findFix, fixesOf, hasSafeFix, safeFixes } from '../analysis/remedies';
import { trimmed } from '../editing/compose';
import { differs } from '../editing/convert';
import type { Edit, Fix } from '../editing/edit';
import { brokenBy, CHECK_ZEROS, type Figure, zeroFor } from '../editing/figures';
import { tableName } from '../editing/naming';
import { misreadRows } from '../editing/reread';
import { silencingFix } from '../editing/silence';
import { fillTotals } from '../editing/totals';
import { type Bilingual, editions, type Row } from '../editions';
import type { Layout, Range, Report, Table } from '../reading/report';
import { ruleById } from '../rules';
import type { Finding } from '../rules/rule';
import { cellOf } from '../rules/subject';
import { tableEdition } from '../rules/table-edition';
import { unusedIgnore } from '../rules/unused-ignore';
import { type Command, commandIds } from './command';
import { commands } from './commands';
import type { Context } from './context';
import { diagnostic } from './diagnostics';
import { applyEditId } from './executeCommand';
import { feature } from './feature';

/** A menu that remedies more findings than this helps nobody: the whole draft may be selected. */
const MAX_FINDINGS = 100;

const QUICK_FIX = 'quickfix';
const FIX_ALL = 'source.fixAll.gongkai';
const REWRITE = 'refactor.rewrite';
/** The client asks by itself, as the caret moves. */
const automatic = 2;

/** The remedies of what is found at a place, what can be done with the table there, and all safe fixes at once. */
export const codeActions = feature<CodeActionParams, (CodeAction | CodeCommand)[]>({
  method: 'textDocument/codeAction',
  capabilities({ textDocument }) {
    const literals = (textDocument?.codeAction?.codeActionLiteralSupport ?? undefined) !== undefined;
    const resolveProvider = isLazy(textDocument?.codeAction);
    return { codeActionProvider: literals ? { codeActionKinds: [QUICK_FIX, FIX_ALL, REWRITE], resolveProvider } : true };
  },
  answer(context, { range, context: asked }) {
    if (!range) return null;
    const only = Array.isArray(asked?.only) ? asked.only : undefined;
    const wants = (kind: string): boolean => !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
    const selected = context.offsets(range);
    const actions: CodeAction[] = [];
    if (wants(QUICK_FIX)) actions.push(...quickFixes(context, selected));
    // Where the caret merely passes, only what is wrong is spoken of.
    const passing = !only && asked?.triggerKind === automatic;
    if (wants(REWRITE) && !passing) actions.push(...rewrites(context, selected, wants(QUICK_FIX)));
    if (wants(FIX_ALL) && !passing && hasSafeFix(context.analysis, context.editing)) actions.push(...fixAllAction(context));
    return context.view.codeActions ? actions : actions.flatMap(({ title, edit, command }) => asCommand(title, edit, command));
  },
});

/** Whether a client asks for the edit of a code action when it is chosen. */
export const isLazy = (capability: CodeActionClientCapabilities | undefined): boolean =>
  capability?.dataSupport === true && capability.resolveSupport?.properties?.includes?.('edit') === true;

// ── quick fixes ──

interface Offer {
  readonly fix: Fix;
  readonly preferred: boolean;
  readonly findings: Finding[];
}

function quickFixes(context: Context, { start, end }: Range): CodeAction[] {
  const { analysis, editing } = context;
  const touched = analysis.findings
    .filter((finding) => reachesOf(finding, analysis.report).some((range) => range.start <= end && start <= range.end))
    .slice(0, MAX_FINDINGS);
  /** By what they do: two findings may have the same remedy, told in other words. */
  const offers = new Map<string, Offer>();
  for (const finding of touched) {
    const fixes = fixesOf(finding, analysis, editing);
    const best = fixes.findIndex(({ preferred }) => preferred);
    for (const [i, fix] of fixes.entries()) {
      const does = JSON.stringify(fix.edits);
      const known = offers.get(does);
      if (known) known.findings.push(finding);
      else offers.set(does, { fix, preferred: i === best, findings: [finding] });
    }
  }
  const inOrder = [...offers.values()].sort((a, b) => Number(b.preferred) - Number(a.preferred));
  const shown = new Map<Finding, Diagnostic>();
  const shownAs = (finding: Finding): Diagnostic => {
    const known = shown.get(finding) ?? diagnostic(context, finding);
    shown.set(finding, known);
    return known;
  };
  const actions = [...inOrder, ...allAlike(context, touched), ...silencers(context, touched)].map(
    ({ fix, preferred, findings }): CodeAction => ({
      title: context.say(fix.title),
      kind: QUICK_FIX,
      diagnostics: findings.map(shownAs),
      edit: context.workspaceEdit(fix.edits, fix.confirm),
      ...(preferred ? { isPreferred: true } : {}),
    }),
  );
  return actions;
}

/** Where a finding is remedied: what is said of a table as a whole, from anywhere in it. */
function reachesOf({ range, data }: Finding, { tables }: Report): Range[] {
  const table = data.table && data.row === undefined && data.column === undefined && tables.get(data.table);
  return table ? [range, table.range] : [range];
}

/** More findings at a place than this are not silenced one by one. */
const MAX_SILENCED = 8;

/** What silences each finding: the last resort, and so the last in the list. */
function silencers({ analysis: { findings, report } }: Context, touched: readonly Finding[]): Offer[] {
  if (touched.length > MAX_SILENCED) return [];
  // One comment silences all that its rule found on the very same place.
  const byPlace = new Map<string, Finding[]>();
  for (const finding of touched) {
    if (!ruleById.has(finding.rule) || finding.rule === unusedIgnore.id) continue;
    const place = `${finding.rule} ${finding.range.start} ${finding.range.end}`;
    const alike = byPlace.get(place);
    if (alike) alike.push(finding);
    else byPlace.set(place, [finding]);
  }
  return [...byPlace.values()].map((alike) => ({
    fix: silencingFix(alike[0]!, findings, report, alike.length),
    preferred: false,
    findings: alike,
  }));
}

/** Rules that find the same in many cells, with a remedy that is the same for all. */
const cellByCell: ReadonlySet<string> = new Set(['cell-empty', 'cell-value']);

/** One action for several findings of one kind: safe fixes in the whole draft, zeros in one table. */
function* allAlike({ analysis, editing }: Context, touched: readonly Finding[]): Iterable<Offer> {
  const seen = new Set<string>();
  for (const { rule, data } of touched) {
    const { fix: kind, title } = ruleById.get(rule) ?? {};
    const table = data.table && analysis.report.tables.get(data.table);
    const about = [rule, kind === 'safe' ? undefined : data.table].join(' ');
    if (!title || seen.has(about)) continue;
    seen.add(about);
    const like = (other: Finding): boolean => other.rule === rule && (kind === 'safe' || other.data.table === data.table);
    const findings = touched.filter(like);
    if (kind === 'safe') {
      const fixes = safeFixes({ ...analysis, findings: analysis.findings.filter(like) }, editing);
      if (fixes.length < 2) continue;
      yield {
        fix: {
          title: {
            zh: `改正全文 ${fixes.length} 处“${title.zh}”`,
            en: `Fix all ${fixes.length} of this kind (${title.en.toLowerCase()})`,
          },
          edits: fixes.flatMap(({ edits }) => edits),
        },
        preferred: false,
        findings,
      };
    } else if (cellByCell.has(rule) && table) {
      const zeros = zerosFor(analysis, table, analysis.findings.filter(like), findings);
      const settled = findings.filter((finding) => zeros.some((zero) => zero.finding === finding));
      if (zeros.length < 2 || settled.length === 0) continue;
      // What is blank in one row has a remedy of its own.
      const rows = new Set(analysis.findings.flatMap((one) => (like(one) ? (one.data.row ?? '') : [])));
      const isMany = (fix: Fix): boolean => fix.edits.length > 1;
      if (rows.size === 1 && settled.every((finding) => findFix(finding, analysis, editing, isMany))) continue;
      const name = tableName(table);
      yield {
        fix: {
          title: {
            zh: `${name.zh} ${zeros.length} 处“${title.zh}”全部填 0`,
            en: `Write 0 in all ${zeros.length} cells of this kind in ${name.en}`,
          },
          edits: zeros.flatMap(({ edits }) => edits),
          confirm: CHECK_ZEROS,
        },
        preferred: false,
        findings: settled,
      };
    }
  }
}

interface Zero extends Figure {
  readonly finding: Finding;
  readonly edits: readonly Edit[];
}

/**
 * The zeros that can be written together where cells of a table hold nothing; none where no finding that is `touched` is among them. Read back
 * once, for there may be hundreds.
 */
function zerosFor({ report, relations }: Analysis, table: Table, findings: readonly Finding[], touched: readonly Finding[]): Zero[] {
  const zeros = findings.flatMap((finding): Zero[] => {
    const cell = cellOf(finding, report)?.cell;
    // A blank total is filled with its sum: there zeros elsewhere are no remedy.
    const edits = cell && zeroFor({ report, relations }, table, cell)?.edits.flatMap((edit) => trimmed(report.text, edit));
    return edits ? [{ finding, cell, value: 0n, edits }] : [];
  });
  // Parts of a total that is more than what stands beside them are not all 0.
  const refuted = brokenBy(relations, table, zeros).flatMap(({ operands }) => operands.map(({ cell }) => cell));
  const right = zeros.filter(({ cell }) => !refuted.includes(cell));
  if (!right.some(({ finding }) => touched.includes(finding))) return [];
  const misread = misreadIn(report, table, right);
  if (misread.length === 0) return right;
  const rest = right.filter(({ cell }) => !misread.includes(cell.row));
  return misreadIn(report, table, rest).length === 0 ? rest : [];
}

const misreadIn = (report: Report, table: Table, zeros: readonly Zero[]): Row[] =>
  misreadRows(
    report,
    table,
    zeros.map(({ cell }) => cell),
    zeros.flatMap(({ edits }) => edits),
  );

// ── the table at the caret, the whole draft ──

/** A command with its arguments, as a code action offers it. */
interface Step {
  readonly title: Bilingual;
  readonly command: Command['id'];
  readonly option?: string;
}

const layoutNames: Readonly<Record<Layout, Bilingual>> = {
  gfm: { zh: 'Markdown 表格', en: 'a Markdown table' },
  html: { zh: 'HTML 表格（合并单元格）', en: 'an HTML table with merged cells' },
  tab: { zh: '制表符分列', en: 'columns divided by tabs' },
  pipe: { zh: '竖线分列', en: 'columns divided by bars' },
  words: { zh: '空格对齐', en: 'columns aligned by blanks' },
  lines: { zh: '每格一行', en: 'one cell a line' },
};
/** Layouts that a table is worth being written in: the others come of conversions. */
const goodLayouts: readonly Layout[] = ['gfm', 'html', 'tab'];
const aligned: ReadonlySet<Layout> = new Set(['gfm', 'pipe', 'tab']);

/** `remedied`: what is found here has its remedies beside these. */
function rewrites(context: Context, { start, end }: Range, remedied: boolean): CodeAction[] {
  const table = [...context.analysis.report.tables.values()].find(({ range }) => range.start <= end && start <= range.end);
  if (!table) return [];
  const range = context.range(table.range);
  // The conversion is a remedy, too: one is enough.
  const isConverted =
    remedied && context.analysis.findings.some(({ rule, data }) => rule === tableEdition.id && data.table === table.definition.id);
  return stepsFor(context, table).flatMap((step) => {
    if (isConverted && step.command === commandIds.convertTables) return [];
    const command = commands.find(({ id }) => id === step.command);
    return command ? offered(context, REWRITE, step, command, range, table.range) : [];
  });
}

function stepsFor({ analysis: { report, relations } }: Context, table: Table): Step[] {
  const { layout } = table;
  // What the year asks for; any other way is a command's.
  const others = (report.expected ? [report.expected] : editions).filter((edition) => differs(table, edition));
  const hasTotals = fillTotals(report, relations, table).length > 0;
  return [
    ...(hasTotals ? [{ title: { zh: '补齐本表总计', en: 'Fill the totals of this table' }, command: commandIds.fillTotals }] : []),
    ...(aligned.has(layout)
      ? [{ title: { zh: '对齐本表各列', en: 'Align the columns of this table' }, command: commandIds.formatTables }]
      : []),
    ...goodLayouts.flatMap((other) =>
      other === layout
        ? []
        : [
            {
              title: { zh: `本表改写为：${layoutNames[other].zh}`, en: `Write this table as ${layoutNames[other].en}` },
              command: commandIds.relayoutTables,
              option: other,
            },
          ],
    ),
    ...others.map(({ id }) => ({
      title: { zh: `本表转换为 ${id} 版`, en: `Convert this table to edition ${id}` },
      command: commandIds.convertTables,
      option: id,
    })),
  ];
}

/** An action for a command: with its edit now or when it is chosen, or as a command, whatever the client can take. */
function offered(
  context: Context,
  kind: string,
  step: Step,
  command: Command,
  range: LspRange | null,
  at: Range | undefined,
): CodeAction[] {
  const { title: words, option } = step;
  const { uri, version } = context.document;
  const title = context.say(words);
  const given = [uri, range, ...(option === undefined ? [] : [option])];
  if (context.view.lazyEdits) return [{ title, kind, data: { version, command: step.command, arguments: given } satisfies Postponed }];
  if (kind !== FIX_ALL) return [{ title, kind, command: { title, command: step.command, arguments: given } }];
  const outcome = command.run(context, at, option);
  return outcome ? [{ title, kind, edit: context.workspaceEdit(outcome.edits, outcome.confirm) }] : [];
}

function fixAllAction(context: Context): CodeAction[] {
  const command = commands.find(({ id }) => id === commandIds.fixAll);
  const title = { zh: '改正所有可安全改正的问题（gongkai）', en: 'Fix all that can be fixed safely (gongkai)' };
  return command ? offered(context, FIX_ALL, { title, command: commandIds.fixAll }, command, null, undefined) : [];
}

/** What the data of an action say whose edit is still to be made: for this version of the draft. */
export interface Postponed {
  readonly version: number;
  readonly command: string;
  readonly arguments: unknown[];
}

/** Reads what an action that the client sends back was put off with. */
export function postponed(action: unknown): Postponed | undefined {
  const { version, command, arguments: given } = (action as { readonly data?: Partial<Postponed> } | null | undefined)?.data ?? {};
  return typeof version === 'number' && typeof command === 'string' && Array.isArray(given)
    ? { version, command, arguments: given }
    : undefined;
}

// ── clients that know commands only ──

function asCommand(title: string, edit: CodeAction['edit'], command: CodeAction['command']): CodeCommand[] {
  if (command) return [command];
  return edit ? [{ title, command: applyEditId, arguments: [title, edit] }] : [];
}

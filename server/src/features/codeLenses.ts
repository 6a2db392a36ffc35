import type { CodeLens, CodeLensParams, Range as LspRange } from 'vscode-languageserver';
import { differs } from '../editing/convert';
import { fillTotals } from '../editing/totals';
import type { Bilingual } from '../editions';
import type { Range, Table } from '../reading/report';
import { topOf } from '../rules/naming';
import { commandIds } from './command';
import type { Context } from './context';
import { feature } from './feature';
import { firstPlace } from './outline';
import { openRelations } from './silenced';
import { extent, isJudged, type ReportSummary, summarize, type TableSummary } from './summary';

/** Over the title what was found; over each table what was read and judged of it, and what can be done with it as a whole. */
export const codeLenses = feature<CodeLensParams, CodeLens[]>({
  method: 'textDocument/codeLens',
  capabilities: ({ textDocument }) => (textDocument?.codeLens ? { codeLensProvider: { resolveProvider: false } } : {}),
  answer(context) {
    if (!isJudged(context.analysis.report)) return null;
    const { tables, findings, silenced } = summarize(context.analysis);
    return [
      ...lenses(context, topOf(context.analysis.report), undefined, [text(inAll(findings, silenced)), ...actionsOnReport(context)]),
      ...tables.flatMap((summary) => {
        const { table } = summary;
        return lenses(context, firstPlace(table), table.range, [text(verdict(summary)), ...actions(context, table)]);
      }),
    ];
  },
});

interface Action {
  readonly title: Bilingual;
  readonly command: string;
  readonly option?: unknown;
}

/** Without a command a lens is text. */
const text = (title: Bilingual): Action => ({ title, command: '' });

/** Lenses over a place; `range`: what their commands are about, the whole draft where absent. */
function lenses(context: Context, place: Range, range: Range | undefined, shown: readonly Action[]): CodeLens[] {
  const line = inOneLine(context, place);
  const { uri } = context.document;
  const about = range ? [uri, context.range(range)] : [uri];
  return shown.map(({ title, command, option }) => ({
    range: line,
    command: {
      title: context.say(title),
      command,
      ...(command ? { arguments: option === undefined ? about : [uri, about[1] ?? null, option] } : {}),
    },
  }));
}

function actionsOnReport({ analysis }: Context): Action[] {
  const { expected, tables } = analysis.report;
  const old = expected ? [...tables.values()].filter((table) => differs(table, expected)) : [];
  const missing = analysis.findings.some(({ rule }) => rule === 'section-missing' || rule === 'table-missing' || rule === 'row-missing');
  return [
    ...(missing ? [{ title: { zh: '补齐缺少的部分', en: 'Insert what is missing' }, command: commandIds.insertMissing }] : []),
    // Over a table alone, where it is the only one.
    ...(expected && old.length > 1
      ? [
          {
            title: { zh: `${old.length} 张表转换为 ${expected.id} 版`, en: `Convert ${old.length} tables to the ${expected.id} format` },
            command: commandIds.convertTables,
            option: expected.id,
          },
        ]
      : []),
  ];
}

function actions({ analysis, view }: Context, table: Table): Action[] {
  const { report } = analysis;
  const { expected } = report;
  const found: Action[] = [];
  if (fillTotals(report, openRelations(analysis), table).length > 0)
    found.push({ title: { zh: '补齐总计', en: 'Fill totals' }, command: commandIds.fillTotals });
  if (expected && differs(table, expected))
    found.push({
      title: { zh: `转换为 ${expected.id} 版`, en: `Convert to the ${expected.id} format` },
      command: commandIds.convertTables,
      option: expected.id,
    });
  if (view.picksLayout) found.push({ title: { zh: '改变版式', en: 'Change layout' }, command: commandIds.relayoutTables });
  if (table.layout === 'gfm' || table.layout === 'pipe')
    found.push({ title: { zh: '对齐', en: 'Align' }, command: commandIds.formatTables });
  return found;
}

/** A lens belongs to one line. */
function inOneLine(context: Context, { start, end }: Range): LspRange {
  const broken = context.text.slice(start, end).search(/[\n\r]/);
  return context.range({ start, end: broken < 0 ? end : start + broken });
}

/** `2021 版 · 25/25 行 · 39 项关系全部成立` */
function verdict({ table, relations, findings, silenced }: TableSummary): Bilingual {
  const { holds, violated, 'not-assessable': open } = relations;
  const all = holds + violated + open;
  const judged: Bilingual | undefined =
    all === 0
      ? counted(findings)
      : holds === all
        ? holding(all, silenced)
        : open === all
          ? { zh: `${all} 项关系都无法核对`, en: `none of the ${all} relations can be checked` }
          : listed([
              [violated, { zh: '项不成立', en: 'violated' }],
              [open, { zh: '项无法核对', en: 'not assessable' }],
            ]);
  const said = [extent(table), judged, ignored(silenced)].filter((part) => part !== undefined);
  return { zh: said.map(({ zh }) => zh).join(' · '), en: said.map(({ en }) => en).join(' · ') };
}

const holding = (all: number, silenced: number): Bilingual =>
  silenced === 0
    ? { zh: `${all} 项关系全部成立`, en: `all ${all} relations hold` }
    : { zh: `${all} 项关系成立`, en: all === 1 ? '1 relation holds' : `${all} relations hold` };

function inAll(findings: ReportSummary['findings'], silenced: number): Bilingual {
  const found = counted(findings) ?? { zh: '没有错误和警告', en: 'no errors and no warnings' };
  const apart = ignored(silenced);
  return apart ? { zh: `${found.zh} · ${apart.zh}`, en: `${found.en} · ${apart.en}` } : found;
}

/** What a comment in the draft silences is counted apart. */
const ignored = (silenced: number): Bilingual | undefined => listed([[silenced, { zh: '处已忽略', en: 'silenced' }]]);

const counted = ({ error, warning }: ReportSummary['findings']): Bilingual | undefined =>
  listed([
    [error, { zh: '个错误', en: error === 1 ? 'error' : 'errors' }],
    [warning, { zh: '个警告', en: warning === 1 ? 'warning' : 'warnings' }],
  ]);

/** Counts that are not zero; nothing where all are. */
function listed(counts: readonly (readonly [number, Bilingual])[]): Bilingual | undefined {
  const some = counts.filter(([count]) => count > 0);
  if (some.length === 0) return undefined;
  return { zh: some.map(([count, { zh }]) => `${count} ${zh}`).join('，'), en: some.map(([count, { en }]) => `${count} ${en}`).join(', ') };
}

import type { Hover, HoverParams } from 'vscode-languageserver';
import { INTERNAL_ERROR } from '../analysis/analyze';
import type { RelationState } from '../analysis/relations';
import { type Bilingual, type Block, type Column, type Label, type Meaning, type Relation, type Row, rowOf } from '../editions';
import { labelMeanings } from '../editions/meanings';
import type { Report, Table } from '../reading/report';
import { ruleById } from '../rules';
import { formatOf, rowName } from '../rules/naming';
import type { Finding } from '../rules/rule';
import { severityNames } from '../rules/words';
import { relationsOf } from './cellRelations';
import { claimsAt } from './claims';
import type { Context } from './context';
import { equation } from './equations';
import { feature } from './feature';
import { citation } from './hover/citation';
import { type Markup, markdown, plaintext } from './hover/markup';
import { comparisons, mentions } from './hover/prose';
import { type Located, locate } from './locate';
import { rulePage } from './rulePage';
import { isJudged } from './summary';

/** What a label, a head, a heading or a value is about, how its figures stand, and what the prose says of them. */
export const hover = feature<HoverParams, Hover>({
  method: 'textDocument/hover',
  capabilities: () => ({ hoverProvider: true }),
  answer(context, { position }) {
    const { report } = context.analysis;
    if (!isJudged(report)) return null;
    const offset = context.offset(position);
    const located = locate(report, offset);
    const findings = findingsAt(context, offset, located);
    const claims = located ? [] : claimsAt(report, offset);
    const range = located?.range ?? claims[0]?.claim.range ?? findings[0]?.range;
    if (!range) return null;
    const markup = context.view.markdownHover ? markdown : plaintext;
    const own = located
      ? explained(context, located, markup)
      : claims.length > 0 && listed(context, inTables, comparisons(context, claims), markup);
    // Several findings of one rule are told alike.
    const parts = [...new Set([...(own ? [own] : []), ...findings.map((finding) => told(context, finding, markup))])];
    if (parts.length === 0) return null;
    return { contents: { kind: markup.kind, value: parts.join(`\n\n${markup.divider}\n\n`) }, range: context.range(range) };
  },
});

// ── findings ──

/** What was found at a place; what speaks of another row or column than stands there is left out, wherever its range reaches. */
function findingsAt({ analysis }: Context, offset: number, located: Located | undefined): Finding[] {
  return analysis.findings.filter(({ range, data }) => {
    if (offset < range.start || offset > range.end) return false;
    if (!located) return true;
    const row = located.kind === 'cell' || located.kind === 'row' ? located.row.row.id : undefined;
    const column = located.kind === 'cell' ? located.cell.column.id : located.kind === 'label' ? located.label.column?.id : undefined;
    return (data.row === undefined || data.row === row) && (data.column === undefined || column === undefined || data.column === column);
  });
}

function told(context: Context, finding: Finding, markup: Markup): string {
  const rule = ruleById.get(finding.rule);
  if (!rule || finding.rule === INTERNAL_ERROR) return markup.text(context.say(finding.message));
  // Editors show the message of a fault by themselves.
  const title = `${markup.bold(markup.text(context.say(rule.title)))} · ${context.say(severityNames[finding.severity])} · ${markup.link(rule.id, rulePage(rule.id, context.view))}`;
  return markup.lines([title, markup.text(context.say(rule.explanation))]);
}

// ── what stands there ──

/** What a place is called and what is known of it. */
interface Described {
  readonly name: string;
  readonly meanings: readonly { readonly of?: Bilingual; readonly meaning: Meaning }[];
}

function explained(context: Context, located: Located, markup: Markup): string | undefined {
  const described = describe(context, located);
  if (!described) return undefined;
  const { name, meanings } = described;
  // The colon stands outside: Markdown closes nothing between punctuation and an ideograph.
  const colon = context.say({ zh: '：', en: ': ' });
  const lines = meaningLines(context, meanings).map(({ head, text }) => `${markup.bold(head)}${colon}${markup.text(text)}`);
  const paragraphs = [markup.bold(markup.text(name)), markup.lines(lines)];
  const checks = checked(context, located);
  if (checks.length > 0) paragraphs.push(listed(context, inEquations, checks, markup));
  const said = located.kind === 'cell' ? [located.cell] : located.kind === 'row' ? located.row.cells.values() : [];
  const mentioned = mentions(context, said);
  if (mentioned.length > 0) paragraphs.push(listed(context, inProse, mentioned, markup));
  return paragraphs.filter(Boolean).join('\n\n');
}

const inEquations: Bilingual = { zh: '核对', en: 'Checks' };
const inTables: Bilingual = { zh: '与表格核对', en: 'Compared with the tables' };
const inProse: Bilingual = { zh: '正文', en: 'In the prose' };

const listed = (context: Context, head: Bilingual, texts: readonly string[], markup: Markup): string =>
  `${markup.bold(context.say(head))}\n\n${markup.list(texts.map((text) => markup.text(text)))}`;

function describe({ analysis }: Context, located: Located): Described | undefined {
  switch (located.kind) {
    case 'cell': {
      const { row, column } = located.cell;
      const block = blockOf(located.table, row);
      return {
        name: `${rowPath(block, row)} × ${headName(block, column)}`,
        meanings: [
          { of: { zh: '本行', en: 'Row' }, meaning: row.meaning },
          { of: { zh: '本列', en: 'Column' }, meaning: column.meaning },
        ],
      };
    }
    case 'row': {
      const { row } = located.row;
      return { name: rowPath(blockOf(located.table, row), row), meanings: [{ meaning: row.meaning }] };
    }
    case 'label': {
      const { kind, label, path, block, column } = located.label;
      const meaning = column?.meaning ?? label.meaning;
      return {
        name: pathOf(column && block.title ? [block.title, ...path, label] : [...path, label]),
        meanings: meaning ? [kind === 'stub' ? { of: note, meaning } : { meaning }] : [],
      };
    }
    case 'heading': {
      const official = officialSection(analysis.report, located);
      return official && { name: official.label.text, meanings: [{ of: holds, meaning: official.meaning }] };
    }
    case 'title': {
      const { title } = labelMeanings;
      const { unit, expected } = analysis.report;
      const { form, range } = located.title;
      const isBehind = located.title.unit?.range.end === range.end;
      const basis = [...(title.basis ?? []), ...(expected ? [expected.source] : [])];
      return { name: isBehind ? `${form} ${unit}` : `${unit ?? ''}${form}`, meanings: [{ of: holds, meaning: { ...title, basis } }] };
    }
  }
}

const holds: Bilingual = { zh: '写什么', en: 'What it says' };
const note: Bilingual = { zh: '说明', en: 'Note' };

const officialSection = (report: Report, { section: { number } }: Located & { kind: 'heading' }) =>
  formatOf(report).sections.find((section) => section.number === number);

const pathOf = (labels: readonly Label[]): string => labels.map(({ text }) => text).join(' › ');
const rowPath = (block: Block | undefined, row: Row): string => pathOf([...(block?.title ? [block.title] : []), ...row.path, row.label]);
const blockOf = ({ definition }: Table, row: Row): Block | undefined => definition.blocks.find(({ rows }) => rows.includes(row));

/** A column behind the path of a row, with what stands over it unless that stands over all: 科研机构（法人或其他组织）. */
function headName(block: Block | undefined, column: Column): string {
  const above = column.path.filter((label) => !block?.columns.every(({ path }) => path.includes(label)));
  return above.length > 0 ? `${column.label.text}（${pathOf(above)}）` : column.label.text;
}

function meaningLines(context: Context, meanings: Described['meanings']): { readonly head: string; readonly text: string }[] {
  const lines: { head: string; text: string }[] = [];
  const add = (head: Bilingual, text: string): void => void lines.push({ head: context.say(head), text });
  for (const { of, meaning } of meanings) add(of ?? { zh: '计什么', en: 'What counts' }, context.say(meaning.counts));
  const basis = [...new Set(meanings.flatMap(({ meaning }) => meaning.basis ?? []))];
  if (basis.length > 0) add({ zh: '依据', en: 'Basis' }, citation(basis, context.view.language));
  const mistakes = meanings.flatMap(({ meaning }) => (meaning.mistakes ? [context.say(meaning.mistakes)] : []));
  if (mistakes.length > 0) add({ zh: '常见填错', en: 'Frequent mistakes' }, mistakes.join(context.say({ zh: '', en: ' ' })));
  return lines;
}

// ── equations ──

/** The equations that a place stands in, each with its name and the figures of today. */
function checked(context: Context, located: Located): string[] {
  const { relations } = context.analysis;
  switch (located.kind) {
    case 'cell':
      return relationsOf(context.analysis, located.cell).map((state) => line(context, state));
    case 'row': {
      const { table, row } = located;
      return statesOf(relations, table, (relation) => isOfRow(relation, row.row, table)).map((state) => line(context, state, 'column'));
    }
    case 'label': {
      const { table, label } = located;
      const { column } = label;
      if (!column) return label.kind === 'stub' ? statesOf(relations, table, isBalance).map((state) => line(context, state, 'column')) : [];
      return statesOf(relations, table, (relation) => (relation.column ?? relation.left[0]?.column) === column.id)
        .filter(({ relation }, _, all) => relation.column !== undefined || all.every((other) => other.relation.column === undefined))
        .map((state) => line(context, state, 'row'));
    }
    case 'heading': {
      const content = officialSection(context.analysis.report, located)?.content;
      const table = content && content !== 'prose' ? context.analysis.report.tables.get(content) : undefined;
      const states = table ? statesOf(relations, table, () => true) : [];
      return states.length > 0 ? [count(context, states)] : [];
    }
    case 'title':
      return [];
  }
}

const statesOf = (relations: readonly RelationState[], table: Table, wanted: (relation: Relation) => boolean): RelationState[] =>
  relations.filter((state) => state.table === table && wanted(state.relation));

const isBalance = (relation: Relation): boolean => relation.left.length > 1;

/** Those of the row itself, and in its column of totals those that define it or that it balances with others. */
function isOfRow(relation: Relation, row: Row, table: Table): boolean {
  if (relation.row !== undefined) return relation.row === row.id;
  const totals = blockOf(table, row)?.columns.at(-1)?.id;
  const side = isBalance(relation) ? [...relation.left, ...relation.right] : relation.left;
  return relation.column === totals && side.some((cell) => cell.row === row.id);
}

/** `行总计等于各类申请人之和：24 = 21 + 3（其余为 0） ✓`; `by`: names the row or column where the place does not. */
function line(context: Context, state: RelationState, by?: 'row' | 'column'): string {
  const { relation, table } = state;
  const name = context.say(
    (relation.rule === undefined ? undefined : ruleById.get(relation.rule))?.title ?? { zh: relation.id, en: relation.id },
  );
  const subject = by === undefined ? undefined : subjectOf(relation, table, by);
  const head = subject === undefined ? name : `${name} · ${subject}`;
  return head + context.say({ zh: '：', en: ': ' }) + equation(state, context.view.language);
}

function subjectOf(relation: Relation, { definition }: Table, by: 'row' | 'column'): string | undefined {
  if (by === 'column') return definition.blocks.flatMap(({ columns }) => columns).find(({ id }) => id === relation.column)?.label.text;
  const row = relation.row === undefined ? undefined : rowOf(definition, relation.row)?.row;
  return row && rowName(row);
}

function count(context: Context, states: readonly RelationState[]): string {
  const violated = states.filter(({ state }) => state === 'violated').length;
  const open = states.filter(({ state }) => state === 'not-assessable').length;
  if (violated + open === 0) return context.say({ zh: `${states.length} 个等式全部成立 ✓`, en: `all ${states.length} equations hold ✓` });
  const zh = [violated > 0 && `${violated} 个不成立 ✗`, open > 0 && `${open} 个无法核对`].filter(Boolean).join('，');
  const en = [violated > 0 && `${violated} violated ✗`, open > 0 && `${open} cannot be checked`].filter(Boolean).join(', ');
  return context.say({ zh: `${states.length} 个等式中 ${zh}`, en: `of ${states.length} equations ${en}` });
}

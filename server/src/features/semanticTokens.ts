import type { SemanticTokens, SemanticTokensLegend, SemanticTokensParams, SemanticTokensRangeParams } from 'vscode-languageserver';
import type { Range, Table } from '../reading/report';
import { isSpace } from '../reading/text';
import { definesTotal, totalOf } from './cellRelations';
import type { Context } from './context';
import { feature } from './feature';
import { labelPieces } from './locate';

const types = ['property', 'class', 'number'] as const;
const modifiers = ['total', 'invalid'] as const;

/** `property`: the label of a row; `class`: heads, labels over or beside rows, titles of blocks; `number`: a value. */
const legend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [...modifiers] };

interface Token extends Range {
  readonly type: (typeof types)[number];
  readonly total?: boolean;
  /** A finding stands on it. */
  readonly invalid?: boolean;
}

/** The labels and values of the tables. `total`: a sum of others; `invalid`: an error stands on the value, or it is the culprit of several. */
export const semanticTokens = feature<SemanticTokensParams, SemanticTokens>({
  method: 'textDocument/semanticTokens/full',
  capabilities: ({ textDocument }) => (textDocument?.semanticTokens ? { semanticTokensProvider: { legend, full: true, range: true } } : {}),
  answer: (context) => (context.analysis.report.recognised ? encoded(context, { start: 0, end: context.text.length }) : null),
});

export const semanticTokensRange = feature<SemanticTokensRangeParams, SemanticTokens>({
  method: 'textDocument/semanticTokens/range',
  // Announced with the whole.
  capabilities: () => ({}),
  answer: (context, { range }) => (context.analysis.report.recognised ? encoded(context, context.offsets(range)) : null),
});

/** The tokens that touch a range, as the protocol writes them: five numbers each, relative to the one before. */
function encoded(context: Context, wanted: Range): SemanticTokens {
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const { start, end, type, total, invalid } of pieces(context)) {
    if (end <= wanted.start || start >= wanted.end) continue;
    const range = context.range({ start, end });
    const length = range.end.character - range.start.character;
    if (range.start.line !== line) character = 0;
    data.push(
      range.start.line - line,
      range.start.character - character,
      length,
      types.indexOf(type),
      (total ? 1 << modifiers.indexOf('total') : 0) | (invalid ? 1 << modifiers.indexOf('invalid') : 0),
    );
    ({ line, character } = range.start);
  }
  return { data };
}

/** In the order of the text, none over another, each in one line and without markup. */
function* pieces(context: Context): Iterable<Token> {
  let until = 0;
  for (const token of tokens(context).sort((a, b) => a.start - b.start || a.end - b.end)) {
    for (const { start, end } of words(context.text, { start: Math.max(until, token.start), end: token.end }))
      yield { ...token, start, end };
    until = Math.max(until, token.end);
  }
}

function tokens({ analysis }: Context): Token[] {
  const { report, relations, findings } = analysis;
  const totals = new Set(relations.filter(definesTotal).map(totalOf));
  const faulty = new Set<string>();
  for (const { rule, severity, range } of findings)
    if (severity === 'error' || rule === 'sum-culprit') faulty.add(`${range.start} ${range.end}`);
  const found: Token[] = [];
  const addTable = ({ rows, labels }: Table): void => {
    for (const { range } of labels) found.push({ ...range, type: 'class' });
    for (const row of rows) {
      for (const piece of labelPieces(row)) found.push({ ...piece, type: 'property' });
      for (const cell of row.cells.values()) {
        const { start, end } = cell.range;
        if (cell.value.state === 'blank') continue;
        found.push({ start, end, type: 'number', total: totals.has(cell), invalid: faulty.has(`${start} ${end}`) });
      }
    }
  };
  for (const table of report.tables.values()) addTable(table);
  return found;
}

/** What is not read: line ends, tags, character references. */
const BETWEEN = /[\n\r]+|<[^<>]{0,2000}>|&(?:[a-z]{1,8}|#\d{1,7}|#x[\da-f]{1,6});/gi;

function* words(text: string, { start, end }: Range): Iterable<Range> {
  if (start >= end) return;
  if (isPlain(text, start, end)) {
    yield { start, end };
    return;
  }
  let from = start;
  for (const { index, 0: between } of text.slice(start, end).matchAll(BETWEEN)) {
    yield* word(text, from, start + index);
    from = start + index + between.length;
  }
  yield* word(text, from, end);
}

/** Nearly all labels and values are one word. */
function isPlain(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3c || code === 0x26 || isSpace(code)) return false;
  }
  return true;
}

function* word(text: string, from: number, to: number): Iterable<Range> {
  let [start, end] = [from, to];
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start < end) yield { start, end };
}

import type {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  CompletionParams,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import type { Bilingual, RelationRule } from '../editions';
import type { Cell } from '../reading/report';
import { computed, definitionsOf } from './cellRelations';
import { type Candidate, candidatesAt } from './completion/candidates';
import { filterText, isTyped } from './completion/initials';
import { type Place, placeAt } from './completion/place';
import type { Context } from './context';
import { feature } from './feature';
import { locate } from './locate';
import { asSnippet } from './snippet';
import { isJudged } from './summary';

const kinds: Record<Candidate['kind'], CompletionItemKind> = { section: 9, skeleton: 15, row: 5, group: 22, topic: 14, sentence: 15 };
const VALUE: typeof CompletionItemKind.Value = 12;
const SNIPPET: typeof InsertTextFormat.Snippet = 2;
const AS_IS: typeof InsertTextMode.asIs = 1;
/** The client asks because of what was typed, not because the user did. */
const TRIGGERED = 2;

/** Headings, labels, usual sentences and computed totals, where one can stand and never in the middle of a sentence. */
export const completion = feature<CompletionParams, CompletionList>({
  method: 'textDocument/completion',
  capabilities: () => ({ completionProvider: { triggerCharacters: ['|', '\t', '（'] } }),
  answer(context, { position, context: cause }) {
    const { report } = context.analysis;
    const offset = context.offset(position);
    if (!isJudged(report) && !isOwnAndEmpty(context, offset)) return null;
    const located = locate(report, offset);
    const items =
      located?.kind === 'cell' ? totals(context, located.cell, offset) : labels(context, offset, cause?.triggerKind === TRIGGERED);
    return items.length > 0 ? { isIncomplete: false, items } : null;
  },
});

/** A new file of the language of reports, with nothing in it but what is being typed. */
const isOwnAndEmpty = ({ document, text }: Context, offset: number): boolean =>
  document.languageId === 'gongkai-report' && text.length < 100 && text.slice(offset).trim() === '' && !text.trim().includes('\n');

// ── totals ──

const parts: Partial<Record<RelationRule, Bilingual>> = {
  'sum-row': { zh: '六类申请人之和', en: 'sum of the six kinds of applicants' },
  'sum-results': { zh: '（一）至（六）各行之和', en: 'sum of the rows （一） to （六）' },
  'sum-disputes': { zh: '四种结果之和', en: 'sum of the four outcomes' },
};

/** What the parts of a total add up to; two answers where its equations do not agree, none where it is written already. */
function totals(context: Context, cell: Cell, offset: number): CompletionItem[] {
  const blank = cell.value.state === 'blank';
  const range = blank ? { start: offset, end: offset } : cell.range;
  const typed = context.text.slice(range.start, offset);
  const sums = new Map<string, Bilingual[]>();
  for (const state of definitionsOf(context.analysis, cell)) {
    const sum = computed(state)?.toString();
    const name = parts[state.relation.rule];
    if (sum !== undefined && name) sums.set(sum, [...(sums.get(sum) ?? []), name]);
  }
  if (sums.has(context.text.slice(range.start, range.end))) return [];
  return [...sums].map(([sum, names], i) => ({
    label: sum,
    kind: VALUE,
    detail: `${names.map((name) => context.say(name)).join(context.say({ zh: '、', en: ', ' }))} Σ`,
    // A wrong figure that stands there must not hide the right one.
    filterText: sum.startsWith(typed) ? sum : typed,
    sortText: String(i),
    textEdit: { range: context.range(range), newText: sum },
    ...(sums.size === 1 && sum.startsWith(typed) ? { preselect: true } : {}),
  }));
}

// ── labels, headings, sentences ──

/** More than the format has for any place. */
const MAX_ITEMS = 60;

function labels(context: Context, offset: number, triggered: boolean): CompletionItem[] {
  const place = placeAt(context.text, offset);
  if (!place) return [];
  const typed = context.text.slice(place.typed.start, offset);
  // Figures are values, not the numbering of labels; and a tab or bar alone asks for nothing outside of tables.
  if (/^\d+$/.test(typed) || (triggered && typed === '' && place.atLine)) return [];
  return (
    candidatesAt(context, place)
      // Where nothing is typed, only what is missing is of use.
      .filter(({ label, rank }) => (typed === '' ? rank < 2 : isTyped(typed, label)))
      .slice(0, MAX_ITEMS)
      .map((candidate, i) => item(context, place, typed, candidate, i))
  );
}

function item(context: Context, place: Place, typed: string, candidate: Candidate, i: number): CompletionItem {
  const { label, kind, detail, meaning, text = label, rank } = candidate;
  const snippet = context.view.snippets && BLANK.test(text);
  return {
    label: label.replaceAll(BLANKS, '$1'),
    kind: kinds[kind],
    detail: context.say(detail),
    ...(meaning ? { documentation: context.say(meaning.counts) } : {}),
    filterText: filterText(typed, label),
    sortText: `${rank}${String(i).padStart(2, '0')}`,
    textEdit: { range: context.range(place.typed), newText: snippet ? asSnippet(text.split(BLANKS)) : text.replace(BLANKS, '$1') },
    ...(snippet ? { insertTextFormat: SNIPPET } : {}),
    ...(/[\r\n]/.test(text) ? { insertTextMode: AS_IS } : {}),
  };
}

/** What is for the writer to fill in. */
const BLANK = /\{([^{}]*)\}/;
const BLANKS = new RegExp(BLANK, 'g');

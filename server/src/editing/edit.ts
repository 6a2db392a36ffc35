import type { Bilingual } from '../editions';
import type { Layout, Range } from '../reading/report';

/** A replacement in the text of a draft. The edits of one fix neither overlap nor touch the same place twice. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
  /** The part of the text that the writer is to replace. */
  readonly asks?: string;
}

/** A remedy: what one key does. */
export interface Fix {
  /** What is done, in the imperative; stands alone in a list. */
  readonly title: Bilingual;
  /** In the order of the text. */
  readonly edits: readonly Edit[];
  /** Changes no number and no sentence of the writer's: joins fix-all. */
  readonly safe?: true;
  /** Plainly the right one. */
  readonly preferred?: true;
  /** Set where something is dropped or guessed: what the writer confirms before it is done. */
  readonly confirm?: Bilingual;
}

/** How new text is written. */
export interface EditingOptions {
  /** What new value cells hold. */
  readonly fill: 'blank' | '0';
  /** For new tables in a draft that has none; a draft's own layout goes first. */
  readonly layout: Layout;
}

export const defaultEditing: EditingOptions = { fill: 'blank', layout: 'gfm' };

interface Placed {
  readonly range: Range;
}

/** In the order of the text. */
export const byPlace = (a: Placed, b: Placed): number => a.range.start - b.range.start || a.range.end - b.range.end;

/** The text with some edits done; they may come in any order, but not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let from = 0;
  for (const { range, text: replacement } of [...edits].sort(byPlace)) {
    out += text.slice(from, range.start) + replacement;
    from = range.end;
  }
  return out + text.slice(from);
}

/** The line break that a text uses: that of its first line. */
export function lineBreakOf(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

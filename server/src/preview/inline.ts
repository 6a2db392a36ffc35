import type { Range } from '../reading/report';
import { MASK } from '../reading/text';
import type { Mark, Marks } from './marks';
import { element, placed, text } from './markup';

/** Running text of the draft: without its markup, with what was found in it. */

export interface Writing {
  readonly masked: string;
  /** `**` is emphasis, not text. */
  readonly markdown: boolean;
  readonly marks: Marks;
}

/** The text of stretches of a draft that read on, as markup; empty where there is nothing to read. */
export function inline({ masked, markdown, marks }: Writing, stretches: readonly Range[]): string {
  let html = '';
  let strong = false;
  let written = false;
  for (const stretch of stretches) {
    const own = marks.within(stretch);
    for (const piece of pieces(masked, stretch, own, markdown)) {
      if (piece.emphasis) {
        strong = !strong;
        continue;
      }
      const words = wordsOf(masked, piece, !written);
      if (words === '') continue;
      written = true;
      const shown = strong ? element('strong', {}, text(words)) : text(words);
      html += piece.marks.length === 0 ? shown : element('mark', { ...marks.attributes(piece.marks), ...placed(piece) }, shown);
    }
  }
  return html.trimEnd();
}

interface Piece extends Range {
  readonly marks: readonly Mark[];
  readonly emphasis: boolean;
}

/** Cuts a stretch where a finding begins or ends and where emphasis does. */
function pieces(masked: string, { start, end }: Range, marks: readonly Mark[], markdown: boolean): Piece[] {
  const cuts = new Set([start, end]);
  for (const { finding } of marks) {
    cuts.add(Math.max(start, finding.range.start));
    cuts.add(Math.min(end, finding.range.end));
  }
  const stars = markdown ? starsIn(masked, start, end) : new Set<number>();
  for (const at of stars) cuts.add(at).add(at + 2);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).flatMap((until, i): Piece[] => {
    const from = places[i]!;
    if (stars.has(from)) return [{ start: from, end: until, marks: [], emphasis: true }];
    // The second of two stars, where a finding cuts them.
    if (stars.has(from - 1)) return [];
    const own = marks.filter(({ finding: { range } }) => range.start < until && range.end > from);
    return [{ start: from, end: until, marks: own, emphasis: false }];
  });
}

/** Where `**` stands; the last one without a partner is text. */
function starsIn(masked: string, start: number, end: number): Set<number> {
  const found: number[] = [];
  for (let at = masked.indexOf('**', start); at >= 0 && at + 2 <= end; at = masked.indexOf('**', at + 2)) found.push(at);
  return new Set(found.slice(0, found.length - (found.length % 2)));
}

/** What is to be read in a piece: blanks are one, and none at the beginning. */
function wordsOf(masked: string, { start, end }: Range, first: boolean): string {
  const words = masked.slice(start, end).replaceAll(MASK, '').replace(/\s+/g, ' ');
  return first ? words.trimStart() : words;
}

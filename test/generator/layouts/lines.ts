import type { Draft } from '../document';
import { unmarked } from '../marks';
import { cut, type PlainStyle, plainDocument } from './plain';

/** One cell a line, as copied from a page. Blank cells are lost. */
export interface LinesStyle extends PlainStyle {
  readonly gaps: 'none' | 'rows' | 'some' | 'all';
  /** Heads and long labels stand on two lines. */
  readonly cutLabels: boolean;
}

export function renderLines(draft: Draft, style: LinesStyle): string {
  return plainDocument(draft, style, (grid, random) => {
    const lines: string[] = [];
    for (const row of grid.rows) {
      for (const cell of row.cells) {
        if (unmarked(cell.text).trim() === '') continue;
        const halves =
          style.cutLabels && cell.role !== 'value' && (cell.role === 'head' || cell.text.length > 12) && random.chance(0.4)
            ? headCut(cell.text, random)
            : undefined;
        lines.push(...(halves ?? [cell.text]));
        if (style.gaps === 'all' || (style.gaps === 'some' && random.chance(0.2))) lines.push('');
      }
      if (style.gaps === 'rows') lines.push('');
    }
    return lines;
  });
}

/** Short heads are cut in the middle (`结果` / `维持`), long labels anywhere inside. */
function headCut(text: string, random: Parameters<typeof cut>[1]): [string, string] | undefined {
  if (/^\p{Script=Han}{4}$/u.test(text)) return [text.slice(0, 2), text.slice(2)];
  const halves = cut(text, random);
  // What is wrapped fills its line: a half is no mere number with a character.
  return halves && halves[0].length >= 6 && halves[1].length >= 2 ? halves : undefined;
}

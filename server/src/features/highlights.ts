import type { DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams } from 'vscode-languageserver';
import type { Cell } from '../reading/report';
import { cellsOf, definesTotal, definitionsOf, inOrder, relationsOf } from './cellRelations';
import type { Context } from './context';
import { feature } from './feature';
import { locate } from './locate';

const read: typeof DocumentHighlightKind.Read = 2;
const write: typeof DocumentHighlightKind.Write = 3;

/**
 * On a total the cells that it is the sum of; on any other cell the totals that it goes into; on the label of a row its
 * values. A total is what is written, a part what is read.
 */
export const highlights = feature<DocumentHighlightParams, DocumentHighlight[]>({
  method: 'textDocument/documentHighlight',
  capabilities: ({ textDocument }) => (textDocument?.documentHighlight ? { documentHighlightProvider: true } : {}),
  answer(context, { position }) {
    const found = locate(context.analysis.report, context.offset(position));
    if (found?.kind === 'row') return shown(context, [...found.row.cells.values()], new Set());
    if (found?.kind !== 'cell') return null;
    const { cell } = found;
    const own = definitionsOf(context.analysis, cell);
    if (own.length > 0) return shown(context, [cell, ...own.flatMap((state) => cellsOf(state, 'right'))], new Set([cell]));
    const totals = relationsOf(context.analysis, cell)
      .filter(definesTotal)
      .flatMap((state) => cellsOf(state, 'left'));
    return totals.length > 0 ? shown(context, [cell, ...totals], new Set(totals)) : null;
  },
});

/** A blank cell without room has nothing to be coloured. */
function shown(context: Context, cells: readonly Cell[], totals: ReadonlySet<Cell>): DocumentHighlight[] | null {
  const visible = inOrder(cells).filter(({ range }) => range.start < range.end);
  if (visible.length === 0) return null;
  return visible.map((cell) => ({ range: context.range(cell.range), kind: totals.has(cell) ? write : read }));
}

import type { DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams } from 'vscode-languageserver';
import type { JudgedClaim } from '../analysis/claims';
import type { Cell } from '../reading/report';
import { cellsOf, definesTotal, definitionsOf, inOrder, relationsOf } from './cellRelations';
import { claimed, claimsAt, claimsOf, placesOf } from './claims';
import type { Context } from './context';
import { feature } from './feature';
import { locate } from './locate';

const text: typeof DocumentHighlightKind.Text = 1;
const read: typeof DocumentHighlightKind.Read = 2;
const write: typeof DocumentHighlightKind.Write = 3;

/**
 * On a total the cells that it is the sum of; on any other cell the totals that it goes into; on the label of a row its
 * values. A total is what is written, a part what is read. On all of them the numbers of the prose that speak of what is asked for
 * as text, and on such a number its cells.
 */
export const highlights = feature<DocumentHighlightParams, DocumentHighlight[]>({
  method: 'textDocument/documentHighlight',
  capabilities: ({ textDocument }) => (textDocument?.documentHighlight ? { documentHighlightProvider: true } : {}),
  answer(context, { position }) {
    const { report } = context.analysis;
    const offset = context.offset(position);
    const found = locate(report, offset);
    if (!found) {
      const claims = claimsAt(report, offset);
      return shown(context, claims.flatMap(claimed), new Set(), claims);
    }
    if (found.kind === 'row') {
      const cells = [...found.row.cells.values()];
      return shown(context, cells, new Set(), claimsOf(report, cells));
    }
    if (found.kind !== 'cell') return null;
    const { cell } = found;
    const claims = claimsOf(report, [cell]);
    const own = definitionsOf(context.analysis, cell);
    if (own.length > 0) return shown(context, [cell, ...own.flatMap((state) => cellsOf(state, 'right'))], new Set([cell]), claims);
    const totals = relationsOf(context.analysis, cell)
      .filter(definesTotal)
      .flatMap((state) => cellsOf(state, 'left'));
    return totals.length + claims.length > 0 ? shown(context, [cell, ...totals], new Set(totals), claims) : null;
  },
});

/** A blank cell without room has nothing to be coloured; a number without cells speaks of nothing. */
function shown(
  context: Context,
  cells: readonly Cell[],
  totals: ReadonlySet<Cell>,
  claims: readonly JudgedClaim[],
): DocumentHighlight[] | null {
  if (cells.length === 0) return null;
  const places = [
    ...[...new Set(cells)].map((cell) => ({ range: cell.range, kind: totals.has(cell) ? write : read })),
    ...placesOf(claims).map(({ range }) => ({ range, kind: text })),
  ];
  const visible = inOrder(places.filter(({ range }) => range.start < range.end));
  return visible.length === 0 ? null : visible.map(({ range, kind }) => ({ range: context.range(range), kind }));
}

import type { DefinitionParams, Location, ReferenceParams } from 'vscode-languageserver';
import { judgeClaims } from '../analysis/claims';
import type { Cell, Report } from '../reading/report';
import { cellsOf, definesTotal, definitionsOf, inOrder, relationsOf } from './cellRelations';
import type { Context } from './context';
import { feature } from './feature';
import { locate } from './locate';

const locations = (context: Context, cells: Iterable<Cell>): Location[] | null => {
  const found = inOrder(cells).map(({ range }) => ({ uri: context.document.uri, range: context.range(range) }));
  return found.length > 0 ? found : null;
};

/** The cells that a number or a statement of the prose speaks of, as it is understood first. */
function claimedAt(report: Report, offset: number): Cell[] {
  return judgeClaims(report).flatMap(({ claim: { range, value }, figures }) => {
    if (offset < range.start || offset > range.end) return [];
    return [...((figures.find((figure) => figure.value === value) ?? figures[0])?.cells ?? [])];
  });
}

/** From a part to the totals that it goes into; from a total to its parts; from a number of the prose to its cells. */
export const definition = feature<DefinitionParams, Location[]>({
  method: 'textDocument/definition',
  capabilities: ({ textDocument }) => (textDocument?.definition ? { definitionProvider: true } : {}),
  answer(context, { position }) {
    const { report } = context.analysis;
    const offset = context.offset(position);
    const found = locate(report, offset);
    if (!found) return locations(context, claimedAt(report, offset));
    if (found.kind !== 'cell') return null;
    const own = definitionsOf(context.analysis, found.cell);
    if (own.length > 0)
      return locations(
        context,
        own.flatMap((state) => cellsOf(state, 'right')),
      );
    const over = relationsOf(context.analysis, found.cell).filter(definesTotal);
    return locations(
      context,
      over.flatMap((state) => cellsOf(state, 'left')),
    );
  },
});

/** All cells of all equations that a cell stands in; the values of a row. */
export const references = feature<ReferenceParams, Location[]>({
  method: 'textDocument/references',
  capabilities: ({ textDocument }) => (textDocument?.references ? { referencesProvider: true } : {}),
  answer(context, { position, context: asked }) {
    const found = locate(context.analysis.report, context.offset(position));
    if (found?.kind === 'row') return locations(context, found.row.cells.values());
    if (found?.kind !== 'cell') return null;
    const { cell } = found;
    const others = relationsOf(context.analysis, cell)
      .flatMap((state) => cellsOf(state))
      .filter((other) => other !== cell);
    return locations(context, asked?.includeDeclaration === true ? [cell, ...others] : others);
  },
});

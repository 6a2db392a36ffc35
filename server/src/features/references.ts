import type { DefinitionParams, Location, ReferenceParams } from 'vscode-languageserver';
import type { Range } from '../reading/report';
import { cellsOf, definesTotal, definitionsOf, inOrder, relationsOf } from './cellRelations';
import { claimed, claimsAt, claimsOf, placesOf } from './claims';
import type { Context } from './context';
import { feature } from './feature';
import { locate } from './locate';

/** A place that is shown: of a cell, of a number of the prose. */
interface Place {
  readonly range: Range;
}

const locations = (context: Context, places: Iterable<Place>): Location[] | null => {
  const found = inOrder(places).map(({ range }) => ({ uri: context.document.uri, range: context.range(range) }));
  return found.length > 0 ? found : null;
};

/** From a part to the totals that it goes into; from a total to its parts; from a number of the prose to its cells. */
export const definition = feature<DefinitionParams, Location[]>({
  method: 'textDocument/definition',
  capabilities: ({ textDocument }) => (textDocument?.definition ? { definitionProvider: true } : {}),
  answer(context, { position }) {
    const { report } = context.analysis;
    const offset = context.offset(position);
    const found = locate(report, offset);
    if (!found) return locations(context, claimsAt(report, offset).flatMap(claimed));
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

/**
 * All cells of all equations that a cell stands in, and the numbers of the prose that speak of it; the values of a row, and the
 * numbers that speak of one of them; the cells that a number of the prose speaks of, and the other numbers that do.
 */
export const references = feature<ReferenceParams, Location[]>({
  method: 'textDocument/references',
  capabilities: ({ textDocument }) => (textDocument?.references ? { referencesProvider: true } : {}),
  answer(context, { position, context: asked }) {
    const { report } = context.analysis;
    const offset = context.offset(position);
    const found = locate(report, offset);
    const own = asked?.includeDeclaration === true;
    if (!found) {
      const claims = claimsAt(report, offset);
      const cells = claims.flatMap(claimed);
      return locations(context, [...cells, ...placesOf(claimsOf(report, cells).filter((other) => own || !claims.includes(other)))]);
    }
    if (found.kind === 'row') {
      const cells = [...found.row.cells.values()];
      return locations(context, [...cells, ...placesOf(claimsOf(report, cells))]);
    }
    if (found.kind !== 'cell') return null;
    const { cell } = found;
    const others = relationsOf(context.analysis, cell)
      .flatMap((state) => cellsOf(state))
      .filter((other) => other !== cell);
    return locations(context, [...(own ? [cell] : []), ...others, ...placesOf(claimsOf(report, [cell]))]);
  },
});

import { cellsOf, type TableId } from '../../server/src/editions';
import { type DocumentStyle, draftOf } from './document';
import { withRadicals } from './kangxi';
import { type GfmStyle, renderGfm, renderSmallTables, type SmallTablesStyle } from './layouts/gfm';
import { type HtmlStyle, renderHtml } from './layouts/html';
import { type LinesStyle, renderLines } from './layouts/lines';
import { type PipeStyle, renderPipe } from './layouts/pipe';
import { type PrintedStyle, renderPrinted } from './layouts/printed';
import { renderTab, type TabStyle } from './layouts/tab';
import type { PlacedCell } from './marks';
import { cellKey } from './model';
import { Random } from './random';
import type { Spec } from './spec';

export type LayoutStyle =
  | { readonly layout: 'tab'; readonly style: TabStyle }
  | { readonly layout: 'pipe'; readonly style: PipeStyle }
  | { readonly layout: 'gfm'; readonly style: GfmStyle }
  | { readonly layout: 'small-tables'; readonly style: SmallTablesStyle }
  | { readonly layout: 'html'; readonly style: HtmlStyle }
  | { readonly layout: 'lines'; readonly style: LinesStyle }
  | { readonly layout: 'columns' | 'words'; readonly style: PrintedStyle };

export type LayoutName = LayoutStyle['layout'];
export const layoutNames: readonly LayoutName[] = ['tab', 'pipe', 'gfm', 'small-tables', 'html', 'lines', 'columns', 'words'];

export interface DraftStyle {
  readonly document: DocumentStyle;
  readonly layout: LayoutStyle;
  /** Share of the characters that have a radical which is written in their place. */
  readonly radicals: number;
  readonly crlf: boolean;
  readonly bom: boolean;
  readonly seed: number;
}

export interface Rendered {
  readonly text: string;
  /** Every value that was written, blank ones too, in the order of the text. */
  readonly cells: readonly PlacedCell[];
}

export function render(spec: Spec, style: DraftStyle): Rendered {
  const random = new Random(style.seed);
  const draft = draftOf(spec, style.document, random);
  const { layout } = style;
  const body = ((): string => {
    switch (layout.layout) {
      case 'tab':
        return renderTab(draft, layout.style);
      case 'pipe':
        return renderPipe(draft, layout.style);
      case 'gfm':
        return renderGfm(draft, layout.style);
      case 'small-tables':
        return renderSmallTables(draft, layout.style);
      case 'html':
        return renderHtml(draft, layout.style);
      case 'lines':
        return renderLines(draft, layout.style);
      case 'columns':
      case 'words':
        return renderPrinted(draft, layout.style);
    }
  })();
  const looks = style.radicals > 0 ? withRadicals(body, style.radicals, random) : body;
  const ended = style.crlf ? looks.replaceAll('\n', '\r\n') : looks;
  return draft.marker.resolve((style.bom ? '\ufeff' : '') + ended);
}

/** What `extract` shall give for one table: normal forms by row and column, `null` for what is no number. */
export function expectedValues(spec: Spec, table: TableId): Record<string, Record<string, string | null>> {
  const { definition, cells } = spec.values[table];
  const rows: Record<string, Record<string, string | null>> = {};
  for (const { row, column } of cellsOf(definition)) {
    rows[row.id] = { ...rows[row.id], [column.id]: cells.get(cellKey(row.id, column.id))?.normal ?? null };
  }
  return rows;
}

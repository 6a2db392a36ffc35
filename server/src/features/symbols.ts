import type { DocumentSymbol, DocumentSymbolParams, SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Range } from '../reading/report';
import type { Context } from './context';
import { feature } from './feature';
import { inTextOrder } from './inTextOrder';
import { outline, type Part } from './outline';

const kinds: Record<Part['kind'], SymbolKind> = {
  title: 1, // File
  section: 2, // Module
  table: 23, // Struct
  group: 3, // Namespace
  row: 8, // Field
};

/** Tells this outline from those of other extensions, such as that of the headings of a Markdown file. */
const OUTLINE = '年度报告';

/** The outline: title, sections, tables, blocks and groups, rows with their values. */
export const symbols = feature<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>({
  method: 'textDocument/documentSymbol',
  capabilities({ textDocument }) {
    if (!textDocument?.documentSymbol) return {};
    return { documentSymbolProvider: textDocument.documentSymbol.labelSupport === true ? { label: OUTLINE } : true };
  },
  answer(context) {
    if (!context.analysis.report.recognised) return null;
    const parts = outline(context);
    return context.view.flatSymbols ? listed(context, parts) : nested(context, parts);
  },
});

function nested(context: Context, parts: readonly Part[]): DocumentSymbol[] {
  const rangeOf = inTextOrder(context, rangesIn(parts));
  const symbolOf = ({ kind, name, detail, selection, range, parts: inner }: Part): DocumentSymbol => ({
    name,
    kind: kinds[kind],
    range: rangeOf(range),
    selectionRange: rangeOf(selection),
    ...(detail ? { detail } : {}),
    ...(inner.length > 0 ? { children: inner.map(symbolOf) } : {}),
  });
  return parts.map(symbolOf);
}

function listed(context: Context, parts: readonly Part[]): SymbolInformation[] {
  const rangeOf = inTextOrder(context, rangesIn(parts));
  const { uri } = context.document;
  const listOf = ({ kind, name, range, parts: inner }: Part, containerName?: string): SymbolInformation[] => [
    { name, kind: kinds[kind], location: { uri, range: rangeOf(range) }, ...(containerName === undefined ? {} : { containerName }) },
    ...inner.flatMap((one) => listOf(one, name)),
  ];
  return parts.flatMap((one) => listOf(one));
}

function* rangesIn(parts: readonly Part[]): Iterable<Range> {
  for (const { range, selection, parts: inner } of parts) {
    yield range;
    yield selection;
    yield* rangesIn(inner);
  }
}

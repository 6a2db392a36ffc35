import { Range, Selection, TextEditorRevealType, type Uri, type ViewColumn, window } from 'vscode';

/** A range as the server tells it, in UTF-16 units. */
export interface Told {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

const rangeOf = ({ start, end }: Told): Range => new Range(start.line, start.character, end.line, end.character);

/** The column that shows a document, or has it among its tabs. */
export const columnOf = (uri: Uri): ViewColumn | undefined =>
  window.tabGroups.all.find(({ tabs }) =>
    // Also a custom editor's.
    tabs.some(({ input }) => (input as { uri?: Uri } | undefined)?.uri?.toString() === uri.toString()),
  )?.viewColumn;

/** Shows a place of a draft, where the draft is open already. `select`: with the caret in it; else the editor only looks there. */
export async function reveal(uri: Uri, place: Told, { select }: { select: boolean }): Promise<void> {
  const range = rangeOf(place);
  if (!select) {
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    shown?.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  const viewColumn = columnOf(uri);
  const editor = await window.showTextDocument(uri, {
    selection: new Selection(range.start, range.end),
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

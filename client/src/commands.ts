import { l10n, type QuickPickItem, window } from 'vscode';
import type { ExecuteCommandMiddleware } from 'vscode-languageclient';

/** The layouts of the command `gongkai.relayoutTables`, by their ids in the server. */
const layouts = (): [id: string, label: string][] => [
  ['gfm', l10n.t('Markdown table')],
  ['html', l10n.t('HTML table with merged cells')],
  ['tab', l10n.t('Divided by tabs, to paste into Word or Excel')],
  ['pipe', l10n.t('Divided by bars')],
  ['lines', l10n.t('One cell a line')],
  ['words', l10n.t('Divided by blanks')],
];

async function pickLayout(): Promise<string | undefined> {
  const items = layouts().map(([id, label]): QuickPickItem & { id: string } => ({ id, label }));
  return (await window.showQuickPick(items, { title: l10n.t('Write the tables as') }))?.id;
}

/**
 * The commands are the server's and take `[uri, range?, option?]`, as a code lens gives them. From the palette they come
 * without: then they are about the active editor, what is selected there, or the whole draft where nothing is.
 */
export const executeCommand: NonNullable<ExecuteCommandMiddleware['executeCommand']> = async (command, args, next) => {
  const [uri, range, option] = args.length > 0 ? args : aboutActiveEditor();
  if (typeof uri !== 'string') return undefined;
  if (command !== 'gongkai.relayoutTables' || option !== undefined)
    return next(command, [uri, range ?? null, ...(option === undefined ? [] : [option])]);
  const layout = await pickLayout();
  return layout === undefined ? undefined : next(command, [uri, range ?? null, layout]);
};

function aboutActiveEditor(): unknown[] {
  const editor = window.activeTextEditor;
  if (!editor) return [];
  const { start, end, isEmpty } = editor.selection;
  const position = ({ line, character }: { line: number; character: number }) => ({ line, character });
  return [editor.document.uri.toString(), ...(isEmpty ? [] : [{ start: position(start), end: position(end) }])];
}

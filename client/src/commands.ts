import { env, type QuickPickItem, window } from 'vscode';
import type { ExecuteCommandMiddleware } from 'vscode-languageclient';

const isChinese = (): boolean => /^zh\b/i.test(env.language);

/** The layouts of the command `gongkai.relayoutTables`, by their ids in the server. */
const layouts: readonly { readonly id: string; readonly zh: string; readonly en: string }[] = [
  { id: 'gfm', zh: 'Markdown 表格', en: 'Markdown table' },
  { id: 'html', zh: 'HTML 表格（保留合并的单元格）', en: 'HTML table with merged cells' },
  { id: 'tab', zh: '制表符分隔（可贴入 Word、Excel）', en: 'Divided by tabs, to paste into Word or Excel' },
  { id: 'pipe', zh: '竖线分隔', en: 'Divided by bars' },
  { id: 'lines', zh: '一行一格', en: 'One cell a line' },
  { id: 'words', zh: '空格分隔', en: 'Divided by blanks' },
];

async function pickLayout(): Promise<string | undefined> {
  const items = layouts.map(({ id, zh, en }): QuickPickItem & { id: string } => ({ id, label: isChinese() ? zh : en }));
  const title = isChinese() ? '把表格改写成' : 'Write the tables as';
  return (await window.showQuickPick(items, { title }))?.id;
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

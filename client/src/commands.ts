import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import type { ExecuteCommandMiddleware } from 'vscode-languageclient';
import type { Checks } from './checks';
import { reveal } from './places';

/** Asks the server, beyond the protocol. */
export type Request = <Result>(method: string, params: object) => Promise<Result>;

/** The layouts of the command `gongkai.relayoutTables`, by their ids in the server. */
const layouts = (): [id: string, label: string][] => [
  ['gfm', l10n.t('Markdown table')],
  ['html', l10n.t('HTML table with merged cells')],
  ['tab', l10n.t('Divided by tabs, to paste into Word or Excel')],
  ['pipe', l10n.t('Divided by bars')],
  ['lines', l10n.t('One cell a line')],
  ['words', l10n.t('Divided by blanks')],
];

/** The layouts as they are chosen from. */
export const layoutItems = (): (QuickPickItem & { id: string })[] => layouts().map(([id, label]) => ({ id, label }));

async function pickLayout(): Promise<string | undefined> {
  return (await window.showQuickPick(layoutItems(), { title: l10n.t('Write the tables as') }))?.id;
}

/** A section that the draft lacks, or whose table or outline it lacks, by its number. One that is there is shown instead. */
async function pickSection(uri: string, request: Request): Promise<number | undefined> {
  const checks = await request<Checks | null>('gongkai/checks', { textDocument: { uri } });
  const items = (checks?.sections ?? []).map(({ number, name, table, range }): QuickPickItem & { number: number; range: typeof range } => ({
    number,
    range,
    label: `$(${range ? 'check' : 'add'}) ${name}`,
    description: range ? l10n.t('is there: show it') : table ? l10n.t('insert the table') : l10n.t('insert the section'),
  }));
  // Tables first: they are most of the work.
  const missing = items.filter(({ range }) => !range);
  const chosen = await window.showQuickPick([...missing, ...items.filter(({ range }) => range)], {
    title: l10n.t('Insert table'),
    placeHolder: missing.length > 0 ? l10n.t('What is to be inserted, at its place') : l10n.t('All sections and tables are there'),
  });
  if (chosen?.range) await reveal(Uri.parse(uri), chosen.range, { select: true });
  return chosen?.range ? undefined : chosen?.number;
}

/** Shows what has been inserted. */
async function showSection(uri: string, number: number, request: Request): Promise<void> {
  const checks = await request<Checks | null>('gongkai/checks', { textDocument: { uri } });
  const range = checks?.sections.find((section) => section.number === number)?.range;
  if (range) await reveal(Uri.parse(uri), { start: range.start, end: range.start }, { select: true });
}

/**
 * The commands are the server's and take `[uri, range?, option?]`, as a code lens gives them. From the palette they come
 * without: then they are about the active editor, what is selected there, or the whole draft where nothing is.
 */
export const executeCommandWith =
  (request: Request): NonNullable<ExecuteCommandMiddleware['executeCommand']> =>
  async (command, args, next) => {
    const [uri, range, option] = args.length > 0 ? args : aboutActiveEditor();
    if (typeof uri !== 'string') return undefined;
    if (option !== undefined) return next(command, [uri, range ?? null, option]);
    if (command === 'gongkai.relayoutTables') {
      const layout = await pickLayout();
      return layout === undefined ? undefined : next(command, [uri, range ?? null, layout]);
    }
    if (command === 'gongkai.insertTable') {
      const number = await pickSection(uri, request);
      if (number === undefined) return undefined;
      await next(command, [uri, null, number]);
      return showSection(uri, number, request);
    }
    return next(command, [uri, range ?? null]);
  };

function aboutActiveEditor(): unknown[] {
  const editor = window.activeTextEditor;
  if (!editor) return [];
  const { start, end, isEmpty } = editor.selection;
  const position = ({ line, character }: { line: number; character: number }) => ({ line, character });
  return [editor.document.uri.toString(), ...(isEmpty ? [] : [{ start: position(start), end: position(end) }])];
}

import { l10n, Position, type QuickPickItem, Selection, Uri, window, workspace } from 'vscode';
import { layoutItems } from './commands';
import { withConfig } from './configFiles';
import type { Service } from './service';
import { keep } from './settings';
import { askPick, askText, inSteps, isAnswer, type Question } from './steps';

/** The answer of the server to `gongkai/newReport`. */
interface Report {
  readonly title: string;
  readonly text: string;
  readonly caret: { readonly line: number; readonly character: number };
}

interface Answers {
  readonly unit: string;
  readonly year: number;
  /** As the setting `gongkai.unit` has it; empty: by the name of the unit. */
  readonly kind: string;
  readonly layout: string;
  /** Absent: an untitled document. */
  readonly folder: Uri | undefined;
}

/**
 * Asks for what a report needs, writes it and opens it with the caret at the first place to fill in. `usual`: the unit that the
 * reports at hand are of.
 */
export async function newReport(service: Service, usual = ''): Promise<void> {
  const questions = [unit(usual), year, kind, layout, ...(workspace.workspaceFolders?.length ? [folder] : [])];
  const answers = await inSteps<Answers>(l10n.t('New annual report'), questions);
  if (!answers) return;
  const scope = answers.folder ?? workspace.workspaceFolders?.[0]?.uri;
  const client = await service.client();
  const settings = await withConfig(workspace.getConfiguration('gongkai', scope), scope);
  const { unit: name, year: number, layout: id } = answers;
  const report = await client.sendRequest<Report>('gongkai/newReport', { unit: name, year: number, layout: id, settings }).catch(refused);
  if (!report) return;
  await keepKind(answers.kind, scope);
  const markdown = id === 'gfm' || id === 'html';
  const place = answers.folder && (await freePlace(answers.folder, report.title, markdown ? '.md' : '.txt'));
  if (answers.folder && !place) return;
  if (place && 'existing' in place) await window.showTextDocument(place.existing);
  else await open(report, place?.free, markdown ? 'markdown' : 'plaintext');
}

// ── the questions ──

/** What no file name may hold anywhere. */
const FORBIDDEN = /[\\/:*?"<>|\r\n\t]/;
const MAX_UNIT = 40;

const unit =
  (usual: string): Question<Answers> =>
  async (answers, place) => {
    const name = await askText(place, {
      value: answers.unit ?? usual,
      prompt: l10n.t('The full name of the unit, as it stands in the title'),
      placeholder: l10n.t('For example {0}', '清河县民政局'),
      problem: (text) =>
        text === ''
          ? l10n.t('Write the full name of the unit.')
          : FORBIDDEN.test(text)
            ? l10n.t('A file name cannot hold \\ / : * ? " < > |. Write the name of the unit alone.')
            : /公开|20\d\d\s*年/.test(text)
              ? l10n.t('Write the name of the unit alone; the year and the rest of the title are added.')
              : text.length > MAX_UNIT
                ? l10n.t('At most {0} characters.', MAX_UNIT)
                : undefined,
    });
    return isAnswer(name) ? { unit: name } : name;
  };

const year: Question<Answers> = async (answers, place) => {
  const thisYear = new Date().getFullYear();
  const written = await askText(place, {
    value: String(answers.year ?? thisYear - 1),
    prompt: l10n.t('The year that is reported on'),
    placeholder: String(thisYear - 1),
    problem: (text) =>
      /^20\d\d$/.test(text) && Number(text) <= thisYear
        ? undefined
        : l10n.t('Write the year with four digits; it cannot be later than {0}.', String(thisYear)),
  });
  return isAnswer(written) ? { year: Number(written) } : written;
};

const kind: Question<Answers> = async (answers, place) => {
  const items: (QuickPickItem & { value: string })[] = [
    { value: '', label: l10n.t('By the name of the unit'), description: l10n.t('right for nearly all units') },
    { value: 'department', label: l10n.t('Department'), description: l10n.t('a bureau, commission or office') },
    { value: 'government', label: l10n.t('Government'), description: l10n.t('of a county, city, district or above') },
    { value: 'town', label: l10n.t('Town'), description: l10n.t('a township government or street office') },
  ];
  const now = answers.kind ?? workspace.getConfiguration('gongkai', workspace.workspaceFolders?.[0]?.uri).get('unit');
  const chosen = await askPick(place, {
    items,
    active: items.find(({ value }) => value === now),
    placeholder: l10n.t('The kind of unit: it decides on the deadline. What you choose is kept in the setting gongkai.unit.'),
  });
  return isAnswer(chosen) ? { kind: chosen.value } : chosen;
};

const layout: Question<Answers> = async (answers, place) => {
  const items = layoutItems();
  const chosen = await askPick(place, {
    items,
    active: items.find(({ id }) => id === answers.layout) ?? items[0],
    placeholder: l10n.t('How the three tables are written'),
  });
  return isAnswer(chosen) ? { layout: chosen.id } : chosen;
};

const folder: Question<Answers> = async (answers, place) => {
  type Item = QuickPickItem & { uri: Uri | undefined };
  const folders = (workspace.workspaceFolders ?? []).map(({ name, uri }): Item => ({ uri, label: name, description: shown(uri) }));
  const beside = window.activeTextEditor?.document.uri;
  const own = beside && workspace.getWorkspaceFolder(beside) ? Uri.joinPath(beside, '..') : undefined;
  const isNew = own && !folders.some(({ uri }) => uri?.path === own.path);
  const items: Item[] = [
    ...folders,
    ...(isNew ? [{ uri: own, label: own.path.split('/').at(-1) ?? '', description: l10n.t('beside the file that is open') }] : []),
    { uri: undefined, label: l10n.t('Not yet in a file'), description: l10n.t('an untitled document, to be saved later') },
  ];
  const chosen = await askPick(place, {
    items,
    active: 'folder' in answers ? items.find(({ uri }) => uri?.toString() === answers.folder?.toString()) : items[0],
    placeholder: l10n.t('The folder of the new file'),
  });
  return isAnswer(chosen) ? { folder: chosen.uri } : chosen;
};

const shown = (uri: Uri): string => (uri.scheme === 'file' ? uri.fsPath : uri.path);

// ── what is done with the answers ──

/** The server says in words what it cannot write, such as a report on a year without an official format. */
function refused(error: unknown): undefined {
  void window.showWarningMessage(error instanceof Error ? error.message : String(error));
}

/** Keeps the kind of unit where it differs from what holds already. */
async function keepKind(kind: string, scope: Uri | undefined): Promise<void> {
  const settings = workspace.getConfiguration('gongkai', scope);
  if ((settings.get<string>('unit') ?? '') === kind) return;
  await keep(settings, 'unit', kind === '' ? undefined : kind, scope);
}

/** A file that is not there yet; of one that is there the writer decides. Nothing where the question is dismissed. */
async function freePlace(folder: Uri, title: string, extension: string): Promise<{ free: Uri } | { existing: Uri } | undefined> {
  const wanted = Uri.joinPath(folder, title + extension);
  if (!(await exists(wanted))) return { free: wanted };
  let free = wanted;
  for (let i = 2; await exists(free); i++) free = Uri.joinPath(folder, `${title}（${i}）${extension}`);
  const existing = { label: l10n.t('Open the report that is there') };
  const other = { label: l10n.t('Write a new one'), description: free.path.split('/').at(-1) ?? '' };
  const chosen = await window.showQuickPick([existing, other], {
    title: l10n.t('There is a report of this name already; it stays as it is.'),
    ignoreFocusOut: true,
  });
  if (!chosen) return undefined;
  return chosen === other ? { free } : { existing: wanted };
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function open({ text, caret }: Report, file: Uri | undefined, language: string): Promise<void> {
  const uri = file && (await write(file, text));
  const document = uri ? await workspace.openTextDocument(uri) : await workspace.openTextDocument({ content: text, language });
  const at = new Position(caret.line, caret.character);
  await window.showTextDocument(document, { selection: new Selection(at, at), preview: false });
}

/** The file, written; nothing where its folder takes no files: then the report goes into an untitled document. */
async function write(file: Uri, text: string): Promise<Uri | undefined> {
  try {
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    return file;
  } catch {
    void window.showWarningMessage(l10n.t('Nothing can be written to this folder. The report is in a document that has not been saved.'));
    return undefined;
  }
}

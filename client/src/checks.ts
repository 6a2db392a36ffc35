import {
  commands,
  type ExtensionContext,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  TextEditorRevealType,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type Findings, faultTexts } from './faults';
import { reveal, type Told } from './places';
import type { Service } from './service';
import { keep } from './settings';

/** The answer of the server to `gongkai/checks`: what was checked of a draft. */
export interface Checks {
  readonly edition: string;
  readonly tables: readonly {
    readonly name: string;
    readonly extent: string;
    readonly range: Told;
    readonly relations: Readonly<Record<'holds' | 'violated' | 'not-assessable', number>>;
    readonly findings: Findings;
    readonly open: readonly { readonly state: 'violated' | 'not-assessable'; name: string; equation: string; readonly range: Told }[];
  }[];
  readonly sections: readonly { readonly number: number; readonly name: string; readonly table: boolean; readonly range?: Told }[];
}

/** A line of the list: a place to go to, or something to do. */
interface Item extends QuickPickItem {
  readonly place?: Told;
  run?(): unknown;
}

/** Lists what was checked of the active draft; moving through the list shows the places. */
export async function showChecks(context: ExtensionContext, service: Service): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  if (!uri) return;
  const client = await service.client();
  const told = await client.sendRequest<Checks | null>('gongkai/checks', {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
  });
  if (!told) return;
  const items = [...tableItems(told), ...(await actionItems(context, uri, told.edition)), ...openItems(told)];
  const pick = Object.assign(window.createQuickPick<Item>(), {
    title: l10n.t('What was checked'),
    placeholder: l10n.t('Choose a line to go to its place'),
    matchOnDescription: true,
    matchOnDetail: true,
    items,
  });
  pick.onDidChangeActive(([active]) => active?.place && void reveal(uri, active.place, { select: false }));
  const looked = window.activeTextEditor?.visibleRanges[0];
  let accepted = false;
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    accepted = true;
    pick.hide();
    if (chosen?.place) void reveal(uri, chosen.place, { select: true });
    else void chosen?.run?.();
  });
  pick.onDidHide(() => {
    pick.dispose();
    // Whoever only looked goes on where he was.
    if (!accepted && looked) window.activeTextEditor?.revealRange(looked, TextEditorRevealType.AtTop);
  });
  pick.show();
}

const separator = (label: string): Item => ({ label, kind: QuickPickItemKind.Separator });

const tableItems = ({ tables }: Checks): Item[] =>
  tables.map((table) => ({
    label: `$(${markOf(table)}) ${table.name}`,
    description: table.extent,
    detail: [sumsOf(table), ...faultTexts(table.findings)].join(' · '),
    place: table.range,
  }));

/** A pass is what was looked at in full and found in order, sums and all else. */
function markOf({ relations, findings }: Checks['tables'][number]): string {
  if (findings.error > 0) return 'error';
  if (findings.warning + relations.violated + relations['not-assessable'] > 0) return 'warning';
  return findings.information + findings.hint > 0 ? 'info' : 'pass';
}

function sumsOf({ relations: { holds, violated, 'not-assessable': open } }: Checks['tables'][number]): string {
  if (holds + violated + open === 0) return l10n.t('no sums to check');
  return l10n.t('{0} sums hold, {1} do not, {2} cannot be checked', holds, violated, open);
}

const openItems = ({ tables }: Checks): Item[] =>
  (['violated', 'not-assessable'] as const).flatMap((state) => {
    const open = tables.flatMap((table) => table.open.filter((relation) => relation.state === state));
    if (open.length === 0) return [];
    const title = state === 'violated' ? l10n.t('Does not hold ({0})', open.length) : l10n.t('Cannot be checked ({0})', open.length);
    const icon = state === 'violated' ? 'error' : 'question';
    return [
      separator(title),
      ...open.map(({ name, equation, range }): Item => ({ label: `$(${icon}) ${name}`, detail: equation, place: range })),
    ];
  });

async function actionItems(context: ExtensionContext, uri: Uri, edition: string): Promise<Item[]> {
  const known = await commands.getCommands(true);
  const action = (icon: string, label: string, command: string): Item[] =>
    known.includes(command) ? [{ label: `$(${icon}) ${label}`, run: () => commands.executeCommand(command) }] : [];
  return [
    separator(l10n.t('Actions')),
    { label: `$(book) ${l10n.t('Check against another format …')}`, run: () => chooseEdition(context, uri, edition) },
    ...action('open-preview', l10n.t('Open the preview'), 'gongkai.openPreview'),
    ...action('checklist', l10n.t('Export the checklist'), 'gongkai.exportChecklist'),
    ...action('list-flat', l10n.t('Show the list of problems'), 'workbench.actions.view.problems'),
  ];
}

/** Sets the edition that the drafts of this folder are held against. `edition`: what this draft is held against now. */
async function chooseEdition({ extension }: ExtensionContext, uri: Uri, edition: string): Promise<void> {
  const settings = workspace.getConfiguration('gongkai', uri);
  // The editions and what is said of them stand in the manifest, which is made from the server's.
  const { enum: ids, enumDescriptions } = extension.packageJSON.contributes.configuration.properties['gongkai.edition'] as {
    enum: string[];
    enumDescriptions: string[];
  };
  const now = settings.get<string>('edition') ?? ids[0];
  const nameOf = (id: string): string => (id === ids[0] ? l10n.t('By the year of the report') : l10n.t('{0} format', id));
  const items = ids.map((id, i) => ({
    id,
    label: nameOf(id),
    description: id === now ? l10n.t('as it is now') : '',
    detail: enumDescriptions[i] ?? '',
  }));
  // A config file of the folder goes before the settings.
  const placeHolder =
    edition === now ? '' : l10n.t('The config file of this folder says “{0}”; it goes before what you choose here', nameOf(edition));
  const chosen = await window.showQuickPick(items, { title: l10n.t('Check against which format?'), placeHolder });
  if (chosen && chosen.id !== now) await keep(settings, 'edition', chosen.id === ids[0] ? undefined : chosen.id, uri);
}

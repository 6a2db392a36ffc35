import { CodeAction, CodeActionKind, commands, type Diagnostic, type Disposable, l10n, languages, Uri, window, workspace } from 'vscode';
import { languages as ours } from '../../server/src/input/documents';
import type { Service } from './service';
import { keep, kept } from './settings';

const TURN_OFF = 'gongkai.turnOffRule';

/** Offers, behind the remedies of a finding, to turn its rule off: the settings belong to the editor, not to the server. */
export const turningOff = (service: Service): Disposable[] => [
  commands.registerCommand(TURN_OFF, (uri: Uri, rule: string) => turnOff(service, uri, rule)),
  languages.registerCodeActionsProvider(
    ours.map((language) => ({ language })),
    { provideCodeActions: ({ uri }, _range, { diagnostics }) => actionsFor(uri, diagnostics) },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  ),
];

function actionsFor(uri: Uri, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const found = new Map(diagnostics.map((diagnostic) => [ruleOf(diagnostic), diagnostic]));
  return [...found].flatMap(([rule, diagnostic]) => {
    if (rule === undefined) return [];
    const title = l10n.t('Turn the rule {0} off in this folder', rule);
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    return [Object.assign(action, { diagnostics: [diagnostic], command: { title, command: TURN_OFF, arguments: [uri, rule] } })];
  });
}

/** What has a page is a rule. */
const ruleOf = ({ source, code }: Diagnostic): string | undefined =>
  source === 'gongkai' && typeof code === 'object' ? String(code.value) : undefined;

/** Sets the rule to `off`, says so, and takes it back where that was not meant. A config file that sets the rule is shown instead. */
async function turnOff(service: Service, uri: Uri, rule: string): Promise<void> {
  const config = await configOf(service, uri);
  const said = config?.rules[rule];
  if (config && said !== undefined) {
    const open = l10n.t('Open the config file');
    const message = l10n.t('The config file of this folder sets {0} to “{1}”; it goes before the settings.', rule, said);
    if ((await window.showInformationMessage(message, open)) === open) await window.showTextDocument(Uri.parse(config.uri));
    return;
  }
  const before = own(uri)[rule];
  if (!(await set(uri, rule, 'off'))) return;
  const undo = l10n.t('Take it back');
  const chosen = await window.showInformationMessage(l10n.t('The rule {0} is off in the setting gongkai.rules.', rule), undo);
  if (chosen === undo) await set(uri, rule, before);
}

/** The answer of the server to `gongkai/config`: the config file that holds for a draft, and the rules that it sets. */
interface Config {
  readonly uri: string;
  readonly rules: Readonly<Record<string, string>>;
}

async function configOf(service: Service, uri: Uri): Promise<Config | null> {
  const client = await service.client();
  return client.sendRequest('gongkai/config', { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) } });
}

const own = (uri: Uri): Readonly<Record<string, string>> => kept(workspace.getConfiguration('gongkai', uri), 'rules', uri) ?? {};

/** Sets one rule beside what others are set to by now; `undefined` takes it out. */
async function set(uri: Uri, rule: string, severity: string | undefined): Promise<boolean> {
  const { [rule]: _, ...others } = own(uri);
  const rules = severity === undefined ? others : { ...others, [rule]: severity };
  return keep(workspace.getConfiguration('gongkai', uri), 'rules', Object.keys(rules).length > 0 ? rules : undefined, uri);
}

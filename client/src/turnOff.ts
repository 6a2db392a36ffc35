import {
  CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  type Disposable,
  l10n,
  languages,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { languages as ours } from './documents';
import { keep, kept } from './settings';

const TURN_OFF = 'gongkai.turnOffRule';

/** Offers, behind the remedies of a finding, to turn its rule off: the settings belong to the editor, not to the server. */
export const turningOff = (): Disposable[] => [
  commands.registerCommand(TURN_OFF, turnOff),
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

/** Sets the rule to `off` beside what is set already, says so, and takes it back where that was not meant. */
async function turnOff(uri: Uri, rule: string): Promise<void> {
  const settings = workspace.getConfiguration('gongkai', uri);
  const before = kept<Record<string, string>>(settings, 'rules', uri);
  if (!(await keep(settings, 'rules', { ...before, [rule]: 'off' }, uri))) return;
  const undo = l10n.t('Take it back');
  const chosen = await window.showInformationMessage(l10n.t('The rule {0} is off in the setting gongkai.rules.', rule), undo);
  if (chosen === undo) await keep(workspace.getConfiguration('gongkai', uri), 'rules', before, uri);
}

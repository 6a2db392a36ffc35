import { ConfigurationTarget, l10n, type Uri, type WorkspaceConfiguration, window, workspace } from 'vscode';

/** Keeps a setting where it holds for a draft and for its neighbours: the folder, or else the user. Says so where it cannot be kept. */
export async function keep(
  settings: WorkspaceConfiguration,
  name: string,
  value: string | undefined,
  scope: Uri | undefined,
): Promise<void> {
  const folders = workspace.workspaceFolders?.length ?? 0;
  const inFolder = scope !== undefined && workspace.getWorkspaceFolder(scope) !== undefined;
  const target = !inFolder ? ConfigurationTarget.Global : folders > 1 ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
  try {
    await settings.update(name, value, target);
  } catch {
    void window.showWarningMessage(l10n.t('The setting {0} could not be kept: nothing can be written here.', `gongkai.${name}`));
  }
}

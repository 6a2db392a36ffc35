import { ConfigurationTarget, l10n, type Uri, type WorkspaceConfiguration, window, workspace } from 'vscode';

/** Keeps a setting where it holds for a draft and for its neighbours: the folder, or else the user. Says so, and gives `false`, where it cannot be kept. */
export async function keep(settings: WorkspaceConfiguration, name: string, value: unknown, scope: Uri | undefined): Promise<boolean> {
  try {
    await settings.update(name, value, targetOf(scope));
    return true;
  } catch {
    void window.showWarningMessage(l10n.t('The setting {0} could not be kept: nothing can be written here.', `gongkai.${name}`));
    return false;
  }
}

/** Settings as plain values: without their proxies, for they may go to a worker. */
export const plain = (settings: unknown): object => JSON.parse(JSON.stringify(settings ?? {}));

/** What a setting is where `keep` keeps it; `undefined` where it has no value there. */
export function kept<T>(settings: WorkspaceConfiguration, name: string, scope: Uri | undefined): T | undefined {
  const { globalValue, workspaceValue, workspaceFolderValue } = settings.inspect<T>(name) ?? {};
  const target = targetOf(scope);
  if (target === ConfigurationTarget.Global) return globalValue;
  return target === ConfigurationTarget.Workspace ? workspaceValue : workspaceFolderValue;
}

function targetOf(scope: Uri | undefined): ConfigurationTarget {
  if (scope === undefined || workspace.getWorkspaceFolder(scope) === undefined) return ConfigurationTarget.Global;
  return (workspace.workspaceFolders?.length ?? 0) > 1 ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
}

import { type CancellationToken, Uri, workspace } from 'vscode';
import type { ConfigurationMiddleware, ConfigurationParams } from 'vscode-languageclient';
import { type ConfigText, configNames, configText } from '../../server/src/input/configFile';
import { plain } from './settings';

/** As the server takes it. */
interface ConfigFile extends ConfigText {
  readonly uri: string;
}

/**
 * Sends the config file of a draft along with its settings, where the server cannot read it itself: folders in the browser, on
 * a virtual file system. On disk the server looks by itself.
 */
export const withConfigFiles: NonNullable<ConfigurationMiddleware['configuration']> = async (
  params: ConfigurationParams,
  token: CancellationToken,
  next,
) => {
  const sections = await next(params, token);
  if (!Array.isArray(sections)) return sections;
  return Promise.all(
    sections.map(async (settings: unknown, i) => {
      const scope = params.items[i]?.scopeUri;
      return scope === undefined ? settings : withConfig(settings, Uri.parse(scope));
    }),
  );
};

/** The settings of a draft in plain values, with the config file that holds for it where the server cannot read it itself. */
export async function withConfig(settings: unknown, draft: Uri | undefined): Promise<unknown> {
  const values = plain(settings);
  if (!draft || draft.scheme === 'file' || draft.scheme === 'untitled') return values;
  return { ...values, configFile: (await nearest(draft)) ?? null };
}

/** The config file of a draft: from its own folder up to its workspace folder. */
async function nearest(draft: Uri): Promise<ConfigFile | undefined> {
  const root = workspace.getWorkspaceFolder(draft)?.uri.path.replace(/\/$/, '');
  let folder = parentOf(draft.path);
  for (;;) {
    for (const name of configNames) {
      const uri = draft.with({ path: `${folder}/${name}` });
      const found = await read(uri);
      if (found) return { uri: uri.toString(), ...found };
    }
    if (root === undefined || folder === root || folder === '') return undefined;
    folder = parentOf(folder);
  }
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

async function read(uri: Uri): Promise<ConfigText | undefined> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    return configText(bytes.length, () => bytes);
  } catch {
    // Not there: nothing else can be told alike on all file systems.
    return undefined;
  }
}

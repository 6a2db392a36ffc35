import { type Config, merged, type Preferences, readConfig } from './config/config';
import { isIncluded } from './config/globs';
import { type ParsedTree, readTree } from './config/tree';
import { type ConfigText, configNames } from './input/configFile';
import { type Settings, settingsOf } from './settings';

/** A config file as the client sends it along with the settings of a draft. */
export interface SentConfig extends ConfigText {
  readonly uri: string;
}

/** What is read from disk, where the server runs beside it. */
export interface Files {
  /** A config file; `undefined` where there is none. */
  read(uri: string): ConfigText | undefined;
  /** Whether no folder above this one is the project's. */
  isTop(folder: string): boolean;
  readYaml(text: string): ParsedTree;
}

/** A config file that holds for a draft. */
export interface Project extends Config, ConfigText {
  readonly uri: string;
  /** Its folder, with a slash at the end: where the paths in it begin. */
  readonly folder: string;
}

/** What holds for a draft: its project goes before the user. Patterns of the user's own begin at the workspace folder. */
export function settingsIn(draft: string, user: Preferences, project: Project | undefined, root: string | undefined): Settings {
  const own = root === undefined || isIncluded(pathFrom(root, draft), user);
  const shared = !project || isIncluded(pathFrom(project.folder, draft), project.preferences);
  return settingsOf(project ? merged(user, project.preferences) : user, !own || !shared);
}

function pathFrom(folder: string, uri: string): string {
  const path = uri.startsWith(folder) ? uri.slice(folder.length) : uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export const isConfig = (uri: string): boolean => configNames.some((name) => uri.endsWith(`/${name}`));

/**
 * Finds the config file of a draft: the nearest one, from its own folder up to the workspace folder. The server looks on disk
 * where it can; elsewhere the client sends what it has found. A config that is open in the editor counts as it is shown.
 */
export class Projects {
  /** Workspace folders, with a slash at the end. */
  private roots: readonly string[] = [];
  /** By draft. */
  private readonly sent = new Map<string, SentConfig | undefined>();
  /** What was read last, by URI of the config. */
  private readonly parsed = new Map<string, Project>();

  constructor(
    private readonly files: Files | undefined,
    private readonly openText: (uri: string) => string | undefined,
  ) {}

  initialize(folders: readonly string[]): void {
    this.roots = folders.map((folder) => (folder.endsWith('/') ? folder : `${folder}/`));
  }

  /** What a client says of the config of a draft: nothing where it has found none. */
  receive(draft: string, config: SentConfig | undefined): void {
    this.sent.set(draft, config);
  }

  forget(draft: string): void {
    this.sent.delete(draft);
  }

  of(draft: string): Project | undefined {
    const sent = this.sent.get(draft);
    if (sent) return this.parse(sent.uri, this.open(sent.uri) ?? sent);
    for (const folder of this.foldersOf(draft)) {
      for (const name of configNames) {
        const uri = folder + name;
        const found = this.open(uri) ?? (this.reads(uri) ? this.files?.read(uri) : undefined);
        if (found) return this.parse(uri, found);
      }
    }
    return undefined;
  }

  /** Reads a config, whether or not it holds for any draft. */
  parse(uri: string, { text, fault }: ConfigText): Project {
    const known = this.parsed.get(uri);
    if (known?.text === text && known.fault?.zh === fault?.zh) return known;
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    const found = { text, ...(fault && { fault }) };
    const project = { uri, folder, ...found, ...readConfig(readTree(uri, found, (yaml) => this.readYaml(yaml))) };
    this.parsed.set(uri, project);
    return project;
  }

  /** The workspace folder of a draft, of several the innermost. */
  rootOf(draft: string): string | undefined {
    return this.roots.filter((root) => draft.startsWith(root)).sort((a, b) => b.length - a.length)[0];
  }

  private reads(uri: string): boolean {
    return uri.startsWith('file:');
  }

  /** A config as the editor shows it. */
  private open(uri: string): ConfigText | undefined {
    const text = this.openText(uri);
    return text === undefined ? undefined : { text };
  }

  private readYaml(text: string): ParsedTree {
    if (this.files) return this.files.readYaml(text);
    const message = {
      zh: '网页版编辑器不读取 YAML 配置，这个文件不起作用。请改用 .gongkairc.json。',
      en: 'In the browser YAML is not read, so that this file has no effect. Use .gongkairc.json.',
    };
    return { tree: undefined, faults: [{ range: { start: 0, end: Math.max(0, text.search(/[\r\n]|$/)) }, message }] };
  }

  /** The folders from that of a draft upwards. */
  private *foldersOf(draft: string): Iterable<string> {
    const root = this.rootOf(draft);
    const authority = draft.indexOf('/', draft.indexOf('://') + 3);
    for (let end = draft.lastIndexOf('/'); end >= authority && authority > 0; end = draft.lastIndexOf('/', end - 1)) {
      const folder = draft.slice(0, end + 1);
      yield folder;
      if (folder === root || (root === undefined && this.reads(draft) && this.files?.isTop(folder) !== false)) return;
    }
  }
}

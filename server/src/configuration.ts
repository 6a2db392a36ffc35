import type { ConfigurationParams, InitializeParams, RegistrationParams } from 'vscode-languageserver';
import { type Preferences, readConfig } from './config/config';
import { treeOfValue } from './config/tree';
import type { Connection } from './connection';
import { configNames } from './input/configFile';
import { isRecord } from './json';
import type { SentConfig } from './projects';

const section = 'gongkai';
const watchers = configNames.map((name) => ({ globPattern: `**/${name}` }));

/** The member beside the settings under which a client sends the config file that it has found; null for none. */
const configFile = 'configFile';

/** What a client says of a document. */
export interface Told {
  readonly preferences: Preferences;
  /** Absent where the client does not look for config files, null where it has found none. */
  readonly config?: SentConfig | null;
}

/** Preferences from what a client sent: anything unknown or malformed is as if it were not there. */
export function readPreferences(sent: unknown): Preferences {
  if (!isRecord(sent)) return {};
  return readConfig({ tree: treeOfValue(withOptions(sent)), faults: [] }).preferences;
}

/** VS Code has the options of rules as settings of their own: put where a config file has them. */
function withOptions({ options, ...sent }: Record<string, unknown>): Record<string, unknown> {
  if (!isRecord(options)) return sent;
  const rules = isRecord(sent.rules) ? sent.rules : {};
  const both = Object.entries(options).map(([id, own]) => {
    const said = rules[id];
    return [id, { ...(isRecord(own) ? own : {}), ...(isRecord(said) ? said : said === undefined ? {} : { severity: said }) }];
  });
  return { ...sent, rules: { ...rules, ...Object.fromEntries(both) } };
}

function readSent(found: unknown): SentConfig | null {
  if (!isRecord(found)) return null;
  const { uri, text, fault } = found;
  if (typeof uri !== 'string' || typeof text !== 'string') return null;
  if (!isRecord(fault) || typeof fault.zh !== 'string' || typeof fault.en !== 'string') return { uri, text };
  return { uri, text, fault: { zh: fault.zh, en: fault.en } };
}

/** The settings of a document as a client sends them, with the config file that it has found. */
export function readTold(sent: Record<string, unknown>): Told {
  const found = sent[configFile];
  return { preferences: readPreferences(sent), ...(found === undefined ? {} : { config: readSent(found) }) };
}

/**
 * The user's settings, however the client tells them: asked for by document (`workspace/configuration`), sent along with
 * every change (`workspace/didChangeConfiguration`), or once at the start (`initializationOptions`).
 */
export class Configuration {
  private initial: Preferences = {};
  private asks = false;
  private registers = false;
  private watches = false;
  /** Settings outside of any folder: hold for a document until its own have come. */
  private general: Preferences = {};
  /** The number of the last question about a document: an older one's answer is out of date. */
  private readonly questions = new Map<string, number>();
  private count = 0;

  constructor(
    private readonly connection: Connection,
    /** Called with every document that was asked about; what is told may be the same as before. */
    private readonly onTold: (told: ReadonlyMap<string, Told>) => void,
  ) {}

  initialize({ capabilities: { workspace }, initializationOptions }: InitializeParams): void {
    this.asks = workspace?.configuration === true;
    this.registers = workspace?.didChangeConfiguration?.dynamicRegistration === true;
    this.watches = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.initial = this.general = readPreferences(initializationOptions);
  }

  /** To be called when the client is ready to be asked. */
  start(open: readonly string[]): void {
    const registrations: RegistrationParams['registrations'] = [
      ...(this.registers ? [{ id: 'configuration', method: 'workspace/didChangeConfiguration', registerOptions: { section } }] : []),
      ...(this.watches ? [{ id: 'config-files', method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers } }] : []),
    ];
    if (registrations.length > 0) {
      const params: RegistrationParams = { registrations };
      this.connection.sendRequest('client/registerCapability', params).catch(() => undefined);
    }
    this.ask(open);
  }

  /** What holds for a document that is being opened; better settings may follow. */
  get forNow(): Preferences {
    return this.general;
  }

  /** A `didChangeConfiguration`; `open` are the documents that it may touch. */
  changed(settings: unknown, open: readonly string[]): void {
    if (this.asks) {
      this.ask(open);
      return;
    }
    const sent = isRecord(settings) ? settings[section] : undefined;
    if (!isRecord(sent)) return;
    this.general = readPreferences(sent);
    this.onTold(new Map(open.map((uri) => [uri, { preferences: this.general }])));
  }

  /** Asks for the general settings and for those of some documents: they may differ by folder. */
  ask(uris: readonly string[]): void {
    if (!this.asks) return;
    const question = ++this.count;
    for (const uri of uris) this.questions.set(uri, question);
    const items: ConfigurationParams['items'] = [{ section }, ...uris.map((scopeUri) => ({ section, scopeUri }))];
    this.connection.sendRequest('workspace/configuration', { items }).then(
      (sections: unknown) => {
        if (!Array.isArray(sections) || sections.length !== items.length) return;
        // A client that knows no such section says null.
        const [general = { preferences: this.initial }, ...own] = sections.map((sent) =>
          isRecord(sent) ? readTold(sent) : { preferences: this.initial },
        );
        if (question === this.count) this.general = general.preferences;
        const current = uris.flatMap((uri, i) => (this.questions.get(uri) === question ? [[uri, own[i] ?? general] as const] : []));
        for (const [uri] of current) this.questions.delete(uri);
        this.onTold(new Map(current));
      },
      () => undefined,
    );
  }

  /** A closed document's answer is of no use any more. */
  forget(uri: string): void {
    this.questions.delete(uri);
  }
}

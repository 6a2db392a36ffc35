import type { ConfigurationParams, InitializeParams, RegistrationParams } from 'vscode-languageserver';
import type { Connection } from './connection';
import { isRecord } from './json';
import { defaultSettings, readSettings, type Settings } from './settings';

const section = 'gongkai';

/**
 * The user's settings, however the client tells them: asked for by document (`workspace/configuration`), sent along with
 * every change (`workspace/didChangeConfiguration`), or once at the start (`initializationOptions`).
 */
export class Configuration {
  private initial: Settings = defaultSettings;
  private asks = false;
  private registers = false;
  /** Settings outside of any folder: hold for a document until its own have come. */
  private general: Settings = defaultSettings;
  /** The number of the last question about a document: an older one's answer is out of date. */
  private readonly questions = new Map<string, number>();
  private count = 0;

  constructor(
    private readonly connection: Connection,
    /** Called with every document that was asked about; the settings may be the same as before. */
    private readonly onSettings: (settings: ReadonlyMap<string, Settings>) => void,
  ) {}

  initialize({ capabilities: { workspace }, initializationOptions }: InitializeParams): void {
    this.asks = workspace?.configuration === true;
    this.registers = workspace?.didChangeConfiguration?.dynamicRegistration === true;
    this.initial = this.general = readSettings(initializationOptions);
  }

  /** To be called when the client is ready to be asked. */
  start(open: readonly string[]): void {
    if (this.registers) {
      const params: RegistrationParams = {
        registrations: [{ id: 'configuration', method: 'workspace/didChangeConfiguration', registerOptions: { section } }],
      };
      this.connection.sendRequest('client/registerCapability', params).catch(() => undefined);
    }
    this.ask(open);
  }

  /** What holds for a document that is being opened; better settings may follow. */
  get forNow(): Settings {
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
    this.general = readSettings(sent);
    this.onSettings(new Map(open.map((uri) => [uri, this.general])));
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
        const [general = this.initial, ...own] = sections.map((sent) => (isRecord(sent) ? readSettings(sent) : this.initial));
        if (question === this.count) this.general = general;
        const current = uris.flatMap((uri, i) => (this.questions.get(uri) === question ? [[uri, own[i] ?? general] as const] : []));
        for (const [uri] of current) this.questions.delete(uri);
        this.onSettings(new Map(current));
      },
      () => undefined,
    );
  }

  /** A closed document's answer is of no use any more. */
  forget(uri: string): void {
    this.questions.delete(uri);
  }
}

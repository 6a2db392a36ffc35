import type { BaseLanguageClient } from 'vscode-languageclient';

/** The language server, started when somebody first asks for it. */
export class Service {
  private started: Promise<BaseLanguageClient> | undefined;
  private readonly listeners: ((client: BaseLanguageClient) => void)[] = [];

  constructor(private readonly launch: () => Promise<BaseLanguageClient>) {}

  get isStarted(): boolean {
    return this.started !== undefined;
  }

  /** Called with the client before the server says its first word. */
  onLaunch(listener: (client: BaseLanguageClient) => void): void {
    this.listeners.push(listener);
  }

  /** The running client. @throws where the server cannot be started */
  client(): Promise<BaseLanguageClient> {
    this.started ??= this.run();
    return this.started;
  }

  private async run(): Promise<BaseLanguageClient> {
    const client = await this.launch();
    for (const listener of this.listeners) listener(client);
    await client.start();
    return client;
  }

  async stop(): Promise<void> {
    await (await this.started)?.stop();
  }
}

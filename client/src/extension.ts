import type { ExtensionContext } from 'vscode';
import { Service } from './service';
import { start } from './start';

let service: Service | undefined;

/** Desktop and remote hosts, where the server runs in a Node process of its own, and the web, where it runs in a worker. */
export function activate(context: ExtensionContext): void {
  // Loaded when there is something to check: most folders hold no report.
  service = new Service(async () => (await import('./launch')).launch(context));
  start(context, service);
}

export const deactivate = (): Promise<void> | undefined => service?.stop();

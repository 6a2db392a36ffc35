import type { BaseLanguageClient } from 'vscode-languageclient';

/** As the server answers. */
export interface View {
  readonly text: string;
  readonly title: string;
  readonly report: boolean;
  readonly version: number;
}

export type Tab = 'preview' | 'checklist';

/** Asks the server for a view of a draft; nothing where the server does not have it open, or is not there. */
export async function viewOf(client: BaseLanguageClient, uri: string, tab: Tab, more: object = {}): Promise<View | undefined> {
  try {
    return (await client.sendRequest<View | null>(`gongkai/${tab}`, { textDocument: { uri }, ...more })) ?? undefined;
  } catch {
    return undefined;
  }
}

import type { Uri } from 'vscode';
import type { Service } from '../service';

/** As the server answers. */
export interface View {
  readonly text: string;
  readonly title: string;
  readonly report: boolean;
  readonly version: number;
}

export type Tab = 'preview' | 'checklist';

/** Asks the server for a view of a draft; nothing where the server does not have it open, or is not there. */
export async function viewOf(service: Service, draft: Uri, tab: Tab, more: object = {}): Promise<View | undefined> {
  try {
    const client = await service.client();
    const uri = client.code2ProtocolConverter.asUri(draft);
    return (await client.sendRequest<View | null>(`gongkai/${tab}`, { textDocument: { uri }, ...more })) ?? undefined;
  } catch {
    return undefined;
  }
}

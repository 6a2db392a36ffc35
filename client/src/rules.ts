import { commands, type Disposable, Uri, workspace } from 'vscode';
import type { Service } from './service';

export const explainCommand = 'gongkai.explainRule';

const scheme = 'gongkai-rule';

/** What the id of a rule leads to, in the list of problems and in hovers: its explanation, from the server, without a network. */
export function ruleExplanations(service: Service): Disposable[] {
  return [
    workspace.registerTextDocumentContentProvider(scheme, {
      async provideTextDocumentContent({ path }) {
        const client = await service.client();
        const id = path.slice(1).replace(/\.md$/, '');
        return (await client.sendRequest<string | null>('gongkai/rule', { id })) ?? '';
      },
    }),
    commands.registerCommand(explainCommand, (id: unknown) =>
      typeof id === 'string' ? commands.executeCommand('markdown.showPreview', Uri.from({ scheme, path: `/${id}.md` })) : undefined,
    ),
  ];
}

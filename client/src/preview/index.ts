import { commands, type Disposable, type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Service } from '../service';
import { Exports } from './exports';
import { PreviewPanel, viewType } from './panel';

/** The preview with its commands. There is one panel; it follows the report that is being written. */
export function previews(context: ExtensionContext, service: Service): Disposable[] {
  const exports = new Exports(service, context);
  let shown: PreviewPanel | undefined;

  const adopt = (panel: WebviewPanel, draft: Uri): void => {
    const own = new PreviewPanel(service, panel, context.extensionUri, draft, () => {
      if (shown === own) shown = undefined;
    });
    shown = own;
  };
  const open = (draft: Uri): void => {
    if (shown) shown.show(draft);
    else adopt(window.createWebviewPanel(viewType, '', { viewColumn: ViewColumn.Beside, preserveFocus: true }), draft);
  };
  /** From a menu a command comes with its draft, from the palette without: then it is about the active one, or the one in the panel. */
  const register = (id: string, run: (draft: Uri) => unknown): Disposable =>
    commands.registerCommand(id, (given: unknown) => {
      const isDraft = given instanceof Uri && given.scheme !== 'webview-panel';
      const draft = isDraft ? given : (window.activeTextEditor?.document.uri ?? shown?.uri);
      return draft && run(draft);
    });
  return [
    register('gongkai.openPreview', open),
    register('gongkai.exportPreview', (draft) => exports.preview(draft)),
    register('gongkai.printPreview', (draft) => exports.print(draft)),
    register('gongkai.exportChecklist', (draft) => exports.checklist(draft)),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state: { readonly uri?: unknown } | undefined) {
        if (typeof state?.uri === 'string' && !shown) adopt(panel, Uri.parse(state.uri));
        else panel.dispose();
      },
    }),
  ];
}

import { type ExtensionContext, env, l10n, UIKind, Uri, window, workspace } from 'vscode';
import type { Service } from '../service';
import { exportedPage } from './page';
import { viewOf } from './view';

/** Saves views of a draft as documents of their own. */
export class Exports {
  constructor(
    private readonly service: Service,
    private readonly context: ExtensionContext,
  ) {}

  /** The page, as it is printed. */
  async preview(draft: Uri): Promise<void> {
    const page = await this.cleanPage(draft);
    if (page !== undefined) await this.save(draft, l10n.t('preview'), { HTML: ['html'] }, async () => page);
  }

  /** In a browser of the reader's own: there it can be printed, or saved as PDF. */
  async print(draft: Uri): Promise<void> {
    // What lies on another machine no browser of this one can open: it is saved where the reader says.
    if (env.uiKind === UIKind.Web || env.remoteName !== undefined) {
      await this.preview(draft);
      return;
    }
    const page = await this.cleanPage(draft);
    if (page === undefined) return;
    const folder = this.context.globalStorageUri;
    const file = Uri.joinPath(folder, 'print.html');
    await workspace.fs.createDirectory(folder);
    await workspace.fs.writeFile(file, new TextEncoder().encode(page));
    await env.openExternal(file);
  }

  async checklist(draft: Uri): Promise<void> {
    const written = async (file: Uri): Promise<string | undefined> => {
      const asMarkdown = file.path.endsWith('.md');
      const view = await this.ask(draft, 'checklist', { format: asMarkdown ? 'markdown' : 'html' });
      return view && (asMarkdown ? view.text : exportedPage(l10n.t('Checklist'), await this.style(), view.text));
    };
    await this.save(draft, l10n.t('checklist'), { Markdown: ['md'], HTML: ['html'] }, written);
  }

  private async cleanPage(draft: Uri): Promise<string | undefined> {
    const view = await this.ask(draft, 'preview', { clean: true });
    return view && exportedPage(view.title, await this.style(), view.text);
  }

  private async ask(draft: Uri, tab: 'preview' | 'checklist', more: object) {
    const view = await viewOf(this.service, draft, tab, more);
    if (view?.report) return view;
    void window.showInformationMessage(l10n.t('This file is not an annual report: there is nothing to export.'));
    return undefined;
  }

  private async style(): Promise<string> {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.context.extensionUri, 'media', 'preview.css')));
  }

  /** Beside the draft, under a name that is not the draft's. */
  private async save(
    draft: Uri,
    what: string,
    filters: Record<string, string[]>,
    write: (file: Uri) => Promise<string | undefined>,
  ): Promise<void> {
    const [extension] = Object.values(filters)[0]!;
    const name = `${draft.path
      .split('/')
      .at(-1)!
      .replace(/\.\w+$/, '')}（${what}）.${extension}`;
    const folder = draft.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(draft, '..');
    const file = await window.showSaveDialog({ filters, ...(folder ? { defaultUri: Uri.joinPath(folder, name) } : {}) });
    const text = file && (await write(file));
    if (!file || text === undefined) return;
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    void window.showInformationMessage(l10n.t('Saved: {0}', file.path.split('/').at(-1) ?? ''));
  }
}

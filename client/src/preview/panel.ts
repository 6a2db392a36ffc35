import {
  commands,
  type Disposable,
  l10n,
  type Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { judged } from '../judged';
import { columnOf } from '../places';
import type { Service } from '../service';
import { panelPage } from './page';
import { type Tab, viewOf } from './view';

export const viewType = 'gongkai.preview';

/** From the page in the panel. */
type Incoming =
  | { readonly type: 'ready' }
  | { readonly type: 'tab'; readonly tab: Tab }
  | { readonly type: 'reveal'; readonly start: number; readonly end: number }
  | { readonly type: 'print' };

/** The panel beside the draft. It shows the report that is being written, as the server sees it, after every judgement. */
export class PreviewPanel {
  private tab: Tab = 'preview';
  private readonly parts: Disposable[];
  /** A view is being fetched; what happens meanwhile makes one more necessary. */
  private busy = false;
  private stale = false;
  private disposed = false;

  constructor(
    private readonly service: Service,
    private readonly panel: WebviewPanel,
    extension: Uri,
    private followed: Uri,
    ended: () => void,
  ) {
    const media = Uri.joinPath(extension, 'media');
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [media] };
    webview.onDidReceiveMessage((message: Incoming) => this.receive(message));
    webview.html = panelPage(webview, media);
    this.name();
    this.parts = [
      judged.event((uri) => this.take(uri)),
      window.onDidChangeActiveTextEditor((editor) => void this.turnTo(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.tellCaret(textEditor)),
    ];
    panel.onDidDispose(() => {
      this.disposed = true;
      for (const part of this.parts) part.dispose();
      ended();
    });
  }

  /** The draft that is shown. */
  get uri(): Uri {
    return this.followed;
  }

  show(uri: Uri): void {
    this.followed = uri;
    this.name();
    this.panel.reveal(undefined, true);
    this.refresh();
  }

  private name(): void {
    const file = this.followed.path.split('/').at(-1) ?? '';
    this.panel.title = l10n.t('Preview {0}', file);
  }

  private take(uri: Uri): void {
    const active = window.activeTextEditor;
    if (this.isFollowed(uri)) this.refresh();
    // A draft that has just been opened: the server did not have it when the writer turned to it.
    else if (active?.document.uri.toString() === uri.toString()) void this.turnTo(active);
  }

  private isFollowed(uri: Uri): boolean {
    return uri.toString() === this.followed.toString();
  }

  /** Follows the writer into another report; anything else leaves the panel as it is. */
  private async turnTo(editor: TextEditor | undefined): Promise<void> {
    if (!editor || this.isFollowed(editor.document.uri)) return;
    const view = await viewOf(this.service, editor.document.uri, this.tab);
    if (view?.report !== true || window.activeTextEditor !== editor || this.disposed) return;
    this.followed = editor.document.uri;
    this.name();
    this.refresh();
  }

  /** Shows the draft as it is now. One request at a time: the last one wins. */
  private refresh(): void {
    if (this.busy) {
      this.stale = true;
      return;
    }
    this.busy = true;
    void this.fetch().finally(() => {
      this.busy = false;
      if (!this.stale || this.disposed) return;
      this.stale = false;
      this.refresh();
    });
  }

  private async fetch(): Promise<void> {
    const { followed, tab } = this;
    const view = await viewOf(this.service, followed, tab);
    if (!view || this.disposed || followed !== this.followed) return;
    const caret = this.caretOf(this.editor());
    await this.panel.webview.postMessage({ type: 'show', tab, text: view.text, uri: followed.toString(), caret });
  }

  private receive(message: Incoming): void {
    switch (message.type) {
      case 'ready':
        void this.open();
        return;
      case 'tab':
        this.tab = message.tab;
        this.refresh();
        return;
      case 'reveal':
        void this.reveal(message.start, message.end);
        return;
      case 'print':
        void commands.executeCommand('gongkai.printPreview');
    }
  }

  /** After a reload the draft may not be open any more: then it is opened, so that the server has it. */
  private async open(): Promise<void> {
    await this.document();
    this.refresh();
  }

  /** The draft; nothing where it is gone: then the panel waits for another one. */
  private async document(): Promise<TextDocument | undefined> {
    try {
      return await workspace.openTextDocument(this.followed);
    } catch {
      return undefined;
    }
  }

  private editor(): TextEditor | undefined {
    const own = window.visibleTextEditors.filter(({ document }) => this.isFollowed(document.uri));
    return own.find((editor) => editor === window.activeTextEditor) ?? own[0];
  }

  private caretOf(editor: TextEditor | undefined): number | undefined {
    return editor?.document.offsetAt(editor.selection.active);
  }

  private tellCaret(editor: TextEditor): void {
    if (!this.isFollowed(editor.document.uri)) return;
    void this.panel.webview.postMessage({ type: 'caret', offset: this.caretOf(editor) });
  }

  /** Puts the caret into the draft where the reader has pointed. */
  private async reveal(start: number, end: number): Promise<void> {
    const document = await this.document();
    if (!document) return;
    const viewColumn = this.editor()?.viewColumn ?? columnOf(this.followed) ?? ViewColumn.One;
    const editor = await window.showTextDocument(document, { viewColumn });
    const [from, to]: [Position, Position] = [document.positionAt(start), document.positionAt(end)];
    editor.selection = new Selection(from, from);
    editor.revealRange(new Range(from, to), TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

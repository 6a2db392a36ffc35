import type { Range as LspRange, Position, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analyze';
import { byPlace, type Edit, type EditingOptions } from '../editing/edit';
import type { Bilingual } from '../editions';
import { type Encoding, offsetAt, Positions } from '../positions';
import type { Range } from '../reading/report';
import { asSnippet } from './snippet';

/** How a client wants to be spoken to, and what it can do. */
export interface View {
  readonly language: keyof Bilingual;
  readonly encoding: Encoding;
  /** Takes edits that name the version of the document that they were made for. */
  readonly versionedEdits: boolean;
  /** Lets the user confirm edits that carry an annotation. */
  readonly annotatedEdits: boolean;
  /** Takes snippets with placeholders in completions. */
  readonly snippets: boolean;
  /** Takes snippets with placeholders in edits of documents. */
  readonly snippetEdits: boolean;
  /** Shows Markdown in hovers. */
  readonly markdownHover: boolean;
  /** Shows symbols in one list only, not as a tree. */
  readonly flatSymbols: boolean;
  /** Code actions may carry their kind, edits and data; else only commands are understood. */
  readonly codeActions: boolean;
  /** Has a command that shows what a rule is about. */
  readonly explainsRules: boolean;
  /** Asks in which layout tables are to be written. */
  readonly picksLayout: boolean;
  /** Asks for the edit of a code action when it is chosen. */
  readonly lazyEdits: boolean;
}

/** The annotation of edits that are to be confirmed. */
const CONFIRM = 'confirm';

/** An open draft with its judgement, in the terms of the client: what every feature is a function of. */
export class Context {
  private readonly positions: Positions;
  readonly text: string;

  constructor(
    readonly document: TextDocument,
    readonly analysis: Analysis,
    readonly view: View,
    readonly editing: EditingOptions,
  ) {
    this.positions = new Positions(document, view.encoding);
    this.text = analysis.report.text;
  }

  offset(position: Position): number {
    return offsetAt(this.document, position, this.view.encoding);
  }

  offsets({ start, end }: LspRange): Range {
    return { start: this.offset(start), end: this.offset(end) };
  }

  /** Cheapest where asked in the order of the text. */
  range(range: Range): LspRange {
    return this.positions.range(range);
  }

  say(words: Bilingual): string {
    return words[this.view.language];
  }

  textEdits(edits: readonly Edit[]): TextEdit[] {
    return [...edits].sort(byPlace).map(({ range, text }) => ({ range: this.range(range), newText: text }));
  }

  /** Edits with the caret in what they ask for, where they ask for anything and the client can do that. */
  private asking(edits: readonly Edit[]): TextDocumentEdit['edits'] | undefined {
    if (!this.view.snippetEdits || !edits.some(({ asks }) => asks)) return undefined;
    return [...edits].sort(byPlace).map(({ range, text, asks = '' }) => {
      const at = text.indexOf(asks);
      const pieces = asks ? [text.slice(0, at), asks, text.slice(at + asks.length)] : [text];
      return { range: this.range(range), snippet: { kind: 'snippet', value: asSnippet(pieces) } };
    });
  }

  /** An edit of this draft, for its present version. `confirm`: what the user is asked first. */
  workspaceEdit(edits: readonly Edit[], confirm?: Bilingual): WorkspaceEdit {
    const { uri, version } = this.document;
    const changes = this.textEdits(edits);
    const { versionedEdits, annotatedEdits } = this.view;
    if (!versionedEdits) return { changes: { [uri]: changes } };
    const annotated = confirm && annotatedEdits;
    const edit: TextDocumentEdit = {
      textDocument: { uri, version },
      edits: annotated ? changes.map((change) => ({ ...change, annotationId: CONFIRM })) : (this.asking(edits) ?? changes),
    };
    if (!annotated) return { documentChanges: [edit] };
    return {
      documentChanges: [edit],
      changeAnnotations: { [CONFIRM]: { label: this.say(confirm), needsConfirmation: true } },
    };
  }
}

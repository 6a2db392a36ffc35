import type { DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type Analysis, analyze } from './analysis/analyze';
import { languages } from './input/documents';
import { isRecord } from './json';
import { applyChanges, type Encoding } from './positions';
import { nothing } from './reading/read';
import type { Settings } from './settings';

/** An excluded draft is taken for no report: nothing is said about it. */
function judged(text: string, { analysis, excluded }: Settings): Analysis {
  if (!excluded) return analyze(text, analysis);
  return { report: nothing(text, text), findings: [], suppressed: [], relations: [], options: analysis };
}

/** An open document with its judgement. */
export interface Draft {
  readonly document: TextDocument;
  /** Absent where the language is not the server's. */
  readonly analysis: Analysis | undefined;
  /** Unique to this judgement: no two answers that differ share it. */
  readonly resultId: string;
  readonly settings: Settings;
}

export const isPosition = (value: unknown): boolean =>
  isRecord(value) && [value.line, value.character].every((n) => typeof n === 'number' && Number.isInteger(n) && n >= 0);
export const isRange = (value: unknown): boolean => isRecord(value) && isPosition(value.start) && isPosition(value.end);
const isChange = (value: unknown): value is TextDocumentContentChangeEvent =>
  isRecord(value) && typeof value.text === 'string' && ((value.range ?? undefined) === undefined || isRange(value.range));

/**
 * The documents that the client has open. Each is judged in full, at once, whenever its text or its settings change: that
 * costs less than the bookkeeping that would avoid it. Notifications are checked before anything is changed, and throw
 * where they are malformed.
 */
export class Drafts {
  private readonly byUri = new Map<string, Draft>();
  private judgements = 0;

  get(uri: string): Draft | undefined {
    return this.byUri.get(uri);
  }

  uris(): string[] {
    return [...this.byUri.keys()];
  }

  /** An open document that is opened again is replaced. */
  open(params: DidOpenTextDocumentParams, settingsFor: (uri: string) => Settings): Draft {
    const draft = this.judgeUnopened(params, settingsFor);
    this.byUri.set(draft.document.uri, draft);
    return draft;
  }

  /** Judges a document without opening it. */
  judgeUnopened(params: DidOpenTextDocumentParams, settingsFor: (uri: string) => Settings): Draft {
    const { uri, languageId, version, text } = params?.textDocument ?? {};
    if (typeof uri !== 'string' || typeof languageId !== 'string' || typeof version !== 'number' || typeof text !== 'string') {
      throw new TypeError('a document without uri, languageId, version or text');
    }
    return this.judged(TextDocument.create(uri, languageId, version, text), settingsFor(uri));
  }

  change(params: DidChangeTextDocumentParams, encoding: Encoding): Draft {
    const { uri, version } = params?.textDocument ?? {};
    const changes: unknown = params?.contentChanges;
    if (typeof version !== 'number' || !Array.isArray(changes) || !changes.every(isChange)) {
      throw new TypeError('textDocument/didChange without version or well-formed contentChanges');
    }
    const draft = this.byUri.get(uri);
    if (!draft) throw new RangeError(`textDocument/didChange of ${uri}, which is not open`);
    applyChanges(draft.document, changes, version, encoding);
    return this.judge(draft.document, draft.settings);
  }

  configure(uri: string, settings: Settings): Draft | undefined {
    const draft = this.byUri.get(uri);
    return draft && this.judge(draft.document, settings);
  }

  /** The draft that was open. */
  close(params: DidCloseTextDocumentParams): Draft | undefined {
    const draft = this.byUri.get(params?.textDocument?.uri);
    if (draft) this.byUri.delete(draft.document.uri);
    return draft;
  }

  private judge(document: TextDocument, settings: Settings): Draft {
    const draft = this.judged(document, settings);
    this.byUri.set(document.uri, draft);
    return draft;
  }

  private judged(document: TextDocument, settings: Settings): Draft {
    const analysis = languages.includes(document.languageId) ? judged(document.getText(), settings) : undefined;
    return { document, analysis, settings, resultId: String(++this.judgements) };
  }
}

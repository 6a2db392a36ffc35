import { checklist, checklistHtml, checklistMarkdown } from './checklist';
import type { Context } from './features/context';
import type { DocumentParams } from './features/feature';
import { isJudged } from './features/summary';
import { preview, titleOf } from './preview';
import { rules } from './rules';

/**
 * The requests, beyond the protocol, for views that are documents: what the preview of a client shows.
 */

export interface PreviewParams extends DocumentParams {
  /** As it will be printed, without a word on what is wrong. */
  readonly clean?: boolean;
}

export interface ChecklistParams extends DocumentParams {
  /** `view`: HTML with links into the draft; `html`: without; `markdown`. */
  readonly format?: 'view' | 'html' | 'markdown';
}

/** What a client is answered. */
export interface View {
  /** A fragment of HTML, or Markdown. */
  readonly text: string;
  /** Of the report, as it is written. */
  readonly title: string;
  /** Whether the document is a report that is judged. */
  readonly report: boolean;
  /** Of the document. */
  readonly version: number;
}

export function previewView({ analysis, view, document: { version } }: Context, { clean }: PreviewParams): View {
  const { html, title, report } = preview(analysis, { language: view.language, clean: clean === true });
  return { text: html, title, report, version };
}

export function checklistView(context: Context, { format = 'view' }: ChecklistParams): View {
  const { analysis, view, document, text } = context;
  if (!isJudged(analysis.report)) return previewView(context, { textDocument: { uri: document.uri } });
  const list = checklist(analysis, rules, view.language);
  const title = titleOf(analysis.report, view.language);
  const written = format === 'markdown' ? checklistMarkdown(list, title, text) : checklistHtml(list, title, format === 'view');
  return { text: written, title, report: true, version: document.version };
}

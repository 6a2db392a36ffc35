import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import { feature } from './feature';
import { outline, type Part } from './outline';

/** Sections, tables, and the blocks and groups of tables, by whole lines; always well nested. */
export const folding = feature<FoldingRangeParams, FoldingRange[]>({
  method: 'textDocument/foldingRange',
  capabilities: ({ textDocument }) => (textDocument?.foldingRange ? { foldingRangeProvider: true } : {}),
  answer(context) {
    if (!context.analysis.report.recognised) return null;
    const { document } = context;
    const folds: FoldingRange[] = [];
    const line = (offset: number): number => document.positionAt(offset).line;
    /** Within lines `first` to `last`; a fold that begins in the line of the one around it could not be told from it. */
    const fold = (parts: readonly Part[], first: number, last: number): void => {
      const folded = parts.filter(({ kind }) => kind !== 'row');
      for (const [i, { range, parts: inner }] of folded.entries()) {
        const next = folded[i + 1];
        const startLine = line(range.start);
        // Parts that are printed into each other are folded up to where the next begins.
        const endLine = Math.min(line(range.end), next ? line(next.range.start) - 1 : last, last);
        const shown = startLine > first && endLine > startLine;
        if (shown) folds.push({ startLine, endLine });
        fold(inner, shown ? startLine : first, endLine);
      }
    };
    const parts = outline(context);
    const [title] = parts;
    // The title holds the whole report: it is not folded.
    fold(title?.kind === 'title' ? title.parts : parts, -1, document.lineCount - 1);
    return folds;
  },
});

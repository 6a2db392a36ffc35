import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { alignTable, cellCount, runAt } from '../editing/align';
import { tablesIn } from './commands/tablesIn';
import type { Context } from './context';
import { feature } from './feature';

/** Aligns official tables; nothing else in a document is touched, and a document that is no report not at all. */

const aligned = (context: Context, tables: ReturnType<typeof tablesIn>): TextEdit[] | null => {
  const { report } = context.analysis;
  return report.recognised ? context.textEdits(tables.flatMap((table) => alignTable(report, table))) : null;
};

export const formatting = feature<DocumentFormattingParams, TextEdit[]>({
  method: 'textDocument/formatting',
  capabilities: () => ({ documentFormattingProvider: true }),
  answer: (context) => aligned(context, tablesIn(context.analysis.report, undefined)),
});

export const rangeFormatting = feature<DocumentRangeFormattingParams, TextEdit[]>({
  method: 'textDocument/rangeFormatting',
  capabilities: () => ({ documentRangeFormattingProvider: true }),
  answer: (context, { range }) => aligned(context, tablesIn(context.analysis.report, context.offsets(range))),
});

/** On a bar that completes a row: the lines that the row stands among are aligned. */
export const onTypeFormatting = feature<DocumentOnTypeFormattingParams, TextEdit[]>({
  method: 'textDocument/onTypeFormatting',
  capabilities: () => ({ documentOnTypeFormattingProvider: { firstTriggerCharacter: '|' } }),
  answer(context, { position, ch }) {
    const { report } = context.analysis;
    const caret = context.offset(position);
    const { text } = report;
    if (!report.recognised || ch !== '|' || text[caret - 1] !== '|') return null;
    for (const table of report.tables.values()) {
      const run = runAt(report, table, caret);
      const own = run?.find(({ start, end }) => start <= caret && caret <= end);
      if (!run || !own || run.length < 2 || text.slice(caret, own.end).trim() !== '') continue;
      const others = run.filter((line) => line !== own);
      if (!others.every((line) => cellCount(text, line) === cellCount(text, own))) return null;
      const [first, last] = [run[0]!, run.at(-1)!];
      return context.textEdits(alignTable(report, table).filter(({ range }) => range.start >= first.start && range.end <= last.end));
    }
    return null;
  },
});

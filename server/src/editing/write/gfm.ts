import { barless } from './pipe';
import { matrix, type TableWriter } from './texts';

/** GitHub Flavored Markdown: the first line is the head; Markdown has no spans, what they cover is blank. */
export const gfmTable: TableWriter = (table) => {
  const [head, ...rest] = matrix(table);
  const line = (texts: readonly string[]): string => `|${texts.map((text) => (text === '' ? '  |' : ` ${barless(text)} |`)).join('')}`;
  return [line(head!), `|${' --- |'.repeat(table.width)}`, ...rest.map(line)];
};

import type { TableWriter } from './texts';

/** One row a line, cells divided by two blanks. Blank cells cannot be shown. */
export const wordsTable: TableWriter = ({ lines }) =>
  lines.map(({ cells }) => cells.flatMap(({ text }) => (text === '' ? [] : [text])).join('  ')).filter((line) => line !== '');

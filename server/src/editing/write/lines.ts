import { barless } from './pipe';
import type { TableWriter } from './texts';

/** One cell a line. A blank line shows no blank cell: where there are any, every cell is closed by a bar. */
export const linesTable: TableWriter = ({ lines }) => {
  const texts = lines.flatMap(({ cells }) => cells.map(({ text }) => text));
  return texts.includes('') ? texts.map((text) => (text === '' ? '|' : `${barless(text)} |`)) : texts;
};

import type { TableWriter, WrittenCell, WrittenLine } from './texts';

export const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A clean table with real spans, one row a line. */
export const htmlTable: TableWriter = ({ lines }) => ['<table>', ...lines.map(row), '</table>'];

const row = ({ cells }: WrittenLine): string => `<tr>${cells.map(cell).join('')}</tr>`;

function cell({ kind, text, rowSpan, colSpan }: WrittenCell): string {
  const name = kind === 'value' ? 'td' : 'th';
  const rows = rowSpan > 1 ? ` rowspan="${rowSpan}"` : '';
  const columns = colSpan > 1 ? ` colspan="${colSpan}"` : '';
  return `<${name}${rows}${columns}>${markedUp(text)}</${name}>`;
}

/** A text, and the silencers that are put beside it: what a cell itself says is never taken for a comment. */
const markedUp = (text: string): string =>
  text.replace(/(<!--\s?gongkai-ignore(?:(?!-->).){0,2000}-->)|[^<]+|</g, (part, silencer?: string) => silencer ?? escapeHtml(part));

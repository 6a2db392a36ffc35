import type { Result } from '../results';
import { heading, tables } from '../values';
import type { Format } from './format';

const columns = ['file', 'edition', 'year', 'unit', 'table', 'row', 'column', 'value'];

/** RFC 4180: what holds a comma, quote or line end stands in quotes, quotes doubled. */
const field = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Text from a draft or a file name that a spreadsheet would take for a formula is kept from being one. */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const line = (fields: readonly string[]): string => `${fields.map(field).join(',')}\r\n`;

/** `extract --format csv`. With a byte order mark: without it Excel takes the text for the local encoding. */
export const csvFigures: Format = {
  before: (first) => (first ? `\ufeff${line(columns)}` : ''),
  print: linesOf,
  end: () => '',
};

/** One line for every value cell of the tables that stand in the draft; an empty value for what could not be read. */
function linesOf(result: Result): string {
  const { file, edition, year, unit } = heading(result);
  const common = [inert(file), edition ?? '', year === null ? '' : String(year), inert(unit ?? '')];
  let lines = '';
  for (const [table, rows] of Object.entries(tables(result))) {
    for (const [row, cells] of Object.entries(rows)) {
      for (const [column, value] of Object.entries(cells)) lines += line([...common, table, row, column, value ?? '']);
    }
  }
  return lines;
}

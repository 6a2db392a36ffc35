import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditionId } from '../../server/src/editions';

export const base = (id: EditionId): string => readFileSync(join(__dirname, '..', 'fixtures', 'base', `${id}.txt`), 'utf8');

/**
 * The base draft with other values in a row, the first one whose label is `label`; `undefined` leaves a value as it is.
 * In table `disputes` the label is that of the first value.
 */
export function withRow(text: string, label: string, values: readonly (string | undefined)[]): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.split('\t').includes(label) && /\d/.test(line.split('\t').at(-1) ?? line));
  if (at < 0) throw new Error(`no row ${label}`);
  const cells = (lines[at] ?? '').split('\t');
  const first = cells.length - values.length;
  lines[at] = cells.map((cell, i) => (i < first ? cell : (values[i - first] ?? cell))).join('\t');
  return lines.join('\n');
}

import type { TableFigure } from '../analysis/claims';
import { type Bilingual, type Row, rowOf, rowsOf, type TableDefinition } from '../editions';
import type { Reading } from '../reading/prose';
import { nameOf } from '../reading/prose/names';
import type { Report } from '../reading/report';
import { cellPlace, columnPlace, rowName, rowPlace, tableName } from './naming';

/** How messages and hovers name what a number of the prose is compared with. */

/** A figure as the sum that it is, `50 + 4`; `undefined` where it stands in one cell. */
export function sumOf({ cells, reading }: TableFigure): string | undefined {
  const addends = cells.flatMap(({ value }, i) =>
    value.state === 'number' && value.digits !== 0n ? [`${reading[i]!.sign < 0 ? '− ' : '+ '}${value.digits}`] : [],
  );
  return addends.length < 2 ? undefined : addends.join(' ').replace(/^\+ /, '');
}

/** A cell, or the sum of several: of a group of rows or columns where they are one. */
export function placeOf({ tables }: Report, reading: Reading): Bilingual {
  const table = tables.get(reading[0]!.table)!;
  const { definition } = table;
  const terms = reading.map((term) => {
    const { row, block } = rowOf(definition, term.row)!;
    return { row, block, column: block.columns.find(({ id }) => id === term.column)! };
  });
  const [{ row, block, column }] = terms as [(typeof terms)[number]];
  if (terms.length === 1) return cellPlace(table, row, column);
  const rows = new Set(terms.map((term) => term.row));
  const columns = new Set(terms.map((term) => term.column));
  if (rows.size === 1) {
    const place = rowPlace(table, row);
    const names = [...columns].map(({ label }) => `“${label.text}”`);
    const group = column.path.at(-1);
    const whole = group && block.columns.filter(({ path }) => path.at(-1) === group).length === columns.size;
    const zh = group && whole ? `“${group.text}”各列` : `${names.join('')}列`;
    return { zh: `${place.zh}${zh}之和`, en: `the sum of ${group && whole ? `“${group.text}”` : names.join(', ')} in ${place.en},` };
  }
  const name = tableName(table);
  const of = columnPlace(table, column);
  const group = row.path.at(-1);
  if (columns.size === 1 && group && block.rows.filter(({ path }) => path.includes(group)).length === rows.size)
    return { zh: `${name.zh}“${group.text}”各行“${column.label.text}”列之和`, en: `the sum of the rows “${group.text}”, ${lower(of.en)},` };
  if (columns.size === 1 && rows.size <= NAMED && reading.every(({ sign }) => sign > 0)) {
    const names = [...rows].map((one) => `“${rowName(one)}”`);
    return { zh: `${name.zh}${names.join('')}行“${column.label.text}”列之和`, en: `the sum of ${names.join(', ')}, ${lower(of.en)},` };
  }
  if (reading.some(({ sign }) => sign < 0)) return { zh: `${name.zh}有关各格相减`, en: `the difference of the cells meant in ${name.en}` };
  return { zh: `${name.zh}有关各格之和`, en: `the sum of the cells meant in ${name.en}` };
}

/** How a figure counts otherwise than the plainest one does, in a few words: 含上年结转; `undefined` where it takes more. */
export function otherwise({ tables }: Report, plainest: Reading, other: Reading): Bilingual | undefined {
  const { definition } = tables.get(plainest[0]!.table)!;
  const isIn = (reading: Reading, { row, sign }: Reading[number]): boolean =>
    reading.some((term) => term.row === row && term.sign === sign);
  const widens = plainest.every((term) => isIn(other, term));
  const terms = widens ? other.filter((term) => !isIn(plainest, term)) : other;
  const [more, less] = ([1, -1] as const).map((sign) =>
    shortNames(
      definition,
      terms.flatMap((term) => (term.sign === sign ? [term.row] : [])),
    ),
  );
  if (!more && !less) return undefined;
  if (`${more}${less}`.length > MAX_SHORT) return undefined;
  if (!widens) return { zh: `${more}${less && `减${less}`}`, en: `for “${more}”${less && ` less “${less}”`}` };
  return {
    zh: [more && `含${more}`, less && `不含${less}`].join(''),
    en: [more && `with “${more}”`, less && `without “${less}”`].filter(Boolean).join(' and '),
  };
}

/** Rows, and groups of them that are complete, by their names: without what all rows of the table count. */
function shortNames(definition: TableDefinition, ids: readonly string[]): string {
  const all = rowsOf(definition).map(({ row }) => row);
  const nameFor = (row: Row): string => {
    const group = row.path[1];
    const whole = group && all.every(({ id, path }) => path[1] !== group || ids.includes(id));
    const name = nameOf((whole ? group : row.label).text).replace(/政府信息公开申请数量$|继续办理$/, '');
    return name === nameOf('总计') && row.path[0] ? nameOf(row.path[0].text) + name : name;
  };
  return [...new Set(ids.map((id) => nameFor(rowOf(definition, id)!.row)))].join('、');
}

/** More is no longer told at a glance. */
const MAX_SHORT = 24;
/** More rows than these are not named one by one. */
const NAMED = 3;

const lower = (place: string): string => place.replace(/^Table/, 'table');

import type { RelationState } from '../analysis/relations';
import { type Bilingual, type Column, type Label, type Row, rowOf, type SectionNumber } from '../editions';
import type { Table } from '../reading/report';

/** How findings, remedies and notes name what they speak of, so that each stands alone. */

const CHINESE_NUMBERS = ['零', '一', '二', '三', '四', '五', '六'];
export const chineseDigit = (number: SectionNumber): string => CHINESE_NUMBERS[number]!;

/** 表三, after the section that it stands in. */
export function tableName(table: Pick<Table, 'definition'>): Bilingual {
  const { section, name } = table.definition;
  return { zh: `表${chineseDigit(section)}`, en: `Table ${section} (${name.en})` };
}

/** Without the note in brackets, which is half a line long. */
export const shortLabel = (label: Label): string => label.text.replace(/（[^（）]{8,}）$/, '');

/** A row with what stands over it where its own label is not enough: （三）不予公开 · 1.属于国家秘密. */
export function rowName(row: Row): string {
  const above = row.path.at(-1);
  return above && /^\d/.test(row.label.text) ? `${above.text} · ${shortLabel(row.label)}` : shortLabel(row.label);
}

export function rowPlace(table: Table, row: Row): Bilingual {
  const name = tableName(table);
  return { zh: `${name.zh}“${rowName(row)}”行`, en: `${name.en}, row “${rowName(row)}”` };
}

export function columnPlace(table: Table, column: Column): Bilingual {
  const name = tableName(table);
  return { zh: `${name.zh}“${column.label.text}”列`, en: `${name.en}, column “${column.label.text}”` };
}

/** 表三“（七）总计”行“自然人”列 */
export function cellPlace(table: Table, row: Row, column: Column): Bilingual {
  const place = rowPlace(table, row);
  return { zh: `${place.zh}“${column.label.text}”列`, en: `${place.en}, column “${column.label.text}”` };
}

/** The row or column that a relation is about. */
export function relationPlace({ relation, table }: Pick<RelationState, 'relation' | 'table'>): Bilingual {
  const { row, block } = rowOf(table.definition, relation.row ?? relation.left[0]!.row)!;
  const column = block.columns.find(({ id }) => id === relation.column);
  return relation.row === undefined && column ? columnPlace(table, column) : rowPlace(table, row);
}

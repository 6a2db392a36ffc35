import { matrix, type TableWriter } from './texts';

/** As Word and PDF paste it: what spans cells stands once, with empty cells behind and below; every line as wide as the table. */
export const tabTable: TableWriter = (table) => matrix(table).map((texts) => texts.map((text) => text.replaceAll('\t', ' ')).join('\t'));

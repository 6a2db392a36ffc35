import { matrix, type TableWriter } from './texts';

/** A bar in a cell would divide it. */
export const barless = (text: string): string => text.replace(/(?<!\\)\|/g, '\\|');

/** Bare bars, as web pages are converted: `cell | cell |`. Every line is as wide as the table, so that half-filled rows can be read. */
export const pipeTable: TableWriter = (table) => matrix(table).map((texts) => texts.map((text) => `${barless(text)} |`).join(' '));

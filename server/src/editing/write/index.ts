import type { Column, Row, TableDefinition } from '../../editions';
import type { Layout } from '../../reading/report';
import { gfmTable } from './gfm';
import { htmlTable } from './html';
import { linesTable } from './lines';
import { pipeTable } from './pipe';
import { tabTable } from './tab';
import { type TableWriter, written } from './texts';
import { wordsTable } from './words';

/** A layout is a writer, as it is a reader in `reading/layouts`. */
const writers: Readonly<Record<Layout, TableWriter>> = {
  tab: tabTable,
  pipe: pipeTable,
  gfm: gfmTable,
  html: htmlTable,
  lines: linesTable,
  words: wordsTable,
};

/** The layouts that tables can be written in. */
export const layouts = Object.keys(writers) as readonly Layout[];

/** The whole official table: titles of blocks, heads, labels, rows; no line break at the end. */
export const writeTable = (
  definition: TableDefinition,
  layout: Layout,
  value: (row: Row, column: Column) => string,
  lineBreak: string,
): string => writers[layout](written(definition, value)).join(lineBreak);

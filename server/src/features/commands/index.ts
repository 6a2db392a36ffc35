import type { Command } from '../command';
import { convertTablesCommand } from './convertTables';
import { fillTotalsCommand } from './fillTotals';
import { fixAllCommand } from './fixAll';
import { formatTablesCommand } from './formatTables';
import { insertMissingCommand } from './insertMissing';
import { insertReportCommand } from './insertReport';
import { insertTableCommand } from './insertTable';
import { relayoutTablesCommand } from './relayoutTables';

/** What the server does on command. Adding one: its file and a line here. */
export const commands: readonly Command[] = [
  convertTablesCommand,
  fillTotalsCommand,
  fixAllCommand,
  formatTablesCommand,
  insertMissingCommand,
  insertReportCommand,
  insertTableCommand,
  relayoutTablesCommand,
];

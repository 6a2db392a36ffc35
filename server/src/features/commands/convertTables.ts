import { convert } from '../../editing/convert';
import { editions } from '../../editions';
import { type Command, commandIds } from '../command';
import { tablesIn } from './tablesIn';

/** Converts tables into the edition that is named, or else the one that the year asks for. */
export const convertTablesCommand: Command = {
  id: commandIds.convertTables,
  run({ analysis: { report }, editing }, range, option) {
    const edition = editions.find(({ id }) => id === option) ?? report.expected;
    return edition && convert(report, edition, editing, tablesIn(report, range));
  },
};

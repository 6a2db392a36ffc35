import { insertPart } from '../../editing/missing';
import { editions } from '../../editions';
import { type Command, commandIds } from '../command';

/** Inserts the section that is named by its number, or the table or outline that it lacks. */
export const insertTableCommand: Command = {
  id: commandIds.insertTable,
  run({ analysis: { report }, editing }, _range, option) {
    const section = editions.at(-1)!.sections.find(({ number }) => number === option);
    const edits = report.recognised && section ? insertPart(report, section.number, editing) : [];
    return edits.length > 0 ? { edits } : undefined;
  },
};

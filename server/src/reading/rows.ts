import type { TableId } from '../editions';
import { Assembler } from './assemble';
import type { Line } from './lines';
import { LineReader } from './scan/reader';
import type { BareLabel, RawRow, RawValues, Stream, UnknownRun } from './stream';

/** From lines to labelled runs of values: lines are read into one stream, then every run of values is given its label. */

export interface RawTables extends Pick<Stream, 'heads' | 'strangeHeads' | 'headPieces' | 'known'> {
  readonly rows: readonly RawRow[];
  readonly disputes: readonly RawValues[];
  readonly unknown: readonly UnknownRun[];
  /** Row labels that no values follow. */
  readonly bare: readonly BareLabel[];
  /** Tables whose cells, a line each, stand in no order that a row could be told from. */
  readonly scrambled: ReadonlySet<TableId>;
  /** Lines that hold something of a table, by index. */
  readonly used: ReadonlySet<number>;
}

export interface SectionStart {
  /** The first and the last line of its heading. */
  readonly line: number;
  readonly through: number;
  readonly table: TableId | undefined;
  /** Prose: without delimiters its lines are read as sentences, not as rows. */
  readonly prose: boolean;
}

/** Reads all rows of official tables in a draft. `sections`: the lines that are headings, in order. */
export function readRows(text: string, lines: readonly Line[], sections: readonly SectionStart[]): RawTables {
  const reader = new LineReader(text, lines);
  let first = 0;
  let prose = sections.length > 0;
  for (const section of sections) {
    reader.region(first, section.line, prose);
    reader.section(section.table);
    first = section.through + 1;
    prose = section.prose;
  }
  reader.region(first, lines.length, prose);
  const { events, heads, strangeHeads, headPieces, known, used } = reader.stream;
  const { rows, disputes, unknown, scrambled, bare } = new Assembler(events, used).run();
  return { rows, disputes, heads, strangeHeads, headPieces, known, unknown, scrambled, bare, used };
}

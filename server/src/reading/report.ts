import type { Block, Column, Edition, EditionId, Label, Row, SectionNumber, TableDefinition, TableId } from '../editions';

/** Half-open range of UTF-16 offsets into the text of the draft. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** How a table is written. `words`: columns divided by blanks; `lines`: one cell a line. */
export type Layout = 'tab' | 'pipe' | 'gfm' | 'html' | 'words' | 'lines';

/** What is unusual about a value that can be read. */
export type Oddity = 'full-width' | 'separator' | 'unit' | 'note' | 'leading-zero';

/** Why a value cannot be read: a mark that stands for nothing (`/ - — 无`), no number, or no number of the kind asked for. */
export type Unreadable = 'placeholder' | 'not-a-number' | 'negative' | 'fraction';

export type Value =
  | { readonly state: 'blank' }
  | { readonly state: 'unreadable'; readonly why: Unreadable }
  | {
      readonly state: 'number';
      /** Normal form: `22`, `-3`, `3784.0802`. */
      readonly normal: string;
      /** The number times 10 to the power of `scale`; exact. */
      readonly digits: bigint;
      /** Digits behind the decimal point. */
      readonly scale: number;
      readonly oddities: readonly Oddity[];
      /** The unit written in the cell: 件, 元, 万元, 万. */
      readonly unit?: string;
    };

/** A value cell of a table. */
export interface Cell {
  readonly row: Row;
  readonly column: Column;
  /** The text without the blanks around it; where the cell is blank, the room between its delimiters. */
  readonly range: Range;
  readonly value: Value;
}

/** How a written label agrees with the official one. */
export type Agreement = 'official' | 'accepted' | 'variant' | 'typo';

/** A row of a table that was found in the draft. */
export interface BoundRow {
  readonly row: Row;
  /** Where the label stands; a wrapped label is the range from its first to its last piece. */
  readonly label: Range;
  /** The pieces of a wrapped label, where it does not stand in one place: other text may stand between them. */
  readonly pieces?: readonly Range[];
  readonly agreement: Agreement;
  /** From the label to the last value. */
  readonly range: Range;
  /** By column id. Empty where the values cannot be aligned to the columns. */
  readonly cells: ReadonlyMap<string, Cell>;
  /**
   * Set where the values cannot be aligned without a guess: how many stand there, how many belong there. `inParts`: they are those of a part
   * that is named before them, and other parts follow.
   */
  readonly misaligned?: { readonly range: Range; readonly found: number; readonly expected: number; readonly inParts?: true };
  /** Set where the heads over its block are those of another edition than its table's: the values as these say. Then it is `misaligned`, too. */
  readonly foreign?: { readonly edition: Edition; readonly cells: ReadonlyMap<string, Cell> };
}

/** A head of a column that is not as the format has it. */
export interface OddHead {
  readonly range: Range;
  /** The column that should be headed here. */
  readonly column: Column;
  /** The heads are all there, in another order: the values below are bound as they say. The first that stands elsewhere. */
  readonly moved?: true;
}

export interface UnknownRow {
  readonly label: Range;
}

/** A mark of an edition in a table: a label or head that only this edition has. */
export interface Evidence {
  readonly edition: EditionId;
  readonly range: Range;
}

/** What stands in a table beside the labels and values of its rows: a head, a label over or beside rows, a block's title. */
export interface TableLabel {
  readonly kind: 'column' | 'group' | 'block' | 'stub';
  readonly range: Range;
  /** The official label. */
  readonly label: Label;
  /** The labels over or beside it, outermost first. */
  readonly path: readonly Label[];
  readonly block: Block;
  /** Of a head. */
  readonly column?: Column;
}

/** An official table found in the draft and bound to an edition. */
export interface SecondTable {
  /** Its first label. */
  readonly label: Range;
  /** It has the same figures. */
  readonly isCopy: boolean;
  /** It stands under the heading of another table, not right behind the first. */
  readonly isApart?: true;
}

export interface Table {
  readonly definition: TableDefinition;
  readonly edition: Edition;
  /** Labels and heads that only one edition has, in the order of the text. Empty where nothing tells. */
  readonly evidence: readonly Evidence[];
  readonly layout: Layout;
  readonly range: Range;
  /** In the order of the draft; the first of a row that stands twice is the one that counts. */
  readonly rows: readonly BoundRow[];
  readonly unknownRows: readonly UnknownRow[];
  readonly oddHeads: readonly OddHead[];
  /** Labels and values stand in an order that no row can be told from: none of its values is bound. */
  readonly scrambled: boolean;
  /** The same table once more, right behind it. */
  readonly second?: SecondTable | undefined;
  /** In the order of the draft; gathered when asked for. */
  readonly labels: readonly TableLabel[];
}

export interface Heading {
  readonly range: Range;
  /** The number written before the title, where there is one. */
  readonly written?: number;
}

/** One of the six sections, or a further one (`number` absent). */
export interface Section {
  readonly heading: Heading;
  readonly number?: SectionNumber;
  readonly agreement: Agreement;
  /** From behind the heading to the next heading or the end. */
  readonly body: Range;
  /** The lines of the body that are neither blank nor page artefacts nor part of an official table. */
  readonly text: readonly Range[];
  /** Marks of a table in the body that could not be bound: known labels, lines of figures. */
  readonly traces: readonly Range[];
}

export interface Title {
  /** From the unit to 报告; may span lines. */
  readonly range: Range;
  readonly unit?: { readonly range: Range; readonly name: string };
  readonly year?: { readonly range: Range; readonly number: number };
  /** From the year (or 政府信息公开) to 报告, folded and without blanks: `2021年政府信息公开工作年度报告`. */
  readonly form: string;
  /** How far the draft has come, where that stands behind: `征求意见稿`. */
  readonly stage?: string;
}

/** What a draft says, with the place of everything. Reading never fails: what is not there is absent. */
export interface Report {
  readonly text: string;
  /** The text with its markup masked unit for unit, and character references resolved in their place; the text itself where it has none. */
  readonly masked: string;
  /** False: no annual report; nothing may be said about it. */
  readonly recognised: boolean;
  readonly title?: Title;
  /** Year reported on: the title's, or else that of the stated period. */
  readonly year?: number;
  readonly unit?: string;
  /** The title of a second report in the file: from there on nothing is read. */
  readonly further?: Title;
  /** The lines between the title and the first section, neither blank nor page artefacts. */
  readonly preamble: readonly Range[];
  /** In the order of the text. */
  readonly sections: readonly Section[];
  /** The first table of each kind. */
  readonly tables: ReadonlyMap<TableId, Table>;
  /** Written in; absent where nothing tells. */
  readonly edition?: Edition;
  /** What the year (or the caller) asks for; absent where the year is not known or has no official format. */
  readonly expected?: Edition;
}

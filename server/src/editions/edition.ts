/**
 * The shape of an official format. An edition is data: everything the format says stands here once, and header
 * recognition, rules, hovers, skeletons, conversion and export derive from it.
 */

/** Text shown to people: Chinese first, English beside it. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Named after the first year whose reports use the format. */
export type EditionId = '2019' | '2021';
export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6;
export type TableId = 'disclosure' | 'requests' | 'disputes';

/** A label as the format prints it, and how else it is written in real drafts. */
export interface Label {
  /** Verbatim, numbering included. */
  readonly text: string;
  /** Other wordings that mean the same and are as good: never reported. */
  readonly accepted?: readonly string[];
  /** Other wordings that are recognised and reported. */
  readonly variants?: readonly string[];
  /** Of a label over or beside rows, of a block's title and of the corner: what stands under it. */
  readonly meaning?: Meaning;
}

/** What a row, column or section counts, phrased for hovers and rule pages. */
export interface Meaning {
  /** What is counted here. */
  readonly counts: Bilingual;
  /** Articles of the Regulation, as `条例第三十六条第（一）、（二）项`, and other documents. */
  readonly basis?: readonly (string | Bilingual)[];
  /** What is often filled in wrongly. */
  readonly mistakes?: Bilingual;
}

/**
 * `count`: integer ≥ 0 · `change`: signed integer, `增 82`, `-3` · `wan`: decimal ≥ 0 in 万元 ·
 * `money`: decimal ≥ 0 that names its unit, 元 or 万元.
 */
export type ValueKind = 'count' | 'change' | 'wan' | 'money';

export interface Column {
  readonly id: string;
  readonly label: Label;
  readonly kind: ValueKind;
  /** Grid columns that the cell spans. */
  readonly span: number;
  /** Labels above it, outermost first (法人或其他组织). */
  readonly path: readonly Label[];
  readonly meaning: Meaning;
}

export interface Row {
  readonly id: string;
  readonly label: Label;
  /** Labels to the left of it (三、本年度办理结果 › （三）不予公开); in `disputes` above it (行政诉讼). */
  readonly path: readonly Label[];
  readonly meaning: Meaning;
}

/** A part of a table with column heads of its own. */
export interface Block {
  /** 第二十条第（一）项; absent where the table is one block. */
  readonly title?: Label;
  /** The head over the labels: 信息内容, or the note in the corner of table `requests`. */
  readonly stub?: Label;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface TableDefinition {
  readonly id: TableId;
  readonly section: SectionNumber;
  readonly name: Bilingual;
  /** Grid columns that hold labels: 1, 3 or 0. */
  readonly labelColumns: number;
  /** `rows`: a line for every row. `wide`: the rows stand side by side in one line, under heads of their own. */
  readonly orientation: 'rows' | 'wide';
  readonly blocks: readonly Block[];
}

export interface CellId {
  readonly row: string;
  readonly column: string;
}

export type RelationRule = 'sum-row' | 'sum-results' | 'sum-balance' | 'sum-disputes';

/** A linear equation between cells of one table: the sum of `left` equals the sum of `right`. */
export interface Relation {
  /** Unique in its edition, e.g. `requests/sum-row/denied.secret`. */
  readonly id: string;
  readonly rule: RelationRule;
  readonly table: TableId;
  /** The row (`sum-row`, `sum-disputes`) that the equation belongs to. */
  readonly row?: string;
  /** The column (`sum-results`, `sum-balance`) that the equation belongs to. */
  readonly column?: string;
  /** One cell where the equation defines a total. */
  readonly left: readonly CellId[];
  readonly right: readonly CellId[];
}

/** A figure that cannot be negative: the sum of `terms` of a row. */
export interface Stock {
  readonly table: TableId;
  readonly row: string;
  readonly terms: readonly { readonly column: string; readonly sign: 1 | -1 }[];
}

/** What became of a row or column of the edition before, where the ids differ; with the same ids it counts the same. */
export interface Succession {
  readonly table: TableId;
  readonly of: 'row' | 'column';
  /** Its id in the edition before. */
  readonly before: string;
  /** Its id here; of several it is the sum, and the last one takes what cannot be told apart. */
  readonly now: readonly string[];
  /** `near`: nearly the same is counted, to be confirmed when a figure is carried over. */
  readonly likeness: 'equal' | 'near';
}

export interface Section {
  readonly number: SectionNumber;
  readonly label: Label;
  /** A heading that holds all the words of one of these lists is this section under a name of its own. */
  readonly keywords: readonly (readonly string[])[];
  readonly content: 'prose' | TableId;
  /** What the section speaks of, as sub-headings; numbering included. */
  readonly topics?: readonly Label[];
  /** Sentences that report its usual matters; the first is the one where nothing happened. */
  readonly sentences?: readonly StandardSentence[];
  /** What new text of a section without topics begins with: it says what is to be written, and is to be replaced. */
  readonly prompt?: string;
  readonly meaning: Meaning;
}

export interface StandardSentence {
  /** `nothing`, `fee-none`, `fee-charged`. */
  readonly id: string;
  /** With names in braces where the writer fills in figures: `{count}`. */
  readonly text: string;
}

export interface Edition {
  readonly id: EditionId;
  /** Years reported on: first and last, `null` where the format is still in force. */
  readonly years: readonly [number, number | null];
  /** The notice that lays the format down. */
  readonly source: Bilingual;
  readonly sections: readonly Section[];
  readonly tables: readonly TableDefinition[];
  readonly relations: readonly Relation[];
  readonly stocks: readonly Stock[];
  /** Of the edition before this one, whose tables may have to be converted. */
  readonly before?: { readonly edition: EditionId; readonly successions: readonly Succession[] };
}

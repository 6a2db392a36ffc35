import { remembered, type TableDefinition } from '../../editions';
import { disclosureNames, type Reading, term } from './names';
import type { Statement } from './statement';
import { ANY, among, COUNT, exact, first, IS, LISTED, type Match, NOT, NOW, OWN } from './vocabulary';

/** What clauses say of table `disclosure`: documents that were issued or repealed, and decisions. */

const ISSUE =
  '(?:新(?:制定|印发|出台|制发|发布)的|新发布|制定出台|制定印发|制定发布|制发出台|新制发|新制定|新印发|新出台|制发|制定|印发|出台)(?:了|并公布|并公开)?';
const DOCUMENT_COUNT = COUNT.replace('件|起|宗|例', '件|份|个|部');
const DOCUMENTS = '(?<normative>(?:行政)?规范性文件)|(?<rules>(?:(?:地方|部门|市|省)?(?:政府)?)规章)';
/** In its own name: what is issued in another's is counted elsewhere, or here. */
const NAMED = `(?:以[${OWN}局厅委]+名义)?`;
const ISSUED = [
  exact(`${NAMED}${ISSUE}(?:${DOCUMENTS})${IS}${DOCUMENT_COUNT}`),
  exact(`${NAMED}${ISSUE}${DOCUMENT_COUNT}(?:${DOCUMENTS})`),
  exact(`(?:${DOCUMENTS})的?${ISSUE}${IS}${DOCUMENT_COUNT}`),
];
const ISSUED_TOO = exact(`(?:${DOCUMENTS})${DOCUMENT_COUNT}`);
/** Behind those that were repealed. */
const ISSUED_ALSO = exact(`${ISSUE}${DOCUMENT_COUNT}`);
const AMENDED = /^[,;、](?:修订|修改|修正)\D{0,8}\d/;
const REPEALED = exact(`(?:宣布)?废止(?:失效)?了?(?:${DOCUMENTS})?${DOCUMENT_COUNT}`);
const IN_FORCE = exact(`(?:(?:现行|继续)有效的?|有效)(?:${DOCUMENTS})${IS}${DOCUMENT_COUNT}`);
/** Behind those that were issued. */
const IN_FORCE_TOO = exact(`现行有效的?件?数?${IS}${DOCUMENT_COUNT}`);
const NONE_ISSUED = exact(
  `(?<words>${NOT}[${OWN}]*(?:自行|新)?(?:(?<both>(?:制定|出台|制发|印发)(?:或者?|和|及|、)废止)|制定印发|制定|出台|制发|印发|(?<repeals>废止))过?新?的?(?:(?:规章(?:、|和|及|或))?(?:行政)?规范性文件|政策(?:性文件|文件)?))`,
);

const AND = /[、和及与或]/;

/** What a clause cannot do without that speaks of them. */
export const DOCUMENTED = /规范性|规章|政策|决定|废止|行政(?:许可|处罚|强制)/;

const patternsOf = remembered((table: TableDefinition) => ({
  /** Behind those that were made: 作出行政许可 a 件、行政处罚 b 件. */
  more: exact(`(?<name>${among(disclosureNames(table))})(?:(?:处理)?决定(?:书)?)?${IS}${COUNT}`),
  columns: new Set(table.blocks.flatMap((block) => block.columns.map(({ id }) => id))) as ReadonlySet<string>,
  decisions: [
    exact(`(?:作出|做出)(?:了|的)?(?<name>${among(disclosureNames(table))})(?:(?:处理)?决定(?:书)?)?${IS}${COUNT}`),
    // As the head of the column has it.
    exact(`(?<name>${among(disclosureNames(table))})[${NOW}]*处理决定数量${IS}${ANY}`),
  ],
  /** Without a verb only of the year: 公开信息 300 件、行政许可决定 200 件 counts what was published. */
  ofYear: exact(`(?<name>${among(disclosureNames(table))})(?:处理)?决定${IS}${LISTED}`),
  /** Perhaps without a decision. */
  handled: exact(`(?:办理|实施)?了?(?<name>${among(disclosureNames(table))})${IS}${COUNT}`),
  none: exact(
    `(?<words>(?:${NOT}(?:作出|做出|实施|开展)过?(?:任何)?|没有|无)(?<names>(?:(?:${among(disclosureNames(table))})(?:、|和|及|与|或)?)+)(?:(?:处理)?决定|事项|行为)?)`,
  ),
}));

export class DisclosureReader {
  private readonly patterns: ReturnType<typeof patternsOf>;

  /** `area`: whether the report is that of a government for all of its departments. */
  constructor(
    private readonly table: TableDefinition,
    private readonly area: boolean,
  ) {
    this.patterns = patternsOf(table);
  }

  /** Whether a clause is understood to speak of documents and decisions. */
  read(said: Statement): boolean {
    const { text, state } = said;
    if (!DOCUMENTED.test(text) && state.document === undefined && !state.deciding) return false;
    if (text.includes('累计') && !state.dated) return false;
    return this.issued(said) ?? this.repealed(said) ?? this.inForce(said) ?? this.decided(said) ?? this.none(said);
  }

  /**
   * A claim of a row, unless it is of more than the table counts. Of a government the table counts what all its departments did, and a sentence
   * may speak of it alone; of a department it counts its own. Rules are the government's in any case.
   */
  private count(said: Statement, match: Match, row: string, ...columns: string[]): void {
    if (row !== 'rules') {
      if (this.isBeyond(said)) return;
      if (this.area && !said.state.wide) said.doubt ??= 'documents';
    }
    said.count(match, this.figure(row, ...columns));
  }

  private isBeyond({ state }: Statement): boolean {
    return state.field || (!this.area && state.wide);
  }

  /** Documents that were made. As below, `undefined` where the clause speaks of another matter. */
  private issued(said: Statement): boolean | undefined {
    const { text, state, passage } = said;
    const match =
      first(ISSUED, text) ??
      (state.issuing ? ISSUED_TOO.exec(text) : null) ??
      (state.document !== undefined ? ISSUED_ALSO.exec(text) : null);
    if (!match) return undefined;
    if (text.includes('名义') && /名义.*(?:名义|联合)/.test(passage.text)) return false;
    // Whether those that were amended count as issued, the format leaves open.
    if (AMENDED.test(said.behind)) return false;
    const row = documentOf(match) ?? state.document!;
    this.count(said, match, row, 'issued', 'made', 'published');
    state.issuing = true;
    state.document = this.isBeyond(said) ? undefined : row;
    return true;
  }

  private repealed(said: Statement): boolean | undefined {
    const { text, state } = said;
    const match = REPEALED.exec(text);
    if (!match) return undefined;
    const row = documentOf(match) ?? (state.issuing ? state.document : undefined);
    if (row === undefined || (this.isBeyond(said) && row !== 'rules')) return false;
    this.count(said, match, row, 'repealed');
    state.issuing = true;
    state.document = row;
    return true;
  }

  private inForce(said: Statement): true | undefined {
    const { text, state } = said;
    const named = this.isBeyond(said) ? null : IN_FORCE.exec(text);
    const match = named ?? (state.document !== undefined && text.includes('有效') ? IN_FORCE_TOO.exec(text) : null);
    if (!match) return undefined;
    this.count(said, match, named ? documentOf(named)! : state.document!, 'inForce');
    return true;
  }

  private decided(said: Statement): true | undefined {
    const { text, state } = said;
    const { decisions, handled, more, ofYear } = this.patterns;
    if (this.isBeyond(said)) return undefined;
    const dated = text.includes(NOW) && !/其中|包括/.test(text) ? ofYear.exec(text) : null;
    const made = first(decisions, text) ?? dated;
    const next = made === null && state.deciding ? more.exec(text) : null;
    const match = made ?? next ?? handled.exec(text);
    if (!match) return undefined;
    if (!next) state.deciding = made ? 'made' : 'handled';
    if (state.deciding === 'handled') said.doubt ??= 'handled';
    const [row] = disclosureNames(this.table).get(match.groups!.name!) ?? [];
    if (row) this.count(said, match, row, 'decisions');
    return true;
  }

  /** That no document was made, and no decision; in a whole area that may be said of the government alone. */
  private none(said: Statement): boolean {
    if (!said.worded || this.area) return false;
    const decided = this.patterns.none.exec(said.text);
    for (const name of decided?.groups?.names?.split(AND) ?? []) {
      const [row] = disclosureNames(this.table).get(name) ?? [];
      if (row) said.say(decided!, this.figure(row, 'decisions'));
    }
    const match = NONE_ISSUED.exec(said.text);
    const { repeals, both } = match?.groups ?? {};
    if (match && !repeals) said.say(match, this.figure('normative', 'issued', 'made'));
    if (match && (repeals || both)) said.say(match, this.figure('normative', 'repealed'));
    return (match ?? decided) !== null;
  }

  /** A row's cell in each of some columns that the table has. */
  private figure(row: string, ...ids: string[]): Reading[] {
    return ids.filter((id) => this.patterns.columns.has(id)).map((id) => [term('disclosure', row, id)]);
  }
}

const documentOf = ({ groups = {} }: Match): string | undefined => (groups.normative ? 'normative' : groups.rules ? 'rules' : undefined);

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
const NAMED = `(?:以[${OWN}]+名义)?`;
const ISSUED = [
  exact(`${NAMED}${ISSUE}(?:${DOCUMENTS})${IS}${DOCUMENT_COUNT}`),
  exact(`${NAMED}${ISSUE}${DOCUMENT_COUNT}(?:${DOCUMENTS})`),
];
const ISSUED_TOO = exact(`(?:${DOCUMENTS})${DOCUMENT_COUNT}`);
const AMENDED = /^[,;、](?:修订|修改|修正)\D{0,8}\d/;
const REPEALED = exact(`(?:废止|宣布废止)了?(?:${DOCUMENTS})?${DOCUMENT_COUNT}`);
const IN_FORCE = exact(`(?:(?:现行|继续)有效的?|有效)(?:${DOCUMENTS})${IS}${DOCUMENT_COUNT}`);
/** Behind those that were issued. */
const IN_FORCE_TOO = exact(`现行有效的?件?${IS}${DOCUMENT_COUNT}`);
const NONE_ISSUED = exact(
  `(?<words>${NOT}[${OWN}]*(?:自行|新)?(?:制定|出台|制发|印发|(?<repeals>废止))过?的?(?:(?:规章(?:、|和|及|或))?(?:行政)?规范性文件|政策(?:性文件|文件)?))`,
);

/** What a clause cannot do without that speaks of them. */
export const DOCUMENTED = /规范性|规章|政策|决定|废止|[作做]出了?行政/;

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
  none: exact(`(?<words>${NOT}(?:作出|做出)过?(?:任何)?(?<name>${among(disclosureNames(table))})(?:(?:处理)?决定)?)`),
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
    const { clause, text, state } = said;
    if (!DOCUMENTED.test(text) && state.document === undefined && !state.deciding) return false;
    if (text.includes('累计') && !state.dated) return false;
    // Of a government the table counts what all its departments did; a sentence may speak of it alone. Of a department it counts its own.
    const whole = this.area ? /全[省市县区州旗盟]/.test(clause.text) : !state.wide;
    return (
      this.issued(said, whole) ?? this.repealed(said, whole) ?? this.inForce(said, whole) ?? this.decided(said, whole) ?? this.none(said)
    );
  }

  /** Documents that were made. `whole`: whether those are meant that the table counts. As below, `undefined` where the clause speaks of another matter. */
  private issued(said: Statement, whole: boolean): boolean | undefined {
    const { text, state, passage } = said;
    const match = first(ISSUED, text) ?? (state.issuing ? ISSUED_TOO.exec(text) : null);
    if (!match) return undefined;
    if (text.includes('名义') && /名义.*(?:名义|联合)/.test(passage.text)) return false;
    // Whether those that were amended count as issued, the format leaves open.
    if (AMENDED.test(said.behind)) return false;
    const row = documentOf(match)!;
    if (whole || row === 'rules') said.count(match, this.figure(row, 'issued', 'made', 'published'));
    state.issuing = true;
    state.document = whole ? row : undefined;
    return true;
  }

  private repealed(said: Statement, whole: boolean): boolean | undefined {
    const { text, state } = said;
    const match = REPEALED.exec(text);
    if (!match) return undefined;
    const row = documentOf(match) ?? (state.issuing ? state.document : undefined);
    if (row === undefined || !(whole || row === 'rules')) return false;
    said.count(match, this.figure(row, 'repealed'));
    state.issuing = true;
    return true;
  }

  private inForce(said: Statement, whole: boolean): true | undefined {
    const { text, state } = said;
    const named = whole ? IN_FORCE.exec(text) : null;
    const match = named ?? (state.document !== undefined && text.includes('有效') ? IN_FORCE_TOO.exec(text) : null);
    if (!match) return undefined;
    said.count(match, this.figure(named ? documentOf(named)! : state.document!, 'inForce'));
    return true;
  }

  private decided(said: Statement, whole: boolean): true | undefined {
    const { text, state } = said;
    const { decisions, more, ofYear } = this.patterns;
    const dated = text.includes(NOW) && !/其中|包括/.test(text) ? ofYear.exec(text) : null;
    const match = whole ? (first(decisions, text) ?? dated ?? (state.deciding ? more.exec(text) : null)) : null;
    if (!match) return undefined;
    state.deciding = true;
    const [row] = disclosureNames(this.table).get(match.groups!.name!) ?? [];
    if (row) said.count(match, this.figure(row, 'decisions'));
    return true;
  }

  /** That no document was made, and no decision; in a whole area that may be said of the government alone. */
  private none(said: Statement): boolean {
    if (!said.worded || this.area) return false;
    const decided = this.patterns.none.exec(said.text);
    const [row] = disclosureNames(this.table).get(decided?.groups?.name ?? '') ?? [];
    if (decided && row) said.say(decided, this.figure(row, 'decisions'));
    const match = NONE_ISSUED.exec(said.text);
    if (match) said.say(match, match.groups!.repeals ? this.figure('normative', 'repealed') : this.figure('normative', 'issued', 'made'));
    return (match ?? decided) !== null;
  }

  /** A row's cell in each of some columns that the table has. */
  private figure(row: string, ...ids: string[]): Reading[] {
    return ids.filter((id) => this.patterns.columns.has(id)).map((id) => [term('disclosure', row, id)]);
  }
}

const documentOf = ({ groups = {} }: Match): string | undefined => (groups.normative ? 'normative' : groups.rules ? 'rules' : undefined);

import { remembered, type TableDefinition } from '../../editions';
import { disclosureNames, type Reading, term } from './names';
import type { Statement } from './statement';
import { ANY, among, COUNT, exact, first, IS, type Match, NOT, NOW, OWN } from './vocabulary';

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
const IN_FORCE = exact(`(?:现行有效的?|有效)(?:${DOCUMENTS})${IS}${DOCUMENT_COUNT}`);
/** Behind those that were issued. */
const IN_FORCE_TOO = exact(`现行有效的?件?${IS}${DOCUMENT_COUNT}`);
const NONE_ISSUED = exact(`(?<words>${NOT}[${OWN}]*(?:自行|新)?(?:制定|出台|制发|印发)过?的?(?:(?:行政)?规范性文件|政策(?:性文件|文件)?))`);

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
    const { clause, text, worded, state } = said;
    if (!DOCUMENTED.test(text) && state.document === undefined && !state.deciding) return false;
    if (text.includes('累计') && !state.dated) return false;
    // Of a government the table counts what all its departments did; a sentence may speak of it alone. Of a department it counts its own.
    const whole = this.area ? /全[省市县区州旗盟]/.test(clause.text) : !state.wide;
    const figure = (row: string, ...ids: string[]): Reading[] =>
      ids.filter((id) => this.patterns.columns.has(id)).map((id) => [term('disclosure', row, id)]);
    const rowOf = ({ groups = {} }: Match): string | undefined => (groups.normative ? 'normative' : groups.rules ? 'rules' : undefined);

    let match = first(ISSUED, text) ?? (state.issuing ? ISSUED_TOO.exec(text) : null);
    if (match && text.includes('名义') && /名义.*(?:名义|联合)/.test(said.passage.text)) return false;
    // Whether those that were amended count as issued, the format leaves open.
    if (match && AMENDED.test(said.behind)) return false;
    if (match) {
      const row = rowOf(match)!;
      if (whole || row === 'rules') said.count(match, figure(row, 'issued', 'made', 'published'));
      state.issuing = true;
      state.document = whole ? row : undefined;
      return true;
    }
    match = REPEALED.exec(text);
    if (match) {
      const row = rowOf(match) ?? (state.issuing ? state.document : undefined);
      if (row === undefined || !(whole || row === 'rules')) return false;
      said.count(match, figure(row, 'repealed'));
      state.issuing = true;
      return true;
    }
    match = IN_FORCE.exec(text);
    if (match && whole) {
      said.count(match, figure(rowOf(match)!, 'inForce'));
      return true;
    }
    match = state.document !== undefined && text.includes('有效') ? IN_FORCE_TOO.exec(text) : null;
    if (match) {
      said.count(match, figure(state.document!, 'inForce'));
      return true;
    }
    match = first(this.patterns.decisions, text) ?? (state.deciding ? this.patterns.more.exec(text) : null);
    if (match && whole) {
      state.deciding = true;
      const [row] = disclosureNames(this.table).get(match.groups!.name!) ?? [];
      if (row) said.count(match, figure(row, 'decisions'));
      return true;
    }
    match = worded ? NONE_ISSUED.exec(text) : null;
    if (!match || this.area) return false;
    said.say(match, figure('normative', 'issued', 'made'));
    return true;
  }
}

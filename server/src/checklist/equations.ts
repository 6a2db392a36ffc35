import type { Analysis } from '../analysis/analyze';
import type { Operand, RelationState } from '../analysis/relations';
import { judgeStocks, type StockState } from '../analysis/stocks';
import { relationPlace, rowPlace, tableName } from '../editing/naming';
import { type Bilingual, type Relation, type RelationRule, rowOf, type TableDefinition } from '../editions';
import { equation } from '../features/equations';
import type { Cell } from '../reading/report';
import { formatOf } from '../rules/naming';
import type { Finding, Rule } from '../rules/rule';
import { formulaOf, stockNegative } from '../rules/stock-negative';
import type { Check, CheckGroup } from './check';
import type { Findings } from './found';

/** Every equation of every table, and every figure that cannot be negative. */
export function equations(analysis: Analysis, found: Findings, rules: readonly Rule[]): CheckGroup[] {
  const { report, relations } = analysis;
  const groups: CheckGroup[] = [];
  for (const { id } of formatOf(report).tables) {
    const table = report.tables.get(id);
    const edition = table?.edition ?? formatOf(report);
    const definition = table?.definition ?? edition.tables.find((one) => one.id === id)!;
    for (const [rule, own] of byRule(edition.relations.filter((relation) => relation.table === id))) {
      const title = titleOf(definition, rule, rules, found);
      const states = relations.filter((state) => state.table === table && state.relation.rule === rule);
      groups.push({ title, checks: table ? states.map((state) => checkOf(state, found)) : [withoutTable(definition, own, found)] });
    }
  }
  const stocks = judgeStocks(report).map((state) => stockCheck(state, found));
  if (stocks.length > 0) groups.push({ title: found.say(notNegative), checks: stocks });
  return groups;
}

const notNegative: Bilingual = { zh: '由表中的数推出的数不小于 0', en: 'No stock is negative' };

function byRule(relations: readonly Relation[]): Map<RelationRule, Relation[]> {
  const groups = new Map<RelationRule, Relation[]>();
  for (const relation of relations) groups.set(relation.rule, [...(groups.get(relation.rule) ?? []), relation]);
  return groups;
}

function titleOf(definition: TableDefinition, id: RelationRule, rules: readonly Rule[], found: Findings): string {
  const rule = rules.find((one) => one.id === id);
  const colon = found.say({ zh: '：', en: ': ' });
  return `${found.say(tableName({ definition }))}${rule ? colon + found.say(rule.title) : ''}`;
}

/** The finding that reports a relation: on its total, or on its column. */
const reports =
  ({ rule, table, left, row }: Relation) =>
  (finding: Finding): boolean =>
    finding.rule === rule &&
    finding.data.table === table &&
    finding.data.column === left[0]!.column &&
    (row === undefined || finding.data.row === left[0]!.row);

function checkOf(state: RelationState, found: Findings): Check {
  const { relation, operands } = state;
  const name = found.say(relationPlace(state));
  const [check] = found.checks(found.take(reports(relation)), name);
  const detail = equation(state, found.language);
  const range = (hindering(operands) ?? cellOf(state))?.range;
  return {
    name,
    state: state.state,
    ...(range ? { range } : {}),
    rule: relation.rule,
    ...check,
    detail: check?.state === 'silenced' ? `${detail} ${check.detail}` : detail,
  };
}

/** The first cell without a number. */
const hindering = (operands: readonly Operand[]): Cell | undefined =>
  operands.find(({ cell }) => cell && cell.value.state !== 'number')?.cell;

/** The total, or else what stands last; what there is, where that is not there. */
function cellOf({ relation, operands }: RelationState): Cell | undefined {
  const cell = relation.left.length === 1 ? operands[0]?.cell : operands.at(-1)?.cell;
  return cell ?? operands.find((operand) => operand.cell)?.cell;
}

const withoutTable = (definition: TableDefinition, own: readonly Relation[], found: Findings): Check => {
  const name = tableName({ definition });
  return {
    name: found.say({ zh: `${own.length} 个等式`, en: own.length === 1 ? '1 equation' : `${own.length} equations` }),
    state: 'not-assessable',
    detail: found.say({ zh: `没有读到${name.zh}`, en: `${name.en} was not found` }),
    rule: own[0]!.rule,
    count: own.length,
  };
};

function stockCheck(state: StockState, found: Findings): Check {
  const { stock, table, cells, sum } = state;
  const { row, block } = rowOf(table.definition, stock.row)!;
  const name = found.say(rowPlace(table, row));
  const [check] = found.checks(
    found.take(({ rule, data }) => rule === stockNegative.id && data.table === stock.table && data.row === stock.row),
    name,
  );
  const hindering = stock.terms.flatMap(({ column }, i) =>
    cells[i]?.value.state === 'number' ? [] : [`“${block.columns.find(({ id }) => id === column)!.label.text}”`],
  );
  const why = found.say({ zh: `${hindering.join('')}没有填或不是数`, en: `${hindering.join(', ')} blank or not a number` });
  // The cell that hinders, where there is one.
  const range = (cells.find((cell) => cell && cell.value.state !== 'number') ?? cells.find((cell) => cell))?.range;
  return {
    name,
    state: state.state,
    ...(range ? { range } : {}),
    rule: stockNegative.id,
    detail: sum === undefined ? why : `${formulaOf(stock, table)} = ${sum} ${sum < 0n ? '<' : '≥'} 0`,
    ...check,
  };
}

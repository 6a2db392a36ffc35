import {
  cellsOf,
  type EditionId,
  editionById,
  type TableDefinition,
  type TableId,
  tableOf,
  type ValueKind,
} from '../../server/src/editions';
import type { Random } from './random';

/** How large the figures are, and how they are spread. */
export type Figures = 'zero' | 'few' | 'many' | 'distinct';

export interface Written {
  readonly kind: ValueKind;
  /** The number in normal form; `null` where the cell holds no number. */
  readonly normal: string | null;
  /** As it stands in the cell. */
  readonly text: string;
}

export const cellKey = (row: string, column: string): string => `${row}/${column}`;

/** The values of one table of one edition, by `row/column`. */
export interface TableValues {
  readonly definition: TableDefinition;
  readonly edition: EditionId;
  readonly cells: ReadonlyMap<string, Written>;
}

export type ReportValues = Readonly<Record<TableId, TableValues>>;

const applicants = ['natural', 'business', 'research', 'welfare', 'legal', 'other'];
const outcomes = ['upheld', 'corrected', 'other', 'pending'];
const groups = ['review', 'litigation.direct', 'litigation.afterReview'];

/** The rows that （七） sums up, as the official format lists them; written down here again on purpose, to have a second source. */
const resultRows = (edition: EditionId): string[] => [
  'granted',
  'partial',
  ...['secret', 'prohibited', 'security', 'thirdParty', 'internal', 'deliberative', 'enforcement', 'inquiry'].map((id) => `denied.${id}`),
  ...['notHeld', 'toBeMade', 'unclear'].map((id) => `unavailable.${id}`),
  ...['petition', 'duplicate', 'publication', 'excessive', 'confirmation'].map((id) => `rejected.${id}`),
  ...(edition === '2019' ? ['otherwise'] : ['uncorrected', 'unpaid', 'other'].map((id) => `otherwise.${id}`)),
];

const count = (random: Random, figures: Figures): number => {
  switch (figures) {
    case 'zero':
      return 0;
    case 'few':
      return random.chance(0.75) ? 0 : random.int(1, 30);
    case 'many':
      return random.chance(0.3) ? 0 : random.int(1, random.pick([9, 99, 2500]));
    case 'distinct':
      return random.int(1, 900);
  }
};

const large = (random: Random, figures: Figures): number =>
  figures === 'zero' ? 0 : random.int(0, random.pick([20, 900, 500000, 4000000]));

const number = (kind: ValueKind, value: number | string): Written => ({ kind, normal: String(value), text: String(value) });

const change = (random: Random, value: number): Written => {
  const kind = 'change';
  if (value === 0) return { kind, normal: '0', text: '0' };
  const size = Math.abs(value);
  const blank = random.chance(0.5) ? ' ' : '';
  const text = value > 0 ? random.pick([`增${blank}${size}`, `+${size}`]) : random.pick([`减${blank}${size}`, `-${size}`]);
  return { kind, normal: String(value), text };
};

/** A decimal that does not end in 0. */
const decimal = (random: Random, most: number): string => {
  const whole = random.int(0, most);
  return random.chance(0.4) ? String(whole) : `${whole}.${random.chance(0.5) ? '' : random.int(0, 999)}${random.int(1, 9)}`;
};

const money = (random: Random, zero: boolean): Written => {
  const kind = 'money';
  const blank = random.chance(0.4) ? ' ' : '';
  if (zero) return { kind, normal: '0', text: random.pick(['0', `0${blank}元`, `0${blank}万元`]) };
  const unit = random.pick(['元', '万元']);
  const amount = decimal(random, unit === '元' ? 90000000 : 9000);
  const normal = Number(amount) === 0 ? '12.5' : amount;
  return { kind, normal, text: `${normal}${blank}${unit}` };
};

function requestsValues(edition: EditionId, random: Random, figures: Figures): Map<string, Written> {
  const cells = new Map<string, Written>();
  const set = (row: string, column: string, value: number): void => void cells.set(cellKey(row, column), number('count', value));
  const totals = new Map<string, number>();
  const put = (row: string, column: string, value: number): void => {
    set(row, column, value);
    totals.set(row, (totals.get(row) ?? 0) + value);
  };
  for (const column of applicants) {
    let processed = 0;
    for (const row of resultRows(edition)) {
      const value = count(random, figures);
      put(row, column, value);
      processed += value;
    }
    put('processed', column, processed);
    const carriedOut = count(random, figures);
    const carriedIn = Math.min(processed + carriedOut, count(random, figures));
    put('carriedOut', column, carriedOut);
    put('carriedIn', column, carriedIn);
    put('received', column, processed + carriedOut - carriedIn);
  }
  for (const [row, total] of totals) set(row, 'total', total);
  return cells;
}

function disputesValues(random: Random, figures: Figures): Map<string, Written> {
  const cells = new Map<string, Written>();
  for (const group of groups) {
    let total = 0;
    for (const outcome of outcomes) {
      const value = count(random, figures);
      total += value;
      cells.set(cellKey(group, outcome), number('count', value));
    }
    cells.set(cellKey(group, 'total'), number('count', total));
  }
  return cells;
}

function disclosureValues(edition: EditionId, random: Random, figures: Figures, mayMakeRules: boolean): Map<string, Written> {
  const cells = new Map<string, Written>();
  const set = (row: string, column: string, value: Written): void => void cells.set(cellKey(row, column), value);
  for (const row of ['rules', 'normative']) {
    const most = row === 'rules' && !mayMakeRules ? 0 : figures === 'zero' ? 0 : random.pick([0, 9, 300]);
    if (edition === '2019') {
      const made = random.int(0, most);
      const published = random.int(0, most);
      set(row, 'made', number('count', made));
      set(row, 'published', number('count', published));
      set(row, 'publishedTotal', number('count', published + random.int(0, most)));
    } else {
      const issued = random.int(0, most);
      set(row, 'issued', number('count', issued));
      set(row, 'repealed', number('count', random.int(0, most)));
      set(row, 'inForce', number('count', issued + random.int(0, most)));
    }
  }
  if (edition === '2019') {
    for (const row of ['licensing', 'services', 'penalty', 'coercion', 'fees']) {
      const previous = figures === 'zero' ? 0 : random.int(0, 400);
      const changed = figures === 'zero' || random.chance(0.3) ? 0 : random.int(-previous, 90);
      set(row, 'previous', number('count', previous));
      set(row, 'change', change(random, changed));
      if (row === 'fees') continue;
      // Decisions made, not items now: with a change they differ, or they are misread.
      let decisions = large(random, figures);
      if (changed !== 0 && decisions === previous + changed) decisions++;
      set(row, 'decisions', number('count', decisions));
    }
    const items = figures === 'zero' ? 0 : random.int(0, 200);
    set('procurement', 'items', number('count', items));
    set('procurement', 'amount', money(random, items === 0));
  } else {
    for (const row of ['licensing', 'penalty', 'coercion']) set(row, 'decisions', number('count', large(random, figures)));
    set('fees', 'amount', number('wan', figures === 'zero' ? 0 : decimal(random, random.pick([9, 900, 90000]))));
  }
  return cells;
}

/** Values of a table that agree with the format's relations and are plausible. */
export function balancedTable(edition: EditionId, table: TableId, random: Random, figures: Figures, mayMakeRules: boolean): TableValues {
  const cells =
    table === 'requests'
      ? requestsValues(edition, random, figures)
      : table === 'disputes'
        ? disputesValues(random, figures)
        : disclosureValues(edition, random, figures, mayMakeRules);
  return { definition: tableOf(editionById(edition), table), edition, cells };
}

/** An equation of the official format, by its own lists of cells. */
export interface Equation {
  readonly rule: 'sum-row' | 'sum-results' | 'sum-balance' | 'sum-disputes';
  readonly table: TableId;
  readonly row?: string;
  readonly column?: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** What the format demands of the figures, from its text and not from the edition's data. */
export function equations(edition: EditionId): Equation[] {
  const list: Equation[] = [];
  for (const row of ['received', 'carriedIn', ...resultRows(edition), 'processed', 'carriedOut']) {
    list.push({
      rule: 'sum-row',
      table: 'requests',
      row,
      left: [cellKey(row, 'total')],
      right: applicants.map((column) => cellKey(row, column)),
    });
  }
  for (const column of [...applicants, 'total']) {
    list.push({
      rule: 'sum-results',
      table: 'requests',
      column,
      left: [cellKey('processed', column)],
      right: resultRows(edition).map((row) => cellKey(row, column)),
    });
    list.push({
      rule: 'sum-balance',
      table: 'requests',
      column,
      left: [cellKey('received', column), cellKey('carriedIn', column)],
      right: [cellKey('processed', column), cellKey('carriedOut', column)],
    });
  }
  for (const row of groups) {
    list.push({
      rule: 'sum-disputes',
      table: 'disputes',
      row,
      left: [cellKey(row, 'total')],
      right: outcomes.map((outcome) => cellKey(row, outcome)),
    });
  }
  return list;
}

/** Difference left − right, `undefined` where an operand is no number. */
export function imbalance(equation: Equation, numberAt: (key: string) => bigint | undefined): bigint | undefined {
  let difference = 0n;
  for (const key of equation.left) {
    const value = numberAt(key);
    if (value === undefined) return undefined;
    difference += value;
  }
  for (const key of equation.right) {
    const value = numberAt(key);
    if (value === undefined) return undefined;
    difference -= value;
  }
  return difference;
}

/** Faults in how a table's values fit its definition; empty for every table that the generator makes. */
export function misfits({ definition, cells }: TableValues): string[] {
  const asked = cellsOf(definition).map(({ row, column }) => cellKey(row.id, column.id));
  return [
    ...asked.filter((key) => !cells.has(key)).map((key) => `lacks ${key}`),
    ...[...cells.keys()].filter((key) => !asked.includes(key)).map((key) => `has ${key}, which is not in the format`),
    ...cellsOf(definition)
      .filter(({ row, column }) => cells.get(cellKey(row.id, column.id))?.kind !== column.kind)
      .map(({ row, column }) => `${row.id}/${column.id} is not of the kind ${column.kind}`),
  ];
}

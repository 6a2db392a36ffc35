import { cellsOf, rowsOf, type TableId } from '../../server/src/editions';
import { balancedTable, cellKey, type TableValues, type Written } from './model';
import type { Random } from './random';
import type { LayoutStyle } from './render';
import type { Spec, SpecFaults } from './spec';

/** The faults that are put into a balanced report, one at a time. */
export const faultKinds = [
  'number',
  'numbers',
  'blank',
  'text',
  'row',
  'section',
  'table',
  'title',
  'edition',
  'editions',
  'surplus',
  'dropped',
  'empty',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface FaultyCell {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
}

const withCells = (spec: Spec, table: TableId, changes: ReadonlyMap<string, Written>): Spec => ({
  ...spec,
  values: { ...spec.values, [table]: { ...spec.values[table], cells: new Map([...spec.values[table].cells, ...changes]) } },
});

const withFaults = (spec: Spec, faults: SpecFaults): Spec => ({ ...spec, faults: { ...spec.faults, ...faults } });

const anyTable = (random: Random): TableId => random.pick(['requests', 'requests', 'disputes', 'disclosure']);

function anyCell(spec: Spec, random: Random, table = anyTable(random)): FaultyCell {
  const { row, column } = random.pick(cellsOf(spec.values[table].definition));
  return { table, row: row.id, column: column.id };
}

/** A number that is wrong as people get it wrong: digits swapped or doubled, a neighbour, another number. */
function wrongNumber(right: string, random: Random): string {
  const digits = right.replace(/^-/, '');
  const candidates = [
    String(random.int(0, 99)),
    String(Number.parseInt(digits, 10) + random.int(1, 9)),
    digits + (digits.at(-1) ?? '1'),
    `1${digits}`,
  ];
  if (digits.length > 1 && !digits.includes('.')) candidates.push(digits.slice(0, -2) + digits.slice(-1) + digits.slice(-2, -1));
  const wrong = random.pick(candidates).replace(/^0+(?=\d)/, '');
  return wrong === digits ? `${Number.parseInt(digits, 10) + 3}` : wrong;
}

function changed({ kind, normal }: Written, random: Random): Written {
  const number = wrongNumber(normal ?? '0', random);
  switch (kind) {
    case 'count':
    case 'wan':
      return { kind, normal: number, text: number };
    case 'change':
      return random.chance(0.5) && number !== '0'
        ? { kind, normal: `-${number}`, text: `减${number}` }
        : { kind, normal: number, text: number === '0' ? '0' : `+${number}` };
    case 'money':
      return { kind, normal: number, text: `${number}万元` };
  }
}

const changeCell = (spec: Spec, { table, row, column }: FaultyCell, change: (cell: Written) => Written): Spec => {
  const key = cellKey(row, column);
  const cell = spec.values[table].cells.get(key);
  if (!cell) throw new Error(`${key} is not in the table`);
  return withCells(spec, table, new Map([[key, change(cell)]]));
};

/** Texts that are no number of the kind that the cell takes. */
const noNumbers = (kind: Written['kind']): string[] => [
  '若干',
  'O',
  '1O',
  '三',
  '约5',
  '83余',
  '/',
  '—',
  '无',
  '-',
  ...(kind === 'count' ? ['-4', '1.5'] : []),
  ...(kind === 'wan' ? ['-2'] : []),
];

const mayDrop = ({ layout, style }: LayoutStyle): boolean => {
  if (layout === 'html') return true;
  if (layout === 'tab') return style.rows === 'grid' && !style.breaks;
  if (layout === 'pipe') return !['padded', 'filled', 'opened', 'headed'].includes(style.cells);
  return false;
};

export const blanksVisible = ({ layout }: LayoutStyle): boolean => layout !== 'lines' && layout !== 'words';

/** A fault of the kind in a copy of the spec; `undefined` where the layout cannot show it. */
export function withFault(spec: Spec, kind: FaultKind, layout: LayoutStyle, random: Random): Spec | undefined {
  switch (kind) {
    case 'number': {
      const cell = anyCell(spec, random);
      return changeCell(spec, cell, (written) => changed(written, random));
    }
    case 'numbers': {
      let faulty = spec;
      const table = random.pick<TableId>(['requests', 'requests', 'disputes']);
      for (let count = random.int(2, 4); count > 0; count--)
        faulty = changeCell(faulty, anyCell(spec, random, table), (written) => changed(written, random));
      return faulty;
    }
    case 'blank':
      return changeCell(spec, anyCell(spec, random), ({ kind: valueKind }) => ({ kind: valueKind, normal: null, text: '' }));
    case 'text':
      return changeCell(spec, anyCell(spec, random), ({ kind: valueKind }) => ({
        kind: valueKind,
        normal: null,
        text: random.pick(noNumbers(valueKind)),
      }));
    case 'row': {
      const inGrid = layout.layout === 'html' || layout.layout === 'gfm' || layout.layout === 'small-tables';
      const table = random.pick<TableId>(
        inGrid ? ['requests', 'requests', 'disclosure', 'disputes'] : ['requests', 'requests', 'disclosure'],
      );
      return withFaults(spec, { withoutRows: [{ table, row: random.pick(rowsOf(spec.values[table].definition)).row.id }] });
    }
    case 'section':
      return withFaults(spec, { withoutSections: [random.pick([1, 2, 3, 4, 5, 6] as const)] });
    case 'table':
      return withFaults(spec, { withoutTables: [random.pick<TableId>(['disclosure', 'requests', 'disputes'])] });
    case 'title':
      return withFaults(spec, { withoutTitle: true });
    case 'edition': {
      const table = random.pick<TableId>(['disclosure', 'requests']);
      return { ...spec, values: { ...spec.values, [table]: otherEdition(spec, table, random) } };
    }
    case 'editions':
      return {
        ...spec,
        values: { ...spec.values, disclosure: otherEdition(spec, 'disclosure', random), requests: otherEdition(spec, 'requests', random) },
      };
    case 'surplus': {
      const { table, row } = anyCell(spec, random);
      // A number of one to three digits behind the last row of a page may be that of the page.
      const values = Array.from({ length: random.int(1, 2) }, () => String(random.int(0, 1) * random.int(1000, 9999)));
      return withFaults(spec, { surplus: { table, row, values } });
    }
    case 'dropped': {
      if (!mayDrop(layout)) return undefined;
      const cell = anyCell(spec, random);
      const columns = cellsOf(spec.values[cell.table].definition).filter(({ row }) => row.id === cell.row);
      // A row with its only value dropped is a row with a blank; and what a wide cell covers looks like one.
      const wide = layout.layout !== 'html' && columns.some(({ column }) => column.span > 1);
      return columns.length === 1 || wide ? undefined : withFaults(spec, { dropped: cell });
    }
    case 'empty': {
      if (!blanksVisible(layout) || layout.layout === 'columns') return undefined;
      const table = anyTable(random);
      const blank = (cell: Written): Written => ({ kind: cell.kind, normal: null, text: '' });
      return withCells(spec, table, new Map([...spec.values[table].cells].map(([key, cell]) => [key, blank(cell)])));
    }
  }
}

function otherEdition(spec: Spec, table: TableId, random: Random): TableValues {
  return balancedTable(spec.edition === '2021' ? '2019' : '2021', table, random, 'many', spec.unit.rules === 'may');
}

/** Whether a blank cell can be told from one that is not there. `either`: only if the reader trusts how rows are filled up. */
export function blankShows(layout: LayoutStyle, { table, row, column }: FaultyCell, spec: Spec): 'yes' | 'no' | 'either' {
  const columns = cellsOf(spec.values[table].definition).filter((cell) => cell.row.id === row);
  const edge = column === columns[0]?.column.id || column === columns.at(-1)?.column.id;
  switch (layout.layout) {
    case 'html':
    case 'gfm':
    case 'small-tables':
      return 'yes';
    case 'tab':
      return table !== 'requests' || !edge || (layout.style.rows === 'grid' && !(layout.style.breaks && layout.style.shifted))
        ? 'yes'
        : 'either';
    case 'pipe':
      return table !== 'requests' || !edge ? 'yes' : 'either';
    case 'columns':
      return 'either';
    case 'lines':
    case 'words':
      return columns.length === 1 ? 'either' : 'no';
  }
}

import { byPlace } from '../editing/edit';
import { type Label, rowsOf } from '../editions';
import type { BoundRow, Cell, Range, Section, Table } from '../reading/report';
import { formatOf } from '../rules/naming';
import type { Context } from './context';
import { labelPieces } from './locate';
import { extent } from './summary';

/** The parts of a draft as a tree: title › sections › tables › blocks, groups › rows. */

export interface Part {
  readonly kind: 'title' | 'section' | 'table' | 'group' | 'row';
  readonly name: string;
  readonly detail: string;
  /** Where its name stands; lies within `range`. */
  readonly selection: Range;
  /** Holds the ranges of all that is in it. Those of parts side by side may overlap: rows may be printed into each other. */
  readonly range: Range;
  /** In the order of the text. */
  readonly parts: readonly Part[];
}

/** The parts that stand in no other; one, the title, where there is one. */
export function outline(context: Context): readonly Part[] {
  const { report } = context.analysis;
  const tables = [...report.tables.values()].map((table) => tablePart(context, table));
  const sections = report.sections.map((section) => {
    const whole = { start: section.heading.range.start, end: section.body.end };
    const own = tables.filter(({ selection }) => selection.start >= whole.start && selection.start < whole.end);
    return { section, whole, own };
  });
  const placed = new Set(sections.flatMap(({ own }) => own));
  const top = [
    ...sections.map(({ section, whole, own }) =>
      part(
        { kind: 'section', name: sectionName(context, section), detail: '', selection: section.heading.range },
        own,
        trimmedEnd(context.text, whole),
      ),
    ),
    // A table whose section has lost its heading.
    ...tables.filter((table) => !placed.has(table)),
  ];
  const { title } = report;
  if (!title) return inOrder(top);
  const name = (title.unit?.name ?? '') + title.form;
  return [part({ kind: 'title', name, detail: '', selection: title.range }, top)];
}

type Named = Omit<Part, 'range' | 'parts'>;

/** A part that reaches from the first to the last of what belongs to it. */
function part(named: Named, parts: readonly Part[], own: Range = named.selection): Part {
  let { start, end } = span([named.selection, own]);
  for (const { range } of parts) {
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  return { ...named, range: { start, end }, parts: inOrder(parts) };
}

const inOrder = (parts: readonly Part[]): Part[] => [...parts].sort(byPlace);

export const span = (ranges: readonly Range[]): Range => ({
  start: ranges.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
  end: ranges.reduce((most, { end }) => Math.max(most, end), 0),
});

/** Where the label of a row begins; where its values do, if it has none. */
const labelPlace = (row: BoundRow): Range => labelPieces(row)[0] ?? row.label;

/** From the first piece of its label to its last value. */
export const rowRange = (row: BoundRow): Range => span([row.range, ...labelPieces(row)]);

/** The first head of a table, the title of its first block, or the label of its first row. */
export const firstPlace = ({ labels, rows }: Table): Range => {
  const row = labelPlace(rows[0]!);
  return labels[0] && labels[0].range.start <= row.start ? labels[0].range : row;
};

/** From its first head or the title of its first block to its last value. */
export const tableRange = ({ range, labels }: Table): Range => (labels[0] ? span([range, labels[0].range]) : range);

/** Without the blank lines at its end. */
export function trimmedEnd(text: string, { start, end }: Range): Range {
  let last = end;
  while (last > start && /\s/.test(text[last - 1]!)) last--;
  return { start, end: last };
}

interface Group {
  readonly label: Label;
  readonly selection: Range;
  readonly groups: Map<string, Group>;
  readonly rows: Part[];
}

function tablePart(context: Context, table: Table): Part {
  const { definition, rows } = table;
  const blocks = new Map(rowsOf(definition).map(({ row, block }) => [row.id, block]));
  const root: Pick<Group, 'groups' | 'rows'> = { groups: new Map(), rows: [] };
  for (const row of rows) {
    const title = blocks.get(row.row.id)?.title;
    let at = root;
    for (const label of [...(title ? [title] : []), ...row.row.path]) {
      let group = at.groups.get(label.text);
      if (!group) {
        const written = table.labels.find((one) => (one.kind === 'group' || one.kind === 'block') && one.label.text === label.text);
        group = { label, selection: written?.range ?? labelPlace(row), groups: new Map(), rows: [] };
        at.groups.set(label.text, group);
      }
      at = group;
    }
    at.rows.push(rowPart(context, row));
  }
  const whole = tableRange(table);
  const named: Named = {
    kind: 'table',
    name: context.say(definition.name),
    detail: context.say(extent(table)),
    selection: firstPlace(table),
  };
  return part(named, partsOf(root), whole);
}

const partsOf = ({ groups, rows }: Pick<Group, 'groups' | 'rows'>): Part[] => [
  ...rows,
  ...[...groups.values()].map((group) =>
    part({ kind: 'group', name: group.label.text, detail: '', selection: group.selection }, partsOf(group)),
  ),
];

function rowPart(context: Context, row: BoundRow): Part {
  const detail = row.misaligned ? context.say(unaligned) : [...row.cells.values()].map((cell) => valueText(context, cell)).join(' ');
  return part({ kind: 'row', name: row.row.label.text, detail, selection: labelPlace(row) }, [], rowRange(row));
}

const unaligned = { zh: '数值与列对不上', en: 'values do not fit the columns' };
const blank = { zh: '空', en: '–' };
/** Of a text that stands in place of a value. */
const MAX_TEXT = 12;

function valueText(context: Context, { value, range }: Cell): string {
  if (value.state === 'number') return value.normal;
  return value.state === 'blank' ? context.say(blank) : written(context.text, range, MAX_TEXT);
}

function sectionName(context: Context, { heading, number, agreement }: Section): string {
  const official = formatOf(context.analysis.report).sections.find((section) => section.number === number)?.label.text;
  if (official && agreement !== 'variant') return official;
  return written(context.text, heading.range, MAX_NAME) || official || '…';
}

const MAX_NAME = 80;
/** Markup may make a heading many times as long as it reads. */
const MAX_SOURCE = 2000;

/** A text as it reads: without markup, on one line. */
function written(text: string, { start, end }: Range, most: number): string {
  const source = text.slice(start, Math.min(end, start + MAX_SOURCE));
  const plain = source.replace(/<[^<>]*>|&[a-z]{1,8};|&#\d{1,7};/gi, ' ');
  return plain.replace(/\s+/g, ' ').trim().slice(0, most);
}

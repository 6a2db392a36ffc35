import { type GridCell, gridOf } from '../editing/grid';
import { shortLabel, tableName } from '../editing/naming';
import type { Row } from '../editions';
import { labelPieces } from '../features/locate';
import type { BoundRow, Cell, OddHead, Range, Table, TableLabel } from '../reading/report';
import { MASK } from '../reading/text';
import type { Marks } from './marks';
import { element, placed, text } from './markup';
import { words } from './words';

/** An official table with its merged cells, filled with what stands in the draft. */
export function officialTable(masked: string, table: Table, marks: Marks): string {
  return new TableWriter(masked, table, marks).write();
}

class TableWriter {
  private readonly bound = new Map<string, BoundRow>();
  /** Heads, groups and titles of the draft that no cell of the grid stands for yet, in the order of the text. */
  private readonly labels: (TableLabel | OddHead)[];
  /** Rows whose figures stand in one cell, since they fit no columns; written once. */
  private readonly written = new Set<BoundRow>();

  constructor(
    private readonly masked: string,
    private readonly table: Table,
    private readonly marks: Marks,
  ) {
    for (const row of table.rows) if (!this.bound.has(row.row.id)) this.bound.set(row.row.id, row);
    this.labels = [...table.labels, ...table.oddHeads].sort((a, b) => a.range.start - b.range.start);
  }

  write(): string {
    const { definition } = this.table;
    const { width, lines } = gridOf(definition);
    const rows = lines.map(({ kind, cells }) => element('tr', { class: kind }, cells.map((cell) => this.cell(cell)).join('')));
    const name = tableName(this.table)[this.marks.language];
    const caption = element('caption', {}, text(`${name} ${this.marks.language === 'zh' ? definition.name.zh : ''}`.trim()));
    // What belongs to no cell is said of the table; it is known only now.
    const whole = this.marks.attributes(this.marks.rest(definition.id), `official ${definition.id} columns-${width}`);
    return element('table', { ...whole, ...placed(this.table.range) }, `${caption}<tbody>${rows.join('')}</tbody>`);
  }

  private cell(cell: GridCell): string {
    if (cell.kind === 'value') return this.value(cell);
    return cell.kind === 'label' && cell.row ? this.rowLabel(cell, cell.row) : this.head(cell);
  }

  private value(cell: GridCell): string {
    const row = cell.row!;
    const bound = this.bound.get(row.id);
    const value = bound?.cells.get(cell.column!.id);
    if (value) return this.bindValue(cell, row, value);
    // One cell stands for all columns of a row that has no values of its own.
    if (cell.column !== this.columnsOf(row)[0]) return '';
    const colspan = this.columnsOf(row).reduce((sum, { span }) => sum + span, 0);
    const { misaligned } = bound ?? {};
    const { language } = this.marks;
    if (!misaligned || this.written.has(bound!)) {
      const own = this.marks.attributes(this.marks.at(this.table.definition.id, row.id), 'absent');
      return element('td', { ...own, ...spans(cell, colspan) }, text(words.notFound[language]));
    }
    this.written.add(bound!);
    const own = this.marks.attributes(this.marks.at(this.table.definition.id, row.id, [misaligned.range]), 'unaligned');
    return element('td', { ...own, ...spans(cell, colspan), ...placed(misaligned.range) }, text(this.read(misaligned.range)));
  }

  private bindValue(cell: GridCell, row: Row, { column, range, value }: Cell): string {
    const marks = this.marks.at(this.table.definition.id, `${row.id}/${column.id}`, [range]);
    const own = this.marks.attributes(marks, value.state === 'blank' ? 'value blank' : 'value');
    return element('td', { ...own, ...spans(cell), ...placed(range) }, text(this.read(range)));
  }

  private rowLabel(cell: GridCell, row: Row): string {
    const bound = this.bound.get(row.id);
    const pieces = bound ? labelPieces(bound) : [];
    const place = bound && bound.label.start < bound.label.end ? bound.label : undefined;
    // What is said of a row without values of its own is said where they would stand.
    const hasValues = bound !== undefined && !bound.misaligned;
    const own = this.marks.attributes(hasValues ? this.marks.at(this.table.definition.id, row.id, pieces) : [], bound ? '' : 'absent');
    const shown = bound && place && bound.agreement !== 'official' ? pieces.map((piece) => this.read(piece)).join('') : row.label.text;
    const scope = this.table.definition.orientation === 'wide' ? 'colgroup' : 'row';
    return element('th', { scope, ...own, ...spans(cell), ...placed(place) }, labelText(shown));
  }

  private head(cell: GridCell): string {
    const written = this.take(cell);
    const place = written?.range;
    const marks = this.marks.at(this.table.definition.id, '', place ? [place] : []);
    const across = cell.colSpan > 1 ? 'colgroup' : 'col';
    const scope = cell.kind === 'label' ? (cell.rowSpan > 1 ? 'rowgroup' : 'row') : across;
    const shown = written && !('label' in written) ? this.read(written.range) : (cell.label?.text ?? '');
    return element('th', { scope, ...this.marks.attributes(marks), ...spans(cell), ...placed(place) }, labelText(shown));
  }

  /** The label or head of the draft that a cell of the grid stands for: of several with the same words the next one. */
  private take({ kind, label, column }: GridCell): TableLabel | OddHead | undefined {
    const at = this.labels.findIndex((written) =>
      'label' in written ? written.label === label && written.column?.id === column?.id : kind === 'head' && written.column === column,
    );
    return at < 0 ? undefined : this.labels.splice(at, 1)[0];
  }

  private columnsOf(row: Row) {
    return this.table.definition.blocks.find(({ rows }) => rows.includes(row))!.columns;
  }

  private read({ start, end }: Range): string {
    return this.masked
      .slice(start, end)
      .replaceAll(MASK, '')
      .replace(/[\s|]+/g, ' ')
      .trim();
  }
}

const spans = ({ rowSpan, colSpan }: GridCell, width = colSpan) => ({
  rowspan: rowSpan > 1 ? rowSpan : undefined,
  colspan: width > 1 ? width : undefined,
});

/** The note in a label is as long as a sentence: it is set smaller. */
function labelText(label: string): string {
  const short = shortLabel({ text: label });
  return short === label || short === '' ? text(label) : text(short) + element('small', {}, text(label.slice(short.length)));
}

import type { Draft } from '../document';
import type { Grid, GridRow } from '../grid';
import { unmarked } from '../marks';
import type { Random } from '../random';

/**
 * Text taken from a printed page: labels wrapped around their values, the label of the results written from top to
 * bottom beside the rows. `columns`: places kept with runs of blanks (`pdftotext -layout`); otherwise single blanks.
 */
export interface PrintedStyle {
  readonly columns: boolean;
  /** Blank lines between the rows of tables. */
  readonly gaps: boolean;
  /** Labels of rows are wrapped to this many characters. */
  readonly labelWidth: number;
  /** Heads on two lines. */
  readonly narrowHeads: boolean;
  /** Characters of 三、本年度办理结果 that stand side by side; 0: none above the other. */
  readonly vertical: 0 | 1 | 2 | 3;
  /** Characters of a group's label that stand side by side; 0: none above the other. */
  readonly groupWidth: 0 | 3 | 4;
  /** Lines on a page; 0: no page numbers. */
  readonly page: number;
  readonly repeatedHeads: boolean;
  /** Characters of running text on a line. */
  readonly measure: number;
}

/** A printed line of a table: texts with the columns of the page that they start in. */
interface Printed {
  /** Labels from left to right. */
  readonly labels: { readonly column: number; readonly text: string }[];
  values?: readonly { readonly column: number; readonly text: string }[];
}

/** A printed line with its height on the page, in lines. */
interface Placed extends Printed {
  readonly y: number;
}

const chunks = (text: string, size: number): string[] => {
  const characters = [...text];
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += size) pieces.push(characters.slice(at, at + size).join(''));
  return pieces;
};

/** Wraps a label as a typesetter does: no closing mark begins a line, and no line is a mere tail. */
function wrapLabel(text: string, width: number): string[] {
  if (text.length <= width) return [text];
  const count = Math.ceil(text.length / width);
  const size = Math.ceil(text.length / count);
  const lines: string[] = [];
  let rest = text;
  while (rest !== '') {
    let at = Math.min(Math.max(size, 2), rest.length);
    while (at < rest.length && /^[）)、，,”"\s]/.test(rest.slice(at))) at++;
    if (rest.length - at === 1) at = rest.length;
    lines.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return lines;
}

/** Places of the columns on the page, in characters. */
interface Page {
  /** Labels: outermost, group, row. */
  readonly labels: readonly [number, number, number];
  /** Where the first value stands, and how far the next are apart. */
  readonly values: number;
  readonly step: number;
}

class Printer {
  readonly lines: string[] = [];
  readonly #style: PrintedStyle;
  readonly #random: Random;
  #onPage: number;
  #page = 1;

  constructor(style: PrintedStyle, random: Random) {
    this.#style = style;
    this.#random = random;
    this.#onPage = style.page;
  }

  /** Text beginning at a column of the page. */
  put(indent: number, text: string): void {
    this.lines.push(this.#style.columns && text !== '' ? ' '.repeat(indent) + text : text);
  }

  /** Ends the page where it is full; true when it did. */
  turn(force = false): boolean {
    if (this.#style.page === 0 || (!force && --this.#onPage > 0)) return false;
    this.#onPage = this.#style.page;
    const number = this.#page++;
    const text = this.#random.pick([`- ${number} -`, `-${number}-`, `— ${number} —`]);
    if (this.#style.columns) {
      this.lines.push('', ' '.repeat(this.#random.pick([0, 42])) + text, '\f');
    } else this.lines.push(text);
    return true;
  }

  row(printed: Printed, page: Page): void {
    if (!this.#style.columns) {
      const text = [...printed.labels, ...(printed.values ?? [])]
        .map((piece) => piece.text.trim())
        .filter((piece) => unmarked(piece) !== '');
      if (text.length > 0) this.lines.push(text.join(' '));
      return;
    }
    let line = '';
    let length = 0;
    const at = (column: number, text: string): void => {
      const shown = unmarked(text).length;
      const room = Math.max(length === 0 ? 0 : 2, column - length);
      line += ' '.repeat(room) + text;
      length += room + shown;
    };
    for (const { column, text } of [...printed.labels].sort((a, b) => a.column - b.column)) at(page.labels[column as 0 | 1 | 2] ?? 0, text);
    for (const { column, text } of printed.values ?? []) {
      if (unmarked(text) === '') {
        line += text;
        continue;
      }
      const centre = page.values + column * page.step;
      at(centre - Math.floor(unmarked(text).length / 2) + this.#random.int(0, 1), text);
    }
    this.lines.push(line);
  }

  gap(): void {
    if (!this.#style.gaps || !this.#style.columns) return;
    for (let count = this.#random.int(0, 2); count > 0; count--) this.lines.push('');
  }
}

/** The lines of one row: its label wrapped, the values in the middle of its height. */
function printRow(label: string, column: number, width: number, values: NonNullable<Printed['values']>, top: number): Placed[] {
  const lines: Placed[] = wrapLabel(label, width).map((text, at) => ({ y: top + at, labels: [{ column, text }] }));
  const centre = top + (lines.length - 1) / 2;
  const middle = lines.find(({ y }) => y === centre);
  if (middle) middle.values = values;
  else lines.push({ y: centre, labels: [], values });
  return lines.sort((one, other) => one.y - other.y);
}

const valuesOf = (row: GridRow, labelColumns: number): NonNullable<Printed['values']> =>
  row.cells.filter((cell) => cell.role === 'value').map((cell) => ({ column: cell.at - labelColumns, text: cell.text }));

/**
 * The lines of every row of `requests`. Labels that span rows stand in the middle of them, one piece a line: what is at
 * the height of another line joins it, what is between two lines is a line of its own.
 */
function requestsBody(grid: Grid, style: PrintedStyle, random: Random): Printed[][] {
  const rows: { top: number; lines: Placed[] }[] = [];
  const tall: { column: number; text: string; from: number; to: number }[] = [];
  const padding = random.pick([0, 0.4, 0.8]);
  let top = 0;
  for (const row of grid.rows.filter((candidate) => candidate.kind === 'data')) {
    const labels = row.cells.filter((cell) => cell.role === 'label');
    const own = labels.at(-1);
    for (const cell of labels) {
      if (cell !== own) tall.push({ column: cell.at, text: cell.text, from: rows.length, to: rows.length + cell.rowspan });
    }
    const column = own?.at ?? 0;
    const width = style.labelWidth + (column === 0 ? 12 : column === 1 ? 6 : 0);
    const lines = printRow(own?.text ?? '', column, width, valuesOf(row, grid.labelColumns), top);
    rows.push({ top, lines });
    top = (lines.at(-1)?.y ?? top) + 1 + padding;
  }
  for (const { column, text, from, to } of tall) {
    const size = column === 0 ? style.vertical : style.groupWidth;
    const pieces = size === 0 ? [text] : pieceLabel(text, size);
    const bottom = rows[to - 1]?.lines.at(-1)?.y ?? top;
    const centre = ((rows[from]?.top ?? 0) + bottom) / 2 + random.pick([-0.2, 0, 0.2]);
    pieces.forEach((piece, at) => {
      const y = centre + at - (pieces.length - 1) / 2;
      const near = rows
        .slice(from, to)
        .flatMap((row) => row.lines)
        .find((line) => Math.abs(line.y - y) < 0.3 && !line.labels.some((label) => label.column <= column));
      if (near) near.labels.unshift({ column, text: piece });
      else {
        // A line of its own goes with the row whose lines come next.
        const row = rows.slice(from, to).find((candidate) => (candidate.lines.at(-1)?.y ?? 0) >= y) ?? rows[to - 1];
        row?.lines.push({ y, labels: [{ column, text: piece }] });
        row?.lines.sort((one, other) => one.y - other.y);
      }
    });
  }
  return rows.map((row) => row.lines);
}

/** `三、` and the like stay whole; the rest is cut to size. */
function pieceLabel(text: string, size: number): string[] {
  const number = /^(?:[一二三四五六七]、|[（(].[）)])\s*/u.exec(text)?.[0] ?? '';
  const rest = text.slice(number.length).replaceAll(/\s/g, '');
  if (number.startsWith('（') || number.startsWith('(')) {
    // The number of a group stands in one line with its first characters.
    const first = Math.max(1, size - 2);
    return [number.trim() + rest.slice(0, first), ...chunks(rest.slice(first), size)];
  }
  return [...(number === '' ? [] : [number.trim()]), ...chunks(rest, size)];
}

function requestsHeads(grid: Grid, style: PrintedStyle): Printed[] {
  const heads = grid.rows.filter((row) => row.kind === 'head');
  const cells = heads.map((row) => row.cells);
  const stub = cells[0]?.find((cell) => cell.role === 'stub')?.text ?? '';
  const value = (cell: { at: number; colspan: number; text: string }): { column: number; text: string } => ({
    column: cell.at - 3 + (cell.colspan - 1) / 2,
    text: cell.text,
  });
  const top = (cells[0] ?? []).filter((cell) => cell.role === 'head').map(value);
  const middle = (cells[1] ?? []).map(value);
  const low = (cells[2] ?? []).map(value);
  if (!style.narrowHeads) {
    return [
      { labels: [{ column: 0, text: stub }], values: top },
      { labels: [], values: middle },
      { labels: [], values: low },
    ];
  }
  // Tall heads: each stands in the middle of the lines that it spans, wide ones over two lines.
  const organisations = middle.filter((cell) => !Number.isInteger(cell.column) || cell.text.length > 4);
  const tall = middle.filter((cell) => !organisations.includes(cell));
  const [stubTop, ...stubRest] = wrapLabel(stub, Math.ceil(stub.length / 2) + 1);
  const halved = low.map((cell) => ({ ...cell, halves: [...cell.text].length > 2 ? halve(cell.text) : undefined }));
  const whole = halved.filter((cell) => cell.halves === undefined);
  const upper = halved.flatMap((cell) => (cell.halves ? [{ column: cell.column, text: cell.halves[0] }] : []));
  const lower = halved.flatMap((cell) => (cell.halves ? [{ column: cell.column, text: cell.halves[1] }] : []));
  return [
    { labels: [], values: top },
    { labels: [{ column: 0, text: stubTop ?? '' }], values: organisations },
    ...stubRest.map((text): Printed => ({ labels: [{ column: 0, text }] })),
    { labels: [], values: tall },
    { labels: [], values: upper },
    ...(whole.length > 0 ? [{ labels: [], values: whole }] : []),
    { labels: [], values: lower },
  ];
}

function halve(text: string): [string, string] {
  const plain = text.replaceAll(/\s/g, '');
  const at = Math.ceil(plain.length / 2);
  return [plain.slice(0, at), plain.slice(at)];
}

function disputesLines(grid: Grid, style: PrintedStyle): Printed[] {
  const lines: Printed[] = [];
  const heads = grid.rows.filter((row) => row.kind === 'head');
  for (const row of heads) {
    const cells = row.cells.map((cell) => ({ column: cell.at + (cell.colspan - 1) / 2, text: cell.text, narrow: cell.colspan === 1 }));
    const narrow = style.narrowHeads ? cells.filter((cell) => cell.narrow) : [];
    const wide = cells.filter((cell) => !narrow.includes(cell));
    if (wide.length > 0) lines.push({ labels: [], values: wide });
    if (narrow.length === 0) continue;
    const long = narrow.filter((cell) => cell.text.replaceAll(/\s/g, '').length > 2);
    const short = narrow.filter((cell) => !long.includes(cell));
    lines.push({ labels: [], values: long.map((cell) => ({ column: cell.column, text: halve(cell.text)[0] })) });
    if (short.length > 0) lines.push({ labels: [], values: short });
    lines.push({ labels: [], values: long.map((cell) => ({ column: cell.column, text: halve(cell.text)[1] })) });
  }
  for (const row of grid.rows) if (row.kind === 'data') lines.push({ labels: [], values: valuesOf(row, 0) });
  return lines;
}

function printTable(grid: Grid, printer: Printer, style: PrintedStyle, random: Random): void {
  if (grid.table === 'disclosure') {
    const page: Page = { labels: [0, 0, 0], values: random.int(14, 26), step: random.int(9, 14) };
    for (const row of grid.rows) {
      const label = row.cells.find((cell) => cell.role !== 'value' && cell.role !== 'head')?.text ?? '';
      const values = row.cells.filter((cell) => cell.role === 'value' || cell.role === 'head');
      printer.row(
        {
          labels: [{ column: 0, text: label }],
          values: values.map((cell) => ({ column: cell.at - 1 + (cell.colspan - 1) / 2, text: cell.text })),
        },
        page,
      );
      printer.turn();
      printer.gap();
    }
    return;
  }
  if (grid.table === 'disputes') {
    const page: Page = { labels: [0, 0, 0], values: 2, step: random.int(6, 8) };
    for (const line of disputesLines(grid, style)) {
      printer.row(line, page);
      printer.gap();
    }
    return;
  }
  const heads = requestsHeads(grid, style);
  const body = requestsBody(grid, style, random);
  const page: Page = { labels: [0, 5, 14], values: 14 + style.labelWidth + 6, step: random.int(7, 10) };
  for (const line of heads) printer.row(line, page);
  printer.gap();
  for (const [at, lines] of body.entries()) {
    for (const line of lines) printer.row(line, page);
    if (at < body.length - 1 && printer.turn() && style.repeatedHeads) for (const line of heads) printer.row(line, page);
    printer.gap();
  }
}

/** Wraps running text; a line does not begin with a closing mark, and figures stay whole. */
export function wrapText(text: string, measure: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const token of text.match(/[0-9A-Za-z.%]+|[\s\S]/gu) ?? []) {
    const hanging = /^[，。、；：！？）》”’]$/u.test(token);
    if (line !== '' && [...line].length + token.length > measure && !hanging) {
      lines.push(line.trimEnd());
      line = token === ' ' ? '' : token;
    } else line += token;
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}

export function renderPrinted(draft: Draft, style: PrintedStyle): string {
  const { random } = draft;
  const printer = new Printer(style, random);
  for (const part of draft.parts) {
    switch (part.kind) {
      case 'title':
        for (const line of part.lines) printer.put(random.int(4, 14), line);
        if (style.columns) printer.lines.push('', '');
        break;
      case 'heading':
        printer.put(3, part.text);
        printer.turn();
        break;
      case 'paragraph':
        for (const [at, line] of wrapText(part.text, style.measure).entries()) {
          printer.put(at === 0 ? 3 : 0, line);
          printer.turn();
        }
        break;
      case 'table':
        if (style.columns && random.chance(0.3)) printer.lines.push('');
        printTable(part.grid, printer, style, random);
        if (style.columns && random.chance(0.6)) printer.lines.push('', '');
        break;
    }
  }
  printer.turn(true);
  // A form feed stands in front of the first line of the new page.
  return `${printer.lines.join('\n').replaceAll('\f\n', '\f').trimEnd()}\n`;
}

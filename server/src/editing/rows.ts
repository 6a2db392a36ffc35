import { type Block, type Label, type Row, rowOf, rowsOf } from '../editions';
import { labelKey } from '../reading/labels';
import type { BoundRow, Range, Report, Table } from '../reading/report';
import { key } from '../reading/text';
import { byPlace, type Edit, type EditingOptions, lineBreakOf } from './edit';
import { htmlTablesOf, isInOneLine } from './extent';
import { sharesPath } from './grid';
import { type HtmlCell, type HtmlRow, type HtmlTable, holdsRange, withSpans } from './markup';
import { readsBack, relayout } from './relayout';
import { reread } from './reread';
import { behindBreak, isBlankLine, lineAt, lineBefore, sourceOf, wordsIn } from './source';
import { escapeHtml } from './write/html';

/**
 * Inserts a row that a table lacks, at its place, written as the rows beside it are. Where their structure cannot be carried on, or the
 * rows of a table stand side by side, the whole table is written anew, with all rows that it lacks. Nothing where neither reads
 * back as it should.
 */
export function insertRow(report: Report, table: Table, wanted: Row, options: EditingOptions): Edit[] | undefined {
  // The same rows over and over are no table to write into, and every try reads the whole draft again.
  if (table.rows.length > rowsOf(table.definition).length * MAX_COPIES) return undefined;
  const fill = options.fill === '0' ? '0' : '';
  const oneLine = isInOneLine(report, table);
  const place = oneLine ? undefined : placeOf(table, wanted);
  if (place) {
    for (const write of [lineRow, cellLines, smallTable, htmlRow]) {
      const edits = write(report, place, fill)?.sort(byPlace);
      if (edits && isThere(report, table, wanted, fill, edits)) return edits;
    }
  }
  const edits = relayout(report, table, oneLine ? 'pipe' : table.layout, fill);
  return edits && edits.length > 0 && isThere(report, table, wanted, fill, edits) ? edits : undefined;
}

/** A row may stand twice by mistake, and a table once more below. */
const MAX_COPIES = 3;

/** Where a row goes. */
interface Place {
  readonly table: Table;
  readonly wanted: Row;
  readonly block: Block;
  /** The nearest rows of the block that are there. */
  readonly before: BoundRow | undefined;
  readonly after: BoundRow | undefined;
  /** The rows of the block that are there, in official order. */
  readonly present: readonly BoundRow[];
  /** What it stands beside: a row of its block, or the last head of a block without rows. */
  readonly anchor: Range;
  readonly inFront: boolean;
}

function placeOf(table: Table, wanted: Row): Place | undefined {
  const block = rowOf(table.definition, wanted.id)?.block;
  if (!block) return undefined;
  const at = block.rows.findIndex(({ id }) => id === wanted.id);
  const bound = block.rows.map(({ id }) => table.rows.find(({ row }) => row.id === id));
  const before = bound.slice(0, at).findLast((row) => row !== undefined);
  const after = bound.slice(at + 1).find((row) => row !== undefined);
  const present = bound.filter((row) => row !== undefined);
  const place = { table, wanted: block.rows[at]!, block, before, after, present };
  // The first of its group goes right above the rows of the group that are there.
  const begins = wanted.path.some(
    (_, level) => !(before && sharesPath(before.row, wanted, level)) && after && sharesPath(after.row, wanted, level),
  );
  const beside = before && !begins ? before : (after ?? before);
  if (beside) return { ...place, anchor: wholeOf(beside), inFront: beside === after };
  const head = lastHead(table, block);
  return head && { ...place, anchor: head, inFront: false };
}

/** From the label of a row to its last cell, blank ones included. */
function wholeOf({ range, label, cells }: BoundRow): Range {
  const ends = [...cells.values()].map((cell) => cell.range.start);
  return { start: Math.min(range.start, label.start), end: Math.max(range.end, label.end, ...ends) };
}

/** The last label under the title of a block that has no rows: heads that several blocks have may count as another's. */
function lastHead({ labels, rows }: Table, block: Block): Range | undefined {
  const title = labels.find(({ kind, label }) => kind === 'block' && label.text === block.title?.text)?.range;
  if (!title) return undefined;
  const titles = labels.flatMap(({ kind, range }) => (kind === 'block' && range.start > title.start ? [range.start] : []));
  const until = Math.min(...titles, ...rows.flatMap(({ label }) => (label.start > title.start ? [label.start] : [])));
  return labels.findLast(({ range }) => range.start > title.start && range.start < until)?.range ?? title;
}

/** Whether the row is there with its cells, and everything else is as before. */
function isThere(report: Report, table: Table, { id }: Row, fill: string, edits: readonly Edit[]): boolean {
  const after = reread(report, edits);
  if (!readsBack(report, table, after)) return false;
  const now = after.tables.get(table.definition.id);
  const row = now?.rows.find((bound) => bound.row.id === id);
  if (!now || !row || row.misaligned || now.unknownRows.length > table.unknownRows.length || now.oddHeads.length > table.oddHeads.length)
    return false;
  const cells = [...row.cells.values()];
  return (
    cells.length > 0 &&
    cells.every(({ value }) => (fill === '' ? value.state === 'blank' : value.state === 'number' && value.normal === '0'))
  );
}

/** Rows to learn the structure from, the best first: of the same group and not its first, of the same depth, the nearest. */
function models({ table, wanted, block, present }: Place): BoundRow[] {
  const order = new Map(rowsOf(table.definition).map(({ row }, i) => [row.id, i]));
  const at = order.get(wanted.id)!;
  const rank = ({ row, misaligned }: BoundRow): number => {
    const same = row.path.length === wanted.path.length && sharesPath(row, wanted, wanted.path.length - 1);
    const distance = Math.abs(order.get(row.id)! - at) / 1000;
    const columns = blockOf(table, row).columns.length === block.columns.length;
    const depth = same ? 0 : row.path.length === wanted.path.length ? 2 : 4;
    return (misaligned ? 16 : 0) + (columns ? 0 : 8) + depth + (isFirst(table, row) ? 1 : 0) + distance;
  };
  return (present.length > 0 ? [...present] : [...table.rows]).sort((a, b) => rank(a) - rank(b));
}

const blockOf = ({ definition }: Table, { id }: Row): Block => rowOf(definition, id)!.block;

/** Whether a row is the first of its innermost group that is there. */
function isFirst({ rows, definition }: Table, row: Row): boolean {
  const official = rowsOf(definition).map((each) => each.row);
  const group = official.filter(
    (other) => row.path.length > 0 && sharesPath(other, row, row.path.length - 1) && other.path.length === row.path.length,
  );
  return group.find(({ id }) => rows.some((bound) => bound.row.id === id))?.id === row.id;
}

/** The labels beside a row that begin with it, when it is among the rows that are there: by level. */
function groupsBegunBy({ wanted, before }: Place): boolean[] {
  return wanted.path.map((_, level) => !(before && sharesPath(before.row, wanted, level)));
}

// ── tabs and bars: label and values in one line ──

interface Cells {
  readonly line: Range;
  readonly rooms: readonly Range[];
  readonly delimiter: '\t' | '|';
}

/** The rooms between the delimiters of a line, those outside of the outer ones included. */
function cellsOf(text: string, line: Range): Cells | undefined {
  const tabs = text.slice(line.start, line.end).includes('\t');
  const delimiter = tabs ? '\t' : '|';
  const rooms: Range[] = [];
  let start = line.start;
  for (let i = line.start; i <= line.end; i++) {
    if (i < line.end && (text[i] !== delimiter || (!tabs && text[i - 1] === '\\'))) continue;
    rooms.push({ start, end: i });
    start = i + 1;
  }
  return rooms.length > 1 ? { line, rooms, delimiter } : undefined;
}

const roomOf = ({ rooms }: Cells, { start }: Range): number => rooms.findIndex((room) => room.start <= start && start <= room.end);

function lineRow(report: Report, place: Place, fill: string): Edit[] | undefined {
  if (place.table.layout === 'html') return undefined;
  for (const model of models(place)) {
    const written = lineLike(report, place, model, fill);
    if (!written) continue;
    const { line, moved } = written;
    return [...moved, lineEdit(report.text, place, [line], lineBreakOf(report.text))];
  }
  return undefined;
}

/** The new row in the structure of the line of another; `moved`: what goes from the line below to the new one. */
function lineLike(report: Report, place: Place, model: BoundRow, fill: string): { line: string; moved: Edit[] } | undefined {
  const { text } = report;
  const { table, wanted, block } = place;
  const first = model.cells.get(blockOf(table, model.row).columns[0]!.id);
  const own = lineAt(text, model.label.start);
  const cells = first && first.range.start >= own.start && first.range.start <= own.end ? cellsOf(text, own) : undefined;
  if (!cells || !first) return undefined;
  const { rooms, delimiter } = cells;
  const roomText = (i: number): string => text.slice(rooms[i]!.start, rooms[i]!.end);
  const labelRoom = roomOf(cells, { start: model.label.end - 1, end: model.label.end });
  const firstRoom = roomOf(cells, first.range);
  if (labelRoom < 0 || firstRoom <= labelRoom) return undefined;

  // Before a bar that opens the line, marks of a quotation may stand.
  const outer = delimiter === '|' && own.start === rooms[0]!.start && /^[\s>]*$/.test(roomText(0)) ? 1 : 0;
  const depth = model.row.path.length;
  const label = labelRoom - outer;
  const values = firstRoom - outer;
  const { labelColumns } = table.definition;
  // On a grid the values begin in one column; packed, they follow the label, which stands in the column of its depth; on web pages what
  // spans rows has no cell in the rows below.
  const web = label < depth && values - label === 1;
  const begun = groupsBegunBy(place);
  const shown = wanted.path.filter((group, level) => begun[level] || groupIn(report, table, model, group) !== undefined);
  const at = web
    ? isFirst(table, model.row) && label === depth
      ? wanted.path.length
      : shown.length
    : Math.max(0, label + wanted.path.length - depth);
  const from = values === labelColumns && !web && values > at ? values : at + (values - label);

  const blank = inRoom(roomText(labelRoom), '');
  const widths = block.columns.map(({ span }) => span);
  const room = inRoom(roomText(firstRoom), '') === '' ? '' : blank;
  const out: string[] = [];
  for (let i = 0; i < outer; i++) out.push(roomText(i));
  while (out.length < from + outer) out.push(blank);
  out[at + outer] = inRoom(roomText(labelRoom), wanted.label.text);
  for (const width of widths) {
    out.push(inRoom(roomText(firstRoom), fill));
    for (let i = 1; i < width; i++) out.push(room);
  }
  // What closes the line stays, and so does its width where there is room.
  while (out.length < rooms.length) out.push(key(roomText(out.length)) === '' ? roomText(out.length) : room);
  if (delimiter === '|' && roomText(rooms.length - 1).trim() === '' && out.length > rooms.length) out.push(roomText(rooms.length - 1));

  const moved: Edit[] = [];
  for (const [level, group] of wanted.path.entries()) {
    const place = at + outer - (web ? shown.length - shown.indexOf(group) : wanted.path.length - level);
    if (place < outer) continue;
    const words = groupWords(report, table, model, group, begun[level]!, moved, web, placeAfter(table, wanted, level));
    if (words !== '') out[place] = inRoom(roomText(labelRoom), words);
  }
  return { line: out.join(delimiter), moved };
}

/** The first row below that stands beside the same label. */
function placeAfter(table: Table, wanted: Row, level: number): BoundRow | undefined {
  const official = rowsOf(table.definition).map(({ row }) => row);
  const at = official.findIndex(({ id }) => id === wanted.id);
  const below = official.slice(at + 1).filter((row) => sharesPath(row, wanted, level));
  return table.rows.find(({ row }) => row.id === below.find(({ id }) => table.rows.some((bound) => bound.row.id === id))?.id);
}

/** The label over or beside a row, where it is written in its line. */
function groupIn({ text }: Report, { labels }: Table, row: BoundRow | undefined, group: Label): Range | undefined {
  const own = row && lineAt(text, row.label.start);
  if (!own) return undefined;
  return labels.find(
    ({ kind, label, range }) => kind === 'group' && label.text === group.text && range.start >= own.start && range.end <= own.end,
  )?.range;
}

/** What stands in the place of a label beside the new row: the label where it begins there, or is written beside every row. */
function groupWords(
  report: Report,
  table: Table,
  model: BoundRow,
  group: Label,
  begins: boolean,
  moved: Edit[],
  web: boolean,
  below: BoundRow | undefined,
): string {
  const source = sourceOf(report);
  const inModel = groupIn(report, table, model, group);
  const times = table.rows.filter((row) => groupIn(report, table, row, group)).length;
  if (times > 1) return inModel ? wordsIn(source, inModel) : group.text;
  if (!begins) return '';
  const old = groupIn(report, table, below, group);
  if (!old) return group.text;
  const cells = cellsOf(report.text, lineAt(report.text, old.start));
  const room = cells?.rooms[roomOf(cells, old)];
  // On web pages the cell itself goes.
  moved.push({ range: web && room ? { start: room.start, end: room.end + 1 } : old, text: '' });
  return wordsIn(source, old);
}

/** Words in a room of a line, with a blank at either end where there were blanks. */
function inRoom(room: string, words: string): string {
  const lead = /^[ \u3000]/.test(room) ? ' ' : '';
  const tail = /[ \u3000]$/.test(room) && (room.length > 1 || lead === '') ? ' ' : '';
  return lead + words + tail;
}

/** New lines before or behind the place. */
function lineEdit(text: string, { anchor, inFront }: Place, lines: readonly string[], lineBreak: string): Edit {
  if (inFront) {
    const { start } = lineAt(text, anchor.start);
    return { range: { start, end: start }, text: lines.map((line) => line + lineBreak).join('') };
  }
  const { end } = lineAt(text, anchor.end);
  return { range: { start: end, end }, text: lines.map((line) => lineBreak + line).join('') };
}

// ── words, and one cell a line ──

function cellLines(report: Report, place: Place, fill: string): Edit[] | undefined {
  const { text } = report;
  const { table, wanted, block, inFront } = place;
  if (table.layout !== 'lines' && table.layout !== 'words') return undefined;
  const [model] = models(place);
  if (!model) return undefined;
  const line = lineAt(text, model.label.start);
  const first = model.cells.get(blockOf(table, model.row).columns[0]!.id);
  const lineBreak = lineBreakOf(text);
  const values = block.columns.map(() => fill);
  if (first && first.range.start >= line.start && first.range.end <= line.end) {
    const indent = /^[ \u3000]*/.exec(text.slice(line.start, line.end))![0];
    return [lineEdit(text, place, [indent + [wanted.label.text, ...values.filter((value) => value !== '')].join('  ')], lineBreak)];
  }
  const barred = text.slice(line.start, line.end).trimEnd().endsWith('|');
  const next = lineAt(text, behindBreak(text, line.end));
  const spaced = isBlankLine(text, next) && next.start > line.end;
  const cells = [wanted.label.text, ...values].flatMap((cell) => (barred ? [cell === '' ? '|' : `${cell} |`] : cell === '' ? [] : [cell]));
  const lines = cells.flatMap((cell, i) => (spaced && (i > 0 || !inFront) ? ['', cell] : [cell]));
  return [lineEdit(text, place, spaced && inFront ? [...lines, ''] : lines, lineBreak)];
}

// ── a small table for every row, under a heading ──

function smallTable(report: Report, place: Place, fill: string): Edit[] | undefined {
  const { text } = report;
  const { table, wanted, block, inFront } = place;
  if (table.layout !== 'gfm') return undefined;
  const model = models(place).find((row) => row.cells.size > 0);
  const first = model?.cells.get(blockOf(table, model.row).columns[0]!.id);
  if (!model || !first) return undefined;
  const heading = lineAt(text, model.label.start);
  const values = lineAt(text, first.range.start);
  const cells = cellsOf(text, values);
  const rule = lineBefore(text, values);
  const heads = rule && lineBefore(text, rule);
  if (!cells || !rule || !heads || heads.start <= heading.end) return undefined;
  const slice = ({ start, end }: Range): string => text.slice(start, end);
  const line = (range: Range, words: readonly string[]): string => {
    const { rooms = [] } = cellsOf(text, range) ?? {};
    const open = rooms[0] && slice(rooms[0]).trim() === '' ? 1 : 0;
    const room = slice(rooms[open] ?? range);
    const closed = rooms.length > 1 && slice(rooms.at(-1)!).trim() === '';
    return [...(open ? [slice(rooms[0]!)] : []), ...words.map((word) => inRoom(room, word)), ...(closed ? [''] : [])].join('|');
  };
  const title = text.slice(heading.start, model.label.start) + wanted.label.text + text.slice(model.label.end, heading.end);
  const { columns } = block;
  const same = columns === blockOf(table, model.row).columns;
  const lines = [
    title,
    '',
    same
      ? slice(heads)
      : line(
          heads,
          columns.map(({ label }) => label.text),
        ),
    same
      ? slice(rule)
      : line(
          rule,
          columns.map(() => '---'),
        ),
    line(
      values,
      columns.map(() => fill),
    ),
  ];
  return [lineEdit(text, place, inFront ? [...lines, ''] : ['', ...lines], lineBreakOf(text))];
}

// ── HTML ──

function htmlRow(report: Report, place: Place, fill: string): Edit[] | undefined {
  const { text } = report;
  const { table, wanted, before, after, block, anchor, inFront } = place;
  if (table.layout !== 'html') return undefined;
  const tables = htmlTablesOf(report, table);
  const find = (range: Range | undefined): { owner: HtmlTable; row: HtmlRow; at: number } | undefined => {
    for (const owner of range ? tables : []) {
      const at = owner.rows.findIndex((row) => holdsRange(row.range, range!));
      if (at >= 0) return { owner, row: owner.rows[at]!, at };
    }
    return undefined;
  };
  const above = find(before?.label);
  const below = find(after?.label);
  const beside = find(anchor);
  const [modelBound] = models(place);
  const model = find(modelBound?.label);
  if (!modelBound || !model || !beside) return undefined;

  const edits: Edit[] = [];
  const cells: string[] = [];
  const tagOf = (cell: HtmlCell | undefined): string => (cell ? text.slice(cell.tag.start, cell.tag.end) : '<td>');
  const closed = (tag: string, words: string): string => `${tag}${escapeHtml(words)}</${/^<([A-Za-z]+)/.exec(tag)![1]}>`;
  const modelCells = model.row.cells;
  const labelCell = modelCells.find(({ range }) => holdsRange(range, modelBound.label));
  const modelColumns = blockOf(table, modelBound.row).columns;
  const valueCells = block.columns.map((_, i) => {
    const cell = modelBound.cells.get((modelColumns[i] ?? modelColumns[0])!.id)?.range;
    return cell && modelCells.find(({ range }) => holdsRange(range, cell));
  });
  // Labels that span rows: one more row, or the label moves up to the new row that now begins it.
  for (const [level, label] of wanted.path.entries()) {
    const continues = before !== undefined && sharesPath(before.row, wanted, level);
    const group = groupCell(beside.owner, (continues ? above : below)?.at ?? -1, text, label);
    if (continues && above) {
      const again = group && isWrittenAgain(above.owner, group, text);
      if (group && (group.cell.rowSpan > 1 || (!again && spansRows(above.owner))))
        edits.push(respan(text, group.cell, group.cell.rowSpan + 1));
      else cells.push(closed(withSpans(tagOf(group?.cell), 1, 1), again ? label.text : ''));
      continue;
    }
    const shared = after !== undefined && sharesPath(after.row, wanted, level);
    if (shared && group && group.row === below?.row) {
      const { cell } = group;
      cells.push(withSpans(tagOf(cell), cell.rowSpan + 1, cell.colSpan) + text.slice(cell.tag.end, cell.range.end));
      edits.push({ range: cell.range, text: '' });
    } else cells.push(closed(withSpans(tagOf(labelCell), 1, 1), label.text));
  }
  const labelColumns = table.definition.labelColumns - wanted.path.length;
  cells.push(closed(withSpans(tagOf(labelCell), 1, labelColumns), wanted.label.text));
  for (const [i, column] of block.columns.entries()) cells.push(closed(withSpans(tagOf(valueCells[i]), 1, column.span), fill));
  const rowTag = model.row.tag.end > model.row.tag.start ? text.slice(model.row.tag.start, model.row.tag.end) : '<tr>';
  const written = `${rowTag}${cells.join('')}</tr>`;
  // Set like the row beside it: on a line of its own, as far in.
  const gap = /(\r?\n[ \t]*)$/.exec(text.slice(Math.max(0, beside.row.range.start - 200), beside.row.range.start))?.[1] ?? '';
  const at = inFront ? beside.row.range.start : endOfRow(text, beside.row);
  edits.push({ range: { start: at, end: at }, text: inFront ? written + gap : gap + written });
  return edits;
}

/** Behind a row; blanks in front of the next one, where its end is left out, stay behind. */
function endOfRow(text: string, { range }: HtmlRow): number {
  let { end } = range;
  while (end > range.start && /\s/.test(text[end - 1]!)) end--;
  return end;
}

interface GroupCell {
  readonly row: HtmlRow;
  readonly cell: HtmlCell;
}

/** The cell of a label beside a row of a table: in the row itself, or in one above whose span reaches it. */
function groupCell({ rows }: HtmlTable, at: number, text: string, label: Label): GroupCell | undefined {
  for (let i = at; i >= 0 && i < rows.length; i--) {
    const row = rows[i]!;
    const cell = row.cells.find(({ content, rowSpan }) => rowSpan > at - i && labelIn(text, content) === labelKey(label.text));
    if (cell) return { row, cell };
  }
  return undefined;
}

const labelIn = (text: string, { start, end }: Range): string =>
  key(
    text
      .slice(start, end)
      .replace(/<[^<>]*>/g, '')
      .replace(/&[a-z#\d]{2,8};/gi, ' '),
  );

/** Whether a label is written beside each of its rows, not once for all. */
function isWrittenAgain({ rows }: HtmlTable, { row, cell }: GroupCell, text: string): boolean {
  const at = rows.indexOf(row);
  const words = labelIn(text, cell.content);
  return [rows[at - 1], rows[at + 1]].some((other) =>
    other?.cells.some(({ content, column }) => column === cell.column && labelIn(text, content) === words),
  );
}

/** Whether cells are merged at all; in a plain table those under a label are there and blank. */
const spansRows = ({ rows }: HtmlTable): boolean => rows.some(({ cells }) => cells.some(({ rowSpan }) => rowSpan > 1));

const respan = (text: string, { tag, colSpan }: HtmlCell, rowSpan: number): Edit => ({
  range: tag,
  text: withSpans(text.slice(tag.start, tag.end), rowSpan, colSpan),
});

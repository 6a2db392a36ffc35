import type { EditionId, TableId } from '../editions';
import {
  dictionary,
  groupBefore,
  guessRow,
  isNumbering,
  isPiece,
  type LabelEntry,
  lookUp,
  lookUpRow,
  lookUpRowBody,
  only,
  rowEntry,
  stripNumbering,
} from './labels';
import { delimiterWidth, isDelimiterRow, isLoneBar, type PipeStyle, pipeCells, pipeStyle } from './layouts/pipe';
import { tabCells } from './layouts/tab';
import { words } from './layouts/words';
import { isPageArtefact, type Line, type RawCell } from './lines';
import type { Layout, Range } from './report';
import {
  APPLICANTS,
  type Event,
  filledCells,
  GROUP,
  type HeadCell,
  type HeadLine,
  headTable,
  type KnownText,
  type ValuesEvent,
  WIDE,
} from './stream';
import { endOfKey, isDigit, isLongerThan, isSpace, key, skipBlankBack } from './text';
import { looksLikeValue } from './values';
import { width } from './width';

/** More cells than any line of an official table has, even with page furniture around it. */
const MAX_CELLS = 96;

export interface Stream {
  readonly events: readonly Event[];
  readonly heads: readonly HeadLine[];
  /** Lines of heads none of which is known. */
  readonly strangeHeads: readonly HeadLine[];
  readonly headPieces: readonly { readonly table: TableId; readonly key: string }[];
  readonly known: readonly KnownText[];
  /** Lines that hold something of a table, by index. */
  readonly used: Set<number>;
}

/** Reads lines, of whatever layout, into the stream. */
export class LineReader {
  private readonly events: Event[] = [];
  private readonly heads: HeadLine[] = [];
  private readonly strange: HeadLine[] = [];
  private readonly headPieces: { table: TableId; key: string }[] = [];
  private readonly known: KnownText[] = [];
  private readonly used = new Set<number>();
  /** The run of one-cell lines that is being gathered. */
  private run: ValuesEvent | undefined;
  /** How many values the last label asks for, at most. */
  private asked = 0;
  private context: TableId | undefined;
  private lastWasBar = false;
  /** Whether the last bar, alone in its line, opened a row. */
  private lastOpened = false;
  private regionEnd = 0;
  /** The edition of the last head of a column that had a line of its own, where only one has it. */
  private headed: EditionId | undefined;
  /** Whether the last label may ask for one value only. */
  private asksForOne = false;
  /** Whether a row of the section had too few values or too many: they may stand elsewhere. */
  private isScrambled = false;
  /** The values of the last line that blanks divide, as the events have them. */
  private lastWords: { readonly cells: RawCell[]; readonly line: number } | undefined;
  /** What the last lines of one cell make up of a label. */
  private cutLabel = '';
  /** The number that a column of line numbers, as of a spreadsheet, gave the last row; -2 where there is no such column. */
  private counted = -2;
  /** The column for remarks behind those of the table, and the width of the line that heads it: -1 where cells have no columns. */
  private remarks: { readonly column: number; readonly width: number } | undefined;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
  ) {}

  section(table: TableId | undefined): void {
    this.flush();
    this.context = table;
    this.asked = 0;
    this.isScrambled = false;
    this.remarks = undefined;
    this.events.push({ kind: 'section', table });
  }

  /** Reads the lines `first` (inclusive) to `last` (exclusive), between two headings. */
  region(first: number, last: number, prose: boolean): void {
    const { text, lines } = this;
    this.regionEnd = last;
    let style: PipeStyle | undefined;
    let gfmWidth = 0;
    for (let i = first; i < last; i++) {
      const line = lines[i]!;
      if (line.cells) {
        this.gridLine(line.cells, 'html', i);
        continue;
      }
      if (line.start === line.end) {
        if (line.tabs >= WIDE - 1 && line.tabs < MAX_CELLS) this.gridLine(tabCells(text, line), 'tab', i);
        continue;
      }
      if (isPageArtefact(text, line)) continue;
      if (line.tabs > 0 && line.tabs < MAX_CELLS && !isMarkedHeading(text, line)) {
        this.gridLine(tabCells(text, line), 'tab', i);
        continue;
      }
      if (line.pipes > 0 && line.pipes < MAX_CELLS) {
        style ??= pipeStyle(text, lines, first, last - 1);
        if (isLoneBar(text, line)) {
          // A bar divides two cells: behind another one, or behind the gap between two rows, it closes a blank cell.
          // Behind a whole row it stands for what the label spans.
          const blank = (this.lastWasBar || (i > first + 1 && isEmptyLine(lines[i - 1]!) && isEmptyLine(lines[i - 2]!))) && !this.isWhole();
          if (style.lone === 'opens' && this.opensRow(i)) {
            this.flush();
            this.lastOpened = true;
            continue;
          }
          if (style.lone === 'blank' || style.lone === 'opens' || (style.lone === 'divides' && blank)) this.blankCell(line, i);
          this.lastWasBar = true;
          continue;
        }
        this.lastWasBar = false;
        this.lastOpened = false;
        if (isDelimiterRow(text, line)) {
          gfmWidth = delimiterWidth(text, line);
          continue;
        }
        this.gridLine(pipeCells(text, line, style, gfmWidth), gfmWidth > 0 ? 'gfm' : 'pipe', i);
        continue;
      }
      gfmWidth = 0;
      // What follows a bar stands in the next line; behind a gap the cell was blank.
      const isGap = this.lastWasBar && isEmptyLine(lines[i - 1]!) && (!style?.spaced || isEmptyLine(lines[i - 2]!));
      if (isGap && style?.lone === 'divides' && (this.run || this.asked > 0)) this.blankCell(lines[i - 1]!, i - 1);
      this.lastWasBar = false;
      if (!prose) this.wordLine(line, i);
    }
    // A bar behind which nothing follows closes a blank cell.
    if (this.lastWasBar && (this.run || this.asked > 0) && style?.lone === 'divides') this.blankCell(lines[last - 1]!, last - 1);
    this.lastWasBar = false;
    this.flush();
  }

  /** Everything that was read, in the order of the text. */
  finish(): Stream {
    this.flush();
    const { events, heads, strange, headPieces, known, used } = this;
    return { events, heads, strangeHeads: strange, headPieces, known, used };
  }

  private gridLine(written: readonly RawCell[], layout: Layout, line: number): void {
    const cells = this.withoutRemarks(this.withoutCount(withoutNotes(this.text, written)));
    const filled = filledCells(cells);
    if (filled === 0) {
      // A blank line of a grid is the blank row of table disputes or of a small table, or nothing.
      if (cells.length >= WIDE || this.isUnderHeads(cells)) {
        this.flush();
        this.events.push({ kind: 'values', cells: [...cells], explicit: true, layout, line, inline: 0, single: false });
      } else if (cells.length === 1 || (layout === 'pipe' && this.endsRow(cells))) this.value(cells[0]!, true, line);
      return;
    }
    const isOneCell =
      cells.length === 1 ||
      (filled === 1 && (cells.length === 2 ? !this.isRowOfOne(cells, line) && !this.isUnderHeads(cells) : this.endsRow(cells)));
    if (isOneCell) {
      const only = cells.find((cell) => cell.start < cell.end)!;
      // A row of a small table under one head: what stands there is the value.
      if (
        layout === 'gfm' &&
        this.asksForOne &&
        this.asked > 0 &&
        !this.run &&
        this.isShort(only) &&
        lookUp(key(this.text, only.start, only.end)).length === 0
      ) {
        this.value(only, true, line);
      } else this.oneCell(only, true, line);
      return;
    }
    // Keys are needed up to the first value only, and most cells are values.
    const keys: string[] = new Array(cells.length).fill('');
    let firstValue = 0;
    for (; firstValue < cells.length; firstValue++) {
      const cell = cells[firstValue]!;
      if (cell.start === cell.end) continue;
      keys[firstValue] = key(this.text, cell.start, cell.end);
      if (this.looksLikeValue(cell) && !this.numbersNext(cells, keys, firstValue)) break;
    }
    const labelled = this.labelOf(cells, keys, firstValue);
    if (labelled) this.rowLine(cells, keys, labelled, layout, line);
    else if (firstValue >= cells.length) this.headLine(cells, keys, layout, line);
    else this.unlabelledLine(cells, keys, firstValue, filled, layout, line);
  }

  /** A label and the cells behind it. */
  private rowLine(
    cells: readonly RawCell[],
    keys: readonly string[],
    { index, entry, label, group }: Labelled,
    layout: Layout,
    line: number,
  ): void {
    this.flush();
    if (group) this.pushText(key(this.text, group.start, group.end), group, line);
    for (let i = 0; i < index; i++) if (keys[i] !== '' && cells[i]!.end <= label.start) this.pushText(keys[i]!, cells[i]!, line);
    const after = this.withoutGroupPieces(cells.slice(index + 1), keys[index + 1] ?? '', entry);
    if (after.length === 0) {
      this.pushText(entry.key, label, line);
      return;
    }
    this.events.push({
      kind: 'row',
      row: { entry, label, cells: after, explicit: true, width: widthOf(cells), layout, line, written: keys[index]! },
    });
    this.learn(entry, label, line);
    this.context = entry.table;
    this.asked = 0;
  }

  /** Texts only: column heads, labels over rows, block titles, or none of these. */
  private headLine(written: readonly RawCell[], keys: readonly string[], layout: Layout, line: number): void {
    this.flush();
    const remarks = keys.findLastIndex((k) => k !== '');
    const isRemarked = remarks > 0 && REMARKS.has(keys[remarks]!);
    if (isRemarked) this.remarks = { column: written[remarks]!.column, width: widthOf(written) };
    const cells = isRemarked ? written.slice(0, remarks) : written;
    const entries = cells.map((_, i) => lookUp(keys[i]!));
    const table = headTable(entries, this.context);
    if (this.context && entries.every((found) => found.length === 0)) {
      for (const k of keys) if (k !== '' && isPiece(k)) this.headPieces.push({ table: this.context, key: k });
    }
    const isHeads = entries.some((found) => found.some((entry) => entry.kind === 'column' || entry.kind === 'group'));
    // Beside 信息内容 stand heads, whatever they say.
    if (table && (isHeads || entries.some((found) => found.some(({ kind }) => kind === 'stub')))) {
      if (isHeads) this.context = table;
      const heads: HeadCell[] = [];
      for (let i = 0; i < cells.length; i++) {
        if (keys[i] !== '') heads.push({ cell: cells[i]!, key: keys[i]!, entry: entries[i]!.find((e) => e.table === table) });
      }
      (isHeads ? this.heads : this.strange).push({ table, cells: heads, width: widthOf(cells), line, layout, region: this.regionEnd });
    }
    for (let i = 0; i < cells.length; i++) if (keys[i] !== '') this.pushText(keys[i]!, cells[i]!, line, entries[i]);
  }

  /** Values whose label, if any, is not known or stands elsewhere. */
  private unlabelledLine(
    cells: readonly RawCell[],
    keys: readonly string[],
    firstValue: number,
    filled: number,
    layout: Layout,
    line: number,
  ): void {
    this.flush();
    // A line without a label of its own: what is no number in it stands where one belongs.
    const ofDisputes = this.context === 'disputes' && cells.length >= WIDE && filled <= WIDE;
    const texts = cells.slice(0, firstValue);
    if (ofDisputes || (this.isUnderHeads(cells) && texts.every((cell) => this.isShort(cell)))) {
      this.events.push({ kind: 'values', cells: [...cells], explicit: true, layout, line, inline: 0, single: false });
      return;
    }
    let inline = 0;
    for (let i = 0; i < firstValue; i++) {
      if (keys[i] === '') continue;
      this.pushText(keys[i]!, cells[i]!, line);
      inline++;
    }
    const from = inline === 0 ? 0 : lastFilled(keys, firstValue) + 1;
    this.events.push({ kind: 'values', cells: cells.slice(from), explicit: true, layout, line, inline, single: false });
  }

  /** A shifted row may have a piece of the label beside it between its own label and its values. */
  private withoutGroupPieces(after: readonly RawCell[], firstKey: string, entry: LabelEntry): readonly RawCell[] {
    if (firstKey === '' || !dictionary().isGroupPiece(firstKey)) return after;
    const expected = Math.max(...entry.meanings.map(({ block }) => block.columns.length));
    return filledCells(after) === expected + 1 ? after.slice(1) : after;
  }

  /** A row without the number that a column before the table counts it by: beside a label, or one more than that of the row before. */
  private withoutCount(cells: readonly RawCell[]): readonly RawCell[] {
    const { text } = this;
    const { start, end } = cells[0]!;
    const number = cells.length > 2 && start < end && end - start < 4 ? Number(text.slice(start, end)) : -1;
    const next = number >= 0 && cells.find((cell, i) => i > 0 && cell.start < cell.end);
    const label = next ? key(text, next.start, next.end) : '';
    // 1. and 属于国家秘密 may stand in two cells.
    const counts = next && (number === this.counted + 1 || (lookUp(label).length > 0 && !lookUpRow(number + label)));
    this.counted = counts ? number : -2;
    return counts ? cells.slice(1).map((cell) => ({ ...cell, column: cell.column - 1 })) : cells;
  }

  /** A row without what stands in a column for remarks; where nothing else tells, a text behind its values. */
  private withoutRemarks(cells: readonly RawCell[]): readonly RawCell[] {
    const { remarks } = this;
    if (!remarks) return cells;
    if (remarks.width === widthOf(cells)) return cells.filter(({ column }) => column < remarks.column);
    const last = cells.findLastIndex(({ start, end }) => start < end);
    const isRemark = last > 0 && !this.looksLikeValue(cells[last]!) && this.looksLikeValue(cells[last - 1]!);
    return isRemark ? cells.slice(0, last) : cells;
  }

  /** Where each cell has a line of its own: the last value of a row, or a blank one, and the bars that stand for what its label spans. */
  private endsRow([value, next, ...more]: readonly RawCell[]): boolean {
    if (!next || !(this.run || (this.asksForOne && this.asked > 0))) return false;
    // Behind the last value a page may fill up its rows to whatever width.
    if (more.length > 2 && this.run && this.run.cells.length + 1 < this.asked) return false;
    // Bars alone are no cell: they fill up the row that has ended.
    if (value!.start === value!.end) return next.roomStart < next.roomEnd;
    return (
      this.looksLikeValue(value!) ||
      ((this.run ? this.run.cells.length < this.asked : this.asksForOne) &&
        this.isShort(value!) &&
        lookUp(key(this.text, value!.start, value!.end)).length === 0)
    );
  }

  /** A label and one blank cell: a blank row of a block with a single column, unless its value has a line of its own. */
  private isRowOfOne([label]: readonly RawCell[], line: number): boolean {
    if (this.valueFollows(line)) return false;
    const entry = label!.start < label!.end ? lookUpRow(key(this.text, label!.start, label!.end)) : undefined;
    return entry?.meanings.some(({ block }) => block.columns.length === 1) ?? false;
  }

  /** Whether the line stands under heads of values only, as in a small table under the heading that names its row. */
  private isUnderHeads(cells: readonly RawCell[]): boolean {
    const head = this.heads.at(-1);
    return (
      head !== undefined &&
      head.region === this.regionEnd &&
      head.cells.length === cells.length &&
      head.cells.every(({ entry }) => entry?.kind === 'column')
    );
  }

  /** The last cell before the values that is the label of a row. */
  private labelOf(cells: readonly RawCell[], keys: readonly string[], firstValue: number): Labelled | undefined {
    for (let i = Math.min(firstValue, cells.length) - 1; i >= 0; i--) {
      const labelKey = keys[i]!;
      if (labelKey === '') continue;
      const exact = lookUpRow(labelKey);
      // （六）其他处理 is a row of one edition; with the beginning of a label behind it, it stands beside that.
      if (
        exact &&
        i < firstValue - 1 &&
        lookUp(labelKey).some(({ kind }) => kind === 'group') &&
        hasRowBeside(labelKey, keys, i + 1, firstValue)
      )
        continue;
      // 一、 and the label in two cells.
      const before = i > 0 && isNumbering(keys[i - 1]!) ? lookUpRow(keys[i - 1]! + labelKey) : undefined;
      if (before) return { index: i, entry: before, label: { start: cells[i - 1]!.start, end: cells[i]!.end } };
      // In table disputes the names of the rows are heads, and no figures beside them means just that.
      if (exact && (exact.table !== 'disputes' || firstValue < cells.length)) return { index: i, entry: exact, label: cells[i]! };
      const body = labelKey.length > 2 || firstValue < cells.length ? lookUpRowBody(labelKey) : undefined;
      if (body && !(body.table === 'disputes') && (labelKey.length > 2 || firstValue < cells.length))
        return { index: i, entry: body, label: cells[i]! };
      const group = groupBefore(labelKey);
      if (group) {
        const { start, end } = cells[i]!;
        const from = endOfKey(this.text, start, end, group.length);
        return { index: i, entry: group.entry, label: { start: skipMarks(this.text, from, end), end }, group: { start, end: from } };
      }
    }
    if (firstValue >= cells.length) {
      // No figure at all: a misspelt label of a blank row, unless the line is heads.
      const filled = keys.flatMap((k, i) => (k === '' ? [] : [i]));
      const last = filled.at(-1);
      if (last === undefined || filled.length > 2 || cells.length - last < 5) return undefined;
      const guess = lookUp(keys[last]!).length === 0 ? guessRow(keys[last]!) : undefined;
      return guess ? { index: last, entry: guess, label: cells[last]! } : undefined;
    }
    const last = lastFilled(keys, firstValue);
    if (last < 0) return undefined;
    const known = lookUp(keys[last]!);
    if (known.some((entry) => entry.kind !== 'row')) {
      return undefined;
    }
    const guess = guessRow(keys[last]!);
    return guess ? { index: last, entry: guess, label: cells[last]! } : undefined;
  }

  /** Whether cell `i` is the number of a label in the next cell, no value: `1.` `属于国家秘密`. */
  private numbersNext(cells: readonly RawCell[], keys: readonly string[], i: number): boolean {
    const next = cells[i + 1];
    if (!next || next.start === next.end || !isNumbering(keys[i]!)) return false;
    const label = key(this.text, next.start, next.end);
    return label.length > 1 && lookUpRow(keys[i]! + label) !== undefined;
  }

  /** A line that is divided by blanks only, or not at all. */
  private wordLine(line: Line, index: number): void {
    const { text } = this;
    // A mark for nothing behind the label is a value, though no part of the key; and no label ends in a figure.
    if (!isDigit(text.charCodeAt(line.end - 1)) && !isLongerThan(text, line.start, line.end, 64) && !endsInMark(text, line)) {
      const whole = key(text, line.start, line.end);
      // A label cut in two: its beginning may hold blanks, or end in a word that could be a mark for nothing (4. 无).
      const { beginnings } = dictionary();
      const begins = whole.length > 1 && beginnings.has(whole);
      const goesOn = this.cutLabel !== '' && whole !== '' && beginnings.has(this.cutLabel + whole);
      if (begins || goesOn || lookUp(whole).length > 0) {
        this.oneText(whole, line, index, lookUp(whole));
        return;
      }
    }
    const cells = withoutNotes(text, words(text, line));
    if (cells.length === 0) {
      this.flush();
      return;
    }
    this.wordCells(cells, index);
  }

  /** What a line holds that is divided by blanks. */
  private wordCells(written: readonly RawCell[], index: number): void {
    const cells = this.withoutRemarks(written);
    if (this.areCutOff(cells, index)) return;
    if (cells.length === 1) {
      const [only] = cells;
      const page = this.pageNumber(only!, index);
      if (page !== 'surely') this.oneCell(page ? { ...only!, page: true } : only!, false, index);
      return;
    }
    const { text } = this;
    const keys = cells.map((cell) => key(text, cell.start, cell.end));
    const values = cells.map((cell) => this.looksLikeValue(cell));
    if (this.goesOn(values)) {
      for (const cell of cells) this.value(cell, false, index);
      return;
    }
    const found = this.labelAmong(cells, keys, values);
    const apart = found ? undefined : groupsApart(text, cells, keys);
    if (apart) {
      this.wordCells(apart, index);
      return;
    }
    this.flush();
    this.asked = 0;
    if (found) {
      this.pushTexts(cells, keys, values, 0, found.first, index);
      const label = { start: cells[found.first]!.start, end: cells[found.last]!.end };
      if (lookUp(found.entry.key).some((entry) => entry.kind === 'group')) {
        // （六）其他处理 is a row of its own or stands beside the rows: what is around it tells.
        this.pushText(found.entry.key, label, index);
        this.wordValues(cells.slice(found.last + 1), index, 1);
        return;
      }
      const own = cells.slice(found.last + 1);
      this.lastWords = { cells: own, line: index };
      this.events.push({
        kind: 'row',
        row: { entry: found.entry, label, cells: own, explicit: false, width: -1, layout: 'words', line: index },
      });
      this.learn(found.entry, label, index);
      this.context = found.entry.table;
      return;
    }
    if (this.isLineOfValues(cells, keys, values)) {
      this.wordValues([...cells], index, 0);
      return;
    }
    const behind = this.behindLabels(keys, values);
    const tail = this.valueTail(cells, values, behind);
    const inline = this.pushTexts(cells, keys, values, 0, tail < 0 ? cells.length : tail, index);
    if (tail >= 0) this.wordValues(cells.slice(tail), index, inline);
  }

  private wordValues(cells: RawCell[], line: number, inline: number): void {
    this.lastWords = { cells, line };
    this.events.push({ kind: 'values', cells, explicit: false, layout: 'words', line, inline, single: false });
  }

  /**
   * Digits that columns too narrow have cut off the numbers in the line above, each below its own; the label may go on before them. Added
   * to these they make a row of too many values: none of them is what it seems.
   */
  private areCutOff(cells: readonly RawCell[], index: number): boolean {
    const above = this.lastWords;
    if (above?.line !== index - 1) return false;
    const { text } = this;
    const isDigits = ({ start, end }: RawCell): boolean => end - start <= 2 && /^[\d０-９]{1,2}$/.test(text.slice(start, end));
    const first = cells.findIndex(isDigits);
    const digits = first < 0 ? [] : cells.slice(first);
    if (digits.length === 0 || !digits.every(isDigits)) return false;
    // As many as in a row may be one, unless all numbers above are as long as their columns are wide.
    if (
      digits.length > 1 &&
      digits.length >= above.cells.length &&
      (first > 0 || new Set(above.cells.map(({ start, end }) => end - start)).size > 1)
    )
      return false;
    const label = cells.slice(0, first).map(({ start, end }) => key(text, start, end));
    if (label.some((piece) => piece !== '' && (!isPiece(piece) || dictionary().mayBegin(piece)))) return false;
    const places = columnsOf(text, this.lines[index]!.from, digits);
    const numbers = columnsOf(text, this.lines[above.line]!.from, above.cells);
    const isBelow = (place: Range): boolean =>
      numbers.some(({ start, end }) => end - start > 2 && place.start < end && place.end > start && place.end - place.start < end - start);
    if (!places.every(isBelow)) return false;
    this.flush();
    for (const [i, piece] of label.entries()) this.pushText(piece, cells[i]!, index);
    above.cells.push(...digits);
    this.used.add(index);
    return true;
  }

  /** Among cells that have a line each, two or three may share one: they go on with a row that has room for them. */
  private goesOn(values: readonly boolean[]): boolean {
    const got = this.run?.cells.length ?? 0;
    return !this.isScrambled && (got > 0 || values.length < GROUP) && got + values.length <= this.asked && values.every(Boolean);
  }

  /**
   * Whether a number by itself is that of a page. It may be before a page break, surely so where it is set off from values that are not; or
   * where it is, and nothing else follows in the section.
   */
  private pageNumber({ start, end }: RawCell, index: number): 'surely' | 'maybe' | undefined {
    const { text, lines } = this;
    if (!/^[1-9]\d{0,2}$/.test(text.slice(start, Math.min(end, start + 4)))) return undefined;
    let next = index + 1;
    while (next < lines.length && isEmptyLine(lines[next]!)) next++;
    const isBreak = text.slice(end, lines[next]?.start ?? end).includes('\f');
    const isBlank = (i: number): boolean => i >= 0 && isEmptyLine(lines[i]!);
    const isSetOff = this.run !== undefined && isBlank(index - 1) && (isBlank(index - 2) ? isBreak : !isBlank(index - 3));
    if (isBreak) return isSetOff && next < this.regionEnd ? 'surely' : 'maybe';
    return isSetOff && next === this.regionEnd && next > index + 1 ? 'maybe' : undefined;
  }

  /** As many words as a line of the table at hand has values, nearly all of them values: what is no number stands for one. */
  private isLineOfValues(cells: readonly RawCell[], keys: readonly string[], values: readonly boolean[]): boolean {
    const expected = this.context === 'disputes' ? WIDE : this.context === 'requests' ? APPLICANTS : 0;
    if (cells.length !== expected || !this.mostlyValues(cells, values, 0)) return false;
    // Beside the rows of table requests a letter of the label that stands upright may come first.
    return this.context === 'disputes' || values[0] === true || keys[0] === '' || !isPiece(keys[0]!);
  }

  /** Index behind the last known label among words; a label written with blanks may hold a word that looks like a value (无). */
  private behindLabels(keys: readonly string[], values: readonly boolean[]): number {
    let behind = 0;
    for (let i = 0; i < keys.length; i++) {
      const last = knownFrom(keys, values, i);
      if (last > i) {
        behind = last + 1;
        i = last;
      }
    }
    return behind;
  }

  /** Pushes the texts among the words `from` to `to` (exclusive), known labels whole. How many there were. */
  private pushTexts(
    cells: readonly RawCell[],
    keys: readonly string[],
    values: readonly boolean[],
    from: number,
    to: number,
    line: number,
  ): number {
    let count = 0;
    for (let i = from; i < to; i++) {
      const last = Math.min(knownFrom(keys, values, i), to - 1);
      if (last > i) {
        this.pushText(keys.slice(i, last + 1).join(''), { start: cells[i]!.start, end: cells[last]!.end }, line);
        i = last;
      } else if (keys[i] === '') continue;
      else this.pushText(keys[i]!, cells[i]!, line);
      count++;
    }
    return count;
  }

  /** The label of a row among words, with nothing but values behind it. */
  private labelAmong(
    cells: readonly RawCell[],
    keys: readonly string[],
    values: readonly boolean[],
  ): { first: number; last: number; entry: LabelEntry } | undefined {
    const labels = dictionary();
    let best: { first: number; last: number; entry: LabelEntry } | undefined;
    let bestLength = 0;
    let bestLast = -1;
    let isExact = false;
    for (let first = 0; first < cells.length - 1; first++) {
      if (keys[first] === '') continue;
      // Numbering may look like a value, but no label goes on with a figure.
      if (values[first] && (isDigit(this.text.charCodeAt(cells[first + 1]!.start)) || !isNumbering(keys[first]!))) continue;
      let joined = '';
      for (let last = first; last < cells.length - 1; last++) {
        joined += keys[last]!;
        if (!labels.mayBegin(joined)) break;
        // 三 （一）予以公开: a label as it is, behind a letter of the one that stands upright, and no other with 三一 as its number.
        const exact = lookUpRow(joined);
        if (joined.length <= bestLength && !(exact && !isExact && last === bestLast)) continue;
        const entry = exact ?? (joined.length > 3 ? lookUpRowBody(joined) : undefined);
        if (!entry) continue;
        // A bracket or full stop that a blank cut off the label is still its own.
        let end = last;
        while (end + 1 < cells.length && keys[end + 1] === '' && !values[end + 1]) end++;
        const lone =
          end + 2 === cells.length && entry.meanings.some(({ block }) => block.columns.length === 1) && this.isShort(cells[end + 1]!);
        if (!lone && !this.mostlyValues(cells, values, end + 1)) continue;
        best = { first, last: end, entry };
        bestLength = joined.length;
        bestLast = last;
        isExact = exact !== undefined;
      }
    }
    return best;
  }

  /** Whether the words from `from` on are values, with a text that stands for one here and there; a sentence never is. */
  private mostlyValues(cells: readonly RawCell[], values: readonly boolean[], from: number): boolean {
    let count = 0;
    for (let i = from; i < values.length; i++) {
      if (values[i]) count++;
      else if (cells[i]!.end - cells[i]!.start > 6 || /[。，；：、]/.test(this.text.slice(cells[i]!.start, cells[i]!.end))) return false;
    }
    const rest = values.length - from;
    return count > 0 && count * 2 >= rest;
  }

  /** Where the run of values at the end of a line begins; -1 where there is none. */
  private valueTail(cells: readonly RawCell[], values: readonly boolean[], from: number): number {
    const count = values.reduce((sum, value) => sum + (value ? 1 : 0), 0);
    // A line that ends in a text is values only if nearly all of it is.
    if (!values.at(-1) && count < GROUP) return -1;
    for (let first = from; first < values.length; first++)
      if (values[first] && this.mostlyValues(cells, values, first))
        return first > from && this.isMistyped(cells, first - 1) ? first - 1 : first;
    return -1;
  }

  /** Whether a word is the first value of a row of table requests that nobody can read, as 1O: a figure is in it, and the row lacks one. */
  private isMistyped(cells: readonly RawCell[], index: number): boolean {
    const cell = cells[index]!;
    return (
      this.context === 'requests' &&
      cells.length - index === APPLICANTS &&
      this.isShort(cell) &&
      /^\d+[^\d.．、]/.test(this.text.slice(cell.start, cell.end)) &&
      !isPiece(key(this.text, cell.start, cell.end))
    );
  }

  /** A cell that has a line for itself. */
  private oneCell(cell: RawCell, explicit: boolean, line: number): void {
    const cellKey = key(this.text, cell.start, cell.end);
    if (this.looksLikeValue(cell) && !(this.run === undefined && this.asked === 0 && this.context === undefined)) {
      this.value(cell, explicit, line);
      return;
    }
    this.oneText(cellKey, cell, line, lookUp(cellKey), explicit, cell);
  }

  private oneText(labelKey: string, range: Range, line: number, entries: readonly LabelEntry[], explicit = false, cell?: RawCell): void {
    const got = this.run?.cells.length ?? 0;
    // Before any value a character may be the end of a head that is cut: 总, 计.
    const strange =
      (labelKey.length <= 1 && (got > 0 || isNumbering(labelKey) || !isPiece(labelKey))) || (entries.length === 0 && !isPiece(labelKey));
    const isRemark = this.remarks !== undefined && !this.valueFollows(line);
    if (cell && strange && !isRemark && got < this.asked && this.isShort(cell) && (got > 0 || this.valueFollows(line) || this.asksForOne)) {
      // A text where a figure belongs: 若干, O, 约5.
      this.value(cell, explicit, line);
      return;
    }
    this.flush();
    this.pushText(labelKey, range, line, entries);
    const { beginnings } = dictionary();
    this.cutLabel = beginnings.has(this.cutLabel + labelKey) ? this.cutLabel + labelKey : beginnings.has(labelKey) ? labelKey : '';
    const row = rowEntry(entries) ?? lookUpRow(this.cutLabel);
    const head = entries.find(({ kind }) => kind === 'column');
    if (head) this.headed = only(head);
    if (row && row.table !== 'disputes') {
      // As many as the heads above have, where these are of one edition.
      const headed = row.meanings.filter(({ edition }) => edition === this.headed);
      const counts = (headed.length > 0 ? headed : row.meanings).map(({ block }) => block.columns.length);
      this.asked = Math.max(...counts);
      this.asksForOne = counts.includes(1);
    } else if (entries.some((entry) => entry.table === 'disputes')) {
      this.asked = WIDE;
    } else if (entries.some((entry) => entry.kind === 'block')) {
      this.asked = 0;
    }
    if (labelKey.length > 2) this.context = headTable([entries], this.context) ?? this.context;
  }

  /** Short enough, and without the punctuation of a sentence, to stand where a figure belongs. */
  private isShort({ start, end }: RawCell): boolean {
    return !isLongerThan(this.text, start, end, 6) && !/[。，；：、（(《]/.test(this.text.slice(start, end));
  }

  /** Whether the next line that is not blank is a value by itself. */
  private valueFollows(line: number): boolean {
    for (let i = line + 1; i < Math.min(line + 4, this.lines.length); i++) {
      const { start, end } = this.lines[i]!;
      if (start < end && !isLoneBar(this.text, this.lines[i]!))
        return looksLikeValue(this.text, start, skipBlankBack(this.text, start, this.text[end - 1] === '|' ? end - 1 : end));
    }
    return false;
  }

  private value(cell: RawCell, explicit: boolean, line: number): void {
    if (this.run) {
      // Bounded: a column of figures is no row, however long.
      if (this.run.cells.length < MAX_CELLS) this.run.cells.push(cell);
      this.run.explicit ||= explicit;
    } else {
      this.run = { kind: 'values', cells: [cell], explicit, layout: 'lines', line, inline: 0, single: true };
    }
    this.used.add(line);
  }

  /** Whether a lone bar is that before the first cell of a row, which stands in the next line: a label, or what follows heads. */
  private opensRow(index: number): boolean {
    const { text, lines } = this;
    if (!this.run && (this.asked === 0 || this.asked === WIDE)) return !this.lastOpened;
    let next = index + 1;
    while (next < this.regionEnd && isEmptyLine(lines[next]!)) next++;
    if (next >= this.regionEnd || isLoneBar(text, lines[next]!)) return false;
    const [first] = pipeCells(text, lines[next]!, { leading: false, trailing: true }, 0);
    const label = first ? key(text, first.start, first.end) : '';
    // 1 is a piece of a label as well, but here a figure.
    return lookUp(label).length > 0 || (!isNumbering(label) && isPiece(label));
  }

  /** Whether the run that is being gathered has all the values that its label asks for. */
  private isWhole(): boolean {
    return this.run !== undefined && this.run.cells.length === this.asked;
  }

  private blankCell(line: Line, index: number): void {
    this.value({ start: line.start, end: line.start, roomStart: line.start, roomEnd: line.start, column: 0, span: 1 }, true, index);
  }

  private flush(): void {
    if (!this.run) return;
    const { run } = this;
    this.run = undefined;
    // A page number behind anything but a row: no label asks for it.
    if (run.cells.length === 1 && run.cells[0]!.page && this.asked === 0) return;
    if (this.asked === APPLICANTS && run.cells.length !== APPLICANTS)
      this.isScrambled ||= run.cells.filter(({ page }) => !page).length !== APPLICANTS;
    this.asked = 0;
    this.events.push(run);
  }

  private pushText(labelKey: string, { start, end }: Range, line: number, entries = lookUp(labelKey)): void {
    if (labelKey === '') return;
    if (labelKey.length === 2 && REMARKS.has(labelKey)) this.remarks ??= { column: 0, width: -1 };
    if (entries.length === 0 && this.context === 'disputes') {
      const name = captionOf(labelKey);
      if (name !== labelKey) {
        this.pushText(name, { start, end }, line);
        return;
      }
    }
    const piece = entries.length > 0 || isPiece(labelKey);
    const range = { start, end };
    this.events.push({ kind: 'text', key: labelKey, range, line, entries, piece, taken: false });
    if (entries.length > 0) this.known.push({ entries, range, line });
    if (piece && (entries.length > 0 || labelKey.length > 1)) this.used.add(line);
  }

  private learn(entry: LabelEntry, range: Range, line: number): void {
    this.known.push({ entries: [entry], range, line });
    this.used.add(line);
  }

  private looksLikeValue({ start, end }: RawCell): boolean {
    return looksLikeValue(this.text, start, end);
  }
}

/** Heads of a column that is none of the table's. */
const REMARKS: ReadonlySet<string> = new Set(['备注', '说明']);

interface Labelled {
  /** Index of the cell that holds the label, or the end of it. */
  readonly index: number;
  readonly entry: LabelEntry;
  readonly label: Range;
  /** The label over or beside the row, where it stands in the same cell. */
  readonly group?: Range;
}

/** Behind the closing bracket or stop that ends a label; the bracket that opens the next one is its own. */
function skipMarks(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && (isSpace(text.charCodeAt(i)) || /[)）、.．:：]/.test(text[i]!))) i++;
  return i;
}

/** The last word of the longest known label that begins with word `from`; `from - 1` where none does. */
function knownFrom(keys: readonly string[], values: readonly boolean[], from: number): number {
  const labels = dictionary();
  let joined = '';
  let found = from - 1;
  for (let i = from; i < keys.length; i++) {
    if (i === from && (values[i] || keys[i] === '')) return found;
    joined += keys[i]!;
    if (!labels.mayBegin(joined)) break;
    if (lookUp(joined).length > 0) found = i;
  }
  return found;
}

/**
 * Cells, without a note in brackets behind the label of a row, 规章（由市政府填写）, or a unit behind the head of a column: what it says
 * makes no other of it.
 */
function withoutNotes(text: string, cells: readonly RawCell[]): readonly RawCell[] {
  if (!cells.some(({ start, end }) => end > start && isClosing(text.charCodeAt(endOfText(text, start, end) - 1)))) return cells;
  return cells.map((cell) => {
    const { start } = cell;
    const end = endOfText(text, start, cell.end);
    if (end === start || !isClosing(text.charCodeAt(end - 1)) || isLongerThan(text, start, end, MAX_NOTED)) return cell;
    let open = start;
    while (open < end && !isOpening(text.charCodeAt(open))) open++;
    // （六）其他处理（…）: the first bracket numbers the label.
    if (open === start) while (++open < end && !isOpening(text.charCodeAt(open)));
    if (open >= end || lookUp(key(text, start, end)).length > 0) return cell;
    const label = skipBlankBack(text, start, open);
    const named = lookUp(key(text, start, label));
    // （二）部分公开 has a bracket of its own, which may be misspelt.
    const isRow = named.some(
      ({ kind, table, meanings }) => kind === 'row' && table !== 'disputes' && meanings.some(({ agreement }) => agreement === 'official'),
    );
    const isUnit = /^[（(](?:单位[：:])?[件宗起][）)]$/.test(text.slice(open, end));
    return isRow || (isUnit && named.length > 0) ? { ...cell, end: label } : cell;
  });
}

/** Words, with the labels over or beside a row in a word of their own: （三）不予公开1.属于国家秘密. `undefined` where there are none. */
function groupsApart(text: string, cells: readonly RawCell[], keys: readonly string[]): RawCell[] | undefined {
  for (const [i, cell] of cells.entries()) {
    const group = groupBefore(keys[i]!);
    if (!group) continue;
    const from = endOfKey(text, cell.start, cell.end, group.length);
    const label = { ...cell, start: skipMarks(text, from, cell.end) };
    return [...cells.slice(0, i), { ...cell, end: from }, label, ...cells.slice(i + 1)];
  }
  return undefined;
}

/** Behind the last unit of a cell, the marks of emphasis that close it left out. */
function endOfText(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && end - last < MAX_MARKS && isEmphasis(text.charCodeAt(last - 1))) last--;
  return last;
}

const MAX_MARKS = 4;
const isEmphasis = (code: number): boolean => code === 0x2a || code === 0x5f;
/** Longer texts are sentences. */
const MAX_NOTED = 120;
const isOpening = (code: number): boolean => code === 0xff08 || code === 0x28;
const isClosing = (code: number): boolean => code === 0xff09 || code === 0x29;

/** The name of a row of table disputes in a title over a table of its own: （二）行政诉讼——未经复议直接起诉. */
function captionOf(labelKey: string): string {
  const name = stripNumbering(labelKey);
  const row = groupBefore(name)?.entry ?? lookUpRow(name);
  return row?.table === 'disputes' ? row.key : labelKey;
}

/** The columns on the page that cells of a line stand in. */
function columnsOf(text: string, from: number, cells: readonly RawCell[]): Range[] {
  let at = from;
  let column = 0;
  return cells.map(({ start, end }) => {
    const first = column + width(text.slice(at, start));
    column = first + width(text.slice(start, end));
    at = end;
    return { start: first, end: column };
  });
}

const widthOf = (cells: readonly RawCell[]): number => cells.at(-1)!.column + cells.at(-1)!.span;

/** Whether a line is a heading of Markdown with nothing but tabs behind it. */
const isMarkedHeading = (text: string, { start, end }: Line): boolean => text[start] === '#' && !text.slice(start, end).includes('\t');

/** Whether the last word of a line is a mark for nothing. */
function endsInMark(text: string, { start, end }: Line): boolean {
  let i = end;
  while (i > start && MARKS.includes(text[i - 1]!)) i--;
  return i < end && i > start && isSpace(text.charCodeAt(i - 1));
}
const MARKS = '-—–―/\\~～';

const isEmptyLine = ({ start, end }: Line): boolean => start === end;

/** Whether the beginning of a row's label, which goes on in the next lines, or a misspelt label stands beside a label over rows. */
const hasRowBeside = (group: string, keys: readonly string[], from: number, before: number): boolean =>
  keys
    .slice(from, before)
    .some(
      (text) =>
        text !== '' && (dictionary().beginnings.has(text) || (guessRow(text)?.meanings.some(({ path }) => path.includes(group)) ?? false)),
    );

function lastFilled(keys: readonly string[], before: number): number {
  for (let i = before - 1; i >= 0; i--) if (keys[i] !== '') return i;
  return -1;
}

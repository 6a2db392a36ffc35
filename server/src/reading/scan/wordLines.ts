import { dictionary, isPiece, lookUp } from '../labels';
import { words } from '../layouts/words';
import { isEmptyLine, type Line, type RawCell } from '../lines';
import type { Range } from '../report';
import { APPLICANTS, GROUP, WIDE } from '../stream';
import { isDigit, isLongerThan, isSpace, key } from '../text';
import { width } from '../width';
import { withoutNotes, withoutRemarks } from './asides';
import type { CellLines } from './cellLines';
import { isMistyped, isValue, mostlyValues } from './figures';
import { behindLabels, groupsApart, knownFrom, labelAmongWords } from './rowLabels';
import type { StreamWriter } from './writer';

/** Longer lines are no label. */
const MAX_LABEL = 64;

/** Lines that are divided by blanks only, or not at all: which words make up a label is to be found out. */
export class WordLines {
  /** The values of the last line that blanks divide, as the events have them. */
  private lastValues: { readonly cells: RawCell[]; readonly line: number } | undefined;

  /** How many values stand right below others, in the stretch that ends there. */
  private tight = 0;
  private tightIn = -1;
  /** Digits that are beginnings of numbers in the next line. */
  private cutOff: { readonly cells: readonly RawCell[]; readonly line: number } | undefined;
  /** The end of the stretch in which such digits stand above their rows: the first have no row above them. */
  private above = -1;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly out: StreamWriter,
    private readonly cellLines: CellLines,
  ) {}

  line(line: Line, index: number): void {
    const { text } = this;
    // A mark for nothing behind the label is a value, though no part of the key; and no label ends in a figure.
    if (!isDigit(text.charCodeAt(line.end - 1)) && !isLongerThan(text, line.start, line.end, MAX_LABEL) && !endsInMark(text, line)) {
      const whole = key(text, line.start, line.end);
      const entries = lookUp(whole);
      // What is cut off a label may hold blanks, or end in a word that could be a mark for nothing (4. 无).
      if (entries.length > 0 || this.cellLines.isCut(whole)) {
        this.cellLines.label(whole, line, index, entries);
        return;
      }
    }
    const cells = withoutNotes(text, words(text, line));
    if (cells.length === 0) this.out.flush();
    else this.wordCells(cells, index);
  }

  /** What a line holds that is divided by blanks. */
  private wordCells(written: readonly RawCell[], index: number): void {
    const { text, out } = this;
    const cells = withoutRemarks(text, written, out.remarks);
    if (this.areCutOff(cells, index) || this.areBesideRow(cells, index)) return;
    if (cells.length === 1) {
      const cell = cells[0]!;
      const page = this.pageNumber(cell, index);
      if (page !== 'surely') this.countValue(index);
      if (page !== 'surely') this.cellLines.cell(page ? { ...cell, page: true } : cell, false, index);
      return;
    }
    const keys = cells.map((cell) => key(text, cell.start, cell.end));
    const values = cells.map((cell) => isValue(text, cell));
    if (this.goesOn(values)) {
      for (const cell of cells) out.value(cell, false, index);
      return;
    }
    const found = labelAmongWords(text, cells, keys, values);
    const apart = found ? undefined : groupsApart(text, cells, keys);
    if (apart) {
      this.wordCells(apart, index);
      return;
    }
    out.flush();
    out.asked = 0;
    if (found) {
      const { first, last, entry } = found;
      this.pushTexts(cells, keys, values, first, index);
      const label = { start: cells[first]!.start, end: cells[last]!.end };
      const own = this.withCutOff(cells.slice(last + 1), index);
      if (lookUp(entry.key).some(({ kind }) => kind === 'group')) {
        // （六）其他处理 is a row of its own or stands beside the rows: what is around it tells.
        out.text(entry.key, label, index);
        this.pushValues(own, index, 1);
        return;
      }
      this.lastValues = { cells: own, line: index };
      out.row({ entry, label, cells: own, explicit: false, width: -1, layout: 'words', line: index });
      return;
    }
    if (this.isLineOfValues(cells, keys, values)) {
      this.pushValues([...cells], index, 0);
      return;
    }
    const tail = this.valueTail(cells, values, behindLabels(keys, values));
    const inline = this.pushTexts(cells, keys, values, tail < 0 ? cells.length : tail, index);
    if (tail >= 0) this.pushValues(cells.slice(tail), index, inline);
  }

  /** The texts among the words before `to`, known labels whole. How many there are. */
  private pushTexts(cells: readonly RawCell[], keys: readonly string[], values: readonly boolean[], to: number, line: number): number {
    const { out } = this;
    let count = 0;
    for (let i = 0; i < to; i++) {
      const last = Math.min(knownFrom(keys, values, i), to - 1);
      if (last > i) {
        out.text(keys.slice(i, last + 1).join(''), { start: cells[i]!.start, end: cells[last]!.end }, line);
        i = last;
      } else if (keys[i] === '') continue;
      else out.text(keys[i]!, cells[i]!, line);
      count++;
    }
    return count;
  }

  private pushValues(written: RawCell[], line: number, inline: number): void {
    const cells = this.withCutOff(written, line);
    this.lastValues = { cells, line };
    this.out.values(cells, false, 'words', line, inline);
  }

  /** The values of a line, with what of them stands in the line above. */
  private withCutOff(cells: RawCell[], line: number): RawCell[] {
    const { cutOff } = this;
    this.cutOff = undefined;
    return cutOff?.line === line - 1 ? [...cutOff.cells, ...cells] : cells;
  }

  /**
   * Digits alone in the line below a whole row, or above it: what narrow columns have cut off some of its numbers, or the beginnings of these.
   * Columns are not kept well there; a single one is to stand at a number nevertheless, for it may be that of a page.
   */
  private areBesideRow(cells: readonly RawCell[], index: number): boolean {
    const { text, lines, out } = this;
    const areDigits = cells.length < WIDE && cells.every(({ start, end }) => end - start <= 3 && /^\d+$/.test(text.slice(start, end)));
    // One at the margin is that of a page.
    if (!areDigits || (cells.length === 1 && cells[0]!.start === lines[index]!.from)) return false;
    const next = index + 1 < out.regionEnd && !isEmptyLine(lines[index + 1]!) ? words(text, lines[index + 1]!) : [];
    const firstBelow = next.findLastIndex((cell) => !isValue(text, cell)) + 1;
    const below = next.slice(firstBelow);
    const above = this.lastValues?.line === index - 1 ? this.lastValues : undefined;
    const areAbove = this.above === out.regionEnd;
    const isWhole = ({ length }: readonly RawCell[]): boolean =>
      length === (out.context === 'disputes' ? WIDE : APPLICANTS) && length > cells.length;
    const isAt = (row: readonly RawCell[], line: number, isRest: boolean): boolean =>
      cells.length > 1 ||
      (areAbove ? [columnsOf, placesOf] : [columnsOf]).some((places) => {
        const [digits] = places(text, lines[index]!.from, cells);
        return places(text, lines[line]!.from, row).some(
          ({ start, end }) =>
            digits!.start < end &&
            digits!.end > start &&
            (isRest
              ? end - start > 1 && digits!.end - digits!.start <= end - start
              : digits!.end - digits!.start >= Math.max(2, end - start)),
        );
      });
    /** How many numbers may be beginnings: none is nought. */
    const begun = (row: readonly RawCell[]): number => row.filter(({ start, end }) => /^[1-9]\d*$/.test(text.slice(start, end))).length;
    if (above && isWhole(above.cells) && !areAbove && begun(above.cells) >= cells.length && isAt(above.cells, index - 1, true)) {
      out.flush();
      above.cells.push(...cells);
    } else if (isWhole(below) && (!above || areAbove) && begun(cells) === cells.length && isAt(below, index + 1, false)) {
      this.above = out.regionEnd;
      out.flush();
      this.cutOff = { cells, line: index };
    } else return false;
    out.used.add(index);
    return true;
  }

  /**
   * Digits that columns too narrow have cut off the numbers in the line above, each below its own; the label may go on before them. Added
   * to these they make a row of too many values: none of them is what it seems.
   */
  private areCutOff(cells: readonly RawCell[], index: number): boolean {
    const above = this.lastValues;
    if (above?.line !== index - 1) return false;
    const { text, lines, out } = this;
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
    const places = columnsOf(text, lines[index]!.from, digits);
    const numbers = columnsOf(text, lines[above.line]!.from, above.cells);
    const isBelow = (place: Range): boolean =>
      numbers.some(({ start, end }) => end - start > 2 && place.start < end && place.end > start && place.end - place.start < end - start);
    if (!places.every(isBelow)) return false;
    out.flush();
    for (const [i, piece] of label.entries()) out.text(piece, cells[i]!, index);
    above.cells.push(...digits);
    out.used.add(index);
    return true;
  }

  /** Among cells that have a line each, two or three may share one: they go on with a row that has room for them. */
  private goesOn(values: readonly boolean[]): boolean {
    const { got, asked, isScrambled } = this.out;
    return !isScrambled && (got > 0 || values.length < GROUP) && got + values.length <= asked && values.every(Boolean);
  }

  /** Counts the values of one cell a line that follow others, as long as no blank line sets any of them off. */
  private countValue(index: number): void {
    const { out } = this;
    if (this.tightIn !== out.regionEnd) this.tight = 0;
    this.tightIn = out.regionEnd;
    if (out.got > 0) this.tight = isEmptyLine(this.lines[index - 1]!) ? Number.NEGATIVE_INFINITY : this.tight + 1;
  }

  /**
   * Whether a number by itself is that of a page. It may be before a page break, surely so where it is set off from values that are not; or
   * where it is, and nothing else follows in the section. Without a break it is where no value before it is set off, and a text follows.
   */
  private pageNumber(cell: RawCell, index: number): 'surely' | 'maybe' | undefined {
    const { text, lines, out } = this;
    const { start, end } = cell;
    if (!/^[1-9]\d{0,2}$/.test(text.slice(start, Math.min(end, start + 4)))) return undefined;
    let next = index + 1;
    while (next < lines.length && isEmptyLine(lines[next]!)) next++;
    const isBreak = text.slice(end, lines[next]?.start ?? end).includes('\f');
    const isBlank = (i: number): boolean => i >= 0 && isEmptyLine(lines[i]!);
    const isSetOff = out.got > 0 && isBlank(index - 1) && (isBlank(index - 2) ? isBreak : !isBlank(index - 3));
    if (isSetOff && this.tightIn === out.regionEnd && this.tight > WIDE && out.got + 1 >= out.asked && next < out.regionEnd) {
      // What the values before it add up to is their total.
      const sum = out.gathered.reduce((total, one) => total + Number(text.slice(one.start, one.end)), 0);
      return sum === Number(text.slice(start, end)) || isValue(text, { ...cell, ...lines[next]! }) ? 'maybe' : 'surely';
    }
    if (isBreak) return isSetOff && next < out.regionEnd ? 'surely' : 'maybe';
    return isSetOff && next === out.regionEnd && next > index + 1 ? 'maybe' : undefined;
  }

  /** As many words as a line of the table at hand has values, nearly all of them values: what is no number stands for one. */
  private isLineOfValues(cells: readonly RawCell[], keys: readonly string[], values: readonly boolean[]): boolean {
    const { context } = this.out;
    const expected = context === 'disputes' ? WIDE : context === 'requests' ? APPLICANTS : 0;
    if (cells.length !== expected || !mostlyValues(this.text, cells, values, 0)) return false;
    // Beside the rows of table requests a letter of the label that stands upright may come first.
    return context === 'disputes' || values[0] === true || keys[0] === '' || !isPiece(keys[0]!);
  }

  /** Where the run of values at the end of a line begins; -1 where there is none. */
  private valueTail(cells: readonly RawCell[], values: readonly boolean[], from: number): number {
    const count = values.reduce((sum, value) => sum + (value ? 1 : 0), 0);
    // A line that ends in a text is values only if nearly all of it is.
    if (!values.at(-1) && count < GROUP) return -1;
    for (let first = from; first < values.length; first++)
      if (values[first] && mostlyValues(this.text, cells, values, first))
        return first > from && this.isFirstMistyped(cells, first - 1) ? first - 1 : first;
    return -1;
  }

  /** Whether a word is the first value of a row of table requests, which nobody can read: it is no word of a label, and the row lacks one value. */
  private isFirstMistyped(cells: readonly RawCell[], index: number): boolean {
    const { text, out } = this;
    const cell = cells[index]!;
    if (out.context !== 'requests' || cells.length - index !== APPLICANTS || !isMistyped(text, cell)) return false;
    const written = key(text, cell.start, cell.end);
    return written === '' || !isPiece(written);
  }
}

/** Where cells of a line stand in it, however wide its characters are: some converters count so. */
const placesOf = (_: string, from: number, cells: readonly RawCell[]): Range[] =>
  cells.map(({ start, end }) => ({ start: start - from, end: end - from }));

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

/** Whether the last word of a line is a mark for nothing. */
function endsInMark(text: string, { start, end }: Line): boolean {
  let i = end;
  while (i > start && MARKS.includes(text[i - 1]!)) i--;
  return i < end && i > start && isSpace(text.charCodeAt(i - 1));
}
const MARKS = '-—–―/\\~～';

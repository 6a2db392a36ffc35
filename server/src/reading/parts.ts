import type { EditionId } from '../editions';
import { firstFilled } from './alignment';
import { type Gathered, position } from './gather';
import type { RawCell } from './lines';
import type { Range } from './report';
import type { RawTables } from './rows';
import { filledCells, type RawRow } from './stream';
import { looksLikeValue } from './values';

/** Rows of table `disclosure` that are divided into parts, each with its name: 其他对外管理服务事项 | 行政检查 | 0 | 0 | 0. */
export class Parts {
  constructor(
    private readonly text: string,
    private readonly raw: RawTables,
    private readonly found: Gathered,
    private readonly edition: EditionId,
  ) {}

  /**
   * The cells of a row of a block with several columns, without the name of a part that stands between its label and all of its values:
   * 其他对外管理服务事项 | 行政检查 | 0 | 0 | 0. `undefined` where there is none.
   */
  without(cells: readonly RawCell[], count: number): readonly RawCell[] | undefined {
    const { found, text } = this;
    if (found.id !== 'disclosure' || count < 2 || filledCells(cells) !== count + 1) return undefined;
    const first = firstFilled(cells);
    const { start, end } = cells[first]!;
    if (!isPartName(text.slice(start, end))) return undefined;
    const rest = cells.slice(first + 1);
    return rest.every((cell) => cell.start === cell.end || looksLikeValue(text, cell.start, cell.end)) ? rest : undefined;
  }

  /** Whether a further part, in a line of its own, follows a row. */
  hasFurther(row: RawRow): boolean {
    const { found, raw } = this;
    const next = found.rows.find((other) => position(other) > position(row));
    return raw.unknown.some(
      ({ table, label }) => table === found.id && label.start > position(row) && label.start < (next ? position(next) : found.until),
    );
  }

  /** Whether the row above a label names a part. */
  isBelow({ start }: Range): boolean {
    const row = this.found.rows.findLast((other) => position(other) < start);
    const columns = row?.entry.meanings.find(({ edition }) => edition === this.edition)?.block.columns;
    return columns !== undefined && this.without(row!.cells, columns.length) !== undefined;
  }
}

/** A text that stands for no number: longer than such words as 若干 are, and without any numeral. */
const isPartName = (written: string): boolean =>
  /^\p{Script=Han}{3,20}$/u.test(written) && !/[零〇一二两三四五六七八九十百千万]/.test(written);

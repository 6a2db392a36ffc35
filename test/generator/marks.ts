import type { TableId } from '../../server/src/editions';

/**
 * Renderers write every value between two marks from the private use area, so that its place survives all that is done
 * to the text afterwards (wrapping, line ends, look-alike characters). The marks are taken out last.
 */
export interface CellPlace {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
}

export interface PlacedCell extends CellPlace {
  /** UTF-16 offsets of the value as written; empty where it is blank. */
  readonly start: number;
  readonly end: number;
}

const firstMark = 0xe100;
const endMark = '\uf8f0';
const isMark = (code: number): boolean => code >= firstMark && code <= 0xf8f0;

export class Marker {
  readonly #places: CellPlace[] = [];

  /** The value with its marks. */
  mark(place: CellPlace, written: string): string {
    this.#places.push(place);
    return String.fromCharCode(firstMark + this.#places.length - 1) + written + endMark;
  }

  /** Takes the marks out of a text and tells where they stood. */
  resolve(marked: string): { text: string; cells: PlacedCell[] } {
    const cells: PlacedCell[] = [];
    const kept: string[] = [];
    let open: { place: CellPlace; start: number } | undefined;
    let length = 0;
    let from = 0;
    for (let at = 0; at < marked.length; at++) {
      const code = marked.charCodeAt(at);
      if (!isMark(code)) continue;
      kept.push(marked.slice(from, at));
      length += at - from;
      from = at + 1;
      if (marked[at] === endMark) {
        if (!open) throw new Error('a mark is closed that was not opened');
        cells.push({ ...open.place, start: open.start, end: length });
        open = undefined;
      } else {
        const place = this.#places[code - firstMark];
        if (!place || open) throw new Error('marks are out of order');
        open = { place, start: length };
      }
    }
    kept.push(marked.slice(from));
    return { text: kept.join(''), cells };
  }
}

/** The text without marks, as it will look. */
export const unmarked = (text: string): string => text.replace(/[\ue100-\uf8f0]/g, '');

import type { Position, Range } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Range as OffsetRange } from './reading/report';

/** Units in which `Position.character` counts: bytes of UTF-8, UTF-16 units or code points. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

const encodings: readonly string[] = ['utf-8', 'utf-16', 'utf-32'] satisfies Encoding[];

/** The first encoding of the client's list (its order is its preference) that is known; `utf-16` where it names none. */
export function negotiateEncoding(offered: unknown): Encoding {
  const known = Array.isArray(offered) ? offered.find((encoding) => encodings.includes(encoding)) : undefined;
  return known ?? 'utf-16';
}

/** Units of the code point that starts at `index`: how many UTF-16 units it takes, how many of the encoding. */
function codePoint(text: string, index: number, encoding: Encoding): { length: number; units: number } {
  const code = text.codePointAt(index) ?? 0;
  const length = code > 0xffff ? 2 : 1;
  if (encoding === 'utf-16') return { length, units: length };
  if (encoding === 'utf-32') return { length, units: 1 };
  // A lone surrogate has no UTF-8 form; the replacement character that is sent for it takes three bytes as well.
  return { length, units: code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4 };
}

/** Offset of a position. Positions behind the end of a line or of the document, or inside a character, are moved back. */
export function offsetAt(document: TextDocument, position: Position, encoding: Encoding): number {
  if (encoding === 'utf-16') return document.offsetAt(position);
  const text = document.getText();
  let offset = document.offsetAt({ line: position.line, character: 0 });
  const end = document.offsetAt({ line: position.line, character: text.length });
  let units = 0;
  while (offset < end) {
    const point = codePoint(text, offset, encoding);
    units += point.units;
    if (units > position.character) break;
    offset += point.length;
  }
  return offset;
}

/**
 * Positions of offsets in the encoding of the client. Remembers the last one, so that asking in the order of the text
 * costs one walk over a line, however long the line is.
 */
export class Positions {
  private readonly text: string;
  private line = -1;
  private offset = 0;
  private units = 0;

  constructor(
    private readonly document: TextDocument,
    private readonly encoding: Encoding,
  ) {
    this.text = document.getText();
  }

  at(offset: number): Position {
    const position = this.document.positionAt(offset);
    if (this.encoding === 'utf-16') return position;
    const lineStart = this.document.offsetAt({ line: position.line, character: 0 });
    const target = lineStart + position.character;
    if (this.line !== position.line || this.offset > target) {
      this.line = position.line;
      this.offset = lineStart;
      this.units = 0;
    }
    while (this.offset < target) {
      const point = codePoint(this.text, this.offset, this.encoding);
      if (this.offset + point.length > target) break;
      this.offset += point.length;
      this.units += point.units;
    }
    return { line: position.line, character: this.units };
  }

  range({ start, end }: OffsetRange): Range {
    return { start: this.at(start), end: this.at(end) };
  }
}

/** Applies the changes of a `didChange` one after the other, as the protocol has it, each in the client's encoding. */
export function applyChanges(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
  encoding: Encoding,
): void {
  TextDocument.update(document, [], version);
  for (const change of changes) {
    // Some clients send null for the range of a whole document.
    const range = 'range' in change ? change.range : undefined;
    if (!range) {
      TextDocument.update(document, [{ text: change.text }], version);
      continue;
    }
    // Through offsets, so that a position behind the end becomes a real one: the line table relies on that.
    const start = document.positionAt(offsetAt(document, range.start, encoding));
    const end = document.positionAt(offsetAt(document, range.end, encoding));
    TextDocument.update(document, [{ range: { start, end }, text: change.text }], version);
  }
}

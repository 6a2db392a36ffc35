import type { Label } from '../../../server/src/editions';
import type { Draft } from '../document';
import { type Grid, matrix } from '../grid';
import { unmarked } from '../marks';
import { cellKey } from '../model';
import type { Random } from '../random';
import { type PlainStyle, plainDocument } from './plain';

/** Tables of GitHub Flavored Markdown. */
export interface GfmStyle extends PlainStyle {
  /** Labels that span cells: once, or in every cell. */
  readonly spans: 'blank' | 'repeated';
  readonly padding: 'one' | 'none' | 'aligned';
  readonly bold: boolean;
  readonly colons: boolean;
  /** No bar in front and behind. */
  readonly unframed: boolean;
  /** A table for every block of `disclosure`. */
  readonly blocks: boolean;
}

/** Columns on the screen. */
const width = (text: string): number => [...unmarked(text)].reduce((sum, character) => sum + (character > '\u2e00' ? 2 : 1), 0);

export function gfmTable(rows: readonly (readonly string[])[], style: GfmStyle, random: Random): string[] {
  const columns = Math.max(...rows.map((row) => row.length), rows[0]?.length ?? 0);
  const head = rows[0] ?? [];
  const widths = Array.from({ length: columns }, (_, at) => Math.max(3, ...rows.map((row) => width(row[at] ?? ''))));
  const line = (cells: readonly string[]): string => {
    if (style.padding === 'none') return `|${cells.join('|')}|`;
    const written = cells.map((cell, at) => (style.padding === 'aligned' ? cell + ' '.repeat((widths[at] ?? 0) - width(cell)) : cell));
    // A blank at either end needs its bar.
    const open = style.unframed && unmarked(cells[0] ?? '') !== '' && unmarked(cells.at(-1) ?? '') !== '';
    return open ? written.join(' | ') : `| ${written.join(' | ')} |`;
  };
  const rule = head.map((_, at) => {
    const dashes = '-'.repeat(style.padding === 'aligned' ? (widths[at] ?? 3) : 3);
    if (!style.colons) return dashes;
    return random.pick([`:${dashes.slice(1)}`, `:${dashes.slice(2)}:`, `${dashes.slice(1)}:`]);
  });
  return [line(head), line(rule), ...rows.slice(1).map(line)];
}

export function renderGfm(draft: Draft, style: GfmStyle): string {
  return plainDocument(draft, style, (grid, random) => {
    const cells = matrix(grid, style.spans === 'repeated' ? ['title', 'stub', 'head', 'label'] : []).map((row, index) =>
      row.map((text) =>
        style.bold && text !== '' && (grid.rows[index]?.kind !== 'data' || /总计/.test(text)) && !/[\ue100-\uf8f0]/.test(text)
          ? `**${text}**`
          : text,
      ),
    );
    if (!style.blocks || grid.table !== 'disclosure') return gfmTable(cells, style, random);
    const lines: string[] = [];
    let start = 0;
    for (let index = 1; index <= cells.length; index++) {
      if (index < cells.length && grid.rows[index]?.kind !== 'title') continue;
      if (lines.length > 0) lines.push('');
      lines.push(...gfmTable(cells.slice(start, index), style, random));
      start = index;
    }
    return lines;
  });
}

/** One small table a row, under headings that say which row it is. */
export interface SmallTablesStyle extends GfmStyle {
  /** Headings of rows: with `#`, or bold lines. */
  readonly rowHeading: '#' | 'bold';
}

export function renderSmallTables(draft: Draft, style: SmallTablesStyle): string {
  const { spec, labels, marker } = draft;
  const heading = (depth: number, label: Label): string[] => {
    const text = labels.write(label);
    return ['', style.rowHeading === '#' ? `${'#'.repeat(Math.min(6, depth + 2))} ${text}` : `**${text}**`, ''];
  };
  return plainDocument(draft, style, (grid: Grid, random) => {
    const { definition, cells } = spec.values[grid.table];
    const lines: string[] = [];
    let open: readonly Label[] = [];
    for (const block of definition.blocks) {
      if (block.title) lines.push(...heading(1, block.title));
      for (const row of block.rows) {
        if (spec.faults.withoutRows?.some((left) => left.table === grid.table && left.row === row.id)) continue;
        row.path.forEach((label, level) => {
          if (open[level] !== label) lines.push(...heading(1 + level, label));
        });
        open = row.path;
        lines.push(...heading(1 + row.path.length + (block.title ? 1 : 0), row.label));
        const { dropped, surplus } = spec.faults;
        const columns = block.columns.filter(
          (column) => !(dropped?.table === grid.table && dropped.row === row.id && dropped.column === column.id),
        );
        const values = columns.map((column) =>
          marker.mark({ table: grid.table, row: row.id, column: column.id }, cells.get(cellKey(row.id, column.id))?.text ?? ''),
        );
        if (surplus?.table === grid.table && surplus.row === row.id) values.push(...surplus.values);
        lines.push(...gfmTable([block.columns.map((column) => labels.write(column.label)), values], style, random));
      }
    }
    return lines[0] === '' ? lines.slice(1) : lines;
  });
}

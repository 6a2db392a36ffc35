import type { Range as LspRange, Position } from 'vscode-languageserver';
import type { Range } from '../reading/report';
import type { Context } from './context';

/**
 * The ranges of the client for some ranges that stand in each other, all asked for in the order of the text: in a draft of
 * one long line every step back would cost a walk from its beginning.
 */
export function inTextOrder(context: Context, ranges: Iterable<Range>): (range: Range) => LspRange {
  // UTF-16 units need no walk.
  if (context.view.encoding === 'utf-16') return (range) => context.range(range);
  const offsets = new Set<number>();
  for (const { start, end } of ranges) offsets.add(start).add(end);
  const at = new Map<number, Position>();
  for (const offset of [...offsets].sort((a, b) => a - b)) at.set(offset, context.range({ start: offset, end: offset }).start);
  return ({ start, end }) => ({ start: at.get(start)!, end: at.get(end)! });
}

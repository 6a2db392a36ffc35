import { referenceAt } from '../reading/entities';
import { commentsOf, hasMarkup } from '../reading/html';
import { isDelimiterRow } from '../reading/layouts/pipe';
import { splitLines } from '../reading/lines';
import type { Range, Report } from '../reading/report';
import { type Edit, type Fix, lineBreakOf } from './edit';
import { isBlankLine, lineAt, lineBefore } from './source';

/** What stands for the reason until the writer gives it. */
const REASON = '待写明理由';

/** A finding, for what silences it. */
interface Silenced {
  readonly rule: string;
  readonly range: Range;
  readonly data: { readonly table?: unknown };
}

/**
 * Writes a comment that silences one finding and no other, where it neither shows nor breaks a table: in the line above, or,
 * where that would end a row or a paragraph, behind the text of its own line. `findings`: all of the draft; `count`: those of its rule that
 * stand on the very same place, and go with it.
 */
export function silencingFix(finding: Silenced, findings: readonly Silenced[], report: Report, count = 1): Fix {
  const { rule } = finding;
  return {
    title:
      count > 1
        ? { zh: `忽略这里的 ${count} 处 ${rule}（请写明理由）`, en: `Silence these ${count} ${rule} (give the reason)` }
        : { zh: `忽略这一处 ${rule}（请写明理由）`, en: `Silence this ${rule} (give the reason)` },
    edits: editsFor(finding, findings, report),
  };
}

const comment = (reach: string, rule: string): string => `<!-- gongkai-ignore-${reach} ${rule}: ${REASON} -->`;

function editsFor({ rule, range, data }: Silenced, findings: readonly Silenced[], report: Report): Edit[] {
  const { text } = report;
  const start = text[range.start] === '\ufeff' ? Math.min(range.start + 1, text.length) : range.start;
  const end = Math.max(start, behindReference(text, range.end));
  const line = lineAt(text, start);
  const alike = findings.filter((other) => other.rule === rule && other.range.start >= line.start && other.range.start <= line.end);
  const together = alike.filter(({ range: other }) => other.start === range.start && other.end === range.end);
  if (alike.length > together.length) {
    const [open, close] = [comment('start', rule), '<!-- gongkai-ignore-end -->'];
    if (start === end) return [{ range: { start, end }, text: open + close, asks: REASON }];
    return [
      { range: { start, end: start }, text: open, asks: REASON },
      { range: { start: end, end }, text: close },
    ];
  }
  if (hasMarkup(text)) {
    // In a cell: between two tags, where a comment may always stand. In a paragraph: behind its last word in this line.
    const paragraph = end <= line.end ? endOfWords(text, end, line.end) : undefined;
    const at = paragraph ?? (end <= line.end && end > start ? end : start);
    const written = comment('line', rule);
    return [{ range: { start: at, end: at }, text: at === start || paragraph !== undefined ? written : ` ${written}`, asks: REASON }];
  }
  const [own] = splitLines(text, line.start, line.end);
  const before = lineBefore(text, line);
  if (own && own.pipes > 0 && !isDelimiterRow(text, own)) {
    // In the last cell of its row: a line of its own would end a table in Markdown.
    let at = own.end;
    if (text[at - 1] === '|' && at - 1 > own.start) at = behindText(text, own.start, at - 1);
    return [{ range: { start: at, end: at }, text: ` ${comment('line', rule)}`, asks: REASON }];
  }
  if (start === end && data.table !== undefined && before && isBlankLine(text, line) && isBlankLine(text, before)) {
    // A line of nothing but a comment counts as none: the blank cell will be the line before, between these two.
    let above: Range | undefined = before;
    while (above && isBlankLine(text, above)) above = lineBefore(text, above);
    const at = above?.end ?? 0;
    return [
      { range: { start: at, end: at }, text: ` ${comment('start', rule)}`, asks: REASON },
      { range: { start: end, end }, text: '<!-- gongkai-ignore-end -->' },
    ];
  }
  const divided = !before || isBlankLine(text, before) || isComment(text, before);
  // The line above speaks of the next one that is not blank.
  if ((divided || data.table !== undefined) && own && own.start < own.end) {
    const at = text[line.start] === '\ufeff' ? line.start + 1 : line.start;
    return [{ range: { start: at, end: at }, text: `${comment('next-line', rule)}${lineBreakOf(text)}`, asks: REASON }];
  }
  const at = own && own.start < own.end ? own.end : line.end;
  return [{ range: { start: at, end: at }, text: ` ${comment('line', rule)}`, asks: REASON }];
}

/** Where the words that go on at an offset end in their line: with their paragraph, or with the line; nothing for what stands in a table. */
function endOfWords(text: string, from: number, lineEnd: number): number | undefined {
  const rest = text.slice(from, lineEnd);
  const tag = rest.search(/<(?:\/(?:p|div|li|h[1-6]|t[dh])|br)\b/i);
  if (tag >= 0) return /^t[dh]/i.test(rest.slice(tag + 2, tag + 4)) ? undefined : from + tag;
  return /[<|\t]/.test(rest) ? undefined : lineEnd;
}

/** An end in the midst of a character reference is moved behind it. */
function behindReference(text: string, end: number): number {
  const reference = text[end - 1] === '&' ? referenceAt(text, end - 1) : undefined;
  return reference ? reference.end : end;
}

/** Behind the last unit before an offset that is no blank. */
function behindText(text: string, from: number, until: number): number {
  let at = until;
  while (at > from && (text[at - 1] === ' ' || text[at - 1] === '\u3000')) at--;
  return at;
}

/** Whether a line holds nothing but comments. */
function isComment(text: string, { start, end }: Range): boolean {
  const line = text.slice(start, end);
  let from = 0;
  for (const { start: open, end: close } of commentsOf(line)) {
    if (line.slice(from, open).trim() !== '') return false;
    from = close;
  }
  return from > 0 && line.slice(from).trim() === '';
}

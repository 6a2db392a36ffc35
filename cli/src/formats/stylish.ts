import { TextDocument } from 'vscode-languageserver-textdocument';
import { width } from '../../../server/src/reading/width';
import type { Finding } from '../../../server/src/rules/rule';
import { severityNames } from '../../../server/src/rules/words';
import type { Language } from '../language';
import { printable } from '../output';
import type { Result } from '../results';
import type { Tally } from '../tally';
import type { Terminal } from '../work';
import type { Format } from './format';

const styles = { error: 31, warning: 33, information: 36, hint: 90, bold: 1, underline: 4, dim: 2 } as const;
type Style = keyof typeof styles;

export interface StylishOptions extends Terminal {
  readonly language: Language;
}

/** For people: the file, then every finding with its source line and a mark under the range, at the end a summary. */
export function stylish({ language, colour, columns }: StylishOptions): Format {
  const paint = (style: Style, text: string): string => (colour ? `\u001b[${styles[style]}m${text}\u001b[0m` : text);

  function head({ rule, severity, message, range }: Finding, document: TextDocument): string {
    const { line, character } = document.positionAt(range.start);
    const place = `${line + 1}:${character + 1}`.padEnd(8);
    return `  ${place} ${paint(severity, severityNames[severity][language])}  ${printable(message[language])}  ${paint('dim', rule)}`;
  }

  /** The source line, and under it the mark. */
  function frame({ severity, range }: Finding, document: TextDocument): string {
    const { line, character } = document.positionAt(range.start);
    const source = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/, '');
    const length = Math.max(1, Math.min(source.length - character, range.end - range.start));
    const { text, before, marked } = cutout(source, character, length, columns - margin.length);
    const bar = paint('dim', margin);
    return `${bar}${text}\n${bar}${' '.repeat(before)}${paint(severity, '^'.repeat(marked))}`;
  }

  function print(result: Result): string {
    if (result.failure) return '';
    const { report, findings } = result.analysis;
    if (findings.length === 0) return '';
    const document = TextDocument.create('', '', 0, report.text);
    const lines = findings.flatMap((finding, i) => {
      const next = findings[i + 1]?.range;
      // Findings at one place share its source line.
      const last = next?.start !== finding.range.start || next.end !== finding.range.end;
      return last ? [head(finding, document), frame(finding, document)] : [head(finding, document)];
    });
    return `${paint('underline', printable(result.file))}\n${lines.join('\n')}\n\n`;
  }

  function end(tally: Tally): string {
    const style: Style = tally.error > 0 ? 'error' : found(tally) > 0 ? 'warning' : 'bold';
    return `${paint(style, summary(language, tally))}\n`;
  }
  return { before: () => '', print, end };
}

const margin = '           | ';

/** Part of a line that shows the range within so many columns, and how far from its left the mark stands. */
export function cutout(source: string, start: number, length: number, columns: number): { text: string; before: number; marked: number } {
  const ellipsis = '...';
  const room = Math.max(20, columns - 2 * ellipsis.length);
  const shownWidth = (text: string): number => width(printable(text));
  // Whatever is further away takes more columns than there are: the whole of a line of megabytes need not be measured.
  const near = source.slice(Math.max(0, start - room), start);
  const range = source.slice(start, start + Math.min(length, room));
  const far = source.slice(start + range.length, start + range.length + room);
  const whole = near.length === start && start + range.length + far.length === source.length && shownWidth(source) <= room;
  if (whole) return { text: printable(source), before: shownWidth(near), marked: Math.max(1, shownWidth(range)) };
  const before = fitting([...near].reverse(), room / 2)
    .reverse()
    .join('');
  const marked = fitting([...range], room - shownWidth(before)).join('');
  const after = fitting([...far], room - shownWidth(before) - shownWidth(marked)).join('');
  const head = before.length < start ? ellipsis : '';
  const tail = start + marked.length + after.length < source.length ? ellipsis : '';
  return {
    text: head + printable(before + marked + after) + tail,
    before: head.length + shownWidth(before),
    marked: Math.max(1, shownWidth(marked)),
  };
}

/** As many characters from the first on as fit into so many columns. */
function fitting(chars: readonly string[], columns: number): string[] {
  let used = 0;
  const end = chars.findIndex((char) => {
    used += width(printable(char));
    return used > columns;
  });
  return chars.slice(0, end < 0 ? chars.length : end);
}

const found = ({ error, warning, information, hint }: Tally): number => error + warning + information + hint;

function summary(language: Language, tally: Tally): string {
  const { checked, failed, excluded, others, silenced, error, warning, information, hint } = tally;
  const none = found(tally) === 0;
  if (language === 'zh') {
    const what = none
      ? '没有发现问题'
      : [`${error} 个错误`, `${warning} 个警告`, information && `${information} 条信息`, hint && `${hint} 条提示`]
          .filter(Boolean)
          .join('，');
    const besides = [others && `${others} 个不是年度报告`, failed && `${failed} 个未能读取`].filter(Boolean);
    const more = silenced > 0 ? `（另有 ${silenced} 处已用注释忽略）` : '';
    if (checked === 0) return `一个文件也没有检查（${[...besides, excluded && `${excluded} 个被配置排除`].filter(Boolean).join('，')}）`;
    return `检查了 ${checked} 个文件${besides.length > 0 ? `（${besides.join('，')}）` : ''}：${what}${more}`;
  }
  const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
  const what = none
    ? 'no problems found'
    : [many(error, 'error'), many(warning, 'warning'), information && `${information} info`, hint && many(hint, 'hint')]
        .filter(Boolean)
        .join(', ');
  const besides = [others && `${others} not a report`, failed && `${failed} could not be read`].filter(Boolean);
  const more = silenced > 0 ? ` (${silenced} more silenced by comments)` : '';
  if (checked === 0)
    return `No file was checked (${[...besides, excluded && `${excluded} excluded by the config`].filter(Boolean).join(', ')})`;
  return `${many(checked, 'file')} checked${besides.length > 0 ? ` (${besides.join(', ')})` : ''}: ${what}${more}`;
}

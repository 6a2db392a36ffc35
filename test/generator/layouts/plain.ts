import type { Draft, Part } from '../document';
import type { Grid } from '../grid';
import type { Random } from '../random';

/** What layouts of plain text and Markdown have in common: lines for the title, headings and paragraphs. */
export interface PlainStyle {
  readonly heading: 'plain' | '#' | '##' | 'bold';
  /** A blank line between paragraphs. */
  readonly spaced: boolean;
  /** Paragraphs begin with two full-width blanks. */
  readonly indented: boolean;
}

export function headingLine(text: string, { heading }: PlainStyle): string {
  if (heading === 'bold') return `**${text}**`;
  return heading === 'plain' ? text : `${heading} ${text}`;
}

export function plainDocument(draft: Draft, style: PlainStyle, table: (grid: Grid, random: Random) => string[]): string {
  const lines: string[] = [];
  const title = (part: Extract<Part, { kind: 'title' }>): void => {
    for (const [at, line] of part.lines.entries()) {
      const marked = style.heading === '#' || style.heading === '##' ? `# ${line}` : style.heading === 'bold' ? `**${line}**` : line;
      lines.push(marked);
      if (at < part.lines.length - 1 && style.spaced) lines.push('');
    }
    lines.push('');
  };
  for (const part of draft.parts) {
    if (part.kind === 'title') title(part);
    else if (part.kind === 'heading') {
      if (style.heading.startsWith('#') && lines.at(-1) !== '') lines.push('');
      lines.push(headingLine(part.text, style));
      if (style.spaced) lines.push('');
    } else if (part.kind === 'paragraph') {
      lines.push(style.indented ? `　　${part.text}` : part.text);
      if (style.spaced) lines.push('');
    } else {
      // A Markdown table needs a blank line in front of it, other tables do not mind.
      if (lines.at(-1) !== '' && (style.spaced || style.heading !== 'plain')) lines.push('');
      lines.push(...table(part.grid, draft.random));
      if (style.spaced || draft.random.chance(0.5)) lines.push('');
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Page numbers and form feeds as converters leave them between two lines of a page. */
export function pageBreak(random: Random): string[] {
  const page = random.int(2, 14);
  return random.pick([[''], ['', '', ''], ['\f'], [`- ${page} -`], ['', `— ${page} —`, ''], ['', `-${page}-`, ''], [`- ${page} -`, '\f']]);
}

/** Cuts a label in two, not beside a bracket or blank. */
export function cut(text: string, random: Random): [string, string] | undefined {
  const characters = [...text];
  const places = characters.flatMap((_, at) =>
    at > 3 && at < characters.length && /^\p{Script=Han}{2}$/u.test(`${characters[at - 1]}${characters[at]}`) ? [at] : [],
  );
  if (places.length === 0) return undefined;
  const at = random.pick(places);
  return [characters.slice(0, at).join(''), characters.slice(at).join('')];
}

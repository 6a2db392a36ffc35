/** How a text is set: as Markdown, or plain for clients that show nothing else. */
export interface Markup {
  readonly kind: 'markdown' | 'plaintext';
  /** Text that must come out as it is, on one line: labels, messages with words of the draft. */
  text(text: string): string;
  /** `text` is set already. */
  bold(text: string): string;
  link(label: string, url: string): string;
  /** Lines that stay lines. */
  lines(lines: readonly string[]): string;
  list(items: readonly string[]): string;
  readonly divider: string;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const markdown: Markup = {
  kind: 'markdown',
  text: (text) =>
    oneLine(text)
      .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
      .replace(/^([-+]|\d+(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`)),
  bold: (text) => `**${text}**`,
  link: (label, url) => `[${label}](${url})`,
  lines: (lines) => lines.join('  \n'),
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
  divider: '---',
};

export const plaintext: Markup = {
  kind: 'plaintext',
  text: oneLine,
  bold: (text) => text,
  link: (label, url) => `${label} ${url}`,
  lines: (lines) => lines.join('\n'),
  list: (items) => items.map((item) => `· ${item}`).join('\n'),
  divider: '————',
};

import type { Draft } from '../document';
import type { Grid, GridCell } from '../grid';
import { unmarked } from '../marks';
import type { Random } from '../random';

/** HTML as web editors and word processors write it. */
export interface HtmlStyle {
  readonly headings: 'p-strong' | 'h' | 'p' | 'div-span';
  /** A whole page with head, styles and scripts, or the content alone. */
  readonly page: boolean;
  readonly pretty: boolean;
  readonly attributes: boolean;
  /** Labels cut into spans. */
  readonly spans: boolean;
  /** `<br>`, `&nbsp;`, `<o:p>` in cells. */
  readonly litter: boolean;
  /** `<p>` in cells. */
  readonly paragraphs: boolean;
  /** No `</td>`, `</tr>`, `</p>`. */
  readonly omittedEnds: boolean;
  readonly upperCase: boolean;
  /** A table of metadata in front of the report. */
  readonly metadata: boolean;
  /** Everything inside a table that makes the page's columns. */
  readonly layoutTable: boolean;
  /** Quotes and blanks as character references. */
  readonly references: boolean;
  readonly headCells: boolean;
}

class HtmlWriter {
  readonly #style: HtmlStyle;
  readonly #random: Random;

  constructor(style: HtmlStyle, random: Random) {
    this.#style = style;
    this.#random = random;
  }

  name(tag: string): string {
    return this.#style.upperCase ? tag.toUpperCase() : tag;
  }

  open(tag: string, attributes = ''): string {
    return `<${this.name(tag)}${attributes}>`;
  }

  close(tag: string): string {
    return `</${this.name(tag)}>`;
  }

  wrap(tag: string, content: string, attributes = ''): string {
    return this.open(tag, attributes) + content + this.close(tag);
  }

  escape(text: string): string {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    if (!this.#style.references) return escaped;
    return escaped
      .replaceAll('“', '&ldquo;')
      .replaceAll('”', '&rdquo;')
      .replaceAll('　', '&emsp;')
      .replaceAll(' ', this.#random.chance(0.5) ? '&nbsp;' : ' ');
  }

  /** Text of a label, cut into spans where the style has them. */
  inline(text: string): string {
    const random = this.#random;
    if (!this.#style.spans || text === '' || random.chance(0.3)) return this.escape(text);
    const characters = [...text];
    const pieces: string[] = [];
    while (characters.length > 0) pieces.push(characters.splice(0, random.int(1, 6)).join(''));
    return pieces
      .map((piece) => {
        const attributes = this.#style.attributes
          ? random.pick([' style="font-family:仿宋"', ' lang="EN-US"', ' class="MsoNormal x"', " style='mso-bidi-font-size:12.0pt'"])
          : '';
        const escaped = this.escape(piece);
        return random.chance(0.2) ? escaped : this.wrap(random.pick(['span', 'span', 'font', 'b']), escaped, attributes);
      })
      .join(this.#style.litter && random.chance(0.05) ? '<!-- -->' : '');
  }

  content(cell: GridCell): string {
    const random = this.#random;
    const blank = unmarked(cell.text) === '';
    let inner = cell.role === 'value' ? cell.text : this.inline(cell.text);
    if (this.#style.litter) {
      if (blank) inner += random.pick(['', '&nbsp;', '&#160;', '<o:p></o:p>', '<o:p>&nbsp;</o:p>', '<br>']);
      else inner = random.pick([inner, inner, `${inner}<o:p></o:p>`, `&nbsp;${inner}`, `${inner}<br/>`]);
      if (cell.role === 'head' && /^\p{Script=Han}{4}$/u.test(cell.text) && random.chance(0.4))
        inner = `${cell.text.slice(0, 2)}<br>${cell.text.slice(2)}`;
    }
    if (cell.role === 'value' && this.#style.spans && random.chance(0.5))
      inner = this.wrap('span', inner, this.#style.attributes ? ' lang="EN-US"' : '');
    if (this.#style.paragraphs)
      inner =
        this.open('p', this.#style.attributes ? ' align="center" style="text-align:center"' : '') +
        inner +
        (this.#style.omittedEnds ? '' : this.close('p'));
    return inner;
  }

  table(grid: Grid): string {
    const { attributes, pretty, omittedEnds, headCells } = this.#style;
    const random = this.#random;
    const newline = pretty ? '\n' : '';
    const indent = (depth: number): string => (pretty ? '  '.repeat(depth) : '');
    const rows = grid.rows.map((row) => {
      const cells = row.cells.map((cell) => {
        const tag = headCells && row.kind === 'head' ? 'th' : 'td';
        const span = (name: string, value: number): string =>
          value === 1 && !random.chance(0.1) ? '' : ` ${name}=${random.chance(0.8) ? `"${value}"` : value}`;
        const more = attributes
          ? random.pick([' width="64"', ' valign="center"', ' style="border:1px solid;padding:0 5.4pt"', " class='a b'", ' nowrap'])
          : '';
        const inner = this.content(cell);
        const room = pretty && random.chance(0.3) ? `\n${indent(5)}` : '';
        return (
          indent(4) +
          this.open(tag, span('rowspan', cell.rowspan) + span('colspan', cell.colspan) + more) +
          room +
          inner +
          room +
          (omittedEnds ? '' : this.close(tag))
        );
      });
      return (
        indent(3) +
        this.open('tr', attributes && random.chance(0.5) ? ' style="height:20pt"' : '') +
        newline +
        cells.join(newline) +
        newline +
        indent(3) +
        (omittedEnds ? '' : this.close('tr'))
      );
    });
    const body = random.chance(0.7);
    return (
      this.open('table', attributes ? ' border="1" cellspacing="0" cellpadding="0"' : '') +
      newline +
      (body ? indent(2) + this.open('tbody') + newline : '') +
      rows.join(newline) +
      newline +
      (body ? indent(2) + this.close('tbody') + newline : '') +
      this.close('table')
    );
  }

  paragraph(text: string): string {
    const { attributes, omittedEnds, references } = this.#style;
    const indent = references ? '&emsp;&emsp;' : attributes ? '　　' : '';
    return this.open('p', attributes ? ' style="text-indent:2em"' : '') + indent + this.inline(text) + (omittedEnds ? '' : this.close('p'));
  }

  heading(text: string, level: 1 | 2): string {
    const inner = this.inline(text);
    switch (this.#style.headings) {
      case 'h':
        return this.wrap(`h${level}`, inner);
      case 'p-strong':
        return this.wrap('p', this.wrap('strong', inner), this.#style.attributes && level === 1 ? ' align="center"' : '');
      case 'p':
        return this.wrap('p', inner);
      case 'div-span':
        return this.wrap('div', this.wrap('span', inner));
    }
  }
}

export function renderHtml(draft: Draft, style: HtmlStyle): string {
  const { random, spec } = draft;
  const writer = new HtmlWriter(style, random);
  const title = (lines: readonly string[]): string =>
    lines.length > 1 && random.chance(0.5)
      ? writer.heading(lines.join('\u0000'), 1).replace('\u0000', writer.open('br'))
      : lines.map((line) => writer.heading(line, 1)).join(style.pretty ? '\n' : '');
  const parts = draft.parts.map((part) => {
    if (part.kind === 'title') return title(part.lines);
    if (part.kind === 'heading') return writer.heading(part.text, 2);
    return part.kind === 'paragraph' ? writer.paragraph(part.text) : writer.table(part.grid);
  });
  const newline = style.pretty ? '\n' : '';
  let content = parts.join(newline);
  if (style.metadata) {
    const cell = (text: string): string => writer.wrap('td', text);
    const row = (left: string, right: string): string => writer.wrap('tr', cell(left) + cell(right));
    content =
      writer.wrap(
        'table',
        row('索引号', `0${random.int(10000000, 99999999)}/${spec.year + 1}-${random.int(1000, 99999)}`) +
          row('发布日期', `${spec.year + 1}-01-${random.int(10, 31)}`) +
          row('主题分类', '政务公开'),
      ) +
      newline +
      content;
  }
  if (style.layoutTable) {
    content = writer.wrap(
      'table',
      writer.wrap('tr', writer.wrap('td', `首页${newline}`) + writer.wrap('td', content)),
      style.attributes ? ' width="100%"' : '',
    );
  }
  if (!style.page) return content;
  return [
    '<!DOCTYPE html>',
    writer.open('html', ' lang="zh-CN"'),
    writer.wrap(
      'head',
      `<meta charset="utf-8">${writer.wrap('title', '政府信息公开')}<style>td { padding: 1px 3px; } p > b { color: #333 }</style><script>var n = 1 < 2 && "</p>";</script>`,
    ),
    writer.open('body'),
    writer.wrap('div', content, ' id="zoom"'),
    writer.close('body'),
    writer.close('html'),
  ].join(newline);
}

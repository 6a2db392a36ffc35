import { editions, type Label, type Row, type Section, type TableDefinition } from '../../server/src/editions';
import { key } from '../../server/src/reading/text';
import { allWordings, anyOf, BLANK, CELL_END, CELL_START, loose, SEPARATOR } from './patterns';

/** A rule of a TextMate grammar, as far as these grammars use them. */
interface Pattern {
  readonly comment?: string;
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: Readonly<Record<string, Pattern>>;
  readonly beginCaptures?: Readonly<Record<string, Pattern>>;
  readonly endCaptures?: Readonly<Record<string, Pattern>>;
  readonly patterns?: readonly Pattern[];
}

interface Grammar {
  readonly name: string;
  readonly scopeName: string;
  readonly injectionSelector?: string;
  readonly patterns: readonly Pattern[];
  readonly repository?: Readonly<Record<string, Pattern>>;
}

const SCOPE = 'text.gongkai-report';
const BLOCK = 'entity.name.section.block.gongkai markup.heading.block.gongkai';
const ROW = 'variable.other.row.gongkai';
const GROUP = 'support.type.group.gongkai';
const COLUMN = 'entity.name.type.column.gongkai';
const include = (...names: string[]): Pattern[] => names.map((name) => ({ include: `#${name}` }));

const tables: readonly TableDefinition[] = editions.flatMap((edition) => edition.tables);
const blocks = tables.flatMap((table) => table.blocks);
const rowsOf = (orientation: TableDefinition['orientation']): Row[] =>
  tables.filter((table) => table.orientation === orientation).flatMap((table) => table.blocks.flatMap((block) => block.rows));
const defined = (labels: readonly (Label | undefined)[]): Label[] => labels.filter((label) => label !== undefined);

/** Labels of rows. Where the rows of a table stand side by side, their labels are heads over others. */
const rowLabels = allWordings(rowsOf('rows').map((row) => row.label));
const columnLabels = allWordings([
  ...defined(blocks.map((block) => block.stub)),
  ...blocks.flatMap((block) => block.columns.map((column) => column.label)),
]);
const groupLabels = allWordings([
  ...blocks.flatMap((block) => [...block.columns, ...block.rows].flatMap(({ path }) => path)),
  ...rowsOf('wide').map((row) => row.label),
]);
const blockTitles = allWordings(defined(blocks.map((block) => block.title)));
const allLabels = [...blockTitles, ...rowLabels, ...groupLabels, ...columnLabels];
/** A label so long that it is nothing else even where it stands alone. */
const tellingLabels = allLabels.filter((text) => key(text).length >= 4);

const NUMERAL = '[一二三四五六七八九十⼀⼆⼋⼗]';
/** Blanks and form feeds before the first character of a line. */
const INDENT = `^[${BLANK}\\t\\f]*+`;
/** What may stand before a heading: the mark of a Markdown heading and of bold, a group each. */
const MARKS = '(?:(#{1,6})[ \\t]{1,4})?(\\*{2,3}|_{2,3})?';
/** A heading is a line of its own, or stands between two tags. */
const HEADING_START = `(?:${INDENT}${MARKS}|(?<=>))[${BLANK}]{0,4}`;
const HEADING_END = `[${BLANK}]{0,4}(?:(\\*{2,3}|_{2,3})?[${BLANK}\\t#]*+$|(?=<))`;

/** The digits of a value, with what may stand beside them: sign or direction, unit, note in brackets. */
const DIGITS = '[0-9０-９]{1,20}(?:[.．,，][0-9０-９]{1,20}){0,8}';
const SIGN = '[-+－＋−]|增加?|减少?';
const UNIT = '万元|亿元|[万元件份项条个宗起次部]';
const VALUE = `(${SIGN})?[${BLANK}]?(${DIGITS})[${BLANK}]?(${UNIT})?[${BLANK}]?([（(][^()（）\\t|\\n]{0,40}[）)])?`;
/** The same without groups. */
const value = `(?:${SIGN})?[${BLANK}]?${DIGITS}[${BLANK}]?(?:${UNIT})?`;
const valueCaptures = {
  1: { name: 'keyword.operator.sign.gongkai' },
  2: { name: 'constant.numeric.gongkai' },
  3: { name: 'keyword.other.unit.gongkai' },
  4: { name: 'string.unquoted.note.gongkai' },
};

/** How many values stand in the one line of a table whose rows stand side by side. */
const wideCells = Math.max(
  ...tables
    .filter(({ orientation }) => orientation === 'wide')
    .map((table) => table.blocks.reduce((n, block) => n + block.rows.length * block.columns.length, 0)),
);

/** How many values stand in a line of a small table whose label is the heading above it. */
const unlabelled = new Set(
  tables.filter(({ blocks }) => blocks.length === 1).flatMap(({ blocks }) => blocks.map(({ columns }) => columns.length)),
);

/** A line that starts with at most three cells, the last of which is one of the labels. */
const startsWith = (texts: readonly string[], end: string): string =>
  `(?:[^\\s|<#][^\\t|<\\n]{0,19}?[${SEPARATOR}${BLANK}]++){0,3}?\\*{0,3}${anyOf(texts, { wrapped: true })}\\*{0,3}[${BLANK}]*+(?=${end})`;
const DIVIDED = `[${SEPARATOR}<]`;
const FOLLOWED_BY_VALUES = `[${SEPARATOR}]|<|$|[-+－＋−/／—–0-9０-９增减无]`;

const tableLine = (condition: string): Pattern => ({
  name: 'meta.table.row.gongkai',
  begin: `^[${SEPARATOR}${BLANK}\\f]*+(?=${condition})`,
  beginCaptures: { 0: { patterns: include('separator') } },
  end: '$',
  patterns: include('cell'),
});

/** The wording of a section: official, or one that holds the words that make it out. */
function sectionTitle({ label, keywords }: Section): { official: string; recognised: string } {
  const title = label.text.slice(label.text.indexOf('、') + 1);
  const gap = '[^。；|<\\t\\n]{0,24}?';
  return {
    official: loose(title),
    recognised: `(?:${keywords.map((words) => `${gap}${words.map((word) => loose(word)).join(gap)}`).join('|')})[^。；|<\\t\\n]{0,24}?`,
  };
}

const headingCaptures = (title: string): Record<string, Pattern> => ({
  1: { name: 'punctuation.definition.heading.gongkai' },
  2: { name: 'punctuation.definition.bold.gongkai' },
  3: { name: 'punctuation.definition.numbering.gongkai' },
  4: { name: `entity.name.section.${title}gongkai` },
  5: { name: 'punctuation.definition.bold.gongkai' },
});

function sectionPatterns(): Pattern[] {
  // A section stands in several editions in the same words; a name that differs in one would be one more alternative.
  const titles = [
    ...new Map(editions.flatMap(({ sections }) => sections).map((section) => [section.label.text, sectionTitle(section)])).values(),
  ];
  const heading = (title: string, kind: string): Pattern => ({
    name: 'markup.heading.section.gongkai',
    match: `${HEADING_START}(${NUMERAL}[${BLANK}]{0,4}[、．.，,])[${BLANK}]{0,4}(${title})${HEADING_END}`,
    captures: headingCaptures(kind),
  });
  return [
    heading(`(?:${titles.map(({ official }) => official).join('|')})`, ''),
    heading(`(?:${titles.map(({ recognised }) => recognised).join('|')})`, 'variant.'),
  ];
}

const repository: Record<string, Pattern> = {
  title: {
    comment: 'One line with the unit, or the second of two.',
    name: 'markup.heading.title.gongkai',
    match:
      `${HEADING_START}([^\\s#*_|，。；：、<>][^\\t|，。；：、<>\\n]{0,60}?)??[${BLANK}]*+([0-9０-９](?:[${BLANK}]?[0-9０-９]){3}[${BLANK}]{0,2}年(?:[${BLANK}]{0,2}度)?)[${BLANK}]{0,4}` +
      `(${loose('政府信息公开')}[${BLANK}]{0,4}(?:${loose('工作')})?[${BLANK}]{0,4}${loose('年')}[${BLANK}]{0,4}(?:${loose('度')})?[${BLANK}]{0,4}(?:${loose('工作')})?[${BLANK}]{0,4}${loose('报告')})${HEADING_END}`,
    captures: {
      1: { name: 'punctuation.definition.heading.gongkai' },
      2: { name: 'punctuation.definition.bold.gongkai' },
      3: { name: 'entity.name.section.title.gongkai entity.name.type.unit.gongkai' },
      4: { name: 'entity.name.section.title.gongkai constant.numeric.year.gongkai' },
      5: { name: 'entity.name.section.title.gongkai' },
      6: { name: 'punctuation.definition.bold.gongkai' },
    },
  },
  section: { patterns: sectionPatterns() },
  'other-section': {
    name: 'markup.heading.section.gongkai',
    match: `${INDENT}${MARKS}[${BLANK}]{0,4}(${NUMERAL}{1,3}[${BLANK}]{0,4}[、．.])[${BLANK}]{0,4}([^\\s。；：，|*_][^。；：，|\\t\\n*_]{0,40}?)[${BLANK}]{0,4}(\\*{2,3}|_{2,3})?[${BLANK}\\t#]*+$`,
    captures: headingCaptures('other.'),
  },
  'sub-heading': {
    name: 'markup.heading.subsection.gongkai',
    match: `${INDENT}${MARKS}[${BLANK}]{0,4}([（(][${BLANK}]?${NUMERAL}{1,3}[${BLANK}]?[）)])(?!.{0,3}$)[${BLANK}]{0,4}([^\\s。：:；，,|*_<][^。：:；，,|\\t\\n*_<]{0,30}(?=[。：:]|[${BLANK}\\t#*_]*+$))?(\\*{2,3}|_{2,3})?`,
    captures: headingCaptures('sub.'),
  },
  'row-heading': {
    comment: 'A label as the heading of a small table of its own.',
    name: 'markup.heading.row.gongkai',
    match: `${INDENT}(?:(#{1,6})[ \\t]{1,4}(\\*{2,3})?|(\\*{2,3}))(?:(${anyOf(rowLabels)})|(${anyOf(groupLabels)})|(${anyOf(blockTitles)}))[${BLANK}]{0,4}(\\*{2,3})?[${BLANK}\\t#]*+$`,
    captures: {
      1: { name: 'punctuation.definition.heading.gongkai' },
      2: { name: 'punctuation.definition.bold.gongkai' },
      3: { name: 'punctuation.definition.bold.gongkai' },
      4: { name: ROW },
      5: { name: GROUP },
      6: { name: BLOCK },
      7: { name: 'punctuation.definition.bold.gongkai' },
    },
  },
  'table-line': tableLine(`${startsWith(allLabels, FOLLOWED_BY_VALUES)}|${valuesOnly()}|${numericTail(4)}|${cellsWithValues()}`),
  'telling-table-line': tableLine(
    `${startsWith(tellingLabels, FOLLOWED_BY_VALUES)}|${startsWith(rowLabels, DIVIDED)}|${numericTail(wideCells)}|${[...unlabelled].map(valuesInPipes).join('|')}`,
  ),
  cell: {
    patterns: [
      ...include('directive', 'comment', 'delimiter', 'separator'),
      { match: `${CELL_START}${anyOf(blockTitles)}${CELL_END}`, name: BLOCK },
      ...include('row', 'group', 'column', 'value', 'placeholder', 'tag', 'entity'),
    ],
  },
  row: { match: `${CELL_START}${anyOf(rowLabels, { wrapped: true })}${CELL_END}`, name: ROW },
  group: { match: `${CELL_START}${anyOf(groupLabels)}${CELL_END}`, name: GROUP },
  column: { match: `${CELL_START}${anyOf(columnLabels, { wrapped: true })}${CELL_END}`, name: COLUMN },
  value: { match: `${CELL_START}${VALUE}${CELL_END}`, captures: valueCaptures },
  placeholder: { match: `${CELL_START}(?:[/／]|[-－—–]{1,4}|无)${CELL_END}`, name: 'constant.language.placeholder.gongkai' },
  delimiter: { match: `(?<=\\||^)[ ]{0,40}:?-{1,200}:?[ ]{0,40}(?=\\|)`, name: 'punctuation.separator.table.gongkai' },
  separator: { match: `[\\t|]`, name: 'punctuation.separator.cell.gongkai' },
  'delimiter-row': {
    name: 'meta.table.delimiter.gongkai',
    match: `^[ \\t]*+\\|?(?:[ \\t]*+:?-++:?[ \\t]*+\\|)++(?:[ \\t]*+:?-++:?)?[ \\t]*+$`,
    captures: { 0: { name: 'punctuation.separator.table.gongkai' } },
  },
  'html-row': {
    name: 'meta.table.row.gongkai',
    begin: `(?<=>)[${BLANK}]*+(?:(${anyOf(rowLabels)})|(${anyOf(groupLabels)})|(${anyOf(blockTitles)}))(?=[${BLANK}]*+<)`,
    beginCaptures: { 1: { name: ROW }, 2: { name: GROUP }, 3: { name: BLOCK } },
    end: `(?=</tr|<tr|</table)|^(?=[ \\t]*$)`,
    patterns: include('cell'),
  },
  'html-cell': {
    patterns: [
      { match: `(?<=>)[${BLANK}]*+(${anyOf(columnLabels)})(?=[${BLANK}]*+<)`, captures: { 1: { name: COLUMN } } },
      { match: `(?<=[>;])[${BLANK}]*+${VALUE}(?=[${BLANK}]*+[<&])`, captures: valueCaptures },
    ],
  },
  tag: {
    name: 'meta.tag.gongkai',
    begin: '(</?)([A-Za-z][A-Za-z0-9:-]{0,40})',
    beginCaptures: { 1: { name: 'punctuation.definition.tag.begin.gongkai' }, 2: { name: 'entity.name.tag.gongkai' } },
    end: '(/?>)|$',
    endCaptures: { 1: { name: 'punctuation.definition.tag.end.gongkai' } },
    patterns: [
      { match: '(?<=\\s)[A-Za-z_:][A-Za-z0-9_:.-]{0,40}', name: 'entity.other.attribute-name.gongkai' },
      { match: '"[^"\\n]{0,2000}"|\'[^\'\\n]{0,2000}\'', name: 'string.quoted.gongkai' },
    ],
  },
  entity: { match: '&(?:[A-Za-z]{2,12}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});', name: 'constant.character.entity.gongkai' },
  directive: {
    name: 'comment.block.directive.gongkai',
    begin: '(<!--)[ \\t]{0,8}(gongkai-[a-z]{1,20}(?:-[a-z]{1,20}){0,4})\\b',
    beginCaptures: { 1: { name: 'punctuation.definition.comment.gongkai' }, 2: { name: 'keyword.control.directive.gongkai' } },
    end: '-->',
    endCaptures: { 0: { name: 'punctuation.definition.comment.gongkai' } },
    patterns: [
      { match: '[:：].{0,400}?(?=-->|$)', name: 'string.unquoted.reason.gongkai' },
      { match: '[a-z]{1,30}(?:-[a-z]{1,30}){1,4}', name: 'entity.name.tag.rule.gongkai' },
    ],
  },
  comment: {
    name: 'comment.block.gongkai',
    begin: '<!--',
    beginCaptures: { 0: { name: 'punctuation.definition.comment.gongkai' } },
    end: '-->',
    endCaptures: { 0: { name: 'punctuation.definition.comment.gongkai' } },
  },
  'page-number': {
    name: 'comment.line.page-number.gongkai',
    match: `${INDENT}(?:[-－—–―]{1,3}[${BLANK}]{0,4}[0-9０-９]{1,4}[${BLANK}]{0,4}[-－—–―]{1,3}|第[${BLANK}]{0,4}[0-9０-９]{1,4}[${BLANK}]{0,4}页(?:[${BLANK}]{0,4}[,，]?[${BLANK}]{0,4}共[${BLANK}]{0,4}[0-9０-９]{1,4}[${BLANK}]{0,4}页)?)[${BLANK}\\t\\f]*+$`,
  },
  bold: {
    match: '(\\*\\*)([^*\\s](?:[^*\\n]{0,200}[^*\\s])?)(\\*\\*)',
    captures: {
      1: { name: 'punctuation.definition.bold.gongkai' },
      2: { name: 'markup.bold.gongkai' },
      3: { name: 'punctuation.definition.bold.gongkai' },
    },
  },
};

/** Values and dividers, nothing else: a line of the table of disputes, or one cell a line. */
function valuesOnly(): string {
  return `${value}(?:[${SEPARATOR}${BLANK}]{1,40}${value})*+[${SEPARATOR}${BLANK}]*+$`;
}

/** So many values divided by pipes, nothing else. */
function valuesInPipes(cells: number): string {
  return `(?:${value}[${BLANK}]{0,40}\\|[${BLANK}]{0,40}){${cells - 1}}${value}[${SEPARATOR}${BLANK}]*+$`;
}

/** The line ends in so many figures: the middle line of a wrapped label. */
function numericTail(cells: number): string {
  return `(?:.*[${SEPARATOR}${BLANK}])?(?:${DIGITS}[${SEPARATOR}${BLANK}]{1,40}){${cells - 1}}${DIGITS}[${SEPARATOR}${BLANK}]{0,40}$`;
}

/** A cell of text, then one with a value. */
function cellsWithValues(): string {
  return `[^${SEPARATOR}<\\n]++[${SEPARATOR}][${SEPARATOR}${BLANK}]*+(?:${value}|[/／—-])[${BLANK}]*+(?:[${SEPARATOR}]|$)`;
}

const reportGrammar: Grammar = {
  name: '政府信息公开工作年度报告',
  scopeName: SCOPE,
  patterns: include(
    'directive',
    'comment',
    'page-number',
    'delimiter-row',
    'title',
    'section',
    'row-heading',
    'table-line',
    'other-section',
    'sub-heading',
    'html-row',
    'html-cell',
    'tag',
    'entity',
    'bold',
  ),
  repository,
};

/** In Markdown files only what is certain: any file may be Markdown, few are reports. */
const injectedGrammar: Grammar = {
  name: '政府信息公开工作年度报告 (Markdown)',
  scopeName: 'markdown.gongkai-report.injection',
  injectionSelector:
    'L:text.html.markdown - comment - markup.fenced_code - markup.raw - markup.inline.raw - meta.embedded.block - meta.tag - meta.table.row.gongkai',
  patterns: ['directive', 'page-number', 'title', 'section', 'row-heading', 'telling-table-line', 'sub-heading', 'html-row'].map(
    (name) => ({
      include: `${SCOPE}#${name}`,
    }),
  ),
};

/** Both grammars as the text of their files, by path from the root of the project. */
export function grammarFiles(): ReadonlyMap<string, string> {
  const json = (grammar: Grammar): string => `${JSON.stringify(grammar, null, 2)}\n`;
  return new Map([
    ['syntaxes/gongkai-report.tmLanguage.json', json(reportGrammar)],
    ['syntaxes/gongkai-markdown-injection.tmLanguage.json', json(injectedGrammar)],
  ]);
}

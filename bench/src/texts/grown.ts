import { analyze } from '../../../server/src/analysis/analyze';
import type { SectionNumber } from '../../../server/src/editions';
import type { LayoutName } from '../../../test/generator/render';

/** Texts of any size: long reports, and floods of what a reader of tables could stumble over. */

/** Where a flood stands: by itself, in the prose of section 一, or in the middle of a table. */
export const places = ['table', 'prose', 'alone'] as const;
export type Place = (typeof places)[number];

/** Reports that are only long. */
export const longReports = ['prose', 'reports'] as const;

interface Flood {
  /** What is repeated; of several each in its own share, one behind the other. */
  readonly units: readonly string[];
  readonly before?: string;
  readonly after?: string;
  /** The layout of the draft that it stands in. */
  readonly layout: LayoutName;
  /** The section whose table it stands in; the third where none is said. */
  readonly section?: SectionNumber;
}

const flood = (layout: LayoutName, unit: string, before = '', after = ''): Flood => ({ layout, units: [unit], before, after });
const inTurn = (layout: LayoutName, ...units: string[]): Flood => ({ layout, units });
const inSection = (section: SectionNumber, found: Flood): Flood => ({ ...found, section });

/** What holds no line feed makes one long line. */
export const floods = {
  'long line': flood('pipe', '公开'),
  'long line of words': flood('words', '公开 '),
  'long line of figures': flood('words', '12 '),
  'one number': flood('tab', '9'),
  'number with separators': flood('tab', '（一）予以公开\t1', ',000'),
  blanks: flood('columns', ' '),
  'wide blanks': flood('columns', '　'),
  'lines of blanks': flood('columns', '                                        \n'),
  bars: flood('pipe', '|'),
  'lines of a bar': flood('pipe', '|\n'),
  'lines of bars': flood('pipe', '| | | | | | | |\n'),
  'escaped bars': flood('gfm', '\\|'),
  'delimiter row': flood('gfm', '-|'),
  'delimiter rows': flood('gfm', '| --- | --- |\n'),
  tabs: flood('tab', '\t'),
  'lines of a tab': flood('tab', '\t\n'),
  'lines of tabs': flood('tab', '\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n'),
  'line feeds': flood('lines', '\n'),
  'carriage returns': flood('lines', '\r'),
  'form feeds': flood('words', '\f'),
  'page numbers': flood('words', '- 12 -\n'),
  fences: flood('gfm', '```\n'),
  rules: flood('gfm', '---\n'),
  'number signs': flood('gfm', '#'),
  asterisks: flood('gfm', '*'),
  'lines of emphasis': flood('gfm', '**一**\n'),
  brackets: flood('words', '（'),
  'note without end': flood('tab', '（一）予以公开\t22（其中', '修订'),
  'section headings': flood('tab', '一、总体情况\n'),
  'headings of all sections': flood(
    'gfm',
    '## 六、其他需要报告的事项\n## 五、存在的主要问题及改进情况\n## 四、政府信息公开行政复议、行政诉讼情况\n## 三、收到和处理政府信息公开申请情况\n## 二、主动公开政府信息情况\n## 一、总体情况\n',
  ),
  'other headings': flood('tab', '七、下一步工作打算\n八、附件\n'),
  'sub-headings': flood('tab', '（一）主动公开\n1.发布情况\n'),
  titles: flood('tab', '清河县民政局2023年政府信息公开工作年度报告\n'),
  'rows of a tab table': flood('tab', '（一）予以公开\t1\t2\t3\t4\t5\t6\t7\n'),
  'rows of a GFM table': flood('gfm', '| （一）予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n'),
  'rows of words': flood('words', '（一）予以公开 1 2 3 4 5 6 7\n'),
  'rows of blanks': flood('tab', '（一）予以公开\t\t\t\t\t\t\t\n'),
  'rows of texts': flood('tab', '（一）予以公开\t若干\t若干\t若干\t若干\t若干\t若干\t若干\n'),
  'rows too short': flood('tab', '（一）予以公开\t1\t2\n'),
  'unknown rows': flood('tab', '（九）另行安排\t1\t2\t3\t4\t5\t6\t7\n'),
  'rows of all tables': flood(
    'tab',
    '规章\t1\t2\t3\n行政许可\t5\n一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t7\n（七）总计\t1\t2\t3\t4\t5\t6\t7\n',
  ),
  'rows of table disclosure': inSection(2, flood('tab', '规章\t1\t2\t3\n')),
  'heads of table disclosure': inSection(2, flood('tab', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n')),
  'heads and rows': inSection(
    2,
    flood('tab', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3\n行政规范性文件\t1\t2\t3\n'),
  ),
  'rows, then heads': inSection(2, inTurn('tab', '规章\t1\t2\t3\n', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n')),
  'heads, then rows': inSection(2, inTurn('tab', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n', '规章\t1\t2\t3\n')),
  'rows, then other rows': inTurn(
    'tab',
    '（一）予以公开\t1\t2\t3\t4\t5\t6\t7\n',
    '（七）总计\t1\t2\t3\n',
    '（九）另行安排\t1\t2\t3\t4\t5\t6\t7\n',
  ),
  'values, then labels': inTurn('lines', '12\n', '（一）予以公开\n', '自然人\n'),
  'headings, then rows': inTurn('tab', '一、总体情况\n', '（一）予以公开\t1\t2\t3\t4\t5\t6\t7\n'),
  'heads of table requests': flood('tab', '自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n'),
  'heads of table disputes': inSection(4, flood('tab', '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n')),
  'lines of values': flood('lines', '12\n'),
  'lines of a row': flood('lines', '（一）予以公开\n1\n2\n3\n4\n5\n6\n7\n'),
  'lines of labels': flood('lines', '（一）予以公开\n'),
  'lines of pieces': flood('words', '其他\n总计\n情况\n'),
  'pieces and values': flood('words', '（一）予以\n1 2 3 4 5 6 7\n公开\n'),
  'misspelt labels': flood('words', '一、本年新受政府信息公开申请总数 1 2 3 4 5 6 7\n'),
  'radical characters': flood('words', '⼀、⺠政局⽅⾯\n'),
  'invisible characters': flood('words', '\u200b'),
  'unpaired surrogates': flood('words', '\ud800\n'),
  colspans: flood('html', '<td colspan=100000 rowspan=100000>1</td>', '<table><tr>', '</tr></table>'),
  'rows with colspans': flood('html', '<tr><td colspan=100000 rowspan=100000>1', '<table>', '</table>'),
  'empty rows': flood('html', '<tr>', '<table><tr><td colspan=40 rowspan=120><td colspan=40><td colspan=40>', '</table>'),
  'empty cells': flood('html', '<td>', '<table><tr>', '</table>'),
  'rows of an HTML table': flood('html', '<tr><td>（一）予以公开<td>1<td>2<td>3<td>4<td>5<td>6<td>7'),
  'unclosed tables': flood('html', '<table><tr><td>'),
  'unclosed paragraphs': flood('html', '<p>公开'),
  'unclosed tag': flood('html', ' a=1', '<td', ''),
  'unclosed attribute': flood('html', '公开', '<td title="', ''),
  'unclosed comments': flood('html', '<!--'),
  'unclosed scripts': flood('html', '<script>'),
  'closing tags': flood('html', '</table></tr></td></p>'),
  'deep nesting': flood('html', '<div>'),
  'deep spans': flood('html', '<span>公'),
  'deep tables': flood('html', '<table><tr><td>1<td>2'),
  'opening brackets': flood('html', '<'),
  entities: flood('html', '&nbsp;'),
  ampersands: flood('html', '&'),
  breaks: flood('html', '<br>'),
} as const satisfies Readonly<Record<string, Flood>>;

export type FloodName = keyof typeof floods;
export const floodNames = Object.keys(floods) as FloodName[];

/** A text of `size` UTF-8 bytes, or a little less. */
export function grown(draft: string, kind: string, place: Place, size: number): string {
  if (kind === 'reports') return repeated(draft, size);
  if (kind === 'prose') {
    const { start, end } = bodyOf(draft, 1);
    const paragraphs = draft.slice(start, end);
    return draft.slice(0, end) + repeated(paragraphs, size - Buffer.byteLength(draft)) + draft.slice(end);
  }
  const found: Flood | undefined = Object.entries(floods).find(([name]) => name === kind)?.[1];
  if (!found) throw new RangeError(`no text of the kind ${kind}`);
  const { units, before = '', after = '', section = 3 } = found;
  const at = place === 'alone' ? 0 : lineIn(draft, bodyOf(draft, place === 'prose' ? 1 : section));
  const around = place === 'alone' ? ['', ''] : [draft.slice(0, at), draft.slice(at)];
  const room = size - Buffer.byteLength(around[0] + before + after + around[1]) - 2;
  return `${around[0]}${before}${units.map((unit) => repeated(unit, room / units.length)).join('')}${after}\n${around[1]}`;
}

const repeated = (unit: string, size: number): string => unit.repeat(Math.max(1, Math.floor(size / Buffer.byteLength(unit))));

function bodyOf(draft: string, number: SectionNumber): { start: number; end: number } {
  const section = analyze(draft).report.sections.find((one) => one.number === number);
  if (!section) throw new RangeError(`the draft has no section ${number}`);
  return section.body;
}

/** Where the line begins that stands in the middle of a range. */
function lineIn(draft: string, { start, end }: { start: number; end: number }): number {
  return Math.max(start, draft.lastIndexOf('\n', (start + end) >> 1) + 1);
}

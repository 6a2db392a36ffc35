import { editions, type Label, rowsOf, tableOf } from '../server/src/editions';

/** The pictures of the walkthrough, in the colours of the editor's theme, without styles, which its page forbids; official labels come from the newest edition. */

const WIDTH = 560;
const LINE = 30;

const edition = editions.at(-1)!;
const requests = tableOf(edition, 'requests');
const heading = (number: number): string => edition.sections.find((section) => section.number === number)!.label.text;
const labelOf = (row: string): string => rowsOf(requests).find(({ row: { id } }) => id === row)!.row.label.text;
const columns = requests.blocks[0]!.columns;
const columnLabel = (id: string): Label => columns.find((column) => column.id === id)!.label;

const colour = (name: string, otherwise: string): string => `var(--vscode-${name}, ${otherwise})`;
const foreground = colour('foreground', '#3b3b3b');
const faint = colour('descriptionForeground', '#767676');
const line = colour('widget-border', '#d0d0d0');
const card = colour('editor-background', '#ffffff');
const accent = colour('textLink-foreground', '#005fb8');
const wrong = colour('editorError-foreground', '#e51400');
const right = colour('testing-iconPassed', '#388a34');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

interface Written {
  readonly fill?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

const text = (
  x: number,
  y: number,
  words: string,
  { fill = foreground, size = 15, bold = false, anchor = 'start' }: Written = {},
): string =>
  `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}"${bold ? ' font-weight="600"' : ''} fill="${fill}">${escaped(words)}</text>`;

const box = (x: number, y: number, width: number, height: number, stroke = line, fill = card): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${fill}" stroke="${stroke}"/>`;

const wave = (x: number, y: number, width: number): string => {
  const steps = Math.round(width / 4);
  const path = Array.from({ length: steps }, (_, i) => `l2 ${i % 2 === 0 ? -3 : 3} l2 0`).join(' ');
  return `<path d="M${x} ${y} ${path}" fill="none" stroke="${wrong}" stroke-width="1.5"/>`;
};

const tick = (x: number, y: number): string =>
  `<path d="M${x} ${y} l5 5 l9 -11" fill="none" stroke="${right}" stroke-width="2.5" stroke-linecap="round"/>`;

const picture = (height: number, ...parts: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`,
    ` font-family="system-ui, 'Microsoft YaHei', 'PingFang SC', 'Noto Sans SC', sans-serif">`,
    `\n${[box(1, 1, WIDTH - 2, height - 2), ...parts].join('\n')}\n</svg>\n`,
  ].join('');

/** A row of a table with three figures and their total. */
function row(y: number, label: string, figures: readonly string[], total: Written = {}): string[] {
  const places = [300, 370, 440, 520];
  return [
    text(24, y, label),
    ...figures.map((figure, i) => text(places[i]!, y, figure, { anchor: 'middle', ...(i === figures.length - 1 ? total : {}) })),
    `<path d="M24 ${y + 10} H${WIDTH - 24}" stroke="${line}"/>`,
  ];
}

const heads = row(
  44,
  '',
  [columnLabel('natural').text, '…', '…', columnLabel('total').text].map((words) => words),
  { bold: true },
);
const faulty = row(44 + LINE * 1.4, labelOf('granted'), ['57', '4', '2', '36'], { fill: wrong, bold: true });
const waved = wave(508, 44 + LINE * 1.4 + 7, 24);

const newReport = picture(
  320,
  text(WIDTH / 2, 44, '清河县民政局2023年政府信息公开工作年度报告', { anchor: 'middle', bold: true, size: 17 }),
  ...[1, 2, 3, 4, 5, 6].flatMap((number, i) => [
    text(24, 88 + i * 38, heading(number), { fill: accent }),
    ...(number >= 2 && number <= 4
      ? [0, 1, 2, 3].map((cell) => `<rect x="${392 + cell * 36}" y="${72 + i * 38}" width="36" height="20" fill="none" stroke="${line}"/>`)
      : [`<path d="M392 ${86 + i * 38} h144" stroke="${line}" stroke-width="2" stroke-dasharray="6 5"/>`]),
  ]),
);

const fault = picture(
  190,
  ...heads,
  ...faulty,
  waved,
  box(150, 118, 386, 52, wrong),
  text(166, 140, `“${columnLabel('total').text}”列是 36，各项之和是 63，差 27。`, { size: 14 }),
  text(166, 160, '36 ≠ 57 + 4 + 2', { size: 13, fill: faint }),
);

const fix = picture(
  210,
  ...heads,
  ...faulty,
  waved,
  box(210, 116, 326, 78),
  `<rect x="216" y="122" width="314" height="30" rx="4" fill="${colour('list-hoverBackground', '#f0f0f0')}"/>`,
  text(230, 142, `“${columnLabel('total').text}”由 36 改为 63`, { size: 14, bold: true }),
  text(230, 176, '忽略，并写明理由', { size: 14, fill: faint }),
  text(24, 146, 'Ctrl + .', { size: 20, bold: true, fill: accent }),
);

const explained = labelOf('denied.security');
const rowPicture = picture(
  210,
  ...heads,
  ...row(44 + LINE * 1.4, explained, ['0', '0', '0', '0']),
  box(24, 112, WIDTH - 48, 82),
  text(40, 138, explained, { bold: true }),
  `<path d="M40 150 H${WIDTH - 40}" stroke="${line}"/>`,
  text(40, 176, '计什么　·　依据　·　常见填错　·　0 = 0 + 0', { size: 14, fill: faint }),
);

const folder = picture(
  190,
  ...['清河县民政局', '临江市人民政府', '桐溪镇人民政府'].flatMap((unit, i) => {
    const y = 52 + i * 48;
    const errors = [0, 4, 2][i]!;
    return [
      text(64, y, `${unit}2023年政府信息公开工作年度报告`, { size: 15 }),
      errors === 0 ? tick(30, y - 6) : text(36, y, String(errors), { fill: wrong, bold: true, anchor: 'middle' }),
      `<path d="M24 ${y + 18} H${WIDTH - 24}" stroke="${line}"/>`,
    ];
  }),
);

const exported = picture(
  240,
  box(40, 24, 200, 192),
  text(140, 56, '年度报告', { anchor: 'middle', bold: true }),
  ...[0, 1, 2].map((i) => `<path d="M60 ${78 + i * 16} h160" stroke="${line}" stroke-width="2"/>`),
  ...[0, 1, 2, 3].flatMap((r) =>
    [0, 1, 2, 3].map((c) => `<rect x="${60 + c * 40}" y="${130 + r * 18}" width="40" height="18" fill="none" stroke="${line}"/>`),
  ),
  box(320, 24, 200, 192),
  text(420, 56, '审核清单', { anchor: 'middle', bold: true }),
  ...[0, 1, 2, 3].flatMap((i) => [tick(344, 86 + i * 32), `<path d="M376 ${86 + i * 32} h120" stroke="${line}" stroke-width="2"/>`]),
);

/** By path from the root of the project. */
export const walkthroughPictures = (): [string, string][] =>
  Object.entries({ newReport, fault, fix, row: rowPicture, folder, export: exported }).map(([name, svg]) => [
    `images/walkthrough/${name}.svg`,
    svg,
  ]);

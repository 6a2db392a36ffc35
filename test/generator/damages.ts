import { type Analysis, analyze } from '../../server/src/analysis/analyze';
import { applyEdits, type Edit } from '../../server/src/editing/edit';
import type { Range } from '../../server/src/reading/report';
import type { Random } from './random';

/** What writers and converters do to the wording of a draft: labels, heads, headings, its title, how figures are written. */

type Damage = (analysis: Analysis, random: Random) => Edit[];

const HAN = /^\p{Script=Han}$/u;
const plain = (text: string, { start, end }: Range): string | undefined => {
  const part = text.slice(start, end);
  return /[<&\n\r]/.test(part) ? undefined : part;
};
const replaced = (range: Range, text: string): Edit[] => [{ range, text }];
const at = (start: number, end = start): Range => ({ start, end });

/** One character of a text lost, doubled, swapped with the next, or another one in its place. */
function misspelt(range: Range, written: string, random: Random): Edit[] {
  const places = [...written].flatMap((c, i) => (HAN.test(c) ? [i] : []));
  if (places.length === 0) return [];
  const i = random.pick(places);
  const start = range.start + i;
  const character = written.charAt(i);
  return random.pick([
    replaced(at(start, start + 1), ''),
    replaced(at(start, start + 1), '某'),
    replaced(at(start), character),
    replaced(at(start, start + Math.min(2, written.length - i)), [...written.slice(i, i + 2)].reverse().join('')),
  ]);
}

const tables = ({ report }: Analysis) => [...report.tables.values()];

const rowLabel: Damage = (analysis, random) => {
  const table = random.pick(tables(analysis));
  const row = random.pick(table.rows);
  const range = row.pieces ? random.pick(row.pieces) : row.label;
  const written = plain(analysis.report.text, range);
  return written && range.start < range.end ? misspelt(range, written, random) : [];
};

/** The numbering lost, or a note in brackets. */
const shortLabel: Damage = (analysis, random) => {
  const table = random.pick(tables(analysis));
  const { label } = random.pick(table.rows);
  const written = plain(analysis.report.text, label);
  if (!written) return [];
  const number = /^(?:\d[.．、]|[（(][一二三四五六七][)）]|[一二四]、)\s*/.exec(written);
  const note = /[（(][^（()）]{8,}[)）]$/.exec(written);
  if (note && random.chance(0.7)) return replaced(at(label.start + note.index, label.end), '');
  return number ? replaced(at(label.start, label.start + number[0].length), '') : [];
};

const head: Damage = (analysis, random) => {
  const heads = tables(analysis).flatMap(({ labels }) => labels.filter(({ kind }) => kind === 'column'));
  if (heads.length === 0) return [];
  const { range } = random.pick(heads);
  const written = plain(analysis.report.text, range);
  if (!written || written.length < 2) return [];
  return random.pick([
    replaced(at(range.start + Math.ceil(written.length / 2), range.end), ''),
    replaced(at(range.end), written),
    misspelt(range, written, random),
  ]);
};

const titles: Readonly<Record<number, readonly string[]>> = {
  1: ['一、工作基本情况', '一、2021年政府信息公开工作的总体情况', '一、概述', '1、总体情况', '总体情况', '第一部分 总体情况'],
  2: ['二、主动公开政府信息的情况', '二、主动公开情况', '二主动公开政府信息情况'],
  3: ['三、收到和处理政府信息公开申请的情况', '三、依申请公开情况', '三、收到和处理政府信息公开申清情况'],
  4: ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', '四、政府信息公开行政复议和行政诉讼情况'],
  5: ['五、存在问题及改进情况', '五、存在的主要问题及整改措施', '五、政府信息公开工作存在的主要问题及改进情况', '五、存在的不足和改进'],
  6: ['六、其他需要报告事项', '六、其他', '六、其它需要报告的事项', '六、需要说明的其他事项'],
};

const sectionTitle: Damage = (analysis, random) => {
  const { heading, number } = random.pick(analysis.report.sections);
  if (number === undefined || plain(analysis.report.text, heading.range) === undefined) return [];
  return replaced(heading.range, random.pick(titles[number] ?? []));
};

/** A heading with another number, or two that have changed theirs. */
const sectionNumber: Damage = (analysis, random) => {
  const headings = analysis.report.sections.map((section) => section.heading.range);
  const numeral = (range: Range): Range => at(range.start, range.start + 1);
  const { text } = analysis.report;
  const isNumeral = (range: Range): boolean => /[一二三四五六]/.test(text.slice(range.start, range.start + 1));
  if (!headings.every(isNumeral) || headings.length < 2) return [];
  const i = random.int(0, headings.length - 2);
  const [one, other] = [headings[i]!, headings[i + 1]!];
  return random.chance(0.5)
    ? [
        { range: numeral(one), text: text.charAt(other.start) },
        { range: numeral(other), text: text.charAt(one.start) },
      ]
    : replaced(numeral(one), random.pick([...'一二三四五六七']));
};

/** A section in another place; in a draft without markup. */
const sectionPlace: Damage = ({ report: { text, sections } }, random) => {
  if (text.includes('<') || sections.length < 3) return [];
  const starts = sections.map(({ heading }) => text.lastIndexOf('\n', heading.range.start - 1) + 1);
  const i = random.int(0, sections.length - 2);
  const [start, end] = [starts[i]!, starts[i + 1]!];
  const targets = starts.filter((place) => place < start || place > end);
  const target = random.pick(targets);
  return [
    { range: at(start, end), text: '' },
    { range: at(target), text: text.slice(start, end) },
  ];
};

const title: Damage = ({ report: { text, title: found } }, random) => {
  if (!found?.year) return [];
  const behind = text.indexOf('年', found.year.range.end);
  const work = text.indexOf('工作年度', found.range.start);
  return random.pick([
    behind >= 0 && behind < found.range.end ? replaced(at(behind, behind + 1), '年度') : [],
    work >= 0 && work < found.range.end ? replaced(at(work, work + 4), random.pick(['年度', '年度工作'])) : [],
    found.unit ? replaced(at(found.unit.range.start), '关于') : [],
  ]);
};

const fullWidth = (digits: string): string => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const figure: Damage = (analysis, random) => {
  const cells = tables(analysis).flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]));
  if (cells.length === 0) return [];
  const { range } = random.pick(cells);
  const written = plain(analysis.report.text, range);
  if (!written || !/^\d+$/.test(written)) return [];
  return replaced(
    range,
    random.pick([fullWidth(written), `${written}件`, `${written}（其中修订1件）`, `0${written}`, '/', '—', '无', '', `${written}1`]),
  );
};

const blanks: Damage = ({ report: { text } }, random) => {
  const lines = [...text.matchAll(/[^\r\n\t |]+(?=\r?\n)/g)];
  if (lines.length === 0) return [];
  const { index, 0: found } = random.pick(lines);
  return replaced(
    at(index + found.length),
    // A tab behind a heading of Markdown makes a row of it.
    random.pick(/^#/m.test(text) ? [' ', '　'] : [' ', '　', '\t']),
  );
};

const damages: readonly Damage[] = [
  rowLabel,
  rowLabel,
  shortLabel,
  head,
  head,
  sectionTitle,
  sectionNumber,
  sectionPlace,
  title,
  figure,
  figure,
  blanks,
];

/** A draft with up to `count` damages. */
export function damaged(text: string, count: number, random: Random): string {
  let out = text;
  for (let i = 0; i < count; i++) {
    const analysis = analyze(out);
    if (analysis.report.sections.length === 0 || analysis.report.tables.size === 0) break;
    const edits = random.pick(damages)(analysis, random);
    out = applyEdits(out, edits);
  }
  return out;
}

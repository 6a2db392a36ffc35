import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../../server/src/analysis/analyze';
import { type Conversion, convert } from '../../server/src/editing/convert';
import { applyEdits, defaultEditing, type Fix } from '../../server/src/editing/edit';
import { type EditionId, editionById, editions } from '../../server/src/editions';
import { base, withRow } from '../analysis/draft';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { type FaultKind, withFault } from '../generator/faults';
import { Random } from '../generator/random';
import { layoutNames, render } from '../generator/render';
import { type Case, holds, showCase } from '../property/support';
import { analyze } from './judge';
import { faultOfFix, fixesOf, matter, remediesIn } from './remedy';

const other = (id: EditionId): EditionId => (id === '2019' ? '2021' : '2019');

/** The texts of all cells by table, row and column. */
function figuresOf({ report: { tables } }: Analysis): Map<string, string> {
  const figures = new Map<string, string>();
  for (const [id, table] of tables)
    for (const { row, cells } of table.rows)
      for (const [column, { value }] of cells)
        if (value.state === 'number') figures.set(`${id} ${row.id} ${column}`, value.normal + (value.unit ?? ''));
  return figures;
}

/** The numbers that can be read in a text. */
const digitsOf = (text: string): string[] =>
  text
    .replace(/<\/?(?:span|o:p|b|strong|font|u)\b[^<>]*>/gi, '')
    .replace(/<[^<>]*>|&#?\w+;/g, ' ')
    .match(/\d+/g) ?? [];

/** What is wrong with a conversion of all tables of a draft, or the text that came of it. */
function converted(text: string, edition: EditionId): { wrong: string } | { text: string; conversion: Conversion } {
  const before = analyze(text, { edition });
  const conversion = convert(before.report, editionById(edition), defaultEditing);
  if (!conversion) return { wrong: 'nothing is converted' };
  const after = applyEdits(text, conversion.edits);
  const now = analyze(after, { edition });
  const left = now.findings.filter(({ rule }) => rule === 'table-edition');
  if (left.length > 0) return { wrong: left[0]!.message.zh };
  // A row that was wrong is wrong under its new name.
  const own = (one: string): string => one.replace(/ otherwise\.\w+/, ' otherwise').replace(/^(rules-body .*) \w+$/, '$1');
  const known = new Set(before.findings.map((finding) => own(matter(finding))));
  const fresh = now.findings.filter(
    (finding) => !known.has(own(matter(finding))) && !/^(?:cell-empty|cell-value|sum-culprit|cell-unit)$/.test(finding.rule),
  );
  if (fresh.length > 0) return { wrong: `new: ${fresh[0]!.rule} ${fresh[0]!.message.zh}\n${after}` };
  for (const [id, table] of now.report.tables) {
    if (table.edition.id !== edition) return { wrong: `${id} is of edition ${table.edition.id}\n${after}` };
    if (table.unknownRows.length > 0) return { wrong: `${id} has unknown rows\n${after}` };
  }
  if (now.report.sections.length !== before.report.sections.length) return { wrong: 'a section came or went' };
  const digits = new Set(digitsOf(after));
  for (const figure of digitsOf(text)) if (!digits.has(figure)) return { wrong: `${figure} is lost\n${after}` };
  if (convert(now.report, editionById(edition), defaultEditing)) return { wrong: `converted again\n${after}` };
  return { text: after, conversion };
}

const faulty: readonly FaultKind[] = ['number', 'numbers', 'blank', 'text', 'row', 'surplus', 'dropped'];

/** What gets into tables when old files are reused and pages are copied. */
const litter = [
  '',
  '12',
  '备注：本表数据截至年底。',
  '- 3 -',
  '| 5 | 6 |',
  '\t7\t8\t9',
  '其他对外管理服务事项\t12\t3\t77',
  '| 政府集中采购 | 33 | 44 万元 |',
  '<tr><td>政府集中采购</td><td>35</td><td>9 元</td></tr>',
  '</table>',
  '（六）其他处理\t\t1\t2\t3\t4\t5\t6\t21',
  '信息内容\t上一年项目数量\t本年增/减',
  '若干',
];

/** A draft with lines lost, doubled, cut or strewn in. */
function ruined(text: string, random: Random): string {
  const lines = text.split('\n');
  for (let count = random.int(1, 4); count > 0; count--) {
    const at = random.int(0, lines.length - 1);
    const line = lines[at] ?? '';
    const cut = random.int(0, line.length);
    const chance = random.int(0, 3);
    if (chance === 0) lines.splice(at, 1, '');
    else if (chance === 1) lines.splice(at, 0, random.pick(litter));
    else if (chance === 2) lines.splice(at, 0, random.pick(lines));
    else lines[at] = line.slice(0, cut) + random.pick(litter) + line.slice(cut);
  }
  return lines.join('\n');
}

/** The lines of a text that stand in none of another. */
const linesBeside = (text: string, others: string): string[] => {
  const known = new Set(others.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
};

/** The base draft of one edition in the other's tables. */
function convertedBase(
  from: EditionId,
  change: (text: string) => string = (text) => text,
): { before: string; after: string; conversion: Conversion } {
  const before = change(base(from));
  const result = converted(before, other(from));
  if ('wrong' in result) assert.fail(result.wrong);
  return { before, after: result.text, conversion: result.conversion };
}

describe('conversion between editions', () => {
  it('carries over what has a counterpart, asks where it is only nearly one, and notes the rest', () => {
    const { after, before, conversion } = convertedBase('2019');
    assert.deepEqual(
      linesBeside(after, before).map((line) => line.trim()),
      [
        '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
        '规章\t1',
        '行政规范性文件\t9',
        '信息内容\t本年处理决定数量',
        '行政许可\t45210',
        '信息内容\t本年处理决定数量',
        '行政处罚\t731',
        '行政强制\t58',
        '信息内容\t本年收费金额（单位：万元）',
        '行政事业性收费',
        '（原表数据：规章：本年新公开数量1、对外公开总数量12；规范性文件：本年新公开数量9、对外公开总数量143；行政许可：上一年项目数量310、本年增/减“增 6”；其他对外管理服务事项：上一年项目数量128、本年增/减0、处理决定数量8630；行政处罚：上一年项目数量2215、本年增/减“减 14”；行政强制：上一年项目数量96、本年增/减“+2”；行政事业性收费：上一年项目数量21、本年增/减“-1”；政府集中采购：采购项目数量37、采购总金额“4210.66万元”。）',
        '（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0',
        '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0',
        '3.其他\t1\t0\t0\t0\t0\t0\t1',
      ],
    );
    assert.equal(
      conversion.confirm?.zh,
      '表二：“本年新制作数量”的规章 1、规范性文件 9 填入“本年制发件数”，请核对；17 处原有数据在新表样中没有位置，写在表后的“原表数据”里；5 格原表没有，需要填写。' +
        '表三：“（六）其他处理”的自然人 1、总计 1 填入“（六）其他处理 · 3.其他”，请核对。',
    );
    assert.equal(conversion.dropped.length, 17);
  });

  it('notes an amount with the unit that its head names', () => {
    const { after } = convertedBase('2019', (text) => text.replace('采购总金额', '采购总金额（万元）').replace('4210.66万元', '4210.66'));
    assert.match(after, /采购项目数量37、采购总金额“4210\.66万元”。/);
  });

  it('needs no word where （六） is 0 throughout', () => {
    const { conversion, after } = convertedBase('2019', (text) => withRow(text, '（六）其他处理', ['0', '0', '0', '0', '0', '0', '0']));
    assert.match(after, /3\.其他\t0\t0\t0\t0\t0\t0\t0/);
    assert.ok(!conversion.confirm?.zh.includes('表三'));
  });

  it('sums the three rows of （六） up, and keeps the parts in the note', () => {
    const rows: [label: string, values: string[]][] = [
      ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', ['2', '0', '0', '0', '0', '0', '2']],
      ['2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', ['3', '1', '0', '0', '0', '0', '4']],
      ['3.其他', ['0', '0', '0', '', '0', '若干', '0']],
    ];
    const { after, conversion } = convertedBase('2021', (text) =>
      rows.reduce((draft, [label, values]) => withRow(draft, label, values), text),
    );
    assert.match(after, /（六）其他处理\t\t5\t1\t0\t\t0\t\t6\n/);
    assert.match(
      after,
      /（原表数据：（六）其他处理·1\.申请人[^：]*：自然人2、社会公益组织0、其他0、总计2；（六）其他处理·2\.申请人[^：]*：自然人3、商业企业1、社会公益组织0、其他0、总计4；（六）其他处理·3\.其他：其他“若干”。）/,
    );
    assert.match(conversion.confirm?.zh ?? '', /表三：.*“原表数据”里/);
  });

  it('keeps rows that fit no column, word for word', () => {
    const { after } = convertedBase('2019', (text) => text.replace(/^行政许可\t.*$/m, '行政许可\t310\t增 6\t45210\t7\t88'));
    assert.match(after, /行政许可：310、增 6、45210、7、88；/);
    assert.match(after, /^行政许可\t\t\t$/m);
  });

  it('leaves what stands outside of the tables alone, line ends and all', () => {
    const text = base('2019').replaceAll('\n', '\r\n');
    const result = converted(text, '2021');
    if ('wrong' in result) assert.fail(result.wrong);
    assert.ok(!/[^\r]\n/.test(result.text));
    const { report } = analyze(text);
    for (const { range } of result.conversion.edits)
      assert.ok([...report.tables.values()].some((table) => range.start >= table.range.start - 200 && range.end <= table.range.end + 20));
    const outside = (draft: string): string[] => draft.split('\r\n').filter((line) => line.length > 0 && !line.includes('\t'));
    assert.deepEqual(
      outside(result.text).filter((line) => !line.startsWith('（原表数据：')),
      outside(text),
    );
  });

  it('fills new cells with 0 where that is the setting', () => {
    const { report } = analyze(base('2019'));
    const conversion = convert(report, editionById('2021'), { fill: '0' });
    assert.match(applyEdits(report.text, conversion?.edits ?? []), /行政规范性文件\t9\t0\t0\n/);
  });

  it('has nothing to do in the edition that the tables are written in', () => {
    for (const id of ['2019', '2021'] as const) assert.equal(convert(analyze(base(id)).report, editionById(id), defaultEditing), undefined);
  });

  describe('as the remedy of table-edition', () => {
    const renamed = base('2019').replaceAll('2019', '2023').replaceAll('2020', '2024');

    it('is offered for the table and for all of them', () => {
      const analysis = analyze(renamed);
      const found = analysis.findings.filter(({ rule }) => rule === 'table-edition');
      assert.equal(found.length, 2);
      const fixes = fixesOf(found[0]!, analysis);
      assert.deepEqual(
        fixes.map(({ title, preferred }) => [title.zh, preferred]),
        [
          ['将表二换成 2021 版表样', true],
          ['将表二、表三换成 2021 版表样', undefined],
        ],
      );
      const settled = (fix: Fix | undefined): number =>
        analyze(applyEdits(renamed, fix?.edits ?? [])).findings.filter(({ rule }) => rule === 'table-edition').length;
      assert.deepEqual(fixes.map(settled), [1, 0]);
    });

    it('mends a report that mixes editions: the new 二 with the old （六）', () => {
      const section = (text: string, from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to));
      const [old, now] = [base('2019'), base('2021')];
      const mixed = now.replace(section(now, '\n三、收到', '\n四、政府'), () => section(old, '\n三、收到', '\n四、政府'));
      const { fixes, finding, analysis } = remediesIn(mixed, 'table-edition');
      assert.equal(finding.data.table, 'requests');
      assert.equal(fixes.length, 1);
      assert.equal(faultOfFix(analysis, finding, fixes[0]!, true), undefined);
    });

    it('leaves the table behind it alone that was pasted without taking the old one out', () => {
      const tableOf = (text: string): string => text.slice(text.indexOf('第二十条'), text.indexOf('\n\n三、收到'));
      const [old, now] = [base('2019'), base('2021')];
      for (const between of ['\n', '\n\n', '\n\n本年数据：\n\n']) {
        const both = now.replace(tableOf(now), `${tableOf(old)}${between}${tableOf(now)}`);
        const { fixes } = remediesIn(both, 'table-edition');
        assert.ok(applyEdits(both, fixes[0]!.edits).includes(tableOf(now)));
      }
    });
  });

  for (const layout of layoutNames) {
    const drafts: fc.Arbitrary<Case> = fc.record({ spec: balancedSpec, style: draftStyle(layout) });
    holds(
      `${layout}: there and back`,
      drafts,
      { fixed: 20, random: 8 },
      ({ spec, style }) => {
        const { text } = render(spec, style);
        const there = converted(text, other(spec.edition));
        if ('wrong' in there) return there.wrong;
        const back = converted(there.text, spec.edition);
        if ('wrong' in back) return `back: ${back.wrong}`;
        const [figures, between, again] = [text, there.text, back.text].map((one) => figuresOf(analyze(one)));
        for (const [name, figure] of figures!) {
          if (!again!.has(name) && !between!.has(name)) continue;
          if (again!.get(name) !== figure && !/ otherwise\./.test(name))
            return `${name} was ${figure}, is ${again!.get(name)}\n${back.text}`;
        }
        const violated = analyze(there.text, { edition: other(spec.edition) }).relations.filter(({ state }) => state !== 'holds');
        return violated.length > 0 ? `${violated[0]!.relation.id} is ${violated[0]!.state}\n${there.text}` : undefined;
      },
      (value) => showCase(value, render(value.spec, value.style)),
    );
    const withFaults: fc.Arbitrary<Case> = fc
      .record({
        spec: balancedSpec,
        style: draftStyle(layout),
        kind: fc.constantFrom(...faulty),
        seed: fc.integer({ min: 0, max: 0x7fffffff }),
      })
      .map(({ spec, style, kind, seed }) => ({ spec: withFault(spec, kind, style.layout, new Random(seed)), style }))
      .filter((drawn): drawn is Case => drawn.spec !== undefined);
    holds(
      `${layout}: with a fault`,
      withFaults,
      { fixed: 25, random: 10 },
      ({ spec, style }) => {
        const there = converted(render(spec, style).text, other(spec.edition));
        return 'wrong' in there ? there.wrong : undefined;
      },
      (value) => showCase(value, render(value.spec, value.style)),
    );
    holds(
      `${layout}: ruined, and no number is lost`,
      fc.record({ spec: balancedSpec, style: draftStyle(layout), seed: fc.integer({ min: 0, max: 0x7fffffff }) }),
      { fixed: 12, random: 6 },
      ({ spec, style, seed }) => {
        const text = ruined(render(spec, style).text, new Random(seed));
        for (const edition of editions) {
          const { report } = analyze(text, { edition: edition.id });
          const conversion = convert(report, edition, defaultEditing);
          const after = applyEdits(text, conversion?.edits ?? []);
          const standing = new Set(digitsOf(after));
          const lost = digitsOf(text).filter((digits) => !standing.has(digits));
          if (lost.length > 0) return `${lost.join(', ')} lost\n${text}\n────\n${after}`;
        }
        return undefined;
      },
      (value) => showCase(value, render(value.spec, value.style)),
    );
  }
});

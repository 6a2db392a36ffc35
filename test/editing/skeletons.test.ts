import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixesOf } from '../../server/src/analysis/remedies';
import { applyEdits, defaultEditing, type EditingOptions } from '../../server/src/editing/edit';
import { insertMissing } from '../../server/src/editing/missing';
import { insertRow } from '../../server/src/editing/rows';
import { insertSections, insertTable, wholeReport } from '../../server/src/editing/skeletons';
import { writeTable } from '../../server/src/editing/write';
import { cellsOf, editionById, editions, rowsOf, type SectionNumber, type TableId, tableOf } from '../../server/src/editions';
import { readReport } from '../../server/src/reading/read';
import type { Layout, Report } from '../../server/src/reading/report';
import type { Finding } from '../../server/src/rules/rule';
import { base } from '../analysis/draft';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { layoutNames, render } from '../generator/render';
import type { Spec } from '../generator/spec';
import { type Case, holds, showCase } from '../property/support';
import { analyze } from './judge';

const layouts: readonly Layout[] = ['tab', 'pipe', 'gfm', 'html', 'lines', 'words'];
const numbers: readonly SectionNumber[] = [1, 2, 3, 4, 5, 6];
const ids: readonly TableId[] = ['disclosure', 'requests', 'disputes'];
const lacking = new Set(['title-missing', 'section-missing', 'section-empty', 'table-missing', 'table-unreadable', 'row-missing']);
/** What an insertion may bring: cells that are to be filled in; where they hold 0, sums that tell that they do not. */
const mayCome = (rule: string, fill: EditingOptions['fill']): boolean =>
  fill === 'blank' ? rule === 'cell-empty' || rule === 'table-empty' : rule.startsWith('sum-');
const matter = ({ rule, data: { section, table, row, column } }: Finding): string => [rule, section, table, row, column].join(' ');

/** Only what the format itself demands: rules on the words of the sections are another matter. */
const ofFormat = ({ rule, severity }: Finding): boolean =>
  severity !== 'hint' && /^(?:title|section|table|row|column|cell|sum)-/.test(rule);

/** What is wrong after an insertion; nothing where the gap is closed and only blank cells came. */
function fault(before: string, after: string, fill: EditingOptions['fill'], gap: (finding: Finding) => boolean): string | undefined {
  const known = new Set(analyze(before).findings.filter(ofFormat).map(matter));
  const now = analyze(after).findings.filter(ofFormat);
  const left = now.find(gap);
  if (left) return `${matter(left)} is still there`;
  const fresh = now.filter((finding) => !known.has(matter(finding)) && !mayCome(finding.rule, fill));
  return fresh.length > 0 ? `it brings ${fresh.map(matter).join(', ')}` : undefined;
}

const allBlank = (report: Report, fill: EditingOptions['fill']): boolean =>
  ids.every((id) => {
    const table = report.tables.get(id);
    const cells = table?.rows.flatMap((row) => [...row.cells.values()]) ?? [];
    return (
      table !== undefined &&
      cells.length === cellsOf(table.definition).length &&
      cells.every(({ value }) => (fill === 'blank' ? value.state === 'blank' : value.state === 'number' && value.normal === '0'))
    );
  });

describe('a draft with nothing but its title', () => {
  for (const [year, edition] of [
    [2019, '2019'],
    [2023, '2021'],
  ] as const) {
    for (const layout of layouts) {
      for (const fill of ['blank', '0'] as const) {
        for (const crlf of [false, true]) {
          it(`${year} ${layout} ${fill}${crlf ? ' CRLF' : ''}: becomes a whole report by the first fix of the first finding, over and over`, () => {
            let text = `清河县民政局${year}年政府信息公开工作年度报告${crlf ? '\r\n' : ''}`;
            const begin = text;
            const options = { fill, layout };
            for (let step = 0; ; step++) {
              assert.ok(step < 12, 'it never ends');
              const analysis = analyze(text);
              const first = analysis.findings.find(({ rule }) => lacking.has(rule));
              if (!first) break;
              const [fix] = fixesOf(first, analysis, options);
              assert.ok(fix, `no fix for ${matter(first)}`);
              text = applyEdits(text, fix.edits);
            }
            const { report, findings } = analyze(text);
            assert.ok(text.startsWith(begin.trimEnd()));
            assert.equal(report.edition?.id, edition);
            assert.deepEqual(
              report.sections.map(({ number, agreement }) => `${number} ${agreement}`),
              numbers.map((number) => `${number} official`),
            );
            assert.ok(allBlank(report, fill));
            assert.deepEqual(
              findings.filter(ofFormat).map(({ rule }) => rule),
              fill === 'blank' ? ['table-empty', 'table-empty', 'table-empty'] : [],
            );
            if (crlf) assert.ok(!/[^\r]\n/.test(text));
            // All at once gives the same.
            const whole = readReport(begin);
            assert.ok(allBlank(readReport(applyEdits(begin, insertMissing(whole, options))), fill));
          });
        }
      }
    }
  }

  it('an empty draft becomes a whole report', () => {
    for (const layout of layouts) {
      for (const year of [2020, 2024]) {
        const options = { ...defaultEditing, layout };
        const text = applyEdits('\ufeff\n', wholeReport('\ufeff\n', options, year));
        const { report, findings } = analyze(text);
        assert.ok(text.startsWith('\ufeff'));
        assert.equal(report.year, year);
        assert.ok(allBlank(report, 'blank'), layout);
        assert.deepEqual([...new Set(findings.filter(ofFormat).map(({ rule }) => rule))], ['table-empty']);
      }
    }
  });
});

describe('what is inserted looks like the draft', () => {
  const title = '清河县民政局2023年政府信息公开工作年度报告';
  const table = (id: TableId, layout: Layout): string => writeTable(tableOf(editionById('2021'), id), layout, () => '0', '\n');
  const inserted = (text: string, number: SectionNumber, options: EditingOptions = defaultEditing): string =>
    applyEdits(text, insertSections(readReport(text), [number], options));

  it('Markdown headings with blank lines', () => {
    const text = `# ${title}\n\n## 一、总体情况\n\n总体情况好。\n\n## 六、其他需要报告的事项\n\n无。\n`;
    assert.equal(
      inserted(text, 5),
      `# ${title}\n\n## 一、总体情况\n\n总体情况好。\n\n## 五、存在的主要问题及改进情况\n\n（一）存在的主要问题\n\n（二）改进情况\n\n## 六、其他需要报告的事项\n\n无。\n`,
    );
  });

  it('plain lines, indented, without blank lines; the layout of the nearest table', () => {
    const text = `${title}\r\n　　一、总体情况\r\n　　总体情况好。\r\n　　二、主动公开政府信息情况\r\n${table('disclosure', 'tab').replaceAll('\n', '\r\n')}\r\n　　四、政府信息公开行政复议、行政诉讼情况\r\n${table('disputes', 'tab').replaceAll('\n', '\r\n')}\r\n`;
    const after = inserted(text, 3);
    assert.ok(after.includes('行政事业性收费\t0\t\t\r\n　　三、收到和处理政府信息公开申请情况\r\n（本列数据'), after);
    assert.ok(after.includes('四、结转下年度继续办理\t\t\t\t\t\t\t\t\t\r\n　　四、政府'), after);
    assert.ok(!/[^\r]\n/.test(after));
    assert.ok(inserted(text, 6).endsWith('\r\n　　六、其他需要报告的事项\r\n　　（请填写收取政府信息公开信息处理费的情况）\r\n'));
  });

  it('bold headings', () => {
    const text = `**${title}**\n\n**一、总体情况**\n\n总体情况好。\n\n**三、收到和处理政府信息公开申请情况**\n\n${table('requests', 'gfm')}\n`;
    assert.match(
      inserted(text, 2),
      /\n\n总体情况好。\n\n\*\*二、主动公开政府信息情况\*\*\n\n\| 第二十条第（一）项 \|[\s\S]*\|\n\n\*\*三、/,
    );
  });

  it('elements of a page', () => {
    const text = `<div><h1>${title}</h1>\n<p style="x" id="a1"><strong>一、总体情况</strong></p>\n<p>好。</p>\n<p><strong>六、其他需要报告的事项</strong></p><p>无。</p></div>\n`;
    const after = inserted(text, 5);
    assert.ok(
      after.includes(
        '<p>好。</p>\n<p style="x"><strong>五、存在的主要问题及改进情况</strong></p>\n<p>（一）存在的主要问题</p>\n<p>（二）改进情况</p>\n<p><strong>六、',
      ),
      after,
    );
  });

  it('in front of who signs the report and when', () => {
    const text = `${title}\n一、总体情况\n好。\n清河县民政局\n2024年1月20日\n`;
    assert.ok(
      inserted(text, 6).endsWith('六、其他需要报告的事项\n（请填写收取政府信息公开信息处理费的情况）\n清河县民政局\n2024年1月20日\n'),
    );
  });

  it('in front of another matter under its number, which gets the next one', () => {
    const text = `${title}\n一、总体情况\n好。\n五、存在的主要问题及改进情况\n有问题。\n六、下一步工作打算\n继续努力。\n`;
    assert.ok(
      inserted(text, 6).includes('有问题。\n六、其他需要报告的事项\n（请填写收取政府信息公开信息处理费的情况）\n七、下一步工作打算\n'),
    );
  });

  it('a table goes behind the heading, and text that is there stays', () => {
    const text = `${title}\n二、主动公开政府信息情况\n详见附件。\n五、存在的主要问题及改进情况\n有问题。\n`;
    const after = applyEdits(text, insertTable(readReport(text), 'disclosure', { fill: '0', layout: 'tab' })!);
    assert.ok(after.startsWith(`${title}\n二、主动公开政府信息情况\n第二十条第（一）项\t\t\t\n`), after);
    assert.ok(after.includes('行政事业性收费\t0\t\t\n详见附件。\n五、'), after);
  });
});

describe('a row that is inserted', () => {
  it('is written as the others are in an HTML table without merged cells', () => {
    const rows = base('2021')
      .match(/^（本列数据[\s\S]*?(?=\n\n)/m)![0]
      .split('\n');
    const written = rows.map(
      (row) =>
        `<tr>${row
          .split('\t')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    );
    const text = base('2021').replace(rows.join('\n'), `<table>\n${written.join('\n')}\n</table>`);
    const at = rows.findIndex((row) => row.includes('2.其他法律行政法规'));
    const report = readReport(text.replace(`${written[at]}\n`, ''));
    const table = report.tables.get('requests')!;
    const wanted = rowsOf(table.definition).find(({ row }) => row.id === 'denied.prohibited')!.row;
    const edits = insertRow(report, table, wanted, { ...defaultEditing, fill: '0' });
    assert.equal(applyEdits(report.text, edits!), text);
  });

  const title = '清河县民政局2023年政府信息公开工作年度报告';
  const definition = tableOf(editionById('2021'), 'requests');
  /** The lines that come instead of those that went, for a table three without a row. */
  function around(id: string, layout: Layout, change: (table: string) => string): string[] {
    const before = `${title}\n\n三、收到和处理政府信息公开申请情况\n\n${change(writeTable(definition, layout, () => '5', '\n'))}\n\n五、存在的主要问题及改进情况\n\n有问题。\n`;
    const report = readReport(before);
    const { row } = rowsOf(definition).find((official) => official.row.id === id)!;
    const edits = insertRow(report, report.tables.get('requests')!, row, { fill: '0', layout });
    assert.ok(edits);
    const old = new Set(before.split('\n'));
    return applyEdits(before, edits)
      .split('\n')
      .filter((line) => !old.has(line));
  }

  it('takes the columns of its neighbours', () => {
    const without = (words: string) => (table: string) =>
      table
        .split('\n')
        .filter((line) => !line.includes(words))
        .join('\n');
    assert.deepEqual(around('denied.thirdParty', 'tab', without('保护第三方')), ['\t\t4.保护第三方合法权益\t0\t0\t0\t0\t0\t0\t0']);
    assert.deepEqual(around('carriedOut', 'gfm', without('结转下年度')), ['| 四、结转下年度继续办理 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |']);
    assert.deepEqual(
      around('denied.thirdParty', 'tab', (table) =>
        without('保护第三方')(table)
          .replaceAll(/^\t\t(?=\d\.)/gm, '')
          .replaceAll(/5$/gm, '5\t\t'),
      ),
      ['4.保护第三方合法权益\t0\t0\t0\t0\t0\t0\t0\t\t'],
    );
  });

  it('is part of the quotation that its neighbours stand in', () => {
    const quoted = (table: string): string => table.replace(/^.*结转下年度.*\n?/m, '').replace(/^(?=.)/gm, '> ');
    assert.deepEqual(around('carriedOut', 'gfm', quoted), ['> | 四、结转下年度继续办理 |  |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |']);
  });

  it('as the first of its group takes over the label of the group', () => {
    const change = (table: string): string =>
      table.replace(/^\| {2}\| （四）无法提供 \| 1\..*\n\| {2}\| {2}\| 2\./m, '|  | （四）无法提供 | 2.');
    assert.deepEqual(around('unavailable.notHeld', 'gfm', change), [
      '|  | （四）无法提供 | 1.本机关不掌握相关政府信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      '|  |  | 2.没有现成信息需要另行制作 | 5 | 5 | 5 | 5 | 5 | 5 | 5 |',
    ]);
  });

  it('lengthens the labels that span it in HTML', () => {
    const change = (table: string): string =>
      table
        .replace(/<tr><th>3\.补正后.*\n/, '')
        .replace('<th rowspan="3">（四）', '<th rowspan="2">（四）')
        .replace('rowspan="22"', 'rowspan="21"');
    const lines = around('unavailable.unclear', 'html', change);
    assert.equal(lines.length, 3);
    assert.ok(lines[0]!.startsWith('<tr><th rowspan="22">三、'));
    assert.ok(lines[1]!.startsWith('<tr><th rowspan="3">（四）'));
    assert.equal(lines[2], `<tr><th>3.补正后申请内容仍不明确</th>${'<td>0</td>'.repeat(7)}</tr>`);
  });

  it('moves the label of its group up in HTML where it comes first', () => {
    const change = (table: string): string =>
      table
        .replace(/<tr><th rowspan="3">（四）无法提供<\/th><th>1\..*\n<tr>/, '<tr><th rowspan="2">（四）无法提供</th>')
        .replace('rowspan="22"', 'rowspan="21"');
    const lines = around('unavailable.notHeld', 'html', change);
    assert.deepEqual(lines.slice(1), [
      `<tr><th rowspan="3">（四）无法提供</th><th>1.本机关不掌握相关政府信息</th>${'<td>0</td>'.repeat(7)}</tr>`,
      `<tr><th>2.没有现成信息需要另行制作</th>${'<td>5</td>'.repeat(7)}</tr>`,
    ]);
  });
});

describe('what a draft lacks is inserted, whatever it looks like', () => {
  interface Gap extends Case {
    readonly full: Spec;
    readonly options: EditingOptions;
    readonly what: string;
    readonly gap: (finding: Finding) => boolean;
  }
  const options = fc.record<EditingOptions>({ fill: fc.constantFrom('blank' as const, '0' as const), layout: fc.constantFrom(...layouts) });
  const gaps = (style: Case['style'], full: Spec, n: number, editing: EditingOptions, kind: number): Gap => {
    const section = numbers[n % 6]!;
    const table = ids[n % 3]!;
    const rows = rowsOf(full.values[table].definition);
    const { row } = rows[n % rows.length]!;
    const base = { style, full, options: editing };
    const withFaults = (faults: Partial<Spec['faults']>): Spec => ({ ...full, faults: { ...full.faults, ...faults } });
    if (kind === 0)
      return {
        ...base,
        what: `section ${section}`,
        spec: withFaults({ withoutSections: [section] }),
        gap: ({ rule, data }) => rule === 'section-missing' && data.section === section,
      };
    if (kind === 1)
      return {
        ...base,
        what: `table ${table}`,
        spec: withFaults({ withoutTables: [table] }),
        gap: ({ rule, data }) => rule === 'table-missing' && data.table === table,
      };
    return {
      ...base,
      what: `row ${table} ${row.id}`,
      spec: withFaults({ withoutRows: [{ table, row: row.id }] }),
      gap: ({ rule, data }) => rule === 'row-missing' && data.table === table && data.row === row.id,
    };
  };
  for (const layout of layoutNames) {
    const drafts: fc.Arbitrary<Gap> = fc
      .record({ full: balancedSpec, style: draftStyle(layout), n: fc.nat(600), editing: options, kind: fc.nat(2) })
      .map(({ full, style, n, editing, kind }) => gaps(style, full, n, editing, kind));
    holds(
      layout,
      drafts,
      { fixed: 90, random: 40 },
      ({ spec, style, options: editing, gap, what }) => {
        const { text } = render(spec, style);
        const analysis = analyze(text);
        const finding = analysis.findings.find(gap);
        // One label of a row is enough for some layouts to see the row.
        if (!finding) return undefined;
        const [fix] = fixesOf(finding, analysis, editing);
        // Columns without delimiters cannot show a row without figures beside others.
        if (!fix)
          return finding.rule === 'row-missing' && editing.fill === 'blank' && (layout === 'columns' || layout === 'words')
            ? undefined
            : `no fix for ${what}`;
        const after = applyEdits(text, fix.edits);
        if (finding.rule !== 'row-missing' && fix.edits.some(({ range }) => range.start < range.end))
          return `${what}: the text around it has changed`;
        return fault(text, after, editing.fill, gap);
      },
      (value) => `${value.what} ${JSON.stringify(value.options)}\n${showCase(value, render(value.spec, value.style))}`,
    );
  }

  it('all that is missing at once', () => {
    for (const edition of editions) {
      const text = `清河县民政局${edition.years[0]}年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n${writeTable(
        tableOf(edition, 'requests'),
        'gfm',
        () => '3',
        '\n',
      )
        .split('\n')
        .filter((line) => !/2\.|（二）/.test(line))
        .join('\n')}\n`;
      const report = readReport(text);
      const after = applyEdits(text, insertMissing(report, { fill: '0', layout: 'tab' }));
      assert.deepEqual(
        analyze(after).findings.filter(({ rule }) => lacking.has(rule) || rule.startsWith('row-')),
        [],
      );
      assert.ok(after.includes('| 3 | 3 |'));
      assert.deepEqual(insertMissing(readReport(after), defaultEditing), []);
    }
  });

  for (const [name, piece] of [
    ['headings', '。 二、主动公开政府信息情况 '],
    ['cells', '<tr><td>1'],
  ] as const) {
    it(`and of a draft with thousands of ${name} in one line, in time linear in its length`, () => {
      const opening = '清河县民政局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n<table>';
      const report = readReport(opening + piece.repeat(1_200_000 / piece.length));
      insertSections(report, [6], defaultEditing);
    });
  }

  for (const layout of layouts) {
    for (const number of [3, 4] as const) {
      it(`${layout}: a heading comes back over its own table, though the one above is blank: ${number}`, () => {
        const edition = editionById('2021');
        const parts = edition.sections.map(({ content, label }) => {
          const filled = content === edition.sections[number - 1]!.content ? '3' : '';
          const body = content === 'prose' ? '本机关按规定办理。' : writeTable(tableOf(edition, content), layout, () => filled, '\n');
          return `${label.text}\n\n${body}\n\n`;
        });
        const title = '清河县民政局2023年政府信息公开工作年度报告\n\n';
        const heading = `${edition.sections[number - 1]!.label.text}\n\n`;
        const analysis = analyze(title + parts.join('').replace(heading, ''));
        const finding = analysis.findings.find(({ rule }) => rule === 'section-missing');
        const [fix] = fixesOf(finding!, analysis, defaultEditing);
        assert.equal(applyEdits(analysis.report.text, fix!.edits), title + parts.join(''));
      });
    }
  }

  it('each number once: a further section behind goes on, one between asks the writer', () => {
    const text = base('2021');
    const fixOf = (draft: string, section: number) => {
      const analysis = analyze(draft);
      const finding = analysis.findings.find(({ rule, data }) => rule === 'section-missing' && data.section === section)!;
      const [fix] = fixesOf(finding, analysis, defaultEditing);
      return { ...fix!, after: applyEdits(draft, fix!.edits) };
    };
    const headings = (draft: string) =>
      readReport(draft).sections.map(({ heading: { range } }) => draft.slice(range.start, range.start + 4));
    const behind = fixOf(`${text.split('六、')[0]}六、下一步工作\n\n好。\n\n七、联系方式\n\n见网站。\n`, 6);
    assert.deepEqual(headings(behind.after).slice(4), ['五、存在', '六、其他', '七、下一', '八、联系']);
    assert.equal(behind.preferred, true);
    const between = fixOf(text.replace(/三、收到[\s\S]*?(?=四、政府)/, '三、政策解读情况\n\n全年解读二十次。\n\n'), 3);
    assert.equal(between.preferred, undefined);
    assert.match(between.confirm!.zh, /“三、政策解读情况”编号相同/);
  });

  it('and writes no rows into what holds the same ones over and over: each would take as long as reading it all', () => {
    const row = '一、本年新收政府信息公开申请数量 1 2 3 4 5 6 7\n';
    const opening = '清河县民政局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n好。\n\n三、收到和处理政府信息公开申请情况\n\n';
    const lacking = analyze(applyEdits(opening + row.repeat(500), insertMissing(readReport(opening + row.repeat(500)), defaultEditing)));
    const rules = new Set(lacking.findings.map(({ rule }) => rule));
    assert.deepEqual([rules.has('section-missing'), rules.has('row-missing')], [false, true]);
  });
});

import assert from 'node:assert/strict';
import { analyze as analyzeAll } from '../../server/src/analysis/analyze';
import { fixesOf } from '../../server/src/analysis/remedies';
import { applyEdits, defaultEditing, type EditingOptions } from '../../server/src/editing/edit';
import { insertMissing } from '../../server/src/editing/missing';
import { writeTable } from '../../server/src/editing/write';
import { editionById, type TableId, tableOf } from '../../server/src/editions';
import { type Command, commandIds } from '../../server/src/features/command';
import { commands } from '../../server/src/features/commands';
import type { Context } from '../../server/src/features/context';
import type { Layout, Range } from '../../server/src/reading/report';
import { draft } from '../server/drafts';
import { analyze } from './judge';

const title = '清河县民政局2023年政府信息公开工作年度报告';
const table = (id: TableId, layout: Layout, value = '0'): string => writeTable(tableOf(editionById('2021'), id), layout, () => value, '\n');

/** What a command makes of a draft; nothing where there is nothing to do. */
function run(
  id: Command['id'],
  text: string,
  range?: Range,
  option?: unknown,
  editing: EditingOptions = defaultEditing,
): string | undefined {
  const context = { text, analysis: analyze(text), editing } as Context;
  const outcome = commands.find((command) => command.id === id)!.run(context, range, option);
  return outcome && applyEdits(text, outcome.edits);
}

const two = `${title}\n\n## 二、主动公开政府信息情况\n\n${table('disclosure', 'gfm')}\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n${table('disputes', 'gfm')}\n`;

describe('commands that write tables', () => {
  it('relayout: the tables that are selected, or all', () => {
    const all = run(commandIds.relayoutTables, two, undefined, 'html')!;
    assert.equal(
      all,
      two.replace(table('disclosure', 'gfm'), table('disclosure', 'html')).replace(table('disputes', 'gfm'), table('disputes', 'html')),
    );
    const at = two.indexOf('规章');
    const one = run(commandIds.relayoutTables, two, { start: at, end: at }, 'tab')!;
    assert.equal(one, two.replace(table('disclosure', 'gfm'), table('disclosure', 'tab')));
  });

  it('relayout: says that rows which are missing are added', () => {
    const relaid = (text: string) =>
      commands
        .find(({ id }) => id === commandIds.relayoutTables)!
        .run({ text, analysis: analyze(text), editing: defaultEditing } as Context, undefined, 'tab');
    assert.equal(relaid(two)?.confirm, undefined);
    const lacking = two.split('\n').filter((line) => !/行政处罚|行政强制/.test(line));
    assert.equal(relaid(lacking.join('\n'))?.confirm?.zh, '所缺的 2 行一并补上，等待填写');
  });

  it('relayout: nothing without a layout that there is', () => {
    for (const option of [undefined, 'docx', 3, null]) assert.equal(run(commandIds.relayoutTables, two, undefined, option), undefined);
    assert.equal(run(commandIds.relayoutTables, two, undefined, 'gfm'), undefined);
  });

  it('format: once', () => {
    const formatted = run(commandIds.formatTables, two)!;
    assert.ok(formatted.includes('| 规章               | 0 '));
    assert.equal(run(commandIds.formatTables, formatted), undefined);
  });

  it('insert what is missing: in a table that is selected its rows only', () => {
    const text = two.replace(/^\| 行政强制 .*\n/m, '').replace(/^\| 规章 .*\n/m, '');
    const at = text.indexOf('行政处罚');
    const rows = run(commandIds.insertMissing, text, { start: at, end: at }, undefined, { fill: '0', layout: 'gfm' });
    assert.equal(rows, two);
    const whole = run(commandIds.insertMissing, text)!;
    assert.deepEqual(
      analyze(whole).report.sections.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6],
    );
    assert.equal(run(commandIds.insertMissing, whole), undefined);
  });

  it('a whole report: into an empty draft, around what there is, never over another document', () => {
    const written = run(commandIds.insertReport, '', undefined, 2024)!;
    assert.ok(written.startsWith('# 单位全称2024年政府信息公开工作年度报告\n\n## 一、总体情况\n'));
    assert.equal(run(commandIds.insertReport, written), undefined);
    assert.equal(analyze(run(commandIds.insertReport, `${title}\n`)!).report.tables.size, 3);
    assert.ok(run(commandIds.insertReport, ' \n')!.includes('单位全称YYYY年'));
    assert.equal(run(commandIds.insertReport, '# 会议纪要\n\n内容。\n'), undefined);
  });
});

describe('fixes for what is missing', () => {
  const fixes = (text: string, rule: string): string[][] => {
    const analysis = analyze(text);
    return analysis.findings
      .filter((finding) => finding.rule === rule)
      .map((finding) => fixesOf(finding, analysis, defaultEditing).map(({ title: { zh } }) => zh));
  };

  it('several rows are inserted at once, at the first of them', () => {
    const text = two.replace(/^\| 行政强制 .*\n/m, '').replace(/^\| 规章 .*\n/m, '');
    assert.deepEqual(fixes(text, 'row-missing'), [['补上表二“规章”行', '补上表二所缺的全部 2 行'], ['补上表二“行政强制”行']]);
  });

  it('what is inserted says nothing about the year: what is to be written is reported until it is', () => {
    assert.deepEqual(fixes(two, 'section-missing').at(-1), ['补上“六、其他需要报告的事项”', '补上所缺的全部 4 个部分']);
    for (const year of [2020, 2023]) {
      const { report } = analyzeAll(`禾丰县林业局${year}年政府信息公开工作年度报告\n`);
      const text = applyEdits(report.text, insertMissing(report, { ...defaultEditing, fill: '0' }));
      const open = analyzeAll(text).findings.filter(({ rule }) => rule === 'placeholder');
      assert.deepEqual(
        open.map(({ data }) => data.section),
        [1, 5, undefined],
      );
      assert.doesNotMatch(text, /没有收取|没有其他需要/);
    }
  });

  it('a sentence that says how it was asks first', () => {
    const analysis = analyze(draft().replace(/(六、其他需要报告的事项\n)[\s\S]*/, '$1'));
    const finding = analysis.findings.find(({ rule }) => rule === 'section-empty') ?? assert.fail();
    const [only] = fixesOf(finding, analysis, defaultEditing);
    assert.match(only?.title.zh ?? '', /没有收取/);
    assert.ok(only?.confirm && !only.preferred);
  });

  it('a title whose year is only guessed is to be confirmed', () => {
    const analysis = analyze(
      `一、总体情况\n2022年，清河县2022年工作稳步推进。\n二、主动公开政府信息情况\n${table('disclosure', 'tab')}\n三、收到和处理政府信息公开申请情况\n${table('requests', 'tab')}\n`,
    );
    const finding = analysis.findings.find(({ rule }) => rule === 'title-missing')!;
    const [fix] = fixesOf(finding, analysis, defaultEditing);
    assert.equal(fix?.title.zh, '在开头补上标题“单位全称2022年政府信息公开工作年度报告”');
    assert.ok(fix.confirm);
  });
});

import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { type Check, type Checklist, type CheckState, checklist, checklistHtml, checklistMarkdown } from '../../server/src/checklist';
import { editionById } from '../../server/src/editions';
import { rules } from '../../server/src/rules';
import { base, withRow } from '../analysis/draft';
import { anyDraft, brokenDraft } from '../features/views';
import { render } from '../generator/render';
import { holds, showCase } from '../property/support';
import { parsed } from './page';

const good = base('2021');
const wrong = withRow(good, '（一）予以公开', ['18', '3', '1', '0', '1', '0', '32']);
const listOf = (text: string, language: 'zh' | 'en' = 'zh'): Checklist => checklist(analyze(text), rules, language);
const all = ({ groups }: Checklist): Check[] => groups.flatMap(({ checks }) => checks);
const line = ({ state, name, detail }: Check): string => `${state} ${name} ${detail}`;

describe('the checklist', () => {
  it('of a good report: everything passes, each equation with its figures', () => {
    const list = listOf(good);
    assert.deepEqual(
      all(list)
        .filter(({ state }) => state !== 'holds')
        .map(line),
      [],
    );
    const equations = all(list).filter(({ rule }) => rule?.startsWith('sum-') && rule !== 'sum-culprit');
    assert.equal(equations.length, editionById('2021').relations.length);
    assert.ok(all(list).some(({ detail }) => detail === '23 = 18 + 3 + 1 + 1（其余为 0） ✓'));
    assert.deepEqual(list.left, ['处理决定数量疑似填成了项目数（不适用于本年度的格式）']);
  });

  const said: [what: string, draft: string, state: CheckState, line: RegExp][] = [
    ['a wrong total', wrong, 'violated', /表三“（一）予以公开”行 32 ≠ 18 \+ 3 \+ 1 \+ 1（其余为 0） ✗ 32 ≠ 23，差 9/],
    ['a sum with a blank in it', withRow(good, '（一）予以公开', ['', '3', '1', '0', '1', '0', '23']), 'not-assessable', /“自然人”没有填/],
    ['a stock with a blank in it', withRow(good, '行政规范性文件', ['3', '', '16']), 'not-assessable', /“本年废止件数”没有填/],
    ['a negative stock', withRow(good, '行政规范性文件', ['30', '1', '16']), 'violated', /-13/],
    ['a missing section', good.replace(/五、存在[\s\S]*?(?=六、)/, ''), 'violated', /五、存在的主要问题及改进情况 缺/],
    ['what needs that section', good.replace(/五、存在[\s\S]*?(?=六、)/, ''), 'not-assessable', /没有读到“五、存在的主要问题及改进情况”/],
    ['a missing table', good.replace(/第二十条第（一）项[\s\S]*?(?=三、收到)/, ''), 'violated', /表二 .*没有规定的表/],
    ['what needs that table', good.replace(/第二十条第（一）项[\s\S]*?(?=三、收到)/, ''), 'not-assessable', /没有读到表二/],
    ['a missing row', good.replace(/行政处罚\t9.*\n/, ''), 'violated', /表二 .*“行政处罚”行缺失/],
    ['a number of the prose that the tables have', good, 'holds', /正文中 \d+ 处数与表格相符/],
    [
      'a prose that may be of another scope than the tables',
      good
        .replaceAll('林业局', '人民政府')
        .replace(/(一、总体情况\n)[\s\S]*?(?=二、)/, '$1\n新收政府信息公开申请999件，办理答复888件。\n\n'),
      'violated',
      /这一段的数（999、888）与表格.*没有一处一致/,
    ],
    [
      'a prose that says which figure of the table is wrong',
      withRow(good, '一、本年新收政府信息公开申请数量', ['40', '6', '1', '0', '3', '0', '55']),
      'not-assessable',
      /正文 1 处数与表格不同/,
    ],
    [
      'a blank that the prose speaks of',
      withRow(good, '一、本年新收政府信息公开申请数量', ['40', '6', '1', '0', '3', '0', '']),
      'not-assessable',
      /处因表中的数没有填或读不出/,
    ],
    [
      'what the writer knows',
      `<!-- gongkai-ignore-file sum-row: 已与业务科室核实 -->\n${wrong}`,
      'silenced',
      /差 9.*理由：已与业务科室核实/,
    ],
    ['what is silenced without a reason', `<!-- gongkai-ignore-file sum-row -->\n${wrong}`, 'silenced', /没有写理由/],
    ['a draft without a title', good.slice(good.indexOf('\n')), 'violated', /标题 /],
  ];
  for (const [what, draft, state, pattern] of said) {
    it(`says how it is with ${what}`, () => {
      assert.ok(
        all(listOf(draft)).some((check) => check.state === state && pattern.test(line(check))),
        all(listOf(draft))
          .filter((check) => check.state === state)
          .map(line)
          .join('\n'),
      );
    });
  }

  it('counts the equations of a table that is not there', () => {
    const { counts } = listOf(good.replace(/（本列数据的勾稽[\s\S]*?(?=四、政府信息)/, ''));
    const { relations } = editionById('2021');
    assert.ok(counts['not-assessable'] >= relations.filter(({ table }) => table === 'requests').length);
  });

  it('leaves out what the settings turn off, and says so', () => {
    const list = checklist(analyze(wrong, { severities: { 'cell-format': 'off' } }), rules, 'zh');
    assert.ok(list.left.includes('数的写法不规范（设置中已关闭）'));
    assert.ok(!all(list).some(({ rule }) => rule === 'cell-format'));
  });

  it('is written in Markdown, with the lines of the draft', () => {
    const markdown = checklistMarkdown(listOf(wrong), '甲|乙', wrong);
    const number = wrong.slice(0, wrong.indexOf('（一）予以公开')).split('\n').length;
    assert.match(markdown, new RegExp(`\\| 有问题（错误） \\| 表三“（一）予以公开”行 \\| .* \\| ${number} \\|`));
    assert.match(markdown, /^<!-- gongkai-no-report -->\n\n# 审核清单 甲\\\|乙\n\n通过 \d+ · 有问题 \d+ · 无法核对 0 · 已忽略 0\n/);
  });

  it('is itself no report, whatever it names', () => {
    for (const text of [checklistMarkdown(listOf(wrong), '甲', wrong), checklistHtml(listOf(wrong), '甲', false)])
      assert.equal(analyze(text).report.recognised, false);
  });

  it('speaks English', () => {
    assert.ok(all(listOf(wrong, 'en')).some((check) => /a difference of 9/.test(line(check))));
    assert.match(checklistHtml(listOf(wrong, 'en'), 'x', true), /problem 3/);
  });

  /** What is wrong with the checklist of any draft: what was found, and what is silenced, stands in it once. */
  function unsound(text: string): string | undefined {
    const analysis = analyze(text);
    if (!analysis.report.recognised) return undefined;
    const list = checklist(analysis, rules, 'zh');
    const checks = all(list);
    const total = Object.values(list.counts).reduce((sum, count) => sum + count, 0);
    if (total !== checks.reduce((sum, { count = 1 }) => sum + count, 0)) return 'the counts are not those of the checks';
    const standing = checks.filter(({ state, severity }) => state === 'violated' && severity);
    if (standing.length !== analysis.findings.length) return `${standing.length} checks fail, of ${analysis.findings.length} findings`;
    const silenced = checks.filter(({ state }) => state === 'silenced');
    if (silenced.length !== analysis.suppressed.length) return `${silenced.length} are silenced, not ${analysis.suppressed.length}`;
    const outside = checks.find(({ range }) => range && !(range.start >= 0 && range.start <= range.end && range.end <= text.length));
    if (outside) return `${outside.name} is no place of the draft`;
    parsed(checklistHtml(list, 'x', true));
    return undefined;
  }

  holds(
    'of a balanced report fails nothing that its rules do not find',
    anyDraft,
    { fixed: 80, random: 40 },
    ({ spec, style }) => {
      const { text } = render(spec, style);
      const open = all(listOf(text)).find(({ state, severity }) => state === 'violated' && !severity);
      return unsound(text) ?? (open && line(open));
    },
    (value) => showCase(value, render(value.spec, value.style)),
  );
  holds('of any draft has every finding once', brokenDraft, { fixed: 150, random: 60 }, unsound, (text) => text);
});

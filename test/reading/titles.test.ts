import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { readReport } from '../../server/src/reading/read';
import type { Title } from '../../server/src/reading/report';
import { base } from '../analysis/draft';

const below = '\n\n一、总体情况\n\n全年公开信息316条。\n';
const titleIn = (head: string): Title | undefined => readReport(head + below).title;

interface Read {
  readonly head: string;
  readonly unit?: string;
  readonly year?: number;
  /** From the year on. */
  readonly form?: string;
  /** Where it is not the whole head. */
  readonly range?: string;
}

const standard = '2023年政府信息公开工作年度报告';
const unit = '禾丰县林业局';

const read: readonly Read[] = [
  // On one line.
  { head: `${unit}${standard}`, unit, year: 2023, form: standard },
  { head: `${unit} 2023 年政府信息公开工作年度报告`, unit, year: 2023, form: standard },
  { head: '禾 丰 县 林 业 局 2 0 2 3 年政府信息公开工作年度报告', unit, year: 2023, form: standard },
  { head: '禾丰县林业局２０２３年政府信息公开工作年度报告', unit, year: 2023, form: standard },
  { head: '⽲丰县林业局2023年政府信息公开⼯作年度报告', unit, year: 2023, form: standard },
  { head: '禾丰县林业局二〇二三年政府信息公开工作年度报告', unit, year: 2023, form: '二〇二三年政府信息公开工作年度报告' },
  { head: '禾丰县林业局二○二三年政府信息公开工作年度报告', unit, year: 2023 },
  { head: '国家税务总局禾丰县税务局2023年政府信息公开工作年度报告', unit: '国家税务总局禾丰县税务局', year: 2023 },
  { head: '大年乡2023年政府信息公开工作年度报告', unit: '大年乡', year: 2023 },
  { head: '2023年禾丰县林业局政府信息公开工作年度报告', unit, year: 2023 },
  { head: '机构编制委员会办公室2023年政府信息公开工作年度报告', unit: '机构编制委员会办公室', year: 2023 },
  // In other words.
  { head: `${unit}2023年度政府信息公开工作年度报告`, unit, year: 2023, form: '2023年度政府信息公开工作年度报告' },
  { head: `${unit}2023年政府信息公开年度报告`, unit, year: 2023, form: '2023年政府信息公开年度报告' },
  { head: `${unit}2023年政府信息公开年度工作报告`, unit, year: 2023, form: '2023年政府信息公开年度工作报告' },
  { head: `${unit}2023年度政府信息公开工作报告`, unit, year: 2023, form: '2023年度政府信息公开工作报告' },
  { head: `${unit}2023年政府信息公开年报`, unit, year: 2023, form: '2023年政府信息公开年报' },
  { head: `${unit}政府信息公开工作年度报告`, unit, form: '政府信息公开工作年度报告' },
  { head: standard, year: 2023, form: standard },
  { head: '政府信息公开工作年度报告', form: '政府信息公开工作年度报告' },
  // With marks.
  { head: `# ${unit}${standard}`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `**${unit}${standard}**`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `  ${unit}${standard}　`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `\ufeff${unit}${standard}`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `${unit}${standard} |`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `| ${unit}${standard} |\n|||||||`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `${unit}${standard} ${'|'.repeat(300)}`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `标 题 | ${unit}${standard} | ||`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `文号 | 无\n名 称: | ${unit}${standard} | 主题词: | 公开 |`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `<h1>${unit}${standard}</h1>`, unit, year: 2023, range: `${unit}${standard}` },
  // Broken anywhere, and without 政府.
  { head: `${unit}2023年度政府\n信息公开工作年度报告`, unit, year: 2023, form: '2023年度政府信息公开工作年度报告' },
  { head: `${unit}2023年政\n府信息公开工作年度报告`, unit, year: 2023 },
  { head: `${unit}2023年政府信息公开工作年度报\n告`, unit, year: 2023, form: standard },
  { head: `${unit}\n2023年政府信息公开工作年度报\n告`, unit, year: 2023, form: standard },
  {
    head: `${unit}2023年政府信息公开工\n作年度报告（机关）`,
    unit,
    year: 2023,
    form: standard,
    range: `${unit}2023年政府信息公开工\n作年度报告`,
  },
  // On two lines and three.
  { head: '政府信息公开工作年度报告\n（2023年度）\n禾丰县林业局', unit, year: 2023, range: '政府信息公开工作年度报告' },
  { head: `第三师青垦市二十六团\n${standard}`, unit: '第三师青垦市二十六团', year: 2023, form: standard },
  { head: `禾县\n${standard}`, unit: '禾县', year: 2023, form: standard },
  { head: `第三条\n${standard}`, year: 2023, range: standard },
  { head: `我县\n${standard}`, year: 2023, range: standard },
  // A unit whose name is broken, and what is none where nothing stands above it.
  { head: `禾丰县高新技术产业园管理委员会\n办公室${standard}`, unit: '禾丰县高新技术产业园管理委员会办公室', year: 2023, form: standard },
  { head: `禾丰县高新技术产业园管理委员会\n办公室\n${standard}`, unit: '禾丰县高新技术产业园管理委员会办公室', year: 2023 },
  { head: `禾丰县\n人民政府${standard}`, unit: '禾丰县人民政府', year: 2023, form: standard },
  { head: `禾丰县林\n业局${standard}`, unit, year: 2023, form: standard },
  { head: `禾丰县政务网\n办公室${standard}`, year: 2023, range: `办公室${standard}` },
  { head: `禾丰县人民政府\n林业局${standard}`, unit: '林业局', year: 2023, range: `林业局${standard}` },
  { head: `${unit}\n${standard}`, unit, year: 2023, form: standard },
  { head: `${unit}\r\n\r\n${standard}`, unit, year: 2023, form: standard },
  { head: `${unit}\n2023 年度政府信息公开工作年度报告`, unit, year: 2023, form: '2023年度政府信息公开工作年度报告' },
  { head: `${unit}\n\n2023年\n\n政府信息公开工作年度报告`, unit, year: 2023, form: standard },
  { head: `${unit}2023年\n政府信息公开工作年度报告`, unit, year: 2023, form: standard },
  { head: `**${unit}**\n\n# ${standard}`, unit, year: 2023, form: standard, range: `${unit}**\n\n# ${standard}` },
  { head: `<p>${unit}</p><p>${standard}</p>`, unit, year: 2023, range: `${unit}</p><p>${standard}` },
  { head: `<p>${unit}<br/>${standard}</p>`, unit, year: 2023, range: `${unit}<br/>${standard}` },
  { head: `青岚海关\n${standard}`, unit: '青岚海关', year: 2023 },
  { head: `东风街道\n${standard}`, unit: '东风街道', year: 2023 },
  { head: `${standard}\n${unit}`, unit, year: 2023, range: standard },
  { head: `2023年度\n\n政府信息公开工作年度报告\n\n${unit}\n\n2024年1月`, unit, year: 2023, range: '2023年度\n\n政府信息公开工作年度报告' },
  // Behind what a page or a file has above it.
  { head: `附件1\n\n${unit}${standard}`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `- 1 -\n${unit}${standard}`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `禾丰县人民政府门户网站\n\n时间：2024-01-20 来源：办公室\n\n${unit}${standard}`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `首页 > 政府信息公开 > 政府信息公开年度报告\n\n${unit}${standard}`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `政府信息公开年报\n\n${unit}${standard}`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `关于公布《${unit}${standard}》的通知\n\n${unit}${standard}`, unit, year: 2023, range: `${unit}${standard}` },
  // With how far the draft has come, and behind the number of an attachment.
  { head: `${unit}${standard}（征求意见稿）`, unit, year: 2023, form: standard },
  { head: `${unit}${standard}(送审稿)`, unit, year: 2023 },
  { head: `${unit}${standard}（草案）`, unit, year: 2023 },
  { head: `# ${unit}\n# ${standard}（审议稿）`, unit, year: 2023, range: `${unit}\n# ${standard}（审议稿）` },
  { head: `附件：${unit}${standard}`, unit, year: 2023, form: standard, range: `${unit}${standard}` },
  { head: `标题：${unit}${standard}\n发布日期：2024-01-20`, unit, year: 2023, form: standard, range: `${unit}${standard}` },
  { head: `附件1 ${unit}${standard}`, unit, year: 2023, range: `${unit}${standard}` },
  { head: `## 附件 2：${unit}${standard}（草稿）`, unit, year: 2023, range: `${unit}${standard}（草稿）` },
  // With the year in brackets behind it.
  { head: `${unit}政府信息公开工作年度报告（2023年）`, unit, year: 2023 },
  { head: `${unit}政府信息公开工作年度报告\n（2023年）`, unit, year: 2023, range: `${unit}政府信息公开工作年度报告` },
  // With the year in the middle.
  { head: `${unit}政府信息公开工作2023年度报告`, unit, year: 2023, form: '政府信息公开工作2023年度报告' },
  { head: `${unit}\n政府信息公开工作2023年度报告`, unit, year: 2023 },
  { head: `${unit}政府信息公开2023年年度报告`, unit, year: 2023 },
  // With the year on both sides of the unit, and of more years than one none.
  { head: `2023${unit}2023年度政府信息公开工作年度报告`, unit, year: 2023, form: '2023年度政府信息公开工作年度报告' },
  { head: `2023年${unit}2023年政府信息公开工作年度报告`, unit, year: 2023, form: standard },
  { head: '2022-2023年政府信息公开工作年度报告', form: '20222023年政府信息公开工作年度报告' },
  // About what a title says of itself.
  { head: '关于2023年政府信息公开工作年度报告', year: 2023, form: standard },
  { head: `${unit}\n关于2023年度政府信息公开工作的年度报告`, unit, year: 2023, form: '2023年度政府信息公开工作的年度报告' },
  { head: `${unit}关于2023年政府信息公开工作的年度报告`, unit, year: 2023 },
  // With brackets, and what a page says behind it.
  { head: `${unit}（本级）${standard}`, unit: `${unit}（本级）`, year: 2023, form: standard },
  { head: `${unit}(本级)\n${standard}`, unit: `${unit}(本级)`, year: 2023 },
  { head: `（${unit}）${standard}`, unit, year: 2023, form: standard },
  { head: `${unit}（县湿地局、县森防办）${standard}`, unit: `${unit}（县湿地局、县森防办）`, year: 2023, form: standard },
  { head: `《${unit}${standard}》`, unit, year: 2023, form: standard },
  { head: `${unit}${standard}（文字版）`, unit, year: 2023, form: standard, range: `${unit}${standard}` },
  { head: `【年报】${unit}${standard}`, unit, year: 2023, form: standard, range: `${unit}${standard}` },
  { head: `【年报】 ${unit}\n${standard}`, unit, year: 2023, range: `${unit}\n${standard}` },
  { head: `${standard} ( 2024-01-31 )\n\n(${unit})`, unit, year: 2023, form: standard, range: standard },
  // With 政府 written once for the unit and for what it publishes.
  { head: '2023年禾丰县人民政府信息公开工作年度报告', unit: '禾丰县人民政府', year: 2023, form: '信息公开工作年度报告' },
  { head: '禾丰县人民政府信息公开工作2023年度报告', unit: '禾丰县人民政府', year: 2023 },
  // With the unit in brackets behind it, or behind the year there.
  { head: `${standard}（禾丰县柳溪镇人民政府）`, unit: '禾丰县柳溪镇人民政府', year: 2023, form: standard, range: standard },
  { head: `门户网站\n# ${standard} (${unit})`, unit, year: 2023, form: standard, range: standard },
  { head: `政府信息公开工作年度报告（2023年）${unit}`, unit, year: 2023, form: '政府信息公开工作年度报告2023年' },
  { head: `${unit}${standard}（禾丰县人民政府）`, unit, year: 2023, form: standard, range: `${unit}${standard}` },
  // In what a page lists of it.
  { head: `- 索引号：HF01\n- 标 题： ${unit}${standard}`, unit, year: 2023, form: standard, range: `${unit}${standard}` },
  { head: `标题\t${unit}${standard}`, unit, year: 2023, form: standard, range: `${unit}${standard}` },
];

/** Heads in words of the writer's own: titles only where the sections tell that it is a report. */
const loose: readonly string[] = [
  `${unit}2023年政府信息公开工作情况报告`,
  `${unit}关于2023年政府信息公开工作情况的报告`,
  `${unit}2023年政府信息公开公工作年度报告`,
  `${unit}2023年政府信息公开工作总结报告`,
  `关于${unit}${standard}的公告`,
];

/** Heads of other papers, and sentences that speak of a report. */
const none: readonly string[] = [
  `关于编制${unit}${standard}的通知`,
  `关于报送${standard}的函`,
  `${unit}${standard}解读`,
  `${unit}${standard}编制说明`,
  `${unit}关于公布${standard}的公告`,
  `现公布${unit}${standard}。`,
  `根据条例，编制了${unit}${standard}`,
  `《政府信息公开工作年度报告》格式`,
  `${unit}政府信息公开指南`,
  `${unit}政府信息公开目录`,
  `${unit}2023年法治政府建设年度报告`,
  `${unit}2023年政府工作报告`,
  `${unit}2023年部门决算公开报告`,
  `${unit}2023年政府网站工作年度报表`,
  unit,
  '',
];

describe('titles', () => {
  for (const { head, range = head, ...expected } of read) {
    it(JSON.stringify(head), () => {
      const title = titleIn(head) ?? assert.fail('no title found');
      const text = head + below;
      const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
      assert.equal(title.unit?.name, expected.unit);
      assert.equal(title.year?.number, expected.year);
      assert.equal(slice(title.range), range);
      if (expected.form !== undefined) assert.equal(title.form, expected.form);
      const bare = (range: { start: number; end: number }): string => slice(range).normalize('NFKC').replace(/\s/g, '');
      if (title.unit) assert.equal(bare(title.unit.range), expected.unit?.normalize('NFKC'));
      if (title.year) assert.match(bare(title.year.range), /^(?:\d{4}|[〇○一二三四五六七八九]{4})$/);
    });
  }

  for (const head of none) it(`none: ${JSON.stringify(head)}`, () => assert.equal(titleIn(head), undefined));

  for (const head of loose) {
    it(`with its sections: ${JSON.stringify(head)}`, () => {
      assert.equal(titleIn(head), undefined);
      const { title } = readReport(`${head}${below}\n二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n`);
      assert.equal(title?.unit?.name, unit);
      assert.equal(title?.year?.number, 2023);
    });
  }

  it('of a page that speaks of reports without a year there is no title', () => {
    const sections = '二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n';
    assert.equal(readReport(`政府信息公开专栏年度报告${below}\n${sections}`).title, undefined);
  });

  for (const [head, year] of [
    ['按照有关要求，编制《禾丰县2020年政府信息公开工作年度报告》。', 2020],
    ['现公布禾丰县2020年度政府信息公开工作年度报告。', 2020],
    ['根据《禾丰市关于编制2020年政府信息公开工作年度报告的通知》，编制本报告。', undefined],
    ['现公布禾丰县2020年政府信息公开工作年度报告，另公开禾丰县2019年政府信息公开工作年度报告。', 2020],
    ['编制《禾丰县2020年政府信息公开工作年度报告》，现公布禾丰县2021年政府信息公开工作年度报告。', undefined],
  ] as const)
    it(`the year of the report that is presented stands in where there is no title: ${head}`, () => {
      const sections = '二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n';
      const report = readReport(`${head}${below}\n${sections}`);
      assert.deepEqual([report.title, report.year], [undefined, year]);
    });

  it('the year of the stated period stands in for the one of the title', () => {
    const report = readReport(`${unit}政府信息公开工作年度报告\n\n统计期限为自2020年1月1日至2020年12月31日止。${below}`);
    assert.equal(report.year, 2020);
    assert.equal(report.expected?.id, '2019');
    const within = (period: string): number | undefined =>
      readReport(`${unit}政府信息公开工作年度报告\n\n一、总体情况\n\n${period}\n\n二、主动公开政府信息情况\n`).year;
    assert.equal(within('全年公开信息12条（本报告所列数据统计期限为2024年1月1日至12月31日）。'), 2024);
    assert.equal(within('2024年1月1日至12月31日公开信息12条。'), undefined);
    assert.equal(readReport(`${unit}${standard}\n\n统计期限为2020年1月1日至12月31日。${below}`).year, 2023);
  });
});

describe('files that are no reports', () => {
  const sections = '一、总体要求\n\n按时编制。\n\n二、工作要求\n\n内容真实。\n\n三、报送时间\n\n1月20日前。\n';
  const files: readonly (readonly [string, string])[] = [
    ['empty', ''],
    ['blank', ' \n\t\n　\n'],
    ['a notice', `关于做好2023年政府信息公开工作年度报告编制工作的通知\n\n各乡镇人民政府，县直各单位：\n\n${sections}`],
    [
      'a guide',
      `${unit}政府信息公开指南\n\n一、公开范围\n\n主动公开机构职能。\n\n二、申请程序\n\n提出申请，${unit}受理。\n\n三、监督方式\n\n申请人可以提起行政复议、行政诉讼。\n`,
    ],
    [
      'another report',
      `${unit}2023年法治政府建设年度报告\n\n一、主要情况\n\n依法办理行政许可212件，行政处罚9件，行政强制0件。\n\n二、存在的问题\n\n力量不足。\n\n三、下一步打算\n\n加强培训。\n`,
    ],
    [
      'the report of a university on a school year',
      '禾丰学院2022—2023学年信息公开年度报告\n\n一、概述\n\n本学年公开信息212条。\n\n二、主动公开信息情况\n\n公开招生信息。\n\n三、依申请公开和不予公开情况\n\n收到申请2件。\n\n四、因信息公开受到举报、复议、诉讼的情况\n\n没有。\n',
    ],
    [
      'the same, its title lost',
      '统计期限为2022—2023学年。\n\n一、概述\n\n本学年公开信息212条。\n\n二、主动公开信息情况\n\n公开招生信息。\n\n三、依申请公开和不予公开情况\n\n收到申请2件。\n',
    ],
    [
      'figures of half a year',
      '2023年上半年政府信息公开数据统计\n\n一、主动公开情况\n\n全县制发公文212件。\n\n二、依申请公开情况\n\n受理申请57件，答复51件。\n\n三、政府信息公开相关行政复议、诉讼情况\n\n发生行政诉讼2件。\n',
    ],
    [
      'the report of a quarter',
      '禾丰县林业局2023年第三季度政府信息公开工作报告\n\n一、主动公开情况\n\n制发公文21件。\n\n二、依申请公开情况\n\n受理申请7件。\n\n三、行政复议、诉讼情况\n\n没有发生。\n',
    ],
    ['statistics', '单位\t自然人\t商业企业\t总计\n一科\t1\t2\t3\n二科\t4\t5\t9\n'],
    ['a table of licences', '| 行政许可 | 212 |\n| --- | --- |\n| 行政处罚 | 9 |\n'],
    ['a news item', `${unit}发布2023年政府信息公开工作年度报告。报告显示，全年新收申请50件，予以公开23件，不予公开10件，无法提供10件。\n`],
    [
      'the regulation',
      '第四十九条　县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。\n第五十条　政府信息公开工作年度报告应当包括下列内容：\n（一）行政机关主动公开政府信息的情况；\n',
    ],
    [
      'a notice with a report that comes with it',
      `关于报送年度报告的函\n\n县政府办公室：\n\n现将本局年度报告报上。\n\n附件：${unit}${standard}\n`,
    ],
    ['a list of reports', `# 历年年报\n\n- ${unit}2022年政府信息公开工作年度报告\n- ${unit}${standard}\n`],
    ['a numbered list', `1. ${unit}2022年政府信息公开工作年度报告\n2. ${unit}${standard}\n`],
    ['a list of links', `- [${unit}${standard}](2023.md)\n`],
    ['a table of reports', `| 年份 | 文件 |\n| --- | --- |\n| 2023 | ${unit}${standard} |\n`],
    [
      'a page of links',
      `<ul><li><a href="1.html">${unit}${standard}</a></li><li><a href="2.html">${unit}2022年政府信息公开工作年度报告</a></li></ul>\n`,
    ],
    ['English', '# Annual report\n\n## 1. Overview\n\nNothing.\n'],
    ['a fenced sample', `# 写法示例\n\n\`\`\`\n${unit}${standard}\n\n一、总体情况\n\n二、主动公开政府信息情况\n\`\`\`\n`],
  ];
  for (const [name, text] of files) {
    it(`${name}: nothing is said`, () => {
      const { report, findings, relations } = analyze(text);
      assert.equal(report.recognised, false);
      assert.deepEqual([findings, relations], [[], []]);
    });
  }
});

describe('files that are reports without a title', () => {
  for (const [name, text] of [
    ['two of the sections with tables', '二、主动公开政府信息情况\n\n略\n\n三、收到和处理政府信息公开申请情况\n\n略\n'],
    [
      'all sections',
      '一、总体情况\n\n好。\n\n二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n四、政府信息公开行政复议、行政诉讼情况\n',
    ],
  ] as const)
    it(name, () => {
      const { report, findings } = analyze(text);
      assert.equal(report.recognised, true);
      assert.ok(findings.some(({ rule }) => rule === 'title-missing'));
    });
});

describe('reports on years before the first official format', () => {
  it('are read, and nothing is said', () => {
    const { report, findings } = analyze(
      `${unit}2018年政府信息公开工作年度报告\n\n一、概述\n\n公开信息112条。\n\n二、收费及减免情况\n\n无。\n`,
    );
    assert.equal(report.recognised, true);
    assert.equal(report.year, 2018);
    assert.equal(report.expected, undefined);
    assert.deepEqual(findings, []);
  });
});

describe('the name of a file or of a site behind a title', () => {
  for (const tail of ['.docx', '.PDF', ' - 禾丰县人民政府门户网站', '_禾丰县人民政府', '——政务公开网']) {
    it(`is no part of it where the sections tell what the file is: ${tail}`, () => {
      const { report, findings } = analyze(base('2021').replace(standard, standard + tail));
      assert.deepEqual([report.unit, report.year], [readReport(base('2021')).unit, 2023]);
      assert.deepEqual(findings, []);
    });
    it(`stands in a list of files otherwise: ${tail}`, () => {
      assert.equal(readReport(`下载\n\n${unit}${standard}${tail}\n\n${unit}概况\n`).recognised, false);
    });
  }
});

describe('政务公开 in a title', () => {
  const head = '禾丰县林业局2023年政务公开工作年度报告';

  it('stands for 政府信息公开 where the sections tell what the file is: a title to mend', () => {
    const { report, findings } = analyze(`${head}\n\n二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n`);
    assert.equal(report.unit, '禾丰县林业局');
    assert.equal(report.year, 2023);
    assert.ok(findings.some(({ rule }) => rule === 'title-form'));
  });

  it('is another report otherwise, of which nothing is said', () => {
    assert.equal(readReport(`${head}\n\n一、工作开展情况\n\n做得很好。\n\n二、存在问题\n\n没有。\n`).recognised, false);
  });
});

describe('a second report in a file', () => {
  const second = '平川县民政局2022年政府信息公开工作年度报告';
  const other = base('2021').split('\n').slice(1).join('\n').replace('16', '61').replace('六、其他需要报告的事项', '六、其他事项');
  for (const [how, title, body] of [
    ['the same sections', second, other],
    ['a title on two lines', '平川县民政局\n\n2022年政府信息公开工作年度报告', other],
    ['marks of Markdown', `# ${second}`, other],
    ['sections under names of their own', second, other.replace('一、总体情况', '一、工作总体情况').replace('及改进情况', '和改进措施')],
  ] as const)
    it(`is left alone: ${how}`, () => {
      const first = readReport(base('2021'));
      const report = readReport(`${base('2021')}\n${title}\n${body}`);
      assert.equal(report.further?.unit?.name, '平川县民政局');
      assert.equal(report.further.year?.number, 2022);
      assert.deepEqual(
        report.sections.map(({ heading, text }) => [heading, text]),
        first.sections.map(({ heading, text }) => [heading, text]),
      );
      assert.deepEqual(report.tables.get('disclosure')?.rows, first.tables.get('disclosure')?.rows);
      const found = analyze(report.text).findings;
      assert.deepEqual(
        found.map(({ rule, range }) => [rule, report.text.slice(range.start, range.end)]),
        [['section-duplicate', title.replace('# ', '')]],
      );
    });

  it('begins with its own 一: its title in a sentence, in a list or at the head of a page is none', () => {
    const text = base('2021').replace('五、存在的主要问题', `${second}\n\n五、存在的主要问题`);
    assert.equal(readReport(text).further, undefined);
    assert.equal(readReport(`${base('2021')}\n附件：${second}\n`).further, undefined);
    assert.equal(readReport(`${base('2021')}\n${second}\n${second.replace('平川', '清河')}\n`).further, undefined);
  });

  it('takes nothing of what the first one lacks', () => {
    const lacking = base('2021').split('六、')[0]!;
    const { findings } = analyze(`${lacking}${second}\n${other}`);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['section-missing', 'section-duplicate'],
    );
  });
});

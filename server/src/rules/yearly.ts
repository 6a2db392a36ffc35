import type { Paragraph } from './text';

/** Sentences that a year opens, and what they tell of it. */

/** The longest sentence that is looked at. */
export const MAX_SENTENCE = 200;
/** What may stand between the start of a sentence and the year: a sub-heading, a number, who reports. */
export const OPENS =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s?)?(?:[一二三四五六七八九十]是)?(?:我[局市县区镇乡委办院厅省州]|本(?:单位|[局市县区镇乡委办院厅机关]+)|全[市县区局镇乡省州])?(?:在|截[至止]到?)?$/;
/** What stands before a year without the unit's own name at its end, in full or from 县 on: 县林业局2022年公开. */
export function withoutUnit(before: string, unit = ''): string {
  const [name = ''] = NAME_AT_END.exec(before) ?? [];
  return name.length >= MIN_UNIT && unit.endsWith(name) ? before.slice(0, -name.length) : before;
}
const NAME_AT_END = /[\u4e00-\u9fff]{3,30}$/;

/** What a sentence on the work of a year goes on with; 2022年高校毕业生信息 is of another kind. */
const SUBJECT =
  /^\s*(?:[，,]|[共我本]|全[年市县区局镇乡省州]|[市县区州局][^，。]{0,6}[局委办府厅]|累计|主动|通过|依托|新收|收到|受理|公开|发布|未|没有|无|(?:加强|强化|严格|完善|健全|优化|调整|认真|坚持|深入|扎实|积极|进一步|不断|开展|举办|组织|召开|制[发定])(?![的后]))/;
const EXPLAINED =
  /同比|环比|相比|[较比](?=[上去往前今本\d])|上年|去年|上一年|前一年|往年|历年|近年|预算|决算|结转|规划|计划|方案|要点|修订|修正|施行|实施|印发|出台|颁布|成立|废止|失效|获(?!得感)|荣|表彰|通报|评估|评价|评为|(?<!(?:[纳列]入|推进|加强|强化|开展|组织)[^，。]{0,10})考核|考评|测评|排名|年报|年度报告|存量|备案|审计|以来|[年月日]起|自(?=\d)|曾|首次|问题|整改|遗留|超期|顺延/;
/** What is said behind a year: 2022年全县政务公开工作要点 is a paper of that year; behind a comma it tells what the work followed. */
const reportOf = (after: string): string => (/^\s*[，,]/.test(after) ? after.replaceAll('工作要点', '') : after);

/** Behind what was counted only these tell that the year is meant: 收到申请 40 件，今年收到 50 件. */
const OF_TWO_YEARS = /[今本]年/;

/** Whether what stands around a year is on its work, and nothing in it explains another year than the report's. */
export function isOnWork(before: string, after: string, unit = ''): boolean {
  const subject = after.trimStart().slice(0, MIN_UNIT);
  if (!SUBJECT.test(after) && !(subject.length === MIN_UNIT && unit.includes(subject))) return false;
  // What the unit is called by says nothing of the year.
  const words = ownNames
    .reduce((left, [of, name]) => (unit.includes(of) ? left.replace(name, '') : left), reportOf(after))
    .replace(COUNTED, '文件');
  const counted = DONE.exec(words);
  const end = counted ? counted.index + counted[0].length : words.length;
  return !EXPLAINED.test(before.replace(/成立[^，。；]{0,16}小组/g, '') + words.slice(0, end)) && !OF_TWO_YEARS.test(words.slice(end));
}

/** What names of units share with what explains a year. */
const ownNames: readonly (readonly [of: string, name: RegExp])[] = [
  ['审计', /审计/g],
  ['规划', /规划和自然资源|自然资源和规划|规划局/g],
];
/** What was published, counted: 公开县政府印发文件共 25 件. */
const COUNTED = /印发的?文件(?=共?\d)/g;

/** As much of a unit's name as stands for it. */
const MIN_UNIT = 3;

/** What has been done, counted. */
const DONE =
  /(?:收到|受理|接收|办理|办结|答复|公开|发布|制[发定]|开展|举办|组织|召开)[^。；;]{0,30}?\d\s?余?[件条份篇次个场期]|(?:未|没有)(?:收到|发生)/;
const PLANNED = /将|拟|计划|打算|准备|继续|下一步|力争|争取|确保|预计|预期|目标|任务|不少于|不低于/;
export const isDone = (after: string): boolean => DONE.test(after) && !PLANNED.test(after);

/** Whether a section reports what was done: 五 and 六 speak of the next year, too. */
export const isWorked = (section: Paragraph['section']): boolean => section !== undefined && section > 0 && section < 5;

import { remembered, rowsOf, type TableDefinition, type TableId } from '../../editions';
import type { Range, Report } from '../report';
import {
  applicantNames,
  disclosureNames,
  disputeNames,
  type Names,
  outcomeNames,
  type Reading,
  resultNames,
  type Term,
  term,
} from './names';
import { NUMBER, numberOf } from './numbers';
import { type Clause, type Passage, visitClauses } from './passages';
import { Unit } from './units';

/** What a sentence says of a figure of the tables. */
export interface Claim {
  /** The number; where none is written the words that stand for it. */
  readonly range: Range;
  readonly value: bigint;
  /** Whether a number is written, and not words like 未收到, 均已办结. */
  readonly written: boolean;
  /** What it may mean, the plainest first: it is right if one of them agrees. */
  readonly readings: readonly Reading[];
  /** The paragraph that it stands in: its claims share what they speak of. */
  readonly passage: Passage;
}

/**
 * Claims are read where a clause is understood to its last word, and nowhere else: a word that is not known may turn its number
 * into that of another body, another year or another matter. In patterns OWN stands for words that name the report's own body,
 * NOW, BEFORE and BEHIND for its year, the year before and the year after, unit for unit.
 */
const OWN = '\ue000';
const NOW = '\ue001';
const BEFORE = '\ue002';
const BEHIND = '\ue003';

const FILL = `(?:[${OWN}${NOW}]|[一二三四五六七八九]是|\\d{1,2}\\.|据统计|经统计|统计|其中|具体为|包括|总体|期间|实际|目前|现|依法|依规|及时|按时|按期|如期|规范|已|均|又|还|另|含|共计|总共|一共|总计|合计|累计|共)*`;
const COUNT = `(?<before>将近|近|约|大约|超过?|逾|达到?近|不足)?(?<number>${NUMBER})(?<after>余|多|来)?(?<unit>件|起|宗|例)(?<about>左右|以上|以内|以下)?`;
/** Applications, named, are counted by other words, too. */
const OTHER_COUNTERS = '条份项个封次';
const ANY = COUNT.replace('例)', `例|[${OTHER_COUNTERS}])`);
/** In a list of results the unit may have been left out. */
const LISTED = ANY.replace(`[${OTHER_COUNTERS}])`, `[${OTHER_COUNTERS}])?`);
const IS = '(?:总?数量?|总?量|情况)?(?:共计|总计|合计|共|为|是|有|达到?)*';
/** Several ways in which they came: with 等 all of them. */
const WAYS = '(?:(?:通过|经)[^,;。]{1,16}、[^,;。]{1,20}等(?:多种|各种)?(?:渠道|方式|途径))?';
const NOT = '(?:未曾|未|没有|无|尚未|从未)';

const PUBLIC = '(?:(?:政府|政务)?信息(?:依申请)?公开|依申请公开(?:政府|政务)?信息|依申请(?:政府|政务)?信息公开|依申请公开)';
const APPLICANT =
  '(?:(?:公民|个人)、?(?:法人)?(?:、|和|或者?|及)?(?:法人)?(?:和|或者?|及)?其他组织|社会公众|公众|群众|市民|申请人)(?:(?:通过|经)(?:各种|多种|各类)(?:渠道|方式|途径))?(?:向\ue000+)?(?:提出|提交|递交)?的?';
/** Applications; `bare` where nothing says of what. */
const REQUESTS = `(?:${APPLICANT})?(?:各类)?(?:(?<plain>${PUBLIC}(?:的|类)?(?:申请|请求)|公开(?:政府|政务)信息的?申请|(?:政府|政务)信息申请公开)|(?<bare>(?:公开)?申请))(?:案件|事项|办件|信息|表|件)?`;
/** 依申请公开 names the matter as well, but only behind a verb. */
const MATTERS = `(?:${REQUESTS}|(?:${APPLICANT})?${WAYS}(?<matter>(?:(?:政府|政务)?信息)?依申请公开|依申请(?:政府|政务)?信息公开)(?:的?(?:政府|政务)?信息)?(?:的?(?:案件|办?理?事项|办件|件|来信|信件))?)`;

/** A part of a pattern that stands in it a second time. */
const again = (source: string): string => source.replace(/\?<\w+>/g, '?:');

const NEW = '(?<fresh>新增收到|新收到|新收|新增|新接收|新受理)';
const TAKE = '(?:收到|接收|接到|收悉|受理|登记|收到并受理|接收并受理|共收)';
const HANDLE =
  '(?<handle>收办|办理|承办|处理|登记并?办理|(?:收到|接收|受理)(?:并|和|且|及)?(?:办理|处理|(?<through>(?:依法|按时|按期)*(?:办结|答复))))';
const FINISH = '(?<finish>办结|办理完毕|办理完成|办理完结)';
const ANSWER = '(?<answer>(?<openly>公开答复)|答复完毕|答复|回复|办复|作出答复|予以答复|书面答复|办理(?:并|和)?(?:答复|回复))';

const LAST_YEAR = `(?:上一年度?|上年度?|去年|[${BEFORE}]+)`;
const NEXT_YEAR = `(?:下一年度?|下年度?|次年度?|明年|[${BEHIND}]+)`;
const CARRIED = '(?:结转|转结|顺延|转入|延续)';

const REVIEW = '(?<review>行政复议|复议)';
const LITIGATION = '(?<litigation>行政诉讼|诉讼)';
const CAUSE = `(?:发生|产生|出现|引发)?(?:因为|由于|因|就|针对|涉及?|有关|关于|由|对|以)?[${OWN}]*(?<cause>(?:政府|政务)?信息(?:依申请)?公开|依申请公开)?(?:工作|事务|申请|答复|事项|类|领域|案件|问题)*(?:被申请|被提起|被提出|被|而|引起|引发|提起|提出|发生|产生|申请|共|的)*`;
const CASES = '(?:申请|案件|案|事项|情况)?';

const exact = (source: string): RegExp => new RegExp(`^${FILL}${source}$`, 'd');

const RECEIVED = [
  exact(`${WAYS}(?:${NEW}|${TAKE}|${HANDLE})(?:了|的)?${MATTERS}${IS}${ANY}`),
  exact(`(?:${NEW}|${TAKE}|${HANDLE})了?${ANY}的?${MATTERS}`),
  exact(`${REQUESTS}${IS}${ANY}`),
  exact(`${MATTERS}的?(?:受理|接收|收件)${IS}${ANY}`),
  exact(`${NEW}${COUNT}`),
];
const NONE_RECEIVED = [
  new RegExp(
    `^${FILL}(?<words>${NOT}(?:(?:收到|接到|接收到?|收|产生|发生|出现|新收|受理)(?:(?:和|或|及|、|并)(?:受理|处理|办理|答复))?)?(?:过|任何|相关|有关)?${MATTERS}(?:的?(?:情况|情形|要求|需求))?)$`,
    'd',
  ),
  new RegExp(
    `^${FILL}(?<words>${NOT}(?:收到|接到|接收)(?:过|任何)?(?:${APPLICANT})?(?:向[${OWN}]+)?(?:要求)?(?<public>申请(?:要求)?公开(?:(?:其他方面|相关|有关)?的?(?:政府|政务)信息|(?=事项|信息)))(?:的?(?:申请|情况|事项|信息|要求))?)$`,
    'd',
  ),
  new RegExp(
    `^${FILL}(?:实现|保持)?(?:${REQUESTS}${IS}|(?<public>${PUBLIC})的?)?(?:实现|保持)?(?<words>零申请(?:(?:、|和)零(?:行政)?(?:复议|诉讼))*)$`,
    'd',
  ),
  new RegExp(`^${FILL}${REQUESTS}${IS}(?<words>[0零])$`, 'd'),
  new RegExp(`^${FILL}(?:${REQUESTS}|(?<public>依申请公开))(?:工作|情况|方面)?(?:实行|为|是)?(?<words>零报告)$`, 'd'),
  new RegExp(
    `^${FILL}(?<words>(?:没有|无)(?:人|群众|公众|社会公众|(?:公民|个人)、?法人(?:、|和|或者?|及)其他组织)(?:向[${OWN}]+)?(?<public>申请(?:公开(?:政府|政务)信息|(?:政府|政务)信息公开)))$`,
    'd',
  ),
];
/** How it was done. */
const DONE =
  '(?:全部|(?:在|严格)?(?:按照?|依照)?(?:法定|规定)的?(?:(?:期限|时限|时间|程序|要求)(?:和|及|、)?)+内?|已经|依法|依规|按时|按期|予以|作出|进行了)*';
const PROCESSED = [
  exact(`${DONE}(?:${FINISH}|${ANSWER})了?(?:${MATTERS})?${IS}${ANY}`),
  exact(`${DONE}(?:${FINISH}|${ANSWER})了?${ANY}的?${MATTERS}`),
  exact(`${MATTERS}的?${DONE}(?:${FINISH}|${ANSWER})${IS}${ANY}`),
  exact(`完成(?:${MATTERS})的?(?<answer>答复|办理|回复|办复)${IS}${ANY}`),
  exact(`完成了?${MATTERS}${IS}${ANY}`),
];
/** Its number first; a list of parts goes on with another one. */
const PROCESSED_OF = exact(`${ANY}(?:${again(MATTERS)})?(?:已|均)*${DONE}(?:${FINISH}|${ANSWER})`);
const GOES_ON = new RegExp(`^[,;、](?!(?:其余|剩余|另有)?\\d+[件宗例][^,;。]{0,6}[转延])[^。]{0,40}?\\d[件起宗例${OTHER_COUNTERS}]`);
/** 答复 a 件，不予受理 b 件: what was turned down is not among the answers. */
const TURNED_DOWN = /^[,;、]不(?:予|再)?(?:受理|处理)\D{0,6}\d/;
/** 不予处理（含撤回）names a part; another bracket may name the one that is counted. */
const NARROWS = /[（(](?!其?[中含]|包[括含])/;
/** 行政诉讼3件（含二审1件）: the table counts a case once. */
const APPEALED = /^[^。]{0,40}(?:二审|再审|上诉)/;
const ALL_FINISHED = new RegExp(
  `^${FILL}(?<words>(?:(?:所有|全部)(?:的?${again(MATTERS)})?)?(?:(?:均已|已全部|全部已?|都已)(?:经|依法|依规|按时|按期|规范|在法定(?:期限|时限)内)*(?:予以)?(?:办结|办理完毕|办理完结|答复完毕)|(?:均|都)(?:依法|依规|按时|按期|规范)*办结))$`,
  'd',
);
const PREVIOUS_TERM = `${LAST_YEAR}(?:未办结)?(?:${CARRIED}|未办结)(?:(?:至|到)?(?:今年|本年度?|[${NOW}]+))?(?:继续)?(?:办理|处理|答复)?的?`;
const CARRIED_IN = [
  exact(`${PREVIOUS_TERM}(?:${MATTERS}|件)?${IS}${ANY}`),
  exact(`${ANY}(?:的|为|是|系)*${PREVIOUS_TERM}(?:${MATTERS})?`),
  exact(`(?:结转|转结)${LAST_YEAR}(?:继续)?(?:办理|处理)?的?(?:${MATTERS}|件)?${IS}${ANY}`),
];
/** 收到 a 件，上年结转 b 件，共计 c 件. */
const IN_ALL = new RegExp(`^(?:[${OWN}${NOW}])*(?:两项)?(?:共计|合计|总计)(?:${again(MATTERS)})?${COUNT}$`, 'd');
const NONE_CARRIED_IN = new RegExp(`^${FILL}(?<words>${NOT}${PREVIOUS_TERM}(?:${MATTERS}|件|案件)?)$`, 'd');
const FOLLOWING_TERM = `(?:${CARRIED}|转|延至|延期)(?:至|到|入)?${NEXT_YEAR}(?:继续)?(?:办理|处理|答复|办结)?的?`;
const LEFT = '(?:尚有|还有|有|余|剩余|其余|剩|另有)?';
const CARRIED_OUT = [
  exact(`${LEFT}(?:${again(MATTERS)})?${FOLLOWING_TERM}(?:${MATTERS})?${IS}${ANY}`),
  exact(`(?:${LEFT}|除)${ANY}(?:的?${again(MATTERS)})?(?:需要?|将|则)?${FOLLOWING_TERM}(?:${MATTERS})?(?:以外|之外|外)?`),
];
const NONE_CARRIED_OUT = new RegExp(
  `^${FILL}(?<words>${NOT}(?:(?:${again(MATTERS)})?${FOLLOWING_TERM}|${NEXT_YEAR}结转)(?:${MATTERS}|件|案件)?)$`,
  'd',
);

const BOTH = `行政复议(?:案件)?(?:、|和|及|与|或|或者)(?:提起|被提起)?(?:行政)?诉讼`;
const DISPUTES = [
  exact(`${CAUSE}(?:(?<both>${BOTH})|${REVIEW}|${LITIGATION})${CASES}${IS}(?<each>各|均为|都是)?${COUNT}`),
  exact(`(?:引起|引发|发生|产生|被申请|被提起|提起)${COUNT}的?${CAUSE}(?:${REVIEW}|${LITIGATION})${CASES}`),
];
/** 行政复议 a 件和行政诉讼 b 件. */
const BOTH_COUNTED = exact(
  `${CAUSE}行政复议${CASES}${IS}${COUNT}(?:和|及|与|以及)(?:${again(CAUSE)})行政诉讼${CASES}${IS}(?<lawsuits>${NUMBER})(?:件|起|宗|例)`,
);
const EITHER_DISPUTE = exact(`${CAUSE}行政争议${CASES}${IS}${COUNT}`);
const NO_DISPUTES = new RegExp(
  `^${FILL}(?<words>${NOT}(?:发生|产生|出现|引起|引发|收到|存在|有|一(?:起|件|例)|不服|以[${OWN}]+为被申请人|因为|由于|因|针对|就|对|关于|有关|涉及|[${OWN}]|本部门|(?:政府|政务)?信息公开|依申请公开|工作|事务|答复|类|领域|的|被|提起|提出|申请|而|行政复议|行政诉讼|复议|诉讼|申诉|案件|案|事项|情况|情形|问题|、|和|及|或者?|与|等|投诉|举报)+)$`,
  'd',
);
const ALL_UPHELD = new RegExp(
  `^${FILL}(?:结果|复议结果|诉讼结果)?(?<words>(?:均|全部|都)(?:获得?|被|得到|予以|为)?(?:结果)?维持(?:原(?:行政行为|答复|决定|判|具体行政行为))?)$`,
  'd',
);

const ISSUE =
  '(?:新(?:制定|印发|出台|制发|发布)的|新发布|制定出台|制定印发|制定发布|制发出台|新制发|新制定|新印发|新出台|制发|制定|印发|出台)(?:了|并公布|并公开)?';
const DOCUMENT_COUNT = COUNT.replace('件|起|宗|例', '件|份|个|部');
const DOCUMENTS = '(?<normative>(?:行政)?规范性文件)|(?<rules>(?:(?:地方|部门|市|省)?(?:政府)?)规章)';
/** In its own name: what is issued in another's is counted elsewhere, or here. */
const NAMED = `(?:以[${OWN}]+名义)?`;
const ISSUED = [
  exact(`${NAMED}${ISSUE}(?:${DOCUMENTS})${IS}${DOCUMENT_COUNT}`),
  exact(`${NAMED}${ISSUE}${DOCUMENT_COUNT}(?:${DOCUMENTS})`),
];
const ISSUED_TOO = exact(`(?:${DOCUMENTS})${DOCUMENT_COUNT}`);
const REPEALED = exact(`(?:废止|宣布废止)了?(?:${DOCUMENTS})?${DOCUMENT_COUNT}`);
const IN_FORCE = exact(`(?:现行有效的?|有效)(?:${DOCUMENTS})${IS}${DOCUMENT_COUNT}`);
/** Behind those that were issued. */
const IN_FORCE_TOO = exact(`现行有效的?件?${IS}${DOCUMENT_COUNT}`);
const NONE_ISSUED = new RegExp(
  `^${FILL}(?<words>${NOT}[${OWN}]*(?:自行|新)?(?:制定|出台|制发|印发)过?的?(?:(?:行政)?规范性文件|政策(?:性文件|文件)?))$`,
  'd',
);

/** Words of other years and of what is not counted from January to December. */
const OTHER_TIME = /上年|去年|上一年|往年|历年|近年|半年|季度|明年|下年|来年|次年|以来|月份|计划|目标|力争|\d{4}年|[\ue002\ue003]/;
const COMPARED = /同比|环比|持平|(?:比|较|与)(?:上年|去年|上一年|\d{4}年|\ue002)/;
const COUNTED_WHATEVER = new RegExp(`\\d[件起宗例${OTHER_COUNTERS}]`);
/** Whether applications are counted, behind a verb. */
function countsApplications(text: string): boolean {
  const verb = text.search(/收到|接收|受理|办理|办结|答复/);
  const noun = verb < 0 ? -1 : text.indexOf('申请', verb);
  return noun >= 0 && !text.includes('其中') && COUNTED_WHATEVER.test(text.slice(noun));
}

/** Matters beside the applications, whose clauses the ones that follow may speak of. */
const OTHER_MATTER =
  /建议|提案|留言|热线|投诉|信访|咨询|来信|信箱|备案|网|微信|微博|许可|处罚|工单|舆情|诉求|信件|来电|培训|检查|会议|代[^表码]|乡镇|下属|科室|公文|文件|复议|诉讼/;
const SAME_MATTER = /申请|答复|办理|期限|办结|时限/;
/** Ways in which applications come: parts of the whole, understood and not judged. */
const PART = exact(
  `(?:通过)?(?:当面|现场|网上|网络|在线|线上|线下|平台|邮寄|信函|邮件|电子邮件|书面|传真|政府网站|网站)(?:方式)?(?:提交|提出|收到|受理|接收)?(?:的?(?:${MATTERS}))?${IS}${COUNT}`,
);

/** A clause longer than this makes more statements than one, and is not understood. */
const MAX_CLAUSE = 90;
/** Far more than a report has: what a hostile draft costs. */
const MAX_CLAUSES = 1500;
/** How much of the end of a unit's name stands for it: 水利局, 镇人民政府. */
const MIN_UNIT = 3;
const MIN_GOVERNMENT = 5;

const AREA = /(?:省|市|县|区|州|盟|旗|人民政府)$/;
const TOWN = /(?:镇|乡|街道|办事处)(?:人民政府)?$/;
/** What units are called at the beginning of a clause, where only they can be meant. */
const BARE: readonly (readonly [ending: RegExp, called: RegExp])[] = (
  [
    ['镇(?:人民政府)?', '镇'],
    ['乡(?:人民政府)?', '乡'],
    ['分局', '分局'],
    ['(?:学校|[小中大]学|学院|[一二三四五六七八九十]中)', '学校'],
  ] as const
).map(([ending, called]) => [new RegExp(`${ending}$`), new RegExp(`(?<=^|[${OWN}${NOW}])${called}`)] as const);
const DEPARTMENTS = '各(?:职能)?部门';
const TOWNS = '(?:镇街|街镇|乡镇街道|镇|乡镇|街道)';
const OWN_AREA = new RegExp(
  '[我本全](?:省|市|县|区|州|旗|盟|自治[区州县旗])(?:' +
    '(?:各级|各)?(?:行政机关|政府及其部门|各部门|各单位)|各级政府|各级各部门|' +
    `(?:${DEPARTMENTS}|各${TOWNS})(?:、|和|及)(?:${DEPARTMENTS}|各?${TOWNS})` +
    ')?|各级行政机关',
  'g',
);
const OWN_BODY =
  /[我本全](?:局|委|办|厅|院|所|站|会|社|署|中心|单位|机关|部门|镇|乡|街道|办事处|委员会|办公室|管委会|分局|支队|大队|集团|公司|学校|校|馆)(?:机关)?/g;
const OWN_TOWN = /(?:镇|乡)(?:人民)?政府|(?<![各个])街道(?:办事处?)?/g;
const OWN_YEAR =
  /截[至止](?:12月31日|年底|年末)|本年度(?!结转)|[本当]年(?!度)|今年以?来?|全年度?|年度内|年内|报告期内|统计期内|一年来|(?<![上去往下明一])年度/g;
const YEAR =
  /(?:截至|截止|自|在|从)?(\d{4})(?:年(?:1月1日(?:起)?(?:至|到|-|—)+(?:(?:\d{4}年)?12月31日|年底)(?:止|期间)?|1月?(?:至|到|-|—)+12月|12月31日|度|全年|底|末)?(?:期间|以来|内|间)?|(?=全年))/g;

const MEANT = new RegExp(`[${OWN}${NOW}共计]`);
const FILLED = new RegExp(`^${FILL}$`);
const COUNTS = /\d+(?!\d|个?工作日|日|天|%|\.\d|年|月)|[一二三四五六七八九十百千]+(?:余|多)?[件起宗例]/;
/** What a claim cannot do without: a number with its unit, or words that stand for one. */
const COUNTED = /[\d零〇一二两三四五六七八九十百千万][余多来]?[件起宗例]/;
const COUNTED_OTHERWISE = new RegExp(`[\\d零〇一二两三四五六七八九十百千万][余多来]?[${OTHER_COUNTERS}]`);
const DOCUMENTED = /规范性|规章|政策|决定|废止|[作做]出了?行政/;
const OTHER_UNIT = new RegExp(`[${OTHER_COUNTERS}]`);
/** What goes back to all applications: 从办理结果看. */
const LEADS = /^[从按](?:申请人?(?:主体|类型|类别|身份)|(?:办理|答复|处理)结果)(?:来?看|划分|分)$/;
const OF_LAST_YEAR = /(?:上年度?|上一年度?|去年)(?:未办结)?(?:结转|转入|转结|未办结)/;
/** What a paragraph cannot do without that says anything of a figure, unless its sub-heading says what it speaks of. */
const SPEAKS = /申请|请求|复议|诉讼|争议|规范性文件|规章|决定|[作做]出了?行政|(?:制定|出台|制发|印发)过?的?政策/;
/** 结转下年度, 转入2024年, in whatever clause. */
const CARRIES_ON = /[转延](?:至|到|入)?(?:下|次|明|\d{4}年)|顺延/;
const WORDED = /未|没|无|均|全部|都|零|[0零]$/;
const WORTH = /申请|复议|诉讼|[转延]|办结|完毕|维持|规范性|政策/;

type Match = RegExpExecArray;
type Dispute = readonly string[];

/** Whether the report is that of a government for all of its departments. */
export const isWholeArea = ({ unit = '' }: Report): boolean => AREA.test(unit) && !TOWN.test(unit);

/** Short forms in common use, of the ends of names. */
const SHORT: readonly (readonly [ending: RegExp, short: string])[] = [
  [/监督管理局$/, '监管局'],
  [/卫生健康委员会$/, '卫健委'],
  [/卫生健康委员会$/, '卫生健康委'],
  [/卫生健康局$/, '卫健局'],
  [/发展和改革委员会$/, '发改委'],
  [/发展和改革委员会$/, '发展改革委'],
  [/发展和改革局$/, '发改局'],
  [/发展和改革局$/, '发展改革局'],
  [/人力资源和社会保障局$/, '人社局'],
  [/人力资源和社会保障局$/, '人力资源社会保障局'],
  [/住房和城乡建设局$/, '住建局'],
  [/住房和城乡建设局$/, '住房城乡建设局'],
  [/文化和旅游局$/, '文旅局'],
  [/医疗保障局$/, '医保局'],
  [/应急管理局$/, '应急局'],
  [/退役军人事务局$/, '退役军人局'],
  [/管理委员会$/, '管委会'],
  [/人民政府办公[室厅]$/, '政府办'],
  [/人民政府办公[室厅]$/, '府办'],
  [/(?<=街道)办事处$/, ''],
  [/(?<=街道)$/, '办事处'],
  [/(?<=[镇乡])人民政府$/, ''],
  [/(?<=[镇乡])人民政府$/, '政府'],
  [/(?<=[镇乡])$/, '人民政府'],
];

/** What a unit is called: as the title has it, without 人民 where its government's office is meant, the area where that is the unit, in short. */
function callings(unit: string, area: boolean): string[] {
  if (unit === '') return [];
  const names = new Set([unit, unit.replace(/人民政府(?=.)/, '政府')]);
  if (area) names.add(unit.replace(/人民政府$/, ''));
  else for (const [ending, short] of SHORT) names.add(unit.replace(ending, short));
  return [...names];
}

/** Results in other words, where these leave no doubt; the body itself stands in them as `OWN`. */
const OTHER_RESULTS = `(?:信息|政府信息)无法提供|同意公开|(?<!予以)公开|不公开|[${OWN}]+不掌握(?:相关|该|所申请的?)?(?:政府)?信息(?:而?无法提供)?`;
/** What became of others: understood, and not judged, for it may stand in one row or another. */
const OTHER_PARTS = `(?:申请人)?(?:主动|自愿|自主|自行)?(?:撤回|撤销|放弃)(?:申请)?|其他|(?:政府)?信息不存在|不属于?[${OWN}]+(?:公开|职责|职权|掌握)?(?:范围)?(?:的?(?:政府)?信息)?|非[${OWN}]+(?:公开|掌握|职责范围)`;
const OTHER_PART = [exact(`(?:${OTHER_PARTS})的?${IS}${LISTED}`), exact(`${ANY}(?:申请)?(?:${OTHER_PARTS}|的?(?:办理|答复)结果为.{1,20})`)];

/** Patterns with the names of a table in them are the same for every draft. */
const requestPatterns = remembered((table: TableDefinition) => {
  const applicants = among(applicantNames(table)).replace('或其他组织', '(?:或|或者|和|及)其他组织');
  const results = `${among(resultNames(table))}|${OTHER_RESULTS}`;
  return {
    results: [
      exact(
        `(?:(?:在|从)?已?(?:办结|答复)的?(?:件|申请|案件|事项)?(?:中|里))?(?:作出?|决定|告知|给予|因|予以)*(?<name>${results})(?:(?:及|和|与|或)(?<second>${among(resultNames(table))}))?(?:处理|决定|答复|类|的|情形)*(?:${MATTERS})?${IS}${LISTED}`,
      ),
      exact(
        `对?(?:其中)?的?${ANY}(?:申请)?的?(?:办理结果|答复结果|结果)?(?:为|是|被|因)?(?:依法|依规)*(?:予以)?(?<name>${results})(?<second>)?(?:处理|答复)?`,
      ),
    ],
    applicants: [
      exact(`(?:来自|由|为)?(?<name>${applicants}|公民|个人)(?:提出|提交|递交)?的?(?:${MATTERS})?${IS}${ANY}`),
      exact(`${ANY}(?:属于?|为|系|是|来自)(?<name>${applicants})(?:提出|提交|递交)?的?(?:${MATTERS})?`),
    ],
  };
});

const disputePatterns = remembered((table: TableDefinition) => {
  const names = disputeNames(table);
  const kinds = [...names.keys()].filter((name) => names.get(name)!.length === 1 && name.includes('起诉')).join('|');
  return {
    kinds: exact(`(?<name>${kinds})(?:的)?${CASES}${IS}${COUNT}`),
    outcomes: exact(
      `(?:(?<review>行政复议)|(?<litigation>行政诉讼))?(?:案件)?(?<name>${among(outcomeNames(table))}|维持|纠正|未审结)的?(?:案件)?${IS}${COUNT}`,
    ),
  };
});

const disclosurePatterns = remembered((table: TableDefinition) => ({
  /** Behind those that were made: 作出行政许可 a 件、行政处罚 b 件. */
  more: exact(`(?<name>${among(disclosureNames(table))})(?:(?:处理)?决定(?:书)?)?${IS}${COUNT}`),
  columns: new Set(table.blocks.flatMap((block) => block.columns.map(({ id }) => id))) as ReadonlySet<string>,
  decisions: [
    exact(`(?:作出|做出)(?:了|的)?(?<name>${among(disclosureNames(table))})(?:(?:处理)?决定(?:书)?)?${IS}${COUNT}`),
    // As the head of the column has it.
    exact(`(?<name>${among(disclosureNames(table))})[${NOW}]*处理决定数量${IS}${ANY}`),
  ],
}));

/** Reads the paragraphs of a report one after the other. */
export class ClaimReader {
  readonly claims: Claim[] = [];
  private readonly requests: TableDefinition | undefined;
  private readonly disputes: TableDefinition | undefined;
  private readonly disclosure: TableDefinition | undefined;
  private readonly ofRequests: ReturnType<typeof requestPatterns> | undefined;
  private readonly ofDisputes: ReturnType<typeof disputePatterns> | undefined;
  private readonly ofDisclosure: ReturnType<typeof disclosurePatterns> | undefined;
  /** What the unit is called: see `callings`. */
  private readonly names: readonly string[];
  /** The last units of its names. */
  private readonly tails: readonly number[];
  /** What it is called at the beginning of a clause. */
  private readonly bare: RegExp | undefined;
  private readonly area: boolean;
  private readonly town: boolean;
  private left = MAX_CLAUSES;

  private passage!: Passage;
  /** The sub-heading over the paragraph speaks of applications. */
  private headed = false;
  private state = fresh();

  constructor(private readonly report: Report) {
    const definition = (id: TableId): TableDefinition | undefined => report.tables.get(id)?.definition;
    this.requests = definition('requests');
    this.disputes = definition('disputes');
    this.disclosure = definition('disclosure');
    const { unit = '' } = report;
    this.town = TOWN.test(unit);
    this.area = isWholeArea(report);
    this.names = callings(unit.replace(/[（(][^）)]*[）)]$/, ''), this.area);
    this.tails = [...new Set(this.names.map((name) => name.charCodeAt(name.length - 1)))];
    this.bare = BARE.find(([ending]) => ending.test(unit))?.[1];
    this.ofRequests = this.requests && requestPatterns(this.requests);
    this.ofDisputes = this.disputes && disputePatterns(this.disputes);
    this.ofDisclosure = this.disclosure && disclosurePatterns(this.disclosure);
  }

  read(passage: Passage): void {
    this.passage = passage;
    const { text } = passage;
    this.state = fresh();
    // A sub-heading begins a matter, and with it what the paragraphs under it speak of.
    const heading = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,2}、|#)/.test(text) ? text.slice(0, 30) : undefined;
    if (heading !== undefined) this.headed = /依申请公开|公开申请/.test(heading);
    if (passage.section === 3) this.headed = true;
    else if (passage.section !== 1) this.headed = false;
    if (!this.headed && !SPEAKS.test(text)) return;
    this.state.topic = this.headed;
    this.clauses(0, text.length, 0);
  }

  private clauses(start: number, end: number, depth: number): void {
    visitClauses(this.passage.text, start, end, (clause) => {
      this.clause(clause);
      if (depth === 0) {
        for (const aside of clause.asides) {
          // What a bracket says holds inside of it.
          const outside = this.state;
          this.state = { ...outside };
          if (outside.carried) this.state.anchored = false;
          // 较上年的 57 件（予以公开 20 件）: of that year.
          if (COMPARED.test(clause.text)) this.state.elsewhen = true;
          this.clauses(aside.start, aside.end, depth + 1);
          this.state = outside;
        }
      }
      if (clause.last) {
        this.state.dated = false;
        this.state.elsewho = false;
      }
    });
  }

  private clause(clause: Clause): void {
    const { text, units } = clause;
    if (text === '') return;
    if (text.length > MAX_CLAUSE) {
      this.lose(true);
      return;
    }
    if (text.charAt(1) === '是' && /^[一二三四五六七八九]/.test(text) && !this.headed) this.state = fresh();
    const { state } = this;
    if (!state.topic && units & Unit.matter && (text.includes('公开申请') || text.includes('依申请公开'))) state.topic = true;
    const counted =
      (holds(units, Unit.numeral | Unit.counter) && COUNTED.test(text)) ||
      (holds(units, Unit.numeral | Unit.matter) && text.includes('申请') && COUNTED_OTHERWISE.test(text)) ||
      (state.anchored && (units & Unit.numeral) > 0 && (/\d$/.test(text) || (state.unit !== undefined && text.includes(state.unit))));
    const worded = holds(units, Unit.word | Unit.matter) && WORDED.test(text) && WORTH.test(text);
    const documented =
      (holds(units, Unit.document | Unit.piece) && DOCUMENTED.test(text)) ||
      (holds(units, Unit.document | Unit.numeral) && text.includes('处理决定'));
    if (state.known && text.length < 12 && LEADS.test(text)) {
      this.anchor();
      return;
    }
    if (!counted && !worded && !documented && !(units & Unit.year)) {
      if (text.length < 8 && text.includes('其中') && FILLED.test(text)) state.among = true;
      else this.pass(text, units);
      return;
    }
    if (this.left-- <= 0) return;
    const marked = this.marked(text, units);
    if (marked.includes(NOW)) {
      state.dated = true;
      state.elsewhen = false;
    }
    if (FILLED.test(marked)) {
      if (text.includes('其中')) state.among = true;
      return;
    }
    const words = worded && !(state.elsewho && !counted && !marked.includes(OWN));
    const understood = !state.elsewhen && (counted || words || documented) && this.understood(clause, marked, counted, words);
    state.among = false;
    if (!understood) this.pass(marked, units);
  }

  /** A clause that says nothing of the tables: what follows may speak of what it speaks of. */
  private pass(text: string, units: number): void {
    const { state } = this;
    if (units & Unit.time && OTHER_TIME.test(text) && !COMPARED.test(text)) state.elsewhen = true;
    // In words that are not known: they may name another body.
    if (holds(units, APPLICATIONS) && countsApplications(text) && !COMPARED.test(text)) {
      state.elsewho = true;
      state.known = false;
    }
    // Where nothing was said, nothing is lost; without a number a matter that was counted stays what is spoken of.
    if (isActive(state) && (units & Unit.numeral || isLoose(state))) this.leave(text);
  }

  private leave(text: string): void {
    if (COMPARED.test(text)) return;
    if (COUNTS.test(text)) this.lose(true);
    else if (text.includes('%') || FILLED.test(text)) return;
    else if (OTHER_MATTER.test(text) || !SAME_MATTER.test(text)) this.lose(false);
  }

  private lose(counted: boolean): void {
    const { state } = this;
    if (counted) {
      state.anchored = false;
      state.topic = this.headed && this.passage.section === 3;
    }
    state.elliptic = false;
    state.dispute = undefined;
    state.issuing = false;
    state.deciding = false;
    state.after = undefined;
  }

  /** The clause with the words for the report's own body and year replaced, unit for unit. */
  private marked(text: string, units: number): string {
    const { year } = this.report;
    let out = text;
    const own = (words: string): string => OWN.repeat(words.length);
    if (units & Unit.year && /\d{4}全?年/.test(out)) {
      out = out.replace(YEAR, (words, written: string) => {
        const at = Number(written);
        if (at === year) return NOW.repeat(words.length);
        if (year !== undefined && at === year - 1 && /^\d{4}年度?$/.test(words)) return BEFORE.repeat(words.length);
        if (year !== undefined && at === year + 1 && /^\d{4}年度?$/.test(words)) return BEHIND.repeat(words.length);
        return words;
      });
    }
    if (units & (Unit.year | Unit.period)) out = out.replace(OWN_YEAR, (words) => NOW.repeat(words.length));
    if (this.area) {
      if (units & Unit.own) out = out.replace(OWN_AREA, own);
    } else {
      if (units & Unit.own) out = out.replace(OWN_BODY, own);
    }
    out = this.namesOwn(out, own);
    if (this.town) out = out.replace(OWN_TOWN, own);
    if (this.bare) out = out.replace(this.bare, own);
    return out;
  }

  /** Replaces the unit's names, and what stands for them: their ends, as much of them as there is. */
  private namesOwn(text: string, own: (words: string) => string): string {
    const { names, tails, area } = this;
    let out = text;
    for (let end = out.length; end > 0; end--) {
      if (!tails.includes(out.charCodeAt(end - 1))) continue;
      let most = 0;
      for (const name of names) {
        let length = 0;
        while (length < name.length && length < end && out.charCodeAt(end - 1 - length) === name.charCodeAt(name.length - 1 - length))
          length++;
        // Of a government 市政府 may be the office alone.
        const least = area ? name.length : name.endsWith('政府') ? MIN_GOVERNMENT : MIN_UNIT;
        if (length >= least && length > most) most = length;
      }
      if (most === 0) continue;
      out = out.slice(0, end - most) + own(out.slice(end - most, end)) + out.slice(end);
      end -= most - 1;
    }
    return out;
  }

  private understood(clause: Clause, text: string, counted: boolean, worded: boolean): boolean {
    return (
      (this.requests !== undefined && this.aboutRequests(clause, text, counted, worded)) ||
      (this.disputes !== undefined && this.aboutDisputes(clause, text, counted, worded)) ||
      (this.disclosure !== undefined && this.aboutDisclosure(clause, text, worded))
    );
  }

  private aboutRequests(clause: Clause, text: string, counted: boolean, worded: boolean): boolean {
    const { state } = this;
    // What is carried over, and what became of disputes, has parts of its own.
    const others = state.dispute !== undefined;
    const part = text.includes('其中') || state.among;
    const words = this.passage.text;
    const received = cell('received');
    const carriedIn = cell('carriedIn');
    const processed = cell('processed');
    const carriedOut = cell('carriedOut');
    /** Whether what is counted are applications for information, and none of another kind. */
    const ours = (match: Match): boolean => {
      const { plain, matter, bare } = match.groups!;
      return isCounted(match) && (plain !== undefined || matter !== undefined || (bare === undefined ? state.elliptic : state.topic));
    };
    /** Whether the unit is one of applications: of 条, 份, 项 only where these are named, or were counted so. */
    const isCounted = ({ groups }: Match): boolean => {
      const { unit, plain, matter, bare } = groups!;
      return !(unit && OTHER_UNIT.test(unit)) || (plain ?? matter ?? bare) !== undefined || unit === state.unit;
    };

    let match = counted && /申请|新[收接受增]/.test(text) ? first(RECEIVED, text) : null;
    if (match && (ours(match) || (match.groups!.fresh && state.topic))) {
      const { fresh: isNew, handle, through, unit } = match.groups!;
      // 共办理 a 件，其中新收 b 件: all that came.
      if (part && !(isNew && this.isWhole())) return false;
      // 受理 a 件（另有 b 件结转下年度）: a without those.
      const done = handle !== undefined || /另有[^,。]{1,6}件[^,。]{0,4}结转/.test(words);
      const readings: Reading[] = isNew ? [[received]] : [[received], [received, carriedIn], ...(done ? [[processed]] : [])];
      if (through) readings.push([received, cell('carriedOut', -1)]);
      const cumulative = text.includes('累计') && !state.dated;
      if (cumulative || state.parts) return false;
      this.anchor();
      if (unit && OTHER_UNIT.test(unit)) state.unit = unit;
      this.count(clause, match, readings);
      state.after = 'received';
      return true;
    }
    match = worded && text.includes('申请') ? first(NONE_RECEIVED, text) : null;
    if (match && (match.groups!.plain ?? match.groups!.matter ?? match.groups!.public ?? (state.topic || undefined)) !== undefined) {
      this.anchor();
      this.say(clause, match, [[received]]);
      if (this.disputes && text.includes('复议')) this.say(clause, match, [total(REVIEWS)]);
      if (this.disputes && text.includes('诉讼')) this.say(clause, match, [total(LAWSUITS)]);
      state.after = undefined;
      return true;
    }
    const carries = !others && /[转延]|未办结/.test(text);
    match = counted && carries ? first(CARRIED_IN, text) : null;
    if (match && isCounted(match)) {
      if (!state.topic && !match.groups!.plain) return false;
      this.count(clause, match, [[carriedIn]]);
      if (match.groups!.number !== '0') state.after = undefined;
      state.carried = true;
      return true;
    }
    match = counted && state.anchored && state.carried && !others ? IN_ALL.exec(text) : null;
    if (match) {
      this.count(clause, match, [[received, carriedIn]]);
      return true;
    }
    match = worded && carries ? NONE_CARRIED_IN.exec(text) : null;
    if (match) {
      if (!state.topic && !match.groups!.plain) return false;
      this.say(clause, match, [[carriedIn]]);
      return true;
    }
    match = counted && carries ? first(CARRIED_OUT, text) : null;
    if (match && isCounted(match)) {
      if (!state.topic && !match.groups!.plain) return false;
      this.count(clause, match, [[carriedOut]]);
      state.after = undefined;
      state.carried = true;
      return true;
    }
    match = worded && carries ? NONE_CARRIED_OUT.exec(text) : null;
    if (match) {
      if (!state.topic && !match.groups!.plain) return false;
      this.say(clause, match, [[carriedOut]]);
      return true;
    }
    match = counted && !others && /[办复完]/.test(text) ? (first(PROCESSED, text) ?? this.processedOf(clause, text, part)) : null;
    // Behind ways and kinds 共办结 goes back to all of them.
    if (match && (ours(match) || (state.anchored && isCounted(match) && text.startsWith('共')))) {
      const { plain, matter, answer, openly } = match.groups!;
      if (part && !this.isWhole((plain ?? matter) !== undefined)) return false;
      const readings: Reading[] = [[processed]];
      // Of those that came this year, where nothing is said of last year's, or these alone are meant.
      const ofThisYear = part || clause.text.includes('当年') || !OF_LAST_YEAR.test(words);
      if (ofThisYear) readings.push([received, cell('carriedOut', -1)]);
      if (answer) {
        // What the applicant lets drop is finished without an answer.
        const dropped = this.rowsUnder('otherwise');
        readings.push([processed, ...dropped.map((row) => cell(row, -1))]);
        if (dropped.length > 1) readings.push([processed, ...dropped.slice(0, -1).map((row) => cell(row, -1))]);
        // By giving what was asked for, perhaps.
        if (openly) readings.push([cell('granted')], [cell('granted'), cell('partial')]);
      }
      this.anchor();
      if (!TURNED_DOWN.test(words.slice(clause.at(text.length - 1) + 1))) this.count(clause, match, readings);
      state.after = undefined;
      return true;
    }
    match = worded && /[办复]/.test(text) ? ALL_FINISHED.exec(text) : null;
    if (match) {
      if (state.after === 'received' && !CARRIES_ON.test(words)) this.say(clause, match, [[carriedOut]]);
      return true;
    }
    if (!counted) return false;
    match = state.anchored && !others && !/[县区市镇乡局]/.test(text) ? first(this.ofRequests!.results, text) : null;
    if (match && isCounted(match) && !(part && state.parts)) {
      const readings = this.resultsOf(match.groups!.name!, match.groups!.second);
      if (!readings) return false;
      // 不予公开（属于国家秘密）1件: of several rows a bracket may name one.
      const { name, number } = match.indices!.groups!;
      const between = words.slice(clause.at(name![1] - 1) + 1, clause.at(number![0]));
      if (readings[0]!.length === 1 || !NARROWS.test(between)) this.count(clause, match, readings);
      state.elliptic = false;
      state.after = undefined;
      state.resulted = true;
      return true;
    }
    if (state.anchored && !others && !(part && state.parts) && first(OTHER_PART, text)) {
      state.elliptic = false;
      state.after = undefined;
      state.resulted = true;
      return true;
    }
    match =
      state.anchored && !others && !state.carried && !state.resulted && /人|企业|机构|组织|公民/.test(text)
        ? first(this.ofRequests!.applicants, text)
        : null;
    if (match && isCounted(match) && !(part && state.parts)) {
      const name = match.groups!.name!.replace(/^(?:公民|个人)$/, '自然人').replace(/(?:或者|和|及)其他组织/, '或其他组织');
      const columns = applicantNames(this.requests!).get(name) ?? [];
      const of = (row: string): Term[] => columns.map((column) => term('requests', row, column));
      this.count(clause, match, [of('received'), [...of('received'), ...of('carriedIn')], of('processed')]);
      state.parts = true;
      return true;
    }
    if (state.topic && /[面网线台寄函邮书真场]/.test(text) && PART.test(text)) {
      state.parts = true;
      state.elliptic = false;
      state.after = undefined;
      return true;
    }
    return false;
  }

  /** What a result, or two of them, may count; `undefined` where that cannot be told. */
  private resultsOf(name: string, second: string | undefined): Reading[] | undefined {
    const words = this.passage.text;
    const named = resultNames(this.requests!);
    const rowsOf = (result: string): readonly string[] => named.get(result) ?? [];
    if (name.includes('不掌握')) {
      // What does not exist, or is for others to tell, belongs there as well.
      return /不存在|不属|职责|职权|其他(?:机关|部门|单位)/.test(words) ? undefined : [[cell('unavailable.notHeld')]];
    }
    if (name === '不公开') {
      if (words.includes('不予公开')) return undefined;
      const granted = [cell('processed'), cell('granted', -1), cell('partial', -1)];
      const denied = this.rowsUnder('denied').map((row) => cell(row));
      return [denied, granted, [...denied, ...this.rowsUnder('unavailable').map((row) => cell(row))]];
    }
    // 公开 alone is a result only where there are others, and none of that name.
    if (name === '公开' && (words.includes('予以公开') || !/不(?:予)?公开|部分公开/.test(words))) return undefined;
    const rows = [
      ...(name.endsWith('无法提供') ? this.rowsUnder('unavailable') : /^(?:同意)?公开$/.test(name) ? ['granted'] : rowsOf(name)),
      ...(second ? rowsOf(second) : []),
    ];
    const readings: Reading[] = [rows.map((row) => cell(row))];
    // Who does not count the partial disclosures apart, or says that they are among them, counts them here.
    if (rows[0] === 'granted' && (!words.includes('部分公开') || /[含括]部分公开/.test(words)))
      readings.push([...readings[0]!, cell('partial')]);
    return readings;
  }

  private aboutDisputes(clause: Clause, text: string, counted: boolean, worded: boolean): boolean {
    const { state } = this;
    const names = disputeNames(this.disputes!);

    let match = counted && /复议|诉讼/.test(text) ? first(DISPUTES, text) : null;
    if (match) {
      const { cause, both, each } = match.groups!;
      const zero = numberOf(match.groups!.number!) === 0n;
      const known =
        zero || cause !== undefined || this.passage.section === 4 || state.dispute !== undefined || (state.topic && state.anchored);
      if (!known || text.includes('其中')) return false;
      const rows = both ? [...REVIEWS, ...LAWSUITS] : match.groups!.review ? REVIEWS : LAWSUITS;
      if (both && (each || zero)) {
        this.count(clause, match, [total(REVIEWS)]);
        this.count(clause, match, [total(LAWSUITS)]);
      } else if (rows === REVIEWS || !APPEALED.test(this.passage.text.slice(clause.at(text.length - 1))))
        this.count(clause, match, [total(rows)]);
      state.dispute = both || zero ? [] : rows;
      state.elliptic = false;
      state.after = undefined;
      return true;
    }
    match = counted && text.includes('复议') ? BOTH_COUNTED.exec(text) : null;
    if (match) {
      if ((match.groups!.cause === undefined && this.passage.section !== 4) || text.includes('其中')) return false;
      this.count(clause, match, [total(REVIEWS)]);
      this.count(clause, match, [total(LAWSUITS)], 'lawsuits');
      state.dispute = [];
      state.elliptic = false;
      state.after = undefined;
      return true;
    }
    match = counted && text.includes('争议') ? EITHER_DISPUTE.exec(text) : null;
    if (match) {
      this.count(clause, match, [total([...REVIEWS, ...LAWSUITS])]);
      state.dispute = [];
      state.elliptic = false;
      state.after = undefined;
      return true;
    }
    match = worded && /复议|诉讼/.test(text) ? NO_DISPUTES.exec(text) : null;
    if (match) {
      if (/复议/.test(text)) this.say(clause, match, [total(REVIEWS)]);
      if (/诉讼/.test(text)) this.say(clause, match, [total(LAWSUITS)]);
      state.elliptic = false;
      state.dispute = [];
      return true;
    }
    match = counted && (state.dispute || this.passage.section === 4) ? (this.ofDisputes?.kinds.exec(text) ?? null) : null;
    if (match) {
      const rows = names.get(match.groups!.name!) ?? [];
      this.count(clause, match, [total(rows)]);
      state.dispute = rows;
      return true;
    }
    if (!state.dispute) return false;
    match = counted ? (this.ofDisputes?.outcomes.exec(text) ?? null) : null;
    if (match) {
      const { review, litigation } = match.groups!;
      if (review || litigation) state.dispute = review ? REVIEWS : LAWSUITS;
    }
    if (state.dispute.length === 0) return false;
    if (match) {
      const outcomes = outcomeNames(this.disputes!);
      const name = match.groups!.name!;
      const columns = outcomes.get(name) ?? outcomes.get(`结果${name}`) ?? outcomes.get(`尚${name}`) ?? [];
      const rows = state.dispute;
      this.count(clause, match, [rows.flatMap((row) => columns.map((column) => term('disputes', row, column)))]);
      return true;
    }
    match = ALL_UPHELD.exec(text);
    if (!match) return false;
    const others = [...outcomeNames(this.disputes!).values()].flat().filter((column) => column !== 'upheld');
    const rows = state.dispute;
    this.say(clause, match, [rows.flatMap((row) => others.map((column) => term('disputes', row, column)))]);
    return true;
  }

  private aboutDisclosure(clause: Clause, text: string, worded: boolean): boolean {
    const { state } = this;
    if (!DOCUMENTED.test(text) && state.document === undefined && !state.deciding) return false;
    if (text.includes('累计') && !state.dated) return false;
    // Of a government the table counts what all its departments did; a sentence may speak of it alone.
    const whole = !this.area || /全[省市县区州旗盟]/.test(clause.text);
    const figure = (row: string, ...ids: string[]): Reading[] =>
      ids.filter((id) => this.ofDisclosure!.columns.has(id)).map((id) => [term('disclosure', row, id)]);
    const rowOf = ({ groups = {} }: Match): string | undefined => (groups.normative ? 'normative' : groups.rules ? 'rules' : undefined);

    let match = first(ISSUED, text) ?? (state.issuing ? ISSUED_TOO.exec(text) : null);
    if (match && text.includes('名义') && /名义.*名义/.test(this.passage.text)) return false;
    if (match) {
      const row = rowOf(match)!;
      if (whole || row === 'rules') this.count(clause, match, figure(row, 'issued', 'made', 'published'));
      state.issuing = true;
      state.document = whole ? row : undefined;
      return true;
    }
    match = REPEALED.exec(text);
    if (match) {
      const row = rowOf(match) ?? (state.issuing ? state.document : undefined);
      if (row === undefined || !(whole || row === 'rules')) return false;
      this.count(clause, match, figure(row, 'repealed'));
      state.issuing = true;
      return true;
    }
    match = IN_FORCE.exec(text);
    if (match && whole) {
      this.count(clause, match, figure(rowOf(match)!, 'inForce'));
      return true;
    }
    match = state.document !== undefined && text.includes('有效') ? IN_FORCE_TOO.exec(text) : null;
    if (match) {
      this.count(clause, match, figure(state.document!, 'inForce'));
      return true;
    }
    match = this.ofDisclosure
      ? (first(this.ofDisclosure.decisions, text) ?? (state.deciding ? this.ofDisclosure.more.exec(text) : null))
      : null;
    if (match && whole) {
      state.deciding = true;
      const [row] = disclosureNames(this.disclosure!).get(match.groups!.name!) ?? [];
      if (row) this.count(clause, match, figure(row, 'decisions'));
      return true;
    }
    match = worded ? NONE_ISSUED.exec(text) : null;
    if (!match || this.area) return false;
    this.say(clause, match, figure('normative', 'issued', 'made'));
    return true;
  }

  private rowsUnder(group: string): readonly string[] {
    return rowsOf(this.requests!).flatMap(({ row: { id } }) => (id === group || id.startsWith(`${group}.`) ? [id] : []));
  }

  private processedOf(clause: Clause, text: string, part: boolean): Match | null {
    const match = part || text.includes('书面') ? null : PROCESSED_OF.exec(text);
    return match && !GOES_ON.test(this.passage.text.slice(clause.at(text.length - 1) + 1)) ? match : null;
  }

  /** Whether a part is one of all applications, and not of what was counted apart. */
  private isWhole(named = false): boolean {
    const { anchored, parts, carried, resulted } = this.state;
    return anchored && !parts && !(carried && !named) && !resulted;
  }

  /** A count of applications that names them: what follows speaks of them. */
  private anchor(): void {
    const { state } = this;
    state.topic = true;
    state.known = true;
    state.anchored = true;
    state.elliptic = true;
    state.parts = false;
    state.carried = false;
    state.resulted = false;
    state.unit = undefined;
    state.dispute = undefined;
  }

  /** A claim by a number; a vague one claims nothing. */
  private count(clause: Clause, match: Match, readings: readonly Reading[], group: 'number' | 'lawsuits' = 'number'): void {
    const { before, [group]: number, after, about } = match.groups!;
    const [start, end] = match.indices!.groups![group]!;
    const value = numberOf(number!);
    const vague = before !== undefined || after !== undefined || about !== undefined;
    // 办结一件、满意一件 is a motto; a count says whose or of when it is.
    const motto = number === '一' && !MEANT.test(match.input);
    if (value === undefined || vague || motto) return;
    this.add(clause, start, end, value, true, readings);
  }

  /** A claim by words: nothing, all. */
  private say(clause: Clause, match: Match, readings: readonly Reading[]): void {
    const [start, end] = match.indices!.groups!.words!;
    this.add(clause, start, end, 0n, false, readings);
  }

  private add(clause: Clause, start: number, end: number, value: bigint, written: boolean, readings: readonly Reading[]): void {
    const meant = readings.filter((reading) => reading.length > 0);
    if (meant.length === 0) return;
    const { passage } = this;
    const range = { start: passage.at(clause.at(start)), end: passage.at(clause.at(end - 1)) + 1 };
    this.claims.push({ range, value, written, readings: meant, passage });
  }
}

/** What the clauses before say of the next one. */
interface State {
  /** Applications for information are spoken of. */
  topic: boolean;
  /** They were counted, and nothing else since. */
  anchored: boolean;
  /** They were counted, and those of nobody else since. */
  known: boolean;
  /** A number without a noun is one of applications. */
  elliptic: boolean;
  /** Another year is spoken of. */
  elsewhen: boolean;
  /** The sentence counts applications of what may be another body: what it says in words is of that one. */
  elsewho: boolean;
  /** The sentence names the report's year. */
  dated: boolean;
  /** Parts of the applications were counted last. */
  parts: boolean;
  /** 其中 stood alone. */
  among: boolean;
  /** What is carried over was counted last. */
  carried: boolean;
  /** Results were counted. */
  resulted: boolean;
  /** The unit by which the applications were counted, where it is not 件. */
  unit: string | undefined;
  /** The disputes that were counted last. */
  dispute: Dispute | undefined;
  /** Documents that were issued were counted last. */
  issuing: boolean;
  /** Decisions that were made were counted last. */
  deciding: boolean;
  document: string | undefined;
  after: 'received' | undefined;
}

/** Of 收到申请 5 件. */
const APPLICATIONS = Unit.numeral | Unit.matter;

const holds = (units: number, bits: number): boolean => (units & bits) === bits;

/** Whether any clause of another matter ends what is spoken of. */
const isLoose = ({ elliptic, dispute, issuing, deciding, after }: State): boolean =>
  elliptic || issuing || deciding || dispute !== undefined || after !== undefined;

const isActive = ({ topic, anchored, elliptic, dispute, issuing, deciding }: State): boolean =>
  topic || anchored || elliptic || issuing || deciding || dispute !== undefined;

const fresh = (): State => ({
  topic: false,
  anchored: false,
  known: false,
  elliptic: false,
  elsewhen: false,
  elsewho: false,
  dated: false,
  parts: false,
  among: false,
  carried: false,
  resulted: false,
  unit: undefined,
  dispute: undefined,
  issuing: false,
  deciding: false,
  document: undefined,
  after: undefined,
});

const REVIEWS: Dispute = ['review'];
const LAWSUITS: Dispute = ['litigation.direct', 'litigation.afterReview'];
const total = (rows: Dispute): Term[] => rows.map((row) => term('disputes', row, 'total'));

const cell = (row: string, sign: 1 | -1 = 1): Term => term('requests', row, 'total', sign);

const among = (names: Names): string => [...names.keys()].sort((a, b) => b.length - a.length).join('|');

function first(patterns: readonly RegExp[], text: string): Match | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
}

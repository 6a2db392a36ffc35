import type { Report } from '../report';
import { Unit } from './units';
import { BEFORE, BEHIND, exact, NOW, OWN, type Pattern, SELF } from './vocabulary';

/** The words that name the report's own body and year. */

const AREA = /(?:省|市|县|区|州|盟|旗|人民政府|行政公署|行署)$/;
const TOWN = /(?:镇|乡|苏木|街道|办事处)(?:人民政府)?$/;
/** Whether the report is that of a government for all of its departments. */
export const isWholeArea = ({ unit = '' }: Report): boolean => AREA.test(unit) && !TOWN.test(unit);

/** How much of the end of a unit's name stands for it: 水利局, 镇人民政府. */
const MIN_UNIT = 3;
const MIN_GOVERNMENT = 5;

const calledFirst = (called: string): RegExp => new RegExp(`(?<=^|[${OWN}${NOW}])(?:${called})`);

/** What units are called at the beginning of a clause, where only they can be meant. */
const BARE: readonly (readonly [ending: RegExp, called: RegExp])[] = (
  [
    ['镇(?:人民政府)?', '镇'],
    ['海关', '(?:[我本]关|海关|关区)'],
    ['部', '(?:[我本]部|部机关)'],
    ['行', '[我本]行'],
    ['队', '(?:[我本]|总|支|大)队'],
    ['委', '委机关'],
    ['厅', '省?厅机关|省厅'],
    ['乡(?:人民政府)?', '乡'],
    ['分局', '分局'],
    ['(?:(?:园|开发|高新|经开|新)区|区(?:管理委员会|管委会))', '(?:园|开发|高新|经开|新)区'],
    ['(?:学校|[小中大]学|学院|[一二三四五六七八九十]中)', '学校'],
  ] as const
).map(([ending, called]) => [new RegExp(`${ending}$`), calledFirst(called)] as const);
/** The level of a bureau, told by the last of its places: 区局 of 江东区税务局. Of a county's bureau 市局 is another. */
const LEVEL = /([省市县区州盟旗])[^省市县区州盟旗局]{2,14}局$/;
const NO_PLACE = /市场|城市|区划|区域/g;

/** What a bureau is called at the beginning of a clause. */
function bureau(unit: string): RegExp | undefined {
  if (!unit.endsWith('局')) return undefined;
  const level = LEVEL.exec(unit.replace(NO_PLACE, ''))?.[1];
  return calledFirst(level ? `(?:${level}局|局机关)` : '局机关');
}

const DEPARTMENTS = '各(?:职能)?部门';
const TOWNS = '(?:镇街|街镇|乡镇街道|镇|乡镇|街道)';
/** Of a government of this level: in a county 全市 is more than its own. */
const LAST_LEVEL = /[省市县区州旗盟](?=(?:人民政府|行政公署|行署)?$)/;
const ownArea = (level: string): RegExp =>
  new RegExp(
    `[我本全](?:自治)?${level}(?:` +
      '(?:各级|各)?(?:行政机关|政府及其部门|各部门|各单位)|政府系统(?:各单位)?|各级政府|各级各部门|' +
      `(?:${DEPARTMENTS}|各${TOWNS})(?:、|和|及)(?:${DEPARTMENTS}|各?${TOWNS})` +
      ')?|各级行政机关',
    'g',
  );
const OWN_BODY =
  /[我本全](?:行政机关|局|委|办|厅|院|所|站|会|社|署|中心|单位|机关|部门|镇|乡|苏木|街道?|办事处|委员会|办公室|管委会|分局|支队|大队|集团|公司|学校|校|馆)(?:机关)?/g;
/** What a development zone calls itself, as a district does. */
const ZONE = /区(?:管理委员会|管委会)$/;
/** The government of an area at the beginning of a clause. */
const GOVERNMENT = calledFirst(
  `(?:(?:本级)?[省市县区州旗盟]|(?<=${OWN}))(?:人民)?政府(?:本级)?(?:及[省市县区州旗盟]?(?:人民)?政府办公[室厅])?`,
);
/** One whose title leaves out its committee. */
const ZONED = /(?:开发|高新|经开|新|园|示范|合作|保税)区$/;
const OWN_ZONE = /[我本全]园?区/g;
/** 市政府办公室代表市政府收到: the office answers for its government. */
const OFFICE = /政府办公[室厅]$/;
const FOR_GOVERNMENT = new RegExp(`(?<=[${OWN}])代表[省市县区州旗本](?:人民)?政府`, 'g');
const OWN_TOWN = /(?:镇|乡|苏木)(?:人民)?政府|(?<![各个])街道(?:办事处?)?/g;
const OWN_YEAR =
  /截[至止](?:12月31日|年底|年末)|本年度(?!结转)|[本当]年(?!度)|今年以?来?|全年度?|年度内|年内|(?<![上前]一?个?)报告期内|统计期内|一年来|(?<![上去往下明一\d])年度/g;
const YEAR =
  /(?:截至|截止|自|在|从)?(\d{4})(?:年(?:1月1日(?:起)?(?:至|到|-|—)+(?:(?:\d{4}年)?12月31日|年底)(?:止|期间)?|1月?(?:至|到|-|—)+12月|12月31日|度|全年|底|末)?(?:期间|以来|内|间)?|(?=全年))/g;

/** Matters of departments as their short names have them, without 和: 发展改革局 is 发改局, 发展改革委员会 发改委. */
const SHORT_MATTER: readonly (readonly [matter: string, short: string])[] = [
  ['监督管理', '监管'],
  ['市场监督管理', '市监'],
  ['卫生健康', '卫健'],
  ['发展改革', '发改'],
  ['人力资源社会保障', '人社'],
  ['住房城乡建设', '住建'],
  ['文化旅游', '文旅'],
  ['文化广电旅游', '文广旅'],
  ['文化广电旅游', '文旅'],
  ['文化广电旅游体育', '文广旅体'],
  ['文化广电旅游体育', '文旅体'],
  ['医疗保障', '医保'],
  ['应急管理', '应急'],
  ['退役军人事务', '退役军人'],
  ['自然资源规划', '资规'],
  ['自然资源规划', '自然资源'],
  ['规划自然资源', '规自'],
  ['规划自然资源', '规资'],
  ['规划自然资源', '自然资源'],
  ['综合行政执法', '综合执法'],
  ['城市管理综合行政执法', '综合执法'],
  ['交通运输', '交通'],
  ['教育体育', '教体'],
  ['行政审批服务', '审批'],
  ['邮政管理', '邮管'],
  ['工业信息化', '工信'],
  ['经济信息化', '经信'],
  ['科学技术', '科技'],
  ['国有资产监督管理', '国资'],
  ['农业农村', '农业'],
  ['烟草专卖', '烟草'],
  ['民族宗教事务', '民宗'],
  ['机关事务管理', '机关事务'],
];

/** Short forms in common use, of other ends of names. */
const SHORT: readonly (readonly [ending: RegExp, short: string])[] = [
  [/城市管理(?:综合)?(?:行政)?(?:执法)?局$/, '城管局'],
  [/管理委员会$/, '管委会'],
  [/(?<=区)(?:管理委员会|管委会)$/, ''],
  [/委员会$/, '委'],
  [/人民政府办公[室厅]$/, '政府办'],
  [/人民政府办公[室厅]$/, '府办'],
  [/行政公署(?=办公[室厅]$)/, '行署'],
  [/(?<=街道)办事处$/, ''],
  [/(?<=街道)$/, '办事处'],
  [/街道(?:办事处)?$/, '街办'],
  [/街道(?:办事处)?$/, '街'],
  [/(?<=[镇乡]|苏木)人民政府$/, ''],
  [/(?<=[镇乡]|苏木)人民政府$/, '政府'],
  [/(?<=[镇乡]|苏木)$/, '人民政府'],
  // 市公安局江东分局 is 江东公安分局, 江东区公安分局 and 公安江东分局 as well.
  [/[市县州盟]([^市县州盟]{2,8})局(.{2,8})分局$/, '$2$1分局'],
  [/[市县州盟]([^市县州盟]{2,8})局(.{2,8})分局$/, '$2区$1分局'],
  [/[市县州盟]([^市县州盟]{2,8})局(.{2,8})分局$/, '$1$2分局'],
];

const KIND = /(?:局|厅|委员会)$/;

/** What stands in no name of a body: a clause that begins so speaks of what is done, 指导各乡镇, 按照县政府办公室要求. */
const NO_NAME =
  '[与向将把使让给被因由在于是无未没的等为对本我]|经(?![开济信])|[公主](?:开|动)|申请|办理|受理|答复|收到|信息|网站|工作|社会|群众|职责|重视|[按依对]照|[依根]据|依[法规托]|通过|' +
  '加[强大快]|指导|督[促查办]|组织|推[动进行]|要求|严格|做好|围绕|配合|协[助调]|完善|规范|落实|接受|建[立好]|聚焦|[强深优细净量]化|进一步|积极|认真|坚[持决]|持续|及时|' +
  '确[保定]|明确|充分|结合|切实|不断|健全|全[面力体]|深入|制定|印发|开展|召开|打造|紧[扣盯]|立足|作为|报[送请]|提[交请升高供]|设[立置]|引导|鼓励|支持|监督检查|考核|参加|邀请|' +
  '对接|联系|沟通|听取|征求|整合|安排|成立|调整|压实|凝聚|形成|实[行现施]|涉及|发布|更新|所有|全部|相关|有关|上级|领导|各级|畅通|拓[宽展]|丰富|优化|创新|搭建|统一';
/** A name, as short as can be, between `least` and `most` units long. */
export const nameOf = (least: number, most: number): string => `(?:(?!${NO_NAME})[^${OWN}${NOW}${SELF}\\d]){${least},${most}}?`;
const BODIES =
  '局(?![面限部])|厅|委(?:员会)?(?![托派员])|[总支大中]队|中心|站|(?:派出|司法|税务|管|究|务)所|院|(?:办事|登记|管理|服务)处|镇|乡(?!村)|街道|单位|公司|学校|园区|' +
  '管委会|分局|集团|机构(?!职能|设置|改革|概况)|协会|政府(?!信息|公开|文件|常务|会议|公报|工作|数据|网|门户|采购|规章)|(?:县|[^辖社片地]区|市|旗)(?=$|方面|[^,]{0,4}情况|认真|严格|依法|积极|高度|切实)';
/** The offices and rooms of a department count what it counts, those of an area less. */
const OFFICES = '|办公[室厅]|[县市区府政]办(?![理结复公事案件学])|部门|机关|本级|层面';
/** Of a department, behind its own name. */
const UNDER = '的?(?:各|直属|所属|下属|下设|下辖|[局厅委]属)';

/** Others as the subject of a clause, or as the heading of what follows: 县财政局认真…, 城关镇方面, 以区政府名义. */
function othersOf(area: boolean): Pattern {
  const name = `${area ? '' : '(?!各)'}${nameOf(area ? 0 : 1, 14)}(?:${BODIES}${area ? OFFICES : ''})`;
  const behindOwn = area ? '' : `(?<=${OWN})${UNDER}|(?<!${OWN})`;
  return exact(
    `(?:${behindOwn})(?:以${name}.{0,6}名义.*|[就从]${name}.{0,4}(?:而言|看|来说)|(?:及其)?(?<name>${name})(?!领导|党[组委]|班子|.{0,3}公开).*)`,
  );
}
const OTHERS_OF_AREA = othersOf(true);
const OTHERS = othersOf(false);
/** 各乡镇各部门: all of them. */
const ALL = /各.{2,6}各/;

/** What a unit is called: as the title has it, without 人民 where its government's office is meant, the area where that is the unit, in short. */
function callings(unit: string, area: boolean): string[] {
  if (unit === '') return [];
  const names = new Set([unit, unit.replace(/人民政府(?=.)/, '政府')]);
  if (area) {
    names.add(unit.replace(/人民政府$/, ''));
    if (ZONED.test(unit)) names.add(`${unit}管委会`).add(`${unit}管理委员会`);
  } else {
    for (const name of [unit, unit.replace('和', '')]) {
      names.add(name);
      for (const [ending, short] of SHORT) names.add(name.replace(ending, short));
      const kind = KIND.exec(name)?.[0];
      const stem = kind && name.slice(0, -kind.length);
      for (const [matter, short] of SHORT_MATTER)
        if (stem?.endsWith(matter)) names.add(stem.slice(0, -matter.length).replace(/人民政府$/, '') + short + kind![0]!);
    }
  }
  return [...names];
}

/** How often a draft may say what it calls somebody, and how long that may be. */
const MAX_ALIASES = 8;
const MAX_ALIAS = 20;
/** 禾丰县发展和改革局（以下简称发改局）. */
const CALLED = /^简称[:：]?["“”'‘’「]?([^"“”'‘’」，,、（）()《》\s]{3,20})["“”'‘’」]?[）)，,]/;

/** What the draft itself says that it calls the unit. */
function aliases({ masked }: Report, names: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = masked.indexOf('简称'), n = 0; at >= 0 && n < MAX_ALIASES; at = masked.indexOf('简称', at + 2), n++) {
    const before = masked.slice(Math.max(0, at - 40), at).replace(/[（(，,\s]*(?:以下)?$/, '');
    const called = CALLED.exec(masked.slice(at, at + MAX_ALIAS + 10))?.[1];
    if (called && names.some((name) => before.endsWith(name))) found.push(called);
  }
  return found;
}

/** Whether a name is made of units of another, in their order. */
function isShortFor(name: string, long: string): boolean {
  let at = 0;
  for (const unit of name) {
    at = long.indexOf(unit, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

export class Own {
  /** A government for all of its departments: see `isWholeArea`. */
  readonly area: boolean;
  private readonly town: boolean;
  private readonly zone: boolean;
  private readonly office: boolean;
  /** What the unit is called: see `callings`. */
  private readonly names: readonly string[];
  /** The last units of its names. */
  private readonly tails: readonly number[];
  /** What it is called at the beginning of a clause. */
  private readonly bare: RegExp | undefined;
  private readonly year: number | undefined;
  private readonly others: Pattern;
  private readonly unit: string;
  private readonly ownArea: RegExp | undefined;

  constructor(report: Report) {
    const { unit = '', year } = report;
    this.year = year;
    this.unit = unit;
    this.town = TOWN.test(unit);
    this.zone = ZONE.test(unit);
    this.office = OFFICE.test(unit);
    this.area = isWholeArea(report);
    this.others = this.area ? OTHERS_OF_AREA : OTHERS;
    this.ownArea = this.area ? ownArea(LAST_LEVEL.exec(unit)?.[0] ?? '[省市县区州旗盟]') : undefined;
    const names = callings(unit.replace(/[（(][^）)]*[）)]$/, ''), this.area);
    this.names = [...names, ...aliases(report, names)];
    this.tails = [...new Set(this.names.map((name) => name.charCodeAt(name.length - 1)))];
    this.bare = BARE.find(([ending]) => ending.test(unit))?.[1] ?? bureau(unit);
  }

  /** A clause, of these bits, with the words for the report's own body and year replaced, unit for unit. */
  marked(text: string, units: number): string {
    const { year } = this;
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
    // 2021年度 of another year holds no 年度 of this one.
    if (units & (Unit.year | Unit.period)) out = out.replace(OWN_YEAR, (words) => NOW.repeat(words.length));
    if (this.area) {
      if (units & Unit.own) out = out.replace(this.ownArea!, own);
      out = out.replace(GOVERNMENT, (words) => SELF.repeat(words.length));
    } else {
      if (units & Unit.own) out = out.replace(OWN_BODY, own);
    }
    out = this.namesOwn(out, own);
    if (this.office) out = out.replace(FOR_GOVERNMENT, own);
    if (this.zone) out = out.replace(OWN_ZONE, own);
    if (this.town) out = out.replace(OWN_TOWN, own);
    if (this.bare) out = out.replace(this.bare, own);
    return out;
  }

  /** Whether a clause, with its own words replaced, is about another body. */
  isOfOthers(marked: string): boolean {
    const match = this.others.exec(marked);
    if (!match || ALL.test(marked)) return false;
    const { name } = match.groups!;
    // 区邮管局 of 江东区邮政业发展管理局: what is short for it, in whatever way, may be itself.
    return this.area || name === undefined || name.length < MIN_UNIT || !isShortFor(name, this.unit);
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
}

import type { Names } from './names';
import { NUMBER } from './numbers';

/**
 * Claims are read where a clause is understood to its last word, and nowhere else: a word that is not known may turn its number
 * into that of another body, another year or another matter. In patterns OWN stands for words that name the report's own body,
 * NOW, BEFORE and BEHIND for its year, the year before and the year after, unit for unit.
 */
export const OWN = '\ue000';
export const NOW = '\ue001';
export const BEFORE = '\ue002';
export const BEHIND = '\ue003';
/** The government of the report's area, which may have been named for itself alone. */
export const SELF = '\ue007';

export const COUNT = `(?<before>将近|近|约|大约|超过?|逾|达到?近|不足)?(?<number>${NUMBER})(?<after>余|多|来)?(?<unit>件|起|宗|例)次?(?<about>左右|以上|以内|以下)?`;
/** Applications, named, are counted by other words, too. */
export const OTHER_COUNTERS = '条份项个封次';
/** A unit that counts applications only where these are named, or were counted so. */
export const OTHER_UNIT = new RegExp(`[${OTHER_COUNTERS}]`);
export const ANY = COUNT.replace('例)', `例|[${OTHER_COUNTERS}])`);
/** In a list of results the unit may have been left out. */
export const LISTED = ANY.replace(`[${OTHER_COUNTERS}])`, `[${OTHER_COUNTERS}])?`);
export const IS = '(?:总?数量?|总?量|情况)?:?(?:共计|总计|合计|共|为|是|有|达到?)*';
export const NOT = '(?:(?:暂|并|尚)?(?:未曾|未|没有|无)|从未)';

export const PUBLIC =
  '(?:(?:政府|政务)?信息(?:依申请)?公开|(?:政府|政务)公开信息|政府依申请公开|依申请公开(?:政府|政务)?信息|依申请(?:政府|政务)?信息公开|依申请公开)';
export const APPLICANT =
  '(?:(?:来自)?(?:(?:公民|个人)、?(?:法人)?(?:、|和|或者?|及)?(?:法人)?(?:和|或者?|及)?其他(?:社会)?组织|公民(?:、|和|或)法人|单位(?:和|或者?|及)个人|社会公众|公众|群众|市民|申请人(?:书面或其他形式)?)(?:(?:通过|经)(?:各种|多种|各类)(?:渠道|方式|途径))?(?:向\ue000+)?(?:提出|提交|递交)?的?|向\ue000+(?:提出|提交|递交)的)';
/** Several ways in which they came: with 等 all of them. */
export const WAYS =
  '(?:(?:(?:通过|经)[^,;。]{1,16}、[^,;。]{1,20}等(?:多种|各种)?(?:渠道|方式|途径)|(?:通过)?(?:线上、?线下|各(?:种|类)?(?:渠道|方式|途径)))共?)?';

/** In patterns, unit for unit as well: words that name applications, such as say nothing of what is asked for, and 依申请公开, which names the matter. */
export const PLAIN = '\ue004';
export const BARE = '\ue005';
export const MATTER = '\ue006';
/** Applications; `bare` where nothing says of what. */
export const REQUESTS = `(?:(?<plain>${PLAIN}+)|(?<bare>${BARE}+))`;
/** 依申请公开 names the matter as well, but only behind a verb. */
export const MATTERS = `(?:${REQUESTS}|(?<matter>${MATTER}+))`;

/** All ways to name them, whoever made them. */
const NAMED = new RegExp(
  `(?:${APPLICANT}|通过[^,;。]{1,16}等(?:多种|各种)?(?:渠道|方式|途径)(?:提交|提出|递交)的)?(?:当面提[交出]或以[^,;。]{1,16}等形式(?:提交|提出|递交)?的)?(?:(?:各类|有效的?|关于)?(?:(?<plain>${PUBLIC}(?:的|类)?(?:申请|请求)|(?:主动)?(?:要求|请求)?公开(?:相关|有关)?(?:政府|政务)信息的?申请|申请公开(?:政府|政务)信息(?:的(?:要求|请求|申请))?|(?:政府|政务)信息申请公开|申请(?:政府|政务)信息公开(?=案件|事项|办件))|(?<bare>(?:(?<![予以分意不动])公开)?申请(?!人|主体)(?:公开(?=共?\\d))?))(?:案件|案例|(?:办理)?事项|办件|信息(?!公开|不存在)|[书表](?!面)|件)?|${WAYS}(?:(?:(?:政府|政务)?信息)?依申请公开|依申请(?:政府|政务)?信息(?:公开)?|(?:政府|政务)信息公开依申请|依申请(?=办?件))(?:的?(?:政府网?|政务)?信息)?(?:[的类]?(?:案件|受理件|办?理?事项|事宜|诉求|办件|件|来信|信件))?)`,
  'g',
);

/** A clause with the words that name applications replaced: they stand in most patterns, and each is read once. */
export const markRequests = (text: string): string =>
  text.includes('申请') || text.includes('请求')
    ? text.replace(NAMED, (words, plain?: string, bare?: string) => (plain ? PLAIN : bare ? BARE : MATTER).repeat(words.length))
    : text;

/** A word of those that may stand before all that is counted; a sub-heading that lost its full stop goes over into the year. */
const FILL = new RegExp(
  `(?:\\([一二三四五六七八九]\\))?(?:做好|规范)?(?:依申请公开|${MATTER}+)(?:工作|情况|方面)*(?=[${NOW}${OWN}]|未收|没有收)|[${OWN}${NOW}${SELF}]|[一二三四五六七八九]是|\\d{1,2}\\.|分别(?:为|是)|经(?:依法)?(?:审查|审核|办理)|有(?=\\d)|据统计|经统计|统计|其中|具体为|包括|仅|总体|期间|实际|目前|现|依法|依规|及时|按时|按期|如期|规范|已|均|又|还|也|亦|且|故|因此|另|含|共计|总共|一共|总计|合计|累计|共`,
  'y',
);

/** A part of a pattern that stands in it a second time. */
export const again = (source: string): string => source.replace(/\?<\w+>/g, '?:');

/** What finds something in a clause: a regular expression, or what `exact` makes. */
export interface Pattern {
  exec(text: string): Match | null;
}

/** The clause that was looked at last, and where it may begin behind words of `FILL`: the furthest first. */
let filled = '';
let beginnings: number[] = [0];

function beginningsOf(text: string): readonly number[] {
  if (text === filled) return beginnings;
  filled = text;
  beginnings = [0];
  FILL.lastIndex = 0;
  while (FILL.test(text)) beginnings.unshift(FILL.lastIndex);
  return beginnings;
}

/** Whether a text is made of such words alone. */
export const isFill = (text: string): boolean => beginningsOf(text)[0] === text.length;

/** A clause from its first word to its last, whatever stands before that: some words are in all of them, so each is read once. */
class Whole implements Pattern {
  private readonly pattern: RegExp;

  constructor(source: string) {
    this.pattern = new RegExp(`(?:${source})$`, 'dy');
  }

  exec(text: string): Match | null {
    for (const from of beginningsOf(text)) {
      this.pattern.lastIndex = from;
      const match = this.pattern.exec(text);
      if (match) return match;
    }
    return null;
  }
}

export const exact = (source: string): Pattern => new Whole(source);

/** The names of a table, the longest first, as `written` in the texts that the pattern is for. */
export const among = (names: Names, written = (name: string): string => name): string =>
  [...names.keys()]
    .sort((a, b) => b.length - a.length)
    .map(written)
    .join('|');

export type Match = RegExpExecArray;

/** What the first pattern that fits finds. */
export function first(patterns: readonly Pattern[], text: string): Match | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
}

import { remembered, rowsOf, type TableDefinition } from '../../editions';
import { LAWSUITS, REVIEWS, total } from './disputes';
import { applicantNames, type Reading, resultNames, type Term, term } from './names';
import { numberOf } from './numbers';
import { anchor, type State, type Statement } from './statement';
import {
  ANY,
  APPLICANT,
  again,
  among,
  BARE,
  BEFORE,
  BEHIND,
  COUNT,
  exact,
  first,
  IS,
  LISTED,
  MATTER,
  MATTERS,
  type Match,
  markRequests,
  NOT,
  NOW,
  OTHER_COUNTERS,
  OTHER_UNIT,
  OWN,
  PLAIN,
  PUBLIC,
  REQUESTS,
  WAYS,
} from './vocabulary';

/** What clauses say of table `requests`: applications that came, are handled and carried over, by applicants and results. */

const NEW = '(?<fresh>新增收到|新收到|新收受理|新增受理|新收|新增|新接收|新受理)';
const TAKE = '(?:收到|接收到?|接到|收悉|受理|登记|收到并受理|接收并受理|共收)';
const HANDLE =
  '(?<handle>收办|办理|承办|处理|登记并?办理|(?:收到|接收|受理)(?:并|和|且|及|、)?(?:妥善)?(?:办理|处理|(?<through>(?:依法|按时|按期)*(?:办结|答复|回复))))';
const FINISH = '(?<finish>办结|办理完毕|办理完成|办理完结)';
const ANSWER =
  '(?<answer>(?<openly>(?<!予以|同意|部分)公开答复)|答复完毕|答复|回复办理|回复|办复|完成答复|作出答复|予以答复|书面答复|(?:办理|处理)(?:并|和|、)?(?:答复|回复))';

const LAST_YEAR = `(?:上一年度?|上年度?|去年|[${BEFORE}]+)`;
const NEXT_YEAR = `(?:下一年度?|下年度?|次年度?|明年|[${BEHIND}]+)`;
const CARRIED = '(?:结转|转结|转接|顺延|转入|延续)';

/** 收到申请 a 件均已答复, without a comma. */
const SETTLED = '(?:(?:均|全部|都)[^,;。\\d]{0,24}?(?:办结|办理完毕|答复完毕|答复|回复|办理|公开))?';
const RECEIVED = [
  exact(`${WAYS}(?:${NEW}|${TAKE}|${HANDLE})(?:了|的)?[${NOW}]*${MATTERS}${IS}${ANY}${SETTLED}`),
  exact(`(?:${NEW}|${TAKE}|${HANDLE})了?${ANY}的?${MATTERS}`),
  exact(`${REQUESTS}${IS}${ANY}`),
  exact(`${MATTERS}的?共?(?:受理|接收|收件|(?<handle>办理|(?:受理|收到)(?:并|和|且|及)(?<through>办结|答复)))${IS}${ANY}`),
  exact(`${NEW}${COUNT}`),
];
const OF_ITEMS = /^[^收受接办答]*申请事项|(?<!公开)申请事项/;
/** Without a verb, of the year: beside 主动公开 12 件 the second would count what is marked so. Of 依申请公开信息 it may be what was made public. */
const OF_YEAR = exact(`(?<matter>${MATTER}{5,6})(?:的?总?数量?|总?量)(?:为|是|有|共)*${ANY}`);
const THERE_ARE = exact(`共有?${ANY}的?${REQUESTS}`);
/** With its results behind it 依申请公开 counts what came, what was handled, or what was made public of it. */
const WITH_RESULTS = exact(`(?<matter>${MATTER}+)的?(?<handle>(?<openly>共))${ANY}`);
const RESULTS = /^,(?:其中[,:]?)?(?:予以|同意|准予|部分|不予)公开/;
/** 镇政府收到 a 件，执法队收到 b 件; 收到 a 件，撤回 b 件，实际受理 c 件: the table has their sum, or what is left. */
const OF_SEVERAL =
  /^[,;、][^,;。\d]{0,10}(?:局|队|中心|站|所|院|政府|办公室|部门|[镇乡科处]|街道|单位)共?(?:收到|受理|接收)|^[^。]{0,40}[,;](?:实际(?:受理|收到|办理)|有效)/;
/** Behind what came over: 上年结转 a 件，本年受理 b 件. */
const RECEIVED_TOO = exact(`${TAKE}了?${COUNT}`);
/** 新收申请 a 件，办理 b 件. */
const HANDLED_TOO = exact(`办理了?${COUNT}`);
const NONE_RECEIVED = [
  exact(
    `(?<words>${NOT}(?:(?:收到|接到|接收到?|收|有|产生|发生|出现|新收|受理)(?:(?:和|或|及|、|并)(?:受理|处理|办理|答复))?)?(?:过|任何(?:形式|方式|渠道)?的?|相关|有关|(?<this>[该此]项|[该此这]类))?${MATTERS}(?:的?(?:情况|情形|要求|需求|诉求))?)`,
  ),
  exact(
    `(?<words>${NOT}(?:收到|接到|接收)(?:过|任何)?(?:${APPLICANT})?(?:向[${OWN}]+)?(?:要求)?(?<public>${BARE}+(?:${PLAIN}+|(?:要求)?公开(?:(?:其他方面|相关|有关)?的?(?:政府|政务)信息|(?=事项|信息))))(?:的?(?:${BARE}+|情况|事项|信息|要求))?)`,
  ),
  exact(
    `(?:实现|保持)?(?:${REQUESTS}${IS}|(?<public>${PUBLIC}|${MATTER}+)的?)?(?:实现|保持)?(?<words>零(?:${BARE}+|受理|收件)(?:(?:、|和)零(?:行政)?(?:复议|诉讼))*)`,
  ),
  exact(`${REQUESTS}${IS}(?<words>[0零无])`),
  exact(`${TAKE}了?${MATTERS}${IS}(?<words>[0零])`),
  exact(`(?:${REQUESTS}|(?<public>${MATTER}+))(?:工作|情况|方面)?(?:实行|为|是)?(?<words>零报告)`),
  exact(`(?<words>(?:没有|无)(?:(?:任何)?人)?(?:向[${OWN}]+)?(?<public>${BARE}+(?:公开(?:政府|政务)信息|(?:政府|政务)信息公开)))`),
];
/** It may be what was made public: none, if that is none. */
const NONE_DISCLOSED = exact(`(?:行政机关)?(?<matter>${MATTER}+)的?总?数量:?(?:为|是)?(?<words>[0零无])`);
/** Applications that were spoken of, and not only named in 依申请公开: 该项申请 may be one of those. */
const OF_ANY_KIND = /(?<!公开)申请(?!公开)/;
/** 办结 a 件（本年新收 b 件; 答复上年结转 a 件、新收 b 件. */
const AMONG_DONE = /(?:办结|答复)[^。;()]{0,20}(?:\([^()]{0,8}|件、[^。;,、]{0,8})$/;
/** How it was done. */
const DONE =
  '(?:全部|(?:在|严格)?(?:按照?|依照)?(?:法定|规定)的?(?:(?:期限|时限|时间|程序|要求)(?:和|及|、)?)+内?|已经|依法|依规|按规|按时|按期|予以|作出|进行了)*';
const PROCESSED = [
  exact(`${DONE}(?:${FINISH}|${ANSWER})了?(?:${MATTERS})?${IS}${ANY}`),
  exact(`${DONE}(?:${FINISH}|${ANSWER})了?${ANY}的?${MATTERS}`),
  exact(`${MATTERS}的?${DONE}(?:${FINISH}|${ANSWER})${IS}${ANY}`),
  exact(`完成(?:${MATTERS})的?(?<answer>答复|办理|回复|办复)${IS}${ANY}`),
  exact(`完成了?${MATTERS}${IS}${ANY}`),
  // As the row has it.
  exact(`办理结果(?:总计|合计|共计|总数)(?:为|是|共)?${ANY}`),
];
/** Whose results follow: 在办结的14件申请中. */
const PROCESSED_AMONG = exact(`(?:在|从)?已?${DONE}(?:${FINISH}|${ANSWER})的${ANY}(?:${MATTERS})?[中里]`);
/** Its number first; a list of parts goes on with another one. Of 申请 alone it may be of a part that was counted. */
const PROCESSED_OF = exact(`${ANY}(?:${MATTERS.replace('?<bare>', '?:')})?(?:已|均)*${DONE}(?:${FINISH}|${ANSWER})`);
const GOES_ON = new RegExp(`^[,;、](?!(?:其余|剩余|另有)?\\d+[件宗例][^,;。]{0,6}[转延])[^。]{0,40}?\\d[件起宗例${OTHER_COUNTERS}]`);
/** b 件转至下年, of the same whole. */
const REMAINING = /^[,;、](?:其余|剩余|另有)?\d+[件宗例][^,;。]{0,12}(?:[转延](?:至|到|入)?(?:下|次|明|\d{4}年)|顺延)/;
/** 答复 a 件，不予受理 b 件: what was turned down is not among the answers. */
const TURNED_DOWN = /^[,;、]不(?:予|再)?(?:受理|处理)\D{0,6}\d/;
/** 不予处理（含撤回）names a part; another bracket may name the one that is counted. */
const NARROWS = /[（(](?!其?[中含]|包[括含])/;
const ALL_FINISHED = exact(
  `(?<words>(?:(?:所有|全部)(?:的?${again(MATTERS)})?)?(?:均|都|全部)(?:[^,;。\\d未不应可除将拟需]|\\d{1,2}(?=个?工作日)){0,24}?(?:办结|办理完毕|办理完结|答复完毕)(?:、?(?:按时|按期|依法)?答复)?)`,
);
const PREVIOUS_TERM = `${LAST_YEAR}(?:未办结)?(?:${CARRIED}|未办结)(?:(?:至|到)?(?:今年|本年度?|[${NOW}]+))?(?:继续)?(?:办理|处理|答复)?的?`;
const CARRIED_IN = [
  exact(`(?:办理|处理|答复|加上?)?${PREVIOUS_TERM}(?:${MATTERS}|件|案件)?${IS}${ANY}`),
  exact(`${ANY}(?:的|为|是|系)*${PREVIOUS_TERM}(?:${MATTERS})?`),
  exact(`(?:结转|转结)${LAST_YEAR}(?:继续)?(?:办理|处理)?的?(?:${MATTERS}|件)?${IS}${ANY}`),
];
/** 共办理 a 件，本年度 b 件，上年结转 c 件. */
const OF_THIS_YEAR = exact(COUNT);
const CARRIED_BEHIND = /^[,;、和及](?:(?:上一?|去)年度?|\d{4}年度?)?(?:未办结)?(?:(?:结转|转结)(?!(?:至|到)?(?:下|次|明))|结转上一?年)/;
/** 收到 a 件，上年结转 b 件，共计 c 件. */
const IN_ALL = new RegExp(`^(?:[${OWN}${NOW}])*(?:两项)?(?:共计|合计|总计|共)(?:${again(MATTERS)})?${COUNT}$`, 'd');
/** By what law. */
const BY_LAW = '(?:(?:依照|按照?|根据|依据)[^,;。]{2,16}?(?:规定|要求)?)?';
const FOLLOWING_TERM = `${BY_LAW}(?:${CARRIED}|转|延至|延期)(?:至|到|入)?${NEXT_YEAR}(?:继续)?(?:作出|予以)?(?:办理|处理|答复|办结)?的?件?`;
const LEFT = '(?:尚有|还有|有|余|剩余|其余|剩|另有)?';
const CARRIED_OUT = [
  exact(`${LEFT}(?:${again(MATTERS)})?${FOLLOWING_TERM}(?:${MATTERS})?${IS}${ANY}`),
  exact(`${LEFT}${NEXT_YEAR}继续(?:办理|处理|答复)(?:的?${MATTERS})?${IS}${ANY}`),
  exact(
    `(?:${LEFT}|除)${ANY}(?:的?${again(MATTERS)})?(?:因[^,;。\\d]{2,12}?)?(?:需要?|将|则)?${FOLLOWING_TERM}(?:${MATTERS})?(?:以外|之外|外)?`,
  ),
];
/** Not carried over by name, but for whoever reads it at the end of the year. */
const AT_WORK = '(?:(?:正在|尚在|仍在|还在)(?:法定)?(?:办理|处理)(?:期限内|过程中|之中|中)?|(?:办理|处理)中|(?:尚未|未)(?:办结|答复))';
const UNFINISHED = [exact(`${LEFT}${AT_WORK}的?(?:${MATTERS}|件)?${IS}${ANY}`), exact(`${LEFT}${ANY}(?:的?${again(MATTERS)})?${AT_WORK}`)];
const NONE_CARRIED = [
  [
    exact(`(?<words>${NOT}${PREVIOUS_TERM}(?:${MATTERS}|件|案件)?|${LAST_YEAR}(?:无|没有)(?:${CARRIED}|未办结)(?:件|${BARE}+|案件)?)`),
    'carriedIn',
  ],
  [exact(`(?<words>${NOT}(?:(?:${again(MATTERS)})?${FOLLOWING_TERM}|${NEXT_YEAR}结转)(?:${MATTERS}|件|案件|事项)?)`), 'carriedOut'],
] as const;
/** From the year before, or into the next. */
const NONE_CARRIED_AT_ALL = exact(`(?<words>(?:没有|无)结转(?:件|${BARE}+|案件|事项)?)`);
/** Ways in which applications come: parts of the whole, understood and not judged. */
const WAY = `(?:通过|以)?[局厅委部署]?(?:官方|官网|门户)?(?:当面|现场|网上|网络|互联网|在线|线上|线下|平台|邮寄|快递|信函|来[信函](?=${BARE})|邮件|电子邮件|书面|传真|政府网站|网站)(?:方式|形式|渠道)?`;
const PART = [
  exact(`${WAY}(?:提交|提出|递交|收到|受理|接收)?(?:的?(?:${MATTERS}))?的?${IS}${COUNT}`),
  exact(`${COUNT}(?:的?${BARE}+)?(?:为|是|系)?${WAY}(?:提交|提出|递交)?的?${BARE}+`),
  exact(`${COUNT}(?:来自|通过|为|是|系)${WAY}(?:${again(WAY)})?(?:提交|提出|递交)?`),
];

/** Applicants that are no column, or are only part of one, the same. */
const OTHER_APPLICANT = exact(
  `(?:来自|由|为)?(?:法人(?:单位)?|其他组织|(?:企事业|事业)?单位|企业|公司|社会(?:组织|团体)|团体|律师(?:事务所)?)(?:提出|提交|递交)?(?:的?(?:${MATTERS}))?${IS}${COUNT}`,
);

const OF_LAST_YEAR = '(?:上年度?|上一年度?|去年)(?:未办结)?(?:结转|转入|转结|未办结)';
/** 办结 a 件，其中上年结转 b 件: with them. 另办结上年结转 b 件: beside them. */
const WITH_LAST_YEAR = new RegExp(`^[^。]{0,40}?(?:其中|[含(]|包括)(?!另)[^。;另]{0,12}${OF_LAST_YEAR}`);
/** 上年结转 a 件，收到 b 件，办结 c 件: with them; 上年结转 a 件，办结 a 件，新收 b 件，办结 c 件: beside them. */
const BESIDE_LAST_YEAR = new RegExp(`${OF_LAST_YEAR}(?!.*(?:办结|答复|办理完毕).*[收受])`);
/** 结转下年度, 转入2024年, in whatever clause. */
const CARRIES_ON = /[转延](?:至|到|入)?(?:下|次|明|\d{4}年)|顺延/;

/** Results in other words, where these leave no doubt; the body itself stands in them as `OWN`. */
const OTHER_RESULTS = `(?:信息|政府信息)无法提供|同意公开|准予公开|(?<!予以)公开|不公开|[${OWN}]+不掌握(?:(?:相关|该)?(?:政府)?信息|所${BARE}+(?:的?(?:政府)?信息)?)(?:而?无法提供)?`;
/** 依申请公开 5 件, beside other results. */
const DISCLOSED = `${MATTER}{5}(?!${MATTER})`;
/** What is public already and was only pointed to: it counts as 予以公开, and beside it that word is one of the rest. */
const ALREADY = '已(?:经)?(?:主动|依法|通过[^,;。\\d]{1,8})?(?:主动|对外)?公开';
const POINTED_TO = new RegExp(`${ALREADY}的?(?:共|为|有)?\\d+[件宗起例]`);
/** What became of others: understood, and not judged, for it may stand in one row or another. */
const OTHER_PARTS = `(?:申请人)?(?:主动|自愿|自主|自行)?(?:撤回|撤销|放弃)(?:${BARE}+)?|其他|(?:因|属于?)?(?:政府)?信息不存在|不属于?[${OWN}]+(?:公开|职责|职权|掌握)?(?:范围)?(?:的?(?:政府)?信息)?|非[${OWN}]+(?:公开|掌握|职责范围)|不属于?政府信息|非政府信息|不存在|告知(?:其他|其它|获取|查询|公开)?的?(?:(?:方式|途径|渠道)和?)+|${ALREADY}`;
const OTHER_PART = [
  exact(`(?:${OTHER_PARTS})的?${IS}${LISTED}`),
  exact(`${ANY}(?:${BARE}+)?(?:${OTHER_PARTS}|的?(?:办理|答复)结果为.{1,20})`),
];

/** Patterns with the names of a table in them are the same for every draft. */
const patternsOf = remembered((table: TableDefinition) => {
  const applicants = among(applicantNames(table)).replace('或其他组织', '(?:或|或者|和|及)其他组织');
  const results = `${among(resultNames(table), markRequests)}|${OTHER_RESULTS}`;
  const whose = `${applicants}|公民个人|公民|个人`;
  /** 因属于行政查询事项不予公开. */
  const group = '(?:而?(?:依法)?(?<group>不予公开|无法提供|不予处理))?';
  return {
    alike: exact(
      `(?:申请人|申请主体)?(?<words>(?:均|全部|都|皆)(?:已|为|是|系|由|来自|属于?|作出|予以|依法|依规)*(?:(?<name>${results})(?:处理|答复|决定)?|(?<who>${whose})(?:提出|提交|递交)?的?(?:${MATTERS})?))`,
    ),
    results: [
      exact(
        `(?:(?:在|从)?已?(?:办结|答复)的?(?:件|${BARE}+|案件|事项)?(?:中|里))?(?:因[^,;。]{2,14}等(?:原因|理由|情形))?(?:作出?|决定|告知|给予|因|予以|属于?|(?:办理|处理|答复)结果[为是]|依${BARE}+)*(?<name>${results}|${DISCLOSED})(?:(?:及|和|与|或|、)(?<second>${among(resultNames(table), markRequests)}))?${group}(?:处理|决定|答复|类|的|情形|范围)*(?:${MATTERS})?${IS}${LISTED}`,
      ),
      exact(
        `对?(?:其中)?的?${ANY}(?:${BARE}+)?的?(?:办理结果|答复结果|结果)?(?:为|是|被|因)?(?:依法|依规)*(?:予以)?(?<name>${results})(?<second>)?${group}(?:处理|答复)?`,
      ),
    ],
    applicants: [
      exact(`(?:申请人)?(?:来自|由|为)?(?<name>${whose})(?:提出|提交|递交)?的?(?:${MATTERS})?${IS}${ANY}`),
      exact(`${ANY}(?:属于?|为|系|是|来自)(?<name>${applicants})(?:提出|提交|递交)?的?(?:${MATTERS})?`),
    ],
  };
});

export class RequestReader {
  private readonly patterns: ReturnType<typeof patternsOf>;

  /** `disputes`: whether the report has their table. */
  constructor(
    private readonly table: TableDefinition,
    private readonly disputes: boolean,
  ) {
    this.patterns = patternsOf(table);
  }

  /** Whether a clause is understood to speak of applications. */
  read(said: Statement): boolean {
    return this.received(said) ?? carried(said) ?? this.processed(said) ?? this.alike(said) ?? this.part(said) ?? false;
  }

  /** What came, or that nothing did. As below, `undefined` where the clause speaks of another matter. */
  private received(said: Statement): boolean | undefined {
    const { text, named, counted, worded, state, passage } = said;
    let match = counted && /申请|新[收接受增]/.test(text) ? first(RECEIVED, named) : null;
    if (!match && counted && text.includes('申请')) {
      if (!state.anchored) match = THERE_ARE.exec(named);
      if (text.includes(NOW) && !passage.text.includes('主动公开')) match ??= OF_YEAR.exec(named);
      if (RESULTS.test(said.behind)) match ??= WITH_RESULTS.exec(named);
    }
    // 行政复议案件中，新收 a 件: of those.
    if (match?.groups?.fresh && !nounOf(match) && speaksOfDisputes(state)) return true;
    // 申请事项 a 项: an application may be about several.
    if (match?.groups?.unit === '项' && OF_ITEMS.test(text)) match = null;
    if (match && (isOurs(match, state) || (match.groups!.fresh && state.topic))) {
      const { fresh: isNew, handle, openly, through, unit } = match.groups!;
      // 共办理 a 件，其中新收 b 件: all that came.
      if (isPart(said) && !(isNew && isWhole(state))) return false;
      // 受理 a 件（另有 b 件结转下年度）: a without those.
      const done = handle !== undefined || /另有[^,。]{1,6}件[^,。]{0,4}结转/.test(passage.text);
      const came = cell('received');
      const readings: Reading[] = isNew ? [[came]] : [[came], [came, cell('carriedIn')], ...(done ? [[cell('processed')]] : [])];
      // 办结 a 件，其中新收 b 件: those of them.
      if (
        through ||
        (isNew && (isPart(said) || AMONG_DONE.test(passage.text.slice(Math.max(0, said.clause.at(0) - 40), said.clause.at(0)))))
      )
        readings.push([came, cell('carriedOut', -1)]);
      if (openly) readings.push([cell('granted'), cell('partial')]);
      const cumulative = text.includes('累计') && !state.dated && numberOf(match.groups!.number!) !== 0n;
      if (cumulative || state.parts || OF_SEVERAL.test(said.behind)) return false;
      anchor(state);
      if (unit && OTHER_UNIT.test(unit)) state.unit = unit;
      said.countWhole(match, readings);
      state.after = 'received';
      return true;
    }
    match = counted && state.topic && state.carried && !state.anchored && !isPart(said) ? RECEIVED_TOO.exec(named) : null;
    if (match) {
      anchor(state);
      said.count(match, [[cell('received')], [cell('received'), cell('carriedIn')]]);
      state.after = 'received';
      return true;
    }
    match = counted && state.elliptic && state.after === 'received' && !isPart(said) ? HANDLED_TOO.exec(named) : null;
    if (match) {
      said.count(match, [[cell('processed')], [cell('received'), cell('carriedIn')], [cell('received'), cell('carriedOut', -1)]]);
      return true;
    }
    match = counted && state.after === 'received' && text.includes(NOW) ? OF_THIS_YEAR.exec(named) : null;
    if (match && CARRIED_BEHIND.test(said.behind)) {
      said.count(match, [[cell('received')], [cell('received'), cell('carriedOut', -1)]]);
      return true;
    }
    match = worded && text.includes('申请') ? NONE_DISCLOSED.exec(named) : null;
    if (match) {
      said.say(match, [[cell('received')], [cell('processed')], [cell('granted'), cell('partial')]]);
      return true;
    }
    match = worded && text.includes('申请') ? first(NONE_RECEIVED, named) : null;
    if (match?.groups?.this && OF_ANY_KIND.test(passage.text.slice(0, said.clause.at(0)))) return false;
    if (match && (match.groups!.plain ?? match.groups!.matter ?? match.groups!.public ?? (state.topic || undefined)) !== undefined) {
      anchor(state);
      said.say(match, [[cell('received')]]);
      if (this.disputes && text.includes('复议')) said.say(match, [total(REVIEWS)]);
      if (this.disputes && text.includes('诉讼')) said.say(match, [total(LAWSUITS)]);
      state.after = undefined;
      return true;
    }
    return undefined;
  }

  /** What was finished. */
  private processed(said: Statement): boolean | undefined {
    const { clause, text, named, counted, worded, state, passage } = said;
    const words = passage.text;
    const part = isPart(said);
    const speaks = counted && !speaksOfDisputes(state) && /[办复完]/.test(text);
    // Behind other parts it may be of one of them.
    const among =
      speaks && state.topic && !state.parts && !state.resulted && RESULTS.test(said.behind) ? PROCESSED_AMONG.exec(named) : null;
    // 上年结转 a 件，在答复的 a 件中: of those.
    if (among && numberOf(among.groups!.number!) === state.over) return false;
    let match = speaks ? (among ?? first(PROCESSED, named) ?? processedOf(said, part)) : null;
    // Behind ways and kinds 共办结 goes back to all of them, and so does what a semicolon sets apart.
    const { whole, ways } = state;
    const complete = whole !== undefined && (ways?.sum === whole.value || ways?.sum === whole.value + state.over);
    const apart = text.startsWith('共') || complete || (state.parts && words[clause.at(0) - 1] === ';' && !text.includes('书面'));
    if (match && (match === among || isOurs(match, state) || (state.anchored && isCounted(match, state) && apart))) {
      const { plain, matter, answer, openly } = match.groups!;
      if (part && !isWhole(state, (plain ?? matter) !== undefined)) return false;
      const readings: Reading[] = [[cell('processed')]];
      // Of those that came this year, where nothing is said of last year's, or these alone are meant.
      const ofThisYear =
        part ||
        /[当本今]年/.test(clause.text) ||
        !(WITH_LAST_YEAR.test(said.behind) || BESIDE_LAST_YEAR.test(words.slice(0, clause.at(0))));
      if (ofThisYear) readings.push([cell('received'), cell('carriedOut', -1)]);
      if (answer) {
        // What the applicant lets drop is finished without an answer.
        const dropped = this.rowsUnder('otherwise');
        readings.push([cell('processed'), ...dropped.map((row) => cell(row, -1))]);
        if (dropped.length > 1) readings.push([cell('processed'), ...dropped.slice(0, -1).map((row) => cell(row, -1))]);
        // By giving what was asked for, perhaps.
        if (openly) readings.push([cell('granted')], [cell('granted'), cell('partial')]);
      }
      anchor(state);
      if (!TURNED_DOWN.test(said.behind)) said.countWhole(match, readings);
      state.after = undefined;
      return true;
    }
    match = worded && /[办复]/.test(text) ? ALL_FINISHED.exec(named) : null;
    if (match) {
      if (state.after === 'received' && !CARRIES_ON.test(words)) said.say(match, [[cell('carriedOut')]]);
      return true;
    }
    return undefined;
  }

  /** That all had one result, or came from one kind of applicants: nothing is left of them. */
  private alike(said: Statement): true | undefined {
    const { named, worded, state, passage } = said;
    const whole = worded && state.elliptic && isWhole(state) && !isPart(said) && !speaksOfDisputes(state);
    const match = whole ? this.patterns.alike.exec(named) : null;
    if (!match) return undefined;
    const name = said.written(match, 'name');
    const { who } = match.groups!;
    const less = (terms: readonly Term[]): Term[] => terms.map((one) => ({ ...one, sign: -1 }));
    if (name !== undefined) {
      const readings = this.resultsOf(name, undefined, passage.text);
      if (readings)
        said.say(
          match,
          readings.map((reading) => [cell('processed'), ...less(reading)]),
        );
      return true;
    }
    const columns = applicantNames(this.table).get(kindOf(who!)) ?? [];
    const all = new Set([...applicantNames(this.table).values()].flat());
    const others = (row: string): Term[] => [...all].flatMap((column) => (columns.includes(column) ? [] : [term('requests', row, column)]));
    if (columns.length > 0) said.say(match, [others('received'), [...others('received'), ...others('carriedIn')], others('processed')]);
    return true;
  }

  /** Parts of what was counted: by results, applicants, or the ways in which they came. */
  private part(said: Statement): boolean | undefined {
    const { clause, text, named, counted, state, passage } = said;
    if (!counted) return false;
    const words = passage.text;
    const ofAll = state.anchored && !speaksOfDisputes(state);
    const twice = isPart(said) && state.parts;
    let match = ofAll && !/[县区市镇乡局]/.test(text) ? first(this.patterns.results, named) : null;
    if (match && isCounted(match, state) && !twice) {
      const name = said.written(match, 'name')!;
      if (/^(?:予以|同意|准予|依申请)?公开$/.test(name) && POINTED_TO.test(words)) return resulted(state);
      const readings = this.resultsOf(name, said.written(match, 'second'), words);
      if (!readings) return false;
      const { name: place, number } = match.indices!.groups!;
      const between = words.slice(clause.at(place![1] - 1) + 1, clause.at(number![0]));
      const meant = this.narrowed(readings, match.groups!.group, between);
      if (meant) said.count(match, meant);
      return resulted(state);
    }
    if (ofAll && !twice && first(OTHER_PART, named)) return resulted(state);
    match =
      ofAll && !state.carried && !state.resulted && /人|企业|机构|组织|公民/.test(text) ? first(this.patterns.applicants, named) : null;
    if (match && isCounted(match, state) && !twice) {
      const columns = applicantNames(this.table).get(kindOf(match.groups!.name!)) ?? [];
      const of = (row: string): Term[] => columns.map((column) => term('requests', row, column));
      said.count(match, [of('received'), [...of('received'), ...of('carriedIn')], of('processed')]);
      state.parts = true;
      return true;
    }
    if (ofAll && !twice && /[人业司体位织所]/.test(text) && OTHER_APPLICANT.exec(named)) {
      state.parts = true;
      return true;
    }
    match = state.topic && /[面网线台寄函信邮书真场]/.test(text) ? first(PART, named) : null;
    if (match) {
      // 收到申请 50 件；网站 300 件: what came by it is of another kind.
      const isSure =
        state.ways !== undefined || isPart(said) || /申请|提[交出]|递交/.test(text) || /[(:]/.test(words[clause.at(0) - 1] ?? '');
      said.countWay(match, isSure && !twice);
      state.parts = true;
      state.elliptic = false;
      state.after = undefined;
      return true;
    }
    return undefined;
  }

  /** What a result, or two of them, in a paragraph of these words may count; `undefined` where that cannot be told. */
  private resultsOf(written: string, second: string | undefined, words: string): Reading[] | undefined {
    const name = written === '依申请公开' ? '公开' : written;
    const named = resultNames(this.table);
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
      ...(name.endsWith('无法提供') ? this.rowsUnder('unavailable') : /^(?:同意|准予)?公开$/.test(name) ? ['granted'] : rowsOf(name)),
      ...(second ? rowsOf(second) : []),
    ];
    const readings: Reading[] = [rows.map((row) => cell(row))];
    // 其他处理 beside results that are not all of them: what is left.
    if (name === '其他处理') {
      const left = GROUPS.filter(([, called]) => !words.includes(called)).flatMap(([id]) => this.rowsUnder(id));
      readings.push([...readings[0]!, ...left.map((row) => cell(row))]);
    }
    // Who does not count the partial disclosures apart, or says that they are among them, counts them here.
    if (rows[0] === 'granted' && (!words.includes('部分公开') || /[含括]部分公开/.test(words)))
      readings.push([...readings[0]!, cell('partial')]);
    return readings;
  }

  /**
   * 不予公开（属于国家秘密）1件: of several rows a bracket may name one. 因属于国家秘密不予公开1件: a row and its `group`. `undefined` where
   * it names none of them.
   */
  private narrowed(readings: Reading[], group: string | undefined, between: string): Reading[] | undefined {
    const rowsIn = (name: string): readonly string[] => resultNames(this.table).get(name) ?? [];
    const [{ row }, ...more] = readings[0] as [Term, ...Term[]];
    if (more.length === 0) return group === undefined || rowsIn(group).includes(row) ? readings : undefined;
    // 其他处理（包括无法提供等）: more than its rows.
    if (
      /[(（]/.test(between) &&
      [...resultNames(this.table)].some(([name, ids]) => between.includes(name) && !readings[0]!.some((one) => ids.includes(one.row)))
    )
      return undefined;
    if (!NARROWS.test(between)) return group === undefined ? readings : undefined;
    const [named, ...others] = rowsIn(/^\((?:因|均?为)?([^()]+)\)$/.exec(between)?.[1] ?? '');
    const isOne = named !== undefined && others.length === 0 && readings[0]!.some((one) => one.row === named);
    return isOne ? [[cell(named)]] : undefined;
  }

  private rowsUnder(group: string): readonly string[] {
    return rowsOf(this.table).flatMap(({ row: { id } }) => (id === group || id.startsWith(`${group}.`) ? [id] : []));
  }
}

const GROUPS = [
  ['denied', '不予公开'],
  ['unavailable', '无法提供'],
  ['rejected', '不予处理'],
] as const;

/** An applicant's kind as the table has it. */
const kindOf = (name: string): string => name.replace(/^(?:公民|个人|公民个人)$/, '自然人').replace(/(?:或者|和|及)其他组织/, '或其他组织');

/** What was carried over from the year before, or into the next; that nothing was. */
function carried(said: Statement): boolean | undefined {
  const { named, counted, worded, state, passage } = said;
  if (speaksOfDisputes(state)) return undefined;
  const carries = /[转延]|未办结|继续/.test(named);
  const ofMatter = (match: Match): boolean => state.topic || match.groups!.plain !== undefined;
  let match = counted && carries ? first(CARRIED_IN, named) : null;
  if (match && isCounted(match, state)) {
    if (!ofMatter(match)) return false;
    state.over += said.count(match, [[cell('carriedIn')]]) ?? 0n;
    if (match.groups!.number !== '0') state.after = undefined;
    state.carried = true;
    if (state.anchored) state.elliptic = true;
    return true;
  }
  match = counted && state.anchored && state.carried ? IN_ALL.exec(named) : null;
  if (match) {
    said.count(match, [[cell('received'), cell('carriedIn')]]);
    return true;
  }
  match = counted && carries ? first(CARRIED_OUT, named) : null;
  if (match && isCounted(match, state)) {
    if (!ofMatter(match)) return false;
    said.count(match, [[cell('carriedOut')]]);
    state.after = undefined;
    state.carried = true;
    return true;
  }
  match = counted && state.anchored && /[在未中]/.test(named) && !/目前|现|截[至止]/.test(named) ? first(UNFINISHED, named) : null;
  if (match && isCounted(match, state) && !CARRIES_ON.test(passage.text)) {
    said.count(match, [[cell('carriedOut')]]);
    state.after = undefined;
    state.carried = true;
    return true;
  }
  for (const [pattern, row] of NONE_CARRIED) {
    match = worded && carries ? pattern.exec(named) : null;
    if (!match) continue;
    if (!ofMatter(match)) return false;
    said.say(match, [[cell(row)]]);
    return true;
  }
  match = worded && state.anchored && carries ? NONE_CARRIED_AT_ALL.exec(named) : null;
  if (!match) return undefined;
  said.say(match, [[cell('carriedIn')], [cell('carriedOut')]]);
  return true;
}

function processedOf({ text, named, state, behind }: Statement, part: boolean): Match | null {
  // 其中 a 件按期答复 may be of those in time; with the ones carried over it makes the whole.
  if ((part && !(isWhole(state) && REMAINING.test(behind))) || text.includes('书面')) return null;
  const match = PROCESSED_OF.exec(named);
  // Behind parts the ones that are named may be a part.
  if (match && state.parts && (match.groups!.plain ?? match.groups!.matter) !== undefined) return null;
  return match && !GOES_ON.test(behind) ? match : null;
}

/** Results were counted: what follows is no count of all. */
function resulted(state: State): true {
  state.elliptic = false;
  state.after = undefined;
  state.resulted = true;
  return true;
}

/** What is carried over, and what became of disputes, has parts of its own. */
const speaksOfDisputes = ({ dispute, otherDispute }: State): boolean => dispute !== undefined || otherDispute;

const isPart = ({ text, state }: Statement): boolean => text.includes('其中') || state.among;

/** The words of a match that name applications, if it has any. */
const nounOf = ({ groups }: Match): string | undefined => groups!.plain ?? groups!.matter ?? groups!.bare;

/** Whether what is counted are applications for information, and none of another kind. */
function isOurs(match: Match, state: State): boolean {
  const { plain, matter, bare } = match.groups!;
  return isCounted(match, state) && (plain !== undefined || matter !== undefined || (bare === undefined ? state.elliptic : state.topic));
}

/** Whether the unit is one of applications: of 条, 份, 项 only where these are named, or were counted so. */
function isCounted(match: Match, state: State): boolean {
  const { unit } = match.groups!;
  return !(unit && OTHER_UNIT.test(unit)) || nounOf(match) !== undefined || unit === state.unit;
}

/** Whether a part is one of all applications, and not of what was counted apart. */
function isWhole({ anchored, parts, carried, resulted }: State, named = false): boolean {
  return anchored && !parts && !(carried && !named) && !resulted;
}

const cell = (row: string, sign: 1 | -1 = 1): Term => term('requests', row, 'total', sign);

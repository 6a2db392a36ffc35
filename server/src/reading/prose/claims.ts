import type { SectionNumber, TableDefinition, TableId } from '../../editions';
import type { Report } from '../report';
import { DisclosureReader, DOCUMENTED } from './disclosure';
import { DisputeReader } from './disputes';
import { nameOf, Own } from './own';
import { type Clause, type Passage, visitClauses } from './passages';
import { RequestReader } from './requests';
import { anchor, type Claim, fresh, type State, Statement } from './statement';
import { Unit } from './units';
import { exact, isFill, NOW, OTHER_COUNTERS, OWN, SELF } from './vocabulary';

/** Words of other years and of what is not counted from January to December. */
const OTHER_TIME =
  /上年|去年|前年|上一(?:年|个?报告期)|往年|历年|近年|半年|季度|明年|下年|来年|次年|以来|月份|计划|目标|力争|\d{4}年|[\ue002\ue003]/;
/** A stretch that is not the year, where nothing else is said: 截至2023年6月30日, 1—10月, 五年来, 专项行动期间, 机构改革后. */
const PART_OF_TIME =
  /(?<!\d)(?:[2-9]|1[01])月|(?<![\d至到—–~-])1[—–~至到-]+(?:[2-9]|1[01])月|12月(?!31日|底|末|份|止|$)|[一二两三四五六七八九十\d]年[来间]|历史上|[过近][一二两三四五六七八九十\d去]{1,3}年|\d{4}年?[-—–~至到]+(?=\d|[\ue001])|期间$|[^本全当]后$|(?<![目日当之以此提])前(?:的|$)|^年[初中]$|(?:个月内?|周内)$/;
/** Longer clauses say what was done then. */
const MAX_TIME = 20;
const WHOLE_YEAR = /1月1日.{0,12}12月31日|1月?[-—–~至到]+12月/;
/** 仲裁方面：, 出入境方面，: what follows speaks of that. */
const OTHER_FIELD =
  /(?:政务服务|审批|许可|登记|复议|诉讼)[^,;。]{0,6}方面$|^(?!.*(?:公开|申请|受理|办理|答复|数量|总量|收件|结果|渠道|方式|类型|主体|流程|程序|时限|质量))[^,;。]{2,14}方面$/;
const WAY =
  '(?:邮政|邮寄|寄递|快递|信函|来信|信件|邮件|电子邮[件箱]|传真|当面|现场|窗口|网络|网上|线[上下]|互联网|在线|网站|平台|书面|口头|电话)';
const APPLICANT = '(?:自然人|公民(?:个人)?|个人|法人(?:(?:或|和|及)?其他组织)?|其他组织|商业企业|企业|科研机构|社会公益组织|法律服务机构)';
/** 通过邮寄，收到…; 网络申请：收到…; 自然人方面，收到…; 针对低保问题，收到…; 养老服务领域：收到…: a part of the applications, or of decisions. */
const NARROWED = exact(
  `(?:[通经]过|采[取用]|以|按|从|经)?(?:政府|政务|政府信息公开|依申请公开)?${WAY}{1,3}(?:寄递|提[交出]|递交|申请|受理|接收|办理)?(?:的?(?:方式|渠道|途径|形式))?(?:提[交出]|递交|接收|收到)?的?(?:申请|申请件|方面|情况)?|` +
    `(?:通过|经由?|采[取用]|适用)?(?:[\\d]{5})?${nameOf(1, 12)}(?:热线|服务网|公众号|客户端|平台|渠道|途径|方式|形式|程序|窗口|信箱|邮箱)|通过[\\d]{5}热线|` +
    `(?:来自|属于|由|对)?${APPLICANT}(?:提[交出]的?)?(?:申请|申请件)?(?:方面|情况|类)?|(?:个别|同一|少数|部分|某).*|(?:会同|联合|原(?![则因])).{2,12}|` +
    `(?:针对|围绕|涉及|关于)(?!.*(?:公开|申请|办理|答复|受理|流程|质量|时限|期限|程序|渠道|规范|要求|需求|诉求|关切|中心|重点)).{2,20}|` +
    '.{2,12}(?<!公开|重[点要])(?:领域|类|业务)|就.{2,12}(?:问题|事项)',
);
const ALL_OF_THEM = /、|等|各|多|均/;
/** 答复方式为：邮寄 a 件: none of the ways in which they came. */
const OF_ANSWERS = /申请人的?(?:要求|需要|意愿)|(?:答复|送达|回复|反馈|寄送|获取|提供)[^,;。]{0,6}(?:方式|渠道|途径|形式)/;
/** Headings of what all that was done is counted under. */
const OF_ALL = /复议|诉讼|争议|评议|监督|保障|管理|追究/;
/** 推进依法行政，全年发生行政诉讼 a 件: on any matter. */
const GENERAL = /依法行政|应诉|法治|不服(?!.*公开)/;
/** Decisions and documents of a campaign or a field, or those of others that were registered and reviewed. */
const PART_OF_FIELD = /领域|专项|行动|立案|(?:登记|备案|审查|审核|评估)[^,;。]{0,8}规范性文件/;
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
/** 行政复议案件中，信访件中: what is counted behind it is of those. */
const AMONG_OTHERS = new RegExp(`(?:(?:复议|诉讼)(?:申请|案件?|情况)*[中里]?|(?:${OTHER_MATTER.source})(?:案?件|事项)?[中里])$`);
const SAME_MATTER = /申请|答复|办理|期限|办结|时限/;

/** More than a department; 健全 and the like name none. */
const WIDE = /(?<![完健安])全(?:(?:自治)?[省市县区州旗盟]|系统|行业)(?![局委办厅院])/;

/** 1.县政府本级办理情况, in a line of its own or before its paragraph. */
const NUMBERED = /^(?:\(?[一二三四五六七八九十\d]{1,3}[).、.]|#)/;
const MAX_HEAD = 30;
/** A clause longer than this makes more statements than one, and is not understood. */
const MAX_CLAUSE = 90;
/** Far more than a report has: what a hostile draft costs. */
const MAX_CLAUSES = 1500;

const COUNTS = /\d+(?!\d|个?工作日|日|天|%|\.\d|年|月)|[一二三四五六七八九十百千]+(?:余|多)?[件起宗例]/;
/** What a claim cannot do without: a number with its unit, or words that stand for one. */
const COUNTED = /[\d零〇一二两三四五六七八九十百千万][余多来]?[件起宗例]/;
const COUNTED_OTHERWISE = new RegExp(`[\\d零〇一二两三四五六七八九十百千万][余多来]?[${OTHER_COUNTERS}]`);
/** What goes back to all applications: 从办理结果看. */
const LEADS = /^[从按](?:申请人?(?:主体|类型|类别|身份)|(?:办理|答复|处理)结果)(?:来?看|划分|分)$/;
/** What a paragraph cannot do without that says anything of a figure, unless its sub-heading says what it speaks of. */
const SPEAKS = /申请|请求|复议|诉讼|争议|规范性文件|规章|决定|行政(?:许可|处罚|强制)|(?:制定|出台|制发|印发)过?的?政策/;
const WORDED = /未|没|无|不存在|均|全部|都|零|[0零]$/;
/** Of applications that were counted. */
const ALIKE = /均|全部|都|皆/;
const WORTH = /申请|复议|诉讼|[转延]|办结|完毕|维持|规范性|政策/;

/** Reads the paragraphs of a report one after the other. */
export class ClaimReader {
  readonly claims: Claim[] = [];
  /** One for each table that the report has. */
  private readonly readers: readonly { read(said: Statement): boolean }[];
  private readonly own: Own;
  private readonly year: number | undefined;
  private left = MAX_CLAUSES;

  private passage!: Passage;
  /** The sub-heading over the paragraph speaks of applications. */
  private headed = false;
  private state = fresh();
  /** What the last line said that is a heading, numbered or not. */
  private under = fresh();
  private section: SectionNumber | undefined;

  constructor(report: Report) {
    this.own = new Own(report);
    this.year = report.year;
    const definition = (id: TableId): TableDefinition | undefined => report.tables.get(id)?.definition;
    const requests = definition('requests');
    const disputes = definition('disputes');
    const disclosure = definition('disclosure');
    this.readers = [
      ...(requests ? [new RequestReader(requests, disputes !== undefined)] : []),
      ...(disputes ? [new DisputeReader(disputes)] : []),
      ...(disclosure ? [new DisclosureReader(disclosure, this.own.area)] : []),
    ];
  }

  read(passage: Passage): void {
    this.passage = passage;
    const { text } = passage;
    // A sub-heading begins a matter, and with it what the paragraphs under it speak of.
    const heading = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,2}、|#)/.test(text) ? text.slice(0, 30) : undefined;
    if (heading !== undefined) this.headed = /依申请公开|公开申请/.test(heading);
    if (passage.section === 3) this.headed = true;
    else if (passage.section !== 1) this.headed = false;
    // 从办理结果看 in a paragraph of its own goes back to the one before.
    let known = this.state.known && !this.state.others;
    if (NUMBERED.test(text) || passage.section !== this.section) {
      this.under = fresh();
      known = false;
    }
    this.section = passage.section;
    const isHead = text.length < MAX_HEAD && !/[。;,]|\d[件条]/.test(text);
    if (!this.headed && !isHead && !SPEAKS.test(text)) return;
    const { others, government } = this.under;
    this.state = isHead ? fresh() : { ...fresh(), others, government, known: known && !others };
    if (isHead) this.under = this.state;
    this.state.topic = this.headed;
    this.clauses(0, text.length, 0);
  }

  private clauses(start: number, end: number, depth: number): void {
    visitClauses(this.passage.text, start, end, (clause) => {
      const [front] = clause.asides;
      if (front && front.start < clause.at(0)) this.whose(this.passage.text.slice(front.start, front.end), Unit.body | Unit.own);
      const understood = this.clause(clause);
      // 信函 a 件：予以公开 b 件: of those.
      if (this.state.parts && /\d件$/.test(clause.text) && this.passage.text[clause.at(clause.text.length - 1) + 1] === ':')
        this.state.narrowed = true;
      if (depth === 0) {
        for (const aside of clause.asides) {
          // （县政府本级）收到…: read before it.
          if (aside.start < clause.at(0)) continue;
          // 其中县政府 a 件（上年结转 b 件）: of those.
          if (!understood && clause.text.includes('其中')) continue;
          // What a bracket says holds inside of it.
          const outside = this.state;
          this.state = { ...outside };
          if (outside.carried || outside.parts) this.state.anchored = false;
          // 自然人 a 件（予以公开 b 件，上年结转 c 件）: of those.
          if (outside.parts) this.state.topic = false;
          if (outside.ways) this.state.whole = undefined;
          // 较上年的 57 件（予以公开 20 件）: of that year.
          if (COMPARED.test(clause.text)) this.state.elsewhen = true;
          this.clauses(aside.start, aside.end, depth + 1);
          this.state = outside;
        }
      }
      if (clause.last) {
        this.state.dated = false;
        this.state.wide = false;
        this.state.field = false;
        this.state.otherDispute = false;
        this.state.elsewho = false;
        this.state.narrowed = false;
      }
    });
  }

  /** Whose figures follow: a clause names another body, or the report's own. */
  private whose(text: string, units: number): void {
    if (!(units & (Unit.body | Unit.own))) return;
    const { state } = this;
    const marked = this.own.marked(text, units);
    if (!/\d[条份篇]/.test(text) && this.own.isOfOthers(marked)) {
      state.others = true;
      this.lose(true);
    } else if (marked.includes(SELF) || marked.includes(OWN)) {
      state.others = false;
      state.government = marked.includes(SELF);
    }
  }

  /** Whether it is understood, if it counts anything. */
  private clause(clause: Clause): boolean {
    const { text, units } = clause;
    if (text === '') return true;
    if (text.length > MAX_CLAUSE) {
      this.lose(true);
      return true;
    }
    if (text.startsWith('是', 1) && /^[一二三四五六七八九]/.test(text) && !this.headed) this.state = fresh();
    const { state } = this;
    if (units & Unit.own && WIDE.test(text)) state.wide = true;
    if (PART_OF_FIELD.test(text)) state.field = true;
    if (!state.topic && units & Unit.matter && (text.includes('公开申请') || text.includes('依申请公开'))) state.topic = true;
    const counted =
      (holds(units, Unit.numeral | Unit.counter) && COUNTED.test(text)) ||
      (holds(units, Unit.numeral | Unit.matter) && text.includes('申请') && COUNTED_OTHERWISE.test(text)) ||
      (state.anchored && (units & Unit.numeral) > 0 && (/\d$/.test(text) || (state.unit !== undefined && text.includes(state.unit))));
    const documented =
      (holds(units, Unit.document | Unit.piece) && DOCUMENTED.test(text)) ||
      (holds(units, Unit.document | Unit.numeral) && text.includes('处理决定'));
    const worded =
      (documented && WORDED.test(text)) ||
      (state.dispute !== undefined && text.includes('审')) ||
      (holds(units, Unit.word | Unit.matter) && WORDED.test(text) && WORTH.test(text)) ||
      (state.anchored && (units & Unit.word) > 0 && ALIKE.test(text));
    if (state.known && text.length < 12 && LEADS.test(text)) {
      anchor(state);
      return true;
    }
    if (!counted) this.whose(text, units);
    if (!counted && !worded && !documented && !(units & Unit.year)) {
      if (text.length < 8 && text.includes('其中') && isFill(text)) state.among = true;
      else {
        // 其中，动态7条: what is parted is of another matter.
        if (units & Unit.numeral) state.among = false;
        this.pass(text, units);
      }
      return true;
    }
    if (this.left-- <= 0) return true;
    const marked = this.own.marked(text, units);
    if (marked.includes(NOW)) {
      state.dated = true;
      state.elsewhen = false;
    }
    if (marked.includes(SELF)) state.government = true;
    else if (marked.includes(OWN)) state.government = false;
    if (counted && /[\ue000\ue007]/.test(marked)) state.others = false;
    if (isFill(marked)) {
      if (text.includes('其中')) state.among = true;
      return true;
    }
    const words = worded && !(state.elsewho && !counted && !marked.includes(OWN));
    const understood =
      !state.elsewhen &&
      !state.others &&
      !state.narrowed &&
      (counted || words || documented) &&
      this.understood(new Statement(this.claims, this.passage, clause, marked, counted, words, state, this.year));
    state.among = false;
    if (!understood) this.pass(marked, units);
    return understood || !counted;
  }

  /** A clause that says nothing of the tables: what follows may speak of what it speaks of. */
  private pass(text: string, units: number): void {
    if (text.endsWith('方面') && OTHER_FIELD.test(text)) {
      const { others, government } = this.state;
      this.state = { ...fresh(), others, government, narrowed: !OF_ALL.test(text) };
    }
    const { state } = this;
    if ((!(units & Unit.numeral) || !COUNTED.test(text)) && NARROWED.exec(text) && !ALL_OF_THEM.test(text)) {
      this.lose(true);
      state.narrowed = true;
    }
    if (GENERAL.test(text)) state.otherDispute = true;
    if (OF_ANSWERS.test(text)) {
      state.whole = undefined;
      state.ways = undefined;
    }
    if (units & (Unit.time | Unit.period) && OTHER_TIME.test(text) && !COMPARED.test(text)) state.elsewhen = true;
    if (holds(units, Unit.numeral | Unit.matter) && /复议|诉讼/.test(text) && COUNTED.test(text)) state.otherDispute = true;
    if (state.topic && AMONG_OTHERS.test(text) && !/[未没无]/.test(text)) state.otherDispute = true;
    if (text.length <= MAX_TIME && PART_OF_TIME.test(text) && !WHOLE_YEAR.test(text)) state.elsewhen = true;
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
    // 其中 20 件涉及造林: what they are about leaves them what is spoken of.
    if (COUNTS.test(text)) this.lose(true, this.state.anchored && text.includes('其中'));
    else if (text.includes('%') || isFill(text)) return;
    else if (OTHER_MATTER.test(text) || !SAME_MATTER.test(text)) this.lose(false);
  }

  private lose(counted: boolean, part = false): void {
    const { state } = this;
    if (counted) {
      state.anchored = false;
      state.topic = part || (this.headed && this.passage.section === 3);
      state.whole = undefined;
    }
    state.elliptic = false;
    state.dispute = undefined;
    state.issuing = false;
    state.deciding = undefined;
    state.after = undefined;
  }

  private understood(said: Statement): boolean {
    return this.readers.some((reader) => reader.read(said));
  }
}

/** Of 收到申请 5 件. */
const APPLICATIONS = Unit.numeral | Unit.matter;
const holds = (units: number, bits: number): boolean => (units & bits) === bits;

/** Whether any clause of another matter ends what is spoken of. */
const isLoose = ({ elliptic, dispute, issuing, deciding, after }: State): boolean =>
  elliptic || issuing || deciding !== undefined || dispute !== undefined || after !== undefined;

const isActive = ({ topic, anchored, elliptic, dispute, issuing, deciding }: State): boolean =>
  topic || anchored || elliptic || issuing || deciding !== undefined || dispute !== undefined;

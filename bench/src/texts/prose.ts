import { cellKey } from '../../../test/generator/model';
import { prose } from '../../../test/generator/prose';
import type { Random } from '../../../test/generator/random';
import type { Spec } from '../../../test/generator/spec';

/** Paragraphs for section 一, without end. */
export type Filler = (spec: Spec, random: Random) => Generator<string>;

/**
 * As published reports have them: most of 100 to 200 characters, with some ten figures in 1,000. The first says what the
 * tables say.
 */
export function* published(spec: Spec, random: Random): Generator<string> {
  yield onRequests(spec);
  // No paragraph stands in a report twice.
  for (let round = 1; ; round++)
    for (const paragraph of random.shuffle(others(spec, random)))
      yield round === 1 ? paragraph : `${paragraph.slice(0, -1)}，由第${round}工作组具体负责。`;
}

/** Short ones, and with four times as many figures as reports have. */
export function* dense({ unit, year }: Spec, random: Random): Generator<string> {
  for (;;) yield* prose(unit, year, random.fork(), long).overview;
}

const long = { preamble: false, headed: false, around: false, signed: false, length: 'long' } as const;

function onRequests({ year, unit: { self }, values: { requests } }: Spec): string {
  const figure = (row: string): string => requests.cells.get(cellKey(row, 'total'))?.normal ?? '若干';
  return (
    `依申请公开工作规范开展。${year}年，${self}共收到政府信息公开申请${figure('received')}件，上年结转${figure('carriedIn')}件，结转下年度继续办理${figure('carriedOut')}件。` +
    '收到申请后当日登记、及时分办，需要征求第三方意见的，书面征求意见后再作答复；内容不明确的，一次性告知补正，并做好与申请人的沟通解释，答复文书统一格式、统一审核。'
  );
}

const others = ({ year, unit: { self } }: Spec, random: Random): string[] => {
  const n = (most: number): string => String(random.int(2, most));
  return [
    `${year}年，${self}坚持以习近平新时代中国特色社会主义思想为指导，认真落实上级关于政务公开工作的决策部署，严格执行《中华人民共和国政府信息公开条例》，把公开透明作为工作的基本要求，紧紧围绕中心任务和群众关切，不断拓展公开的广度和深度，各项工作平稳有序推进，较好地保障了公众的知情权、参与权、表达权和监督权。`,
    `主动公开方面，及时更新机构职能、领导分工、规划计划、财政预决算、行政执法等栏目内容，做到应公开尽公开。全年通过门户网站发布信息${n(3000)}条，政务新媒体发布信息${n(2000)}条，内容涵盖工作动态、通知公告、政策文件和重点领域信息，未发生信息泄露事件。`,
    `政策解读方面，全年发布解读材料${n(60)}篇，坚持政策文件与解读材料同步组织、同步审签、同步发布，综合运用图文、问答、短视频等形式，说明政策出台的背景、主要内容和办理流程，让群众看得懂、用得上；对涉及面广、关注度高的文件，由主要负责人带头解读，及时回应社会关切，稳定市场预期。`,
    `平台建设方面，对照检查指标对门户网站栏目进行全面梳理，优化检索功能，规范信息格式，完善无障碍浏览，清理长期不更新的栏目${n(9)}个，整改错别字和失效链接；政务微信公众号坚持每个工作日更新，便民服务入口由二级页面调整到首页，方便群众查询和使用。`,
    `信息管理方面，严格落实公文公开属性源头认定制度，拟稿时同步明确主动公开、依申请公开或者不予公开，不予公开的说明理由；坚持先审查、后公开，分级审核、先审后发，对拟公开的内容逐级审签，妥善处理公开与保密的关系，对${year - 3}年以来公开的${n(200)}份文件开展评估，需要调整的及时调整。`,
    `监督保障方面，成立由主要负责人任组长的工作领导小组，明确分管领导、责任科室和专职人员，将政务公开纳入年度绩效考核；组织业务培训${n(6)}期，参训${n(300)}人次，通过集中学习、案例剖析、交流研讨等方式，提高工作人员的业务能力和法治意识。`,
    '重点领域信息公开方面，围绕优化营商环境、稳岗就业、社会救助、食品药品安全、义务教育、医疗卫生、生态环境等领域，细化公开事项、内容、时限、方式和责任主体，编制公开事项目录，推动公开向基层延伸，方便企业群众就近获取所需信息。',
    `决策公开方面，重大行政决策事项在决定前通过网站、座谈会、听证会等形式听取社会公众意见，意见征集期限不少于30日，征集结束后及时公开采纳情况和不采纳的理由；邀请利益相关方、公众代表、专家、媒体列席有关会议${n(5)}次，提高决策的科学性和透明度。`,
    `回应关切方面，全年办理网上留言${n(400)}条，健全政务舆情收集、研判、处置和回应机制，认真办理群众来信来访，做到件件有落实、事事有回音；加强与宣传、网信等部门的沟通协调，主动发布权威信息，用事实说话，防止不实信息误导公众，营造良好的社会氛围。`,
    '基层政务公开方面，依托便民服务中心设置公开专区，配备查询电脑、资料架和自助终端，安排专人引导，提供政策咨询、信息查询和申请代办服务；在村（社区）公示栏及时张贴涉及群众切身利益的事项，打通服务群众的最后一公里。',
  ];
};

import type { Random } from './random';
import type { Unit } from './units';

/**
 * The running text of a report, one paragraph an entry. It is written for this test and holds what may lead a reader
 * astray: figures at line ends, dates, numbered lists, words that are also labels of the tables.
 */
export interface Prose {
  readonly preamble: readonly string[];
  readonly overview: readonly string[];
  /** In front of and behind the table of sections 2, 3 and 4. */
  readonly before: Readonly<Record<2 | 3 | 4, readonly string[]>>;
  readonly after: Readonly<Record<2 | 3 | 4, readonly string[]>>;
  readonly problems: readonly string[];
  readonly further: readonly string[];
  readonly closing: readonly string[];
}

export interface ProseStyle {
  readonly preamble: boolean;
  /** Sub-headings on lines of their own. */
  readonly headed: boolean;
  /** Sentences around the tables. */
  readonly around: boolean;
  /** Unit and date at the end. */
  readonly signed: boolean;
  readonly length: 'short' | 'long';
}

const ordinals = ['一', '二', '三', '四', '五', '六'];

function paragraphs(
  random: Random,
  headed: boolean,
  topics: readonly (readonly [title: string, sentences: readonly string[]])[],
): string[] {
  return topics.flatMap(([title, sentences], at) => {
    const heading = `（${ordinals[at]}）${title}`;
    const text = sentences.join('');
    return headed ? [heading, text] : [random.chance(0.7) ? `${heading}。${text}` : `${heading}：${text}`];
  });
}

export function prose(unit: Unit, year: number, random: Random, style: ProseStyle): Prose {
  const { self, name } = unit;
  const some = (sentences: string[]): string[] => {
    const shuffled = random.shuffle(sentences);
    if (style.length === 'short') return shuffled.slice(0, 1);
    // A sentence that was left without its full stop ends the paragraph.
    const open = shuffled.filter((sentence) => !sentence.endsWith('。'));
    return [...shuffled.filter((sentence) => sentence.endsWith('。')), ...open];
  };
  const n = (most: number): string => String(random.int(1, most));
  const blank = random.chance(0.5) ? ' ' : '';
  const figure = (most: number): string => `${blank}${n(most)}${blank}`;

  const opening = random.pick([
    `${year}年，${self}坚持以公开促落实、促规范、促服务，认真执行《中华人民共和国政府信息公开条例》，各项任务按时完成。`,
    `${year}${blank}年，按照上级部署，${self}扎实推进政府信息公开各项工作，现将有关情况报告如下。`,
    `一年来，${self}把政府信息公开作为联系群众的重要窗口，工作有序开展。`,
  ]);
  const topics: [string, string[]][] = [
    [
      random.pick(['主动公开', '主动公开情况', '主动公开方面']),
      some([
        `全年通过门户网站发布各类信息${figure(6000)}条，其中概况类${figure(40)}条、动态类${figure(900)}条。`,
        `制作政策解读${figure(50)}篇，召开新闻发布会${figure(12)}场，浏览量突破${figure(90)}万次。`,
        `${year}年1月至12月，网站总访问量为 ${n(900000)}`,
        `行政许可、行政处罚等信息自作出决定之日起 7 个工作日内上网公开，公开率100%。`,
      ]),
    ],
    [
      random.pick(['依申请公开', '依申请公开情况', '依申请公开办理']),
      some([
        `严格规范受理、审查、征求意见、答复、归档各环节，全部申请均在法定期限内办理。`,
        `接听咨询电话${figure(300)}个，当面解答${figure(60)}人次。`,
        `对内容不明确的，一次性告知补正；对属于行政查询事项的，告知办理途径。`,
        `其中网上提交的占${n(99)}.${n(9)}%，信函提交的占${n(99)}%。`,
      ]),
    ],
    [
      random.pick(['政府信息管理', '政府信息管理情况']),
      some([
        `建立公文制发时同步确定公开属性的机制，清理历年文件${figure(400)}件。`,
        `落实“先审查、后公开”和“一事一审”，全年未发生失泄密事件。`,
        `主要做法有三：1.明确专人；2.定期检查；3.动态更新。`,
      ]),
    ],
    [
      random.pick(['平台建设', '政府信息公开平台建设', '公开平台建设']),
      some([
        `改版门户网站专栏，新增“一老一小”等专题${figure(6)}个，政务微信订阅数 ${n(90000)}`,
        `12345热线办理工单${figure(3000)}件，回访满意率 98.${n(9)}%。`,
        `在服务大厅设置查阅点 ${n(9)} 处，配备电脑、打印机等设备。`,
      ]),
    ],
    [
      random.pick(['监督保障', '监督保障情况']),
      some([
        `将政务公开纳入年度考核，分值权重不低于4%，全年培训${figure(9)}次、${n(400)}人次。`,
        `开展社会评议，满意和基本满意率为 9${n(9)}%；未发生责任追究情形。`,
        `截至${year}年12月31日，共整改问题${figure(30)}个。`,
      ]),
    ],
  ];
  const overview = [...(random.chance(0.8) ? [opening] : []), ...paragraphs(random, style.headed, topics)];
  if (style.length === 'long' && random.chance(0.5)) {
    overview.push(
      random.pick([
        `（1）统筹推进重点领域公开；（2）规范公开目录；（3）做好政策解读。`,
        `一是加强组织领导。由分管领导牵头，办公室具体负责。`,
        `1.强化统筹。召开专题会议 ${n(6)} 次`,
      ]),
    );
  }

  const parts = [
    '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。',
    `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
    `如有疑问，请与${name}联系（地址：文华路${n(300)}号，邮编：${random.int(100000, 899999)}，电话：0${random.int(310, 899)}-${random.int(2000000, 8999999)}）。`,
    '报告电子版可以在门户网站的“政府信息公开”专栏下载。',
  ];
  const basis = random.pick([
    '根据《中华人民共和国政府信息公开条例》第五十条规定，编制本报告。',
    `依据《中华人民共和国政府信息公开条例》（国务院令第711号）和国务院办公厅有关格式的要求，${name}编制了本年度报告。`,
  ]);
  const preamble = style.preamble
    ? random.chance(0.5)
      ? [basis + random.some(parts, 0.6).join('')]
      : [basis, ...random.some(parts, 0.6)]
    : [];

  const around = (sentences: string[]): string[] => (style.around && random.chance(0.6) ? [random.pick(sentences)] : []);
  const before = {
    2: around([`${year}年主动公开政府信息情况见下表。`, `根据统计，${self}有关数据如下：`]),
    3: around([`${year}年收到和处理政府信息公开申请情况统计如下：`, '具体办理情况详见下表。']),
    4: around(['有关情况如下。', `${year}年行政复议、行政诉讼情况见下表：`]),
  };
  const after = {
    2: around(['注：以上数据由各业务科室提供。', '说明：行政许可、行政处罚和行政强制的数量均以作出决定的日期为准。']),
    3: around(['注：同一申请人就同一内容多次提交的，按规定合并计算。', '以上数据截至年底。']),
    4: around(['注：数据含下属单位。']),
  };

  const problems = random.pick([
    () => [
      `对照新形势新要求，还存在一些问题：一是公开的主动性有待提高；二是政策解读形式较为单一；三是基层人员流动较快，全年调整 ${n(9)} 人`,
      `下一步，${self}将着力改进：一是加强学习培训，每年不少于2次；二是丰富解读形式，图解占比提高到30%以上；三是配强工作力量。`,
    ],
    () =>
      paragraphs(random, style.headed, [
        ['存在的主要问题', ['个别栏目更新不及时，部分信息分类不够准确，公众参与度还不高。']],
        ['改进情况', [`围绕上年提出的${figure(5)}项问题逐项整改，已全部完成；${year + 1}年将继续健全长效机制，拓展公开渠道。`]],
      ]),
    () => [
      '主要问题：',
      '1.公开内容与群众期待还有差距。',
      '2.业务能力有待加强。',
      '改进措施：',
      `1.细化公开目录，新增事项 ${n(40)} 项`,
      '2.组织业务培训，提高答复质量。',
    ],
  ])();

  const fee = random.pick([
    `${year}年，${self}未收取政府信息公开信息处理费。`,
    `按照《政府信息公开信息处理费管理办法》，${year}年度共收取信息处理费${blank}${n(90)}0${blank}元。`,
    `本年度发出收费通知0件，信息处理费收取总金额为0元。`,
  ]);
  const further =
    year >= 2021
      ? [fee, ...random.some(['其他无需要报告的事项。', `人大代表建议和政协提案办结${figure(30)}件，全部按时答复。`], 0.3)]
      : [random.pick(['无。', '无', '（无）', '本年度没有其他需要报告的事项。', fee])];
  const closing = style.signed ? [name, `${year + 1}年1月${random.int(5, 31)}日`] : [];
  return { preamble, overview, before, after, problems, further, closing };
}

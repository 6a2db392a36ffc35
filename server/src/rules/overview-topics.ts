import { behind, insertion, styleOf } from '../editing/place';
import { editionFor } from '../editing/skeletons';
import { isWritten } from '../reading/signature';
import { chineseNumber } from '../reading/text';
import { formatOf } from './naming';
import { ALL_EDITIONS, NOTICE, rule } from './rule';
import { bracketsOf, proseOf } from './text';
import { wanted } from './wanted';

export const overviewTopics = rule({
  id: 'overview-topics',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '总体情况缺少应写的方面', en: 'Overview lacks a topic' },
  explanation: {
    zh: '“一、总体情况”要写五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。不要求用小标题，正文写到即可。2019、2020 年度的格式没有明文要求，只作提示。',
    en: 'Section 一 speaks of five topics: proactive disclosure, disclosure on request, information management, platforms, supervision and support; sub-headings are not required. For 2019 and 2020 they are customary: information only.',
  },
  basis: NOTICE,
  needs: [1],
  fix: 'suggestion',
  options: {
    also: {
      kind: 'words',
      example: '基层政务公开',
      about: {
        zh: '本地另外要求写到的内容：每个词都要在“一”里出现。',
        en: 'What is asked for locally: each of these words is to stand in section 一.',
      },
    },
  },
  *check({ report, own }) {
    const section = report.sections.find(({ number }) => number === 1);
    const official = formatOf(report).sections.find(({ number }) => number === 1);
    if (!section || !official || !isWritten(report, section)) return;
    const { text } = proseOf(report).section(1);
    if (text === '') return;
    yield* wanted(section, official.label.text, text, own.also);
    const lacking = (official.topics ?? []).filter((_, i) => !isSpokenOf(i, text)).map((label) => nameOf(label.text));
    if (lacking.length === 0) return;
    yield {
      range: section.heading.range,
      message: {
        zh: `“${official.label.text}”没有写到${lacking.map((name) => `“${name}”`).join('')}，共缺 ${lacking.length} 个方面。请补写；没有发生的，也写明情况。`,
        en: `Section “${official.label.text}” does not speak of ${lacking.map((name) => `“${name}”`).join(', ')} (${lacking.length} of 5 topics). Add them; where nothing happened, say so.`,
      },
      ...(formatOf(report).id === '2019' ? { severity: 'information' as const } : {}),
      data: { section: 1 },
    };
  },
  *fixes({ data }, { report }, options) {
    // What the settings ask for, only the writer can tell.
    if (data.expected !== undefined) return;
    const section = report.sections.find(({ number }) => number === 1);
    const last = section?.text.at(-1);
    const topics = editionFor(report).sections.find(({ number }) => number === 1)?.topics;
    if (!last || !topics) return;
    const prose = proseOf(report);
    const { text } = prose.section(1);
    const numbers = text.match(SUB_NUMBER);
    const highest = Math.max(0, ...(numbers ?? []).map((written) => chineseNumber(written.replace(/[^一-龥]/g, '')) ?? 0));
    const { half, full } = bracketsOf(numbers?.join('') ?? prose.text);
    const headings = topics
      .filter((_topic, i) => !isSpokenOf(i, text))
      .map((label, i) => (highest === 0 ? label.text : `（${'一二三四五六七八九十'[highest + i]}）${nameOf(label.text)}情况`))
      .map((heading) => (half.length > full.length ? heading.replace('（', '(').replace('）', ')') : heading));
    if (headings.length === 0 || highest + headings.length > 10) return;
    const style = styleOf(report, options);
    const apart = style.blankBehind && !style.page;
    const lines = headings.flatMap((heading, i) => (i > 0 && apart ? ['', style.paragraph(heading)] : [style.paragraph(heading)]));
    yield {
      title: {
        zh: `补上小标题${headings.map((h) => `“${h}”`).join('')}`,
        en: `Insert the sub-headings ${headings.map((h) => `“${h}”`).join(', ')}`,
      },
      edits: [insertion(report, behind(report, last, style), lines, style, { before: apart, behind: style.blankBefore && !style.page })],
      preferred: true,
    };
  },
});

/** （二）依申请公开情况 → 依申请公开. */
const nameOf = (heading: string): string => heading.replace(/^（.）/, '').replace(/情况$/, '');

/** Whether a text speaks of a topic. Nearly all do in the usual words, which are found soonest. */
const isSpokenOf = (topic: number, text: string): boolean => text.includes(usual[topic]!) || otherwise[topic]!.test(text);

/** In the order of the topics. */
const usual = ['主动公开', '依申请', '政府信息管理', '平台', '监督保障'] as const;

/** What else tells that a topic is spoken of: as wide as writers put it. */
const otherwise: readonly RegExp[] = [
  /(?:公开|发布|公布)[^。；\n]{0,16}(?:信息|条|件|目录|内容)|政策解读|信息公开|[)）](?:公开主动|信息发布)/,
  /依法申请|申请公开|公开申请|公开的申请|申请人|申请办理|(?:信息|公开)[^。，；,;\n]{0,6}申请|申请[^。，；,;\n]{0,6}(?:公开|信息)|(?:收到|接收)[^。，；,;\n]{0,8}申请|(?:受理|办理|答复|办结)[^。，；,;\n]{0,6}申请[^。，；,;\n]{0,4}件/,
  /信息(?:资源)?[^。，；,;\n]{0,8}管理|三审|发布[^。，；,;\n]{0,6}(?:把关|流程|制度)|规范性文件|公开属性|审查|审核|目录|清理|归档|档案|台账|梳理|更新|动态调整|属性认定|标准化|规范化/,
  /网站|门户|新媒体|公众号|微信|微博|专栏|专区|栏目|公报|查阅[点场室中]|公开栏|公示栏|电子屏|载体|渠道|[Aa][Pp][Pp]|客户端|两微一端/,
  /监督(?!管理|权)|考核|考评|评议|评估|追究|追责|问责|培训|组织领导|领导小组|分管|专人|队伍|督查|督办|督导|检查|抽查|自查|(?:组织|制度|机制|技术|人员|经费|人才|力量|工作)保障|组织机构|责任落实|落实责任|[一二三四五六七八九十][)）](?:加强|强化)?监督管理(?:工作|情况|方面)?[。：:\n]|保障(?:措施|机制|监督|情况|方面|体系|工作|到位)/,
];

/** The numbers that open paragraphs: （二）. */
const SUB_NUMBER = /(?:^|\n)\s{0,4}[（(][一二三四五六七八九十]{1,2}[）)]/g;

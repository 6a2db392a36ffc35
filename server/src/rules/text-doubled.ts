import type { Range, Report } from '../reading/report';
import { MASK, skipBlank, skipBlankBack } from '../reading/text';
import { ALL_EDITIONS, rule } from './rule';
import { isHan, type Prose, proseOf } from './text';

export const textDoubled = rule({
  id: 'text-doubled',
  severity: 'information',
  editions: ALL_EDITIONS,
  title: { zh: '词语或段落重复', en: 'Doubled word or paragraph' },
  explanation: {
    zh: '“资金资金”“可通过可以通过”一类重复，多是改稿时留下的。“一步一步”“各级各类”等固定说法不算。同一部分里一字不差出现两次的段落，多是粘贴时重复了。',
    en: 'Doubled words such as 资金资金 or 可通过可以通过 are mostly left over from editing. Set phrases such as 一步一步 are none. A paragraph that stands twice in a section, word for word, was mostly pasted twice.',
  },
  fix: 'suggestion',
  *check({ report, options }) {
    const prose = proseOf(report);
    const { text } = prose;
    const words = new Set(options?.words);
    const unit = report.title?.unit?.name ?? '';
    for (const { from, to, length } of doublings(text)) {
      const written = text.slice(from, to);
      // What the unit's own name has is right.
      if (words.has(text.slice(from, from + length)) || words.has(written) || unit.includes(written)) continue;
      yield {
        range: prose.range(from, to),
        message: {
          zh: `“${written}”重复。请删去多余的部分。`,
          en: `“${written}” is doubled. Delete what is too much.`,
        },
      };
    }
    for (const { range, head } of paragraphsTwice(report, prose)) {
      yield {
        range,
        message: {
          zh: `“${head}……”这一段在本部分前面已经有了，一字不差。请删去一处。`,
          en: `The paragraph “${head}…” stands in this section before, word for word. Delete one of them.`,
        },
      };
    }
  },
  *fixes({ range: { start, end } }, { report }) {
    const written = report.text.slice(start, end);
    if (written.length >= MIN_PARAGRAPH) {
      const range = wholeLines(report, { start, end });
      if (range)
        yield {
          title: { zh: '删去重复的这一段', en: 'Delete the paragraph that stands twice' },
          edits: [{ range, text: '' }],
          preferred: true,
        };
      return;
    }
    const own = /^[我本](.)\1$/.test(written) ? { from: 0, to: 3, length: 2 } : undefined;
    const found = own ?? [...doublings(written)][0];
    // Markup or a line break between the two: what goes with it, the writer sees best.
    if (found?.from !== 0 || found.to !== written.length) return;
    const kept = written.endsWith('可以通过') ? '可以通过' : written.slice(0, found.length);
    yield {
      title: { zh: `只留一个“${kept}”`, en: `Keep one “${kept}”` },
      edits: [{ range: { start, end }, text: kept }],
      preferred: true,
    };
  },
});

/** A shorter paragraph is an item of a list, a heading or a set phrase. */
const MIN_PARAGRAPH = 20;
/** One that does not stand right behind the first may be of another matter. */
const MIN_APART = 30;
/** A shorter paragraph may say what the next one is about. */
const MAX_LEAD = 16;
/** How much of a paragraph stands for it in a message. */
const HEAD = 10;
/** What a whole paragraph ends with. */
const ENDS = '。！；';
/** Notes may stand under every table, and the same remedy under several problems. */
const NOTE = /^[（(]?(?:备?注|说明|附|整改|改进|措施|问题|下一步)/;

/** Paragraphs that stand twice in one copy of a section: that a section stands twice is told as that. */
function paragraphsTwice(
  { sections }: Report,
  { text, paragraphs, range: rangeOf }: Prose,
): { readonly range: Range; readonly head: string }[] {
  const found: { readonly range: Range; readonly head: string }[] = [];
  /** Where a paragraph stands, by what few others share: its length and a character at either end. */
  const seen = new Map<number, number>();
  let section: number | undefined = 0;
  let isLed = false;
  let above = -1;
  for (const paragraph of paragraphs) {
    const from = skipBlank(text, paragraph.from, paragraph.to);
    if (from >= paragraph.to) continue;
    // Under leads of their own two lines may say the same: 局长信箱, 市长信箱.
    const wasLed = isLed;
    const before = above;
    above = from;
    isLed = paragraph.to - from < MAX_LEAD;
    if (paragraph.section !== section) seen.clear();
    section = paragraph.section;
    if (paragraph.to - from < MIN_PARAGRAPH) continue;
    const to = skipBlankBack(text, from, paragraph.to);
    if (to - from < MIN_PARAGRAPH || !ENDS.includes(text[to - 1]!)) continue;
    const sign = (to - from) * 0x100000000 + text.charCodeAt(from) * 0x10000 + text.charCodeAt(to - 2);
    const first = seen.get(sign);
    if (first === undefined) seen.set(sign, from);
    const isNext = first === before;
    if (first === undefined || (!isNext && (wasLed || to - from < MIN_APART)) || !text.startsWith(text.slice(from, to), first)) continue;
    const head = text.slice(from, from + HEAD);
    if (!NOTE.test(head)) found.push({ range: rangeOf(from, to), head });
  }
  if (found.length === 0) return found;
  const numbers = new Set<number | undefined>();
  const copies = sections.filter(({ number }) => number !== undefined && (numbers.has(number) || !numbers.add(number)));
  return found.filter(({ range }) => !copies.some(({ body }) => body.start <= range.start && range.end <= body.end));
}

/** The lines of a paragraph, with an element p around it, if nothing else stands in them. */
function wholeLines({ text, masked }: Report, { start, end }: Range): Range | undefined {
  const from = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const feed = /\r\n|\n|\r/g;
  feed.lastIndex = end;
  const ends = feed.exec(text);
  const before = /^\s*(<p(?:\s[^<>]*)?>\s*)?$/.exec(text.slice(from, start));
  const after = /^\s*(<\/p>\s*)?$/.exec(text.slice(end, ends?.index ?? text.length));
  if (!before || !after || Boolean(before[1]) !== Boolean(after[1]) || masked.slice(start, end).includes(MASK)) return undefined;
  let to = feed.lastIndex || text.length;
  // One blank line is enough between those around it.
  if (/(?:^|[\r\n])[ \t\u3000]*[\r\n]+$/.test(text.slice(Math.max(0, from - HEAD), from)))
    to += /^\s*[\r\n]|$/.exec(text.slice(to, to + MAX_BLANK))![0].length;
  return { start: from, end: to };
}
const MAX_BLANK = 40;

interface Doubling {
  readonly from: number;
  readonly to: number;
  /** Of the word that is doubled. */
  readonly length: number;
}

const LONGEST = 8;
/** Doubled nearly, and the one particle that never stands twice but in 的的确确. */
const NEARS = /可以?通过可以?通过|的的(?!确)/g;
/** 我局局, its last character doubled; 我局局长 and 我局局主要领导 are right. */
const OWN =
  /[我本](?:([局厅镇乡])\1|([委办县市区])\2(?=[，。、；]))(?=[，。、；]|主动|认真|严格|高度重视|积极|坚持|始终|共|按照|根据|紧紧|紧扣|通过|不断|进一步|没有|未|还|均)/g;

/** By character, where it stood last, counted from the first text that was ever searched: never cleared, so that a short text costs little. */
const stood = new Int32Array(0x10000).fill(-LONGEST - 1);
let counted = 0;

/** Words that stand twice in a row, in the order of the text; one that stands three times is one doubling. */
function doublings(text: string): Doubling[] {
  const found: Doubling[] = [];
  if (counted > 0x3fffffff) {
    stood.fill(-LONGEST - 1);
    counted = 0;
  }
  const base = counted;
  counted += text.length + LONGEST + 1;
  let behind = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isHan(code)) continue;
    const length = base + i - stood[code]!;
    stood[code] = base + i;
    if (length < 2 || length > LONGEST || i < behind || text.charCodeAt(i + 1) !== text.charCodeAt(i + 1 - length)) continue;
    let from = i - length;
    while (from > behind && isHan(text.charCodeAt(from - 1)) && text.charCodeAt(from - 1) === text.charCodeAt(from - 1 + length)) from--;
    let end = i + 1;
    while (end < text.length && isHan(text.charCodeAt(end)) && text.charCodeAt(end) === text.charCodeAt(end - length)) end++;
    if (end - from < 2 * length) continue;
    const to = end - ((end - from) % length);
    behind = end;
    if (!isUsual(text, from, to, length)) found.push({ from, to, length });
  }
  for (const match of text.matchAll(NEARS))
    found.push({ from: match.index, to: match.index + match[0].length, length: match[0].length >> 1 });
  for (const match of text.matchAll(OWN)) found.push({ from: match.index, to: match.index + match[0].length, length: 2 });
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter((one, i) => i === 0 || one.from >= found[i - 1]!.to);
}

/** Words that end one compound and begin the next. */
const JOINTS = new Set(
  (
    '公开 管理 服务 监督 执法 审查 备案 评估 培训 考核 工作 信息 活动 研究 讨论 学习 政府 行政 申请 会议 文件 网站 平台 专栏 案件 人员 中心 业务 处理 部门 项目 ' +
    '制度 机制 政策 系统 安全 教育 医疗 环境 市场 领导 组织 单位 数据 规划 建设 发展 保障 宣传 文化 社会 公共 经济 目录 指南 栏目 热线 工程 企业 农村 投诉 许可 满意 小组 居民 村民'
  ).split(' '),
);

/** What stands before 城 in the names of cities. */
const CALLED_CHENG = new Set('盐运聊晋白宣应项禹邹韩丰海凤兴诸塔');
/** 门户网站网站发布: nothing of a site, and what is done on one. */
const SAID_OF_SITE = /发布|公布|主动|及时/;

/** 一步一步, 三三两两, 公开公开栏, 吉林吉林市: twice, and right. */
function isUsual(text: string, from: number, to: number, length: number): boolean {
  const word = text.slice(from, from + length);
  if (/^[一逐很越层各每又再边随]|^(.)\1+$|^[一二三四五六七八九十百千万零〇两]+$/.test(word)) return true;
  if (length > 2) return false;
  const next = text[to] ?? '';
  if (/[市州县区省镇乡村]/.test(next)) return true;
  // 盐城市城市管理局: a city that is called so.
  if (word === '城市' && CALLED_CHENG.has(text[from - 1] ?? '')) return true;
  if (word === '网站' ? SAID_OF_SITE.test(text.slice(to, to + 2)) : word === '公开' && text.startsWith('工作', to)) return false;
  // 县人民政府政府信息公开指南, 政务公开公开栏: the second one belongs to what follows.
  return JOINTS.has(word) && isHan(next.charCodeAt(0)) && !/[的了和及与等是在将]/.test(next);
}

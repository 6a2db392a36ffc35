import { ALL_EDITIONS, rule } from './rule';
import { isHan, proseOf } from './text';

export const textDoubled = rule({
  id: 'text-doubled',
  severity: 'information',
  editions: ALL_EDITIONS,
  title: { zh: '词语重复', en: 'Doubled word' },
  explanation: {
    zh: '“资金资金”“可通过可以通过”一类重复，多是改稿时留下的。“一步一步”“各级各类”等固定说法不算。',
    en: 'Doubled words such as 资金资金 or 可通过可以通过 are mostly left over from editing. Set phrases such as 一步一步 are none.',
  },
  fix: 'suggestion',
  *check({ report, options }) {
    const prose = proseOf(report);
    const { text } = prose;
    const words = new Set(options?.words);
    for (const { from, to, length } of doublings(text)) {
      if (words.has(text.slice(from, from + length)) || words.has(text.slice(from, to))) continue;
      yield {
        range: prose.range(from, to),
        message: {
          zh: `“${text.slice(from, to)}”重复。请删去多余的部分。`,
          en: `“${text.slice(from, to)}” is doubled. Delete what is too much.`,
        },
      };
    }
  },
  *fixes({ range: { start, end } }, { report }) {
    const written = report.text.slice(start, end);
    const found = [...doublings(written)][0];
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

interface Doubling {
  readonly from: number;
  readonly to: number;
  /** Of the word that is doubled. */
  readonly length: number;
}

const LONGEST = 8;
/** Doubled nearly, and the one particle that never stands twice but in 的的确确. */
const NEARS = /可以?通过可以?通过|的的(?!确)/g;

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
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter((one, i) => i === 0 || one.from >= found[i - 1]!.to);
}

/** Words that end one compound and begin the next. */
const JOINTS = new Set(
  (
    '公开 管理 服务 监督 执法 审查 备案 评估 培训 考核 工作 信息 活动 研究 讨论 学习 政府 行政 申请 会议 文件 网站 平台 专栏 案件 人员 中心 业务 处理 部门 项目 ' +
    '制度 机制 政策 系统 安全 教育 医疗 环境 市场 领导 组织 单位 数据 规划 建设 发展 保障 宣传 文化 社会 公共 经济 目录 指南 栏目 热线'
  ).split(' '),
);

/** 一步一步, 三三两两, 公开公开栏, 吉林吉林市: twice, and right. */
function isUsual(text: string, from: number, to: number, length: number): boolean {
  const word = text.slice(from, from + length);
  if (/^[一逐很越层各每又再边随]|^(.)\1+$|^[一二三四五六七八九十百千万零〇两]+$/.test(word)) return true;
  if (length > 2) return false;
  const next = text[to] ?? '';
  if (/[市州县区省镇乡村]/.test(next)) return true;
  // 县人民政府政府信息公开指南, 政务公开公开栏: the second one belongs to what follows.
  return JOINTS.has(word) && isHan(next.charCodeAt(0)) && !/[的了和及与等是在将]/.test(next);
}

import type { Bilingual } from '../editions';
import places from '../editions/places.json';
import { dayAtEnd } from './dates';
import { ALL_EDITIONS, rule } from './rule';
import { type Prose, proseOf, sentenceEnd, sentenceStart } from './text';

export const unitName = rule({
  id: 'unit-name',
  severity: 'information',
  editions: ALL_EDITIONS,
  title: { zh: '单位名称与标题不一致', en: 'Unit name differs from the title' },
  explanation: {
    zh: '正文里的单位名称应与标题一致。形近、音近的字（泌阳、沁阳），以及沿用别处稿子时留下的别的单位名称（正文里的、“本报告由……编制”里的、落款的），最容易漏看。只在几乎可以肯定时提示。',
    en: 'Characters that look or sound alike (泌阳, 沁阳) and the name of another unit, left over from a borrowed draft in its sentences or its signature, are easily overlooked. Said only where it is nearly sure.',
  },
  needs: ['unit'],
  fix: 'none',
  *check({ report, options }) {
    const unit = report.unit?.replace(/\s/g, '');
    if (!unit || unit.length < 4 || unit.length > 40) return;
    const prose = proseOf(report);
    const { text } = prose;
    const words = new Set(options?.words);
    const said = new Set<number>();
    for (const { from, to, why, isOwn } of [...strangers(text, unit), ...others(prose, unit)]) {
      const name = text.slice(from, to);
      if (said.has(from) || words.has(name) || (!isOwn && speaksOfOthers(text, from, to))) continue;
      said.add(from);
      yield {
        range: prose.range(from, to),
        message: { zh: `“${name}”${why.zh}。请核对。`, en: `“${name}” ${why.en}. Check it.` },
        data: { actual: name, expected: unit },
      };
    }
  },
});

/** A name that is nearly the unit's, or that of a like unit elsewhere. */
interface Stranger {
  readonly from: number;
  readonly to: number;
  readonly why: Bilingual;
  /** Only the unit itself can stand there. */
  readonly isOwn?: true;
}

function* strangers(text: string, unit: string): Generator<Stranger> {
  for (const [from, to] of doubledNames(text, unit)) {
    yield { from, to, why: slip(unit), isOwn: true };
  }
  for (const from of nearNames(text, unit)) {
    yield { from, to: from + unit.length, why: slip(unit) };
  }
  const [own, rest] = placeOf(unit) ?? [];
  if (!own || !rest || rest.length < 2) return;
  const why = elsewhere(unit);
  for (let at = text.indexOf(rest); at >= 0; at = text.indexOf(rest, at + rest.length)) {
    const other = placeBefore(text, at);
    if (other === undefined || other === own) continue;
    const from = at - other.length;
    const [province = ''] = PROVINCE.exec(text.slice(Math.max(0, from - MAX_PROVINCE), from)) ?? [];
    if (/^$|[\n。；，,：:年日》（(]/.test(text[from - province.length - 1] ?? '')) yield { from, to: at + rest.length, why };
  }
}

const elsewhere = (unit: string): Bilingual => ({
  zh: `是外地单位，标题里是“${unit}”`,
  en: `is a unit of another place; the title says “${unit}”`,
});
const PROVINCE = /(?:黑龙江|[一-龥]{2})省$|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区$/;
const MAX_PROVINCE = 8;

const NAME = '[一-龥（）]{3,30}?(?:局|政府|委员会|办公[室厅]|厅|中心|街道|办事处)';
/** Sentences that say whose report it is. */
const WHOSE = new RegExp(
  `现(?:将|公布|发布|向社会公布)+《?(${NAME})(?=\\d{4}年度?(?:政府|政务)?信息公开)|本(?:年度)?报告(?:由|系|是)(${NAME})(?=编制|负责|组织|[根依]据|[按依]照)|请(?:与|联系|致电)(${NAME})(?=(?:办公室)?(?:联系|咨询|[（(]))`,
  'g',
);
/** What a unit says of itself at the beginning of a sentence: 2023年，禾丰县林业局坚持. */
const ITSELF = new RegExp(
  `(?<=^|[。\\n])(?:20\\d\\d年度?[，,]?)?(${NAME})(?=坚持|高度重视|认真|严格|紧[紧扣]|深入|扎实|积极|全面|持续|切实|不断|以习近平|在[^，。\\n]{2,24}领导下|[依根]据|[按依]照|主动公开|共?收到|无其他)`,
  'g',
);
/** They stand at its beginning; what signs it, at its end. */
const MAX_HEAD = 1500;
const MAX_SIGNED = 4;
const MAX_LINE = 60;
const SIGNED = new RegExp(`^${NAME}$`);

/** Names of another unit where the report says whose it is, and where it is signed: in front of its date. */
function others({ text, paragraphs }: Prose, unit: string): Stranger[] {
  const found: Stranger[] = [];
  const add = (from: number, name: string, isOwn?: true): void => {
    // 某某县 is for the rule on placeholders.
    if (name.includes('某') || MANY.test(name)) return;
    const why = ofAnotherPlace(name, unit)
      ? elsewhere(unit)
      : ofAnotherOrgan(name, unit)
        ? another(unit)
        : isSlip(name, unit)
          ? slip(unit)
          : undefined;
    if (why) found.push({ from, to: from + name.length, why, ...(isOwn ? { isOwn } : {}) });
  };
  for (const match of text.slice(0, MAX_HEAD).matchAll(WHOSE)) {
    const name = match[1] ?? match[2] ?? match[3]!;
    add(match.index + match[0].lastIndexOf(name), name, true);
  }
  for (const match of text.matchAll(ITSELF)) add(match.index + match[0].length - match[1]!.length, match[1]!);
  const last = paragraphs.slice(-MAX_SIGNED).filter(({ section }) => section !== 0);
  const lines = last.map(({ from, to }) => text.slice(from, Math.min(to, from + MAX_LINE)).trimEnd());
  lines.forEach((line, i) => {
    const signed = line.slice(0, dayAtEnd(line)?.from);
    const name = signed.trim();
    const isDated = signed !== line || dayAtEnd(lines[i + 1]?.trimStart() ?? '')?.from === 0;
    if (isDated && SIGNED.test(name)) add(last[i]!.from + line.indexOf(name), name);
  });
  return found;
}

/** Units of a kind, and what is no name: 各乡镇人民政府, 本报告由. */
const MANY = /^[本我该]|各|乡镇|镇街|街镇|属|级/;
const slip = (unit: string): Bilingual => ({
  zh: `与标题里的“${unit}”只差一两个字`,
  en: `differs from “${unit}” in the title by a character or two`,
});
/** Whether one character of a name is another one; of its level it may be that of a superior. */
function isSlip(name: string, unit: string): boolean {
  const differing = [...name].flatMap((c, i) => (c === unit[i] ? [] : [c + unit[i]!]));
  return name.length === unit.length && differing.length === 1 && !/[省市县区州盟旗镇乡]/.test(differing[0]!);
}

const another = (unit: string): Bilingual => ({ zh: `是另一个单位，标题里是“${unit}”`, en: `is another unit; the title says “${unit}”` });

const LEVEL = /(?:自治区|地区|街道|[省市州盟县区旗镇乡])$/;
/** What divides the places of a name: 合肥市, 蜀山区. */
const DIVIDES = /自治区|自治州|总局|[省市县区旗盟]/;
/** Zones have names of many kinds. */
const ZONE = /开发|经开|高新|园|新$|度假|保税|示范|合作|工业|自治/;
/** Behind the part of a name that differs its place may go on by so much: 乡县. */
const MAX_LEVEL = 3;

/** The last place of a name, which ends at `cut` or right behind it, its rank from province to town, and the name behind it. */
function lastPlace(name: string, cut: number): { core: string; rank: number; rest: string } | undefined {
  for (let end = cut; end <= cut + MAX_LEVEL; end++) {
    const level = LEVEL.exec(name.slice(0, end))?.[0];
    const core =
      level &&
      name
        .slice(0, end - level.length)
        .split(DIVIDES)
        .at(-1)!;
    if (core && core.length > 1) return ZONE.test(core) ? undefined : { core, rank: rankOf(core, level), rest: name.slice(end) };
  }
  return undefined;
}

function rankOf(core: string, level: string): number {
  if (/^(?:省|自治区)$/.test(level) || /^(?:北京|天津|上海|重庆)$/.test(core)) return 0;
  if (/^(?:州|盟|地区)$/.test(level) || (level === '市' && names.get('市')!.has(core))) return 1;
  return /[镇乡道]$/.test(level) ? 3 : 2;
}

/** Whether two names differ by their place alone, and that is another one of the same rank: a superior may sign. */
function ofAnotherPlace(written: string, title: string): boolean {
  const [name, unit] = [written, title].map((whole) => whole.replace(/(?<=政府)办公[室厅]$/, '')) as [string, string];
  let same = 0;
  while (same < Math.min(name.length, unit.length) && name.at(-1 - same) === unit.at(-1 - same)) same++;
  const [one, other] = [lastPlace(name, name.length - same), lastPlace(unit, unit.length - same)];
  if (!one || !other || one.rest !== other.rest || one.rest.length < 3 || one.rank !== other.rank) return false;
  return !unit.includes(one.core) && !name.includes(other.core);
}

/** Departments that are never one; others share a house and a seal. Each is known by its first character. */
const ORGANS =
  /教育|公安|民政|司法|财政|人力资源|交通|水[利务]|农业|卫生|审计|统计|应急|税务|气象|医疗保障|退役军人|生态环境|市场监督|住房/g;
const DEPARTMENT = /(?:局|委员会)$/;

/** Whether two names of the same place are those of departments that are never one. */
function ofAnotherOrgan(name: string, unit: string): boolean {
  if (!DEPARTMENT.test(name) || !DEPARTMENT.test(unit)) return false;
  let same = 0;
  while (same < name.length && name[same] === unit[same]) same++;
  const organs = [name, unit].map((whole) => (whole.slice(same).match(ORGANS) ?? []).map((organ) => organ[0]!));
  const [one, other] = organs as [string[], string[]];
  return LEVEL.test(unit.slice(0, same)) && one.length > 0 && other.length > 0 && !one.some((organ) => other.includes(organ));
}

const KINDS = ['市', '州', '地区', '盟'] as const;
const names = new Map(KINDS.map((kind) => [kind, new Set(places[kind].split(' '))]));
/** The longest name of a prefecture, without what follows it. */
const LONGEST = 6;

/** The prefecture that a unit is of, and its name behind that: 大庆市, 公安局. A province may stand before it. */
function placeOf(unit: string): [place: string, rest: string] | undefined {
  const behind = /^[^省区]{2,3}省|^[^区]{2,6}自治区/.exec(unit)?.[0].length ?? 0;
  for (const kind of KINDS) {
    const end = unit.indexOf(kind, behind + 2);
    if (end > 0 && end - behind <= LONGEST && names.get(kind)!.has(unit.slice(behind, end)))
      return [unit.slice(behind, end + kind.length), unit.slice(end + kind.length)];
  }
  return undefined;
}

/** The name of a prefecture that ends before an offset. */
function placeBefore(text: string, at: number): string | undefined {
  const kind = KINDS.find((ending) => text.endsWith(ending, at));
  if (!kind) return undefined;
  const end = at - kind.length;
  for (let length = 2; length <= LONGEST; length++) {
    const name = text.slice(Math.max(0, end - length), end);
    if (names.get(kind)!.has(name)) return name + kind;
  }
  return undefined;
}

/** Characters that are taken for one another, in groups: by their looks, and by their sound. */
const ALIKE =
  '泌沁 亳毫 睢雎 莱菜 荥荣 莘辛 栗票 冷泠 澧沣 浔浚 汨泪 隰湿 濮璞 滕藤腾 沭沐 泗四 淮准 堰偃 荔茘 己已巳 岷泯 郎朗 鄂鄙 兖衮 渑绳 淅浙 潢璜 陟涉 襄壤 舞午 鄢焉 郴彬 岚岗 圻析 禹萬 蓝篮 祁祈 ' +
  '河和合荷何 阳杨扬羊 林临琳 陵岭凌灵 清青卿 城成诚 安岸 平坪萍 泉全 溪西 湖胡 洲州 源元原 川穿 东冬 龙隆 宁凝 康抗杭航 建健键 山珊 江疆 福富 丰风 金今 玉育 武五 正政整攻 局居具 府付 委位 厅听 较教 ' +
  '潍维 坊房防 司思 源远 然燃 财才 审沈 统同 商上 卫为 利力 务物 监坚 管官 税说 村材 农浓 急级 障章 保报 计记 设没 划化 环还 输轮 水永 员园 气汽 住驻 旅族 市巿';
const alike = new Map<string, Set<string>>();
for (const group of ALIKE.split(' ')) for (const one of group) alike.set(one, new Set([...(alike.get(one) ?? []), ...group]));

/** Where names stand that are as long as a name and differ from it by one or two characters that are taken for one another, or change places. */
function* nearNames(text: string, unit: string): Generator<number> {
  const half = Math.max(2, Math.min(4, unit.length >> 1));
  for (const [part, shift] of [
    [unit.slice(-half), unit.length - half],
    [unit.slice(0, half), 0],
  ] as const) {
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
      if (isNear(text, at - shift, unit)) yield at - shift;
    }
  }
}

/** Where a name stands with one or two of its characters twice: 禾丰县县林业局. */
function* doubledNames(text: string, unit: string): Generator<[from: number, to: number]> {
  const half = unit.length >> 1;
  for (const [part, isTail] of [
    [unit.slice(-half), true],
    [unit.slice(0, half), false],
  ] as const) {
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
      for (const more of [1, 2]) {
        const to = isTail ? at + half : at + unit.length + more;
        const from = to - unit.length - more;
        if (from >= 0 && isDoubled(text.slice(from, to), unit, more)) yield [from, to];
      }
    }
  }
}

function isDoubled(name: string, unit: string, more: number): boolean {
  let same = 0;
  while (same < unit.length && name[same] === unit[same]) same++;
  if (same < more || name.slice(same + more) !== unit.slice(same)) return false;
  return name.slice(same, same + more) === unit.slice(same - more, same);
}

function isNear(text: string, from: number, unit: string): boolean {
  if (from < 0 || from + unit.length > text.length) return false;
  const differences: number[] = [];
  for (let i = 0; i < unit.length; i++) {
    if (text[from + i] === unit[i]) continue;
    differences.push(i);
    if (differences.length > 2) return false;
  }
  const [first, second] = differences;
  if (first === undefined) return false;
  const confused = (i: number): boolean => alike.get(unit[i]!)?.has(text[from + i]!) === true;
  if (second === undefined) return confused(first);
  const swapped = second === first + 1 && text[from + first] === unit[second] && text[from + second] === unit[first];
  // 泌阳县 and 沁阳市.
  const level = (i: number): boolean => /[市县区旗]/.test(unit[i]!) && /[市县区旗]/.test(text[from + i]!);
  return swapped || (confused(first) && (confused(second) || level(second)));
}

const OTHERS =
  /学习|考察|调研|对口|支援|帮扶|协作|合作|签订|签署|座谈|借鉴|参观|跨省|跨市|移送|转办|管辖|申请人|原告|被告|诉|交流|区别|并非|原名|更名|合并|先进|经验|做法|兄弟/;
const BESIDE = /[与和同及、向赴]$/;

/** Whether the sentence speaks of what another unit does. */
function speaksOfOthers(text: string, from: number, to: number): boolean {
  const start = sentenceStart(text, from, 80);
  if (OTHERS.test(text.slice(start, sentenceEnd(text, to, 80)))) return true;
  return BESIDE.test(text.slice(start, from)) || /^(?:等|、|和|与|联合|来)/.test(text.slice(to, to + 2));
}

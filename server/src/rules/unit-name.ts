import type { Bilingual } from '../editions';
import places from '../editions/places.json';
import { ALL_EDITIONS, rule } from './rule';
import { proseOf, sentenceEnd, sentenceStart } from './text';

export const unitName = rule({
  id: 'unit-name',
  severity: 'information',
  editions: ALL_EDITIONS,
  title: { zh: '单位名称与标题不一致', en: 'Unit name differs from the title' },
  explanation: {
    zh: '正文里的单位名称应与标题一致。形近、音近的字（泌阳、沁阳），以及沿用别处稿子时留下的外地单位名称，最容易漏看。只在几乎可以肯定时提示。',
    en: 'Characters that look or sound alike (泌阳, 沁阳) and the unit of another place, left over from a borrowed draft, are easily overlooked. Said only where it is nearly sure.',
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
    for (const { from, to, why } of strangers(text, unit)) {
      const name = text.slice(from, to);
      if (said.has(from) || words.has(name) || speaksOfOthers(text, from, to)) continue;
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
}

function* strangers(text: string, unit: string): Generator<Stranger> {
  for (const from of nearNames(text, unit)) {
    const why = {
      zh: `与标题里的“${unit}”只差一两个相近的字`,
      en: `differs from “${unit}” in the title by a character or two that look or sound alike`,
    };
    yield { from, to: from + unit.length, why };
  }
  const [own, rest] = placeOf(unit) ?? [];
  if (!own || !rest || rest.length < 2) return;
  const why = { zh: `是外地单位，标题里是“${unit}”`, en: `is a unit of another place; the title says “${unit}”` };
  for (let at = text.indexOf(rest); at >= 0; at = text.indexOf(rest, at + rest.length)) {
    const other = placeBefore(text, at);
    if (other === undefined || other === own || !/^$|[\n。；，,：:年日》（(]/.test(text[at - other.length - 1] ?? '')) continue;
    yield { from: at - other.length, to: at + rest.length, why };
  }
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
  '河和合荷 阳杨扬羊 林临琳 陵岭凌灵 清青卿 城成诚 安岸 平坪萍 泉全 溪西 湖胡 洲州 源元原 川穿 东冬 龙隆 宁凝 康抗 建健 山珊 江疆 福富 丰风 金今 玉育 武五 正政整 局居 府付 委位 厅听 较教 ' +
  '司思 源远 然燃 财才 审沈 统同 商上 卫为';
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

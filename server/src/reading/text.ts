/**
 * Folding: every UTF-16 unit of a draft to one unit, so that offsets survive. Full width becomes half width, Kangxi and
 * radical characters their common forms, the stroke 丶 the comma 、, all blanks U+0020; invisible characters and masked markup fold to nothing.
 */

/** Stands for markup in a masked text, unit for unit. */
export const MASK = '\uffff';
export const MASK_CODE = 0xffff;
const NOTHING = 0;
/** The stroke 丶, which input methods offer before the comma 、. */
const DOT = 0x4e36;
const BLANK = 0x20;

/** CJK Radicals Supplement and the few Kangxi radicals whose compatibility form is not what they stand for. */
const RADICALS =
  '⺁厂⺄乙⺅亻⺆冂⺊卜⺌小⺍小⺎兀⺏尢⺐尢⺑尢⺒巳⺓幺⺔彐⺕彐⺖忄⺗心⺘扌⺙攵⺛无⺜日⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爪⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟' +
  '⺱网⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞' +
  '⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟⼾户⾭青⿈黄⾒见⾔言⾞车⾧长⾨门⾴页⾵风⾶飞⾺马⿂鱼⿃鸟⿆麦⿑齐⿒齿⿓龙⿔龟⾙贝⼂、';
const radicals = new Map<number, number>();
for (let i = 0; i < RADICALS.length; i += 2) radicals.set(RADICALS.charCodeAt(i), RADICALS.charCodeAt(i + 1));

/** From a character of ASCII to its form of full width. */
export const FULL_WIDTH = 0xfee0;

/** Folds one UTF-16 unit; 0 where it stands for nothing. */
export function fold(code: number): number {
  if (code > 0x20 && code < 0x7f) return code;
  if (code >= 0x4e00 && code <= 0x9fff) return code === DOT ? 0x3001 : code;
  if (code <= 0x20) return BLANK;
  if (code >= 0xff01 && code <= 0xff5e) return code - FULL_WIDTH;
  if (code < SIGNS_FROM || code >= SIGNS_TO) return foldRare(code);
  const known = signs[code - SIGNS_FROM]!;
  if (known !== 0xffff) return known;
  signs[code - SIGNS_FROM] = foldRare(code);
  return signs[code - SIGNS_FROM]!;
}

/** What signs, radicals and the punctuation of Chinese fold to, filled in when first met. */
const SIGNS_FROM = 0x2000;
const SIGNS_TO = 0x3100;
const signs = new Uint16Array(SIGNS_TO - SIGNS_FROM).fill(0xffff);

function foldRare(code: number): number {
  if (
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0x85 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  )
    return BLANK;
  if (code === 0xffff || code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff) return NOTHING;
  if (code === 0x2028 || code === 0x2029) return BLANK;
  if (code >= 0x2e80 && code <= 0x2fdf) {
    const known = radicals.get(code);
    return known ?? (code >= 0x2f00 ? String.fromCharCode(code).normalize('NFKC').charCodeAt(0) : code);
  }
  if (code >= 0xf900 && code <= 0xfaff) {
    const common = String.fromCharCode(code).normalize('NFKC');
    return common.length === 1 ? common.charCodeAt(0) : code;
  }
  // The circle of 二○二三年.
  if (code === 0x25cb || code === 0x25ef) return 0x3007;
  if (code === 0x2212 || code === 0x2010 || code === 0x2011) return 0x2d;
  if (code === 0x7f) return BLANK;
  return code;
}

/** Whether a unit is a blank or stands for nothing. */
export function isSpace(code: number): boolean {
  if (code > 0x20 && code < 0x7f) return false;
  if (code >= 0x4e00 && code <= 0x9fff) return false;
  return fold(code) <= BLANK;
}

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Letters, digits and ideographs: what labels are compared by. Punctuation, brackets and quotes differ too much in the wild. */
function isWord(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    isDigit(code) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x3005 ||
    code === 0x3007 ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xa000 && code < 0xfe00) ||
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7)
  );
}

/** The folded text of a range without blanks, punctuation, brackets and quotes: `3.危及“三安全一稳定”` → `3危及三安全一稳定`. */
export function key(text: string, start = 0, end = text.length): string {
  let out = '';
  let from = start;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff && code !== DOT) continue;
    const folded = fold(code);
    if (folded === code && isWord(code)) continue;
    if (from < i) out += text.slice(from, i);
    if (folded !== code && isWord(folded)) out += String.fromCharCode(folded);
    from = i + 1;
  }
  return from === start ? text.slice(start, end) : out + text.slice(from, end);
}

/** The folded text of a range, blanks kept as U+0020 but none at the ends, invisible characters left out. */
export function plain(text: string, start: number, end: number): string {
  let out = '';
  let from = start;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const folded = fold(code);
    if (folded === code) continue;
    out += text.slice(from, i);
    if (folded !== NOTHING) out += String.fromCharCode(folded);
    from = i + 1;
  }
  return (from === start ? text.slice(start, end) : out + text.slice(from, end)).trim();
}

/** The offset behind the `length`-th unit of the key. */
export function endOfKey(text: string, start: number, end: number, length: number): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    if (key(text, i, i + 1) !== '') count++;
    if (count === length) return i + 1;
  }
  return end;
}

/** Whether a range holds more than `limit` units that are not masked markup. */
export function isLongerThan(text: string, start: number, end: number, limit: number): boolean {
  if (end - start <= limit) return false;
  let count = 0;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) !== MASK_CODE && ++count > limit) return true;
  return false;
}

/** The offset behind the first `limit` units that are not masked markup; `end` where there are fewer. */
export function headOf(text: string, start: number, end: number, limit: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) !== MASK_CODE && ++count >= limit) return i + 1;
  return end;
}

/** The first offset in `start..end` that is no blank; `end` where there is none. */
export function skipBlank(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** The offset behind the last unit in `start..end` that is no blank; `start` where there is none. */
export function skipBlankBack(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}

const CHINESE_DIGITS = '零一二三四五六七八九';

/** 一 … 九十九 as a number; `undefined` where the text is no such numeral. */
export function chineseNumber(text: string): number | undefined {
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (!match || text === '' || (match[1] !== '' && match[2] === '' && match[3] !== '')) return undefined;
  const digit = (c: string | undefined): number => (c ? CHINESE_DIGITS.indexOf(c) : 0);
  return match[2] ? (digit(match[1]) || 1) * 10 + digit(match[3]) : digit(match[1]) + digit(match[3]);
}

/** Levenshtein distance where it is at most `limit`, else `limit + 1`. Linear in the length for a fixed limit. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (a.length === 0 || b.length === 0) return Math.max(a.length, b.length);
  let previous = new Array<number>(b.length + 1);
  let current = new Array<number>(b.length + 1);
  for (let j = 0; j <= b.length; j++) previous[j] = j <= limit ? j : limit + 1;
  for (let i = 1; i <= a.length; i++) {
    current.fill(limit + 1);
    if (i <= limit) current[0] = i;
    let best = limit + 1;
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const substituted = previous[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      const value = Math.min(substituted, previous[j]! + 1, current[j - 1]! + 1);
      current[j] = value;
      if (value < best) best = value;
    }
    if (best > limit) return limit + 1;
    [previous, current] = [current, previous];
  }
  return Math.min(previous[b.length]!, limit + 1);
}

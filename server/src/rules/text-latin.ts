import { ALL_EDITIONS, rule } from './rule';
import { isHan, isQuoted, proseOf } from './text';

export const textLatin = rule({
  id: 'text-latin',
  severity: 'information',
  editions: ALL_EDITIONS,
  title: { zh: '中文里混入外文词', en: 'Stray Latin word' },
  explanation: {
    zh: '识别、翻译或复制时，“和”会变成 and 之类。APP、IP、OA、H5 等缩写，网址、邮箱、账号、单位符号不算；确实要用的词可以在设置里列出。',
    en: 'Recognition or copying may turn 和 into “and”. Abbreviations, addresses, accounts and units are left alone; words that are meant can be listed in the settings.',
  },
  fix: 'none',
  *check({ report, options }) {
    const prose = proseOf(report);
    const { text } = prose;
    const allowed = new Set(options?.words?.map((word) => word.toLowerCase()));
    for (const match of text.matchAll(WORD)) {
      const [word] = match;
      const from = match.index;
      const to = from + word.length;
      const lower = word.toLowerCase();
      const stray = FUNCTION_WORDS.has(lower)
        ? word !== word.toUpperCase()
        : word === lower && !USUAL.has(lower) && !PLACEHOLDER.test(word);
      if (!stray || allowed.has(lower) || !isAmongHan(text, from, to) || isQuoted(text, from)) continue;
      yield {
        range: prose.range(from, to),
        message: {
          zh: `“${word}”像是误入的外文词。请改成中文或删去。`,
          en: `“${word}” looks like a stray word. Write it in Chinese or delete it.`,
        },
      };
    }
  },
});

const WORD = /(?<![A-Za-z0-9@./:_&%+#*\\'-])[A-Za-z]{2,20}(?![A-Za-z0-9@./:_&%+#*\\'-])/g;
const FUNCTION_WORDS = new Set('and or the of in to for with is are by on at from this that as be not but'.split(' '));
/** placeholder tells it. */
const PLACEHOLDER = /^x+$/;
/** What is written small in Chinese as well. */
const USUAL = new Set(
  'app ip oa pc ai id vs wifi wi fi http https www com cn gov net org email mail web wap html htm xml json pdf ofd doc docx word xls xlsx excel ppt pptx wps txt rtf csv jpg jpeg png gif bmp tif mp avi mov zip rar logo vlog blog icp km kg mg cm mm ml kw kwh hm mu nm mpa pm kb mb gb tb ppm ok iphone ipad ios weibo weixin wechat douyin qq tv cctv dna etc bot cpu gpu usb vpn gis gps led lng lpg pos'.split(
    ' ',
  ),
);

/** Whether Chinese stands on both sides, blanks apart, or what is counted behind: an account in brackets, or behind a colon, is none of this. */
function isAmongHan(text: string, from: number, to: number): boolean {
  let before = from - 1;
  while (before >= 0 && from - before < 4 && text[before] === ' ') before--;
  let behind = to;
  while (behind < text.length && behind - to < 4 && text[behind] === ' ') behind++;
  // 公众号 linyeju: an account.
  return (
    isHan(text.charCodeAt(before)) &&
    !/[号名户为]/.test(text[before]!) &&
    (isHan(text.charCodeAt(behind)) || /^(?:[，。；、]|\d{1,6}\s?[件条个次份场篇])/.test(text.slice(behind, behind + 9)))
  );
}

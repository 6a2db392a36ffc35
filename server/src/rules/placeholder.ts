import { stripNumbering } from '../reading/labels';
import type { Range, Report } from '../reading/report';
import { key } from '../reading/text';
import { formatOf } from './naming';
import { ALL_EDITIONS, rule } from './rule';
import { isQuoted, isSentence, proseOf } from './text';

export const placeholder = rule({
  id: 'placeholder',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '模板文字没有替换', en: 'Text of a template left in' },
  explanation: {
    zh: '××、XX、____、待填、（单位名称）、（文字描述）、“该部分以表格形式报告”等是模板里的占位文字，应换成本单位的内容，或者删去。只有提纲小标题、没有内容的部分也在此列。',
    en: 'Marks such as ××, XX, ____, 待填, （单位名称）, （文字描述） or “该部分以表格形式报告” come from a template. Put in the content or delete them. A section with nothing but the sub-headings of its outline is reported here, too.',
  },
  fix: 'none',
  options: {
    also: {
      kind: 'words',
      example: '某某局',
      about: {
        zh: '本单位模板里的其他占位文字。',
        en: 'Other marks of the templates in use.',
      },
    },
  },
  *check({ report, options, own }) {
    const prose = proseOf(report);
    const { text } = prose;
    const words = options?.words ?? [];
    const message = (written: string) => ({
      zh: `“${written}”是模板里的占位文字。请换成实际内容，或者删去。`,
      en: `“${written}” is text of a template. Put in the content or delete it.`,
    });
    const title = report.title?.unit;
    const inTitle = title && /[×✕]{2,}|(?<![A-Za-z])[XxＸ]{2,}(?![A-Za-z])/.exec(title.name)?.[0];
    if (inTitle) yield { range: title.range, message: message(inTitle) };
    if (report.title) {
      const { start, end } = report.title.range;
      for (const match of report.masked.slice(start, end).matchAll(IN_TITLE)) {
        const at = start + match.index;
        yield { range: { start: at, end: at + match[0].length }, message: message(match[0]) };
      }
    }
    // What a template says of how its headings are set: （黑体三号）.
    for (const { heading } of report.sections) {
      const { start, end } = heading.range;
      const written = end - start > MAX_TOPIC ? '' : report.masked.slice(start, end);
      for (const { index, 0: said } of written.matchAll(TEMPLATE))
        yield { range: { start: start + index, end: start + index + said.length }, message: message(said) };
    }
    for (const { number, text: lines } of report.sections) {
      const section = formatOf(report).sections.find((official) => official.number === number);
      const topics = section?.topics?.map((topic) => topicKey(topic.text));
      const [first] = lines;
      if (!section || !topics || !first || !lines.every((line) => topics.includes(topicOf(report, line)))) continue;
      const name = section.label.text;
      yield {
        range: first,
        message: {
          zh: `“${name}”只有小标题，没有内容。请补写。`,
          en: `“${name}” has sub-headings but no text. Write it.`,
        },
        data: { section: section.number },
      };
    }
    // In the sections of the tables what is no sentence is not read with the text: （该部分以表格形式报告）.
    for (const { number, text: lines } of report.sections) {
      if (number === undefined || number < 2 || number > 4) continue;
      for (const line of lines) {
        const written = line.end - line.start > MAX_TOPIC ? '' : report.masked.slice(line.start, line.end);
        const [said] = written.includes('部分') && !isSentence(report.masked, line) ? (written.match(TEMPLATE) ?? []) : [];
        if (!said) continue;
        const at = line.start + written.indexOf(said);
        yield { range: { start: at, end: at + said.length }, message: message(said) };
      }
    }
    for (const pattern of SIGN.test(text) ? [SIGNS, TEMPLATE, TO_COME] : [TEMPLATE, TO_COME])
      for (const { index, 0: written } of text.matchAll(pattern)) {
        const behind = index + written.length;
        const isKnown = (word: string): boolean => word.length >= written.length && text.startsWith(word, index);
        if (words.some(isKnown) || own.also.some(isKnown) || (ANONYMOUS.test(written) && isMeant(text, index, behind))) continue;
        yield { range: prose.range(index, behind), message: message(written) };
      }
    for (const { index, 0: written } of text.matchAll(NO_NUMBER))
      yield {
        range: prose.range(index, index + written.length),
        message: { zh: `“${written}”缺数。请填上，或者删去。`, en: `“${written}” lacks its number. Write it or delete this.` },
      };
    for (const { from, to } of starsForFigures(text)) yield { range: prose.range(from, to), message: message(text.slice(from, to)) };
    for (const word of new Set(own.also)) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
        yield { range: prose.range(at, at + word.length), message: message(word) };
    }
  },
});

/** A sub-heading of the outline, without its number and marks, and with or without 情况. */
const topicKey = (text: string): string => stripNumbering(key(text)).replace(/情况$/, '');
/** Far longer than a sub-heading with its marks. */
const MAX_TOPIC = 60;
const topicOf = ({ masked }: Report, { start, end }: Range): string => (end - start > MAX_TOPIC ? '' : topicKey(masked.slice(start, end)));

/** What stands in a standard title for the unit and the year. */
const IN_TITLE = /[（(【[]?单位(?:全称|名称)[）)】\]]?|[YyＹ]{4}(?=\s?年)/g;

/** Signs for what is to be filled in, and the characters that these are made of. ○○ is no year, 第×条 no count. */
const SIGNS =
  /[YＹ]{4}(?=\s?年)|[XＸ×✕]{2,5}[-—][XＸ×✕]{4,8}|[XxＸ×✕]{1,2}月[XxＸ×✕]{1,2}日|[×✕]{2,18}|(?<![A-Za-z0-9@./:_*-])[XＸ]{2,8}(?![A-Za-z0-9@./_-])|(?<![A-Za-z0-9@./:_-])x{2,8}(?=\s?[\u4e00-\u9fff）)])|(?<=[\u4e00-\u9fff]\s?)(?<!第\s?|每.{0,2})(?:[×✕XＸxNn_#]|[?？]{1,3}|□{1,6})(?=\s?[件条次份场篇][，。；、）\n])|[×✕](?=[县市区局镇乡]|\s?年)(?<!第.)|(?<!\d)20(?:[XxＸ×]{2}|__|[12][XxＸ×_])(?=\s?年)|_{3,40}|＿{2,40}|__(?=\s?[件条个次元份场篇年月日])|(?<![一二三四五六七八九十百千零\d])[○〇]{2,8}(?![一二三四五六七八九十\d])|※{2,8}/g;
const SIGN = /[YＹ×✕XＸx_＿○〇※Nn#?？□]/;
const TEMPLATE =
  /[（(【[{｛](?:单位(?:名称|全称)|(?:机关|部门)名称|文字描述|具体内容|数字|(?:数据|数字)?待(?:补充?|填[写报]?|核[实对定]?|定|确认|统计|更新)|需更新|此处[^）)】\]\n]{0,24}|请(?:填写|补充|在此|根据)[^）)】\]\n]{0,24}|填写[^）)】\]\n]{0,24}|填(?:数字?|数据|数量)|请各?[^）)】\]\n]{0,6}(?:[科股处]室?|单位|部门)[^）)】\]\n]{0,8}(?:补充|填[写报]|提供|核[实对]|确认|更新)|(?:去年|上年|旧|暂)[^）)】\]\n]{0,12}[需待须](?:更新|修改|替换|核[实对]|补充)|[^（()）\n]{0,12}(?:[宋黑楷]体|仿宋|加粗|号字)[^（()）\n]{0,12})[）)】\]}｝]|【\s{0,4}】(?=\s?[件条个次份场篇年月日局县市区])|[（(](?:数据?|数量|几)[）)](?=\s?[件条次份场篇])|[（(]\s{0,6}[）)](?=\s?[件条次份场篇][，。；、\n])|[（(](?<=(?:^|[\n:：])[（(])略[）)](?=[。\n])|某某(?=(?:[省市县区镇乡局厅]|街道)(?!.{0,30}[诉案]))(?<![赵钱孙李周吴郑王冯陈张刘杨黄朱徐胡何高林]某某)|[该本此]部分(?:内容)?[以用](?:表格|文字)[^。）)\n]{0,8}(?:报告|填报|描述|说明|反映)/g;
/** What is counted, without its number: 主动公开信息  条; a day that is still to come, a telephone that is not named. */
const NO_NUMBER =
  /(?:信息|文件|申请|会议|培训|公开|发布|受理|收到|答复|办结|处罚|许可|解读|举办|召开|回应|制发|印发|建议|提案|新收|诉讼|复议)[ \u3000\u00a0]{1,8}[件条次份场篇](?=[，。；、）\n])|(?:20\d\d)?\s?年[ \u3000\u00a0]{1,8}月[ \u3000\u00a0]{1,8}日|(?<![\d\u4e00-\u9fff])20[ \u3000\u00a0]{2,8}年|(?:电话|传真|邮编|邮政编码)[:：]\s{0,4}(?=[，。；）)])/g;
/**
 * What is still to come, where a figure or a text should stand: alone between marks or behind a blank, or before what is counted. 有待补充 is a sentence, 待补件 a
 * state. The rare character first, for it is what is looked for.
 */
const TO_COME =
  /待(?<=(?:^|[：:。；;\n…— \u3000])待)(?:补充?|填[写报]?|核[实对定]?|定|确认|统计)(?=[。；;\n])|待(?<![有尚亟正需仍均已]待)(?:(?:填[写报]?|核实|确认|统计)(?=件[，。；、）\n])|(?:补充?|填[写报]?|核实?|确认|统计)(?=[条项个次份篇场][，。；、）\n]))/g;

const STARS = /\*{2,8}/g;
/** Asterisks before what is counted, and nothing more: no emphasis begins so. */
const COUNTED = /^\s?(?:人?次|件|条|项|个|份|篇|场|万?元)[，。；、）\n]/;

/** Asterisks in the place of figures; those that open and close an emphasis are none. */
function* starsForFigures(text: string): Iterable<{ readonly from: number; readonly to: number }> {
  let lineEnd = -1;
  let open = false;
  for (const { index: from, 0: stars } of text.matchAll(STARS)) {
    if (from > lineEnd) {
      open = false;
      lineEnd = text.indexOf('\n', from);
    }
    const to = from + stars.length;
    if (!open && from > 0 && text[from - 1] !== '\n' && COUNTED.test(text.slice(to, to + 4))) yield { from, to };
    else open = !open;
  }
}

const ANONYMOUS = /^[×✕XxＸ]+$/;
const MAX_NAME = 2;

/** 《××办事指南》, “××一件事”, 政务公开+XX: one for all of its kind. Before a place or a year it is to be filled in. */
function isMeant(text: string, from: number, to: number): boolean {
  if (/[+＋]/.test(text[from - 1] ?? '')) return true;
  return isQuoted(text, from) && !TO_FILL.test(text.slice(to, to + 3)) ? true : isHidden(text, from, to);
}
const TO_FILL = /^\s?(?:[件条次份场篇年月日省市县区局镇乡委厅]|街道|单位|部门|办公)/;

/** 张××诉县政府, 139××××1234: a name that is not given, a number that is masked. */
function isHidden(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 1), from);
  const after = text.slice(to, to + 2);
  if (/^[诉等与、]|^(?:不服|一案|案)/.test(after) || /[某诉]/.test(before)) return true;
  if (/^\s?[件条个次元份场篇年月日省市县区局镇乡委办厅]/.test(after)) return false;
  return /[\dA-Z-]/.test(before) || /^\d/.test(after) || (to - from <= MAX_NAME && SURNAME.test(before));
}

/** The commonest, without those that words end with. */
const SURNAME =
  /[赵钱孙李周吴郑王冯陈褚蒋沈韩杨朱秦许何吕张曹魏谢邹苏潘范彭鲁袁唐薛罗郝傅邓宋黄萧尹姚邵汪戴熊董梁杜贾郭徐蔡田胡刘叶孟侯谭廖]/;

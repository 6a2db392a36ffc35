import { isPageArtefact, isText, type Line } from './lines';
import type { Range, Title } from './report';
import { endOfKey, isLongerThan, isSpace, key, plain } from './text';

/** The end of every report's title, however it is worded; the year may stand behind it, and how far the draft has come. */
const STAGE = '(?:草案|(?:草|初|征求意见|讨论|送审|审议|审定|审核|报批|修改|修订|代拟|定|终)稿)';
const SUBJECT = '(?:(?:政府|政务)信息(?:与政务)?|政务|信息)公开';
const TITLE_END = new RegExp(
  `${SUBJECT}(?:工作)?的?(?:((?:19|20)\\d{2})年)?(?:年?度)?(?:工作)?(?:报告|年报)(?:((?:19|20)\\d{2})年?度?)?${STAGE}?$`,
);
/** The same in words of the writer's own, or with a slip in them: of a file whose sections tell that it is a report. */
const LOOSE_END = new RegExp(`${SUBJECT}.{0,8}(?:报告|年报)${STAGE}?$`);
const STAGE_AT_END = new RegExp(`${STAGE}$`);
/** What a page says behind a title: （文字版）, (2024-01-31). */
const REMARK_AT_END = /[（(][^（()）]+[)）]$/;
/** A unit that stands behind a title in brackets, or behind the year that stands there in brackets. */
const NAME = '[^（()）\\s\\d，。、；：]{2,38}(?:政府|局|委|委员会|办|办公室|厅|院|街道|办事处|公署|行署|中心|支队|大队)';
const UNIT_AT_END = new RegExp(`(?:[（(](${NAME})[)）]|(?<=[)）])\\s{0,4}(${NAME}))$`);
const IS_NAME = new RegExp(`^${NAME}$`);
/** The end of a file's name, the name of a site, or what makes it a notice: of a file whose sections tell that it is a report, for others list such names. */
const NAME_AT_END = /(?:\.(?:docx?|wps|pdf|html?|txt)|的(?:公告|公示|通告)|\s*[-_–—][^-_–—（()）\d]+)$/i;
/** What a page says before it: 【年报】. */
const REMARK = /^【[^【】]{1,10}】\s*/;
const MAX_REMARK = 20;
/** What a title stands behind where the report is sent with another paper, 附件1：, or a page says what it is: 标题： */
const ATTACHED =
  /^(?:附\s{0,4}件\s{0,4}[\d一二三四五六七八九十]{0,2}\s{0,4}[:：.．、]?|(?:[-+•·]\s{0,4})?(?:标\s{0,4}题|名\s{0,4}称)(?:\s{0,4}[:：]\s{0,4}\|?|\t|\s{0,4}\|))\s*/;
/** No year of two: 2022-2023年. */
const YEAR = /(?:(?<!\d)((?:19|20)\d{2})(?!\d)|([二三][〇零oO0一二三四五六七八九]{3}))年?度?/;
/** What stands before the unit: 关于, or the year where it comes again behind the unit. */
const LEAD = /^(?:关于|((?:19|20)\d{2})年?度?(?=\D+\1年?度?$))?/;
/** Notices, guides and templates speak of reports in the same words; so do those of a part of the year. */
const NOT_A_TITLE = /半年|季度|通知|解读|模板|样式|编制(?:说明|格式|要求|指南|工作)|格式|关于(?:做好|印发|发布|报送|公布|开展|进一步)/;
/** A list item, or a line of code, a path or a sentence. */
const NOT_A_LINE = /^(?:[-+*]\s|\d+[.、)）])|[。，；：、,;:>={}"'|→]/;
/** In brackets a unit names others that it is as well: 办公室（外事办、大数据局）. */
const isNoLine = (written: string): boolean => NOT_A_LINE.test(written.replace(/[（(][^（()）。]{1,40}[)）]/g, ''));
/** A county whose name is one character: 寿县. */
const SHORT_UNIT = /^[^我本全各该县]县$/;
/** A line above a title that is part of a page, no unit. */
const NOT_A_UNIT = /公开|首页|附件|目录|索引|报告|\d/;
/** How many lines of text a title may be away from the top. */
const MAX_TITLE_LINE = 40;
const MAX_TITLE = 80;
/** How many lines the parts of a title that stands further down may be apart. */
const MAX_TITLE_GAP = 8;
/** How far from its end a title says 报告 or 年报. */
const MAX_TAIL = 16;
const MAX_UNIT = 40;

interface Parts {
  readonly unit?: Range;
  readonly year?: Range & { readonly number: number };
}

/**
 * The title among the lines before `until`: on one line, or with the unit, the year or both on the lines around it. Of
 * several the fullest. `alone`: the file has no section; then a list of reports must not be taken for one.
 * `wide`: its sections tell that it is a report; then 政务公开 or 信息公开 may stand for 政府信息公开.
 */
export function findTitle(text: string, lines: readonly Line[], until: number, alone: boolean, wide: boolean): Title | undefined {
  const near: Line[] = [];
  for (let i = 0; i < until && near.length < MAX_TITLE_LINE; i++) {
    const line = lines[i]!;
    if (line.start < line.end && !line.fenced && isText(line) && !isPageArtefact(text, line)) near.push(line);
  }
  const titles = near.flatMap((line, i) => {
    if (isAttached(text, line)) return [];
    const above = near.slice(Math.max(0, i - 3), i).reverse();
    const next = near[i + 1];
    const title =
      titleOf(text, line, above, near.slice(i + 1, i + 3), wide) ??
      (next && brokenTitle(text, line, next, above, near.slice(i + 2, i + 4)));
    return title ? [title] : [];
  });
  // A notice lists the reports that come with it in the same words.
  if (titles.length === 0 && !alone) {
    for (const line of near) {
      const title = isAttached(text, line) && titleOf(text, behindNumber(text, line), [], [], wide);
      if (title) titles.push(title);
    }
  }
  const fullness = ({ unit, year }: Title): number => (unit ? 1 : 0) + (year ? 1 : 0);
  const best = titles.reduce<Title | undefined>((found, title) => (found && fullness(found) >= fullness(title) ? found : title), undefined);
  if (alone && (!best?.year || titles.some((title) => title !== best && title.year))) return undefined;
  return best;
}

/** What the line of a title ends in, marks of emphasis and of headings behind it included. */
const ENDS_TITLE = new Set([...'告报稿案年度*#_|）)'].map((c) => c.charCodeAt(0)));

/** The first full title from a line on that `opens` a report: the file holds more than one. */
export function furtherTitle(text: string, lines: readonly Line[], from: number, opens: (line: number) => boolean): Title | undefined {
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.start === line.end || !ENDS_TITLE.has(text.charCodeAt(line.end - 1)) || line.fenced || !isText(line)) continue;
    // Of all the rows of tables none speaks of reports.
    if (isLongerThan(text, line.start, line.end, MAX_TITLE * 2) || !text.slice(line.start, line.end).includes('报')) continue;
    if (!TITLE_END.test(key(text, line.start, line.end))) continue;
    const above = lines.slice(Math.max(from, i - MAX_TITLE_GAP), i).filter((one) => one.start < one.end && isText(one));
    const title = titleOf(text, line, above.slice(-3).reverse(), [], false);
    if (title?.unit && title.year && opens(i)) return title;
  }
  return undefined;
}

const isAttached = (text: string, line: Line): boolean =>
  /[附标名+•·-]/.test(text[bare(text, line).start] ?? '') && behindNumber(text, line) !== line;

/** A line without the 附件1： that it begins with. */
function behindNumber(text: string, line: Line): Line {
  const { start, end } = bare(text, line);
  const [lead] = ATTACHED.exec(text.slice(start, Math.min(end, start + MAX_TITLE))) ?? [];
  if (!lead) return line;
  // In a table of what a page says of a paper others stand behind it.
  const bar = lead.includes('|') ? text.indexOf('|', start + lead.length) : -1;
  return { ...line, start: start + lead.length, end: bar < 0 ? end : Math.min(bar, end) };
}

/** A title whose words are broken over two lines: …年度政府⏎信息公开工作年度报告, …年度报⏎告. */
function brokenTitle(text: string, line: Line, next: Line, above: readonly Line[], below: readonly Line[]): Title | undefined {
  // Of few lines this is worth a closer look.
  const tail = text.slice(Math.max(next.start, next.end - MAX_TAIL), next.end);
  if (!/[报告]/.test(tail) || !isPart(text, line) || !isPart(text, next)) return undefined;
  const [remark = ''] = REMARK_AT_END.exec(tail) ?? [];
  const first = key(text, line.start, line.end);
  const match = TITLE_END.exec(first + key(text, next.start, next.end - remark.length));
  const isBroken = match !== null && match.index < first.length && match[0].startsWith('政');
  return isBroken ? titleOf(text, { ...line, end: next.end, to: next.to }, above, below, false) : undefined;
}

/** `above`: the lines before it, nearest first. */
function titleOf(text: string, line: Line, above: readonly Line[], below: readonly Line[], wide: boolean): Title | undefined {
  const { start, end } = bare(text, line);
  if (isLongerThan(text, start, end, MAX_TITLE * 2)) return undefined;
  const whole = key(text, start, end);
  const exact = TITLE_END.exec(whole);
  const tail = exact ? '' : text.slice(Math.max(start, end - MAX_UNIT), end);
  const named = UNIT_AT_END.exec(tail);
  if (named) {
    const name = named[1] ?? named[2]!;
    const from = end - named[0].length + named[0].indexOf(name);
    const unit = { start: from, end: from + name.length };
    const title = titleOf(text, { ...line, start, end: end - named[0].length }, [], [], wide);
    if (title?.year && !title.unit && isUnit(text, unit)) {
      // Without brackets it is part of the title.
      const range = named[2] ? { start: title.range.start, end } : title.range;
      return { ...title, range, unit: { range: unit, name: unitName(text, unit) } };
    }
  }
  const [remark] = REMARK_AT_END.exec(tail) ?? (wide ? NAME_AT_END.exec(tail) : null) ?? [];
  if (remark) return titleOf(text, { ...line, start, end: end - remark.length }, above, below, wide);
  const match = exact ?? (wide ? LOOSE_END.exec(whole) : null);
  // Bars around it are what a page left that stood in one big cell.
  const written = plain(text, line.start, line.end).replace(/^[|\s]+|[|\s]+$/g, '');
  if (!match || (!wide && /^(?:政务|信息)公开/.test(match[0])) || whole.length > MAX_TITLE || isNoLine(written)) return undefined;
  // 清河县人民政府信息公开工作年度报告: 政府 is written once for both.
  const shared = /人民$/.test(whole.slice(0, match.index)) && match[0].startsWith('政府') ? '政府'.length : 0;
  const lead = whole.slice(0, match.index + shared);
  if (NOT_A_TITLE.test(lead)) return undefined;
  let { unit, year } = partsOf(text, start, end, lead);
  const inside = match[1] ?? match[2];
  if (!year && inside) {
    const at = whole.lastIndexOf(inside);
    year = {
      start: skipToWord(text, endOfKey(text, start, end, at), end),
      end: endOfKey(text, start, end, at + 4),
      number: Number(inside),
    };
  }
  let from = start;
  /** How many of the lines above the title takes up. */
  let taken = 0;
  for (const part of above.slice(0, 2)) {
    if ((unit && year) || !isPart(text, part)) break;
    const range = bare(text, part);
    const split = partsOf(text, range.start, range.end, key(text, range.start, range.end));
    const gainsUnit = !unit && split.unit !== undefined && isUnit(text, split.unit);
    if (!gainsUnit && (year || !split.year)) break;
    if (gainsUnit) unit = split.unit;
    year ??= split.year;
    from = range.start;
    taken++;
  }
  for (const part of below) {
    if ((unit && year) || !isPart(text, part)) break;
    const range = bare(text, part);
    const split = partsOf(text, range.start, range.end, key(text, range.start, range.end));
    if (
      !unit &&
      split.unit &&
      !split.year &&
      isUnit(text, split.unit) &&
      (part === below[0] || IS_NAME.test(plain(text, part.start, part.end)))
    )
      unit = split.unit;
    else if (!year && split.year && !split.unit) year = split.year;
    else break;
  }
  if (unit && unit.start === from) {
    const whole = wrappedUnit(text, unit, above[taken]);
    if (whole) from = whole.start;
    unit = whole ?? (NEVER_WHOLE.test(key(text, unit.start, unit.end)) ? undefined : unit);
  }
  // What a page says of reports in words of its own has no year.
  return exact || year ? make(text, from, end, unit, year) : undefined;
}

/** What no unit is called, and what is left of a name whose line was too short for it: 清河县民⏎政局, 清河县人民⏎政府. */
const NEVER_WHOLE = /^(?:人民)?政府(?:办公[室厅])?$|^办公[室厅]$|^办事处$|^(?:管理)?委员会$/;
const PIECE = /^.{1,2}$|^总局.{0,6}$|^督?管理[总分]?局$/;
/** A place opens a name; a line that ends as names do is one of its own, or has its office behind it. */
const PLACE = /^[\u4e00-\u9fff]{2,12}?[省市县区州盟旗镇乡]|^(?:国家|中华)/;
const ENDS_NAME = /(?:[局厅院府委办会室处]|中心|[总支大]队)$/;
const NO_NAME = /网|平台|专栏|[站号日]$/;

/** A unit's name whose beginning stands at the end of the line above. */
function wrappedUnit(text: string, unit: Range, above: Line | undefined): Range | undefined {
  if (!above || !isPart(text, above)) return undefined;
  const head = bare(text, above);
  const [first, second] = [key(text, head.start, head.end), key(text, unit.start, unit.end)];
  if (!NEVER_WHOLE.test(second) && !PIECE.test(second)) return undefined;
  if (!PLACE.test(first) || NO_NAME.test(first) || (ENDS_NAME.test(first) && !/办公[室厅]$/.test(second))) return undefined;
  const whole = { start: head.start, end: unit.end };
  return isUnit(text, whole) ? whole : undefined;
}

/** A line without heading marks and emphasis, and without what a page says before a title. */
function bare(text: string, { start: from, end: to }: Range): Range {
  let start = from;
  let end = to;
  const isMark = (i: number): boolean => /[#*_|\s]/.test(text[i]!) || isSpace(text.charCodeAt(i));
  while (start < end && isMark(start)) start++;
  while (end > start && isMark(end - 1)) end--;
  if (text[start] === '【') start += REMARK.exec(text.slice(start, Math.min(end, start + MAX_REMARK)))?.[0].length ?? 0;
  return { start, end };
}

/** Whether a line may hold the unit or the year of a title beside it. */
function isPart(text: string, line: Line): boolean {
  const { start, end } = bare(text, line);
  if (isLongerThan(text, start, end, MAX_TITLE) || isNoLine(plain(text, line.start, line.end))) return false;
  return !/\d\s*月|^第[\d一二三四五六七八九十百]{1,4}[条章节款项期号页]|^[一二三四五六七八九十]+、/.test(plain(text, start, end));
}

function isUnit(text: string, { start, end }: Range): boolean {
  const name = key(text, start, end);
  return (name.length > 2 || SHORT_UNIT.test(name)) && name.length <= MAX_UNIT && !NOT_A_UNIT.test(name);
}

/** Unit and year in a line. `lead`: its key up to 政府信息公开. */
function partsOf(text: string, start: number, end: number, lead: string): Parts {
  const offset = (length: number): number => (length > 0 ? endOfKey(text, start, end, length) : start);
  const from = LEAD.exec(lead)![0].length;
  const match = YEAR.exec(lead.slice(from));
  const yearAt = match ? from + match.index : lead.length;
  const unitTo = lead.endsWith('关于', yearAt) ? yearAt - 2 : yearAt;
  const unit =
    unitTo > from + 1 && /[^\d年度]/.test(lead.slice(from, unitTo)) ? { unit: unitIn(text, offset(from), offset(unitTo), end) } : {};
  if (!match) return unit;
  const year = { start: skipToWord(text, offset(yearAt), end), end: offset(yearAt + 4), number: yearNumber(match) };
  if (unit.unit) return { ...unit, year };
  // 2022年清河县民政局政府信息公开工作年度报告: the unit stands behind the year.
  const behind = yearAt + match[0].length;
  return lead.length - behind <= 1 ? { year } : { unit: unitIn(text, offset(behind), offset(lead.length), end), year };
}

/** A unit from its first word on, with the bracket that closes its end: 清河县税务局（本级）. */
function unitIn(text: string, from: number, to: number, end: number): Range {
  const start = skipToWord(text, from, to);
  const closes = to < end && /[)）]/.test(text[to]!) && /[（(][^)）]*$/.test(text.slice(start, to));
  return { start, end: closes ? to + 1 : to };
}

/** The first offset that counts for the key: behind blanks and brackets. */
function skipToWord(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && key(text, i, i + 1) === '') i++;
  return i;
}

const DIGITS = '〇一二三四五六七八九';
const yearNumber = (match: RegExpExecArray): number =>
  match[1] ? Number(match[1]) : Number([...match[2]!].map((c) => DIGITS.indexOf(/[零oO0]/.test(c) ? '〇' : c)).join(''));

function make(text: string, start: number, end: number, unit: Range | undefined, year: Parts['year']): Title {
  const within = (range: Range | undefined): range is Range => range !== undefined && range.start >= start && range.end <= end;
  const formStart = within(year) && !(within(unit) && unit.start > year.start) ? year.start : within(unit) ? unit.end : start;
  // The year may stand behind: 清河县民政局政府信息公开工作年度报告（2023年）.
  const form = [formStart, within(unit) ? unit.end : start].map((from) => key(text, from, end)).find((words) => words.includes('公开'));
  const whole = form ?? key(text, start, end);
  const [stage] = STAGE_AT_END.exec(whole) ?? [];
  return {
    range: { start, end },
    form: stage ? whole.slice(0, -stage.length) : whole,
    ...(stage ? { stage } : {}),
    ...(unit ? { unit: { range: { start: unit.start, end: unit.end }, name: unitName(text, unit) } } : {}),
    ...(year ? { year: { range: { start: year.start, end: year.end }, number: year.number } } : {}),
  };
}

/** A unit's name, its brackets as wide as they are written. */
function unitName(text: string, { start, end }: Range): string {
  const name = plain(text, start, end).replace(/\s+|[-—]+$/g, '');
  return /[（）]/.test(text.slice(start, end)) ? name.replace(/\(/g, '（').replace(/\)/g, '）') : name;
}

/** The year of a stated period, 自2024年1月1日至2024年12月31日, where the title has none. */
export function yearOfPeriod(text: string, until: number): number | undefined {
  const match = /(\d{4})\s*年\s*1\s*月\s*1\s*日[^\n]{0,12}?(?:\1\s*年\s*)?12\s*月\s*31\s*日/.exec(text.slice(0, Math.min(until, 4000)));
  return match ? Number(match[1]) : undefined;
}

/** The year of the period that section 一 states for its figures, between two places: 本报告所列数据统计期限为2024年1月1日至12月31日. */
export function yearOfStatistics(text: string, from: number, until: number): number | undefined {
  const at = text.indexOf('统计期', from);
  return at >= 0 && at < until ? yearOfPeriod(text.slice(at, Math.min(until, at + MAX_PERIOD)), MAX_PERIOD) : undefined;
}
const MAX_PERIOD = 60;

/** 编制《大里县2023年政府信息公开工作年度报告》, 现公布大里县2023年政府信息公开工作年度报告. */
const PRESENTED =
  /(?:编制了?|现(?:将|予以?)?(?:向社会)?(?:公布|发布|公开))《?[^《》。；，：\d\n]{0,40}((?:19|20)\d{2})年?度?(?:政府|政务)信息公开(?:工作)?(?:年度)?(?:报告|年报)》?(?=[。；，如（(\s]|$)/g;

/** The year of the report that the preamble says it presents, where nothing else tells: not where it names two. */
export function yearPresented(text: string, until: number): number | undefined {
  const years = [...text.slice(0, Math.min(until, 4000)).matchAll(PRESENTED)].map(([, year]) => Number(year));
  return years.every((year) => year === years[0]) ? years[0] : undefined;
}

import type { Range, Report, Section } from './report';
import { isLongerThan, plain } from './text';

const DATE =
  /^[(]?(?:20\d\d|二[〇零]\S{2})? ?年 ?[\d一二三四五六七八九十]{0,3} ?月(?: ?[\d一二三四五六七八九十]{0,3} ?日)?[)]?$|^20\d\d[-./]\d{1,2}[-./]\d{1,2}$/;
const DATE_BEHIND = /(?:20\d\d|二[〇零]\S{2})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;
/** What a body is called that need not be the one of the title: 清水县人民政府办公室 signs for 清水县. */
const BODY =
  /^(?!无|没有)[^,。;:、\d]{3,36}(?:政府|局|委|委员会|办|办公室|厅|院|街道|办事处|公署|行署|中心|支队|大队|镇|乡|学校|大学|医院|公司)(?:[(].{2,4}[)])?$/;
const MAX_LINE = 60;
const MAX_LINES = 4;

/** The lines at the end of some that say who signs the report, and when. */
export function signatureOf({ masked, unit }: Report, lines: readonly Range[]): readonly Range[] {
  let first = lines.length;
  let dated = false;
  for (; first > 0 && lines.length - first < MAX_LINES; first--) {
    const { start, end } = lines[first - 1]!;
    if (isLongerThan(masked, start, end, MAX_LINE)) break;
    const words = plain(masked, start, end).replace(/ +/g, ' ');
    if (DATE.test(words)) {
      dated = true;
      continue;
    }
    const name = words.replace(/ /g, '').replace(DATE_BEHIND, '');
    dated ||= name.length < words.replace(/ /g, '').length;
    const isOwn = unit !== undefined && name.length > 1 && (unit.endsWith(name) || name.endsWith(unit));
    if (!isOwn && !(dated && BODY.test(name))) break;
  }
  return lines.slice(first);
}

/** Whether a section says anything; who signs below it is none of its text. */
export const isWritten = (report: Report, { text }: Section): boolean => text.length > signatureOf(report, text).length;

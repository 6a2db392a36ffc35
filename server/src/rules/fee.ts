import { type Edition, editions } from '../editions';
import type { Report } from '../reading/report';

/** What the rules on the 信息处理费 share. */

/** Whether a text speaks of this fee, in whatever words; the costs of an office are none, and fees that have a name of their own are others. */
export const speaksOfFees = (text: string): boolean =>
  /收费|缴费|处理费|免费|(?<![经消耗浪路差学水电气暖降]|资源|补偿)费用?/.test(text.replace(OTHERS, ' '));

/** 行政事业性收费, 污水处理费, 涉企收费, 收费目录清单, 减免费用126万元, 免费发放: fees of other matters, and what is done without one. */
const OTHERS =
  /(?<!(?:信息公开|申请公开|申请)(?:行政)?)(?:行政)?事业性收费|(?:污水|垃圾|废物|废弃物)处理费|(?:涉企|教育|学校|幼儿园|培训|医疗|停车|停放|殡葬|物业|中介|经营|违规|违法|乱)(?:服务)?收费|(?:社|医)保缴费|保险缴费|(?<!信息公开|申请公开|申请)收费(?:标准(?=变动|调整|变更|公示|[已均]?公[开布])|公示|目录|清单|投诉|培训|公路|站)|减免费用(?=\d)|免费(?=发放|赠送|体检|开放|培训|教育|午餐|法律|咨询)/g;

/** The edition whose 六 reports the fee, where the report is held against it. */
export function editionWithFee({ expected, edition }: Report): Edition | undefined {
  const format = expected ?? edition;
  return format && feeSentences(format).length > 0 ? format : undefined;
}

const feeSentences = ({ sections }: Edition): string[] =>
  sections.find(({ number }) => number === 6)?.sentences?.flatMap(({ id, text }) => (id.startsWith('fee-') ? [text] : [])) ?? [];

/** The sentence for a year without any fee. */
export const sentenceWithoutFee = (edition: Edition = editions.at(-1)!): string | undefined =>
  feeSentences(edition).find((text) => !text.includes('{'));

import { type Edition, editions } from '../editions';
import type { Report } from '../reading/report';

/** What the rules on the 信息处理费 share. */

/** Whether a text speaks of fees, in whatever words; the costs of an office are none. */
export const speaksOfFees = (text: string): boolean => /收费|缴费|处理费|免费|(?<![经消耗浪路差])费用?/.test(text);

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

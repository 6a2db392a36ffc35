import { editionWithFee, speaksOfFees } from './fee';
import { cellPlace } from './naming';
import { FEE_MEASURES, rule } from './rule';
import { proseOf, sentenceEnd, sentenceStart } from './text';

export const feeAmount = rule({
  id: 'fee-amount',
  severity: 'information',
  editions: ['2021'],
  title: { zh: '信息处理费金额可疑', en: 'Doubtful information processing fee' },
  explanation: {
    zh: '信息处理费按件或按量计收，每一笔都是 10 元的整数倍，合计也是。表三“申请人逾期未按收费通知要求缴纳费用”一行有数的，说明发出过收费通知，“六”应说明收费情况。',
    en: 'The fee is charged in multiples of 10 元. Where table 3 counts applicants who did not pay in time, fee notices were sent out, and section 六 says so.',
  },
  basis: FEE_MEASURES,
  fix: 'none',
  *check({ report }) {
    if (!editionWithFee(report)) return;
    const prose = proseOf(report);
    const { text, from } = prose.section(6);
    if (text === '') return;
    let end = 0;
    let ofFees = false;
    for (const match of text.matchAll(AMOUNT)) {
      if (match.index >= end) {
        end = sentenceEnd(text, match.index, MAX_SENTENCE);
        const sentence = text.slice(sentenceStart(text, match.index, MAX_SENTENCE), end);
        ofFees = sentence.includes('处理费') && !/事业性|预算|减免/.test(sentence);
      }
      if (!ofFees) continue;
      const amount = match[1]!.replace(/[,，]/g, '');
      if (isMultipleOf10(amount, match[2] !== undefined)) continue;
      yield {
        range: prose.range(from + match.index, from + match.index + match[0].length),
        message: {
          zh: `信息处理费 ${match[0].replace(/\s/g, '')}不是 10 元的整数倍，而收费标准都是 10 元的整数倍。请核对金额。`,
          en: `A fee of ${amount} ${match[2] ? '万元' : '元'} is not a multiple of 10 元, as all lawful fees are. Check the amount.`,
        },
        data: { section: 6, actual: amount },
      };
    }
    const table = report.tables.get('requests');
    const cell = table?.rows.find(({ row }) => row.id === 'otherwise.unpaid')?.cells.get('total');
    if (!table || cell?.value.state !== 'number' || cell.value.digits <= 0n || speaksOfFees(prose.text)) return;
    const place = cellPlace(table, cell.row, cell.column);
    yield {
      range: cell.range,
      message: {
        zh: `${place.zh}填了 ${cell.value.normal}，说明发出过收费通知，而正文没有写到收费。请在“六”说明。`,
        en: `${place.en} says ${cell.value.normal}, so fee notices were sent out, but the text does not speak of fees. Report them in section 六.`,
      },
      data: { table: 'requests', row: cell.row.id, column: cell.column.id, actual: cell.value.normal },
    };
  },
});

const MAX_SENTENCE = 200;
const AMOUNT = /(?<![\d.,，])(\d{1,9}(?:[,，]\d{3}){0,3}(?:\.\d{1,6})?)\s{0,2}(万)?\s?元/g;

function isMultipleOf10(amount: string, wan: boolean): boolean {
  const [whole = '', fraction = ''] = amount.split('.');
  // In 元, or in ten-thousandths of 万元; what stands behind the point of 元 must be nought.
  const digits = wan ? whole + fraction.padEnd(4, '0').slice(0, 4) : whole;
  const rest = wan ? fraction.slice(4) : fraction;
  return digits.endsWith('0') && /^0*$/.test(rest);
}

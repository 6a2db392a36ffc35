import { FULL_WIDTH } from '../text';

/** Numbers as people write them in sentences: `1,234`, `１２`, `二十六`. Folded text in, so that full width is half width. */

/** A number in a pattern over folded text. */
export const NUMBER = '\\d{1,3}(?:,\\d{3})+|\\d+|[零〇一二两三四五六七八九十百千万]+';

const DIGITS = '零一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
/** No count of a report has more digits; longer ones are numbers of another kind. */
const MAX_DIGITS = 12;
const MAX_CHINESE = 12;

/** The value of a whole number; `undefined` where the text is none. */
export function numberOf(text: string): bigint | undefined {
  if (/^\d{1,3}(?:,\d{3})+$|^\d+$/.test(text)) {
    const digits = text.replaceAll(',', '');
    return digits.length > MAX_DIGITS ? undefined : BigInt(digits);
  }
  const value = chinese(text);
  return value === undefined ? undefined : BigInt(value);
}

/** `二十六`, `一百零三`, `三千一百一十九`, `一万二千`; digit by digit (`二〇`) is no count. */
function chinese(text: string): number | undefined {
  if (text === '' || text.length > MAX_CHINESE) return undefined;
  const parts = text.split('万');
  if (parts.length > 2) return undefined;
  const [high, low] = parts.length === 2 ? parts : ['', parts[0]];
  const wan = parts.length === 2 ? belowWan(high!) : 0;
  const rest = low === '' ? 0 : belowWan(low!);
  if (wan === undefined || rest === undefined || (parts.length === 2 && wan === 0)) return undefined;
  return wan * 10000 + rest;
}

function belowWan(text: string): number | undefined {
  if (/^[零〇]$/.test(text)) return 0;
  let sum = 0;
  let digit: number | undefined;
  let last = 10000;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    const power = POWERS[character];
    if (power !== undefined) {
      // 十二 alone stands without its 一; nowhere else.
      if (power >= last || (digit === undefined && (power !== 10 || sum > 0))) return undefined;
      sum += (digit ?? 1) * power;
      digit = undefined;
      last = power;
    } else {
      const value = character === '两' ? 2 : character === '〇' ? 0 : DIGITS.indexOf(character);
      if (value < 0 || (digit !== undefined && digit !== 0)) return undefined;
      digit = value;
      // 一百五 may mean 150, and is not read.
      if (i === text.length - 1 && value > 0 && last < 10000 && last > 10 && !/[零〇]/.test(text)) return undefined;
    }
  }
  return sum + (digit ?? 0) > 0 ? sum + (digit ?? 0) : undefined;
}

/** A number as Chinese numerals; `undefined` from ten thousand on, where hands differ. */
function inChinese(value: number): string | undefined {
  if (value >= 10000) return undefined;
  if (value === 0) return '零';
  let out = '';
  let gap = false;
  for (const [power, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / power) % 10;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    out += `${gap ? '零' : ''}${power === 10 && digit === 1 && out === '' ? '' : DIGITS[digit]}${name}`;
    gap = false;
  }
  return out;
}

/** A number in the way in which `model` is written: grouped, full width, Chinese numerals; `undefined` where that cannot be. */
export function writtenLike(model: string, value: string): string | undefined {
  const fullWidth = /[０-９]/.test(model);
  if (!fullWidth && !/\d/.test(model)) return /^\d+$/.test(value) ? inChinese(Number(value)) : undefined;
  const separator = /\d([,，])\d|[０-９]([,，])[０-９]/.exec(model);
  const [integer = '', fraction] = value.split('.');
  const comma = separator?.[1] ?? separator?.[2];
  const grouped = comma ? integer.replace(/\B(?=(?:\d{3})+$)/g, comma) : integer;
  const plain = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return fullWidth ? plain.replace(/[\d.]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + FULL_WIDTH)) : plain;
}

import type { ValueKind } from '../editions';
import type { Oddity, Unreadable, Value } from './report';
import { fold, isDigit, isLongerThan, plain } from './text';

/** Marks that stand for “nothing” in the wild. */
const PLACEHOLDER = /^(?:[-—–―‐/\\~～]+|无|空|零|none|nil|n\/?a|nan|null)$/i;
/** What follows a number in the same cell: a note in brackets. Bounded, so that no text can make it slow. */
const NOTE = /^(.{1,40}?)\s*[([〔【]([^\n]{0,80})[)\]〕】]$/;
const COUNT_UNIT = /^(.{1,40}?)\s*(件|份|项|条|个|宗|起|次|部|人次)$/;
const MONEY_UNIT = /^(.{1,40}?)\s*(万\s*元|元|万|亿元)$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const NUMBER = /^(\d{1,40})(?:\.(\d{1,20}))?$/;
/** The name and the sign of the currency, and 整 behind the unit: they change nothing. */
const CURRENCY = /^(?:人民币|[¥￥]|RMB)\s*|\s*(?:人民币|整)$/g;
const DIRECTION = /^(增加|增长|增|减少|减|\+|[-–—])\s*/;
const BRACKETED = /^\(\s*([-–—+增减].{0,20})\)$/;
const FULL_WIDTH = /[\uff0b-\uff0e\uff10-\uff19]/;
/** A number begins like this; the number of a label (1.属于) does not. */
const DIGITS_THEN = /^\d[\d.,]*(?:$|[\s万元亿件份项条个宗起次部人([〔【])/;
/** Emphasis, code and a formula's signs around it, and the backslash that a converter to Markdown puts before a mark: 524\\.9. */
const MARKUP = /^[*_`$\\]+|[*_`$]+$|\\(?=[.,()-])/g;

const BLANK: Value = { state: 'blank' };
const unreadable = (why: Unreadable): Value => ({ state: 'unreadable', why });

/** Whether a cell could be a value at all: a number of whatever kind, or a mark that stands for nothing. */
export function looksLikeValue(text: string, start: number, end: number): boolean {
  const first = fold(text.charCodeAt(start));
  const isNumber = isDigit(first);
  if (isNumber && plainNumber(text, start, end) >= 0) return true;
  // Most cells are labels: the first unit tells, without a copy.
  if ((!isNumber && !mayBegin(first)) || isLongerThan(text, start, end, 80)) return false;
  const folded = strip(plain(text, start, end));
  if (isNumber) return DIGITS_THEN.test(folded) && (numberOf(folded, 'money') ?? numberOf(folded, 'change')) !== undefined;
  return PLACEHOLDER.test(folded) || (numberOf(folded, 'change') ?? numberOf(folded, 'money')) !== undefined;
}

/** Signs, directions, marks and emphasis; the letters of none, nil and n/a. */
function mayBegin(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff)
    return code === 0x589e || code === 0x51cf || code === 0x4eba || code === 0x65e0 || code === 0x7a7a || code === 0x96f6;
  return (
    code < 0x4e00 &&
    !(code >= 0x41 && code <= 0x5a && code !== 0x4e) &&
    !(code >= 0x61 && code <= 0x7a && code !== 0x6e) &&
    !(code >= 0x2018 && code <= 0x201d) &&
    code !== 0x28
  );
}

const NO_ODDITIES: readonly Oddity[] = [];
/** Most cells hold a small number: these values are shared, and made when they are first read. */
const SMALL: (Value | undefined)[] = [];
const MAX_SMALL = 1000;

/** A number in plain digits, as nearly all are; -1 for any other text. */
export function plainNumber(text: string, start: number, end: number): number {
  if (end - start > 9) return -1;
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  // A leading zero is an oddity.
  return end - start > 1 && text.charCodeAt(start) === 0x30 ? -1 : number;
}

const whole = (number: number): Value => ({
  state: 'number',
  normal: String(number),
  digits: BigInt(number),
  scale: 0,
  oddities: NO_ODDITIES,
});

function small(number: number): Value {
  SMALL[number] ??= whole(number);
  return SMALL[number]!;
}

const strip = (text: string): string => text.replace(MARKUP, '').trim();

interface Parsed {
  readonly integer: string;
  readonly fraction: string;
  readonly negative: boolean;
  /** Written with a decimal point, `5.0` included. */
  readonly decimal: boolean;
  readonly oddities: Oddity[];
  readonly unit?: string;
}

/** A number with its sign, unit and note, whatever the column asks for; `undefined` where it is none. */
function numberOf(text: string, kind: ValueKind): Parsed | undefined {
  const oddities: Oddity[] = [];
  const isMoney = kind === 'money' || kind === 'wan';
  let rest = kind === 'change' ? text.replace(BRACKETED, '$1').trim() : isMoney ? text.replace(CURRENCY, '') : text;
  const note = NOTE.exec(rest);
  if (note && /\d/.test(note[1]!)) {
    // 35.6（万元）
    const inUnit = isMoney && MONEY_UNIT.test(`0${note[2]}`);
    if (!inUnit) oddities.push('note');
    rest = inUnit ? note[1]! + note[2] : note[1]!.trim();
  }
  let negative = false;
  const direction = DIRECTION.exec(rest);
  if (direction) {
    negative = /^[减–—-]/.test(direction[1]!);
    if (kind !== 'change' && !negative) return undefined;
    rest = rest.slice(direction[0].length);
  }
  let unit: string | undefined;
  const units = isMoney ? MONEY_UNIT : COUNT_UNIT;
  const withUnit = units.exec(rest);
  if (withUnit) {
    unit = withUnit[2]!.replace(/\s+/g, '');
    rest = withUnit[1]!;
    if (units === COUNT_UNIT) oddities.push('unit');
  }
  if (GROUPED.test(rest)) {
    oddities.push('separator');
    rest = rest.replaceAll(',', '');
  }
  const match = NUMBER.exec(rest);
  if (!match) return undefined;
  const integer = match[1]!.replace(/^0+(?=\d)/, '');
  if (integer !== match[1]) oddities.push('leading-zero');
  return {
    integer,
    fraction: (match[2] ?? '').replace(/0+$/, ''),
    decimal: match[2] !== undefined,
    negative,
    oddities,
    ...(unit === undefined ? {} : { unit }),
  };
}

/**
 * The value of a cell: `text` is the draft, `start..end` the cell without the blanks around it. A blank is not zero, and
 * what is no number of the kind asked for is unreadable, never guessed.
 */
export function readValue(text: string, start: number, end: number, kind: ValueKind): Value {
  if (start === end) return BLANK;
  const number = plainNumber(text, start, end);
  if (number >= 0) return number < MAX_SMALL ? small(number) : whole(number);
  const folded = strip(plain(text, start, end));
  if (folded === '') return plain(text, start, end) === '' ? BLANK : unreadable('placeholder');
  if (PLACEHOLDER.test(folded)) return unreadable('placeholder');
  const parsed = numberOf(folded, kind);
  if (!parsed) return unreadable('not-a-number');
  const { integer, fraction, oddities, unit } = parsed;
  const zero = integer === '0' && fraction === '';
  const negative = parsed.negative && !zero;
  if (negative && kind !== 'change') return unreadable('negative');
  if (parsed.decimal && (kind === 'count' || kind === 'change')) return unreadable('fraction');
  if (FULL_WIDTH.test(text.slice(start, end))) oddities.unshift('full-width');
  return {
    state: 'number',
    normal: `${negative ? '-' : ''}${integer}${fraction === '' ? '' : `.${fraction}`}`,
    digits: BigInt(integer + fraction) * (negative ? -1n : 1n),
    scale: fraction.length,
    oddities,
    ...(unit === undefined ? {} : { unit }),
  };
}

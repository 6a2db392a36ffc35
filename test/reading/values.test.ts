import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ValueKind } from '../../server/src/editions';
import type { Value } from '../../server/src/reading/report';
import { looksLikeValue, readValue } from '../../server/src/reading/values';

/** The cell stands between other cells: nothing outside it may be read. */
function read(cell: string, kind: ValueKind): Value {
  const [before, after] = ['7\t', '\t9'];
  return readValue(before + cell + after, before.length, before.length + cell.length, kind);
}

/** `3784.0802 万`, with what is unusual behind it; why it cannot be read; or `blank`. */
function shown(value: Value): string {
  if (value.state !== 'number') return value.state === 'blank' ? 'blank' : value.why;
  const { normal, unit, oddities } = value;
  return [normal, ...(unit === undefined ? [] : [unit]), ...oddities.map((oddity) => `(${oddity})`)].join(' ');
}

type Table = readonly (readonly [cell: string, expected: string])[];

function reads(kind: ValueKind, table: Table): void {
  for (const [cell, expected] of table) it(`${JSON.stringify(cell)} → ${expected}`, () => assert.equal(shown(read(cell, kind)), expected));
}

/** What is no number in any cell. */
const never: Table = [
  ['若干', 'not-a-number'],
  ['O', 'not-a-number'],
  ['o', 'not-a-number'],
  ['1O', 'not-a-number'],
  ['l2', 'not-a-number'],
  ['三', 'not-a-number'],
  ['十二', 'not-a-number'],
  ['约5', 'not-a-number'],
  ['近 300', 'not-a-number'],
  ['83余', 'not-a-number'],
  ['83余条', 'not-a-number'],
  ['100多', 'not-a-number'],
  ['3-5', 'not-a-number'],
  ['3～5', 'not-a-number'],
  ['3—5', 'not-a-number'],
  ['1/2', 'not-a-number'],
  ['5%', 'not-a-number'],
  ['1 2', 'not-a-number'],
  ['1,23', 'not-a-number'],
  ['1,2345', 'not-a-number'],
  ['1.2.3', 'not-a-number'],
  ['1e3', 'not-a-number'],
  ['0x1', 'not-a-number'],
  ['∞', 'not-a-number'],
  ['①', 'not-a-number'],
  ['（3）', 'not-a-number'],
  ['见附件', 'not-a-number'],
  ['?', 'not-a-number'],
  ['增', 'not-a-number'],
  ['+', 'not-a-number'],
];

/** What stands for nothing. */
const marks: Table = [
  ['', 'blank'],
  ['/', 'placeholder'],
  ['／', 'placeholder'],
  ['\\', 'placeholder'],
  ['-', 'placeholder'],
  ['－', 'placeholder'],
  ['--', 'placeholder'],
  ['–', 'placeholder'],
  ['—', 'placeholder'],
  ['——', 'placeholder'],
  ['−', 'placeholder'],
  ['~', 'placeholder'],
  ['无', 'placeholder'],
  ['⽆', 'placeholder'],
  ['空', 'placeholder'],
  ['零', 'placeholder'],
  ['N/A', 'placeholder'],
  ['NaN', 'placeholder'],
  ['null', 'placeholder'],
];

describe('values of counts', () => {
  reads('count', [
    ['0', '0'],
    ['9', '9'],
    ['22', '22'],
    ['221726', '221726'],
    ['１２', '12 (full-width)'],
    ['３', '3 (full-width)'],
    ['1,234', '1234 (separator)'],
    ['12,345,678', '12345678 (separator)'],
    ['1，234', '1234 (full-width) (separator)'],
    ['１，２３４', '1234 (full-width) (separator)'],
    ['26件', '26 件 (unit)'],
    ['26 件', '26 件 (unit)'],
    ['２６件', '26 件 (full-width) (unit)'],
    ['3份', '3 份 (unit)'],
    ['74人次', '74 人次 (unit)'],
    ['1,234件', '1234 件 (unit) (separator)'],
    ['22（其中修订 16 件）', '22 (note)'],
    ['22(其中修订16件)', '22 (note)'],
    ['22 〔含修订〕', '22 (note)'],
    ['22件（其中修订 16 件）', '22 件 (note) (unit)'],
    ['007', '7 (leading-zero)'],
    ['00', '0 (leading-zero)'],
    ['**36**', '36'],
    ['`36`', '36'],
    ['\\-3', 'negative'],
    ['1\\,234', '1234 (separator)'],
    ['-0', '0'],
    ['-3', 'negative'],
    ['－3', 'negative'],
    ['−3', 'negative'],
    ['减3', 'negative'],
    ['+5', 'not-a-number'],
    ['增5', 'not-a-number'],
    ['1.5', 'fraction'],
    ['1．5', 'fraction'],
    ['3.0', 'fraction'],
    ['5万元', 'not-a-number'],
    ['5元', 'not-a-number'],
    ...marks,
    ...never,
  ]);
});

describe('values of changes', () => {
  reads('change', [
    ['0', '0'],
    ['增 82', '82'],
    ['增82', '82'],
    ['增加3', '3'],
    ['增长 3', '3'],
    ['减17', '-17'],
    ['减 17', '-17'],
    ['减少17', '-17'],
    ['-3', '-3'],
    ['－3', '-3 (full-width)'],
    ['−3', '-3'],
    ['- 3', '-3'],
    ['–3', '-3'],
    ['（+3）', '3'],
    ['(-3)', '-3'],
    ['（减 3）', '-3'],
    ['（3）', 'not-a-number'],
    ['+5', '5'],
    ['＋5', '5 (full-width)'],
    ['增0', '0'],
    ['减0', '0'],
    ['-0', '0'],
    ['5', '5'],
    ['增1,234', '1234 (separator)'],
    ['减２件', '-2 件 (full-width) (unit)'],
    ['增 3（新设）', '3 (note)'],
    ['增-3', 'not-a-number'],
    ['--3', 'not-a-number'],
    ['-1.5', 'fraction'],
    ['持平', 'not-a-number'],
    ...marks,
    ...never.filter(([cell]) => cell !== '增' && cell !== '+'),
    ['增', 'not-a-number'],
    ['减', 'not-a-number'],
    ['+', 'not-a-number'],
  ]);
});

describe('values of amounts in 万元', () => {
  reads('wan', [
    ['0', '0'],
    ['12.5', '12.5'],
    ['12.50', '12.5'],
    ['0.00', '0'],
    ['0.05', '0.05'],
    ['１２．５', '12.5 (full-width)'],
    ['12.5万元', '12.5 万元'],
    ['12.5 万', '12.5 万'],
    ['125000元', '125000 元'],
    ['1,234.5', '1234.5 (separator)'],
    ['1,234,567.89 元', '1234567.89 元 (separator)'],
    ['3.2亿元', '3.2 亿元'],
    ['¥100', '100'],
    ['￥ 100', '100'],
    ['12.5（含滞纳金）', '12.5 (note)'],
    ['-1', 'negative'],
    ['-0.5', 'negative'],
    ['-0.0', '0'],
    ['.5', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['12,5', 'not-a-number'],
    ['12.5件', 'not-a-number'],
    ...marks,
    ...never,
  ]);
});

describe('values of amounts that name their unit', () => {
  reads('money', [
    ['3784.0802 万', '3784.0802 万'],
    ['3784.0802万元', '3784.0802 万元'],
    ['2638271.63 元', '2638271.63 元'],
    ['2,638,271.63元', '2638271.63 元 (separator)'],
    ['￥35000元', '35000 元'],
    ['¥3.5万元', '3.5 万元'],
    ['人民币35万元', '35 万元'],
    ['35.6万元人民币', '35.6 万元'],
    ['356000元整', '356000 元'],
    ['35.6（万元）', '35.6 万元'],
    ['35.6（含税）', '35.6 (note)'],
    ['人民币', 'not-a-number'],
    ['3784.0802', '3784.0802'],
    ['0', '0'],
    ['0元', '0 元'],
    ['-5万元', 'negative'],
    ...marks,
    ...never,
  ]);
});

describe('values as a whole', () => {
  const kinds: readonly ValueKind[] = ['count', 'change', 'wan', 'money'];

  it('are exact, however large', () => {
    const digits = '9007199254740993';
    const count = read(digits, 'count');
    assert.ok(count.state === 'number');
    assert.equal(count.digits, 9007199254740993n);
    const amount = read('98765432109876543210.123456789012', 'wan');
    assert.ok(amount.state === 'number');
    assert.equal(amount.normal, '98765432109876543210.123456789012');
    assert.equal(amount.digits, 98765432109876543210123456789012n);
    assert.equal(amount.scale, 12);
  });

  it('are unreadable, not cut, where no table has such numbers', () => {
    assert.equal(shown(read('1'.repeat(41), 'count')), 'not-a-number');
    assert.equal(shown(read(`1.${'1'.repeat(21)}`, 'wan')), 'not-a-number');
  });

  it('count from every integer that is written plainly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 39n }), (number) => {
        for (const kind of kinds) {
          const value = read(String(number), kind);
          assert.ok(value.state === 'number');
          assert.deepEqual([value.normal, value.digits, value.scale, value.oddities], [String(number), number, 0, []]);
        }
      }),
    );
  });

  it('keep every decimal', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 1, max: 18 }), (digits, places) => {
        const padded = String(digits).padStart(places + 1, '0');
        const value = read(`${padded.slice(0, -places)}.${padded.slice(-places)}`, 'wan');
        assert.ok(value.state === 'number');
        assert.equal(value.digits * 10n ** BigInt(places - value.scale), digits);
      }),
    );
  });

  it('of any string: nothing throws, and the normal form says what the digits say', () => {
    const anyCell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789.,，．+-－—/增减约余件元万亿（）()１２ 无三O*\u00a0\ufeff') }),
    );
    fc.assert(
      fc.property(anyCell, fc.constantFrom(...kinds), (cell, kind) => {
        const value = read(cell, kind);
        if (value.state !== 'number') return;
        const { normal, digits, scale } = value;
        assert.match(normal, /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
        assert.equal(BigInt(normal.replace('.', '')), digits);
        assert.equal(normal.split('.')[1]?.length ?? 0, scale);
        assert.ok(kind === 'change' || digits >= 0n);
        assert.ok(scale === 0 || kind === 'wan' || kind === 'money');
        // Nothing but its own digits, in their order.
        const written = cell.normalize('NFKC').replace(/\D/g, '');
        assert.ok(written.replace(/^0+/, '').startsWith(String(digits < 0n ? -digits : digits).replace(/^0$/, '')), `${cell} → ${normal}`);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what looks like a value', () => {
  const looks = (cell: string): boolean => looksLikeValue(`a${cell}b`, 1, 1 + cell.length);

  for (const cell of [
    '0',
    '22',
    '１２',
    '1,234',
    '26件',
    '22（其中修订 16 件）',
    '增 82',
    '减17',
    '-3',
    '+5',
    '3784.0802 万',
    '12.5',
    '**3**',
    '/',
    '—',
    '－',
    '无',
    'N/A',
  ]) {
    it(`${cell}`, () => assert.equal(looks(cell), true));
  }

  for (const cell of [
    '1.属于国家秘密',
    '2. 重复申请',
    '3．其他',
    '1、属于国家秘密',
    '8.',
    '三、',
    '（七）总计',
    '总计',
    '规章',
    '自然人',
    '2023年',
    '第二十条第（一）项',
    '无法提供',
    '增加',
    '未发生',
    'notice',
    '“3”',
    '(3)',
  ]) {
    it(`not ${cell}`, () => assert.equal(looks(cell), false));
  }

  it('every plain number, and every mark that stands for nothing', () => {
    // Emphasis may be escaped in Markdown: a backslash alone tells nothing of a cell.
    for (const [cell, expected] of marks) if (expected === 'placeholder' && cell !== '\\') assert.equal(looks(cell), true, cell);
    fc.assert(fc.property(fc.nat(), (number) => looks(String(number))));
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  chineseNumber,
  distance,
  fold,
  headOf,
  isLongerThan,
  isSpace,
  key,
  MASK,
  plain,
  skipBlank,
  skipBlankBack,
} from '../../server/src/reading/text';

const units = Array.from({ length: 0x10000 }, (_, code) => code);
const shown = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')} ${String.fromCharCode(code)}`;
const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/** Letters, blanks, marks and all that is folded, so that random strings hold them often. */
const anyText = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...'一二三（）“”1.２ \t\u3000\u00a0⼀⾏⻔⺠\u200b\ufeff\uffff，。ＡａZ－—|') },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
  ),
});

describe('folding', () => {
  it('takes every UTF-16 unit to one unit, and no further', () => {
    for (const code of units) {
      const folded = fold(code);
      assert.ok(Number.isInteger(folded) && folded >= 0 && folded <= 0xffff, shown(code));
      assert.equal(fold(folded === 0 ? 0x20 : folded), folded === 0 ? 0x20 : folded, `${shown(code)} folds to what folds again`);
    }
  });

  it('never makes half a character', () => {
    const wrong = units.filter((code) => !isSurrogate(code) && isSurrogate(fold(code)));
    assert.deepEqual(wrong.map(shown), []);
  });

  it('leaves characters in common use alone, and takes the stroke 丶 for the comma it is typed for', () => {
    assert.equal(String.fromCharCode(fold('丶'.charCodeAt(0))), '、');
    for (const code of units) {
      if (code === '丶'.charCodeAt(0)) continue;
      const isCommon = (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff) || isSurrogate(code);
      if (isCommon) assert.equal(fold(code), code, shown(code));
    }
  });

  it('takes full width to half width', () => {
    for (let code = 0x21; code < 0x7f; code++) assert.equal(fold(code + 0xfee0), code, shown(code + 0xfee0));
  });

  it('takes every blank that Unicode has to U+0020', () => {
    for (const code of units) {
      const character = String.fromCharCode(code);
      if (/^[\s\u0085]$/.test(character) && code !== 0xfeff) assert.equal(fold(code), 0x20, shown(code));
    }
  });

  it('takes what cannot be seen to nothing', () => {
    for (const character of [MASK, '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'])
      assert.equal(fold(character.charCodeAt(0)), 0);
  });

  it('takes Kangxi radicals to what Unicode says, or its simplified form', () => {
    const simplified = '户青黄见言车长门页风飞马鱼鸟麦齐齿龙龟贝';
    for (let code = 0x2f00; code <= 0x2fd5; code++) {
      const folded = String.fromCharCode(fold(code));
      const compatible = String.fromCharCode(fold(String.fromCharCode(code).normalize('NFKC').charCodeAt(0)));
      assert.ok(folded === compatible || simplified.includes(folded), `${shown(code)} → ${folded}, not ${compatible}`);
    }
  });

  for (const [written, meant] of [
    ['⼀⼆⼗⼈⼊⼒⼝⼟⼤⼥⼩⼯⽅⽇⽉⽔⽕⽣⽤⽬⽰⽴⾏⾦⾯⾮', '一二十人入力口土大女小工方日月水火生用目示立行金面非'],
    ['⺠⻋⻓⻔⻅⻉⻚⻛⻜⻢⻥⻦⻬⻮⻰⻳⻘⻝⻄', '民车长门见贝页风飞马鱼鸟齐齿龙龟青食西'],
    ['⾒⾔⾞⾧⾨⾴⾵⾶⾺⿂⿃⿑⿒⿓⿔', '见言车长门页风飞马鱼鸟齐齿龙龟'],
    ['１．（七）　总计：', '1.(七) 总计:'],
    ['更', '更'],
  ] as const) {
    it(`${written} → ${meant}`, () => assert.equal([...written].map((c) => String.fromCharCode(fold(c.charCodeAt(0)))).join(''), meant));
  }

  it('takes every radical of the supplement that Unicode equates with a character in common use to that character', () => {
    // Those that Unicode itself equates are two; the table of the others is ours.
    for (const code of [0x2e9f, 0x2ef3]) assert.equal(fold(code), String.fromCharCode(code).normalize('NFKC').charCodeAt(0), shown(code));
  });
});

describe('keys', () => {
  const table: readonly (readonly [string, string])[] = [
    ['3.危及“三安全一稳定”', '3危及三安全一稳定'],
    ['3. 危及"三安全一稳定"', '3危及三安全一稳定'],
    ['（七）总计', '七总计'],
    ['(七) 总 计', '七总计'],
    ['三、 本年 度办 理结 果', '三本年度办理结果'],
    ['本年收费金额（单位：万元）', '本年收费金额单位万元'],
    ['本年增/减', '本年增减'],
    ['１２，３４５', '12345'],
    ['⾏政强制', '行政强制'],
    [`行${MASK}${MASK}政`, '行政'],
    ['二〇二三年', '二〇二三年'],
    ['——', ''],
    ['', ''],
  ];
  for (const [text, expected] of table) it(`${JSON.stringify(text)} → ${expected}`, () => assert.equal(key(text), expected));

  it('of a part say nothing of what is around it', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, text, after) => {
        assert.equal(key(before + text + after, before.length, before.length + text.length), key(text));
        assert.equal(key(before + text), key(before) + key(text));
      }),
    );
  });

  it('are keys of themselves, without blanks, and hold what folding leaves', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const labelKey = key(text);
        assert.equal(key(labelKey), labelKey);
        assert.doesNotMatch(labelKey, /[\s\u0000-\u002f（），。“”]/);
        const folded = Array.from({ length: text.length }, (_, i) => String.fromCharCode(fold(text.charCodeAt(i)))).join('');
        assert.equal(key(folded), labelKey);
      }),
    );
  });
});

describe('plain text', () => {
  it('is folded, keeps blanks inside and none at the ends', () => {
    assert.equal(plain('x　２２（其中\u00a01 件）\ufeff\t y', 1, 15), '22(其中 1 件)');
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = Array.from({ length: text.length }, (_, i) => fold(text.charCodeAt(i)))
          .filter((code) => code !== 0)
          .map((code) => String.fromCharCode(code))
          .join('');
        assert.equal(plain(text, 0, text.length), expected.trim());
      }),
    );
  });

  it('blanks at the ends are skipped, never more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const start = skipBlank(text, 0, text.length);
        const end = skipBlankBack(text, start, text.length);
        assert.ok(start <= end);
        const blank = (from: number, to: number): boolean => units.slice(0, to - from).every((_, i) => isSpace(text.charCodeAt(from + i)));
        assert.ok(blank(0, start) && blank(end, text.length));
        if (start < end) assert.ok(!isSpace(text.charCodeAt(start)) && !isSpace(text.charCodeAt(end - 1)));
      }),
    );
  });

  it('lengths leave masked markup out', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('一', 'a', ' ', MASK) }), fc.nat(12), (text, limit) => {
        const count = [...text].filter((c) => c !== MASK).length;
        assert.equal(isLongerThan(text, 0, text.length, limit), count > limit);
        const head = text.slice(0, headOf(text, 0, text.length, limit + 1));
        assert.equal([...head].filter((c) => c !== MASK).length, Math.min(count, limit + 1));
      }),
    );
  });
});

describe('Chinese numerals', () => {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const numeral = (n: number): string => `${n >= 20 ? digits[Math.floor(n / 10)] : ''}${n >= 10 ? '十' : ''}${digits[n % 10]}`;

  it('一 to 九十九', () => {
    for (let n = 1; n < 100; n++) assert.equal(chineseNumber(numeral(n)), n, numeral(n));
    assert.equal(chineseNumber('一十'), 10);
    assert.equal(chineseNumber('一十二'), 12);
  });

  for (const text of ['', '百', '一百', '一二', '十十', '二十十', '1', 'a', '一、', '总', '十a']) {
    it(`${JSON.stringify(text)} is none`, () => assert.equal(chineseNumber(text), undefined));
  }
});

describe('distance', () => {
  /** Wagner and Fischer, with the whole matrix. */
  function levenshtein(a: string, b: string): number {
    const rows = Array.from({ length: a.length + 1 }, (_, i) =>
      Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
    );
    const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.NaN;
    for (let i = 1; i <= a.length; i++) {
      for (let j = 1; j <= b.length; j++) {
        const row = rows[i] ?? [];
        row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      }
    }
    return at(a.length, b.length);
  }

  const word = fc.string({ unit: fc.constantFrom(...'甲乙丙丁'), maxLength: 9 });

  it('is the one of Levenshtein up to the limit, and one more beyond', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 6 }), (a, b, limit) => {
        assert.equal(distance(a, b, limit), Math.min(levenshtein(a, b), limit + 1));
      }),
      { numRuns: 2000 },
    );
  });

  it('of a text that was edited once or twice', () => {
    const edit = fc.tuple(fc.constantFrom('insert', 'delete', 'replace'), fc.nat(), fc.constantFrom(...'子丑寅'));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊己庚辛'), minLength: 2, maxLength: 30 }),
        fc.array(edit, { minLength: 1, maxLength: 2 }),
        (text, edits) => {
          let edited = text;
          for (const [what, where, by] of edits) {
            const at = where % edited.length;
            edited = edited.slice(0, at) + (what === 'delete' ? '' : by) + edited.slice(what === 'insert' ? at : at + 1);
          }
          assert.equal(distance(text, edited, 2), levenshtein(text, edited));
          assert.ok(distance(text, edited, 2) <= edits.length);
        },
      ),
    );
  });
});

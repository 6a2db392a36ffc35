import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { judgeClaims } from '../../server/src/analysis/claims';
import { proseOf } from '../../server/src/reading/prose';
import { numberOf, writtenLike } from '../../server/src/reading/prose/numbers';
import { passagesOf, visitClauses } from '../../server/src/reading/prose/passages';
import { readReport } from '../../server/src/reading/read';
import { fixtures } from '../rules/fixture';

const base = readFileSync(join(fixtures, 'base', '2021.txt'), 'utf8');
const [from, until] = [base.indexOf('（一）主动公开'), base.indexOf('\n\n二、')];
const draft = (prose: string): string => base.slice(0, from) + prose + base.slice(until);

describe('numbers in sentences', () => {
  it('are read as people write them', () => {
    for (const [text, value] of [
      ['0', 0n],
      ['26', 26n],
      ['1,234', 1234n],
      ['12,345,678', 12345678n],
      ['零', 0n],
      ['两', 2n],
      ['十', 10n],
      ['十二', 12n],
      ['二十', 20n],
      ['二十六', 26n],
      ['一百零三', 103n],
      ['三千一百一十九', 3119n],
      ['一万二千', 12000n],
    ] as const)
      assert.equal(numberOf(text), value, text);
  });

  it('are none where they could be another number, or are too long', () => {
    for (const text of ['', '一百五', '二〇二三', '二三', '百', '十十', '万', '一万万', '12,34', '1'.repeat(13), '五'.repeat(40)])
      assert.equal(numberOf(text), undefined, text);
  });

  it('are written in the way of others, and read back', () => {
    assert.equal(writtenLike('１２', '345'), '３４５');
    assert.equal(writtenLike('1,234', '98765'), '98,765');
    assert.equal(writtenLike('１，２３４', '9876'), '９，８７６');
    assert.equal(writtenLike('7.5', '12.25'), '12.25');
    assert.equal(writtenLike('二十六', '12345'), undefined);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.constantFrom('26', '1,234', '二十六'), (value, model) => {
        assert.equal(numberOf(writtenLike(model, String(value))!), BigInt(value));
      }),
    );
  });
});

describe('clauses', () => {
  const texts = (text: string): string[] => {
    const found: string[] = [];
    visitClauses(text, 0, text.length, (clause) => found.push(clause.text));
    return found;
  };

  it('end at marks, not within numbers, and at 、 behind what is counted', () => {
    assert.deepEqual(texts('收到1,234件,公开5件、部分公开6件;行政复议、行政诉讼0件。'), [
      '收到1,234件',
      '公开5件',
      '部分公开6件',
      '行政复议、行政诉讼0件',
    ]);
  });

  it('go on behind brackets, whose contents stand apart', () => {
    const text = '(二)其他处理(含撤回(全部))12件,办结';
    const asides: string[] = [];
    visitClauses(text, 0, text.length, (clause) => {
      asides.push(...clause.asides.map(({ start, end }) => text.slice(start, end)));
      if (clause.text === '其他处理12件') assert.equal(text[clause.at(4)], '1');
    });
    assert.deepEqual(texts(text), ['其他处理12件', '办结']);
    assert.deepEqual(asides, ['含撤回(全部)']);
  });

  it('hold what stands between marks, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'，,。；、（）()件1年申'), maxLength: 60 }), (text) => {
        visitClauses(text, 0, text.length, (clause) => {
          for (let i = 0; i < clause.text.length; i++) assert.equal(text[clause.at(i)], clause.text[i]);
        });
      }),
    );
  });
});

describe('passages', () => {
  const passages = (prose: string): string[] => passagesOf(readReport(draft(prose)), new Set([1] as const)).map(({ text }) => text);

  it('join the lines of a paragraph, and not those of two', () => {
    assert.deepEqual(passages('全年，我局共收到公民、法人和其他组织提出的申请 2\n6 件，办结 1\n2 件。\n（二）又一段\n第三段'), [
      '全年,我局共收到公民、法人和其他组织提出的申请2 6件,办结1',
      '2件。',
      '(二)又一段',
      '第三段',
    ]);
  });

  it('begin behind a sub-heading, however long it is', () => {
    const heading = '（三）因信息公开被申请行政复议和被提起行政诉讼的情况';
    assert.deepEqual(passages(`${heading}\n全年没有发生。\n（四）加强平台建设，认真做好栏目更新维护的\n有关工作`), [
      '(三)因信息公开被申请行政复议和被提起行政诉讼的情况',
      '全年没有发生。',
      '(四)加强平台建设,认真做好栏目更新维护的有关工作',
    ]);
  });

  it('fold width and radicals, drop emphasis, quotes and blanks, and know where everything stands', () => {
    const text = draft('　　**收 到**“⽆”　２６　件');
    const [passage] = passagesOf(readReport(text), new Set([1] as const));
    assert.equal(passage!.text, '收到无26件');
    assert.deepEqual(
      [...passage!.text].map((_, i) => text[passage!.at(i)]),
      [...'收到⽆２６件'],
    );
  });

  it('are no rows of tables', () => {
    assert.deepEqual(passages('收费情况\n某局\t1件\t420元\n| 某局 | 2件 |'), ['收费情况']);
  });
});

describe('claims', () => {
  it('stand on what was written, in any text', () => {
    const parts = [
      '收到',
      '政府信息公开申请',
      '26件',
      '二十件',
      '，',
      '。',
      '（',
      '）',
      '其中',
      '办结',
      '上年结转',
      '行政复议',
      '未',
      '占20%',
      '2023年',
      '\n',
      ' ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (some) => {
        const report = readReport(draft(`（二）依申请公开。${some.join('')}`));
        for (const { claim } of judgeClaims(report)) {
          const { start, end } = claim.range;
          assert.ok(start < end && end <= report.text.length);
          if (claim.written) assert.match(report.text.slice(start, end), /^(?:\d+|[〇零一二十]+)$/);
        }
        for (const { range, stated } of proseOf(report).percents) assert.equal(report.text.slice(range.start, range.end), stated);
      }),
      { numRuns: 300 },
    );
  });

  it('take a time that does not grow faster than the prose', () => {
    // What grows too fast does not end before mocha gives it up.
    const size = 2_500_000;
    for (const part of [
      '我局做好政府信息公开申请办理工作',
      '收到申请5',
      '５，',
      '（',
      '全年收到政府信息公开申请50件，其中自然人40件、',
      '共50条，其中20条，占40%，',
      '未发生行政复议',
      '一二三千',
      '收到申请\n',
    ]) {
      const report = readReport(draft(part.repeat(Math.ceil(size / part.length))));
      judgeClaims(report);
    }
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyze } from '../../server/src/analysis/analyze';
import { type PreviewOptions, preview } from '../../server/src/preview';
import { base, withRow } from '../analysis/draft';
import { type Element, elements, hasClass, parsed, placeOf, textOf } from './page';
import { lost, unsound } from './soundness';

const good = base('2021');
const show = (text: string, options: Partial<PreviewOptions> = {}): Element =>
  parsed(preview(analyze(text), { language: 'zh', ...options }).html);
const named = (page: Element, name: string, ...classes: string[]): Element[] =>
  elements(page).filter((element) => element.name === name && classes.every((one) => hasClass(element, one)));
const without = (text: string, from: string, until: string): string => text.slice(0, text.indexOf(from)) + text.slice(text.indexOf(until));

/** What an element says of its faults to somebody who cannot see it: the list items that it points to. */
function described(page: Element, element: Element): string {
  const ids = element.attributes['aria-describedby']?.split(' ') ?? [];
  return elements(page)
    .filter(({ attributes }) => attributes.id !== undefined && ids.includes(attributes.id))
    .map(textOf)
    .join('\n');
}

describe('the preview', () => {
  const examples = join(__dirname, '..', '..', 'examples');
  for (const name of readdirSync(examples).filter((file) => file !== 'README.md')) {
    it(`of ${name} loses nothing`, () => {
      const text = readFileSync(join(examples, name), 'utf8');
      assert.equal(unsound(text), undefined);
      assert.equal(lost(show(text), analyze(text).report), undefined);
    });
  }

  it('shows a good report as it is published, without a mark', () => {
    const page = show(good);
    assert.deepEqual(named(page, 'h1').map(textOf), ['禾丰县林业局2023年政府信息公开工作年度报告']);
    assert.deepEqual(
      named(page, 'h2')
        .slice(0, 6)
        .map((heading) => textOf(heading).slice(0, 2)),
      ['一、', '二、', '三、', '四、', '五、', '六、'],
    );
    assert.equal(named(page, 'table', 'official').length, 3);
    assert.deepEqual(
      elements(page).filter((element) => hasClass(element, 'fault')),
      [],
    );
    assert.equal(textOf(named(page, 'aside')[0]!), '没有发现问题');
  });

  it('merges the cells that the format merges', () => {
    const heads = named(show(good), 'th').filter((head) =>
      /^(三、本年度办理结果|（三）不予公开|法人或其他组织|申请人情况)$/.test(textOf(head)),
    );
    assert.deepEqual(
      heads.map((head) => [textOf(head), head.attributes.rowspan ?? '1', head.attributes.colspan ?? '1', head.attributes.scope]),
      [
        ['申请人情况', '1', '7', 'colgroup'],
        ['法人或其他组织', '1', '5', 'colgroup'],
        ['三、本年度办理结果', '22', '1', 'rowgroup'],
        ['（三）不予公开', '8', '1', 'rowgroup'],
      ],
    );
  });

  const marked: [what: string, draft: string, find: (page: Element) => Element | undefined, said: RegExp][] = [
    [
      'a wrong total',
      withRow(good, '（一）予以公开', ['18', '3', '1', '0', '1', '0', '32']),
      (page) => named(page, 'td', 'error')[0],
      /是 32.*是 23/,
    ],
    ['a blank cell', withRow(good, '行政规范性文件', ['3', '1', '']), (page) => named(page, 'td', 'blank')[0], /没有填/],
    ['no number', withRow(good, '行政规范性文件', ['3', '1', '若干']), (page) => named(page, 'td', 'error')[0], /不是数/],
    ['a label that is misspelt', good.replace('行政强制\t', '行政强治\t'), (page) => named(page, 'th', 'warning')[0], /行政强制/],
    ['a head that is cut off', good.replace('本年制发件数', '本年制发件'), (page) => named(page, 'th', 'warning')[0], /本年制发件数/],
    [
      'a heading of another wording',
      good.replace('一、总体情况', '一、工作概述'),
      (page) => named(page, 'h2').find((h) => elements(h).some((e) => hasClass(e, 'fault'))),
      /./,
    ],
    [
      'a template left in',
      good.replace('六、其他需要报告的事项\n', '六、其他需要报告的事项\n\n××局没有其他事项。\n'),
      (page) => named(page, 'mark', 'warning')[0],
      /××/,
    ],
  ];
  for (const [what, draft, find, said] of marked) {
    it(`marks ${what}, and says what is wrong`, () => {
      const page = show(draft);
      const element = find(page);
      assert.ok(element, 'it is marked');
      const carrier = element.attributes['aria-describedby'] ? element : elements(element).find((one) => hasClass(one, 'fault'))!;
      assert.match(described(page, carrier), said);
      assert.equal(carrier.attributes.tabindex, '0');
      assert.ok(carrier.attributes.title);
    });
  }

  const absent: [what: string, draft: string, said: RegExp][] = [
    ['a section', without(good, '四、政府信息公开行政复议', '五、存在的主要问题'), /缺“四、政府信息公开行政复议、行政诉讼情况”/],
    ['a table', without(good, '第二十条第（一）项', '三、收到和处理'), /缺规定的表：主动公开政府信息情况表/],
    ['a title', good.slice(good.indexOf('\n')), /没有标题/],
  ];
  for (const [what, draft, said] of absent) {
    it(`says that ${what} is missing, and shows nothing in its place`, () => {
      const page = show(draft);
      const notes = named(page, 'p', 'absent');
      assert.equal(notes.length, 1);
      assert.match(textOf(notes[0]!), said);
      assert.deepEqual(named(show(draft, { clean: true }), 'p', 'absent'), []);
    });
  }

  it('shows a missing row as missing', () => {
    const page = show(good.replace(/行政处罚\t9.*\n/, ''));
    const row = named(page, 'tr', 'values').find((line) => textOf(line).startsWith('行政处罚'));
    assert.equal(row && textOf(row), '行政处罚没有读到');
    assert.match(described(page, elements(row!).find(({ name }) => name === 'td')!), /缺/);
  });

  it('shows figures that fit no columns as they stand there', () => {
    const page = show(
      good.replace('（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t4\t1\t0\t0\t0\t0\t5', '（二）部分公开\t\t4\t1\t0\t5'),
    );
    const cell = named(page, 'td', 'unaligned')[0];
    assert.equal(cell && textOf(cell), '4 1 0 5');
    assert.equal(cell?.attributes.colspan, '7');
    assert.match(described(page, cell!), /4 个数/);
  });

  const kept: [what: string, draft: string, text: string, where: string][] = [
    ['a note under a table', good.replace('\n三、收到', '注：行政许可含延续。\n\n三、收到'), '注：行政许可含延续。', 'p'],
    ['another table', good.replace('\n五、存在', '\n分局\t收件\t办结\n东区\t71\t70\n\n五、存在'), '东区', 'td'],
    ['a row that the format has not', good.replace('行政处罚\t9', '行政检查\t31\t\t\n行政处罚\t9'), '行政检查', 'td'],
    ['a second row of the same name', good.replace('行政处罚\t9', '行政处罚\t88\t\t\n行政处罚\t9'), '9', 'p'],
  ];
  for (const [what, draft, text, where] of kept) {
    it(`loses ${what} not`, () => {
      assert.notEqual(draft, good);
      assert.ok(
        named(show(draft), where).some((element) => textOf(element).includes(text)),
        named(show(draft), where).map(textOf).join('\n'),
      );
    });
  }

  it('shows no comment of the draft, and not what a comment silences', () => {
    const wrong = withRow(good, '（一）予以公开', ['18', '3', '1', '0', '1', '0', '32']);
    const page = show(`<!-- gongkai-ignore-file all: 内部核对 -->\n${wrong}`);
    assert.doesNotMatch(textOf(page), /内部核对|gongkai-ignore/);
    assert.deepEqual(named(page, 'td', 'fault'), []);
  });

  it('reads Markdown as Markdown, and asterisks in plain text as asterisks', () => {
    const bold = good.replace('一、总体情况\n', '一、总体情况\n\n**一是**扩大公开。\n');
    assert.match(textOf(show(bold)), /\*\*一是\*\*/);
    const page = show(bold.replace('一、总体情况', '## 一、总体情况'));
    assert.deepEqual(named(page, 'strong').map(textOf), ['一是']);
    assert.doesNotMatch(textOf(page), /[#*]/);
  });

  it('is clean for printing: no mark, no list, no note', () => {
    const page = show(withRow(without(good, '四、政府', '五、存在'), '行政规范性文件', ['3', '1', '']), { clean: true });
    assert.deepEqual(
      elements(page).filter((element) => hasClass(element, 'fault') || hasClass(element, 'absent') || element.name === 'aside'),
      [],
    );
  });

  it('speaks the language of the reader', () => {
    const page = show(without(good, '四、政府', '五、存在'), { language: 'en' });
    assert.match(textOf(named(page, 'p', 'absent')[0]!), /is missing/);
    assert.match(textOf(named(page, 'aside')[0]!), /^\d+ problems?/);
  });

  it('says that a file is no report', () => {
    const { html, report } = preview(analyze('# 会议记录\n\n今天下午开会。\n'), { language: 'zh' });
    assert.equal(report, false);
    assert.match(html, /没有读作年度报告/);
  });

  it('points from a cell to its value in the draft', () => {
    const page = show(good);
    const total = named(page, 'td').find((cell) => textOf(cell) === '212');
    const place = total && placeOf(total);
    assert.equal(place && good.slice(place.start, place.end), '212');
  });

  it('says everything once, whatever the findings are', () => {
    const analysis: Analysis = analyze(withRow(good, '行政规范性文件', ['', '', '']));
    const page = parsed(preview(analysis, { language: 'zh' }).html);
    assert.equal(named(page, 'li').length, analysis.findings.length);
  });
});
